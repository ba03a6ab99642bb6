package org.hrbudget.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hrbudget.model.internal.Spelling;
import org.hrbudget.report.internal.JsonDocument;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.ValidationReport;
import org.hrbudget.validation.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What programs read has the numbers of the document, and nothing that a budget says takes effect in it. */
class ReportFormsTest {

    private static final JsonMapper JSON = JsonDocument.mapper();

    private static final Schema SARIF = sarifSchema();

    private static final Pattern COMMAND =
            Pattern.compile("::(error|warning|notice) ((?:[a-z]+=[^:,\\r\\n]*,?)+)::([^\\r\\n]*)");

    private static Stream<String> hostile() {
        return Stream.of(
                "<script>alert(1)</script>",
                "]]>&amp;<!--",
                "x\r\n::set-output name=a::b",
                "x%0A::stop-commands::t,line=9",
                "a:b,c%",
                "=1+1",
                "\u202eabc\u2066",
                "\u0000\u001b[2J\u0007\u0085\u2028",
                "\ufffe\uffff\ud83d\ude00",
                "a | b `c` **d** _e_ ~~f~~ $g$",
                "[a](http://h) ![b](http://h/x.png) [c]: http://h",
                "http://h www.h.example @somebody #12 :smile:",
                "\\|\\`\\<b>\\@all\\#1",
                "\n\n# a\n- b\n| c |\n```",
                "\"'></testcase>",
                "{0} {{1}}",
                "C:\\budgets\\..\\a b.csv",
                "/etc/budget.csv?a=b#c");
    }

    private static List<ReportDocument> samples() {
        return List.of(document(Locale.ENGLISH), document(Samples.SPANISH));
    }

    @ParameterizedTest
    @EnumSource(names = {"SARIF", "JUNIT", "GITHUB", "CSV", "NDJSON", "MARKDOWN"})
    void aFormHasTheSameBytesForOneDocumentAndLinesEndedByLf(ReportDocument.Form form) throws IOException {
        for (ReportDocument document : samples()) {
            byte[] bytes = bytes(form, document);
            assertThat(bytes(form, document)).isEqualTo(bytes);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            assertThat(text).endsWith("\n").doesNotContain("\r");
        }
        assertThat(text(form, document(Samples.SPANISH))).contains("Renglón sin acción");
    }

    @Test
    void sarifHasTheNumbersOfTheDocument() throws IOException {
        ReportDocument document = document(Samples.SPANISH);
        JsonNode run = sarif(document);

        assertThat(run.at("/tool/driver/name").asString()).isEqualTo("hrbudget");
        assertThat(run.at("/tool/driver/version").asString())
                .isEqualTo(document.tool().version());
        assertThat(texts(run.at("/tool/driver/rules"), "/id"))
                .isEqualTo(document.ledger().stream()
                        .map(ReportDocument.RuleAccount::ruleId)
                        .toList());
        assertThat(texts(run.at("/results"), "/level")).containsExactly("error", "error", "note");
        assertThat(texts(run.at("/results"), "/ruleId"))
                .containsExactly("line-names-no-action", "line-names-no-action", "unit-linking-rate-low");
        for (JsonNode result : run.at("/results")) {
            assertThat(run.at("/tool/driver/rules/" + result.at("/ruleIndex").asInt() + "/id")
                            .asString())
                    .isEqualTo(result.at("/ruleId").asString());
        }
        assertThat(texts(run.at("/results"), "/partialFingerprints/hrbudget~1v1"))
                .isEqualTo(document.findings().stream()
                        .map(ReportDocument.Defect::fingerprint)
                        .toList());
        assertThat(texts(run.at("/results"), "/locations/0/physicalLocation/artifactLocation/uri"))
                .containsOnly("budget.csv");
        assertThat(texts(run.at("/results"), "/locations/0/physicalLocation/region/startLine"))
                .containsExactly("17", "1018", "1");
        assertThat(run.at("/properties/violated").toString())
                .isEqualTo("{\"ERROR\":12,\"WARNING\":0,\"REVIEW\":0,\"INFO\":1}");
        assertThat(run.at("/results/0/message/text").asString())
                .isEqualTo("El valor es 1,234,567.50. Señale la línea de acción. (Unidad 11CD01 Secretaría de ejemplo;"
                        + " budget.csv, fila 17, columna «líneas»)");
        assertThat(run.at("/results/0/properties").toString())
                .isEqualTo("{\"unit\":\"11CD01\",\"stake\":\"263687.05\"}");
        assertThat(run.at("/tool/driver/rules/0/help/text").asString())
                .isEqualTo("Fundamento: Manual 2011, transversalidad (S02)\nQué hacer: Señale la línea de acción.");
        assertThat(run.toString()).doesNotContain("null");
    }

    @Test
    void sarifNotifiesOfProblemsOfUndeterminedRulesAndOfWhatIsLeftOut() throws IOException {
        JsonNode invocation = sarif(document(Locale.ENGLISH)).at("/invocations/0");
        assertThat(texts(invocation.at("/toolExecutionNotifications"), "/level"))
                .containsExactly("error", "error", "error", "warning", "note");
        assertThat(texts(invocation.at("/toolExecutionNotifications"), "/message/text"))
                .containsExactly(
                        "budget.csv: Cut off.",
                        "2 rows could not be read.",
                        "budget.csv, row 9, column \"aprobado\", value \"1,2,3\": Not an amount. Write 1234.50.",
                        "Title of approved-negative (approved-negative): 3 of them lack data.",
                        "10 more findings are not among these results. The numbers in the properties of the run are exact.");
        assertThat(invocation.at("/executionSuccessful").asBoolean()).isTrue();

        JsonNode open = sarif(of(Samples.report(Verdict.UNDETERMINED, "budget.csv"), Locale.ENGLISH));
        assertThat(open.at("/invocations/0/executionSuccessful").asBoolean()).isFalse();
    }

    @Test
    void ofManyFindingsSarifHasTheGravestAndEachHasAFingerprintOfItsOwn() throws IOException {
        ReportDocument document = document(Locale.ENGLISH);
        ReportDocument.Defect error = document.findings().get(0);
        ReportDocument.Defect remark = document.findings().get(2);
        List<ReportDocument.Defect> findings = new ArrayList<>();
        LongStream.rangeClosed(1, 6_000).forEach(row -> findings.add(at(remark, "a.csv", row)));
        findings.add(error);
        JsonNode run = sarif(with(document, findings));

        assertThat(run.at("/results")).hasSize(SarifReport.MOST_RESULTS);
        assertThat(run.at("/results/0/level").asString()).isEqualTo("error");
        List<String> fingerprints = texts(run.at("/results"), "/partialFingerprints/hrbudget~1v1");
        assertThat(fingerprints)
                .doesNotHaveDuplicates()
                .contains(remark.fingerprint(), remark.fingerprint() + ":2", remark.fingerprint() + ":4999");
    }

    @Test
    void sarifMeetsThePublishedSchema() throws IOException {
        for (ReportDocument document : samples()) {
            String text = text(ReportDocument.Form.SARIF, document);
            assertThat(SARIF.validate(text, InputFormat.JSON)).isEmpty();
            assertThat(SARIF.validate(text.replace("\"warning\"", "\"grave\""), InputFormat.JSON))
                    .isNotEmpty();
            assertThat(SARIF.validate(text.replace("\"startLine\": 17", "\"startLine\": 0"), InputFormat.JSON))
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostileValuesKeepSarifValidAndInert(String value) throws IOException {
        String text = text(ReportDocument.Form.SARIF, hostile(value));
        assertThat(SARIF.validate(text, InputFormat.JSON)).isEmpty();
        JsonNode run = JSON.readTree(text).at("/runs/0");
        assertThat(run.at("/results")).hasSize(3);
        for (JsonNode result : run.at("/results")) {
            URI uri = URI.create(result.at("/locations/0/physicalLocation/artifactLocation/uri")
                    .asString());
            assertThat(uri.isAbsolute()).isFalse();
            assertThat(uri.getRawPath()).isEqualTo(uri.toString()).doesNotStartWith("/");
            assertThat(result.at("/message/text").asString()).doesNotContain("](");
            assertInert(result.at("/message/text").asString());
        }
    }

    @Test
    void theCasesOfJunitAreTheRulesOfTheLedger() throws Exception {
        ReportDocument document = document(Samples.SPANISH);
        Element suites = xml(document);
        List<Element> suite = children(suites, "testsuite");
        assertThat(suite).extracting(each -> each.getAttribute("name")).containsExactly("hrbudget", "mx-cmx 2011.1");
        List<Element> cases = children(suite.get(1), "testcase");

        assertThat(cases)
                .extracting(each -> each.getAttribute("name"))
                .isEqualTo(document.ledger().stream()
                        .map(rule -> rule.ruleId() + " " + rule.title())
                        .toList());
        assertThat(cases).extracting(each -> each.getAttribute("classname")).containsOnly("mx-cmx 2011.1");
        assertThat(cases)
                .extracting(each -> children(each).get(0).getTagName())
                .containsExactly("failure", "skipped", "error", "system-out");
        Element failure = children(cases.get(0)).get(0);
        assertThat(failure.getAttribute("message")).isEqualTo("12 hallazgos sobre 3,164,244.60 MXN");
        assertThat(failure.getTextContent().lines())
                .hasSize(3)
                .first()
                .isEqualTo("Unidad 11CD01 Secretaría de ejemplo; budget.csv, fila 17, columna «líneas»: El valor es"
                        + " 1,234,567.50. Señale la línea de acción.");
        assertThat(failure.getTextContent()).endsWith("… y 10 más.\n");
        assertThat(children(cases.get(1)).get(0).getAttribute("message"))
                .isEqualTo("No se proporcionó un catálogo de partidas.");
        assertThat(children(cases.get(2)).get(0).getAttribute("message")).isEqualTo("A 3 de ellos les faltan datos.");
        assertThat(cases.get(3).getTextContent()).contains("OBSERVACIÓN: 1 hallazgo\nTodo el presupuesto: ");
        assertThat(children(children(suite.get(0)).get(0)).get(0).getAttribute("message"))
                .isEqualTo("budget.csv: Está cortado.");
        Element rejected = children(children(suite.get(0)).get(1)).get(0);
        assertThat(rejected.getTagName()).isEqualTo("error");
        assertThat(rejected.getAttribute("message")).isEqualTo("2 filas que no se pudieron leer");
        assertThat(rejected.getTextContent())
                .isEqualTo("budget.csv, fila 9, columna «aprobado», valor «1,2,3»: No es un monto. Escriba 1234.50.\n");
    }

    @Test
    void ofEachRuleJunitHasTwentyFindings() throws Exception {
        ReportDocument document = document(Locale.ENGLISH);
        ReportDocument.Defect error = document.findings().get(0);
        List<ReportDocument.Defect> findings = LongStream.rangeClosed(1, 25)
                .mapToObj(row -> at(error, "a.csv", row))
                .toList();
        Element suite = children(xml(with(document, findings, 30)), "testsuite").get(1);
        assertThat(children(children(suite).get(0)).get(0).getTextContent().lines())
                .hasSize(21)
                .last()
                .isEqualTo("… and 10 more.");
    }

    /** No artifact that Maven can bring has a schema of JUnit XML; these are the elements and attributes that its readers agree on. */
    @ParameterizedTest
    @MethodSource("hostile")
    void junitIsWellFormedAndHasTheCountsItSays(String value) throws Exception {
        ReportDocument document = hostile(value);
        Element suites = xml(document);
        assertThat(suites.getTagName()).isEqualTo("testsuites");
        assertCounts(suites);
        for (Element suite : children(suites)) {
            assertThat(suite.getTagName()).isEqualTo("testsuite");
            assertThat(attributes(suite)).containsExactly("errors", "failures", "name", "skipped", "tests", "time");
            assertCounts(suite);
            for (Element each : children(suite)) {
                assertThat(each.getTagName()).isEqualTo("testcase");
                assertThat(attributes(each)).containsExactly("classname", "name", "time");
                assertThat(children(each)).hasSizeLessThan(2).allSatisfy(result -> {
                    assertThat(result.getTagName()).isIn("failure", "error", "skipped", "system-out");
                    assertThat(children(result)).isEmpty();
                    result.getTextContent().lines().forEach(ReportFormsTest::assertInert);
                });
            }
        }
        assertThat(suites.getElementsByTagName("testcase").getLength())
                .isEqualTo(document.ledger().size() + document.problems().size() + 1);
    }

    @Test
    void githubIsToldTheGravestTheCountsAndHowManyMoreThereAre() throws IOException {
        assertThat(text(ReportDocument.Form.GITHUB, document(Locale.ENGLISH)).lines())
                .containsExactly(
                        "::error title=What kept it from being checked in full::budget.csv: Cut off.",
                        "::error file=budget.csv,line=9,title=2 rows could not be read::budget.csv, row 9, column"
                                + " \"aprobado\", value \"1,2,3\": Not an amount. Write 1234.50.",
                        "::error file=budget.csv,line=17,title=Title of line-names-no-action"
                                + " (line-names-no-action)::The value is 1,234,567.50. Name the action. (Unit 11CD01"
                                + " Secretaría de ejemplo; budget.csv, row 17, column \"líneas\")",
                        "::error file=budget.csv,line=1018,title=Title of line-names-no-action"
                                + " (line-names-no-action)::The value is 2.00. Name the action. (Unit 11CD01"
                                + " Secretaría de ejemplo; budget.csv, row 1018, column \"líneas\")",
                        "::notice title=Title of unit-linking-rate-low (unit-linking-rate-low)::The value is 33.33 %25."
                                + " Name the action. (The whole budget)",
                        "::notice title=hrbudget::VERDICT: NOT COMPLIANT. 12 errors · 0 warnings · 0 to be reviewed by"
                                + " a person · 1 remark. 10 more are not shown here.");
    }

    @Test
    void aFindingOfAWholeFileHasNoRow() throws IOException {
        ReportDocument document = document(Locale.ENGLISH);
        ReportDocument whole = with(document, List.of(at(document.findings().get(0), "a.csv", 0)));
        assertThat(text(ReportDocument.Form.GITHUB, whole))
                .contains("::error file=a.csv,title=")
                .contains("(Unit 11CD01 Secretaría de ejemplo; a.csv)");
        assertThat(texts(sarif(whole).at("/results"), "/locations/0/physicalLocation/region/startLine"))
                .containsExactly("1");
    }

    @Test
    void ofOneSeverityThoseThatTouchTheMostMoneyComeFirst() throws IOException {
        ObjectNode tree = JSON.valueToTree(document(Locale.ENGLISH));
        ((ObjectNode) tree.at("/findings/0")).putNull("stake");
        ((ObjectNode) tree.at("/findings/1")).put("stake", "9.00");
        ((ObjectNode) tree.at("/findings/2")).put("severity", "ERROR").put("stake", "10.00");
        ((ObjectNode) tree.at("/ledger/0")).put("stake", "9.00");
        ((ObjectNode) tree.at("/ledger/3")).put("severity", "ERROR").put("stake", "10.00");
        ReportDocument document = read(tree);

        assertThat(texts(sarif(document).at("/results"), "/properties/stake")).containsExactly("10.00", "9.00", "");
        assertThat(text(ReportDocument.Form.MARKDOWN, document))
                .containsSubsequence("- ERROR Title of unit-linking", "- ERROR Title of line-names");
    }

    @Test
    void aRemedyThatIsNotThatOfEveryFindingIsNoHelpForTheRule() throws IOException {
        ObjectNode tree = JSON.valueToTree(document(Locale.ENGLISH));
        ((ObjectNode) tree.at("/findings/0")).put("remedy", "Name action 01.01.01.");
        JsonNode run = sarif(read(tree));
        assertThat(run.at("/tool/driver/rules/0/help/text").asString())
                .isEqualTo("Rests on: Manual 2011, transversalidad (S02)");
        assertThat(run.at("/results/0/message/text").asString()).contains(". Name action 01.01.01. (");
    }

    @Test
    void githubIsToldTenOfAKindAtMost() throws IOException {
        ReportDocument document = document(Locale.ENGLISH);
        List<ReportDocument.Defect> findings = new ArrayList<>();
        for (ReportDocument.Defect defect : document.findings()) {
            LongStream.rangeClosed(1, 12).forEach(row -> findings.add(at(defect, "a.csv", row)));
        }
        List<String> lines = text(ReportDocument.Form.GITHUB, with(document, findings, 24))
                .lines()
                .toList();
        assertThat(lines.stream().filter(line -> line.startsWith("::error "))).hasSize(10);
        assertThat(lines.stream().filter(line -> line.startsWith("::notice "))).hasSize(10);
        // 24 errors, 1 problem and 1 row, of which 10 are shown; 12 remarks are held, of which 9 are shown, and 1 is
        // counted.
        assertThat(lines.get(lines.size() - 1)).endsWith(" 8 more are not shown here.");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void noValueBecomesACommandOfItsOwn(String value) throws IOException {
        ReportDocument document = hostile(value);
        List<String> lines = text(ReportDocument.Form.GITHUB, document).lines().toList();
        assertThat(lines)
                .hasSize(document.findings().size()
                        + document.problems().size()
                        + document.rejectedRows().size()
                        + 1)
                .allSatisfy(line -> {
                    Matcher command = COMMAND.matcher(line);
                    assertThat(command.matches()).as(line).isTrue();
                    assertInert(line);
                    Set<String> names = new HashSet<>();
                    for (String property : command.group(2).split(",", -1)) {
                        assertThat(names.add(property.replaceFirst("=.*", ""))).isTrue();
                    }
                    assertThat(names).isSubsetOf("file", "line", "title");
                });
        assertThat(lines.get(2)).contains("::error file=" + escaped(shown(value)) + ",line=17,title=");
    }

    @Test
    void theTableOfFindingsIsThatOfAFileOfFindingsAndAFingerprint(@TempDir Path folder) throws IOException {
        for (String name : new String[] {"budget.csv", "=1;=2\r\n\"x\""}) {
            ValidationReport report = Samples.report(Verdict.COMPLIANT, name);
            Path path = folder.resolve("findings.csv");
            FindingsFile file = FindingsFile.open(path, FindingsFile.Form.CSV, Samples.SPANISH);
            for (Finding finding : report.findings()) {
                file.accept(finding);
            }
            file.complete();
            ReportDocument document = of(report, Samples.SPANISH);
            List<String> expected = new ArrayList<>(Files.readAllLines(path));
            expected.set(0, expected.get(0) + ",fingerprint,waiver");
            for (int i = 0; i < document.findings().size(); i++) {
                expected.set(
                        i + 1,
                        expected.get(i + 1) + "," + document.findings().get(i).fingerprint() + ",");
            }
            assertThat(text(ReportDocument.Form.CSV, document).lines()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void linesOfJsonAreTheReportAndEachFinding(String value) throws IOException {
        ReportDocument document = hostile(value);
        List<String> lines = List.of(text(ReportDocument.Form.NDJSON, document).split("\n"));
        JsonNode head = JSON.readTree(lines.get(0));
        assertThat(head.at("/type").asString()).isEqualTo("report");
        assertThat(head.at("/verdict").asString()).isEqualTo("NOT_COMPLIANT");
        assertThat(head.at("/violated/ERROR").asLong()).isEqualTo(12);
        assertThat(head.at("/violated/INFO").asLong()).isEqualTo(1);
        assertThat(head.at("/truncated").asBoolean()).isTrue();
        assertThat(head.at("/problems/0/subject").asString()).isEqualTo(value);
        List<ReportDocument.Defect> findings = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            assertThat(line).startsWith("{\"type\":\"finding\",\"fingerprint\":\"");
            findings.add(JSON.readValue(line, ReportDocument.Defect.class));
        }
        assertThat(findings).isEqualTo(document.findings());
    }

    @Test
    void markdownBeginsWithTheVerdictAndHasTheCounts() throws IOException {
        assertThat(text(ReportDocument.Form.MARKDOWN, document(Samples.SPANISH)))
                .isEqualTo("""
                        ## Revisión de un presupuesto público: mx-cmx, ejercicio fiscal 2011, última etapa reportada: ejercido

                        **DICTAMEN: NO CUMPLE.** El presupuesto incumple un deber de la norma. Corrija los errores de abajo y revíselo de nuevo.

                        12 errores · 0 advertencias · 0 puntos que debe valorar una persona · 1 observación

                        **Lo que impidió revisarlo por completo**

                        - budget.csv: Está cortado.

                        **2 filas que no se pudieron leer**

                        - budget.csv, fila 9, columna «aprobado», valor «1,2,3»: No es un monto. Escriba 1234.50.

                        **Lo más urgente:**

                        - ERROR Renglón sin acción — 12 hallazgos sobre 3,164,244.60 MXN
                        - OBSERVACIÓN Tasa baja — 1 hallazgo

                        | Gravedad | Hallazgos | Regla | Recursos que tocan | Fundamento |
                        | --- | ---: | --- | ---: | --- |
                        | ERROR | 12 | Renglón sin acción (line-names-no-action) | 3,164,244.60 MXN | acreditado |
                        | OBSERVACIÓN | 1 | Tasa baja (unit-linking-rate-low) | — | acreditado |
                        """);
    }

    @Test
    void markdownNeverHasMoreThanSixtyLines() throws IOException {
        ObjectNode tree = JSON.valueToTree(document(Locale.ENGLISH));
        for (String part : new String[] {"ledger", "problems", "openDuties", "rejectedRows"}) {
            ArrayNode all = (ArrayNode) tree.get(part);
            if (all.isEmpty()) {
                all.addPOJO(new ReportDocument.OpenDuty("mx-cmx 2011.1", "x", "X", 0, "No data."));
            }
            JsonNode one = all.get(0);
            IntStream.range(0, 99).forEach(i -> all.add(one));
        }
        String text = text(ReportDocument.Form.MARKDOWN, read(tree));
        assertThat(text.lines()).hasSizeBetween(50, 60);
        assertThat(text).contains("- … and 95 more.\n", "- … and 90 more.\n", "\n\n… and 89 more.\n");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void noValueMarksUpMarkdown(String value) throws IOException {
        String text = text(ReportDocument.Form.MARKDOWN, hostile(value));
        List<String> plain =
                text(ReportDocument.Form.MARKDOWN, hostile("x")).lines().toList();
        List<String> lines = text.lines().toList();
        assertThat(lines).hasSameSizeAs(plain).allSatisfy(ReportFormsTest::assertInert);
        for (int i = 0; i < lines.size(); i++) {
            // Without what is escaped, the signs that mark up are those of a text with no such sign.
            String left = lines.get(i).replaceAll("\\\\[!-/:-@\\[-`{-~]", "").replace("<!-- -->", "");
            assertThat(left.replaceAll("[^`*_\\[\\]<>|~$]", ""))
                    .as(lines.get(i))
                    .isEqualTo(plain.get(i).replaceAll("[^`*_\\[\\]<>|~$]", ""));
            assertThat(lines.get(i)).doesNotContainPattern("(?i)(?<!\\\\)://|www[.]|[@#](?!<!-- -->)[a-z0-9]");
        }
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void anyDocumentAtAllIsValidSarifAndWellFormedXml(@ForAll("documents") ReportDocument document) throws Exception {
        String text = text(ReportDocument.Form.SARIF, document);
        assertThat(SARIF.validate(text, InputFormat.JSON)).isEmpty();
        assertThat(JSON.readTree(text).at("/runs/0/results"))
                .hasSize(document.findings().size());
        assertCounts(xml(document));
        for (ReportDocument.Form form : ReportDocument.Form.values()) {
            form.write(document, OutputStream.nullOutputStream());
        }
    }

    @Provide
    Arbitrary<ReportDocument> documents() {
        return new JsonReportTest().documents();
    }

    private static void assertInert(String line) {
        assertThat(line.codePoints().map(Character::getType).boxed())
                .doesNotContain((int) Character.CONTROL, (int) Character.FORMAT, (int) Character.LINE_SEPARATOR, (int)
                        Character.PARAGRAPH_SEPARATOR);
    }

    private static String shown(String value) {
        return Spelling.harmless(value);
    }

    private static String escaped(String value) {
        return value.replace("%", "%25").replace(":", "%3A").replace(",", "%2C");
    }

    private static ReportDocument document(Locale locale) {
        return of(Samples.report(), locale);
    }

    private static ReportDocument of(ValidationReport report, Locale locale) {
        return ReportDocument.of(report, locale, Map.of());
    }

    /** A document that has a value wherever a budget, a pack or a path may bring one. */
    private static ReportDocument hostile(String value) throws IOException {
        ObjectNode tree = JSON.valueToTree(document(Samples.SPANISH));
        Set<String> keys = Set.of(
                "title",
                "message",
                "remedy",
                "unit",
                "unitName",
                "file",
                "column",
                "value",
                "meant",
                "name",
                "subject",
                "reason",
                "citation",
                "source",
                "legalBasis",
                "jurisdiction",
                "currency",
                "pack");
        List<ObjectNode> left = new ArrayList<>(List.of(tree));
        while (!left.isEmpty()) {
            ObjectNode node = left.remove(left.size() - 1);
            for (String key : List.copyOf(node.propertyNames())) {
                JsonNode child = node.get(key);
                if (child instanceof ObjectNode inner && !key.equals("tool") && !key.equals("details")) {
                    left.add(inner);
                } else if (child instanceof ArrayNode all && !key.equals("selection") && !key.equals("indicators")) {
                    all.forEach(each -> {
                        if (each instanceof ObjectNode inner) {
                            left.add(inner);
                        }
                    });
                } else if (keys.contains(key) && child.isString()) {
                    node.put(key, value);
                }
            }
        }
        return read(tree);
    }

    private static ReportDocument.Defect at(ReportDocument.Defect defect, String file, long row) {
        return new ReportDocument.Defect(
                defect.fingerprint(),
                defect.pack(),
                defect.ruleId(),
                defect.severity(),
                defect.title(),
                defect.message(),
                defect.remedy(),
                defect.unit(),
                defect.unitName(),
                new ReportDocument.Location(file, row, null, null, null),
                defect.line(),
                defect.stake(),
                defect.details(),
                defect.waiver());
    }

    private static ReportDocument with(ReportDocument document, List<ReportDocument.Defect> findings)
            throws IOException {
        return with(document, findings, 12);
    }

    /** A document with other findings, of whose first rule there are so many. */
    private static ReportDocument with(ReportDocument document, List<ReportDocument.Defect> findings, long violated)
            throws IOException {
        ObjectNode tree = JSON.valueToTree(document);
        tree.set("findings", JSON.valueToTree(findings));
        ((ObjectNode) tree.at("/ledger/0")).put("violated", violated);
        return read(tree);
    }

    private static ReportDocument read(JsonNode tree) throws IOException {
        return JsonReport.read(new ByteArrayInputStream(JSON.writeValueAsBytes(tree)));
    }

    private static byte[] bytes(ReportDocument.Form form, ReportDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        form.write(document, out);
        return out.toByteArray();
    }

    private static String text(ReportDocument.Form form, ReportDocument document) throws IOException {
        return new String(bytes(form, document), StandardCharsets.UTF_8);
    }

    private static JsonNode sarif(ReportDocument document) throws IOException {
        return JSON.readTree(text(ReportDocument.Form.SARIF, document)).at("/runs/0");
    }

    private static Schema sarifSchema() {
        try (InputStream in = ReportFormsTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            String schema = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> texts(JsonNode array, String pointer) {
        return array.valueStream().map(each -> each.at(pointer).asString()).toList();
    }

    private static Element xml(ReportDocument document) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(bytes(ReportDocument.Form.JUNIT, document)))
                .getDocumentElement();
    }

    private static List<Element> children(Element parent, String name) {
        return children(parent).stream()
                .filter(each -> each.getTagName().equals(name))
                .toList();
    }

    private static List<Element> children(Element parent) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }

    private static List<String> attributes(Element element) {
        return IntStream.range(0, element.getAttributes().getLength())
                .mapToObj(i -> element.getAttributes().item(i).getNodeName())
                .sorted()
                .toList();
    }

    private static void assertCounts(Element suite) {
        Map<String, String> elements = Map.of("tests", "testcase", "failures", "failure", "errors", "error");
        elements.forEach((attribute, name) -> assertThat(suite.getAttribute(attribute))
                .as(attribute)
                .isEqualTo(Integer.toString(suite.getElementsByTagName(name).getLength())));
        if (suite.hasAttribute("skipped")) {
            assertThat(suite.getAttribute("skipped"))
                    .isEqualTo(Integer.toString(
                            suite.getElementsByTagName("skipped").getLength()));
        }
    }
}
