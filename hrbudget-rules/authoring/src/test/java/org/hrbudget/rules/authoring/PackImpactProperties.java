package org.hrbudget.rules.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import org.hrbudget.io.BudgetSource;
import org.hrbudget.model.Budget;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.rules.RulePacks;
import org.hrbudget.rules.oracle.RandomBudgets;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.ComparedReports;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.Severity;
import org.hrbudget.validation.ValidationReport;

/** What holds of the impact of any reform on any budget. */
@Tag("long")
class PackImpactProperties {

    private static final FiscalYear YEAR = FiscalYear.of(2011);
    private static final int LINES = 4_500;

    /** A reform. */
    record Reform(RulePack before, RulePack after) {}

    private static final List<Reform> REFORMS = List.of(
            reform("mx-cmx", "2010.1", "2011.1"),
            reform("mx-cmx", "2009.1", "2011.2"),
            reform("mx-fed", "2008.1", "2011.1"));

    private static Reform reform(String jurisdiction, String before, String after) {
        return new Reform(RulePacks.load(jurisdiction, before), RulePacks.load(jurisdiction, after));
    }

    @Provide
    Arbitrary<Reform> reforms() {
        return Arbitraries.of(REFORMS);
    }

    @Property(tries = 30)
    void aPackAgainstItselfChangesNothing(@ForAll("reforms") Reform reform, @ForAll long seed) {
        ImpactReport.OfBudget.Impact outcome = impact(reform.after(), reform.after(), budget(reform, seed, 40), 1);
        assertThat(outcome.changed()).isFalse();
        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.units()).isEmpty();
    }

    @Property(tries = 6)
    void threadsMakeNoDifferenceToTheBytes(
            @ForAll("reforms") Reform reform, @ForAll long seed, @ForAll @IntRange(min = 2, max = 4) int threads)
            throws IOException {
        Budget budget = budget(reform, seed, LINES);
        assertThat(json(reform, budget, threads)).isEqualTo(json(reform, budget, 1));
    }

    @Property(tries = 60)
    void theNumbersAreThoseOfTwoValidations(@ForAll("reforms") Reform reform, @ForAll long seed) {
        Budget budget = budget(reform, seed, 60);
        ValidationReport before = validate(reform.before(), budget);
        ValidationReport after = validate(reform.after(), budget);
        ImpactReport.OfBudget.Impact outcome = impact(reform.before(), reform.after(), budget, 1);
        assertThat(outcome.before()).isEqualTo(before.verdict());
        assertThat(outcome.after()).isEqualTo(after.verdict());
        ComparedReports.Effect effect = outcome.effect();
        assertThat(effect.gained() - effect.lost())
                .isEqualTo(after.findings().size() - before.findings().size());
        assertThat(sum(outcome, rule -> rule.effect().gained())).isEqualTo(effect.gained());
        assertThat(sum(outcome, rule -> rule.effect().lost())).isEqualTo(effect.lost());
        for (ImpactReport.OfUnit unit : outcome.units()) {
            assertThat(findings(before, unit.unitCode())).isEqualTo(count(unit.before()));
            assertThat(findings(after, unit.unitCode())).isEqualTo(count(unit.after()));
        }
        assertThat(Stream.concat(
                                outcome.units().stream().map(ImpactReport.OfUnit::effect),
                                Stream.of(outcome.withoutUnit()))
                        .map(ComparedReports.Effect::amount)
                        .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add))
                .as("each line has one unit or none")
                .isEqualTo(effect.amount());
    }

    @Property(tries = 60)
    void theWayBackIsTheMirror(@ForAll("reforms") Reform reform, @ForAll long seed) {
        Budget budget = budget(reform, seed, 60);
        ImpactReport.OfBudget.Impact there = impact(reform.before(), reform.after(), budget, 1);
        ImpactReport.OfBudget.Impact back = impact(reform.after(), reform.before(), budget, 1);
        assertThat(back.effect()).isEqualTo(mirror(there.effect()));
        assertThat(back.changed()).isEqualTo(there.changed());
        assertThat(back.units()).hasSameSizeAs(there.units());
        for (int i = 0; i < there.units().size(); i++) {
            assertThat(back.units().get(i).after())
                    .isEqualTo(there.units().get(i).before());
        }
    }

    private static ComparedReports.Effect mirror(ComparedReports.Effect effect) {
        return new ComparedReports.Effect(
                /* gained= */ effect.lost(),
                /* lost= */ effect.gained(),
                effect.reweighed(),
                effect.lines(),
                effect.amount());
    }

    private static long sum(ImpactReport.OfBudget.Impact outcome, ToLongFunction<ImpactReport.OfRule> number) {
        return outcome.rules().stream().mapToLong(number).sum();
    }

    private static long findings(ValidationReport report, String unit) {
        return report.findings().stream()
                .filter(finding -> unit.equals(finding.unitCode()))
                .count();
    }

    private static long count(ValidationReport.UnitStanding standing) {
        return Stream.of(Severity.values()).mapToLong(standing::count).sum();
    }

    private static Budget budget(Reform reform, long seed, int lines) {
        return RandomBudgets.large(seed, reform.after().manifest().jurisdiction(), lines);
    }

    private static ValidationReport validate(RulePack pack, Budget budget) {
        return BudgetValidator.builder()
                .packs(pack)
                .programme(RandomBudgets.programme())
                .fiscalYear(YEAR)
                .build()
                .validate(budget);
    }

    private static ImpactReport.OfBudget.Impact impact(RulePack before, RulePack after, Budget budget, int threads) {
        return asked(before, after, threads)
                .on("b", BudgetSource.of(budget))
                .read()
                .orElseThrow();
    }

    private static PackImpact asked(RulePack before, RulePack after, int threads) {
        return PackImpact.of(before, after, YEAR)
                .programme(RandomBudgets.programme())
                .threads(threads)
                .build();
    }

    private static String json(Reform reform, Budget budget, int threads) throws IOException {
        PackImpact impact = asked(reform.before(), reform.after(), threads);
        ImpactReport report = ImpactReport.of(impact, List.of(impact.on("b", BudgetSource.of(budget))));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        report.write(out, Map.of());
        return out.toString(StandardCharsets.UTF_8);
    }
}
