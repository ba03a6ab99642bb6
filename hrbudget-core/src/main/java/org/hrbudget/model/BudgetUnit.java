package org.hrbudget.model;

import java.util.Objects;
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

    /** Takes blanks away. */
    public BudgetUnit {
        code = Spelling.trimmed(Objects.requireNonNull(code, "code"));
        name = Spelling.orNull(name);
        kind = Spelling.orNull(kind);
    }
}
