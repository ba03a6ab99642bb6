package org.hrbudget.rules.internal.packs.tables;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hrbudget.rules.internal.language.FaultText;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.packs.PackWords;
import org.hrbudget.rules.internal.packs.files.PropertyFile;

/** How a pack speaks to the people who read its findings: shortly, as "usted", and never of the machinery. */
final class TextStyle {

    /**
     * Words that only "tú" has. Left out is whatever also says "usted" or something else: the imperatives "corrige" and "revisa"
     * are what he or she does as well.
     */
    private static final Banned FAMILIAR = Banned.of(
            "tú|tu|tus|ti|contigo|te|tuyo|tuya|tuyos|tuyas|debes|deberás|deberías|puedes|podrás|"
                    + "podrías|tienes|tendrás|necesitas|quieres|quisiste|escribiste|olvidaste|pusiste|asegúrate|fíjate|haz|pon|verás");

    private static final Banned MACHINERY = Banned.of(
            "drools|drl|mvel|null|rule engine|motor de reglas|working memory|memoria de trabajo|java|boolean");

    private static final Pattern SENTENCE_END = Pattern.compile("[.!?…](?=\\s+[\\p{Lu}¿¡\"«{])");

    private static final int MOST_SENTENCES = 2;
    private static final int WORDS_ALIKE_BY_CHANCE = 3;

    private TextStyle() {}

    static void check(PropertyFile.Entry en, PropertyFile.Entry es, String part, Faults faults) {
        if (en.value().indexOf('\\') >= 0 || es.value().indexOf('\\') >= 0) {
            // Said already, and who knows where such a text ends.
            return;
        }
        if (part.equals("title") && (placeholder(en, faults) || placeholder(es, faults))) {
            return;
        }
        for (PropertyFile.Entry entry : List.of(en, es)) {
            first(MACHINERY, entry, "text-machinery", faults);
            if (part.equals("title")) {
                title(entry, faults);
            } else {
                sentences(entry, faults);
            }
        }
        first(FAMILIAR, es, "text-familiar", faults);
        boolean copied = en.value().equals(es.value()) && en.value().split("\\s+", -1).length > WORDS_ALIKE_BY_CHANCE;
        if (copied) {
            faults.add(es.fault(PackWords.of("text-copied")));
        }
    }

    private static void first(Banned words, PropertyFile.Entry entry, String kind, Faults faults) {
        if (!words.mayBeIn(entry.value())) {
            return;
        }
        Matcher matcher = words.pattern().matcher(entry.value());
        if (matcher.find()) {
            at(entry, matcher.start(), matcher.group(), PackWords.of(kind, "word", matcher.group()), faults);
        }
    }

    private static void title(PropertyFile.Entry entry, Faults faults) {
        String value = entry.value();
        if (value.endsWith(".")) {
            at(entry, value.length() - 1, ".", PackWords.of("title-full-stop"), faults);
        }
    }

    /** {@return whether a title holds a placeholder, which is kept} */
    private static boolean placeholder(PropertyFile.Entry entry, Faults faults) {
        int brace = entry.value().indexOf('{');
        int end = entry.value().indexOf('}', Math.max(brace, 0));
        boolean holds = brace >= 0 && end >= 0;
        if (holds) {
            at(entry, brace, entry.value().substring(brace, end + 1), PackWords.of("title-placeholder"), faults);
        }
        return holds;
    }

    private static void sentences(PropertyFile.Entry entry, Faults faults) {
        String value = entry.value();
        Matcher ends = SENTENCE_END.matcher(value);
        for (int sentences = 1; ends.find(); sentences++) {
            if (sentences == MOST_SENTENCES) {
                String rest = value.substring(ends.end());
                int at = ends.end() + rest.length() - rest.stripLeading().length();
                at(entry, at, rest.strip(), PackWords.of("text-long"), faults);
                break;
            }
        }
        char last = value.charAt(value.length() - 1);
        if (".!?".indexOf(last) < 0) {
            String word = value.substring(value.lastIndexOf(' ') + 1);
            at(entry, value.length() - word.length(), word, PackWords.of("text-no-full-stop"), faults);
        }
    }

    private static void at(PropertyFile.Entry entry, int offset, String text, FaultText what, Faults faults) {
        faults.add(entry.source().fault(entry.start() + offset, text, what));
    }

    /**
     * Words and terms no text may hold.
     *
     * @param pattern finds them where they are no part of a longer word or of a placeholder
     * @param firsts the first word of each, in small letters: hardly any text holds one, and that is seen sooner than the
     *     pattern has tried each place
     */
    private record Banned(Pattern pattern, Set<String> firsts) {

        private static final Pattern BETWEEN_WORDS = Pattern.compile("\\P{L}+");

        static Banned of(String terms) {
            return new Banned(
                    Pattern.compile(
                            "(?<![\\p{L}{])(" + terms + ")(?![\\p{L}}])",
                            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
                    Arrays.stream(terms.split("\\|", -1))
                            .map(term -> term.split(" ", 2)[0])
                            .collect(Collectors.toUnmodifiableSet()));
        }

        boolean mayBeIn(String text) {
            return BETWEEN_WORDS.splitAsStream(text.toLowerCase(Locale.ROOT)).anyMatch(firsts::contains);
        }
    }
}
