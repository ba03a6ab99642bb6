package org.hrbudget.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Every page there is, in both languages, wide and narrow: nothing that axe knows keeps anybody out, and none is to be moved sideways. What
 * it found stands in {@code target/axe-report.md}; pictures of all pages are kept in the folder that {@code -Dhrbudget.shots} names.
 */
@Tag("once")
@TestPropertySource(properties = "desk.uploads.patience=1s")
class PagesTest extends InBrowser {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice");

    /** What stands for the places of addresses. */
    private final Map<String, String> places = new HashMap<>(Map.ofEntries(
            Map.entry("unit", UNIT),
            Map.entry("version", "1"),
            Map.entry("row", "6"),
            Map.entry("answer", "1"),
            Map.entry("lesson", "1"),
            Map.entry("id", "1"),
            Map.entry("year", "2011"),
            Map.entry("right", "01"),
            Map.entry("pack", "2011.2"),
            Map.entry("reform", "1"),
            Map.entry("language", "es"),
            Map.entry("name", "lines.csv")));

    /** Whose page it is, by the first of the letters of {@link RoutesTest#ALLOWED}. */
    private static final Map<Character, String> WHO =
            Map.of('O', OFFICER, 'M', MINISTRY, 'A', ADMINISTRATOR, 'L', LAWYER);

    /** A unit that did not hand in, and has an officer of its name. */
    private static final String OTHER = "01PD01";

    /** What is asked of a page beside its address, so that it shows all it can, and something that it then shows. */
    private static final Map<String, Asked> ASKED = Map.of(
            "/units/{unit}/actions", new Asked("?row=6&words=igualdad&right=01", ".found form button"),
            "/units/{unit}/effects", new Asked("", "main del"));

    /** Pages that lead elsewhere, and why that is no page less. */
    private static final Map<String, String> LEADS_ON = Map.of(
            "/", "to what the account is for, which is seen by its own address",
            "/units/{unit}/uploads", "to the tasks while nothing is judged; below it is seen while something is",
            "/law/uploads", "to the rules while nothing is checked; below it is seen while something is");

    private record Asked(String query, String shows) {}

    private static final List<String> REPORT = new ArrayList<>();

    @Autowired
    ApplicationContext desk;

    private final List<String> wrong = new ArrayList<>();

    @Test
    void axeFindsWhatIsWrong() {
        Page page = visit(null, "es", WIDE);
        page.navigate("about:blank");
        page.setContent("<img src='/style.css'><p style='color:#ccc'>claro</p>");
        assertThat(axe(page).getViolations()).extracting(rule -> rule.getId()).contains("image-alt", "html-has-lang");
    }

    private static AxeResults axe(Page page) {
        return new AxeBuilder(page).withTags(RULES).setLegacyMode(true).analyze();
    }

    @Test
    void eachPageIsForEverybody() throws IOException {
        Page officer = visit(OFFICER, "es", WIDE);
        upload(officer, UNIT, Office.WINDOWS, ReformFiles.affected(UNIT));
        handIn(officer);
        // What changes is a page only once something did.
        officer.navigate("/units/" + UNIT + "/rows/6");
        officer.getByLabel("Observaciones").fill("de la prueba");
        officer.keyboard().press("Enter");
        officer.waitForURL("**/lines#r6");
        Page citizen = visit(null, "es", WIDE);
        comment(citizen, "¿Por qué no hay recursos para esta línea de acción?");
        places.put("code", citizen.url().replaceFirst(".*/", ""));
        Page ministry = visit(MINISTRY, "es", WIDE);
        show(ministry, "para esta línea de acción?");
        upload(
                visit(OTHER.toLowerCase(Locale.ROOT), "es", WIDE),
                OTHER,
                Office.WINDOWS,
                Office.file(Office.WINDOWS, OTHER));
        answerMistake(ministry);
        // It is waited for on a page of its own, which makes room for the answer.
        Page lawyer = visit(LAWYER, "es", WIDE);
        lawyer.navigate("/law/reforms/1/impact");
        lawyer.waitForSelector("tbody:has-text('01 Igualdad')");
        for (String language : List.of("es", "en")) {
            Map<String, Page> visits =
                    WHO.values().stream().collect(Collectors.toMap(who -> who, who -> visit(who, language, WIDE)));
            Page nobody = visit(null, language, WIDE);
            RoutesTest.ALLOWED.forEach((route, who) -> {
                if (route.startsWith("GET ")) {
                    // The last one named sees most.
                    char last = who.charAt(who.length() - 1);
                    see(last == 'P' ? nobody : visits.get(WHO.get(last)), route.substring(4), language);
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    @AfterAll
    static void write() throws IOException {
        Files.createDirectories(Path.of("target"));
        Files.write(
                Path.of("target", "axe-report.md"),
                ("# What axe found\n\n| page | language | rules passed | violations |\n|---|---|---|---|\n"
                                + String.join("\n", REPORT) + "\n")
                        .getBytes(UTF_8));
    }

    /** What is judged and checked waits behind work without end; once that ends, who waits is led to the answer. */
    @Test
    void whoWaitsIsToldSoOnAPageForEverybody() throws IOException {
        CountDownLatch end = new CountDownLatch(1);
        try {
            keepBusy("uploadQueue", end);
            keepBusy("turns", end);
            Page officer = visit(OFFICER, "es", WIDE);
            officer.navigate("/units/" + UNIT);
            send(officer, "#upload", new FilePayload("gastos.csv", "text/csv", Office.file(Office.WINDOWS, UNIT)));
            officer.waitForURL("**/units/" + UNIT + "/uploads");
            Page lawyer = visit(LAWYER, "es", WIDE);
            send(
                    lawyer,
                    "#file",
                    new FilePayload("reforma.zip", "application/zip", ReformFiles.zip(ReformFiles.of2012())));
            lawyer.waitForURL("**/law/uploads");
            for (String language : List.of("es", "en")) {
                for (Page page : List.of(officer, lawyer)) {
                    page.navigate("/password?lang=" + language);
                }
                seeWait(officer, "/units/{unit}/uploads", language);
                seeWait(lawyer, "/law/uploads", language);
            }
            end.countDown();
            officer.waitForURL("**/units/" + UNIT + "/lines");
            lawyer.waitForURL("**/law/reforms/*");
        } finally {
            end.countDown();
        }
        assertThat(wrong).isEmpty();
    }

    /** Gives each thread of a pool of the desk something to do until the latch opens. */
    private void keepBusy(String bean, CountDownLatch end) {
        var pool =
                (ThreadPoolExecutor) Objects.requireNonNull(ReflectionTestUtils.getField(desk.getBean(bean), "pool"));
        for (int i = 0; i < pool.getMaximumPoolSize(); i++) {
            pool.execute(() -> {
                try {
                    end.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
    }

    private static void send(Page page, String field, FilePayload file) {
        page.setInputFiles(field, file);
        page.click("main form:has(" + field + ") button");
    }

    private void seeWait(Page page, String route, String language) {
        see(page, route, language);
        if (!page.url().endsWith("/uploads")
                || page.locator("#progress [role=status]").count() == 0) {
            wrong.add(language + " " + route + " shows no wait");
        }
    }

    /** Answers what two units wrote wrong alike. */
    private static void answerMistake(Page page) {
        page.navigate("/board/mistakes");
        page.click("details summary");
        page.fill("textarea[name=note]", "La clave lleva tres pares de dígitos.");
        page.click("details form button");
        page.waitForSelector("#sent");
    }

    private void see(Page page, String route, String language) {
        Asked asked = ASKED.get(route);
        String path =
                UriComponentsBuilder.fromPath(route).buildAndExpand(places) + (asked == null ? "" : asked.query());
        var answer = page.request().get(address(path));
        if (!answer.headers().getOrDefault("content-type", "").startsWith("text/html")) {
            assertThat(answer.status()).as(route).isEqualTo(200);
            return;
        }
        page.setViewportSize(WIDE, 900);
        Response shown = page.navigate(path);
        if (shown.status() != 200) {
            wrong.add(route + " is answered by " + shown.status());
            return;
        }
        if (!page.url().equals(address(path)) && !LEADS_ON.containsKey(route)) {
            wrong.add(route + " is not seen, it leads to " + page.url() + ". Maybe do before what it needs, give it in"
                    + " ASKED what it is to be asked, or say in LEADS_ON why it is no page of its own.");
            return;
        }
        if (asked != null && page.locator(asked.shows()).count() == 0) {
            wrong.add(route + " shows nothing at " + asked.shows() + ". Maybe ask it something else in ASKED.");
        }
        AxeResults found = axe(page);
        REPORT.add("| " + route + " | " + language + " | " + found.getPasses().size() + " | "
                + found.getViolations().size() + " |");
        found.getViolations()
                .forEach(rule -> rule.getNodes()
                        .forEach(node -> wrong.add(language + " " + route + ": " + rule.getId() + ", " + rule.getHelp()
                                + ": " + node.getHtml())));
        shoot(page, route, language, WIDE);
        page.setViewportSize(NARROW, 900);
        if (!(Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")) {
            wrong.add(language + " " + route + ": is to be moved sideways at " + NARROW + " pixels");
        }
        shoot(page, route, language, NARROW);
    }

    private static void shoot(Page page, String route, String language, int width) {
        String folder = System.getProperty("hrbudget.shots");
        if (folder != null) {
            String name = route.replaceAll("[^a-z.]+", "-").replaceAll("^-|-$", "");
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(
                            Path.of(folder, (name.isEmpty() ? "home" : name) + "." + language + "." + width + ".png")));
        }
    }
}
