package org.hrbudget.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hrbudget.desk.access.Accounts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test in a browser, on a desk with the sample's units, on the evening of {@link OnDesk}. The browser is the Chromium of the machine:
 * none is downloaded, and where there is none these tests are left out, which is said. A page that complains fails its test: an error of
 * a script, or something that its policy (CSP) kept from running.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@ContextConfiguration(initializers = TestDatabase.class)
@Import(OnDesk.Evening.class)
@ExtendWith(InBrowser.WhereThereIsOne.class)
abstract class InBrowser {

    /** The officer of 08CO01. */
    static final String OFFICER = "oficial";

    static final String UNIT = "08CO01";

    static final String MINISTRY = "finanzas";

    static final String ADMINISTRATOR = "administracion";

    static final String LAWYER = "juridico";

    static final int WIDE = 1100;

    static final int NARROW = 390;

    private static @Nullable Browser browser;

    private final List<BrowserContext> visits = new ArrayList<>();

    private final List<String> complaints = new ArrayList<>();

    @Autowired
    Accounts accounts;

    @LocalServerPort
    int port;

    /** Whether there is a browser. */
    static class WhereThereIsOne implements ExecutionCondition {

        private static boolean isSaid;

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (chromium().isPresent()) {
                return ConditionEvaluationResult.enabled("Chromium is there");
            }
            String reason =
                    "Tests in a browser are LEFT OUT: no Chromium. Maybe apt-get install chromium, or -Dhrbudget.chromium=PATH.";
            if (!isSaid) {
                isSaid = true;
                System.err.println(reason);
            }
            return ConditionEvaluationResult.disabled(reason);
        }
    }

    /** {@return the browser that was named, else the first at a usual place; one that was named and is not there is a fault} */
    private static Optional<Path> chromium() {
        String named = System.getProperty("hrbudget.chromium", "");
        if (!named.isEmpty()) {
            assertThat(Path.of(named)).as("hrbudget.chromium").isExecutable();
            return Optional.of(Path.of(named));
        }
        return List.of(
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome",
                        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                        "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe")
                .stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** One for all tests: it ends with them. Without its sandbox, which root may not have; it sees nothing but the desk. */
    private static synchronized Browser browser() {
        Browser started = browser;
        if (started == null) {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            started = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(chromium().orElseThrow())
                            .setChromiumSandbox(false));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            browser = started;
        }
        return started;
    }

    /**
     * {@return the first page of somebody who comes to the desk}
     *
     * @param account whose account they log in with, or {@code null} for none
     * @param language {@code es} or {@code en}
     */
    Page visit(@Nullable String account, String language, int width) {
        String locale = language.equals("es") ? "es-MX" : language;
        BrowserContext visit = browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 900)
                        .setLocale(locale)
                        .setBaseURL(address("")));
        visits.add(visit);
        visit.onConsoleMessage(said -> {
            // That an answer is no 200 is said there too.
            if (said.type().equals("error")
                    && !said.text().startsWith("Failed to load resource: the server responded")) {
                complaints.add(said.page().url() + ": " + said.text());
            }
        });
        visit.onWebError(fault -> complaints.add(fault.page().url() + ": " + fault.error()));
        Page page = visit.newPage();
        page.setDefaultTimeout(20_000);
        page.navigate("/login?lang=" + locale);
        if (account != null) {
            if (!accounts.isPassword(account, Office.PASSWORD)) {
                accounts.change(account, Office.PASSWORD);
            }
            page.fill("#username", account);
            page.fill("#password", Office.PASSWORD);
            page.click("main button");
            page.waitForURL(url -> !url.contains("/login"));
        }
        return page;
    }

    /** Uploads a file and waits until it was judged. */
    static void upload(Page page, String unit, String name, byte[] bytes) {
        page.navigate("/units/" + unit);
        page.setInputFiles("#upload", new FilePayload(name, "application/octet-stream", bytes));
        page.click("main form:has(#upload) button");
        page.waitForURL("**/units/" + unit + "/lines");
    }

    /** Hands in what was uploaded last, and comes to the receipt. */
    static void handIn(Page page) {
        page.navigate("/units/" + UNIT + "/hand-in");
        page.fill("#signer", "María López");
        page.fill("#post", "Directora de presupuesto");
        page.click("main form:has(#signer) button");
        page.waitForURL("**/hand-ins/*");
    }

    /** Writes a comment on what is public, and comes to the page on which its author finds it again. */
    static void comment(Page page, String text) {
        page.navigate("/open/2011/comment");
        page.fill("#text", text);
        page.click("main form button");
        page.waitForURL("**/open/comments/*");
    }

    /** Publishes a comment as the ministry, who reads it first. */
    static void show(Page page, String text) {
        page.navigate("/comments");
        page.locator("article", new Page.LocatorOptions().setHasText(text))
                .locator("form:has([value=SHOWN]) button")
                .click();
        page.waitForLoadState();
    }

    String address(String path) {
        return "http://localhost:" + port + path;
    }

    @AfterEach
    void nothingComplained() {
        visits.forEach(BrowserContext::close);
        visits.clear();
        List<String> said = List.copyOf(complaints);
        complaints.clear();
        assertThat(said).isEmpty();
    }
}
