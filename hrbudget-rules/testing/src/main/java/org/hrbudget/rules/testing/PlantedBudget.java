package org.hrbudget.rules.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hrbudget.io.BudgetSource;
import org.hrbudget.io.spi.LineReader;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.Baseline.FundedAction;
import org.hrbudget.model.Budget;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.model.Position;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.Detail;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.RulePack;

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
                List.copyOf(book.byRule(Set.of(Recipe.Kind.CODE)).values());
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
        return BudgetValidator.builder()
                .packs(packs)
                .programme(beside.programme())
                .itemCatalogue(itemCatalogue())
                .maxFindingsPerRule(Integer.MAX_VALUE);
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
        public record Place(Kind kind, String name) {

            /** What a defect may be a defect of. */
            public enum Kind {
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
                    return new Place(Kind.UNIT, unit);
                }
                return Optional.ofNullable(finding.details().get("code"))
                        .map(Detail::text)
                        .map(code -> new Place(Kind.CODE, code))
                        .orElse(new Place(Kind.BUDGET, ""));
            }

            static Place row(long row) {
                return new Place(Kind.ROW, Long.toString(row));
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
}
