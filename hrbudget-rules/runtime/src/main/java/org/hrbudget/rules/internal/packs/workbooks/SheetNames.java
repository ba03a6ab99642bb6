package org.hrbudget.rules.internal.packs.workbooks;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hrbudget.model.Bilingual;

/** What the files of a pack are called where it is a workbook: who wrote sheets has no files. */
final class SheetNames {

    private static final Pattern FILE = Pattern.compile(
            "(?:[a-z0-9-]+/[A-Za-z0-9._-]+/)?((?:(?:catalogues|examples)/[\\p{L}0-9-]+|pack|messages(?:_es)?"
                    + "|parameters|severities|legal-bases|coverage|duties)"
                    + "\\.(?:csv|properties))");
    private static final Map<String, String> THIS_FILE = Map.of("this file", "this sheet", "este archivo", "esta hoja");

    /** What is said of columns, or of the keys of the sheet of the pack, which sheets call otherwise than files. */
    private static final Set<String> OF_COLUMNS = Set.of(
            "cell-blank",
            "column-missing",
            "column-twice",
            "column-unknown",
            "key-blank",
            "manifest-value-missing",
            "rows-begin-late",
            "rows-end-early",
            "section-cell-missing",
            "dates-mixed",
            "day-of-nothing",
            "day-of-years");

    private static final Pattern WORD = Pattern.compile("[a-z]+(?:[_-][a-z]+)*");

    private SheetNames() {}

    /** {@return a text about columns, naming them as a sheet does} */
    static Bilingual ofColumns(String kind, String sheet, Bilingual text) {
        return OF_COLUMNS.contains(kind)
                ? new Bilingual(
                        text.en(),
                        columns(text.es(), word -> column(sheet, word).es()))
                : text;
    }

    private static Bilingual column(String sheet, String word) {
        // There a title without a language is the English one.
        String column = sheet.equals("pack") && word.equals("title") ? "title_en" : word;
        return List.of("en", "es").contains(word) ? new Bilingual(word, word) : WorkbookWords.column(column);
    }

    private static String columns(String text, UnaryOperator<String> name) {
        return WORD.matcher(text).replaceAll(word -> Matcher.quoteReplacement(name.apply(word.group())));
    }

    /** {@return the sheet that a file of a pack is or is part of} */
    static String sheet(String path) {
        if (path.endsWith(".drl")) {
            return "drl";
        }
        String name = path.substring(path.indexOf('/') + 1, path.lastIndexOf('.'));
        if (path.startsWith("examples/") && !WorkbookWords.SHEETS.contains(name)) {
            return "examples";
        }
        return name.startsWith("messages") ? "texts" : name;
    }

    /** {@return a text that names files, naming the sheets in their place} */
    static Bilingual inWorkbook(Bilingual text) {
        return new Bilingual(
                named(
                        text.en(),
                        sheet -> "the sheet " + WorkbookWords.sheet(sheet).en()),
                named(
                        text.es(),
                        sheet -> "la hoja " + WorkbookWords.sheet(sheet).es()));
    }

    private static String named(String text, Function<String, String> name) {
        String said = FILE.matcher(text).replaceAll(file -> Matcher.quoteReplacement(name.apply(sheet(file.group(1)))));
        for (Map.Entry<String, String> each : THIS_FILE.entrySet()) {
            said = said.replace(each.getKey(), each.getValue());
        }
        return said;
    }
}
