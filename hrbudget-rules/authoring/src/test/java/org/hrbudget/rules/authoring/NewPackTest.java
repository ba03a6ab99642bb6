package org.hrbudget.rules.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.rules.PackCoverage;
import org.hrbudget.rules.PackLibrary;
import org.hrbudget.rules.RulePackException;
import org.hrbudget.rules.RulePacks;
import org.hrbudget.rules.internal.packs.Drafts;
import org.hrbudget.rules.internal.packs.OpenPack;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.spi.Catalogues.CodeList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("long")
class NewPackTest {

    private static final PackLibrary LAW = PackLibrary.bundled();

    @TempDir
    Path into;

    /** {@return a reform of the newest version of a jurisdiction for the years from a first on} */
    private static NewPack reform(String jurisdiction) {
        List<PackManifest> versions = LAW.versions(jurisdiction);
        return new NewPack(
                jurisdiction,
                "2030.1",
                versions.get(versions.size() - 1).version(),
                FiscalYear.of(2030),
                null,
                null,
                LocalDate.of(2029, 11, 15));
    }

    private static NewPack reform(String version, String amends, int first) {
        return new NewPack("mx-cmx", version, amends, FiscalYear.of(first), null, null, null);
    }

    private void fill(Path folder) throws IOException {
        Path header = folder.resolve("pack.properties");
        Files.writeString(
                header,
                Files.readString(header)
                        .replace("title=\n", "title=Reform\n")
                        .replace("title_es=\n", "title_es=Reforma\n")
                        .replace("instrument=\n", "instrument=Decreto\n"));
    }

    static Stream<String> jurisdictions() {
        return LAW.jurisdictions().stream();
    }

    @ParameterizedTest
    @MethodSource("jurisdictions")
    void theFolderLoadsOnceItsBlanksAreFilledAndItsChecklistIsGoneThroughAndChangesNoRule(String jurisdiction)
            throws IOException {
        NewPack reform = reform(jurisdiction);
        NewPack.Written written = reform.write(LAW, into);
        fill(written.folder());
        takeOutTheChecklist(written.folder());

        RulePack pack = LAW.and(written.folder()).given().get(0);
        assertThat(pack.rules())
                .isEqualTo(RulePacks.load(jurisdiction, reform.amends()).rules());
        assertThat(pack.manifest().version()).isEqualTo("2030.1");
        assertThat(pack.manifest().firstFiscalYear()).isEqualTo(FiscalYear.of(2030));
        assertThat(pack.manifest().lastFiscalYear()).isNull();
        assertThat(pack.manifest().published()).isNull();
        assertThat(pack.manifest().inForceFrom()).isEqualTo(LocalDate.of(2029, 11, 15));
    }

    @Test
    void nothingButTheBlanksAndTheChecklistIsAtFault() {
        NewPack.Written written = reform("mx-cmx").write(LAW, into);

        assertThat(written.blanks()).containsExactly("title", "title_es", "instrument");
        assertThatThrownBy(() -> LAW.and(written.folder()))
                .isInstanceOfSatisfying(
                        RulePackException.class,
                        refusal -> assertThat(refusal.faults())
                                .hasSize(4)
                                .extracting(RulePackException.Fault::file)
                                .containsOnly("mx-cmx/2030.1/coverage.csv", "mx-cmx/2030.1/pack.properties"));
    }

    @Test
    void theFolderHoldsWhatItSaysAndAnEmptyPlaceForExamples() throws IOException {
        NewPack.Written written = reform("mx-cmx").write(LAW, into);

        try (Stream<Path> content = Files.list(written.folder())) {
            assertThat(content.map(path -> path.getFileName().toString()).filter(name -> !name.equals("examples")))
                    .containsExactlyInAnyOrderElementsOf(written.files());
        }
        assertThat(written.folder()).isEqualTo(into.resolve("mx-cmx-2030.1"));
        assertThat(written.folder().resolve("examples")).isEmptyDirectory();
        assertThat(written.folder().resolve("pack.properties"))
                .content(StandardCharsets.UTF_8)
                .contains("FILL IN", "LLENE", "unit-linking-rate.drl: unit-linking-rate-below-reference")
                .contains("reference-unit-linking-rate,0.75,ratio,outcome-2011:unit-linking-rate");
    }

    @Test
    void theChecklistAsksAboutEverySectionOfTheAmendedVersion() throws IOException {
        NewPack reform = reform("mx-cmx");
        NewPack.Written written = reform.write(LAW, into);
        fill(written.folder());

        assertThat(faults(LAW, written.folder()))
                .singleElement()
                .satisfies(fault -> assertThat(fault.kind()).isEqualTo("sections-to-compare"))
                .satisfies(fault -> assertThat(fault.problem().en()).startsWith(written.sections() + " rows"));
        assertThat(Files.readAllLines(written.folder().resolve("coverage.csv")))
                .extracting(row -> row.split(",", -1)[0])
                .startsWith("section")
                .endsWith(PackCoverage.of(LAW.load("mx-cmx", reform.amends())).sections().stream()
                        .map(PackCoverage.Section::key)
                        .toArray(String[]::new));
    }

    @Test
    void theCoverageIsAsBeforeWhereNoRowOfTheChecklistIsLeft() throws IOException {
        NewPack reform = reform("mx-cmx");
        Path folder = reform.write(LAW, into).folder();
        fill(folder);
        takeOutTheChecklist(folder);

        assertThat(PackCoverage.of(LAW.and(folder).given().get(0)).sections())
                .isEqualTo(PackCoverage.of(LAW.load("mx-cmx", reform.amends())).sections());
    }

    @Test
    void oneRowLeftAsItWasIsAFaultAmongOthersThatAreDone() throws IOException {
        NewPack reform = reform("mx-cmx");
        Path folder = reform.write(LAW, into).folder();
        fill(folder);
        Path coverage = folder.resolve("coverage.csv");
        List<String> rows = Files.readAllLines(coverage);
        Files.write(coverage, rows.subList(0, 2));

        assertThat(faults(LAW, folder))
                .extracting(RulePackException.Fault::kind)
                .containsExactly("section-to-compare");
    }

    private static List<RulePackException.Fault> faults(PackLibrary law, Path folder) {
        return catchThrowableOfType(RulePackException.class, () -> law.and(folder))
                .faults();
    }

    private static void takeOutTheChecklist(Path folder) throws IOException {
        Path coverage = folder.resolve("coverage.csv");
        Files.write(coverage, Files.readAllLines(coverage).subList(0, 1));
    }

    @Test
    void withoutSectionsTheChecklistAsksAboutTheLegalBases(@TempDir Path other) throws IOException {
        new DraftPack(other)
                .rule("SpendingLine( unitCode == null )")
                .examples("expect,case,unit_code", "finding,no unit,", "silence,a unit,11CD01");
        PackLibrary law = LAW.and(other);
        NewPack.Written written =
                new NewPack("xx", "2", "1", FiscalYear.of(2011), FiscalYear.of(2012), null, null).write(law, into);
        fill(written.folder());

        assertThat(written.folder().resolve("coverage.csv"))
                .content(StandardCharsets.UTF_8)
                .contains("law,Law,Law,to-compare,the-rule,");
        takeOutTheChecklist(written.folder());
        RulePack pack = law.and(written.folder()).given().get(1);
        assertThat(pack.rules()).extracting(Rule::id).containsExactly("the-rule");
        assertThat(pack.manifest().lastFiscalYear()).isEqualTo(FiscalYear.of(2012));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2011.1 | 2010.1 | 2011 | There is a version 2011.1 of mx-cmx already.",
                "2009.9 | 2010.1 | 2010 | The version 2009.9 is not newer than 2010.1",
                "2030.1 | 2010.3 | 2030 | Maybe this was meant: 2010.1.",
                "2030-1 | 2010.1 | 2030 | \"2030-1\" is not a version.",
                "2030.1 | 2011.1 | 2010 | The reform would govern from 2010 on",
                "2010.2 | 2010.1 | 2010 | Fiscal year 2011, from 2011-05-31 on: both mx-cmx 2010.2 and mx-cmx 2011.3 govern"
            })
    void whatContradictsThePacksThereAreIsRefused(String version, String amends, int first, String reason) {
        assertThatThrownBy(() -> reform(version, amends, first).write(LAW, into))
                .isInstanceOf(RulePackException.class)
                .hasMessageContaining(reason);
        assertThat(into).isEmptyDirectory();
    }

    @Test
    void anUnknownJurisdictionIsRefusedWithTheNearest() {
        NewPack reform = new NewPack("mx-cm", "2030.1", "2011.1", FiscalYear.of(2030), null, null, null);

        assertThatThrownBy(() -> reform.write(LAW, into))
                .isInstanceOfSatisfying(
                        RulePackException.class,
                        refusal -> assertThat(refusal.message(Locale.forLanguageTag("es")))
                                .startsWith("No hay paquetes de mx-cm.\nQuizá quiso decir: mx-cmx."));
    }

    @Test
    void yearsInTheWrongOrderAreRefused() {
        NewPack reform =
                new NewPack("mx-cmx", "2030.1", "2011.2", FiscalYear.of(2031), FiscalYear.of(2030), null, null);

        assertThatThrownBy(() -> reform.write(LAW, into)).hasMessageContaining("2030, comes before the first, 2031");
    }

    static Stream<Arguments> ruleFiles() {
        return jurisdictions()
                .map(jurisdiction -> {
                    List<PackManifest> versions = LAW.versions(jurisdiction);
                    return versions.get(versions.size() - 1);
                })
                .flatMap(newest -> {
                    String like = newest.jurisdiction() + "/" + newest.version();
                    return OpenPack.of(LAW.load(newest.jurisdiction(), newest.version())).conditions().stream()
                            .collect(Collectors.toMap(
                                    rule -> rule.text().source().file(),
                                    rule -> rule.id(),
                                    (one, other) -> one,
                                    TreeMap::new))
                            .values()
                            .stream()
                            .map(rule -> Arguments.of(like, rule));
                });
    }

    private static NewPack first(String like) {
        return new NewPack("xx-elsewhere", "2030.1", null, FiscalYear.of(2030), null, null, null, like);
    }

    /** What the copied rules rest on where the pack is of, as its author says it. */
    private void sayBases(Path folder) throws IOException {
        Path bases = folder.resolve("legal-bases.csv");
        Files.writeString(bases, Files.readString(bases).replace(",,,,,\n", ",Our law,,,the gazette,sourced\n"));
        Path coverage = folder.resolve("coverage.csv");
        Files.writeString(
                coverage,
                Files.readString(coverage)
                        .replace(",,,to-compare,", ",One,Una,encoded,")
                        .replace(",,,\n", ",,,the gazette\n"));
    }

    @ParameterizedTest
    @MethodSource("ruleFiles")
    void aFirstVersionElsewhereIsSoundWithAnyRuleFileOnceItsAuthorSaysWhatItRestsOn(String like, String rule)
            throws IOException {
        Path folder = first(like).write(LAW, into, List.of(rule)).folder();
        assertThat(faults(LAW, folder))
                .extracting(RulePackException.Fault::file)
                .isSubsetOf(
                        "xx-elsewhere/2030.1/legal-bases.csv",
                        "xx-elsewhere/2030.1/coverage.csv",
                        "xx-elsewhere/2030.1/pack.properties");
        fill(folder);
        sayBases(folder);

        assertThat(PackCheck.of(LAW, folder).faults()).isEmpty();
        RulePack pack = LAW.and(folder).given().get(0);
        assertThat(pack.rules()).extracting(Rule::id).contains(rule);
        assertThat(pack.rules())
                .extracting(each -> each.legalBasis().instrument())
                .containsOnly("Our law");
        assertThat(pack.manifest().amends()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mx-cmx-2011.1 | does not name a version elsewhere.",
                "mx-cm/2011.1 | Maybe this was meant: mx-cmx.",
                "mx-cmx/2011.7 | There is no version 2011.7 of mx-cmx"
            })
    void aVersionElsewhereThatIsNotThereIsRefused(String like, String reason) {
        assertThatThrownBy(() -> first(like).write(LAW, into)).hasMessageContaining(reason);
    }

    @Test
    void whereThereAreVersionsAlreadyNoneIsTheFirst() {
        NewPack first = new NewPack("mx-fed", "2030.1", null, FiscalYear.of(2030), null, null, null, "mx-cmx/2011.1");

        assertThatThrownBy(() -> first.write(LAW, into))
                .hasMessageContaining("There are versions of mx-fed already: 2008.1,")
                .hasMessageContaining("--amends");
        assertThatThrownBy(() -> first(null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFirstVersionIsNoWorkbook() {
        Path book = into.resolve("own.xlsx");

        assertThatThrownBy(() -> first("mx-cmx/2011.1").writeWorkbook(LAW, book, List.of(), Locale.ENGLISH))
                .hasMessageContaining("The first version of xx-elsewhere is a folder");
        assertThat(into).isEmptyDirectory();
    }

    @Test
    void aFolderWithSomethingInItIsLeftAlone() throws IOException {
        Path there = Files.createDirectory(into.resolve("mx-cmx-2030.1"));
        Files.writeString(there.resolve("notes.txt"), "mine");

        assertThatThrownBy(() -> reform("mx-cmx").write(LAW, into)).hasMessageContaining("is there already");
        assertThat(into).isDirectoryContaining(path -> path.equals(there));
        assertThat(there.resolve("notes.txt")).hasContent("mine");
    }

    @Test
    void whatDoesNotFitIsRefusedInWordsThatNameNoFileOfTheFolderThatIsGone() {
        assertThatThrownBy(() -> reform("2016.5", "2015.1", 2016).write(LAW, into))
                .hasMessageNotContaining("to-compare")
                .isInstanceOfSatisfying(
                        RulePackException.class,
                        refusal -> assertThat(refusal.message(Locale.ENGLISH))
                                .contains("Write amends=2016.2")
                                .doesNotContain(".new", "pack.properties"));
        assertThat(into).isEmptyDirectory();
    }

    @Test
    void aReformWithYearsBeforeThoseOfALaterLawIsToldToKeepThem() {
        assertThatThrownBy(() -> reform("2010.2", "2010.1", 2010).write(LAW, into))
                .hasMessageContaining("Leave 2010 to this one (fiscal-years=2010)")
                .hasMessageContaining("hrbudget rules new mx-cmx 2011.4 --amends 2011.3 --fiscal-years 2011");
    }

    @Test
    void whatIsLeftOfARunThatWasCutOffIsNamedAndLeftAlone() throws IOException {
        Path left = Files.createDirectory(into.resolve("mx-cmx-2030.1.new"));

        assertThatThrownBy(() -> reform("mx-cmx").write(LAW, into))
                .hasMessageContaining(left.toString())
                .hasMessageContaining("cut off");
        assertThat(left).isEmptyDirectory();
    }

    @Test
    void anEmptyFolderOfTheNameIsUsed() throws IOException {
        Files.createDirectory(into.resolve("mx-cmx-2030.1"));

        assertThat(reform("mx-cmx").write(LAW, into).folder().resolve("pack.properties"))
                .isRegularFile();
    }

    @Test
    void aPlaceThatIsNoFolderIsRefused() {
        assertThatThrownBy(() -> reform("mx-cmx").write(LAW, into.resolve("missing")))
                .hasMessageContaining("There is no folder");
    }

    @Test
    void whatARuleIsMadeOfIsCopiedToBeChanged() throws IOException {
        NewPack.Written written = reform("mx-cmx").write(LAW, into, List.of("unit-linking-rate-below-reference"));
        Path folder = written.folder();
        fill(folder);
        takeOutTheChecklist(folder);

        assertThat(folder.resolve("pack.properties"))
                .content(StandardCharsets.UTF_8)
                .doesNotContain("--pack");
        assertThat(written.files()).contains("unit-linking-rate.drl", "examples/unit-linking-rate-below-reference.csv");
        assertThat(folder.resolve("parameters.csv"))
                .content(StandardCharsets.UTF_8)
                .isEqualTo("""
                        code,value,unit,legal-basis
                        reference-unit-linking-rate,0.75,ratio,outcome-2011:unit-linking-rate
                        """);
        assertThat(folder.resolve("messages_es.properties"))
                .content(StandardCharsets.UTF_8)
                .contains("below-reference.remedy=");
        Path limits = folder.resolve("parameters.csv");
        Files.writeString(limits, Files.readString(limits).replace("0.75", "0.8"));
        assertThat(PackMutation.of(Drafts.load(folder), "unit-linking-rate-below-reference")
                        .mutants())
                .extracting(mutant -> mutant.change().en())
                .contains("The limit reference-unit-linking-rate became 0.81 instead of 0.8.");
    }

    @Test
    void theTextsSayHowAValueOfTheRuleIsWritten() throws IOException {
        Path folder = reform("mx-cmx").write(LAW, into, List.of()).folder();

        assertThat(folder.resolve("messages.properties"))
                .content(StandardCharsets.UTF_8)
                .contains("$quota is written {quota}");
        assertThat(folder.resolve("messages_es.properties"))
                .content(StandardCharsets.UTF_8)
                .contains("$cuota se escribe {cuota}");
    }

    /** Such a list is merged by code from the versions that have it: the copy has all rows, which are then the reform's own. */
    @Test
    void theListsThatARuleRestsOnAreCopiedWithIt() throws IOException {
        Path folder = new NewPack("mx-cmx", "2014.9", "2014.2", FiscalYear.of(2014), FiscalYear.of(2014), null, null)
                .write(LAW, into, List.of("unit-kind-unknown", "spending-type-unfit"))
                .folder();
        fill(folder);
        takeOutTheChecklist(folder);

        assertThat(folder.resolve("catalogues")).isDirectoryContaining("glob:**unit-kinds.csv");
        assertThat(folder.resolve("catalogues")).isDirectoryContaining("glob:**spending-types.csv");
        RulePack pack = LAW.and(folder).given().get(0);
        assertThat(List.of(CodeList.UNIT_KINDS, CodeList.SPENDING_TYPES))
                .allSatisfy(list -> assertThat(pack.catalogues().list(list))
                        .isEqualTo(LAW.load("mx-cmx", "2014.2").catalogues().list(list)));
    }

    /** A limit that changes with time is copied with all its rows: one of them alone would be another limit. */
    @Test
    void aDatedLimitIsCopiedWithAllItsRows(@TempDir Path later) throws IOException {
        NewPack dated = reform("mx-cmx");
        String rule = "unit-linking-rate-below-reference";
        Path folder = dated.write(LAW, into, List.of(rule)).folder();
        fill(folder);
        takeOutTheChecklist(folder);
        String table = """
                code,value,unit,legal-basis,from,to,day-of
                reference-unit-linking-rate,0.75,ratio,outcome-2011:unit-linking-rate,,2030,
                reference-unit-linking-rate,0.8,ratio,outcome-2011:unit-linking-rate,2031,,
                """;
        Files.writeString(folder.resolve("parameters.csv"), table);
        Files.writeString(folder.resolve("examples/" + rule + ".csv"), """
                silence,four of five in 2031,10CD01,01.01.01,2031
                silence,four of five in 2031,11CD01,01.01.01,2031
                silence,four of five in 2031,12CD01,01.01.01,2031
                silence,four of five in 2031,13CD01,01.01.01,2031
                silence,four of five in 2031,14CD01,,2031
                finding,none in 2031,10CD01,,2031
                silence,all in 2031,10CD01,01.01.01,2031
                """, StandardOpenOption.APPEND);

        NewPack next = new NewPack("mx-cmx", "2040.1", dated.version(), FiscalYear.of(2040), null, null, null);
        Path written = next.write(LAW.and(folder), later, List.of(rule)).folder();

        assertThat(written.resolve("parameters.csv"))
                .content(StandardCharsets.UTF_8)
                .isEqualTo(table);
        assertThat(written.resolve("pack.properties"))
                .content(StandardCharsets.UTF_8)
                .contains(
                        "--pack, con el archivo o la carpeta donde está mx-cmx/2030.1",
                        "linking-rate,,2030,\n",
                        "linking-rate,2031,,\n");
    }

    /** Kinds of units are compared as words are, so that a newer spelling is the same kind and not one more. */
    @Test
    void aCodeInAnotherSpellingTakesThePlaceOfTheOlderOne() throws IOException {
        NewPack reform = reform("mx-cmx");
        Path folder = reform.write(LAW, into, List.of("unit-kind-unknown")).folder();
        fill(folder);
        takeOutTheChecklist(folder);
        Path kinds = folder.resolve("catalogues/unit-kinds.csv");
        String code = "delegación";
        String other = "delegacion";
        Files.writeString(kinds, Files.readString(kinds).replace("\n" + code + ",", "\n" + other + ","));

        Map<String, String> before = LAW.load("mx-cmx", reform.amends())
                .catalogues()
                .list(CodeList.UNIT_KINDS)
                .orElseThrow();
        Map<String, String> after = LAW.and(folder)
                .given()
                .get(0)
                .catalogues()
                .list(CodeList.UNIT_KINDS)
                .orElseThrow();
        assertThat(before).containsKey(code);
        assertThat(after).hasSameSizeAs(before).containsKey(other).doesNotContainKey(code);
    }

    /** All that a version is made of, in Spanish names: headings, keys, words of rules, and examples, which are run. */
    @ParameterizedTest
    @MethodSource("jurisdictions")
    void inSpanishWordsEveryRuleSaysTheSame(String jurisdiction) throws IOException {
        NewPack reform = reform(jurisdiction);
        List<Rule> before = RulePacks.load(jurisdiction, reform.amends()).rules();
        NewPack.Written written =
                reform.write(LAW, into, before.stream().map(Rule::id).toList(), Locale.forLanguageTag("es"));
        Path header = written.folder().resolve("pack.properties");
        String filled = Files.readString(header);
        for (String blank : written.blanks()) {
            filled = filled.replace("\n" + blank + "=\n", "\n" + blank + "=Decreto\n");
        }
        Files.writeString(header, filled);
        takeOutTheChecklist(written.folder());

        RulePack pack = LAW.and(written.folder()).given().get(0);
        List<Rule> after = pack.rules();
        assertThat(CodeList.values())
                .allSatisfy(list -> assertThat(pack.catalogues().list(list))
                        .isEqualTo(LAW.load(jurisdiction, reform.amends())
                                .catalogues()
                                .list(list)));
        assertThat(written.blanks()).containsExactly("título-en-inglés", "título", "instrumento");
        assertThat(after).usingRecursiveComparison().ignoringFields("file").isEqualTo(before);
        assertThat(filled)
                .contains("\nmodifica=", "\nejercicios-fiscales=2030-\n")
                .doesNotContain("FILL");
        assertThat(written.folder().resolve("coverage.csv"))
                .content(StandardCharsets.UTF_8)
                .startsWith("sección,");
    }

    @Test
    void aRuleThatIsNotThereCannotBeChanged() {
        assertThatThrownBy(() -> reform("mx-cmx").write(LAW, into, List.of("line-names-no-acton")))
                .hasMessageContaining("Maybe this was meant: line-names-no-action.");
        assertThat(into).isEmptyDirectory();
    }
}
