package org.hrbudget.rules.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.hrbudget.rules.RulePacks;
import org.hrbudget.rules.testing.jqwik.ValidBudget;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.Verdict;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The examples that the documentation shows, as they run. */
class TestingExamplesTest {

    private static final Path SOURCES = Path.of("src");
    private static final Pattern EXAMPLE = Pattern.compile("// example\n(.*?)\n *// end of example", Pattern.DOTALL);

    @Test
    void oneRule() {
        // example
        RuleVerifier manual = RuleVerifier.of(RulePacks.load("mx-cmx", "2011.1"));
        manual.verify("linked-amounts-above-line")
                .given("approved=100.00", "action_1=01.01.01", "action_1_amount=100.00")
                .findsNothing();
        manual.verify("linked-amounts-above-line")
                .given("approved=100.00", "action_1=01.01.01", "action_1_amount=100.01")
                .finds(1);
        // end of example
    }

    // example
    @TestFactory
    Stream<DynamicTest> scenarios() {
        return Scenarios.in(Path.of("src/test/scenarios")).stream()
                .map(scenario -> DynamicTest.dynamicTest(
                        scenario.name(), () -> scenario.run().orThrow()));
    }
    // end of example

    @Test
    void plantedDefects() {
        // example
        RulePack pack = RulePacks.load("mx-cmx", "2011.1");
        PlantedBudget budget = PlantedBudgets.of(pack).budget(42, 10_000);
        PlantedBudget.Detection detection = budget.detectedBy(pack);
        if (!detection.isPerfect()) {
            throw new AssertionError(detection);
        }
        // end of example
    }

    @Tag("thorough")
    // example
    @Property(tries = 20)
    boolean aValidBudgetIsAccepted(@ForAll @ValidBudget("mx-cmx/2011.1") PlantedBudget budget) {
        RulePack pack = RulePacks.load("mx-cmx", "2011.1");
        return budget.validator(pack).build().validate(budget).verdict() == Verdict.COMPLIANT;
    }
    // end of example

    @Test
    void thePagesOfThePackagesShowTheseExamples() throws IOException {
        String room = plain(SOURCES.resolve("main/java/org/hrbudget/rules/testing/package-info.java"));
        String jqwik = plain(SOURCES.resolve("main/java/org/hrbudget/rules/testing/jqwik/package-info.java"));

        assertThat(examples()).hasSize(4);
        assertThat(room).contains(examples().subList(0, 3));
        assertThat(jqwik).contains(examples().get(3));
    }

    @Test
    void theReadmeShowsTheseExamples() throws IOException {
        String readme = plain(Path.of("README.md"));

        assertThat(readme).contains(examples());
    }

    private static List<String> examples() throws IOException {
        String source =
                Files.readString(SOURCES.resolve("test/java/org/hrbudget/rules/testing/TestingExamplesTest.java"));
        List<String> examples = new ArrayList<>();
        Matcher matcher = EXAMPLE.matcher(source);
        while (matcher.find()) {
            examples.add(plain(matcher.group(1)));
        }
        return examples;
    }

    private static String plain(Path file) throws IOException {
        return plain(Files.readString(file));
    }

    /** A text without what comments and indentation put before its lines. */
    private static String plain(String text) {
        return text.lines()
                .map(line -> line.strip().replaceFirst("^[*] ?", "").strip())
                .collect(Collectors.joining("\n"));
    }
}
