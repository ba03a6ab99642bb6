package org.hrbudget.rules.authoring;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.hrbudget.model.Bilingual;
import org.hrbudget.rules.PackLibrary;
import org.hrbudget.rules.RulePackException;
import org.hrbudget.rules.authoring.internal.diff.Succession;
import org.hrbudget.rules.internal.packs.OpenPack;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.RulePack;
import org.jspecify.annotations.Nullable;

/**
 * All that is wrong with a pack of rules: with its manifest, its rules, its tables, its texts and its examples, in one run. What only
 * follows from another fault is not told. A pack without faults is one that {@link PackLibrary#and} takes. Immutable.
 *
 * <pre>{@code
 * PackCheck check = PackCheck.of(Path.of("reform-2012"));
 * check.faults().forEach(fault -> System.out.println(fault.message(Locale.forLanguageTag("es"))));
 * }</pre>
 *
 * @param pack jurisdiction and version, such as {@code mx-cmx 2012.1}; the place as given where the pack has faults
 * @param amends the version it amends, such as {@code mx-cmx/2011.2}; {@code null} where it amends none, or has faults
 * @param rules how many rules it has, inherited ones among them; 0 where it has faults
 * @param examples how many examples were run, inherited ones among them; 0 where it has faults
 * @param limits how many comparisons with a limit were found to have examples at the limit and beside it; 0 where it has faults
 * @param reach which budgets fall to it and which to others, see {@link PackLibrary#reach}; empty where it has faults, or where it was not
 *     asked beside others
 * @param faults the faults, in the order of files and lines. A file or sheet of the pack is named as the caller named its folder, zip
 *     file or workbook, a file of a version it amends by jurisdiction and version.
 * @param notes what its files write otherwise than a released pack does and was read all the same, such as columns separated by
 *     semicolons: what it is, and how a released pack writes it; empty where the pack has faults
 * @param effects what it does by the fiscal years it names that it says nowhere, such as to make errors of what were warnings, and what to
 *     do where that is not meant; empty where it has faults, or where it was not asked beside others
 */
public record PackCheck(
        String pack,
        @Nullable String amends,
        int rules,
        int examples,
        int limits,
        List<PackLibrary.Reach> reach,
        List<RulePackException.Fault> faults,
        List<RulePackException.Fault> notes,
        List<Bilingual> effects) {

    /** The kinds of faults of which none is in a file of a pack: there is none to check. */
    private static final Set<String> OF_THE_PLACE = Set.of(
            "place-missing",
            "place-neither",
            "place-is-a-file",
            "place-empty",
            "place-unreadable",
            "no-plain-file",
            "manifest-none",
            "zip-damaged",
            "zip-encrypted",
            "zip-two-lists",
            "zip-too-large",
            "workbook-unreadable",
            "workbook-reader");

    /** Copies the lists. */
    public PackCheck {
        reach = List.copyOf(reach);
        faults = List.copyOf(faults);
        notes = List.copyOf(notes);
        effects = List.copyOf(effects);
    }

    /**
     * {@return what is wrong with a pack that is beside those that come with the library}
     *
     * @param place the folder of the pack, with {@code pack.properties} in it, a zip file of such a folder, or a workbook ({@code .xlsx})
     * @throws RulePackException if it cannot be read at all
     */
    public static PackCheck of(Path place) {
        return of(PackLibrary.bundled(), place);
    }

    /**
     * {@return what is wrong with a pack that is beside others}
     *
     * @param base the others, the version it amends among them
     * @param place the folder of the pack, with {@code pack.properties} in it, a zip file of such a folder, or a workbook ({@code .xlsx})
     * @throws RulePackException if it cannot be read at all
     */
    public static PackCheck of(PackLibrary base, Path place) {
        PackLibrary law;
        try {
            law = base.and(place);
        } catch (RulePackException e) {
            if (e.faults().stream().allMatch(fault -> OF_THE_PLACE.contains(fault.kind()))) {
                throw e;
            }
            return new PackCheck(
                    place.toString(), null, 0, 0, 0, List.of(), named(e.faults(), place, base), List.of(), List.of());
        }
        RulePack given = law.given().get(law.given().size() - 1);
        PackCheck check = of(given, law.reach(given.manifest()));
        return new PackCheck(
                check.pack(),
                check.amends(),
                check.rules(),
                check.examples(),
                check.limits(),
                check.reach(),
                check.faults(),
                named(check.notes(), place, base),
                new Succession(base, law, OpenPack.of(given)).effects());
    }

    /**
     * {@return what is wrong with a pack that is loaded, which can only be its examples}
     *
     * @param pack a pack of a {@link PackLibrary}
     * @throws IllegalArgumentException if it is not one
     */
    public static PackCheck of(RulePack pack) {
        return of(pack, List.of());
    }

    private static PackCheck of(RulePack pack, List<PackLibrary.Reach> reach) {
        OpenPack.Reviewed reviewed = OpenPack.of(pack).reviewed();
        PackManifest manifest = pack.manifest();
        return new PackCheck(
                manifest.id(),
                manifest.amends() == null ? null : manifest.jurisdiction() + "/" + manifest.amends(),
                pack.rules().size(),
                reviewed.cases(),
                reviewed.limits(),
                reach,
                reviewed.faults(),
                reviewed.notes(),
                List.of());
    }

    /** {@return whether there are no faults} */
    public boolean isSound() {
        return faults.isEmpty();
    }

    private static List<RulePackException.Fault> named(
            List<RulePackException.Fault> faults, Path place, PackLibrary base) {
        Set<String> others = base.manifests().stream()
                .map(pack -> pack.jurisdiction() + "/" + pack.version())
                .collect(Collectors.toSet());
        return faults.stream().map(fault -> named(fault, place, others)).toList();
    }

    /** {@return a fault with the name of its file as the caller sees it} */
    private static RulePackException.Fault named(RulePackException.Fault fault, Path place, Set<String> others) {
        String[] parts = fault.file().split("/", 3);
        if (parts.length == 3 && others.contains(parts[0] + "/" + parts[1])) {
            return fault;
        }
        boolean placeItself =
                fault.file().equals(place.toString()) || fault.file().equals(Objects.toString(place.getFileName(), ""));
        String within = parts.length == 3 ? parts[2] : fault.file();
        return fault.in(placeItself ? place.toString() : place + "/" + within);
    }
}
