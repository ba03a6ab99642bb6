package org.hrbudget.rules.internal.language;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.hrbudget.model.Bilingual;
import org.hrbudget.rules.PackFault;

/**
 * The text of a file of a pack, which is UTF-8 without a byte-order mark: a mark or an encoding guessed from the machine would
 * make a rule silently never match an accented word.
 *
 * @param file its name, as faults state it
 * @param text its text
 */
public record SourceText(String file, String text) {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /**
     * {@return the text of these bytes}
     *
     * @param file the file's name
     * @param bytes its bytes
     * @throws Fault if they are not UTF-8 or begin with a byte-order mark
     */
    public static SourceText of(String file, byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(bytes.length + 1);
        CoderResult end = decoder.decode(ByteBuffer.wrap(bytes), text, true);
        SourceText read = new SourceText(file, text.flip().toString());
        if (end.isError()) {
            throw read.fault(
                    read.text().length(),
                    "",
                    "A byte after this point is not UTF-8.",
                    "Save the file as UTF-8 (in some editors: \"UTF-8 without BOM\").");
        }
        if (!read.text().isEmpty() && read.text().charAt(0) == BYTE_ORDER_MARK) {
            throw read.fault(
                    0,
                    "",
                    "The file begins with a byte-order mark.",
                    "Save the file as UTF-8 without a byte-order mark.");
        }
        return read;
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
        return new Fault(new PackFault(
                what.kind(),
                file,
                line,
                offset - lineStart + 1,
                cell,
                excerpt.stripTrailing(),
                at,
                what.problem(),
                what.advice()));
    }

    /**
     * {@return a fault of the file as a whole}
     *
     * @param what what is said of it
     */
    public Fault fault(FaultText what) {
        return new Fault(new PackFault(what.kind(), file, 0, 0, "", "", "", what.problem(), what.advice()));
    }

    /**
     * {@return a fault at a place of this text}
     *
     * @param offset the place, as an index into the text
     * @param at the text at fault
     * @param problem what is wrong
     * @param advice what to do
     */
    public Fault fault(int offset, String at, String problem, String advice) {
        return fault(offset, at, inEnglish(problem, advice));
    }

    /**
     * {@return a fault of the file as a whole}
     *
     * @param problem what is wrong
     * @param advice what to do
     */
    public Fault fault(String problem, String advice) {
        return fault(inEnglish(problem, advice));
    }

    private static FaultText inEnglish(String problem, String advice) {
        return new FaultText("unnamed", new Bilingual(problem, problem), new Bilingual(advice, advice));
    }
}
