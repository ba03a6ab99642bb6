package org.hrbudget.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.hrbudget.comparison.BudgetComparison.Dimension;
import org.hrbudget.io.BudgetSource;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.Layout;
import org.hrbudget.io.RealData;
import org.hrbudget.io.YearlySeries;
import org.hrbudget.model.FiscalYear;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The federal public accounts of 2009 and 2010, against a count that shares no code with the library. */
@Tag("long")
class RealComparisonTest {

    private static final int BRANCH = 1;
    private static final int UNIT = 3;
    private static final int OBJECT = 17;
    private static final int APPROVED = 23;

    private static Path account(int year) {
        return RealData.file("mx-federal/Cuenta_Publica_" + year + ".csv.gz");
    }

    @Test
    void unitsAndChaptersOfTwoAccountsAreThoseOfAnIndependentCount() throws IOException {
        ComparisonDocument document = BudgetComparison.of(source(account(2009)), source(account(2010)))
                .by(Dimension.UNIT, Dimension.CHAPTER)
                .deflator(YearlySeries.read(RealData.file("series/mx-consumer-prices-monthly.csv")))
                .baseYear(FiscalYear.of(2010))
                .compare(Locale.ENGLISH);

        assertThat(changes(document, Dimension.UNIT)).isEqualTo(counted(true)).hasSize(1340);
        assertThat(changes(document, Dimension.CHAPTER))
                .isEqualTo(counted(false))
                .hasSize(9);
        ComparisonDocument.Group total = document.tables().get(0).total();
        assertThat(total.nominal())
                .isEqualTo(new ComparisonDocument.Change("2289715026633.00", "2376915033293.00", "87200006660.00"));
        // 2289715026633.00 * 73.4059732500 / 70.4764585833, the means of twelve months each.
        assertThat(total.real())
                .isEqualTo(new ComparisonDocument.Change("2384892251593.54", "2376915033293.00", "-7977218300.54"));
        ComparisonProperties.requireAddedUp(document);
    }

    private static BudgetSource source(Path file) {
        return Budgets.read(file, Layout.named("mx-federal-cuenta-publica"));
    }

    private static Map<String, List<BigDecimal>> changes(ComparisonDocument document, Dimension by) {
        Map<String, List<BigDecimal>> changes = new TreeMap<>();
        Pairs.table(document, by)
                .groups()
                .forEach(group -> changes.put(
                        group.code(),
                        List.of(
                                new BigDecimal(group.nominal().before()),
                                new BigDecimal(group.nominal().after()))));
        return changes;
    }

    private static Map<String, List<BigDecimal>> counted(boolean byUnit) throws IOException {
        Map<String, List<BigDecimal>> sums = new TreeMap<>();
        List<Path> files = List.of(account(2009), account(2010));
        for (int side = 0; side < files.size(); side++) {
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(files.get(side))), Charset.forName("windows-1252")))) {
                reader.readLine();
                for (String row = reader.readLine(); row != null; row = reader.readLine()) {
                    List<String> cells = cells(row);
                    String code = byUnit
                            ? cells.get(BRANCH) + "-" + cells.get(UNIT)
                            : cells.get(OBJECT).charAt(0) + "000";
                    List<BigDecimal> both = sums.computeIfAbsent(
                            code, absent -> new ArrayList<>(List.of(new BigDecimal("0.00"), new BigDecimal("0.00"))));
                    both.set(side, both.get(side).add(new BigDecimal(cells.get(APPROVED))));
                }
            }
        }
        return sums;
    }

    /** No cell of these files has a line end in it. */
    private static List<String> cells(String row) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < row.length(); i++) {
            char c = row.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
