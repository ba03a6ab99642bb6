package org.hrbudget.rules.internal.packs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hrbudget.rules.internal.language.FaultText;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.packs.files.GivenFiles;
import org.hrbudget.rules.internal.packs.files.PackFiles;

/**
 * Finds where packs of one jurisdiction contradict each other. A fault is put where it can be mended: in a pack that a user
 * gave rather than in one that comes along, else in the later of the two.
 *
 * <p>Fiscal years between packs are no contradiction, whether one amends the other or not: a manual may govern the year it names
 * and no other, nothing that was seen need have governed the years between, and selection says so.
 */
final class Contradictions {

    private final Shelf shelf;
    private final PackFiles files;
    private final Faults faults;

    Contradictions(Shelf shelf, PackFiles files, Faults faults) {
        this.shelf = shelf;
        this.files = files;
        this.faults = faults;
    }

    void refuse() {
        shelf.packs().forEach(this::refuseVersion);
        shelf.packs().forEach(this::refuseAmends);
        // A version whose chain is broken would seem to be beside what it amends.
        List<PackHeader> known = shelf.packs().stream()
                .filter(pack -> pack.timeKnown() && shelf.complete(pack))
                .toList();
        Map<PackHeader, List<PackHeader>> overlaps = new LinkedHashMap<>();
        for (int i = 0; i < known.size(); i++) {
            for (PackHeader later : known.subList(i + 1, known.size())) {
                PackHeader earlier = known.get(i);
                if (SharedTime.of(shelf, earlier, later).isPresent()
                        && !shelf.amends(later, earlier)
                        && !shelf.amends(earlier, later)) {
                    boolean earlierMends = given(earlier) && !given(later);
                    overlaps.computeIfAbsent(earlierMends ? earlier : later, pack -> new ArrayList<>())
                            .add(earlierMends ? later : earlier);
                }
            }
        }
        overlaps.forEach(this::refuseOverlaps);
    }

    /** A version that another spelling of would be the same number, such as 2011.01, is refused for that. */
    private void refuseVersion(PackHeader pack) {
        String version = pack.version();
        if (Versions.isVersion(version) || version.equals(GivenFiles.UNNAMED)) {
            return;
        }
        String plain = Versions.plain(version);
        if (plain == null) {
            faults.add(pack.fault("version", PackWords.of("version-form", "version", version)));
        } else if (shelf.pack(plain).isPresent()) {
            faults.add(pack.fault(
                    "version",
                    PackWords.of("version-spelt-twice", "version", version, "plain", plain, "pack", id(plain))));
        } else {
            faults.add(pack.fault("version", PackWords.of("version-zeros", "version", version, "plain", plain)));
        }
    }

    private void refuseAmends(PackHeader pack) {
        String amends = pack.manifest().amends();
        if (amends == null) {
            return;
        }
        PackHeader amended = shelf.amended(pack);
        if (amended == null) {
            List<String> others = shelf.packs().stream()
                    .map(PackHeader::version)
                    .filter(version -> !version.equals(pack.version()))
                    .toList();
            faults.add(pack.fault(
                    "amends",
                    PackWords.near(
                            "amends-unknown",
                            amends,
                            others,
                            "id",
                            id(pack),
                            "amended",
                            amends,
                            "jurisdiction",
                            shelf.jurisdiction())));
        } else if (amended.equals(pack)) {
            faults.add(pack.fault("amends", PackWords.of("amends-itself", "id", id(pack))));
        } else if (shelf.amends(amended, pack)) {
            refuseCycle(pack);
        } else if (Versions.ORDER.compare(pack.version(), amended.version()) < 0) {
            faults.add(pack.fault("amends", PackWords.of("amends-newer", "id", id(pack), "amended", id(amended))));
        }
    }

    /** Says a circle once, in the newest of its versions that can be mended. */
    private void refuseCycle(PackHeader member) {
        List<PackHeader> circle = new ArrayList<>(shelf.chain(member));
        circle.sort(Comparator.comparing((PackHeader pack) -> given(pack)).thenComparing(shelf.packs()::indexOf));
        if (!circle.get(circle.size() - 1).equals(member)) {
            return;
        }
        List<String> way = new ArrayList<>(List.of(id(member)));
        for (PackHeader at = shelf.amended(member); at != null && !at.equals(member); at = shelf.amended(at)) {
            way.add(id(at));
        }
        way.add(id(member));
        faults.add(member.fault(
                "amends", PackWords.of("amends-in-a-circle", "way", way.stream().collect(Collectors.joining(" → ")))));
    }

    /** Of versions that amend one another the newest is named: whoever amends that one overlaps with none of them. */
    private void refuseOverlaps(PackHeader pack, List<PackHeader> others) {
        Optional<String> own = SharedTime.own(
                pack.manifest(), others.stream().map(PackHeader::manifest).toList());
        others.stream()
                .filter(other -> others.stream().noneMatch(newer -> shelf.amends(newer, other)))
                .forEach(other -> faults.add(pack.fault("fiscal-years", overlap(pack, other, own))));
    }

    /** Years of its own before those of the others are for the version; what it says of the others' years is a folder for itself. */
    private FaultText overlap(PackHeader pack, PackHeader other, Optional<String> own) {
        SharedTime shared = SharedTime.of(shelf, pack, other).orElseThrow();
        List<String> taken = shelf.packs().stream().map(PackHeader::version).toList();
        boolean later = Versions.ORDER.compare(pack.version(), other.version()) > 0;
        return PackWords.of(
                own.isPresent() ? "overlap-in-part" : later ? "overlap" : "overlap-with-newer",
                "time",
                shared.shown(),
                "id",
                id(pack),
                "other",
                id(other),
                "version",
                other.version(),
                "jurisdiction",
                shelf.jurisdiction(),
                "own",
                own.orElse(""),
                "years",
                shared.years(),
                "new",
                Versions.next(other.version(), shared.first().value(), taken),
                "amends",
                pack.shown("amends"),
                "fiscal-years",
                pack.shown("fiscal-years"),
                "in-force-to",
                pack.shown("in-force-to"));
    }

    private boolean given(PackHeader pack) {
        return files.given(pack.source().file());
    }

    private static String id(PackHeader pack) {
        return pack.manifest().id();
    }

    private String id(String version) {
        return shelf.jurisdiction() + " " + version;
    }
}
