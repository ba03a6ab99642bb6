package org.hrbudget.rules.oracle;

import static org.hrbudget.rules.oracle.Standing.NOT_MEANT;
import static org.hrbudget.rules.oracle.Standing.UNKNOWN;
import static org.hrbudget.rules.oracle.Standing.defectIf;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.HrpAction;
import org.hrbudget.model.ListedAction;
import org.hrbudget.model.PolicyFramework;
import org.hrbudget.model.PolicyFramework.Section;
import org.hrbudget.model.SpendingLine;

/**
 * The manuals of Mexico City for 2013 to 2016, by the version of {@code mx-cmx} that brought each rule or said it otherwise than the
 * version before; a rule that a version repeats with another severity alone is not said again.
 */
final class LaterCityOracles {

    private static final int LAST_YEAR_OF_THE_PROGRAMME = 2016;

    /** The letters of the programmatic classification: 23. */
    private static final String MODALITIES = "ABCDEFGHIJKLMNOPRSTUWYZ";

    private static final List<DataItem> DOCUMENT_OF_LISTS =
            List.of(DataItem.LINKS, DataItem.PROGRAMME, DataItem.UNIT_ACTION_LIST, DataItem.UNIT_CODE);

    private LaterCityOracles() {}

    static Map<String, List<RuleOracle>> byVersion() {
        Map<String, List<RuleOracle>> result = new LinkedHashMap<>();
        result.put(
                "2013.1",
                List.of(
                        programmeMissing(),
                        programmeMalformed(),
                        modalityUnknown(),
                        debtOfAnotherModality(),
                        linkedActionNotListed(),
                        listedActionNotLinked(),
                        listedActionUnknown()));
        result.put(
                "2014.1",
                List.of(
                        lineNamesNoAction(),
                        autonomousBodyNamesNoAction(),
                        fundingSourceMissing(),
                        fundingSourceUnknown(),
                        indicatorIncomplete()));
        result.put("2015.1", List.of(matrixRowIncomplete()));
        result.put(
                "2016.1",
                List.of(
                        programmeCodeAfterItsEra(),
                        unitLinksNothing(),
                        unanswered("framework-general-unanswered", PolicyFramework::general),
                        unanswered("framework-equality-unanswered", PolicyFramework::equality),
                        unanswered("framework-rights-unanswered", PolicyFramework::rights),
                        frameworkReasonSaysNothing()));
        return result;
    }

    /** {@return the rules that a version takes out of the law: 2016 has another programme and perhaps another key} */
    static Set<String> repealedBy(String version) {
        return version.equals("2016.1")
                ? Set.of(
                        "result-structure-incomplete",
                        "identifier-digit-missing",
                        "action-code-malformed",
                        "action-unknown",
                        "action-sequence-disagrees",
                        "named-right-disagrees",
                        "named-right-unrecognised",
                        "linked-action-not-listed",
                        "listed-action-not-linked",
                        "listed-action-unknown",
                        "right-without-funded-action")
                : Set.of();
    }

    private static RuleOracle programmeMissing() {
        return RuleOracle.ofLine(
                "budget-programme-missing",
                List.of(DataItem.PROGRAMME_CODE),
                (situation, line) -> defectIf(line.programmeCode() == null));
    }

    private static RuleOracle programmeMalformed() {
        return RuleOracle.ofLine("budget-programme-malformed", List.of(DataItem.PROGRAMME_CODE), (situation, line) -> {
            String code = line.programmeCode();
            return code == null ? UNKNOWN : defectIf(!isProgramme(code));
        });
    }

    /** A capital of the alphabet of 26 and three digits. */
    private static boolean isProgramme(String code) {
        boolean capital = code.charAt(0) >= 'A' && code.charAt(0) <= 'Z';
        return code.length() == 4 && capital && code.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isModality(String programme) {
        return MODALITIES.indexOf(programme.charAt(0)) >= 0;
    }

    /** A malformed code is told by the rule on its form. */
    private static RuleOracle modalityUnknown() {
        return RuleOracle.ofLine("modality-unknown", List.of(DataItem.PROGRAMME_CODE), (situation, line) -> {
            String code = line.programmeCode();
            return code == null ? UNKNOWN : defectIf(isProgramme(code) && !isModality(code));
        });
    }

    private static RuleOracle debtOfAnotherModality() {
        return RuleOracle.ofLine(
                "debt-of-another-modality",
                List.of(DataItem.FUNCTIONAL_CODE, DataItem.PROGRAMME_CODE),
                (situation, line) -> {
                    String function = line.functionalCode();
                    String programme = line.programmeCode();
                    if (function == null || programme == null) {
                        return UNKNOWN;
                    }
                    boolean debt = function.equals("4.1.1") || function.equals("4.1.2");
                    return defectIf(debt && isModality(programme) && !programme.startsWith("D"));
                });
    }

    private static RuleOracle linkedActionNotListed() {
        return RuleOracle.ofLink("linked-action-not-listed", DOCUMENT_OF_LISTS, (situation, line, link) -> {
            List<String> list = situation.listed().stream()
                    .filter(listed -> listed.unitCode().equals(unit(line)))
                    .map(ListedAction::actionCode)
                    .toList();
            HrpAction action = situation.action(link);
            String code = action == null ? link.actionCode() : action.code();
            return list.isEmpty() || code == null ? UNKNOWN : defectIf(action != null && !list.contains(code));
        });
    }

    private static String unit(SpendingLine line) {
        BudgetUnit unit = line.unit();
        return unit == null ? "" : unit.code();
    }

    private static RuleOracle listedActionNotLinked() {
        return RuleOracle.ofRecord(
                "listed-action-not-linked",
                DOCUMENT_OF_LISTS,
                Situation::listed,
                (situation, listed) -> isKnown(situation, listed)
                        ? defectIf(situation.lines().stream()
                                .filter(line -> unit(line).equals(listed.unitCode()))
                                .flatMap(line -> line.links().stream())
                                .map(situation::action)
                                .filter(Objects::nonNull)
                                .noneMatch(action -> action.code().equals(listed.actionCode())))
                        : NOT_MEANT);
    }

    private static RuleOracle listedActionUnknown() {
        return RuleOracle.ofRecord(
                "listed-action-unknown",
                List.of(DataItem.PROGRAMME, DataItem.UNIT_ACTION_LIST),
                Situation::listed,
                (situation, listed) -> defectIf(!isKnown(situation, listed)));
    }

    private static boolean isKnown(Situation situation, ListedAction listed) {
        return situation.programme().actions().stream()
                .anyMatch(action -> action.code().equals(listed.actionCode()));
    }

    /** From 2014 on a person reads what autonomous bodies file. */
    private static RuleOracle lineNamesNoAction() {
        return RuleOracle.ofLine("line-names-no-action", List.of(DataItem.LINKS), (situation, line) -> {
            boolean says = saysWhich(line);
            return says || situation.has(DataItem.NO_ACTION_REASON) ? defectIf(!says && !isAutonomous(line)) : UNKNOWN;
        });
    }

    private static RuleOracle autonomousBodyNamesNoAction() {
        return RuleOracle.ofLine("autonomous-body-names-no-action", List.of(DataItem.LINKS), (situation, line) -> {
            if (!UnitKindOracle.isUnitKind(line.unit())) {
                return NOT_MEANT;
            }
            boolean says = saysWhich(line);
            return says || situation.has(DataItem.NO_ACTION_REASON) ? defectIf(!says && isAutonomous(line)) : UNKNOWN;
        });
    }

    private static boolean saysWhich(SpendingLine line) {
        return !line.links().isEmpty() || line.noActionReason() != null || line.saysNoneApplies();
    }

    private static boolean isAutonomous(SpendingLine line) {
        String kind = line.unit() == null ? null : line.unit().kind();
        return kind != null && UnitKindOracle.kind(kind).matches("organos? autonomos?");
    }

    private static RuleOracle fundingSourceMissing() {
        return RuleOracle.ofLine(
                "funding-source-missing",
                List.of(DataItem.FUNDING_SOURCE),
                (situation, line) -> defectIf(line.fundingSource() == null));
    }

    /** One to seven of the older list; of the newer one the same after a 1, and three earmarked ones after a 2. */
    private static RuleOracle fundingSourceUnknown() {
        return RuleOracle.ofLine("funding-source-unknown", List.of(DataItem.FUNDING_SOURCE), (situation, line) -> {
            String source = line.fundingSource();
            return source == null ? UNKNOWN : defectIf(!source.matches("1?[1-7]|2[567]"));
        });
    }

    /** As in 2009, and the definition. */
    private static RuleOracle indicatorIncomplete() {
        return RuleOracle.ofRecord(
                "indicator-incomplete",
                List.of(DataItem.INDICATORS),
                Situation::indicators,
                (situation, indicator) -> defectIf(lacksOne(
                        indicator.name(),
                        indicator.definition(),
                        indicator.unitOfMeasure(),
                        indicator.method(),
                        indicator.dimension(),
                        indicator.frequency(),
                        indicator.target())));
    }

    private static RuleOracle matrixRowIncomplete() {
        return RuleOracle.ofRecord(
                "matrix-row-incomplete",
                List.of(DataItem.RESULTS_MATRIX),
                Situation::matrix,
                (situation, row) ->
                        defectIf(lacksOne(row.summary(), row.indicator(), row.verification(), row.assumption())));
    }

    private static boolean lacksOne(String... texts) {
        return Arrays.stream(texts).anyMatch(Objects::isNull);
    }

    private static RuleOracle programmeCodeAfterItsEra() {
        return RuleOracle.ofLink("programme-code-after-its-era", List.of(DataItem.LINKS), (situation, line, link) -> {
            FiscalYear budget = situation.budget().header().fiscalYear();
            FiscalYear year = line.fiscalYear() == null ? budget : line.fiscalYear();
            if (link.actionCode() == null || year == null) {
                return NOT_MEANT;
            }
            return defectIf(year.value() > LAST_YEAR_OF_THE_PROGRAMME && CityOracles.isActionCode(link.actionCode()));
        });
    }

    /** The new programme was not seen: any action named will do. */
    private static RuleOracle unitLinksNothing() {
        return RuleOracle.ofUnit(
                "unit-links-nothing",
                List.of(DataItem.LINKS),
                (situation, lines) ->
                        defectIf(lines.stream().map(SpendingLine::links).allMatch(List<ActionLink>::isEmpty)));
    }

    private static RuleOracle unanswered(String id, Function<PolicyFramework, Section> section) {
        return RuleOracle.ofRecord(
                id, List.of(DataItem.POLICY_FRAMEWORKS), Situation::frameworks, (situation, framework) -> {
                    Section own = section.apply(framework);
                    return defectIf(isOpen(own) && own.reason() == null);
                });
    }

    /** {@return whether a section says nothing but, in the words of these documents, that it does not apply} */
    private static boolean isOpen(Section section) {
        return section.text() == null || section.text().equals("No aplica");
    }

    /** One of the reasons is enough; a reason beside an answer is none. */
    private static RuleOracle frameworkReasonSaysNothing() {
        return RuleOracle.ofRecord(
                "framework-reason-says-nothing",
                List.of(DataItem.POLICY_FRAMEWORKS),
                Situation::frameworks,
                (situation, framework) -> {
                    List<String> reasons =
                            List.of(framework.general(), framework.equality(), framework.rights()).stream()
                                    .filter(section -> isOpen(section) && section.reason() != null)
                                    .map(Section::reason)
                                    .toList();
                    return reasons.isEmpty()
                            ? NOT_MEANT
                            : defectIf(reasons.stream().anyMatch(CityOracles::saysNothing));
                });
    }
}
