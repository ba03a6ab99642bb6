package org.hrbudget.summary;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.hrbudget.model.Position;

/** Sorted runs of fingerprints, in memory and in files, and their merge. Adding is safe for use by several threads. */
final class FingerprintRuns {

    /** How many runs are merged at once; more are first merged into longer ones. */
    private static final int MOST_AT_ONCE = 64;

    private static final int BUFFER = 512 * FingerprintCursor.BYTES;

    private final SpillFolder folder;
    private final PlaceNames names;
    private final Deque<Path> files = new ArrayDeque<>();
    private final List<Fingerprints> inMemory = new ArrayList<>();

    FingerprintRuns(SpillFolder folder, PlaceNames names) {
        this.folder = folder;
        this.names = names;
    }

    PlaceNames names() {
        return names;
    }

    /** Takes what a collector holds at its end. */
    synchronized void keep(Fingerprints records) {
        if (!records.isEmpty()) {
            inMemory.add(records);
        }
    }

    /** Sorts what a collector holds, writes it out and leaves the collector empty. */
    void spill(Fingerprints records) throws IOException {
        Path file = folder.next();
        try (FingerprintMerge merge = new FingerprintMerge(List.of(FingerprintCursor.over(records, names)), names)) {
            write(merge, file);
        }
        records.clear();
        synchronized (this) {
            files.add(file);
        }
    }

    /** Hands over every line but the first of each fingerprint, by fingerprint and place. */
    synchronized void forEachRepeated(Consumer<? super RepeatedKey> consumer) {
        try {
            while (files.size() > MOST_AT_ONCE) {
                shorten();
            }
            List<FingerprintCursor> cursors = open(files);
            inMemory.forEach(records -> cursors.add(FingerprintCursor.over(records, names)));
            try (FingerprintMerge merge = new FingerprintMerge(cursors, names)) {
                compare(merge, consumer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private void compare(FingerprintMerge merge, Consumer<? super RepeatedKey> consumer) throws IOException {
        boolean any = false;
        long high = 0;
        long low = 0;
        int file = 0;
        long row = 0;
        for (FingerprintCursor next = merge.next(); next != null; next = merge.next()) {
            if (any && next.high == high && next.low == low) {
                consumer.accept(new RepeatedKey(
                        new Position(names.name(next.file), next.row),
                        new Position(names.name(file), row),
                        next.unit == 0 ? null : names.name(next.unit)));
            } else {
                any = true;
                high = next.high;
                low = next.low;
                file = next.file;
                row = next.row;
            }
        }
    }

    /** Merges the oldest files into one. */
    private void shorten() throws IOException {
        List<Path> oldest = new ArrayList<>();
        while (oldest.size() < MOST_AT_ONCE) {
            oldest.add(files.remove());
        }
        Path longer = folder.next();
        try (FingerprintMerge merge = new FingerprintMerge(open(oldest), names)) {
            write(merge, longer);
        }
        oldest.forEach(SpillFolder::delete);
        files.add(longer);
    }

    private static List<FingerprintCursor> open(Collection<Path> paths) throws IOException {
        List<FingerprintCursor> cursors = new ArrayList<>();
        try {
            for (Path path : paths) {
                cursors.add(FingerprintCursor.over(path));
            }
            return cursors;
        } catch (IOException e) {
            for (FingerprintCursor cursor : cursors) {
                cursor.close();
            }
            throw e;
        }
    }

    private void write(FingerprintMerge merge, Path file) throws IOException {
        byte[] bytes = new byte[BUFFER];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        try (OutputStream out = folder.disk().open(file)) {
            for (FingerprintCursor next = merge.next(); next != null; next = merge.next()) {
                if (!buffer.hasRemaining()) {
                    out.write(bytes, 0, buffer.position());
                    buffer.clear();
                }
                next.write(buffer);
            }
            out.write(bytes, 0, buffer.position());
        }
    }
}
