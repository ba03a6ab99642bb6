package org.hrbudget.spark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.Input;
import org.hrbudget.io.ReadLimits;
import org.hrbudget.io.ReadingAccount;
import org.hrbudget.io.spi.InputPart;
import org.hrbudget.io.spi.LineReader;
import org.hrbudget.summary.spi.Repetitions;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.ValidationReport;
import org.jspecify.annotations.Nullable;

/** One validation of files: cuts them, has the shares judged, and draws the conclusion. Used once. */
final class FileValidation {

    private static final Repetitions NONE = Repetitions.of(List.of(), List.of());

    private final SparkSession spark;
    private final JavaSparkContext context;
    private final BudgetValidator validator;
    private final long rangeBytes;
    private final LineReader.Outline outline;
    private final ReadingAccount empty;
    private final Run run;
    private final List<StoredFile> files = new ArrayList<>();
    private final ArrayList<@Nullable InputPart> heads = new ArrayList<>();
    private final SerializableConfiguration hadoop;

    FileValidation(SparkSession spark, UUID id, ValidatorPlan plan, long rangeBytes, BudgetFiles budget) {
        this.spark = spark;
        this.context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        this.validator = BuiltValidators.of(id, plan);
        this.rangeBytes = rangeBytes;
        Configuration configuration = context.hadoopConfiguration();
        this.hadoop = new SerializableConfiguration(configuration);
        List<Input> inputs = budget.locations().stream()
                .map(location -> StoredFile.input(location, configuration))
                .toList();
        Budgets.Reading reading = Budgets.reading(inputs.toArray(Input[]::new)).layout(budget.layout());
        reading.scope(budget.scope());
        reading.assumedJurisdiction(validator.packs().get(0).manifest().jurisdiction());
        if (budget.phase() != null) {
            reading.phase(budget.phase());
        }
        try (LineReader reader = reading.source().open()) {
            this.outline = reader.outline();
            this.empty = reader.account();
        }
        Set<String> refused = withFaults(empty);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            String name = empty.inputs().get(i).name();
            if (!refused.contains(name)) {
                names.add(name);
                files.add(StoredFile.of(budget.locations().get(i), name, configuration));
                heads.add(RecordScan.head(inputs.get(i), budget.layout(), ReadLimits.DEFAULT)
                        .orElse(null));
            }
        }
        this.run = new Run(id, plan, outline, budget.layout(), names, validator.looksForRepeatedKeys());
    }

    ValidationReport report() throws InterruptedException, ExecutionException {
        Broadcast<FileTasks> scanning = context.broadcast(tasks(1));
        JavaFutureAction<List<String>> hashes = hashes(scanning);
        try {
            List<Share> shares = shares(scanning);
            Broadcast<FileTasks> judging = context.broadcast(tasks(Gathering.groups(shares.size())));
            try {
                ValidationReport report = null;
                while (report == null) {
                    report = shares.isEmpty()
                            ? conclude(new Outcome(validator.part(outline), empty, new TreeSet<>()), NONE, hashes)
                            : report(shares, judging, hashes);
                }
                return report;
            } finally {
                judging.destroy();
            }
        } finally {
            hashes.cancel(true);
            scanning.destroy();
        }
    }

    private FileTasks tasks(int groups) {
        return new FileTasks(run, files, heads, hadoop, groups);
    }

    /**
     * Has shares judged. {@return the report, or {@code null} where a share could not be read to its end: what is after it in its
     * file is then not read on one machine, and was taken from the shares, to be judged without}
     */
    private @Nullable ValidationReport report(
            List<Share> shares, Broadcast<FileTasks> tasks, JavaFutureAction<List<String>> hashes)
            throws InterruptedException, ExecutionException {
        JavaRDD<Row> marks = context.parallelize(shares, shares.size())
                .flatMap(share -> tasks.value().judge(share));
        try (Gathering gathering = new Gathering(spark, marks, shares.size())) {
            Outcome whole = gathering.outcome(validator.part(outline), empty);
            Map<Integer, Integer> lastShares = lastShares(shares, whole.broken());
            if (shares.removeIf(share -> share.number() > lastShares.getOrDefault(share.file(), share.number()))) {
                return null;
            }
            return conclude(whole, gathering.repetitions(run.sortedNames()), hashes);
        }
    }

    /** {@return the first share of each file that was not read to its end: the last that one machine reads} */
    private static Map<Integer, Integer> lastShares(List<Share> shares, Set<Integer> broken) {
        Map<Integer, Integer> last = new HashMap<>();
        shares.stream()
                .filter(share -> broken.contains(share.number()))
                .forEach(share -> last.merge(share.file(), share.number(), Math::min));
        return last;
    }

    private static Set<String> withFaults(ReadingAccount account) {
        return account.faults().stream().map(fault -> fault.position().file()).collect(Collectors.toSet());
    }

    private ValidationReport conclude(Outcome whole, Repetitions repetitions, JavaFutureAction<List<String>> hashes)
            throws InterruptedException, ExecutionException {
        ReadingAccount account = whole.account();
        Set<String> unread = withFaults(account);
        List<String> found = hashes.get();
        for (int i = 0; i < files.size(); i++) {
            String name = files.get(i).name();
            if (heads.get(i) != null && !unread.contains(name)) {
                account = account.withSha256(name, found.get(i));
            }
        }
        return validator.conclude(outline, whole.part(), account, repetitions);
    }

    /** Takes the hashes of the files that are read in parts, beside whatever else is done: one task for each. */
    private JavaFutureAction<List<String>> hashes(Broadcast<FileTasks> tasks) {
        List<Integer> all = IntStream.range(0, files.size()).boxed().toList();
        return context.parallelize(all, all.size())
                .map(file -> tasks.value().heads().get(file) == null
                        ? ""
                        : tasks.value().hash(file))
                .collectAsync();
    }

    /** {@return what the tasks read, in the order of the files} */
    private List<Share> shares(Broadcast<FileTasks> tasks) {
        List<FileTasks.Range> ranges = new ArrayList<>();
        for (int file = 0; file < files.size(); file++) {
            ranges.addAll(ranges(file));
        }
        List<RecordScan.Piece> pieces = ranges.isEmpty()
                ? List.of()
                : context.parallelize(ranges, ranges.size())
                        .map(range -> tasks.value().scan(range))
                        .collect();
        Map<Integer, List<RecordScan.Piece>> byFile = new HashMap<>();
        for (int i = 0; i < ranges.size(); i++) {
            byFile.computeIfAbsent(ranges.get(i).file(), unseen -> new ArrayList<>())
                    .add(pieces.get(i));
        }
        List<Share> shares = new ArrayList<>();
        for (int file = 0; file < files.size(); file++) {
            addShares(file, byFile.getOrDefault(file, List.of()), shares);
        }
        return shares;
    }

    /** {@return the ranges in which records are looked for; none where the file is one share anyway} */
    private List<FileTasks.Range> ranges(int file) {
        InputPart head = heads.get(file);
        List<FileTasks.Range> ranges = new ArrayList<>();
        long length = files.get(file).length();
        if (head != null && length - head.bytesBefore() > rangeBytes) {
            for (long from = head.bytesBefore(); from < length; from += rangeBytes) {
                ranges.add(new FileTasks.Range(file, from, Math.min(length, from + rangeBytes)));
            }
        }
        return ranges;
    }

    private void addShares(int file, List<RecordScan.Piece> pieces, List<Share> shares) {
        InputPart head = heads.get(file);
        long length = files.get(file).length();
        if (head == null) {
            shares.add(new Share(shares.size(), file, 0, 0, length));
            return;
        }
        List<InputPart> parts = new ArrayList<>(RecordScan.parts(head, pieces));
        if (pieces.isEmpty() && head.bytesBefore() < length) {
            parts.add(head);
        }
        for (int i = 0; i < parts.size(); i++) {
            long end = i + 1 < parts.size() ? parts.get(i + 1).bytesBefore() : length;
            shares.add(new Share(
                    shares.size(), file, parts.get(i).rowsBefore(), parts.get(i).bytesBefore(), end));
        }
    }
}
