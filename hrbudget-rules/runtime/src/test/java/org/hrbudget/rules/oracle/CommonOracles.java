package org.hrbudget.rules.oracle;

import static org.hrbudget.rules.oracle.Standing.NOT_MEANT;
import static org.hrbudget.rules.oracle.Standing.UNKNOWN;
import static org.hrbudget.rules.oracle.Standing.defectIf;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.SpendingLine;
import org.jspecify.annotations.Nullable;

/** What the law of both jurisdictions asks alike. */
final class CommonOracles {

    /** The concepts of each chapter by their second digit, as the classifier of 2011 lists them: 63. */
    private static final List<String> CONCEPTS =
            List.of("1234567", "123456789", "123456789", "123456789", "123456789", "123", "1234569", "135", "1234569");

    private CommonOracles() {}

    static RuleOracle withoutUnit() {
        return RuleOracle.ofLine(
                "line-without-unit", List.of(DataItem.UNIT_CODE), (situation, line) -> defectIf(line.unit() == null));
    }

    /** Whatever is not an amount makes the key; what is in it is compared without the blanks around it. */
    static RuleOracle keyRepeated() {
        return RuleOracle.ofRepeatedKeys("key-repeated", CommonOracles::key);
    }

    static RuleOracle negative(String id, AmountKind kind) {
        return RuleOracle.ofLine(id, List.of(DataItem.of(kind)), (situation, line) -> {
            BigDecimal amount = situation.amount(line, kind);
            return amount == null ? UNKNOWN : defectIf(amount.signum() < 0);
        });
    }

    /** A rule about two amounts of a line, which says nothing where one of them is missing. */
    static RuleOracle pair(String id, AmountKind one, AmountKind other, BiPredicate<BigDecimal, BigDecimal> defect) {
        return RuleOracle.ofLine(id, List.of(DataItem.of(one), DataItem.of(other)), (situation, line) -> {
            BigDecimal first = situation.amount(line, one);
            BigDecimal second = situation.amount(line, other);
            return first == null || second == null ? UNKNOWN : defectIf(defect.test(first, second));
        });
    }

    static boolean isAbove(BigDecimal one, BigDecimal other) {
        return one.subtract(other).signum() > 0;
    }

    /** {@return whether an object code is a chapter's, or its first two digits are a chapter and a concept of that chapter} */
    static boolean isKnownConcept(String objectCode) {
        if (objectCode.length() < 4) {
            return false;
        }
        int chapter = objectCode.charAt(0) - '1';
        if (objectCode.substring(1).matches("0+")) {
            return chapter >= 0 && chapter < CONCEPTS.size();
        }
        return chapter >= 0
                && chapter < CONCEPTS.size()
                && CONCEPTS.get(chapter).indexOf(objectCode.charAt(1)) >= 0;
    }

    private static Map<String, String> key(SpendingLine line) {
        Map<String, String> key = new TreeMap<>();
        BudgetUnit unit = line.unit();
        put(key, "id", line.id());
        put(key, "year", line.fiscalYear() == null ? null : line.fiscalYear().toString());
        put(key, "unit", unit == null ? null : unit.code());
        put(key, "unit name", unit == null ? null : unit.name());
        put(key, "unit kind", unit == null ? null : unit.kind());
        put(key, "function", line.functionalCode());
        put(key, "programme", line.programmeCode());
        put(key, "object", line.objectCode());
        put(key, "source", line.fundingSource());
        put(key, "type", line.spendingType());
        put(key, "result", line.resultStructure().result());
        put(key, "sub-result", line.resultStructure().subresult());
        put(key, "activity", line.resultStructure().activity());
        put(key, "digit", line.identifierDigit());
        put(key, "no action", line.noActionReason());
        put(
                key,
                "information",
                line.rightsInformation() == null
                        ? null
                        : line.rightsInformation().name());
        line.passThrough().forEach((heading, text) -> put(key, "column " + heading, text));
        return key;
    }

    private static void put(Map<String, String> key, String column, @Nullable String text) {
        String trimmed = text == null ? "" : trim(text);
        if (!trimmed.isEmpty()) {
            key.put(column, trimmed);
        }
    }

    /** Also takes away the blanks that do not break a line. */
    private static String trim(String text) {
        List<Integer> points = new ArrayList<>(text.codePoints().boxed().toList());
        while (!points.isEmpty() && isBlank(points.get(0))) {
            points.remove(0);
        }
        while (!points.isEmpty() && isBlank(points.get(points.size() - 1))) {
            points.remove(points.size() - 1);
        }
        StringBuilder result = new StringBuilder();
        points.forEach(result::appendCodePoint);
        return result.toString();
    }

    private static boolean isBlank(int point) {
        return point == ' ' || point == '\t' || point == '\u00A0';
    }

    static RuleOracle fiscalYearsDisagree() {
        return RuleOracle.ofLine("fiscal-years-disagree", List.of(DataItem.FISCAL_YEAR), (situation, line) -> {
            FiscalYear year = situation.budget().header().fiscalYear();
            if (year == null) {
                return NOT_MEANT;
            }
            return line.fiscalYear() == null
                    ? UNKNOWN
                    : defectIf(line.fiscalYear().value() != year.value());
        });
    }
}
