package org.hrbudget.rules.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hrbudget.io.BudgetSource;
import org.hrbudget.io.YearlySeries;
import org.hrbudget.io.spi.LineReader;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.Baseline.FundedAction;
import org.hrbudget.model.Budget;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.model.Position;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.summary.Indicator;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.ValidationReport;

/**
 * A budget made from a seed, with defects in known places or with none. Its lines are made as they are read, so that it may be
 * larger than memory; each reading gives the same bytes, on any machine. Immutable and safe to share between threads.
 */
public final class PlantedBudget implements BudgetSource {

    /** The name of the file in the positions of its lines. */
    public static final String FILE = "planted.csv";

    private static final int LINES_PER_COPY = 100;

    private final RecipeBook book;
    private final PlantedRows.Plan plan;
    private final Trial.Beside beside;

    private PlantedBudget(RecipeBook book, PlantedRows.Plan plan, Trial.Beside beside) {
        this.book = book;
        this.plan = plan;
        this.beside = beside;
    }

    static PlantedBudget of(RecipeBook book, long seed, long lines, int perThousand) {
        List<PlantedRows.Copy> copies = perThousand == 0 ? List.of() : copies(book, lines / LINES_PER_COPY);
        List<FundedAction> funded = new ArrayList<>();
        for (PlantedRows.Copy copy : copies) {
            copy.recipe().baseline().forEach(action -> funded.add(copy.names().funded(action)));
        }
        Trial.Beside beside = Trial.Beside.of(
                book.background(), copies.stream().map(PlantedRows.Copy::names).toList(), funded);
        return new PlantedBudget(book, new PlantedRows.Plan(seed, lines, perThousand, copies), beside);
    }

    /** Copies of the programme, as many as its two-digit codes and the lines allow, each rule in turn. */
    private static List<PlantedRows.Copy> copies(RecipeBook book, long most) {
        HumanRightsProgramme programme = book.background().programme();
        List<List<Recipe>> byRule =
                List.copyOf(book.byRule(Set.of(Recipe.RecipeKind.CODE)).values());
        List<PlantedRows.Copy> copies = new ArrayList<>();
        if (programme == null || byRule.isEmpty()) {
            return copies;
        }
        Set<String> named = Recipe.actionsNamed(book.recipes());
        for (int number = 1; number <= most; number++) {
            Optional<Renaming> names = Renaming.ofCopy(programme, named, number);
            if (names.isEmpty()) {
                break;
            }
            List<Recipe> recipes = byRule.get((number - 1) % byRule.size());
            copies.add(new PlantedRows.Copy(recipes.get((number - 1) / byRule.size() % recipes.size()), names.get()));
        }
        return copies;
    }

    /** {@return the seed it is made from} */
    public long seed() {
        return plan.seed();
    }

    /** {@return the number of its lines} */
    public long lines() {
        return plan.lines();
    }

    /** {@return its fiscal year, the first that its pack governs} */
    public FiscalYear fiscalYear() {
        return book.background().fiscalYear();
    }

    /** {@return the programme its links refer to, if its pack has rules about links} */
    public Optional<HumanRightsProgramme> programme() {
        return Optional.ofNullable(beside.programme());
    }

    /** {@return last year's funded actions, if there is a programme} */
    public Optional<Baseline> baseline() {
        return Optional.ofNullable(beside.baseline());
    }

    /** {@return an index of prices, which are what they were last year, if there is a programme} */
    public Optional<YearlySeries> deflator() {
        return Optional.ofNullable(beside.deflator());
    }

    /** {@return the object items that exist} */
    public Set<String> itemCatalogue() {
        return book.background().items(book.pack());
    }

    /** {@return the rules that defects are planted for, in the order of the law} */
    public List<String> rules() {
        return book.rules();
    }

    /** {@return the rules for which no defect can be planted, with the reason} */
    public Map<String, String> notPlanted() {
        return Map.copyOf(book.notPlanted());
    }

    /** {@return the defects it has, in the order of its lines; held in memory, unlike the lines} */
    public List<Defect> defects() {
        List<Defect> defects = new ArrayList<>();
        PlantedRows rows = new PlantedRows(book, plan, defects::add);
        while (rows.hasNext()) {
            rows.next();
        }
        return List.copyOf(defects);
    }

    /** {@return a reader at its first line, which has row 2 of {@value #FILE}; the baseline comes along} */
    @Override
    public LineReader open() {
        return file().reading(book.pack().manifest().jurisdiction(), fiscalYear(), beside.baseline())
                .source()
                .open();
    }

    /** {@return it in memory} */
    public Budget inMemory() {
        try (LineReader reader = open()) {
            Budget.Builder budget = Budget.builder(reader.header()).promises(reader.promises());
            reader.baseline().ifPresent(budget::baseline);
            for (SpendingLine line = reader.next(); line != null; line = reader.next()) {
                budget.line(line);
            }
            return budget.build();
        }
    }

    /**
     * Writes it as a table in the layout {@code hrbudget}, in UTF-8.
     *
     * @param out where to; stays open
     * @throws UncheckedIOException if it cannot be written
     */
    public void writeTo(OutputStream out) {
        try (InputStream bytes = file().open()) {
            bytes.transferTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException("The planted budget cannot be written.\nMaybe the disk is full.", e);
        }
    }

    /**
     * Writes it as a file in the layout {@code hrbudget}, in UTF-8.
     *
     * @param file the file, which is replaced
     * @throws UncheckedIOException if it cannot be written
     */
    public void writeTo(Path file) {
        try (OutputStream out = Files.newOutputStream(file)) {
            writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file + ".\nMaybe its folder does not exist.", e);
        }
    }

    /**
     * {@return a validator of these packs that has all the budget is checked with, and keeps all findings}
     *
     * @param packs the packs
     */
    public BudgetValidator.Builder validator(RulePack... packs) {
        return beside.validator(itemCatalogue(), packs);
    }

    /**
     * {@return how well these packs find the planted defects}
     *
     * @param packs the packs: the one the budget was made for, or others that should find the same
     */
    public Detection detectedBy(RulePack... packs) {
        return Detection.of(this, validator(packs).build().validate(this));
    }

    private RowFile file() {
        return new RowFile(FILE, book.columns(), () -> new PlantedRows(book, plan, defect -> {}));
    }

    /** {@return such as {@code 100 lines of mx-cmx 2011.1 from seed 42, 50 defects in 1000 lines}} */
    @Override
    public String toString() {
        return plan.lines() + " lines of " + book.pack().manifest().id() + " from seed " + plan.seed() + ", "
                + plan.perThousand() + " defects in 1000 lines";
    }

    /**
     * A defect that was put into a budget on purpose.
     *
     * @param ruleId the rule that should find it
     * @param place where it should
     * @param example the example it was made of, such as {@code linked-amounts-above-line: at the line}; it is one of another rule
     *     where a line cannot have the one defect without the other
     */
    public record Defect(String ruleId, Place place, String example) {

        /**
         * Where a defect is.
         *
         * @param kind what it is a defect of
         * @param name the row, the unit's code, or the code of the right or action; empty for the whole budget
         */
        public record Place(PlaceKind kind, String name) {

            /** What a defect may be a defect of. */
            public enum PlaceKind {
                /** A line, named by its row. */
                ROW,
                /** A unit, named by its code. */
                UNIT,
                /** A right or an action, named by its code. */
                CODE,
                /** The budget as a whole. */
                BUDGET
            }

            /**
             * {@return where a finding is}
             *
             * @param finding the finding
             */
            public static Place of(Finding finding) {
                Position position = finding.position();
                String unit = finding.unitCode();
                if (position != null) {
                    return row(position.row());
                }
                if (unit != null) {
                    return new Place(PlaceKind.UNIT, unit);
                }
                return Optional.ofNullable(finding.details().get("code"))
                        .map(Finding.Detail::text)
                        .map(code -> new Place(PlaceKind.CODE, code))
                        .orElse(new Place(PlaceKind.BUDGET, ""));
            }

            static Place row(long row) {
                return new Place(PlaceKind.ROW, Long.toString(row));
            }

            /** {@return such as {@code row 17} or {@code unit 11CD01}} */
            @Override
            public String toString() {
                String word = kind.name().toLowerCase(Locale.ROOT);
                return name.isEmpty() ? word : word + " " + name;
            }
        }

        /** {@return rule, place and example} */
        @Override
        public String toString() {
            return ruleId + " at " + place + " (" + example + ")";
        }
    }

    /**
     * How well the planted defects of a budget were found, rule by rule. Counted are places: two findings of a rule about one line
     * count once. Immutable.
     *
     * @param rules a row for each rule that defects were planted for, in the order of the law
     * @param notPlanted the rules for which no defect can be planted, with the reason: of these nothing is known
     */
    public record Detection(List<OfRule> rules, Map<String, String> notPlanted) {

        private static final int SHOWN = 5;

        /**
         * How well the defects of one rule were found.
         *
         * @param ruleId the rule
         * @param found the planted defects it found
         * @param missed the planted defects it did not find, by place
         * @param extra the places it found a defect at where none was planted
         */
        public record OfRule(
                String ruleId,
                long found,
                List<PlantedBudget.Defect.Place> missed,
                List<PlantedBudget.Defect.Place> extra) {

            /** Copies the lists. */
            public OfRule {
                missed = List.copyOf(missed);
                extra = List.copyOf(extra);
            }

            /** {@return the part of what it found that was planted; undefined where it found nothing} */
            public Indicator.Ratio precision() {
                return Indicator.Ratio.of(found, found + extra.size());
            }

            /** {@return the part of what was planted that it found; undefined where nothing was planted} */
            public Indicator.Ratio recall() {
                return Indicator.Ratio.of(found, found + missed.size());
            }
        }

        /** Copies the collections. */
        public Detection {
            rules = List.copyOf(rules);
            notPlanted = Map.copyOf(notPlanted);
        }

        /**
         * {@return how well a report found the planted defects of its budget}
         *
         * @param budget the budget
         * @param report the report on it, by whatever packs or program
         * @throws IllegalArgumentException if the report does not hold all findings
         */
        public static Detection of(PlantedBudget budget, ValidationReport report) {
            if (report.truncated()) {
                throw new IllegalArgumentException(
                        "The report does not hold all findings, so what is missing was perhaps found."
                                + "\nMaybe raise maxFindingsPerRule of the validator.");
            }
            Map<String, Set<PlantedBudget.Defect.Place>> found = new HashMap<>();
            for (Finding finding : report.findings()) {
                found.computeIfAbsent(finding.ruleId(), id -> new LinkedHashSet<>())
                        .add(PlantedBudget.Defect.Place.of(finding));
            }
            Map<String, Set<PlantedBudget.Defect.Place>> planted = new HashMap<>();
            for (PlantedBudget.Defect defect : budget.defects()) {
                planted.computeIfAbsent(defect.ruleId(), id -> new LinkedHashSet<>())
                        .add(defect.place());
            }
            List<OfRule> rules = new ArrayList<>();
            for (String id : budget.rules()) {
                rules.add(compared(id, planted.getOrDefault(id, Set.of()), found.getOrDefault(id, Set.of())));
            }
            return new Detection(rules, budget.notPlanted());
        }

        private static OfRule compared(
                String id, Set<PlantedBudget.Defect.Place> planted, Set<PlantedBudget.Defect.Place> found) {
            List<PlantedBudget.Defect.Place> missed =
                    planted.stream().filter(place -> !found.contains(place)).toList();
            List<PlantedBudget.Defect.Place> extra =
                    found.stream().filter(place -> !planted.contains(place)).toList();
            return new OfRule(id, planted.size() - (long) missed.size(), missed, extra);
        }

        /** {@return whether every planted defect was found and no other} */
        public boolean isPerfect() {
            return rules.stream()
                    .allMatch(rule -> rule.missed().isEmpty() && rule.extra().isEmpty());
        }

        /** {@return a line for each rule, planted or not, with the first places missed or found besides} */
        @Override
        public String toString() {
            StringBuilder text = new StringBuilder();
            for (OfRule rule : rules) {
                text.append(rule.ruleId()).append(": precision ").append(shown(rule.precision()));
                text.append(", recall ").append(shown(rule.recall()));
                text.append(" (").append(rule.found()).append(" found, ");
                text.append(rule.missed().size()).append(" missed, ");
                text.append(rule.extra().size()).append(" besides)");
                text.append(places(", missed at ", rule.missed()));
                text.append(places(", besides at ", rule.extra()));
                text.append('\n');
            }
            notPlanted.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(rule -> text.append(rule.getKey())
                            .append(": not planted: ")
                            .append(rule.getValue())
                            .append('\n'));
            return text.toString();
        }

        private static String shown(Indicator.Ratio ratio) {
            return ratio.isDefined() ? String.valueOf(ratio.rounded(4)) : "not defined";
        }

        private static String places(String before, List<PlantedBudget.Defect.Place> places) {
            if (places.isEmpty()) {
                return "";
            }
            String first = String.join(
                    ", ",
                    places.stream()
                            .limit(SHOWN)
                            .map(PlantedBudget.Defect.Place::toString)
                            .toList());
            return before + first + (places.size() > SHOWN ? ", ..." : "");
        }
    }
}
