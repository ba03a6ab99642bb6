package org.hrbudget.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hrbudget.comparison.ComparisonDocument.Explained;
import org.hrbudget.comparison.ComparisonDocument.Group;
import org.hrbudget.io.BudgetSource;
import org.hrbudget.io.YearlySeries;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.SpendingLine;

/** The parts of a change add up to it, whatever the budgets, and to exchange these turns the sign of each. */
class ComparisonProperties {

    private static final List<Function<Explained, String>> PARTS =
            List.of(Explained::prices, Explained::moved, Explained::coverage, Explained::growth);

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void thePartsAddUpAcrossAndDown(
            @ForAll("budgets") List<SpendingLine> before,
            @ForAll("budgets") List<SpendingLine> after,
            @ForAll("indices") BigDecimal prices) {
        requireAddedUp(compared(before, after, prices, 2010, 2011));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void exchangingTheSidesNegatesEveryPart(
            @ForAll("budgets") List<SpendingLine> before,
            @ForAll("budgets") List<SpendingLine> after,
            @ForAll("indices") BigDecimal prices) {
        ComparisonDocument one = compared(before, after, prices, 2010, 2011);
        ComparisonDocument other = compared(after, before, prices, 2011, 2010);
        for (int table = 0; table < one.tables().size(); table++) {
            List<Group> groups = one.tables().get(table).groups();
            for (int i = 0; i < groups.size(); i++) {
                Group there = groups.get(i);
                Group back = other.tables().get(table).groups().get(i);
                assertThat(back.code()).isEqualTo(there.code());
                assertNegated(back.nominal().change(), there.nominal().change());
                assertNegated(back.real().change(), there.real().change());
                for (Function<Explained, String> part : PARTS) {
                    assertNegated(part.apply(back.explained()), part.apply(there.explained()));
                }
            }
        }
    }

    private static void assertNegated(String one, String other) {
        assertThat(new BigDecimal(one)).isEqualByComparingTo(new BigDecimal(other).negate());
    }

    private static ComparisonDocument compared(
            List<SpendingLine> before, List<SpendingLine> after, BigDecimal prices, int yearBefore, int yearAfter) {
        YearlySeries index = YearlySeries.of(
                "index", null, Map.of(FiscalYear.of(2010), new BigDecimal("97.31"), FiscalYear.of(2011), prices));
        return BudgetComparison.of(source(yearBefore, before), source(yearAfter, after))
                .programme(Pairs.programme())
                .deflator(index)
                .compare(Locale.ENGLISH);
    }

    private static BudgetSource source(int year, List<SpendingLine> lines) {
        return Pairs.budget(year, lines.toArray(SpendingLine[]::new));
    }

    /** Each row across, each column down, and the groups to the total of their side. */
    static void requireAddedUp(ComparisonDocument document) {
        for (ComparisonDocument.Table table : document.tables()) {
            for (Group group : table.groups()) {
                assertAcross(group);
            }
            assertAcross(table.total());
            assertDown(table, group -> group.nominal().before());
            assertDown(table, group -> group.nominal().after());
            PARTS.forEach(part -> assertDown(table, group -> part.apply(group.explained())));
            assertThat(new BigDecimal(table.total().explained().moved())).isZero();
        }
    }

    private static void assertAcross(Group group) {
        assertThat(PARTS.stream()
                        .map(part -> number(part.apply(group.explained())))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .as("%s", group)
                .isEqualByComparingTo(group.nominal().change());
    }

    private static void assertDown(ComparisonDocument.Table table, Function<Group, String> column) {
        assertThat(table.groups().stream()
                        .map(group -> number(column.apply(group)))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .as("%s", table)
                .isEqualByComparingTo(number(column.apply(table.total())));
    }

    private static BigDecimal number(String text) {
        return text == null ? BigDecimal.ZERO : new BigDecimal(text);
    }

    @Provide
    Arbitrary<BigDecimal> indices() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("1"), new BigDecimal("500"))
                .ofScale(3);
    }

    @Provide
    Arbitrary<List<SpendingLine>> budgets() {
        return Combinators.combine(
                        Arbitraries.of("U1", "U2", "U3"),
                        Arbitraries.of("1.1.1", "1.1.2", "1.1.3", "1.1.4"),
                        Arbitraries.of("1131", "2111", "21101", "x"),
                        Arbitraries.bigDecimals()
                                .between(new BigDecimal("-50"), new BigDecimal("1000"))
                                .ofScale(2),
                        links())
                .as((unit, function, object, amount, links) -> Pairs.linked(
                        Pairs.line(unit, function, object, amount.toPlainString()), links.toArray(ActionLink[]::new)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    private static Arbitrary<List<ActionLink>> links() {
        Arbitrary<ActionLink> link = Arbitraries.of(
                ActionLink.to("01.01.01"),
                ActionLink.to("01.01.02").withShare(new BigDecimal("0.333")),
                ActionLink.to("02.01.01").withAmount(new BigDecimal("10.00")),
                ActionLink.to("77.01.01"));
        return link.list().ofMaxSize(3);
    }
}
