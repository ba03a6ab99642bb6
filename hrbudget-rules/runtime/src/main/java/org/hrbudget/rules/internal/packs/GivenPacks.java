package org.hrbudget.rules.internal.packs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hrbudget.rules.RulePackException;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.packs.files.GivenContent;
import org.hrbudget.rules.internal.packs.files.GivenFiles;
import org.hrbudget.rules.internal.packs.files.JoinedFiles;
import org.hrbudget.rules.internal.packs.files.PackFiles;

/**
 * Packs that a user gives, beside those there are: read, checked and loaded together, so that their order does not matter.
 *
 * @param library all packs
 * @param packs the packs given, in the order in which they were
 */
public record GivenPacks(Library library, List<OpenPack> packs) {

    /** Copies the list. */
    public GivenPacks {
        packs = List.copyOf(packs);
    }

    /**
     * {@return packs beside those there are}
     *
     * @param there the packs there are
     * @param places folders, zip files or workbooks, of one pack each
     * @throws RulePackException with all that is wrong with any of them; nothing of them is loaded then
     */
    public static GivenPacks load(Library there, List<Path> places) {
        Faults faults = new Faults();
        List<GivenFiles> given = places.stream()
                .map(place -> GivenFiles.of(place, faults))
                .filter(Objects::nonNull)
                .toList();
        PackFiles all = JoinedFiles.of(there.files(), given, faults);
        Library library = there.and(all);
        List<OpenPack> packs = new ArrayList<>();
        for (GivenFiles pack : given) {
            if (all.given(pack.header())) {
                Faults own = new Faults();
                OpenPack loaded = library.check(pack.jurisdiction(), pack.version(), own);
                faults.addAll(own);
                if (loaded != null) {
                    packs.add(loaded.noting(note -> inSheet(note, given)));
                }
            }
        }
        String names = places.stream()
                .map(place -> GivenContent.shown(place.toString()))
                .collect(Collectors.joining(", "));
        try {
            faults.end(names);
        } catch (RulePackException e) {
            throw e.with(e.faults().stream()
                    .map(fault -> named(inSheet(fault, given)))
                    .distinct()
                    .toList());
        }
        return new GivenPacks(library, packs);
    }

    private static RulePackException.Fault inSheet(RulePackException.Fault fault, List<GivenFiles> given) {
        RulePackException.Fault shown = fault;
        for (GivenFiles pack : given) {
            shown = pack.shown(shown);
        }
        return shown;
    }

    /** {@return the fault, with the file's name alone where the pack has no name of its own} */
    private static RulePackException.Fault named(RulePackException.Fault fault) {
        String file = fault.file();
        String[] parts = file.split("/", 3);
        boolean nameless =
                parts.length == 3 && (parts[0].equals(GivenFiles.UNNAMED) || parts[1].equals(GivenFiles.UNNAMED));
        return nameless ? fault.in(parts[2]) : fault;
    }
}
