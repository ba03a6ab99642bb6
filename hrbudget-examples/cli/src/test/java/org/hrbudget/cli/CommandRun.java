package org.hrbudget.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import org.hrbudget.rules.RulePacks;
import org.hrbudget.validation.PackManifest;

/** What a command answered: its exit code and its two streams. */
record CommandRun(int exitCode, String out, String err) {

    /** {@return the newest version of {@code mx-cmx}, which a made-up reform amends} */
    static String newest() {
        List<PackManifest> versions = RulePacks.versions("mx-cmx");
        return versions.get(versions.size() - 1).version();
    }

    static CommandRun of(String... args) {
        return of(false, args);
    }

    static CommandRun of(boolean terminal, String... args) {
        return of(terminal, InstantSource.system(), args);
    }

    /** {@return the answer of a program that measures time limits by this clock} */
    static CommandRun of(boolean terminal, InstantSource clock, String... args) {
        return of(InputStream.nullInputStream(), terminal, clock, args);
    }

    /** {@return the answer of a program that has this on its standard input} */
    static CommandRun fed(byte[] in, String... args) {
        return of(new ByteArrayInputStream(in), false, InstantSource.system(), args);
    }

    private static CommandRun of(InputStream in, boolean terminal, InstantSource clock, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        ExitCode code = new Program(new Screen(in, out, err, terminal, clock)).run(args);
        return new CommandRun(code.code(), out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
