package org.hrbudget.rules;

import java.time.LocalDate;
import java.util.List;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.RulePack;

/**
 * The rule packs that come with the library: finds the one that governs a budget, checks it and loads it.
 *
 * <pre>{@code
 * RulePack manual = RulePacks.select("mx-cmx", FiscalYear.of(2011), LocalDate.of(2010, 11, 15)).orElseThrow();
 * }</pre>
 *
 * <p>Nothing is kept between calls and nothing but the pack asked for is loaded. A pack is immutable and safe to share between
 * threads; loading it costs tens of milliseconds and its first evaluation compiles it, so keep it. Safe for use by several
 * threads.
 */
public final class RulePacks {

    private RulePacks() {}

    /**
     * {@return the pack that governs a fiscal year by the law of a day, or the reason why there is none}
     *
     * <p>A pack governs the fiscal years it names, both ends included. It is not yet in force before its first day in force or,
     * where no source gives that day, up to and including the day it was published; it has ended after its last day in force. Where several
     * remain, the one that amends the others governs.
     *
     * @param jurisdiction whose law, such as {@code mx-cmx} or {@code mx-fed}
     * @param year the fiscal year of the budget, which is not the year it is written in
     * @param asOf the day whose law is asked for, such as the day the budget was submitted
     * @throws RulePackException if the files of the pack are at fault
     */
    public static PackLibrary.Choice select(String jurisdiction, FiscalYear year, LocalDate asOf) {
        return PackLibrary.bundled().select(jurisdiction, year, asOf);
    }

    /**
     * {@return a pack by its version, whatever it governs}
     *
     * @param jurisdiction whose law, such as {@code mx-cmx}
     * @param version the version, such as {@code 2011.2}
     * @throws RulePackException if there is no such pack, or its files are at fault
     */
    public static RulePack load(String jurisdiction, String version) {
        return PackLibrary.bundled().load(jurisdiction, version);
    }

    /**
     * {@return the packs that follow on a selection, in the order in which they take effect} See {@link PackLibrary#upcoming}.
     *
     * @param selection what was chosen, from {@link PackLibrary.Choice#selection()}
     * @throws RulePackException if the files of a pack are at fault
     */
    public static List<RulePack> upcoming(PackManifest.Selection selection) {
        return PackLibrary.bundled().upcoming(selection);
    }

    /** {@return the jurisdictions that have packs, in alphabetical order} */
    public static List<String> jurisdictions() {
        return PackLibrary.bundled().jurisdictions();
    }

    /**
     * {@return what the packs of a jurisdiction say of themselves, the oldest version first; empty where there is no such
     * jurisdiction} The manifests are read without the rules, and so without checksums.
     *
     * @param jurisdiction whose law, such as {@code mx-cmx}
     * @throws RulePackException if a manifest is at fault, or packs contradict each other
     */
    public static List<PackManifest> versions(String jurisdiction) {
        return PackLibrary.bundled().versions(jurisdiction);
    }

    /**
     * {@return what all packs say of themselves, by jurisdiction and the oldest version first} See {@link #versions}.
     *
     * @throws RulePackException if a manifest is at fault, or packs contradict each other
     */
    public static List<PackManifest> manifests() {
        return PackLibrary.bundled().manifests();
    }
}
