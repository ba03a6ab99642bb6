package org.hrbudget.rules.internal.packs.workbooks;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.hrbudget.model.Bilingual;
import org.hrbudget.rules.RulePackException;
import org.hrbudget.rules.internal.language.SourceText;

/** The text of a file of a pack as a sheet gives it, and the cell that each part of it comes from. */
public final class SheetText implements SourceText.Origin {

    private final String sheet;
    private final boolean cells;
    private final StringBuilder text = new StringBuilder();
    private final NavigableMap<Integer, String> origins = new TreeMap<>();

    /**
     * Begins a file.
     *
     * @param sheet what the sheet is called
     * @param cells whether its cells say what the file says in other words: advice on how to write the file is no advice then
     */
    SheetText(String sheet, boolean cells) {
        this.sheet = sheet;
        this.cells = cells;
    }

    /** Says of which cell what is written next comes. */
    SheetText from(String cell) {
        origins.put(text.length(), cell);
        return this;
    }

    SheetText write(String part) {
        text.append(part);
        return this;
    }

    /** {@return the file} */
    public byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * {@return a fault of the file, said of the sheet and the cell instead}
     *
     * @param fault the fault
     */
    public RulePackException.Fault inSheet(RulePackException.Fault fault) {
        String[] parts = fault.file().split("/", 3);
        String pack = parts.length < 3 ? "" : parts[0] + "/" + parts[1] + "/";
        String cell = fault.line() == 0 ? "" : cell(fault.line(), fault.column());
        return new RulePackException.Fault(
                fault.kind(),
                pack + place(sheet, cell),
                0,
                0,
                cell,
                "",
                fault.text(),
                said(fault.kind(), fault.problem()),
                (cells ? WorkbookWords.advice(fault.kind()) : Optional.<Bilingual>empty())
                        .orElseGet(() -> said(fault.kind(), fault.advice())));
    }

    private Bilingual said(String kind, Bilingual text) {
        return SheetNames.inWorkbook(SheetNames.ofColumns(kind, WorkbookWords.sheetNamed(sheet), text));
    }

    /** {@return a file that none of the sheets is, in the language of this one} */
    public SheetText beside(String path) {
        String name = SheetNames.sheet(path);
        Locale locale = WorkbookWords.isSpanish(sheet) ? Locale.forLanguageTag("es") : Locale.ENGLISH;
        return new SheetText(WorkbookWords.sheet(name).in(locale), false);
    }

    /** {@return a cell as spreadsheets name it in formulas; the sheet alone where there is none} */
    static String place(String sheet, String cell) {
        return cell.isEmpty() ? sheet : sheet + "!" + cell;
    }

    private String cell(int line, int column) {
        int start = 0;
        for (int i = 1; i < line; i++) {
            start = text.indexOf("\n", start) + 1;
        }
        return cell(start + Math.max(0, column - 1));
    }

    @Override
    public String sheet() {
        return sheet;
    }

    @Override
    public String cell(int offset) {
        Map.Entry<Integer, String> before = origins.floorEntry(offset);
        return before == null ? "" : before.getValue();
    }
}
