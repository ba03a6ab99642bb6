package org.hrbudget.rules.internal.packs;

import java.lang.ref.SoftReference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.rules.PackLibrary;
import org.hrbudget.rules.RulePackException;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.packs.examples.EarlierReviews;
import org.hrbudget.rules.internal.packs.files.PackFiles;
import org.hrbudget.rules.internal.packs.tables.Moment;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.internal.facts.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * Rule packs and what may be asked of them, wherever their files lie. Immutable if the files are, and safe to share between
 * threads. A pack is read once and kept with its compiled rules until memory is short.
 */
public final class Library {

    private final PackFiles files;
    private final Map<String, SoftReference<OpenPack>> kept = new ConcurrentHashMap<>();
    private final EarlierReviews reviews;

    /**
     * Makes a library of packs.
     *
     * @param files the files of the packs
     */
    public Library(PackFiles files) {
        this(files, new EarlierReviews());
    }

    private Library(PackFiles files, EarlierReviews reviews) {
        this.files = files;
        this.reviews = reviews;
    }

    /**
     * {@return these packs and others} No pack of this library becomes another by it.
     *
     * @param all the files of both
     */
    Library and(PackFiles all) {
        Library both = new Library(all, reviews);
        both.kept.putAll(kept);
        return both;
    }

    PackFiles files() {
        return files;
    }

    /** {@return the jurisdictions that have packs, sorted} */
    public List<String> jurisdictions() {
        return List.copyOf(Shelf.jurisdictions(files));
    }

    /**
     * {@return the manifests of a jurisdiction's packs, without checksums, in ascending order of versions}
     *
     * @param jurisdiction the jurisdiction
     */
    public List<PackManifest> versions(String jurisdiction) {
        return Shelf.of(files, jurisdiction).manifests();
    }

    /**
     * {@return the pack that governs a fiscal year by the law of a day, and how it was chosen}
     *
     * @param jurisdiction the jurisdiction
     * @param year the fiscal year
     * @param asOf the day
     */
    public Chosen select(String jurisdiction, FiscalYear year, LocalDate asOf) {
        Shelf shelf = Shelf.of(files, jurisdiction);
        PackManifest.Selection selection = new Selection(shelf, year, asOf).make();
        Optional<OpenPack> pack = Optional.ofNullable(selection.version())
                .flatMap(shelf::pack)
                .map(header -> loaded(shelf, header, new Faults()).chosen(selection));
        return new Chosen(selection, pack, shelf.manifests());
    }

    /**
     * {@return the pack of a version, as it weighs in a fiscal year by the law of a day}
     *
     * @param jurisdiction the jurisdiction
     * @param version the version; chosen as {@link #select} chooses where it would be chosen anyway
     * @param year the fiscal year
     * @param asOf the day
     * @throws RulePackException if there is no such pack, or its files are at fault
     */
    public OpenPack named(String jurisdiction, String version, FiscalYear year, LocalDate asOf) {
        Shelf shelf = Shelf.of(files, jurisdiction);
        PackHeader header = shelf.pack(version).orElseThrow(() -> unknown(jurisdiction, version));
        return loaded(shelf, header, new Faults()).chosen(new Selection(shelf, year, asOf).named(header));
    }

    /**
     * {@return the packs that follow on a selection, in the order in which they take effect, each with the selection that will choose
     * it}
     *
     * @param now the selection
     */
    public List<OpenPack> upcoming(PackManifest.Selection now) {
        Shelf shelf = Shelf.of(files, now.jurisdiction());
        Stream<Moment> changes = Optional.ofNullable(now.version()).flatMap(shelf::pack).stream()
                .flatMap(header -> loaded(shelf, header, new Faults()).changes());
        return new Upcoming(shelf, now, changes)
                .selections().stream()
                        .map(then -> loaded(
                                        shelf,
                                        shelf.pack(Objects.requireNonNull(then.version()))
                                                .orElseThrow(),
                                        new Faults())
                                .chosen(then))
                        .toList();
    }

    /**
     * What was chosen.
     *
     * @param selection how
     * @param pack the pack, if one was
     * @param existing the manifests of the jurisdiction
     */
    public record Chosen(PackManifest.Selection selection, Optional<OpenPack> pack, List<PackManifest> existing) {}

    /**
     * {@return which budgets fall to which pack, from the first fiscal year of a pack to the year after its last}
     *
     * @param pack a pack of this library
     */
    public List<PackLibrary.Reach> reach(PackManifest pack) {
        Shelf shelf = Shelf.of(files, pack.jurisdiction());
        return shelf.pack(pack.version())
                .map(header -> new Reaches(shelf, header).all())
                .orElse(List.of());
    }

    /**
     * {@return a pack by its version}
     *
     * @param jurisdiction the jurisdiction
     * @param version the version
     * @throws RulePackException if there is no such pack, or its files are at fault
     */
    public OpenPack load(String jurisdiction, String version) {
        Faults faults = new Faults();
        Shelf shelf = Shelf.of(files, jurisdiction, faults);
        PackHeader header = shelf.pack(version).orElseThrow(() -> unknown(jurisdiction, version));
        return loaded(shelf, header, faults);
    }

    private OpenPack loaded(Shelf shelf, PackHeader header, Faults faults) {
        String id = header.manifest().id();
        SoftReference<OpenPack> before = kept.get(id);
        OpenPack pack = before == null ? null : before.get();
        if (pack == null) {
            pack = kept(PackLoader.load(files, shelf, header, Vocabulary.types(), faults));
        }
        faults.end(id);
        return Objects.requireNonNull(pack, id);
    }

    private @Nullable OpenPack kept(@Nullable OpenPack pack) {
        if (pack != null) {
            kept.put(pack.manifest().id(), new SoftReference<>(pack));
        }
        return pack;
    }

    /**
     * {@return a pack by its version, once its rules say what its examples expect; {@code null} where it is at fault}
     *
     * @param jurisdiction the jurisdiction
     * @param version the version, of which there is a pack
     * @param faults where what is wrong is kept
     */
    @Nullable
    OpenPack check(String jurisdiction, String version, Faults faults) {
        Shelf shelf = Shelf.of(files, jurisdiction, faults);
        return shelf.pack(version)
                .map(header -> kept(PackLoader.review(files, shelf, header, Vocabulary.types(), reviews, faults)))
                .orElse(null);
    }

    private RulePackException unknown(String jurisdiction, String version) {
        List<String> known = new ArrayList<>();
        jurisdictions()
                .forEach(each -> Shelf.of(files, each, new Faults()).manifests().forEach(pack -> known.add(pack.id())));
        return new RulePackException(PackWords.text(
                "pack-unknown", "pack", jurisdiction + " " + version, "known", String.join(", ", known)));
    }
}
