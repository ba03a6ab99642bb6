package org.hrbudget.rules.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hrbudget.summary.Ratio;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.ValidationReport;

/**
 * How well the planted defects of a budget were found, rule by rule. Counted are places: two findings of a rule about one line
 * count once. Immutable.
 *
 * @param rules a row for each rule that defects were planted for, in the order of the law
 * @param notPlanted the rules for which no defect can be planted, with the reason: of these nothing is known
 */
public record Detection(List<OfRule> rules, Map<String, String> notPlanted) {

    private static final int SHOWN = 5;

    /**
     * How well the defects of one rule were found.
     *
     * @param ruleId the rule
     * @param found the planted defects it found
     * @param missed the planted defects it did not find, by place
     * @param extra the places it found a defect at where none was planted
     */
    public record OfRule(
            String ruleId,
            long found,
            List<PlantedBudget.Defect.Place> missed,
            List<PlantedBudget.Defect.Place> extra) {

        /** Copies the lists. */
        public OfRule {
            missed = List.copyOf(missed);
            extra = List.copyOf(extra);
        }

        /** {@return the part of what it found that was planted; undefined where it found nothing} */
        public Ratio precision() {
            return Ratio.of(found, found + extra.size());
        }

        /** {@return the part of what was planted that it found; undefined where nothing was planted} */
        public Ratio recall() {
            return Ratio.of(found, found + missed.size());
        }
    }

    /** Copies the collections. */
    public Detection {
        rules = List.copyOf(rules);
        notPlanted = Map.copyOf(notPlanted);
    }

    /**
     * {@return how well a report found the planted defects of its budget}
     *
     * @param budget the budget
     * @param report the report on it, by whatever packs or program
     * @throws IllegalArgumentException if the report does not hold all findings
     */
    public static Detection of(PlantedBudget budget, ValidationReport report) {
        if (report.truncated()) {
            throw new IllegalArgumentException(
                    "The report does not hold all findings, so what is missing was perhaps found."
                            + "\nMaybe raise maxFindingsPerRule of the validator.");
        }
        Map<String, Set<PlantedBudget.Defect.Place>> found = new HashMap<>();
        for (Finding finding : report.findings()) {
            found.computeIfAbsent(finding.ruleId(), id -> new LinkedHashSet<>())
                    .add(PlantedBudget.Defect.Place.of(finding));
        }
        Map<String, Set<PlantedBudget.Defect.Place>> planted = new HashMap<>();
        for (PlantedBudget.Defect defect : budget.defects()) {
            planted.computeIfAbsent(defect.ruleId(), id -> new LinkedHashSet<>())
                    .add(defect.place());
        }
        List<OfRule> rules = new ArrayList<>();
        for (String id : budget.rules()) {
            rules.add(compared(id, planted.getOrDefault(id, Set.of()), found.getOrDefault(id, Set.of())));
        }
        return new Detection(rules, budget.notPlanted());
    }

    private static OfRule compared(
            String id, Set<PlantedBudget.Defect.Place> planted, Set<PlantedBudget.Defect.Place> found) {
        List<PlantedBudget.Defect.Place> missed =
                planted.stream().filter(place -> !found.contains(place)).toList();
        List<PlantedBudget.Defect.Place> extra =
                found.stream().filter(place -> !planted.contains(place)).toList();
        return new OfRule(id, planted.size() - (long) missed.size(), missed, extra);
    }

    /** {@return whether every planted defect was found and no other} */
    public boolean isPerfect() {
        return rules.stream()
                .allMatch(rule -> rule.missed().isEmpty() && rule.extra().isEmpty());
    }

    /** {@return a line for each rule, planted or not, with the first places missed or found besides} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (OfRule rule : rules) {
            text.append(rule.ruleId()).append(": precision ").append(shown(rule.precision()));
            text.append(", recall ").append(shown(rule.recall()));
            text.append(" (").append(rule.found()).append(" found, ");
            text.append(rule.missed().size()).append(" missed, ");
            text.append(rule.extra().size()).append(" besides)");
            text.append(places(", missed at ", rule.missed()));
            text.append(places(", besides at ", rule.extra()));
            text.append('\n');
        }
        notPlanted.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(rule -> text.append(rule.getKey())
                        .append(": not planted: ")
                        .append(rule.getValue())
                        .append('\n'));
        return text.toString();
    }

    private static String shown(Ratio ratio) {
        return ratio.isDefined() ? String.valueOf(ratio.rounded(4)) : "not defined";
    }

    private static String places(String before, List<PlantedBudget.Defect.Place> places) {
        if (places.isEmpty()) {
            return "";
        }
        String first = String.join(
                ", ",
                places.stream()
                        .limit(SHOWN)
                        .map(PlantedBudget.Defect.Place::toString)
                        .toList());
        return before + first + (places.size() > SHOWN ? ", ..." : "");
    }
}
