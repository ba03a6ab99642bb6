package org.hrbudget.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import org.hrbudget.desk.access.Account.Role;
import org.hrbudget.desk.access.Accounts;
import org.hrbudget.desk.units.Units;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;

/** What only a server does: forms of several parts, their size, and the cookie. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.datasource.url=jdbc:h2:mem:desk-server-test;DB_CLOSE_DELAY=-1")
class ServerTest {

    private Browser browser;

    @Autowired
    Accounts accounts;

    @Autowired
    Units units;

    @Value("${local.server.port}")
    int port;

    @BeforeEach
    void anOfficer() throws Exception {
        browser = Browser.officer(accounts, units, port);
    }

    @Test
    void aFormOfSeveralPartsIsTakenWithItsToken() throws Exception {
        byte[] file = Office.file(Office.WINDOWS, "08CO01");
        HttpResponse<String> sent = upload(browser.token("/units/08CO01"), file);
        assertThat(sent.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/lines"));
        assertThat(browser.see("/units/08CO01/lines").body()).contains("Honorarios", "N6");
        assertThat(upload("forged", file).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/login?ended"));
    }

    @Test
    void aFileThatIsTooLargeEndsOnThePageThatSaysSo() throws Exception {
        HttpResponse<String> sent = upload(browser.token("/units/08CO01"), new byte[61 << 20]);
        String to = sent.headers().firstValue("Location").orElseThrow();
        assertThat(browser.see(URI.create(to).getPath() + "?" + URI.create(to).getQuery())
                        .body())
                .contains("pasa de 60 MB");
    }

    /** As a ministry uploads a budget that it brings along, of which the form has no address to be sent back to. */
    @Test
    void whatElseIsTooLargeEndsOnAPageOfTheDeskThatSaysHowMuchItTakes() throws Exception {
        accounts.add("test", "ministerio", Role.MINISTRY, null);
        accounts.change("ministerio", Office.PASSWORD);
        Browser ministry = new Browser(port);
        ministry.logIn("ministerio", Office.PASSWORD);
        HttpResponse<String> sent =
                ministry.upload("/board/compare", ministry.token("/password"), "anterior.xlsx", new byte[61 << 20]);
        assertThat(sent.statusCode()).isEqualTo(413);
        assertThat(sent.body()).contains("Pasa de 60 MB", "Quizá deba volver", "class=\"brand\"");
        assertThat(new Browser(port)
                        .upload("/practice/1", "", "a.csv", new byte[3 << 20])
                        .body())
                .contains("Pasa de 2 MB");
    }

    @Test
    void theCookieIsForTlsAndNoScript() throws Exception {
        browser.forget();
        assertThat(browser.see("/login").headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("desk=")
                .contains("Secure", "HttpOnly", "SameSite=Lax");
    }

    @Test
    void aPageThatIsDeniedSpeaksToPeople() throws Exception {
        HttpResponse<String> denied = browser.see("/board");
        assertThat(denied.statusCode()).isEqualTo(403);
        assertThat(denied.body()).contains("<title>Esta página no le corresponde", "Salir");
    }

    private HttpResponse<String> upload(String token, byte[] content) throws Exception {
        return browser.upload("/units/08CO01/uploads", token, "presupuesto.csv", content);
    }
}
