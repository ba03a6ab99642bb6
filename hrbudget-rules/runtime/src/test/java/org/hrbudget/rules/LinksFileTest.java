package org.hrbudget.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.hrbudget.io.Budgets;
import org.hrbudget.model.HrpAction;
import org.hrbudget.model.HumanRight;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.ValidationReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a second file says of lines and actions comes through to findings and verdict, column by column. */
class LinksFileTest {

    private static final HumanRightsProgramme PROGRAMME = HumanRightsProgramme.of(
            "Un programa",
            List.of(
                    new HumanRight("01", false, "Igualdad", "Equality"),
                    new HumanRight("02", false, "Derecho al agua", "Right to water")),
            List.of(action("01.01.01", 1, "01"), action("01.01.02", 2, "01"), action("02.01.01", 3, "02")));

    private static final BudgetValidator VALIDATOR =
            BudgetValidator.using(PROGRAMME, RulePacks.load("mx-cmx", "2011.1"));

    @TempDir
    Path folder;

    private Path budget;

    @BeforeEach
    void writeBudget() throws IOException {
        budget = Files.writeString(folder.resolve("budget.csv"), """
                id,unit_code,fiscal_year,approved
                A1,11CD01,2011,100.00
                B1,12CD02,2011,50.00
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "right   | 02     | named-right-disagrees",
                "right   | Agua   | named-right-disagrees",
                "right   | 1      | ",
                "amount  | 100.01 | linked-amounts-above-line",
                "amount  | 100.00 | ",
                "share   | 1.01   | linked-shares-above-one",
                "share   | 1      | ",
                "sequence| 2      | action-sequence-disagrees",
                "sequence| 1      | "
            })
    void everyColumnIsJudgedAndPointedAt(String column, String value, String rule) throws IOException {
        ValidationReport report = validated("line,action," + column + "\nA1,01.01.01," + value + "\nB1,02.01.01,\n");

        List<Finding> findings = report.findings().stream()
                .filter(finding ->
                        finding.position() != null && finding.position().file().equals("links.csv"))
                .toList();
        if (rule == null) {
            assertThat(findings).isEmpty();
            return;
        }
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.ruleId()).isEqualTo(rule);
            assertThat(finding.position()).hasToString("links.csv:2");
            assertThat(finding.column()).isEqualTo(column);
            assertThat(finding.value()).isEqualTo(value);
            assertThat(finding.unitCode()).isEqualTo("11CD01");
        });
    }

    @Test
    void theSequenceAloneNamesAnAction() throws IOException {
        assertThat(validated("line,sequence\nA1,1\nB1,3\n").findings())
                .extracting(Finding::ruleId)
                .doesNotContain("line-names-no-action", "action-unknown");
        assertThat(validated("line,sequence\nA1,1\nB1,2412\n").findings())
                .extracting(Finding::ruleId)
                .contains("action-unknown");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a cell too many      | line,action\\nA1,01.01.01,x\\nB1,02.01.01\\n",
                "a line that is none  | line,action\\nA1,01.01.01\\nC9,02.01.01\\n",
                "no action            | line,action\\nA1,01.01.01\\nB1,\\n",
                "an amount in words   | line,action,amount\\nA1,01.01.01,all\\nB1,02.01.01,\\n",
                "amount and share     | line,action,amount,share\\nA1,01.01.01,1.00,0.5\\nB1,02.01.01,,\\n",
                "a quote never closed | line,action\\nA1,01.01.01\\nB1,\"02.01.01\\n"
            })
    void whatCannotBeReadIsAccountedFor(String what, String links) throws IOException {
        ValidationReport report = validated(links.replace("\\n", "\n"));

        assertThat(report.rejectedRows().size() + report.problems().size())
                .as(what)
                .isPositive();
        assertThat(report.rejectedRows().toString() + report.problems())
                .as(what)
                .contains("links.csv");
    }

    @Test
    void withAllLinksTheBudgetIsWithoutFaults() throws IOException {
        ValidationReport report = validated("line,action,right\nA1,01.01.01,01\nB1,02.01.01,02\n");

        assertThat(report.rejectedRows()).isEmpty();
        assertThat(report.problems()).isEmpty();
        assertThat(report.findings())
                .as(
                        "%s",
                        report.findings().stream()
                                .map(one -> one.message(Locale.ENGLISH))
                                .toList())
                .noneMatch(finding -> finding.ruleId().contains("action"));
    }

    private ValidationReport validated(String links) throws IOException {
        Path file = Files.writeString(folder.resolve("links.csv"), links);
        return VALIDATOR.validate(Budgets.reading(budget).links(file).source());
    }

    private static HrpAction action(String code, int sequence, String right) {
        return new HrpAction(code, sequence, right, "", "Una línea de acción", null, List.of(), false);
    }
}
