package org.hrbudget.rules.internal.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hrbudget.rules.internal.language.Faults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An example may say how much the finding weighs that it expects. */
class ExampleWeightsTest {

    private static List<String> faults(String severities, String examples) {
        PackText files = PackText.oneRule()
                .version("1", "fiscal-years=2010-", "in-force-from=2010-01-01")
                .with("xx/1/severities.csv", "rule,severity,from\n" + severities)
                .with("xx/1/examples/no-unit.csv", examples);
        Faults faults = new Faults();
        new Library(files).check("xx", "1", faults);
        return faults.all().stream().map(Object::toString).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "warning, error",
        "WARNING, ERROR",
        "advertencia, error",
        "ADVERTENCIA, ERROR",
        "finding, hallazgo",
    })
    void aWeightMayBeWrittenInBothLanguagesAndWhateverItsCase(String before, String after) {
        assertThat(faults("no-unit,ERROR,2012-07-01\n", """
                expect,case,unit_code,as_of
                %s,the day before,,2012-06-30
                %s,the day,,2012-07-01
                silence,a unit,11CD01,
                """.formatted(before, after)))
                .isEmpty();
    }

    @Test
    void aDayThatIsNotTheOneMeantIsNoticedOnBothOfItsSides() {
        String examples = """
                expect,case,unit_code,as_of
                warning,the day before,,2012-06-30
                error,the day,,2012-07-01
                silence,a unit,11CD01,
                """;

        assertThat(faults("no-unit,ERROR,2012-07-02\n", examples))
                .singleElement()
                .satisfies(fault -> assertThat(fault).contains("(A3)", "the weight ERROR", "the weight WARNING"));
        assertThat(faults("no-unit,ERROR,2012-06-30\n", examples))
                .singleElement()
                .satisfies(fault -> assertThat(fault).contains("(A2)"));
    }

    @Test
    void aWeightIsAFinding() {
        assertThat(faults("no-unit,ERROR,2012\n", "expect,case,unit_code\nwarning,none,\nsilence,a unit,11CD01\n"))
                .isEmpty();
        assertThat(faults("no-unit,ERROR,2012\n", "expect,case,unit_code\nwarning,a unit,11CD01\nsilence,b,11CD01\n"))
                .singleElement()
                .satisfies(fault -> assertThat(fault).contains("a finding is expected"));
    }
}
