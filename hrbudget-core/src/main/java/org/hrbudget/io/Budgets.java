package org.hrbudget.io;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hrbudget.io.spi.InputPart;
import org.hrbudget.io.spi.RowSource;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.FiscalYear;
import org.jspecify.annotations.Nullable;

/**
 * The way in for budgets that are in files.
 *
 * <p>A file is separated text with one heading row, or JSON ({@code {"lines": [...]}} or a bare list); either may be packed as
 * gzip, or as a zip of exactly one file; or it is a workbook. Nothing is read before {@link BudgetSource#open()}. Of several files, one of
 * which nothing can be read does not stop the others: it has its own account, and the reason is a fault of it.
 */
public final class Budgets {

    private Budgets() {}

    /**
     * {@return the budget in one file}
     *
     * @param file the file
     * @param layout how its publisher writes budgets
     */
    public static BudgetSource read(Path file, Layout layout) {
        return reading(file).layout(layout).source();
    }

    /**
     * {@return a way to say how the budget in these files is read}
     *
     * @param files the files, at least one; together they are one budget
     */
    public static Reading reading(Path... files) {
        return readingInputs(Arrays.stream(files).map(Input::of).toList());
    }

    /**
     * {@return a way to say how the budget in these files is read}
     *
     * @param files the files, at least one; together they are one budget
     */
    public static Reading reading(List<Path> files) {
        return readingInputs(files.stream().map(Input::of).toList());
    }

    /**
     * {@return a way to say how the budget in these inputs is read}
     *
     * @param inputs the inputs, at least one; together they are one budget
     */
    public static Reading reading(Input... inputs) {
        return readingInputs(List.of(inputs));
    }

    /**
     * {@return a way to say how the budget in rows that another engine reads is read}
     *
     * @param rows the rows; where the source is opened more than once, so are they
     */
    public static Reading reading(RowSource rows) {
        Reading reading = new Reading(List.of());
        reading.rows = rows;
        return reading;
    }

    /**
     * {@return how the files of several readings are read as one budget} Each is written as its own reading says: charset, separator, decimal
     * sign, row of the headings, sheet and entry; said here too, they hold for those that say nothing. All else is that of the first until it is
     * set anew.
     *
     * <pre>{@code
     * Budgets.together(List.of(
     *                 Budgets.reading(Path.of("08CO01.csv")).charset(Charset.forName("windows-1252")),
     *                 Budgets.reading(Path.of("08CO02.xlsx")).sheet("Anteproyecto")))
     *         .scope(BudgetHeader.Scope.WHOLE)
     *         .source();
     * }</pre>
     *
     * @param readings the readings, at least one; what is set on them later changes nothing
     * @throws IllegalArgumentException if there is none, or one is of rows that another engine reads or of a part of a file
     */
    public static Reading together(List<Reading> readings) {
        if (readings.stream().anyMatch(reading -> reading.rows != null || reading.part != null)) {
            throw new IllegalArgumentException(
                    "Rows that another engine reads, and parts of files, are not read together.\nMaybe read whole files.");
        }
        Reading together = readingInputs(
                readings.stream().flatMap(reading -> reading.inputs.stream()).toList());
        together.set(readings.get(0));
        together.given = readings.stream()
                .flatMap(reading -> IntStream.range(0, reading.inputs.size()).mapToObj(reading::given))
                .toList();
        return together;
    }

    private static Reading readingInputs(List<Input> inputs) {
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException(
                    "No file to read a budget from.\nMaybe the list of files was filtered away.");
        }
        return new Reading(inputs);
    }

    /** How a budget is read. What the caller sets here holds against the file, and the file against its layout. */
    public static final class Reading {

        final List<Input> inputs;

        @Nullable
        RowSource rows;

        @Nullable
        InputPart part;

        @Nullable
        Layout layout;

        @Nullable
        String sheet;

        @Nullable
        String entry;

        @Nullable
        Charset charset;

        @Nullable
        Character separator;

        @Nullable
        Character decimal;

        int headingRow;

        ReadLimits limits = ReadLimits.DEFAULT;

        @Nullable
        Input links;

        @Nullable
        Baseline baseline;

        @Nullable
        String jurisdiction;

        @Nullable
        String assumedJurisdiction;

        @Nullable
        String currency;

        @Nullable
        FiscalYear fiscalYear;

        @Nullable
        FiscalYear assumedFiscalYear;

        @Nullable
        BudgetPhase phase;

        @Nullable
        LocalDate submitted;

        BudgetHeader.@Nullable Scope scope;

        /** How each input is written, where they were brought together; else empty. */
        private List<TableForm.Given> given = List.of();

        private Reading(List<Input> inputs) {
            this.inputs = inputs;
        }

        /**
         * Sets the layout; without this, it is {@code hrbudget}.
         *
         * @param value how the publisher writes budgets
         * @return this
         */
        public Reading layout(Layout value) {
            Objects.requireNonNull(value, "layout");
            this.layout = value;
            return this;
        }

        /**
         * Sets the sheet of workbooks that holds the lines; without this, it is the first that has the headings of the layout.
         *
         * @param value its name
         * @return this
         */
        public Reading sheet(String value) {
            Objects.requireNonNull(value, "sheet");
            this.sheet = value;
            return this;
        }

        /**
         * Sets the file to be read of a zip of several; without this, it is the one the layout names, or the only one there is.
         *
         * @param value its name, with or without its folder; {@code *} stands for any text, as in {@code gasto_*.csv}
         * @return this
         */
        public Reading entry(String value) {
            Objects.requireNonNull(value, "entry");
            this.entry = value;
            return this;
        }

        /**
         * Sets the charset of files without a byte order mark; without this, it is that of the layout, or the one found.
         *
         * @param value the charset
         * @return this
         */
        public Reading charset(Charset value) {
            Objects.requireNonNull(value, "charset");
            this.charset = value;
            return this;
        }

        /**
         * Sets the sign between the cells of separated text; without this, it is that of the layout, or the one found.
         *
         * @param value such as {@code ';'}
         * @return this
         */
        public Reading separator(char value) {
            this.separator = value;
            return this;
        }

        /**
         * Sets the decimal sign of amounts in separated text, the other of point and comma being that between thousands; without this, it is that of the
         * layout, or the one found.
         *
         * @param value {@code '.'} or {@code ','}
         * @return this
         * @throws IllegalArgumentException if it is neither
         */
        public Reading decimal(char value) {
            if (value != '.' && value != ',') {
                throw new IllegalArgumentException("'" + value + "' is no decimal sign.\nMaybe use '.' or ','.");
            }
            this.decimal = value;
            return this;
        }

        /**
         * Sets the row of the headings; without this, it is that of the layout, or the one found.
         *
         * @param value its number, from 1
         * @return this
         * @throws IllegalArgumentException if it is below 1
         */
        public Reading headingRow(int value) {
            if (value < 1) {
                throw new IllegalArgumentException("Rows begin at 1, not " + value + ".\nMaybe leave it out.");
            }
            this.headingRow = value;
            return this;
        }

        /**
         * Adds a second file that links lines to actions, or says why none applies to one ({@code no_action_reason}).
         *
         * @param file separated text in UTF-8 with the columns {@code line}, {@code action} or {@code sequence}, and optionally
         *     {@code unit}, {@code right}, {@code amount} or {@code share}; {@code line} is the identifier of a line, or its row
         *     where the budget is one file without a column of identifiers
         * @return this
         */
        public Reading links(Path file) {
            Objects.requireNonNull(file, "file");
            return links(Input.of(file));
        }

        /**
         * Adds a second input that links lines to actions.
         *
         * @param input as in {@link #links(Path)}
         * @return this
         */
        public Reading links(Input input) {
            Objects.requireNonNull(input, "input");
            this.links = input;
            return this;
        }

        /**
         * Sets last year's funded actions.
         *
         * @param value the baseline
         * @return this
         */
        public Reading baseline(Baseline value) {
            Objects.requireNonNull(value, "baseline");
            this.baseline = value;
            return this;
        }

        /**
         * Sets whose budget it is.
         *
         * @param value such as {@code mx-cmx}
         * @return this
         */
        public Reading jurisdiction(String value) {
            Objects.requireNonNull(value, "jurisdiction");
            this.jurisdiction = value;
            return this;
        }

        /**
         * Sets whose budget it is taken for where neither {@link #jurisdiction(String)} nor the file says so and the layout is
         * {@code hrbudget}, which serves every office, or the descriptor of a data package that names no country; without this it is
         * {@code mx-cmx}, and {@code unstated} for a data package.
         *
         * @param value such as the jurisdiction of the pack it is checked with
         * @return this
         */
        public Reading assumedJurisdiction(String value) {
            Objects.requireNonNull(value, "assumedJurisdiction");
            this.assumedJurisdiction = value;
            return this;
        }

        /**
         * Sets the currency.
         *
         * @param value an ISO 4217 code
         * @return this
         */
        public Reading currency(String value) {
            Objects.requireNonNull(value, "currency");
            this.currency = value;
            return this;
        }

        /**
         * Sets the fiscal year of the budget as a whole.
         *
         * @param value the year
         * @return this
         */
        public Reading fiscalYear(FiscalYear value) {
            Objects.requireNonNull(value, "fiscalYear");
            this.fiscalYear = value;
            return this;
        }

        /**
         * Sets the year whose columns are read where the layout finds those of several and {@link #fiscalYear(FiscalYear)} does not say
         * which.
         *
         * @param value such as the year of the pack it is checked with
         * @return this
         */
        public Reading assumedFiscalYear(FiscalYear value) {
            Objects.requireNonNull(value, "assumedFiscalYear");
            this.assumedFiscalYear = value;
            return this;
        }

        /**
         * Sets the last phase the budget reports. Amounts of later phases are not promised, even where the file has columns for
         * them.
         *
         * @param value the phase
         * @return this
         */
        public Reading phase(BudgetPhase value) {
            Objects.requireNonNull(value, "phase");
            this.phase = value;
            return this;
        }

        /**
         * Sets the day the budget was sent to the finance ministry.
         *
         * @param value the day
         * @return this
         */
        public Reading submitted(LocalDate value) {
            Objects.requireNonNull(value, "submitted");
            this.submitted = value;
            return this;
        }

        /**
         * Sets whether it is the whole budget, which it is taken for unless this or the file says otherwise, or that of one unit.
         *
         * @param value the scope
         * @return this
         */
        public Reading scope(BudgetHeader.Scope value) {
            Objects.requireNonNull(value, "scope");
            this.scope = value;
            return this;
        }

        /**
         * Sets how much is read before a file is given up.
         *
         * @param value the limits
         * @return this
         */
        public Reading limits(ReadLimits value) {
            Objects.requireNonNull(value, "limits");
            this.limits = value;
            return this;
        }

        /**
         * Says that the one input is a part of a file and has no headings of its own: it is read with the positions of the file,
         * and without a hash, which only the whole file has.
         *
         * @param value where in the file it is
         * @return this
         * @throws IllegalArgumentException if there is not exactly one input
         */
        public Reading part(InputPart value) {
            Objects.requireNonNull(value, "part");
            requireOneInput();
            this.part = value;
            return this;
        }

        /**
         * {@return the headings of the one input, and how many rows come before its first row of data, to cut the input by; empty where
         * it is packed or no separated text. Where that row begins in bytes is not looked for: {@code bytesBefore} is 0, and whoever
         * cuts the input counts it, and sets it with {@link InputPart#at}, before giving the part to {@link #part}}
         *
         * @throws BudgetReadException if nothing can be read from it at all
         * @throws IllegalArgumentException if there is not exactly one input
         */
        public Optional<InputPart> head() {
            requireOneInput();
            BudgetFile file = BudgetFile.open(inputs.get(0), 0, asWhole(layout().strict()));
            try {
                return file.head();
            } finally {
                file.close();
            }
        }

        /**
         * {@return how the one input is written, as its layout says or as it is found to be, and what its columns are read as} It is gone
         * through to its end: the charset may show in the last row.
         *
         * @throws BudgetReadException if nothing can be read from it at all
         * @throws IllegalArgumentException if there is not exactly one input
         */
        public FoundTable found() {
            requireOneInput();
            BudgetFile file = BudgetFile.open(inputs.get(0), 0, asWhole(layout()));
            try {
                return file.found();
            } finally {
                file.close();
            }
        }

        /**
         * Goes through the inputs once more, as they are written: what is above the headings, the headings, and every row below them,
         * those among them that are passed over or cannot become lines. Inputs that are JSON, and rows that another engine reads, are no
         * tables and left out.
         *
         * @param taker takes the rows, in the order of the inputs and of their rows
         * @throws IOException if the taker does
         */
        public void asWritten(WrittenRows taker) throws IOException {
            Objects.requireNonNull(taker, "taker");
            WrittenTable.handOver(copy(), taker);
        }

        private Reading asWhole(Layout with) {
            Reading whole = copy().layout(with);
            whole.part = null;
            return whole;
        }

        private void requireOneInput() {
            if (inputs.size() != 1) {
                throw new IllegalArgumentException("A part is of one file, and " + inputs.size()
                        + " are given.\nMaybe read the parts of each file by themselves.");
            }
        }

        /** {@return the source; what is set here later does not change it} */
        public BudgetSource source() {
            Reading fixed = copy();
            return () -> FileReader.open(fixed);
        }

        /** {@return the layout, looked up only where the caller gave none} */
        Layout layout() {
            return layout != null ? layout : Layout.named(Layout.OWN);
        }

        /** {@return what is said of how an input is written} */
        TableForm.Given given(int input) {
            TableForm.Given all = new TableForm.Given(charset, separator, decimal, headingRow, sheet, entry);
            return given.isEmpty() ? all : given.get(input).or(all);
        }

        private Reading copy() {
            Reading copy = new Reading(inputs);
            copy.set(this);
            copy.given = given;
            copy.sheet = sheet;
            copy.entry = entry;
            copy.charset = charset;
            copy.separator = separator;
            copy.decimal = decimal;
            copy.headingRow = headingRow;
            return copy;
        }

        /** Takes over what does not say how a file is written. */
        private void set(Reading other) {
            rows = other.rows;
            part = other.part;
            layout = other.layout();
            limits = other.limits;
            links = other.links;
            baseline = other.baseline;
            jurisdiction = other.jurisdiction;
            assumedJurisdiction = other.assumedJurisdiction;
            currency = other.currency;
            fiscalYear = other.fiscalYear;
            assumedFiscalYear = other.assumedFiscalYear;
            phase = other.phase;
            submitted = other.submitted;
            scope = other.scope;
        }
    }

    /** Takes the rows of inputs as they are written. */
    public interface WrittenRows {

        /**
         * Takes the beginning of a table.
         *
         * @param input the name of the input in reports
         * @param headingRow the number of the row of headings
         * @param columns what findings call each column
         * @throws IOException if it cannot be taken
         */
        void begin(String input, long headingRow, List<String> columns) throws IOException;

        /**
         * Takes a row.
         *
         * @param number its number as a spreadsheet shows it, ascending; a workbook may leave some out
         * @param cells the texts of its cells, which may be fewer or more than there are columns
         * @param amounts of each cell the number that it is, where it is one in a column of amounts; else {@code null}. Empty for rows
         *     down to the headings
         * @throws IOException if it cannot be taken
         */
        void row(long number, List<String> cells, List<? extends @Nullable BigDecimal> amounts) throws IOException;

        /**
         * Takes what keeps an input, or the rest of it, from being read.
         *
         * @param input its name in reports
         * @param why what happened and what to do
         * @throws IOException if it cannot be taken
         */
        void stopped(String input, Bilingual why) throws IOException;
    }

    /**
     * How a file is written, as its layout says or as it was found to be, and what its columns are read as. Immutable.
     *
     * @param charset the charset of its text, such as {@code windows-1252}; {@code null} for workbooks and JSON
     * @param separator the sign between its cells; {@code null} for workbooks and JSON
     * @param sheet the sheet of a workbook; {@code null} for other files
     * @param headingRow the number of the row of headings, from 1; 0 where there is none, as in JSON
     * @param columns what each column is read as, by its heading, in the order of the file: the word of a field, such as
     *     {@code unit_code}; {@code action}, {@code action_amount} and the like for a link; {@code skip} where rows are told by it that
     *     are passed over. Columns that nothing reads are left out
     */
    public record FoundTable(
            @Nullable String charset,
            @Nullable Character separator,
            @Nullable String sheet,
            long headingRow,
            Map<String, String> columns) {

        /** Copies the columns. */
        public FoundTable {
            columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        }
    }
}
