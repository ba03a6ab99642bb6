package org.hrbudget.io;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.hrbudget.io.internal.CellProblem;
import org.hrbudget.io.internal.ReadingStop;
import org.hrbudget.io.internal.Row;
import org.hrbudget.io.internal.Texts;
import org.hrbudget.io.spi.LineReader;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.Position;
import org.hrbudget.model.SpendingLine;
import org.jspecify.annotations.Nullable;

/** Reads the lines of files, one file after the other; all headings are checked before the first line. */
final class FileReader implements LineReader {

    /** The most characters that are taken at once, so that what is in memory does not grow with the rows. */
    private static final long MOST_CHARACTERS = 32L << 20;

    /** Of how many files it is said why nothing can be read, where that is so of all. */
    private static final int MOST_TOLD = 3;

    /** A file of which nothing can be read. */
    private record Refused(int at, String name, String layout, BudgetReadException why) {}

    /** How many rows are taken at once where lines are asked for one by one. */
    private static final int READ_AHEAD = 64;

    private final BudgetHeader header;
    private final Set<DataItem> promises;
    private final Map<String, Map<String, String>> columns;
    private final @Nullable Baseline baseline;
    private final List<BudgetFile> files;
    private final List<Refused> refused;
    private final @Nullable LinkFile links;
    private final List<ReadingAccount.Fault> faults = new ArrayList<>();
    private final AtomicInteger unmade = new AtomicInteger();
    private int current;
    private Iterator<SpendingLine> ahead = Collections.emptyIterator();

    private FileReader(
            Budgets.Reading reading, List<BudgetFile> files, List<Refused> refused, @Nullable Input linkInput) {
        this.files = files;
        this.refused = refused;
        this.links = linkInput == null ? null : LinkFile.read(linkInput, reading.limits);
        if (links != null && links.fault() != null) {
            faults.add(links.fault());
        }
        this.header = new HeaderChoice(reading, files).header();
        this.promises = promised(files);
        this.columns = columnsOf(files);
        this.baseline = reading.baseline != null ? reading.baseline : baselineOf(files);
    }

    static LineReader open(Budgets.Reading reading) {
        List<Input> inputs = new ArrayList<>(reading.inputs);
        if (reading.links != null) {
            inputs.add(reading.links);
        }
        List<Input> named = DistinctNames.of(inputs);
        int count = reading.inputs.size();
        List<BudgetFile> files = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        try {
            if (reading.rows != null) {
                files.add(BudgetFile.of(reading.rows, reading));
            }
            for (int i = 0; i < count; i++) {
                open(named.get(i), i, reading, files, refused);
            }
            if (files.isEmpty()) {
                throw refused.size() == 1 ? refused.get(0).why() : nothingRead(refused);
            }
            for (BudgetFile file : files) {
                if (reading.links != null && count > 1 && file.linesGoByRow()) {
                    throw new BudgetReadException(Texts.of("link.by-row", "file", file.name()), null);
                }
            }
            return new FileReader(reading, files, refused, reading.links == null ? null : named.get(count));
        } catch (RuntimeException e) {
            closeAll(files);
            throw e;
        }
    }

    private static BudgetReadException nothingRead(List<Refused> refused) {
        List<Refused> told = refused.subList(0, Math.min(MOST_TOLD, refused.size()));
        return new BudgetReadException(
                new Bilingual(
                        told.stream().map(file -> file.why().text().en()).collect(Collectors.joining("\n")),
                        told.stream().map(file -> file.why().text().es()).collect(Collectors.joining("\n"))),
                refused.get(0).why());
    }

    /** One file that cannot be read does not stop the others. */
    private static void open(
            Input input, int at, Budgets.Reading reading, List<BudgetFile> files, List<Refused> refused) {
        try {
            files.add(BudgetFile.open(input, at, reading));
        } catch (BudgetReadException e) {
            refused.add(new Refused(
                    files.size() + refused.size(),
                    input.name(),
                    reading.layout().name(),
                    e));
        }
    }

    private static @Nullable Baseline baselineOf(List<BudgetFile> all) {
        Baseline found = null;
        for (BudgetFile file : all) {
            Baseline own = file.baseline();
            if (own != null && found != null) {
                throw new BudgetReadException(Texts.of("files.baselines", "file", file.name()), null);
            }
            found = own == null ? found : own;
        }
        return found;
    }

    private Set<DataItem> promised(List<BudgetFile> all) {
        Set<DataItem> items = EnumSet.allOf(DataItem.class);
        for (BudgetFile file : all) {
            items.retainAll(file.items());
        }
        for (AmountKind kind : AmountKind.values()) {
            if (!header.phase().reports(kind)) {
                items.remove(DataItem.of(kind));
            }
        }
        if (items.contains(DataItem.of(header.phase().basis()))) {
            items.add(DataItem.AMOUNT);
        }
        if (links != null) {
            items.add(DataItem.LINKS);
            if (links.givesReasons()) {
                items.add(DataItem.NO_ACTION_REASON);
            }
        }
        return Set.copyOf(items);
    }

    private Map<String, Map<String, String>> columnsOf(List<BudgetFile> all) {
        Map<String, Map<String, String>> headings = new TreeMap<>();
        all.forEach(file ->
                headings.put(file.name(), file.columns().headings(header.phase().basis())));
        return Collections.unmodifiableMap(headings);
    }

    @Override
    public BudgetHeader header() {
        return header;
    }

    @Override
    public Set<DataItem> promises() {
        return promises;
    }

    @Override
    public Map<String, Map<String, String>> columns() {
        return columns;
    }

    @Override
    public Optional<Baseline> baseline() {
        return Optional.ofNullable(baseline);
    }

    @Override
    public @Nullable SpendingLine next() {
        while (!ahead.hasNext()) {
            LineReader.Batch batch = nextBatch(READ_AHEAD);
            if (batch == null) {
                return null;
            }
            ahead = batch.lines().iterator();
        }
        return ahead.next();
    }

    @Override
    public LineReader.@Nullable Batch nextBatch(int mostRows) {
        while (current < files.size()) {
            BudgetFile file = files.get(current);
            List<Row> rows = new ArrayList<>(mostRows);
            if (!take(file, rows, mostRows)) {
                current++;
            }
            if (!rows.isEmpty()) {
                unmade.incrementAndGet();
                return new RowBatch(file, rows);
            }
        }
        return null;
    }

    /** Takes rows off a file. {@return whether there may be more} */
    private boolean take(BudgetFile file, List<Row> rows, int mostRows) {
        try {
            long weight = 0;
            while (rows.size() < mostRows && weight < MOST_CHARACTERS) {
                Row row = file.nextRow();
                if (row == null) {
                    file.finish();
                    return false;
                }
                rows.add(row);
                weight += row.weight();
            }
            return true;
        } catch (ReadingStop e) {
            faults.add(new ReadingAccount.Fault(new Position(file.name(), file.lastRow()), e.text()));
            return false;
        }
    }

    /** Rows of one file, made into lines by whichever thread has the time. */
    private final class RowBatch implements LineReader.Batch {

        private final BudgetFile file;
        private final List<Row> rows;
        private final long number;

        RowBatch(BudgetFile file, List<Row> rows) {
            this.number = file.nextBatch();
            this.file = file;
            this.rows = rows;
        }

        @Override
        public int rows() {
            return rows.size();
        }

        @Override
        public List<SpendingLine> lines() {
            List<SpendingLine> lines = new ArrayList<>(rows.size());
            long skipped = 0;
            long joined = 0;
            Totals.Batch totals = file.totals().batch(header.phase().basis());
            for (Row row : rows) {
                if (file.maker().skips(row)) {
                    skipped += row.records();
                    totals.skip(file.maker().stated(row, header.phase().basis()));
                    continue;
                }
                joined += row.records() - 1;
                Optional<Totals.Stated> total =
                        file.maker().total(row, header.phase().basis());
                if (total.isPresent()) {
                    totals.total(total.get());
                    skipped++;
                } else {
                    try {
                        SpendingLine line = linked(file, row, file.maker().line(row));
                        totals.line(line, file.maker().calledTotal(row));
                        lines.add(line);
                    } catch (CellProblem e) {
                        file.tally().reject(row.number(), e);
                    }
                }
            }
            file.totals().add(number, totals);
            file.tally().add(lines.size(), skipped);
            file.tally().join(joined);
            unmade.decrementAndGet();
            return lines;
        }
    }

    private SpendingLine linked(BudgetFile file, Row row, SpendingLine line) {
        if (links == null) {
            return line;
        }
        String id = line.id();
        String key = file.linesGoByRow() ? Long.toString(row.number()) : id;
        return key == null ? line : links.join(line, key);
    }

    @Override
    public long bytesRead() {
        return files.stream().mapToLong(BudgetFile::bytesRead).sum();
    }

    @Override
    public OptionalLong bytesTotal() {
        long total = 0;
        for (BudgetFile file : files) {
            OptionalLong own = file.bytesTotal();
            if (own.isEmpty()) {
                return OptionalLong.empty();
            }
            total += own.getAsLong();
        }
        return OptionalLong.of(total);
    }

    @Override
    public ReadingAccount account() {
        List<Input.Account> inputs = new ArrayList<>();
        List<ReadingAccount.RejectedRow> rejected = new ArrayList<>();
        List<ReadingAccount.Fault> all = new ArrayList<>(faults);
        boolean ended = current == files.size() && unmade.get() == 0;
        for (BudgetFile file : files) {
            inputs.add(file.account(ended));
            rejected.addAll(file.tally().kept());
            if (ended) {
                Position end = new Position(file.name(), file.lastRow());
                file.doubt().ifPresent(doubt -> all.add(new ReadingAccount.Fault(end, doubt)));
                file.totals().faults().forEach(fault -> all.add(new ReadingAccount.Fault(end, fault)));
            }
        }
        for (Refused file : refused) {
            // In their order, so that each finds its place.
            inputs.add(file.at(), new Input.Account(file.name(), null, file.layout(), 0, 0, 0, 0));
            all.add(new ReadingAccount.Fault(
                    new Position(file.name(), 0), file.why().text()));
        }
        if (links != null) {
            if (ended) {
                links.settle();
            }
            inputs.add(links.tally().account());
            rejected.addAll(links.tally().kept());
        }
        return new ReadingAccount(inputs, rejected, all);
    }

    @Override
    public void close() {
        closeAll(files);
    }

    private static void closeAll(List<BudgetFile> files) {
        for (BudgetFile file : files) {
            file.close();
        }
    }
}
