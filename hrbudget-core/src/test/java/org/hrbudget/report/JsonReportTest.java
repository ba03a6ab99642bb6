package org.hrbudget.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.validation.LedgerEntry;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.Severity;
import org.hrbudget.validation.ValidationReport;
import org.hrbudget.validation.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonReportTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void everyDocumentReadsBackEqual(@ForAll("documents") ReportDocument document) throws IOException {
        assertThat(JsonReport.read(new ByteArrayInputStream(bytes(document)))).isEqualTo(document);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void everyDocumentMeetsItsSchema(@ForAll("documents") ReportDocument document) throws IOException {
        assertThat(faults(text(document))).isEmpty();
    }

    @Test
    void aRealReportMeetsTheSchemaInBothLanguages() throws IOException {
        assertThat(faults(text(sample(Locale.ENGLISH)))).isEmpty();
        assertThat(faults(text(sample(Samples.SPANISH)))).isEmpty();
    }

    @Test
    void theSchemaRefusesAnotherVerdictAndANumberWhereTheAmountIsText() throws IOException {
        String json = text(sample(Locale.ENGLISH));
        assertThat(faults(json.replace("\"NOT_COMPLIANT\"", "\"VALID\""))).isNotEmpty();
        assertThat(faults(json.replace("\"1333334.00\"", "1333334.00"))).isNotEmpty();
        assertThat(faults(json.replace("\"truncated\"", "\"cut\""))).isNotEmpty();
    }

    @Test
    void theSchemaNamesExactlyTheComponentsOfTheDocument() {
        JsonNode schema = JSON.readTree(JsonReport.schema());
        assertThat(names(schema)).isEqualTo(components(ReportDocument.class));
        Map<String, Class<? extends Record>> parts = Map.ofEntries(
                Map.entry("tool", ReportDocument.Tool.class),
                Map.entry("budget", ReportDocument.Budget.class),
                Map.entry("right", ReportDocument.RightSum.class),
                Map.entry("unit", ReportDocument.UnitSum.class),
                Map.entry("unitRight", ReportDocument.UnitRight.class),
                Map.entry("withoutRight", ReportDocument.WithoutRight.class),
                Map.entry("selection", ReportDocument.Selection.class),
                Map.entry("rejectedVersion", ReportDocument.RejectedVersion.class),
                Map.entry("input", ReportDocument.Input.class),
                Map.entry("openDuty", ReportDocument.OpenDuty.class),
                Map.entry("ruleAccount", ReportDocument.RuleAccount.class),
                Map.entry("datedRow", Rule.DatedRow.class),
                Map.entry("finding", ReportDocument.Defect.class),
                Map.entry("coming", ReportDocument.Coming.class),
                Map.entry("comingFinding", ReportDocument.ComingDefect.class),
                Map.entry("changes", ReportDocument.Changes.class),
                Map.entry("waived", ReportDocument.Waived.class),
                Map.entry("location", ReportDocument.Location.class),
                Map.entry("line", ReportDocument.Line.class),
                Map.entry("rejectedRow", ReportDocument.Rejection.class),
                Map.entry("problem", ReportDocument.Fault.class),
                Map.entry("indicator", ReportDocument.Figure.class));
        assertThat(schema.get("$defs").propertyNames()).containsExactlyInAnyOrderElementsOf(parts.keySet());
        parts.forEach((name, type) -> {
            JsonNode part = schema.get("$defs").get(name);
            assertThat(names(part)).as(name).isEqualTo(components(type));
            assertThat(part.get("required").valueStream().map(JsonNode::asString))
                    .as(name)
                    .containsExactlyElementsOf(always(type));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1e999999999", "", "1,000.00"})
    void anAmountThatIsNoDecimalNumberIsRefused(String amount) throws IOException {
        String text =
                text(sample(Locale.ENGLISH)).replaceFirst("\"stake\": \"[0-9.]+\"", "\"stake\": \"" + amount + "\"");
        assertThatThrownBy(() -> JsonReport.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no decimal number");
    }

    @Test
    void theSchemaIsNamedByTheVersionThatReportsSay() {
        assertThat(JSON.readTree(JsonReport.schema()).get("$id").asString())
                .isEqualTo("urn:hrbudget:report:" + ReportDocument.SCHEMA_VERSION);
    }

    @Test
    void aReportIsWrittenInOneCallInEnglish() throws IOException {
        ValidationReport report = Samples.report();
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        JsonReport.write(report, out);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo(text(ReportDocument.of(report, Locale.ENGLISH, Map.of())));
    }

    @Test
    void theSchemaNamesEveryWordOfEachEnum() {
        JsonNode parts = JSON.readTree(JsonReport.schema()).get("$defs");
        assertThat(words(JSON.readTree(JsonReport.schema()), "verdict")).isEqualTo(names(Verdict.values()));
        assertThat(words(parts.get("finding"), "severity")).isEqualTo(names(Severity.values()));
        assertThat(words(parts.get("ruleAccount"), "severity")).isEqualTo(names(Severity.values()));
        assertThat(words(parts.get("ruleAccount"), "evidence")).isEqualTo(names(Rule.LegalBasis.Evidence.values()));
        assertThat(words(parts.get("ruleAccount"), "outcome")).isEqualTo(names(LedgerEntry.Outcome.values()));
        assertThat(words(parts.get("budget"), "phase")).isEqualTo(names(BudgetPhase.values()));
        assertThat(words(parts.get("budget"), "basis")).isEqualTo(names(AmountKind.values()));
        assertThat(words(parts.get("unit"), "verdict")).isEqualTo(names(Verdict.values()));
        assertThat(words(parts.get("changes"), "verdict")).isEqualTo(names(Verdict.values()));
        assertThat(words(parts.get("problem"), "kind")).isEqualTo(names(ValidationReport.Problem.ProblemKind.values()));
        assertThat(words(parts.get("rejectedVersion"), "reason"))
                .isEqualTo(names(PackManifest.Selection.Reason.values()));
    }

    @Test
    void keysComeInTheOrderOfTheDocumentAndLinesEndInLf() throws IOException {
        String json = text(sample(Locale.ENGLISH));
        assertThat(json).startsWith("{\n  \"schemaVersion\": \"2.0\",\n  \"tool\": {\n    \"name\": \"hrbudget\",");
        assertThat(json).endsWith("\n}\n").doesNotContain("\r");
        List<String> keys = new ArrayList<>(components(ReportDocument.class));
        // Nobody asked what is coming.
        keys.removeAll(List.of("preview", "changes", "waivers"));
        assertThat(json).doesNotContain("preview", "\"changes\"");
        assertThat(keys.stream().map(key -> json.indexOf("\n  \"" + key + "\":")))
                .isSorted()
                .doesNotContain(-1);
    }

    @Test
    void aRatioHasTenDecimalsAtMostAndAnAmountAllOfThem() {
        ReportDocument document = sample(Locale.ENGLISH);
        assertThat(document.findings().get(2).details()).containsEntry("value", "0.3333333333");
        assertThat(document.findings().get(0).details()).containsEntry("value", "1234567.5");
        assertThat(document.indicators())
                .filteredOn(figure -> figure.id().equals("I01"))
                .extracting(ReportDocument.Figure::value)
                .containsExactly("0.5");
    }

    @Test
    void wordsAreInTheLanguageAskedForAndAccentsAreUtf8() throws IOException {
        assertThat(text(sample(Samples.SPANISH))).contains("Renglón sin acción", "El valor es 1,234,567.50.");
        assertThat(text(sample(Locale.FRENCH))).contains("The value is 1,234,567.50.");
    }

    @Test
    void theVersionIsTheBuilds() {
        assertThat(sample(Locale.ENGLISH).tool().version()).matches("\\d+\\.\\d+\\.\\d+.*|unbuilt");
    }

    @Test
    void findingsAreNewKeptOrGoneByTheirFingerprints() {
        ReportDocument document = sample(Locale.ENGLISH);
        ReportDocument.Defect first = document.findings().get(0);
        ReportDocument.Defect last = document.findings().get(2);
        ReportDocument before = Samples.with(document, List.of(first, first, last), null);
        ReportDocument after =
                Samples.with(document, List.of(first, document.findings().get(1)), null);

        ReportDocument.Changes changes = after.since(before).changes();

        assertThat(changes.kept()).isEqualTo(1);
        assertThat(changes.addedFingerprints())
                .containsExactly(document.findings().get(1).fingerprint());
        assertThat(changes.goneFindings()).containsExactly(first, last);
        assertThat(before.since(after).changes().added()).isEqualTo(2);
        assertThat(after.since(after).changes().gone()).isZero();
        assertThat(changes.partial()).isTrue();
    }

    @Test
    void ownColumnsAreLeftOutOfAllFindings() {
        ReportDocument document = sample(Locale.ENGLISH);
        ReportDocument named = JSON.readValue(
                JSON.writeValueAsString(document)
                        .replaceAll("\"others\":[{][^}]*[}]", "\"others\":{\"Responsable\":\"Ana Ruiz\"}"),
                ReportDocument.class);
        ReportDocument changed = Samples.with(document, List.of(), null).since(named);

        assertThat(JSON.writeValueAsString(named)).contains("Ana Ruiz");
        assertThat(JSON.writeValueAsString(changed)).contains("Ana Ruiz");
        assertThat(JSON.writeValueAsString(changed.withoutOwnColumns())).doesNotContain("Ana Ruiz");
        assertThat(named.withoutOwnColumns()).isEqualTo(document.withoutOwnColumns());
    }

    @Test
    void anEarlierReportOfAnotherJurisdictionIsRefused() {
        ReportDocument document = sample(Locale.ENGLISH);
        ReportDocument.Budget budget = document.budget();
        ReportDocument other = JSON.readValue(
                JSON.writeValueAsString(document).replace("\"" + budget.jurisdiction() + "\"", "\"mx-fed\""),
                ReportDocument.class);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> document.since(other))
                .withMessageContaining("mx-fed")
                .withMessageContaining("Maybe");
    }

    @Test
    void onlyTheRunTellsTwoRunsApart() throws IOException {
        ReportDocument one = ReportDocument.of(Samples.report(), Locale.ENGLISH, Map.of("at", "1"));
        ReportDocument two = ReportDocument.of(Samples.report(), Locale.ENGLISH, Map.of("at", "2"));
        assertThat(text(one)).isNotEqualTo(text(two));
        assertThat(text(one).replace("\"at\": \"1\"", "\"at\": \"2\"")).isEqualTo(text(two));
    }

    @Test
    void aKeyOfALaterVersionIsPassedOver() throws IOException {
        ReportDocument document = sample(Locale.ENGLISH);
        String later = text(document).replaceFirst("\"tool\"", "\"colour\": [1, 2],\n  \"tool\"");
        assertThat(JsonReport.read(stream(later))).isEqualTo(document);
    }

    @Test
    void anotherMajorVersionIsRefusedByItsNumber() throws IOException {
        String other = text(sample(Locale.ENGLISH)).replace("\"schemaVersion\": \"2.0\"", "\"schemaVersion\": \"3.0\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonReport.read(stream(other)))
                .withMessageContaining("3.0")
                .withMessageContaining("Maybe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "[]", "{\"schemaVersion\": \"2.0\"}", "nonsense", "{\"tool\": {"})
    void whatIsNoReportIsRefused(String json) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonReport.read(stream(json)))
                .withMessageContaining("Not a report");
    }

    @Test
    void aStreamThatCannotTakeItFailsWithItsOwnException() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("disk full");
            }
        };
        assertThatThrownBy(() -> JsonReport.write(sample(Locale.ENGLISH), full))
                .isInstanceOf(IOException.class)
                .hasMessage("disk full");
    }

    @Test
    void aStreamThatFailsInTheMiddleFailsWithItsOwnException() {
        ReportDocument sample = sample(Locale.ENGLISH);
        // Longer than the buffer of the writer, so that the failure comes while findings are being written.
        ReportDocument longer = Samples.with(
                sample, Collections.nCopies(1_000, sample.findings().get(0)), null);
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("disk full");
            }
        };
        assertThatThrownBy(() -> JsonReport.write(longer, full))
                .isInstanceOf(IOException.class)
                .hasMessage("disk full");
    }

    @Provide
    Arbitrary<ReportDocument> documents() {
        Arbitrary<String> text = Arbitraries.strings().ofMaxLength(12);
        Arbitrary<String> rule = Arbitraries.of("line-names-no-action", "x", "a-1");
        Arbitrary<Long> count = Arbitraries.longs().between(0, Long.MAX_VALUE);
        Arbitrary<Map<String, String>> map = Arbitraries.maps(text, text).ofMaxSize(3);
        Arbitrary<Map<String, String>> hashes =
                Arbitraries.maps(text, Arbitraries.of("ab".repeat(32))).ofMaxSize(2);
        Arbitrary<ReportDocument.Selection> selection = Combinators.combine(
                        text,
                        Arbitraries.of("1", "2011.10"),
                        text,
                        Arbitraries.integers().between(1900, 2999).injectNull(0.3),
                        Arbitraries.of("2011-12-31").injectNull(0.3),
                        Arbitraries.of(PackManifest.Selection.Reason.class).injectNull(0.3),
                        hashes)
                .as((jurisdiction, version, title, year, day, reason, sha) -> new ReportDocument.Selection(
                        jurisdiction,
                        version,
                        title,
                        year,
                        day,
                        reason,
                        List.of(new ReportDocument.RejectedVersion(title, PackManifest.Selection.Reason.GAP)),
                        sha));
        Arbitrary<List<String>> headings = text.list().ofMaxSize(2);
        Arbitrary<ReportDocument.Columns> columns =
                Combinators.combine(headings, headings, headings).as(ReportDocument.Columns::new);
        Arbitrary<ReportDocument.Input> input = Combinators.combine(
                        text,
                        Arbitraries.of("cd".repeat(32)).injectNull(0.3),
                        text.injectNull(0.3),
                        count,
                        columns.injectNull(0.3))
                .as((name, sha, layout, rows, read) -> new ReportDocument.Input(
                        name, sha, layout, rows, rows, 0, 0, read, List.of("Read as windows-1252.")));
        Arbitrary<ReportDocument.RuleAccount> account = Combinators.combine(
                        text,
                        rule,
                        Arbitraries.of(Severity.class),
                        Arbitraries.of(Rule.LegalBasis.Evidence.class),
                        count,
                        Arbitraries.of(LedgerEntry.Outcome.class),
                        text.injectNull(0.3))
                .as((pack, id, severity, evidence, rows, outcome, reason) -> new ReportDocument.RuleAccount(
                        pack,
                        id,
                        severity,
                        rows % 2 == 0,
                        pack,
                        pack,
                        pack,
                        pack,
                        evidence,
                        rows,
                        rows,
                        rows,
                        rows % 2 == 0 ? null : "12.50",
                        outcome,
                        reason,
                        rows % 3 == 0
                                ? List.of()
                                : List.of(new Rule.DatedRow(
                                        "parameters.csv", id, "0.05", Rule.DatedRow.Basis.FISCAL_YEAR, "2011", null))));
        Arbitrary<ReportDocument.Location> location = Combinators.combine(
                        text, count, text.injectNull(0.3), text.injectNull(0.3), text.injectNull(0.3))
                .as(ReportDocument.Location::new);
        Arbitrary<ReportDocument.Line> line = Combinators.combine(
                        text,
                        count,
                        text.injectNull(0.3),
                        map,
                        map,
                        Arbitraries.of("-12.50", "0").injectNull(0.3))
                .as(ReportDocument.Line::new);
        Arbitrary<ReportDocument.Defect> defect = Combinators.combine(
                        text,
                        rule,
                        Arbitraries.of(Severity.class),
                        text,
                        text.injectNull(0.3),
                        location.injectNull(0.3),
                        line.injectNull(0.3),
                        map)
                .as((pack, id, severity, message, unit, at, of, details) -> new ReportDocument.Defect(
                        "0123456789abcdef",
                        pack,
                        id,
                        severity,
                        message,
                        message,
                        message,
                        unit,
                        unit,
                        at,
                        of,
                        of == null ? null : "12.50",
                        details,
                        of == null ? null : 0));
        Arbitrary<ReportDocument.Rejection> rejection = Combinators.combine(
                        text, count, text.injectNull(0.3), text.injectNull(0.3), text)
                .as(ReportDocument.Rejection::new);
        Arbitrary<ReportDocument.Fault> fault = Combinators.combine(
                        Arbitraries.of(ValidationReport.Problem.ProblemKind.class), text, text)
                .as(ReportDocument.Fault::new);
        Arbitrary<ReportDocument.Figure> figure = Combinators.combine(
                        text,
                        Arbitraries.of("0.75", "-12", "1234567890123456789.01").injectNull(0.3),
                        Arbitraries.of("3", "-12.50").injectNull(0.3),
                        Arbitraries.of("4").injectNull(0.3),
                        text,
                        map)
                .as(ReportDocument.Figure::new);
        Arbitrary<ReportDocument.Budget> budget = Combinators.combine(
                        text,
                        Arbitraries.integers().between(1900, 2999).injectNull(0.3),
                        Arbitraries.of(BudgetPhase.class),
                        Arbitraries.of(AmountKind.class),
                        count)
                .as((jurisdiction, year, phase, kind, lines) -> new ReportDocument.Budget(
                        jurisdiction,
                        year,
                        phase,
                        kind,
                        "MXN",
                        lines,
                        Map.of(kind, "12.50"),
                        lines % 2 == 0 ? null : new ReportDocument.WithoutRight("12.50", null, "-0.50", "13.00")));
        Arbitrary<ReportDocument> head = Combinators.combine(
                        selection.list().ofMaxSize(2),
                        input.list().ofMaxSize(2),
                        account.list().ofMaxSize(3),
                        text,
                        budget)
                .as((selections, inputs, ledger, version, checked) -> new ReportDocument(
                        "2.3",
                        new ReportDocument.Tool("hrbudget", version),
                        "es",
                        checked,
                        selections,
                        inputs,
                        BudgetHeader.Scope.UNIT,
                        Verdict.COMPLIANT,
                        ledger.stream()
                                .map(entry -> new ReportDocument.OpenDuty(
                                        entry.pack(), entry.ruleId(), version, entry.undetermined(), entry.reason()))
                                .toList(),
                        ledger,
                        List.of(),
                        false,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(
                                new ReportDocument.RightSum("01", version, false, 3, 2, 1, "12.50", "-1.00"),
                                new ReportDocument.RightSum("02", version, true, 3, null, null, null, null)),
                        List.of(
                                new ReportDocument.UnitSum(
                                        "U",
                                        null,
                                        version,
                                        Verdict.NOT_COMPLIANT,
                                        Map.of(Severity.ERROR, 3L),
                                        4,
                                        2,
                                        1L,
                                        "-12.50",
                                        "0",
                                        List.of(new ReportDocument.UnitRight("01", 1, "0"))),
                                new ReportDocument.UnitSum(
                                        "V",
                                        version,
                                        null,
                                        Verdict.UNDETERMINED,
                                        Map.of(),
                                        0,
                                        2,
                                        null,
                                        "1",
                                        null,
                                        null)),
                        null,
                        null,
                        null,
                        Map.of()));
        Arbitrary<ReportDocument.Coming> coming = Combinators.combine(
                        text,
                        Arbitraries.integers().between(1900, 2999).injectNull(0.3),
                        Arbitraries.of("2011-05-30").injectNull(0.3),
                        count,
                        Combinators.combine(Arbitraries.of(Severity.class).injectNull(0.3), defect)
                                .as(ReportDocument.ComingDefect::new)
                                .list()
                                .ofMaxSize(2))
                .as((pack, year, day, all, defects) ->
                        new ReportDocument.Coming(pack, pack, pack, year, day, all, true, defects));
        return Combinators.combine(
                        head,
                        defect.list().ofMaxSize(3),
                        Arbitraries.of(true, false),
                        rejection.list().ofMaxSize(2),
                        fault.list().ofMaxSize(2),
                        figure.list().ofMaxSize(3),
                        coming.list().ofMaxSize(2).injectNull(0.5),
                        map)
                .as((h, findings, truncated, rows, problems, figures, previews, run) -> new ReportDocument(
                        h.schemaVersion(),
                        h.tool(),
                        h.language(),
                        h.budget(),
                        h.selection(),
                        h.input(),
                        h.scope(),
                        Verdict.UNDETERMINED,
                        h.openDuties(),
                        h.ledger(),
                        findings,
                        truncated,
                        rows,
                        problems,
                        figures,
                        h.rights(),
                        h.units(),
                        previews,
                        previews == null
                                ? null
                                : new ReportDocument.Changes(
                                        Verdict.COMPLIANT,
                                        null,
                                        1,
                                        0,
                                        2,
                                        truncated,
                                        List.of("0123456789abcdef"),
                                        findings),
                        truncated ? List.of(waived(ReportDocument.Waived.State.USED)) : null,
                        run));
    }

    private static ReportDocument.Waived waived(ReportDocument.Waived.State state) {
        return new ReportDocument.Waived(
                "waivers.csv", 2, "0123456789abcdef", null, null, "why", "who", "2011-03-31", state, 1, "12.50");
    }

    private static ReportDocument sample(Locale locale) {
        return ReportDocument.of(Samples.report(), locale, Map.of());
    }

    private static List<String> faults(String json) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(JsonReport.schema())
                .validate(json, InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static List<String> names(JsonNode schema) {
        return List.copyOf(schema.get("properties").propertyNames());
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private static List<String> words(JsonNode schema, String property) {
        return schema.get("properties")
                .get(property)
                .get("enum")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    /** {@return the components that are written whatever they are} */
    private static List<String> always(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> !component.getAccessor().isAnnotationPresent(JsonInclude.class))
                .map(RecordComponent::getName)
                .toList();
    }

    private static List<String> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    private static String text(ReportDocument document) throws IOException {
        return new String(bytes(document), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(ReportDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonReport.write(document, out);
        return out.toByteArray();
    }

    private static ByteArrayInputStream stream(String json) {
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }
}
