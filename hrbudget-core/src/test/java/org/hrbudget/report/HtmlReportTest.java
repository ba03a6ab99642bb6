package org.hrbudget.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.Severity;
import org.hrbudget.validation.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The page of a report. It is written so that it is well formed as XML, too, and read so here. */
class HtmlReportTest {

    private static final String HOSTILE =
            "</b><script>alert(1)</script><img src=x onerror=alert(1)>&amp;\"'\u202e\u0000\ud800]]><!--";

    private static String text(ReportDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportDocument.Form.HTML.write(document, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Document page(ReportDocument document) throws IOException {
        String text = text(document);
        assertThat(text).startsWith("<!doctype html>\n");
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(text.substring(text.indexOf('\n')))));
        } catch (SAXException | ParserConfigurationException e) {
            throw new AssertionError(text, e);
        }
    }

    private static List<Element> all(Document page, String tag) {
        NodeList found = page.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static ReportDocument sample(Locale locale) {
        return ReportDocument.of(Samples.report(), locale, Map.of("at", "noon"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"es", "en"})
    void thePageHasTheNumbersOfTheDocument(String language) throws IOException {
        ReportDocument document = sample(Locale.forLanguageTag(language));
        Document page = page(document);

        assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo(language);
        List<String> rows =
                all(page, "tr").stream().map(Element::getTextContent).toList();
        for (ReportDocument.RuleAccount rule : document.ledger()) {
            String stake = rule.stake() == null ? "\u2014" : Finding.Detail.grouped(new BigDecimal(rule.stake()));
            assertThat(rows)
                    .anyMatch(row -> row.contains(rule.ruleId())
                            && row.contains(ReportWords.whole(rule.examined())
                                    + ReportWords.whole(rule.violated())
                                    + ReportWords.whole(rule.undetermined())
                                    + stake)
                            && row.contains(rule.citation()));
        }
        for (ReportDocument.RightSum right : document.rights()) {
            assertThat(rows)
                    .anyMatch(row -> row.startsWith(right.code() + " " + right.name())
                            && row.contains(Finding.Detail.grouped(new BigDecimal(right.amount()))));
        }
        for (ReportDocument.UnitSum unit : document.units()) {
            assertThat(rows)
                    .anyMatch(row -> row.startsWith(unit.code())
                            && row.contains(Finding.Detail.grouped(new BigDecimal(unit.amount()))));
        }
        for (ReportDocument.Input input : document.input()) {
            assertThat(rows).anyMatch(row -> row.startsWith(input.name()) && row.contains(input.sha256()));
        }
        assertThat(document.rights()).isNotEmpty();
        assertThat(document.units()).isNotEmpty();
        String whole = page.getDocumentElement().getTextContent();
        document.findings()
                .forEach(finding ->
                        assertThat(whole).contains(finding.message(), finding.remedy(), finding.fingerprint()));
        document.problems().forEach(fault -> assertThat(whole).contains(fault.message()));
        document.rejectedRows().forEach(row -> assertThat(whole).contains(row.reason()));
    }

    @Test
    void everyLinkHasItsPlaceAndNothingComesFromElsewhere() throws IOException {
        Document page = page(sample(Samples.SPANISH));
        List<String> ids = all(page, "*").stream()
                .map(element -> element.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .toList();

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(all(page, "a"))
                .isNotEmpty()
                .allSatisfy(link ->
                        assertThat(ids).contains(link.getAttribute("href").substring(1)));
        assertThat(text(sample(Samples.SPANISH)))
                .doesNotContain("http", "url(", "src=", "@import", "onclick", "eval(", "innerHTML")
                .containsOnlyOnce("<script");
    }

    @Test
    void whatABudgetHoldsStaysText() throws IOException {
        ReportDocument plain = sample(Locale.ENGLISH);
        ReportDocument hostile = with(plain, Collections.nCopies(3, defect(HOSTILE)));
        ReportDocument harmless = with(plain, Collections.nCopies(3, defect("x")));

        assertThat(all(page(hostile), "*")).hasSameSizeAs(all(page(harmless), "*"));
        assertThat(text(hostile))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<img", "\u202e", "\u0000")
                .containsOnlyOnce("<script");
    }

    @Test
    void unitsComeGravestFirstWithTheirVerdictAndTheirCounts() throws IOException {
        ReportDocument sample = sample(Samples.SPANISH);
        ReportDocument many = withUnits(
                sample,
                List.of(
                        unit("U1", Verdict.COMPLIANT, 0, 0, 0),
                        unit("11CD01", Verdict.NOT_COMPLIANT, 12, 0, 0),
                        unit("U3", Verdict.UNDETERMINED, 0, 5, 1),
                        unit("U4", Verdict.UNDETERMINED, 0, 5, 1204),
                        unit("U5", Verdict.NOT_COMPLIANT, 13, 0, 2)));

        assertThat(rows(page(many), "units-table"))
                .containsExactly(
                        "U5 NombreentidadNo cumple130002107.50no se sabe",
                        "11CD01 NombreentidadNo cumple120000107.50no se sabe",
                        "U4 NombreentidadIndeterminado05001,204107.50no se sabe",
                        "U3 NombreentidadIndeterminado05001107.50no se sabe",
                        "U1 NombreentidadCumple00000107.50no se sabe");
        Document page = page(many);
        Element link = all(page, "a").stream()
                .filter(a -> a.getTextContent().equals("11CD01 Nombre"))
                .findFirst()
                .orElseThrow();
        assertThat(all(page, "div").stream()
                        .filter(div -> ("#" + div.getAttribute("id")).equals(link.getAttribute("href")))
                        .map(Element::getTextContent))
                .singleElement()
                .asString()
                .contains(sample.findings().get(0).fingerprint());
    }

    /** Of a bar of 200 for the largest amount, 40, a right of 30 has 150, and the 20 of it that are open 100. */
    @Test
    void theUnjudgedPartOfARightIsDrawnApartAndSaidAsANumber() throws IOException {
        ReportDocument page = withRights(
                sample(Samples.SPANISH),
                new ReportDocument.WithoutRight("10.00", "1.00", "2.00", "7.00"),
                right("01", "40.00", "0.00"),
                right("02", "30.00", "20.00"),
                right("03", "0.00", "-5.00"));
        String text = text(page);

        assertThat(text)
                .contains("<svg width=\"200\" height=\"14\" viewBox=\"0 0 2000 140\" aria-hidden=\"true\">"
                        + "<rect class=\"judged\" x=\"0\" width=\"2000\" height=\"140\"/></svg>")
                .contains("<rect class=\"judged\" x=\"0\" width=\"500\" height=\"140\"/>"
                        + "<rect class=\"open\" x=\"500\" width=\"1000\" height=\"140\"/><path ")
                .contains("de ello sin juzgar", "al menos un deber sobre el renglón no pudo juzgarse");
        assertThat(all(page(page), "tr").stream().map(Element::getTextContent))
                .contains("02 N30.0020.007.5 %321")
                .anyMatch(row -> row.startsWith("03 N0.00-5.00"));
        assertThat(text)
                .contains("10.00 MXN", "1.00 MXN en renglones que no nombran líneas de acción y dicen por qué")
                .contains("2.00 MXN en renglones que no nombran", "7.00 MXN en renglones que nombran");
    }

    @ParameterizedTest
    @CsvSource({"es, no se sabe", "en, unknown"})
    void whatIsUnknownOfARightIsNeverZero(String language, String unknown) throws IOException {
        ReportDocument document = withRights(
                sample(Locale.forLanguageTag(language)),
                null,
                new ReportDocument.RightSum("01", "N", false, 3, null, null, null, null));

        assertThat(all(page(document), "tr").stream().map(Element::getTextContent))
                .contains("01 N" + unknown.repeat(3) + 3 + unknown.repeat(2));
        assertThat(text(document)).contains("id=\"rights\"").doesNotContain("<svg");
        assertThat(text(withRights(document, null))).contains("id=\"rights\"").containsIgnoringCase(unknown);
    }

    private static List<String> rows(Document page, String table) {
        Element found = all(page, "table").stream()
                .filter(element -> element.getAttribute("id").equals(table))
                .findFirst()
                .orElseThrow();
        NodeList rows = found.getElementsByTagName("tr");
        List<String> texts = new ArrayList<>();
        for (int i = 1; i < rows.getLength(); i++) {
            texts.add(rows.item(i).getTextContent());
        }
        return texts;
    }

    private static ReportDocument.UnitSum unit(String code, Verdict verdict, long errors, long warnings, long open) {
        return new ReportDocument.UnitSum(
                code,
                "Nombre",
                "entidad",
                verdict,
                Map.of(Severity.ERROR, errors, Severity.WARNING, warnings),
                open,
                1,
                0L,
                "7.50",
                null,
                null);
    }

    private static ReportDocument.RightSum right(String code, String amount, String unjudged) {
        return new ReportDocument.RightSum(code, "N", false, 3, 2, 1, amount, unjudged);
    }

    @Test
    void aPageOfManyFindingsSaysWhatItLeavesOut() throws IOException {
        String text = text(with(sample(Samples.SPANISH), Collections.nCopies(1_250, defect("x"))));

        assertThat(Pattern.compile("class=\"find\"").matcher(text).results().count())
                .isEqualTo(100);
        assertThat(text).contains("Otros 1,150 hallazgos no caben en esta página");
    }

    @Test
    void whatIsNewAndWhatIsGoneIsSaid() throws IOException {
        ReportDocument sample = sample(Samples.SPANISH);
        ReportDocument before = with(sample, List.of(sample.findings().get(0), defect("el anterior")));

        String text = text(sample.since(before));

        assertThat(text)
                .contains("Desde el informe anterior", "2 nuevos · 1 ya estaba · 1 ya no se halla", "el anterior");
        assertThat(Pattern.compile(">nuevo<").matcher(text).results().count()).isEqualTo(2);
        assertThat(text(sample)).doesNotContain("Desde el informe anterior", ">nuevo<");
    }

    @Test
    void whatIsComingIsSaid() throws IOException {
        ReportDocument sample = sample(Samples.SPANISH);
        ReportDocument.Coming coming = new ReportDocument.Coming(
                "mx-cmx 2013.1",
                "Manual 2013",
                "mx-cmx 2011.2",
                2013,
                null,
                3,
                true,
                List.of(new ReportDocument.ComingDefect(null, defect("por venir"))));

        String text = text(Samples.with(sample, sample.findings(), List.of(coming)));

        assertThat(text)
                .contains("mx-cmx 2013.1, Manual 2013.", "por venir", "desde el ejercicio fiscal 2013", "y 2 más")
                .contains("id=\"coming\"");
        assertThat(text(Samples.with(sample, sample.findings(), List.of()))).contains("id=\"coming\"");
        assertThat(text(sample)).doesNotContain("id=\"coming\"");
    }

    @Test
    void theSameDocumentIsTheSamePage() throws IOException {
        assertThat(text(sample(Samples.SPANISH))).isEqualTo(text(sample(Samples.SPANISH)));
    }

    private static ReportDocument.Defect defect(String text) {
        return new ReportDocument.Defect(
                "0123456789abcdef",
                "mx-cmx 2011.1",
                "line-names-no-action",
                Severity.ERROR,
                text,
                text,
                text,
                text,
                text,
                new ReportDocument.Location(text, 3, text, text, text),
                new ReportDocument.Line(text, 3, text, Map.of("object_code", text), Map.of(text, text), "1.00"),
                "1.00",
                Map.of(text, text),
                null);
    }

    private static ReportDocument withUnits(ReportDocument sample, List<ReportDocument.UnitSum> units) {
        return Samples.with(sample, sample.budget(), sample.rights(), units);
    }

    private static ReportDocument withRights(
            ReportDocument sample,
            ReportDocument.@Nullable WithoutRight withoutRight,
            ReportDocument.RightSum... rights) {
        ReportDocument.Budget of = sample.budget();
        ReportDocument.Budget budget = new ReportDocument.Budget(
                of.jurisdiction(),
                of.fiscalYear(),
                of.phase(),
                of.basis(),
                of.currency(),
                of.lines(),
                Map.of(of.basis(), "400.00"),
                withoutRight);
        return Samples.with(sample, budget, List.of(rights), sample.units());
    }

    private static ReportDocument with(ReportDocument sample, List<ReportDocument.Defect> findings) {
        return Samples.with(sample, findings, null);
    }

    /** Whatever a budget holds, the page has one style and one script, and the policy names the digests of what stands in them. */
    @ParameterizedTest
    @ValueSource(strings = {"style", "script"})
    void thePolicyNamesTheDigestsOfStyleAndScript(String element) throws IOException, GeneralSecurityException {
        String page = text(sample(Locale.ENGLISH));
        String begin = "<" + element + ">";
        assertThat(page).containsOnlyOnce(begin);
        String content = page.substring(page.indexOf(begin) + begin.length(), page.indexOf("</" + element + ">"));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
        assertThat(ReportDocument.Form.contentPolicy())
                .startsWith("default-src 'none'")
                .contains(element + "-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "'")
                .doesNotContain("unsafe");
    }
}
