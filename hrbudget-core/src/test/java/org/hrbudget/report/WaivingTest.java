package org.hrbudget.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.hrbudget.io.BudgetReadException;
import org.hrbudget.io.Input;
import org.hrbudget.io.Waivers;
import org.hrbudget.model.Waiver;
import org.hrbudget.validation.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WaivingTest {

    private static final LocalDate DAY = LocalDate.of(2010, 11, 15);

    private final ReportDocument sample = ReportDocument.of(Samples.report(), Samples.SPANISH, Map.of());
    private final ReportDocument.Defect first = sample.findings().get(0);

    @Test
    void aWaivedFindingIsThereAndCountedApart() {
        ReportDocument waived =
                sample.waiving(waivers(first.fingerprint() + ",,,Falta el catálogo,Ana Ruiz,2010-11-15"), DAY);

        assertThat(waived.findings()).hasSameSizeAs(sample.findings());
        assertThat(waived.findings().get(0).waiver()).isZero();
        assertThat(waived.findings().get(0).waivedBy(null)).isEqualTo(first);
        assertThat(waived.verdict()).isEqualTo(sample.verdict());
        assertThat(waived.ledger()).isEqualTo(sample.ledger());
        assertThat(waived.problems()).isEqualTo(sample.problems());
        assertThat(waived.waivers()).singleElement().satisfies(account -> {
            assertThat(account.state()).isEqualTo(ReportDocument.Waived.State.USED);
            assertThat(account.findings()).isEqualTo(covered(waived));
            assertThat(account.row()).isEqualTo(2);
        });
        assertThat(DocumentWords.of(waived).counts()).contains("de ellos, " + covered(waived) + " con dispensa");
    }

    @Test
    void ofARuleOnAUnitItCoversThatAlone() {
        ReportDocument.Defect ofUnit = sample.findings().stream()
                .filter(finding -> finding.unit() != null)
                .findFirst()
                .orElseThrow();
        ReportDocument waived = sample.waiving(
                waivers("," + ofUnit.ruleId() + "," + ofUnit.unit() + ",Motivo,Ana Ruiz,2010-12-31"), DAY);

        for (ReportDocument.Defect finding : waived.findings()) {
            assertThat(finding.waiver() != null)
                    .isEqualTo(finding.ruleId().equals(ofUnit.ruleId())
                            && ofUnit.unit().equals(finding.unit()));
        }
        assertThat(covered(waived)).isPositive();
    }

    @Test
    void anEndedWaiverIsAProblemAndCoversNothing() {
        ReportDocument waived =
                sample.waiving(waivers(first.fingerprint() + ",,,Falta el catálogo,Ana Ruiz,2010-11-14"), DAY);

        assertThat(waived.findings()).isEqualTo(sample.findings());
        assertThat(waived.problems())
                .hasSize(sample.problems().size() + 1)
                .last()
                .satisfies(problem -> {
                    assertThat(problem.subject()).isEqualTo("dispensas.csv:2");
                    assertThat(problem.message()).contains("2010-11-14").contains("2010-11-15");
                });
        assertThat(waived.waivers())
                .singleElement()
                .extracting(ReportDocument.Waived::state)
                .hasToString("EXPIRED");
    }

    @Test
    void oneThatHasEndedDoesNotHideOneThatHasNot() {
        ReportDocument waived = sample.waiving(
                waivers(
                        first.fingerprint() + ",,,Antes,Ana Ruiz,2010-01-01",
                        "," + first.ruleId() + "," + first.unit() + ",Ahora,Ana Ruiz,2011-01-01"),
                DAY);

        assertThat(waived.findings().get(0).waiver()).isEqualTo(1);
    }

    @Test
    void whatItCannotBeAboutIsSaid() {
        ReportDocument waived = sample.waiving(
                waivers(
                        "0000000000000000,,,Motivo,Ana Ruiz,2011-01-01",
                        "," + first.ruleId() + "s," + first.unit() + ",Motivo,Ana Ruiz,2011-01-01"),
                DAY);

        assertThat(waived.waivers())
                .extracting(ReportDocument.Waived::state)
                .containsOnly(ReportDocument.Waived.State.UNUSED);
        assertThat(waived.problems())
                .last()
                .extracting(ReportDocument.Fault::message)
                .asString()
                .contains(first.ruleId() + ".");
    }

    @Test
    void aRuleWhoseFindingsAllMayStandIsNoTaskAndFailsNoTest() throws IOException {
        String all = sample.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(ReportDocument.Defect::fingerprint)
                .distinct()
                .map(print -> print + ",,,Motivo,Ana Ruiz,2011-01-01")
                .reduce("", (some, more) -> some + "\n" + more)
                .strip();
        ReportDocument kept = withAllFindings(sample);

        assertThat(text(kept, ReportDocument.Form.JUNIT)).contains("<failure ");
        assertThat(text(kept.waiving(waivers(all), DAY), ReportDocument.Form.JUNIT))
                .doesNotContain("<failure ")
                .contains(first.message());
        assertThat(DocumentWords.of(kept).urgentRules()).isNotEmpty();
        assertThat(DocumentWords.of(kept.waiving(waivers(all), DAY)).urgentRules())
                .extracting(ReportDocument.RuleAccount::severity)
                .doesNotContain(Severity.ERROR);
        assertThat(text(sample.waiving(waivers(all), DAY), ReportDocument.Form.JUNIT))
                .as("of a rule that has more findings than the document holds, not all can be let stand")
                .contains("<failure ");
    }

    /** The sample as it would be if its ledger counted no more findings than it holds. */
    private static ReportDocument withAllFindings(ReportDocument document) throws IOException {
        String json = text(document, ReportDocument.Form.JSON).replace("\"violated\": 12", "\"violated\": 2");
        return JsonReport.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @EnumSource(ReportDocument.Form.class)
    void everyFormThatHasFindingsSaysWhyOneMayStand(ReportDocument.Form form) throws IOException {
        ReportDocument waived =
                sample.waiving(waivers(first.fingerprint() + ",,,Falta el censo,Ana Ruiz,2010-11-15"), DAY);

        boolean leavesOut = form == ReportDocument.Form.GITHUB;
        assertThat(text(waived, form).contains("Falta el censo")).isEqualTo(!leavesOut);
        assertThat(text(sample, form)).doesNotContain("Falta el censo");
    }

    @ParameterizedTest
    @CsvSource({"true, false", "false, false", "true, true"})
    void theTextSaysWhyAFindingMayStandInPlaceOfWhatToDo(boolean everything, boolean plain) throws IOException {
        String all = sample.findings().stream()
                .map(ReportDocument.Defect::fingerprint)
                .distinct()
                .map(print -> print + ",,,Falta el censo,Ana Ruiz,2011-01-01")
                .reduce("", (some, more) -> some + "\n" + more)
                .strip();
        StringBuilder before = new StringBuilder();
        StringBuilder text = new StringBuilder();
        TextReport.write(withAllFindings(sample), before, new TextReport.Options(everything, plain));
        TextReport.write(
                withAllFindings(sample).waiving(waivers(all), DAY), text, new TextReport.Options(everything, plain));

        String remedy = first.remedy();
        assertThat(before.toString().replaceAll("\\s+", " ")).contains(remedy);
        assertThat(text.toString().replaceAll("\\s+", " "))
                .doesNotContain(remedy)
                .contains("de ellos, " + sample.findings().size() + " con dispensa")
                .contains("Dispensas")
                .contains("con dispensa hasta el 2011-01-01: Falta el censo (Ana Ruiz)");
    }

    @Test
    void hostileWordsOfAWaiverAreHarmless() throws IOException {
        ReportDocument waived = sample.waiving(
                waivers(first.fingerprint() + ",,,<script>alert(1)</script>,\"=cmd|' /C calc'!A0\",2010-11-15"), DAY);

        assertThat(text(waived, ReportDocument.Form.HTML)).doesNotContain("<script>alert");
        assertThat(text(waived, ReportDocument.Form.MARKDOWN)).doesNotContain("<script>");
        assertThat(text(waived, ReportDocument.Form.JUNIT)).doesNotContain("<script>");
        assertThat(text(waived, ReportDocument.Form.CSV))
                .doesNotContain("\n=cmd")
                .doesNotContain(",=cmd");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "xyz,,,Motivo,Ana,2011-01-01; row 2, column fingerprint",
                "0123456789abcdef,rule,U,Motivo,Ana,2011-01-01; row 2:",
                ",rule,,Motivo,Ana,2011-01-01; row 2:",
                "0123456789abcdef,,,,Ana,2011-01-01; row 2, column reason",
                "0123456789abcdef,,,Motivo,,2011-01-01; row 2, column who",
                "0123456789abcdef,,,Motivo,Ana,31/12/2011; row 2, column until",
                "0123456789abcdef,,,Motivo,Ana,2011-02-30; row 2, column until"
            })
    void aWrongRowIsRefusedWithItsPlace(String row, String place) {
        assertThatThrownBy(() -> waivers(row))
                .isInstanceOfSatisfying(
                        BudgetReadException.class,
                        e -> assertThat(e.message(Locale.ENGLISH)).contains(place.strip()));
    }

    @Test
    void twoRowsAboutTheSameAreRefused() {
        String row = "0123456789abcdef,,,Motivo,Ana,2011-01-01";
        assertThatThrownBy(() -> waivers(row, row))
                .isInstanceOfSatisfying(
                        BudgetReadException.class,
                        e -> assertThat(e.message(Samples.SPANISH))
                                .contains("fila 3")
                                .contains("La fila 2 dispensa lo mismo"));
    }

    private static long covered(ReportDocument document) {
        return document.findings().stream()
                .filter(finding -> finding.waiver() != null)
                .count();
    }

    private static List<Waiver> waivers(String... rows) {
        String csv = "fingerprint,rule,unit,reason,who,until\n" + String.join("\n", rows) + "\n";
        return Waivers.read(
                Input.of("dispensas.csv", () -> new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8))));
    }

    private static String text(ReportDocument document, ReportDocument.Form form) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        form.write(document, out);
        return form == ReportDocument.Form.XLSX ? parts(out.toByteArray()) : out.toString(StandardCharsets.UTF_8);
    }

    /** {@return the texts of all parts of a workbook} */
    private static String parts(byte[] workbook) throws IOException {
        StringBuilder all = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            while (zip.getNextEntry() != null) {
                all.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }
}
