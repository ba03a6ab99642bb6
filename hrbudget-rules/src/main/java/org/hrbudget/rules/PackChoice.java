package org.hrbudget.rules;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.PackSelection;
import org.hrbudget.validation.RulePack;

/** The pack that was chosen for a budget, or why there is none. Immutable. */
public final class PackChoice {

    private final PackSelection selection;
    private final Optional<RulePack> pack;
    private final List<PackManifest> existing;
    private final List<String> jurisdictions;

    PackChoice(
            PackSelection selection, Optional<RulePack> pack, List<PackManifest> existing, List<String> jurisdictions) {
        this.selection = selection;
        this.pack = pack;
        this.existing = List.copyOf(existing);
        this.jurisdictions = List.copyOf(jurisdictions);
    }

    /** {@return what was chosen and why, and why the other versions were not} */
    public PackSelection selection() {
        return selection;
    }

    /** {@return the pack, if one governs; its manifest carries the selection} */
    public Optional<RulePack> pack() {
        return pack;
    }

    /**
     * {@return the pack}
     *
     * @throws RulePackException if none governs, with the reason and what there is instead
     */
    public RulePack orElseThrow() {
        return pack.orElseThrow(() -> new RulePackException(explanation()));
    }

    /** {@return a sentence or two that say which pack was chosen, or why none was and what there is instead} */
    private String explanation() {
        String asked = "No rule pack of " + selection.jurisdiction() + " governs fiscal year " + selection.fiscalYear()
                + " by the law of " + selection.asOf() + " (" + selection.reason() + "): ";
        return asked
                + switch (selection.reason()) {
                    case UNKNOWN_JURISDICTION ->
                        "there is no such jurisdiction.\nMaybe one of these was meant: "
                                + String.join(", ", jurisdictions) + ".";
                    case NOT_YET_IN_FORCE ->
                        "it was not published or in force yet.\nMaybe the as-of date was meant later. There is: "
                                + existing() + ".";
                    case ENDED ->
                        "it was no longer in force.\nMaybe the as-of date was meant earlier. There is: " + existing()
                                + ".";
                    default ->
                        "no pack names that fiscal year.\nMaybe another fiscal year was meant. There is: " + existing()
                                + ".";
                };
    }

    private String existing() {
        return existing.stream().map(PackChoice::described).collect(Collectors.joining("; "));
    }

    private static String described(PackManifest pack) {
        StringBuilder text = new StringBuilder(pack.version() + " for fiscal years " + pack.firstFiscalYear() + "-");
        if (pack.lastFiscalYear() != null) {
            text.append(pack.lastFiscalYear());
        }
        if (pack.inForceFrom() != null) {
            text.append(", in force from ").append(pack.inForceFrom());
        } else if (pack.published() != null) {
            text.append(", published ").append(pack.published());
        }
        return pack.inForceTo() == null
                ? text.toString()
                : text.append(", until ").append(pack.inForceTo()).toString();
    }

    /** {@return the version chosen, or the reason why none was} */
    @Override
    public String toString() {
        return pack.isPresent() ? selection.jurisdiction() + " " + selection.version() : explanation();
    }
}
