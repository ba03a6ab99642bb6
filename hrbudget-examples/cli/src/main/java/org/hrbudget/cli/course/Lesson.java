package org.hrbudget.cli.course;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.hrbudget.model.HrpAction;
import org.hrbudget.model.HumanRightsProgramme;

/**
 * What one of the ten budgets is to teach: the defect that is planted in it, and a repair of it. Each repair is tried before it is
 * given: the repaired budget must have no finding.
 */
enum Lesson {
    NO_ACTION("line-names-no-action") {
        @Override
        void repair(Map<String, String> row, HumanRightsProgramme programme) {
            row.put(REASON, A_REASON);
        }
    },
    EMPTY_REASON("reason-says-nothing") {
        @Override
        void repair(Map<String, String> row, HumanRightsProgramme programme) {
            row.put(ACTION, "");
            row.put(REASON, A_REASON);
        }
    },
    MALFORMED_ACTION("action-code-malformed") {
        @Override
        void repair(Map<String, String> row, HumanRightsProgramme programme) {
            row.put(ACTION, CourseProgramme.MEANT);
        }
    },
    UNKNOWN_ACTION("action-unknown") {
        @Override
        void repair(Map<String, String> row, HumanRightsProgramme programme) {
            row.put(ACTION, programme.actions().iterator().next().code());
            row.put(NUMBER, "");
        }
    },
    WRONG_NUMBER("action-sequence-disagrees") {
        @Override
        void repair(Map<String, String> row, HumanRightsProgramme programme) {
            Optional<HrpAction> action = programme.action(row.getOrDefault(ACTION, ""));
            row.put(
                    NUMBER,
                    action.map(each -> Integer.toString(each.sequence())).orElse(""));
        }
    },
    TOO_MUCH_LINKED("linked-amounts-above-line") {
        @Override
        void repair(Map<String, String> row, HumanRightsProgramme programme) {
            BigDecimal approved = amount(row, "approved");
            String second = "action_2_amount";
            if (row.getOrDefault(second, "").isBlank()) {
                row.put("action_1_amount", approved.toPlainString());
            } else {
                row.put(
                        second,
                        approved.subtract(amount(row, "action_1_amount")).toPlainString());
            }
        }
    },
    MALFORMED_UNIT("unit-code-malformed") {
        @Override
        void repair(Map<String, String> row, HumanRightsProgramme programme) {
            row.put("unit_code", "11CD01");
        }
    },
    UNKNOWN_OBJECT("object-concept-unknown") {
        @Override
        void repair(Map<String, String> row, HumanRightsProgramme programme) {
            row.put("object_code", "1131");
            row.put("spending_type", "1");
        }
    },
    MODIFIED("modified-disagrees") {
        @Override
        void repair(Map<String, String> row, HumanRightsProgramme programme) {
            BigDecimal modified = amount(row, "approved").add(amount(row, "adjustments"));
            row.put("modified", modified.toPlainString());
            for (String stage : List.of("committed", "accrued", "exercised", "paid")) {
                if (amount(row, stage).compareTo(modified) > 0) {
                    row.put(stage, modified.toPlainString());
                }
            }
        }
    },
    OVERPAID("paid-above-exercised") {
        @Override
        void repair(Map<String, String> row, HumanRightsProgramme programme) {
            row.put("paid", row.getOrDefault("exercised", ""));
        }
    };

    private static final String ACTION = "action_1";
    private static final String NUMBER = "action_1_sequence";
    private static final String REASON = "no_action_reason";
    private static final String A_REASON = "Gasto de operación de la unidad";

    private final String rule;

    Lesson(String rule) {
        this.rule = rule;
    }

    /** {@return the id of the rule that finds the defect} */
    String rule() {
        return rule;
    }

    /** Changes the cells of a row that has the defect. */
    abstract void repair(Map<String, String> row, HumanRightsProgramme programme);

    /** {@return how a defect is repaired that a rule finds, where that is taught} */
    static Optional<Consumer<Map<String, String>>> repair(String rule, HumanRightsProgramme programme) {
        return Arrays.stream(values())
                .filter(lesson -> lesson.rule.equals(rule))
                .findFirst()
                .map(lesson -> row -> lesson.repair(row, programme));
    }

    private static BigDecimal amount(Map<String, String> row, String column) {
        String text = row.getOrDefault(column, "").strip();
        return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
    }
}
