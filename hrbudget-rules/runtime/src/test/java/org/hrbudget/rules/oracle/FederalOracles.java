package org.hrbudget.rules.oracle;

import static org.hrbudget.rules.oracle.CommonOracles.isAbove;
import static org.hrbudget.rules.oracle.Standing.FINE;
import static org.hrbudget.rules.oracle.Standing.UNKNOWN;
import static org.hrbudget.rules.oracle.Standing.defectIf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.DataItem;

/** The checks of federal files, by the version of {@code mx-fed} that brought each. */
final class FederalOracles {

    private static final String MODALITIES = "SUEBPFGARKMOWLNJTYZICDH";

    private FederalOracles() {}

    static Map<String, List<RuleOracle>> byVersion() {
        Map<String, List<RuleOracle>> result = new LinkedHashMap<>();
        result.put(
                "2008.1",
                List.of(
                        CommonOracles.withoutUnit(),
                        CommonOracles.fiscalYearsDisagree(),
                        CommonOracles.keyRepeated(),
                        CommonOracles.negative("proposed-negative", AmountKind.PROPOSED),
                        CommonOracles.negative("approved-negative", AmountKind.APPROVED),
                        CommonOracles.negative("modified-negative", AmountKind.MODIFIED),
                        CommonOracles.negative("committed-negative", AmountKind.COMMITTED),
                        CommonOracles.negative("accrued-negative", AmountKind.ACCRUED),
                        CommonOracles.negative("exercised-negative", AmountKind.EXERCISED),
                        CommonOracles.negative("paid-negative", AmountKind.PAID),
                        atConceptLevel(),
                        itemUnknown(FederalOracles::stopsAtConcept),
                        modalityUnknown(),
                        CommonOracles.pair(
                                "exercised-without-approval",
                                AmountKind.EXERCISED,
                                AmountKind.APPROVED,
                                (exercised, approved) -> exercised.signum() != 0 && approved.signum() == 0),
                        CommonOracles.pair(
                                "exercised-above-approved",
                                AmountKind.EXERCISED,
                                AmountKind.APPROVED,
                                (exercised, approved) -> isAbove(exercised, approved)),
                        CommonOracles.pair(
                                "approved-not-exercised",
                                AmountKind.EXERCISED,
                                AmountKind.APPROVED,
                                (exercised, approved) -> exercised.signum() == 0 && approved.signum() > 0)));
        result.put("2011.1", List.of(conceptUnknown(CommonOracles::isKnownConcept)));
        result.put(
                "2011.2",
                List.of(
                        conceptUnknown(code -> CommonOracles.isKnownConcept(filledUp(code))),
                        atGenericItemLevel(),
                        itemUnknown(code -> stopsAtConcept(code) || stopsAtGenericItem(code))));
        result.put("2012.1", List.of());
        return result;
    }

    private static RuleOracle atConceptLevel() {
        return RuleOracle.ofLine(
                "object-at-concept-level",
                List.of(DataItem.OBJECT_CODE, DataItem.OBJECT_ITEM),
                (situation, line) -> line.objectCode() == null ? UNKNOWN : defectIf(stopsAtConcept(line.objectCode())));
    }

    private static RuleOracle atGenericItemLevel() {
        return RuleOracle.ofLine(
                "object-at-generic-item-level",
                List.of(DataItem.OBJECT_CODE, DataItem.OBJECT_ITEM),
                (situation, line) ->
                        line.objectCode() == null ? UNKNOWN : defectIf(stopsAtGenericItem(line.objectCode())));
    }

    private static RuleOracle itemUnknown(Predicate<String> noItem) {
        return RuleOracle.ofLine(
                "item-unknown",
                List.of(DataItem.OBJECT_CODE, DataItem.OBJECT_ITEM, DataItem.ITEM_CATALOGUE),
                (situation, line) -> {
                    String code = line.objectCode();
                    if (code == null) {
                        return UNKNOWN;
                    }
                    return noItem.test(code)
                            ? FINE
                            : defectIf(!situation.items().contains(code));
                });
    }

    private static RuleOracle modalityUnknown() {
        return RuleOracle.ofLine("modality-unknown", List.of(DataItem.PROGRAMME_CODE), (situation, line) -> {
            String code = line.programmeCode();
            return code == null ? UNKNOWN : defectIf(MODALITIES.indexOf(code.charAt(0)) < 0);
        });
    }

    private static RuleOracle conceptUnknown(Predicate<String> known) {
        return RuleOracle.ofLine("object-concept-unknown", List.of(DataItem.OBJECT_CODE), (situation, line) -> {
            String code = line.objectCode();
            return code == null ? UNKNOWN : defectIf(!known.test(code));
        });
    }

    /** {@return whether nothing but zeros follows the two digits of chapter and concept} */
    private static boolean stopsAtConcept(String objectCode) {
        return objectCode.length() <= 2 || objectCode.substring(2).matches("0*");
    }

    /** {@return whether a third digit names the generic item and no digit after it a specific one} */
    private static boolean stopsAtGenericItem(String objectCode) {
        return objectCode.matches("[0-9]{2}[1-9]0*");
    }

    /** {@return a code of a chapter, a concept or a generic item in at least four digits} */
    private static String filledUp(String objectCode) {
        return objectCode + "0".repeat(Math.max(0, 4 - objectCode.length()));
    }
}
