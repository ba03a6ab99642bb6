package org.hrbudget.comparison;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import org.hrbudget.model.AmountKind;
import org.hrbudget.validation.Finding;
import org.jspecify.annotations.Nullable;

/**
 * The words of a comparison in one language.
 *
 * @param locale the reader's locale
 */
record ComparisonWords(Locale locale) {

    static ComparisonWords of(ComparisonDocument document) {
        return new ComparisonWords(Locale.forLanguageTag(document.language()));
    }

    String say(String key, String... namesAndValues) {
        return BudgetComparison.WORDING.of(key, namesAndValues).in(locale);
    }

    String kind(AmountKind kind) {
        return say("amount." + kind);
    }

    /** {@return what one side is called beside the other: its year where that tells them apart, and its stage where that does} */
    String label(ComparisonDocument.Side side, ComparisonDocument.Side other, boolean before) {
        boolean years = side.fiscalYear() != null
                && other.fiscalYear() != null
                && !Objects.equals(side.fiscalYear(), other.fiscalYear());
        boolean kinds = side.amount() != other.amount();
        if (!years && !kinds) {
            return say(before ? "side.before" : "side.after");
        }
        String year = years ? String.valueOf(side.fiscalYear()) : "";
        return (year + (kinds ? " " + kind(side.amount()) : "")).strip();
    }

    /** {@return the money of a currency, in words where there are any} */
    String money(String currency) {
        return BudgetComparison.WORDING
                .find("money." + currency)
                .map(text -> text.in(locale))
                .orElse(currency);
    }

    /** {@return in what money the nominal amounts are} */
    String nominalIn(ComparisonDocument document) {
        return say(
                document.deflator() == null ? "unit.not-adjusted" : "unit.each-year",
                "money",
                money(document.currency()));
    }

    /** {@return what the last part of a change is called; never real without an index} */
    String growth(ComparisonDocument document) {
        return say(document.deflator() == null ? "part.other" : "part.growth");
    }

    /** {@return what the change of a whole table is made of, as a sentence} */
    String explained(ComparisonDocument document, ComparisonDocument.Table table) {
        ComparisonDocument.Explained parts = table.total().explained();
        BigDecimal moved = table.groups().stream()
                .map(group -> new BigDecimal(group.explained().moved()).max(BigDecimal.ZERO))
                .reduce(Side.ZERO, BigDecimal::add);
        return say(
                document.deflator() == null ? "explained.not-adjusted" : "explained.real",
                "change",
                signed(table.total().nominal().change()),
                "prices",
                signed(parts.prices()),
                "moved",
                shown(moved.toPlainString()),
                "coverage",
                signed(parts.coverage()),
                "growth",
                signed(parts.growth()));
    }

    /** {@return which index what is real rests on, where it is from, and its numbers} */
    String deflator(ComparisonDocument document, ComparisonDocument.Series index) {
        return say(
                "deflator",
                "index",
                index.name(),
                "source",
                source(index),
                "before",
                label(document.before(), document.after(), true) + ": " + bare(index.before()),
                "after",
                label(document.after(), document.before(), false) + ": " + bare(index.after()),
                "year",
                String.valueOf(index.baseYear()));
    }

    /** {@return which population amounts are shared among, where it is from, and its numbers} */
    String population(ComparisonDocument document, ComparisonDocument.Series people) {
        return say(
                "population",
                "series",
                people.name(),
                "source",
                source(people),
                "before",
                label(document.before(), document.after(), true) + ": " + bare(people.before()),
                "after",
                label(document.after(), document.before(), false) + ": " + bare(people.after()));
    }

    private static String bare(String number) {
        return new BigDecimal(number).stripTrailingZeros().toPlainString();
    }

    private String source(ComparisonDocument.Series series) {
        String source = series.source();
        return source == null ? say("source.none") : source;
    }

    /** {@return what a group is called} */
    String name(ComparisonDocument.Table table, ComparisonDocument.Group group) {
        return switch (group.kind()) {
            case GROUP -> {
                String named = group.name() == null ? group.code() : group.code() + " " + group.name();
                yield table.by() == BudgetComparison.Dimension.CHAPTER
                        ? say("group.chapter", "code", group.code())
                        : named;
            }
            case NONE -> say("group.none." + table.by());
            case OVERLAP -> say("group.overlap." + table.by());
            case TOTAL -> say("group.total");
        };
    }

    static String whole(long count) {
        String grouped = Finding.Detail.grouped(BigDecimal.valueOf(count));
        return grouped.substring(0, grouped.indexOf('.'));
    }

    /** {@return an amount with its thousands separated} */
    static String shown(String amount) {
        return Finding.Detail.grouped(new BigDecimal(amount));
    }

    /** {@return a change, with its sign also where it is above zero} */
    static String signed(@Nullable String amount) {
        if (amount == null) {
            return "\u2014";
        }
        return (new BigDecimal(amount).signum() > 0 ? "+" : "") + shown(amount);
    }

    static String percent(@Nullable String fraction) {
        return fraction == null ? "\u2014" : Finding.Detail.percent(new BigDecimal(fraction));
    }

    static String signedPercent(@Nullable String fraction) {
        return fraction == null
                ? "\u2014"
                : (new BigDecimal(fraction).signum() > 0 ? "+" : "") + Finding.Detail.percent(new BigDecimal(fraction));
    }
}
