package org.hrbudget.rules.internal.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Stream;
import org.hrbudget.rules.Canary;
import org.hrbudget.rules.RulePackException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything the engine's full language could do with a rule file, and that a pack must not. */
class ForbiddenTest {

    private static final String CANARY = "org.hrbudget.rules.Canary.reach()";

    /** A rule whose parts can be replaced; the marks » and « stand around the text that must be reported. */
    private static String rule(String before, String name, String meta, String when, String then) {
        return before + "rule " + name + "\n    @severity(\"WARNING\")\n    @legalBasis(\"law\")\n" + meta
                + "when\n    " + when + "\nthen\n" + then + "end\n";
    }

    private static Arguments top(String what, String text) {
        return Arguments.of(what, rule(text + "\n", "\"no-unit\"", "", "SpendingLine( unitCode == null )", ""));
    }

    private static Arguments attribute(String what, String text) {
        return Arguments.of(
                what, rule("", "\"no-unit\"", "    " + text + "\n", "SpendingLine( unitCode == null )", ""));
    }

    private static Arguments when(String what, String text) {
        return Arguments.of(what, rule("", "\"no-unit\"", "", text, ""));
    }

    private static Arguments then(String what, String text) {
        return Arguments.of(
                what, rule("", "\"no-unit\"", "", "SpendingLine( unitCode == null )", "    " + text + "\n"));
    }

    static Stream<Arguments> forbidden() {
        return Stream.of(
                top("package", "»package« hostile;"),
                top("import", "»import« java.util.List;"),
                top("import of a function", "»import« static org.hrbudget.rules.Canary.reach;"),
                top("global", "»global« java.util.List found;"),
                top("function", "»function« boolean reach() { return " + CANARY + "; }"),
                top("query", "»query« \"reach\"\n    SpendingLine( )\nend"),
                top("declared type", "»declare« Hostile\n    reached : boolean = " + CANARY + "\nend"),
                top("entry point", "»declare« entry-point \"hostile\" end"),
                top("window", "»declare« window Hostile SpendingLine() over window:length(1) end"),
                top("dialect of the package", "»dialect« \"java\""),
                top("unit", "»unit« Hostile;"),
                top("code without anything", "»org«.hrbudget.rules.Canary.reach();"),
                attribute("salience", "»salience« 10"),
                attribute("computed salience", "»salience« ( " + CANARY + " ? 1 : 0 )"),
                attribute("dialect", "»dialect« \"java\""),
                attribute("no-loop", "»no«-loop true"),
                attribute("date-effective", "»date«-effective \"01-Jan-2011\""),
                attribute("date-expires", "»date«-expires \"01-Jan-2011\""),
                attribute("enabled", "»enabled« ( " + CANARY + " )"),
                attribute("timer", "»timer« ( int: 1s )"),
                attribute("calendars", "»calendars« \"weekday\""),
                attribute("activation group", "»activation«-group \"hostile\""),
                attribute("agenda group", "»agenda«-group \"hostile\""),
                attribute("ruleflow group", "»ruleflow«-group \"hostile\""),
                attribute("other metadata", "@»reach«( " + CANARY + " )"),
                attribute("metadata with a full name", "@»org«.hrbudget.rules.Canary( 1 )"),
                Arguments.of(
                        "metadata computed at build time",
                        rule("", "\"no-unit\"", "", "SpendingLine( unitCode == null )", "")
                                .replace("@severity(\"WARNING\")", "@severity( »org«.hrbudget.rules.Canary.reach() )")),
                Arguments.of(
                        "metadata joined to a call",
                        rule("", "\"no-unit\"", "", "SpendingLine( unitCode == null )", "")
                                .replace("@severity(\"WARNING\")", "@severity( \"WARNING\" »+« " + CANARY + " )")),
                Arguments.of(
                        "inheritance",
                        rule("", "\"no-unit\" »extends« \"other\"", "", "SpendingLine( unitCode == null )", "")),
                Arguments.of("name without quotes", rule("", "»reach«", "", "SpendingLine( unitCode == null )", "")),
                Arguments.of(
                        "name that is code", rule("", "»\"x\\u0022\"«", "", "SpendingLine( unitCode == null )", "")),
                when("eval", "»eval«( " + CANARY + " )"),
                when("from", "SpendingLine( unitCode == null ) »from« " + CANARY),
                when("from a collection", "$l : SpendingLine( unitCode == null )\n    »from« $l.links"),
                when("entry point of a pattern", "SpendingLine( unitCode == null ) »from« entry-point \"hostile\""),
                when("window of a pattern", "SpendingLine( unitCode == null ) »over« window:length( 5 )"),
                when("accumulate", "»accumulate«( SpendingLine( $a : approved ); $s : sum( $a ) )"),
                when("accumulate with code", "Number() »from« accumulate( SpendingLine(), init( " + CANARY + "; ) )"),
                when("collect", "ArrayList( size > 0 ) »from« collect( SpendingLine() )"),
                when("forall", "»forall«( SpendingLine( unitCode == null ) )"),
                when("not", "not »SpendingLine«( unitCode == null )"),
                when("exists", "exists »SpendingLine«( unitCode == null )"),
                when("or of patterns", "SpendingLine( unitCode == null ) »or« SpendingLine( objectCode == null )"),
                when("and of patterns", "SpendingLine( unitCode == null ) »and« SpendingLine( objectCode == null )"),
                when("group", "»(« SpendingLine( unitCode == null ) )"),
                when("query call", "»?«reach( )"),
                when("class with its package", "»java«.lang.Object( )"),
                when("any object", "»Object«( )"),
                when("class of the model", "»LineFact«( unitCode == null )"),
                when("object path", "»/«lines[ unitCode == null ]"),
                when("method", "SpendingLine( unitCode»(«) == null )"),
                when("method of a text", "SpendingLine( unitCode.»toString«() == \"1\" )"),
                when(
                        "class of a text",
                        "SpendingLine( unitCode.»getClass«().forName( \"java.lang.Runtime\" ) != null )"),
                when("class as a property", "SpendingLine( »class« != null )"),
                when("nested property", "SpendingLine( links.»first« == null )"),
                when("the model behind a fact", "SpendingLine( »line« != null )"),
                when("static method", "SpendingLine( org.»hrbudget«.rules.Canary.reach() )"),
                when("new", "SpendingLine( »new« java.io.File( \"x\" ) != null )"),
                when("inline eval", "SpendingLine( »eval«( " + CANARY + " ) )"),
                when("assignment", "SpendingLine( unitCode »=« null )"),
                when("unification", "SpendingLine( $u :»=« unitCode )"),
                when("list access", "SpendingLine( links»[«0] != null )"),
                when("null-safe path", "SpendingLine( unitCode»!«.length > 0 )"),
                when("conditional", "SpendingLine( unitCode == null »?« true : false )"),
                when("statement", "SpendingLine( unitCode == null »;« )"),
                when("positional", "SpendingLine( \"11CD01\"»;« unitCode : unitCode )"),
                when("inline list", "SpendingLine( unitCode == »[« \"a\" ] )"),
                when("block", "SpendingLine( »{« " + CANARY + " } )"),
                when("single quotes", "SpendingLine( unitCode == »'«a' )"),
                when("contains", "SpendingLine( links »contains« \"x\" )"),
                when("soundslike", "SpendingLine( unitCode »soundslike« \"x\" )"),
                when("str", "SpendingLine( unitCode »str«[startsWith] \"1\" )"),
                when("temporal operator", "SpendingLine( »this« after $x )"),
                when("multiplication", "SpendingLine( approved != null, »approved * approved« > 0 )"),
                when("division by zero", "SpendingLine( approved != null, approved »/« 0 > 0 )"),
                when("number", "SpendingLine( linkedShare > »0.75« )"),
                when("negative number", "SpendingLine( linkedShare > »-«1 )"),
                when("hexadecimal number", "SpendingLine( linkedShare > »0x1« )"),
                when("endless pattern", "SpendingLine( unitCode matches »\"(a+)+\"« )"),
                when("star pattern", "SpendingLine( unitCode matches »\".*\"« )"),
                when("quote within a text", "SpendingLine( unitCode == \"a»\\\"« + reach() + \"\" )"),
                when("backslash", "SpendingLine( unitCode == »\"a\\u0022b\"« )"),
                when("cast", "SpendingLine( unitCode»#«Canary.reach() )"),
                when("listener of changes", "SpendingLine( unitCode == null ) »@«watch( * )"),
                then("call", "»System«.setProperty( \"canary\", \"dead\" );"),
                then("code in braces", "»{« " + CANARY + "; }"),
                then("insertion", "»insert«( new Object() );"),
                then("global of the engine", "»drools«.halt();"),
                then("named consequence", "»then«[other] " + CANARY + ";"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forbidden")
    void isRefusedWithItsPlaceBeforeAnythingIsCompiled(String what, String marked) {
        int start = marked.indexOf('»');
        String reported = marked.substring(start + 1, marked.indexOf('«'));
        String text = marked.replace("»", "").replace("«", "");
        PackText files = PackText.oneRule().with("xx/1/lines.drl", text);

        RulePackException refusal =
                catchThrowableOfType(RulePackException.class, () -> new Library(files).load("xx", "1"));

        RulePackException.Fault fault = refusal.faults().get(0);
        int line = (int) text.substring(0, start).chars().filter(c -> c == '\n').count() + 1;
        int column = start - text.lastIndexOf('\n', start - 1);
        assertThat(fault.file()).isEqualTo("xx/1/lines.drl");
        assertThat(fault.line()).as("line of %s", fault).isEqualTo(line);
        assertThat(fault.column()).as("column of %s", fault).isEqualTo(column);
        assertThat(fault.text().replace("\"", "")).isEqualTo(reported.replace("\"", ""));
        assertThat(fault.advice().en()).isNotBlank();
        assertThat(Canary.reached()).isZero();
        assertThat(System.getProperty("canary")).isNull();
    }
}
