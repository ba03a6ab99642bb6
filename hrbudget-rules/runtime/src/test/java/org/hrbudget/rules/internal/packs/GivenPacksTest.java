package org.hrbudget.rules.internal.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.rules.PackLibrary;
import org.hrbudget.rules.RulePackException;
import org.hrbudget.validation.RulePack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a user gives is read as it is meant, or refused with what to do. */
class GivenPacksTest {

    private static final LocalDate ANY_DAY = LocalDate.of(2012, 11, 15);

    @TempDir
    private Path room;

    @Test
    void aFolderAndAZipFileOfItAreTheSamePack() throws IOException {
        RulePack folder = given(GivenPack.sound().folder(room.resolve("pack"))).get(0);
        RulePack zip = given(
                        Files.write(room.resolve("pack.zip"), GivenPack.sound().zip()))
                .get(0);

        assertThat(zip.manifest()).isEqualTo(folder.manifest());
        assertThat(zip.rules()).isEqualTo(folder.rules());
        assertThat(folder.manifest().sha256())
                .containsKeys("xx/1/pack.properties", "xx/1/lines.drl", "xx/1/examples/no-unit.csv")
                .hasSize(6);
    }

    @Test
    void aZipFileMayHoldThePackInOneFolder() throws IOException {
        GivenPack inFolder = new GivenPack();
        Path folder = GivenPack.sound().folder(room.resolve("pack"));
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                inFolder.with(
                        "Reforma n\u00famero 1/"
                                + folder.relativize(file).toString().replace('\\', '/'),
                        Files.readAllBytes(file));
            }
        }
        inFolder.with("__MACOSX/Reforma n\u00famero 1/._lines.drl", "x");

        assertThat(given(Files.write(room.resolve("pack.zip"), inFolder.zip())))
                .extracting(pack -> pack.manifest().id())
                .containsExactly("xx 1");
    }

    @Test
    void whatSystemsAndEditorsLeaveBehindIsPassedOver() throws IOException {
        GivenPack pack = GivenPack.sound()
                .with(".DS_Store", "x")
                .with("Thumbs.db", "x")
                .with("~$parameters.xlsx", "x")
                .with("examples/.~lock.no-unit.csv#", "x");

        assertThat(given(pack.folder(room.resolve("pack")))).hasSize(1);
    }

    @Test
    void packsGivenTogetherMayStandInAnyOrder() throws IOException {
        Path first = GivenPack.sound().folder(room.resolve("first"));
        Path reform = reform("2", "amends=1", "fiscal-years=2011-").folder(room.resolve("reform"));

        PackLibrary law = PackLibrary.bundled().and(List.of(reform, first));

        assertThat(law.given()).extracting(pack -> pack.manifest().version()).containsExactly("2", "1");
        assertThat(law.select("xx", FiscalYear.of(2011), ANY_DAY).selection().version())
                .isEqualTo("2");
        assertThat(law.select("xx", FiscalYear.of(2010), ANY_DAY).selection().version())
                .isEqualTo("1");
    }

    @Test
    void aReformGivenBeforeWhatItAmendsIsRefusedAlone() throws IOException {
        assertThat(faults(reform("2", "amends=1", "fiscal-years=2011-").folder(room.resolve("reform"))))
                .extracting(RulePackException.Fault::kind)
                .containsExactly("amends-unknown");
    }

    @Test
    void aRefusedPackLeavesTheLibraryAsItWas() throws IOException {
        PackLibrary law = PackLibrary.bundled().and(GivenPack.sound().folder(room.resolve("pack")));
        Path wrong = reform("2", "amends=1", "fiscal-years=2011-")
                .with("lines.drl", "rule")
                .folder(room.resolve("wrong"));

        assertThatThrownBy(() -> law.and(wrong)).isInstanceOf(RulePackException.class);

        assertThat(law.jurisdictions()).containsExactly("icescr", "mx-cmx", "mx-fed", "xx");
        assertThat(law.versions("xx")).hasSize(1);
        assertThat(law.load("xx", "1").rules()).hasSize(1);
        assertThat(law.load("mx-cmx", "2011.1").rules()).isNotEmpty();
    }

    @Test
    void aFaultOfTheHeaderHidesNoneOfTheOthers() throws IOException {
        Path pack = GivenPack.sound()
                .with("pack.properties", "jurisdiction=X Y\nversion=1\ntitle=T\ntitle_es=T\nfiscal-years=2010-\n")
                .with("lines.drl", PackText.rule("no-unit", "WARNING", "SpendingLine( unitCod == null )"))
                .with("legal-bases.csv", "key,instrument,article,published,source,evidence\nlaw,Law,,,S1,source\n")
                .with("notes.txt", "x")
                .with("messages.properties", "no-unit.title=T\u00F3\n".getBytes(StandardCharsets.ISO_8859_1))
                .folder(room.resolve("pack"));

        List<RulePackException.Fault> faults = faults(pack);

        assertThat(faults)
                .extracting(RulePackException.Fault::file)
                .containsOnly("pack.properties", "lines.drl", "legal-bases.csv", "notes.txt", "messages.properties");
        assertThat(faults)
                .extracting(RulePackException.Fault::kind)
                .contains("jurisdiction-form", "manifest-value-missing", "grade-unknown", "file-document");
    }

    @Test
    void faultsOfAllPacksGivenAreSaidAtOnce() throws IOException {
        Path one = GivenPack.sound().with("one.txt", "x").folder(room.resolve("one"));
        Path two = reform("2", "amends=1", "fiscal-years=2011-")
                .with("two.txt", "x")
                .folder(room.resolve("two"));

        assertThat(faults(one, two)).extracting(RulePackException.Fault::file).containsExactly("one.txt", "two.txt");
    }

    @Test
    void aRuleThatDoesNotSayWhatItsExamplesExpectIsRefused() throws IOException {
        Path pack = GivenPack.sound()
                .with("examples/no-unit.csv", "expect,case,unit_code\nsilence,no unit,\nsilence,a unit,11CD01\n")
                .folder(room.resolve("pack"));

        assertThat(faults(pack)).extracting(RulePackException.Fault::file).contains("xx/1/examples/no-unit.csv");
    }

    @Test
    void aRuleWithoutExamplesIsRefused() throws IOException {
        Path pack = GivenPack.sound().without("examples/no-unit.csv").folder(room.resolve("pack"));

        assertThat(faults(pack)).extracting(RulePackException.Fault::kind).contains("examples-none");
    }

    private interface Place {
        Path in(Path room) throws IOException;
    }

    private static Arguments place(String what, String kind, String advice, Place place) {
        return Arguments.of(what, kind, advice, place);
    }

    static Stream<Arguments> places() {
        return Stream.of(
                place("nothing there", "place-missing", "Give the folder", room -> room.resolve("nothing")),
                place("a name misspelt", "place-missing", "\"reform-2012\"", room -> {
                    Files.createDirectory(room.resolve("reform-2012"));
                    return room.resolve("reform-2021");
                }),
                place(
                        "a file of a pack",
                        "place-is-a-file",
                        "the folder it is in",
                        room -> Files.writeString(room.resolve("pack.properties"), "")),
                place(
                        "some other file",
                        "place-neither",
                        "zip file",
                        room -> Files.writeString(room.resolve("reform.docx"), "")),
                place("an empty folder", "place-empty", "pack.properties", room -> room),
                place(
                        "a folder without manifest",
                        "manifest-none",
                        "write it",
                        room -> GivenPack.sound().without("pack.properties").folder(room)),
                place(
                        "a manifest misspelt",
                        "manifest-none",
                        "Rename pack.propertes",
                        room -> GivenPack.sound()
                                .without("pack.properties")
                                .with("pack.propertes", "")
                                .folder(room)),
                place(
                        "an ending that the editor added",
                        "manifest-none",
                        "Rename pack.properties.txt",
                        room -> GivenPack.sound()
                                .without("pack.properties")
                                .with("pack.properties.txt", "")
                                .folder(room)),
                place("the folder above", "manifest-none", "There is one in reform", room -> {
                    GivenPack.sound().folder(room.resolve("reform"));
                    return room;
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("places")
    void aPlaceWithoutAPackIsRefusedWithWhatToGive(String what, String kind, String advice, Place place)
            throws IOException {
        List<RulePackException.Fault> faults = faults(place.in(room));

        RulePackException.Fault fault = faults.stream()
                .filter(each -> each.kind().equals(kind))
                .findFirst()
                .orElseThrow();
        assertThat(fault.advice().en()).contains(advice);
        assertThat(fault.problem().es()).isNotEqualTo(fault.problem().en());
    }

    private static Arguments contradiction(String kind, String other, String... headers) {
        return Arguments.of(kind, other, headers);
    }

    /** Each header is a version, then its lines. */
    static Stream<Arguments> contradictions() {
        return Stream.of(
                contradiction("overlap", "xx 1", "2|fiscal-years=2011"),
                contradiction("amends-unknown", "1.1", "2|amends=1.1|fiscal-years=2011-"),
                contradiction("amends-itself", "xx 2", "2|amends=2|fiscal-years=2011-"),
                contradiction(
                        "amends-in-a-circle",
                        "xx 3 → xx 2 → xx 3",
                        "2|amends=3|fiscal-years=2011-",
                        "3|amends=2|fiscal-years=2011-"),
                contradiction("amends-newer", "xx 1", "0.9|amends=1|fiscal-years=2011-"),
                contradiction("repeal-unknown", "no-unti", "2|amends=1|fiscal-years=2011-|repeals=no-unti"),
                contradiction("pack-given-twice", "xx 1", "1|fiscal-years=2010-"),
                contradiction("version-spelt-twice", "xx 1", "01|amends=1|fiscal-years=2011-"),
                contradiction("version-zeros", "2.01", "2.01|amends=1|fiscal-years=2011-"),
                contradiction("version-form", "2-beta", "2-beta|amends=1|fiscal-years=2011-"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("contradictions")
    void packsThatContradictEachOtherAreRefusedByName(String kind, String other, String... headers) throws IOException {
        List<Path> packs = new ArrayList<>(List.of(GivenPack.sound().folder(room.resolve("pack"))));
        for (int i = 0; i < headers.length; i++) {
            String[] lines = headers[i].split("\\|", -1);
            packs.add(
                    reform(lines[0], Arrays.copyOfRange(lines, 1, lines.length)).folder(room.resolve("reform" + i)));
        }

        List<RulePackException.Fault> faults = faults(packs.toArray(Path[]::new));

        assertThat(faults).extracting(RulePackException.Fault::kind).containsOnlyOnce(kind);
        assertThat(faults).anySatisfy(fault -> {
            assertThat(fault.kind()).isEqualTo(kind);
            assertThat(fault.problem().en()).contains(other);
            assertThat(fault.problem().es()).contains(other);
            assertThat(fault.file()).endsWith("/pack.properties");
        });
    }

    @Test
    void anOverlapWithAPackThatComesAlongIsPutInTheOneGiven() throws IOException {
        Path pack = GivenPack.sound()
                .with(
                        "pack.properties",
                        "jurisdiction=mx-cmx\nversion=2010.9\ntitle=T\ntitle_es=T\ninstrument=I\nfiscal-years=2011-\n")
                .folder(room.resolve("pack"));

        assertThat(faults(pack))
                .filteredOn(fault -> fault.kind().startsWith("overlap"))
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(fault.file()).isEqualTo("mx-cmx/2010.9/pack.properties"));
    }

    @Test
    void yearsBetweenPacksThatDoNotAmendEachOtherAreAGapOfSelection() throws IOException {
        Path first = GivenPack.sound()
                .with("pack.properties", GivenPack.header("1", "fiscal-years=2009"))
                .folder(room.resolve("first"));
        Path later = GivenPack.sound()
                .with("pack.properties", GivenPack.header("2", "fiscal-years=2011"))
                .folder(room.resolve("later"));

        assertThat(PackLibrary.bundled()
                        .and(List.of(first, later))
                        .select("xx", FiscalYear.of(2010), ANY_DAY)
                        .selection()
                        .reason())
                .hasToString("GAP");
    }

    /** Such a file is read as what it is meant to be: its texts and examples are not said to be without a rule. */
    @Test
    void aNameThatAnEditorPutTxtBehindIsTheOnlyFault() throws IOException {
        for (String name : List.of("lines.drl", "legal-bases.csv", "messages_es.properties", "examples/no-unit.csv")) {
            Path folder = GivenPack.sound().folder(room.resolve(name));
            Files.move(folder.resolve(name), folder.resolve(name + ".txt"));

            assertThat(faults(folder)).singleElement().satisfies(fault -> {
                assertThat(fault.problem().en()).contains(name + ".txt has .txt behind its name");
                assertThat(fault.advice().en()).isEqualTo("Rename it to " + name + ".");
                assertThat(fault.advice().es()).isEqualTo("Cambie el nombre por " + name + ".");
            });
        }
    }

    @Test
    void inheritedExamplesAreRunInTheSurroundingsOfTheirOwnVersion() throws IOException {
        GivenPack reform = new GivenPack()
                .with(
                        "pack.properties",
                        GivenPack.header("2012.1", "amends=2011.2", "fiscal-years=2012")
                                .replace("jurisdiction=xx", "jurisdiction=mx-cmx"))
                // An action and a kind of units that examples of 2010.1 take for unknown, in a programme without the
                // actions they name.
                .with("examples/programme.csv", """
                        code,sequence,right,strategy,title,term,executors,cross_cutting,right_es,right_en,group
                        01.01.99,1,01,01.01,Acción propia,short,11CD01,no,Igualdad,Equality,no
                        """)
                .with("catalogues/unit-kinds.csv", "code,name_es\nestado,Estado\n");

        assertThat(given(reform.folder(room.resolve("reform")))).hasSize(1);
    }

    private static GivenPack reform(String version, String... lines) {
        return new GivenPack().with("pack.properties", GivenPack.header(version, lines));
    }

    private static List<RulePack> given(Path place) {
        return PackLibrary.bundled().and(place).given();
    }

    private static List<RulePackException.Fault> faults(Path... places) {
        return catchThrowableOfType(
                        RulePackException.class, () -> PackLibrary.bundled().and(List.of(places)))
                .faults();
    }
}
