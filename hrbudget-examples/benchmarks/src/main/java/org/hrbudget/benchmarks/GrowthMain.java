package org.hrbudget.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.hrbudget.report.JsonReport;
import org.hrbudget.report.ReportDocument;
import org.hrbudget.rules.PackLibrary;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.ValidationReport;

/** Measures, in a process of its own, what more rules, packs or languages cost. */
public final class GrowthMain {

    /** What the lines that count start with. */
    static final String MARK = "@growth ";

    /** Numbers are gone through once without being counted, since the JVM is cold then. */
    private static final int PASSES = 6;

    private static final int RULES_OF_A_PACK = 8;
    private static final int LINES_OF_UNITS = 128_000;

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.forLanguageTag("es"));

    /** What may be more. */
    enum Of {
        /** Loading a pack, all its checks and examples among it, and compiling its rules. */
        LOADED_RULES,
        /** Validating a budget by a pack of more rules. */
        RULES,
        /** Validating a budget by more packs of eight rules. */
        PACKS,
        /** Validating as many lines of more thousands of units. */
        UNITS,
        /** The same, with two rules that join the sums of units. */
        UNITS_JOINED,
        /** Writing a report in more languages; beyond two, they are written again. */
        LANGUAGES
    }

    private final Path folder;
    private final GivenBudget budget;

    private GrowthMain(Path folder, GivenBudget budget) {
        this.folder = folder;
        this.budget = budget;
    }

    /**
     * Prints the times in milliseconds of each number, a line a number.
     *
     * @param arguments what may be more, the planted budget, a folder to write packs in, and the numbers
     * @throws IOException if something cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        GivenBudget budget = new GivenBudget(GivenBudget.Kind.PLANTED, Path.of(arguments[1]), null);
        GrowthMain growth = new GrowthMain(Path.of(arguments[2]), budget);
        Of of = Of.valueOf(arguments[0]);
        Map<Integer, List<Double>> times = new TreeMap<>();
        for (int pass = 0; pass < PASSES; pass++) {
            for (int i = 3; i < arguments.length; i++) {
                int number = Integer.parseInt(arguments[i]);
                double millis = growth.millis(of, number, pass);
                if (pass > 0) {
                    times.computeIfAbsent(number, any -> new ArrayList<>()).add(millis);
                }
            }
        }
        times.forEach((number, all) -> System.out.println(
                MARK + number + " " + Row.number("%.6f", Spread.of(all).median())));
    }

    private interface Work {
        void run() throws IOException;
    }

    private double millis(Of of, int number, int pass) throws IOException {
        Work work = switch (of) {
            case LOADED_RULES -> loading(number, pass);
            case RULES -> validating(List.of(pack("grown", number, pass)));
            case PACKS -> validating(packs(number, pass));
            case UNITS -> units(number, Program.HRBUDGET);
            case UNITS_JOINED -> units(number, Program.JOINING);
            case LANGUAGES -> writing(number, pass);
        };
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private Work loading(int number, int pass) throws IOException {
        Path pack = written("loaded", number, pass);
        return () -> PackLibrary.bundled().and(pack).given().get(0).prepare();
    }

    private Work validating(List<RulePack> packs) {
        packs.forEach(RulePack::prepare);
        BudgetValidator validator = BudgetValidator.builder()
                .packs(packs.toArray(RulePack[]::new))
                .fiscalYear(budget.kind().fiscalYear())
                .build();
        return () -> validator.validate(budget.source());
    }

    private Work units(int thousands, Program program) throws IOException {
        Path file = folder.resolve("units-" + thousands + ".csv");
        if (!Files.exists(file)) {
            Files.createDirectories(folder);
            try (BufferedWriter rows = Files.newBufferedWriter(file)) {
                rows.write("account_entry,unit_code,approved\n");
                for (int line = 0; line < LINES_OF_UNITS; line++) {
                    int unit = line % (thousands * 1000);
                    rows.write(Row.number("%d,U%d,%d.00\n", line, unit, 1 + line % 97));
                }
            }
        }
        Program.Ready ready = program.ready(budget, 1);
        GivenBudget ofUnits = new GivenBudget(budget.kind(), file, null);
        return () -> ready.run(ofUnits);
    }

    private Work writing(int number, int pass) throws IOException {
        BudgetValidator validator = BudgetValidator.using(pack("grown", RULES_OF_A_PACK, pass));
        ValidationReport report = validator.validate(budget.source());
        return () -> {
            for (int i = 0; i < number; i++) {
                Locale language = LANGUAGES.get(i % LANGUAGES.size());
                JsonReport.write(ReportDocument.of(report, language, Map.of()), OutputStream.nullOutputStream());
            }
        };
    }

    private List<RulePack> packs(int number, int pass) throws IOException {
        List<RulePack> packs = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            packs.add(pack("grown-" + (char) ('a' + i), RULES_OF_A_PACK, pass));
        }
        return packs;
    }

    private RulePack pack(String jurisdiction, int number, int pass) throws IOException {
        return PackLibrary.bundled()
                .and(written(jurisdiction, number, pass))
                .given()
                .get(0);
    }

    private Path written(String jurisdiction, int number, int pass) throws IOException {
        return GrownPack.write(folder.resolve(jurisdiction + "-" + number + "-" + pass), jurisdiction, number);
    }
}
