package org.hrbudget.rules.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hrbudget.io.BudgetSource;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.Input;
import org.hrbudget.io.Layout;
import org.hrbudget.model.Position;
import org.hrbudget.rules.PacksUnderTest;
import org.hrbudget.rules.RulePacks;
import org.hrbudget.rules.authoring.RuleExplanation.Answer;
import org.hrbudget.rules.testing.PlantedBudget;
import org.hrbudget.rules.testing.PlantedBudget.Defect.Place;
import org.hrbudget.rules.testing.PlantedBudgets;
import org.hrbudget.validation.LedgerEntry;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.Severity;
import org.hrbudget.validation.ValidationReport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The explained repair of a planted defect is written into the file of the budget, as its unit would, and the file is read and validated
 * anew: the finding is gone and none has come. Rules that no defect can be planted for are about documents or the whole budget.
 */
@Tag("long")
class ExplainedRepairsTest {

    /** Enough that each rule of every pack has a defect. */
    private static final int LINES = 700;

    private static final int PER_THOUSAND = 100;

    static Stream<PackManifest> packs() {
        return PacksUnderTest.manifests();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void ofEveryRuleThatCanBePlanted(PackManifest manifest) {
        RulePack pack = RulePacks.load(manifest.jurisdiction(), manifest.version());
        PlantedBudget planted =
                PlantedBudgets.of(pack).withDefects(PER_THOUSAND).budget(42, LINES);
        Sheet sheet = Sheet.of(planted);
        ValidationReport before = validated(sheet, planted, pack);
        Map<String, Place> defects = new LinkedHashMap<>();
        planted.defects().forEach(defect -> defects.putIfAbsent(defect.ruleId(), defect.place()));
        assertThat(defects.keySet()).containsExactlyInAnyOrderElementsOf(planted.rules());
        // What is just told needs no repair, and a repair may give rise to it.
        before.ledger().stream()
                .filter(entry -> entry.rule().severity() == Severity.INFO)
                .forEach(entry -> defects.remove(entry.rule().id()));
        List<String> wrong = new ArrayList<>();
        defects.forEach((rule, place) -> {
            RuleExplanation explanation = explained(rule, place, sheet, planted, pack);
            List<String> faults = faults(explanation, place, before, sheet, planted, pack);
            if (!faults.isEmpty()) {
                wrong.add(rule + " at " + place + ": " + explanation.repair() + " " + faults);
            }
        });
        assertThat(wrong).isEmpty();
    }

    private static List<String> faults(
            RuleExplanation explanation,
            Place place,
            ValidationReport before,
            Sheet sheet,
            PlantedBudget planted,
            RulePack pack) {
        RuleExplanation.Repair repair = explanation.repair();
        if (explanation.answer() != Answer.VIOLATED
                || repair == null
                || repair.changes().isEmpty()) {
            return List.of("no repair");
        }
        Sheet repaired = sheet.with(explanation.position().row(), repair.changes());
        ValidationReport after = validated(repaired, planted, pack);
        Set<String> was = findings(before);
        Set<String> is = findings(after);
        List<String> faults = new ArrayList<>();
        if (is.contains(explanation.rule().id() + " at " + place)) {
            faults.add("still there");
        }
        is.stream().filter(finding -> !was.contains(finding)).forEach(finding -> faults.add("came: " + finding));
        for (int i = 0; i < after.ledger().size(); i++) {
            LedgerEntry then = before.ledger().get(i);
            LedgerEntry now = after.ledger().get(i);
            if (now.rule().severity() != Severity.INFO
                    && (now.violated() > then.violated() || now.undetermined() > then.undetermined())) {
                faults.add("more: " + now);
            }
        }
        if (after.openDuties().size() > before.openDuties().size()
                || !before.problems().containsAll(after.problems())) {
            faults.add("open: " + after.openDuties() + after.problems());
        }
        return faults;
    }

    private static Set<String> findings(ValidationReport report) {
        return report.findings().stream()
                .filter(finding -> finding.rule().severity() != Severity.INFO)
                .map(finding -> finding.ruleId() + " at " + Place.of(finding))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static ValidationReport validated(Sheet sheet, PlantedBudget planted, RulePack pack) {
        return planted.validator(pack).build().validate(sheet.source(planted, pack));
    }

    /** Of a right or an action, the explanation is of a line that has no defect of its own and could name one more action. */
    private static RuleExplanation explained(
            String rule, Place place, Sheet sheet, PlantedBudget planted, RulePack pack) {
        RuleExplanation.Builder explanation = RuleExplanation.of(rule, pack)
                .programme(planted.programme().orElse(null))
                .itemCatalogue(planted.itemCatalogue())
                .with(validator -> planted.deflator().ifPresent(validator::deflator));
        BudgetSource source = sheet.source(planted, pack);
        if (place.kind() != Place.PlaceKind.CODE) {
            return explanation.on(source, new Position("", sheet.row(place)));
        }
        Set<Long> defective = planted.defects().stream()
                .filter(defect -> defect.place().kind() == Place.PlaceKind.ROW)
                .map(defect -> Long.parseLong(defect.place().name()))
                .collect(Collectors.toSet());
        RuleExplanation last = null;
        for (long row : LongStream.rangeClosed(2, LINES + 1L)
                .filter(each -> !defective.contains(each))
                .limit(40)
                .toArray()) {
            last = explanation.on(source, new Position("", row));
            if (isAbout(last, place)
                    && !Objects.requireNonNull(last.repair()).changes().isEmpty()) {
                return last;
            }
        }
        return Objects.requireNonNull(last);
    }

    private static boolean isAbout(RuleExplanation explanation, Place place) {
        return explanation.findings().stream()
                .allMatch(finding -> Place.of(finding).equals(place));
    }

    /**
     * A budget as rows of cells, the first of them headings.
     *
     * @param rows the rows
     */
    private record Sheet(List<List<String>> rows) {

        static Sheet of(PlantedBudget planted) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            planted.writeTo(out);
            List<List<String>> rows = new ArrayList<>();
            out.toString(StandardCharsets.UTF_8).lines().forEach(line -> rows.add(cells(line)));
            return new Sheet(rows);
        }

        private static List<String> cells(String line) {
            List<String> cells = new ArrayList<>();
            StringBuilder cell = new StringBuilder();
            boolean quoted = false;
            for (char c : (line + ",").toCharArray()) {
                if (c == '"') {
                    quoted = !quoted;
                } else if (c == ',' && !quoted) {
                    cells.add(cell.toString());
                    cell.setLength(0);
                } else {
                    cell.append(c);
                }
            }
            return cells;
        }

        long row(Place place) {
            if (place.kind() == Place.PlaceKind.ROW) {
                return Long.parseLong(place.name());
            }
            int column = rows.get(0).indexOf("unit_code");
            for (int i = 1; i < rows.size(); i++) {
                if (rows.get(i).get(column).equals(place.name())) {
                    return i + 1L;
                }
            }
            throw new AssertionError("No line of " + place);
        }

        /** {@return the same with some cells changed; a column that is not there yet is added} */
        Sheet with(long row, List<RuleExplanation.Repair.Change> changes) {
            List<List<String>> changed = new ArrayList<>();
            rows.forEach(cells -> changed.add(new ArrayList<>(cells)));
            for (RuleExplanation.Repair.Change change : changes) {
                String field = change.cell().field();
                if (!changed.get(0).contains(field)) {
                    changed.get(0).add(field);
                    changed.subList(1, changed.size()).forEach(cells -> cells.add(""));
                }
                int column = changed.get(0).indexOf(field);
                List<String> cells = changed.get((int) row - 1);
                assertThat(cells.get(column).strip())
                        .isEqualTo(Objects.requireNonNullElse(change.cell().value(), ""));
                cells.set(column, Objects.requireNonNullElse(change.after(), ""));
            }
            return new Sheet(changed);
        }

        BudgetSource source(PlantedBudget planted, RulePack pack) {
            StringBuilder text = new StringBuilder();
            for (List<String> cells : rows) {
                text.append(cells.stream()
                                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                                .collect(Collectors.joining(",")))
                        .append('\n');
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            Budgets.Reading reading = Budgets.reading(
                            Input.of(PlantedBudget.FILE, () -> new ByteArrayInputStream(bytes)))
                    .layout(Layout.named("hrbudget"))
                    .jurisdiction(pack.manifest().jurisdiction())
                    .fiscalYear(planted.fiscalYear());
            planted.baseline().ifPresent(reading::baseline);
            return reading.source();
        }
    }
}
