package org.hrbudget.rules.oracle;

import static org.hrbudget.rules.oracle.CommonOracles.isAbove;
import static org.hrbudget.rules.oracle.Standing.FINE;
import static org.hrbudget.rules.oracle.Standing.NOT_MEANT;
import static org.hrbudget.rules.oracle.Standing.UNKNOWN;
import static org.hrbudget.rules.oracle.Standing.defectIf;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.HrpAction;
import org.hrbudget.model.HumanRight;
import org.hrbudget.model.ResultStructure;
import org.hrbudget.model.SpendingLine;

/** The manual of Mexico City, by the version of {@code mx-cmx} that brought each rule. */
final class CityOracles {

    private static final int MOST_REASONS_OF_ONE_WORD = 10;

    /** Sub-functions of each function, by purpose: 111 in all. */
    private static final List<List<Integer>> SUBFUNCTIONS = List.of(
            List.of(2, 4, 9, 1, 2, 3, 4, 5),
            List.of(6, 7, 5, 4, 6, 9, 1),
            List.of(2, 6, 6, 3, 6, 1, 2, 4, 3),
            List.of(2, 3, 4, 1));

    /** How far three amounts rounded to whole pesos may be apart. */
    private static final BigDecimal ROUNDING = new BigDecimal("1.5");

    private CityOracles() {}

    static Map<String, List<RuleOracle>> byVersion() {
        Map<String, List<RuleOracle>> result = new LinkedHashMap<>();
        result.put("2009.1", manual2009());
        result.put("2010.1", manual2010());
        result.put(
                "2011.1",
                List.of(
                        functionalCodeUnknown(),
                        identifierDigitMissing(),
                        conceptUnknown(),
                        spendingTypeUnfit(),
                        debtOutsideItsChapter(),
                        linkingRateBelowReference()));
        result.put("2011.2", List.of(fundedActionDropped(), fundedActionCut()));
        result.putAll(LaterCityOracles.byVersion());
        result.putAll(FurtherCityOracles.byVersion());
        return result;
    }

    private static List<RuleOracle> manual2009() {
        return Stream.concat(lines2009().stream(), CityDocumentOracles.of2009().stream())
                .toList();
    }

    private static List<RuleOracle> lines2009() {
        return List.of(
                CommonOracles.withoutUnit(),
                unitCodeMalformed(),
                CommonOracles.fiscalYearsDisagree(),
                CommonOracles.keyRepeated(),
                resultStructureIncomplete(),
                CommonOracles.negative("proposed-negative", AmountKind.PROPOSED),
                CommonOracles.negative("approved-negative", AmountKind.APPROVED),
                CommonOracles.negative("modified-negative", AmountKind.MODIFIED),
                CommonOracles.negative("committed-negative", AmountKind.COMMITTED),
                CommonOracles.negative("accrued-negative", AmountKind.ACCRUED),
                CommonOracles.negative("exercised-negative", AmountKind.EXERCISED),
                CommonOracles.negative("paid-negative", AmountKind.PAID),
                modified("modified-disagrees", off -> off.compareTo(ROUNDING) > 0),
                modified("modified-rounded", off -> off.signum() > 0 && off.compareTo(ROUNDING) <= 0),
                CommonOracles.pair(
                        "committed-above-modified", AmountKind.COMMITTED, AmountKind.MODIFIED, CommonOracles::isAbove),
                CommonOracles.pair(
                        "accrued-above-committed", AmountKind.ACCRUED, AmountKind.COMMITTED, CommonOracles::isAbove),
                CommonOracles.pair(
                        "exercised-above-accrued", AmountKind.EXERCISED, AmountKind.ACCRUED, CommonOracles::isAbove),
                CommonOracles.pair(
                        "paid-above-exercised", AmountKind.PAID, AmountKind.EXERCISED, CommonOracles::isAbove));
    }

    private static List<RuleOracle> manual2010() {
        return Stream.concat(lines2010().stream(), CityDocumentOracles.of2010().stream())
                .toList();
    }

    private static List<RuleOracle> lines2010() {
        return List.of(
                lineNamesNoAction(),
                noActionWithoutReason(),
                reasonSaysNothing(),
                reasonsOfOneWord(),
                actionCodeMalformed(),
                actionUnknown(),
                sequenceDisagrees(),
                namedRightDisagrees(),
                namedRightUnrecognised(),
                linkedActionUnfunded(),
                linkedAmountsAboveLine(),
                linkedSharesAboveOne(),
                linkedPartsAboveLine(),
                unitLinksNothing(),
                rightWithoutFundedAction(),
                UnitKindOracle.unitKindUnknown(),
                rightsInformationNotGiven());
    }

    private static RuleOracle unitCodeMalformed() {
        return RuleOracle.ofLine("unit-code-malformed", List.of(DataItem.UNIT_CODE), (situation, line) -> {
            if (line.unit() == null) {
                return UNKNOWN;
            }
            String code = line.unit().code();
            return defectIf(!(isUnitCode(code) || spacedOut(code)));
        });
    }

    /** Sector of two digits, subsector of two capitals or digits, unit of two digits. */
    private static boolean isUnitCode(String code) {
        return code.length() == 6
                && isDigits(code.substring(0, 2))
                && isCapitalsOrDigits(code.substring(2, 4))
                && isDigits(code.substring(4));
    }

    /** {@return whether it is such a code with one blank between some of its parts, as in 11 CD 01} */
    private static boolean spacedOut(String code) {
        boolean first = code.length() > 2 && code.charAt(2) == ' ';
        String joined = first ? code.substring(0, 2) + code.substring(3) : code;
        boolean second = joined.length() > 4 && joined.charAt(4) == ' ';
        return isUnitCode(second ? joined.substring(0, 4) + joined.substring(5) : joined);
    }

    private static boolean isDigits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isCapitalsOrDigits(String text) {
        return text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'));
    }

    private static RuleOracle resultStructureIncomplete() {
        return RuleOracle.ofLine(
                "result-structure-incomplete", List.of(DataItem.RESULT_STRUCTURE), (situation, line) -> {
                    ResultStructure parts = line.resultStructure();
                    return defectIf(parts.result() == null || parts.subresult() == null || parts.activity() == null);
                });
    }

    private static RuleOracle rightsInformationNotGiven() {
        return RuleOracle.ofLine(
                "rights-information-not-given", List.of(DataItem.RIGHTS_INFORMATION), (situation, line) -> {
                    SpendingLine.RightsInformation state = line.rightsInformation();
                    return state == null ? UNKNOWN : defectIf(state == SpendingLine.RightsInformation.REQUESTED);
                });
    }

    /** By how much the modified amount misses its sum, whatever the sign. */
    private static RuleOracle modified(String id, Predicate<BigDecimal> defect) {
        return RuleOracle.ofLine(
                id, List.of(DataItem.APPROVED, DataItem.ADJUSTMENTS, DataItem.MODIFIED), (situation, line) -> {
                    BigDecimal approved = situation.amount(line, AmountKind.APPROVED);
                    BigDecimal adjustments = situation.amount(line, AmountKind.ADJUSTMENTS);
                    BigDecimal modified = situation.amount(line, AmountKind.MODIFIED);
                    return approved == null || adjustments == null || modified == null
                            ? UNKNOWN
                            : defectIf(defect.test(modified.subtract(adjustments)
                                    .subtract(approved)
                                    .abs()));
                });
    }

    private static RuleOracle lineNamesNoAction() {
        return RuleOracle.ofLine("line-names-no-action", List.of(DataItem.LINKS), (situation, line) -> {
            boolean says = !line.links().isEmpty() || line.noActionReason() != null || line.saysNoneApplies();
            return says || situation.has(DataItem.NO_ACTION_REASON) ? defectIf(!says) : UNKNOWN;
        });
    }

    private static RuleOracle noActionWithoutReason() {
        return RuleOracle.ofLine(
                "no-action-without-reason",
                List.of(DataItem.LINKS),
                (situation, line) ->
                        defectIf(line.links().isEmpty() && line.noActionReason() == null && line.saysNoneApplies()));
    }

    private static RuleOracle reasonSaysNothing() {
        return RuleOracle.ofLine(
                "reason-says-nothing",
                List.of(DataItem.LINKS, DataItem.NO_ACTION_REASON),
                (situation, line) -> line.noActionReason() == null
                        ? NOT_MEANT
                        : defectIf(line.links().isEmpty() && saysNothing(line.noActionReason())));
    }

    /** The reasons of these budgets that say nothing, as a person would say. */
    static boolean saysNothing(String reason) {
        return List.of("no aplica", "no aplica.", "-", "xxx").contains(reason.toLowerCase(Locale.ROOT));
    }

    private static RuleOracle reasonsOfOneWord() {
        return RuleOracle.ofUnit("reasons-of-one-word", List.of(DataItem.NO_ACTION_REASON), (situation, lines) -> {
            long words = lines.stream()
                    .filter(line -> line.links().isEmpty() && line.noActionReason() != null)
                    .filter(line -> List.of("Deuda", "Nómina.").contains(line.noActionReason()))
                    .count();
            return defectIf(words > MOST_REASONS_OF_ONE_WORD);
        });
    }

    private static RuleOracle actionCodeMalformed() {
        return RuleOracle.ofLink(
                "action-code-malformed",
                List.of(DataItem.LINKS),
                (situation, line, link) ->
                        link.actionCode() == null ? NOT_MEANT : defectIf(!isActionCode(link.actionCode())));
    }

    /** Right, strategy and line of action, two digits each, between dots. */
    static boolean isActionCode(String code) {
        String[] parts = code.split("\\.", -1);
        return parts.length == 3 && List.of(parts).stream().allMatch(part -> part.length() == 2 && isDigits(part));
    }

    /** A code of another form is at fault for its form. */
    private static RuleOracle actionUnknown() {
        return RuleOracle.ofLink(
                "action-unknown", List.of(DataItem.LINKS, DataItem.PROGRAMME), (situation, line, link) -> {
                    boolean malformed = link.actionCode() != null && !isActionCode(link.actionCode());
                    return defectIf(situation.action(link) == null && !malformed);
                });
    }

    private static RuleOracle sequenceDisagrees() {
        return RuleOracle.ofLink(
                "action-sequence-disagrees", List.of(DataItem.LINKS, DataItem.PROGRAMME), (situation, line, link) -> {
                    HrpAction action = situation.action(link);
                    return action == null || link.actionCode() == null || link.sequence() == null
                            ? NOT_MEANT
                            : defectIf(link.sequence().intValue() != action.sequence());
                });
    }

    private static RuleOracle namedRightDisagrees() {
        return namedRight("named-right-disagrees", (own, named) -> !named.isEmpty() && !named.contains(own));
    }

    private static RuleOracle namedRightUnrecognised() {
        return namedRight("named-right-unrecognised", (own, named) -> named.isEmpty());
    }

    /** @param defect what is wrong, told by the code of the action's right and those of all rights that the text names */
    private static RuleOracle namedRight(String id, BiPredicate<String, List<String>> defect) {
        return RuleOracle.ofLink(id, List.of(DataItem.LINKS, DataItem.PROGRAMME), (situation, line, link) -> {
            HrpAction action = situation.action(link);
            if (action == null || link.namedRight() == null) {
                return NOT_MEANT;
            }
            String written = bare(link.namedRight());
            List<String> named = situation.programme().chapters().stream()
                    .filter(right -> Stream.of(right.code(), right.nameEs(), right.nameEn())
                            .anyMatch(name -> bare(name).equals(written)))
                    .map(HumanRight::code)
                    .toList();
            return defectIf(defect.test(action.rightCode(), named));
        });
    }

    /** {@return what is left of a name or a code without accents, capitals, punctuation, zeros before it, and "derecho a la"} */
    private static String bare(String name) {
        String words = UnitKindOracle.withoutAccents(name)
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
        for (String before : List.of("derecho a la ", "derecho al ", "derecho a ", "right to ")) {
            if (words.startsWith(before)) {
                return words.substring(before.length());
            }
        }
        return words.replaceFirst("^0+(?=[0-9])", "");
    }

    private static RuleOracle linkedActionUnfunded() {
        return RuleOracle.ofLink(
                "linked-action-unfunded", List.of(DataItem.LINKS, DataItem.AMOUNT), (situation, line, link) -> {
                    BigDecimal money = situation.money(line, link);
                    return money == null ? UNKNOWN : defectIf(money.signum() <= 0);
                });
    }

    private static RuleOracle linkedAmountsAboveLine() {
        return RuleOracle.ofLine(
                "linked-amounts-above-line", List.of(DataItem.LINKS, DataItem.AMOUNT), (situation, line) -> {
                    BigDecimal money = situation.money(line);
                    BigDecimal stated = line.links().stream()
                            .map(ActionLink::amount)
                            .filter(amount -> amount != null)
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
                    return money == null ? UNKNOWN : defectIf(stated.signum() > 0 && isAbove(stated, money));
                });
    }

    private static RuleOracle linkedSharesAboveOne() {
        return RuleOracle.ofLine("linked-shares-above-one", List.of(DataItem.LINKS), (situation, line) -> {
            BigDecimal stated = line.links().stream()
                    .map(ActionLink::share)
                    .filter(share -> share != null)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            return defectIf(isAbove(stated, BigDecimal.ONE));
        });
    }

    /** What the links say in money or in parts of it, added up; too much of either alone is told by the rule on it. */
    private static RuleOracle linkedPartsAboveLine() {
        return RuleOracle.ofLine(
                "linked-parts-above-line", List.of(DataItem.LINKS, DataItem.AMOUNT), (situation, line) -> {
                    BigDecimal money = situation.money(line);
                    if (money == null) {
                        return UNKNOWN;
                    }
                    BigDecimal amounts = BigDecimal.ZERO;
                    BigDecimal shares = BigDecimal.ZERO;
                    for (ActionLink link : line.links()) {
                        amounts = link.amount() == null ? amounts : amounts.add(link.amount());
                        shares = link.share() == null ? shares : shares.add(link.share());
                    }
                    boolean eitherAlone = isAbove(amounts, money) || isAbove(shares, BigDecimal.ONE);
                    BigDecimal left = money.subtract(amounts);
                    return defectIf(!eitherAlone && isAbove(shares.multiply(money), left));
                });
    }

    private static RuleOracle unitLinksNothing() {
        return RuleOracle.ofUnit(
                "unit-links-nothing",
                List.of(DataItem.LINKS, DataItem.PROGRAMME),
                (situation, lines) -> defectIf(lines.stream().noneMatch(situation::isLinked)));
    }

    private static RuleOracle rightWithoutFundedAction() {
        return RuleOracle.ofRight(
                "right-without-funded-action",
                List.of(DataItem.LINKS, DataItem.PROGRAMME, DataItem.AMOUNT),
                (situation, right) -> {
                    List<HrpAction> actions = situation.programme().actions().stream()
                            .filter(action -> action.rightCode().equals(right.code()))
                            .toList();
                    return defectIf(!actions.isEmpty() && actions.stream().noneMatch(situation::isFunded));
                });
    }

    private static RuleOracle functionalCodeUnknown() {
        return RuleOracle.ofLine("functional-code-unknown", List.of(DataItem.FUNCTIONAL_CODE), (situation, line) -> {
            String code = line.functionalCode();
            return code == null ? UNKNOWN : defectIf(!isFunctionalCode(code));
        });
    }

    private static boolean isFunctionalCode(String code) {
        if (!code.matches("[1-9]\\.[1-9]\\.[1-9]")) {
            return false;
        }
        int purpose = code.charAt(0) - '1';
        int function = code.charAt(2) - '1';
        int subfunction = code.charAt(4) - '0';
        return purpose < SUBFUNCTIONS.size()
                && function < SUBFUNCTIONS.get(purpose).size()
                && subfunction <= SUBFUNCTIONS.get(purpose).get(function);
    }

    private static RuleOracle identifierDigitMissing() {
        return RuleOracle.ofLine(
                "identifier-digit-missing",
                List.of(DataItem.IDENTIFIER_DIGIT),
                (situation, line) -> defectIf(line.identifierDigit() == null));
    }

    /** The city's own copy of the classifier has a concept 1800 since a year that is not known: it passes. */
    private static RuleOracle conceptUnknown() {
        return RuleOracle.ofLine("object-concept-unknown", List.of(DataItem.OBJECT_CODE), (situation, line) -> {
            String code = line.objectCode();
            if (code == null) {
                return UNKNOWN;
            }
            boolean ofPayroll = code.length() >= 4 && code.startsWith("18");
            return ofPayroll ? FINE : defectIf(!CommonOracles.isKnownConcept(code));
        });
    }

    private static RuleOracle spendingTypeUnfit() {
        return RuleOracle.ofLine(
                "spending-type-unfit",
                List.of(DataItem.SPENDING_TYPE, DataItem.OBJECT_CODE),
                (situation, line) ->
                        line.spendingType() == null || line.objectCode() == null ? UNKNOWN : defectIf(!fits(line)));
    }

    private static boolean fits(SpendingLine line) {
        String object = line.objectCode();
        String type = line.spendingType();
        if (object.startsWith("5") || object.startsWith("6")) {
            return type.equals("2");
        }
        if (object.startsWith("91")) {
            return type.equals("3");
        }
        return !object.startsWith("45") || type.equals("4");
    }

    /** Three units in four, counted without dividing. */
    private static RuleOracle linkingRateBelowReference() {
        return RuleOracle.ofBudget(
                "unit-linking-rate-below-reference",
                List.of(DataItem.UNIT_CODE, DataItem.LINKS, DataItem.PROGRAMME),
                situation -> {
                    int units = situation.units().size();
                    long linked = situation.units().values().stream()
                            .filter(lines -> lines.stream().anyMatch(situation::isLinked))
                            .count();
                    return units == 0 ? NOT_MEANT : defectIf(4 * linked < 3L * units);
                });
    }

    private static RuleOracle fundedActionDropped() {
        return RuleOracle.ofAction(
                "funded-action-dropped",
                List.of(DataItem.LINKS, DataItem.PROGRAMME, DataItem.AMOUNT, DataItem.BASELINE),
                (situation, action) -> {
                    Baseline.FundedAction before =
                            situation.baseline().actions().get(action.code());
                    boolean fundedBefore = before != null && before.amount().signum() > 0;
                    return defectIf(fundedBefore && !situation.isFunded(action) && before.dropReason() == null);
                });
    }

    /** More than a tenth lost, counted without dividing. */
    private static RuleOracle fundedActionCut() {
        return RuleOracle.ofAction(
                "funded-action-cut",
                List.of(DataItem.LINKS, DataItem.PROGRAMME, DataItem.AMOUNT, DataItem.BASELINE),
                (situation, action) -> {
                    Baseline.FundedAction before =
                            situation.baseline().actions().get(action.code());
                    if (before == null || before.amount().signum() <= 0) {
                        return NOT_MEANT;
                    }
                    BigDecimal now = situation.money(action);
                    BigDecimal lost = before.amount().subtract(now);
                    boolean cut = isAbove(lost.multiply(BigDecimal.TEN), before.amount());
                    return defectIf(cut && now.signum() > 0 && before.dropReason() == null);
                });
    }

    private static RuleOracle debtOutsideItsChapter() {
        return RuleOracle.ofLine(
                "debt-outside-its-chapter",
                List.of(DataItem.FUNCTIONAL_CODE, DataItem.OBJECT_CODE),
                (situation, line) -> {
                    String function = line.functionalCode();
                    String object = line.objectCode();
                    if (function == null || object == null) {
                        return UNKNOWN;
                    }
                    return defectIf(function.matches("4\\.1\\.[12]") && !object.startsWith("9"));
                });
    }
}
