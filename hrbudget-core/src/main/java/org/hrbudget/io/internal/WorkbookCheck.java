package org.hrbudget.io.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.hrbudget.io.BudgetReadException;
import org.hrbudget.io.ReadLimits;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a workbook that would flood the machine, before anything of it is read into memory: what its parts unpack to, what its
 * texts take, and what its sheets ask for.
 */
final class WorkbookCheck {

    static final int MOST_PARTS = 10_000;

    static final String RELATIONSHIPS = "xl/_rels/workbook.xml.rels";

    /** Texts that cells share are in memory as a whole. */
    private static final long MOST_SHARED = 256L << 20;

    private WorkbookCheck() {}

    /** {@return what is known of the sheets, by the identifiers under which the workbook names them} */
    static Map<String, SheetFacts> of(String file, ZipFile zip, long stored, ReadLimits limits) throws IOException {
        if (zip.size() > MOST_PARTS) {
            throw large(file, "parts", MOST_PARTS);
        }
        long unpacked = 0;
        long lastText = -1;
        long texts = 0;
        long merged = 0;
        Map<String, SheetFacts> facts = new HashMap<>();
        Map<String, String> targets = Map.of();
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
            ZipEntry entry = all.nextElement();
            if (facts.containsKey(entry.getName())) {
                // Of two entries of one name, one would be looked at here and the other read.
                throw new ZipException("twice: " + entry.getName());
            }
            PartScan scan = new PartScan(file, entry.getName());
            try (InputStream in = zip.getInputStream(entry)) {
                unpacked += part(file, scan, entry.getName(), new UnpackedStream(in, file, () -> stored, limits));
            }
            UnpackedStream.check(file, unpacked, stored, limits);
            lastText = Math.max(lastText, scan.lastText());
            texts += scan.texts();
            facts.put(entry.getName(), scan.facts());
            merged += scan.facts().merges();
            if (merged > SheetFacts.MOST_MERGED) {
                throw large(file, entry.getName(), SheetFacts.MOST_MERGED);
            }
            targets = entry.getName().equals(RELATIONSHIPS) ? scan.targets() : targets;
        }
        if (lastText >= texts) {
            throw new BudgetReadException(
                    Texts.of("workbook.texts", "file", file, "count", Long.toString(texts)), null);
        }
        Map<String, SheetFacts> named = new HashMap<>();
        targets.forEach((id, target) -> named.put(
                id,
                facts.getOrDefault(target.startsWith("/") ? target.substring(1) : "xl/" + target, SheetFacts.NONE)));
        return named;
    }

    /** Reads one part to its end, whatever the archive is. {@return how many bytes it has} */
    static long part(String file, String name, InputStream in) throws IOException {
        return part(file, name.startsWith("xl/") ? new PartScan(file, name) : null, name, in);
    }

    private static long part(String file, @Nullable PartScan scan, String name, InputStream in) throws IOException {
        boolean sheet = name.startsWith("xl/worksheets/");
        byte[] some = new byte[1 << 16];
        long size = 0;
        for (int n = in.read(some); n >= 0; n = in.read(some)) {
            size += n;
            if (scan != null) {
                scan.take(some, n);
            }
            boolean inMemory = name.startsWith("xl/") && (!sheet || (scan != null && scan.texts() > 0));
            if (inMemory && size > MOST_SHARED) {
                throw large(file, name, MOST_SHARED);
            }
        }
        return size;
    }

    static BudgetReadException large(String file, String part, long limit) {
        return new BudgetReadException(
                Texts.of("workbook.large", "file", file, "part", part, "limit", Long.toString(limit)), null);
    }
}
