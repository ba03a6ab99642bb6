package org.hrbudget.cli.samples;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.HrpAction;
import org.hrbudget.model.HumanRight;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.model.ResultStructure;
import org.hrbudget.model.RightsInformation;
import org.hrbudget.model.SpendingLine;

/**
 * Plants defects of every rule that can apply into a budget without any, in the order of the law, and notes each finding that must
 * come of it. A defect changes a line that no other defect touches, so that no more than what is noted can follow; and none takes
 * a valid link away, so that the published outcome stands.
 */
final class SampleDefects {

    /** Dropped actions that state no reason: the first two are linked and get no money, the third is not linked at all. */
    static final int REASONLESS = 3;

    private static final int HEADER_ROWS = 1;
    private static final BigDecimal CENTAVO = BigDecimal.valueOf(1, 2);
    private static final Predicate<SpendingLine> UNLINKED = line -> line.links().isEmpty();
    private static final Predicate<SpendingLine> LINKED = UNLINKED.negate();

    private final List<SpendingLine> lines;
    private final HumanRightsProgramme programme;
    private final List<HrpAction> dropped;
    private final List<Integer> order;
    private final Set<Integer> used = new HashSet<>();
    private final List<PlantedDefect> planted = new ArrayList<>();

    private SampleDefects(
            List<SpendingLine> lines, HumanRightsProgramme programme, List<HrpAction> dropped, Random random) {
        this.lines = lines;
        this.programme = programme;
        this.dropped = dropped;
        this.order = new ArrayList<>(IntStream.range(0, lines.size()).boxed().toList());
        Collections.shuffle(order, random);
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
        SampleDefects defects = new SampleDefects(lines, programme, dropped, random);
        defects.used.add(untouched);
        defects.plantUnitCodes();
        defects.plantKey();
        defects.plantRightsInformation();
        defects.plantStages();
        defects.plantLinkedMoney();
        defects.plantActionCodes();
        defects.plantCodesOf2011();
        defects.plantRepeatedKeys();
        defects.noteUnits();
        defects.noteProgramme();
        return defects.planted;
    }

    private void plantUnitCodes() {
        List<String> malformed = List.of("20pd01", "21PD1", "22.PD.01");
        List<String> reasons = List.of(
                "lower-case letters in the subsector", "one digit short", "dots between the parts, where blanks may stand");
        for (int i = 0; i < lines.size(); i++) {
            BudgetUnit unit = unit(lines.get(i));
            int small = SampleFunding.SMALL_UNITS.indexOf(unit.code());
            if (small >= 0) {
                used.add(i);
                BudgetUnit other = new BudgetUnit(malformed.get(small), unit.name(), unit.kind());
                change(i, line -> line.toBuilder().unit(other).build());
                note(i, "unit-code-malformed", reasons.get(small));
            }
        }
        plant("line-without-unit", "no unit", UNLINKED, line -> line.toBuilder()
                .unit(null)
                .build());
        plantKind("Municipio", "a kind that the law does not name");
        plantKind("órgano de gobierno local", "one word more than the kind has");
        plantKind("organó autónomo", "an accent in the wrong place");
        // Without a finding: the case of a kind does not matter, and accents may be left out altogether.
        silent(line -> withKind(line, "DELEGACIÓN"));
        silent(line -> withKind(line, "Organo Autonomo"));
    }

    private void plantKey() {
        plantYear(2010, "the year before, as in a line copied from last year's budget");
        plantYear(2012, "the year after");
        plant("result-structure-incomplete", "no result", UNLINKED, line -> withResults(
                line, new ResultStructure(
                        null, line.resultStructure().subresult(), line.resultStructure().activity())));
        plant("result-structure-incomplete", "no sub-result", LINKED, line -> withResults(
                line, new ResultStructure(
                        line.resultStructure().result(), null, line.resultStructure().activity())));
        plant("result-structure-incomplete", "none of the three parts", UNLINKED, line -> withResults(
                line, ResultStructure.NONE));
        plant("identifier-digit-missing", "no identifier digit", LINKED, line -> line.toBuilder()
                .identifierDigit(null)
                .build());
    }

    private void plantRightsInformation() {
        for (Predicate<SpendingLine> where : List.of(LINKED, UNLINKED)) {
            plant("rights-information-not-given", "requested and not given", where, line -> line.toBuilder()
                    .rightsInformation(RightsInformation.REQUESTED)
                    .build());
        }
        plant("line-names-no-action", "no link and no reason", UNLINKED, line -> line.toBuilder()
                .noActionReason(null)
                .build());
        plant("line-names-no-action", "the reason is a blank", UNLINKED, line -> line.toBuilder()
                .noActionReason(" ")
                .build());
    }

    private void plantStages() {
        plant("approved-negative", "one centavo below zero", UNLINKED, line -> line.toBuilder()
                .amounts(SampleLines.spentInFull(BigDecimal.ZERO)
                        .with(AmountKind.APPROVED, CENTAVO.negate())
                        .with(AmountKind.ADJUSTMENTS, CENTAVO))
                .build());
        plant("approved-negative", "a reduction written as an approved amount", UNLINKED, line -> line.toBuilder()
                .amounts(SampleLines.spentInFull(BigDecimal.ZERO)
                        .with(AmountKind.APPROVED, BigDecimal.valueOf(-25_000_000, 2))
                        .with(AmountKind.ADJUSTMENTS, BigDecimal.valueOf(25_000_000, 2)))
                .build());
        silent(line -> line.toBuilder()
                .amounts(SampleLines.spentInFull(BigDecimal.ZERO))
                .build());
        plant("modified-disagrees", "one centavo above approved plus adjustments", LINKED, line -> raise(
                line, AmountKind.MODIFIED, AmountKind.MODIFIED));
        plant(
                "modified-disagrees",
                "the adjustments have the wrong sign",
                line -> amount(line, AmountKind.ADJUSTMENTS).signum() != 0,
                line -> with(line, AmountKind.ADJUSTMENTS, amount(line, AmountKind.ADJUSTMENTS)
                        .negate()));
        plantStage("committed-above-modified", AmountKind.COMMITTED, AmountKind.MODIFIED);
        plantStage("accrued-above-committed", AmountKind.ACCRUED, AmountKind.COMMITTED);
        plantStage("exercised-above-accrued", AmountKind.EXERCISED, AmountKind.ACCRUED);
        plantStage("paid-above-exercised", AmountKind.PAID, AmountKind.EXERCISED);
    }

    private void plantLinkedMoney() {
        ActionLink first = ActionLink.to(dropped.get(0).code());
        plant("linked-action-unfunded", "the link takes the whole line, which has no money", UNLINKED.and(isOfLinkedUnit()), line -> line.toBuilder()
                .links(List.of(first))
                .noActionReason(null)
                .amounts(SampleLines.spentInFull(BigDecimal.ZERO))
                .build());
        ActionLink second = ActionLink.to(dropped.get(1).code());
        plant("linked-action-unfunded", "the link states an amount of zero", LINKED.and(hasRoom()), line -> line.toBuilder()
                .links(withLink(line, second.withAmount(BigDecimal.ZERO)))
                .build());
        plant(
                "linked-amounts-above-line",
                "the links state one centavo more than the line has",
                line -> statesOne(line, true),
                line -> withPart(line, SampleLines.approved(line).add(CENTAVO), null));
        plant(
                "linked-shares-above-one",
                "the link states a hundredth more than the line",
                line -> statesOne(line, false),
                line -> withPart(line, null, BigDecimal.valueOf(101, 2)));
        // Without a finding: exactly the line.
        silent(line -> statesOne(line, true), line -> withPart(line, SampleLines.approved(line), null));
        silent(line -> statesOne(line, false), line -> withPart(line, null, BigDecimal.ONE));
    }

    private void plantActionCodes() {
        for (String code : List.of("1.1.6", "01-01-06", "O1.01.06")) {
            int index = plant("action-code-malformed", "the code is written " + code, LINKED.and(hasRoom()), line -> line.toBuilder()
                    .links(withLink(line, ActionLink.to(code)))
                    .build());
            note(index, "action-unknown", "no action has the malformed code " + code);
        }
        plant("action-unknown", "the strategy ends at its sixth action", LINKED.and(hasRoom()), line -> line.toBuilder()
                .links(withLink(line, ActionLink.to("01.01.07")))
                .build());
        plant("action-unknown", "there are 25 rights and groups", LINKED.and(hasRoom()), line -> line.toBuilder()
                .links(withLink(line, ActionLink.to("26.01.01")))
                .build());
        plant("action-unknown", "the last number is 2412", LINKED.and(hasRoom()), line -> line.toBuilder()
                .links(withLink(line, new ActionLink(null, SampleProgramme.ACTIONS + 1, null, null, null)))
                .build());
        for (int by : new int[] {1, -1}) {
            plant(
                    "action-sequence-disagrees",
                    by > 0 ? "the number of the next action" : "the number of the action before",
                    namesByCode(),
                    line -> withFirst(line, sequenceOf(line) + by, line.links().get(0).namedRight()));
        }
        plant("named-right-disagrees", "the code of a right that is not the action's", isOf(SampleFunding.HEALTH), line -> withFirst(
                line, line.links().get(0).sequence(), SampleFunding.EDUCATION));
        plant("named-right-disagrees", "the right's name without its accent", isOf(SampleFunding.EDUCATION), line -> withFirst(
                line, line.links().get(0).sequence(), "Educacion"));
        silent(isOf(SampleFunding.EQUALITY), line -> withFirst(
                line, line.links().get(0).sequence(), "IGUALDAD Y NO DISCRIMINACIÓN"));
        int late = plant(
                "programme-code-after-its-era",
                "the line says 2017, and the codes of 2009 end with 2016",
                namesByCode().and(line -> line.links().size() == 1),
                line -> line.toBuilder().fiscalYear(FiscalYear.of(2017)).build());
        note(late, "fiscal-years-disagree", "the line says 2017");
    }

    private void plantCodesOf2011() {
        for (String code : List.of("1.2.5", "2.8.1", "5.1.1")) {
            plant("functional-code-unknown", "the classification has no " + code, line -> true, line -> line.toBuilder()
                    .functionalCode(code)
                    .build());
        }
        for (String item : List.of("1911", "8211")) {
            plant("object-concept-unknown", "the classifier has no concept of " + item, UNLINKED, line -> line.toBuilder()
                    .objectCode(item)
                    .spendingType("1")
                    .build());
        }
        silent(line -> line.toBuilder().objectCode("1811").spendingType("1").build());
        plantType("5111", "1", "equipment as current spending");
        plantType("6121", "1", "public works as current spending");
        plantType("4511", "1", "pensions as current spending");
        plantType("9111", "1", "amortisation as current spending");
        silent(line -> line.toBuilder().objectCode("9111").spendingType("3").build());
    }

    /** Copies go to the end, so that the rows of all other lines stay those of the budget without defects. */
    private void plantRepeatedKeys() {
        for (Predicate<SpendingLine> where : List.of(UNLINKED, LINKED)) {
            int first = choose(where);
            SpendingLine line = lines.get(first);
            for (int copy = 1; copy <= 2; copy++) {
                lines.add(line.toBuilder()
                        .amounts(SampleLines.spentInFull(BigDecimal.valueOf(1_000_000L * copy, 2)))
                        .links(line.links().stream().map(link -> withoutAmount(link)).toList())
                        .build());
                note(lines.size() - 1, "key-repeated", "repeats the key of row " + row(first));
            }
        }
    }

    /** What follows from the published outcome itself: one unit in four links nothing. */
    private void noteUnits() {
        TreeMap<String, Boolean> linked = new TreeMap<>();
        for (SpendingLine line : lines) {
            BudgetUnit unit = line.unit();
            if (unit != null) {
                boolean valid = line.links().stream()
                        .anyMatch(link -> programme.action(link).isPresent());
                linked.merge(unit.code(), valid, Boolean::logicalOr);
            }
        }
        linked.forEach((unit, any) -> {
            if (!any) {
                planted.add(new PlantedDefect(
                        "unit-links-nothing", "", unit, "", "one of the 20 units in 80 that link nothing"));
            }
        });
    }

    private void noteProgramme() {
        for (String code : List.of(SampleFunding.UNFUNDED_RIGHT, SampleFunding.UNFUNDED_GROUP)) {
            HumanRight right = programme.chapter(code).orElseThrow();
            planted.add(new PlantedDefect(
                    "right-without-funded-action", "", "", code, "its one linked action gets no money: " + right.nameEs()));
        }
        for (int i = 0; i < REASONLESS; i++) {
            String reason = i < 2 ? "funded in 2010; linked in 2011 and given no money" : "funded in 2010; not linked in 2011";
            planted.add(new PlantedDefect("funded-action-dropped", "", "", dropped.get(i).code(), reason));
        }
    }

    private void plantKind(String kind, String reason) {
        plant("unit-kind-unknown", reason, isNotFirstOfUnit(), line -> withKind(line, kind));
    }

    private void plantYear(int year, String reason) {
        plant("fiscal-years-disagree", reason, line -> true, line -> line.toBuilder()
                .fiscalYear(FiscalYear.of(year))
                .build());
    }

    private void plantStage(String rule, AmountKind stage, AmountKind before) {
        plant(rule, "one centavo more than the stage before", LINKED, line -> raise(line, stage, before));
    }

    private void plantType(String item, String type, String reason) {
        plant("spending-type-unfit", reason, UNLINKED, line -> line.toBuilder()
                .objectCode(item)
                .spendingType(type)
                .build());
    }

    private void silent(UnaryOperator<SpendingLine> edit) {
        silent(UNLINKED.and(isNotFirstOfUnit()), edit);
    }

    /** Changes a line right up to a limit, of which nothing must come. */
    private void silent(Predicate<SpendingLine> where, UnaryOperator<SpendingLine> edit) {
        change(choose(where), edit);
    }

    private int plant(String rule, String reason, Predicate<SpendingLine> where, UnaryOperator<SpendingLine> edit) {
        int index = choose(where);
        change(index, edit);
        note(index, rule, reason);
        return index;
    }

    private int choose(Predicate<SpendingLine> where) {
        for (int index : order) {
            if (!used.contains(index) && where.test(lines.get(index))) {
                used.add(index);
                return index;
            }
        }
        throw new IllegalStateException("No line is left that could carry the defect.\nMaybe another seed has one.");
    }

    private void change(int index, UnaryOperator<SpendingLine> edit) {
        lines.set(index, edit.apply(lines.get(index)));
    }

    private void note(int index, String rule, String reason) {
        BudgetUnit unit = lines.get(index).unit();
        planted.add(new PlantedDefect(rule, row(index), unit == null ? "" : unit.code(), "", reason));
    }

    private static String row(int index) {
        return Integer.toString(index + 1 + HEADER_ROWS);
    }

    private static BudgetUnit unit(SpendingLine line) {
        BudgetUnit unit = line.unit();
        if (unit == null) {
            throw new IllegalStateException("The line has no unit: " + line + ".\nMaybe its unit was taken away before.");
        }
        return unit;
    }

    /** The first line of a unit says what kind it is. */
    private Predicate<SpendingLine> isNotFirstOfUnit() {
        return line -> line.unit() != null
                && lines.stream()
                                .filter(other -> other.unit() != null
                                        && unit(other).code().equals(unit(line).code()))
                                .findFirst()
                                .orElseThrow()
                        != line;
    }

    private Predicate<SpendingLine> isOfLinkedUnit() {
        return line -> lines.stream()
                .anyMatch(other -> LINKED.test(other)
                        && other.unit() != null
                        && line.unit() != null
                        && unit(other).code().equals(unit(line).code()));
    }

    private static Predicate<SpendingLine> hasRoom() {
        return line -> line.links().size() < SampleFiles.MOST_LINKS;
    }

    private static Predicate<SpendingLine> namesByCode() {
        return line -> !line.links().isEmpty() && line.links().get(0).actionCode() != null;
    }

    private static Predicate<SpendingLine> isOf(String right) {
        return namesByCode()
                .and(line -> String.valueOf(line.links().get(0).actionCode()).startsWith(right + "."));
    }

    private static boolean statesOne(SpendingLine line, boolean amount) {
        return line.links().size() == 1
                && (amount ? line.links().get(0).amount() : line.links().get(0).share()) != null;
    }

    private int sequenceOf(SpendingLine line) {
        return programme.action(line.links().get(0)).orElseThrow().sequence();
    }

    private static SpendingLine withKind(SpendingLine line, String kind) {
        BudgetUnit unit = unit(line);
        return line.toBuilder().unit(new BudgetUnit(unit.code(), unit.name(), kind)).build();
    }

    private static SpendingLine withResults(SpendingLine line, ResultStructure results) {
        return line.toBuilder().resultStructure(results).build();
    }

    private static BigDecimal amount(SpendingLine line, AmountKind kind) {
        BigDecimal amount = line.amount(kind);
        if (amount == null) {
            throw new IllegalStateException("The line has no " + kind + " amount: " + line + ".\nMaybe all lines should.");
        }
        return amount;
    }

    private static SpendingLine with(SpendingLine line, AmountKind kind, BigDecimal amount) {
        return line.toBuilder().amounts(line.amounts().with(kind, amount)).build();
    }

    /** Sets an amount to one centavo more than another. */
    private static SpendingLine raise(SpendingLine line, AmountKind kind, AmountKind above) {
        return with(line, kind, amount(line, above).add(CENTAVO));
    }

    private static List<ActionLink> withLink(SpendingLine line, ActionLink link) {
        List<ActionLink> links = new ArrayList<>(line.links());
        links.add(link);
        return links;
    }

    private static SpendingLine withFirst(SpendingLine line, Integer sequence, String namedRight) {
        ActionLink link = line.links().get(0);
        List<ActionLink> links = new ArrayList<>(line.links());
        links.set(0, new ActionLink(link.actionCode(), sequence, namedRight, link.amount(), link.share()));
        return line.toBuilder().links(links).build();
    }

    private static SpendingLine withPart(SpendingLine line, BigDecimal amount, BigDecimal share) {
        ActionLink link = line.links().get(0);
        return line.toBuilder()
                .links(List.of(
                        new ActionLink(link.actionCode(), link.sequence(), link.namedRight(), amount, share)))
                .build();
    }

    private static ActionLink withoutAmount(ActionLink link) {
        return new ActionLink(link.actionCode(), link.sequence(), link.namedRight(), null, link.share());
    }
}
