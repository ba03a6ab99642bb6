package org.hrbudget.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrbudget.report.ReportTexts.text;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hrbudget.report.TextReport.Options;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a report of few lines leaves out, and what it says of that; and what a report without tables looks like. */
class ShortReportTest {

    private static final Pattern AMOUNT = Pattern.compile("(?<![\\d.])-?\\d{1,3}(?:,\\d{3})*\\.\\d\\d(?![\\d.]\\d| %)");

    @ParameterizedTest
    @CsvSource({
        "en, 1,  1,  word",
        "es, 70, 80, palabra",
        "es, 70, 1,  «una palabra»",
        "en, 2,  80, a rather long sentence that does not end before the line does and so goes on and on in the next one"
    })
    void itHasSixtyLinesAtMostWhateverThereIs(String language, int rules, int units, String word) throws IOException {
        for (String text : List.of(word, (word + " ").repeat(200), "x".repeat(5000))) {
            ReportDocument document = ReportTexts.large(Locale.forLanguageTag(language), rules, units, text);
            for (Options way : List.of(Options.brief(), Options.brief().inLists())) {
                assertThat(text(document, way).lines())
                        .hasSizeLessThanOrEqualTo(60)
                        .allMatch(line -> line.codePointCount(0, line.length()) <= 100);
            }
        }
    }

    @Test
    void whatIsLeftOutIsCounted() throws IOException {
        // 40 rules x (2 x 30 + 3) findings = 2,520; 41 problems, 41 files with 2 rejected rows each; 41 rights; 40
        // duties
        ReportDocument document = ReportTexts.large(Locale.ENGLISH, 40, 30, "word");
        List<String> lines = text(document, Options.brief()).lines().toList();
        assertThat(left(lines, "What to correct first", "  \\d+\\. ")).isEqualTo(40);
        assertThat(left(lines, "What could not be judged", "  - ")).isEqualTo(40);
        assertThat(left(lines, "What the budget pays", "  \\d\\d ")).isEqualTo(41);
        assertThat(left(lines, "Findings by unit", "    - ")).isEqualTo(2520);
        assertThat(left(lines, "What kept it", "  - ")).isEqualTo(41);
        assertThat(left(lines, "82 rows could not be read", "  - ")).isEqualTo(82);
        assertThat(lines).contains("  Not checked in full: 41 problems · 82 rows could not be read; see below.");
    }

    /** {@return how many things a part shows, and says it leaves out} */
    private static long left(List<String> lines, String heading, String item) {
        int first = -1;
        for (int i = 0; i < lines.size(); i++) {
            first = lines.get(i).startsWith(heading) ? i : first;
        }
        assertThat(first).as(heading).isNotNegative();
        long count = 0;
        for (String line : lines.subList(first + 1, lines.size())) {
            if (!line.startsWith(" ")) {
                break;
            }
            count += Pattern.compile(item).matcher(line).lookingAt() ? 1 : 0;
            if (line.startsWith("  … and ")) {
                count += Long.parseLong(line.substring(8).split(" |\\.", 2)[0].replace(",", ""));
            }
        }
        return count;
    }

    @Test
    void everythingIsThereWhereItIsAskedFor() throws IOException {
        ReportDocument document = ReportTexts.large(Locale.ENGLISH, 7, 9, "word");
        for (Options way : List.of(Options.full(), Options.full().inLists())) {
            String text = text(document, way);
            assertThat(text.lines().filter(line -> line.strip().matches("- (ERROR|WARNING|REVIEW|REMARK), .*")))
                    .hasSize(document.findings().size());
            assertThat(text).contains("… and 21 more findings.").doesNotContain("--full");
            document.findings().forEach(finding -> assertThat(text).contains(finding.ruleId()));
            document.units()
                    .forEach(unit -> assertThat(text).contains(unit.code(), DocumentWords.grouped(unit.amount())));
            document.ledger().forEach(rule -> assertThat(text).contains(DocumentWords.grouped(rule.stake())));
            document.rights().forEach(right -> assertThat(text).contains(DocumentWords.grouped(right.amount())));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void everyAmountIsOneOfTheDocument(String language) throws IOException {
        ReportDocument document = ReportDocument.of(Samples.report(), Locale.forLanguageTag(language), Map.of());
        for (Options way : ReportTexts.WAYS) {
            assertThat(amounts(text(document, way)))
                    .isNotEmpty()
                    .isSubsetOf(
                            "1234567.50",
                            "3164244.60",
                            "1333334.00",
                            "1000000.50",
                            "333333.50",
                            "-263687.05",
                            "2.00",
                            "0.00");
        }
    }

    private static Set<String> amounts(String text) {
        return AMOUNT.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(amount -> new BigDecimal(amount.replace(",", "")).toPlainString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void aReportWithoutTablesSaysTheSameWithoutColumns(String language) throws IOException {
        ReportDocument document = ReportDocument.of(Samples.report(), Locale.forLanguageTag(language), Map.of());
        String plain = text(document, Options.full().inLists());
        String tables = text(document, Options.full());
        assertThat(plain).doesNotContain("  ").doesNotContain("\t", "--");
        assertThat(tables).contains("  ", "--");
        assertThat(numbers(plain)).isEqualTo(numbers(tables)).contains("1", "203", "75");
        assertThat(text(document, Options.brief().inLists())).doesNotContain("  ");
    }

    private static Set<String> numbers(String text) {
        return Pattern.compile("\\D+").splitAsStream(text).collect(Collectors.toCollection(TreeSet::new));
    }
}
