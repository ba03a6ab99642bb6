package org.hrbudget.rules.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hrbudget.model.DataItem;
import org.junit.jupiter.api.Test;

class RandomDocumentsTest {

    private static final Set<DataItem> DOCUMENTS = EnumSet.range(DataItem.POLICY_FRAMEWORKS, DataItem.RESULTS_MATRIX);

    @Test
    void everyDocumentIsAtTimesMissingEmptyOfTheYearAndOfAnother() {
        for (DataItem document : DOCUMENTS) {
            Set<String> seen = new TreeSet<>();
            for (long seed = 0; seed < 400; seed++) {
                Situation situation = RandomBudgets.small(seed, "mx-cmx");
                List<?> rows = situation.filed().rows(document);
                seen.add(rows == null ? "missing" : rows.isEmpty() ? "empty" : "rows");
                seen.add(situation.has(document) ? "usable" : "not usable");
                seen.add(rows != null && !situation.has(document) ? "of another year" : "any");
            }
            assertThat(seen)
                    .as(document.word())
                    .containsExactly("any", "empty", "missing", "not usable", "of another year", "rows", "usable");
        }
    }

    @Test
    void theSameSeedGivesTheSameDocuments() {
        assertThat(RandomBudgets.small(7, "mx-cmx").filed())
                .isEqualTo(RandomBudgets.small(7, "mx-cmx").filed());
    }
}
