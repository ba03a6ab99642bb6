package org.hrbudget.rules.internal.packs;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.rules.internal.language.Advice;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.language.SourceText;
import org.hrbudget.validation.PackManifest;
import org.jspecify.annotations.Nullable;

/** What {@code pack.properties} says. One object stands for one version, so that a header is equal to itself alone. */
final class PackHeader {

    private static final List<String> KEYS = List.of(
            "jurisdiction",
            "version",
            "amends",
            "title",
            "title_es",
            "instrument",
            "published",
            "in-force-from",
            "in-force-to",
            "fiscal-years",
            "repeals");

    private static final Pattern FISCAL_YEARS = Pattern.compile("([0-9]{4})(-([0-9]{4})?)?");

    private final PackManifest manifest;
    private final List<PropertyFile.Entry> repeals;
    private final SourceText source;

    private PackHeader(PackManifest manifest, List<PropertyFile.Entry> repeals, SourceText source) {
        this.manifest = manifest;
        this.repeals = repeals;
        this.source = source;
    }

    /** {@return the manifest, without checksums and without selection} */
    PackManifest manifest() {
        return manifest;
    }

    /** {@return the ids of the rules that end} */
    List<PropertyFile.Entry> repeals() {
        return repeals;
    }

    /** {@return the file} */
    SourceText source() {
        return source;
    }

    /** {@return the first day it can bind: its first day in force, else the day it was published, else {@code null}} */
    @Nullable
    LocalDate binding() {
        return manifest.inForceFrom() != null ? manifest.inForceFrom() : manifest.published();
    }

    /**
     * {@return the header of the pack in a folder}
     *
     * @param source its file
     * @param jurisdiction the name of the outer folder
     * @param version the name of the inner folder
     * @throws org.hrbudget.rules.RulePackException if it is at fault
     */
    static PackHeader parse(SourceText source, String jurisdiction, String version) {
        Faults faults = new Faults();
        Reader reader = new Reader(PropertyFile.parse(source, faults), faults);
        reader.knownKeysOnly();
        reader.sameAsFolder("jurisdiction", jurisdiction);
        reader.sameAsFolder("version", version);
        if (!Versions.isVersion(version)) {
            faults.add(source.fault(
                    "\"" + version + "\" is not a version.",
                    "Name the folder by numbers joined by dots, such as 2011.2."));
        }
        Years years = reader.fiscalYears();
        PackManifest manifest = new PackManifest(
                jurisdiction,
                version,
                reader.optional("amends"),
                new Bilingual(reader.required("title"), reader.required("title_es")),
                reader.required("instrument"),
                reader.date("published"),
                reader.date("in-force-from"),
                reader.date("in-force-to"),
                years.first(),
                years.last(),
                Map.of(),
                null);
        PackHeader header = new PackHeader(manifest, reader.repeals(), source);
        reader.endNotBefore(header.binding(), manifest.inForceTo());
        faults.end(manifest.id());
        return header;
    }

    /** The fiscal years a pack governs. */
    private record Years(FiscalYear first, @Nullable FiscalYear last) {}

    /** Reads one file's values. */
    private record Reader(PropertyFile file, Faults faults) {

        void knownKeysOnly() {
            file.entries().stream()
                    .filter(entry -> !KEYS.contains(entry.key()))
                    .forEach(entry -> faults.add(entry.fault(
                            "\"" + entry.key() + "\" is not a key of this file.",
                            Advice.on(entry.key(), KEYS).en())));
        }

        void sameAsFolder(String key, String folder) {
            PropertyFile.Entry entry = file.entry(key);
            if (entry == null || !entry.value().equals(folder)) {
                faults.add(file.source()
                        .fault(
                                "\"" + key + "\" differs from the name of the folder, " + folder + ".",
                                "Write " + key + "=" + folder + "."));
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
                faults.add(file.source().fault("\"" + key + "\" is missing.", "Write " + key + "=... on a line."));
                return "";
            }
            return value;
        }

        @Nullable
        LocalDate date(String key) {
            PropertyFile.Entry entry = file.entry(key);
            return entry == null || entry.value().isEmpty()
                    ? null
                    : faults.from(() -> Days.parse(entry.value(), entry::fault));
        }

        /** A pack that ended before it began would never govern, and nobody would be told. */
        void endNotBefore(@Nullable LocalDate binding, @Nullable LocalDate last) {
            PropertyFile.Entry end = file.entry("in-force-to");
            if (end != null && last != null && binding != null && last.isBefore(binding)) {
                faults.add(end.fault(
                        "It ends on " + last + ", before the first day it can bind, " + binding + ".",
                        "Correct one of the two days."));
            }
        }

        /** {@return the fiscal years, any where they are at fault} */
        Years fiscalYears() {
            String written = required("fiscal-years");
            Matcher years = FISCAL_YEARS.matcher(written);
            if (years.matches()) {
                try {
                    FiscalYear first = FiscalYear.parse(years.group(1));
                    boolean open = years.group(2) != null && years.group(3) == null;
                    FiscalYear last =
                            open ? null : FiscalYear.parse(years.group(3) == null ? years.group(1) : years.group(3));
                    if (last == null || first.compareTo(last) <= 0) {
                        return new Years(first, last);
                    }
                } catch (IllegalArgumentException e) {
                    // Reported below, with the file's name.
                }
            }
            if (!written.isEmpty()) {
                fiscalYearsFault("These are not fiscal years, the first before the last.");
            }
            return new Years(FiscalYear.of(2000), null);
        }

        private void fiscalYearsFault(String problem) {
            PropertyFile.Entry entry = file.entry("fiscal-years");
            if (entry != null) {
                faults.add(entry.fault(
                        problem,
                        "Write 2011 for one year, 2009-2010 for a first and a last, 2011- for no last year yet."));
            }
        }

        List<PropertyFile.Entry> repeals() {
            PropertyFile.Entry entry = file.entry("repeals");
            if (entry == null || entry.value().isEmpty()) {
                return List.of();
            }
            return Arrays.stream(entry.value().split(",", -1))
                    .map(id -> new PropertyFile.Entry(
                            entry.source(),
                            entry.key(),
                            id.strip(),
                            entry.start() + entry.value().indexOf(id.strip()),
                            entry.keyStart()))
                    .toList();
        }
    }
}
