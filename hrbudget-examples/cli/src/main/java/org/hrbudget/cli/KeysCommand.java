package org.hrbudget.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.hrbudget.report.TextPage;

/** Makes a pair of keys to sign receipts with. */
final class KeysCommand {

    private final Arguments arguments;
    private final ProgramWords words;
    private final TextPage page;

    KeysCommand(Arguments arguments, ProgramWords words, TextPage page) {
        this.arguments = arguments;
        this.words = words;
        this.page = page;
    }

    /** A key that is written over is lost, and with it all that it signed later. */
    ExitCode run() throws IOException {
        Path secret = arguments.path("--out").orElseThrow();
        Path open = secret.resolveSibling(secret.getFileName() + ".pub");
        WholeOutput.requireFolder(secret, words);
        for (Path file : new Path[] {secret, open}) {
            if (Files.exists(file)) {
                throw Refusal.wrongUsage(words.get("keys.there", "file", file.toString()));
            }
        }
        String[] keys = KeyFiles.made();
        try {
            create(secret);
            Files.writeString(secret, keys[0], StandardCharsets.US_ASCII);
            Files.writeString(open, keys[1], StandardCharsets.US_ASCII, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw Refusal.wrongUsage(words.get("keys.there", "file", String.valueOf(e.getMessage())));
        }
        page.paragraph(0, words.get("keys.made", "secret", secret.toString(), "open", open.toString()));
        return ExitCode.BELOW_THRESHOLD;
    }

    /** Nobody else may read it, from the first moment, where the file system can say so. */
    private static void create(Path secret) throws IOException {
        if (secret.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(
                    secret, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(secret);
        }
    }
}
