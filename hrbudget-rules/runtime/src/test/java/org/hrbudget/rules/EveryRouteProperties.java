package org.hrbudget.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.hrbudget.io.BudgetSource;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.Input;
import org.hrbudget.io.spi.LineReader;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Budget;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.Position;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.rules.oracle.RandomBudgets;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.ValidationReport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One budget has one answer: in a file with columns, in a workbook, in a JSON body and in memory. */
@Tag("long")
class EveryRouteProperties {

    private static final RulePack PACK = RulePacks.load("mx-cmx", "2011.2");
    private static final int DIGITS_OF_A_WORKBOOK = 15;
    private static final FiscalYear YEAR = FiscalYear.of(2011);

    @Property(tries = 150)
    void theSameLinesGiveTheSameReport(@ForAll long seed, @ForAll @IntRange(max = 12) int count) {
        List<String> rows = RandomBudgets.large(seed, "mx-cmx", count).lines().stream()
                .map(SplitFilesProperties::row)
                .toList();
        BudgetSource drawn = csv(rows);
        List<SpendingLine> lines = new ArrayList<>();
        Budget.Builder memory;
        try (LineReader reader = drawn.open()) {
            memory = Budget.builder(reader.header()).promises(reader.promises());
            for (SpendingLine line = reader.next(); line != null; line = reader.next()) {
                lines.add(line.toBuilder().position(SpendingLine.NOWHERE).build());
            }
        }
        Budget budget = memory.lines(lines).build();
        if (lines.isEmpty()) {
            return;
        }

        Map<String, Object> inMemory = told(BudgetSource.of(budget));

        assertThat(told(csv(lines.stream().map(SplitFilesProperties::row).toList())))
                .isEqualTo(inMemory);
        assertThat(told(json(lines))).isEqualTo(inMemory);
        assertThat(told(workbook(lines))).isEqualTo(inMemory);
    }

    private static BudgetSource csv(List<String> rows) {
        return source("budget.csv", SplitFilesProperties.heading() + "\n" + String.join("", rows));
    }

    private static BudgetSource json(List<SpendingLine> lines) {
        return source(
                "budget.json",
                new JsonMapper()
                        .writeValueAsString(Map.of(
                                "phase",
                                "paid",
                                "lines",
                                lines.stream().map(EveryRouteProperties::object).toList())));
    }

    private static BudgetSource source(String name, String text) {
        return source(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Amounts are numbers there, as far as a workbook can hold their digits; of a share it would not keep the zeros that are told. */
    private static BudgetSource workbook(List<SpendingLine> lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Anteproyecto");
            String[] headings = SplitFilesProperties.heading().split(",", -1);
            for (int column = 0; column < headings.length; column++) {
                sheet.value(0, column, headings[column]);
            }
            for (int row = 0; row < lines.size(); row++) {
                List<@Nullable Object> cells = SplitFilesProperties.cells(lines.get(row));
                for (int column = 0; column < cells.size(); column++) {
                    Object cell = cells.get(column);
                    boolean share = headings[column].endsWith("_share");
                    if (cell instanceof BigDecimal number && number.precision() <= DIGITS_OF_A_WORKBOOK && !share) {
                        sheet.value(row + 1, column, number);
                    } else if (cell != null) {
                        sheet.value(row + 1, column, cell.toString());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return source("budget.xlsx", bytes.toByteArray());
    }

    private static BudgetSource source(String name, byte[] bytes) {
        return Budgets.reading(Input.of(name, () -> new ByteArrayInputStream(bytes)))
                .fiscalYear(YEAR)
                .source();
    }

    private static Map<String, @Nullable Object> object(SpendingLine line) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        BudgetUnit unit = line.unit();
        FiscalYear year = line.fiscalYear();
        object.put("fiscal_year", year == null ? null : year.value());
        object.put("unit_code", unit == null ? null : unit.code());
        object.put("unit_name", unit == null ? "Sin clave" : unit.name());
        object.put("unit_kind", unit == null ? null : unit.kind());
        object.put("functional_code", line.functionalCode());
        object.put("programme_code", line.programmeCode());
        object.put("object_code", line.objectCode());
        object.put("funding_source", line.fundingSource());
        object.put("spending_type", line.spendingType());
        object.put("result", line.resultStructure().result());
        object.put("subresult", line.resultStructure().subresult());
        object.put("activity", line.resultStructure().activity());
        object.put("identifier_digit", line.identifierDigit());
        object.put("rights_information", SplitFilesProperties.word(line.rightsInformation()));
        object.put("no_action_reason", line.noActionReason());
        for (AmountKind kind : AmountKind.values()) {
            object.put(kind.name().toLowerCase(java.util.Locale.ROOT), line.amount(kind));
        }
        List<Map<String, @Nullable Object>> links = new ArrayList<>();
        for (ActionLink link : line.links()) {
            Map<String, @Nullable Object> member = new LinkedHashMap<>();
            member.put("action", link.actionCode());
            member.put("sequence", link.sequence());
            member.put("right", link.namedRight());
            member.put("amount", link.amount());
            member.put("share", link.share());
            links.add(member);
        }
        if (line.saysNoneApplies()) {
            links.add(Map.of("action", "No aplica"));
        }
        object.put("links", links);
        return object;
    }

    /** What a report says, but for the names of files and columns and where a row is in them. */
    private static Map<String, Object> told(BudgetSource source) {
        ValidationReport report = BudgetValidator.builder()
                .packs(PACK)
                .fiscalYear(YEAR)
                .programme(RandomBudgets.programme())
                .build()
                .validate(source);
        Map<Position, Integer> places = new TreeMap<>();
        try (LineReader reader = source.open()) {
            for (SpendingLine line = reader.next(); line != null; line = reader.next()) {
                places.put(line.position(), places.size());
            }
        }
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("verdict", report.verdict());
        told.put(
                "ledger",
                report.ledger().stream()
                        .map(entry -> SplitFilesProperties.row(entry) + " " + entry.reason())
                        .toList());
        told.put(
                "findings",
                report.findings().stream().map(found -> shown(found, places)).toList());
        told.put(
                "problems",
                report.problems().stream().map(problem -> problem.message()).toList());
        told.put("summaries", report.summaries());
        told.put("indicators", report.indicators());
        told.put("rejected", report.rejectedRows().size());
        return told;
    }

    private static String shown(Finding finding, Map<Position, Integer> places) {
        Set<String> ofFiles = Set.of("firstFile", "firstRow");
        Map<String, String> details = new TreeMap<>();
        finding.details().forEach((name, detail) -> {
            if (!ofFiles.contains(name)) {
                details.put(name, detail.text());
            }
        });
        Position position = finding.position();
        return finding.ruleId() + " " + (position == null ? "" : places.get(position)) + " " + finding.unitCode() + " "
                + details;
    }
}
