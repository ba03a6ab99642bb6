package org.hrbudget.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people come to the desk for, from the first page to the last. */
class PathsTest extends InBrowser {

    private static final int MOST_STOPS = 80;

    /** A line in the order of the template's columns, whose action is not written as in the programme. */
    private static final List<String> LINE =
            List.of("2011", UNIT, "", "", "1.2.4", "", "10", "03", "01", "1131", "", "1", "1", "100.00", "1.1.2");

    @ParameterizedTest
    @CsvSource({"es, 1100, Acuse", "en, 390, Receipt"})
    void anOfficersMorningGoesFromTheTemplateToTheReceipt(String language, int width, String receipt)
            throws IOException {
        Page page = visit(OFFICER, language, width);
        page.navigate("/units/" + UNIT);
        Download template = page.waitForDownload(() -> page.click("a[href$='/template']"));
        assertThat(template.suggestedFilename()).isEqualTo("anteproyecto-" + UNIT + ".xlsx");

        upload(page, UNIT, "anteproyecto.xlsx", filledIn(template));
        assertThat(page.title()).startsWith("Error:");
        assertThat(focused(page).getAttribute("class")).contains("summary");
        assertThat(page.textContent("#r2 + tr")).contains("1.1.2", "01.01.02");

        // What must have been meant stands in the field already.
        page.click("#r2 + tr form button");
        page.waitForSelector("#r2:has-text('01.01.02')");
        assertThat(page.locator(".summary").allTextContents()).isEmpty();

        page.click("a[href$='/hand-in']");
        page.fill("#signer", "María López");
        page.fill("#post", "Directora de presupuesto");
        page.click("main form:has(#signer) button");
        page.waitForURL("**/hand-ins/*");
        assertThat(page.textContent("h1")).contains(receipt, UNIT);
        assertThat(page.textContent("main")).contains("María López", "100.00");
        Download bundle = page.waitForDownload(() -> page.click("a[href$='/bundle']"));
        assertThat(bundle.suggestedFilename()).startsWith("acuse-" + UNIT).endsWith(".zip");
    }

    /** {@return the template with a line in it} */
    private static byte[] filledIn(Download template) throws IOException {
        List<String> headings;
        try (ReadableWorkbook book = new ReadableWorkbook(Files.newInputStream(template.path()))) {
            headings = book.getFirstSheet().read().get(0).stream()
                    .map(cell -> cell.getText())
                    .toList();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Presupuesto");
            for (int i = 0; i < headings.size(); i++) {
                sheet.value(0, i, headings.get(i));
            }
            for (int i = 0; i < LINE.size(); i++) {
                sheet.value(1, i, LINE.get(i));
            }
        }
        return out.toByteArray();
    }

    /** With Tab, Enter and letters alone; where she is, is seen at every stop. */
    @Test
    void theKeyboardAloneComesToTheReceipt() throws IOException {
        accounts.change(OFFICER, Office.PASSWORD);
        Page page = visit(null, "es", WIDE);
        // Else the browser might be asked for the file before it knows that the test answers.
        page.onFileChooser(chooser -> {});
        page.keyboard().press("Tab");
        Locator skip = focused(page);
        assertThat(skip.getAttribute("href")).isEqualTo("#main");
        assertThat(skip.boundingBox().x).isNotNegative();
        page.keyboard().press("Enter");
        // What is skipped is not come through again.
        page.keyboard().press("Tab");
        assertThat(focused(page).getAttribute("id")).isEqualTo("username");
        page.keyboard().type(OFFICER);
        tabTo(page, "#password");
        page.keyboard().type(Office.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL("**/units/" + UNIT);

        tabTo(page, "#upload");
        var chooser = page.waitForFileChooser(() -> page.keyboard().press("Enter"));
        chooser.setFiles(new FilePayload(Office.WINDOWS, "text/csv", Office.file(Office.WINDOWS, UNIT)));
        tabTo(page, "form:has(#upload) button");
        page.keyboard().press("Enter");
        page.waitForURL("**/lines");

        assertThat(focused(page).getAttribute("class")).contains("summary");
        tabTo(page, ".summary a");
        page.keyboard().press("Enter");
        assertThat(page.url()).endsWith("#r6");
        tabTo(page, "#r6 + tr form button");
        page.keyboard().press("Enter");
        page.waitForSelector("#r6:has-text('01.01.02')");
        assertThat(page.locator(".summary").allTextContents()).isEmpty();

        tabTo(page, "a[href$='/hand-in']");
        page.keyboard().press("Enter");
        page.waitForURL("**/hand-in");
        tabTo(page, "#signer");
        page.keyboard().type("María López");
        tabTo(page, "#post");
        page.keyboard().type("Directora de presupuesto");
        page.keyboard().press("Enter");
        page.waitForURL("**/hand-ins/*");
        assertThat(page.textContent("h1")).contains("Acuse");
    }

    /** With the keyboard alone: what one person uploads and sends, another approves. */
    @Test
    void aReformGoesFromItsFileToItsApprovalByTwoPersons() throws IOException {
        Page page = visit(LAWYER, "es", WIDE);
        page.onFileChooser(chooser -> {});
        page.waitForURL("**/law");
        tabTo(page, "#file");
        var chooser = page.waitForFileChooser(() -> page.keyboard().press("Enter"));
        chooser.setFiles(new FilePayload("reforma.zip", "application/zip", ReformFiles.zip(ReformFiles.of2012())));
        tabTo(page, "form:has(#file) button");
        page.keyboard().press("Enter");
        page.waitForURL("**/law/reforms/*");
        assertThat(page.textContent("h1")).contains("Borrador sin faltas");
        tabTo(page, "form[action$='/sent'] button");
        page.keyboard().press("Enter");
        page.waitForSelector("h1:has-text('Espera aprobación')");

        Page other = visit("juridico2", "es", NARROW);
        tabTo(other, "a[href='" + page.url().replaceFirst("https?://[^/]*", "") + "']");
        other.keyboard().press("Enter");
        other.waitForURL(page.url());
        tabTo(other, "#signer");
        other.keyboard().type("Licenciada Pérez");
        tabTo(other, "button[name=approved][value=true]");
        other.keyboard().press("Enter");
        other.waitForSelector("h1:has-text('Aprobada')");
        other.navigate("/law/packs/2012.1");
        assertThat(other.textContent("h1")).startsWith("2012.1");
    }

    /** Goes on by Tab until the first element that a selector finds is reached; each on the way shows that it is. */
    private static void tabTo(Page page, String selector) {
        for (int stops = 0; stops < MOST_STOPS; stops++) {
            page.keyboard().press("Tab");
            assertThat(page.evaluate("() => { const e = document.activeElement; return e === document.body"
                            + " || getComputedStyle(e).outlineStyle !== 'none' ? '' : e.outerHTML; }"))
                    .as("what has the focus and does not show it")
                    .isEqualTo("");
            if ((Boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector)) {
                return;
            }
        }
        throw new AssertionError("Tab never comes to " + selector + " on " + page.url());
    }

    private static Locator focused(Page page) {
        return page.locator(":focus");
    }

    @Test
    void theMinistrySeesWhoHandedInAndTheWhole() throws IOException {
        Page officer = visit(OFFICER, "es", WIDE);
        upload(officer, UNIT, Office.WINDOWS, Office.file(Office.WINDOWS, UNIT));
        handIn(officer);
        Page page = visit(MINISTRY, "es", WIDE);
        assertThat(page.url()).endsWith("/board");
        Locator row = page.locator("tr", new Page.LocatorOptions().setHasText(UNIT));
        assertThat(row.textContent()).contains("Entregado con errores");
        assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("02CD01"))
                        .textContent())
                .contains("Sin iniciar");
        page.fill("#text", UNIT);
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.contains("text=" + UNIT));
        assertThat(page.locator("tbody tr").count()).isEqualTo(1);
        page.click("a[href*='/board/report']");
        assertThat(page.textContent("body")).contains("02CD01");
    }

    @Test
    void aCitizensCommentIsShownWhenTheMinistryReadIt() {
        Page citizen = visit(null, "es", NARROW);
        citizen.navigate("/open");
        citizen.click("main a[href*='/open/2011']");
        citizen.locator("main a[href*='/rights/']").first().click();
        assertThat(citizen.textContent("h1")).startsWith("01 ");
        comment(citizen, "¿Por qué no hay <b>recursos</b> para esto?");
        citizen.navigate("/open/2011");
        assertThat(citizen.textContent("main")).doesNotContain("para esto?");
        show(visit(MINISTRY, "es", WIDE), "para esto?");
        citizen.reload();
        assertThat(citizen.textContent("main")).contains("¿Por qué no hay <b>recursos</b> para esto?");
    }
}
