package org.hrbudget.model;

import java.io.Serializable;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.hrbudget.model.internal.Spelling;

/**
 * A text in the two languages findings are read in.
 *
 * @param en the English text
 * @param es the Spanish text
 */
public record Bilingual(String en, String es) implements Serializable {

    /** Refuses {@code null}. */
    public Bilingual {
        Objects.requireNonNull(en, "en");
        Objects.requireNonNull(es, "es");
    }

    /**
     * {@return the text in a language: Spanish where the locale's language is {@code es}, else English}
     *
     * @param locale the reader's locale; only its language counts
     */
    public String in(Locale locale) {
        return locale.getLanguage().equals("es") ? es : en;
    }

    /**
     * {@return this text with each {@code {name}} replaced by its value, see {@link #fill}}
     *
     * @param values the values by name, the same in both languages
     */
    public Bilingual with(Map<String, String> values) {
        return new Bilingual(fill(en, values), fill(es, values));
    }

    /**
     * {@return a template with each {@code {name}} replaced by its value; a name without a value stays as it is, and braces
     * within a value are not read again}
     *
     * <p>Values come from budgets, arguments and other systems, and are shown {@linkplain Spelling#harmless harmlessly}: only the
     * template itself has line ends.
     *
     * @param template the template
     * @param values the values by name
     */
    public static String fill(String template, Map<String, String> values) {
        StringBuilder text = new StringBuilder(template.length() + 32);
        int at = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', at)) {
            int close = template.indexOf('}', open);
            if (close < 0) {
                break;
            }
            String value = values.get(template.substring(open + 1, close));
            text.append(template, at, open)
                    .append(value != null ? Spelling.harmless(value) : template.substring(open, close + 1));
            at = close + 1;
        }
        return text.append(template, at, template.length()).toString();
    }
}
