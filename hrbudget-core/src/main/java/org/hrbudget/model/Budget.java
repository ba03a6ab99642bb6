package org.hrbudget.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A budget in memory: its header, its lines and, optionally, what it is compared with. Immutable; made with
 * {@link #builder(BudgetHeader)}. A large file is better validated as it is read than turned into one of these.
 */
public final class Budget {

    /** The file name in the positions of lines that were not read from anywhere. */
    public static final String IN_MEMORY = "(memory)";

    private final BudgetHeader header;
    private final List<SpendingLine> lines;
    private final Set<DataItem> promises;
    private final @Nullable Baseline baseline;

    private Budget(Builder builder) {
        this.header = builder.header;
        this.lines = positioned(builder.lines);
        this.promises = Set.copyOf(builder.promises.isEmpty() ? carriedBy(lines) : builder.promises);
        this.baseline = builder.baseline;
    }

    /**
     * {@return a builder of a budget without lines}
     *
     * @param header what holds for the budget as a whole
     */
    public static Builder builder(BudgetHeader header) {
        return new Builder(Objects.requireNonNull(header, "header"));
    }

    /**
     * {@return a budget of these lines, which promise what at least one of them carries}
     *
     * <pre>{@code
     * Budget budget = Budget.of(new BudgetHeader("mx-cmx", FiscalYear.of(2011), "MXN", null, BudgetPhase.APPROVED), lines);
     * }</pre>
     *
     * @param header what holds for the budget as a whole
     * @param lines the lines
     */
    public static Budget of(BudgetHeader header, Collection<SpendingLine> lines) {
        return builder(header).lines(lines).build();
    }

    /** {@return what holds for the budget as a whole} */
    public BudgetHeader header() {
        return header;
    }

    /** {@return the lines, in the order given; each has a position} */
    public List<SpendingLine> lines() {
        return lines;
    }

    /**
     * {@return the data every line is expected to carry: as declared; else what at least one line carries, as a file of the same
     * lines would have columns for}
     *
     * <p>A system that has a place for something which no line fills declares it: of a budget that promises links and has none, each
     * line names no action; of one that does not promise them, nobody can tell.
     */
    public Set<DataItem> promises() {
        return promises;
    }

    /** {@return last year's funded actions, if given} */
    public Optional<Baseline> baseline() {
        return Optional.ofNullable(baseline);
    }

    private static List<SpendingLine> positioned(List<SpendingLine> lines) {
        List<SpendingLine> result = new ArrayList<>(lines.size());
        for (SpendingLine line : lines) {
            boolean nowhere = line.position().equals(SpendingLine.NOWHERE);
            result.add(
                    nowhere
                            ? line.toBuilder()
                                    .position(new Position(IN_MEMORY, result.size() + 1L))
                                    .build()
                            : line);
        }
        return List.copyOf(result);
    }

    private static Set<DataItem> carriedBy(List<SpendingLine> lines) {
        Set<DataItem> items = EnumSet.noneOf(DataItem.class);
        for (SpendingLine line : lines) {
            addIf(items, DataItem.LINE_ID, line.id());
            addIf(items, DataItem.FISCAL_YEAR, line.fiscalYear());
            BudgetUnit unit = line.unit();
            addIf(items, DataItem.UNIT_CODE, unit);
            addIf(items, DataItem.UNIT_KIND, unit == null ? null : unit.kind());
            addIf(items, DataItem.FUNCTIONAL_CODE, line.functionalCode());
            addIf(items, DataItem.PROGRAMME_CODE, line.programmeCode());
            addIf(items, DataItem.OBJECT_CODE, line.objectCode());
            addIf(items, DataItem.OBJECT_ITEM, line.objectCode());
            addIf(items, DataItem.LINKS, line.links().isEmpty() ? null : line);
            addIf(items, DataItem.NO_ACTION_REASON, line.noActionReason());
            addIf(items, DataItem.FUNDING_SOURCE, line.fundingSource());
            addIf(items, DataItem.SPENDING_TYPE, line.spendingType());
            addIf(items, DataItem.IDENTIFIER_DIGIT, line.identifierDigit());
            addIf(items, DataItem.RIGHTS_INFORMATION, line.rightsInformation());
            line.amounts().asMap().keySet().forEach(kind -> items.add(DataItem.of(kind)));
        }
        if (hasResultStructure(lines)) {
            items.add(DataItem.RESULT_STRUCTURE);
        }
        return items;
    }

    /** {@return whether its lines have a place for each of the three parts: each is given on one of them at least} */
    private static boolean hasResultStructure(List<SpendingLine> lines) {
        return Stream.<Function<ResultStructure, @Nullable String>>of(
                        ResultStructure::result, ResultStructure::subresult, ResultStructure::activity)
                .allMatch(part -> lines.stream().anyMatch(line -> part.apply(line.resultStructure()) != null));
    }

    private static void addIf(Set<DataItem> items, DataItem item, @Nullable Object value) {
        if (value != null) {
            items.add(item);
        }
    }

    /** Builds a {@link Budget}. Not safe for use by several threads. */
    public static final class Builder {

        private final BudgetHeader header;
        private final List<SpendingLine> lines = new ArrayList<>();
        private final Set<DataItem> promises = EnumSet.noneOf(DataItem.class);
        private @Nullable Baseline baseline;

        private Builder(BudgetHeader header) {
            this.header = header;
        }

        /**
         * Adds a line. One without a position gets its place in this budget.
         *
         * @param line the line
         * @return this builder
         */
        public Builder line(SpendingLine line) {
            lines.add(Objects.requireNonNull(line, "line"));
            return this;
        }

        /**
         * Adds lines.
         *
         * @param more the lines
         * @return this builder
         */
        public Builder lines(Collection<SpendingLine> more) {
            Objects.requireNonNull(more, "lines").forEach(this::line);
            return this;
        }

        /**
         * Declares the data every line is expected to carry, so that its absence is noticed. Without this, see
         * {@link Budget#promises()}.
         *
         * @param items the items
         * @return this builder
         */
        public Builder promises(Set<DataItem> items) {
            Objects.requireNonNull(items, "promises");
            promises.addAll(items);
            return this;
        }

        /**
         * Sets last year's funded actions.
         *
         * @param value the baseline
         * @return this builder
         */
        public Builder baseline(Baseline value) {
            Objects.requireNonNull(value, "baseline");
            this.baseline = value;
            return this;
        }

        /** {@return the budget} */
        public Budget build() {
            return new Budget(this);
        }
    }
}
