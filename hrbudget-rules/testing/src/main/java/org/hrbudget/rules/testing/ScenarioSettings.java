package org.hrbudget.rules.testing;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hrbudget.io.BudgetReadException;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.Layout;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.rules.PackLibrary;
import org.hrbudget.rules.RulePackException;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.ValidationReport;
import org.hrbudget.validation.Verdict;

/** What {@code scenario.properties} says: lines of {@code key=value}, and of {@code #} for remarks. */
final class ScenarioSettings {

    private static final List<String> KEYS = List.of(
            "rules", "fiscal-year", "as-of", "layout", "phase", "budget", "verdict", "rejected-rows", "problems");

    /** A value and where it stands. */
    record Setting(String place, String value) {
        Scenario.MalformedException fault(String problem, String advice) {
            return new Scenario.MalformedException(place, "\"" + value + "\": " + problem, advice);
        }
    }

    private final String file;
    private final Map<String, Setting> settings;

    private ScenarioSettings(String file, Map<String, Setting> settings) {
        this.file = file;
        this.settings = settings;
    }

    static ScenarioSettings parse(String file, String text) {
        Map<String, Setting> settings = new LinkedHashMap<>();
        int number = 0;
        for (String raw : text.split("\n", -1)) {
            number++;
            String line = raw.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String place = file + ":" + number;
            int equals = line.indexOf('=');
            String key = equals < 0 ? line : line.substring(0, equals).strip();
            if (equals < 0 || !KEYS.contains(key)) {
                throw new Scenario.MalformedException(
                        place,
                        "\"" + key + "\" is not a setting of a scenario" + (equals < 0 ? " with a value." : "."),
                        Scenario.MalformedException.maybe(key, KEYS));
            }
            String value = line.substring(equals + 1).strip();
            if (!value.isEmpty() && settings.putIfAbsent(key, new Setting(place, value)) != null) {
                throw new Scenario.MalformedException(
                        place, "\"" + key + "\" appears twice.", "Maybe keep one of the two.");
            }
        }
        ScenarioSettings parsed = new ScenarioSettings(file, settings);
        parsed.check();
        return parsed;
    }

    /** What can be wrong without looking at another file is said when scenarios are found, not when they run. */
    private void check() {
        if (!settings.containsKey("rules")) {
            throw new Scenario.MalformedException(
                    file, "It does not say which rules.", "Maybe write the line rules=mx-cmx/2011.1.");
        }
        fiscalYear();
        asOf();
        phase();
        verdict();
        count("rejected-rows");
        count("problems");
    }

    Optional<Setting> budget() {
        return get("budget");
    }

    List<RulePack> packs(PackLibrary library) {
        Setting rules = settings.get("rules");
        List<RulePack> packs = new ArrayList<>();
        if (rules != null) {
            for (String name : rules.value().split(",", -1)) {
                packs.add(pack(library, rules, name.strip()));
            }
        }
        return packs;
    }

    private RulePack pack(PackLibrary library, Setting rules, String name) {
        int slash = name.indexOf('/');
        if (slash >= 0) {
            return library.load(name.substring(0, slash), name.substring(slash + 1));
        }
        FiscalYear year = fiscalYear().orElse(null);
        LocalDate day = asOf().orElse(null);
        if (year == null || day == null) {
            throw rules.fault(
                    "Which version governs depends on the fiscal year and on the day whose law is asked for.",
                    "Maybe write the version, as in " + name + "/2011.1, or the lines fiscal-year=... and as-of=....");
        }
        try {
            return library.select(name, year, day).orElseThrow();
        } catch (RulePackException e) {
            throw rules.fault(e.message(Locale.ENGLISH), "Maybe another day or fiscal year was meant.");
        }
    }

    Budgets.Reading reading(Budgets.Reading reading) {
        get("layout").ifPresent(setting -> reading.layout(layout(setting)));
        fiscalYear().ifPresent(reading::fiscalYear);
        phase().ifPresent(reading::phase);
        return reading;
    }

    /** {@return where the report as a whole is not what was expected} */
    List<String> differences(ValidationReport report) {
        List<String> differences = new ArrayList<>();
        verdict()
                .filter(verdict -> verdict != report.verdict())
                .ifPresent(verdict -> differences.add("verdict: expected " + verdict + ", is " + report.verdict()));
        long rejected = report.inputs().stream()
                .mapToLong(input -> input.rowsRejected())
                .sum();
        if (rejected != count("rejected-rows")) {
            differences.add("rejected rows: expected " + count("rejected-rows") + ", there are " + rejected);
            report.rejectedRows()
                    .forEach(row -> differences.add("  rejected " + row.position()
                            + (row.column() == null ? "" : ", column " + row.column()) + ": "
                            + row.reason().en()));
        }
        if (report.problems().size() != count("problems")) {
            differences.add("problems: expected " + count("problems") + ", there are "
                    + report.problems().size());
            report.problems()
                    .forEach(problem -> differences.add("  problem of " + problem.subject() + ": "
                            + problem.message().en()));
        }
        return differences;
    }

    private static Layout layout(Setting setting) {
        try {
            return Layout.named(setting.value());
        } catch (BudgetReadException e) {
            throw setting.fault(
                    "There is no such layout.", Scenario.MalformedException.maybe(setting.value(), Layout.names()));
        }
    }

    private Optional<FiscalYear> fiscalYear() {
        return parsed("fiscal-year", FiscalYear::parse, "Maybe write four digits, such as 2011.");
    }

    private Optional<LocalDate> asOf() {
        return parsed("as-of", LocalDate::parse, "Maybe write year-month-day, such as 2010-11-15.");
    }

    private Optional<BudgetPhase> phase() {
        return parsed("phase", text -> constant(BudgetPhase.values(), text), "Maybe " + words(BudgetPhase.values()));
    }

    private Optional<Verdict> verdict() {
        return parsed("verdict", text -> constant(Verdict.values(), text), "Maybe " + words(Verdict.values()));
    }

    private long count(String key) {
        return parsed(key, Integer::parseUnsignedInt, "Maybe write a number, such as 0.")
                .orElse(0);
    }

    private <T> Optional<T> parsed(String key, Function<String, T> parser, String advice) {
        return get(key).map(setting -> {
            try {
                return parser.apply(setting.value());
            } catch (IllegalArgumentException | DateTimeParseException e) {
                throw setting.fault("It cannot be the " + key + ".", advice);
            }
        });
    }

    private Optional<Setting> get(String key) {
        return Optional.ofNullable(settings.get(key));
    }

    /** {@return the constant of this name, whatever its case and with hyphens for underscores} */
    static <E extends Enum<E>> E constant(E[] values, String text) {
        String name = text.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(text));
    }

    static String words(Enum<?>[] values) {
        return "one of these was meant: "
                + String.join(", ", Arrays.stream(values).map(Enum::name).toList()) + ".";
    }
}
