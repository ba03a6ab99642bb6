package org.hrbudget.rules.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.hrbudget.rules.PackLibrary;
import org.hrbudget.rules.RulePacks;
import org.hrbudget.rules.authoring.PackMutation.Mutant.Fate;
import org.hrbudget.rules.authoring.internal.mutation.FormChanges;
import org.hrbudget.rules.internal.packs.PackBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackMutationTest {

    @TempDir
    Path folder;

    private List<String> changes(String condition) {
        return PackMutation.of(new DraftPack(folder).rule(condition).pack()).mutants().stream()
                .map(mutant -> mutant.change().en())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "ratio, 0.75, 0.76, 0.74",
        "ratio, 1, 1.01, 0.99",
        "ratio, 0.7525, 0.7526, 0.7524",
        "amount, 100, 100.01, 99.99",
        "count, 3, 4, 2",
        "fiscal-year, 2016, 2017, 2015"
    })
    void aLimitIsNudgedByTheSmallestStepOfItsUnit(String unit, String value, String up, String down) {
        String property = switch (unit) {
            case "ratio" -> "linkedShare";
            case "amount" -> "linkedAmount";
            default -> "links.size";
        };
        new DraftPack(folder).parameters("limit," + value + "," + unit + ",law");

        assertThat(changes("Parameter( code == \"limit\", $limit : value )\n    SpendingLine( " + property
                        + " > $limit )"))
                .contains(
                        "The limit limit became " + up + " instead of " + value + ".",
                        "The limit limit became " + down + " instead of " + value + ".");
    }

    @Test
    void aChangeInAWorkbookIsToldOfItsCell() throws IOException {
        PackBook book = PackBook.sound().lower();

        List<PackMutation.Mutant> mutants = PackMutation.of(
                        PackLibrary.bundled().and(book.in(folder)).given().get(0))
                .mutants();

        assertThat(mutants)
                .extracting(PackMutation.Mutant::place)
                .isNotEmpty()
                .allMatch(place -> place.matches("xx/1/reglas!E3"));
    }

    @Test
    void aNumberThatTiesTwoFactsIsNoLimit() {
        List<PackMutation.Mutant> mutants = PackMutation.of(new DraftPack(folder)
                        .rule("RightSummary( $y : fiscalYear, fiscalYear != null, lines > 0 )\n"
                                + "    BudgetSummary( fiscalYear != null, fiscalYear == $y )")
                        .pack())
                .mutants();

        assertThat(mutants)
                .filteredOn(mutant -> mutant.change().en().startsWith("`fiscalYear == $y`"))
                .extracting(mutant -> mutant.outcome() + " " + mutant.change().en())
                .containsExactly(
                        "UNNOTICED `fiscalYear == $y` became `fiscalYear != $y`.",
                        "EQUIVALENT `fiscalYear == $y` was left out.");
    }

    @Test
    void moneyOfLastYearIsNotAskedForBelowNothing() {
        List<PackMutation.Mutant> mutants = PackMutation.of(new DraftPack(folder)
                        .rule("RightSummary( amountLastYear != null, amountLastYear > 0 )")
                        .pack())
                .mutants();

        assertThat(mutants)
                .filteredOn(mutant -> mutant.change().en().contains("became `amountLastYear != 0`"))
                .extracting(PackMutation.Mutant::outcome)
                .containsExactly(Fate.EQUIVALENT);
        assertThat(mutants).noneMatch(mutant -> mutant.change().en().contains("-0.01"));
    }

    @ParameterizedTest
    @CsvSource({
        "2012-07-01, 2012-07-02, 2012-06-30, as_of",
        "2013, 2014, 2012, budget_fiscal_year",
    })
    void theTimeFromWhichARuleWeighsOtherwiseIsMoved(String from, String later, String earlier, String column) {
        DraftPack pack = new DraftPack(folder)
                .rule("SpendingLine( unitKind == null )")
                .with("severities.csv", "rule,severity,from\nthe-rule,ERROR," + from + "\n");
        String other = "expect,case,unit_kind," + column;

        // A finding of any weight notices nothing, and a weight at another time does not either.
        pack.examples(
                other, "finding,the time,," + from, "warning,long before,,2011" + (from.length() > 4 ? "-01-01" : ""));
        assertThat(moves(pack)).containsExactly("UNNOTICED " + earlier, "UNNOTICED " + later);
        pack.examples(other, "error,the time,," + from, "warning,before,," + earlier);
        assertThat(moves(pack)).containsExactly("NOTICED " + earlier, "NOTICED " + later);
    }

    private static List<String> moves(DraftPack pack) {
        return PackMutation.of(pack.pack()).mutants().stream()
                .filter(mutant -> mutant.file().endsWith("severities.csv"))
                .peek(mutant -> assertThat(mutant.place()).endsWith("severities.csv:2:16"))
                .map(mutant -> mutant.outcome() + " "
                        + mutant.change().en().replaceAll("The severity ERROR counts from (.*) instead of .*", "$1"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "2012-07-01, 2012-06-30, 2012-07-02, 2011-01-01, 2013-01-01, as_of",
        "2013, 2012, 2014, 2010, 2016, budget_fiscal_year",
    })
    void theTimeFromWhichALimitIsAnotherIsMovedWithTheEndOfTheOneBefore(
            String from, String earlier, String later, String longBefore, String longAfter, String column) {
        DraftPack pack = new DraftPack(folder)
                .rule("Parameter( code == \"limit\", $limit : value )\n    SpendingLine( links.size > $limit )")
                .with(
                        "parameters.csv",
                        "code,value,unit,legal-basis,from,to\nlimit,2,count,law,," + earlier + "\nlimit,0,count,law,"
                                + from + ",\n");
        String heading = "expect,case,action_1," + column;

        pack.examples(
                heading, "silence,long before,01.01.01," + longBefore, "finding,long after,01.01.01," + longAfter);
        assertThat(tables(pack))
                .containsExactly(
                        "UNNOTICED parameters.csv:3:19 The value 0 of the limit limit counts from " + earlier
                                + " instead of " + from + ". Add a case with " + earlier + " in " + column
                                + " whose value for the limit limit lies between 0 and 2.",
                        "UNNOTICED parameters.csv:3:19 The value 0 of the limit limit counts from " + later
                                + " instead of " + from + ". Add a case with " + from + " in " + column
                                + " whose value for the limit limit lies between 0 and 2.");
        pack.examples(heading, "silence,the day before,01.01.01," + earlier, "finding,the day,01.01.01," + from);
        assertThat(tables(pack)).hasSize(2).allMatch(change -> change.startsWith("NOTICED"));
    }

    @Test
    void aCodeOfAListOfThePacksOwnIsLeftOutAndItsTimeMoved() {
        DraftPack pack = new DraftPack(folder)
                .rule("Catalogue( code == \"reasons\", $reasons : codes )\n"
                        + "    SpendingLine( noActionReason != null, noActionReason not memberOf $reasons )")
                .with("catalogues/reasons.csv", "code,name_es,from,to\ndebt,Deuda,,\ndeal,Convenio,,2014\n");
        String heading = "expect,case,no_action_reason,budget_fiscal_year";

        pack.examples(heading, "finding,other,other,2014");
        assertThat(tables(pack))
                .containsExactly(
                        "UNNOTICED reasons.csv:3:1 The code deal was left out of the list reasons. Add a row with "
                                + "\"deal\" that meets the rest of the condition.",
                        "UNNOTICED reasons.csv:3:16 The code deal counts until 2013 instead of 2014. Add a row with deal "
                                + "that meets the rest of the condition, with 2014 in budget_fiscal_year.",
                        "UNNOTICED reasons.csv:3:16 The code deal counts until 2015 instead of 2014. Add a row with deal "
                                + "that meets the rest of the condition, with 2015 in budget_fiscal_year.",
                        "UNNOTICED reasons.csv:2:1 The code debt was left out of the list reasons. Add a row with "
                                + "\"debt\" that meets the rest of the condition.");
        pack.examples(heading, "silence,debt,debt,2014", "silence,deal,deal,2014", "finding,deal after,deal,2015");
        assertThat(tables(pack)).hasSize(4).allMatch(change -> change.startsWith("NOTICED"));
    }

    @Test
    void theOnlyYearOfACodeMayGrowButNotEnd() {
        DraftPack pack = new DraftPack(folder)
                .rule("Catalogue( code == \"reasons\", $reasons : codes )\n"
                        + "    SpendingLine( noActionReason != null, noActionReason not memberOf $reasons )")
                .with("catalogues/reasons.csv", "code,name_es,from,to\ndebt,Deuda,,\ndeal,Convenio,2014,2014\n");

        assertThat(tables(pack))
                .filteredOn(change -> change.contains("deal counts"))
                .extracting(change -> change.replaceAll(".*(The code [^.]*\\.).*", "$1"))
                .containsExactly(
                        "The code deal counts from 2013 instead of 2014.",
                        "The code deal counts until 2015 instead of 2014.");
    }

    private static List<String> tables(DraftPack pack) {
        return PackMutation.of(pack.pack()).mutants().stream()
                .filter(mutant -> mutant.file().endsWith(".csv"))
                .map(mutant -> mutant.outcome() + " " + mutant.place().replaceAll(".*/", "") + " "
                        + mutant.change().en() + " " + mutant.remark().en())
                .toList();
    }

    @Test
    void aRuleInSpanishIsChangedInItsOwnWords() {
        assertThat(
                        changes(
                                "Renglón( montoVinculado > 0, vinculaciones.vacía == falso, modalidad != nulo, modalidad no en (\"K\") )"))
                .contains(
                        "`montoVinculado > 0` became `montoVinculado >= 0`.",
                        "`modalidad no en (\"K\")` became `modalidad en (\"K\")`.");
        assertThat(changes("Unidad( $u : claveDeUnidad, monto > 0 ) no Meta( claveDeUnidad == $u )"))
                .contains("`no Meta` became `existe Meta`.");
    }

    @Test
    void theZeroOfAComparisonIsNudgedToo() {
        assertThat(changes("SpendingLine( linkedAmount > 0 )"))
                .contains(
                        "`linkedAmount > 0` became `linkedAmount > 0.01`.",
                        "`linkedAmount > 0` became `linkedAmount > -0.01`.");
    }

    @ParameterizedTest
    @CsvSource({"<,<= != >=", "<=,< == >", ">,>= != <=", ">=,> == <", "==,!= <= >=", "!=,== < >"})
    void aSignOfComparisonBecomesItsNeighboursAndItsOpposite(String sign, String others) {
        List<String> expected = others.lines()
                .flatMap(line -> List.of(line.split(" ", -1)).stream())
                .map(other -> "`linkedAmount " + sign + " 0` became `linkedAmount " + other + " 0`.")
                .toList();

        assertThat(changes("SpendingLine( linkedAmount " + sign + " 0, fiscalYear == null )"))
                .containsAll(expected);
    }

    @Test
    void whatIsYesOrNoIsTurnedRound() {
        assertThat(changes("SpendingLine( links.empty, !rightsInformationRequested, rightsInformationGiven == false )"))
                .contains(
                        "`links.empty` became `!links.empty`.",
                        "`!rightsInformationRequested` became `rightsInformationRequested`.",
                        "`rightsInformationGiven == false` became `rightsInformationGiven == true`.");
    }

    @Test
    void choicesAreJoinedOtherwiseAndEachIsLeftOutOnce() {
        assertThat(changes("SpendingLine( result == null || subresult == null || activity == null )"))
                .containsOnlyOnce(
                        "`result == null` was left out.",
                        "`subresult == null` was left out.",
                        "`activity == null` was left out.",
                        "`result == null || subresult == null` became `result == null && subresult == null`.");
    }

    @Test
    void eachTermOfASumIsLeftOutAndItsSignTurned() {
        assertThat(changes("SpendingLine( approved != null, modified != null, adjustments != null,"
                        + " modified != approved + adjustments )"))
                .contains(
                        "`approved + adjustments` became `approved - adjustments`.",
                        "`approved + adjustments` became `approved`.",
                        "`approved + adjustments` became `adjustments`.");
    }

    @Test
    void textsAndListsOfTextsAreChanged() {
        assertThat(changes("SpendingLine( unitCode == \"11CD01\", objectCode in (\"1131\", \"1132\") )"))
                .contains(
                        "`unitCode == \"11CD01\"` became `unitCode == \"11CD02\"`.",
                        "`objectCode in (\"1131\", \"1132\")` became `objectCode not in (\"1131\", \"1132\")`.",
                        "`objectCode in (\"1131\", \"1132\")` became `objectCode in (\"1132\")`.",
                        "`objectCode in (\"1131\", \"1132\")` became `objectCode in (\"1131\")`.");
    }

    @Test
    void aFormOfACodeIsChangedElementByElement() {
        assertThat(FormChanges.of("[0-9]{2} ?[A-Z0-9][.]"))
                .contains(
                        "[0-9] ?[A-Z0-9][.]",
                        "[0-9]{3} ?[A-Z0-9][.]",
                        "[1-9]{2} ?[A-Z0-9][.]",
                        "[0-8]{2} ?[A-Z0-9][.]",
                        "[0-9A-Z]{2} ?[A-Z0-9][.]",
                        "[0-9]{2} [A-Z0-9][.]",
                        "[0-9]{2}[A-Z0-9][.]",
                        "[0-9]{2} ?[0-9][.]",
                        "[0-9]{2} ?[A-Z][.]",
                        "[0-9]{2} ?[.]",
                        "[0-9]{2} ?[A-Z0-9]?[.]",
                        "[0-9]{2} ?[A-Z0-9]",
                        "[0-9]{2} ?[A-Z0-9][.]?")
                .doesNotContain("[0-9]{2} ?[A-Z0-9][.]")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[0-9]{2} ?[A-Z0-9]{2}", "[8-9]?[a-b][.]x{1}", "[^0-9]A/-{99}", "[A]"})
    void everyFormNearAFormIsAForm(String form) {
        assertThat(FormChanges.of(form))
                .isNotEmpty()
                .allSatisfy(other -> new DraftPack(folder)
                        .rule("SpendingLine( unitCode matches \"" + other + "\" )")
                        .pack());
    }

    @Test
    void aGuardThatIsNeededCannotBeLeftOut() {
        PackMutation mutation = PackMutation.of(new DraftPack(folder)
                .rule("SpendingLine( approved != null, approved < 0 )")
                .examples("expect,case,approved", "finding,below,-0.01", "silence,at,0.00")
                .pack());

        assertThat(mutation.mutants(Fate.REFUSED))
                .extracting(mutant -> mutant.change().en())
                .contains("`approved != null` was left out.");
    }

    @Test
    void aGuardThatTheRestImpliesChangesNothing() {
        PackMutation mutation = PackMutation.of(new DraftPack(folder)
                .rule("SpendingLine( exercised != null, exercised == 0 )")
                .examples("expect,case,exercised", "finding,at,0.00", "silence,blank,")
                .pack());

        assertThat(mutation.mutants(Fate.EQUIVALENT))
                .extracting(mutant -> mutant.change().es())
                .containsExactly("Se quitó `exercised != null`.");
    }

    @Test
    void whatIsCountedIsNeverBelowZero() {
        PackMutation mutation = PackMutation.of(
                new DraftPack(folder).rule("UnitSummary( linkedLines == 0 )").pack());

        assertThat(mutation.mutants(Fate.EQUIVALENT))
                .extracting(mutant -> mutant.change().en())
                .containsExactly("`linkedLines == 0` became `linkedLines <= 0`.");
    }

    @Test
    void theFirstExampleThatNoticesIsNamed() {
        PackMutation mutation = PackMutation.of(new DraftPack(folder)
                .rule("SpendingLine( linkedAmount > 0 )")
                .examples("expect,case,action_1,action_1_amount", "silence,at,,", "finding,above,01.01.01,0.01")
                .pack());

        assertThat(mutation.mutants(Fate.NOTICED))
                .extracting(mutant -> mutant.change().en() + " " + mutant.noticedBy())
                .contains(
                        "`linkedAmount > 0` became `linkedAmount >= 0`. at",
                        "`linkedAmount > 0` became `linkedAmount > 0.01`. above");
    }

    @Test
    void anUnnoticedChangeComesWithItsPlaceAndTheRowThatIsMissing() {
        PackMutation.Mutant unnoticed = PackMutation.of(new DraftPack(folder)
                        .rule("SpendingLine( linkedAmount > 0 )")
                        .examples("expect,case,action_1,action_1_amount", "finding,above,01.01.01,0.01")
                        .pack())
                .mutants(Fate.UNNOTICED)
                .get(0);

        assertThat(unnoticed.place()).isEqualTo("xx/1/lines.drl:5:19");
        assertThat(unnoticed.change().en()).isEqualTo("`linkedAmount > 0` became `linkedAmount >= 0`.");
        assertThat(unnoticed.remark().en())
                .isEqualTo("Add a row that meets the rest of the condition and in which linkedAmount is equal to 0.");
    }

    @Test
    void withoutExamplesNothingIsNoticed() {
        PackMutation mutation = PackMutation.of(
                new DraftPack(folder).rule("SpendingLine( linkedAmount > 0 )").pack());

        assertThat(mutation.score().orElseThrow()).isEqualByComparingTo("0");
        assertThat(mutation.mutants(Fate.UNNOTICED)).hasSize(5);
    }

    @Test
    void anExampleThatFailsAnywayNoticesNothing() {
        PackMutation mutation = PackMutation.of(new DraftPack(folder)
                .rule("SpendingLine( linkedAmount > 0 )")
                .examples("expect,case,action_1,action_1_amount", "silence,mistaken,01.01.01,0.01")
                .pack());

        assertThat(mutation.failing()).containsExactly(new PackMutation.FailingExample("the-rule", "mistaken"));
        assertThat(mutation.mutants(Fate.NOTICED)).isEmpty();
    }

    @Test
    void oneRuleCanBeTriedAlone() {
        assertThat(PackMutation.of(RulePacks.load("mx-fed", "2011.1"), "paid-negative")
                        .mutants())
                .isNotEmpty()
                .allMatch(mutant -> mutant.rule().equals("paid-negative"));
    }

    @Test
    void anUnknownRuleIsRefusedWithTheNearest() {
        assertThatThrownBy(() -> PackMutation.of(RulePacks.load("mx-fed", "2011.1"), "paid-negativ"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Maybe one of these was meant: paid-negative");
    }
}
