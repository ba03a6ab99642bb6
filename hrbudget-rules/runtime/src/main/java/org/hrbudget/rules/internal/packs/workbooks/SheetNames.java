package org.hrbudget.rules.internal.packs.workbooks;

import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hrbudget.model.Bilingual;

/** What the files of a pack are called where it is a workbook: who wrote sheets has no files. */
final class SheetNames {

    private static final Pattern FILE = Pattern.compile(
            "(?:(?:catalogues|examples)/[\\p{L}0-9-]+|pack|messages(?:_es)?|parameters|severities|legal-bases|coverage|duties)"
                    + "\\.(?:csv|properties)");
    private static final Map<String, String> THIS_FILE =
            Map.of("this file", "this sheet", "este archivo", "esta hoja");

    private SheetNames() {}

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
                named(text.en(), sheet -> "the sheet " + WorkbookWords.sheet(sheet).en()),
                named(text.es(), sheet -> "la hoja " + WorkbookWords.sheet(sheet).es()));
    }

    private static String named(String text, Function<String, String> name) {
        String said = FILE.matcher(text).replaceAll(file -> Matcher.quoteReplacement(name.apply(sheet(file.group()))));
        for (Map.Entry<String, String> each : THIS_FILE.entrySet()) {
            said = said.replace(each.getKey(), each.getValue());
        }
        return said;
    }
}
