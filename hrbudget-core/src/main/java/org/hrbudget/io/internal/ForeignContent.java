package org.hrbudget.io.internal;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Tells by its first bytes what publishers give in place of text: each has a sentence of its own that says how to get at the data. */
final class ForeignContent {

    /** How many bytes are looked at. */
    static final int LOOKED_AT = 512;

    /** Where a zip has the name of its first entry. */
    private static final int NAME_AT = 30;

    private ForeignContent() {}

    /** {@return the text that says what it is; empty where it may be text} */
    static Optional<String> of(byte[] start) {
        // Latin-1 has a character for each byte, so that signs can be looked for as text.
        String signs = new String(start, StandardCharsets.ISO_8859_1);
        if (signs.startsWith("\u00d0\u00cf\u0011\u00e0")) {
            return Optional.of("file.workbook");
        }
        if (signs.startsWith("PK\u0003\u0004")) {
            return Optional.of(ofZip(signs));
        }
        if (signs.startsWith("\u001f\u008b")) {
            return Optional.of("file.packed-twice");
        }
        if (signs.startsWith("PAR1")) {
            return Optional.of("file.parquet");
        }
        if (signs.startsWith("%PDF-")) {
            return Optional.of("file.pdf");
        }
        return ofMarkup(signs);
    }

    /** What a zip within a packed file is, its first entry says. */
    private static String ofZip(String signs) {
        if (signs.contains("[Content_Types].xml")) {
            return "file.workbook";
        }
        return signs.startsWith("mimetype", NAME_AT) ? "file.opendocument" : "file.packed-twice";
    }

    private static Optional<String> ofMarkup(String signs) {
        String text = signs.replaceFirst("^\u00ef\u00bb\u00bf", "").strip().toLowerCase(Locale.ROOT);
        if (text.startsWith("<!doctype html") || text.startsWith("<html")) {
            return Optional.of("file.html");
        }
        boolean xml = text.startsWith("<?xml");
        return xml && text.contains("excel.sheet") ? Optional.of("file.workbook") : Optional.empty();
    }
}
