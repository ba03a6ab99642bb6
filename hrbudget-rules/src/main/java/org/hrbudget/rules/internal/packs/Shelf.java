package org.hrbudget.rules.internal.packs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hrbudget.rules.RulePackException;
import org.hrbudget.rules.internal.language.Advice;
import org.hrbudget.rules.internal.language.Fault;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.language.SourceText;
import org.hrbudget.validation.PackManifest;
import org.jspecify.annotations.Nullable;

/** The packs of one jurisdiction, as their headers describe them and in ascending order of versions. Immutable. */
final class Shelf {

    private final String jurisdiction;
    private final Map<String, PackHeader> packs;

    private Shelf(String jurisdiction, Map<String, PackHeader> packs) {
        this.jurisdiction = jurisdiction;
        this.packs = packs;
    }

    /** {@return the jurisdictions that have packs} */
    static SortedSet<String> jurisdictions(PackFiles files) {
        SortedSet<String> jurisdictions = new TreeSet<>();
        files.paths().forEach(path -> jurisdictions.add(path.substring(0, path.indexOf('/'))));
        return jurisdictions;
    }

    /**
     * {@return the packs of a jurisdiction; none where it is unknown}
     *
     * @param files the files of all packs
     * @param jurisdiction the jurisdiction
     * @throws RulePackException if a header is at fault, or packs contradict each other
     */
    static Shelf of(PackFiles files, String jurisdiction) {
        SortedSet<String> versions = new TreeSet<>(Versions.ORDER.thenComparing(Comparator.naturalOrder()));
        String prefix = jurisdiction + "/";
        files.paths().stream()
                .filter(path -> path.startsWith(prefix) && path.indexOf('/', prefix.length()) > 0)
                .forEach(path -> versions.add(path.substring(prefix.length(), path.indexOf('/', prefix.length()))));
        Map<String, PackHeader> packs = new LinkedHashMap<>();
        for (String version : versions) {
            packs.put(version, header(files, jurisdiction, version));
        }
        Shelf shelf = new Shelf(jurisdiction, packs);
        Faults faults = new Faults();
        packs.values().forEach(pack -> faults.during(() -> shelf.chain(pack)));
        faults.end("of " + jurisdiction);
        shelf.refuseOverlaps(faults);
        faults.end("of " + jurisdiction);
        return shelf;
    }

    private static PackHeader header(PackFiles files, String jurisdiction, String version) {
        String path = jurisdiction + "/" + version + "/pack.properties";
        Faults faults = new Faults();
        if (!files.paths().contains(path)) {
            faults.add(new SourceText(path, "").fault("The file is missing.", "Every pack has one: write it."));
            faults.end(jurisdiction + " " + version);
        }
        SourceText source = faults.from(() -> SourceText.of(path, files.read(path)));
        faults.end(jurisdiction + " " + version);
        return PackHeader.parse(Objects.requireNonNull(source), jurisdiction, version);
    }

    /** {@return the manifests, without checksums, in ascending order of versions} */
    List<PackManifest> manifests() {
        return packs.values().stream().map(PackHeader::manifest).toList();
    }

    /** {@return the packs, in ascending order of versions} */
    List<PackHeader> packs() {
        return List.copyOf(packs.values());
    }

    Optional<PackHeader> pack(String version) {
        return Optional.ofNullable(packs.get(version));
    }

    /**
     * {@return the packs a version is made of: the first of all, what amends it, and so on up to the version itself}
     *
     * @param pack the version
     * @throws Fault if it amends a version that does not exist, or itself by a detour
     */
    List<PackHeader> chain(PackHeader pack) {
        List<PackHeader> chain = new ArrayList<>();
        for (PackHeader at = pack; at != null; at = amended(at)) {
            if (chain.contains(at)) {
                throw at.source()
                        .fault(
                                "Version " + pack.manifest().version() + " amends itself by way of "
                                        + at.manifest().version() + ".",
                                "Let each version amend an earlier one, and the first amend nothing.");
            }
            chain.add(0, at);
        }
        return chain;
    }

    private @Nullable PackHeader amended(PackHeader pack) {
        String amends = pack.manifest().amends();
        if (amends == null) {
            return null;
        }
        PackHeader amended = packs.get(amends);
        if (amended == null) {
            throw pack.source()
                    .fault(
                            "It amends version " + amends + " of " + jurisdiction + ", which does not exist.",
                            Advice.on(amends, packs.keySet()).en());
        }
        return amended;
    }

    /** {@return whether a pack amends another, directly or by others between them} */
    boolean amends(PackHeader reform, PackHeader base) {
        return !reform.equals(base) && chain(reform).contains(base);
    }

    private void refuseOverlaps(Faults faults) {
        List<PackHeader> all = packs();
        for (int i = 0; i < all.size(); i++) {
            for (PackHeader later : all.subList(i + 1, all.size())) {
                PackHeader earlier = all.get(i);
                if (overlap(earlier, later) && !amends(later, earlier) && !amends(earlier, later)) {
                    faults.add(later.source()
                            .fault(
                                    "It governs a fiscal year that "
                                            + earlier.manifest().version()
                                            + " governs too, on the same days, and neither amends the other.",
                                    "Write amends=" + earlier.manifest().version()
                                            + ", or end one of the two by fiscal-years or in-force-to."));
                }
            }
        }
    }

    private static boolean overlap(PackHeader a, PackHeader b) {
        PackManifest one = a.manifest();
        PackManifest two = b.manifest();
        boolean years = (one.lastFiscalYear() == null || one.lastFiscalYear().compareTo(two.firstFiscalYear()) >= 0)
                && (two.lastFiscalYear() == null || two.lastFiscalYear().compareTo(one.firstFiscalYear()) >= 0);
        return years && !endsBefore(a, b) && !endsBefore(b, a);
    }

    private static boolean endsBefore(PackHeader a, PackHeader b) {
        return a.manifest().inForceTo() != null
                && b.binding() != null
                && a.manifest().inForceTo().isBefore(b.binding());
    }

    String jurisdiction() {
        return jurisdiction;
    }
}
