package org.hrbudget.rules.internal.packs;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hrbudget.rules.internal.language.Aliases;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.language.SourceText;
import org.hrbudget.rules.internal.packs.tables.Table;
import org.hrbudget.rules.internal.packs.tables.Tables;
import org.hrbudget.validation.Severity;

/**
 * Which rules carry out what the instrument is for, from {@code duties.csv}, merged by rule from the versions a pack is made of. An
 * error is a duty unless a row says that it is none and why; any other rule is one where a row says so.
 */
final class Duties {

    /** The file within a pack. */
    static final String FILE = "duties.csv";

    private static final List<String> COLUMNS = List.of("rule", "duty", "why_en", "why_es");
    private static final String YES = "yes";
    private static final String NO = "no";

    private final Map<String, Boolean> stated;

    private Duties(Map<String, Boolean> stated) {
        this.stated = stated;
    }

    /**
     * {@return the duties of a consolidated pack}
     *
     * @param files the files of the pack and of those it amends
     * @param ids the ids of all rules there are or were
     * @param faults where faults are kept
     */
    static Duties of(Consolidation files, Set<String> ids, Faults faults) {
        Map<String, Boolean> stated = new TreeMap<>();
        for (SourceText source : files.all(FILE)) {
            Table table = Table.parse(source, COLUMNS, faults);
            if (table.columns().containsAll(COLUMNS)) {
                Tables.merge(stated, table, "rule", row -> isDuty(row, ids), faults);
            }
        }
        return new Duties(stated);
    }

    private static boolean isDuty(Table.TableRow row, Set<String> ids) {
        Table.Cell rule = row.cell("rule");
        if (!ids.contains(rule.text())) {
            throw rule.fault(PackWords.near("duty-of-no-rule", rule.text(), ids, "rule", rule.text()));
        }
        Table.Cell duty = row.cell("duty");
        String answer = duty.word(Aliases.of("duty"));
        if (!answer.equals(YES) && !answer.equals(NO)) {
            throw duty.fault(PackWords.of("duty-answer", "answer", duty.text()));
        }
        for (String column : List.of("why_en", "why_es")) {
            if (row.cell(column).isEmpty()) {
                throw row.cell(column).fault(PackWords.of("duty-reason-missing", "rule", rule.text()));
            }
        }
        return answer.equals(YES);
    }

    /**
     * {@return whether a rule is a duty}
     *
     * @param rule the id of the rule
     * @param severity what it weighs
     */
    boolean has(String rule, Severity severity) {
        return stated.getOrDefault(rule, severity == Severity.ERROR);
    }
}
