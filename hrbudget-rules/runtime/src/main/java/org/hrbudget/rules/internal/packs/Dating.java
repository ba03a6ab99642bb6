package org.hrbudget.rules.internal.packs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.rules.internal.language.CheckedRule;
import org.hrbudget.rules.internal.packs.tables.CrossCheck;
import org.hrbudget.rules.internal.packs.tables.DatedRows;
import org.hrbudget.rules.internal.packs.tables.Moment;
import org.hrbudget.rules.internal.packs.tables.NumberText;
import org.hrbudget.rules.internal.packs.tables.Table;
import org.hrbudget.rules.internal.packs.tables.Tables;
import org.hrbudget.rules.internal.packs.tables.Timeline;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.Rule.DatedRow;
import org.hrbudget.validation.Severity;
import org.hrbudget.validation.spi.Catalogues;
import org.jspecify.annotations.Nullable;

/**
 * What of a pack holds at one time and not at another: rows of limits, of code lists and of severities. Immutable.
 *
 * @param rows the limits and lists
 * @param severities what rules weigh, by rule
 * @param duties which rules are duties
 */
record Dating(DatedRows rows, Map<String, Timeline<Severity>> severities, Duties duties) {

    /**
     * A pack at a time.
     *
     * @param rules its rules
     * @param catalogues its code lists
     * @param parameters its limits, without those of which it cannot be told what they are, or which are none at the time
     * @param unjudged why rules cannot be judged, by rule
     */
    record View(
            List<Rule> rules,
            Catalogues catalogues,
            Map<String, Rule.Parameter> parameters,
            Map<String, Bilingual> unjudged) {}

    boolean isNone() {
        return severities.isEmpty() && rows.areNone();
    }

    /** {@return all rows that are dated, by what they are about, in the order of tables, keys and time} */
    List<DatedRow> all() {
        List<DatedRow> all = new ArrayList<>(rows.all(Dating::shown));
        severities.forEach((rule, line) -> all.addAll(line.dated(Severities.FILE, rule, Severity::name)));
        return all;
    }

    /** {@return the fiscal years and the days of the law on which other rows begin to hold} */
    Stream<Moment> changes() {
        return Stream.<Timeline<?>>concat(
                        Stream.concat(rows.limits().values().stream(), severities.values().stream()),
                        rows.lists().values().stream().flatMap(list -> list.values().stream()))
                .flatMap(Dating::changes);
    }

    private static Stream<Moment> changes(Timeline<?> line) {
        Rule.DatedRow.Basis basis = line.basis();
        if (basis == null || basis == Rule.DatedRow.Basis.DAY_OF_SUBMISSION) {
            // The day a budget was sent in is over when it is checked.
            return Stream.empty();
        }
        return line.changes()
                .map(day -> basis == Rule.DatedRow.Basis.FISCAL_YEAR
                        ? new Moment(FiscalYear.of(day.getYear()), null, null)
                        : new Moment(null, day, null));
    }

    private static String shown(Rule.Parameter limit) {
        return NumberText.plain(limit.value());
    }

    /**
     * {@return rules as they are at a time}
     *
     * @param moment the time
     * @param rules the rules as their files have them
     * @param checked the same rules' conditions
     * @param parameters the limits of the pack, in which those of its tables give way to what holds at the time
     */
    View at(Moment moment, List<Rule> rules, List<CheckedRule> checked, Map<String, Rule.Parameter> parameters) {
        Map<String, Rule.Parameter> now = new TreeMap<>(parameters);
        rows.limits().forEach((code, line) -> {
            Timeline.Row<Rule.Parameter> row = line.at(moment);
            if (line.basis() != null && row == null) {
                now.remove(code);
            } else if (line.basis() != null && row != null) {
                now.put(code, row.value());
            }
        });
        List<Rule> described = new ArrayList<>();
        Map<String, Bilingual> unjudged = new LinkedHashMap<>();
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            CheckedRule condition = checked.get(i);
            Bilingual open = open(moment, condition);
            if (open != null) {
                unjudged.put(rule.id(), open);
            }
            described.add(described(moment, rule, condition));
        }
        return new View(List.copyOf(described), rows.at(moment), now, unjudged);
    }

    private Rule described(Moment moment, Rule rule, CheckedRule condition) {
        List<DatedRow> held = new ArrayList<>();
        condition.limits().values().stream().distinct().sorted().forEach(code -> {
            Timeline<Rule.Parameter> line = rows.limits().get(code);
            Timeline.Row<Rule.Parameter> row = line == null || line.basis() == null ? null : line.at(moment);
            if (row != null) {
                held.add(
                        row.period().row(table(row.cells().cell("code"), Tables.PARAMETERS), code, shown(row.value())));
            }
        });
        Timeline<Severity> line = severities.get(rule.id());
        Timeline.Row<Severity> row = line == null ? null : line.at(moment);
        if (row == null) {
            return held.isEmpty() ? rule : rule.with(rule.severity(), rule.duty(), held);
        }
        held.add(row.period()
                .row(
                        table(row.cells().cell("rule"), Severities.FILE),
                        rule.id(),
                        row.value().name()));
        return rule.with(row.value(), duties.has(rule.id(), row.value()), held);
    }

    /** {@return the table that a row is of, by the name of its file; in a workbook, the cell in which the row begins} */
    private static String table(Table.Cell first, String file) {
        String place = first.source().place(first.start());
        return place.equals(first.source().file()) ? file : place.split("/", 3)[2];
    }

    /** {@return why a rule cannot be judged; {@code null} where it can} */
    private @Nullable Bilingual open(Moment moment, CheckedRule rule) {
        for (String code : rule.limits().values()) {
            Timeline<Rule.Parameter> line = rows.limits().get(code);
            if (line != null && line.at(moment) == null) {
                return why(moment, line, PackWords.text("dated.limit", "code", code), true);
            }
        }
        Stream<@Nullable Bilingual> weight = Stream.ofNullable(severities.get(rule.id()))
                .map(line -> why(moment, line, PackWords.text("dated.severity"), false));
        Stream<@Nullable Bilingual> lists = CrossCheck.listNames(rule).stream()
                .flatMap(list -> rows.lists().getOrDefault(list, Map.of()).values().stream()
                        .map(code ->
                                why(moment, code, PackWords.text("dated.list", "file", Tables.fileName(list)), false)));
        return Stream.concat(weight, lists).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static @Nullable Bilingual why(Moment moment, Timeline<?> line, Bilingual what, boolean required) {
        Rule.DatedRow.Basis basis = line.basis();
        if (basis == null) {
            return null;
        }
        if (!line.decided(moment)) {
            return PackWords.text("dated.open", "what", what, "unknown", PackWords.text("dated.unknown." + basis));
        }
        return required ? PackWords.text("dated.none", "what", what, "time", line.shown(moment)) : null;
    }
}
