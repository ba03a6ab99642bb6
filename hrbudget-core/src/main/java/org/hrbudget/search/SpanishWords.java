package org.hrbudget.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.es.SpanishPluralStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.tartarus.snowball.ext.SpanishStemmer;

/**
 * Takes Spanish text apart into words, and says when two words are forms of one. No stemmer is right alone: the light one takes
 * «agua» and «aguas» for two words, that of Snowball «mujer» and «mujeres»; words are of one form where any of three agrees.
 */
final class SpanishWords {

    /** Stems after lower case and without accents, which people leave out when they search. */
    private enum Step {
        FOLDED {
            @Override
            TokenStream after(TokenStream folded) {
                return folded;
            }
        },
        LIGHT {
            @Override
            TokenStream after(TokenStream folded) {
                return new SpanishLightStemFilter(folded);
            }
        },
        PLURAL {
            @Override
            TokenStream after(TokenStream folded) {
                return new SpanishLightStemFilter(new SpanishPluralStemFilter(folded));
            }
        },
        SNOWBALL {
            @Override
            TokenStream after(TokenStream folded) {
                return new SnowballFilter(folded, new SpanishStemmer());
            }
        };

        abstract TokenStream after(TokenStream folded);

        Analyzer analyzer() {
            return new Analyzer() {
                @Override
                protected TokenStreamComponents createComponents(String field) {
                    Tokenizer words = new StandardTokenizer();
                    return new TokenStreamComponents(words, after(new ASCIIFoldingFilter(new LowerCaseFilter(words))));
                }
            };
        }
    }

    /** A form of «estar» to the list of Lucene; in a programme of human rights, the State. */
    private static final Set<String> SAY_SOMETHING = Set.of("estado", "estados");

    private final Map<Step, Analyzer> analyzers = new EnumMap<>(Step.class);
    private final Analyzer folding = Step.FOLDED.analyzer();
    private final Set<String> stopWords = new HashSet<>();

    SpanishWords() {
        for (Step step : Step.values()) {
            analyzers.put(step, step.analyzer());
        }
        for (Object word : SpanishAnalyzer.getDefaultStopSet()) {
            stopWords.addAll(terms(folding, new String((char[]) word), new ArrayList<>()));
        }
        stopWords.removeAll(SAY_SOMETHING);
    }

    /**
     * A word of a text.
     *
     * @param written as the text has it
     * @param folded in lower case, without accents
     * @param stems what its forms share, each stem after the name of what found it
     */
    record Word(String written, String folded, Set<String> stems) {

        /** {@return whether the other may be a form of this word} */
        boolean isFormOf(Word other) {
            return stems.stream().anyMatch(other.stems::contains);
        }
    }

    /** {@return the words of a text, in its order} */
    List<Word> of(String text) {
        List<String> written = new ArrayList<>();
        List<String> folded = terms(folding, text, written);
        List<Set<String>> stems =
                folded.stream().<Set<String>>map(word -> new HashSet<>()).toList();
        analyzers.forEach((step, analyzer) -> {
            List<String> terms = terms(analyzer, text, new ArrayList<>());
            for (int i = 0; i < terms.size(); i++) {
                stems.get(i).add(step + " " + terms.get(i));
            }
        });
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            words.add(new Word(written.get(i), folded.get(i), Set.copyOf(stems.get(i))));
        }
        return words;
    }

    /** {@return whether a word, such as «de», stands in any text and so tells nothing} */
    boolean isStopWord(Word word) {
        return stopWords.contains(word.folded());
    }

    private static List<String> terms(Analyzer analyzer, String text, List<String> written) {
        List<String> terms = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream("", text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = tokens.addAttribute(OffsetAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                terms.add(term.toString());
                written.add(text.substring(place.startOffset(), place.endOffset()));
            }
            tokens.end();
            return terms;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
