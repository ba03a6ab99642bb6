package org.hrbudget.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hrbudget.io.BudgetReadException;
import org.hrbudget.io.BudgetSource;
import org.hrbudget.io.Input;
import org.hrbudget.io.YearlySeries;
import org.hrbudget.io.spi.LineReader;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.text.Wording;
import org.jspecify.annotations.Nullable;

/**
 * Compares two budgets, of two years or of two stages of one, and explains each change.
 *
 * <p>Like is compared with like: the amounts of both sides are of one kind unless {@link #amounts} asks for two, and then the document
 * says so. Without a {@link #deflator} nothing is called real.
 *
 * <p>The change of a group is the sum, exactly, of four parts. All but the first are in the prices of the later of the two years:
 *
 * <ul>
 *   <li><b>prices</b>: what the money of the earlier year would be at the prices of the later one, less what it was; before &times;
 *       (ratio of the indices &minus; 1), rounded half up to the cent. Negative where the later year is the one before; absent without a
 *       deflator;
 *   <li><b>moved</b>: money of lines that left one group for another. A line is known by unit, function, programme, object, source of
 *       funding, type, results and identifier digit, without what the groups are made by: without the unit among units, without the object
 *       among chapters. It moved where it is under exactly one group before and not after, and under exactly one after and not before;
 *       what moved is the lesser of its two amounts. Over all groups it comes to zero;
 *   <li><b>coverage</b>: what is left in a group that one of the budgets does not have at all;
 *   <li><b>growth</b>: the rest. Real growth where there is a deflator, and else other change that is not adjusted for prices.
 * </ul>
 *
 * To exchange the two budgets turns the sign of each part, unless so many lines differ that not all were followed, which the document
 * says.
 *
 * <pre>{@code
 * BudgetSource before = Budgets.read(Path.of("2009.csv"), Layout.named("mx-federal-cuenta-publica"));
 * BudgetSource after = Budgets.read(Path.of("2010.csv"), Layout.named("mx-federal-cuenta-publica"));
 * ComparisonDocument document = BudgetComparison.of(before, after)
 *         .deflator(YearlySeries.read(Path.of("inpc.csv")))
 *         .baseYear(FiscalYear.of(2010))
 *         .compare(Locale.ENGLISH);
 * document.write(ComparisonDocument.Form.HTML, out);
 * }</pre>
 *
 * <p>Both budgets are read once, line by line; memory grows with groups, and up to a limit with lines that can be told apart. Not safe
 * for use by several threads.
 */
public final class BudgetComparison {

    static final Wording WORDING = Wording.beside(BudgetComparison.class, "words");

    /** What groups are made by. */
    public enum Dimension {
        /** The unit that spends. */
        UNIT,
        /** The chapter of the object of expenditure: the first of its digits, {@code 1000} for {@code 1131}. */
        CHAPTER,
        /** The right or population group that the actions of a line belong to. Needs a programme. */
        RIGHT,
        /** The action of the human-rights programme; without a programme, as lines write it. */
        ACTION
    }

    /** Two budgets that cannot be compared as was asked: their currencies, their kinds of amount, their years. */
    public static final class NotComparableException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final Bilingual text;

        NotComparableException(Bilingual text) {
            super(text.en());
            this.text = text;
        }

        /** {@return why, and what to do} */
        public Bilingual text() {
            return text;
        }
    }

    private final BudgetSource before;
    private final BudgetSource after;
    private Set<Dimension> dimensions = EnumSet.allOf(Dimension.class);
    private @Nullable AmountKind kindBefore;
    private @Nullable AmountKind kindAfter;
    private final List<YearlySeries> deflators = new ArrayList<>();
    private @Nullable FiscalYear baseYear;
    private @Nullable YearlySeries population;
    private Map<String, SortedSet<String>> successions = Map.of();
    private @Nullable HumanRightsProgramme programme;
    private int mostFollowed = LineTrail.MOST;

    private BudgetComparison(BudgetSource before, BudgetSource after) {
        this.before = Objects.requireNonNull(before, "before");
        this.after = Objects.requireNonNull(after, "after");
    }

    /**
     * {@return a comparison of two budgets}
     *
     * @param before the budget that changes are counted from
     * @param after the budget that they lead to
     */
    public static BudgetComparison of(BudgetSource before, BudgetSource after) {
        return new BudgetComparison(before, after);
    }

    /**
     * Sets what groups are made by; without this, by all that there are.
     *
     * @param first one of them
     * @param others others
     * @return this
     */
    public BudgetComparison by(Dimension first, Dimension... others) {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(others, "others");
        dimensions = EnumSet.of(first, others);
        return this;
    }

    /**
     * Sets what amounts are compared; without this, of both budgets the one that stands for a line's money in their phase.
     *
     * @param ofBefore the kind on the one side
     * @param ofAfter the kind on the other; where it is another, the document says so
     * @return this
     */
    public BudgetComparison amounts(AmountKind ofBefore, AmountKind ofAfter) {
        kindBefore = Objects.requireNonNull(ofBefore, "ofBefore");
        kindAfter = Objects.requireNonNull(ofAfter, "ofAfter");
        return this;
    }

    /**
     * Adds an index of prices. The first is the one that counts; of each other the document says where it would turn the sign of a change.
     *
     * @param index the index
     * @return this
     */
    public BudgetComparison deflator(YearlySeries index) {
        deflators.add(Objects.requireNonNull(index, "index"));
        return this;
    }

    /**
     * Sets the year in whose prices real amounts are; without this, the later of the two.
     *
     * @param year the year
     * @return this
     */
    public BudgetComparison baseYear(FiscalYear year) {
        baseYear = Objects.requireNonNull(year, "year");
        return this;
    }

    /**
     * Sets how many people amounts are shared among.
     *
     * @param people the population of each year
     * @return this
     */
    public BudgetComparison population(YearlySeries people) {
        population = Objects.requireNonNull(people, "people");
        return this;
    }

    /**
     * Sets which units took the place of others. A unit that several took the place of is left as it is, and the document says so.
     *
     * @param table the codes that others took the place of, each with those that did
     * @return this
     */
    public BudgetComparison successions(Map<String, SortedSet<String>> table) {
        Objects.requireNonNull(table, "table");
        TreeMap<String, SortedSet<String>> copy = new TreeMap<>();
        table.forEach((from, to) -> copy.put(from, new TreeSet<>(to)));
        successions = copy;
        return this;
    }

    /**
     * Reads which units took the place of others: CSV in UTF-8 or a workbook with the columns {@code from} ({@code de},
     * {@code anterior}) and {@code to} ({@code a}, {@code nueva}). Several units may become one; one that became several has a row for each
     * and is followed nowhere, because nothing says which part of it went where. Chains are followed to their end.
     *
     * @param input the table
     * @return this
     * @throws BudgetReadException if it cannot be read, or a row is wrong, comes twice or leads back to its beginning
     */
    public BudgetComparison successions(Input input) {
        return successions(Successions.read(Objects.requireNonNull(input, "input")));
    }

    /**
     * Sets the programme that links of both budgets are looked up in.
     *
     * @param value the programme
     * @return this
     */
    public BudgetComparison programme(HumanRightsProgramme value) {
        programme = Objects.requireNonNull(value, "value");
        return this;
    }

    BudgetComparison mostFollowed(int lines) {
        mostFollowed = lines;
        return this;
    }

    /**
     * {@return what changed}
     *
     * @param locale the reader's locale: Spanish or else English
     * @throws BudgetReadException if nothing can be read of one of the budgets, or a series lacks a year that is needed
     * @throws NotComparableException if the two cannot be compared as was asked
     */
    public ComparisonDocument compare(Locale locale) {
        Objects.requireNonNull(locale, "locale");
        if (baseYear != null && deflators.isEmpty()) {
            throw refusal("refused.base-year", "year", baseYear.toString());
        }
        Grouping grouping = new Grouping(asked(), programme, new Successions(successions), mostFollowed);
        Sides sides;
        try (LineReader one = before.open();
                LineReader other = after.open()) {
            AmountKind[] kinds = kinds(one.header(), other.header());
            sides = new Sides(
                    Side.read(one, kinds[0], grouping, Side.BEFORE), Side.read(other, kinds[1], grouping, Side.AFTER));
        }
        sides.requireAmounts();
        Prices prices = Prices.of(deflators, baseYear, sides);
        return new Conclusion(grouping, sides, prices, population, programme, dimensions, locale).document();
    }

    /** What can be told at all. */
    private Set<Dimension> asked() {
        Set<Dimension> possible = EnumSet.copyOf(dimensions);
        if (programme == null) {
            possible.remove(Dimension.RIGHT);
        }
        if (possible.isEmpty()) {
            throw refusal("refused.right");
        }
        return possible;
    }

    private AmountKind[] kinds(BudgetHeader one, BudgetHeader other) {
        if (!one.currency().equals(other.currency())) {
            throw refusal("refused.currency", "before", one.currency(), "after", other.currency());
        }
        AmountKind[] kinds = {
            kindBefore == null ? one.phase().basis() : kindBefore,
            kindAfter == null ? other.phase().basis() : kindAfter
        };
        if (kindBefore == null && kinds[0] != kinds[1]) {
            throw new NotComparableException(
                    WORDING.of("refused.basis", Map.of("before", kindWord(kinds[0]), "after", kindWord(kinds[1]))));
        }
        requireReported(one, kinds[0], "before");
        requireReported(other, kinds[1], "after");
        return kinds;
    }

    private static void requireReported(BudgetHeader header, AmountKind kind, String side) {
        if (!header.phase().reports(kind)) {
            throw new NotComparableException(WORDING.of("refused.phase-" + side, Map.of("kind", kindWord(kind))));
        }
    }

    static Bilingual kindWord(AmountKind kind) {
        return WORDING.of("amount." + kind);
    }

    static NotComparableException refusal(String key, String... namesAndValues) {
        return new NotComparableException(WORDING.of(key, namesAndValues));
    }

    @Override
    public String toString() {
        return "BudgetComparison" + Arrays.asList(dimensions.toArray());
    }
}
