package org.hrbudget.spark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.hrbudget.report.JsonReport;
import org.hrbudget.report.ReportDocument;
import org.hrbudget.validation.ValidationReport;

/** The one session of all tests: two cores, each task tried four times. It ends with the JVM. */
final class Cluster {

    static final SparkSession SPARK = SparkSession.builder()
            .master("local[2,4]")
            .appName("hrbudget tests")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", "4")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.warehouse.dir", "target/warehouse")
            .config("spark.log.structuredLogging.enabled", "false")
            .getOrCreate();

    private Cluster() {}

    /** {@return a report as its JSON, which has no run part where nothing is said of the run} */
    static String json(ValidationReport report) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            JsonReport.write(ReportDocument.of(report, Locale.ENGLISH, Map.of()), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
