package org.hrbudget.io;

import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.Position;
import org.jspecify.annotations.Nullable;

/**
 * What became of every row: rows read = lines + rows rejected + rows skipped, for each input.
 *
 * @param inputs one for each file read, in the order given
 * @param rejected the first rejected rows of each input, in the order read; the inputs have the exact numbers
 * @param faults what kept an input from being read to its end; empty where everything was read
 */
public record ReadingAccount(List<Input.Account> inputs, List<RejectedRow> rejected, List<Fault> faults)
        implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Copies the lists. */
    public ReadingAccount {
        inputs = List.copyOf(inputs);
        rejected = List.copyOf(rejected);
        faults = List.copyOf(faults);
    }

    /** {@return the rows rejected in all inputs} */
    public long rowsRejected() {
        return inputs.stream().mapToLong(Input.Account::rowsRejected).sum();
    }

    /**
     * {@return what became of the rows of two parts of a budget: associative, and commutative but for the order of inputs that only
     * the other has}
     *
     * @param other the account of another part
     * @param mostRejected how many rejected rows of each input are kept, as {@link ReadLimits#maxRejectedRows()} says
     */
    public ReadingAccount plus(ReadingAccount other, int mostRejected) {
        Map<String, Input.Account> all = new LinkedHashMap<>();
        inputs.forEach(input -> all.put(input.name(), input));
        other.inputs.forEach(input -> all.merge(input.name(), input, Input.Account::plus));
        List<RejectedRow> first = new ArrayList<>();
        for (String name : all.keySet()) {
            Stream.concat(rejected.stream(), other.rejected.stream())
                    .filter(row -> row.position().file().equals(name))
                    .sorted(Comparator.comparingLong(row -> row.position().row()))
                    .limit(mostRejected)
                    .forEach(first::add);
        }
        List<String> order = List.copyOf(all.keySet());
        List<Fault> both = Stream.concat(faults.stream(), other.faults.stream())
                .sorted(Comparator.comparingInt(
                                (Fault fault) -> order.indexOf(fault.position().file()))
                        .thenComparing(Fault::position)
                        .thenComparing(fault -> fault.message().en()))
                .toList();
        return new ReadingAccount(List.copyOf(all.values()), first, both);
    }

    /**
     * {@return the same account with the hash of an input that was read in parts}
     *
     * @param name the name of the input
     * @param sha256 the SHA-256 of its stored bytes, in lower-case hexadecimal
     */
    public ReadingAccount withSha256(String name, String sha256) {
        return new ReadingAccount(
                inputs.stream()
                        .map(input -> input.name().equals(name) ? input.withSha256(sha256) : input)
                        .toList(),
                rejected,
                faults);
    }

    /**
     * What kept an input from being read to its end.
     *
     * @param position the file, and the row after which nothing more was read
     * @param message what happened and what to do
     */
    public record Fault(Position position, Bilingual message) implements Serializable {}

    /**
     * A row that could not become a spending line.
     *
     * @param position its file and row
     * @param column the heading of the column at fault, or {@code null} where the whole row is
     * @param value the offending text, at most 80 characters of it, or {@code null} where there is none
     * @param reason what is wrong and what to do
     */
    public record RejectedRow(
            Position position,
            @Nullable String column,
            @Nullable String value,
            Bilingual reason) implements Serializable {}
}
