package org.hrbudget.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hrbudget.io.ReadingAccount;
import org.hrbudget.io.spi.LineReader;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.HrpAction;
import org.hrbudget.model.HumanRight;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.summary.spi.Repetitions;
import org.hrbudget.validation.internal.facts.LineFact;
import org.hrbudget.validation.internal.facts.UnitFact;
import org.hrbudget.validation.spi.PartialReport;

/** However a budget is cut, the parts come to what the whole comes to. */
class PartialReportTest {

    private static final int LINES = 600;

    @Property(tries = 60)
    void partsMergedInAnyOrderAndSentAroundGiveTheReportOfTheWhole(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int cuts) throws Exception {
        Random random = new Random(seed);
        ManyLines budget = new WithGaps();
        BudgetValidator validator = validator(5);
        try (LineReader reader = budget.open()) {
            LineReader.Outline outline = copied(reader.outline());
            List<PartialReport> parts = new ArrayList<>();
            for (int i = 0; i < cuts; i++) {
                parts.add(validator(5).part(outline));
            }
            List<SpendingLine> lines = new ArrayList<>();
            for (SpendingLine line = reader.next(); line != null; line = reader.next()) {
                lines.add(line);
            }
            Collections.shuffle(lines, random);
            for (SpendingLine line : lines) {
                parts.get(random.nextInt(cuts)).add(List.of(line));
            }
            PartialReport whole = validator.part(outline);
            for (PartialReport part : parts) {
                whole.merge(random.nextBoolean() ? part : copied(part));
            }
            ReadingAccount account = reader.account();
            ValidationReport report =
                    validator.conclude(outline, copied(whole), account, Repetitions.of(List.of(), List.of()));

            assertThat(report).usingRecursiveComparison().isEqualTo(validator.validate(budget));
            assertThat(report.unjudged().budget().lines()).isEqualTo(46);
            assertThat(report.unjudged().rights().get(0).amount()).isPositive();
            assertThat(report.units().get("U3").undetermined()).isEqualTo(7);
        }
    }

    @Example
    void whatWasReadBackTakesNoLinesAndSaysWhatToDo() throws Exception {
        PartialReport part = copied(validator(5).part(new ManyLines(1).open().outline()));
        assertThatIllegalStateException()
                .isThrownBy(() -> part.add(List.of(new ManyLines(1).line(1))))
                .withMessageContaining("Maybe merge it");
    }

    @Example
    void whicheverOfTwoFailingPartsTakesTheOtherTheReportIsTheSame() {
        ManyLines budget = new ManyLines(2);
        ValidationReport oneFirst = failing(budget, 1, 2);
        ValidationReport otherFirst = failing(budget, 2, 1);

        assertThat(oneFirst.ledger().get(0).reason().en()).contains("no room in line 1");
        assertThat(otherFirst).usingRecursiveComparison().isEqualTo(oneFirst);
    }

    /** {@return the report of two parts with a line each, of which the rule fails on both, each for a reason of its own} */
    private static ValidationReport failing(ManyLines budget, long first, long second) {
        BudgetValidator validator =
                BudgetValidator.using(new StubPack().rule("brittle", Severity.ERROR, "SpendingLine", fact -> {
                    throw new IllegalStateException(
                            "no room in " + ((LineFact) fact).line().id());
                }));
        try (LineReader reader = budget.open()) {
            LineReader.Outline outline = reader.outline();
            PartialReport whole = validator.part(outline);
            whole.add(List.of(budget.line(first)));
            PartialReport other = validator.part(outline);
            other.add(List.of(budget.line(second)));
            return validator.conclude(
                    outline, whole.merge(other), reader.account(), Repetitions.of(List.of(), List.of()));
        }
    }

    @Example
    void partsOfOtherPacksAreRefused() {
        LineReader.Outline outline = new ManyLines(1).open().outline();
        PartialReport part = validator(5).part(outline);
        PartialReport other = BudgetValidator.using(
                        new StubPack().rule("other", Severity.ERROR, "SpendingLine", x -> true))
                .part(outline);
        assertThatIllegalArgumentException().isThrownBy(() -> part.merge(other)).withMessageContaining("mx-test 1");
        assertThatIllegalArgumentException().isThrownBy(() -> part.merge(part));
    }

    /** Every thirteenth line does not say what was exercised, and all are for one right. */
    private static final class WithGaps extends ManyLines {

        WithGaps() {
            super(LINES);
        }

        @Override
        SpendingLine line(long row) {
            SpendingLine.Builder line = super.line(row).toBuilder().links(List.of(ActionLink.to("01.01.01")));
            return (row % 13 == 0 ? line.amount(AmountKind.EXERCISED, null) : line).build();
        }
    }

    private static final HumanRightsProgramme PROGRAMME = HumanRightsProgramme.of(
            "test",
            List.of(new HumanRight("01", false, "Salud", "Health")),
            List.of(new HrpAction("01.01.01", 1, "01", "01.01", "x", null, List.of(), false)));

    private static BudgetValidator validator(int keep) {
        return BudgetValidator.builder()
                .programme(PROGRAMME)
                .packs(new StubPack()
                        .rule(
                                "overspent",
                                Severity.WARNING,
                                "SpendingLine",
                                fact -> ((LineFact) fact).exercised().compareTo(((LineFact) fact).approved()) > 0,
                                "approved",
                                "exercised")
                        .duty("overspent")
                        .rule("large-unit", Severity.ERROR, "UnitSummary", fact -> ((UnitFact) fact).lines() > 85))
                .maxFindingsPerRule(keep)
                .build();
    }

    @SuppressWarnings("unchecked")
    private static <T> T copied(T object) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
    }
}
