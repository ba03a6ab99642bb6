package org.hrbudget.rules.authoring;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.rules.PackLibrary;
import org.hrbudget.rules.RulePackException;
import org.hrbudget.rules.authoring.internal.creation.Checklist;
import org.hrbudget.rules.authoring.internal.creation.CreationWords;
import org.hrbudget.rules.authoring.internal.creation.FolderInTheMaking;
import org.hrbudget.rules.authoring.internal.creation.NewPackFiles;
import org.hrbudget.rules.authoring.internal.creation.PackNaming;
import org.hrbudget.rules.authoring.internal.creation.PackWorkbook;
import org.hrbudget.rules.authoring.internal.creation.WorkbookInUse;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.packs.OpenPack;
import org.hrbudget.rules.internal.packs.Versions;
import org.hrbudget.rules.internal.packs.files.GivenFiles;
import org.hrbudget.text.Nearest;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.RulePack;
import org.jspecify.annotations.Nullable;

/**
 * A reform that is about to be written: what is known of it before its text is read. From it comes a folder ready to edit, which
 * changes nothing yet and loads as soon as the blanks of {@code pack.properties} are filled and its checklist is gone through.
 *
 * <p>The first version of another jurisdiction's law amends nothing. It begins with rules of a version elsewhere that it is made like,
 * none but those that are asked for, and what they rest on is left blank: the law of one place is no basis in another.
 *
 * <pre>{@code
 * new NewPack("co-bog", "2025.1", null, FiscalYear.of(2025), null, null, null, "mx-cmx/2011.1")
 *         .write(PackLibrary.bundled(), Path.of(""), List.of("line-names-no-action"));
 * }</pre>
 *
 * @param jurisdiction whose law, such as {@code mx-cmx}
 * @param version the version of the reform, newer than the one it amends, such as {@code 2012.1}
 * @param amends the version it amends; {@code null} of a first version
 * @param firstFiscalYear the first fiscal year it governs, not before the first of the version it amends
 * @param lastFiscalYear the last, inclusive, or {@code null} where none is known
 * @param published the day it was published, or {@code null} where no source gives it
 * @param inForceFrom the first day it is in force, or {@code null} where no source gives it
 * @param like of a first version the one elsewhere that it is made like, such as {@code mx-cmx/2011.1}; {@code null} of any other
 */
public record NewPack(
        String jurisdiction,
        String version,
        @Nullable String amends,
        FiscalYear firstFiscalYear,
        @Nullable FiscalYear lastFiscalYear,
        @Nullable LocalDate published,
        @Nullable LocalDate inForceFrom,
        @Nullable String like) {

    /** Requires that it either amends a version or is made like one. */
    public NewPack {
        if ((amends == null) == (like == null)) {
            throw new IllegalArgumentException(
                    "A pack amends a version of its jurisdiction, or is the first there and like one elsewhere."
                            + "\nMaybe give one of amends and like.");
        }
    }

    /** Makes a reform of a version that is there. */
    public NewPack(
            String jurisdiction,
            String version,
            String amends,
            FiscalYear firstFiscalYear,
            @Nullable FiscalYear lastFiscalYear,
            @Nullable LocalDate published,
            @Nullable LocalDate inForceFrom) {
        this(jurisdiction, version, amends, firstFiscalYear, lastFiscalYear, published, inForceFrom, null);
    }

    /**
     * The folder or the workbook that was made.
     *
     * @param folder where it is
     * @param files the files in it, in alphabetical order; of a workbook its sheets, in their order
     * @param blanks the keys of {@code pack.properties}, or of that sheet, that have to be filled before the pack loads
     * @param sections how many sections of the law its checklist, {@code coverage.csv}, asks about
     */
    public record Written(Path folder, List<String> files, List<String> blanks, int sections) {

        /** Copies the lists. */
        public Written {
            files = List.copyOf(files);
            blanks = List.copyOf(blanks);
        }
    }

    /**
     * Makes the folder, named like {@code mx-cmx-2012.1}. Where that fails nothing is left of it.
     *
     * <p>It holds {@code pack.properties}, empty tables, texts with an example commented out, an empty folder for examples, and
     * as a checklist {@code coverage.csv}: each section of the amended version as one that nobody has compared with the reform yet.
     * As long as such a row is left as it is, the pack does not load. Of a first version they are what the copied rules rest on.
     *
     * @param law the packs there are
     * @param into the folder in which it is made
     * @return what was made
     * @throws RulePackException if the version is there already, is not newer than what it amends or contradicts the packs there
     *     are, if there is nothing of that name to amend or to be like, if a first version is not the first, or if the folder cannot
     *     be written or is there and not empty
     */
    public Written write(PackLibrary law, Path into) {
        return write(law, into, List.of());
    }

    /**
     * Makes the folder as {@link #write(PackLibrary, Path)} does, with what some rules of the amended version are made of, ready to be
     * changed: their rule files as a whole, and their limits, texts and examples.
     *
     * @param law the packs there are
     * @param into the folder in which it is made
     * @param rules the ids of rules that the reform changes
     * @return what was made
     * @throws RulePackException where the other throws it, and if the amended version has no such rule
     */
    public Written write(PackLibrary law, Path into, Collection<String> rules) {
        return write(law, into, rules, Locale.ENGLISH);
    }

    /**
     * Makes the folder as {@link #write(PackLibrary, Path, Collection)} does, in the words of a language: headings, keys, units,
     * statuses, and the names in the rules that are copied. What is written in either is read alike.
     *
     * @param law the packs there are
     * @param into the folder in which it is made
     * @param rules the ids of rules that the reform changes
     * @param locale the author's locale; only its language counts
     * @return what was made
     * @throws RulePackException where the others throw it
     */
    public Written write(PackLibrary law, Path into, Collection<String> rules, Locale locale) {
        FolderInTheMaking folder = FolderInTheMaking.folder(into, jurisdiction + "-" + version);
        return written(law, folder, into, rules, PackNaming.in(locale));
    }

    /**
     * Makes a workbook ({@code .xlsx}) as {@link #write(PackLibrary, Path, Collection)} makes a folder: with a sheet for each table, cells
     * that are chosen from lists, a sheet of conditions for new rules, and a guide in both languages. It is a pack wherever a folder is one.
     *
     * @param law the packs there are
     * @param workbook where it is made; nothing is there yet
     * @param rules the ids of rules that the reform changes
     * @param locale the language of its sheets and headings: Spanish or else English
     * @return what was made, the names of its sheets in place of files
     * @throws RulePackException where the other throws it, if there is a file of that name, and if it is a first version: a workbook has no
     *     sheet for the actions that examples name
     * @throws IllegalStateException if {@code org.dhatim:fastexcel} is not there
     */
    public Written writeWorkbook(PackLibrary law, Path workbook, Collection<String> rules, Locale locale) {
        if (amends == null) {
            throw CreationWords.refused("first-workbook", "jurisdiction", jurisdiction);
        }
        Path into = Objects.requireNonNullElse(workbook.getParent(), Path.of(""));
        String name = Objects.toString(workbook.getFileName(), "");
        List<String> known = basis(law).rules().stream().map(Rule::id).toList();
        FolderInTheMaking place = FolderInTheMaking.workbook(into, name, locale, known);
        Written written = written(law, place, into, rules, new PackNaming(false));
        return new Written(
                written.folder(),
                PackWorkbook.sheets(written.files(), locale),
                written.blanks().stream()
                        .map(key -> PackWorkbook.key(key).in(locale))
                        .toList(),
                written.sections());
    }

    /**
     * Adds rules of the amended version to a workbook that its author has begun, with their limits, texts, examples and lists, ready to be
     * changed. They come behind what is there, which stays as it is, and so does every other sheet; what is there already is not added.
     *
     * @param law the packs there are
     * @param workbook the workbook, which no other program holds
     * @param rules the ids of rules that the reform changes
     * @return the names of the sheets that were added to
     * @throws RulePackException if the workbook cannot be read or written, its sheets are at fault, it amends nothing that is there, or the
     *     amended version has no such rule; it is as it was then
     */
    public static List<String> addTo(PackLibrary law, Path workbook, Collection<String> rules) {
        WorkbookInUse book = WorkbookInUse.of(workbook);
        if (book.header("amends").isBlank()) {
            throw CreationWords.refused("amends-nothing", "place", workbook.toString());
        }
        // Its years are nobody's business here: what the workbook says of itself stays.
        NewPack reform = new NewPack(
                book.header("jurisdiction"),
                book.header("version"),
                book.header("amends"),
                FiscalYear.of(2000),
                null,
                null,
                null);
        OpenPack amended = reform.basis(law);
        requireRules(amended, rules);
        Map<String, String> files = new TreeMap<>(
                new NewPackFiles(reform, amended, isGiven(law, amended), Set.copyOf(rules), new PackNaming(false))
                        .with(Checklist.of(amended)));
        files.keySet().removeAll(List.of(NewPackFiles.HEADER, "coverage.csv", "legal-bases.csv"));
        return book.add(files);
    }

    private static void requireRules(OpenPack amended, Collection<String> rules) {
        List<String> known = amended.rules().stream().map(Rule::id).toList();
        for (String rule : rules) {
            if (!known.contains(rule)) {
                // So many rules are no advice.
                String key = Nearest.to(rule, known).isEmpty() ? "no-rule-like" : "no-rule";
                throw CreationWords.refused(
                        key, "pack", amended.manifest().id(), "rule", rule, "near", near(rule, known));
            }
        }
    }

    /**
     * Writes the folder that a workbook or a zip file is, whatever may be wrong with what its files say.
     *
     * @param pack a workbook or a zip file of one pack
     * @param folder where the files are written; it is not there yet, or empty
     * @return the files, in alphabetical order
     * @throws RulePackException if the pack cannot be read, with what is wrong, or the folder cannot be written
     */
    public static List<String> unpack(Path pack, Path folder) {
        Faults faults = new Faults();
        GivenFiles files = GivenFiles.of(pack, faults);
        faults.end(pack.toString());
        return FolderInTheMaking.unpacked(Objects.requireNonNull(files), folder);
    }

    private Written written(
            PackLibrary law, FolderInTheMaking place, Path into, Collection<String> rules, PackNaming naming) {
        OpenPack amended = basis(law);
        requireNewer(law);
        requireYears(amended);
        if (!Files.isDirectory(into)) {
            throw CreationWords.refused("no-place", "place", into.toString());
        }
        requireRules(amended, rules);
        Set<String> taken = amends == null ? NewPackFiles.inFilesOf(amended, rules) : Set.copyOf(rules);
        Checklist checklist = amends == null ? Checklist.of(amended, taken) : Checklist.of(amended);
        Map<String, String> files =
                new NewPackFiles(this, amended, isGiven(law, amended), taken, naming).with(checklist);
        List<String> blanks = naming.names(NewPackFiles.HEADER, NewPackFiles.BLANKS);
        return new Written(place.write(law, files, blanks), List.copyOf(files.keySet()), blanks, checklist.size());
    }

    private static boolean isGiven(PackLibrary law, OpenPack pack) {
        return law.given().stream()
                .map(RulePack::manifest)
                .anyMatch(given -> given.id().equals(pack.manifest().id()));
    }

    private void requireYears(OpenPack amended) {
        if (amends != null && firstFiscalYear.compareTo(amended.manifest().firstFiscalYear()) < 0) {
            throw CreationWords.refused(
                    "years-before",
                    "first",
                    firstFiscalYear.toString(),
                    "amended-first",
                    amended.manifest().firstFiscalYear().toString());
        }
        if (lastFiscalYear != null && lastFiscalYear.compareTo(firstFiscalYear) < 0) {
            throw CreationWords.refused(
                    "years-order", "first", firstFiscalYear.toString(), "last", lastFiscalYear.toString());
        }
    }

    /** {@return the version it amends or is made like} */
    private OpenPack basis(PackLibrary law) {
        String[] model = like == null ? new String[] {jurisdiction, amends} : like.split("/", -1);
        if (model.length != 2) {
            throw CreationWords.refused("no-model", "like", Objects.requireNonNull(like));
        }
        return taken(law, model[0], model[1]);
    }

    private static OpenPack taken(PackLibrary law, String jurisdiction, String version) {
        List<String> jurisdictions = law.jurisdictions();
        if (!jurisdictions.contains(jurisdiction)) {
            throw CreationWords.refused(
                    "no-jurisdiction", "jurisdiction", jurisdiction, "near", near(jurisdiction, jurisdictions));
        }
        List<String> versions = versions(law, jurisdiction);
        if (!versions.contains(version)) {
            throw CreationWords.refused(
                    "no-amended", "jurisdiction", jurisdiction, "amends", version, "near", near(version, versions));
        }
        return OpenPack.of(law.load(jurisdiction, version));
    }

    private void requireNewer(PackLibrary law) {
        if (!Versions.isVersion(version)) {
            throw CreationWords.refused("no-version", "version", version);
        }
        List<String> there = versions(law, jurisdiction);
        if (there.contains(version)) {
            throw CreationWords.refused("version-twice", "jurisdiction", jurisdiction, "version", version);
        }
        if (amends == null) {
            if (!there.isEmpty()) {
                throw CreationWords.refused(
                        "not-first", "jurisdiction", jurisdiction, "versions", String.join(", ", there));
            }
        } else if (Versions.ORDER.compare(version, amends) <= 0) {
            throw CreationWords.refused("not-newer", "version", version, "amends", amends);
        }
    }

    private static List<String> versions(PackLibrary law, String jurisdiction) {
        return law.versions(jurisdiction).stream().map(PackManifest::version).toList();
    }

    /** {@return the nearest of what there is, else all of it} */
    private static String near(String word, List<String> known) {
        List<String> near = Nearest.to(word, known);
        return String.join(", ", near.isEmpty() ? known : near.subList(0, 1));
    }
}
