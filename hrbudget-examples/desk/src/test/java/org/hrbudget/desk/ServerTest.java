package org.hrbudget.desk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
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

    private static final String BOUNDARY = "----parts";

    private final HttpClient browser = HttpClient.newHttpClient();
    private String cookie = "";

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
        String form = "_csrf=" + token("/login") + "&username=persona&password="
                + URLEncoder.encode(Office.PASSWORD, StandardCharsets.UTF_8);
        HttpResponse<String> entered = send(request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        assertThat(entered.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith(port + "/"));
    }

    @Test
    void aFormOfSeveralPartsIsTakenWithItsToken() throws Exception {
        byte[] file = Office.file(Office.WINDOWS, "08CO01");
        HttpResponse<String> sent = upload(token("/units/08CO01"), new String(file, ISO_8859_1));
        assertThat(sent.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/lines"));
        assertThat(see("/units/08CO01/lines").body()).contains("Honorarios", "N6");
        assertThat(upload("forged", new String(file, ISO_8859_1)).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/login?ended"));
    }

    @Test
    void aFileThatIsTooLargeEndsOnThePageThatSaysSo() throws Exception {
        HttpResponse<String> sent = upload(token("/units/08CO01"), "x".repeat(61 << 20));
        String to = sent.headers().firstValue("Location").orElseThrow();
        assertThat(see(URI.create(to).getPath() + "?" + URI.create(to).getQuery())
                        .body())
                .contains("pasa de 60 MB");
    }

    @Test
    void theCookieIsForTlsAndNoScript() throws Exception {
        cookie = "";
        assertThat(see("/login").headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("desk=")
                .contains("Secure", "HttpOnly", "SameSite=Lax");
    }

    @Test
    void aPageThatIsDeniedSpeaksToPeople() throws Exception {
        HttpResponse<String> denied = see("/board");
        assertThat(denied.statusCode()).isEqualTo(403);
        assertThat(denied.body()).contains("<title>Esta página no le corresponde", "Salir");
    }

    private HttpResponse<String> upload(String token, String content) throws Exception {
        String body = part("name=\"_csrf\"", token)
                + part("name=\"file\"; filename=\"presupuesto.csv\"\r\nContent-Type: text/csv", content)
                + "--" + BOUNDARY + "--\r\n";
        return send(request("/units/08CO01/uploads")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.getBytes(ISO_8859_1))));
    }

    private static String part(String head, String content) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + head + "\r\n\r\n" + content + "\r\n";
    }

    private String token(String address) throws Exception {
        String page = see(address).body();
        String before = "name=\"_csrf\" value=\"";
        int from = page.indexOf(before) + before.length();
        return URLEncoder.encode(page.substring(from, page.indexOf('"', from)), StandardCharsets.UTF_8);
    }

    private HttpResponse<String> see(String address) throws Exception {
        return send(request(address).GET());
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                .header("Accept", "text/html")
                .header("Cookie", cookie);
    }

    /** A cookie for TLS alone is sent back by hand: no TLS is spoken here. */
    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
        response.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
        return response;
    }
}
