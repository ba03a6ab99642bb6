package org.hrbudget.io.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.hrbudget.io.BudgetReadException;
import org.hrbudget.model.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * Decodes bytes and remembers every place where they are no text, so that the row there can be rejected with its byte offset. A
 * byte order mark decides the charset; without one, the layout's holds.
 */
public final class DecodingReader extends Reader {

    /** Stands where bytes could not be decoded and where a NUL stood. */
    public static final char REPLACEMENT = '\ufffd';

    private static final int SIZE = 1 << 15;

    private final InputStream in;
    private Charset charset;
    private CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(SIZE);
    private final CharBuffer chars = CharBuffer.allocate(SIZE);
    private final Deque<Flaw> flaws = new ArrayDeque<>();
    private long bytesBefore;
    private long charsBefore;
    private final Misreading misreading = new Misreading();
    private boolean maySwitch;
    private long switchedAt = -1;
    private char last;
    private boolean inputEnded;
    private @Nullable IOException broken;
    private boolean flushed;
    private boolean ended;

    /**
     * Makes a reader.
     *
     * @param in the bytes
     * @param expected the charset where no byte order mark says another
     * @throws IOException if the first bytes cannot be read
     */
    public DecodingReader(InputStream in, Charset expected) throws IOException {
        super(in);
        this.in = in;
        chars.limit(0);
        load();
        bytes.flip();
        this.charset = markedCharset(expected);
        this.decoder = strict(charset);
    }

    /**
     * Makes a reader of a part of a file. What looks like a byte order mark there is text.
     *
     * @param in the bytes
     * @param charset the charset of the file
     * @param before the bytes of the file before these
     */
    public DecodingReader(InputStream in, Charset charset, long before) {
        super(in);
        this.bytesBefore = before;
        this.in = in;
        chars.limit(0);
        bytes.flip();
        this.charset = charset;
        this.decoder = strict(charset);
    }

    /**
     * {@return a reader of a text that is in UTF-8 or, where it is not and its first bytes that are not of ASCII show it, in
     * windows-1252, as Excel saves it} Where a byte order mark or the caller says another charset, that one holds.
     *
     * @param in the bytes
     * @param expected the charset where no byte order mark says another
     * @throws IOException if the first bytes cannot be read
     */
    public static DecodingReader detecting(InputStream in, Charset expected) throws IOException {
        DecodingReader text = new DecodingReader(in, expected);
        text.maySwitch = text.charset.equals(StandardCharsets.UTF_8) && text.bytes.position() == 0;
        return text;
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private Charset markedCharset(Charset expected) {
        if (startsWith(0xef, 0xbb, 0xbf)) {
            bytes.position(3);
            return StandardCharsets.UTF_8;
        }
        if (startsWith(0xff, 0xfe)) {
            bytes.position(2);
            return StandardCharsets.UTF_16LE;
        }
        if (startsWith(0xfe, 0xff)) {
            bytes.position(2);
            return StandardCharsets.UTF_16BE;
        }
        return expected;
    }

    private boolean startsWith(int... start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= bytes.limit() || (bytes.get(i) & 0xff) != start[i]) {
                return false;
            }
        }
        return true;
    }

    /** {@return the charset in use} */
    public Charset charset() {
        return charset;
    }

    /** {@return whether another charset was found than was expected} */
    boolean isSwitched() {
        return switchedAt >= 0;
    }

    /**
     * Holds on to the charset that is expected.
     *
     * @param file the name in the message
     * @throws BudgetReadException if another was found already
     */
    public void refuseSwitch(String file) {
        maySwitch = false;
        if (isSwitched()) {
            throw new BudgetReadException(
                    Texts.of(
                            "file.charset",
                            "file",
                            file,
                            "byte",
                            Long.toString(switchedAt),
                            "charset",
                            StandardCharsets.UTF_8.name()),
                    null);
        }
    }

    /** {@return what makes it doubtful that the charset is the right one} */
    Optional<Bilingual> doubt(String file) {
        return misreading.doubt(file, charset);
    }

    /**
     * {@return the first characters, up to 32,768, left unread; of a longer text up to the end of a line, since half an amount is
     * another}
     *
     * @throws IOException if the bytes cannot be read
     */
    public String sample() throws IOException {
        if (!chars.hasRemaining()) {
            fill();
        }
        String text = chars.toString();
        int lineEnd = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
        return flushed || lineEnd < 0 ? text : text.substring(0, lineEnd + 1);
    }

    /** {@return whether the caller has been told that there is nothing more} */
    boolean ended() {
        return ended;
    }

    /** {@return whether a flaw has been decoded that nobody took yet} */
    boolean flawed() {
        return !flaws.isEmpty();
    }

    /** {@return the next flaw up to a place in the text, taken from the list, or {@code null} if there is none} */
    @Nullable
    Flaw takeFlaw(long upToCharOffset) {
        Flaw first = flaws.peek();
        return first != null && first.charOffset() <= upToCharOffset ? flaws.poll() : null;
    }

    /**
     * Refuses a text that must be right as a whole.
     *
     * @param file the name in the message
     * @throws BudgetReadException if some of its bytes were no text
     */
    public void refuseFlaws(String file) {
        Flaw first = flaws.peek();
        if (first != null) {
            throw new BudgetReadException(
                    Texts.of(
                            first.nul() ? "file.nul" : "file.charset",
                            "file",
                            file,
                            "byte",
                            Long.toString(first.byteOffset()),
                            "charset",
                            charset.name()),
                    null);
        }
    }

    /**
     * {@return the first character that is no blank, left unread, or {@code 0} if there is none among the first 32,768}
     *
     * @throws IOException if the bytes cannot be read
     */
    public char peek() throws IOException {
        if (!chars.hasRemaining()) {
            fill();
        }
        for (int i = chars.position(); i < chars.limit(); i++) {
            char c = chars.get(i);
            if (c > ' ') {
                return c;
            }
        }
        return 0;
    }

    @Override
    public int read(char[] buffer, int from, int length) throws IOException {
        while (!chars.hasRemaining()) {
            if (flushed) {
                ended = true;
                return -1;
            }
            fill();
        }
        int n = Math.min(length, chars.remaining());
        chars.get(buffer, from, n);
        return n;
    }

    private void fill() throws IOException {
        // All that was decoded has been asked for, and nobody asks before all of it is in the record being read. Of a
        // record only
        // the first flaw matters: what is remembered does not grow with the record.
        while (flaws.size() > 1) {
            flaws.removeLast();
        }
        charsBefore += chars.limit();
        misreading.piece(chars.array(), chars.limit());
        chars.clear();
        while (chars.position() == 0 && !flushed) {
            if (!inputEnded) {
                bytesBefore += bytes.position();
                bytes.compact();
                load();
                bytes.flip();
            }
            decode();
        }
        chars.flip();
    }

    /** Fills the buffer: how a stream happens to hand over its bytes must not change what is found out of the first of them. */
    private void load() throws IOException {
        int before = bytes.position();
        try {
            while (!inputEnded && bytes.hasRemaining()) {
                if (broken != null) {
                    throw broken;
                }
                int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
                inputEnded = n < 0;
                bytes.position(bytes.position() + Math.max(0, n));
            }
        } catch (IOException e) {
            // What came before it is still read.
            if (bytes.position() == before) {
                throw e;
            }
            broken = e;
        }
    }

    private void decode() {
        while (true) {
            int firstByte = bytes.position();
            int firstChar = chars.position();
            CoderResult result = decoder.decode(bytes, chars, inputEnded);
            look(firstByte, firstChar);
            if (result.isError() && maySwitch) {
                // What came before is of ASCII, and the same in both.
                maySwitch = false;
                switchedAt = bytesBefore + bytes.position();
                charset = Charset.forName("windows-1252");
                decoder = strict(charset);
            } else if (result.isError()) {
                if (!chars.hasRemaining()) {
                    return;
                }
                flaws.add(new Flaw(bytesBefore + bytes.position(), charsBefore + chars.position(), false));
                chars.put(REPLACEMENT);
                bytes.position(bytes.position() + result.length());
            } else {
                flushed = result.isUnderflow()
                        && inputEnded
                        && decoder.flush(chars).isUnderflow();
                return;
            }
        }
    }

    private void look(int firstByte, int firstChar) {
        char[] text = chars.array();
        int end = chars.position();
        int measured = firstChar;
        long at = bytesBefore + firstByte;
        for (int i = firstChar; i < end; i++) {
            char c = text[i];
            if (c >= '\u0080' || last >= '\u0080') {
                maySwitch = false;
                misreading.see(text, i, end);
            }
            last = c;
            if (c == 0) {
                at += charset.encode(CharBuffer.wrap(text, measured, i - measured))
                        .remaining();
                flaws.add(new Flaw(at, charsBefore + i, true));
                at += charset.encode("\0").remaining();
                text[i] = REPLACEMENT;
                measured = i + 1;
            }
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
