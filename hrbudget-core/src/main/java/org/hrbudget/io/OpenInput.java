package org.hrbudget.io;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.OptionalLong;
import org.hrbudget.io.internal.CsvRows;
import org.hrbudget.io.internal.DecodingReader;
import org.hrbudget.io.internal.GivenRows;
import org.hrbudget.io.internal.Intake;
import org.hrbudget.io.internal.JsonRows;
import org.hrbudget.io.internal.ReadingStop;
import org.hrbudget.io.internal.Rows;
import org.hrbudget.io.internal.Texts;
import org.hrbudget.io.spi.InputPart;
import org.hrbudget.io.spi.RowSource;
import org.jspecify.annotations.Nullable;

/** An input opened at its first row. */
final class OpenInput implements Closeable {

    private final @Nullable Intake intake;
    private final Rows rows;
    private final @Nullable JsonHead head;
    private final @Nullable Charset charset;

    private OpenInput(@Nullable Intake intake, Rows rows, @Nullable JsonHead head, @Nullable Charset charset) {
        this.charset = charset;
        this.intake = intake;
        this.rows = rows;
        this.head = head;
    }

    /**
     * {@return the input opened at its first row}
     *
     * @throws BudgetReadException if there are no rows to be read
     */
    static OpenInput open(Input input, Charset charset, char separator, ReadLimits limits) {
        return open(input, charset, separator, limits, null);
    }

    /** {@return rows that another engine reads} */
    static OpenInput of(RowSource source, ReadLimits limits) {
        return new OpenInput(null, new GivenRows(source, limits), null, null);
    }

    /**
     * {@return the input opened at its first row}
     *
     * @param part where in a file the input stands, if it is a part of one
     * @throws BudgetReadException if there are no rows to be read
     */
    static OpenInput open(Input input, Charset charset, char separator, ReadLimits limits, @Nullable InputPart part) {
        if (part != null) {
            // Not even what looks like packed bytes is: they are in the middle of a text.
            DecodingReader text =
                    new DecodingReader(Intake.stored(input), Charset.forName(part.charset()), part.bytesBefore());
            return new OpenInput(null, new CsvRows(input.name(), text, separator, limits, part), null, null);
        }
        Intake intake = Intake.open(input, limits);
        try {
            DecodingReader text = new DecodingReader(intake.bytes(), charset);
            if (isJson(intake, text)) {
                JsonHead head = JsonHead.read(input, charset, limits);
                return new OpenInput(intake, new JsonRows(input.name(), text, head.names(), limits), head, null);
            }
            return new OpenInput(intake, new CsvRows(input.name(), text, separator, limits), null, text.charset());
        } catch (ReadingStop e) {
            closeAfter(intake, e);
            throw new BudgetReadException(e.text(), e);
        } catch (IOException e) {
            closeAfter(intake, e);
            throw new BudgetReadException(Intake.explain(input.name(), e), e);
        } catch (RuntimeException e) {
            closeAfter(intake, e);
            throw e;
        }
    }

    /** {@return whether the text is JSON: by its name, else by its first character} */
    static boolean isJson(Intake intake, DecodingReader text) throws IOException {
        if (intake.namedJson()) {
            return true;
        }
        char first = text.peek();
        return !intake.namedTable() && (first == '{' || first == '[');
    }

    private static void closeAfter(Closeable open, Exception error) {
        try {
            open.close();
        } catch (IOException e) {
            error.addSuppressed(e);
        }
    }

    Rows rows() {
        return rows;
    }

    /** {@return what stands around the lines, where the input is JSON} */
    @Nullable
    JsonHead head() {
        return head;
    }

    /** {@return the charset it is written in, where it is separated text with headings of its own and not packed} */
    @Nullable
    Charset charset() {
        return intake == null || intake.isPacked() ? null : charset;
    }

    /** {@return the stored bytes read so far; zero where there are none} */
    long bytesRead() {
        return intake == null ? 0 : intake.bytesRead();
    }

    /** {@return how many stored bytes there are, where known} */
    OptionalLong bytesTotal() {
        return intake == null ? OptionalLong.empty() : intake.bytesTotal();
    }

    /**
     * {@return the SHA-256 of the stored bytes, or {@code null} where there are none}
     *
     * @throws ReadingStop if the rest of them cannot be read
     */
    @Nullable
    String sha256(String file) {
        try {
            return intake == null ? null : intake.sha256();
        } catch (IOException e) {
            throw new ReadingStop(
                    Texts.of("file.unreadable", "file", file, "reason", String.valueOf(e.getMessage())), e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            rows.close();
        } finally {
            if (intake != null) {
                intake.close();
            }
        }
    }
}
