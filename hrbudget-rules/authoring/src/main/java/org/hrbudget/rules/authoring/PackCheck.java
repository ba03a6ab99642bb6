package org.hrbudget.rules.authoring;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.hrbudget.rules.PackLibrary;
import org.hrbudget.rules.RulePackException;
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
 * @param faults the faults, in the order of files and lines. A file or sheet of the pack is named as the caller named its folder, zip
 *     file or workbook, a file of a version it amends by jurisdiction and version.
 */
public record PackCheck(
        String pack,
        @Nullable String amends,
        int rules,
        int examples,
        int limits,
        List<RulePackException.Fault> faults) {

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

    /** Copies the list. */
    public PackCheck {
        faults = List.copyOf(faults);
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
        List<RulePack> given;
        try {
            given = base.and(place).given();
        } catch (RulePackException e) {
            if (e.faults().stream().allMatch(fault -> OF_THE_PLACE.contains(fault.kind()))) {
                throw e;
            }
            Set<String> others = base.manifests().stream()
                    .map(pack -> pack.jurisdiction() + "/" + pack.version())
                    .collect(Collectors.toSet());
            return new PackCheck(
                    place.toString(),
                    null,
                    0,
                    0,
                    0,
                    e.faults().stream()
                            .map(fault -> named(fault, place, others))
                            .toList());
        }
        return of(given.get(given.size() - 1));
    }

    /**
     * {@return what is wrong with a pack that is loaded, which can only be its examples}
     *
     * @param pack a pack of a {@link PackLibrary}
     * @throws IllegalArgumentException if it is not one
     */
    public static PackCheck of(RulePack pack) {
        OpenPack.Reviewed reviewed = OpenPack.of(pack).reviewed();
        PackManifest manifest = pack.manifest();
        return new PackCheck(
                manifest.id(),
                manifest.amends() == null ? null : manifest.jurisdiction() + "/" + manifest.amends(),
                pack.rules().size(),
                reviewed.cases(),
                reviewed.limits(),
                reviewed.faults());
    }

    /** {@return whether there are no faults} */
    public boolean isSound() {
        return faults.isEmpty();
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
        return new RulePackException.Fault(
                fault.kind(),
                placeItself ? place.toString() : place + "/" + within,
                fault.line(),
                fault.column(),
                fault.cell(),
                fault.excerpt(),
                fault.text(),
                fault.problem(),
                fault.advice());
    }
}
