package org.hrbudget.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Cells changed in the table with the keyboard alone. */
class GridTest extends InBrowser {

    private static final String SAID = "#said";

    @Test
    void aRowIsEditedSavedAndUndoneByTheKeyboard() throws Exception {
        Page page = visit(OFFICER, "es", WIDE);
        upload(page, UNIT, Office.WINDOWS, Office.file(Office.WINDOWS, UNIT));
        page.focus("#e6");
        page.keyboard().press("Enter");
        // The cell in which something was found comes first; Tab leads to the next.
        assertThat(page.getByLabel("Línea de acción PDHDF")).isFocused();
        page.keyboard().press("Control+A");
        page.keyboard().type("01.01.02");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().type("a, b");
        page.keyboard().press("Enter");
        assertThat(page.locator(SAID)).hasText("Guardado: 2 celdas. Por corregir: 0.");
        assertThat(page.locator("#e6")).isFocused();
        assertThat(page.locator("#r6")).containsText("01.01.02");
        assertThat(page.locator("#r6")).containsText("a, b");
        page.focus("text=Deshacer el último cambio");
        page.keyboard().press("Enter");
        assertThat(page.locator(SAID)).hasText("El último cambio se deshizo.");
        assertThat(page.locator("h1")).isFocused();
        assertThat(page.locator("#r6")).containsText("1.1.2");
    }

    @Test
    void theSecondOfTwoSeesBothTextsAndTakesHers() throws Exception {
        Page page = visit(OFFICER, "es", WIDE);
        upload(page, UNIT, Office.WINDOWS, Office.file(Office.WINDOWS, UNIT));
        page.focus("#e6");
        page.keyboard().press("Enter");
        Page other = visit(OFFICER, "es", NARROW);
        other.navigate("/units/" + UNIT + "/rows/6");
        other.getByLabel("Observaciones").fill("de la otra");
        other.keyboard().press("Enter");
        assertThat(other).hasURL(Pattern.compile("/lines#r6$"));
        page.getByLabel("Observaciones").fill("la mía");
        page.keyboard().press("Enter");
        assertThat(page.locator(".summary")).isFocused();
        assertThat(page.locator("main")).containsText("de la otra");
        page.getByText("Poner lo mío").click();
        assertThat(page.locator("#r6")).containsText("la mía");
    }
}
