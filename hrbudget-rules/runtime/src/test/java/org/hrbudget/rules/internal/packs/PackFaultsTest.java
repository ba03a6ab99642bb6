package org.hrbudget.rules.internal.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hrbudget.rules.RulePackException;
import org.hrbudget.validation.RulePack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with a pack is said where it stands, in its author's words, with what to write instead. */
class PackFaultsTest {

    private static Arguments pack(
            String what, UnaryOperator<PackText> change, String place, String problem, String advice) {
        return Arguments.of(what, change, place, problem, advice);
    }

    private static Arguments condition(String what, String condition, int column, String problem, String advice) {
        return pack(
                what,
                pack -> pack.with("xx/1/lines.drl", PackText.rule("no-unit", "WARNING", condition)),
                "xx/1/lines.drl:5:" + column,
                problem,
                advice);
    }

    static Stream<Arguments> conditions() {
        return Stream.of(
                condition(
                        "unknown fact",
                        "SpendingLin( unitCode == null )",
                        5,
                        "no kind of fact \"SpendingLin\"",
                        "SpendingLine"),
                condition(
                        "unknown property",
                        "SpendingLine( aproved == null )",
                        19,
                        "\"aproved\" is not a property",
                        "\"approved\""),
                condition(
                        "text where a year is",
                        "SpendingLine( fiscalYear == \"dos mil\" )",
                        19,
                        "a whole number with a text",
                        "like with like"),
                condition(
                        "text ordered",
                        "SpendingLine( unitCode != null, unitCode > \"1\" )",
                        37,
                        "cannot order a text",
                        "== or !="),
                condition(
                        "amount with a ratio",
                        "SpendingLine( approved != null, approved > linkedShare )",
                        37,
                        "an amount of money with a fraction",
                        "like with like"),
                condition(
                        "amount with a yes",
                        "SpendingLine( approved == true )",
                        19,
                        "an amount of money with true or false",
                        "like with like"),
                condition(
                        "amount added to a ratio",
                        "SpendingLine( approved != null, approved + linkedShare > 0 )",
                        37,
                        "adds an amount of money and a fraction",
                        "amounts and amounts"),
                condition(
                        "absent amount ordered",
                        "SpendingLine( approved > 0 )",
                        19,
                        "\"approved\" may be absent",
                        "approved != null before"),
                condition(
                        "absent amount unequal",
                        "SpendingLine( approved != 0 )",
                        19,
                        "\"approved\" may be absent",
                        "approved != null before"),
                condition(
                        "absent amount on the right",
                        "SpendingLine( linkedAmount > approved )",
                        19,
                        "\"approved\" may be absent",
                        "approved != null before"),
                condition(
                        "absent amount in a sum",
                        "SpendingLine( approved != null, approved + adjustments > 0 )",
                        37,
                        "\"adjustments\" may be absent",
                        "adjustments != null before"),
                condition(
                        "guard in one branch only",
                        "SpendingLine( approved != null || unitCode == null, approved > 0 )",
                        57,
                        "\"approved\" may be absent",
                        "approved != null before"),
                condition(
                        "guard after the comparison",
                        "SpendingLine( approved > 0, approved != null )",
                        19,
                        "\"approved\" may be absent",
                        "approved != null before"),
                condition(
                        "absent text not of a form",
                        "SpendingLine( unitCode not matches \"[0-9]\" )",
                        19,
                        "\"unitCode\" may be absent",
                        "unitCode != null before"),
                condition(
                        "absent text not in a list",
                        "SpendingLine( unitCode not in (\"1\") )",
                        19,
                        "\"unitCode\" may be absent",
                        "unitCode != null before"),
                condition(
                        "absent text in a negation",
                        "SpendingLine( !(unitCode == \"1\") )",
                        21,
                        "\"unitCode\" may be absent",
                        "unitCode != null before"),
                condition(
                        "two absent texts equal",
                        "SpendingLine( spendingType == fittingSpendingType )",
                        19,
                        "may be absent",
                        "!= null before"),
                condition(
                        "null of what is always there",
                        "SpendingLine( linkedAmount == null )",
                        19,
                        "always given",
                        "Take the comparison out"),
                condition(
                        "list compared",
                        "SpendingLine( links == null )",
                        19,
                        "always given",
                        "Take the comparison out"),
                condition("list alone", "SpendingLine( links )", 19, "a list", ".empty or .size"),
                condition("text alone", "SpendingLine( unitCode )", 19, "a text", "Compare it"),
                condition("text asked for its size", "SpendingLine( unitCode.empty )", 19, "not a list", "== null"),
                condition(
                        "literal first",
                        "SpendingLine( null == unitCode )",
                        19,
                        "does not begin with a property",
                        "property first"),
                condition("truth alone", "SpendingLine( true )", 19, "always holds", "Compare a property"),
                condition("nothing said", "SpendingLine( )", 5, "Every SpendingLine would match", "what is wrong"),
                condition(
                        "only named",
                        "SpendingLine( $u : unitCode )",
                        5,
                        "Every SpendingLine would match",
                        "what is wrong"),
                condition(
                        "variable unknown",
                        "SpendingLine( linkedShare > $least )",
                        33,
                        "$least is not named before",
                        "Name a property"),
                condition(
                        "variable twice",
                        "SpendingLine( $u : unitCode, $u : objectCode, unitCode == null )",
                        34,
                        "$u is named twice",
                        "another name"),
                condition(
                        "variable of every finding",
                        "SpendingLine( $row : unitCode, unitCode == null )",
                        19,
                        "$row cannot be a name",
                        "messages give these"),
                condition(
                        "parameter unknown",
                        "Parameter( code == \"mininum\", $m : value ) SpendingLine( linkedShare > $m )",
                        24,
                        "no parameter \"mininum\"",
                        "a row of parameters.csv"),
                condition(
                        "parameter of another shape",
                        "Parameter( value > 0 ) SpendingLine( links.empty )",
                        5,
                        "not how a parameter is named",
                        "Parameter( code =="),
                condition(
                        "parameter alone",
                        "Parameter( code == \"x\", $m : value )",
                        24,
                        "no parameter \"x\"",
                        "a row of parameters.csv"),
                condition(
                        "line and link",
                        "SpendingLine( links.empty ) ActionLink( known == false )",
                        33,
                        "looks at SpendingLine and at ActionLink",
                        "judged one by one"),
                condition(
                        "line and sum",
                        "SpendingLine( links.empty ) UnitSummary( links == 0 )",
                        33,
                        "looks at SpendingLine and at UnitSummary",
                        "before anything is added up"),
                condition(
                        "code list missing",
                        "SpendingLine( objectConceptKnown == false )",
                        19,
                        "code list that the pack does not have",
                        "catalogues/object-concepts.csv"),
                condition("never closed", "SpendingLine( unitCode == \"1 )", 31, "quote is never closed", "Write \""));
    }

    static Stream<Arguments> files() {
        String rule = PackText.rule("no-unit", "WARNING", "SpendingLine( unitCode == null )");
        return Stream.of(
                pack(
                        "name with digits",
                        p -> p.with("xx/1/lines.drl", rule.replace("no-unit", "R1")),
                        "xx/1/lines.drl:1:6",
                        "\"R1\" cannot be the name",
                        "lower-case words"),
                pack(
                        "severity unknown",
                        p -> p.with("xx/1/lines.drl", rule.replace("WARNING", "WARN")),
                        "xx/1/lines.drl:2:15",
                        "\"WARN\" is not a severity",
                        "Choose one of: ERROR, INFO, REVIEW, WARNING."),
                pack(
                        "legal basis unknown",
                        p -> p.with("xx/1/lines.drl", rule.replace("\"law\"", "\"laws\"")),
                        "xx/1/lines.drl:3:17",
                        "no legal basis \"laws\"",
                        "\"law\""),
                pack(
                        "one id twice",
                        p -> p.with("xx/1/more.drl", rule),
                        "xx/1/more.drl:1:6",
                        "is already in xx/1/lines.drl",
                        "id of its own"),
                pack(
                        "end missing",
                        p -> p.with("xx/1/lines.drl", rule.replace("\nend", "\n")),
                        "xx/1/lines.drl:8:1",
                        "the end of the file",
                        "\"end\""),
                pack(
                        "byte-order mark",
                        p -> p.with("xx/1/lines.drl", "\uFEFF" + rule),
                        "xx/1/lines.drl:1:1",
                        "byte-order mark",
                        "without a byte-order mark"),
                pack(
                        "not UTF-8",
                        p -> p.with(
                                "xx/1/messages_es.properties",
                                "no-unit.title=Añejo".getBytes(StandardCharsets.ISO_8859_1)),
                        "xx/1/messages_es.properties:1:16",
                        "not UTF-8",
                        "Save the file as UTF-8"),
                pack(
                        "comment never closed",
                        p -> p.with("xx/1/lines.drl", rule + "/* and"),
                        "xx/1/lines.drl:8:1",
                        "never closed",
                        "*/"),
                pack(
                        "end before the beginning",
                        p -> p.version("1", "fiscal-years=2010-", "published=2011-05-30", "in-force-to=2010-12-31"),
                        "xx/1/pack.properties:8:13",
                        "It ends on 2010-12-31, before the first day it can bind, 2011-05-31",
                        "Correct one of the two days"),
                pack(
                        "key misspelt",
                        p -> p.version("1", "fiscal-years=2010-", "fiscal-year=2010"),
                        "xx/1/pack.properties:7:1",
                        "\"fiscal-year\" is not a key",
                        "\"fiscal-years\""),
                pack(
                        "years the wrong way round",
                        p -> p.version("1", "fiscal-years=2011-2010"),
                        "xx/1/pack.properties:6:14",
                        "not fiscal years",
                        "2009-2010"),
                pack(
                        "other version than its folder",
                        p -> p.with(
                                "xx/1/pack.properties",
                                "jurisdiction=xx\nversion=2\ntitle=T\ntitle_es=T\ninstrument=I\nfiscal-years=2010-\n"),
                        "xx/1/pack.properties",
                        "differs from the name of the folder, 1",
                        "version=1"),
                pack(
                        "repeal of nothing",
                        p -> p.version("1", "fiscal-years=2010-", "repeals=no-unit"),
                        "xx/1/pack.properties:7:9",
                        "no rule \"no-unit\" to repeal",
                        "none to choose from"),
                pack(
                        "file unknown",
                        p -> p.with("xx/1/message.properties", ""),
                        "xx/1/message.properties",
                        "no file of this name",
                        "\"messages.properties\""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"conditions", "files"})
    void isSaidWhereItStands(String what, UnaryOperator<PackText> change, String place, String problem, String advice) {
        PackText files = change.apply(PackText.oneRule());

        RulePackException refusal =
                catchThrowableOfType(RulePackException.class, () -> new Library(files).load("xx", "1"));

        assertThat(refusal).isNotNull();
        RulePackException.Fault fault = refusal.faults().get(0);
        assertThat(fault.toString()).startsWith(place + ": ");
        assertThat(fault.problem().en()).contains(problem);
        assertThat(fault.advice().en()).contains(advice);
        assertThat(refusal).hasMessageContaining(fault.toString());
    }

    @Test
    void allFaultsAreSaidAtOnce() {
        PackText files = PackText.oneRule()
                .with(
                        "xx/1/lines.drl",
                        "import java.util.List;\n"
                                + PackText.rule("first-fault", "WARNING", "SpendingLine( aproved == null )")
                                + PackText.rule("second-fault", "WARNING", "SpendingLine( unitCode() == null )")
                                + PackText.rule("third-fault", "WARNING", "SpendingLine( approved > 0 )"))
                .with("xx/1/messages.properties", "")
                .with("xx/1/messages_es.properties", "");

        RulePackException refusal =
                catchThrowableOfType(RulePackException.class, () -> new Library(files).load("xx", "1"));

        assertThat(refusal.faults()).extracting(RulePackException.Fault::line).containsExactly(1, 6, 13, 20);
    }

    @Test
    void anAmendmentChangesOnlyWhatItHolds() {
        PackText files = PackText.oneRule()
                .with("xx/1/links.drl", PackText.rule("no-link", "WARNING", "SpendingLine( links.empty )"))
                .with("xx/1/messages.properties", PackText.texts("no-unit", "no-link"))
                .with("xx/1/messages_es.properties", PackText.texts("no-unit", "no-link"))
                .version("2", "amends=1", "fiscal-years=2011-")
                .with(
                        "xx/2/links.drl",
                        PackText.rule("no-link", "ERROR", "SpendingLine( links.empty, noActionReason == null )"))
                .with("xx/2/messages.properties", "no-link.title=New\n");

        RulePack amended = new Library(files).load("xx", "2");

        assertThat(amended.rules())
                .extracting(rule -> rule.id() + " " + rule.severity() + " " + rule.file() + " "
                        + rule.title().en())
                .containsExactly("no-unit WARNING xx/1/lines.drl T", "no-link ERROR xx/2/links.drl New");
        assertThat(amended.manifest().sha256()).hasSize(files.paths().size());
    }

    @Test
    void aRepealEndsARule() {
        PackText files = twoRules().version("2", "amends=1", "fiscal-years=2011-", "repeals=no-link");

        assertThat(new Library(files).load("xx", "2").rules())
                .extracting(rule -> rule.id())
                .containsExactly("no-unit");
        assertThat(new Library(files).load("xx", "1").rules()).hasSize(2);
    }

    @Test
    void aRepealedIdIsNotUsedAgain() {
        PackText files = twoRules()
                .version("2", "amends=1", "fiscal-years=2011-", "repeals=no-link")
                .version("3", "amends=2", "fiscal-years=2012-")
                .with("xx/3/again.drl", PackText.rule("no-link", "WARNING", "SpendingLine( links.empty )"));

        assertThat(faults(files, "3"))
                .first()
                .asString()
                .contains("xx/3/again.drl:1:6")
                .contains("was repealed");
    }

    @Test
    void aRuleDoesNotEndBecauseAFileForgotIt() {
        PackText files = twoRules()
                .version("2", "amends=1", "fiscal-years=2011-")
                .with("xx/2/lines.drl", PackText.rule("no-unit", "WARNING", "SpendingLine( unitCode == null )"));

        assertThat(faults(files, "2"))
                .singleElement()
                .asString()
                .contains("not repealed: no-link")
                .contains("repeals");
    }

    @Test
    void aVersionThatDoesNotExistNamesThoseThatDo() {
        RulePackException refusal =
                catchThrowableOfType(RulePackException.class, () -> new Library(PackText.oneRule()).load("xx", "2"));

        assertThat(refusal).hasMessageContaining("no rule pack xx 2").hasMessageContaining("xx 1");
    }

    private static PackText twoRules() {
        return PackText.oneRule()
                .with(
                        "xx/1/lines.drl",
                        PackText.rule("no-unit", "WARNING", "SpendingLine( unitCode == null )")
                                + PackText.rule("no-link", "WARNING", "SpendingLine( links.empty )"))
                .with("xx/1/messages.properties", PackText.texts("no-unit", "no-link"))
                .with("xx/1/messages_es.properties", PackText.texts("no-unit", "no-link"));
    }

    private static List<RulePackException.Fault> faults(PackText files, String version) {
        return catchThrowableOfType(RulePackException.class, () -> new Library(files).load("xx", version))
                .faults();
    }
}
