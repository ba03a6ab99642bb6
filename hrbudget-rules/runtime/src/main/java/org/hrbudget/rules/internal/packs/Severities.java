package org.hrbudget.rules.internal.packs;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hrbudget.rules.internal.language.Aliases;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.language.RuleFileParser;
import org.hrbudget.rules.internal.language.RuleText;
import org.hrbudget.rules.internal.language.SourceText;
import org.hrbudget.rules.internal.packs.tables.Doubts;
import org.hrbudget.rules.internal.packs.tables.Table;
import org.hrbudget.rules.internal.packs.tables.Tables;
import org.hrbudget.rules.internal.packs.tables.Timeline;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.Severity;

/**
 * How much the findings of rules weigh from a day or fiscal year on, from {@code severities.csv}: each row until the next row of its rule,
 * and before the first what the rule itself says. The rows of a newer version take the place of all older rows of their rule.
 */
final class Severities {

    /** The file within a pack. */
    static final String FILE = Tables.SEVERITIES;

    private static final List<String> COLUMNS = List.of("rule", "severity", "from");
    private static final List<String> OPTIONAL = List.of("day-of");

    private Severities() {}

    /**
     * {@return what rules weigh, by rule}
     *
     * @param files the files of the pack and of those it amends
     * @param ids the ids of all rules there are or were
     * @param doubtful collects what is not known, because it is at fault
     * @param faults where faults are kept
     */
    static Map<String, Timeline<Severity>> of(Consolidation files, Set<String> ids, Doubts doubtful, Faults faults) {
        Map<String, Timeline<Severity>> all = new TreeMap<>();
        for (SourceText source : files.all(FILE)) {
            Table table = Table.parse(source, COLUMNS, OPTIONAL, faults);
            if (!table.isWhole()) {
                doubtful.files().add(FILE);
            }
            if (table.columns().containsAll(COLUMNS)) {
                Timeline.beginning(table, "rule", row -> severity(row, ids, doubtful), doubtful.severities(), faults)
                        .forEach((rule, line) -> {
                            line.noteIdle("rule", files, faults);
                            all.put(rule, line);
                        });
            }
        }
        return all;
    }

    private static Severity severity(Table.TableRow row, Set<String> ids, Doubts doubtful) {
        Table.Cell rule = row.cell("rule");
        if (!ids.contains(rule.text())) {
            // Any rule may be meant.
            doubtful.files().add(FILE);
            throw rule.fault(PackWords.near("severity-of-no-rule", rule.text(), ids, "rule", rule.text()));
        }
        if (row.cell("from").isEmpty()) {
            doubtful.severities().add(rule.text());
            throw row.cell("from").fault(PackWords.of("severity-always", "rule", rule.text()));
        }
        Table.Cell severity = row.cell("severity");
        Set<String> known = Arrays.stream(Severity.values()).map(Severity::name).collect(Collectors.toSet());
        Aliases aliases = Aliases.of("severity");
        String meant = aliases.meantInAnyCase(severity.text());
        if (!known.contains(meant)) {
            doubtful.severities().add(rule.text());
            throw severity.fault(
                    PackWords.near("severity-unknown", severity.text(), known, aliases, "severity", severity.text()));
        }
        return Severity.valueOf(meant);
    }

    /** Says which rules would become errors on a basis that supports none. */
    static void refuseUnsupported(Map<String, Timeline<Severity>> all, Collection<Rule> rules, Faults faults) {
        for (Rule rule : rules) {
            Timeline<Severity> line = all.get(rule.id());
            if (line != null && !rule.legalBasis().evidence().supportsErrors()) {
                line.rows().stream()
                        .filter(row -> row.value() == Severity.ERROR)
                        .forEach(row -> faults.add(
                                row.cells().cell("severity").fault(PackLoader.unsupported(rule.legalBasis()))));
            }
        }
    }

    /** Says which rules a version states anew with another severity, though the rows of an older version would go on counting. */
    static void refuseOverruled(
            Consolidation files, Map<String, Timeline<Severity>> all, Collection<RuleText> rules, Faults faults) {
        for (RuleText rule : rules) {
            Timeline<Severity> line = all.get(rule.id().text());
            if (line == null) {
                continue;
            }
            Table.Cell first = line.rows().get(0).cells().cell("rule");
            String table = first.source().file();
            RuleText.Quoted severity = rule.severity();
            files.chain().stream()
                    .filter(version -> table.startsWith(Consolidation.prefix(version)))
                    .flatMap(version -> files.ruleFiles(version).stream())
                    .flatMap(file -> RuleFileParser.parse(file, new Faults()).stream())
                    .filter(older -> older.id().text().equals(rule.id().text())
                            && !older.severity().text().equals(severity.text()))
                    .findFirst()
                    .ifPresent(older -> faults.add(rule.source()
                            .fault(
                                    severity.start(),
                                    severity.text(),
                                    PackWords.of(
                                            "severity-overruled",
                                            "rule",
                                            rule.id().text(),
                                            "file",
                                            first.source().place(first.start())))));
        }
    }
}
