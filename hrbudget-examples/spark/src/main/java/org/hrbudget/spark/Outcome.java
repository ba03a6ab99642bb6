package org.hrbudget.spark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.TreeSet;
import org.hrbudget.io.ReadLimits;
import org.hrbudget.io.ReadingAccount;
import org.hrbudget.validation.spi.PartialReport;

/**
 * What some shares of a budget have come to.
 *
 * @param part what their lines come to
 * @param account what became of their rows
 * @param broken the numbers of the shares that were not read to their end
 */
record Outcome(PartialReport part, ReadingAccount account, TreeSet<Integer> broken) implements Serializable {

    /** {@return this and another together; the part of this one takes in the other's} */
    Outcome plus(Outcome other) {
        TreeSet<Integer> both = new TreeSet<>(broken);
        both.addAll(other.broken);
        return new Outcome(
                part.merge(other.part), account.plus(other.account, ReadLimits.DEFAULT.maxRejectedRows()), both);
    }

    byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(this);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "What a part came to cannot be written: " + e + ".\nMaybe a class of it"
                            + " is no longer serialisable.",
                    e);
        }
        return bytes.toByteArray();
    }

    static Outcome of(byte[] bytes) {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return (Outcome) in.readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException(
                    "What a part came to cannot be read: " + e + ".\nMaybe the executors run"
                            + " another version of this program.",
                    e);
        }
    }
}
