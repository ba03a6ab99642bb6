package org.hrbudget.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hrbudget.io.Input;
import org.hrbudget.io.Layout;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.report.Receipt;
import org.hrbudget.report.ReportDocument;
import org.jspecify.annotations.Nullable;

/** The file of a receipt: what {@code validate} was given, as it must be given again for the same answer. */
final class ReceiptFile {

    static final String OPTION = "--receipt";

    private static final String SIGN = "--sign";

    /** What the answer does not depend on: how it is written, and how the run is carried out. */
    static final Set<String> NO_PART = Set.of(
            OPTION,
            SIGN,
            "--trust",
            "--format",
            "--baseline-report",
            "--preview-next",
            "--fail-on",
            "--findings-out",
            "--threads",
            "--time-limit",
            "--work-folder",
            "--full",
            "--plain",
            "--lang",
            "--debug",
            "--help");

    private final Arguments arguments;
    private final ProgramWords words;
    private final Path path;
    private final @Nullable KeyPair keys;

    private ReceiptFile(Arguments arguments, ProgramWords words, Path path, @Nullable KeyPair keys) {
        this.arguments = arguments;
        this.words = words;
        this.path = path;
        this.keys = keys;
    }

    /** {@return the receipt that is asked for; its key is read, before the work is done that it signs} */
    static Optional<ReceiptFile> of(Arguments arguments, ProgramWords words) throws IOException {
        Optional<Path> path = arguments.path(OPTION);
        Optional<Path> key = arguments.path(SIGN);
        if (path.isEmpty()) {
            if (key.isPresent()) {
                throw Refusal.wrongUsage(words.get("receipt.nothing-to-sign"));
            }
            return Optional.empty();
        }
        WholeOutput.requireFolder(path.get(), words);
        KeyPair keys = key.isPresent() ? KeyFiles.pair(key.get(), words) : null;
        return Optional.of(new ReceiptFile(arguments, words, path.get(), keys));
    }

    /**
     * Writes the receipt.
     *
     * @param inputs the files of the budget
     * @return what is to be said where it could not be written
     */
    Optional<Refusal> write(ReportDocument document, List<Input> inputs) throws IOException {
        Receipt receipt = Receipt.of(document, files(document, inputs), options());
        Receipt written = keys == null ? receipt : receipt.signed(keys);
        try {
            WholeOutput.write(path, words, written::write);
            return Optional.empty();
        } catch (Refusal e) {
            return Optional.of(e);
        }
    }

    private List<Receipt.File> files(ReportDocument document, List<Input> inputs) throws IOException {
        List<Receipt.File> files = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            Input input = inputs.get(i);
            String read = document.input().get(i).sha256();
            files.add(new Receipt.File(
                    Receipt.Terms.BUDGET,
                    input.path().map(this::relative).orElse(GivenFiles.STANDARD_INPUT),
                    read == null ? input.sha256() : read));
        }
        for (Arguments.Given given : arguments.allGiven()) {
            for (String value : given.values()) {
                if (isFile(given, value)) {
                    Path file = arguments.path(value, given.name());
                    files.add(new Receipt.File(given.name(), relative(file), sha256(file)));
                }
            }
        }
        return files;
    }

    private List<Receipt.Option> options() {
        List<Receipt.Option> options = new ArrayList<>();
        for (Arguments.Given given : arguments.allGiven()) {
            if (!NO_PART.contains(given.name())) {
                given.values().stream()
                        .filter(value -> !isFile(given, value))
                        .forEach(value -> options.add(new Receipt.Option(given.name(), value)));
            }
        }
        return options;
    }

    private static boolean isFile(Arguments.Given given, String value) {
        return !NO_PART.contains(given.name())
                && DistinctFiles.READ.contains(given.label())
                && !(given.name().equals(LayoutChoice.OPTION) && Layout.names().contains(value));
    }

    /** {@return a path from the place of the receipt, where one leads from there; with slashes, so that every machine can follow it} */
    private String relative(Path file) {
        Path folder = path.toAbsolutePath().normalize().getParent();
        Path whole = file.toAbsolutePath().normalize();
        boolean reached =
                folder != null && whole.getRoot() != null && whole.getRoot().equals(folder.getRoot());
        Path way = folder != null && reached ? folder.relativize(whole) : whole;
        return slashed(way);
    }

    /** {@return the SHA-256 of a file; of a folder, that of a list of its files, a line for each with its SHA-256 and its path} */
    static String sha256(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            return Input.of(place).sha256();
        }
        Map<String, String> lines = new TreeMap<>();
        try (Stream<Path> all = Files.walk(place)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = slashed(place.relativize(file));
                lines.put(name, Input.of(file).sha256() + "  " + name + "\n");
            }
        }
        byte[] list = String.join("", lines.values()).getBytes(StandardCharsets.UTF_8);
        return Input.of(place.toString(), () -> new ByteArrayInputStream(list)).sha256();
    }

    private static String slashed(Path way) {
        return way.toString().replace(way.getFileSystem().getSeparator(), "/");
    }

    /** {@return the receipt in a file} */
    static Receipt read(Path file, ProgramWords words) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw Refusal.notEvaluated(words.get("receipt.missing", "file", file.toString()));
        }
        try (InputStream in = Files.newInputStream(file)) {
            Receipt receipt = Receipt.read(in);
            for (ReportDocument.Selection pack : receipt.packs()) {
                if (pack.fiscalYear() != null && pack.asOf() != null) {
                    FiscalYear.of(pack.fiscalYear());
                    LocalDate.parse(pack.asOf());
                }
            }
            return receipt;
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Refusal.notEvaluated(words.get("receipt.not-one", "file", file.toString()));
        }
    }
}
