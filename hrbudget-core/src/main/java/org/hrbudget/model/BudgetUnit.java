package org.hrbudget.model;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.hrbudget.model.internal.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * A body that prepares and spends a budget (unidad responsable). Blanks at the ends of its texts are taken away.
 *
 * @param code its code as published, such as {@code 11CD01}
 * @param name its name, where the source gives one
 * @param kind its kind as written, such as {@code dependencia}, where the source gives one
 */
public record BudgetUnit(
        String code, @Nullable String name, @Nullable String kind) {

    private static final Pattern NO_CODE = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Takes blanks away. */
    public BudgetUnit {
        code = Spelling.trimmed(Objects.requireNonNull(code, "code"));
        name = Spelling.orNull(name);
        kind = Spelling.orNull(kind);
    }

    /**
     * {@return whether two codes are of one unit: offices write {@code 08 CO 01}, {@code 08-co-01} and {@code 08CO01} for it, so that
     * letters and digits alone count}
     */
    public static boolean isSameCode(String code, String other) {
        return telling(code).equals(telling(other));
    }

    private static String telling(String code) {
        return NO_CODE.matcher(code).replaceAll("").toUpperCase(Locale.ROOT);
    }
}
