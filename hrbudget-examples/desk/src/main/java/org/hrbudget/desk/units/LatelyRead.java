package org.hrbudget.desk.units;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.hrbudget.report.JsonReport;
import org.hrbudget.report.ReportDocument;
import org.springframework.stereotype.Component;

/** The reports that pages asked for lately: to read one from its text takes longer than all else on a page, and no stored report ever changes. */
@Component
class LatelyRead {

    /** Of their texts; read, they take some times as much. */
    private static final int MOST_BYTES = 24 << 20;

    private final Map<String, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
    private int bytes;

    private record Kept(ReportDocument document, int bytes) {}

    /**
     * {@return a stored report}
     *
     * @param row what is known to have stored it
     * @param json its text
     */
    ReportDocument get(String row, Supplier<byte[]> json) {
        synchronized (kept) {
            Kept there = kept.get(row);
            if (there != null) {
                return there.document();
            }
        }
        byte[] text = json.get();
        ReportDocument document = read(text);
        synchronized (kept) {
            if (kept.putIfAbsent(row, new Kept(document, text.length)) == null) {
                bytes += text.length;
            }
            for (Iterator<Kept> oldest = kept.values().iterator(); bytes > MOST_BYTES; ) {
                bytes -= oldest.next().bytes();
                oldest.remove();
            }
        }
        return document;
    }

    private static ReportDocument read(byte[] json) {
        try {
            return JsonReport.read(new ByteArrayInputStream(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
