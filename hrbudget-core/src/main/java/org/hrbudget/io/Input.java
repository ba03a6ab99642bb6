package org.hrbudget.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hrbudget.io.internal.CountedStream;
import org.hrbudget.io.internal.Excerpt;
import org.hrbudget.io.internal.Intake;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.internal.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * Something with bytes that can be opened any number of times, and the name it has in reports. Immutable; safe to share between
 * threads where what it opens is.
 */
public final class Input {

    /** Opens a new stream at the first byte. */
    @FunctionalInterface
    public interface Opener {
        /**
         * {@return a new stream at the first byte, which the reader closes}
         *
         * @throws IOException if it cannot be opened
         */
        InputStream open() throws IOException;
    }

    private final String name;
    private final Opener opener;
    private final @Nullable Path path;
    private final List<String> place;

    private Input(String name, Opener opener, @Nullable Path path, List<String> place) {
        this.name = Spelling.harmless(name);
        this.opener = opener;
        this.path = path;
        this.place = place;
    }

    /**
     * {@return a file}
     *
     * @param file the file; reports name it without its folder, unless another of the same name is read with it
     */
    public static Input of(Path file) {
        Path last = file.getFileName();
        List<String> place = new ArrayList<>();
        file.toAbsolutePath().normalize().forEach(folder -> place.add(folder.toString()));
        return new Input(
                last == null ? file.toString() : last.toString(),
                () -> Files.newInputStream(file),
                file,
                List.copyOf(place));
    }

    /**
     * {@return a file that is not in a file system of this machine, such as one of a cluster or of an object store}
     *
     * @param location its folders and its name, with slashes between them; reports name it without its folders, unless another of
     *     the same name is read with it
     * @param opener opens the bytes, each time anew
     */
    public static Input at(String location, Opener opener) {
        List<String> place = Arrays.stream(location.split("/+"))
                .filter(folder -> !folder.isEmpty())
                .toList();
        String name = place.isEmpty() ? location : place.get(place.size() - 1);
        return new Input(name, opener, null, place);
    }

    /**
     * {@return bytes from anywhere, such as the class path}
     *
     * @param name the name in reports; its ending may say the format, as in {@code budget.json.gz}
     * @param opener opens the bytes, each time anew
     */
    public static Input of(String name, Opener opener) {
        return new Input(name, opener, null, List.of());
    }

    /**
     * {@return the same input under another name in reports}
     *
     * @param other such as the file's name with its folder
     */
    public Input named(String other) {
        return new Input(other, opener, path, place);
    }

    /** {@return its folders and its name, where it has some: what tells it from others of its name} */
    List<String> place() {
        return place;
    }

    /** {@return the name in reports} */
    public String name() {
        return name;
    }

    /** {@return the file, where it is one} */
    public Optional<Path> path() {
        return Optional.ofNullable(path);
    }

    /**
     * {@return a new stream of the bytes as they are stored; the caller closes it}
     *
     * @throws IOException if it cannot be opened
     */
    public InputStream open() throws IOException {
        return opener.open();
    }

    /**
     * {@return the SHA-256 of its bytes as they are stored, in lower-case hexadecimal} All of them are read.
     *
     * @throws IOException if it cannot be opened or read
     */
    public String sha256() throws IOException {
        return CountedStream.sha256Of(open());
    }

    /**
     * {@return the account of an input that was read as a whole, all of its rows taken}
     *
     * @param rows how many it has
     * @throws BudgetReadException if it cannot be read
     */
    public Account account(long rows) {
        try {
            return new Account(name, sha256(), null, rows, rows, 0, 0);
        } catch (IOException e) {
            throw new BudgetReadException(Intake.explain(name, e), e);
        }
    }

    @Override
    public String toString() {
        return name;
    }

    /**
     * The rows of one input. {@code rowsRead} is the sum of the other three and, where several rows were brought together
     * as one line, of those beside its first.
     *
     * @param name the file's name, with as much of its folder as tells it from others read with it, or what the caller called it
     * @param sha256 the SHA-256 of its bytes as stored, in lower-case hexadecimal, or {@code null} where there are no bytes or they
     *     were not read to the end
     * @param layout the name of the layout it was read with, or {@code null} where none applies
     * @param rowsRead the rows below the header
     * @param linesValidated the rows that became spending lines (in a file of links: links)
     * @param rowsRejected the rows that could not
     * @param rowsSkipped the rows that the layout passes over: totals, percentages, blanks
     * @param columns what became of its columns, or {@code null} where it has none, as a budget in memory
     * @param assumed what was found out about how it is written and not asked for, such as its charset or the row of its headings
     */
    public record Account(
            String name,
            @Nullable String sha256,
            @Nullable String layout,
            long rowsRead,
            long linesValidated,
            long rowsRejected,
            long rowsSkipped,
            @Nullable Columns columns,
            List<Bilingual> assumed)
            implements Serializable {

        @Serial
        private static final long serialVersionUID = 1L;

        /** Copies the list. */
        public Account {
            assumed = List.copyOf(assumed);
        }

        /**
         * Makes the account of an input without columns.
         *
         * @param name its name
         * @param sha256 the SHA-256 of its bytes, or {@code null}
         * @param layout the name of its layout, or {@code null}
         * @param rowsRead the sum of the other three
         * @param linesValidated the rows that became spending lines
         * @param rowsRejected the rows that could not
         * @param rowsSkipped the rows that were passed over
         */
        public Account(
                String name,
                @Nullable String sha256,
                @Nullable String layout,
                long rowsRead,
                long linesValidated,
                long rowsRejected,
                long rowsSkipped) {
            this(name, sha256, layout, rowsRead, linesValidated, rowsRejected, rowsSkipped, null, List.of());
        }

        /** {@return the rows of two parts of one input together; a hash only one of them has is kept} */
        Account plus(Account other) {
            return new Account(
                    name,
                    sha256 == null ? other.sha256 : sha256,
                    layout == null ? other.layout : layout,
                    rowsRead + other.rowsRead,
                    linesValidated + other.linesValidated,
                    rowsRejected + other.rowsRejected,
                    rowsSkipped + other.rowsSkipped,
                    columns == null ? other.columns : columns,
                    assumed.isEmpty() ? other.assumed : assumed);
        }

        Account withSha256(String hash) {
            return new Account(
                    name, hash, layout, rowsRead, linesValidated, rowsRejected, rowsSkipped, columns, assumed);
        }

        /**
         * What became of the columns of one input: every one of them was read as something or by nobody. Headings are given as the file
         * writes them, up to their first 80 characters; a column without one by its number.
         *
         * @param used the columns that were read, in the order of the file
         * @param unread the columns that nothing reads, in the order of the file; those of a budget are kept with its lines
         * @param absent what the layout gives a meaning to and the input has no column for, in the order of the layout
         */
        public record Columns(List<String> used, List<String> unread, List<String> absent) implements Serializable {

            @Serial
            private static final long serialVersionUID = 1L;

            /** Copies the lists. */
            public Columns {
                used = used.stream().map(Excerpt::of).toList();
                unread = unread.stream().map(Excerpt::of).toList();
                absent = List.copyOf(absent);
            }
        }
    }
}
