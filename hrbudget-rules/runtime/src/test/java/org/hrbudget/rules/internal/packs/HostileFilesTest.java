package org.hrbudget.rules.internal.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hrbudget.rules.Canary;
import org.hrbudget.rules.PackLibrary;
import org.hrbudget.rules.RulePackException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody who means harm can put into the files of a pack, or around them. */
class HostileFilesTest {

    @TempDir
    private Path room;

    /** Writes a hostile pack into an empty folder and says what to give. */
    private interface Attack {
        Path in(Path room) throws IOException;
    }

    /** Changes the bytes of a zip file. */
    private interface Patch {
        byte[] of(byte[] zip);
    }

    private static Arguments attack(String what, String kind, Attack attack) {
        return Arguments.of(what, kind, attack);
    }

    private static Arguments file(String what, String kind, String name, String text) {
        return attack(what, kind, room -> GivenPack.sound().with(name, text).folder(room.resolve("pack")));
    }

    private static Arguments rule(String what, String kind, String id, String condition) {
        return file(
                what,
                kind,
                "lines.drl",
                "rule \"" + id + "\"\n@severity(\"ERROR\")\n@legalBasis(\"law\")\nwhen\nSpendingLine( " + condition
                        + " )\nthen\nend\n");
    }

    private static Arguments entry(String what, String kind, String name) {
        return attack(
                what,
                kind,
                room -> zip(room, GivenPack.sound().with(name, "hostile").zip()));
    }

    private static Arguments patched(String what, String kind, Patch patch) {
        return attack(what, kind, room -> zip(room, patch.of(GivenPack.sound().zip())));
    }

    private static Arguments message(String what, String text) {
        return file(
                what,
                "expression",
                "messages.properties",
                "no-unit.title=No unit\nno-unit.message=The unit " + text + " is missing.\nno-unit.remedy=Name it.\n");
    }

    private static Arguments cell(String what, String kind, String cell) {
        return file(
                what,
                kind,
                "legal-bases.csv",
                "key,instrument,article,published,source,evidence\nlaw," + cell + ",,,S1,sourced\n");
    }

    private static Path zip(Path room, byte[] bytes) throws IOException {
        return Files.write(room.resolve("pack.zip"), bytes);
    }

    static Stream<Arguments> names() {
        return Stream.of(
                entry("a name that climbs", "path-climbs", "../canary.drl"),
                entry("a name that climbs from within", "path-climbs", "examples/../../canary.csv"),
                entry("a name with a dot", "path-climbs", "./lines.drl"),
                entry("a name with an empty part", "path-climbs", "examples//no-unit.csv"),
                entry("a name from the root", "path-absolute", "/etc/cron.d/canary"),
                entry("a name with a drive", "path-absolute", "C:/canary.drl"),
                entry("a name on another computer", "path-absolute", "//host/share/canary.drl"),
                entry("a name with backslashes", "path-backslash", "..\\canary.drl"),
                entry("a name with a drive and backslashes", "path-backslash", "C:\\canary.drl"),
                entry("a name without end", "path-too-long", "a".repeat(5_000) + ".drl"),
                entry("a deep name", "path-too-deep", "examples/a/b/c.csv"),
                entry("a name with NUL", "path-character", "lines.drl\u0000.txt"),
                entry("a name with a line break", "path-character", "lines\n.drl"),
                entry("a name that reads the other way", "path-character", "lines\u202Elrd.drl"),
                entry("a name with a letter of another alphabet", "path-character", "lin\u0435s.drl"),
                entry("a name in full-width letters", "path-character", "\uFF4Cines.drl"),
                entry("a name that differs in case", "name-twice-but-for-case", "LINES.drl"),
                entry("a folder of a build", "folder-unknown", "META-INF/kmodule.xml"),
                entry("a class", "file-code", "Canary.class"),
                entry("a source", "file-code", "Canary.java"),
                entry("a decision table", "file-spreadsheet", "rules.drl.xls"),
                entry("a workbook", "file-spreadsheet", "parameters.xlsx"),
                entry("a packed file", "zip-nested", "more.zip"),
                entry("a library", "zip-nested", "canary.jar"),
                entry("a process", "file-code", "canary.bpmn"),
                attack(
                        "a name twice",
                        "name-twice",
                        room -> zip(
                                room,
                                renamed(GivenPack.sound().with("limes.drl", "").zip(), "limes.drl", "lines.drl"))),
                patched(
                        "a list of other names",
                        "zip-two-lists",
                        zip -> renamedAtTheEnd(zip, "lines.drl", "limes.drl")));
    }

    static Stream<Arguments> places() {
        return Stream.of(
                patched("a link in a zip file", "link", zip -> atList(zip, "lines.drl", 38 + 3, (byte) 0xA1)),
                patched("a password", "zip-encrypted", zip -> atList(zip, "lines.drl", 8, (byte) 1)),
                patched("another method", "zip-method", zip -> atList(zip, "lines.drl", 10, (byte) 99)),
                patched("a zip file cut off", "zip-damaged", zip -> Arrays.copyOf(zip, zip.length - 30)),
                patched("a zip file cut short", "zip-damaged", zip -> Arrays.copyOf(zip, 10)),
                patched("a zip file with a byte turned", "zip-damaged", HostileFilesTest::turned),
                attack(
                        "no zip file at all",
                        "place-neither",
                        room -> Files.writeString(room.resolve("p.zip"), "rm -rf /")),
                attack(
                        "a zip file within a rule file",
                        "zip-nested",
                        room -> GivenPack.sound()
                                .with("lines.drl", GivenPack.sound().zip())
                                .folder(room.resolve("pack"))),
                attack(
                        "a bomb",
                        "zip-ratio",
                        room -> zip(
                                room,
                                GivenPack.sound()
                                        .with("bomb.drl", new byte[1 << 20])
                                        .zip())),
                attack(
                        "a bomb nobody reads",
                        "zip-ratio",
                        room -> zip(
                                room,
                                GivenPack.sound()
                                        .with(".DS_Store", new byte[1 << 20])
                                        .zip())),
                attack(
                        "a large file",
                        "file-too-large",
                        room -> GivenPack.sound()
                                .with("large.drl", new byte[3 << 20])
                                .folder(room.resolve("pack"))),
                attack("many large files", "pack-too-large", room -> {
                    GivenPack pack = GivenPack.sound();
                    for (char c = 'a'; c < 'k'; c++) {
                        pack.with(c + ".drl", new byte[2 << 20]);
                    }
                    return pack.folder(room.resolve("pack"));
                }),
                attack("many rules", "too-many-rules", room -> rules().folder(room.resolve("pack"))),
                attack("many files in a zip file", "too-many-files", room -> zip(room, many().zip())),
                attack("many files in a folder", "too-many-files", room -> many().folder(room.resolve("pack"))),
                attack("a link to a file", "link", room -> {
                    Path pack = GivenPack.sound().without("lines.drl").folder(room.resolve("pack"));
                    Path outside = Files.writeString(room.resolve("outside.drl"), "secret");
                    Files.createSymbolicLink(pack.resolve("lines.drl"), outside);
                    return pack;
                }),
                attack("a link to a folder", "link", room -> {
                    Path pack = GivenPack.sound().folder(room.resolve("pack"));
                    Files.createSymbolicLink(pack.resolve("catalogues"), room);
                    return pack;
                }),
                attack("a link that leads in a circle", "link", room -> {
                    Path pack = GivenPack.sound().folder(room.resolve("pack"));
                    Files.createSymbolicLink(pack.resolve("circle"), pack);
                    return pack;
                }));
    }

    static Stream<Arguments> contents() {
        String entities = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>";
        return Stream.of(
                file("XML with entities", "file-markup", "pack.xml", entities),
                file("a workbook of entities", "file-markup", "catalogues/modalities.xml", entities),
                file("a page", "file-markup", "index.html", "<script>alert(1)</script>"),
                message("an expression", "${java:os}"),
                message("an expression of a bean", "#{T(java.lang.Runtime).getRuntime().exec('calc')}"),
                message("a look-up of a logger", "${jndi:ldap://host/canary}"),
                message("a look-up without its sign", "jndi:ldap://host/canary"),
                message("an expression of a template", "{@code org.hrbudget.rules.Canary.reach()}"),
                message("an expression in two braces", "{{constructor.constructor('canary')()}}"),
                message("a scriptlet", "<% Canary.reach(); %>"),
                message("an expression of a message", "%{org.hrbudget.rules.Canary@reach()}"),
                file(
                        "an expression in the header",
                        "expression",
                        "pack.properties",
                        GivenPack.header("1", "fiscal-years=2010-", "amends=${user.name}")),
                file(
                        "a line that goes on",
                        "backslash",
                        "pack.properties",
                        GivenPack.header("1", "fiscal-years=2010-", "published=\\", "2010-01-01")),
                cell("a formula that starts a program", "formula", "=cmd|' /C calc'!A0"),
                cell("a formula in quotes", "formula", "\"=HYPERLINK(\"\"http://host\"\")\""),
                cell("a formula after blanks", "formula", "  =1+1"),
                cell("a formula with plus", "formula", "+cmd|' /C calc'!A0"),
                cell("a formula with minus", "formula", "-2+3+cmd|' /C calc'!A0"),
                cell("a formula with at", "formula", "@SUM(1+1)*cmd|' /C calc'!A0"),
                cell("a formula in full width", "formula", "\uFF1D1+1"),
                cell("a huge exponent", "number-exponent", "1e999999999"),
                cell("many digits", "number-too-long", "9".repeat(1_000)),
                cell("a million digits", "line-too-long", "9".repeat(1_000_000)),
                file("a long line of rules", "line-too-long", "lines.drl", "(".repeat(100_000)),
                file("NUL in a rule", "control-character", "lines.drl", "rule \"no\u0000unit\"\nwhen\nthen\nend\n"),
                file("an escape for a terminal", "control-character", "lines.drl", "rule \"\u001B[2J\"\n"),
                cell("text that reads the other way", "invisible-character", "Ley \u202Eyel"),
                cell("text in isolation", "invisible-character", "Ley \u2066yel"),
                cell("a space of no width", "invisible-character", "Le\u200By"),
                cell("a character of nobody", "unknown-character", "Ley \uE000"));
    }

    static Stream<Arguments> characters() {
        return Stream.of(
                cell("a tag beyond the first plane", "invisible-character", "Ley\uDB40\uDC41"),
                cell("a tag that nobody assigned", "invisible-character", "Ley\uDB40\uDC02"),
                cell("a selector of a variant", "invisible-character", "Ley\uDB40\uDD00"),
                cell("a selector in the first plane", "invisible-character", "Ley\uFE0F"),
                cell("a filler that counts as a letter", "invisible-character", "Ley\u3164x"),
                cell("a joiner that counts as a mark", "invisible-character", "Ley\u034Fx"),
                cell("Braille without dots", "invisible-character", "Ley\u2800x"),
                file("a tag in a rule", "invisible-character", "lines.drl", "// \uDB40\uDC41\nrule \"no-unit\"\n"),
                file(
                        "a tag in the header",
                        "invisible-character",
                        "pack.properties",
                        GivenPack.header("1", "title=Law\uDB40\uDC41")),
                file("a tag in a remark", "invisible-character", "messages_es.properties", "# \uDB40\uDC41\n"),
                file("a tag in a limit", "invisible-character", "parameters.csv", "code,value\nx\uDB40\uDC41,1\n"),
                cell("a character of nobody beyond", "unknown-character", "Ley \uDB80\uDC00"),
                cell("three marks on a letter", "stacked-marks", "Le\u0301\u0302\u0303y"),
                cell("two more on a letter that has one", "stacked-marks", "L\u00E9\u0302\u0303y"),
                cell("a tower of marks", "stacked-marks", "L" + "\u20DD".repeat(1_000)),
                cell("a Cyrillic letter in a word", "mixed-alphabets", "L\u0435y"),
                cell("a Greek letter in a word", "mixed-alphabets", "C\u03BFn"),
                rule("a Cyrillic letter in the name of a rule", "rule-name", "no-un\u0456t", "unitCode == null"),
                rule("a Cyrillic letter in the name of a property", "letter-alike", "no-unit", "un\u0456tCode == null"),
                rule("a Cyrillic letter in a text of a rule", "text-misleads", "no-unit", "unitCode == \"\u0430\""),
                file(
                        "a Cyrillic letter in a key",
                        "mixed-alphabets",
                        "legal-bases.csv",
                        "key,instrument,article,published,source,evidence\nl\u0430w,Law,,,S1,sourced\n"),
                file(
                        "a part of a key that is all Cyrillic",
                        "mixed-alphabets",
                        "messages.properties",
                        "\u0441\u043E-unit.title=No unit\n"),
                file("a Cyrillic letter in a limit", "mixed-alphabets", "parameters.csv", "code,value\nlim\u0456t,1\n"),
                file(
                        "a Cyrillic letter in the header",
                        "mixed-alphabets",
                        "pack.properties",
                        GivenPack.header("1", "t\u0456tle=Law")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "R\u00E9gimen",
                "Re\u0301gimen",
                "Ti\u1EBFng Vi\u1EC7t",
                "\u0417\u0430\u043A\u043E\u043D",
                "\u00AB10 \u00B5m\u00BB 1.\u00BA"
            })
    void whatPeopleWriteIsPlain(String cell) throws IOException {
        Path given = GivenPack.sound()
                .with(
                        "legal-bases.csv",
                        "key,instrument,article,published,source,evidence\nlaw," + cell + ",,,S1,sourced\n")
                .folder(room.resolve("pack"));
        assertThat(faults(given)).noneMatch(fault -> fault.problem().en().contains("U+"));
    }

    private static List<RulePackException.Fault> faults(Path given) {
        RulePackException refusal = catchThrowableOfType(
                RulePackException.class, () -> PackLibrary.bundled().and(given));
        return refusal == null ? List.of() : refusal.faults();
    }

    @Test
    void aCharacterBeyondTheFirstPlaneIsNamedAtItsPlace() throws IOException {
        Path given = GivenPack.sound()
                .with("legal-bases.csv", "key,instrument\nlaw,Ley\uDB40\uDC41\n")
                .folder(room.resolve("pack"));
        RulePackException.Fault fault = faults(given).stream()
                .filter(each -> each.kind().equals("invisible-character"))
                .findFirst()
                .orElseThrow();
        assertThat(fault.file()).endsWith("legal-bases.csv");
        assertThat(fault.line()).isEqualTo(2);
        assertThat(fault.column()).isEqualTo(8);
        assertThat(fault.problem().en()).contains("U+E0041");
        assertThat(fault.problem().es()).contains("U+E0041");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"names", "places", "contents", "characters"})
    void isRefusedByKindAndRunsNothing(String what, String kind, Attack attack) throws IOException {
        Path before = Files.createDirectory(room.resolve("before"));
        Path given = attack.in(Files.createDirectory(room.resolve("attack")));

        RulePackException refusal = catchThrowableOfType(
                RulePackException.class, () -> PackLibrary.bundled().and(given));

        assertThat(refusal).as(what).isNotNull();
        assertThat(refusal.faults()).extracting(RulePackException.Fault::kind).contains(kind);
        RulePackException.Fault fault = refusal.faults().stream()
                .filter(each -> each.kind().equals(kind))
                .findFirst()
                .orElseThrow();
        assertThat(fault.problem().es())
                .isNotBlank()
                .isNotEqualTo(fault.problem().en());
        assertThat(fault.advice().en()).isNotBlank();
        assertThat(fault.advice().es()).isNotBlank();
        assertThat(refusal.message(Locale.ENGLISH)).hasSizeLessThan(20_000);
        assertThat(Canary.reached()).isZero();
        assertThat(System.getProperty("canary")).isNull();
        assertThat(before).isEmptyDirectory();
        try (Stream<Path> left = Files.walk(room)) {
            assertThat(left.filter(path -> path.toString().contains("canary"))).isEmpty();
        }
    }

    @Test
    void thereAreAtLeastThirtyOfThem() {
        assertThat(Stream.of(names(), places(), contents())
                        .mapToLong(Stream::count)
                        .sum())
                .isGreaterThan(30);
    }

    @Test
    void aSoundPackIsNotTakenForOne() throws IOException {
        assertThat(PackLibrary.bundled().and(zip(room, GivenPack.sound().zip())).given())
                .extracting(pack -> pack.manifest().id())
                .containsExactly("xx 1");
    }

    private static GivenPack many() {
        GivenPack pack = GivenPack.sound();
        for (int i = 0; i < 1_100; i++) {
            pack.with("r" + i + ".drl", "");
        }
        return pack;
    }

    /** {@return a pack of which each file is within the limit of a file} */
    private static GivenPack rules() {
        GivenPack pack = GivenPack.sound();
        for (char file = 'a'; file < 'd'; file++) {
            StringBuilder rules = new StringBuilder();
            for (int i = 0; i < 500; i++) {
                String id = file + "-" + (char) ('a' + i / 26) + (char) ('a' + i % 26);
                rules.append(PackText.rule(id, "INFO", "SpendingLine( links.empty )"));
            }
            pack.with(file + ".drl", rules.toString());
        }
        return pack;
    }

    private static byte[] turned(byte[] zip) {
        int at = new String(zip, StandardCharsets.ISO_8859_1).indexOf("lines.drl");
        zip[at + 20] ^= 0x55;
        return zip;
    }

    /** Changes a byte of an entry in the list at the end of a zip file. */
    private static byte[] atList(byte[] zip, String name, int offset, byte value) {
        int at = new String(zip, StandardCharsets.ISO_8859_1).lastIndexOf(name);
        zip[at - 46 + offset] = value;
        return zip;
    }

    private static byte[] renamedAtTheEnd(byte[] zip, String from, String to) {
        String text = new String(zip, StandardCharsets.ISO_8859_1);
        int at = text.lastIndexOf(from);
        return (text.substring(0, at) + to + text.substring(at + from.length())).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Gives an entry the name of another, of the same length, wherever its name stands. */
    private static byte[] renamed(byte[] zip, String from, String to) {
        return new String(zip, StandardCharsets.ISO_8859_1).replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }
}
