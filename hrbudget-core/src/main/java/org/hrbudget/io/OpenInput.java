package org.hrbudget.io;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.hrbudget.io.internal.CsvRows;
import org.hrbudget.io.internal.DecodingReader;
import org.hrbudget.io.internal.GivenRows;
import org.hrbudget.io.internal.Intake;
import org.hrbudget.io.internal.JsonRows;
import org.hrbudget.io.internal.NumberCells;
import org.hrbudget.io.internal.ReadingStop;
import org.hrbudget.io.internal.Rows;
import org.hrbudget.io.internal.Stated;
import org.hrbudget.io.internal.Texts;
import org.hrbudget.io.internal.WorkbookRows;
import org.hrbudget.io.spi.InputPart;
import org.hrbudget.io.spi.RowSource;
import org.hrbudget.model.Bilingual;
import org.jspecify.annotations.Nullable;

/** An input opened at its first row. */
final class OpenInput implements Closeable {

    private final @Nullable Intake intake;
    private final Rows rows;
    private final @Nullable JsonHead head;
    private final @Nullable Charset charset;
    private final Dialect dialect;
    private final long headingRow;
    private List<Bilingual> unused = List.of();
    private Stated.@Nullable Watch watch;
    private @Nullable Character decimal;

    private OpenInput(@Nullable Intake intake, Rows rows, @Nullable JsonHead head, @Nullable Charset charset) {
        this(intake, rows, head, charset, Dialect.AS_EXPECTED);
    }

    private OpenInput(
            @Nullable Intake intake, Rows rows, @Nullable JsonHead head, @Nullable Charset charset, Dialect dialect) {
        this.dialect = dialect;
        this.charset = charset;
        this.intake = intake;
        this.rows = rows;
        this.headingRow = rows.isTable() ? rows.lastNumber() : 0;
        this.head = head;
    }

    /** {@return rows that another engine reads} */
    static OpenInput of(RowSource source, ReadLimits limits) {
        return new OpenInput(null, new GivenRows(source, limits), null, null);
    }

    /**
     * {@return the input opened at its first row}
     *
     * @param form how a table is written
     * @param part where in a file the input is, if it is a part of one; then nothing is found out that is not asked for
     * @throws BudgetReadException if there are no rows to be read
     */
    static OpenInput open(Input input, TableForm form, ReadLimits limits, @Nullable InputPart part) {
        if (part != null) {
            // Not even what looks like packed bytes is: they are in the middle of a text.
            DecodingReader text =
                    new DecodingReader(Intake.stored(input), Charset.forName(part.charset()), part.bytesBefore());
            return new OpenInput(null, new CsvRows(input.name(), text, form.separator(), limits, part), null, null);
        }
        Intake intake = Intake.open(input, limits, form.entry());
        try {
            OpenInput opened =
                    intake.isWorkbook() ? workbook(input, intake, form, limits) : text(input, intake, form, limits);
            opened.unused = form.given().unused(opened.rows, intake.isEntry());
            return opened;
        } catch (ReadingStop e) {
            closeAfter(intake, e);
            throw new BudgetReadException(e.text(), e);
        } catch (IOException e) {
            closeAfter(intake, e);
            throw new BudgetReadException(Intake.explain(input.name(), e), e);
        } catch (RuntimeException e) {
            closeAfter(intake, e);
            throw e;
        }
    }

    private static OpenInput text(Input input, Intake intake, TableForm form, ReadLimits limits) throws IOException {
        InputStream bytes = intake.bytes();
        if (!form.stated().equals(Stated.NOTHING)) {
            Stated.Watch watch = form.stated().watch(bytes);
            OpenInput watched = text(input, intake, watch, form, limits);
            watched.watch = watch;
            return watched;
        }
        return text(input, intake, bytes, form, limits);
    }

    private static OpenInput text(Input input, Intake intake, InputStream bytes, TableForm form, ReadLimits limits)
            throws IOException {
        DecodingReader text = form.looksForCharset()
                ? DecodingReader.detecting(bytes, form.charset())
                : new DecodingReader(bytes, form.charset());
        if (isJson(intake, text)) {
            text.refuseSwitch(input.name());
            JsonHead head = JsonHead.read(input, form, limits);
            NumberCells numbers = new NumberCells(form.decimal(), form.isAmount());
            JsonRows rows = new JsonRows(input.name(), text, head.names(), limits, numbers);
            return new OpenInput(intake, rows, head, null).withDecimal(form.decimal());
        }
        if (!form.detects()) {
            int titles = Math.max(0, form.headingRow() - 1);
            CsvRows rows = new CsvRows(input.name(), text, form.separator(), limits, titles);
            return new OpenInput(intake, rows, null, text.charset())
                    .withDecimal(form.given().decimal());
        }
        Dialect dialect = Dialect.of(text.sample(), form);
        CsvRows rows = new CsvRows(input.name(), text, dialect.separator(), limits, dialect.titles());
        return new OpenInput(intake, rows, null, text.charset(), dialect)
                .withDecimal(
                        dialect.commaIsDecimal()
                                ? Character.valueOf(',')
                                : form.given().decimal());
    }

    private OpenInput withDecimal(@Nullable Character sign) {
        decimal = sign;
        return this;
    }

    private static OpenInput workbook(Input input, Intake intake, TableForm form, ReadLimits limits)
            throws IOException {
        try {
            WorkbookRows rows = WorkbookRows.open(
                    input.name(),
                    intake,
                    limits,
                    form.headingRow(),
                    cells -> form.headings(cells) >= Dialect.FEWEST_HEADINGS,
                    form.sheet(),
                    Dialect.ROWS,
                    new NumberCells(form.decimal(), form.isAmount()));
            return new OpenInput(intake, rows, null, null, Dialect.of(rows)).withDecimal(form.decimal());
        } catch (NoClassDefFoundError e) {
            throw new BudgetReadException(Texts.of("workbook.reader", "file", input.name()), e);
        }
    }

    /** {@return whether the text is JSON: by its name, else by its first character} */
    static boolean isJson(Intake intake, DecodingReader text) throws IOException {
        if (intake.namedJson()) {
            return true;
        }
        char first = text.peek();
        return !intake.namedTable() && (first == '{' || first == '[');
    }

    private static void closeAfter(Closeable open, Exception error) {
        try {
            open.close();
        } catch (IOException e) {
            error.addSuppressed(e);
        }
    }

    Rows rows() {
        return rows;
    }

    /**
     * {@return how it is written; all of it is right once the last row is read}
     *
     * @param columns what its columns are read as, by their headings
     */
    Budgets.FoundTable found(Map<String, String> columns) {
        if (rows instanceof CsvRows text) {
            return new Budgets.FoundTable(text.charset().name(), text.separator(), null, headingRow, columns);
        }
        return new Budgets.FoundTable(
                null, null, rows instanceof WorkbookRows book ? book.sheet() : null, headingRow, columns);
    }

    /** {@return the decimal sign that was given or found, where it is another than the layout's; else {@code null}} */
    @Nullable
    Character decimal() {
        return decimal;
    }

    /** {@return what was found out before the first row and not asked for, and what was asked for and is of no use} */
    List<Bilingual> assumed() {
        List<Bilingual> assumed = new ArrayList<>(dialect.assumed());
        assumed.addAll(unused);
        return assumed;
    }

    /** {@return in what the input differs from what is stated about it, now that all of it is read} */
    List<Bilingual> differences(long rowsRead) {
        return watch == null ? List.of() : watch.differences(rowsRead);
    }

    /** {@return what stands around the lines, where the input is JSON} */
    @Nullable
    JsonHead head() {
        return head;
    }

    /** {@return whether it is one of the files of a zip} */
    boolean isEntry() {
        return intake != null && intake.isEntry();
    }

    /** {@return the charset it is written in, where it is separated text with headings of its own and not packed} */
    @Nullable
    Charset charset() {
        return intake == null || intake.isPacked() ? null : charset;
    }

    /** {@return the stored bytes read so far; zero where there are none} */
    long bytesRead() {
        return intake == null ? 0 : intake.bytesRead();
    }

    /** {@return how many stored bytes there are, where known} */
    OptionalLong bytesTotal() {
        return intake == null ? OptionalLong.empty() : intake.bytesTotal();
    }

    /**
     * {@return the SHA-256 of the stored bytes, or {@code null} where there are none}
     *
     * @throws ReadingStop if the rest of them cannot be read
     */
    @Nullable
    String sha256(String file) {
        try {
            return intake == null ? null : intake.sha256();
        } catch (IOException e) {
            throw new ReadingStop(
                    Texts.of("file.unreadable", "file", file, "reason", String.valueOf(e.getMessage())), e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            rows.close();
        } finally {
            if (intake != null) {
                intake.close();
            }
        }
    }
}
