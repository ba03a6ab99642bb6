package org.hrbudget.rules.internal.packs.workbooks;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hrbudget.model.Bilingual;
import org.hrbudget.rules.internal.language.Aliases;
import org.hrbudget.rules.internal.language.FaultText;
import org.hrbudget.rules.internal.language.FaultWords;
import org.hrbudget.text.Wording;

/**
 * What sheets, columns and choices of a pack's workbook are called in both languages. All of these names are taken, whatever the
 * language of the workbook, its case and its accents; what is no such name is taken as it is.
 */
public final class WorkbookWords {

    /** The sheets that are not just a table of the same name, in the order in which they are written. */
    public static final List<String> SHEETS = List.of(
            "guide",
            "pack",
            "rules",
            "drl",
            "parameters",
            "severities",
            "legal-bases",
            "texts",
            "examples",
            "programme",
            "item-catalogue",
            "coverage",
            "duties",
            "notes",
            "choices");

    /** The columns that a limit has where it changes with time. */
    public static final List<String> DATED = List.of("from", "to", "day-of");

    private static final List<String> UNREAD = List.of("guide", "notes", "choices");

    private static final List<String> COLUMNS = List.of(
            "amends",
            "article",
            "binds",
            "case",
            "code",
            "comparison",
            "currency",
            "day-of",
            "duty",
            "en",
            "es",
            "evidence",
            "expect",
            "extrapolated-fiscal-years",
            "fact",
            "field",
            "file",
            "fiscal-years",
            "from",
            "in-force-from",
            "in-force-to",
            "instrument",
            "jurisdiction",
            "key",
            "legal-basis",
            "note_en",
            "note_es",
            "part",
            "published",
            "repeals",
            "rule",
            "rules",
            "section",
            "severity",
            "source",
            "status",
            "text",
            "title",
            "title_en",
            "title_es",
            "to",
            "unit",
            "value",
            "version",
            "why_en",
            "why_es");

    /** The sheets whose other columns are those of a layout or of a document, and what is ours in them. */
    private static final Map<String, List<String>> OTHERS_COLUMNS =
            Map.of("examples", List.of("rule", "expect", "case"), "programme", List.of(), "item-catalogue", List.of());

    /** The values of which cells of a column are chosen, in the order in which they are offered. */
    public static final Map<String, List<String>> CHOICES = Map.of(
            "severity", List.of("ERROR", "WARNING", "INFO", "REVIEW"),
            "evidence", List.of("seed", "sourced", "derived", "known"),
            "expect", List.of("finding", "silence", "ERROR", "WARNING", "INFO", "REVIEW"),
            "part", List.of("title", "message", "remedy"),
            "status", List.of("encoded", "partly", "procedural", "needs-a-person", "open"),
            "duty", List.of("yes", "no"),
            "day-of", List.of("law", "submission"),
            "unit", List.of("ratio", "count", "amount", "quantity", "fiscal-year"));

    private static final Wording NAMES = Wording.beside(WorkbookWords.class, "names");
    private static final FaultWords FAULTS = FaultWords.beside(WorkbookWords.class);
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private static final Map<String, String> SHEET_NAMES = names("sheet.", SHEETS);
    private static final Map<String, String> COLUMN_NAMES = names("column.", COLUMNS);

    private WorkbookWords() {}

    private static Map<String, String> names(String prefix, Collection<String> keys) {
        Map<String, String> names = new HashMap<>();
        for (String key : keys) {
            Bilingual name = NAMES.of(prefix + key);
            List.of(key, name.en(), name.es()).forEach(each -> names.put(folded(each), key));
        }
        return Map.copyOf(names);
    }

    /** {@return a text as names are compared: without case, accents and blanks that do not count} */
    static String folded(String text) {
        String split = Normalizer.normalize(text.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        return BLANKS.matcher(MARKS.matcher(split).replaceAll("")).replaceAll(" ");
    }

    /** {@return what a sheet is called} */
    public static Bilingual sheet(String sheet) {
        return SHEETS.contains(sheet) ? NAMES.of("sheet." + sheet) : new Bilingual(sheet, sheet);
    }

    /** {@return what the sheets are called, in both languages} */
    static List<String> sheetNames() {
        return SHEETS.stream()
                .flatMap(sheet -> Stream.of(sheet(sheet).es(), sheet(sheet).en()))
                .toList();
    }

    /** {@return what a column, or a key of the sheet of the pack, is called} */
    public static Bilingual column(String column) {
        return COLUMNS.contains(column) ? NAMES.of("column." + column) : new Bilingual(column, column);
    }

    /** {@return what a column of a sheet is called} What describes a budget or a programme has names of its own. */
    public static Bilingual column(String sheet, String column) {
        return isOurs(sheet, column) ? column(column) : new Bilingual(column, column);
    }

    /** {@return whether the column of a sheet is of packs, and not of what budgets and programmes look like} */
    public static boolean isOurs(String sheet, String column) {
        return OTHERS_COLUMNS.getOrDefault(sheet, COLUMNS).contains(column);
    }

    /** {@return what a value of {@link #CHOICES} is called} */
    public static Bilingual choice(String value) {
        return NAMES.find("choice." + value).orElse(new Bilingual(value, value));
    }

    /** {@return the words that are offered for a comparison: the first of those that are taken} */
    public static Bilingual comparison(Comparison comparison) {
        Bilingual words = NAMES.of("comparison." + comparison.key());
        return new Bilingual(words.en().split(";", 2)[0], words.es().split(";", 2)[0]);
    }

    /** {@return whether a sheet has its Spanish name, as all sheets of its workbook should} */
    public static boolean isSpanish(String sheet) {
        return folded(sheet).equals(folded(sheet(sheetNamed(sheet)).es()));
    }

    /** {@return what the sheet is, or its own name} */
    static String sheetNamed(String name) {
        return SHEET_NAMES.getOrDefault(folded(name), name.strip());
    }

    /** {@return whether a sheet is for people alone} */
    static boolean isUnread(String sheet) {
        return UNREAD.contains(sheet);
    }

    /** {@return what the column of a sheet is, or its own name} */
    static String columnNamed(String sheet, String heading) {
        String column = aliases(sheet).meant(heading);
        if (column.equals(heading)) {
            column = COLUMN_NAMES.getOrDefault(folded(heading), heading.strip());
        }
        return isOurs(sheet, column) ? column : heading.strip();
    }

    /** {@return what the columns of the file are called that a sheet stands for: there, one name may be of another column than here} */
    private static Aliases aliases(String sheet) {
        if (sheet.equals("pack")) {
            return Aliases.of("pack.properties");
        }
        return Aliases.ofTable((SHEETS.contains(sheet) ? "" : "catalogues/") + sheet + ".csv");
    }

    /** {@return the values of which cells of a column of a sheet are chosen; none where they are not} */
    public static List<String> choices(String sheet, String column) {
        return isOurs(sheet, column) ? CHOICES.getOrDefault(column, List.of()) : List.of();
    }

    /** {@return the value as files have it, where the column has choices and it is one of them; else as it is} */
    static String chosen(String sheet, String column, String value) {
        String folded = folded(value);
        return choices(sheet, column).stream()
                .filter(each -> isOneOf(folded, each, choice(each)))
                .findFirst()
                .orElse(value);
    }

    private static boolean isOneOf(String folded, String key, Bilingual name) {
        return folded.equals(folded(key)) || folded.equals(folded(name.en())) || folded.equals(folded(name.es()));
    }

    /** {@return whether a text says yes or no, where it says either} */
    static Optional<Boolean> truth(String text) {
        return means("truth.yes", text)
                ? Optional.of(true)
                : means("truth.no", text) ? Optional.of(false) : Optional.empty();
    }

    /** {@return whether a text is one of those that a key lists in either language} */
    static boolean means(String key, String text) {
        Bilingual words = NAMES.of(key);
        String folded = folded(text);
        return List.of((words.en() + ";" + words.es()).split(";", -1)).stream()
                .anyMatch(word -> folded(word).equals(folded));
    }

    /** {@return what to do in a sheet about a fault of this kind, where that is not what would be done in a file} */
    static Optional<Bilingual> advice(String kind) {
        return NAMES.find("advice." + kind);
    }

    static FaultText fault(String kind, Object... namesAndValues) {
        return FAULTS.of(kind, namesAndValues);
    }
}
