package org.hrbudget.rules.internal.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hrbudget.model.Bilingual;
import org.hrbudget.rules.Canary;
import org.hrbudget.rules.RulePackException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kie.api.KieBase;

/**
 * Rule files that hide what they do, or ask for more time or memory than anybody has. Each is refused before the engine is
 * touched: where it is not even on the class path, the same faults are told.
 */
@Tag("long")
class HostileRuleFilesTest {

    private static final String CALL = "org.hrbudget.rules.Canary.reach()";

    private static Arguments file(String what, String text, String problem) {
        return Arguments.of(what, text, problem);
    }

    private static Arguments when(String what, String condition, String problem) {
        return file(what, PackText.rule("no-unit", "WARNING", condition), problem);
    }

    private static Arguments form(String form) {
        return when("form " + form, "SpendingLine( unitCode matches \"" + form + "\" )", "is not the form of a code");
    }

    private static String sound() {
        return PackText.rule("no-unit", "WARNING", "SpendingLine( unitCode == null )");
    }

    static Stream<Arguments> hidden() {
        return Stream.of(
                file("escape in a name", sound().replace("no-unit", "no-\\u0075nit"), "cannot be the name of a rule"),
                file("escape in a severity", sound().replace("WARNING", "\\u0057ARNING"), "is not a severity"),
                file("escape in a legal basis", sound().replace("\"law\"", "\"\\u006Caw\""), "no legal basis"),
                file(
                        "escape that closes a name",
                        sound().replace("no-unit", "x\\u0022 salience \\u0022"),
                        "cannot be the name"),
                when(
                        "escape in a text",
                        "SpendingLine( unitCode == \"\\u0022 + " + CALL + " + \\u0022\" )",
                        "backslash"),
                when("escape of a word", "\\u0065val( " + CALL + " )", "is not allowed here"),
                when("escape of a property", "SpendingLine( \\u0075nitCode == null )", "is not allowed here"),
                when("octal escape", "SpendingLine( unitCode == \"\\42\" )", "backslash"),
                file("comment that ends early", "/* a */ " + CALL + "; */\n" + sound(), "The comment ended before"),
                file("comment within a comment", "/* /* */ " + CALL + "; */\n" + sound(), "within a comment"),
                file("comment that swallows a rule", "/* a\n" + sound() + sound() + "/* b */\n", "within a comment"),
                file("comment that turns the text", "/* \u202E */\n" + sound(), "U+202E"),
                when("comment between signs", "SpendingLine( unitCode =/**/= null )", "not a sign of comparison"),
                when("wide letters", "\uFF45\uFF56\uFF41\uFF4C( " + CALL + " )", "accents or signs"),
                when("letters of another alphabet", "\u0435val( " + CALL + " )", "Cyrillic"),
                when("byte of nothing", "SpendingLine( unitCode == null \u0000 )", "U+0000"),
                form("(a+)+b"),
                form("(a|a)*"),
                form("(a|aa){20}"),
                form(".*.*.*="),
                form("[a-z]{1,99999}"),
                form("[a-z]{99}{99}"),
                form("a?a?a?a?a?a?a?aaaaaaa"),
                form("(?=x)a"),
                form("(a)\\1"),
                form("[a-z&&[^b]]"),
                form("a".repeat(200)));
    }

    static Stream<Arguments> endless() {
        return Stream.of(
                when("digits", "SpendingLine( linkedShare > " + "9".repeat(1_500) + " )", "is written into a rule"),
                when("exponent", "SpendingLine( linkedShare > 1e999999999 )", "is written into a rule"),
                when("parentheses", "SpendingLine( " + lines("(", 100_000) + " )", "Too many parentheses"),
                when("parentheses of patterns", lines("(", 100_000), "is not allowed here"),
                when("negations", "SpendingLine( " + lines("!", 100_000) + "known )", "Too many parentheses"),
                when("sums", "SpendingLine( " + lines("linkedAmount +", 20_000) + "linkedAmount > 0 )", "too long"),
                when("alternatives", "SpendingLine( " + lines("links.empty ||", 20_000) + "links.empty )", "too long"),
                when("constraints", "SpendingLine( " + lines("links.empty,", 20_000) + "links.empty )", "too long"),
                when("texts", "SpendingLine( unitCode in (" + lines("\"a\",", 50_000) + "\"a\") )", "too long"),
                when(
                        "parameters",
                        lines("Parameter( code == \"a\", $a : value )", 10_000) + "SpendingLine( links.empty )",
                        "too long"),
                file("one word", "a".repeat(10_000_000), "characters"),
                file("one quote", "\"".repeat(10_000_000), "characters"),
                file("empty lines", "\n".repeat(10_000_000), "longer than"),
                file("one line", sound().replace("null )", "null" + " ".repeat(100_000) + ")"), "characters"),
                file("open quotes", lines("\"", 40_000), "never closed"),
                file("pasted quotes", lines("\u201C", 40_000), "word processors"),
                file("hard blanks", lines("a\u00A0", 40_000), "U+00A0"),
                file("words", lines("a", 200_000), "is not allowed here"),
                file("rules of nothing", lines("rule \"a\"", 40_000), "no @severity"),
                file(
                        "rules",
                        IntStream.range(0, 3_000)
                                .mapToObj(i ->
                                        PackText.rule("a" + "-b".repeat(i % 30), "INFO", "SpendingLine( links.empty )"))
                                .collect(Collectors.joining()),
                        "more than 1000 rules"));
    }

    private static String lines(String text, int count) {
        return (text + "\n").repeat(count);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"hidden", "endless"})
    void isRefusedInWords(String what, String text, String problem) {
        List<String> faults = new FaultsOfRuleFile().apply(text);

        assertThat(faults).isNotEmpty().hasSizeLessThanOrEqualTo(1_000);
        assertThat(faults).anySatisfy(fault -> assertThat(fault).contains(problem));
        assertThat(faults).allSatisfy(fault -> assertThat(fault).hasSizeLessThan(10_000));
        assertThat(Canary.reached()).isZero();
    }

    @Test
    void anEscapeInACommentIsPartOfTheComment() {
        assertThat(new FaultsOfRuleFile().apply("/* \\u002A\\u002F " + CALL + "; */\n" + sound()))
                .isEmpty();
        assertThat(Canary.reached()).isZero();
    }

    @Test
    void whatIsForbiddenIsRefusedWhereThereIsNoEngine() throws Exception {
        try (URLClassLoader loader = withoutEngine()) {
            Function<String, List<String>> faults = faultsIn(loader);
            Stream<String> forbidden = ForbiddenTest.forbidden()
                    .map(arguments ->
                            arguments.get()[1].toString().replace("»", "").replace("«", ""));
            Stream<String> hostile = Stream.concat(hidden(), endless()).map(arguments -> arguments.get()[1].toString());

            assertThat(Stream.concat(forbidden, hostile))
                    .hasSizeGreaterThan(130)
                    .allSatisfy(text -> assertThat(faults.apply(text)).isNotEmpty());
        }
    }

    @Test
    void whereThereIsNoEngineASoundRuleIsNoSilenceButARefusal() throws Exception {
        try (URLClassLoader loader = withoutEngine()) {
            assertThatThrownBy(() -> loader.loadClass(KieBase.class.getName()))
                    .isInstanceOf(ClassNotFoundException.class);
            assertThatThrownBy(() -> faultsIn(loader).apply(sound()))
                    .hasMessageStartingWith("The rule engine cannot be put to work: ")
                    .hasMessageContaining("org/kie/api")
                    .hasMessageContaining("java.compiler");
        }
    }

    /** {@return a loader of the library and its tests alone} */
    private static URLClassLoader withoutEngine() {
        URL[] own = Stream.of(Bilingual.class, RulePackException.Fault.class, FaultsOfRuleFile.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .toArray(URL[]::new);
        return new URLClassLoader(own, ClassLoader.getPlatformClassLoader());
    }

    @SuppressWarnings("unchecked")
    private static Function<String, List<String>> faultsIn(ClassLoader loader) throws ReflectiveOperationException {
        return (Function<String, List<String>>) loader.loadClass(FaultsOfRuleFile.class.getName())
                .getDeclaredConstructor()
                .newInstance();
    }
}
