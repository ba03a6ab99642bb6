package org.hrbudget.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hrbudget.comparison.BudgetComparison;
import org.hrbudget.comparison.BudgetComparison.Dimension;
import org.hrbudget.comparison.ComparisonDocument;
import org.hrbudget.io.BudgetReadException;
import org.hrbudget.io.BudgetSource;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.Input;
import org.hrbudget.io.Layout;
import org.hrbudget.io.Programmes;
import org.hrbudget.io.YearlySeries;
import org.hrbudget.model.AmountKind;
import org.hrbudget.report.ReportDocument;

/** Compares two budgets and says what each change is made of. */
final class CompareCommand {

    private static final List<String> FORMS = List.of("text", "json", "html", "csv");
    private static final String AMOUNT = "--amount";

    private final Arguments arguments;
    private final ProgramWords words;
    private final Screen screen;

    CompareCommand(Arguments arguments, ProgramWords words, Screen screen) {
        this.arguments = arguments;
        this.words = words;
        this.screen = screen;
    }

    ExitCode run() throws IOException {
        List<ReportFormat> formats = ReportFormat.of(arguments, words, FORMS);
        List<String> positionals = arguments.positionals();
        BudgetComparison comparison = BudgetComparison.of(
                source(arguments.path(positionals.get(0), "BEFORE"), "", "--before-year"),
                source(arguments.path(positionals.get(1), "AFTER"), "-after", "--after-year"));
        groups(comparison);
        amounts(comparison);
        for (String file : arguments.all("--deflator")) {
            comparison.deflator(YearlySeries.read(arguments.path(file, "--deflator")));
        }
        if (arguments.given("--base-year")) {
            comparison.baseYear(arguments.fiscalYear("--base-year"));
        }
        arguments.path("--population").map(YearlySeries::read).ifPresent(comparison::population);
        arguments.path("--successions").map(Input::of).ifPresent(comparison::successions);
        arguments.path("--programme").map(Programmes::read).ifPresent(comparison::programme);
        ComparisonDocument document = comparison.compare(words.locale());
        List<Refusal> lost = new ArrayList<>();
        for (ReportFormat format : formats) {
            format.write(
                            out -> out.append(text(document)),
                            (form, out) -> document.write(ComparisonDocument.Form.valueOf(form.name()), out),
                            words,
                            screen)
                    .ifPresent(lost::add);
        }
        if (formats.stream().allMatch(format -> format.form() == ReportDocument.Form.CSV)) {
            document.warnings().forEach(screen::say);
            document.notes().forEach(screen::say);
        }
        Refusal.of(lost);
        boolean whole = isWhole(document.before()) && isWhole(document.after());
        return whole ? ExitCode.BELOW_THRESHOLD : ExitCode.NOT_EVALUATED;
    }

    private static boolean isWhole(ComparisonDocument.Side side) {
        return side.faults().isEmpty() && side.inputs().stream().allMatch(input -> input.rowsRejected() == 0);
    }

    private String text(ComparisonDocument document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.write(
                arguments.given("--all") ? ComparisonDocument.Form.WHOLE_TEXT : ComparisonDocument.Form.TEXT, bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private void groups(BudgetComparison comparison) {
        List<Dimension> wanted = new ArrayList<>();
        for (String name : arguments.all("--by")) {
            wanted.add(arguments.choice("--by", name, Dimension.class));
        }
        if (!wanted.isEmpty()) {
            comparison.by(wanted.get(0), wanted.toArray(Dimension[]::new));
        }
    }

    /** One kind for both unless the other is named too. */
    private void amounts(BudgetComparison comparison) {
        Optional<AmountKind> before = arguments.choice(AMOUNT, AmountKind.class);
        Optional<AmountKind> after = arguments.choice("--amount-after", AmountKind.class);
        if (before.isEmpty() && after.isPresent()) {
            throw arguments.refused(
                    "--amount-after", after.get().name().toLowerCase(Locale.ROOT), words.get("compare.amount-after"));
        }
        before.ifPresent(kind -> comparison.amounts(kind, after.orElse(kind)));
    }

    private BudgetSource source(Path file, String side, String yearOption) {
        String own = "--layout" + side;
        Layout layout = arguments
                .text(own)
                .map(name -> LayoutChoice.named(arguments, own, name))
                .orElseGet(() -> LayoutChoice.of(arguments));
        Input input = Input.of(file);
        Budgets.Reading reading = Budgets.reading(input).layout(layout);
        ReadingOptions.written(arguments, reading);
        arguments.path("--links" + side).ifPresent(reading::links);
        if (arguments.given(yearOption)) {
            reading.fiscalYear(arguments.fiscalYear(yearOption));
        }
        arguments.text("--jurisdiction").ifPresent(reading::jurisdiction);
        arguments.text("--currency").ifPresent(reading::currency);
        BudgetSource source = reading.source();
        return () -> {
            try {
                return source.open();
            } catch (BudgetReadException e) {
                throw LayoutChoice.misfit(e, List.of(input), layout, words);
            }
        };
    }
}
