package org.hrbudget.report;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.hrbudget.io.BudgetSource;
import org.hrbudget.io.Input;
import org.hrbudget.io.spi.LineReader;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.HrpAction;
import org.hrbudget.model.HumanRight;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.model.internal.Spelling;
import org.hrbudget.report.internal.WorkbookFile;
import org.hrbudget.report.internal.WorkbookSheet;
import org.hrbudget.text.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A workbook ({@code .xlsx}) for a unit to fill in: a sheet with the Spanish headings of the layout {@code hrbudget}, with which it is read
 * back; a guide to its columns; and the lists that its cells are chosen from. Immutable.
 *
 * <pre>{@code
 * BudgetTemplate template = new BudgetTemplate(FiscalYear.of(2011), null, programme, List.of("Dependencia"), null);
 * try (OutputStream out = Files.newOutputStream(Path.of("anteproyecto.xlsx"))) {
 *     template.write(Locale.forLanguageTag("es"), out);
 * }
 * }</pre>
 *
 * @param fiscalYear the fiscal year that the budget is prepared for
 * @param unit the code of the unit whose lines of {@code last} are copied, as {@code last} has it but for case and blanks; {@code null}
 *     for those of all
 * @param programme whose rights and actions can be chosen, or {@code null}
 * @param unitKinds the kinds of unit that can be chosen, in their order; may be empty
 * @param last last year's budget, whose keys and actions are copied, without its amounts; or {@code null}
 */
public record BudgetTemplate(
        FiscalYear fiscalYear,
        @Nullable String unit,
        @Nullable HumanRightsProgramme programme,
        List<String> unitKinds,
        @Nullable BudgetSource last) {

    private static final Wording WORDING = Wording.beside(BudgetTemplate.class, "template");

    /** As many actions as a line has room for where last year's have no more. */
    private static final int ACTIONS = 3;

    private static final int WIDTH = 20;

    /** A column of one value for a line. Its heading is a word of the layout {@code hrbudget}, which is Spanish. */
    private record Column(String key, String heading, Function<SpendingLine, @Nullable String> value) {}

    private static final List<Column> KEY = List.of(
            new Column("unit-code", "Unidad responsable", line -> of(line, BudgetUnit::code)),
            new Column("unit-name", "Nombre de la unidad responsable", line -> of(line, BudgetUnit::name)),
            new Column("unit-kind", "Tipo de unidad", line -> of(line, BudgetUnit::kind)),
            new Column("functional-code", "Clasificación funcional", SpendingLine::functionalCode),
            new Column("programme-code", "Programa presupuestario", SpendingLine::programmeCode),
            new Column("result", "Resultado", line -> line.resultStructure().result()),
            new Column(
                    "subresult", "Subresultado", line -> line.resultStructure().subresult()),
            new Column(
                    "activity",
                    "Actividad institucional",
                    line -> line.resultStructure().activity()),
            new Column("object-code", "Partida", SpendingLine::objectCode),
            new Column("funding-source", "Fuente de financiamiento", SpendingLine::fundingSource),
            new Column("spending-type", "Tipo de gasto", SpendingLine::spendingType),
            new Column("identifier-digit", "Dígito identificador", SpendingLine::identifierDigit));

    private static final String YEAR = "Ejercicio";
    private static final String PROPOSED = "Proyecto";
    private static final String ACTION = "Línea de acción ";
    private static final String RIGHT = "Derecho ";
    private static final String REASON = "Motivo sin acción";

    /** Of year, key and amount, before the actions. */
    private static final int BEFORE_ACTIONS = KEY.size() + 2;

    private static final int UNIT_KIND_AT = 3;
    private static final int CELLS_OF_ACTION = 3;

    /** Copies the list. */
    public BudgetTemplate {
        Objects.requireNonNull(fiscalYear, "fiscalYear");
        unitKinds = List.copyOf(Objects.requireNonNull(unitKinds, "unitKinds"));
    }

    /**
     * What a template has of last year's budget.
     *
     * @param lines the lines that were copied
     * @param rejected the rows of it that could not be read, of any unit, and are not there
     */
    public record Copied(long lines, long rejected) {}

    private static @Nullable String of(SpendingLine line, Function<BudgetUnit, @Nullable String> part) {
        BudgetUnit unit = line.unit();
        return unit == null ? null : part.apply(unit);
    }

    /**
     * Writes the workbook; the same bytes for the same template.
     *
     * @param locale the language of the guide: Spanish or else English
     * @param out where to; flushed and left open
     * @return what it has of last year's budget
     * @throws IOException if the stream cannot take it
     * @throws org.hrbudget.io.BudgetReadException if nothing of last year's budget can be read
     * @throws IllegalArgumentException if last year's budget has more lines than a sheet has rows
     * @throws IllegalStateException if {@code org.dhatim:fastexcel} is not there
     */
    public Copied write(Locale locale, OutputStream out) throws IOException {
        return write(locale, List.of(), out);
    }

    /**
     * Writes the workbook, with what somebody says to those who fill it in at the head of its guide, such as what was often wrong.
     *
     * @param locale the language of the guide: Spanish or else English
     * @param notes what is said, a row each, as text whatever it begins with
     * @param out where to; flushed and left open
     * @return what it has of last year's budget
     * @throws IOException if the stream cannot take it
     * @throws org.hrbudget.io.BudgetReadException if nothing of last year's budget can be read
     * @throws IllegalArgumentException if last year's budget has more lines than a sheet has rows
     * @throws IllegalStateException if {@code org.dhatim:fastexcel} is not there
     */
    public Copied write(Locale locale, List<String> notes, OutputStream out) throws IOException {
        int actions = Math.max(ACTIONS, mostActions());
        Copied copied;
        try (WorkbookFile book = WorkbookFile.on(out)) {
            WorkbookSheet sheet = book.sheet(say("sheet.budget", locale));
            List<String> headings = headings(actions);
            sheet.widths(headings.stream()
                    .map(heading -> Math.max(WIDTH, heading.length()))
                    .toList());
            form(sheet, actions, locale);
            sheet.headings(headings);
            copied = copy(sheet);
            sheet.finish();
            guide(book, actions, notes, locale);
            lists(book, locale);
            book.finish();
        }
        out.flush();
        return copied;
    }

    private static String say(String key, Locale locale, String... namesAndValues) {
        return WORDING.of(key, namesAndValues).in(locale);
    }

    private static List<String> headings(int actions) {
        List<String> headings = new ArrayList<>(List.of(YEAR));
        KEY.forEach(column -> headings.add(column.heading()));
        headings.add(PROPOSED);
        for (int n = 1; n <= actions; n++) {
            headings.addAll(List.of(ACTION + n, RIGHT + n, ACTION + n + " monto"));
        }
        headings.add(REASON);
        return headings;
    }

    /** Codes keep their zeros, amounts look like amounts, and what is on a list is chosen from it. */
    private void form(WorkbookSheet sheet, int actions, Locale locale) {
        String lists = "'" + say("sheet.lists", locale) + "'!";
        String error = say("choice", locale);
        for (int i = 0; i < BEFORE_ACTIONS - 1; i++) {
            sheet.column(i, WorkbookSheet.TEXT);
        }
        sheet.column(BEFORE_ACTIONS - 1, WorkbookSheet.MONEY);
        choices(sheet, UNIT_KIND_AT, lists + "$A$2:$A$", unitKinds.size(), error);
        for (int n = 0; n < actions; n++) {
            int at = BEFORE_ACTIONS + CELLS_OF_ACTION * n;
            sheet.column(at, WorkbookSheet.TEXT);
            sheet.column(at + 1, WorkbookSheet.TEXT);
            sheet.column(at + 2, WorkbookSheet.MONEY);
            if (programme != null) {
                choices(sheet, at, lists + "$D$2:$D$", programme.actions().size(), error);
                choices(sheet, at + 1, lists + "$B$2:$B$", programme.chapters().size(), error);
            }
        }
        sheet.column(BEFORE_ACTIONS + CELLS_OF_ACTION * actions, WorkbookSheet.TEXT);
    }

    private static void choices(WorkbookSheet sheet, int at, String list, int size, String error) {
        if (size > 0) {
            sheet.choices(at, list + (size + 1), error);
        }
    }

    private boolean isAsked(SpendingLine line) {
        return unit == null
                || Spelling.folded(unit).equals(Spelling.folded(Objects.toString(of(line, BudgetUnit::code), "")));
    }

    private int mostActions() {
        int most = 0;
        if (last != null) {
            try (LineReader reader = last.open()) {
                for (SpendingLine line = reader.next(); line != null; line = reader.next()) {
                    most = isAsked(line) ? Math.max(most, line.links().size()) : most;
                }
            }
        }
        return most;
    }

    private Copied copy(WorkbookSheet sheet) throws IOException {
        if (last == null) {
            return new Copied(0, 0);
        }
        long lines = 0;
        try (LineReader reader = last.open()) {
            for (SpendingLine line = reader.next(); line != null; line = reader.next()) {
                if (isAsked(line)) {
                    if (++lines == WorkbookSheet.MOST_ROWS) {
                        throw new IllegalArgumentException("Last year's budget has " + lines
                                + " lines or more, and a sheet has no room for them.\nMaybe give the unit.");
                    }
                    copy(line, sheet);
                }
            }
            long rejected = reader.account().inputs().stream()
                    .mapToLong(Input.Account::rowsRejected)
                    .sum();
            return new Copied(lines, rejected);
        }
    }

    private void copy(SpendingLine line, WorkbookSheet sheet) throws IOException {
        sheet.next();
        sheet.text(fiscalYear.toString());
        KEY.forEach(column -> sheet.text(column.value().apply(line)));
        sheet.text(null);
        for (ActionLink link : line.links()) {
            sheet.text(code(link));
            sheet.text(link.namedRight());
            sheet.text(null);
        }
    }

    /** {@return what the link names its action by, by its code where that can be told} */
    private @Nullable String code(ActionLink link) {
        String code = link.actionCode();
        if (code != null) {
            return code;
        }
        return programme == null
                ? String.valueOf(link.sequence())
                : programme.action(link).map(HrpAction::code).orElse(String.valueOf(link.sequence()));
    }

    private void guide(WorkbookFile book, int actions, List<String> notes, Locale locale) throws IOException {
        WorkbookSheet sheet = book.sheet(say("sheet.guide", locale));
        sheet.widths(List.of(34, 100));
        sheet.line(say("guide.title", locale, "year", fiscalYear.toString()), true);
        for (String note : notes) {
            sheet.line(note, true);
        }
        sheet.line(say("guide.fill", locale), false);
        sheet.line(say("guide.rows", locale), false);
        sheet.headings(List.of(say("guide.column", locale), say("guide.meaning", locale)));
        explain(sheet, YEAR, say("column.fiscal-year", locale, "year", fiscalYear.toString()));
        for (Column column : KEY) {
            explain(sheet, column.heading(), say("column." + column.key(), locale));
        }
        explain(sheet, PROPOSED, say("column.proposed", locale));
        String most = Integer.toString(actions);
        explain(sheet, ACTION + "1 \u2026 " + most, say("column.action", locale));
        explain(sheet, RIGHT + "1 \u2026 " + most, say("column.right", locale));
        explain(sheet, ACTION + "1 monto \u2026", say("column.action-amount", locale));
        explain(sheet, REASON, say("column.no-action-reason", locale));
        sheet.finish();
    }

    private static void explain(WorkbookSheet sheet, String heading, String meaning) throws IOException {
        sheet.next();
        sheet.text(heading);
        sheet.prose(meaning);
    }

    private void lists(WorkbookFile book, Locale locale) throws IOException {
        WorkbookSheet sheet = book.sheet(say("sheet.lists", locale));
        sheet.widths(List.of(26, 50, 10, 14, 80, 10));
        sheet.headings(List.of(
                say("list.kind", locale),
                say("list.right", locale),
                say("list.code", locale),
                say("list.action", locale),
                say("list.title", locale),
                say("list.number", locale)));
        List<HumanRight> rights = programme == null ? List.of() : List.copyOf(programme.chapters());
        List<HrpAction> actions = programme == null ? List.of() : List.copyOf(programme.actions());
        int rows = Math.max(unitKinds.size(), Math.max(rights.size(), actions.size()));
        for (int i = 0; i < rows; i++) {
            sheet.next();
            sheet.text(i < unitKinds.size() ? unitKinds.get(i) : null);
            sheet.text(i < rights.size() ? rights.get(i).nameEs() : null);
            sheet.text(i < rights.size() ? rights.get(i).code() : null);
            if (i < actions.size()) {
                sheet.text(actions.get(i).code());
                sheet.text(actions.get(i).title());
                sheet.number(BigDecimal.valueOf(actions.get(i).sequence()), "0");
            }
        }
        sheet.finish();
    }
}
