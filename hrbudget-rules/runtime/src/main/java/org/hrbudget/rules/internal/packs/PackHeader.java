package org.hrbudget.rules.internal.packs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.rules.internal.language.Aliases;
import org.hrbudget.rules.internal.language.Fault;
import org.hrbudget.rules.internal.language.FaultText;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.language.SourceText;
import org.hrbudget.rules.internal.packs.files.GivenFiles;
import org.hrbudget.rules.internal.packs.files.PropertyFile;
import org.hrbudget.rules.internal.packs.tables.Days;
import org.hrbudget.validation.PackManifest;
import org.jspecify.annotations.Nullable;

/**
 * What {@code pack.properties} says, as far as it can be known: a header at fault still stands for its version, so that the
 * faults of its rules and tables are found too. One object stands for one version, so that a header is equal to itself alone.
 */
public final class PackHeader {

    /** The name of the file within its pack. */
    public static final String FILE = "pack.properties";

    static final List<String> KEYS = List.of(
            "jurisdiction",
            "binds",
            "version",
            "amends",
            "title",
            "title_es",
            "instrument",
            "currency",
            "published",
            "in-force-from",
            "in-force-to",
            "fiscal-years",
            "extrapolated-fiscal-years",
            "repeals");

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern FISCAL_YEARS = Pattern.compile("([0-9]{4})(-([0-9]{4})?)?");

    private final PackManifest manifest;
    private final List<Repeal> repeals;
    private final SourceText source;
    private final @Nullable PropertyFile file;
    private final boolean timeKnown;

    private PackHeader(
            PackManifest manifest,
            List<Repeal> repeals,
            SourceText source,
            @Nullable PropertyFile file,
            boolean timeKnown) {
        this.manifest = manifest;
        this.repeals = List.copyOf(repeals);
        this.source = source;
        this.file = file;
        this.timeKnown = timeKnown;
    }

    /** The end of a rule, where the header says it. */
    record Repeal(SourceText source, String id, int start) {

        Fault fault(FaultText what) {
            return source.fault(start, id, what);
        }
    }

    /** {@return the manifest, without checksums and without selection} */
    public PackManifest manifest() {
        return manifest;
    }

    String version() {
        return manifest.version();
    }

    /** {@return the ids of the rules that end} */
    List<Repeal> repeals() {
        return repeals;
    }

    /** {@return the file} */
    SourceText source() {
        return source;
    }

    /** {@return whether its fiscal years and days are without fault, so that it can be set beside other packs} */
    boolean timeKnown() {
        return timeKnown;
    }

    /**
     * {@return the first day its own text can bind, whatever it amends: its first day in force, else the day after it was published,
     * else {@code null}}
     */
    @Nullable
    LocalDate ownBinding() {
        LocalDate published = manifest.published();
        if (manifest.inForceFrom() != null || published == null) {
            return manifest.inForceFrom();
        }
        return published.plusDays(1);
    }

    /** {@return a fault of a value, where it stands, or of the file where it does not} */
    Fault fault(String key, FaultText what) {
        PropertyFile.Entry entry = file == null ? null : file.entry(key);
        return entry == null ? source.fault(what) : entry.fault(what);
    }

    /** {@return a key as its file writes keys, in English or in Spanish} */
    String shown(String key) {
        return file == null ? key : file.shown(key);
    }

    /**
     * {@return the header of the pack in a folder}
     *
     * @param source its file
     * @param jurisdiction the name of the outer folder
     * @param version the name of the inner folder
     * @param faults where what is wrong is kept
     */
    static PackHeader parse(SourceText source, String jurisdiction, String version, Faults faults) {
        Reader reader = new Reader(PropertyFile.parse(source, faults), faults);
        reader.knownKeysOnly();
        reader.sameAsFolder("jurisdiction", jurisdiction);
        reader.sameAsFolder("version", version);
        Dates days = new Dates(reader.date("published"), reader.date("in-force-from"), reader.date("in-force-to"));
        Years years = reader.fiscalYears();
        Years extrapolated = reader.extrapolatedYears(years);
        PackManifest manifest = new PackManifest(
                jurisdiction,
                reader.binds(),
                version,
                reader.optional("amends"),
                new Bilingual(reader.required("title"), reader.required("title_es")),
                reader.required("instrument"),
                reader.currency(),
                days.published().day(),
                days.from().day(),
                days.to().day(),
                years.first(),
                years.last(),
                extrapolated.last(),
                Map.of(),
                null);
        PackHeader header = new PackHeader(
                manifest,
                reader.repeals(),
                source,
                reader.file(),
                years.known()
                        && extrapolated.known()
                        && days.published().known()
                        && days.from().known()
                        && days.to().known());
        header.refuseImpossibleTimes(faults);
        return header;
    }

    /** {@return the header of a pack whose file cannot be read, which has been said} */
    static PackHeader unreadable(String path, String jurisdiction, String version) {
        PackManifest manifest = new PackManifest(
                jurisdiction,
                Set.of(),
                version,
                null,
                new Bilingual("", ""),
                "",
                null,
                null,
                null,
                null,
                Years.UNKNOWN.first(),
                null,
                null,
                Map.of(),
                null);
        return new PackHeader(manifest, List.of(), new SourceText(path, ""), null, false);
    }

    /** A pack that ended before it began would never govern, and nobody would be told. */
    private void refuseImpossibleTimes(Faults faults) {
        LocalDate first = ownBinding();
        LocalDate last = manifest.inForceTo();
        if (first != null && last != null && last.isBefore(first)) {
            faults.add(fault("in-force-to", PackWords.of("ends-before-it-begins", "last", last, "first", first)));
        }
        LocalDate published = manifest.published();
        LocalDate from = manifest.inForceFrom();
        if (published != null && from != null && from.isBefore(published)) {
            faults.add(fault(
                    "in-force-from", PackWords.of("in-force-before-published", "day", from, "published", published)));
        }
    }

    /** A day, if there is one, and whether what is written is without fault. */
    private record Day(@Nullable LocalDate day, boolean known) {}

    /** The three days of a pack. */
    private record Dates(Day published, Day from, Day to) {}

    /** The fiscal years a pack governs, and whether what is written is without fault. */
    private record Years(FiscalYear first, @Nullable FiscalYear last, boolean known) {

        private static final Years UNKNOWN = new Years(FiscalYear.of(2000), null, false);
        private static final Years NONE = new Years(FiscalYear.of(2000), null, true);
    }

    /** Reads one file's values. */
    private record Reader(PropertyFile file, Faults faults) {

        void knownKeysOnly() {
            file.entries().stream()
                    .filter(entry -> !KEYS.contains(entry.key()))
                    .forEach(entry -> faults.add(entry.keyFault(PackWords.near(
                            "manifest-key-unknown", entry.key(), KEYS, Aliases.of(FILE), "key", entry.key()))));
        }

        /** Where the value cannot be the name of a folder, the pack goes without one. */
        void sameAsFolder(String key, String folder) {
            PropertyFile.Entry entry = file.entry(key);
            if (entry == null || entry.value().isEmpty()) {
                faults.add(missing(key));
            } else if (folder.equals(GivenFiles.UNNAMED)) {
                faults.add(entry.fault(PackWords.of(key + "-form", key, entry.value())));
            } else if (!entry.value().equals(folder)) {
                faults.add(file.source().fault(PackWords.of("folder-differs", "key", key, "folder", folder)));
            }
        }

        @Nullable
        String optional(String key) {
            PropertyFile.Entry entry = file.entry(key);
            return entry == null || entry.value().isEmpty() ? null : entry.value();
        }

        String required(String key) {
            String value = optional(key);
            if (value == null) {
                faults.add(missing(key));
                return "";
            }
            return value;
        }

        /** {@return what is said of a value that is not there, where it should be or, without its key, of the file} */
        Fault missing(String key) {
            FaultText what = PackWords.of("manifest-value-missing", "key", file.shown(key));
            PropertyFile.Entry entry = file.entry(key);
            return entry == null ? file.source().fault(what) : entry.fault(what);
        }

        Set<String> binds() {
            PropertyFile.Entry entry = file.entry("binds");
            Set<String> binds = new TreeSet<>();
            if (entry != null && !entry.value().isEmpty()) {
                for (String written : entry.value().split(",", -1)) {
                    String whose = written.strip();
                    if (GivenFiles.isJurisdiction(whose)) {
                        binds.add(whose);
                    } else {
                        faults.add(entry.fault(PackWords.of("jurisdiction-form", "jurisdiction", whose)));
                    }
                }
            }
            return binds;
        }

        @Nullable
        String currency() {
            String written = optional("currency");
            if (written != null && !CURRENCY.matcher(written).matches()) {
                faults.add(fault("currency", PackWords.of("currency-form", "value", written)));
            }
            return written;
        }

        Day date(String key) {
            PropertyFile.Entry entry = file.entry(key);
            if (entry == null || entry.value().isEmpty()) {
                return new Day(null, true);
            }
            LocalDate day = faults.from(() -> Days.parse(entry.value(), entry::fault, faults));
            return new Day(day, day != null);
        }

        Years fiscalYears() {
            return years("fiscal-years", required("fiscal-years")).orElse(Years.UNKNOWN);
        }

        /** The years that no instrument was seen of follow on the last one governed, and end somewhere. */
        Years extrapolatedYears(Years governed) {
            String written = optional("extrapolated-fiscal-years");
            if (written == null) {
                return Years.NONE;
            }
            Optional<Years> years = years("extrapolated-fiscal-years", written);
            FiscalYear last = governed.last();
            boolean follow = years.isPresent()
                    && last != null
                    && years.get().last() != null
                    && years.get().first().value() == last.value() + 1;
            if (years.isPresent() && governed.known() && !follow) {
                faults.add(fault(
                        "extrapolated-fiscal-years",
                        last == null
                                ? PackWords.of("extrapolated-without-end", "fiscal-years", file.shown("fiscal-years"))
                                : PackWords.of(
                                        "extrapolated-apart",
                                        "last",
                                        last,
                                        "next",
                                        Integer.toString(last.value() + 1))));
            }
            return follow ? years.get() : new Years(Years.UNKNOWN.first(), null, false);
        }

        private Fault fault(String key, FaultText what) {
            PropertyFile.Entry entry = file.entry(key);
            return entry == null ? file.source().fault(what) : entry.fault(what);
        }

        private Optional<Years> years(String key, String written) {
            Matcher years = FISCAL_YEARS.matcher(written);
            if (years.matches()) {
                try {
                    FiscalYear first = FiscalYear.parse(years.group(1));
                    boolean open = years.group(2) != null && years.group(3) == null;
                    FiscalYear last =
                            open ? null : FiscalYear.parse(years.group(3) == null ? years.group(1) : years.group(3));
                    if (last == null || first.compareTo(last) <= 0) {
                        return Optional.of(new Years(first, last, true));
                    }
                } catch (IllegalArgumentException e) {
                    // Reported below, with its place.
                }
            }
            if (!written.isEmpty()) {
                faults.add(fault(key, PackWords.of("fiscal-years-form")));
            }
            return Optional.empty();
        }

        List<Repeal> repeals() {
            PropertyFile.Entry entry = file.entry("repeals");
            List<Repeal> repeals = new ArrayList<>();
            if (entry == null || entry.value().isEmpty()) {
                return repeals;
            }
            int start = entry.start();
            TreeSet<String> seen = new TreeSet<>();
            for (String written : entry.value().split(",", -1)) {
                String id = written.strip();
                Repeal repeal = new Repeal(entry.source(), id, start + written.indexOf(id));
                start += written.length() + 1;
                if (id.isEmpty()) {
                    faults.add(entry.fault(PackWords.of("repeal-empty")));
                } else if (!seen.add(id)) {
                    faults.add(repeal.fault(PackWords.of("repeal-twice", "rule", id)));
                } else {
                    repeals.add(repeal);
                }
            }
            return repeals;
        }
    }
}
