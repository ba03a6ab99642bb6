package org.hrbudget.cli.collection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hrbudget.model.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * What is in the folder of hand-ins, sorted by unit. A file is of the unit that the list of the counter names; else of the one whose
 * pattern tells it; else of the one whose code stands in the name of the outermost folder that has one, or of the file. Of several
 * files of one unit the newest {@link Version} is taken.
 *
 * @param units what each unit of the roster handed in, in the order of the roster
 * @param strays the files that nobody takes, and what the list of the counter names in vain
 */
public record HandIns(List<OfUnit> units, List<Stray> strays) {

    private static final List<String> ENDINGS =
            List.of(".csv", ".tsv", ".txt", ".json", ".xlsx", ".xlsm", ".xls", ".ods", ".gz", ".zip");

    /** Copies the lists. */
    public HandIns {
        units = List.copyOf(units);
        strays = List.copyOf(strays);
    }

    /**
     * A file that was handed in.
     *
     * @param path where it is
     * @param name its path in the folder, with slashes
     * @param received when it came
     * @param listed whether the list of the counter says so, and not the file's own time
     */
    public record HandIn(Path path, String name, Moment received, boolean listed) {}

    /**
     * What a unit handed in.
     *
     * @param unit the unit
     * @param taken the version that is taken, or {@code null} where there is none
     * @param others its other files, the newest version first
     * @param byNameAlone whether no day and no number, but only the rest of the names says which one is newest
     */
    public record OfUnit(Roster.Unit unit, @Nullable HandIn taken, List<HandIn> others, boolean byNameAlone) {

        /** Copies the list. */
        public OfUnit {
            others = List.copyOf(others);
        }
    }

    /**
     * A file that is taken for nobody, or a row of a list that finds nothing.
     *
     * @param name the file
     * @param why why nobody takes it, and what to do
     */
    public record Stray(String name, Bilingual why) {}

    /**
     * {@return what is in a folder and the folders in it}
     *
     * @param folder the folder
     * @param zone the zone whose clocks tell the day on which a file was last changed
     * @throws IOException if it cannot be gone through
     */
    public static HandIns in(Path folder, Roster roster, ReceivedList received, ZoneId zone) throws IOException {
        Map<Roster.Unit, List<HandIn>> byUnit = new LinkedHashMap<>();
        roster.units().forEach(unit -> byUnit.put(unit, new ArrayList<>()));
        List<Stray> strays = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<Path> files = files(folder);
        List<String> all = files.stream().map(path -> name(folder, path)).toList();
        for (Path path : files) {
            String name = name(folder, path);
            names.add(name);
            List<ReceivedList.Entry> said = entries(name, received, all);
            List<Roster.Unit> owners = owners(name, roster, said);
            if (isOfTheSystem(path)) {
                strays.add(new Stray(name, CollectionWords.both("stray.system")));
            } else if (said.size() > 1) {
                strays.add(new Stray(name, CollectionWords.both("stray.listed-twice")));
            } else if (owners.size() == 1) {
                Objects.requireNonNull(byUnit.get(owners.get(0))).add(handIn(path, name, said, zone));
            } else {
                strays.add(new Stray(name, nobody(owners, said)));
            }
        }
        for (ReceivedList.Entry entry : received.entries()) {
            if (isOfSeveral(entry, names)) {
                strays.add(new Stray(entry.file(), CollectionWords.both("stray.ambiguous", "unit", entry.unit())));
            }
            if (names.stream().noneMatch(entry::isOf)) {
                strays.add(new Stray(entry.file(), CollectionWords.both("stray.not-there", "unit", entry.unit())));
            }
        }
        List<OfUnit> units = new ArrayList<>();
        byUnit.forEach((unit, own) -> units.add(sorted(unit, own)));
        return new HandIns(units, strays);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(path -> name(folder, path)))
                    .toList();
        }
    }

    private static String name(Path folder, Path path) {
        return Stream.iterate(0, i -> i + 1)
                .limit(folder.relativize(path).getNameCount())
                .map(i -> folder.relativize(path).getName(i).toString())
                .collect(Collectors.joining("/"));
    }

    /** The list may name a file in a folder by its path, and then not others of its name. */
    private static List<ReceivedList.Entry> entries(String name, ReceivedList received, List<String> names) {
        List<ReceivedList.Entry> all = received.entries().stream()
                .filter(entry -> entry.isOf(name) && !isOfSeveral(entry, names))
                .toList();
        List<ReceivedList.Entry> whole = all.stream()
                .filter(entry -> Roster.folded(entry.file()).equals(Roster.folded(name)))
                .toList();
        return whole.isEmpty() ? all : whole;
    }

    /** {@return whether a name alone may be that of several files: nobody can say which was meant} */
    private static boolean isOfSeveral(ReceivedList.Entry entry, List<String> names) {
        return names.stream().noneMatch(name -> Roster.folded(entry.file()).equals(Roster.folded(name)))
                && names.stream().filter(entry::isOf).count() > 1;
    }

    private static List<Roster.Unit> owners(String name, Roster roster, List<ReceivedList.Entry> said) {
        if (!said.isEmpty()) {
            return roster.unit(said.get(0).unit()).stream().toList();
        }
        List<Roster.Unit> claiming =
                roster.units().stream().filter(unit -> unit.claims(name)).toList();
        if (!claiming.isEmpty()) {
            return claiming;
        }
        for (String part : Roster.folded(name).split("/", -1)) {
            List<Roster.Unit> named = named(part, roster);
            if (!named.isEmpty()) {
                return named;
            }
        }
        return List.of();
    }

    /** A code that stands in the name only as a part of a longer one, as 11 in 11-CD01, is not meant. */
    private static List<Roster.Unit> named(String part, Roster roster) {
        List<Roster.Unit> found = roster.units().stream()
                .filter(unit ->
                        unit.files() == null && unit.inNames().matcher(part).find())
                .toList();
        return found.stream()
                .filter(unit -> {
                    Pattern own = unit.inNames();
                    String rest = part;
                    for (Roster.Unit other : found) {
                        boolean longer = other.code().length() > unit.code().length();
                        rest = longer ? other.inNames().matcher(rest).replaceAll("/") : rest;
                    }
                    return own.matcher(rest).find();
                })
                .toList();
    }

    /** What begins with a point or a tilde is of the system, or of an office program that has a file open. */
    private static boolean isOfTheSystem(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.startsWith(".") || name.startsWith("~");
    }

    private static Bilingual nobody(List<Roster.Unit> owners, List<ReceivedList.Entry> said) {
        if (!said.isEmpty()) {
            return CollectionWords.both("stray.listed", "unit", said.get(0).unit());
        }
        return owners.isEmpty()
                ? CollectionWords.both("stray.nobody")
                : CollectionWords.both(
                        "stray.several",
                        "units",
                        owners.stream().map(Roster.Unit::code).collect(Collectors.joining(", ")));
    }

    private static HandIn handIn(Path path, String name, List<ReceivedList.Entry> said, ZoneId zone)
            throws IOException {
        return said.isEmpty()
                ? new HandIn(
                        path, name, Moment.of(Files.getLastModifiedTime(path).toInstant(), zone), false)
                : new HandIn(path, name, said.get(0).received(), true);
    }

    /** What is no form of a budget, such as a letter beside it, is no version of it, unless there is nothing else. */
    private static OfUnit sorted(Roster.Unit unit, List<HandIn> files) {
        // What the counter wrote down of all of them says more than their names.
        boolean listed = files.stream().allMatch(HandIn::listed);
        Comparator<HandIn> newest = Comparator.comparing(HandIns::isRead);
        if (listed) {
            newest = newest.thenComparing(file -> file.received().toString());
        }
        newest = newest.thenComparing(file -> version(unit, file)).reversed();
        List<HandIn> order = files.stream().sorted(newest).toList();
        if (order.isEmpty()) {
            return new OfUnit(unit, null, List.of(), false);
        }
        HandIn taken = order.get(0);
        List<HandIn> others = order.subList(1, order.size());
        boolean byNameAlone = !others.isEmpty()
                && isRead(others.get(0)) == isRead(taken)
                && !(listed
                        && !taken.received()
                                .toString()
                                .equals(others.get(0).received().toString()))
                && version(unit, taken).isBesides(version(unit, others.get(0)));
        return new OfUnit(unit, taken, others, byNameAlone);
    }

    private static Version version(Roster.Unit unit, HandIn file) {
        return Version.of(Roster.folded(file.name()), unit.inNames());
    }

    /** {@return whether a file has the ending of a form that budgets have} */
    static boolean isRead(HandIn file) {
        String name = file.name().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith);
    }
}
