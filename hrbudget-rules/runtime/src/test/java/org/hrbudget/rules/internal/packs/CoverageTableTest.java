package org.hrbudget.rules.internal.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.hrbudget.rules.PackCoverage;
import org.hrbudget.rules.PackCoverage.Section.Status;
import org.hrbudget.rules.RulePackException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of sections says what is encoded, and cannot say more than there is. */
class CoverageTableTest {

    private static final String HEADER = "section,title_en,title_es,status,rules,note_en,note_es,source\n";
    private static final String ONE = HEADER + "law:1,Units,Unidades,encoded,no-unit,,,S1\n";

    private static PackText pack(String table) {
        return PackText.oneRule().with("xx/1/coverage.csv", table);
    }

    @Test
    void aSectionSaysWhichRulesEncodeIt() {
        List<PackCoverage.Section> sections = CoverageTable.of(new Library(pack(ONE)).load("xx", "1"));

        assertThat(sections).hasSize(1);
        assertThat(sections.get(0).rules()).containsExactly("no-unit");
        assertThat(sections.get(0).status()).isEqualTo(Status.ENCODED);
        assertThat(sections.get(0).version()).isEqualTo("1");
    }

    @Test
    void aPackWithoutTheTableSaysNothing() {
        assertThat(CoverageTable.of(new Library(PackText.oneRule()).load("xx", "1")))
                .isEmpty();
    }

    @Test
    void aReformStatesASectionAnewAndKeepsItsPlace() {
        PackText files = pack(ONE + "law:2,Years,Años,open,,Not read.,No se leyó.,S1\n")
                .version("2", "amends=1", "fiscal-years=2011-")
                .with("xx/2/coverage.csv", HEADER + "law:1,Units,Unidades,partly,no-unit,Codes.,Claves.,S2\n");

        assertThat(CoverageTable.of(new Library(files).load("xx", "2")))
                .extracting(PackCoverage.Section::key, PackCoverage.Section::status, PackCoverage.Section::version)
                .containsExactly(tuple("law:1", Status.PARTLY, "2"), tuple("law:2", Status.OPEN, "1"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "section-missing      | ,Units,Unidades,encoded,no-unit,,,S1                  | A2",
                "section-cell-missing | law:1,Units,,encoded,no-unit,,,S1                     | C2",
                "section-cell-missing | law:1,Units,Unidades,encoded,no-unit,,,               | H2",
                "section-status       | law:1,Units,Unidades,done,no-unit,,,S1                | D2",
                "section-without-rule | law:1,Units,Unidades,encoded,,,,S1                    | E2",
                "section-with-rule    | law:1,Units,Unidades,open,no-unit,Why.,Motivo.,S1     | D2",
                "section-note-missing | law:1,Units,Unidades,partly,no-unit,Why.,,S1          | G2",
                "section-to-compare   | law:1,Units,Unidades,to-compare,no-unit,,,S1          | D2",
                "section-unknown-rule | law:1,Units,Unidades,encoded,no-unit no-untt,,,S1     | E2",
            })
    void aFaultIsNamedWithItsCell(String kind, String row, String cell) {
        RulePackException.Fault fault = refusal(HEADER + row + "\n").faults().get(0);

        assertThat(fault.kind()).isEqualTo(kind);
        assertThat(fault.cell()).isEqualTo(cell);
    }

    @Test
    void aSectionStandsOnce() {
        assertThat(refusal(ONE + ONE.substring(HEADER.length())).faults())
                .extracting(RulePackException.Fault::kind, RulePackException.Fault::cell)
                .containsExactly(tuple("section-twice", "A3"));
    }

    @Test
    void everyRuleIsInASection() {
        String text = HEADER + "law:1,Units,Unidades,open,,Why.,Motivo.,S1\n";

        assertThat(refusal(text).faults())
                .extracting(RulePackException.Fault::kind)
                .containsExactly("rule-in-no-section");
    }

    private static RulePackException refusal(String table) {
        return catchThrowableOfType(RulePackException.class, () -> new Library(pack(table)).load("xx", "1"));
    }
}
