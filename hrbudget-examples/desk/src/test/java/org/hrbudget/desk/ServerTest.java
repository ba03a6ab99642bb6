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
    void logIn() throws Exception {
        if (units.find("08CO01").isEmpty()) {
            units.add("test", "08CO01", "Secretaría de ejemplo");
            accounts.add("test", "persona", Role.OFFICER, "08CO01");
        }
        accounts.change("persona", Office.PASSWORD);
        browser = new Browser(port);
        browser.logIn("persona", Office.PASSWORD);
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
