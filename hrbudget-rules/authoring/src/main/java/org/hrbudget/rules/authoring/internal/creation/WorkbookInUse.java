package org.hrbudget.rules.authoring.internal.creation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.hrbudget.model.internal.Spelling;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.language.SourceText;
import org.hrbudget.rules.internal.packs.examples.Examples;
import org.hrbudget.rules.internal.packs.files.GivenFiles;
import org.hrbudget.rules.internal.packs.files.PropertyFile;
import org.hrbudget.rules.internal.packs.tables.Table;
import org.hrbudget.rules.internal.packs.workbooks.WorkbookFiles;
import org.hrbudget.rules.internal.packs.workbooks.WorkbookFiles.Sheet;
import org.hrbudget.rules.internal.packs.workbooks.WorkbookWords;

/** The workbook of a reform that its author has begun, to which rules of the amended version are added. */
public final class WorkbookInUse {

    private static final List<String> ADDED_TO = List.of("drl", "parameters", "texts", "examples");

    private final Path book;
    private final Map<String, String> own = new TreeMap<>();
    private final Map<String, Sheet> sheets;
    private final Locale locale;

    private WorkbookInUse(Path book, GivenFiles files, Map<String, Sheet> sheets) {
        this.book = book;
        this.sheets = sheets;
        files.paths()
                .forEach(path -> own.put(path.split("/", 3)[2], new String(files.read(path), StandardCharsets.UTF_8)));
        Sheet pack = Objects.requireNonNull(sheets.get("pack"));
        this.locale = WorkbookWords.isSpanish(pack.name()) ? Locale.forLanguageTag("es") : Locale.ENGLISH;
    }

    /**
     * {@return a workbook that is there}
     *
     * @throws org.hrbudget.rules.RulePackException if its sheets are at fault
     */
    public static WorkbookInUse of(Path book) {
        Faults faults = new Faults();
        GivenFiles files = GivenFiles.of(book, faults);
        faults.end(book.toString());
        return new WorkbookInUse(book, Objects.requireNonNull(files), WorkbookFiles.sheets(book, new Faults()));
    }

    /** {@return what its sheet of the pack says of a key; blank where it says nothing} */
    public String header(String key) {
        PropertyFile.Entry entry =
                properties(own.getOrDefault(NewPackFiles.HEADER, "")).entry(key);
        return entry == null ? "" : entry.value();
    }

    private static PropertyFile properties(String text) {
        return PropertyFile.parse(new SourceText("messages.properties", text), new Faults());
    }

    /**
     * Adds what the workbook lacks of some files, behind what it has.
     *
     * @return the names of the sheets added to, and of those added
     */
    public List<String> add(Map<String, String> files) {
        Map<String, String> lacking = lacking(files);
        PackWorkbook made = new PackWorkbook(lacking, locale, List.of());
        List<String> changed = new ArrayList<>();
        Path beside = book.resolveSibling(book.getFileName() + ".new");
        try {
            AddedRows rows = AddedRows.to(book);
            List<String> names = new ArrayList<>(ADDED_TO);
            names.addAll(PackWorkbook.lists(lacking.keySet()).toList());
            for (String name : names) {
                PackWorkbook.Rows each = made.rows(name);
                if (!each.rows().isEmpty()) {
                    changed.add(add(rows, each));
                }
            }
            if (!changed.isEmpty()) {
                rows.write(beside);
                Faults faults = new Faults();
                GivenFiles.of(beside, faults);
                faults.end(book.toString());
                Files.move(beside, book, StandardCopyOption.REPLACE_EXISTING);
            }
            return changed;
        } catch (IOException e) {
            throw CreationWords.refused("workbook-closed", "place", book.toString());
        } finally {
            delete(beside);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw CreationWords.refused("workbook-closed", "place", file.toString());
        }
    }

    /** {@return the files without what the workbook has already} */
    private Map<String, String> lacking(Map<String, String> files) {
        Map<String, String> lacking = new TreeMap<>();
        files.forEach((name, text) -> {
            switch (name) {
                case "messages.properties", "messages_es.properties" -> {
                    Set<String> known = new HashSet<>();
                    properties(own.getOrDefault(name, "")).entries().forEach(entry -> known.add(entry.key()));
                    lacking.put(name, without(text, line -> known.contains(line.split("=", 2)[0])));
                }
                case "parameters.csv" -> {
                    Set<String> known = new HashSet<>();
                    Table.parse(new SourceText(name, own.getOrDefault(name, "code\n")), key -> key, new Faults())
                            .rows()
                            .forEach(row -> known.add(row.given("code")));
                    lacking.put(name, without(text, line -> known.contains(line.split(",", 2)[0])));
                }
                default -> {
                    if (!own.containsKey(name)) {
                        lacking.put(name, text);
                    }
                }
            }
        });
        return lacking;
    }

    private static String without(String text, Predicate<String> known) {
        StringBuilder kept = new StringBuilder();
        text.lines()
                .filter(line -> !known.test(line))
                .forEach(line -> kept.append(line).append('\n'));
        return kept.toString();
    }

    private String add(AddedRows rows, PackWorkbook.Rows added) throws IOException {
        Sheet sheet = sheets.get(added.sheet());
        if (sheet == null) {
            String name = WorkbookWords.sheet(added.sheet()).in(locale);
            List<List<String>> all = new ArrayList<>();
            all.add(added.columns().stream()
                    .map(column -> heading(added.sheet(), column))
                    .toList());
            all.addAll(added.rows());
            rows.sheet(name, all);
            return name;
        }
        List<Integer> places = new ArrayList<>();
        List<String> headings = new ArrayList<>();
        for (int i = 0; i < added.columns().size(); i++) {
            int at = place(sheet, added.columns().get(i));
            int column = i;
            if (at < 0 && added.rows().stream().anyMatch(row -> !row.get(column).isEmpty())) {
                at = sheet.columns().size() + headings.size();
                headings.add(heading(added.sheet(), added.columns().get(i)));
            }
            places.add(at);
        }
        int width = sheet.columns().size() + headings.size();
        List<List<String>> wide = added.rows().stream()
                .map(row -> {
                    List<String> cells = new ArrayList<>(Collections.nCopies(width, ""));
                    for (int i = 0; i < row.size(); i++) {
                        if (places.get(i) >= 0) {
                            cells.set(places.get(i), row.get(i));
                        }
                    }
                    return cells;
                })
                .toList();
        rows.rows(sheet, headings, wide);
        return sheet.name();
    }

    private String heading(String sheet, String column) {
        return WorkbookWords.column(sheet, column).in(locale);
    }

    /** {@return where a sheet has a column, by any of its names; below 0 where it has none} */
    private static int place(Sheet sheet, String column) {
        List<String> names = List.of(Spelling.loose(column), Spelling.loose(Examples.inSpanish(column)));
        for (int i = 0; i < sheet.columns().size(); i++) {
            if (names.contains(Spelling.loose(sheet.columns().get(i)))) {
                return i;
            }
        }
        return -1;
    }
}
