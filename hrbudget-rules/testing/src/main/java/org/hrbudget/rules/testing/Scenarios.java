package org.hrbudget.rules.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.hrbudget.rules.PackLibrary;

/**
 * Folders of budgets and of the findings expected of them, to be run by any harness.
 *
 * <p>A scenario is a folder with these files:
 *
 * <table>
 * <caption>The files of a scenario</caption>
 * <tr><th>file</th><th>what it holds</th></tr>
 * <tr><td>{@code scenario.properties}</td><td>{@code rules}: {@code mx-cmx/2011.1}, or {@code mx-cmx} with {@code fiscal-year} and
 *     {@code as-of}; several are separated by commas. Optional: {@code layout} ({@code hrbudget}), {@code phase},
 *     {@code fiscal-year}, {@code budget} (the file of the budget), {@code verdict}, {@code rejected-rows} (0),
 *     {@code problems} (0)</td></tr>
 * <tr><td>{@code budget.csv} or {@code budget.json}</td><td>the budget, in any layout, also packed
 *     ({@code .gz}, {@code .zip})</td></tr>
 * <tr><td>{@code expected-findings.csv}</td><td>one row for each finding: {@code rule} and any of {@code pack, severity, file, row,
 *     column, unit, details}. A column left out is not compared; a blank cell means that the finding has nothing there</td></tr>
 * <tr><td>{@code expected-ledger.csv}</td><td>optional, one row for each rule it speaks of: {@code rule, outcome} and any of
 *     {@code pack, examined, defects, undetermined}</td></tr>
 * <tr><td>{@code programme}, {@code baseline}, {@code item-catalogue}, {@code links}, {@code unit-action-lists},
 *     {@code policy-frameworks}, {@code goals}, {@code indicators}, {@code results-matrix}</td><td>optional, each {@code .csv} or,
 *     but for links, {@code .json}</td></tr>
 * </table>
 *
 * <p>With JUnit:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> scenarios() {
 *     return Scenarios.in(Path.of("src/test/scenarios")).stream()
 *             .map(scenario -> DynamicTest.dynamicTest(scenario.name(), () -> scenario.run().orThrow()));
 * }
 * }</pre>
 */
public final class Scenarios {

    private static final int DEPTH = 32;

    private Scenarios() {}

    /**
     * {@return the scenarios below a folder, itself included, against the packs that come with the library}
     *
     * @param folder the folder
     * @throws Scenario.MalformedException if it cannot be read, has no scenario at all, or one is at fault
     */
    public static List<Scenario> in(Path folder) {
        return in(folder, PackLibrary.bundled());
    }

    /**
     * {@return the scenarios below a folder, itself included, in the order of their names}
     *
     * @param folder the folder
     * @param packs the packs that their {@code rules} name
     * @throws Scenario.MalformedException if it cannot be read, has no scenario at all, or one is at fault
     */
    public static List<Scenario> in(Path folder, PackLibrary packs) {
        List<Scenario> scenarios = new ArrayList<>();
        for (Path found : folders(folder)) {
            scenarios.add(Scenario.read(name(folder, found), found, packs));
        }
        if (scenarios.isEmpty()) {
            throw new Scenario.MalformedException(
                    folder.toString(),
                    "There is no scenario in this folder, nor below it.",
                    "Maybe a file " + Scenario.SETTINGS + " is missing: it makes a folder a scenario.");
        }
        scenarios.sort(Comparator.comparing(Scenario::name));
        return List.copyOf(scenarios);
    }

    private static List<Path> folders(Path folder) {
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
            return files.filter(Files::isDirectory)
                    .filter(Scenarios::isScenario)
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new Scenario.MalformedException(
                    folder.toString(), "The folder cannot be read.", "Maybe it does not exist: " + e.getMessage());
        }
    }

    /** A folder that expects findings but says not of what would never run, and nobody would notice. */
    private static boolean isScenario(Path folder) {
        boolean settings = Files.exists(folder.resolve(Scenario.SETTINGS));
        if (!settings && Files.exists(folder.resolve(Scenario.FINDINGS))) {
            throw new Scenario.MalformedException(
                    folder.toString(),
                    "There is " + Scenario.FINDINGS + " but no " + Scenario.SETTINGS + ".",
                    "Maybe write one with the line rules=mx-cmx/2011.1.");
        }
        return settings;
    }

    private static String name(Path root, Path folder) {
        String name = root.relativize(folder).toString().replace('\\', '/');
        return name.isEmpty()
                ? String.valueOf(folder.toAbsolutePath().normalize().getFileName())
                : name;
    }
}
