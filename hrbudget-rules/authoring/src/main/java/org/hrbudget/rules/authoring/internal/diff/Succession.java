package org.hrbudget.rules.authoring.internal.diff;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.rules.PackLibrary;
import org.hrbudget.rules.internal.packs.OpenPack;
import org.hrbudget.rules.internal.packs.Versions;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.PackManifest.Selection;
import org.hrbudget.validation.PackManifest.Selection.Reason;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.Severity;
import org.jspecify.annotations.Nullable;

/** What a version does by taking fiscal years over from another, or by not getting them, which its text says nowhere. */
public final class Succession {

    private final PackLibrary law;
    private final OpenPack pack;
    private final PackManifest manifest;
    private final Map<Integer, Selection> taken = new TreeMap<>();
    private final Map<Integer, Selection> missed = new TreeMap<>();

    /**
     * @param law the packs there are without the version
     * @param all these and the version
     * @param pack the version
     */
    public Succession(PackLibrary law, PackLibrary all, OpenPack pack) {
        this.law = law;
        this.pack = pack;
        this.manifest = pack.manifest();
        for (PackLibrary.Reach reach : all.reach(manifest)) {
            if (manifest.version().equals(reach.version())) {
                LocalDate day = reach.from() == null ? reach.until() : reach.from();
                years(reach.firstFiscalYear(), reach.lastFiscalYear())
                        .forEach(year -> taken.putIfAbsent(year, select(law, year, day)));
            }
        }
        heldUpTo(manifest).forEach(year -> {
            Selection now = select(all, year, null);
            if (!manifest.version().equals(now.version())) {
                missed.put(year, now);
            }
        });
    }

    /** {@return the years a version is held up to} */
    private static IntStream heldUpTo(PackManifest manifest) {
        FiscalYear last = manifest.lastFiscalYear();
        FiscalYear end = manifest.lastExtrapolatedYear();
        return last == null || end == null ? IntStream.empty() : IntStream.rangeClosed(last.value() + 1, end.value());
    }

    /** {@return the years of a reach; those without an end as far as other versions go} */
    private IntStream years(FiscalYear first, @Nullable FiscalYear last) {
        int end = last != null
                ? last.value()
                : law.versions(manifest.jurisdiction()).stream()
                        .flatMap(other -> Stream.of(
                                other.firstFiscalYear(), other.lastFiscalYear(), other.lastExtrapolatedYear()))
                        .filter(Objects::nonNull)
                        .mapToInt(FiscalYear::value)
                        .max()
                        .orElse(first.value());
        return IntStream.rangeClosed(first.value(), end);
    }

    private Selection select(PackLibrary packs, int year, @Nullable LocalDate day) {
        return packs.select(
                        manifest.jurisdiction(),
                        FiscalYear.of(year),
                        day == null ? LocalDate.of(year, Month.DECEMBER, 31) : day)
                .selection();
    }

    /** {@return it in words, each with what to do where that is not meant} */
    public List<Bilingual> effects() {
        List<Bilingual> effects = new ArrayList<>();
        versions(taken, then -> !Objects.equals(then.version(), manifest.amends()))
                .forEach((version, years) -> effects.add(ofAnother(version, years)));
        versions(taken, then -> then.reason() == Reason.EXTRAPOLATED).forEach((version, years) -> {
            Bilingual hardened = hardened(OpenPack.of(law.load(manifest.jurisdiction(), version)), pack, years);
            if (hardened != null) {
                Bilingual advice = DiffWords.of("succession.hardened.advice", "first", years.get(0));
                effects.add(DiffWords.joined(List.of(hardened, advice), "\n"));
            }
        });
        versions(missed, then -> true)
                .forEach((version, years) ->
                        effects.add(said(years, "in-vain", "other", id(version), "pack", manifest.id())));
        return effects;
    }

    /** {@return the years that fall to a version, by version in the order of their years} */
    private static Map<String, List<Integer>> versions(Map<Integer, Selection> before, Predicate<Selection> test) {
        Map<String, List<Integer>> versions = new LinkedHashMap<>();
        before.forEach((year, then) -> {
            String version = then.version();
            if (version != null && test.test(then)) {
                versions.computeIfAbsent(version, key -> new ArrayList<>()).add(year);
            }
        });
        return versions;
    }

    /**
     * {@return how many rules turn from warnings into errors though no text hardens them, and which: one version is only held up to
     * years that the other governs; {@code null} where none does}
     */
    static @Nullable Bilingual hardened(OpenPack before, OpenPack after) {
        List<Integer> years = heldUpTo(before.manifest())
                .filter(year -> after.manifest().governs(FiscalYear.of(year)))
                .boxed()
                .toList();
        return years.isEmpty() ? null : hardened(before, after, years);
    }

    private static @Nullable Bilingual hardened(OpenPack before, OpenPack after, List<Integer> years) {
        FiscalYear year = FiscalYear.of(years.get(0));
        Set<String> errors = errors(before.on(year, null)).collect(Collectors.toSet());
        List<String> rules =
                errors(after.on(year, null)).filter(errors::contains).toList();
        return rules.isEmpty()
                ? null
                : said(
                        years,
                        rules.size() == 1 ? "hardened.one" : "hardened.many",
                        "count",
                        rules.size(),
                        "before",
                        before.manifest().id(),
                        "rules",
                        String.join(", ", rules));
    }

    private static Stream<String> errors(OpenPack pack) {
        return pack.rules().stream()
                .filter(rule -> rule.severity() == Severity.ERROR)
                .map(Rule::id);
    }

    /** A version brings what it amends along to every year it governs. */
    private Bilingual ofAnother(String version, List<Integer> years) {
        String amends = manifest.amends();
        List<String> taken = law.versions(manifest.jurisdiction()).stream()
                .map(PackManifest::version)
                .toList();
        return amends == null
                ? said(years, "of-another.first", "other", id(version))
                : said(
                        years,
                        "of-another",
                        "other",
                        id(version),
                        "amended",
                        id(amends),
                        "jurisdiction",
                        manifest.jurisdiction(),
                        "new",
                        Versions.next(version, years.get(0), taken),
                        "version",
                        version,
                        "span",
                        span(years));
    }

    private String id(String version) {
        return manifest.jurisdiction() + " " + version;
    }

    private static Bilingual said(List<Integer> years, String key, Object... namesAndValues) {
        return DiffWords.of(
                years.size() == 1 ? "succession.year" : "succession.years",
                "years",
                span(years),
                "what",
                DiffWords.of("succession." + key, namesAndValues));
    }

    private static String span(List<Integer> years) {
        Integer first = years.get(0);
        Integer last = years.get(years.size() - 1);
        return first.equals(last) ? first.toString() : first + "-" + last;
    }
}
