package org.hrbudget.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
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

    /** {@return a report as a page, of which nothing runs but its own style and script} */
    public static ResponseEntity<byte[]> report(ReportDocument document) {
        return ResponseEntity.ok()
                .header("Content-Security-Policy", ReportDocument.Form.contentPolicy())
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(Judge.bytes(out -> ReportDocument.Form.HTML.write(document, out)));
    }
}
