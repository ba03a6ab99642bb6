package org.hrbudget.rules.authoring.internal.words;

import java.math.BigDecimal;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.Rule;
import org.jspecify.annotations.Nullable;

/** Values as both languages show them, never rounded. */
public final class Shown {

    private static final int CENTS = 2;

    private Shown() {}

    /** {@return the value of a limit: {@code 75 %}, {@code 1,234.50}, {@code 12}} */
    public static String value(Rule.Parameter limit) {
        BigDecimal value = limit.value();
        return switch (limit.measure()) {
            case "ratio" -> plain(value.movePointRight(2)) + " %";
            case "amount" ->
                value.stripTrailingZeros().scale() <= CENTS ? Finding.Detail.grouped(value) : value.toPlainString();
            default -> plain(value);
        };
    }

    /** {@return fiscal years: {@code 2011}, {@code 2009-2010}, {@code 2011-}, {@code 2011 (→ 2012)} where it is held up to 2012 too} */
    public static String years(PackManifest manifest) {
        FiscalYear extrapolated = manifest.lastExtrapolatedYear();
        return extrapolated == null ? manifest.fiscalYears() : manifest.fiscalYears() + " (→ " + extrapolated + ")";
    }

    /** {@return instrument, article and day of a legal basis, alike in both languages and what is not known left out} */
    public static String basis(Rule.LegalBasis basis) {
        String article = basis.article();
        return basis.instrument()
                + (article == null ? "" : (Character.isDigit(article.charAt(0)) ? ", art. " : ", ") + article)
                + (basis.published() == null ? "" : ", " + basis.published());
    }

    /** {@return what is shown for something no source gives} */
    public static String orDash(@Nullable Object value) {
        return value == null ? "—" : value.toString();
    }

    /** {@return the same text in both languages} */
    public static Bilingual same(String text) {
        return new Bilingual(text, text);
    }

    private static String plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }
}
