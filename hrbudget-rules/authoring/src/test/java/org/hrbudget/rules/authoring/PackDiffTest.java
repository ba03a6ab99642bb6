package org.hrbudget.rules.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hrbudget.rules.RulePackException;
import org.hrbudget.rules.RulePacks;
import org.hrbudget.validation.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackDiffTest {

    private static final SmallPack FIRST = SmallPack.first();

    private static PackDiff to(SmallPack after) {
        return PackDiff.between(FIRST.load(), after.load());
    }

    private static String said(PackDiff diff) {
        return String.join(
                "\n",
                diff.rules().stream()
                        .flatMap(rule -> rule.changes().stream())
                        .map(change -> change.sentence().en())
                        .toList());
    }

    private static PackDiff ofConditions(String before, String after) {
        return PackDiff.between(
                FIRST.with("shares.drl", SmallPack.shares(before)).load(),
                FIRST.with("shares.drl", SmallPack.shares(after)).load());
    }

    @Test
    void aPackDoesNotDifferFromItself() {
        PackDiff diff = to(FIRST);

        assertThat(diff.isEmpty()).isTrue();
        assertThat(diff.summary().en()).isEqualTo("No difference: xx 1 and xx 1 mean the same.");
        assertThat(diff.summary().es()).isEqualTo("Sin diferencias: xx 1 y xx 1 significan lo mismo.");
    }

    @Test
    void packsOfTwoJurisdictionsAreRefusedInBothLanguages() {
        assertThatThrownBy(
                        () -> PackDiff.between(RulePacks.load("mx-fed", "2008.1"), RulePacks.load("mx-cmx", "2009.1")))
                .asInstanceOf(type(RulePackException.class))
                .satisfies(e -> {
                    assertThat(e.message(Locale.ENGLISH)).contains("mx-fed 2008.1", "mx-cmx 2009.1", "jurisdictions");
                    assertThat(e.message(Locale.forLanguageTag("es"))).contains("jurisdicciones");
                });
    }

    @Test
    void layoutCommentsAndTheFileOfARuleAreNoDifference() {
        SmallPack other = FIRST.with("lines.drl", """
                        /* Said at length. */
                        rule "no-unit" @severity("WARNING") @legalBasis("law")
                        when

                          SpendingLine(
                              unitCode   ==   null
                          )
                        then end
                        """)
                .without("shares.drl")
                .with("other-name.drl", SmallPack.shares("linkedShare > $most"));

        assertThat(to(other).isEmpty()).isTrue();
    }

    @Test
    void anotherNameOfAVariableIsNoDifference() {
        SmallPack other = FIRST.replacing("shares.drl", "$most", "$limit")
                .replacing("shares.drl", "$share ", "$part ")
                .replacing("messages.properties", "{share}", "{part}")
                .replacing("messages_es.properties", "{share}", "{part}");

        assertThat(to(other).isEmpty()).isTrue();
    }

    @Test
    void zerosAfterTheLastDigitAreNoDifference() {
        assertThat(to(FIRST.replacing("parameters.csv", "0.05", "0.0500")).isEmpty())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "approved != null, paid != null, paid > approved ~ paid != null, approved != null, approved < paid ~ same",
                "approved != null, paid != null, paid > approved ~ paid != null, approved != null, paid - approved > 0 ~ same",
                "approved != null, paid != null, !(paid > approved) ~ approved != null && paid != null, paid <= approved ~ same",
                "approved != null, paid != null, paid > approved ~ approved != null, paid != null, paid >= approved ~ differs",
                "result == null || activity == null ~ activity == null || result == null || activity == null ~ same",
                "!(links.empty || linkedAmount > 0) ~ linkedAmount <= 0, !links.empty ~ same",
                "result == null || activity == null ~ result == null, activity == null ~ differs",
                "links.empty ~ links.size == 0 ~ same",
                "links.empty ~ !(links.size > 0) ~ same",
                "links.empty ~ !links.empty ~ differs",
                "unitKindKnown == false ~ !unitKindKnown ~ same",
                "unitKindKnown != null, unitKindKnown == false ~ unitKindKnown == false ~ same",
                "unitKindKnown == false ~ unitKindKnown == true ~ differs",
                "modality in (\"K\", \"E\") ~ modality in (\"E\", \"K\", \"E\") ~ same",
                "modality in (\"K\") ~ modality == \"K\" ~ same",
                "modality in (\"K\") ~ modality == \"k\" ~ differs",
                "modality != null, modality not in (\"K\") ~ modality != null, modality != \"K\" ~ same",
                "modality matches \"[A-Z]\" ~ modality matches \"[A-Y]\" ~ differs",
            })
    void conditionsAreComparedByWhatTheySay(String before, String after, String expected) {
        SmallPack list = FIRST.with("catalogues/unit-kinds.csv", "code,name_es\nministerio,Ministerio\n");
        PackDiff diff = PackDiff.between(
                list.with("shares.drl", SmallPack.shares(before)).load(),
                list.with("shares.drl", SmallPack.shares(after)).load());

        assertThat(diff.isEmpty() ? "same" : "differs").isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "SpendingLine( links.empty, saysNoneApplies == false, noActionReason == null )"
                        + " ~ Un renglón que no nombra ninguna línea de acción; y no dice, en lugar de una línea de acción, que ninguna aplica"
                        + " y en el que no se indica el motivo por el que ninguna línea de acción aplica.",
                "RightSummary( amount == 0 ) ~ Un derecho o grupo de población del programa en el que los recursos que van a sus"
                        + " líneas de acción son iguales a cero.",
                "UnitSummary( $u : unitCode, lines == 0 ) exists UnitRightSummary( unitCode == $u )"
                        + " ~ Una unidad en la que el número de sus renglones es igual a cero. Hay al menos un caso así: una unidad y un"
                        + " derecho del programa en los que la unidad es la misma.",
                "UnitRightSummary( $r : rightCode, lines == 0 ) exists RightSummary( code == $r )"
                        + " ~ Una unidad y un derecho del programa en los que el número de renglones de la unidad que nombran alguna línea"
                        + " de acción del derecho es igual a cero. Hay al menos un caso así: un derecho o grupo de población del programa"
                        + " en el que el derecho es el mismo.",
            })
    void aConditionReadsAsSpanish(String condition, String spanish) {
        PackDiff diff = to(FIRST.appending("lines.drl", SmallPack.rule("no-year", "INFO", condition))
                .appending("messages.properties", SmallPack.texts("no-year", "N", ""))
                .appending("messages_es.properties", SmallPack.texts("no-year", "N", "")));

        assertThat(diff.rules())
                .singleElement()
                .satisfies(rule -> assertThat(rule.condition().es()).isEqualTo(spanish));
    }

    @Test
    void theYearsOfALimitAreSaidAsYears() {
        PackDiff diff = to(FIRST.with("parameters.csv", """
                        code,value,unit,legal-basis,from,to
                        most-share,0.04,ratio,law,,2011
                        most-share,0.10,ratio,law,2012,2012
                        most-share,0.06,ratio,law,2013,2015
                        most-share,0.05,ratio,law,2016,
                        """));

        assertThat(diff.toString())
                .contains(
                        "4 % hasta el ejercicio 2011; 10 % en el ejercicio 2012; 6 % en los ejercicios 2013 a 2015; 5 % desde"
                                + " el ejercicio 2016")
                .contains("10 % in fiscal year 2012");
    }

    @Test
    void rulesThatBecomeErrorsBecauseTheirYearIsGovernedNowAreTold() {
        SmallPack manual = FIRST.replacing("lines.drl", "WARNING", "ERROR");
        PackDiff diff = PackDiff.between(
                manual.replacing(
                                "pack.properties",
                                "fiscal-years=2010-",
                                "fiscal-years=2010\nextrapolated-fiscal-years=2011-2013")
                        .load(),
                manual.replacing("pack.properties", "fiscal-years=2010-", "fiscal-years=2011-2012")
                        .load());

        assertThat(diff.header())
                .singleElement()
                .satisfies(change -> assertThat(change.sentence().en())
                        .contains(
                                "Fiscal years 2011-2012: with this version 1 rule of xx 1 turns from a warning into an")
                        .endsWith("The rule: no-unit."));
    }

    @Test
    void aNewRuleIsToldWithItsCondition() {
        PackDiff diff =
                to(FIRST.appending("lines.drl", SmallPack.rule("no-year", "INFO", "SpendingLine( fiscalYear == null )"))
                        .appending("messages.properties", SmallPack.texts("no-year", "N", ""))
                        .appending("messages_es.properties", SmallPack.texts("no-year", "N", "")));

        assertThat(diff.rules()).singleElement().satisfies(rule -> {
            assertThat(rule.kind()).isEqualTo(PackDiff.RuleDiff.ChangeKind.ADDED);
            assertThat(rule.before()).isNull();
            assertThat(rule.condition().en())
                    .isEqualTo("A spending line where the fiscal year of the line is not given.");
            assertThat(rule.condition().es())
                    .isEqualTo("Un renglón en el que no se indica el ejercicio fiscal del renglón.");
        });
        assertThat(diff.summary().en()).isEqualTo("From xx 1 to xx 1: 1 new rule.");
    }

    @Test
    void aRuleThatEndedStandsWhereItStood() {
        PackDiff diff = PackDiff.between(RulePacks.load("mx-cmx", "2011.1"), RulePacks.load("mx-cmx", "2009.1"));

        assertThat(diff.rules().stream().map(PackDiff.RuleDiff::id).toList())
                .startsWith("linked-parts-above-line", "linked-action-unfunded", "linked-amounts-above-line");
        assertThat(diff.rules()).allMatch(rule -> rule.kind() == PackDiff.RuleDiff.ChangeKind.ENDED);
    }

    @Test
    void aSeverityHardensOrSoftens() {
        PackDiff diff = to(FIRST.replacing("lines.drl", "WARNING", "ERROR"));

        assertThat(diff.rule("no-unit").orElseThrow().change(PackDiff.Change.Weight.class))
                .hasValueSatisfying(change -> {
                    assertThat(change.before()).isEqualTo(Severity.WARNING);
                    assertThat(change.after()).isEqualTo(Severity.ERROR);
                    assertThat(change.hardened()).isTrue();
                    assertThat(change.sentence().es()).isEqualTo("Pesa más: ERROR (antes: ADVERTENCIA)");
                });
    }

    @Test
    void aConditionShowsBothAndWhatIsDemandedOtherwise() {
        PackDiff diff = ofConditions(
                "linkedShare > $most, approved != null, approved > 0",
                "linkedShare >= $most, accrued != null, paid != null, paid < accrued");
        PackDiff.Change.Condition change =
                diff.rules().get(0).change(PackDiff.Change.Condition.class).orElseThrow();

        assertThat(change.before().words().en()).startsWith("A spending line where the sum of the shares");
        assertThat(change.sentence().en().lines().skip(2))
                .containsExactly(
                        "Now requires: the sum of the shares that the links state is at least the limit most-share (5 %);"
                                + " instead of: the sum of the shares that the links state is above the limit most-share (5 %).",
                        "Now also requires: the accrued amount is given.",
                        "Now also requires: the paid amount is given.",
                        "Now also requires: the paid amount is below the accrued amount.",
                        "No longer requires: the approved amount is given.",
                        "No longer requires: the approved amount is above zero.");
        assertThat(change.sentence().es())
                .contains("Ahora exige además: el monto pagado es menor que el monto devengado.");
    }

    @Test
    void aRuleAboutSomethingElseShowsBothConditions() {
        PackDiff diff = PackDiff.between(
                FIRST.load(),
                FIRST.with("lines.drl", SmallPack.rule("no-unit", "WARNING", "UnitSummary( lines == 0 )"))
                        .load());

        assertThat(said(diff))
                .contains("The defect now: A unit where the number of its lines equals zero.")
                .contains("The defect before: A spending line where the unit code is not given.");
    }

    @Test
    void aLimitIsToldWithItsUnitAtTheRuleAndInThePack() {
        PackDiff diff = to(FIRST.replacing("parameters.csv", "0.05", "0.07"));

        assertThat(said(diff)).isEqualTo("Limit most-share: 7 % (before: 5 %)");
        assertThat(diff.limits()).singleElement().satisfies(limit -> {
            assertThat(limit.rules()).containsExactly("too-much");
            assertThat(limit.after().value()).isEqualByComparingTo("0.07");
        });
    }

    @Test
    void theLegalBasisOfARuleChangesByKeyOrByWhatTheKeyStandsFor() {
        assertThat(said(to(FIRST.replacing("lines.drl", "\"law\"", "\"other\""))))
                .isEqualTo("Rests on Otra ley [other]\nBefore: Ley, artículo 1, 2010-01-01 [law]");
        assertThat(said(to(FIRST.replacing("legal-bases.csv", "artículo 1,2010-01-01,S1,sourced", ",,S3,seed"))))
                .contains("Article or section of law: none (before: artículo 1)")
                .contains("Day of publication of law: no source gives it (before: 2010-01-01)")
                .contains("Source of law: S3 (before: S1)")
                .contains("Evidence of law: attested in a founding document (before: read in the source named)");
    }

    @Test
    void aLegalBasisThatNoRuleRestsOnIsToldInThePack() {
        PackDiff diff = to(FIRST.replacing("legal-bases.csv", "Otra ley", "Una ley"));

        assertThat(diff.rules()).isEmpty();
        assertThat(diff.legalBases()).singleElement().satisfies(basis -> {
            assertThat(basis.key()).isEqualTo("other");
            assertThat(basis.rules()).isEmpty();
        });
    }

    @Test
    void aTextThatChangedInTheOtherLanguageAloneIsToldInThatLanguage() {
        PackDiff diff =
                to(FIRST.replacing("messages_es.properties", "no-unit.remedy=R", "no-unit.remedy=Anote la clave"));
        PackDiff.Change.Text change =
                diff.rules().get(0).change(PackDiff.Change.Text.class).orElseThrow();

        assertThat(change.part()).isEqualTo(PackDiff.Change.Text.Part.REMEDY);
        assertThat(change.sentence().en()).contains("(in Spanish)", "Anote la clave");
        assertThat(change.sentence().es()).doesNotContain("en español").contains("Anote la clave");
    }

    @Test
    void whatFindingsCiteAndTheDataNeededAreTold() {
        PackDiff diff = to(FIRST.replacing(
                "lines.drl", "unitCode == null", "unitCode == null, $reason : noActionReason, $paid : paid"));

        assertThat(said(diff))
                .contains("Now also needs: the paid amount")
                .contains("Its findings now also cite: the reason why no action applies, the paid amount");
    }

    @Test
    void aRuleAtAnotherPlaceIsMovedAndNothingElse() {
        PackDiff diff = to(FIRST.without("lines.drl")
                .with("z-last.drl", SmallPack.rule("no-unit", "WARNING", "SpendingLine( unitCode == null )")));

        assertThat(diff.rules()).singleElement().satisfies(rule -> {
            assertThat(rule.kind()).isEqualTo(PackDiff.RuleDiff.ChangeKind.MOVED);
            assertThat(rule.changes()).singleElement().isInstanceOf(PackDiff.Change.Place.class);
        });
        assertThat(diff.summary().en()).contains("1 rule is in another place");
    }

    @Test
    void aCodeListIsToldWithCountsAndTheFirstCodes() {
        String list = "code,name_es\nA,Uno\nB,Dos\nC,Tres\n";
        SmallPack before = FIRST.with("catalogues/modalities.csv", list);
        PackDiff diff = PackDiff.between(
                before.load(),
                before.with("catalogues/modalities.csv", "code,name_es\nA,Uno\nC,Otro\nD,1\nE,2\nF,3\nG,4\nH,5\nI,6\n")
                        .load());
        PackDiff.Change.CodeList change = diff.codeLists().get(0);

        assertThat(change.added()).containsExactly("D", "E", "F", "G", "H", "I");
        assertThat(change.ended()).containsExactly("B");
        assertThat(change.renamed()).containsExactly("C");
        assertThat(change.sentence().en().lines())
                .containsExactly(
                        "List of modalities of budget programmes, 6 new codes: D 1; E 2; F 3; G 4; H 5; and 1 more",
                        "List of modalities of budget programmes, 1 code ends: B Dos",
                        "List of modalities of budget programmes, 1 code stands for something else: C Otro (before: Tres)");
        assertThat(PackDiff.between(FIRST.load(), before.load())
                        .codeLists()
                        .get(0)
                        .sentence()
                        .es())
                .isEqualTo(
                        "Lista nueva de modalidades de los programas presupuestarios, 3 claves: A Uno; B Dos; C Tres");
    }

    @Test
    void theCodesOfAListAreToldWithTheirTimes() {
        SmallPack before = FIRST.with("catalogues/modalities.csv", "code,name_es,from,to\nA,Uno,,\nB,Dos,,2014\n");
        PackDiff.Change.CodeList gone =
                PackDiff.between(before.load(), FIRST.load()).codeLists().get(0);
        PackDiff.Change.CodeList changed = PackDiff.between(
                        before.load(),
                        before.with(
                                        "catalogues/modalities.csv",
                                        "code,name_es,from,to\nA,Uno,,\nB,Dos,,2013\nB,Tres,2014,\n")
                                .load())
                .codeLists()
                .get(0);

        assertThat(gone.sentence().es())
                .isEqualTo("La lista de modalidades de los programas presupuestarios termina; tenía 2 claves: A Uno; "
                        + "B Dos, hasta el ejercicio 2014");
        assertThat(changed.sentence().en())
                .isEqualTo("List of modalities of budget programmes, 1 code stands for something else: B Dos, until "
                        + "fiscal year 2013 / Tres, from fiscal year 2014 on (before: Dos, until fiscal year 2014)");
    }

    @Test
    void theHeaderIsToldFieldByField() {
        PackDiff diff = to(FIRST.replacing("pack.properties", "published=2010-01-01", "in-force-from=2011-01-01")
                .replacing("pack.properties", "title=Manual", "title=Handbook")
                .replacing("pack.properties", "2010-\n", "2010-2012\n"));

        assertThat(diff.header().stream().map(change -> change.sentence().en()))
                .containsExactly(
                        "Title: Handbook (before: Manual)",
                        "Published: no source gives it (before: 2010-01-01)",
                        "In force from: 2011-01-01 (before: no source gives it)",
                        "Fiscal years: 2010-2012 (before: 2010-)");
        assertThat(diff.summary().en()).contains("only what the pack says of itself differs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2009.1 2010.1", "2010.1 2011.1", "2011.1 2011.2"})
    void theBundledReformsAreToldAlikeInAnyLocale(String versions) {
        List<String> both = Arrays.asList(versions.split(" "));
        PackDiff diff = PackDiff.between(RulePacks.load("mx-cmx", both.get(0)), RulePacks.load("mx-cmx", both.get(1)));
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(PackDiff.between(RulePacks.load("mx-cmx", both.get(0)), RulePacks.load("mx-cmx", both.get(1))))
                    .isEqualTo(diff);
        } finally {
            Locale.setDefault(before);
        }
        assertThat(diff.rules()).isNotEmpty();
    }
}
