package org.hrbudget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages for the public, of two reports whose names are hostile. */
class PublishCommandTest {

    private static final String PROGRAMME = """
            code,sequence,right,right_es,right_en,group,strategy,title,term,executors,cross_cutting
            01.01.01,1,01,Agua,Water,no,01.01,Reparar la red,short,,no
            01.01.02,2,01,Agua,Water,no,01.01,Medir,short,,no
            01.01.03,3,01,Agua,Water,no,01.01,Publicar,short,,no
            02.01.01,4,02,Niñez,Children,yes,02.01,Abrir centros,short,,no
            """;

    private static final String BUDGET = """
            unit_code,unit_name,object_code,functional_code,spending_type,approved,action_1,action_2,no_action_reason
            11CD01,Agua y más,1131,1.2.4,1,1000.00,01.01.01,,
            11CD01,Agua y más,1131,1.2.4,1,500.00,01.01.02,02.01.01,
            11cd01,<script>alert(1)</script>,1131,1.2.4,1,20.00,01.01.09,,
            ../x,=cmd()|;=2+2,1131,1.2.4,1,30.00,,,
            """;

    private static final Pattern HREF = Pattern.compile("(?:href|src)=\"([^\"]*)\"");
    private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");

    @TempDir
    private static Path room;

    private static Path first;
    private static Path second;
    private static Path spanish;

    @BeforeAll
    static void publish() throws IOException {
        Files.writeString(room.resolve("programme.csv"), PROGRAMME, StandardCharsets.UTF_8);
        Files.writeString(room.resolve("budget.csv"), BUDGET, StandardCharsets.UTF_8);
        first = room.resolve("2011.json");
        CommandRun run = CommandRun.of(
                "validate",
                room.resolve("budget.csv").toString(),
                "--rules",
                "mx-cmx",
                "--fiscal-year",
                "2011",
                "--as-of",
                "2010-11-15",
                "--programme",
                room.resolve("programme.csv").toString(),
                "--phase",
                "approved",
                "--lang",
                "es",
                "--format",
                "json=" + first);
        assertThat(first).as(run.err()).exists();
        second = room.resolve("2012.json");
        String later = Files.readString(first, StandardCharsets.UTF_8)
                .replace("\"fiscalYear\": 2011", "\"fiscalYear\": 2012")
                .replace("\"11CD01\"", "\"12CD01\"");
        Files.writeString(second, later, StandardCharsets.UTF_8);
        spanish = made("es");
    }

    private static Path made(String language) {
        Path out = room.resolve("site-" + language);
        CommandRun run = CommandRun.of(
                "publish", second.toString(), first.toString(), "--out", out.toString(), "--lang", language);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains(out.resolve("index.html").toString());
        return out;
    }

    private static Map<String, String> files(Path site) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(site)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(
                        site.relativize(file).toString().replace('\\', '/'),
                        Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static List<String> found(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static String text(String name) throws IOException {
        return Files.readString(spanish.resolve(name), StandardCharsets.UTF_8);
    }

    private static String table(String name) throws IOException {
        String text = text(name);
        assertThat(text).startsWith("\uFEFF");
        return text.substring(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void everyLinkResolvesAndEveryFileIsReached(String language) throws IOException {
        Path site = language.equals("es") ? spanish : made(language);
        Map<String, String> files = files(site);
        Set<String> reached = new LinkedHashSet<>();
        Deque<String> waiting = new ArrayDeque<>(List.of("index.html"));
        int links = 0;
        while (!waiting.isEmpty()) {
            String page = waiting.remove();
            if (!reached.add(page) || !page.endsWith(".html")) {
                continue;
            }
            for (String href : found(HREF, files.getOrDefault(page, ""))) {
                links++;
                int hash = href.indexOf('#');
                String path = hash < 0 ? href : href.substring(0, hash);
                String target = path.isEmpty()
                        ? page
                        : site.relativize(
                                        site.resolve(page).resolveSibling(path).normalize())
                                .toString()
                                .replace('\\', '/');
                assertThat(files).as("%s links to %s", page, href).containsKey(target);
                if (hash >= 0) {
                    assertThat(found(ID, files.getOrDefault(target, "")))
                            .as("%s links to %s", page, href)
                            .contains(href.substring(hash + 1));
                }
                waiting.add(target);
            }
        }
        assertThat(reached).containsExactlyInAnyOrderElementsOf(files.keySet());
        assertThat(links).isGreaterThan(100);
    }

    @Test
    void everyPageIsWellFormedHasItsLanguageAndAsksForNothingFromElsewhere() throws Exception {
        Map<String, String> files = files(spanish);
        files.keySet().removeIf(name -> !name.endsWith(".html"));
        assertThat(files).hasSizeGreaterThan(8);
        for (Map.Entry<String, String> page : files.entrySet()) {
            String html = page.getValue();
            assertThat(html).as(page.getKey()).startsWith("<!doctype html>\n<html lang=\"es\">");
            assertThat(html.toLowerCase(java.util.Locale.ROOT))
                    .as(page.getKey())
                    .doesNotContain("<script", "http:", "https:", "onclick", "javascript:", "\u202e");
            org.w3c.dom.Document document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new org.xml.sax.InputSource(
                            new java.io.StringReader(html.substring(html.indexOf("<html")))));
            assertThat(document.getElementsByTagName("h1").getLength())
                    .as(page.getKey())
                    .isEqualTo(1);
            assertThat(document.getElementsByTagName("caption").getLength())
                    .as(page.getKey())
                    .isEqualTo(document.getElementsByTagName("table").getLength());
            assertThat(found(ID, html)).as(page.getKey()).doesNotHaveDuplicates();
        }
    }

    @Test
    void hostileNamesAreTextAndNoPartOfAFileName() throws IOException {
        assertThat(text("index.html"))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "=cmd()|;=2+2", "../x")
                .doesNotContain("<script");
        List<String> units = files(spanish).keySet().stream()
                .filter(name -> name.startsWith("units/"))
                .toList();
        assertThat(units).hasSize(4).allMatch(name -> name.matches("units/unit-[0-9a-z-]+[.]html"));
        assertThat(units).contains("units/unit-11cd01.html").anyMatch(name -> name.startsWith("units/unit-11cd01-"));
        assertThat(table("data/units.csv")).contains("\"'=cmd()|;'=2+2\"").contains("\n2011,APPROVED,\"../x\",");
    }

    @Test
    void theFiguresAreThoseOfTheReports() throws IOException {
        String right = text("rights/right-01.html");
        // 3 actions, 01.01.01 and 01.01.02 linked and with money: 1000 and 500 of the 1550 in all, which
        // also count for the group whole, since the line says nothing smaller.
        assertThat(right)
                .contains("<tr><th scope=\"row\">2011 (aprobado)</th><td class=\"n\">3</td><td class=\"n\">2</td>"
                        + "<td class=\"n\">2</td><td class=\"n\">1</td><td class=\"n\">1,500.00</td>")
                .contains("<td class=\"n\">96.77 %</td>");
        assertThat(text("groups/group-02.html")).contains("<td class=\"n\">500.00</td>", "32.26 %");
        assertThat(table("data/rights.csv"))
                .contains("\n2011,APPROVED,01,Agua,no,3,2,2,1,MXN,1500.00,1500.00\n")
                .contains("\n2012,APPROVED,02,\"Niñez\",yes,1,1,1,0,MXN,500.00,500.00\n");
        assertThat(text("units/unit-11cd01.html"))
                .contains("<td class=\"n\">2</td><td class=\"n\">2</td><td class=\"n\">1,500.00</td>"
                        + "<td class=\"n\">1,500.00</td><td class=\"n\">100 %</td>");
        assertThat(table("data/years.csv")).contains("2011,APPROVED,\"mx-cmx\",WHOLE,");
        assertThat(text("index.html")).contains("<td class=\"n\">1,550.00</td>");
    }

    @Test
    void findingsStandWithTheirUnitAndRightAndOnePageHasAllRules() throws IOException {
        assertThat(text("rights/right-01.html")).contains("01.01.09", "Los informes guardan cuántas líneas de acción");
        String nameless = files(spanish).keySet().stream()
                .filter(name -> name.startsWith("units/unit--x-"))
                .findFirst()
                .orElseThrow();
        assertThat(text(nameless))
                .contains("<span class=\"tag ERROR\">ERROR</span>", "fila 5", "No se cumple un deber.");
        assertThat(text("findings.html")).contains("id=\"y2011-approved\"", "id=\"y2012-approved\"");
        assertThat(text("open.html")).contains("--policy-frameworks");
    }

    @Test
    void whatAYearDoesNotHoldIsSaidAndIsNoZero() throws IOException {
        String unit = text("units/unit-11cd01.html");
        assertThat(unit)
                .contains("2012 (aprobado)</th><td colspan=\"7\">nada en el informe de este año</td>")
                .contains("Nada en el informe de este año. <a href=\"../open.html#y2012-approved\">");
    }

    @Test
    void aBudgetWithoutLinksPaysAnUnknownAmountAndNotNothing() throws IOException {
        Path budget = room.resolve("unlinked.csv");
        Files.writeString(budget, "unit_code,object_code,approved\n11CD01,1131,1000.00\n", StandardCharsets.UTF_8);
        Path report = room.resolve("unlinked.json");
        CommandRun.of(
                "validate",
                budget.toString(),
                "--rules",
                "mx-cmx",
                "--fiscal-year",
                "2011",
                "--as-of",
                "2010-11-15",
                "--programme",
                room.resolve("programme.csv").toString(),
                "--phase",
                "approved",
                "--format",
                "json=" + report);
        Path out = room.resolve("unlinked-site");
        assertThat(CommandRun.of("publish", report.toString(), "--out", out.toString())
                        .exitCode())
                .isZero();
        String index = Files.readString(out.resolve("index.html"), StandardCharsets.UTF_8);
        assertThat(index)
                .contains("is not known, and is not zero.")
                .contains("<td class=\"n\">3</td><td colspan=\"7\">not known")
                .contains("<td class=\"n\">1</td><td class=\"n\">unknown</td><td class=\"n\">1,000.00</td>"
                        + "<td class=\"n\">unknown</td><td class=\"n\">—</td>");
        assertThat(Files.readString(out.resolve("data/rights.csv"), StandardCharsets.UTF_8))
                .contains("\n2011,APPROVED,01,Water,no,3,,,,MXN,,\n");
        assertThat(text("index.html")).doesNotContain("no es cero");
    }

    @Test
    void everyColumnOfEveryTableIsInTheDictionary() throws IOException {
        String dictionary = table("data/dictionary.csv");
        Map<String, String> files = files(spanish);
        int columns = 0;
        for (Map.Entry<String, String> file : files.entrySet()) {
            if (file.getKey().endsWith(".csv") && !file.getKey().endsWith("dictionary.csv")) {
                String name = file.getKey().replaceAll("findings-.*[.]csv", "findings-*.csv");
                for (String column : file.getValue()
                        .substring(1)
                        .lines()
                        .findFirst()
                        .orElseThrow()
                        .split(",", -1)) {
                    assertThat(dictionary).contains("\n\"" + name + "\"," + column + ",\"");
                    columns++;
                }
            }
        }
        assertThat(columns).isGreaterThan(60);
        assertThat(text("data/report-2011-approved.json")).isEqualTo(Files.readString(first, StandardCharsets.UTF_8));
    }

    @Test
    void wordsOfAReportInAnotherLanguageAreMarkedAsThat() throws IOException {
        Path english = room.resolve("english");
        CommandRun run = CommandRun.of("publish", first.toString(), "--out", english.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Files.readString(english.resolve("findings.html"), StandardCharsets.UTF_8))
                .contains("<html lang=\"en\">", "<th scope=\"row\" lang=\"es\">");
        assertThat(text("findings.html")).doesNotContain("<th scope=\"row\" lang=");
    }

    @Test
    void theSameReportsGiveTheSameBytes() throws IOException {
        Path again = room.resolve("again");
        CommandRun.of("publish", first.toString(), second.toString(), "--out", again.toString(), "--lang", "es");
        assertThat(files(again)).isEqualTo(files(spanish));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"jurisdiction\": \"mx-cmx\"', '\"jurisdiction\": \"mx-fed\"', two governments",
        "'\"currency\": \"MXN\"', '\"currency\": \"EUR\"', two currencies",
        "'\"language\"', '\"language\"', one year and stage"
    })
    void reportsThatDoNotGoTogetherAreRefusedAndNothingIsLeftBehind(String from, String to, String why)
            throws IOException {
        Path other = room.resolve("other.json");
        String text = Files.readString(first, StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        Files.writeString(other, text.replace(from, to), StandardCharsets.UTF_8);
        Path out = room.resolve("refused");
        CommandRun run = CommandRun.of("publish", first.toString(), other.toString(), "--out", out.toString());
        assertThat(run.err()).contains(why, "other.json", "2011.json");
        assertThat(run.exitCode()).isEqualTo(3);
        try (Stream<Path> left = Files.list(room)) {
            assertThat(left).noneMatch(path -> path.getFileName().toString().startsWith("refused"));
        }
    }

    @Test
    void whatIsNoReportOrNoNewFolderIsRefused() throws IOException {
        assertThat(CommandRun.of(
                                "publish",
                                room.resolve("budget.csv").toString(),
                                "--out",
                                room.resolve("n").toString())
                        .err())
                .contains("budget.csv is no report");
        assertThat(CommandRun.of(
                                "publish",
                                room.resolve("gone.json").toString(),
                                "--out",
                                room.resolve("n").toString())
                        .exitCode())
                .isEqualTo(3);
        CommandRun full = CommandRun.of("publish", first.toString(), "--out", spanish.toString());
        assertThat(full.err()).contains("is not empty");
        assertThat(full.exitCode()).isEqualTo(2);
    }
}
