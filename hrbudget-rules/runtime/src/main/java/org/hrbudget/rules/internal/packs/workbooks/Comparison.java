package org.hrbudget.rules.internal.packs.workbooks;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.hrbudget.model.Bilingual;

/** How a row of the sheet of conditions compares a field. */
public enum Comparison {
    /** The same. */
    EQUAL("=="),
    /** Not the same. */
    UNEQUAL("!="),
    /** More. */
    MORE(">"),
    /** The same or more. */
    AT_LEAST(">="),
    /** Less. */
    LESS("<"),
    /** The same or less. */
    AT_MOST("<="),
    /** Nothing is there. */
    BLANK(""),
    /** Something is there. */
    GIVEN(""),
    /** One of several. */
    IN("in"),
    /** None of several. */
    NOT_IN("not in"),
    /** Written in this form. */
    FORM("matches"),
    /** Not written in this form. */
    NOT_FORM("not matches"),
    /** Not compared, only said with the finding. */
    SHOWN("");

    private final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    /** {@return how rule files write it, where the list of values may have a name} */
    String sign(boolean named) {
        return named ? sign.replace("in", "memberOf") : sign;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean asksForValue() {
        return !sign.isEmpty();
    }

    /** {@return whether what is blank is refused by the grammar unless something else says that it is not} */
    boolean needsGiven(boolean plainValue) {
        return asksForValue() && this != IN && this != FORM && !(this == EQUAL && plainValue);
    }

    /** {@return the words that are offered for them} */
    static Bilingual offered() {
        return WorkbookSheets.named(
                Arrays.stream(values()).map(Comparison::name).toList(),
                name -> WorkbookWords.comparison(valueOf(name)));
    }

    /** {@return the comparison that a text means, in either language, in words or by its sign} */
    static Optional<Comparison> of(String text) {
        return Arrays.stream(values())
                .filter(each -> WorkbookWords.means("comparison." + each.key(), text))
                .findFirst();
    }
}
