package org.hrbudget.rules.internal.packs.workbooks;

import java.util.ArrayList;
import java.util.List;
import org.hrbudget.rules.RulePackException;
import org.hrbudget.rules.internal.language.Fault;
import org.hrbudget.rules.internal.language.FaultText;
import org.hrbudget.rules.internal.language.Faults;

/**
 * A sheet of a pack's workbook.
 *
 * @param sheet what it is called in the workbook
 * @param headings the first row in which anything is, each heading as files have it
 * @param rows the rows below it in which anything is
 */
record SheetTable(String sheet, Row headings, List<Row> rows) {

    /**
     * A row of a sheet.
     *
     * @param sheet the sheet
     * @param number its number, from 1
     * @param texts the texts of its cells
     */
    record Row(String sheet, long number, List<String> texts) {

        Cell cell(int column) {
            return new Cell(sheet, letters(column) + number, column < texts.size() ? texts.get(column) : "");
        }

        boolean isBlank() {
            return texts.stream().allMatch(String::isBlank);
        }

        /** {@return the letters by which a spreadsheet names a column, the first being 0} */
        private static String letters(int column) {
            String last = String.valueOf((char) ('A' + column % 26));
            return column < 26 ? last : letters(column / 26 - 1) + last;
        }
    }

    /** A cell of a sheet and what is in it. */
    record Cell(String sheet, String name, String text) {

        boolean isBlank() {
            return text.isBlank();
        }

        String stripped() {
            return text.strip();
        }

        Fault fault(FaultText what) {
            return SheetTable.fault(sheet, name, text, what);
        }
    }

    static Fault fault(String sheet, String cell, String text, FaultText what) {
        return new Fault(new RulePackException.Fault(
                what.kind(), SheetText.place(sheet, cell), 0, 0, cell, "", text, what.problem(), what.advice()));
    }

    /** {@return the cell of a row in a column; blank where the sheet has no such column} */
    Cell cell(Row row, String column) {
        int at = headings.texts().indexOf(column);
        return at < 0 ? new Cell(sheet, "", "") : row.cell(at);
    }

    /** {@return whether it has these columns; the first missing is told} */
    boolean has(List<String> columns, Faults faults) {
        List<String> missing = new ArrayList<>(columns);
        missing.removeAll(headings.texts());
        if (!missing.isEmpty()) {
            faults.add(headings.cell(0)
                    .fault(WorkbookWords.fault(
                            "sheet-columns",
                            "columns",
                            WorkbookSheets.named(missing, WorkbookWords::column),
                            "all",
                            WorkbookSheets.named(columns, WorkbookWords::column))));
        }
        return missing.isEmpty();
    }
}
