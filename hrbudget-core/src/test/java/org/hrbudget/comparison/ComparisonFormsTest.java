package org.hrbudget.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.hrbudget.comparison.ComparisonDocument.Form;
import org.hrbudget.io.BudgetSource;
import org.hrbudget.io.YearlySeries;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.validation.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The forms of a comparison: the numbers of the document, in any language, whatever texts a budget holds. */
class ComparisonFormsTest {

    private static final String HOSTILE = "=cmd|'/c calc'!A1 <script>alert(1)</script> \u202Eevil\u001b[2J";

    private static ComparisonDocument full(Locale locale) {
        return BudgetComparison.of(Pairs.rights2010(), Pairs.rights2011())
                .programme(Pairs.programme())
                .deflator(Pairs.PRICES)
                .deflator(Pairs.index("PIB", "99"))
                .population(YearlySeries.of(
                        "CONAPO",
                        null,
                        Map.of(FiscalYear.of(2010), new BigDecimal("7"), FiscalYear.of(2011), new BigDecimal("9"))))
                .compare(locale);
    }

    private static String written(ComparisonDocument document, Form form) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.write(form, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static org.w3c.dom.Document page(ComparisonDocument document) throws Exception {
        String html = written(document, Form.HTML).replaceFirst("<!doctype html>\n", "");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(html)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void thePageHasEveryNumberOfEveryGroupAndIsWellFormed(String language) throws Exception {
        ComparisonDocument document = full(Locale.forLanguageTag(language));
        NodeList cells = page(document).getElementsByTagName("td");
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < cells.getLength(); i++) {
            shown.add(cells.item(i).getTextContent());
        }
        for (ComparisonDocument.Table table : document.tables()) {
            for (ComparisonDocument.Group group : table.groups()) {
                assertThat(shown)
                        .contains(
                                Finding.Detail.grouped(
                                        new BigDecimal(group.nominal().before())),
                                Finding.Detail.grouped(
                                        new BigDecimal(group.nominal().after())),
                                ComparisonWords.signed(group.nominal().change()),
                                ComparisonWords.signed(group.explained().prices()),
                                ComparisonWords.signed(group.explained().moved()),
                                ComparisonWords.signed(group.explained().coverage()),
                                ComparisonWords.signed(group.explained().growth()));
            }
        }
    }

    @Test
    void thePageAsksForNothingAndItsPicturesAreBesideTheirNumbers() throws Exception {
        String html = written(full(Pairs.SPANISH), Form.HTML);
        assertThat(html).doesNotContain("<script", "http", "url(", "@import").contains("<html lang=\"es\">");
        org.w3c.dom.Document page = page(full(Pairs.SPANISH));
        NodeList pictures = page.getElementsByTagName("svg");
        assertThat(pictures.getLength()).isGreaterThan(20);
        for (int i = 0; i < pictures.getLength(); i++) {
            assertThat(((Element) pictures.item(i)).getAttribute("aria-hidden")).isEqualTo("true");
        }
        assertThat(page.getElementsByTagName("caption").getLength())
                .isEqualTo(page.getElementsByTagName("table").getLength());
    }

    @Test
    void thePolicyLetsThePagesOwnStyleThroughAndNothingElse() throws Exception {
        String html = written(full(Pairs.SPANISH), Form.HTML);
        assertThat(html).containsOnlyOnce("<style>").doesNotContain(" style=");
        String style = html.substring(html.indexOf("<style>") + "<style>".length(), html.indexOf("</style>"));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
        assertThat(Form.contentPolicy())
                .startsWith("default-src 'none'")
                .endsWith("style-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
    }

    /** Widths are those of numbers: 150 points from the least, 0 here, to the greatest. */
    @Test
    void barsAreDrawnFromZeroOnOneScale() {
        BarScale scale = new BarScale(List.of(new BigDecimal("-50"), new BigDecimal("100")));

        assertThat(scale.pair(new BigDecimal("100"), new BigDecimal("-50")))
                .contains("class=\"before\" x=\"50.0\" y=\"0\" width=\"100.0\"")
                .contains("class=\"after\" x=\"0.0\" y=\"12\" width=\"50.0\"")
                .contains("x1=\"50.0\"");
        assertThat(scale.step(new BigDecimal("70"), new BigDecimal("20")))
                .contains("class=\"down\" x=\"70.0\" y=\"2\" width=\"50.0\"");
        assertThat(new BarScale(List.of()).pair(BigDecimal.ZERO, BigDecimal.ZERO))
                .contains("width=\"0.0\"");
    }

    @Test
    void textsOfABudgetAreHarmlessInEveryForm() throws IOException {
        SpendingLine line = Pairs.line("U1", "1.1.1", "1131", "1.00").toBuilder()
                .unit(new BudgetUnit(HOSTILE, HOSTILE, null))
                .build();
        BudgetSource budget = Pairs.budget(2010, line);
        ComparisonDocument document = BudgetComparison.of(budget, budget).compare(Locale.ENGLISH);

        for (Form form : List.of(Form.TEXT, Form.WHOLE_TEXT, Form.HTML, Form.CSV)) {
            assertThat(written(document, form)).as("%s", form).doesNotContain("\u202E", "\u001b");
        }
        assertThat(written(document, Form.HTML)).doesNotContain("<script>").contains("&lt;script&gt;");
        assertThat(written(document, Form.CSV))
                .contains(",\"'=cmd|'/c calc'!A1")
                .doesNotContain(",=cmd", "\"=cmd");
    }

    @Test
    void theTextIsShortHoweverManyGroupsThereAre() throws IOException {
        SpendingLine[] before = new SpendingLine[300];
        SpendingLine[] after = new SpendingLine[300];
        for (int i = 0; i < before.length; i++) {
            before[i] =
                    Pairs.line("Unit " + i + " of many words " + "word ".repeat(9), "1", i % 9 + 1 + "131", i + ".00");
            after[i] = Pairs.line("Unit " + i, "1", i % 9 + 1 + "131", 2 * i + ".00");
        }
        ComparisonDocument document = BudgetComparison.of(Pairs.budget(2010, before), Pairs.budget(2011, after))
                .deflator(Pairs.PRICES)
                .compare(Pairs.SPANISH);

        String text = written(document, Form.TEXT);
        assertThat(text.lines().count()).isLessThanOrEqualTo(60);
        assertThat(text).contains("grupos están en las otras formas");
        assertThat(written(document, Form.WHOLE_TEXT)).contains("Unit 17 ", "Unit 299");
        assertThat(written(document, Form.HTML)).contains("otros 400 grupos están en las otras formas");
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void theSameDocumentGivesTheSameBytes(Form form) throws IOException {
        assertThat(written(full(Locale.ENGLISH), form))
                .isEqualTo(written(full(Locale.ENGLISH), form))
                .isNotEmpty();
    }

    @Test
    void theTableHasARowForEachGroupAndTotal() throws IOException {
        ComparisonDocument document = full(Locale.ENGLISH);
        List<String> rows = written(document, Form.CSV).lines().toList();
        long groups = document.tables().stream()
                .mapToLong(table -> table.groups().size() + 1)
                .sum();

        assertThat(rows).hasSize((int) groups + 1);
        assertThat(rows).anyMatch(row -> row.startsWith("RIGHT,GROUP,02,Health,AFTER_ONLY,0,2,0.00,150.00,150.00,,"));
        assertThat(rows).allMatch(row -> row.chars().filter(c -> c == ',').count() == 25);
    }

    @Test
    void bothLanguagesHaveTheSamePlaceholdersAndEveryTextIsUsed() throws IOException {
        Properties english = properties("words.properties");
        Properties spanish = properties("words_es.properties");
        assertThat(spanish.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        String code = code();
        for (String key : english.stringPropertyNames()) {
            assertThat(placeholders(spanish.getProperty(key)))
                    .as(key)
                    .isEqualTo(placeholders(english.getProperty(key)));
            String asked = key.replaceAll("\\.one$", "");
            String family = asked.substring(0, asked.lastIndexOf('.') + 1);
            boolean bySide = asked.endsWith("-before") || asked.endsWith("-after");
            assertThat(code)
                    .as("no code asks for %s", key)
                    .matches(text -> text.contains("\"" + asked + "\"")
                            || (asked.matches(".*\\.[A-Z_]+") && text.contains("\"" + family + "\""))
                            || (bySide && text.contains("\"" + asked.replaceAll("(before|after)$", "") + "\"")));
        }
    }

    private static Properties properties(String name) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = BudgetComparison.class.getResourceAsStream(name)) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties;
    }

    private static Set<String> placeholders(String text) {
        return Pattern.compile("\\{[a-z]+}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String code() throws IOException {
        StringBuilder code = new StringBuilder();
        try (Stream<Path> files = Files.list(Path.of("src/main/java/org/hrbudget/comparison"))) {
            for (Path file : files.sorted().toList()) {
                code.append(Files.readString(file));
            }
        }
        return code.toString();
    }
}
