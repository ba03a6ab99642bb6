package org.hrbudget.spark;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.hrbudget.io.Layout;
import org.hrbudget.io.spi.LineReader;
import org.hrbudget.validation.BudgetValidator;

/**
 * What every task of a validation knows.
 *
 * @param id tells the validator from others
 * @param plan how the validator is built
 * @param outline what is known of the budget before its first line
 * @param layout how it is written
 * @param names the names of its inputs in the order read
 * @param keys whether a rule asks for repeated keys
 */
record Run(UUID id, ValidatorPlan plan, LineReader.Outline outline, Layout layout, List<String> names, boolean keys)
        implements Serializable {

    /** {@return the validator, built where it is asked for} */
    BudgetValidator validator() {
        return BuiltValidators.of(id, plan);
    }

    /** {@return the number of an input by the order of names, in which positions are compared} */
    int rank(int input) {
        return sortedNames().indexOf(names.get(input));
    }

    /** {@return the names by that number} */
    List<String> sortedNames() {
        return names.stream().sorted().toList();
    }
}
