package org.hrbudget.rules.internal.packs.files;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.hrbudget.rules.internal.language.Fault;
import org.hrbudget.rules.internal.packs.PackWords;

/**
 * The list of files at the end of a zip file. It alone says which entry is a link, and together with the entries themselves it
 * shows a file that two programs would read differently.
 *
 * @param entries the entries, in the order of the list
 */
record ZipDirectory(List<Entry> entries) {

    private static final int END = 0x06054b50;
    private static final int ENTRY = 0x02014b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int FILE_TYPE = 0xF000;
    private static final int LINK = 0xA000;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    /** An entry: its name, and whether it is encrypted, a link, or packed in a way this library reads. */
    record Entry(String name, boolean encrypted, boolean link, boolean readable) {}

    /** {@return the list of a zip file} */
    static ZipDirectory of(String place, byte[] zip) {
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        try {
            int end = end(place, bytes);
            int count = Short.toUnsignedInt(bytes.getShort(end + 10));
            if (count > 2 * PackLimits.FILES) {
                throw GivenContent.fault(
                        place, PackWords.of("too-many-files", "limit", Integer.toString(PackLimits.FILES)));
            }
            bytes.position(bytes.getInt(end + 16));
            List<Entry> entries = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                entries.add(entry(place, bytes));
            }
            if (bytes.position() != end) {
                throw damaged(place);
            }
            return new ZipDirectory(entries);
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw damaged(place);
        }
    }

    private static int end(String place, ByteBuffer bytes) {
        int last = bytes.limit() - END_LENGTH;
        for (int at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
            if (bytes.getInt(at) == END && Short.toUnsignedInt(bytes.getShort(at + 20)) == last - at) {
                return at;
            }
        }
        throw damaged(place);
    }

    private static Entry entry(String place, ByteBuffer bytes) {
        int at = bytes.position();
        if (bytes.getInt(at) != ENTRY) {
            throw damaged(place);
        }
        int flags = Short.toUnsignedInt(bytes.getShort(at + 8));
        int method = Short.toUnsignedInt(bytes.getShort(at + 10));
        int mode = bytes.getInt(at + 38) >>> 16;
        byte[] name = new byte[Short.toUnsignedInt(bytes.getShort(at + 28))];
        bytes.position(at + 46);
        bytes.get(name);
        bytes.position(bytes.position()
                + Short.toUnsignedInt(bytes.getShort(at + 30))
                + Short.toUnsignedInt(bytes.getShort(at + 32)));
        return new Entry(
                new String(name, StandardCharsets.UTF_8),
                (flags & 1) != 0,
                (mode & FILE_TYPE) == LINK,
                method == STORED || method == DEFLATED);
    }

    static Fault damaged(String place) {
        return GivenContent.fault(place, PackWords.of("zip-damaged"));
    }
}
