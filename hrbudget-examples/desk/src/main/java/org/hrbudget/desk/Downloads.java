package org.hrbudget.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.hrbudget.comparison.ComparisonDocument;
import org.hrbudget.desk.judging.Judge;
import org.hrbudget.report.ReportDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** What is no page of the desk's own: files to be saved, and reports as the library writes them. */
public final class Downloads {

    /** The type of workbooks. */
    public static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int LONGEST_NAME = 100;

    private Downloads() {}

    /** {@return a file to be saved} */
    public static ResponseEntity<byte[]> file(String name, String type, byte[] bytes) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(name))
                .contentType(MediaType.parseMediaType(type))
                .body(bytes);
    }

    /** {@return the name of a file as it can stand in every folder: what a browser sends may have a path, or signs that steer a terminal} */
    public static String name(@Nullable String sent) {
        String name = Objects.requireNonNullElse(sent, "")
                .replaceFirst("^.*[/\\\\]", "")
                .replaceAll("[/\\\\<>:\"|?*\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]", "_")
                .replaceFirst("^[.\\s-]+", "")
                .strip();
        int from = Math.max(0, name.length() - LONGEST_NAME);
        return name.isEmpty() ? "presupuesto" : name.substring(from);
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

    /** {@return a comparison as a page, of which nothing runs, and which has its own style} */
    public static ResponseEntity<byte[]> comparison(ComparisonDocument document) {
        return page(ComparisonDocument.Form.contentPolicy(), out -> document.write(ComparisonDocument.Form.HTML, out));
    }

    /** {@return a report as a page, of which nothing runs but its own style and script} */
    public static ResponseEntity<byte[]> report(ReportDocument document) {
        return page(ReportDocument.Form.contentPolicy(), out -> ReportDocument.Form.HTML.write(document, out));
    }

    private static ResponseEntity<byte[]> page(String policy, Judge.Writer writer) {
        return ResponseEntity.ok()
                .header("Content-Security-Policy", policy)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(Judge.bytes(writer));
    }
}
