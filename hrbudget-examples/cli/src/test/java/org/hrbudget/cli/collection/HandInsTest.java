package org.hrbudget.cli.collection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.hrbudget.io.BudgetReadException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose a file is, which version it is, and when it came. */
class HandInsTest {

    private static final ZoneId MEXICO = ZoneId.of("America/Mexico_City");

    @TempDir
    private Path room;

    private HandIns handIns(String roster, String... files) throws IOException {
        Path folder = Files.createDirectories(room.resolve("in"));
        for (String file : files) {
            Path path = folder.resolve(file);
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            Files.writeString(path, "x");
        }
        return HandIns.in(folder, roster(roster), ReceivedList.NONE, MEXICO);
    }

    private Roster roster(String text) throws IOException {
        return Roster.read(Files.writeString(room.resolve("units.csv"), text));
    }

    private static String taken(HandIns in, int unit) {
        return Objects.requireNonNull(in.units().get(unit).taken()).name();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11CD01.csv",
                "presupuesto 11cd01.xlsx",
                "11CD01/presupuesto.csv",
                "2011/11CD01_v2/a/b.json",
                "(11CD01).csv"
            })
    void aFileIsOfTheUnitWhoseCodeStandsInItsName(String file) throws IOException {
        HandIns in = handIns("unit\n11CD01\n", file);
        assertThat(taken(in, 0)).isEqualTo(file);
        assertThat(in.strays()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"11CD012.csv", "X11CD01.csv", "11CD0.csv", "presupuesto.csv"})
    void aCodeInsideAWordIsNone(String file) throws IOException {
        HandIns in = handIns("unit\n11CD01\n", file);
        assertThat(in.units().get(0).taken()).isNull();
        assertThat(in.strays()).extracting(HandIns.Stray::name).containsExactly(file);
    }

    @Test
    void theFolderTellsWhoHandedInAndNotTheFileInIt() throws IOException {
        HandIns in = handIns("unit\nA1\nB2\n", "A1/B2.csv");
        assertThat(taken(in, 0)).isEqualTo("A1/B2.csv");
        assertThat(in.units().get(1).taken()).isNull();
    }

    @Test
    void aLongerCodeIsMeantWhereOneStandsInAnother() throws IOException {
        HandIns in = handIns("unit\n11\n11-CD\n", "11-CD.csv");
        assertThat(in.units().get(0).taken()).isNull();
        assertThat(taken(in, 1)).isEqualTo("11-CD.csv");
    }

    @Test
    void aFileThatNamesTwoUnitsIsOfNone() throws IOException {
        HandIns in = handIns("unit\nA1\nB2\n", "A1 y B2.csv");
        assertThat(in.strays())
                .singleElement()
                .satisfies(stray -> assertThat(stray.why().es()).contains("A1, B2"));
    }

    @Test
    void aPatternTellsFilesWithoutACode() throws IOException {
        HandIns in = handIns("unidad,patron\nA1,Finanzas*.XLSX\nB2,\n", "finanzas 2011.xlsx", "B2.csv");
        assertThat(taken(in, 0)).isEqualTo("finanzas 2011.xlsx");
        assertThat(taken(in, 1)).isEqualTo("B2.csv");
    }

    @Test
    void aRowOfTheListThatMayMeanTwoFilesMeansNone() throws IOException {
        HandIns in = listed("unit,file,received\nA1,p.csv,2010-11-01\n", "unit\nA1\nB2\n", "A1/p.csv", "B2/p.csv");
        assertThat(taken(in, 0)).isEqualTo("A1/p.csv");
        assertThat(taken(in, 1)).isEqualTo("B2/p.csv");
        assertThat(in.strays())
                .singleElement()
                .satisfies(stray -> assertThat(stray.why().en()).contains("several files have this name"));
    }

    @Test
    void whatTheCounterWroteDownSaysWhichIsNewest() throws IOException {
        HandIns in = listed(
                "unit,file,received\nA1,A1.csv,2010-11-01\nA1,A1 corregido.csv,2010-11-09\n",
                "unit\nA1\n",
                "A1.csv",
                "A1 corregido.csv");
        assertThat(taken(in, 0)).isEqualTo("A1 corregido.csv");
        assertThat(in.units().get(0).byNameAlone()).isFalse();
    }

    private HandIns listed(String list, String roster, String... files) throws IOException {
        handIns(roster, files);
        Path received = Files.writeString(room.resolve("received.csv"), list);
        return HandIns.in(room.resolve("in"), roster(roster), ReceivedList.read(received, MEXICO), MEXICO);
    }

    @Test
    void aLetterBesideABudgetIsNoVersionOfIt() throws IOException {
        HandIns in = handIns("unit\nA1\n", "A1/v1.csv", "A1/v2 oficio.pdf");
        assertThat(taken(in, 0)).isEqualTo("A1/v1.csv");
        assertThat(in.units().get(0).others()).extracting(HandIns.HandIn::name).containsExactly("A1/v2 oficio.pdf");
        assertThat(in.units().get(0).byNameAlone()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "A1 2010-11-09.csv, A1 2010-11-10.csv",
        "A1 v9.csv, A1 20101110.csv",
        "A1 v9.csv, A1 v10.csv",
        "A1.csv, A1 (2).csv",
        "A1.csv, A1 versión 2.csv",
        "A1 2010-11-10 v1.csv, A1 2010-11-10 v2.csv",
        "A1 v3 2010-11-10.csv, A1 v2 2010-11-11.csv",
        "A1 entrega 9.csv, A1 entrega 10.csv"
    })
    void theSecondIsNewer(String old, String recent) throws IOException {
        HandIns in = handIns("unit\nA1\n", old, recent);
        assertThat(taken(in, 0)).isEqualTo(recent);
        assertThat(in.units().get(0).byNameAlone()).isEqualTo(recent.contains("entrega"));
    }

    @ParameterizedTest
    @CsvSource({
        "2010-11-15, 2010-11-15",
        "2010-11-15 18:05, 2010-11-15 18:05",
        "2010-11-15T18:05:59, 2010-11-15 18:05",
        "2010-11-16T04:30:00Z, 2010-11-15 22:30",
        "2010-11-16T04:30:00+02:00, 2010-11-15 20:30"
    })
    void momentsAreByTheClocksOfTheZone(String written, String read) {
        assertThat(Moment.parse(written, MEXICO)).hasToString("Optional[" + read + "]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"15/11/2010", "2010-02-30", "ayer", "2010-11-15 25:00"})
    void whatIsNoDayIsRefusedWithItsCell(String when) throws IOException {
        Path list = Files.writeString(room.resolve("lista.csv"), "unidad,archivo,recibido\nA1,a.csv," + when + "\n");
        assertThatThrownBy(() -> ReceivedList.read(list, MEXICO))
                .isInstanceOfSatisfying(
                        BudgetReadException.class,
                        refused -> assertThat(refused.text().es())
                                .contains("lista.csv", "fila 2", "recibido", "«" + when + "»"));
    }

    @Test
    void aPatternThatIsNoneIsRefusedWithItsCell() {
        assertThatThrownBy(() -> roster("unit,pattern\nA1,[\n"))
                .hasMessageContaining("units.csv, row 2, column pattern: \"[\" is no pattern");
    }

    @Test
    void wordsAreInOrderAndTheSameInBothLanguages() throws IOException {
        Properties english = words("words.properties");
        Properties spanish = words("words_es.properties");
        assertThat(spanish.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(names(spanish.getProperty(key))).as(key).isEqualTo(names(english.getProperty(key)));
        }
        for (String file : List.of("words.properties", "words_es.properties")) {
            try (InputStream in = HandIns.class.getResourceAsStream(file)) {
                assertThat(new String(Objects.requireNonNull(in).readAllBytes(), UTF_8)
                                .lines()
                                .filter(line -> !line.startsWith("#"))
                                .map(line -> line.substring(0, line.indexOf(" = "))))
                        .isSorted();
            }
        }
    }

    private static Set<String> names(String text) {
        TreeSet<String> names = new TreeSet<>();
        Pattern.compile("\\{\\w+}").matcher(text).results().forEach(name -> names.add(name.group()));
        return names;
    }

    private static Properties words(String file) throws IOException {
        Properties words = new Properties();
        try (InputStream in = Objects.requireNonNull(HandIns.class.getResourceAsStream(file))) {
            words.load(new InputStreamReader(in, UTF_8));
        }
        return words;
    }
}
