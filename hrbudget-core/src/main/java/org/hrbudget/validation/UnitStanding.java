package org.hrbudget.validation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How one unit stands with a pack: what the findings on its lines, its links and itself come to, all counted, however many a
 * report keeps. What is found of the budget as a whole, of a right or an action, and rows that could not be read, are no unit's.
 *
 * @param findings the findings of each severity; a severity without any is left out
 * @param undetermined the facts of the unit, such as lines, that a duty could not be judged of because they lack promised data, once
 *     for each such duty
 * @param open whether a duty of the pack could not be judged at all, or a rule failed, so that it is not known what it would have
 *     found of this unit
 */
public record UnitStanding(Map<Severity, Long> findings, long undetermined, boolean open) {

    /** Copies the map. */
    public UnitStanding {
        Map<Severity, Long> copy = new EnumMap<>(Severity.class);
        findings.forEach((severity, count) -> {
            if (count > 0) {
                copy.put(severity, count);
            }
        });
        findings = Collections.unmodifiableMap(copy);
    }

    /**
     * {@return the unit's verdict, by the measure of the budget's: {@code NOT_COMPLIANT} with an error, else
     * {@code UNDETERMINED} where something of it could not be judged, else {@code COMPLIANT}}
     */
    public Verdict verdict() {
        if (findings.containsKey(Severity.ERROR)) {
            return Verdict.NOT_COMPLIANT;
        }
        return undetermined > 0 || open ? Verdict.UNDETERMINED : Verdict.COMPLIANT;
    }

    /**
     * {@return how many findings of a severity there are}
     *
     * @param severity the severity
     */
    public long count(Severity severity) {
        return findings.getOrDefault(severity, 0L);
    }

    /** {@return the gravest severity among the findings, if there are any} */
    public Optional<Severity> gravest() {
        return findings.keySet().stream().findFirst();
    }
}
