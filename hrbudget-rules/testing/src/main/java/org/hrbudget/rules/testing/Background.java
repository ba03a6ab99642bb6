package org.hrbudget.rules.testing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.HrpAction;
import org.hrbudget.model.HumanRight;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.rules.internal.packs.OpenPack;
import org.hrbudget.rules.internal.packs.examples.ExampleBudget;
import org.hrbudget.validation.spi.Catalogues;
import org.jspecify.annotations.Nullable;

/** The lines among which defects are planted: what every budget of a pack's vocabulary may say, drawn from its code lists. */
final class Background {

    /** A budget that reports every phase, so that no rule is kept from its lines. */
    static final BudgetPhase PHASE = BudgetPhase.PAID;

    /** A column that tells lines apart and that no rule knows. */
    static final String ENTRY = "entry";

    /** The unit that examples name. */
    static final String FIRST_UNIT = "11CD01";

    /** Why a line names no action, in words that say something. */
    private static final String REASON = "Gasto de operación de la unidad";

    private static final int LINKS_PER_LINE = 15;
    private static final int LETTERS = 26;
    private static final List<String> OBJECTS = List.of("1131", "2111", "3111", "5111");

    private record ObjectCode(String code, String spendingType) {}

    private final FiscalYear fiscalYear;
    private final @Nullable HumanRightsProgramme programme;
    private final List<String> firstActions = new ArrayList<>();
    private final List<ObjectCode> objects = new ArrayList<>();
    private final List<String> functionalCodes;
    private final List<String> modalities;
    private final List<String> unitKinds;
    private final Map<String, String> settled;

    private Background(
            FiscalYear fiscalYear,
            @Nullable HumanRightsProgramme programme,
            List<String> functionalCodes,
            List<String> modalities,
            List<String> unitKinds,
            Map<String, String> settled) {
        this.fiscalYear = fiscalYear;
        this.programme = programme;
        this.functionalCodes = functionalCodes;
        this.modalities = modalities;
        this.unitKinds = unitKinds;
        this.settled = settled;
    }

    static Background of(OpenPack pack) {
        Catalogues lists = pack.catalogues();
        Background background = new Background(
                pack.manifest().firstFiscalYear(),
                ExampleBudget.programme(pack).orElse(null),
                withoutDebt(codes(lists, Catalogues.CodeList.FUNCTIONAL_CODES, "1.2.4")),
                codes(lists, Catalogues.CodeList.MODALITIES, "E"),
                codes(lists, Catalogues.CodeList.UNIT_KINDS, "Dependencia"),
                Map.of());
        background.objects(lists, ExampleBudget.items(pack));
        background.actions();
        return background;
    }

    /** {@return this background with cells that hold for every line} */
    Background with(Map<String, String> cells) {
        Map<String, String> all = new LinkedHashMap<>(settled);
        all.putAll(cells);
        Background changed = new Background(fiscalYear, programme, functionalCodes, modalities, unitKinds, all);
        changed.objects.addAll(objects);
        changed.firstActions.addAll(firstActions);
        return changed;
    }

    private static List<String> codes(Catalogues lists, Catalogues.CodeList kind, String otherwise) {
        return lists.list(kind)
                .map(list -> List.copyOf(new TreeSet<>(list.keySet())))
                .filter(codes -> !codes.isEmpty())
                .orElse(List.of(otherwise));
    }

    /** What is spent on debt has objects and programmes of its own, and lines are of any. */
    private static List<String> withoutDebt(List<String> codes) {
        return codes.stream().filter(code -> !code.startsWith("4.1.")).toList();
    }

    /** An item of each concept of the classifier, with the spending type that fits it. */
    private void objects(Catalogues lists, Set<String> known) {
        Set<String> codes = new LinkedHashSet<>();
        lists.list(Catalogues.CodeList.OBJECT_CONCEPTS)
                .ifPresent(concepts -> new TreeSet<>(concepts.keySet())
                        .stream()
                                .filter(concept -> concept.matches("[1-9][1-9]00"))
                                .map(concept -> concept.substring(0, 2) + "31")
                                .forEach(codes::add));
        if (codes.isEmpty()) {
            codes.addAll(OBJECTS);
            codes.addAll(known);
        }
        for (String code : codes) {
            objects.add(new ObjectCode(code, spendingType(lists, code)));
        }
    }

    private static String spendingType(Catalogues lists, String object) {
        String longest = "";
        String type = "1";
        for (Map.Entry<String, String> entry :
                lists.list(Catalogues.CodeList.SPENDING_TYPES).orElse(Map.of()).entrySet()) {
            if (object.startsWith(entry.getKey()) && entry.getKey().length() > longest.length()) {
                longest = entry.getKey();
                type = entry.getValue();
            }
        }
        return type;
    }

    private void actions() {
        HumanRightsProgramme all = programme;
        if (all != null) {
            for (HumanRight right : all.chapters()) {
                all.actions().stream()
                        .filter(action -> action.rightCode().equals(right.code()))
                        .findFirst()
                        .map(HrpAction::code)
                        .ifPresent(firstActions::add);
            }
        }
    }

    FiscalYear fiscalYear() {
        return fiscalYear;
    }

    @Nullable
    HumanRightsProgramme programme() {
        return programme;
    }

    /** {@return the first action of each right and group, each of which a line of every budget funds} */
    List<String> firstActions() {
        return firstActions;
    }

    /** {@return the items that exist: those of the lines, and those the examples know} */
    Set<String> items(OpenPack pack) {
        Set<String> items = new LinkedHashSet<>(ExampleBudget.items(pack));
        objects.forEach(object -> items.add(object.code()));
        return items;
    }

    /** {@return how many lines it takes to fund an action of every right, which every budget begins with} */
    int openingLines() {
        return Math.max(1, (firstActions.size() + LINKS_PER_LINE - 1) / LINKS_PER_LINE);
    }

    /** {@return a line on which nothing is drawn: what examples are laid over} */
    Map<String, String> plain() {
        Map<String, String> line = new LinkedHashMap<>();
        line.put("fiscal_year", fiscalYear.toString());
        line.put("unit_code", FIRST_UNIT);
        line.put("unit_kind", unitKinds.get(0));
        line.put("functional_code", functionalCodes.get(0));
        line.put("programme_code", modalities.get(0) + "001");
        line.put("object_code", objects.get(0).code());
        line.put("funding_source", "11");
        line.put("spending_type", objects.get(0).spendingType());
        line.put("result", "04");
        line.put("subresult", "01");
        line.put("activity", "01");
        line.put("identifier_digit", "1");
        line.put("rights_information", "given");
        for (AmountKind kind : AmountKind.values()) {
            line.put(word(kind), kind == AmountKind.ADJUSTMENTS ? "0.00" : "100.00");
        }
        if (!firstActions.isEmpty()) {
            line.put("action_1", firstActions.get(0));
            line.put("no_action_reason", "");
        }
        line.putAll(settled);
        return line;
    }

    /** {@return one of the lines a budget begins with} */
    Map<String, String> opening(int index) {
        Map<String, String> line = plain();
        int from = index * LINKS_PER_LINE;
        for (int i = from; i < Math.min(firstActions.size(), from + LINKS_PER_LINE); i++) {
            line.put("action_" + (i - from + 1), firstActions.get(i));
        }
        return line;
    }

    /** {@return a line without a defect} */
    Map<String, String> drawn(Draw draw, String unit, boolean linked) {
        Map<String, String> line = plain();
        ObjectCode object = draw.of(objects);
        line.put("object_code", object.code());
        line.put("spending_type", object.spendingType());
        line.putAll(codes(draw, unit));
        amounts(draw, line);
        if (!firstActions.isEmpty()) {
            link(line, linked ? draw.of(firstActions) : "", draw.chance(500));
        }
        line.putAll(settled);
        return line;
    }

    private void link(Map<String, String> line, String code, boolean inFull) {
        line.put("action_1", code);
        line.put("no_action_reason", code.isEmpty() ? REASON : "");
        HumanRightsProgramme all = programme;
        if (all != null && inFull) {
            all.action(code).ifPresent(action -> {
                line.put("action_1_sequence", Integer.toString(action.sequence()));
                line.put("action_1_right", action.rightCode());
            });
        }
    }

    /** {@return codes that any line may have, whatever else it says} */
    Map<String, String> codes(Draw draw, String unit) {
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put("unit_code", unit);
        codes.put("functional_code", draw.of(functionalCodes));
        codes.put("programme_code", draw.of(modalities) + padded(draw.below(1000), 3));
        codes.put("result", padded(1 + draw.below(20), 2));
        codes.put("subresult", padded(1 + draw.below(20), 2));
        codes.put("activity", padded(1 + draw.below(20), 2));
        codes.put("funding_source", padded(11 + draw.below(9), 2));
        codes.keySet().removeAll(settled.keySet());
        return codes;
    }

    /** Money that grows by an adjustment and then runs through the stages, a little of it left behind at each. */
    private static void amounts(Draw draw, Map<String, String> line) {
        long approved = draw.between(1_000, 999_999_999);
        long adjustments = draw.between(0, approved / 2);
        long committed = draw.between(1, approved);
        long accrued = draw.between(1, committed);
        long exercised = draw.between(1, accrued);
        line.put(word(AmountKind.PROPOSED), money(draw.between(1, approved)));
        line.put(word(AmountKind.APPROVED), money(approved));
        line.put(word(AmountKind.ADJUSTMENTS), money(adjustments));
        line.put(word(AmountKind.MODIFIED), money(approved + adjustments));
        line.put(word(AmountKind.CALENDARISED), money(approved));
        line.put(word(AmountKind.RECEIVED), money(approved));
        line.put(word(AmountKind.COMMITTED), money(committed));
        line.put(word(AmountKind.ACCRUED), money(accrued));
        line.put(word(AmountKind.EXERCISED), money(exercised));
        line.put(word(AmountKind.PAID), money(draw.between(1, exercised)));
    }

    private static String money(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }

    static boolean isAmount(String column) {
        return Arrays.stream(AmountKind.values()).anyMatch(kind -> word(kind).equals(column))
                || column.matches("action_[0-9]+_amount");
    }

    private static String word(AmountKind kind) {
        return DataItem.of(kind).word();
    }

    /** {@return the code of a unit: two digits, two letters and two digits; number 0 is the unit that examples name} */
    static String unit(int number) {
        if (number == 0) {
            return FIRST_UNIT;
        }
        int letters = number / 100 % (LETTERS * LETTERS);
        return padded(20 + number / (100 * LETTERS * LETTERS) % 80, 2)
                + (char) ('A' + letters / LETTERS)
                + (char) ('A' + letters % LETTERS)
                + padded(number % 100, 2);
    }

    private static String padded(int number, int width) {
        String digits = Integer.toString(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }
}
