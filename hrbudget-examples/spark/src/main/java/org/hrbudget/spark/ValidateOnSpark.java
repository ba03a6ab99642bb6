package org.hrbudget.spark;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.hrbudget.io.Baselines;
import org.hrbudget.io.BudgetReadException;
import org.hrbudget.io.ItemCatalogues;
import org.hrbudget.io.Layout;
import org.hrbudget.io.Programmes;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.report.OutputPlace;
import org.hrbudget.report.TextPage;
import org.hrbudget.rules.RulePackException;
import org.hrbudget.validation.Severity;
import org.hrbudget.validation.ValidationReport;
import org.hrbudget.validation.Verdict;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** The program that {@code spark-submit} starts: validates the files of one budget. */
@Command(
        name = "hrbudget-spark",
        sortOptions = false,
        description = "Validates a budget of any size on Apache Spark, with the report of hrbudget validate.",
        footer = {
            "Exit codes: 0 evaluated and below the threshold of --fail-on, 1 threshold reached, 2 wrong usage,",
            "3 could not be evaluated, 4 internal fault."
        })
public final class ValidateOnSpark {

    private static final int BELOW_THRESHOLD = 0;
    private static final int THRESHOLD_REACHED = 1;
    private static final int WRONG_USAGE = 2;
    private static final int NOT_EVALUATED = 3;
    private static final int INTERNAL = 4;

    /** The gravest defects that leave the exit code at zero are those below it. */
    private enum Threshold {
        ERROR,
        WARNING,
        NEVER
    }

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "The files of the budget, where every machine of the cluster can read them.")
    private List<String> files = List.of();

    @Option(
            names = "--rules",
            required = true,
            split = ",",
            paramLabel = "LIST",
            description = "mx-fed, mx-cmx or both.")
    private List<String> rules = List.of();

    @Option(
            names = "--fiscal-year",
            required = true,
            paramLabel = "Y",
            converter = Years.class,
            description = "The fiscal year of the budget.")
    private FiscalYear year = FiscalYear.of(2011);

    @Option(
            names = "--as-of",
            required = true,
            paramLabel = "YYYY-MM-DD",
            converter = Days.class,
            description = "The day whose law is asked for.")
    private LocalDate asOf = LocalDate.EPOCH;

    @Option(
            names = "--layout",
            paramLabel = "NAME|FILE",
            description = "How the files are written; hrbudget unless given.")
    private String layout = "hrbudget";

    @Option(names = "--phase", paramLabel = "PHASE", description = "The last phase the budget reports.")
    private @Nullable BudgetPhase phase;

    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            description = "WHOLE, unless given, or UNIT: the budget of one unit.")
    private BudgetHeader.Scope scope = BudgetHeader.Scope.WHOLE;

    @Option(names = "--programme", paramLabel = "FILE", description = "The human-rights programme.")
    private @Nullable String programme;

    @Option(names = "--item-catalogue", paramLabel = "FILE", description = "The object items of the year.")
    private @Nullable String items;

    @Option(names = "--baseline", paramLabel = "FILE", description = "Last year's funded actions.")
    private @Nullable String baseline;

    @Option(names = "--pack", paramLabel = "DIR|ZIP", description = "A rule pack of your own, on the driver's machine.")
    private List<Path> packs = new ArrayList<>();

    @Option(names = "--links", paramLabel = "FILE", description = "Not on a cluster: links are read from the lines.")
    private @Nullable String links;

    @Option(names = "--parquet", description = "The file is Parquet; its columns are the headings.")
    private boolean parquet;

    @Option(
            names = "--format",
            paramLabel = "FORM[=FILE]",
            converter = ReportOutput.Converter.class,
            description = "text or json; text on standard output unless given.")
    private List<ReportOutput> outputs = new ArrayList<>();

    @Option(
            names = "--max-findings-per-rule",
            paramLabel = "N",
            description = "Findings kept of each rule; 1000 unless given.")
    private int maxFindings = 1_000;

    @Option(names = "--fail-on", paramLabel = "error|warning|never", description = "From what on the exit code is 1.")
    private Threshold threshold = Threshold.ERROR;

    @Option(
            names = "--range-bytes",
            paramLabel = "N",
            description = "Bytes of a file that one task reads; 33554432 unless given.")
    private long rangeBytes = SparkValidator.RANGE_BYTES;

    @Option(names = "--lang", paramLabel = "en|es", description = "The language of the report.")
    private Language language = Language.EN;

    /** The languages there are. */
    private enum Language {
        EN,
        ES;

        Locale locale() {
            return Locale.forLanguageTag(name().toLowerCase(Locale.ROOT));
        }
    }

    @Option(names = "--help", usageHelp = true, description = "Shows this.")
    private boolean help;

    /** Made by {@link #main}. */
    ValidateOnSpark() {}

    /**
     * Validates and ends the process with its exit code.
     *
     * @param args the arguments
     */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int code = run(out, err, args);
        // Before the process ends: executors that lose their driver say so at length.
        if (SparkSession.getDefaultSession().isDefined()) {
            SparkSession.getDefaultSession().get().stop();
        }
        System.exit(code);
    }

    /** {@return the exit code} */
    static int run(PrintStream out, PrintStream err, String... args) {
        ValidateOnSpark program = new ValidateOnSpark();
        CommandLine command = new CommandLine(program)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExpandAtFiles(false)
                .setUsageHelpWidth(100);
        try {
            command.parseArgs(args);
        } catch (CommandLine.ParameterException e) {
            return program.refuse(err, WRONG_USAGE, e.getMessage() + "\nMaybe --help tells what to write.");
        }
        if (program.help) {
            command.usage(out);
            return BELOW_THRESHOLD;
        }
        return program.run(out, err);
    }

    private int run(PrintStream out, PrintStream err) {
        if (links != null) {
            return refuse(
                    err,
                    WRONG_USAGE,
                    "A file of links cannot be joined on a cluster: " + links
                            + "\nMaybe write the links as columns of the lines, or validate on one machine.");
        }
        if (parquet && files.size() > 1) {
            return refuse(
                    err,
                    WRONG_USAGE,
                    "One Parquet file is a budget, and " + files.size() + " are given.\nMaybe name their folder.");
        }
        try {
            return validated(out, err);
        } catch (BudgetReadException e) {
            return refuse(err, NOT_EVALUATED, e.message(language.locale()));
        } catch (RulePackException e) {
            return refuse(err, NOT_EVALUATED, e.message(language.locale()));
        } catch (ClusterException e) {
            return refuse(err, NOT_EVALUATED, String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            return refuse(err, WRONG_USAGE, String.valueOf(e.getMessage()));
        } catch (IOException | UncheckedIOException e) {
            return refuse(err, NOT_EVALUATED, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            RuntimeException explained = SparkValidator.explained(e);
            return explained == e
                    ? refuse(err, INTERNAL, "An internal fault: " + e)
                    : refuse(err, NOT_EVALUATED, String.valueOf(explained.getMessage()));
        }
    }

    private int refuse(PrintStream err, int code, String message) {
        err.print("hrbudget: " + TextPage.harmless(message) + "\n");
        return code;
    }

    private int validated(PrintStream out, PrintStream err) throws IOException {
        SparkSession spark = SparkSession.builder().appName("hrbudget").getOrCreate();
        Instant started = Instant.now();
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        refuseOverwriting(hadoop);
        SparkValidator validator = SparkValidator.of(spark, plan(hadoop)).withRangeBytes(rangeBytes);
        Layout chosen = chosenLayout(hadoop);
        ValidationReport report = parquet
                ? validator.validate(new BudgetRows(spark.read().parquet(files.get(0)), name(files.get(0)), chosen))
                : validator.validate(new BudgetFiles(files, chosen, phase, scope));
        err.println("validated-milliseconds="
                + Duration.between(started, Instant.now()).toMillis());
        Map<String, String> notes = Map.of(
                "startedAt", started.truncatedTo(ChronoUnit.SECONDS).toString(),
                "spark", spark.version(),
                "java", Runtime.version().toString());
        List<ReportOutput> all = outputs.isEmpty() ? List.of(new ReportOutput(false, null)) : outputs;
        for (ReportOutput output : all) {
            output.write(report, language.locale(), notes, out);
        }
        return exitCode(report);
    }

    /** A report is a file of the driver's machine, where packs and, on a single machine, the budget lie too. */
    private void refuseOverwriting(Configuration hadoop) {
        List<Path> read = new ArrayList<>(packs);
        Stream.concat(files.stream(), Stream.of(layout, programme, items, baseline))
                .filter(Objects::nonNull)
                .flatMap(location -> StoredFile.local(location, hadoop).stream())
                .forEach(read::add);
        List<OutputPlace> places = new ArrayList<>();
        for (ReportOutput output : outputs) {
            Path file = output.file();
            if (file == null) {
                continue;
            }
            OutputPlace place = OutputPlace.of(file);
            for (Path other : read) {
                if (place.changes(other)) {
                    throw new IllegalArgumentException("Writing " + file + " would change " + other
                            + ", which is read.\nMaybe give another path, outside of what is read.");
                }
            }
            if (places.stream().anyMatch(place::isAlso)) {
                throw new IllegalArgumentException(
                        "Two reports would be written to " + file + ".\nMaybe give each its own path.");
            }
            places.add(place);
        }
    }

    private ValidatorPlan plan(Configuration hadoop) {
        ValidatorPlan.Builder plan = ValidatorPlan.builder().maxFindingsPerRule(maxFindings);
        rules.forEach(jurisdiction -> plan.rules(jurisdiction.strip(), year, asOf));
        packs.forEach(plan::given);
        if (programme != null) {
            plan.programme(Programmes.read(StoredFile.input(programme, hadoop)));
        }
        if (baseline != null) {
            plan.baseline(Baselines.read(StoredFile.input(baseline, hadoop)));
        }
        if (items != null) {
            plan.itemCatalogue(ItemCatalogues.read(StoredFile.input(items, hadoop)));
        }
        return plan.build();
    }

    private Layout chosenLayout(Configuration hadoop) {
        boolean file = layout.endsWith(".json") || layout.contains("/");
        return file ? Layout.read(StoredFile.input(layout, hadoop)) : Layout.named(layout);
    }

    private static String name(String location) {
        return new org.apache.hadoop.fs.Path(location).getName();
    }

    private int exitCode(ValidationReport report) {
        if (report.verdict() == Verdict.UNDETERMINED) {
            return NOT_EVALUATED;
        }
        boolean errors = report.violations(Severity.ERROR) > 0;
        boolean warnings = report.violations(Severity.WARNING) > 0;
        boolean reached = switch (threshold) {
            case ERROR -> errors;
            case WARNING -> errors || warnings;
            case NEVER -> false;
        };
        return reached ? THRESHOLD_REACHED : BELOW_THRESHOLD;
    }

    /** Reads a fiscal year. */
    static final class Years implements ITypeConverter<FiscalYear> {

        @Override
        public FiscalYear convert(String value) {
            try {
                return FiscalYear.of(Integer.parseInt(value));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException("no fiscal year: " + value + ". Maybe 2011 was meant");
            }
        }
    }

    /** Reads a day. */
    static final class Days implements ITypeConverter<LocalDate> {

        @Override
        public LocalDate convert(String value) {
            try {
                return LocalDate.parse(value);
            } catch (DateTimeException e) {
                throw new TypeConversionException("no day: " + value + ". Maybe 2011-04-30 was meant");
            }
        }
    }
}
