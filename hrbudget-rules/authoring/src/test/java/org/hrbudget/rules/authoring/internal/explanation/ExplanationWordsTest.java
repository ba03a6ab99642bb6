package org.hrbudget.rules.authoring.internal.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.hrbudget.rules.authoring.RuleExplanation;
import org.hrbudget.validation.internal.facts.Vocabulary;
import org.junit.jupiter.api.Test;

class ExplanationWordsTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-z]+}");

    @Test
    void everyKindOfFactThatARuleMayJudgeHasAName() {
        for (String word : Vocabulary.types().keySet()) {
            if (!word.equals("Parameter")) {
                assertThat(Explainer.WORDS.find("subject." + word))
                        .as("subject.%s", word)
                        .isPresent();
                assertThat(Explainer.WORDS.find("no-subject." + word))
                        .as("no-subject.%s", word)
                        .isPresent();
            }
        }
    }

    @Test
    void bothLanguagesHaveTheSameKeysSortedAndTheSamePlaceholders() throws IOException {
        Map<String, String> english = texts("explanation.properties");
        Map<String, String> spanish = texts("explanation_es.properties");
        assertThat(spanish.keySet()).containsExactlyElementsOf(english.keySet());
        assertThat(english.keySet().stream().toList()).isSorted();
        english.forEach((key, text) ->
                assertThat(placeholders(spanish.get(key))).as(key).isEqualTo(placeholders(text)));
    }

    private static Set<String> placeholders(String text) {
        TreeSet<String> names = new TreeSet<>();
        PLACEHOLDER.matcher(text).results().map(MatchResult::group).forEach(names::add);
        return names;
    }

    private static Map<String, String> texts(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(RuleExplanation.class.getResourceAsStream(name))) {
            Map<String, String> texts = new LinkedHashMap<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                int equals = line.indexOf(" = ");
                if (equals > 0 && !line.startsWith("#")) {
                    texts.put(line.substring(0, equals), line.substring(equals + 3));
                }
            }
            return texts;
        }
    }
}
