package org.hrbudget.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.Input;
import org.hrbudget.io.ReadingAccount;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.Position;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.rules.oracle.RandomBudgets;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.LedgerEntry;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.ValidationReport;
import org.jspecify.annotations.Nullable;

/** A budget says the same in one file and cut into several, but for the names and rows it is under. */
@Tag("long")
class SplitFilesProperties {

    private static final RulePack PACK = RulePacks.load("mx-cmx", "2011.2");
    private static final int MOST_LINKS = 3;

    @Property(tries = 150)
    void filesReadAsOneSaySoMuchAsTheWhole(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 40) int count,
            @ForAll @Size(max = 3) List<@IntRange(min = 0, max = 40) Integer> cuts,
            @ForAll @IntRange(min = 1, max = 3) int threads) {
        List<String> rows = RandomBudgets.large(seed, "mx-cmx", count).lines().stream()
                .map(SplitFilesProperties::row)
                .toList();
        List<Integer> edges = Stream.concat(Stream.of(0, rows.size()), cuts.stream())
                .map(cut -> Math.min(cut, rows.size()))
                .sorted()
                .toList();
        List<List<String>> parts = new ArrayList<>();
        Map<String, Integer> firstRows = new TreeMap<>();
        for (int i = 1; i < edges.size(); i++) {
            firstRows.put(name(i), edges.get(i - 1));
            parts.add(rows.subList(edges.get(i - 1), edges.get(i)));
        }

        ValidationReport whole = validate(List.of(rows), 1);
        ValidationReport split = validate(parts, threads);

        Map<String, Integer> firstRow = Map.of(name(1), 0);
        assertThat(split.rejectedRows().stream().map(row -> shown(row, firstRows)))
                .isEqualTo(whole.rejectedRows().stream()
                        .map(row -> shown(row, firstRow))
                        .toList());
        assertThat(split.verdict()).isEqualTo(whole.verdict());
        assertThat(split.indicators()).isEqualTo(whole.indicators());
        assertThat(split.ledger().stream().map(SplitFilesProperties::row))
                .isEqualTo(
                        whole.ledger().stream().map(SplitFilesProperties::row).toList());
        assertThat(split.findings().stream().map(finding -> shown(finding, firstRows)))
                .isEqualTo(whole.findings().stream()
                        .map(finding -> shown(finding, firstRow))
                        .toList());
    }

    private static ValidationReport validate(List<List<String>> parts, int threads) {
        Input[] inputs = new Input[parts.size()];
        for (int i = 0; i < inputs.length; i++) {
            byte[] bytes = (heading() + "\n" + String.join("", parts.get(i))).getBytes(StandardCharsets.UTF_8);
            inputs[i] = Input.of(name(i + 1), () -> new ByteArrayInputStream(bytes));
        }
        return BudgetValidator.builder()
                .packs(PACK)
                .programme(RandomBudgets.programme())
                .threads(threads)
                .build()
                .validate(Budgets.reading(inputs).source());
    }

    private static String name(int part) {
        return "part-" + part + ".csv";
    }

    static String row(LedgerEntry entry) {
        return entry.rule().id() + " " + entry.examined() + " " + entry.violated() + " " + entry.undetermined() + " "
                + entry.outcome();
    }

    /** A finding with its rows counted through all files. */
    private static String shown(Finding finding, Map<String, Integer> firstRows) {
        Map<String, String> details = new TreeMap<>();
        finding.details().forEach((name, detail) -> details.put(name, detail.text()));
        Finding.Detail firstFile = finding.details().get("firstFile");
        if (firstFile != null) {
            int row = Integer.parseInt(details.get("firstRow"));
            details.put("firstRow", Integer.toString(row + firstRows.get(firstFile.text())));
            details.put("firstFile", "");
        }
        return finding.ruleId() + " " + row(finding.position(), firstRows) + " " + finding.column() + " "
                + finding.unitCode() + " " + details;
    }

    private static String shown(ReadingAccount.RejectedRow rejected, Map<String, Integer> firstRows) {
        return row(rejected.position(), firstRows) + " " + rejected.column() + " " + rejected.value();
    }

    private static String row(@Nullable Position position, Map<String, Integer> firstRows) {
        return position == null ? "" : Long.toString(position.row() + firstRows.get(position.file()));
    }

    static String heading() {
        List<String> columns = new ArrayList<>(List.of(
                "fiscal_year",
                "unit_code",
                "unit_name",
                "unit_kind",
                "functional_code",
                "programme_code",
                "object_code",
                "funding_source",
                "spending_type",
                "result",
                "subresult",
                "activity",
                "identifier_digit",
                "rights_information",
                "no_action_reason"));
        Arrays.stream(AmountKind.values())
                .forEach(kind -> columns.add(kind.name().toLowerCase(Locale.ROOT)));
        for (int i = 1; i <= MOST_LINKS; i++) {
            String action = "action_" + i;
            columns.addAll(
                    List.of(action, action + "_sequence", action + "_right", action + "_amount", action + "_share"));
        }
        return String.join(",", columns);
    }

    static String row(SpendingLine line) {
        return String.join(
                        ",",
                        cells(line).stream().map(SplitFilesProperties::cell).toList()) + "\n";
    }

    /** {@return what is in the cells of a line, under {@link #heading()}} */
    static List<@Nullable Object> cells(SpendingLine line) {
        List<@Nullable Object> cells = new ArrayList<>();
        BudgetUnit unit = line.unit();
        cells.add(line.fiscalYear());
        // A row without any text would be passed over: the name keeps it.
        cells.addAll(Arrays.asList(
                unit == null ? null : unit.code(),
                unit == null ? "Sin clave" : unit.name(),
                unit == null ? null : unit.kind()));
        cells.addAll(Arrays.asList(line.functionalCode(), line.programmeCode(), line.objectCode()));
        cells.addAll(Arrays.asList(line.fundingSource(), line.spendingType()));
        cells.add(line.resultStructure().result());
        cells.add(line.resultStructure().subresult());
        cells.add(line.resultStructure().activity());
        cells.add(line.identifierDigit());
        cells.add(word(line.rightsInformation()));
        cells.add(line.noActionReason());
        for (AmountKind kind : AmountKind.values()) {
            cells.add(line.amount(kind));
        }
        for (int i = 0; i < MOST_LINKS; i++) {
            ActionLink link = i < line.links().size() ? line.links().get(i) : null;
            String none = line.saysNoneApplies() && i == line.links().size() ? "No aplica" : null;
            cells.addAll(link == null ? Arrays.asList(none, null, null, null, null) : cells(link));
        }
        return cells;
    }

    static @Nullable String word(SpendingLine.@Nullable RightsInformation state) {
        return state == null ? null : state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<@Nullable Object> cells(ActionLink link) {
        return Arrays.asList(link.actionCode(), link.sequence(), link.namedRight(), link.amount(), link.share());
    }

    private static String cell(@Nullable Object value) {
        return value == null ? "" : "\"" + value.toString().replace("\"", "\"\"") + "\"";
    }
}
