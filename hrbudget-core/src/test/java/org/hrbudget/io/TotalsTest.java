package org.hrbudget.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.Position;
import org.hrbudget.model.SpendingLine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Totals among the lines: made budgets of several levels, with each total where offices put it. */
class TotalsTest {

    private static final String HEADINGS = "unit_code,unit_name,object_code,approved\n";

    private static Outcome read(List<String> rows) {
        return Outcome.ofCsv(HEADINGS + String.join("\n", rows) + "\n");
    }

    private static List<String> faults(Outcome read) {
        return read.account().faults().stream()
                .map(fault -> fault.message().en())
                .toList();
    }

    /** A part of a budget: its lines and what they come to, with a total of each level above or below them. */
    private record Part(List<String> rows, long sum) {

        static Part of(Random random, int level, boolean above) {
            List<String> rows = new ArrayList<>();
            long sum = 0;
            int parts = 1 + random.nextInt(4);
            for (int i = 0; i < parts; i++) {
                Part part = level == 0 ? line(random) : of(random, level - 1, above);
                rows.addAll(part.rows);
                sum += part.sum;
            }
            rows.add(above ? 0 : rows.size(), "Total " + level + ",,," + sum);
            return new Part(rows, sum);
        }

        private static Part line(Random random) {
            long amount = random.nextInt(1_000_000) - 100_000L;
            return new Part(List.of("U" + random.nextInt(3) + ",,1" + random.nextInt(1000) + "1," + amount), amount);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void totalsOfAnyDepthAgreeAboveTheirLinesOrBelow(boolean above) {
        for (int seed = 0; seed < 200; seed++) {
            Outcome read = read(Part.of(new Random(seed), seed % 4, above).rows());

            assertThat(faults(read)).as("seed %d", seed).isEmpty();
            assertThat(read.first().rowsSkipped()).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLineThatWasTakenOutIsMissedInEveryBudget(boolean above) {
        for (int seed = 0; seed < 200; seed++) {
            List<String> rows =
                    new ArrayList<>(Part.of(new Random(seed), seed % 4, above).rows());
            List<String> lines =
                    rows.stream().filter(row -> row.startsWith("U")).toList();
            rows.remove(lines.get(new Random(seed).nextInt(lines.size())));

            assertThat(faults(read(rows)))
                    .as("seed %d", seed)
                    .isNotEmpty()
                    .allMatch(text -> text.contains("is a total"));
        }
    }

    @Test
    void theSumThatComesNearestIsSaid() {
        assertThat(faults(read(List.of("U1,,1131,10", "T,,1131,20", "Total:,,,30", "U2,,1131,7", "Total U2,,,8"))))
                .singleElement()
                .asString()
                .startsWith("Row 6 is a total (\"Total U2\") of 8.00, and its lines come to 7.00.");
    }

    @Test
    void aLineWhoseNameSaysTotalIsOneWhereItIsTheSum() {
        assertThat(faults(read(List.of(
                        "U1,Uno,1131,10",
                        "U1,Uno,1132,20",
                        "U1,Total U1,,30",
                        "U2,Dos,1131,5",
                        "U2,Total U2,,5",
                        "X,Total,,35"))))
                .singleElement()
                .asString()
                .startsWith("Lines hold the sums of other lines, 3 of them, such as row 4 (Total U1): 70.00 would");
    }

    @Test
    void aLineWhoseNameSaysTotalIsALineWhereItIsNoSum() {
        assertThat(faults(read(List.of("U1,Uno,1131,10", "U1,Total care,1132,20", "U2,Dos,1131,5"))))
                .isEmpty();
        assertThat(faults(read(Collections.nCopies(9, "U1,Total,1131,10")))).isEmpty();
    }

    @Test
    void figuresThatNobodyReadsStandBesideATotalToo() {
        Outcome read = Outcome.ofCsv("unit_code,approved,variance\nU1,10,0.5\nU2,20,(1%)\nTOTAL,30,-0.5\n");

        assertThat(read.lines()).hasSize(2);
    }

    @Test
    void codesOfOtherLengthsAreSumsToo() {
        assertThat(faults(read(List.of(
                        "U1,,1000,600",
                        "U1,,1100,100",
                        "U1,,113,100",
                        "U1,,11301,60",
                        "U1,,11302,40",
                        "U1,,12201,500"))))
                .singleElement()
                .asString()
                .startsWith("Lines hold the sums of other lines, 3 of them, such as row 2 (1000): 800.00 would");
    }

    @Test
    void theFirstRowOfADoubledCodeIsTheFirstInTheFileInWhateverOrderLinesCome() {
        CodeSums sums = new CodeSums();
        String[][] lines = {{"7", "1100", "2"}, {"4", "1120", "3"}, {"3", "1110", "1"}, {"2", "1100", "2"}};
        for (String[] line : lines) {
            BigDecimal amount = new BigDecimal(line[2]);
            sums.add(
                    SpendingLine.builder()
                            .position(new Position("b.csv", Long.parseLong(line[0])))
                            .objectCode(line[1])
                            .amount(AmountKind.APPROVED, amount)
                            .build(),
                    amount);
        }
        assertThat(sums.doubled()).hasValueSatisfying(found -> {
            assertThat(found.row()).isEqualTo(2);
            assertThat(found.code()).isEqualTo("1100");
        });
    }

    @Test
    void aTotalMayCountRowsThatItsLayoutPassesOver() {
        String rows =
                "unit,object,approved\nU1,1131,10\nheld back,1131,5\nTotal,,15\nU2,1131,1\nTotal,,99\nheld back,1131,83\n";
        Layout layout = Layout.read(Outcome.input("l.json", """
                {"name": "l", "title": {"es": "l"}, "jurisdiction": "mx-fed", "currency": "MXN", "phase": "approved",
                 "objectLevel": "item", "detect": true,
                 "columns": [{"field": "unit_code", "headings": ["unit"]}, {"field": "object_code", "headings": ["object"]},
                             {"field": "approved", "headings": ["approved"]}],
                 "skip": [{"headings": ["unit"], "words": ["held back"], "because": {"es": "Retenido."}}]}
                """));

        Outcome read = Outcome.of(
                Budgets.reading(Outcome.input("b.csv", rows)).layout(layout).fiscalYear(FiscalYear.of(2011)));

        // Whatever is passed over elsewhere is no excuse.
        assertThat(faults(read)).singleElement().asString().startsWith("Row 6 is a total (\"Total\") of 99.00");
        assertThat(read.first().assumed())
                .anyMatch(
                        text -> text.en()
                                .startsWith(
                                        "Row 4 is a total (\"Total\") of 15.00 where its lines come to 10.00; the layout passes over"));
    }

    @Test
    @Tag("long")
    void whereThereAreTooManyCodesItIsSaidThatNoSumsAreLookedFor() {
        List<String> rows = new ArrayList<>(List.of("U0,,1000,3", "U0,,1100,1", "U0,,1200,2"));
        for (int i = 0; i <= CodeSums.MOST; i++) {
            rows.add("U" + (1 + i / 1000) + ",,2" + (100 + i % 1000) + ",1");
        }

        Outcome read = read(rows);

        assertThat(faults(read)).isEmpty();
        assertThat(faults(read(rows.subList(0, 1000))))
                .singleElement()
                .asString()
                .startsWith("Row 2 (1000) holds the sum of other lines");
        assertThat(read.first().assumed())
                .anyMatch(text -> text.en()
                        .equals(
                                "There are more than 200000 combinations of unit and object code: whether some lines are the sums of"
                                        + " others was not looked for."));
    }
}
