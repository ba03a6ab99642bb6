package org.hrbudget.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hrbudget.spark.Samples.CITY;
import static org.hrbudget.spark.Samples.CITY_PLAN;
import static org.hrbudget.spark.Samples.OURS;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Date;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.spi.RowSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rows of a dataset have the report that the same rows have on one machine. */
class RowsTest {

    private static final AtomicInteger READINGS = new AtomicInteger();

    @TempDir
    Path folder;

    /** The city's budget with numbers as numbers, in several Parquet files. */
    private Dataset<Row> parquet() {
        Dataset<Row> text = Cluster.SPARK
                .read()
                .option("header", "true")
                .option("multiLine", "true")
                .option("escape", "\"")
                .csv(CITY.toUri().toString());
        List<Column> columns = new ArrayList<>();
        for (String name : text.columns()) {
            Column column = functions.col(name);
            columns.add(
                    switch (name) {
                        case "approved", "proposed" ->
                            column.cast("decimal(20,2)").as(name);
                        case "fiscal_year" -> column.cast("int").as(name);
                        default -> column;
                    });
        }
        String location = folder.resolve("city.parquet").toUri().toString();
        text.select(columns.toArray(Column[]::new)).repartition(5).write().parquet(location);
        return Cluster.SPARK.read().parquet(location);
    }

    private static String text(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    private static RowSource alone(Dataset<Row> rows) {
        List<List<String>> cells = new ArrayList<>();
        for (Row row : rows.collectAsList()) {
            List<String> line = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                line.add(row.isNullAt(i) ? null : text(row.get(i)));
            }
            cells.add(line);
        }
        return new RowSource() {
            @Override
            public String name() {
                return "city";
            }

            @Override
            public List<String> headings() {
                return Arrays.asList(rows.columns());
            }

            @Override
            public long firstRow() {
                return 2;
            }

            @Override
            public Iterator<List<String>> rows() {
                return cells.iterator();
            }
        };
    }

    @Test
    void aParquetFile() {
        Dataset<Row> rows = parquet();
        assertThat(rows.javaRDD().getNumPartitions()).isGreaterThan(1);
        assertSameAsAlone(rows);
    }

    @Test
    void aDatasetWithoutRows() {
        Dataset<Row> rows = parquet().limit(0);
        assertSameAsAlone(rows);
    }

    private static void assertSameAsAlone(Dataset<Row> rows) {
        String report =
                Cluster.json(SparkValidator.of(Cluster.SPARK, CITY_PLAN).validate(new BudgetRows(rows, "city", OURS)));

        assertThat(report)
                .isEqualTo(Cluster.json(CITY_PLAN
                        .validator()
                        .validate(Budgets.reading(alone(rows)).layout(OURS).source())));
    }

    @Test
    void rowsThatAreOthersEachTimeAreRefused() {
        READINGS.set(0);
        Dataset<Row> text =
                Cluster.SPARK.read().option("header", "true").csv(CITY.toUri().toString());
        MapPartitionsFunction<Row, Row> fewer = rows -> {
            for (int skipped = READINGS.getAndIncrement(); skipped > 0 && rows.hasNext(); skipped--) {
                rows.next();
            }
            return rows;
        };
        Dataset<Row> other = text.mapPartitions(fewer, Encoders.row(text.schema()));

        assertThatThrownBy(
                        () -> SparkValidator.of(Cluster.SPARK, CITY_PLAN).validate(new BudgetRows(other, "city", OURS)))
                .isInstanceOf(ClusterException.class)
                .hasMessageStartingWith("city has other rows each time it is read: a partition had ");
    }

    @Test
    void aValueIsTheTextItWouldHaveInAFile() {
        Row row = RowFactory.create(
                new BigDecimal("1E+3"), 1.0e7, 0.1f, 5L, (byte) 1, Date.valueOf("2011-01-31"), true, " a ", null);

        List<?> cells = BudgetRows.source(
                        "b", List.of(), 2, Collections.singletonList(row).iterator())
                .rows()
                .next();

        assertThat(cells.stream().map(cell -> (Object) cell).toList())
                .containsExactly("1000", "10000000", "0.1", "5", "1", "2011-01-31", "true", " a ", null);
    }

    @Test
    void aColumnOfListsIsRefused() {
        Dataset<Row> rows = Cluster.SPARK.sql("select array(1, 2) as amounts");

        assertThatThrownBy(() -> new BudgetRows(rows, "b", OURS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The column amounts is of type ARRAY<INT>");
    }
}
