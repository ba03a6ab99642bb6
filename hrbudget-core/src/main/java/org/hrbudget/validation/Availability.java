package org.hrbudget.validation;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.DataItem;

/** Which data a validation can count on, and why not the rest. */
final class Availability {

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
            DataItem.RESULTS_MATRIX);

    private final BudgetPhase phase;
    private final Set<DataItem> items;

    /**
     * @param phase the last phase the budget reports
     * @param promised what its source promises
     * @param given what the caller gives beside it
     */
    Availability(BudgetPhase phase, Set<DataItem> promised, Set<DataItem> given) {
        this.phase = phase;
        this.items = EnumSet.noneOf(DataItem.class);
        items.addAll(promised);
        items.removeAll(GIVEN_BY_CALLER);
        // Follows from the amount of the phase.
        items.remove(DataItem.AMOUNT);
        items.addAll(given);
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

    /** {@return why a rule does not apply: the first item it needs that is not available; empty where all are} */
    Optional<Bilingual> lacking(Rule rule) {
        return EnumSet.allOf(DataItem.class).stream()
                .filter(item -> rule.needs().contains(item) && !items.contains(item))
                .findFirst()
                .map(this::whyNot);
    }

    private Bilingual whyNot(DataItem item) {
        for (AmountKind kind : AmountKind.values()) {
            if (DataItem.of(kind) == item && !phase.reports(kind)) {
                return Texts.WORDING.of(
                        "phase-does-not-report",
                        Map.of("phase", Texts.WORDING.of("phase." + word(phase)), "item", name(item)));
            }
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

    private static Bilingual name(DataItem item) {
        return Texts.WORDING.of("item." + item.word());
    }

    private static String word(BudgetPhase phase) {
        return phase.name().toLowerCase(Locale.ROOT);
    }
}
