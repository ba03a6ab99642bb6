package org.hrbudget.model;

import org.hrbudget.model.internal.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * The results part of the budget key of 2009 (estructura por resultados). A part is {@code null} where the line leaves it out or
 * blank.
 *
 * @param result the result (resultado)
 * @param subresult the sub-result (subresultado)
 * @param activity the institutional activity (actividad institucional)
 */
public record ResultStructure(
        @Nullable String result,
        @Nullable String subresult,
        @Nullable String activity) {

    /** Takes blanks at the ends of the parts away. */
    public ResultStructure {
        result = Spelling.orNull(result);
        subresult = Spelling.orNull(subresult);
        activity = Spelling.orNull(activity);
    }

    /** A structure of which no part is given. */
    public static final ResultStructure NONE = new ResultStructure(null, null, null);

    /** {@return whether all three parts are given} */
    public boolean isComplete() {
        return result != null && subresult != null && activity != null;
    }
}
