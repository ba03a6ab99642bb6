package org.hrbudget.cli.samples;

/**
 * A finding that the sample must give.
 *
 * @param rule the rule's id
 * @param row the row of budget.csv, empty where the defect is of no single line
 * @param unit the unit's code as the file has it, empty where there is none
 * @param subject the code of the right or action where the defect is of one, else empty
 * @param reason why the rule must find it
 */
record PlantedDefect(String rule, String row, String unit, String subject, String reason) {

    /** {@return what a finding is compared by} */
    String key() {
        return String.join("|", rule, row, unit, subject);
    }
}
