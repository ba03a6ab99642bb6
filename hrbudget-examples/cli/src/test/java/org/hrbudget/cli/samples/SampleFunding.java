package org.hrbudget.cli.samples;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.HrpAction;
import org.hrbudget.model.HumanRightsProgramme;

/** Which unit funds which action, so that the counts are those published for 2011; what 2010 funded follows from them. */
final class SampleFunding {

    static final String EQUALITY = "01";
    static final String ENVIRONMENT = "09";
    static final String EDUCATION = "12";
    static final String HEALTH = "14";

    /** A right and a group of whose actions none is funded: chosen for nothing but to have one of each. */
    static final String UNFUNDED_RIGHT = "06";

    static final String UNFUNDED_GROUP = "22";

    static final int NEW_ACTIONS = 52;
    static final int UNITS_LINKED = 60;

    private static final Map<String, Integer> PUBLISHED =
            Map.of(EQUALITY, 157, ENVIRONMENT, 52, HEALTH, 49, EDUCATION, 45, UNFUNDED_RIGHT, 0, UNFUNDED_GROUP, 0);
    private static final int FEWEST = 12;
    private static final int SPREAD = 30;

    private static final Map<String, Integer> NEW_OF_THE_FIRST_THREE =
            Map.of(SampleUnits.DIF, 12, SampleUnits.SOCIAL_DEVELOPMENT, 9, SampleUnits.COMPTROLLER, 7);
    private static final int UNITS_WITH_OTHER_NEW = 15;
    private static final int ONE_IN_SHARED = 7;
    private static final int DROPPED = 24;

    /** Units whose few lines link nothing, so that a defect of theirs stays small. */
    static final List<String> SMALL_UNITS = List.of("20PD01", "21PD01", "22PD01");

    private final Map<String, List<HrpAction>> byUnit = new LinkedHashMap<>();
    private final Set<HrpAction> fresh = new LinkedHashSet<>();
    private final List<HrpAction> dropped = new ArrayList<>();
    private final List<HrpAction> kept = new ArrayList<>();

    private SampleFunding() {}

    static SampleFunding plan(HumanRightsProgramme programme, List<BudgetUnit> units, Random random) {
        SampleFunding funding = new SampleFunding();
        List<HrpAction> funded = funding.choose(programme, random);
        List<String> linked = linkedUnits(units, random);
        linked.forEach(unit -> funding.byUnit.put(unit, new ArrayList<>()));
        funding.assignNew(funded.subList(0, NEW_ACTIONS), linked);
        funding.assignKept(funded.subList(NEW_ACTIONS, funded.size()), linked, random);
        return funding;
    }

    /** The actions of each unit that links any, by unit code. */
    Map<String, List<HrpAction>> byUnit() {
        return byUnit;
    }

    boolean isNew(HrpAction action) {
        return fresh.contains(action);
    }

    /** Actions that 2010 funded and 2011 does not. */
    List<HrpAction> dropped() {
        return dropped;
    }

    /**
     * {@return what 2010 funded: all that 2011 funds but the new ones, and those dropped}
     *
     * @param reasonless how many of the dropped, from the first, state no reason
     * @param random where the amounts come from
     */
    Baseline baseline(int reasonless, Random random) {
        Map<String, Baseline.FundedAction> actions = new HashMap<>();
        for (HrpAction action : kept) {
            actions.put(action.code(), new Baseline.FundedAction(action.code(), amount(random), null));
        }
        for (int i = 0; i < dropped.size(); i++) {
            String code = dropped.get(i).code();
            String reason = i < reasonless ? null : "Acción concluida en 2010 (motivo sintético)";
            actions.put(code, new Baseline.FundedAction(code, amount(random), reason));
        }
        List<String> codes = actions.keySet().stream().sorted().toList();
        return Baseline.of(FiscalYear.of(2010), codes.stream().map(actions::get).toList());
    }

    private static BigDecimal amount(Random random) {
        return BigDecimal.valueOf(1_000_000L + random.nextInt(900_000_000), 2);
    }

    private List<HrpAction> choose(HumanRightsProgramme programme, Random random) {
        List<HrpAction> funded = new ArrayList<>();
        List<HrpAction> rest = new ArrayList<>();
        programme.chapters().forEach(chapter -> {
            List<HrpAction> own = new ArrayList<>(programme.actions().stream()
                    .filter(action -> action.rightCode().equals(chapter.code()))
                    .toList());
            int other = FEWEST + random.nextInt(SPREAD);
            int count = PUBLISHED.getOrDefault(chapter.code(), other);
            Collections.shuffle(own, random);
            funded.addAll(own.subList(0, count));
            rest.addAll(own.subList(count, own.size()));
        });
        Collections.shuffle(funded, random);
        // The first two of the dropped are of the right and the group that have no funded action.
        for (String chapter : List.of(UNFUNDED_RIGHT, UNFUNDED_GROUP)) {
            HrpAction first = rest.stream()
                    .filter(action -> action.rightCode().equals(chapter))
                    .findFirst()
                    .orElseThrow();
            dropped.add(first);
            rest.remove(first);
        }
        Collections.shuffle(rest, random);
        dropped.addAll(rest.subList(0, DROPPED - dropped.size()));
        return funded;
    }

    private static List<String> linkedUnits(List<BudgetUnit> units, Random random) {
        List<String> first = List.of(
                SampleUnits.DIF, SampleUnits.SOCIAL_DEVELOPMENT, SampleUnits.COMPTROLLER, SampleUnits.POLICE_TRAINING);
        List<String> others = new ArrayList<>(units.stream()
                .map(BudgetUnit::code)
                .filter(code -> !first.contains(code) && !SMALL_UNITS.contains(code))
                .toList());
        Collections.shuffle(others, random);
        List<String> linked = new ArrayList<>(first);
        linked.addAll(others.subList(0, UNITS_LINKED - first.size()));
        return linked;
    }

    private void assignNew(List<HrpAction> actions, List<String> linked) {
        fresh.addAll(actions);
        List<String> places = new ArrayList<>();
        NEW_OF_THE_FIRST_THREE.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(entry -> places.addAll(Collections.nCopies(entry.getValue(), entry.getKey())));
        List<String> others = linked.subList(NEW_OF_THE_FIRST_THREE.size(), linked.size());
        for (int i = 0; places.size() < actions.size(); i++) {
            places.add(others.get(i % UNITS_WITH_OTHER_NEW));
        }
        for (int i = 0; i < actions.size(); i++) {
            actionsOf(places.get(i)).add(actions.get(i));
        }
    }

    private void assignKept(List<HrpAction> actions, List<String> linked, Random random) {
        kept.addAll(actions);
        for (int i = 0; i < actions.size(); i++) {
            // One after another first, so that no unit is left without an action.
            int unit = i < linked.size() ? i : random.nextInt(linked.size());
            actionsOf(linked.get(unit)).add(actions.get(i));
            if (random.nextInt(ONE_IN_SHARED) == 0) {
                actionsOf(linked.get((unit + 1) % linked.size())).add(actions.get(i));
            }
        }
    }

    private List<HrpAction> actionsOf(String unit) {
        return byUnit.computeIfAbsent(unit, code -> new ArrayList<>());
    }
}
