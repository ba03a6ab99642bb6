package org.hrbudget.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.hrbudget.rules.RulePacks;
import org.hrbudget.rules.testing.PlantedBudget;
import org.hrbudget.rules.testing.PlantedBudgets;
import org.jspecify.annotations.Nullable;

/** The folder of the budgets that are compared on. What is in it is used again; whoever wants it made anew empties it. */
final class WorkFolder {

    /** What all planted budgets are drawn from. */
    static final long SEED = 20110115;

    private final Path folder;
    private @Nullable PlantedBudgets planted;

    private WorkFolder(Path folder) {
        this.folder = folder;
    }

    static WorkFolder at(Path folder) throws IOException {
        return new WorkFolder(Files.createDirectories(folder));
    }

    Path path() {
        return folder;
    }

    /** {@return a budget of so many lines, 50 of a thousand with a defect, written unless it is there} */
    GivenBudget planted(long lines) throws IOException {
        Path file = folder.resolve("planted-" + lines + ".csv");
        Path items = folder.resolve("planted-items.csv");
        if (!Files.exists(file) || !Files.exists(items)) {
            PlantedBudget budget = budgets().budget(SEED, lines);
            write(items, out -> out.write(catalogue(budget)));
            write(file, budget::writeTo);
        }
        return new GivenBudget(GivenBudget.Kind.PLANTED, file, items);
    }

    private PlantedBudgets budgets() {
        PlantedBudgets known = planted;
        if (known == null) {
            known = PlantedBudgets.of(RulePacks.load("mx-fed", "2011.1"));
            planted = known;
        }
        return known;
    }

    private static byte[] catalogue(PlantedBudget budget) {
        List<String> rows = new ArrayList<>(List.of("code"));
        rows.addAll(new TreeSet<>(budget.itemCatalogue()));
        return (String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * {@return the rows of a public account, repeated until there are so many; written unless they are there}
     *
     * @param account the account as published, packed as gzip
     * @param rows how many
     */
    GivenBudget account(Path account, long rows) throws IOException {
        Path file = folder.resolve("account-" + rows + ".csv");
        if (!Files.exists(file)) {
            byte[] whole;
            try (InputStream in = new GZIPInputStream(Files.newInputStream(account))) {
                whole = in.readAllBytes();
            }
            write(file, out -> repeat(whole, rows, out));
        }
        return new GivenBudget(GivenBudget.Kind.ACCOUNT, file, null);
    }

    /** The account has no cell of several lines, so that a line end is the end of a row. */
    private static void repeat(byte[] account, long rows, OutputStream out) throws IOException {
        int first = afterLineEnd(account, 0);
        out.write(account, 0, first);
        int at = first;
        for (long row = 0; row < rows; row++) {
            int next = afterLineEnd(account, at);
            out.write(account, at, next - at);
            at = next < account.length ? next : first;
        }
    }

    private static int afterLineEnd(byte[] text, int from) {
        int at = from;
        while (at < text.length && text[at] != '\n') {
            at++;
        }
        return Math.min(text.length, at + 1);
    }

    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Under another name until it is whole, so that a run that was broken off leaves nothing that looks like a budget. */
    private static void write(Path file, Content content) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
                content.writeTo(out);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file + ".\nMaybe the disk is full.", e);
        }
    }
}
