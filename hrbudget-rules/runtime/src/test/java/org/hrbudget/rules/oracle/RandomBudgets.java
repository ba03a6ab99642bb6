package org.hrbudget.rules.oracle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.Budget;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.HrpAction;
import org.hrbudget.model.HumanRight;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.model.ResultStructure;
import org.hrbudget.model.SpendingLine;
import org.jspecify.annotations.Nullable;

/**
 * Budgets drawn from a seed, small and full of borders: amounts equal or a centavo apart, codes a character off, texts missing or
 * blank, keys repeated. The same seed gives the same budget.
 */
public final class RandomBudgets {

    /** What no file of a budget has a place for, and no oracle asks about. */
    private static final EnumSet<DataItem> NEVER_OF_A_SOURCE = EnumSet.of(DataItem.DEFLATOR);

    private static final BigDecimal CENTAVO = new BigDecimal("0.01");
    private static final List<BigDecimal> AMOUNTS =
            decimals("0", "0.00", "0.01", "-0.01", "99.99", "100", "100.01", "-250.75", "12345678901234.56");
    private static final List<BigDecimal> SHARES =
            decimals("0", "0.5", "0.50", "0.3333", "0.6667", "0.9999", "1", "1.0001", "-0.5", "2");

    private static final String @Nullable [] UNIT_CODES = {
        "11CD01",
        "11CD01",
        "12C001",
        "11 CD 01",
        "11 CD01",
        "11CD 01",
        "11cd01",
        "1CD01",
        "11CD011",
        "PD",
        "110001",
        "1 1CD01",
        "11  CD01",
        "١١CD01",
        "   ",
        "",
        null
    };
    private static final String @Nullable [] UNIT_KINDS = {
        "Dependencia", "DELEGACIÓN", "delegacion", "Alcaldía", "Órgano Desconcentrado", "organo desconcentrado",
        "Órgano Autónomo", "organo autonomo", "Órgano autonomo", "organo autónomo", "órgano de gobierno", "ENTIDAD",
        "Dependencias", "Estado", "órgano  autónomo", " Entidad ", "", null
    };
    private static final String @Nullable [] FUNCTIONAL_CODES = {
        "1.2.4", "1.1.1", "1.1.3", "2.7.1", "3.9.3", "3.9.4", "4.4.1", "4.1.1", "4.1.2", "4.5.1", "5.1.1", "0.1.1",
        "1.2", "1.2.4.1", "124", "1.2.04", " 1.2.4 ", "", null
    };
    private static final String @Nullable [] PROGRAMME_CODES = {
        "E169", "K027", "S1", "R", "A001", "D001", "Q001", "V002", "X3", "e169", "E0169", "EE01", "Ñ001", "169",
        " E169", " ", "", null
    };
    private static final String @Nullable [] OBJECT_CODES = {
        "1131", "11301", "1100", "1000", "1800", "1801", "18000", "2900", "3000", "4511", "4500", "45101", "5111",
        "5000", "6131", "6400", "7700", "7901", "8100", "8201", "9111", "9100", "9911", "9811", "0100", "01", "1",
        "113", "612", "781", "6120", "61200", "13410", "9", "91", "45", "5", "1X00", "11XX", "ABCD", " 1131 ", "", null
    };
    private static final String @Nullable [] SPENDING_TYPES = {"1", "2", "3", "4", "5", "02", " 2 ", "", null};
    private static final String @Nullable [] PARTS = {"04", "1", "0", "", " ", null};
    private static final String @Nullable [] ACTION_CODES = {
        "01.01.01",
        "01.01.02",
        "01.02.01",
        "02.01.01",
        "03.01.01",
        "01.01.99",
        "99.01.01",
        "1.1.1",
        "01.01",
        "01-01-01",
        "010101",
        "01.01.01.01",
        "O1.01.01",
        "01.01.1a",
        "٠١.٠١.٠١",
        "01.01.01.",
        "No aplica",
        "NINGUNA",
        "",
        null
    };
    private static final @Nullable Integer[] SEQUENCES = {1, 2, 3, 4, 5, 6, 2412, 0, -1, null};
    private static final String @Nullable [] RIGHTS = {
        "01",
        "02",
        "03",
        "1",
        "Igualdad y no discriminación",
        "IGUALDAD Y NO DISCRIMINACIÓN",
        "equality",
        "Igualdad y no discriminacion",
        "Niñez",
        "Igualdad",
        "Derecho a la niñez",
        "Children",
        "Ninez",
        "Agua",
        "",
        null
    };
    private static final String @Nullable [] REASONS = {
        "Gasto de operación", "No aplica", " no aplica. ", "-", "XXX", "Deuda", "", "   ", "\u00A0", null
    };

    /** The jurisdiction whose rules ask for prices, and for what the whole budget of last year was. */
    private static final String TREATY = "icescr";

    private final Random random;

    private RandomBudgets(long seed) {
        this.random = new Random(seed);
    }

    /**
     * {@return a budget of a jurisdiction and all it is checked with}
     *
     * @param seed what to draw it from
     * @param jurisdiction whose budget it is
     */
    static Situation small(long seed, String jurisdiction) {
        // A seed alone makes budgets alike that come one after the other: the first draws of neighbouring seeds are.
        RandomBudgets draw = new RandomBudgets(seed * 0x9E3779B97F4A7C15L + jurisdiction.hashCode());
        return draw.situation(seed, jurisdiction, draw.random.nextInt(9));
    }

    /**
     * {@return a budget of many lines and all it is checked with}
     *
     * @param seed what to draw it from
     * @param jurisdiction whose budget it is
     * @param lines how many lines it has
     */
    public static Budget large(long seed, String jurisdiction, int lines) {
        RandomBudgets draw = new RandomBudgets(seed);
        return draw.budget(jurisdiction, lines);
    }

    /** {@return a programme of two rights, a group and a right without actions, to which the links of these budgets refer} */
    public static HumanRightsProgramme programme() {
        return programme(List.of(
                action("01.01.01", 1),
                action("01.01.02", 2),
                action("01.02.01", 3),
                action("02.01.01", 4),
                action("03.01.01", 5)));
    }

    private Situation situation(long seed, String jurisdiction, int lines) {
        List<HrpAction> actions = new ArrayList<>(programme().actions());
        actions.removeIf(action -> chance(10));
        actions.replaceAll(this::told);
        HumanRightsProgramme programme = chance(10) ? null : programme(actions);
        Set<String> items = chance(50) ? null : Set.of("1131", "11301", "4511", "5111", "1X00");
        Baseline ownBaseline = chance(75) ? null : baseline();
        Budget budget = budget(jurisdiction, lines);
        Filed filed = RandomDocuments.draw(seed * 0x9E3779B97F4A7C15L, budget);
        if (jurisdiction.equals(TREATY) && chance(80)) {
            return new Situation(budget, programme, items, baselineOfBudget(budget), prices(), filed);
        }
        return new Situation(budget, programme, items, ownBaseline, null, filed);
    }

    /** What the whole budget of the year before gave: about as much as this one does, so that either may be the larger. */
    private Baseline baselineOfBudget(Budget budget) {
        FiscalYear year = budget.header().fiscalYear();
        Baseline actions = baseline();
        BigDecimal whole = chance(20) ? null : pick(decimals("0", "100", "111.11", "500", "1000", "2000.02"));
        Baseline.Sums sums = new Baseline.Sums(whole, null, null, null);
        return Baseline.ofBudget(
                FiscalYear.of(year == null ? 2010 : year.value() - 1),
                actions.actions().values().stream()
                        .map(action -> new Baseline.FundedAction(action.actionCode(), action.amount(), null))
                        .toList(),
                sums,
                Map.of());
    }

    /** Prices of all years or but of some, that rise, stay or fall. */
    private @Nullable Map<FiscalYear, BigDecimal> prices() {
        if (chance(20)) {
            return null;
        }
        Map<FiscalYear, BigDecimal> prices = new TreeMap<>();
        for (int year = 2007; year < 2020; year++) {
            if (!chance(8)) {
                prices.put(FiscalYear.of(year), pick(decimals("99.9", "100", "100", "104.5", "133.333")));
            }
        }
        return prices;
    }

    private Budget budget(String jurisdiction, int count) {
        BudgetPhase phase = pick(List.of(BudgetPhase.values()));
        FiscalYear year = chance(10) ? null : FiscalYear.of(2008 + random.nextInt(11));
        List<SpendingLine> lines = lines(count, year);
        Budget.Builder builder = Budget.builder(new BudgetHeader(jurisdiction, year, "MXN", null, phase))
                .lines(lines);
        if (chance(50)) {
            builder.promises(promises());
        }
        if (chance(60)) {
            builder.baseline(baseline());
        }
        return builder.build();
    }

    private Set<DataItem> promises() {
        Set<DataItem> promises = EnumSet.complementOf(NEVER_OF_A_SOURCE);
        if (chance(50)) {
            promises.removeIf(item -> chance(25));
        }
        return promises;
    }

    private List<SpendingLine> lines(int count, @Nullable FiscalYear year) {
        List<SpendingLine> lines = new ArrayList<>();
        // What some budgets leave out altogether.
        Set<DataItem> never = EnumSet.noneOf(DataItem.class);
        for (DataItem item : EnumSet.complementOf(NEVER_OF_A_SOURCE)) {
            if (chance(10)) {
                never.add(item);
            }
        }
        boolean tidy = chance(30);
        if (chance(5)) {
            lines.addAll(ofOneWord(count));
        }
        for (int i = 0; i < count; i++) {
            boolean repeats = !lines.isEmpty() && chance(15);
            lines.add(repeats ? repeated(pick(lines)) : line(year, never, tidy));
        }
        return lines;
    }

    /** Some lines of one unit that name no action and give a word for a reason: a few more or less than a pack lets pass. */
    private List<SpendingLine> ofOneWord(int count) {
        List<SpendingLine> lines = new ArrayList<>();
        for (int i = 0; i < 5 + Math.min(count, 20); i++) {
            lines.add(SpendingLine.builder()
                    .unit(new BudgetUnit("21PD01", null, null))
                    .objectCode("1131")
                    .amount(AmountKind.APPROVED, CENTAVO)
                    .noActionReason(pick(List.of("Deuda", "Nómina.", "Deuda")))
                    .passThrough(Map.of("Otra", Integer.toString(i)))
                    .build());
        }
        return lines;
    }

    /** A line of the same key with other money, and sometimes with blanks around its texts. */
    private SpendingLine repeated(SpendingLine line) {
        Map<String, String> columns = new LinkedHashMap<>();
        List<Map.Entry<String, String>> entries =
                new ArrayList<>(line.passThrough().entrySet());
        if (chance(50)) {
            Collections.reverse(entries);
        }
        entries.forEach(entry ->
                columns.put(entry.getKey(), chance(50) ? entry.getValue() : " " + entry.getValue() + "\u00A0"));
        SpendingLine.Builder builder = line.toBuilder().passThrough(columns);
        if (chance(30)) {
            builder.amount(AmountKind.APPROVED, pick(AMOUNTS));
        }
        if (chance(30)) {
            builder.links(List.of());
        }
        return builder.build();
    }

    private SpendingLine line(@Nullable FiscalYear year, Set<DataItem> never, boolean tidy) {
        SpendingLine.Builder builder = SpendingLine.builder();
        builder.fiscalYear(never.contains(DataItem.FISCAL_YEAR) ? null : year(year));
        builder.unit(unit(never, tidy));
        if (!never.contains(DataItem.FUNCTIONAL_CODE)) {
            builder.functionalCode(text(FUNCTIONAL_CODES, tidy));
        }
        if (!never.contains(DataItem.PROGRAMME_CODE)) {
            builder.programmeCode(text(PROGRAMME_CODES, tidy));
        }
        builder.objectCode(text(OBJECT_CODES, tidy));
        if (!never.contains(DataItem.SPENDING_TYPE)) {
            builder.spendingType(text(SPENDING_TYPES, tidy));
        }
        if (!never.contains(DataItem.RESULT_STRUCTURE)) {
            builder.resultStructure(new ResultStructure(text(PARTS, tidy), text(PARTS, tidy), text(PARTS, tidy)));
        }
        if (!never.contains(DataItem.IDENTIFIER_DIGIT)) {
            builder.identifierDigit(text(PARTS, tidy));
        }
        if (!never.contains(DataItem.RIGHTS_INFORMATION)) {
            SpendingLine.RightsInformation[] states = {
                null,
                SpendingLine.RightsInformation.NOT_REQUESTED,
                SpendingLine.RightsInformation.REQUESTED,
                SpendingLine.RightsInformation.GIVEN
            };
            builder.rightsInformation(states[random.nextInt(states.length)]);
        }
        if (chance(20)) {
            builder.fundingSource(pick(List.of("1", "7", "8", "11", "17", "18", "24", "25", "27", "28", "111")));
        }
        if (chance(20)) {
            builder.passThrough(Map.of("Descripción", pick(List.of("Cámara", "Camara", " Cámara", "")), "Otra", "1"));
        }
        amounts(builder, never);
        if (!never.contains(DataItem.LINKS)) {
            links(builder);
        }
        builder.noActionReason(chance(50) ? null : text(REASONS, tidy));
        return builder.build();
    }

    private @Nullable FiscalYear year(@Nullable FiscalYear ofBudget) {
        FiscalYear[] years = {ofBudget, ofBudget, null, FiscalYear.of(2011), FiscalYear.of(2016), FiscalYear.of(2017)};
        return years[random.nextInt(years.length)];
    }

    private @Nullable BudgetUnit unit(Set<DataItem> never, boolean tidy) {
        String code = text(UNIT_CODES, tidy);
        String kind = never.contains(DataItem.UNIT_KIND) ? null : text(UNIT_KINDS, tidy);
        return code == null ? null : new BudgetUnit(code, chance(30) ? "Unidad" : null, kind);
    }

    /** Each stage often repeats the one before, or misses it by a centavo. */
    private void amounts(SpendingLine.Builder builder, Set<DataItem> never) {
        BigDecimal before = pick(AMOUNTS);
        for (AmountKind kind : AmountKind.values()) {
            BigDecimal amount = switch (random.nextInt(6)) {
                case 0 -> pick(AMOUNTS);
                case 1 -> before.add(CENTAVO);
                case 2 -> before.subtract(CENTAVO);
                default -> before;
            };
            boolean absent = never.contains(DataItem.of(kind)) || chance(10);
            if (!absent) {
                builder.amount(kind, amount);
                before = amount;
            }
        }
        reconcile(builder);
    }

    /** Every other line that can has a modified amount that is what it should be, or misses it by a centavo. */
    private void reconcile(SpendingLine.Builder builder) {
        SpendingLine line = builder.build();
        BigDecimal approved = line.amount(AmountKind.APPROVED);
        BigDecimal adjustments = line.amount(AmountKind.ADJUSTMENTS);
        if (approved != null && adjustments != null && line.amount(AmountKind.MODIFIED) != null && chance(50)) {
            BigDecimal sum = approved.add(adjustments);
            builder.amount(AmountKind.MODIFIED, chance(70) ? sum : sum.add(CENTAVO));
        }
    }

    private void links(SpendingLine.Builder builder) {
        SpendingLine line = builder.build();
        List<BigDecimal> around = new ArrayList<>(AMOUNTS);
        for (AmountKind kind : List.of(AmountKind.PROPOSED, AmountKind.APPROVED)) {
            BigDecimal money = line.amount(kind);
            if (money != null) {
                around.addAll(List.of(money, money, money.add(CENTAVO), money.subtract(CENTAVO)));
            }
        }
        List<ActionLink> links = new ArrayList<>();
        for (int left = random.nextInt(4); left > 0; left--) {
            links.add(link(around));
        }
        builder.links(chance(5) ? List.of(new ActionLink("No aplica", null, null, null, null)) : links);
    }

    private ActionLink link(List<BigDecimal> amounts) {
        String code = chance(60) ? ACTION_CODES[random.nextInt(5)] : any(ACTION_CODES);
        Integer sequence = chance(50) ? null : any(SEQUENCES);
        if (sequence == null && (code == null || code.isEmpty())) {
            sequence = 1;
        }
        String right = chance(50) ? null : any(RIGHTS);
        return switch (random.nextInt(3)) {
            case 0 -> new ActionLink(code, sequence, right, pick(amounts), null);
            case 1 -> new ActionLink(code, sequence, right, null, pick(SHARES));
            default -> new ActionLink(code, sequence, right, null, null);
        };
    }

    /** What whole budgets gave, or what each of some units gave. */
    private Baseline baseline() {
        List<Baseline.FundedAction> actions = new ArrayList<>();
        List<String> units = chance(40) ? List.of("11CD01", "12C001", "99ZZ99") : List.of("");
        for (String unit : units) {
            for (String code : List.of("01.01.01", "01.01.02", "02.01.01", "03.01.01", "77.01.01")) {
                if (chance(60)) {
                    BigDecimal amount = pick(decimals("0", "0.01", "-5", "100", "111.11", "111.12", "1000"));
                    actions.add(new Baseline.FundedAction(unit, code, amount, any(REASONS)));
                }
            }
        }
        return Baseline.of(FiscalYear.of(2010), actions);
    }

    private static HumanRightsProgramme programme(List<HrpAction> actions) {
        return HumanRightsProgramme.of(
                "Programa de prueba",
                List.of(
                        new HumanRight("01", false, "Igualdad y no discriminación", "Equality"),
                        new HumanRight("02", false, "Agua", "Water"),
                        new HumanRight("03", true, "Niñez", "Children"),
                        new HumanRight("04", false, "Sin acciones", "Without actions")),
                actions);
    }

    private static HrpAction action(String code, int sequence) {
        return new HrpAction(
                code,
                sequence,
                code.substring(0, 2),
                code.substring(0, 5),
                "Acción " + sequence,
                null,
                List.of(),
                false);
    }

    /** The action with what a programme may say of it besides. */
    private HrpAction told(HrpAction action) {
        HrpAction.Term[] terms = {null, HrpAction.Term.SHORT, HrpAction.Term.PERMANENT, HrpAction.Term.PERMANENT};
        List<String> executors = pick(List.of(List.of(), List.of("12C001"), List.of("99ZZ99", "11cd 01")));
        return new HrpAction(
                action.code(),
                action.sequence(),
                action.rightCode(),
                action.strategy(),
                action.title(),
                any(terms),
                executors,
                chance(20));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** Tidy budgets keep to the first text of a list, so that whole budgets without a defect come up. */
    private @Nullable String text(String @Nullable [] texts, boolean tidy) {
        return tidy && chance(90) ? texts[0] : any(texts);
    }

    private <T> @Nullable T any(@Nullable T[] values) {
        return values[random.nextInt(values.length)];
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static List<BigDecimal> decimals(String... values) {
        return Arrays.stream(values).map(BigDecimal::new).toList();
    }
}
