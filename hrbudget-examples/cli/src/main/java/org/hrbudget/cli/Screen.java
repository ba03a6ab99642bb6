package org.hrbudget.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.hrbudget.report.TextPage;

/**
 * What the program has of the world: three streams, the two it writes both in UTF-8 whatever the machine thinks, and a clock. Results go to standard
 * output, everything else to standard error.
 */
final class Screen {

    private final InputStream in;
    private final OutputStream out;
    private final PrintStream err;
    private final Writer text;
    private final boolean terminal;
    private final InstantSource clock;

    /**
     * @param terminal whether somebody watches standard error
     * @param clock what time limits are measured by
     */
    Screen(InputStream in, OutputStream out, OutputStream err, boolean terminal, InstantSource clock) {
        this.in = in;
        this.out = new BufferedOutputStream(out);
        this.err = new PrintStream(err, true, StandardCharsets.UTF_8);
        this.text = new OutputStreamWriter(this.out, StandardCharsets.UTF_8);
        this.terminal = terminal;
        this.clock = clock;
    }

    /** {@return standard input} */
    InputStream in() {
        return in;
    }

    /** {@return standard output as text} */
    Writer text() {
        return text;
    }

    /** {@return standard output as bytes, after all text written so far} */
    OutputStream bytes() throws IOException {
        text.flush();
        return out;
    }

    void flush() throws IOException {
        text.flush();
        out.flush();
    }

    /** Says something on standard error, where what is cited of a file or an argument must not command the terminal. */
    void say(String message) {
        err.print(TextPage.harmless(message) + "\n");
        err.flush();
    }

    /** {@return standard error, for what is not a whole line} */
    PrintStream err() {
        return err;
    }

    boolean terminal() {
        return terminal;
    }

    InstantSource clock() {
        return clock;
    }
}
