package org.hrbudget.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The finder of actions in a browser, where it searches while somebody types. */
class FinderTest extends InBrowser {

    private static final int MOST_STEPS = 20;

    @Test
    void anActionIsFoundWhileOneTypesAndChosenByKeyboardAlone() throws Exception {
        Page page = visit(OFFICER, "es", WIDE);
        upload(page, UNIT, Office.WINDOWS, Office.file(Office.WINDOWS, UNIT));
        assertThat(page.locator("#r6")).containsText("1.1.2");
        page.navigate("/units/" + UNIT + "/actions?row=6");
        assertThat(page.locator("#words")).isFocused();
        page.keyboard().type("igualdad");
        Locator put = page.locator(".found form button").first();
        assertThat(put).isVisible();
        assertThat(page.locator("#count")).containsText("Líneas de acción encontradas");
        // What was found can be kept as an address, though nothing was sent off.
        assertThat(page).hasURL(Pattern.compile("[?&]words=igualdad(&|$)"));
        assertThat(page.locator("#words")).isFocused();

        String code = page.locator(".found .code").first().textContent();
        for (int i = 0; i < MOST_STEPS && !(Boolean) put.evaluate("it => it === document.activeElement"); i++) {
            page.keyboard().press("Tab");
        }
        assertThat(put).isFocused();
        page.keyboard().press("Enter");

        assertThat(page).hasURL(Pattern.compile("/lines#r6$"));
        assertThat(page.locator("#r6")).containsText(code);
        assertThat(page.locator("#said")).containsText("«" + code + "»");
    }
}
