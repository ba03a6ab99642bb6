package org.hrbudget.desk.judging;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hrbudget.comparison.BudgetComparison;
import org.hrbudget.comparison.ComparisonDocument;
import org.hrbudget.desk.DeskSettings;
import org.hrbudget.desk.years.Years;
import org.hrbudget.desk.years.Years.Year;
import org.hrbudget.io.BudgetSource;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.Input;
import org.hrbudget.io.Programmes;
import org.hrbudget.io.ReadLimits;
import org.hrbudget.io.YearlySeries;
import org.hrbudget.io.spi.LineReader;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.report.BudgetTemplate;
import org.hrbudget.report.Receipt;
import org.hrbudget.report.ReportDocument;
import org.hrbudget.summary.ActionSummary;
import org.hrbudget.summary.Summaries;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.Consolidation;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.RunOptions;
import org.hrbudget.validation.ValidationReport;
import org.hrbudget.validation.spi.Catalogues;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Reads and judges budgets of units, by the rules of their year. Safe for use by several threads: as many judge at once as there are processors. */
@Component
public class Judge {

    /** Where a bundle of a receipt has the file, so that it can never be taken for the programme beside it. */
    public static final String FOLDER = "presupuesto/";

    private static final String PACK = "--pack";

    private static final Locale SPANISH = Locale.forLanguageTag("es");

    /** A unit's budget is far below; a bomb is far above. */
    private static final ReadLimits LIMITS = ReadLimits.DEFAULT.withMaxUnpackedBytes(400L << 20);

    private static final int MOST_LINES = 50_000;

    private static final int MOST_SECONDS = 30;

    private static final int LINES_A_LOOK = 500;

    private static final Watch NOBODY = new Watch() {
        @Override
        public void at(long read, long judged) {
            // The page comes when it is done.
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    };

    private final DeskSettings settings;
    private final MessageSource words;
    private final Years years;
    private final Rules rules;
    private final @Nullable Input programme;
    private final @Nullable HumanRightsProgramme actions;
    private final @Nullable KeyPair keys;

    /** One for each year and its rules, made once. */
    private final Map<Year, Bench> benches = new ConcurrentHashMap<>();

    private final Semaphore free = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    private record Bench(RulePack pack, Receipt.Terms terms, BudgetValidator validator) {}

    Judge(DeskSettings settings, Years years, Rules rules, MessageSource words) {
        this.settings = settings;
        this.years = years;
        this.rules = rules;
        this.words = words;
        Resource given = settings.programme();
        this.programme = given == null
                ? null
                : Input.of(Objects.requireNonNullElse(given.getFilename(), "programme.csv"), given::getInputStream);
        this.actions = programme == null ? null : Programmes.read(programme);
        this.keys = settings.signingKey() == null ? null : keys(settings.signingKey());
        // What is wrong with the rules or the programme is told at the start.
        bench(years.current());
    }

    private Bench bench(Year year) {
        // Other dates of a year change nothing of its law.
        Year law = new Year(year.value(), year.asOf(), year.rules(), null, null, false, false);
        return benches.computeIfAbsent(law, key -> {
            RulePack pack = rules.of(key.rules(), key.fiscal(), key.asOf());
            Receipt.Terms terms = terms(key);
            return new Bench(
                    pack,
                    terms,
                    terms.validator(List.of(pack), file -> programme).build());
        });
    }

    /** By what all of a year is judged, and its receipts name. */
    private Receipt.Terms terms(Year year) {
        return new Receipt.Terms(
                List.of(
                        new Receipt.Option("--rules", year.rules()),
                        new Receipt.Option("--fiscal-year", Integer.toString(year.value())),
                        new Receipt.Option("--as-of", year.asOf().toString()),
                        // What is prepared here is a proposal, also where a unit's file has columns for later.
                        new Receipt.Option("--phase", "proposed")),
                files(year));
    }

    private List<Receipt.File> files(Year year) {
        List<Receipt.File> files = new ArrayList<>();
        if (programme != null) {
            files.add(named("--programme", programme.name(), programme));
        }
        rules.filesOf(year.rules()).forEach(pack -> files.add(named(PACK, pack.name(), pack)));
        return files;
    }

    /** A file of a unit, which can be read any number of times: its name in reports, and what is in it. */
    public static final class UnitFile {

        private final Input input;
        private final List<Receipt.Option> written;

        /** Makes one of bytes that nobody changes any more. */
        public UnitFile(String name, byte[] bytes) {
            this(Input.of(name, () -> new ByteArrayInputStream(bytes)));
        }

        /** Makes one of something that is read where it is kept. */
        public UnitFile(Input input) {
            this(input, List.of());
        }

        /** Makes one of which the unit says how it is written, by options of receipts such as {@code --charset}. */
        public UnitFile(Input input, List<Receipt.Option> written) {
            this.input = input;
            this.written = List.copyOf(written);
        }

        /** {@return what the unit says of how it is written; the rest is found out} */
        public List<Receipt.Option> written() {
            return written;
        }

        /** {@return a file of other bytes, written as this one} */
        public UnitFile with(byte[] bytes) {
            return new UnitFile(Input.of(name(), () -> new ByteArrayInputStream(bytes)), written);
        }

        /** {@return the same file under another name} */
        public UnitFile named(String name) {
            return new UnitFile(input.named(name), written);
        }

        /** {@return its name in reports} */
        public String name() {
            return input.name();
        }

        /** {@return where it is read} */
        public Input input() {
            return input;
        }

        /** {@return what is in it, all of it in memory} */
        public byte[] bytes() {
            try (InputStream in = input.open()) {
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Who waits for a file to be judged. */
    public interface Watch {

        /** Takes how many rows were read and how many of them judged. Called often. */
        void at(long read, long judged);

        /** {@return whether nobody waits any more} */
        boolean isCancelled();
    }

    /**
     * A report in both languages.
     *
     * @param es in Spanish
     * @param en in English
     */
    public record Judged(ReportDocument es, ReportDocument en) {

        static Judged of(ValidationReport report, Map<String, String> run) {
            return new Judged(ReportDocument.of(report, SPANISH, run), ReportDocument.of(report, Locale.ENGLISH, run));
        }

        /** {@return it in a reader's language: Spanish or else English} */
        public ReportDocument in(Locale locale) {
            return locale.getLanguage().equals(SPANISH.getLanguage()) ? es : en;
        }
    }

    private static Receipt.File named(String option, String path, Input input) {
        try {
            return new Receipt.File(option, path, input.sha256());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeyPair keys(Resource file) {
        try {
            return Receipt.Seal.keys(file.getContentAsString(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return how a file of a unit is read that is of the current year} */
    public Budgets.Reading reading(UnitFile file, @Nullable LocalDate submitted) {
        return reading(years.current(), file, submitted);
    }

    /** {@return how a file of a unit is read} */
    public Budgets.Reading reading(Year year, UnitFile file, @Nullable LocalDate submitted) {
        return ofUnit(year, file, submitted)
                .reading(List.of(file.input()), other -> {
                    throw new IllegalStateException("Nothing is read with a budget: " + other.option());
                })
                .limits(LIMITS);
    }

    private Receipt.Terms ofUnit(Year year, UnitFile file, @Nullable LocalDate submitted) {
        Receipt.Terms unit = bench(year)
                .terms()
                .and(new Receipt.Option("--scope", "unit"))
                .and(file.written().toArray(Receipt.Option[]::new));
        return submitted == null ? unit : unit.and(new Receipt.Option("--submitted", submitted.toString()));
    }

    /** {@return what the law says of a unit's file of the current year, see {@link #judge(Year, UnitFile, String, OffsetDateTime)}} */
    public Judged judge(UnitFile file, String unit, @Nullable OffsetDateTime handedIn) {
        return judge(years.current(), file, unit, handedIn);
    }

    /**
     * {@return what the law says of a unit's file}
     *
     * @param year the year whose budget it is
     * @param file the file
     * @param unit the unit whose file it must be
     * @param handedIn when it is handed in, or {@code null} where it is not yet
     * @throws org.hrbudget.io.BudgetReadException if nothing can be read from it at all
     * @throws Refused if it is no table or of another unit, has no line or too many, or nobody has time to judge it
     */
    public Judged judge(Year year, UnitFile file, String unit, @Nullable OffsetDateTime handedIn) {
        return whileFree(() -> judged(year, file, unit, handedIn, NOBODY));
    }

    /**
     * {@return what the law says of a unit's file, which may be large: it waits for its turn as long as it takes}
     *
     * @param year the year whose budget it is
     * @param file the file
     * @param unit the unit whose file it must be
     * @param watch who is told how far it is, and may want no answer any more
     * @throws org.hrbudget.io.BudgetReadException if nothing can be read from it at all
     * @throws CancellationException if nobody waits any more
     * @throws Refused if it is no table or of another unit, or has no line or too many
     */
    public Judged judgeInTurn(Year year, UnitFile file, String unit, Watch watch) {
        try {
            while (!free.tryAcquire(1, TimeUnit.SECONDS)) {
                requireWanted(watch);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
        try {
            return judged(year, file, unit, null, watch);
        } finally {
            free.release();
        }
    }

    private Judged judged(Year year, UnitFile file, String unit, @Nullable OffsetDateTime handedIn, Watch watch) {
        LocalDate submitted = handedIn == null ? null : handedIn.toLocalDate();
        Map<String, String> run = handedIn == null
                ? Map.of()
                : Map.of(
                        "startedAt",
                        handedIn.toInstant().truncatedTo(ChronoUnit.SECONDS).toString());
        Budgets.Reading reading = reading(year, file, submitted);
        long lines = requireLinesOf(unit, reading, file.name(), watch);
        RunOptions options = RunOptions.builder()
                .cancelled(watch::isCancelled)
                .progress(progress -> watch.at(lines, progress.rows()))
                .build();
        ValidationReport report = bench(year).validator().validate(reading.source(), options);
        requireWanted(watch);
        return Judged.of(report, run);
    }

    private static void requireWanted(Watch watch) {
        if (watch.isCancelled()) {
            throw new CancellationException();
        }
    }

    /**
     * {@return what the law says of the files of several units as one budget}
     *
     * @param year the year whose budget they are
     * @param files at least one, no two of one name
     * @param absent the codes of the units that are still to hand in: without them nothing of the whole is settled
     * @throws org.hrbudget.io.BudgetReadException if they contradict one another, such as on their currency
     * @throws Refused if nobody has time to judge them
     */
    public Judged judgeTogether(Year year, List<UnitFile> files, List<String> absent) {
        return whileFree(() -> {
            try (Consolidation all = bench(year).validator().consolidation(together(year, files))) {
                files.forEach(file -> all.add(reading(year, file, null).source()));
                return Judged.of(absent.isEmpty() ? all.whole() : lacking(all.whole(), absent), Map.of());
            }
        });
    }

    /**
     * What lines give to the actions of the programme.
     *
     * @param actions what each action is given, in the order of the programme; none where there is no programme
     * @param shares what each line gives to each action that it names, in the order of the files
     */
    public record Attributed(List<ActionSummary> actions, List<Share> shares) {}

    /**
     * What a line gives to an action.
     *
     * @param unit the code of its unit as the file has it; or empty
     * @param row its row
     * @param objectCode what is bought; or empty
     * @param action the code of the action
     * @param amount what the line gives to it
     */
    public record Share(String unit, long row, String objectCode, String action, BigDecimal amount) {}

    /** {@return what the files of several units give to the actions of the programme, as {@link #judgeTogether} counts it} */
    public Attributed attributed(Year year, List<UnitFile> files) {
        Summaries.Tally tally = Summaries.Tally.of(BudgetPhase.PROPOSED, actions);
        List<Share> shares = new ArrayList<>();
        for (UnitFile file : files) {
            try (LineReader reader = reading(year, file, null).source().open()) {
                for (SpendingLine line = reader.next(); line != null; line = reader.next()) {
                    SpendingLine each = line;
                    String unit = each.unit() == null ? "" : each.unit().code();
                    String object = Objects.requireNonNullElse(each.objectCode(), "");
                    tally.add(each);
                    tally.shares(each)
                            .forEach((action, amount) ->
                                    shares.add(new Share(unit, each.position().row(), object, action, amount)));
                }
            }
        }
        return new Attributed(tally.summaries(null).actions(), shares);
    }

    /**
     * Reads the lines of a unit's file.
     *
     * @param each takes each line, in the order of the file
     * @throws org.hrbudget.io.BudgetReadException if nothing can be read of it
     * @throws Refused if nobody has time to read it
     */
    public void forEachLine(Year year, UnitFile file, Consumer<? super SpendingLine> each) {
        whileFree(() -> {
            try (LineReader reader = reading(year, file, null).source().open()) {
                long lines = 0;
                for (SpendingLine line = reader.next(); line != null; line = reader.next()) {
                    each.accept(line);
                    lines++;
                }
                return lines;
            }
        });
    }

    /** {@return the files of several units as one budget, which is read each time anew} */
    public BudgetSource together(Year year, List<UnitFile> files) {
        return Budgets.together(
                        files.stream().map(file -> reading(year, file, null)).toList())
                .scope(BudgetHeader.Scope.WHOLE)
                .source();
    }

    /**
     * {@return what changed between two budgets}
     *
     * @param before the earlier one
     * @param kind the amount of the earlier one that is held beside what is proposed now
     * @param after the later one
     * @param deflator an index of prices, or {@code null}: then it is in pesos of each year
     * @param by what is told apart
     * @param further what else, each in a table of its own
     * @throws org.hrbudget.io.BudgetReadException if nothing can be read of one of them or of the index
     * @throws BudgetComparison.NotComparableException if they cannot be compared, such as in two currencies
     * @throws Refused if nobody has time to read them
     */
    public ComparisonDocument compare(
            BudgetSource before,
            AmountKind kind,
            BudgetSource after,
            @Nullable Input deflator,
            Locale locale,
            BudgetComparison.Dimension by,
            BudgetComparison.Dimension... further) {
        BudgetComparison comparison =
                BudgetComparison.of(before, after).by(by, further).amounts(kind, AmountKind.PROPOSED);
        if (deflator != null) {
            comparison.deflator(YearlySeries.read(deflator));
        }
        if (actions != null) {
            comparison.programme(actions);
        }
        return whileFree(() -> comparison.compare(locale));
    }

    /** {@return how an earlier budget is read that somebody brings along} */
    public BudgetSource earlier(UnitFile file, int year) {
        return Budgets.reading(file.input())
                .assumedJurisdiction(settings.jurisdiction())
                .assumedFiscalYear(FiscalYear.of(year))
                .limits(LIMITS)
                .source();
    }

    private ValidationReport lacking(ValidationReport report, List<String> absent) {
        Object[] values = {absent.size(), String.join(", ", absent)};
        Bilingual said = new Bilingual(
                words.getMessage("board.lacking", values, Locale.ENGLISH),
                words.getMessage("board.lacking", values, SPANISH));
        return report.leftOpenBy(new ValidationReport.Problem(
                ValidationReport.Problem.ProblemKind.INPUT, settings.jurisdiction(), said));
    }

    private <T> T whileFree(Supplier<T> work) {
        try {
            if (!free.tryAcquire(MOST_SECONDS, TimeUnit.SECONDS)) {
                throw new Refused("busy");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("busy");
        }
        try {
            return work.get();
        } finally {
            free.release();
        }
    }

    /** {@return how many lines there are} */
    private static long requireLinesOf(String unit, Budgets.Reading reading, String file, Watch watch) {
        if (reading.found().headingRow() == 0) {
            throw new Refused("upload.no-table", file);
        }
        int lines = 0;
        try (LineReader reader = reading.source().open()) {
            for (SpendingLine line = reader.next(); line != null; line = reader.next()) {
                BudgetUnit other = line.unit();
                if (other != null && !BudgetUnit.isSameCode(other.code(), unit)) {
                    throw new Refused(
                            "upload.other-unit",
                            file,
                            Long.toString(line.position().row()),
                            other.code(),
                            unit);
                }
                if (lines++ % LINES_A_LOOK == 0) {
                    requireWanted(watch);
                    watch.at(lines, 0);
                }
                if (lines > MOST_LINES) {
                    throw new Refused("upload.too-long", file, Integer.toString(MOST_LINES));
                }
            }
            if (lines == 0 && reader.account().rowsRejected() == 0) {
                throw new Refused("upload.no-lines", file);
            }
        }
        return lines;
    }

    /**
     * {@return the receipt of a report on a unit's file, signed where the desk has a key, with which {@code hrbudget verify} draws it again}
     *
     * @param year the year whose budget it is
     * @param document the report
     * @param file the file
     * @param submitted the day it was handed in
     */
    public Receipt receipt(Year year, ReportDocument document, UnitFile file, LocalDate submitted) {
        Receipt receipt = Receipt.of(
                document,
                List.of(named(Receipt.Terms.BUDGET, FOLDER + file.name(), file.input())),
                ofUnit(year, file, submitted));
        return keys == null ? receipt : receipt.signed(keys);
    }

    /** {@return the programme whose actions lines name, where there is one} */
    public Optional<HumanRightsProgramme> humanRights() {
        return Optional.ofNullable(actions);
    }

    /** {@return the approved reforms that a receipt names, as they lie beside it} */
    public List<Input> packs(byte[] receipt) throws IOException {
        Set<String> named = Receipt.read(new ByteArrayInputStream(receipt)).files().stream()
                .filter(file -> file.option().equals(PACK))
                .map(Receipt.File::path)
                .collect(Collectors.toSet());
        return named.isEmpty()
                ? List.of()
                : rules.files().stream()
                        .filter(file -> named.contains(file.name()))
                        .toList();
    }

    /** {@return the programme, as it lies beside a receipt; or {@code null}} */
    public @Nullable Input programme() {
        return programme;
    }

    /** Writes the workbook that a unit fills in for the current year. */
    public void writeTemplate(String unit, Locale locale, OutputStream out) throws IOException {
        writeTemplate(unit, List.of(), locale, out);
    }

    /** Writes it with what is said to the unit at the head of its guide. */
    public void writeTemplate(String unit, List<String> notes, Locale locale, OutputStream out) throws IOException {
        Year year = years.current();
        List<String> kinds = bench(year).pack().catalogues().list(Catalogues.CodeList.UNIT_KINDS).stream()
                .flatMap(list -> list.values().stream())
                .distinct()
                .sorted()
                .toList();
        new BudgetTemplate(year.fiscal(), unit, actions, kinds, null).write(locale, notes, out);
    }

    /** {@return the bytes that a writer writes} */
    public static byte[] bytes(Writer writer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writer.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Writes to a stream. */
    public interface Writer {
        /** Writes. */
        void write(OutputStream out) throws IOException;
    }
}
