package org.hrbudget.validation.internal;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.DataItem;
import org.hrbudget.validation.LedgerEntry;
import org.hrbudget.validation.Rule;
import org.jspecify.annotations.Nullable;

/** Which data a validation can count on, and why not the rest. */
public final class Availability {

    /**
     * What only the caller can give: counting on a programme that is not there would make every unit one that links nothing,
     * and counting on a document, one that filed nothing.
     */
    private static final Set<DataItem> GIVEN_BY_CALLER = EnumSet.of(
            DataItem.PROGRAMME,
            DataItem.ITEM_CATALOGUE,
            DataItem.BASELINE,
            DataItem.POLICY_FRAMEWORKS,
            DataItem.UNIT_ACTION_LIST,
            DataItem.GOALS,
            DataItem.INDICATORS,
            DataItem.RESULTS_MATRIX,
            DataItem.DEFLATOR,
            DataItem.WHOLE_BUDGET);

    private final BudgetPhase phase;
    private final Set<DataItem> items;
    private final boolean baselineLacksUnits;

    /**
     * @param header the phase and the scope of the budget
     * @param promised what its source promises
     * @param given what the caller gives beside it
     * @param baseline last year's funded actions, if given
     */
    public Availability(BudgetHeader header, Set<DataItem> promised, Set<DataItem> given, @Nullable Baseline baseline) {
        this.phase = header.phase();
        boolean whole = header.scope() == BudgetHeader.Scope.WHOLE;
        // What one unit dropped cannot be told from what the whole government funded.
        this.baselineLacksUnits = baseline != null && !whole && !baseline.isByUnit();
        this.items = EnumSet.noneOf(DataItem.class);
        items.addAll(promised);
        items.removeAll(GIVEN_BY_CALLER);
        // Follows from the amount of the phase.
        items.remove(DataItem.AMOUNT);
        items.addAll(given);
        if (baseline != null && !baselineLacksUnits) {
            items.add(DataItem.BASELINE);
        }
        if (whole) {
            items.add(DataItem.WHOLE_BUDGET);
        }
        if (promised.contains(DataItem.of(phase.basis()))) {
            items.add(DataItem.AMOUNT);
        }
        for (AmountKind kind : AmountKind.values()) {
            if (!phase.reports(kind)) {
                items.remove(DataItem.of(kind));
            }
        }
    }

    /** {@return the data that can be counted on} */
    Set<DataItem> items() {
        return Set.copyOf(items);
    }

    /**
     * Why a rule could not be judged at all.
     *
     * @param outcome {@link LedgerEntry.Outcome#NOT_APPLICABLE} where the law does not ask here, else
     *     {@link LedgerEntry.Outcome#UNDETERMINED}
     * @param reason which data it lacks, and what would let it be judged
     */
    public record Lack(LedgerEntry.Outcome outcome, Bilingual reason) {}

    /** {@return why a rule cannot be judged; empty where all it needs is there} */
    public Optional<Lack> lacking(Rule rule) {
        List<DataItem> lacking = EnumSet.allOf(DataItem.class).stream()
                .filter(item -> rule.needs().contains(item) && !items.contains(item))
                .toList();
        if (lacking.isEmpty()) {
            return Optional.empty();
        }
        for (DataItem item : lacking) {
            Bilingual notAsked = notAsked(item);
            if (notAsked != null) {
                return Optional.of(new Lack(LedgerEntry.Outcome.NOT_APPLICABLE, notAsked));
            }
        }
        // All at once: who mends one and then meets the next has been told too little.
        return Optional.of(new Lack(
                LedgerEntry.Outcome.UNDETERMINED,
                lacking.stream()
                        .map(this::notGiven)
                        .distinct()
                        .reduce(Availability::joined)
                        .orElseThrow()));
    }

    /** {@return why the law does not ask for an item here, or {@code null} where it does} */
    private @Nullable Bilingual notAsked(DataItem item) {
        for (AmountKind kind : AmountKind.values()) {
            if (DataItem.of(kind) == item && !phase.reports(kind)) {
                return Texts.WORDING.of(
                        "phase-does-not-report",
                        Map.of("phase", Texts.WORDING.of("phase." + word(phase)), "item", name(item)));
            }
        }
        return item == DataItem.WHOLE_BUDGET ? Texts.WORDING.of("one-unit") : null;
    }

    private Bilingual notGiven(DataItem item) {
        if (item == DataItem.BASELINE && baselineLacksUnits) {
            return Texts.WORDING.of("baseline-not-by-unit");
        }
        if (GIVEN_BY_CALLER.contains(item)) {
            return Texts.WORDING.of("not-given." + item.word());
        }
        return switch (item) {
            case LINKS -> Texts.WORDING.of("no-links");
            case OBJECT_ITEM -> Texts.WORDING.of("concept-level");
            default -> Texts.WORDING.of("not-promised", Map.of("item", name(item)));
        };
    }

    private static Bilingual joined(Bilingual one, Bilingual other) {
        return new Bilingual(one.en() + " " + other.en(), one.es() + " " + other.es());
    }

    private static Bilingual name(DataItem item) {
        return Texts.WORDING.of("item." + item.word());
    }

    private static String word(BudgetPhase phase) {
        return phase.name().toLowerCase(Locale.ROOT);
    }
}
