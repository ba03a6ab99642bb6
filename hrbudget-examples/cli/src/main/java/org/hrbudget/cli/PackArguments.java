package org.hrbudget.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hrbudget.rules.PackLibrary;
import org.hrbudget.validation.RulePack;

/** The packs that arguments name: those that come along, and those the user gives with {@code --pack}. */
final class PackArguments {

    static final String OPTION = "--pack";

    private final Arguments arguments;
    private final List<Path> places;
    private final PackLibrary library;
    private final Map<String, PackLibrary> read = new HashMap<>();

    PackArguments(Arguments arguments) {
        this.arguments = arguments;
        this.places = arguments.all(OPTION).stream()
                .map(place -> arguments.path(place, OPTION))
                .toList();
        this.library = PackLibrary.bundled().and(places);
    }

    /**
     * {@return a command about packs that finds those that were given with the option, as it can be copied into a shell}
     *
     * @param command its words
     * @param arguments its arguments; a pack given with the option that is one of them is not given with it again
     */
    String advised(String command, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        Set<Path> named = all.stream()
                .filter(argument -> !argument.isEmpty())
                .map(argument -> whole(this.arguments.path(argument, OPTION)))
                .collect(Collectors.toSet());
        for (String place : this.arguments.all(OPTION)) {
            if (!named.contains(whole(this.arguments.path(place, OPTION)))) {
                all.addAll(List.of(OPTION, place));
            }
        }
        return Advice.command(command, all);
    }

    /** {@return all packs there are to choose from} */
    PackLibrary library() {
        return library;
    }

    /**
     * {@return the packs among which the one lies that an argument names}
     *
     * @param name the argument
     * @param label what it is called in the usage
     */
    PackLibrary around(String name, String label) {
        return isNamed(name) || given(name, label) >= 0
                ? library
                : read.computeIfAbsent(name, place -> library.and(arguments.path(place, label)));
    }

    private boolean isNamed(String name) {
        String[] parts = name.split("/", -1);
        return parts.length == 2 && library.jurisdictions().contains(parts[0]);
    }

    /**
     * {@return the pack that an argument names: {@code mx-cmx/2011.1}, or the path of a folder or zip file}
     *
     * @param name the argument
     * @param label what it is called in the usage
     */
    RulePack pack(String name, String label) {
        if (isNamed(name)) {
            String[] parts = name.split("/", -1);
            return library.load(parts[0], parts[1]);
        }
        int place = given(name, label);
        List<RulePack> all = around(name, label).given();
        return all.get(place >= 0 ? place : all.size() - 1);
    }

    /** {@return which of the packs given with the option an argument names; -1 where it is none of them} */
    private int given(String name, String label) {
        Path place = whole(arguments.path(name, label));
        return places.stream().map(PackArguments::whole).toList().indexOf(place);
    }

    private static Path whole(Path place) {
        return place.toAbsolutePath().normalize();
    }
}
