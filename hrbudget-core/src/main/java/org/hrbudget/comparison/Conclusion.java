package org.hrbudget.comparison;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hrbudget.comparison.BudgetComparison.Dimension;
import org.hrbudget.io.YearlySeries;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.report.ReportDocument;
import org.hrbudget.report.internal.JsonDocument;
import org.jspecify.annotations.Nullable;

/** Makes the document of what was added up. */
final class Conclusion {

    private static final int RATIO_DECIMALS = 10;

    private final Grouping grouping;
    private final Sides sides;
    private final Prices prices;
    private final @Nullable YearlySeries population;
    private final @Nullable HumanRightsProgramme programme;
    private final Set<Dimension> asked;
    private final Locale locale;

    Conclusion(
            Grouping grouping,
            Sides sides,
            Prices prices,
            @Nullable YearlySeries population,
            @Nullable HumanRightsProgramme programme,
            Set<Dimension> asked,
            Locale locale) {
        this.grouping = grouping;
        this.sides = sides;
        this.prices = prices;
        this.population = population;
        this.programme = programme;
        this.asked = asked;
        this.locale = locale;
    }

    ComparisonDocument document() {
        grouping.settle(prices);
        Map<Dimension, ComparisonDocument.Table> tables = new EnumMap<>(Dimension.class);
        grouping.groups().forEach((dimension, groups) -> tables.put(dimension, table(dimension, groups)));
        // A table of nothing but money under no action says nothing, and a note says why it is not there.
        boolean unlinked = tables.entrySet().removeIf(table -> isUnlinked(table.getValue()));
        ComparisonDocument.Side before = side(sides.before());
        ComparisonDocument.Side after = side(sides.after());
        Caveats caveats = new Caveats(grouping, sides, prices, before, after, locale);
        ComparisonDocument.Table actions = tables.get(Dimension.ACTION);
        return new ComparisonDocument(
                ComparisonDocument.SCHEMA_VERSION,
                ReportDocument.Tool.current(),
                locale.getLanguage().equals("es") ? "es" : "en",
                sides.before().header().currency(),
                before,
                after,
                sides.before().kind() == sides.after().kind(),
                prices.known() ? series(prices.indices().get(0)) : null,
                prices.known()
                        ? prices.indices().stream().skip(1).map(this::series).toList()
                        : List.of(),
                population == null ? null : people(population),
                List.copyOf(tables.values()),
                actions == null ? null : actions(actions),
                caveats.warnings(tables.values()),
                caveats.notes(asked, programme != null, unlinked, tables.values()));
    }

    private static boolean isUnlinked(ComparisonDocument.Table table) {
        return (table.by() == Dimension.RIGHT || table.by() == Dimension.ACTION)
                && table.groups().stream().allMatch(group -> group.kind() != ComparisonDocument.GroupKind.GROUP);
    }

    private ComparisonDocument.Side side(Side side) {
        FiscalYear year = side.year();
        return new ComparisonDocument.Side(
                side.header().jurisdiction(),
                year == null ? null : year.value(),
                side.header().phase(),
                side.kind(),
                JsonDocument.amount(side.total()),
                side.lines(),
                side.linesWithoutAmount(),
                side.account().inputs().stream()
                        .map(input -> new ComparisonDocument.Input(
                                input.name(),
                                input.sha256(),
                                input.layout(),
                                input.rowsRead(),
                                input.linesValidated(),
                                input.rowsRejected(),
                                input.rowsSkipped()))
                        .toList(),
                side.account().faults().stream()
                        .map(fault -> fault.message().in(locale))
                        .toList());
    }

    private ComparisonDocument.Series series(YearlySeries index) {
        FiscalYear base = prices.base();
        return new ComparisonDocument.Series(
                index.name(),
                index.source().orElse(null),
                index.sha256().orElse(null),
                plain(index.value(year(Side.BEFORE))),
                plain(index.value(year(Side.AFTER))),
                base == null ? null : base.value(),
                base == null ? null : plain(index.value(base)));
    }

    private ComparisonDocument.Series people(YearlySeries people) {
        return new ComparisonDocument.Series(
                people.name(),
                people.source().orElse(null),
                people.sha256().orElse(null),
                plain(people.value(year(Side.BEFORE))),
                plain(people.value(year(Side.AFTER))),
                null,
                null);
    }

    private FiscalYear year(int side) {
        return side == Side.BEFORE ? Sides.year(sides.before(), "before") : Sides.year(sides.after(), "after");
    }

    private ComparisonDocument.Table table(Dimension dimension, Groups groups) {
        Explanation.Sum sum = new Explanation.Sum();
        List<ComparisonDocument.Group> rows = new ArrayList<>();
        for (Group group : groups.sorted()) {
            Explanation explanation = Explanation.of(group, prices);
            sum.add(explanation);
            rows.add(row(
                    group.kind(),
                    group.code(),
                    name(dimension, group),
                    new long[] {group.lines(Side.BEFORE), group.lines(Side.AFTER)},
                    group.money(Side.BEFORE),
                    group.money(Side.AFTER),
                    explanation));
        }
        ComparisonDocument.Group total = row(
                ComparisonDocument.GroupKind.TOTAL,
                "",
                null,
                new long[] {sides.before().lines(), sides.after().lines()},
                sides.before().total(),
                sides.after().total(),
                sum.whole());
        return new ComparisonDocument.Table(dimension, total, rows);
    }

    private @Nullable String name(Dimension dimension, Group group) {
        HumanRightsProgramme known = programme;
        return switch (dimension) {
            case UNIT -> group.name();
            case CHAPTER -> null;
            case RIGHT ->
                known == null
                        ? null
                        : known.chapter(group.code())
                                .map(right -> locale.getLanguage().equals("es") ? right.nameEs() : right.nameEn())
                                .orElse(null);
            case ACTION ->
                known == null
                        ? null
                        : known.action(group.code())
                                .map(action -> action.title())
                                .orElse(null);
        };
    }

    private ComparisonDocument.Group row(
            ComparisonDocument.GroupKind kind,
            String code,
            @Nullable String name,
            long[] lines,
            BigDecimal before,
            BigDecimal after,
            Explanation explanation) {
        BigDecimal realBefore = prices.known() ? prices.real(before, Side.BEFORE) : null;
        BigDecimal realAfter = prices.known() ? prices.real(after, Side.AFTER) : null;
        YearlySeries people = population;
        return new ComparisonDocument.Group(
                kind,
                code,
                name,
                lines[0] == 0
                        ? ComparisonDocument.Presence.AFTER_ONLY
                        : lines[1] == 0 ? ComparisonDocument.Presence.BEFORE_ONLY : ComparisonDocument.Presence.BOTH,
                lines[0],
                lines[1],
                amounts(before, after),
                rate(before, after),
                realBefore == null || realAfter == null ? null : amounts(realBefore, realAfter),
                realBefore == null || realAfter == null ? null : rate(realBefore, realAfter),
                people == null
                        ? null
                        : change(people.perHead(before, year(Side.BEFORE)), people.perHead(after, year(Side.AFTER))),
                share(before, after),
                explanation.document(),
                prices.known() ? prices.turnedBy(before, after) : List.of());
    }

    private ComparisonDocument.@Nullable Change share(BigDecimal before, BigDecimal after) {
        BigDecimal wholeBefore = sides.before().total();
        BigDecimal wholeAfter = sides.after().total();
        return wholeBefore.signum() <= 0 || wholeAfter.signum() <= 0
                ? null
                : change(ratio(before, wholeBefore), ratio(after, wholeAfter));
    }

    private static @Nullable String rate(BigDecimal before, BigDecimal after) {
        return before.signum() <= 0 ? null : plain(ratio(after.subtract(before), before));
    }

    private static BigDecimal ratio(BigDecimal part, BigDecimal whole) {
        return part.divide(whole, RATIO_DECIMALS, RoundingMode.HALF_UP);
    }

    private static ComparisonDocument.Change amounts(BigDecimal before, BigDecimal after) {
        return new ComparisonDocument.Change(
                JsonDocument.amount(before), JsonDocument.amount(after), JsonDocument.amount(after.subtract(before)));
    }

    private static ComparisonDocument.Change change(BigDecimal before, BigDecimal after) {
        return new ComparisonDocument.Change(plain(before), plain(after), plain(after.subtract(before)));
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString();
    }

    private static ComparisonDocument.Actions actions(ComparisonDocument.Table table) {
        return new ComparisonDocument.Actions(
                count(table, ComparisonDocument.Presence.AFTER_ONLY),
                count(table, ComparisonDocument.Presence.BOTH),
                count(table, ComparisonDocument.Presence.BEFORE_ONLY));
    }

    /** {@return how many codes are in both budgets, or in one alone} */
    static long count(ComparisonDocument.Table table, ComparisonDocument.Presence presence) {
        return table.groups().stream()
                .filter(group -> group.kind() == ComparisonDocument.GroupKind.GROUP && group.presence() == presence)
                .count();
    }
}
