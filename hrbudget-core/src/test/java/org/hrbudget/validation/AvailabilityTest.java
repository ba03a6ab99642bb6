package org.hrbudget.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.DataItem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AvailabilityTest {

    @ParameterizedTest
    @EnumSource(DataItem.class)
    void everyItemThatIsNotThereIsNamedInBothLanguages(DataItem item) {
        Bilingual reason =
                nothing(BudgetPhase.PAID).lacking(ruleThatNeeds(item)).orElseThrow();
        assertThat(reason.en()).doesNotContain("{").endsWith(".");
        assertThat(reason.es()).doesNotContain("{").endsWith(".").isNotEqualTo(reason.en());
    }

    @ParameterizedTest
    @EnumSource(BudgetPhase.class)
    void whatComesAfterThePhaseIsNotThereEvenWhereItIsPromised(BudgetPhase phase) {
        Availability everything = new Availability(phase, EnumSet.allOf(DataItem.class), Set.of());
        boolean lacking = everything.lacking(ruleThatNeeds(DataItem.PAID)).isPresent();
        assertThat(lacking).isEqualTo(phase != BudgetPhase.PAID);
    }

    private static Availability nothing(BudgetPhase phase) {
        return new Availability(phase, Set.of(), Set.of());
    }

    private static Rule ruleThatNeeds(DataItem item) {
        Bilingual text = new Bilingual("x", "x");
        LegalBasis basis = new LegalBasis("k", "i", null, null, "s", Evidence.KNOWN);
        return new Rule(
                "r",
                Severity.INFO,
                basis,
                RuleScope.LINE,
                "SpendingLine",
                Set.of(item),
                List.of(),
                Map.of(),
                text,
                text,
                text,
                "f",
                "");
    }
}
