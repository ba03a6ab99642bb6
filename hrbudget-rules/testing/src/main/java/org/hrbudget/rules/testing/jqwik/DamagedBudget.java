package org.hrbudget.rules.testing.jqwik;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Asks for budgets with at least one planted defect, as a {@code PlantedBudget} that knows its defects or as a {@code Budget}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.ANNOTATION_TYPE})
public @interface DamagedBudget {

    /** {@return the bundled rule pack, such as {@code mx-cmx/2011.1}} */
    String value();

    /** {@return how many lines a budget has at most; at least 20} */
    int maxLines() default 100;
}
