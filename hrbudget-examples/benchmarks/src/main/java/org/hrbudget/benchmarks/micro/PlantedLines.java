package org.hrbudget.benchmarks.micro;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hrbudget.io.BudgetSource;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.Input;
import org.hrbudget.io.Layout;
import org.hrbudget.io.spi.LineReader;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.rules.RulePacks;
import org.hrbudget.rules.testing.PlantedBudget;
import org.hrbudget.rules.testing.PlantedBudgets;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.internal.facts.FactContext;
import org.hrbudget.validation.internal.facts.LineFact;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Planted lines in every form they take on their way from file to report. */
@State(Scope.Benchmark)
public class PlantedLines {

    /** Lines enough for what is done once a file to be lost among them. */
    static final int LINES = 20_000;

    /** As many lines as the library judges at a time. */
    static final int CHUNK = 2_000;

    private static final long SEED = 20110115;

    /** How many of a thousand lines have a defect planted. */
    @Param({"0", "50"})
    public int defects;

    private byte[] text = new byte[0];
    private final BudgetSource source = Budgets.reading(Input.of("planted.csv", () -> new ByteArrayInputStream(text)))
            .layout(Layout.named("hrbudget"))
            .jurisdiction("mx-fed")
            .source();
    private List<SpendingLine> lines = List.of();
    private List<String> amounts = List.of();
    private final List<List<SpendingLine>> chunks = new ArrayList<>();
    private final List<List<LineFact>> facts = new ArrayList<>();
    private RulePack pack = RulePacks.load("mx-fed", "2011.1");
    private BudgetValidator validator = BudgetValidator.using(pack);
    private LineReader.@Nullable Outline outline;

    /** Makes lines of a seed. */
    public PlantedLines() {}

    /** Makes the lines. */
    @Setup
    public void make() {
        pack.prepare();
        PlantedBudget budget = PlantedBudgets.of(pack).withDefects(defects).budget(SEED, LINES);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        budget.writeTo(bytes);
        text = bytes.toByteArray();
        validator = budget.validator(pack).build();
        try (LineReader reader = source().open()) {
            outline = reader.outline();
            lines = all(reader);
        }
        amounts = lines.stream()
                .map(line -> line.amount(AmountKind.APPROVED))
                .filter(Objects::nonNull)
                .map(BigDecimal::toPlainString)
                .toList();
        FactContext context = new FactContext(
                budget.fiscalYear(), outline().header().phase(), pack.catalogues(), null, budget.itemCatalogue());
        for (int from = 0; from < lines.size(); from += CHUNK) {
            List<SpendingLine> chunk = lines.subList(from, Math.min(from + CHUNK, lines.size()));
            chunks.add(chunk);
            facts.add(chunk.stream().map(line -> LineFact.of(line, context)).toList());
        }
    }

    private static List<SpendingLine> all(LineReader reader) {
        List<SpendingLine> all = new ArrayList<>();
        for (SpendingLine line = reader.next(); line != null; line = reader.next()) {
            all.add(line);
        }
        return all;
    }

    /** {@return the text of the lines as a source} */
    BudgetSource source() {
        return source;
    }

    /** {@return the lines} */
    List<SpendingLine> lines() {
        return lines;
    }

    /** {@return the lines, chunk by chunk} */
    List<List<SpendingLine>> chunks() {
        return chunks;
    }

    /** {@return what each line was approved, as text} */
    List<String> amounts() {
        return amounts;
    }

    /** {@return the lines as rules see them, chunk by chunk} */
    List<List<LineFact>> facts() {
        return facts;
    }

    /** {@return the rules} */
    RulePack pack() {
        return pack;
    }

    /** {@return a validator of the rules} */
    BudgetValidator validator() {
        return validator;
    }

    /** {@return what is known before the first line} */
    LineReader.Outline outline() {
        return Objects.requireNonNull(outline, "asked for before the lines were made");
    }
}
