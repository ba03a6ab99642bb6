package org.hrbudget.rules.internal.packs;

import java.time.LocalDate;
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
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.language.SourceText;
import org.hrbudget.rules.internal.packs.files.PackFiles;
import org.hrbudget.rules.internal.packs.files.PlainText;
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
        Faults faults = new Faults();
        Shelf shelf = of(files, jurisdiction, faults);
        faults.end(jurisdiction);
        return shelf;
    }

    /** {@return the packs of a jurisdiction as far as they can be known; what is wrong with their headers is kept} */
    static Shelf of(PackFiles files, String jurisdiction, Faults faults) {
        SortedSet<String> versions = new TreeSet<>(Versions.ORDER);
        String prefix = jurisdiction + "/";
        files.paths().stream()
                .filter(path -> path.startsWith(prefix) && path.indexOf('/', prefix.length()) > 0)
                .forEach(path -> versions.add(path.substring(prefix.length(), path.indexOf('/', prefix.length()))));
        Map<String, PackHeader> packs = new LinkedHashMap<>();
        for (String version : versions) {
            packs.put(version, header(files, jurisdiction, version, faults));
        }
        Shelf shelf = new Shelf(jurisdiction, packs);
        new Contradictions(shelf, files, faults).refuse();
        return shelf;
    }

    private static PackHeader header(PackFiles files, String jurisdiction, String version, Faults faults) {
        String path = jurisdiction + "/" + version + "/" + PackHeader.FILE;
        SourceText source = files.paths().contains(path)
                ? faults.from(() -> PlainText.of(path, files.read(path), faults))
                : faults.from(() -> {
                    throw new SourceText(path, "").fault(PackWords.of("manifest-missing"));
                });
        return source == null
                ? PackHeader.unreadable(path, jurisdiction, version)
                : PackHeader.parse(source.of(files.origin(path)), jurisdiction, version, faults);
    }

    String jurisdiction() {
        return jurisdiction;
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
     * {@return the packs a version is made of: the first of all, what amends it, and so on up to the version itself; less where
     * one of them is unknown or amends itself by a detour}
     *
     * @param pack the version
     */
    List<PackHeader> chain(PackHeader pack) {
        List<PackHeader> chain = new ArrayList<>();
        for (PackHeader at = pack; at != null && !chain.contains(at); at = amended(at)) {
            chain.add(0, at);
        }
        return chain;
    }

    /** {@return whether a version's chain reaches a version that amends nothing} */
    boolean complete(PackHeader pack) {
        return chain(pack).get(0).manifest().amends() == null;
    }

    /** {@return the first day a pack can bind: no text of its chain before its own first day; {@code null} where no day is known} */
    @Nullable
    LocalDate binding(PackHeader pack) {
        return chain(pack).stream()
                .map(PackHeader::ownBinding)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** {@return the pack it amends, if it amends one that is there} */
    @Nullable
    PackHeader amended(PackHeader pack) {
        String amends = pack.manifest().amends();
        return amends == null ? null : packs.get(amends);
    }

    /** {@return whether a pack amends another, directly or by others between them} */
    boolean amends(PackHeader reform, PackHeader base) {
        return !reform.equals(base) && chain(reform).contains(base);
    }
}
