package org.hrbudget.rules;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hrbudget.model.Bilingual;
import org.hrbudget.text.Wording;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.PackSelection;
import org.hrbudget.validation.RulePack;
import org.jspecify.annotations.Nullable;

/** The pack that was chosen for a budget, or why there is none. Immutable. */
public final class PackChoice {

    private static final Wording WORDING = Wording.beside(PackChoice.class, "choices");

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

    /** {@return a sentence or two that say why none was chosen and what there is instead} */
    private Bilingual explanation() {
        String reason = switch (selection.reason()) {
            case UNKNOWN_JURISDICTION, NOT_YET_IN_FORCE, ENDED, GAP ->
                selection.reason().name();
            default -> "OTHER_FISCAL_YEARS";
        };
        Map<String, Bilingual> values = new HashMap<>();
        values.put("jurisdiction", same(selection.jurisdiction()));
        values.put("year", same(selection.fiscalYear().toString()));
        values.put("day", same(selection.asOf().toString()));
        values.put("reason", same(selection.reason().name()));
        values.put("known", same(String.join(", ", jurisdictions)));
        values.put("existing", existing());
        return new Bilingual(
                WORDING.of("none", values).en() + " "
                        + WORDING.of(reason, values).en(),
                WORDING.of("none", values).es() + " "
                        + WORDING.of(reason, values).es());
    }

    private static Bilingual same(String text) {
        return new Bilingual(text, text);
    }

    private Bilingual existing() {
        List<Bilingual> packs = existing.stream().map(PackChoice::described).toList();
        return new Bilingual(
                packs.stream().map(Bilingual::en).collect(Collectors.joining("; ")),
                packs.stream().map(Bilingual::es).collect(Collectors.joining("; ")));
    }

    private static Bilingual described(PackManifest pack) {
        Map<String, Bilingual> values = new HashMap<>();
        values.put("version", same(pack.version()));
        values.put("years", same(pack.fiscalYears()));
        values.put("from", day("existing.from", pack.inForceFrom()));
        values.put("published", day("existing.published", pack.inForceFrom() == null ? pack.published() : null));
        values.put("until", day("existing.until", pack.inForceTo()));
        return WORDING.of("existing", values);
    }

    private static Bilingual day(String key, @Nullable LocalDate day) {
        return day == null ? same("") : WORDING.of(key, "day", day.toString());
    }

    /** {@return the version chosen, or the reason why none was} */
    @Override
    public String toString() {
        return pack.isPresent()
                ? selection.jurisdiction() + " " + selection.version()
                : explanation().en();
    }
}
