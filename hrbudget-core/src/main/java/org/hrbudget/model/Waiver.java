package org.hrbudget.model;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's word that a finding may stand for a time, and why. It makes nothing compliant: what it covers is still found, counted and
 * shown, as waived. Immutable.
 *
 * <p>It covers either one finding, by its fingerprint, or all findings of one rule on one unit.
 *
 * @param fingerprint the finding's fingerprint as reports have it, 16 lower-case hexadecimal digits, or {@code null}
 * @param ruleId the rule, or {@code null} where there is a fingerprint
 * @param unitCode the unit, or {@code null} where there is a fingerprint
 * @param reason why
 * @param who who answers for it: a name and a post
 * @param until the last day, inclusive, of budgets that it covers
 * @param position where it is written
 */
public record Waiver(
        @Nullable String fingerprint,
        @Nullable String ruleId,
        @Nullable String unitCode,
        String reason,
        String who,
        LocalDate until,
        Position position) {

    /**
     * Refuses a waiver of nothing, or of both a finding and a rule.
     *
     * @throws IllegalArgumentException if it names a fingerprint and a rule or unit, or neither a fingerprint nor both of these
     */
    public Waiver {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(who, "who");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(position, "position");
        boolean fits = fingerprint == null ? ruleId != null && unitCode != null : ruleId == null && unitCode == null;
        if (!fits) {
            throw new IllegalArgumentException(
                    "A waiver is of one finding or of a rule on a unit: " + fingerprint + ", " + ruleId + ", "
                            + unitCode + ".\nMaybe give either the fingerprint, or the rule and the unit.");
        }
    }

    /**
     * {@return whether it is about a finding, whatever the day}
     *
     * @param print the finding's fingerprint
     * @param rule its rule
     * @param unit its unit, or {@code null} where it is of none
     */
    public boolean isAbout(String print, String rule, @Nullable String unit) {
        return fingerprint == null
                ? rule.equals(ruleId) && unit != null && unit.equals(unitCode)
                : fingerprint.equals(print);
    }
}
