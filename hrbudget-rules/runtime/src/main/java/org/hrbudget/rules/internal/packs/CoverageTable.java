package org.hrbudget.rules.internal.packs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hrbudget.model.Bilingual;
import org.hrbudget.rules.PackCoverage;
import org.hrbudget.rules.PackCoverage.Section.Status;
import org.hrbudget.rules.internal.language.Advice;
import org.hrbudget.rules.internal.language.Aliases;
import org.hrbudget.rules.internal.language.FaultText;
import org.hrbudget.rules.internal.language.FaultWords;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.language.SourceText;
import org.hrbudget.rules.internal.packs.tables.Table;
import org.hrbudget.text.Nearest;

/**
 * The sections of the law and what a pack encodes of each, from {@code coverage.csv}: merged by section from the versions the pack
 * is made of, in the order in which the law came. A pack without such a table says nothing of its coverage.
 */
public final class CoverageTable {

    /** The status of a row that a new reform begins with: nobody has said yet what the reform makes of the section. */
    public static final String TO_COMPARE = "to-compare";

    /** The file within a pack. */
    static final String FILE = "coverage.csv";

    private static final FaultWords WORDS = FaultWords.beside(CoverageTable.class);
    private static final List<String> COLUMNS =
            List.of("section", "title_en", "title_es", "status", "rules", "note_en", "note_es", "source");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private CoverageTable() {}

    /**
     * {@return the sections of a pack; none where it has no such table}
     *
     * @param pack the pack
     */
    public static List<PackCoverage.Section> of(OpenPack pack) {
        Faults faults = new Faults();
        List<PackCoverage.Section> sections = read(
                pack.files(),
                pack.rules().stream().map(rule -> rule.id()).collect(Collectors.toCollection(TreeSet::new)),
                faults);
        faults.end(pack.manifest().id());
        return sections;
    }

    /**
     * {@return the sections of a consolidated pack; faults are kept}
     *
     * @param files the files of the pack and of those it amends
     * @param live the ids of its rules
     * @param faults where faults are kept
     */
    static List<PackCoverage.Section> read(Consolidation files, Set<String> live, Faults faults) {
        Map<String, PackCoverage.Section> sections = new LinkedHashMap<>();
        Map<String, Table.TableRow> rows = new LinkedHashMap<>();
        boolean compared = true;
        for (SourceText source : files.all(FILE)) {
            Set<String> own = new TreeSet<>();
            List<Table.Cell> untouched = new ArrayList<>();
            Table table = Table.parse(source, COLUMNS, faults);
            if (!table.columns().containsAll(COLUMNS)) {
                // Said already; what is missing in the rows would be said again for each.
                return List.of();
            }
            for (Table.TableRow row : table.rows()) {
                faults.during(() -> {
                    Table.Cell key = row.cell("section");
                    if (key.isEmpty() || !own.add(key.text())) {
                        throw key.fault(
                                WORDS.of(key.isEmpty() ? "section-missing" : "section-twice", "section", key.text()));
                    }
                    // What a row that is as it was generated says is not so: the section stands as before.
                    if (row.cell("status").word(Aliases.of("status")).equals(TO_COMPARE)) {
                        untouched.add(row.cell("status"));
                    } else {
                        sections.put(key.text(), section(table, row, version(source)));
                        rows.put(key.text(), row);
                    }
                });
            }
            if (!untouched.isEmpty()) {
                faults.add(untouched.get(0).fault(toCompare(untouched)));
                compared = false;
            }
        }
        if (rows.isEmpty()) {
            return List.of();
        }
        rows.forEach((key, row) -> faults.during(() -> requireLive(row, live)));
        if (!compared) {
            // Which rule is in no section is known once each row says what it is about.
            return new ArrayList<>(sections.values());
        }
        Set<String> covered = sections.values().stream()
                .flatMap(section -> section.rules().stream())
                .collect(Collectors.toSet());
        SourceText newest = files.newest(FILE).orElseThrow();
        live.stream()
                .filter(rule -> !covered.contains(rule))
                .forEach(rule -> faults.add(newest.fault(WORDS.of("rule-in-no-section", "rule", rule))));
        return new ArrayList<>(sections.values());
    }

    private static FaultText toCompare(List<Table.Cell> untouched) {
        return untouched.size() == 1
                ? WORDS.of("section-to-compare", "status", untouched.get(0).text())
                : WORDS.of(
                        "sections-to-compare",
                        "status",
                        untouched.get(0).text(),
                        "count",
                        Integer.toString(untouched.size()),
                        "last",
                        untouched.get(untouched.size() - 1).name());
    }

    /** {@return the version a file is of, the second part of its path} */
    private static String version(SourceText source) {
        return source.file().split("/", -1)[1];
    }

    private static PackCoverage.Section section(Table table, Table.TableRow row, String version) {
        for (String column : List.of("title_en", "title_es", "source")) {
            if (row.cell(column).isEmpty()) {
                throw row.cell(column).fault(WORDS.of("section-cell-missing", "column", table.heading(column)));
            }
        }
        Status status = status(row.cell("status"));
        List<String> rules = row.cell("rules").isEmpty() ? List.of() : List.of(BLANKS.split(row.text("rules"), -1));
        boolean encoded = status == Status.ENCODED || status == Status.PARTLY;
        if (encoded && rules.isEmpty()) {
            throw row.cell("rules").fault(WORDS.of("section-without-rule", "status", row.text("status")));
        }
        if (!rules.isEmpty() && (status == Status.PROCEDURAL || status == Status.OPEN)) {
            throw row.cell("status").fault(WORDS.of("section-with-rule", "status", row.text("status")));
        }
        for (String column : List.of("note_en", "note_es")) {
            if (status != Status.ENCODED && row.cell(column).isEmpty()) {
                throw row.cell(column).fault(WORDS.of("section-note-missing", "status", row.text("status")));
            }
        }
        return new PackCoverage.Section(
                row.text("section"),
                new Bilingual(row.text("title_en"), row.text("title_es")),
                status,
                rules,
                new Bilingual(row.text("note_en"), row.text("note_es")),
                row.text("source"),
                version);
    }

    private static Status status(Table.Cell cell) {
        Map<String, Status> words = Arrays.stream(Status.values())
                .collect(Collectors.toMap(Status::word, status -> status, (a, b) -> a, LinkedHashMap::new));
        Status status = words.get(cell.word(Aliases.of("status")));
        if (status == null) {
            throw cell.fault(WORDS.of(
                    "section-status",
                    "status",
                    cell.text(),
                    "known",
                    new Bilingual(
                            String.join(", ", words.keySet()),
                            String.join(", ", Aliases.of("status").names(words.keySet())))));
        }
        return status;
    }

    private static void requireLive(Table.TableRow row, Set<String> live) {
        Table.Cell cell = row.cell("rules");
        if (cell.isEmpty()) {
            return;
        }
        for (String rule : BLANKS.split(cell.text(), -1)) {
            if (!live.contains(rule)) {
                FaultText what = WORDS.of("section-unknown-rule", "rule", rule);
                List<String> near = Nearest.to(rule, live);
                throw cell.fault(near.isEmpty() ? what : what.advising(Advice.on(rule, near)));
            }
        }
    }
}
