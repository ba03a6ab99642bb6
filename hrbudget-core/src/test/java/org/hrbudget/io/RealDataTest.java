package org.hrbudget.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.hrbudget.io.spi.LineReader;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.SpendingLine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("long")
class RealDataTest {

    private record Read(
            ReadingAccount account, Map<AmountKind, BigDecimal> sums, boolean chamberFound, boolean lostCharacters) {}

    private static Read read(Path file, String layout) {
        Map<AmountKind, BigDecimal> sums = new EnumMap<>(AmountKind.class);
        boolean chamber = false;
        boolean lost = false;
        try (LineReader reader = Budgets.read(file, Layout.named(layout)).open()) {
            for (SpendingLine line = reader.next(); line != null; line = reader.next()) {
                line.amounts().asMap().forEach((kind, value) -> sums.merge(kind, value, BigDecimal::add));
                String name =
                        line.unit() == null ? "" : String.valueOf(line.unit().name());
                chamber |= name.contains("Cámara de Diputados");
                lost |= texts(line).anyMatch(text -> text.indexOf('\ufffd') >= 0);
            }
            return new Read(reader.account(), sums, chamber, lost);
        }
    }

    private static Stream<String> texts(SpendingLine line) {
        String unit = line.unit() == null ? "" : line.unit().toString();
        return Stream.concat(Stream.of(unit), line.passThrough().values().stream());
    }

    @Test
    void everyRowOf2010IsRead() {
        Read read = read(RealData.file("mx-federal/Cuenta_Publica_2010.csv.gz"), "mx-federal-cuenta-publica");

        Input.Account input = read.account().inputs().get(0);
        assertThat(input.rowsRead()).isEqualTo(129_014);
        assertThat(input.linesValidated()).isEqualTo(129_014);
        assertThat(read.account().faults()).isEmpty();
        assertThat(input.sha256()).isEqualTo("a9bc5aa36041152354c993d76273311664d156cd1ea2c01aa9896e12a4b68f04");
        assertThat(read.sums()).containsEntry(AmountKind.APPROVED, new BigDecimal("2376915033293.00"));
        assertThat(read.sums()).containsEntry(AmountKind.EXERCISED, new BigDecimal("2474099952916.00"));
        assertThat(read.chamberFound()).isTrue();
        assertThat(read.lostCharacters()).isFalse();
    }

    @Test
    void everyRowOf2009IsReadInSpiteOfItsUnnamedColumns() {
        Read read = read(RealData.file("mx-federal/Cuenta_Publica_2009.csv.gz"), "mx-federal-cuenta-publica");

        Input.Account input = read.account().inputs().get(0);
        assertThat(input.rowsRead()).isEqualTo(146_382);
        assertThat(input.linesValidated()).isEqualTo(146_382);
        assertThat(read.sums()).containsEntry(AmountKind.APPROVED, new BigDecimal("2289715026633.00"));
        assertThat(read.sums()).containsEntry(AmountKind.EXERCISED, new BigDecimal("2296085783235.00"));
        assertThat(read.chamberFound()).isTrue();
        assertThat(read.lostCharacters()).isFalse();
    }

    @Test
    void everyRowOf2016IsReadInItsCodePage() {
        Read read = read(RealData.file("mx-federal/pef_2016.csv.zip"), "mx-federal-pef");

        Input.Account input = read.account().inputs().get(0);
        assertThat(input.rowsRead()).isEqualTo(75_312);
        assertThat(input.linesValidated()).isEqualTo(75_312);
        assertThat(read.sums()).containsEntry(AmountKind.APPROVED, new BigDecimal("5297125819608.00"));
        assertThat(read.chamberFound()).isTrue();
        assertThat(read.lostCharacters()).isFalse();
    }

    @Test
    void aFederalFilePromisesItemsAndNeitherLinksNorModifiedAmounts() {
        Path file = RealData.file("mx-federal/Cuenta_Publica_2010.csv.gz");
        try (LineReader reader =
                Budgets.read(file, Layout.named("mx-federal-cuenta-publica")).open()) {
            assertThat(reader.promises())
                    .contains(DataItem.OBJECT_ITEM, DataItem.APPROVED, DataItem.EXERCISED, DataItem.AMOUNT)
                    .doesNotContain(DataItem.LINKS, DataItem.MODIFIED, DataItem.LINE_ID);
        }
    }
}
