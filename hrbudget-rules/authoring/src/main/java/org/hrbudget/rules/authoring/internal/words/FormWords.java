package org.hrbudget.rules.authoring.internal.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hrbudget.model.Bilingual;
import org.hrbudget.rules.internal.language.CodeForm;

/** Says the form of a code in words: {@code [0-9]{2}[.]} is "2 digits, a dot". */
final class FormWords {

    private static final Pattern ELEMENT = Pattern.compile("(\\[[^]]*\\]|.)(?:\\{([0-9]+)\\}|(\\?))?");

    private static final Map<String, String> SORTS = Map.of(
            "[0-9]",
            "DIGIT",
            "[A-Z]",
            "CAPITAL",
            "[a-z]",
            "SMALL",
            "[A-Za-z]",
            "LETTER",
            "[A-Z0-9]",
            "CAPITAL_OR_DIGIT",
            "[0-9A-Z]",
            "CAPITAL_OR_DIGIT",
            "[A-Za-z0-9]",
            "SIGN",
            "[.]",
            "DOT",
            " ",
            "SPACE");

    private FormWords() {}

    static Bilingual of(CodeForm form) {
        List<Bilingual> parts = new ArrayList<>();
        Matcher element = ELEMENT.matcher(form.expression());
        while (element.find()) {
            int count = element.group(2) == null ? 1 : Integer.parseInt(element.group(2));
            Bilingual said = said(element.group(1), count);
            parts.add(element.group(3) == null ? said : PlainWords.phrase("form.optional", "what", said));
        }
        return new Bilingual(
                String.join(", ", parts.stream().map(Bilingual::en).toList()),
                String.join(", ", parts.stream().map(Bilingual::es).toList()));
    }

    private static Bilingual said(String element, int count) {
        String number = count == 1 ? ".one" : ".many";
        String sort = SORTS.get(element);
        if (sort != null) {
            return PlainWords.phrase("form." + sort + number, "count", count);
        }
        if (!element.startsWith("[")) {
            return PlainWords.phrase("text", "text", element.repeat(count));
        }
        boolean none = element.startsWith("[^");
        String signs = element.substring(none ? 2 : 1, element.length() - 1);
        return PlainWords.phrase("form." + (none ? "NONE_OF" : "ONE_OF") + number, "count", count, "signs", signs);
    }
}
