package org.hrbudget.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hrbudget.io.BudgetReadException;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.Input;
import org.hrbudget.io.Layout;
import org.hrbudget.io.ReadingAccount;
import org.hrbudget.io.spi.LineReader;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.report.TextPage;
import org.hrbudget.validation.Finding;

/** Reads a file with a layout, as a run would, and says what became of it. */
final class LayoutCheckCommand {

    private static final int LINES_SHOWN = 3;
    private static final int ROWS_SHOWN = 10;

    private final Arguments arguments;
    private final ProgramWords words;
    private final TextPage page;
    private final List<SpendingLine> first = new ArrayList<>();
    private final Map<AmountKind, BigDecimal> sums = new EnumMap<>(AmountKind.class);
    private final Map<AmountKind, Long> counts = new EnumMap<>(AmountKind.class);

    LayoutCheckCommand(Arguments arguments, ProgramWords words, TextPage page) {
        this.arguments = arguments;
        this.words = words;
        this.page = page;
    }

    ExitCode run() throws IOException {
        Layout layout = LayoutChoice.named(
                arguments, LayoutsCommand.LAYOUT, arguments.positionals().get(0));
        Path file = arguments.path(arguments.positionals().get(1), "FILE");
        Budgets.Reading reading = Budgets.reading(file).layout(layout);
        if (arguments.given("--fiscal-year")) {
            reading.assumedFiscalYear(arguments.fiscalYear("--fiscal-year"));
        }
        ReadingOptions.written(arguments, reading);
        Budgets.FoundTable found;
        ReadingAccount account;
        try (LineReader reader = reading.source().open()) {
            found = reading.found();
            read(reader);
            account = reader.account();
        } catch (BudgetReadException e) {
            throw LayoutChoice.misfit(e, List.of(Input.of(file)), layout, words);
        }
        Input.Account input = account.inputs().get(0);
        page.paragraph(0, layout.name() + " — " + layout.title().in(words.locale()));
        written(found, input);
        columns(found, input);
        lines();
        rows(account, input);
        sums();
        doubts(account);
        boolean whole = account.rowsRejected() == 0 && account.faults().isEmpty();
        return whole ? ExitCode.BELOW_THRESHOLD : ExitCode.THRESHOLD_REACHED;
    }

    private void read(LineReader reader) {
        for (SpendingLine line = reader.next(); line != null; line = reader.next()) {
            if (first.size() < LINES_SHOWN) {
                first.add(line);
            }
            for (AmountKind kind : AmountKind.values()) {
                BigDecimal amount = line.amount(kind);
                if (amount != null) {
                    sums.merge(kind, amount, BigDecimal::add);
                    counts.merge(kind, 1L, Long::sum);
                }
            }
        }
    }

    private void written(Budgets.FoundTable found, Input.Account input) throws IOException {
        page.heading(words.get("layouts.check.written", "file", input.name()));
        if (found.charset() != null) {
            page.paragraph(2, words.get("layouts.check.charset", "charset", found.charset()));
        }
        if (found.separator() != null) {
            page.paragraph(
                    2,
                    words.get("layouts.check.separator", "separator", LayoutsCommand.shown(found.separator(), words)));
        }
        if (found.sheet() != null) {
            page.paragraph(2, words.get("layouts.check.sheet", "sheet", found.sheet()));
        }
        if (found.headingRow() > 0) {
            page.paragraph(2, words.get("layouts.check.heading-row", "row", Long.toString(found.headingRow())));
        }
        for (Bilingual assumed : input.assumed()) {
            page.paragraph(2, 4, words.get("layouts.check.assumed", "what", assumed.in(words.locale())));
        }
    }

    private void columns(Budgets.FoundTable found, Input.Account input) throws IOException {
        page.heading(words.get("layouts.check.columns"));
        List<List<String>> rows = new ArrayList<>();
        found.columns().forEach((heading, field) -> rows.add(List.of(heading, "→", field)));
        page.table(2, "wll", rows);
        Input.Account.Columns columns = input.columns();
        if (columns != null) {
            named("layouts.check.unread", columns.unread());
            named("layouts.check.absent", columns.absent());
        }
    }

    private void named(String key, List<String> names) throws IOException {
        if (!names.isEmpty()) {
            page.paragraph(2, 4, words.get(key, "names", String.join(", ", names)));
        }
    }

    private void lines() throws IOException {
        page.heading(words.get("layouts.check.lines"));
        if (first.isEmpty()) {
            page.paragraph(2, words.get("layouts.check.no-line"));
        }
        for (SpendingLine line : first) {
            page.paragraph(
                    2,
                    words.get(
                            "layouts.check.row",
                            "row",
                            Long.toString(line.position().row())));
            page.table(4, "lw", LineFields.of(line));
        }
    }

    private void rows(ReadingAccount account, Input.Account input) throws IOException {
        page.heading(words.get("layouts.check.rows"));
        page.paragraph(
                2,
                words.get(
                        "layouts.check.counts",
                        "read",
                        Long.toString(input.rowsRead()),
                        "lines",
                        Long.toString(input.linesValidated()),
                        "skipped",
                        Long.toString(input.rowsSkipped()),
                        "rejected",
                        Long.toString(input.rowsRejected())));
        for (ReadingAccount.RejectedRow row :
                account.rejected().stream().limit(ROWS_SHOWN).toList()) {
            String column = row.column();
            String value = row.value();
            page.paragraph(
                    2,
                    4,
                    words.get(
                                    "layouts.check.row",
                                    "row",
                                    Long.toString(row.position().row()))
                            + (column == null ? "" : ", " + column)
                            + (value == null ? "" : " = " + value)
                            + ": " + row.reason().in(words.locale()));
        }
        long more =
                input.rowsRejected() - Math.min(ROWS_SHOWN, account.rejected().size());
        if (more > 0) {
            page.paragraph(2, words.get("layouts.check.more", "count", Long.toString(more)));
        }
    }

    private void sums() throws IOException {
        page.heading(words.get("layouts.check.sums"));
        List<List<String>> rows = new ArrayList<>();
        sums.forEach((kind, sum) -> rows.add(List.of(
                kind.name().toLowerCase(Locale.ROOT),
                Finding.Detail.grouped(sum),
                words.get("layouts.check.amounts", "count", Long.toString(counts.getOrDefault(kind, 0L))))));
        if (rows.isEmpty()) {
            page.paragraph(2, words.get("layouts.check.no-sum"));
        }
        page.table(2, "lrl", rows);
    }

    private void doubts(ReadingAccount account) throws IOException {
        page.heading(words.get("layouts.check.doubts"));
        if (account.faults().isEmpty()) {
            page.paragraph(2, words.get("layouts.check.no-doubt"));
        }
        for (ReadingAccount.Fault fault : account.faults()) {
            page.paragraph(2, 4, fault.message().in(words.locale()));
        }
    }
}
