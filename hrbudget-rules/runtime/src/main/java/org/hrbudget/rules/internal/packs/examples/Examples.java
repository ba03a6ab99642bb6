package org.hrbudget.rules.internal.packs.examples;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hrbudget.io.BudgetReadException;
import org.hrbudget.io.BudgetSource;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.DocumentType;
import org.hrbudget.io.Layout;
import org.hrbudget.io.ReadingAccount;
import org.hrbudget.io.internal.ProgrammeColumns;
import org.hrbudget.io.spi.RowSource;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.rules.internal.language.Fault;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.language.SourceText;
import org.hrbudget.rules.internal.packs.Consolidation;
import org.hrbudget.rules.internal.packs.OpenPack;
import org.hrbudget.rules.internal.packs.PackHeader;
import org.hrbudget.rules.internal.packs.PackWords;
import org.hrbudget.rules.internal.packs.tables.Days;
import org.hrbudget.rules.internal.packs.tables.Moment;
import org.hrbudget.rules.internal.packs.tables.Table;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.Severity;
import org.hrbudget.validation.ValidationReport;
import org.jspecify.annotations.Nullable;

/**
 * The examples of a pack's rules: tables of small budgets that say where the rule finds a defect and where it stays silent.
 *
 * <p>Each row is a line of a budget in the columns of the layout {@code hrbudget}; rows of one {@code case} are one budget. The
 * column {@code expect} says {@code finding}, the severity of one ({@code ERROR}), or {@code silence}: of its row where the rule is
 * about lines or repeated keys, else of the whole case, where one {@code finding} is enough. The columns {@code phase},
 * {@code budget_fiscal_year}, {@code as_of}, {@code submitted}, {@code deflator} ({@code 2010=100|2011=104.5}) and {@code baseline}
 * ({@code 01.01.01=500.00|01.01.02=30.00:reason}, see {@link ExampleBaseline}) set what holds for the budget. A column that is left
 * out and that a budget needs gets a value of no interest. Rows and columns of documents beside the budget: see
 * {@link ExampleDocuments}. Examples go the way of every budget: through the reader and the validator.
 */
public final class Examples {

    /** The tables that are beside those of rules, which all of them are checked against. */
    public static final Set<String> NOT_OF_A_RULE = Set.of("programme", "item-catalogue");

    /** The unit of a line that names none. */
    static final String UNIT = "11CD01";

    /** Of the federation some are three letters. */
    private static final Pattern UNIT_CODE = Pattern.compile("(?=.*[0-9])[\\p{L}\\p{N}._-]{3,}|[A-Z]{3}");

    private static final String UNDATED = "example-undated";
    private static final String REPEATED_KEY = "RepeatedKey";

    private final OpenPack pack;
    /** Read once: a pack has hundreds of examples. */
    private final Layout layout = Layout.named("hrbudget");

    private final RulePack run;
    private final Map<PackHeader, Surroundings> surroundings;
    /** Of the rules that fail an example. */
    private final Map<String, FailedCondition> failed = new ConcurrentHashMap<>();

    private Examples(OpenPack pack, RulePack run, Map<PackHeader, Surroundings> surroundings) {
        this.pack = pack;
        this.run = run;
        this.surroundings = surroundings;
        Faults faults = new Faults();
        around(pack.files(), faults);
        faults.end(pack.manifest().id());
    }

    /** {@return the columns that a table of examples may have, those of documents among them} */
    public static Set<String> columns() {
        return ExampleTable.known();
    }

    /** {@return the columns that say something of a case, and are none of a budget or a document} */
    public static List<String> columnsOfTheCase() {
        return ExampleTable.ofTheCase();
    }

    /**
     * {@return the kind of fact that the rows of a document are}
     *
     * @param type the type of document
     */
    public static String subject(DocumentType<?> type) {
        return ExampleDocuments.subject(type);
    }

    /** {@return what checks the budget of a case, given the documents of the case} */
    private BudgetValidator validator(Case example) {
        Surroundings around = around(pack.files().upTo(example.file()), new Faults());
        Moment moment = new Moment(year(example), law(example), day(example, "submitted"));
        BudgetValidator.Builder builder = BudgetValidator.builder()
                .packs(around.around(on(example), moment))
                .programme(around.programme());
        Set<String> items = around.items();
        if (items != null) {
            builder.itemCatalogue(items);
        }
        Optional.ofNullable(example.of("deflator")).flatMap(ExampleDeflator::of).ifPresent(builder::deflator);
        ExampleDocuments.give(builder, example, year(example));
        return builder.build();
    }

    private Surroundings around(Consolidation version, Faults faults) {
        return surroundings.computeIfAbsent(version.last(), absent -> Surroundings.of(version, pack, faults));
    }

    /** {@return the pack by the law of the day of a case, or of the first day on which the pack binds} */
    private RulePack on(Case example) {
        FiscalYear year = year(example);
        return run instanceof LimitProbes probes
                ? probes.on(year, law(example))
                : OpenPack.of(run).on(year, law(example));
    }

    private @Nullable LocalDate law(Case example) {
        LocalDate day = day(example, "as_of");
        return day == null ? pack.files().from(Rule.DatedRow.Basis.DAY_OF_LAW) : day;
    }

    private static @Nullable LocalDate day(Case example, String column) {
        String day = example.of(column);
        return day == null ? null : Days.parse(day, example.rows().get(0).cell(column)::fault, new Faults());
    }

    /**
     * {@return the fiscal year or day of a case that decides between dated rows, as tables write it; empty where it is not known}
     *
     * @param example the case
     * @param basis what the rows count
     */
    public Optional<String> time(Case example, Rule.DatedRow.Basis basis) {
        return Optional.ofNullable(
                        switch (basis) {
                            case FISCAL_YEAR -> year(example);
                            case DAY_OF_LAW -> law(example);
                            case DAY_OF_SUBMISSION -> day(example, "submitted");
                        })
                .map(Object::toString);
    }

    /** {@return the fiscal year of the budget of a case} */
    private FiscalYear year(Case example) {
        String year = example.of("budget_fiscal_year");
        return year == null ? firstYear(example) : FiscalYear.parse(year);
    }

    /**
     * {@return the examples of a pack, those of the versions it amends among them}
     *
     * @param pack the pack
     * @throws org.hrbudget.rules.RulePackException if the programme or the items of its examples are at fault
     */
    public static Examples of(OpenPack pack) {
        return of(pack, pack);
    }

    /** {@return the same, evaluated by another pack that has the same rules} */
    static Examples of(OpenPack pack, RulePack run) {
        return new Examples(pack, run, new ConcurrentHashMap<>());
    }

    /** {@return the same examples, evaluated by another pack of the same files; what their budgets are checked against is read once} */
    public Examples by(OpenPack other) {
        return new Examples(pack, other, surroundings);
    }

    /**
     * A budget and what a rule should say of it.
     *
     * @param rule the rule
     * @param name the name of the case
     * @param file the file it is in
     * @param columns the columns of the table
     * @param rows its rows, which are its lines
     */
    public record Case(Rule rule, String name, SourceText file, List<String> columns, List<Table.TableRow> rows) {

        /** {@return whether a row expects a finding, for each row} */
        public List<Boolean> expected() {
            return rows.stream().map(Case::expectsFinding).toList();
        }

        /** {@return its cells by row and column, as the table has them} */
        public List<List<String>> cells() {
            return rows.stream()
                    .map(row -> columns.stream().map(row::text).toList())
                    .toList();
        }

        private static boolean expectsFinding(Table.TableRow row) {
            return !row.text("expect").equals("silence");
        }

        /** {@return what a finding of a row is expected to weigh; empty where it may weigh anything, or none is expected} */
        static Optional<Severity> weight(Table.TableRow row) {
            return Arrays.stream(Severity.values())
                    .filter(severity -> severity.name().equals(row.text("expect")))
                    .findFirst();
        }

        /** {@return whether a row says what its finding weighs} */
        public boolean weighs() {
            return rows.stream().anyMatch(row -> weight(row).isPresent());
        }

        boolean byRow() {
            return rule.scope() == Rule.Scope.LINE
                    || rule.subject().equals(REPEATED_KEY)
                    || ExampleDocuments.areRows(rule.subject());
        }

        /**
         * Says that what a cell names is no unit: neither one of the case, nor in the form of a code. A count, a yes or a misspelt
         * word would else be taken for a unit that has no line.
         */
        void refuseNoUnit(Table.Cell cell, String unit) {
            Set<String> own = rows.stream().map(this::unit).collect(Collectors.toCollection(TreeSet::new));
            if (!own.contains(unit) && !UNIT_CODE.matcher(unit).matches()) {
                throw cell.fault(PackWords.of("example-unit", "value", unit, "units", String.join(", ", own)));
            }
        }

        private String unit(Table.TableRow row) {
            String unit = row.given("unit_code");
            return unit.isEmpty() ? ExampleDocuments.unit(this, row, UNIT) : unit;
        }

        @Nullable
        String of(String column) {
            return columns.contains(column) && !rows.get(0).cell(column).isEmpty()
                    ? rows.get(0).text(column)
                    : null;
        }
    }

    /**
     * {@return the cases of a rule, in the order of its table; none where it has no table}
     *
     * @param rule a rule of the pack
     * @throws org.hrbudget.rules.RulePackException if the table is at fault
     */
    public List<Case> cases(Rule rule) {
        Optional<SourceText> file = pack.files().newest("examples/" + rule.id() + ".csv");
        if (file.isEmpty()) {
            return List.of();
        }
        Faults faults = new Faults();
        ExampleTable table = ExampleTable.read(file.get(), faults);
        faults.end(pack.manifest().id());
        return cases(rule, table);
    }

    /**
     * {@return the Spanish name of a column of examples; the column itself where it has none}
     *
     * @param column the column
     */
    public static String inSpanish(String column) {
        return ExampleTable.ExampleColumns.spanish(column);
    }

    /** {@return the columns of the programme of examples, each with the headings it may have} */
    public static Map<String, List<String>> programmeColumns() {
        return ProgrammeColumns.HEADINGS;
    }

    /** {@return the cases without fault of a table} */
    static List<Case> cases(Rule rule, ExampleTable table) {
        return table.cases().entrySet().stream()
                .map(entry -> new Case(rule, entry.getKey(), table.file(), table.columns(), entry.getValue()))
                .toList();
    }

    /**
     * {@return where a rule says something else than its example expects; empty where they agree}
     *
     * @param example a case of this pack
     */
    public List<Fault> differences(Case example) {
        ValidationReport report;
        try {
            report = report(example);
        } catch (Fault e) {
            return List.of(e);
        } catch (BudgetReadException e) {
            return List.of(example.file().fault(Said.by(e).fault("examples-unreadable")));
        }
        Optional<Fault> undated = undated(example);
        if (undated.isPresent()) {
            return List.of(undated.get());
        }
        List<Fault> rejected = report.rejectedRows().stream()
                .map(row -> rejected(example, row))
                .toList();
        return rejected.isEmpty() ? outcome(example, report).differences() : rejected;
    }

    private ExampleOutcome outcome(Case example, ValidationReport report) {
        Rule rule = example.rule();
        return new ExampleOutcome(
                example,
                report,
                around(pack.files().upTo(example.file()), new Faults()).programme(),
                row -> failed.computeIfAbsent(rule.id(), id -> FailedCondition.of(pack, rule))
                        .said(this, example, report, row));
    }

    /** {@return what is said of the budget of a case} */
    ValidationReport report(Case example) {
        return validator(example).validate(budget(example));
    }

    /** {@return that a case does not say the day that decides between dated rows} */
    private Optional<Fault> undated(Case example) {
        LocalDate submitted = day(example, "submitted");
        BudgetHeader header =
                new BudgetHeader(pack.manifest().jurisdiction(), year(example), "MXN", submitted, BudgetPhase.APPROVED);
        return Optional.ofNullable(on(example)
                        .forBudget(header)
                        .unjudged()
                        .get(example.rule().id()))
                .map(why -> example.rows().get(0).cell("case").fault(PackWords.of(UNDATED, "why", why)));
    }

    static boolean isUndated(Fault difference) {
        return difference.fault().kind().equals(UNDATED);
    }

    private static Fault rejected(Case example, ReadingAccount.RejectedRow rejected) {
        Table.TableRow row = example.rows().get((int) rejected.position().row() - 2);
        String column = rejected.column();
        Table.Cell cell = row.cell(column == null || !row.has(column) ? "expect" : column);
        return cell.fault(Said.by(rejected.reason()).fault("example-rejected"));
    }

    /**
     * {@return those of these rules that say something else than a case expects; all of them where a row of it cannot be read, or its
     * time does not tell which rows of tables hold}
     *
     * @param example a case of this pack, or of one with the same files
     * @param rules the ids of rules about the same kind of fact as the rule of the case
     */
    public Set<String> disagreeing(Case example, Collection<String> rules) {
        ValidationReport report = report(example);
        Map<String, Set<Long>> found = new HashMap<>();
        for (Finding finding : report.findings()) {
            Set<Long> rows = found.computeIfAbsent(finding.ruleId(), id -> new HashSet<>());
            Optional.ofNullable(finding.position()).ifPresent(position -> rows.add(position.row()));
        }
        Set<String> disagreeing = new LinkedHashSet<>(rules);
        if (report.rejectedRows().isEmpty() && undated(example).isEmpty()) {
            disagreeing.removeIf(rule -> agrees(example, found.get(rule)));
        }
        return disagreeing;
    }

    /** {@return whether a case expects what was found: the rows of the findings, or nothing where there was none} */
    private static boolean agrees(Case example, @Nullable Set<Long> rows) {
        List<Boolean> expected = example.expected();
        if (!example.byRow()) {
            return expected.contains(true) == (rows != null);
        }
        return IntStream.range(0, expected.size())
                .allMatch(i -> expected.get(i) == (rows != null && rows.contains(i + 2L)));
    }

    /** {@return whether a code is that of an action; without a programme, whether it has a digit} */
    static boolean isAction(String code, @Nullable HumanRightsProgramme programme) {
        return programme == null
                ? code.chars().anyMatch(Character::isDigit)
                : programme.action(code).isPresent();
    }

    private BudgetSource budget(Case example) {
        Budgets.Reading reading = Budgets.reading(rows(example))
                .layout(layout)
                .jurisdiction(pack.manifest().jurisdiction());
        reading.fiscalYear(year(example));
        String phase = example.of("phase");
        if (phase != null) {
            reading.phase(BudgetPhase.valueOf(phase.toUpperCase(Locale.ROOT)));
        }
        LocalDate submitted = day(example, "submitted");
        if (submitted != null) {
            reading.submitted(submitted);
        }
        String baseline = example.of("baseline");
        if (baseline != null) {
            ExampleBaseline said = ExampleBaseline.of(baseline)
                    .orElseThrow(() -> new IllegalArgumentException("Not a baseline: " + baseline));
            said.refuseUnknown(
                    example,
                    around(pack.files().upTo(example.file()), new Faults()).programme());
            reading.baseline(said.baseline(year(example).previous()));
        }
        return reading.source();
    }

    /** {@return the first fiscal year of the version the example was written for: a later reform does not move it} */
    private FiscalYear firstYear(Case example) {
        return pack.files().upTo(example.file()).last().manifest().firstFiscalYear();
    }

    /** {@return the budget of a case as rows of the layout {@code hrbudget}} */
    private RowSource rows(Case example) {
        Map<String, String> missing = new LinkedHashMap<>();
        missing.put("unit_code", UNIT);
        missing.put("fiscal_year", year(example).toString());
        boolean amount = Arrays.stream(AmountKind.values())
                .anyMatch(kind -> example.columns().contains(kind.name().toLowerCase(Locale.ROOT)));
        if (!amount) {
            missing.put("approved", "100.00");
        }
        Set<String> columns = new LinkedHashSet<>(example.columns());
        columns.removeAll(ExampleTable.OF_THE_CASE);
        columns.removeAll(ExampleDocuments.OF_THE_CASE);
        columns.removeAll(ExampleDocuments.columns(example.rule().subject()));
        Set<String> given = Set.copyOf(columns);
        columns.addAll(missing.keySet());
        List<List<String>> rows = new ArrayList<>();
        for (Table.TableRow row : example.rows()) {
            missing.put("unit_code", ExampleDocuments.unit(example, row, UNIT));
            rows.add(columns.stream()
                    .map(column -> given.contains(column) ? row.cell(column).raw() : missing.getOrDefault(column, ""))
                    .toList());
        }
        List<String> headings = columns.stream()
                .map(column -> column.equals(ExampleDocuments.LINE_ACTIVITY) ? "activity" : column)
                .toList();
        return RowSource.of(example.file().file(), headings, rows);
    }
}
