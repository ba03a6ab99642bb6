package org.hrbudget.rules.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hrbudget.io.Baselines;
import org.hrbudget.io.BudgetSource;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.DocumentType;
import org.hrbudget.io.ItemCatalogues;
import org.hrbudget.io.Programmes;
import org.hrbudget.rules.PackLibrary;
import org.hrbudget.text.Nearest;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.ValidationReport;

/** A budget in a folder and what is expected of it. Immutable; its files are read anew by each {@link #run()}. */
public final class Scenario {

    /** The file that makes a folder a scenario. */
    static final String SETTINGS = "scenario.properties";

    /** The file of the findings expected. */
    static final String FINDINGS = "expected-findings.csv";

    /** The file of what rules are expected to do. */
    static final String LEDGER = "expected-ledger.csv";

    private static final String PROPOSED = ".proposed";
    private static final int FINDINGS_PER_RULE = 1_000_000;
    private static final List<String> BUDGETS = List.of(
            "budget.csv",
            "budget.csv.gz",
            "budget.csv.zip",
            "budget.json",
            "budget.json.gz",
            "budget.json.zip",
            "budget.zip");

    private final String name;
    private final Path folder;
    private final ScenarioSettings settings;
    private final PackLibrary packs;

    private Scenario(String name, Path folder, ScenarioSettings settings, PackLibrary packs) {
        this.name = name;
        this.folder = folder;
        this.settings = settings;
        this.packs = packs;
    }

    static Scenario read(String name, Path folder, PackLibrary packs) {
        String place = name + "/" + SETTINGS;
        ScenarioSettings settings = ScenarioSettings.parse(place, text(folder.resolve(SETTINGS), place));
        return new Scenario(name, folder, settings, packs);
    }

    /** {@return its folder below the one that was searched, with {@code /} between, such as {@code links/above-line}} */
    public String name() {
        return name;
    }

    /** {@return its folder} */
    public Path folder() {
        return folder;
    }

    /**
     * {@return what the rules say of the budget beside what was expected}
     *
     * @throws MalformedException if its files are at fault, or no findings are stated: an empty table states that there are none
     * @throws org.hrbudget.io.BudgetReadException if the budget or what it is checked with cannot be read
     * @throws org.hrbudget.rules.RulePackException if its pack cannot be loaded
     */
    public Result run() {
        Path findings = folder.resolve(FINDINGS);
        if (!Files.exists(findings)) {
            throw new MalformedException(
                    place(FINDINGS),
                    "The file is missing, so nothing is expected.",
                    "Maybe write it by hand, or call propose(), read what it wrote, and take \"" + PROPOSED
                            + "\" out of its name.");
        }
        ExpectedFindings expected = ExpectedFindings.parse(place(FINDINGS), text(findings, place(FINDINGS)));
        Path ledger = folder.resolve(LEDGER);
        Optional<ExpectedLedger> outcomes = Files.exists(ledger)
                ? Optional.of(ExpectedLedger.parse(place(LEDGER), text(ledger, place(LEDGER))))
                : Optional.empty();
        ValidationReport report = report();
        List<String> others = new ArrayList<>(settings.differences(report));
        outcomes.ifPresent(entries -> others.addAll(entries.differences(report)));
        return Result.of(name, report, expected.compare(report), others);
    }

    /**
     * Writes what the rules say now into {@code expected-findings.proposed.csv} and {@code expected-ledger.proposed.csv}, for a
     * person to read and, where it is right, to rename. No run looks at those files, so a proposal never passes by itself.
     *
     * @return the files written
     * @throws MalformedException if they cannot be written, or files of the scenario are at fault
     * @throws org.hrbudget.io.BudgetReadException if the budget or what it is checked with cannot be read
     */
    public List<Path> propose() {
        ValidationReport report = report();
        return List.of(
                write(proposed(FINDINGS), ExpectedFindings.of(report)),
                write(proposed(LEDGER), ExpectedLedger.of(report)));
    }

    private static String proposed(String file) {
        return file.replace(".csv", PROPOSED + ".csv");
    }

    private Path write(String file, String text) {
        Path path = folder.resolve(file);
        try {
            return Files.writeString(path, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new MalformedException(place(file), "The file cannot be written.", "Maybe: " + e.getMessage());
        }
    }

    private ValidationReport report() {
        List<RulePack> chosen = settings.packs(packs);
        BudgetValidator.Builder validator =
                BudgetValidator.builder().packs(chosen.toArray(RulePack[]::new)).maxFindingsPerRule(FINDINGS_PER_RULE);
        beside("programme").ifPresent(file -> validator.programme(Programmes.read(file)));
        beside("baseline").ifPresent(file -> validator.baseline(Baselines.read(file)));
        beside("item-catalogue").ifPresent(file -> validator.itemCatalogue(ItemCatalogues.read(file)));
        for (DocumentType<?> type : DocumentType.all()) {
            // A scenario's folder has the lists of all units.
            String base = type == DocumentType.UNIT_ACTIONS ? "unit-action-lists" : type.name();
            beside(base).ifPresent(file -> validator.documents(type.read(file)));
        }
        return validator.build().validate(budget(chosen.get(0).manifest().jurisdiction()));
    }

    /** Our own layout serves every jurisdiction, and a scenario says whose budget it is by its pack. */
    private BudgetSource budget(String jurisdiction) {
        Budgets.Reading reading = settings.reading(Budgets.reading(budgetFile()).assumedJurisdiction(jurisdiction));
        Path links = folder.resolve("links.csv");
        return (Files.exists(links) ? reading.links(links) : reading).source();
    }

    private Path budgetFile() {
        Optional<ScenarioSettings.Setting> named = settings.budget();
        if (named.isPresent()) {
            Path file = folder.resolve(named.get().value()).normalize();
            if (!file.startsWith(folder.normalize()) || !Files.isRegularFile(file)) {
                throw named.get()
                        .fault("There is no such file in the folder of the scenario.", "Maybe it is misspelled.");
            }
            return file;
        }
        List<Path> found =
                BUDGETS.stream().map(folder::resolve).filter(Files::exists).toList();
        if (found.size() != 1) {
            throw new MalformedException(
                    name,
                    found.isEmpty() ? "There is no budget." : "There are " + found.size() + " budgets.",
                    "Maybe name the one file it is in: budget=..., or call it budget.csv.");
        }
        return found.get(0);
    }

    private Optional<Path> beside(String base) {
        List<Path> found = List.of(folder.resolve(base + ".csv"), folder.resolve(base + ".json")).stream()
                .filter(Files::exists)
                .toList();
        if (found.size() > 1) {
            throw new MalformedException(
                    name, "There are " + base + ".csv and " + base + ".json.", "Maybe keep one of the two.");
        }
        return found.stream().findFirst();
    }

    private String place(String file) {
        return name + "/" + file;
    }

    private static String text(Path file, String place) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new MalformedException(
                    place, "The file cannot be read as text in UTF-8.", "Maybe save it as UTF-8: " + e.getMessage());
        }
    }

    /** {@return its name} */
    @Override
    public String toString() {
        return name;
    }

    /**
     * What became of a scenario: where the report is not what was expected. Immutable.
     *
     * @param scenario the scenario's name
     * @param report the whole report
     * @param missing the findings expected that are not there, in the order of their table
     * @param unexpected the findings that are there and were not expected, in the order of the report
     * @param others what else differs, a line each: the verdict, what rules did, rejected rows, problems
     */
    public record Result(
            String scenario,
            ValidationReport report,
            List<ExpectedFinding> missing,
            List<Finding> unexpected,
            List<String> others) {

        /**
         * A row of the table of findings expected.
         *
         * @param row its number, as a spreadsheet shows it
         * @param words what it says, by column
         */
        public record ExpectedFinding(int row, Map<String, String> words) {

            /** Copies the map in its order. */
            public ExpectedFinding {
                words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
            }
        }

        /** Copies the lists. */
        public Result {
            missing = List.copyOf(missing);
            unexpected = List.copyOf(unexpected);
            others = List.copyOf(others);
        }

        static Result of(
                String scenario, ValidationReport report, ExpectedFindings.Mismatch findings, List<String> others) {
            return new Result(scenario, report, findings.missing(), findings.unexpected(), others);
        }

        /** {@return whether the report is what was expected} */
        public boolean agrees() {
            return missing.isEmpty() && unexpected.isEmpty() && others.isEmpty();
        }

        /** {@return what differs, a line each and the same for the same files; empty where nothing does} */
        public String differences() {
            if (agrees()) {
                return "";
            }
            StringBuilder text =
                    new StringBuilder("The scenario ").append(scenario).append(" differs:\n");
            missing.forEach(finding -> text.append("  missing (")
                    .append(Scenario.FINDINGS)
                    .append(':')
                    .append(finding.row())
                    .append("): ")
                    .append(ExpectedFindings.line(finding.words()))
                    .append('\n'));
            unexpected.forEach(finding -> text.append("  unexpected: ")
                    .append(ExpectedFindings.line(finding))
                    .append('\n'));
            others.forEach(other -> text.append("  ").append(other).append('\n'));
            return text.toString();
        }

        /**
         * Asserts that the report is what was expected.
         *
         * @return this
         * @throws AssertionError if it is not, with the differences
         */
        public Result orThrow() {
            if (!agrees()) {
                throw new AssertionError(differences());
            }
            return this;
        }
    }

    /** Says that the files of a scenario cannot be used: a fault of the test, never of the budget or of a rule. */
    public static final class MalformedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String place;

        /**
         * Says what is wrong with a scenario.
         *
         * @param place the file and, where there is one, the line and the cell, such as {@code expected-findings.csv:3 (B3)}
         * @param problem what is wrong
         * @param advice what to do
         */
        public MalformedException(String place, String problem, String advice) {
            super(place + ": " + problem + "\n" + advice);
            this.place = place;
        }

        /** {@return the file and, where there is one, the line and the cell} */
        public String place() {
            return place;
        }

        /** {@return advice to write a known word instead of this one} */
        static String maybe(String word, Collection<String> known) {
            List<String> near = Nearest.to(word, known);
            return near.isEmpty()
                    ? "Maybe one of these was meant: " + String.join(", ", known) + "."
                    : "Maybe \"" + near.get(0) + "\" was meant.";
        }
    }
}
