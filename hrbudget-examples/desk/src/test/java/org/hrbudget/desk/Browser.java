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
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.hrbudget.desk.access.Account.Role;
import org.hrbudget.desk.access.Accounts;
import org.hrbudget.desk.units.Units;

/** Somebody at a desk that listens on a port of this machine. */
final class Browser {

    private static final String BOUNDARY = "----parts";

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final int port;
    private String cookie = "";

    Browser(int port) {
        this.port = port;
    }

    /** {@return the officer of 08CO01 at a desk that may have no unit and no account yet} */
    static Browser officer(Accounts accounts, Units units, int port) throws Exception {
        if (units.find("08CO01").isEmpty()) {
            units.add("test", "08CO01", "Secretaría de ejemplo");
            accounts.add("test", "persona", Role.OFFICER, "08CO01");
        }
        accounts.change("persona", Office.PASSWORD);
        Browser officer = new Browser(port);
        officer.logIn("persona", Office.PASSWORD);
        return officer;
    }

    void logIn(String name, String password) throws Exception {
        HttpResponse<String> entered =
                post("/login", Map.of("_csrf", token("/login"), "username", name, "password", password));
        assertThat(entered.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith(port + "/"));
    }

    HttpResponse<String> post(String address, Map<String, String> fields) throws Exception {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    HttpResponse<String> upload(String address, String token, String name, byte[] file) throws Exception {
        String head = part("name=\"_csrf\"", token)
                + part("name=\"file\"; filename=\"" + name + "\"\r\nContent-Type: text/csv", "");
        return send(request(address)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.concat(
                        HttpRequest.BodyPublishers.ofString(head.substring(0, head.length() - 2)),
                        HttpRequest.BodyPublishers.ofByteArray(file),
                        HttpRequest.BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n", ISO_8859_1))));
    }

    private static String part(String head, String content) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + head + "\r\n\r\n" + content + "\r\n";
    }

    String token(String address) throws Exception {
        return field(see(address).body(), "_csrf");
    }

    static String field(String page, String name) {
        String before = "name=\"" + name + "\" value=\"";
        int from = page.indexOf(before) + before.length();
        return page.substring(from, page.indexOf('"', from));
    }

    HttpResponse<String> see(String address) throws Exception {
        return send(request(address).GET());
    }

    void forget() {
        cookie = "";
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                .header("Accept", "text/html,*/*")
                .header("Cookie", cookie);
    }

    /** A cookie for TLS alone is sent back by hand: no TLS is spoken here. */
    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        response.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
        return response;
    }
}
