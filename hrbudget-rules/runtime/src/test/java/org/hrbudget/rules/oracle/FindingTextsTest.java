package org.hrbudget.rules.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.rules.RulePacks;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.RulePack;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What findings of random budgets say: each placeholder with the value of its own, in both languages. */
@Tag("long")
class FindingTextsTest {

    private static final Locale SPANISH = Locale.forLanguageTag("es");

    /** Between them, the last packs of each line and the last before a programme was replaced have every rule. */
    private static final List<String> PACKS =
            List.of("mx-fed/2011.2", "mx-fed/2012.1", "mx-cmx/2015.2", "mx-cmx/2016.2");

    private static final int BUDGETS = 700;
    private static final Path GOLDEN = Path.of("src/test/resources/org/hrbudget/rules/oracle");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)\\}");

    /** What a name stands for in a rule about a line. */
    private static final Map<String, Function<SpendingLine, Object>> OF_A_LINE = Map.ofEntries(
            Map.entry("proposed", line -> line.amount(AmountKind.PROPOSED)),
            Map.entry("approved", line -> line.amount(AmountKind.APPROVED)),
            Map.entry("adjustments", line -> line.amount(AmountKind.ADJUSTMENTS)),
            Map.entry("modified", line -> line.amount(AmountKind.MODIFIED)),
            Map.entry("committed", line -> line.amount(AmountKind.COMMITTED)),
            Map.entry("accrued", line -> line.amount(AmountKind.ACCRUED)),
            Map.entry("exercised", line -> line.amount(AmountKind.EXERCISED)),
            Map.entry("paid", line -> line.amount(AmountKind.PAID)),
            Map.entry("fiscalYear", SpendingLine::fiscalYear),
            Map.entry("unitCode", line -> line.unit().code()),
            Map.entry("unitKind", line -> line.unit().kind()),
            Map.entry("functionalCode", SpendingLine::functionalCode),
            Map.entry("programmeCode", SpendingLine::programmeCode),
            Map.entry("objectCode", SpendingLine::objectCode),
            Map.entry("fundingSource", SpendingLine::fundingSource),
            Map.entry("spendingType", SpendingLine::spendingType),
            Map.entry("noActionReason", SpendingLine::noActionReason));

    @ParameterizedTest
    @ValueSource(strings = {"mx-fed/2011.2", "mx-fed/2012.1", "mx-cmx/2015.2", "mx-cmx/2016.2"})
    void everyPlaceholderIsFilledWithTheValueOfItsNameInBothLanguages(String pack) {
        Set<String> compared = new HashSet<>();
        findings(pack, 150).forEach((finding, situation) -> {
            assertThat(finding.message(Locale.ENGLISH))
                    .isEqualTo(filled(finding.rule().message().en(), finding, Locale.ENGLISH));
            assertThat(finding.message(SPANISH))
                    .isEqualTo(filled(finding.rule().message().es(), finding, SPANISH));
            assertThat(finding.remedy(SPANISH))
                    .isEqualTo(filled(finding.rule().remedy().es(), finding, SPANISH));
            if (finding.rule().subject().equals("SpendingLine")) {
                SpendingLine line = situation.lines().stream()
                        .filter(other -> other.position().equals(finding.position()))
                        .findFirst()
                        .orElseThrow();
                finding.details().forEach((name, detail) -> {
                    Function<SpendingLine, Object> field = OF_A_LINE.get(name);
                    if (field != null) {
                        assertThat(detail.text())
                                .as("%s of %s", name, finding.ruleId())
                                .isEqualTo(Objects.toString(field.apply(line)));
                        compared.add(name);
                    }
                });
            }
        });
        assertThat(compared).contains("approved", "exercised", "paid");
    }

    /** {@return a template filled by hand} */
    private static String filled(String template, Finding finding, Locale locale) {
        StringBuilder text = new StringBuilder();
        Matcher matcher = PLACEHOLDER.matcher(template);
        while (matcher.find()) {
            matcher.appendReplacement(text, Matcher.quoteReplacement(value(matcher.group(1), finding, locale)));
        }
        return matcher.appendTail(text).toString();
    }

    private static String value(String name, Finding finding, Locale locale) {
        return switch (name) {
            case "unit" -> Objects.requireNonNullElse(finding.unitCode(), "—");
            case "file" -> finding.position() == null ? "—" : finding.position().file();
            case "row" ->
                finding.position() == null
                        ? "—"
                        : Long.toString(finding.position().row());
            default -> Objects.requireNonNull(finding.details().get(name), name).shown(locale);
        };
    }

    @Test
    void aFindingOfEachRuleReadsAsItWasRead() throws IOException {
        StringBuilder english = new StringBuilder();
        StringBuilder spanish = new StringBuilder();
        for (String pack : PACKS) {
            Map<String, Finding> first = new TreeMap<>();
            findings(pack, BUDGETS)
                    .keySet()
                    .forEach(finding -> first.merge(finding.ruleId(), finding, (a, b) -> better(a, b)));
            assertThat(first.keySet())
                    .as("rules of %s with a finding", pack)
                    .containsExactlyInAnyOrderElementsOf(
                            load(pack).rules().stream().map(Rule::id).toList());
            first.values().forEach(finding -> {
                english.append(said(finding, Locale.ENGLISH));
                spanish.append(said(finding, SPANISH));
            });
        }
        compare("finding-texts_en.txt", english.toString());
        compare("finding-texts_es.txt", spanish.toString());
    }

    /** {@return the one whose values differ from each other: two alike could change places unseen} */
    private static Finding better(Finding one, Finding other) {
        return distinct(other) > distinct(one) ? other : one;
    }

    private static long distinct(Finding finding) {
        Stream<String> details = finding.details().values().stream().map(Finding.Detail::text);
        return Stream.concat(details, Stream.of(Objects.toString(finding.unitCode())))
                .filter(text -> !text.isEmpty())
                .distinct()
                .count();
    }

    private static String said(Finding finding, Locale locale) {
        return "%s %s\n  %s\n  %s\n  %s\n"
                .formatted(
                        finding.pack(),
                        finding.ruleId(),
                        finding.title(locale),
                        finding.message(locale),
                        finding.remedy(locale));
    }

    private static void compare(String name, String text) throws IOException {
        Path golden = GOLDEN.resolve(name);
        if (Boolean.getBoolean("hrbudget.write")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, text);
        }
        assertThat(text)
                .as(
                        "%s has what a finding of each rule says. Read it, and if it says what is meant, run mvn -pl"
                                + " hrbudget-rules/runtime -am test -Dtest=FindingTextsTest -Dhrbudget.write=true",
                        name)
                .isEqualTo(Files.readString(golden));
    }

    private static RulePack load(String pack) {
        return RulePacks.load(pack.substring(0, 6), pack.substring(7));
    }

    /** {@return the findings of made-up budgets, in their order, each with its budget} */
    private static Map<Finding, Situation> findings(String id, int budgets) {
        RulePack pack = load(id);
        Map<Finding, Situation> findings = new LinkedHashMap<>();
        for (long seed = 0; seed < budgets; seed++) {
            Situation situation = RandomBudgets.small(seed, id.substring(0, 6));
            OracleTest.validator(pack, situation)
                    .validate(situation.budget())
                    .findings()
                    .forEach(finding -> findings.putIfAbsent(finding, situation));
        }
        return findings;
    }
}
