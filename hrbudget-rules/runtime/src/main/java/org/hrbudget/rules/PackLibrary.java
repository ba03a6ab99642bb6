package org.hrbudget.rules;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.rules.internal.packs.GivenPacks;
import org.hrbudget.rules.internal.packs.Library;
import org.hrbudget.rules.internal.packs.files.BundledFiles;
import org.hrbudget.text.Wording;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.RulePack;
import org.jspecify.annotations.Nullable;

/**
 * Rule packs to choose from: those that come with the library, and those a caller adds from folders, zip files or workbooks,
 * such as a reform that is being written.
 *
 * <pre>{@code
 * PackLibrary law = PackLibrary.bundled().and(Path.of("reform-2012"));
 * RulePack manual = law.select("mx-cmx", FiscalYear.of(2012), LocalDate.of(2011, 11, 15)).orElseThrow();
 * }</pre>
 *
 * <p>An added pack is text and stays text: nothing in it runs. It goes through all the checks of the packs that come along, and
 * where it fails nothing of it is loaded. Its files are read once, when it is added. Any pack is kept once it was asked for, with
 * its compiled rules and until memory is short: to choose it again for another budget costs nothing. Immutable, and safe for use
 * by several threads.
 */
public final class PackLibrary {

    private static final PackLibrary BUNDLED = new PackLibrary(new Library(new BundledFiles()), List.of());

    private final Library library;
    private final List<RulePack> given;

    private PackLibrary(Library library, List<RulePack> given) {
        this.library = library;
        this.given = given;
    }

    /** {@return the packs that come with the library} */
    public static PackLibrary bundled() {
        return BUNDLED;
    }

    /**
     * {@return these packs and one more}
     *
     * @param pack the folder of one pack, with {@code pack.properties} in it, a zip file of such a folder, or a workbook
     *     ({@code .xlsx}) with a sheet for each table, which needs {@code org.dhatim:fastexcel-reader}. What it amends must be
     *     among the packs there are; packs that amend each other are given together, see {@link #and(List)}.
     * @throws RulePackException if it cannot be read, its files are at fault, its rules do not say what its examples expect, or
     *     it contradicts the packs there are; this library is as it was and stays usable
     */
    public PackLibrary and(Path pack) {
        return and(List.of(pack));
    }

    /**
     * {@return these packs and some more} They are checked together: their order does not matter, one may amend another, and the
     * faults of all are told at once.
     *
     * @param packs folders, zip files or workbooks of one pack each, see {@link #and(Path)}
     * @throws RulePackException if one of them cannot be used, in which case none is; this library is as it was
     */
    public PackLibrary and(List<Path> packs) {
        if (packs.isEmpty()) {
            return this;
        }
        GivenPacks added = GivenPacks.load(library, packs);
        List<RulePack> all = new ArrayList<>(given);
        all.addAll(added.packs());
        return new PackLibrary(added.library(), List.copyOf(all));
    }

    /** {@return the packs that were added, in the order in which they were} */
    public List<RulePack> given() {
        return given;
    }

    /**
     * {@return the pack that governs a fiscal year by the law of a day, or the reason why there is none} See
     * {@link RulePacks#select}.
     *
     * @param jurisdiction whose law, such as {@code mx-cmx}
     * @param year the fiscal year of the budget, which is not the year it is written in
     * @param asOf the day whose law is asked for
     * @throws RulePackException if the files of the pack are at fault
     */
    public Choice select(String jurisdiction, FiscalYear year, LocalDate asOf) {
        Library.Chosen chosen = library.select(jurisdiction, year, asOf);
        return new Choice(chosen.selection(), chosen.pack().map(pack -> pack), chosen.existing(), jurisdictions());
    }

    /**
     * {@return the pack that a name asks for: of a jurisdiction, such as {@code mx-cmx}, the one that governs the year by the law of the
     * day; of a jurisdiction and a version, such as {@code mx-cmx/2011.2}, that one whatever the law of the day has}
     *
     * <p>Where the law of the day has another, its manifest says so, {@link PackManifest.Selection.Reason#NAMED}; where it does not
     * govern the year, it finds no more than warnings.
     *
     * @param name the name
     * @param year the fiscal year of the budget
     * @param asOf the day whose law is asked for
     * @throws RulePackException if none governs or there is no such version, or its files are at fault
     */
    public RulePack named(String name, FiscalYear year, LocalDate asOf) {
        int slash = name.indexOf('/');
        if (slash < 0) {
            return select(name, year, asOf).orElseThrow();
        }
        return library.named(name.substring(0, slash), name.substring(slash + 1), year, asOf);
    }

    /**
     * {@return a pack by its version, whatever it governs}
     *
     * @param jurisdiction whose law, such as {@code mx-cmx}
     * @param version the version, such as {@code 2011.2}
     * @throws RulePackException if there is no such pack, or its files are at fault
     */
    public RulePack load(String jurisdiction, String version) {
        return library.load(jurisdiction, version);
    }

    /**
     * {@return the packs that follow on a selection, in the order in which they take effect} These are the later versions, and
     * those that amend the one chosen, that will be chosen for the same fiscal year on a later day, or for a later fiscal year: each
     * with the selection of its first moment in its manifest. A version that is replaced before it could be chosen is not among
     * them. A day that no source gives does not keep a version back.
     *
     * @param selection what was chosen, from {@link Choice#selection()}
     * @throws RulePackException if the files of a pack are at fault
     */
    public List<RulePack> upcoming(PackManifest.Selection selection) {
        return List.copyOf(library.upcoming(selection));
    }

    /**
     * {@return which budgets fall to which pack, by fiscal year and then by day, from the first fiscal year of a pack to the year after
     * its last; empty where there is no such pack} No rules are read for it.
     *
     * @param pack what the pack says of itself
     * @throws RulePackException if a manifest is at fault, or packs contradict each other
     */
    public List<Reach> reach(PackManifest pack) {
        return library.reach(pack);
    }

    /** {@return the jurisdictions that have packs, in alphabetical order} */
    public List<String> jurisdictions() {
        return library.jurisdictions();
    }

    /**
     * {@return what the packs of a jurisdiction say of themselves, the oldest version first; empty where there is no such
     * jurisdiction} The manifests are read without the rules, and so without checksums.
     *
     * @param jurisdiction whose law, such as {@code mx-cmx}
     * @throws RulePackException if a manifest is at fault, or packs contradict each other
     */
    public List<PackManifest> versions(String jurisdiction) {
        return library.versions(jurisdiction);
    }

    /**
     * {@return what all packs say of themselves, by jurisdiction and the oldest version first} See {@link #versions}.
     *
     * @throws RulePackException if a manifest is at fault, or packs contradict each other
     */
    public List<PackManifest> manifests() {
        return jurisdictions().stream()
                .flatMap(jurisdiction -> versions(jurisdiction).stream())
                .toList();
    }

    /**
     * The pack to which the budgets of some fiscal years fall by the law of some days, or why they fall to none.
     *
     * @param firstFiscalYear the first of the fiscal years
     * @param lastFiscalYear the last, inclusive; {@code null} where they have no end
     * @param from the first day; {@code null} where they have no beginning
     * @param until the last day, inclusive; {@code null} where they have no end
     * @param version the version of the pack; {@code null} where none is chosen
     * @param reason why that version, or why none
     * @param revived whether the pack that was asked about amends that version, and has ended
     */
    public record Reach(
            FiscalYear firstFiscalYear,
            @Nullable FiscalYear lastFiscalYear,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String version,
            PackManifest.Selection.Reason reason,
            boolean revived) {}

    /** The pack that was chosen for a budget, or why there is none. Immutable. */
    public static final class Choice {

        private static final Wording WORDING = Wording.beside(Choice.class, "choices");

        private final PackManifest.Selection selection;
        private final Optional<RulePack> pack;
        private final List<PackManifest> existing;
        private final List<String> jurisdictions;

        Choice(
                PackManifest.Selection selection,
                Optional<RulePack> pack,
                List<PackManifest> existing,
                List<String> jurisdictions) {
            this.selection = selection;
            this.pack = pack;
            this.existing = List.copyOf(existing);
            this.jurisdictions = List.copyOf(jurisdictions);
        }

        /** {@return what was chosen and why, and why the other versions were not} */
        public PackManifest.Selection selection() {
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
            List<Bilingual> packs = existing.stream().map(Choice::described).toList();
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
}
