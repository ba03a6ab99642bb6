package org.hrbudget.report.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Takes a zip as fastexcel writes it, entry by entry, and writes it anew: without the moment it was written at, which fastexcel puts into one
 * of the entries, with others replaced, and in a form that also readers of streams take, which they do not from fastexcel. What it takes
 * is best not compressed.
 */
final class UndatedZip extends OutputStream {

    private static final int LOCAL_HEADER = 0x04034b50;
    private static final int HEADER_LENGTH = 30;
    private static final int NAME_LENGTH_AT = 26;

    /** A signature, a checksum, and two sizes of eight bytes. */
    private static final int DESCRIPTOR_LENGTH = 24;

    private static final int BUFFER = 1 << 14;

    /** Near the earliest that a zip can say: for the very first, Java writes what depends on the time zone. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 12, 0);

    private enum Part {
        HEADER,
        NAME,
        DATA,
        DESCRIPTOR,
        DIRECTORY
    }

    private final ZipOutputStream out;
    private final Map<String, UnaryOperator<String>> replaced;
    private final Inflater inflater = new Inflater(true);
    private final byte[] buffer = new byte[BUFFER];
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private Part part = Part.HEADER;
    private int wanted = HEADER_LENGTH;
    private String name = "";

    /**
     * Makes a zip.
     *
     * @param out where to; left open
     * @param level how hard to compress, from 1 to 9
     * @param replaced what becomes of the text of single entries, by the beginning of their names
     */
    UndatedZip(OutputStream out, int level, Map<String, UnaryOperator<String>> replaced) {
        this.out = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.out.setLevel(level);
        this.replaced = Map.copyOf(replaced);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        int at = from;
        int end = from + count;
        while (at < end && part != Part.DIRECTORY) {
            at += part == Part.DATA ? inflate(bytes, at, end - at) : collect(bytes, at, end - at);
        }
    }

    /** Takes bytes of what has a known length. {@return how many} */
    private int collect(byte[] bytes, int from, int count) throws IOException {
        int taken = Math.min(count, wanted - head.size());
        head.write(bytes, from, taken);
        if (head.size() == wanted) {
            next();
        }
        return taken;
    }

    private void next() throws IOException {
        byte[] bytes = head.toByteArray();
        switch (part) {
            case HEADER -> {
                wanted = HEADER_LENGTH + number(bytes, NAME_LENGTH_AT, 2) + number(bytes, NAME_LENGTH_AT + 2, 2);
                // What follows the entries is made anew.
                part = number(bytes, 0, 4) == LOCAL_HEADER ? Part.NAME : Part.DIRECTORY;
            }
            case NAME ->
                begin(new String(bytes, HEADER_LENGTH, number(bytes, NAME_LENGTH_AT, 2), StandardCharsets.UTF_8));
            default -> {
                head.reset();
                wanted = HEADER_LENGTH;
                part = Part.HEADER;
            }
        }
    }

    private static int number(byte[] bytes, int at, int length) {
        int number = 0;
        for (int i = 0; i < length; i++) {
            number |= (bytes[at + i] & 0xff) << (8 * i);
        }
        return number;
    }

    private void begin(String entry) throws IOException {
        name = entry;
        ZipEntry written = new ZipEntry(entry);
        written.setTimeLocal(NO_TIME);
        out.putNextEntry(written);
        inflater.reset();
        part = Part.DATA;
    }

    private int inflate(byte[] bytes, int from, int count) throws IOException {
        inflater.setInput(bytes, from, count);
        @Nullable UnaryOperator<String> change = change();
        try {
            int unpacked = inflater.inflate(buffer);
            while (unpacked > 0) {
                (change == null ? out : held).write(buffer, 0, unpacked);
                unpacked = inflater.inflate(buffer);
            }
        } catch (DataFormatException e) {
            throw new IOException(e);
        }
        if (!inflater.finished()) {
            return count;
        }
        if (change != null) {
            out.write(change.apply(held.toString(StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
            held.reset();
        }
        out.closeEntry();
        head.reset();
        wanted = DESCRIPTOR_LENGTH;
        part = Part.DESCRIPTOR;
        return count - inflater.getRemaining();
    }

    private @Nullable UnaryOperator<String> change() {
        for (Map.Entry<String, UnaryOperator<String>> each : replaced.entrySet()) {
            if (name.startsWith(each.getKey())) {
                return each.getValue();
            }
        }
        return null;
    }

    /** Ends the zip; what it is written to stays open. */
    @Override
    public void close() throws IOException {
        inflater.end();
        out.finish();
    }
}
