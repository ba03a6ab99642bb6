package org.hrbudget.cli.samples;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.HrpAction;
import org.hrbudget.model.HumanRight;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.model.ResultStructure;
import org.hrbudget.model.SpendingLine;

/**
 * Plants defects of every rule that can apply into a budget without any, in the order of the law, and notes each finding that must
 * come of it. A defect changes a line that no other defect touches, so that no more than what is noted can follow; and none takes
 * a valid link away, so that the published outcome stands.
 */
final class SampleDefects {

    /** Dropped actions that state no reason: the first two are linked and get no money, the third is not linked at all. */
    static final int REASONLESS = 3;

    private static final int MOST_REASONS_OF_ONE_WORD = 10;

    private static final Predicate<SpendingLine> UNLINKED = line -> line.links().isEmpty();
    private static final Predicate<SpendingLine> LINKED = UNLINKED.negate();
    private static final Predicate<SpendingLine> NAMES_BY_CODE = LineEdits::namesByCode;

    private final Planter planter;
    private final HumanRightsProgramme programme;
    private final List<HrpAction> dropped;

    private SampleDefects(Planter planter, HumanRightsProgramme programme, List<HrpAction> dropped) {
        this.planter = planter;
        this.programme = programme;
        this.dropped = dropped;
    }

    /**
     * Changes the lines, and answers with the findings that must come of it.
     *
     * @param untouched the index of a line to leave alone
     */
    static List<PlantedDefect> plant(
            List<SpendingLine> lines,
            int untouched,
            HumanRightsProgramme programme,
            List<HrpAction> dropped,
            Random random) {
        Planter planter = new Planter(lines, untouched, random);
        SampleDefects defects = new SampleDefects(planter, programme, dropped);
        defects.plantUnitCodes();
        defects.plantKey();
        defects.plantRightsInformation();
        defects.plantStages();
        defects.plantLinkedMoney();
        defects.plantActionCodes();
        defects.plantDisagreements();
        defects.plantCodesOf2011();
        defects.plantReasons();
        defects.plantReasonsOfOneWord();
        defects.plantRepeatedKeys();
        defects.noteUnits();
        defects.noteProgramme();
        return planter.planted();
    }

    private void plantUnitCodes() {
        List<String> malformed = List.of("20pd01", "21PD1", "22.PD.01");
        List<String> reasons = List.of(
                "lower-case letters in the subsector",
                "one digit short",
                "dots between the parts, where blanks may stand");
        for (int i = 0; i < planter.lines().size(); i++) {
            BudgetUnit unit = LineEdits.unit(planter.lines().get(i));
            int small = SampleFunding.SMALL_UNITS.indexOf(unit.code());
            if (small >= 0) {
                BudgetUnit other = new BudgetUnit(malformed.get(small), unit.name(), unit.kind());
                planter.take(i, line -> line.toBuilder().unit(other).build());
                planter.note(i, "unit-code-malformed", reasons.get(small));
            }
        }
        planter.plant(
                "line-without-unit",
                "no unit",
                UNLINKED,
                line -> line.toBuilder().unit(null).build());
        plantKind("Municipio", "a kind that the law does not name");
        plantKind("órgano de gobierno local", "one word more than the kind has");
        plantKind("Alcaldía", "what boroughs are called from 2019 on");
        // Without a finding: the case of a kind does not matter, and accents may be left out altogether.
        silent(line -> LineEdits.withKind(line, "DELEGACIÓN"));
        silent(line -> LineEdits.withKind(line, "Organo Autonomo"));
    }

    private void plantKey() {
        plantYear(2010, "the year before, as in a line copied from last year's budget");
        plantYear(2012, "the year after");
        planter.plant(
                "result-structure-incomplete",
                "no result",
                UNLINKED,
                line -> LineEdits.withResults(
                        line,
                        new ResultStructure(
                                null,
                                line.resultStructure().subresult(),
                                line.resultStructure().activity())));
        planter.plant(
                "result-structure-incomplete",
                "no sub-result",
                LINKED,
                line -> LineEdits.withResults(
                        line,
                        new ResultStructure(
                                line.resultStructure().result(),
                                null,
                                line.resultStructure().activity())));
        planter.plant(
                "result-structure-incomplete",
                "none of the three parts",
                UNLINKED,
                line -> LineEdits.withResults(line, ResultStructure.NONE));
        planter.plant(
                "identifier-digit-missing",
                "no identifier digit",
                LINKED,
                line -> line.toBuilder().identifierDigit(null).build());
    }

    private void plantRightsInformation() {
        for (Predicate<SpendingLine> where : List.of(LINKED, UNLINKED)) {
            planter.plant(
                    "rights-information-not-given",
                    "requested and not given",
                    where,
                    line -> line.toBuilder()
                            .rightsInformation(SpendingLine.RightsInformation.REQUESTED)
                            .build());
        }
        planter.plant(
                "line-names-no-action",
                "no link and no reason",
                UNLINKED,
                line -> line.toBuilder().noActionReason(null).build());
        planter.plant(
                "line-names-no-action",
                "the reason is a blank",
                UNLINKED,
                line -> line.toBuilder().noActionReason(" ").build());
    }

    private void plantStages() {
        planter.plant(
                "approved-negative",
                "one centavo below zero",
                UNLINKED,
                line -> line.toBuilder()
                        .amounts(SampleLines.spentInFull(BigDecimal.ZERO)
                                .with(AmountKind.APPROVED, LineEdits.CENTAVO.negate())
                                .with(AmountKind.ADJUSTMENTS, LineEdits.CENTAVO))
                        .build());
        planter.plant(
                "approved-negative",
                "a reduction written as an approved amount",
                UNLINKED,
                line -> line.toBuilder()
                        .amounts(SampleLines.spentInFull(BigDecimal.ZERO)
                                .with(AmountKind.APPROVED, BigDecimal.valueOf(-25_000_000, 2))
                                .with(AmountKind.ADJUSTMENTS, BigDecimal.valueOf(25_000_000, 2)))
                        .build());
        silent(line -> line.toBuilder()
                .amounts(SampleLines.spentInFull(BigDecimal.ZERO))
                .build());
        planter.plant(
                "modified-rounded",
                "one centavo above approved plus adjustments",
                LINKED,
                line -> LineEdits.raise(line, AmountKind.MODIFIED, AmountKind.MODIFIED));
        planter.plant(
                "modified-disagrees",
                "the adjustments have the wrong sign",
                line -> LineEdits.amount(line, AmountKind.ADJUSTMENTS).signum() != 0,
                line -> LineEdits.with(
                        line,
                        AmountKind.ADJUSTMENTS,
                        LineEdits.amount(line, AmountKind.ADJUSTMENTS).negate()));
        int recovery = planter.plant(
                "modified-negative",
                "a recovery of one centavo, entered at every stage",
                UNLINKED,
                line -> line.toBuilder()
                        .amounts(SampleLines.spentInFull(LineEdits.CENTAVO.negate())
                                .with(AmountKind.APPROVED, BigDecimal.ZERO)
                                .with(AmountKind.ADJUSTMENTS, LineEdits.CENTAVO.negate()))
                        .build());
        for (String stage : List.of("committed", "accrued", "exercised", "paid")) {
            planter.note(recovery, stage + "-negative", "a recovery of one centavo, entered at every stage");
        }
        plantStage("committed-above-modified", AmountKind.COMMITTED, AmountKind.MODIFIED);
        plantStage("accrued-above-committed", AmountKind.ACCRUED, AmountKind.COMMITTED);
        plantStage("exercised-above-accrued", AmountKind.EXERCISED, AmountKind.ACCRUED);
        plantStage("paid-above-exercised", AmountKind.PAID, AmountKind.EXERCISED);
    }

    private void plantLinkedMoney() {
        ActionLink first = ActionLink.to(dropped.get(0).code());
        planter.plant(
                "linked-action-unfunded",
                "the link takes the whole line, which has no money",
                UNLINKED.and(this::isOfLinkedUnit),
                line -> line.toBuilder()
                        .links(List.of(first))
                        .noActionReason(null)
                        .amounts(SampleLines.spentInFull(BigDecimal.ZERO))
                        .build());
        ActionLink second = ActionLink.to(dropped.get(1).code());
        plantLink("linked-action-unfunded", "the link states an amount of zero", second.withAmount(BigDecimal.ZERO));
        planter.plant(
                "linked-amounts-above-line",
                "the links state one centavo more than the line has",
                line -> LineEdits.statesOne(line, true),
                line -> LineEdits.withPart(line, SampleLines.approved(line).add(LineEdits.CENTAVO), null));
        planter.plant(
                "linked-shares-above-one",
                "the link states a hundredth more than the line",
                line -> LineEdits.statesOne(line, false),
                line -> LineEdits.withPart(line, null, BigDecimal.valueOf(101, 2)));
        planter.plant(
                "linked-parts-above-line",
                "a link states an amount and another the whole line",
                line -> LineEdits.statesOne(line, true) && NAMES_BY_CODE.test(line),
                line -> line.toBuilder()
                        .links(LineEdits.withLink(
                                line,
                                ActionLink.to(line.links().get(0).actionCode()).withShare(BigDecimal.ONE)))
                        .build());
        // Without a finding: exactly the line.
        planter.silent(
                line -> LineEdits.statesOne(line, true),
                line -> LineEdits.withPart(line, SampleLines.approved(line), null));
        planter.silent(
                line -> LineEdits.statesOne(line, false), line -> LineEdits.withPart(line, null, BigDecimal.ONE));
    }

    private void plantActionCodes() {
        for (String code : List.of("1.1.6", "01-01-06", "O1.01.06")) {
            plantLink("action-code-malformed", "the code is written " + code, ActionLink.to(code));
        }
        plantLink("action-unknown", "the strategy ends at its sixth action", ActionLink.to("01.01.07"));
        plantLink("action-unknown", "there are 25 rights and groups", ActionLink.to("26.01.01"));
        plantLink(
                "action-unknown",
                "the last number is 2412",
                new ActionLink(null, SampleProgramme.ACTIONS + 1, null, null, null));
        planter.plant(
                "fiscal-years-disagree",
                "the line says 2017",
                NAMES_BY_CODE.and(line -> line.links().size() == 1),
                line -> line.toBuilder().fiscalYear(FiscalYear.of(2017)).build());
    }

    private void plantDisagreements() {
        for (int by : new int[] {1, -1}) {
            planter.plant(
                    "action-sequence-disagrees",
                    by > 0 ? "the number of the next action" : "the number of the action before",
                    NAMES_BY_CODE,
                    line -> LineEdits.withFirst(
                            line, sequenceOf(line) + by, line.links().get(0).namedRight()));
        }
        planter.plant(
                "named-right-disagrees",
                "the code of a right that is not the action's",
                isOf(SampleFunding.HEALTH),
                line -> LineEdits.withFirst(line, line.links().get(0).sequence(), SampleFunding.EDUCATION));
        planter.plant(
                "named-right-disagrees",
                "the name of a right that is not the action's",
                isOf(SampleFunding.EDUCATION),
                line -> LineEdits.withFirst(line, line.links().get(0).sequence(), "Salud"));
        planter.plant(
                "named-right-unrecognised",
                "a word more than the right's name has",
                isOf(SampleFunding.EDUCATION),
                line -> LineEdits.withFirst(line, line.links().get(0).sequence(), "Educación pública"));
        planter.silent(
                isOf(SampleFunding.EDUCATION),
                line -> LineEdits.withFirst(line, line.links().get(0).sequence(), "Derecho a la educacion"));
        planter.silent(
                isOf(SampleFunding.EQUALITY),
                line -> LineEdits.withFirst(line, line.links().get(0).sequence(), "IGUALDAD Y NO DISCRIMINACIÓN"));
    }

    private void plantCodesOf2011() {
        for (String code : List.of("1.2.5", "2.8.1", "5.1.1")) {
            planter.plant(
                    "functional-code-unknown",
                    "the classification has no " + code,
                    line -> true,
                    line -> line.toBuilder().functionalCode(code).build());
        }
        for (String item : List.of("1911", "8211")) {
            planter.plant(
                    "object-concept-unknown",
                    "the classifier has no concept of " + item,
                    UNLINKED,
                    line -> line.toBuilder().objectCode(item).spendingType("1").build());
        }
        silent(line -> line.toBuilder().objectCode("1811").spendingType("1").build());
        plantType("5111", "1", "equipment as current spending");
        plantType("6121", "1", "public works as current spending");
        plantType("4511", "1", "pensions as current spending");
        plantType("9111", "1", "amortisation as current spending");
        silent(line -> line.toBuilder().objectCode("9111").spendingType("3").build());
        planter.plant(
                "debt-outside-its-chapter",
                "salaries under the function of public debt",
                UNLINKED,
                line -> line.toBuilder()
                        .functionalCode("4.1.1")
                        .objectCode("1131")
                        .spendingType("1")
                        .build());
        silent(line -> line.toBuilder()
                .functionalCode("4.1.1")
                .objectCode("9211")
                .spendingType("1")
                .build());
    }

    private void plantReasons() {
        List<ActionLink> none = List.of(ActionLink.to("No aplica"));
        planter.plant(
                "no-action-without-reason",
                "No aplica in place of the action, and no reason",
                UNLINKED,
                line -> line.toBuilder().links(none).noActionReason(null).build());
        for (String reason : List.of("No aplica", "-")) {
            planter.plant(
                    "reason-says-nothing",
                    "the reason is " + reason,
                    UNLINKED,
                    line -> line.toBuilder().noActionReason(reason).build());
        }
        silent(line -> line.toBuilder().links(none).build());
    }

    /** The first unit of which enough lines give a reason. */
    private void plantReasonsOfOneWord() {
        TreeMap<String, List<Integer>> reasons = new TreeMap<>();
        for (int i = 0; i < planter.lines().size(); i++) {
            SpendingLine line = planter.lines().get(i);
            if (line.unit() != null && SampleLines.NO_ACTION.equals(line.noActionReason())) {
                reasons.computeIfAbsent(LineEdits.unit(line).code(), unit -> new ArrayList<>())
                        .add(i);
            }
        }
        String unit = reasons.keySet().stream()
                .filter(code -> reasons.get(code).size() > MOST_REASONS_OF_ONE_WORD)
                .findFirst()
                .orElseThrow();
        reasons.get(unit)
                .subList(0, MOST_REASONS_OF_ONE_WORD + 1)
                .forEach(index -> planter.lines()
                        .set(
                                index,
                                planter.lines().get(index).toBuilder()
                                        .noActionReason("Operativo")
                                        .build()));
        planter.note(new PlantedDefect(
                "reasons-of-one-word", "", unit, "", "one word for a reason on one line more than the limit"));
    }

    /** Copies go to the end, so that the rows of all other lines stay those of the budget without defects. */
    private void plantRepeatedKeys() {
        for (Predicate<SpendingLine> where : List.of(UNLINKED, LINKED)) {
            int first = planter.choose(where);
            SpendingLine line = planter.lines().get(first);
            for (int copy = 1; copy <= 2; copy++) {
                int index = planter.append(line.toBuilder()
                        .amounts(SampleLines.spentInFull(BigDecimal.valueOf(1_000_000L * copy, 2)))
                        .links(line.links().stream()
                                .map(link -> LineEdits.withoutAmount(link))
                                .toList())
                        .build());
                planter.note(index, "key-repeated", "repeats the key of row " + Planter.row(first));
            }
        }
    }

    /** What follows from the published outcome itself: one unit in four links nothing. */
    private void noteUnits() {
        TreeMap<String, Boolean> linked = new TreeMap<>();
        for (SpendingLine line : planter.lines()) {
            BudgetUnit unit = line.unit();
            if (unit != null) {
                boolean valid = line.links().stream()
                        .anyMatch(link -> programme.action(link).isPresent());
                linked.merge(unit.code(), valid, Boolean::logicalOr);
            }
        }
        linked.forEach((unit, any) -> {
            if (!any) {
                planter.note(new PlantedDefect(
                        "unit-links-nothing", "", unit, "", "one of the 20 units in 80 that link nothing"));
            }
        });
    }

    private void noteProgramme() {
        for (String code : List.of(SampleFunding.UNFUNDED_RIGHT, SampleFunding.UNFUNDED_GROUP)) {
            HumanRight right = programme.chapter(code).orElseThrow();
            planter.note(new PlantedDefect(
                    "right-without-funded-action",
                    "",
                    "",
                    code,
                    "its one linked action gets no money: " + right.nameEs()));
        }
    }

    /** Adds a link beside the valid ones of a line. */
    private int plantLink(String rule, String reason, ActionLink link) {
        return planter.plant(
                rule,
                reason,
                LINKED.and(LineEdits::hasRoom),
                line -> line.toBuilder().links(LineEdits.withLink(line, link)).build());
    }

    private void plantKind(String kind, String reason) {
        planter.plant("unit-kind-unknown", reason, this::isNotFirstOfUnit, line -> LineEdits.withKind(line, kind));
    }

    private void plantYear(int year, String reason) {
        planter.plant(
                "fiscal-years-disagree",
                reason,
                line -> true,
                line -> line.toBuilder().fiscalYear(FiscalYear.of(year)).build());
    }

    private void plantStage(String rule, AmountKind stage, AmountKind before) {
        planter.plant(
                rule, "one centavo more than the stage before", LINKED, line -> LineEdits.raise(line, stage, before));
    }

    private void plantType(String item, String type, String reason) {
        planter.plant(
                "spending-type-unfit",
                reason,
                UNLINKED,
                line -> line.toBuilder().objectCode(item).spendingType(type).build());
    }

    private void silent(UnaryOperator<SpendingLine> edit) {
        planter.silent(UNLINKED.and(this::isNotFirstOfUnit), edit);
    }

    /** The first line of a unit says what kind it is. */
    private boolean isNotFirstOfUnit(SpendingLine line) {
        return line.unit() != null
                && !planter.lines().stream()
                        .filter(other -> isOfUnit(other, LineEdits.unit(line).code()))
                        .findFirst()
                        .orElseThrow()
                        .equals(line);
    }

    private boolean isOfLinkedUnit(SpendingLine line) {
        return planter.lines().stream()
                .anyMatch(other -> LINKED.test(other)
                        && isOfUnit(other, LineEdits.unit(line).code()));
    }

    private static boolean isOfUnit(SpendingLine line, String code) {
        return line.unit() != null && LineEdits.unit(line).code().equals(code);
    }

    private static Predicate<SpendingLine> isOf(String right) {
        return NAMES_BY_CODE.and(
                line -> String.valueOf(line.links().get(0).actionCode()).startsWith(right + "."));
    }

    private int sequenceOf(SpendingLine line) {
        return programme.action(line.links().get(0)).orElseThrow().sequence();
    }
}
