package org.hrbudget.validation.internal;

import java.io.Serial;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hrbudget.summary.Fact;
import org.hrbudget.summary.UnitSummary;
import org.hrbudget.validation.Severity;
import org.hrbudget.validation.ValidationReport;

/** The findings of one pack, counted by unit. Merging is associative and commutative. Not thread-safe. */
final class UnitStandings implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final class Counts implements Serializable {

        @Serial
        private static final long serialVersionUID = 1L;

        final EnumMap<Severity, Long> findings = new EnumMap<>(Severity.class);
        long undetermined;

        void merge(Counts other) {
            other.findings.forEach((severity, count) -> findings.merge(severity, count, Long::sum));
            undetermined += other.undetermined;
        }

        ValidationReport.UnitStanding standing(boolean open) {
            return new ValidationReport.UnitStanding(findings, undetermined, open);
        }
    }

    private final HashMap<String, Counts> units = new HashMap<>();

    void found(Raised raised) {
        String unit = raised.subject().unitCode();
        if (unit != null) {
            of(unit).findings.merge(raised.rule().severity(), 1L, Long::sum);
        }
    }

    void undetermined(Fact fact, int duties) {
        String unit = fact.unitCode();
        if (unit != null) {
            of(unit).undetermined += duties;
        }
    }

    void merge(UnitStandings other) {
        other.units.forEach((unit, counts) -> of(unit).merge(counts));
    }

    /** {@return the standing of each unit, those without a finding and those that only documents name among them, by code} */
    Map<String, ValidationReport.UnitStanding> standings(List<UnitSummary> all, boolean open) {
        Map<String, ValidationReport.UnitStanding> standings = new TreeMap<>();
        all.forEach(unit -> standings.put(unit.unitCode(), of(unit.unitCode()).standing(open)));
        units.forEach((unit, counts) -> standings.putIfAbsent(unit, counts.standing(open)));
        return standings;
    }

    private Counts of(String unit) {
        return units.computeIfAbsent(unit, code -> new Counts());
    }
}
