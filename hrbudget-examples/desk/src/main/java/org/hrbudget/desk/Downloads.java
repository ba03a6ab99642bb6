package org.hrbudget.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import org.hrbudget.desk.judging.Judge;
import org.hrbudget.report.ReportDocument;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** What is no page of the desk's own: files to be saved, and reports as the library writes them. */
public final class Downloads {

    /** The type of workbooks. */
    public static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private Downloads() {}

    /** {@return a file to be saved} */
    public static ResponseEntity<byte[]> file(String name, String type, byte[] bytes) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(name))
                .contentType(MediaType.parseMediaType(type))
                .body(bytes);
    }

    /** {@return a cell of a CSV in which no spreadsheet finds a formula} */
    public static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }

    /** {@return where a file to be saved is written to, which is large or made on the way} */
    public static OutputStream stream(String name, String type, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment(name));
        response.setContentType(type);
        return response.getOutputStream();
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }

    /** {@return a report as a page; of what stands in it, its own style and script run, known by their digests, and nothing else} */
    public static ResponseEntity<byte[]> report(ReportDocument document) {
        byte[] page = Judge.bytes(out -> ReportDocument.Form.HTML.write(document, out));
        String text = new String(page, StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; style-src "
                                + digest(text, "style") + "; script-src " + digest(text, "script"))
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(page);
    }

    /** The library escapes what comes from budgets, so that the first such element is its own. */
    private static String digest(String page, String element) {
        String begin = "<" + element + ">";
        int from = page.indexOf(begin) + begin.length();
        String content = page.substring(from, page.indexOf("</" + element + ">", from));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
