package org.hrbudget.rules.internal.language;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.hrbudget.rules.RulePackException;
import org.jspecify.annotations.Nullable;

/**
 * The text of a file of a pack, which is UTF-8 without a byte-order mark: an encoding guessed from the machine would make a rule
 * silently never match an accented word. A mark is passed over, and a table may be as spreadsheets on Windows save it; both are noted.
 *
 * @param file its name, as faults state it
 * @param text its text
 * @param origin the sheet it was made of; {@code null} where it is a file
 */
public record SourceText(String file, String text, @Nullable Origin origin) {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** What "ANSI" means in editors of Windows; every byte is a character in it. */
    private static final Charset WINDOWS = StandardCharsets.ISO_8859_1;

    /** Two bytes that are one letter in UTF-8: beside them, a single byte that is none is damage and no other encoding. */
    private static final Pattern UTF_8_SEQUENCE = Pattern.compile("[\u00C2-\u00F4][\u0080-\u00BF]");

    /** More of a line or a text at fault than a message can use. */
    private static final int LONGEST_SHOWN = 2_000;

    /** The cells that a text was made of: its author knows them, and not the text. */
    public interface Origin {

        /** {@return what the sheet is called} */
        String sheet();

        /** {@return the cell that a place of the text comes from, such as {@code C7}; empty where it comes from none} */
        String cell(int offset);
    }

    /** A text that is a file. */
    public SourceText(String file, String text) {
        this(file, text, null);
    }

    /** {@return the same text, made of cells} */
    public SourceText of(@Nullable Origin cells) {
        return new SourceText(file, text, cells);
    }

    /** {@return the cell that a place is in: of the sheet it was made of, or else as a table of its own has it} */
    public String cell(int offset, String ofTable) {
        return origin == null ? ofTable : origin.cell(offset);
    }

    /** {@return the file, or the sheet and the cell that a place of it comes from} */
    public String place(int offset) {
        return origin == null
                ? file
                : file.substring(0, file.indexOf('/', file.indexOf('/') + 1) + 1) + origin.sheet() + "!"
                        + origin.cell(offset);
    }

    /** {@return the line that a place is on, from 1} */
    public int line(int offset) {
        return 1
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    /**
     * {@return the text of these bytes}
     *
     * @param file the file's name
     * @param bytes its bytes
     * @param faults where a byte-order mark, and a table that is windows-1252, are noted
     * @throws Fault if they are neither
     */
    public static SourceText of(String file, byte[] bytes, Faults faults) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(bytes.length + 1);
        ByteBuffer input = ByteBuffer.wrap(bytes);
        CoderResult end = decoder.decode(input, text, true);
        int read = text.position();
        String decoded = text.flip().toString();
        if (end.isError()) {
            Fault not = notUtf8(file, decoded, read, bytes, input.position());
            SourceText table = file.endsWith(".csv") ? ofWindows(file, bytes) : null;
            if (table == null) {
                throw not;
            }
            faults.note(not);
            return table;
        }
        if (!decoded.isEmpty() && decoded.charAt(0) == BYTE_ORDER_MARK) {
            SourceText source = new SourceText(file, decoded.substring(1));
            faults.note(source.fault(0, "", RuleWords.of("byte-order-mark")));
            return source;
        }
        return new SourceText(file, decoded);
    }

    /** {@return the text of a table that a spreadsheet saved as windows-1252; {@code null} where some of it is UTF-8 after all} */
    private static @Nullable SourceText ofWindows(String file, byte[] bytes) {
        String latin = new String(bytes, WINDOWS);
        if (UTF_8_SEQUENCE.matcher(latin).find()) {
            return null;
        }
        try {
            String text = Charset.forName("windows-1252")
                    .newDecoder()
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new SourceText(file, text);
        } catch (CharacterCodingException e) {
            // Not Windows either.
            return null;
        }
    }

    /** The rest of the file is shown as older programs write it, so that its author knows the letter again. */
    private static Fault notUtf8(String file, String before, int offset, byte[] bytes, int at) {
        if (at == 0 && bytes.length > 1 && (bytes[0] & 0xFF) >= 0xFE && (bytes[1] & 0xFF) >= 0xFE) {
            return new SourceText(file, "").fault(RuleWords.of("utf-sixteen"));
        }
        String rest = new String(bytes, at, bytes.length - at, WINDOWS);
        String letter = rest.substring(0, 1);
        String number = Integer.toHexString(bytes[at] & 0xFF).toUpperCase(Locale.ROOT);
        return new SourceText(file, before + rest)
                .fault(offset, letter, RuleWords.of("not-utf-eight", "byte", number, "letter", letter));
    }

    /**
     * {@return a fault at a place of this text}
     *
     * @param offset the place, as an index into the text
     * @param at the text at fault
     * @param what what is said of it
     */
    public Fault fault(int offset, String at, FaultText what) {
        return fault(offset, at, "", what);
    }

    /**
     * {@return a fault in a cell of this text, which is a table}
     *
     * @param offset where the cell begins, as an index into the text
     * @param at the text at fault
     * @param cell the cell's name in a spreadsheet, such as {@code C7}
     * @param what what is said of it
     */
    public Fault fault(int offset, String at, String cell, FaultText what) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < offset; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        int lineEnd = text.indexOf('\n', lineStart);
        String excerpt = text.substring(lineStart, lineEnd < 0 ? text.length() : lineEnd);
        return new Fault(new RulePackException.Fault(
                what.kind(),
                file,
                line,
                offset - lineStart + 1,
                cell,
                cut(excerpt.stripTrailing()),
                cut(at),
                what.problem(),
                what.advice()));
    }

    private static String cut(String shown) {
        return shown.length() <= LONGEST_SHOWN ? shown : shown.substring(0, LONGEST_SHOWN);
    }

    /**
     * {@return a fault of the file as a whole}
     *
     * @param what what is said of it
     */
    public Fault fault(FaultText what) {
        return new Fault(
                new RulePackException.Fault(what.kind(), file, 0, 0, "", "", "", what.problem(), what.advice()));
    }
}
