package org.hrbudget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hrbudget.io.Layout;
import org.hrbudget.report.JsonReport;
import org.hrbudget.report.Receipt;
import org.hrbudget.report.ReportDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Synthetic budgets of two lines. */
class VerifyCommandTest {

    private static final String HEADINGS = "id,unit_code,programme_code,object_code,approved,modified\n";

    @TempDir
    private Path folder;

    private Path budget;
    private Path receipt;

    @BeforeEach
    void writeBudget() throws IOException {
        budget = file("budget.csv", HEADINGS + "A1,11CD01,E001,1131,100.00,100.00\nA2,13CD01,E001,1131,-1.00,-1.00\n");
        receipt = folder.resolve("receipt.json");
    }

    @Test
    void anAnswerThatCanBeDrawnAgainIsTheSame() {
        CommandRun first = validate();
        CommandRun run = verify();

        assertThat(first.err()).isEmpty();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("It is not signed", "same     budget.csv (budget)", "same     mx-cmx 2011.1")
                .contains("The same, to the last byte of the report.")
                .doesNotContain("ALTERED", "CHANGED");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void anAnswerByAVersionThatTheLawOfTheDayHasNotIsDrawnAgainByThatVersion() {
        CommandRun first = validate("--rules", "mx-cmx/2011.2");
        CommandRun run = verify();

        assertThat(first.err()).isEmpty();
        assertThat(run.out()).contains("same     mx-cmx 2011.2", "The same, to the last byte of the report.");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void aByteFlippedInAnyInputIsTold() throws IOException {
        Map<String, Path> beside = new LinkedHashMap<>();
        beside.put("--links", file("links.csv", "line,action,amount\nA1,01.01.06,5.00\n"));
        beside.put(
                "--programme",
                file("programme.csv", "code,sequence,title\n01.01.06,6,Placeholder\n01.01.07,7,Placeholder\n"));
        beside.put("--baseline", file("baseline.csv", "fiscal_year,action,amount\n2010,01.01.06,5.00\n"));
        beside.put("--item-catalogue", file("items.csv", "code\n1131\n1132\n"));
        beside.put("--goals", file("goals.csv", "fiscal_year,unit,name,quantity\n2011,11CD01,Courses,12\n"));
        beside.put("--indicators", file("indicators.csv", "fiscal_year,unit,name\n2011,11CD01,Courses\n"));
        beside.put("--unit-actions", file("actions.csv", "fiscal_year,unit,action\n2011,11CD01,01.01.06\n"));
        beside.put("--policy-frameworks", file("frameworks.csv", "fiscal_year,unit,activity\n2011,11CD01,1\n"));
        beside.put("--results-matrix", file("matrix.csv", "fiscal_year,unit,programme\n2011,11CD01,E001\n"));
        beside.put("--layout", file("layout.json", ownLayout()));
        beside.put(
                "--waivers",
                file("waivers.csv", "fingerprint,rule,unit,reason,who,until\n0123456789abcdef,,,Why,Who,2011-01-01\n"));
        List<String> args = new ArrayList<>();
        beside.forEach((option, file) -> args.addAll(List.of(option, file.toString())));
        CommandRun first = validate(args.toArray(String[]::new));
        assertThat(first.err()).isEmpty();
        assertThat(verify().out()).contains("The same, to the last byte").doesNotContain("ALTERED");

        List<Path> all = new ArrayList<>(beside.values());
        all.add(budget);
        for (Path file : all) {
            byte[] bytes = Files.readAllBytes(file);
            byte[] flipped = bytes.clone();
            int last = bytes.length - 1;
            while (!Character.isLetterOrDigit(flipped[last])) {
                last--;
            }
            flipped[last] ^= 1;
            Files.write(file, flipped);
            CommandRun run = verify();
            assertThat(run.out())
                    .as("%s: %s", file, run.err())
                    .containsOnlyOnce("ALTERED")
                    .contains("ALTERED  " + file.getFileName());
            assertThat(run.exitCode()).isNotZero();
            Files.write(file, bytes);
        }
        assertThat(verify().exitCode()).isZero();
    }

    @Test
    void whatAnAlteredFileChangesInTheAnswerIsTold() throws IOException {
        validate();
        file("budget.csv", HEADINGS + "A1,11CD01,E001,1131,100.00,100.00\nA2,13CD01,E001,1131,1.00,1.00\n");
        CommandRun run = verify();

        assertThat(run.out())
                .contains("ALTERED  budget.csv (budget)")
                .contains("answer otherwise:")
                .contains("What the lines come to (Approved) was 99.00 and is 101.00.")
                .contains("approved-negative (mx-cmx 2011.1): was 1 found, 2 judged, 0 not; is none found, 2 judged,");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(verify("--lang", "es").out()).contains("ALTERADO", "responden otra cosa:", "antes 1 hallados");
    }

    @Test
    void aFileThatIsNotThereIsLookedForWhereItIsSaid() throws IOException {
        validate();
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.move(budget, other.resolve("renamed.csv"));

        CommandRun lost = verify();
        assertThat(lost.out()).contains("MISSING  budget.csv").contains("cannot be drawn again");
        assertThat(lost.exitCode()).isEqualTo(3);
        // Its name is part of the report.
        assertThat(verify("--in", other.toString()).out())
                .contains("same     budget.csv")
                .contains("Verdict, totals and the counts of rules are the same");
        Files.move(other.resolve("renamed.csv"), other.resolve("budget.csv"));
        assertThat(verify("--in", other.toString()).exitCode()).isZero();
    }

    @Test
    void aLaterLawIsToldWithItsDay() {
        validate();
        CommandRun run = CommandRun.of("verify", receipt.toString(), "--as-of", "2011-06-30");

        assertThat(run.out())
                .contains("same     mx-cmx 2011.1, by the law of 2010-11-15")
                .contains("CHANGED  mx-cmx 2011.3 governs since 2011-05-30, in place of mx-cmx 2011.1.")
                .contains("The same, to the last byte");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void aPackOfOnesOwnIsHeldBesideItsFiles() throws IOException, InterruptedException {
        Path pack = folder.resolve("pack");
        copy(Path.of("src/test/resources/org/hrbudget/cli/reforms/severity/pack"), pack);
        CommandRun first = CommandRun.of(
                "validate",
                budget.toString(),
                "--rules",
                "mx-cmx",
                "--fiscal-year",
                "2012",
                "--as-of",
                "2012-01-01",
                "--pack",
                pack.toString(),
                "--receipt",
                receipt.toString());
        Path drl = pack.resolve("spending-types.drl");
        String sound = Files.readString(drl, StandardCharsets.UTF_8);
        CommandRun same = CommandRun.of("verify", receipt.toString(), "--as-of", "2012-01-01");
        assertThat(same.out())
                .as(first.out() + first.err() + same.err())
                .contains("same     pack (--pack)", "same     mx-cmx 2012.1")
                .contains("The same");

        Files.writeString(drl, sound + "// later\n", StandardCharsets.UTF_8);
        CommandRun altered = CommandRun.of("verify", receipt.toString(), "--as-of", "2012-01-01");
        Files.writeString(drl, sound + "rule", StandardCharsets.UTF_8);
        CommandRun broken = CommandRun.of("verify", receipt.toString(), "--as-of", "2012-01-01");

        assertThat(altered.out())
                .contains("ALTERED  pack (--pack)")
                .contains(
                        "ALTERED  mx-cmx 2012.1: these of its files are others now: mx-cmx/2012.1/spending-types.drl.");
        assertThat(altered.exitCode()).isNotZero();
        assertThat(broken.out())
                .contains("ALTERED  A pack of your own can no longer be used")
                .contains("spending-types.drl");
        assertThat(broken.exitCode()).isEqualTo(3);
    }

    @Test
    void aSignatureIsSaidToBeThatOfWhomOneTrusts() throws IOException {
        Path keys = folder.resolve("ana.pem");
        Path open = folder.resolve("ana.pem.pub");
        assertThat(CommandRun.of("keys", "--out", keys.toString()).exitCode()).isZero();
        CommandRun again = CommandRun.of("keys", "--out", keys.toString());
        assertThat(again.err()).contains("ana.pem is already there");
        validate("--sign", keys.toString());

        assertThat(verify("--trust", open.toString()).out()).contains("It is signed by ana.pem.pub, whom you trust.");
        assertThat(verify().out()).contains("by somebody you did not say you trust");
        assertThat(verify().exitCode()).isZero();
        Path strangers = folder.resolve("eva.pem");
        CommandRun.of("keys", "--out", strangers.toString());
        assertThat(verify("--trust", strangers + ".pub").exitCode()).isEqualTo(1);
        Files.writeString(
                receipt, Files.readString(receipt, StandardCharsets.UTF_8).replace("2010-11-15", "2010-11-16"));
        CommandRun forged = verify("--trust", open.toString());
        assertThat(forged.out()).contains("THE SIGNATURE DOES NOT FIT");
        assertThat(forged.exitCode()).isEqualTo(1);
    }

    /** An option that the answer depends on, and that the terms of receipts lack, would make receipts that nobody can verify. */
    @Test
    void theTermsOfReceiptsHaveEveryOptionThatIsPartOfTheAnswer() {
        CommandLine validate =
                Commands.in(new ProgramWords(Locale.ENGLISH)).getSubcommands().get("validate");
        List<String> names = validate.getCommandSpec().options().stream()
                .map(option -> option.longestName())
                .filter(name -> !ReceiptFile.NO_PART.contains(name))
                .toList();
        Set<String> unknown = new TreeSet<>(new Receipt.Terms(
                        names.stream()
                                .map(name -> new Receipt.Option(name, "x"))
                                .toList(),
                        List.of())
                .unknown());
        unknown.retainAll(new Receipt.Terms(
                        List.of(),
                        names.stream()
                                .map(name -> new Receipt.File(name, "x", "x"))
                                .toList())
                .unknown());
        assertThat(names).hasSizeGreaterThan(20);
        assertThat(unknown).isEmpty();
    }

    /** A receipt comes from anybody: it may name no file to write, and its own words prove nothing. */
    @Test
    void whatAReceiptClaimsIsNotBelieved() throws IOException {
        validate();
        String sound = Files.readString(receipt, StandardCharsets.UTF_8);
        Path victim = file("victim.csv", "untouched");

        write(sound.replace(
                "\"options\": [", "\"options\": [{\"name\": \"--findings-out\", \"value\": \"" + victim + "\"},"));
        CommandRun writing = verify();
        assertThat(writing.exitCode()).isEqualTo(3);
        assertThat(writing.err()).contains("--findings-out");
        assertThat(victim).hasContent("untouched");

        write(sound.replace("\"verdict\": \"UNDETERMINED\"", "\"verdict\": \"COMPLIANT\""));
        CommandRun better = verify();
        assertThat(better.out()).contains("The verdict was COMPLIANT and is UNDETERMINED.");
        assertThat(better.exitCode()).isEqualTo(1);

        write(sound.replaceAll("(?s)\"packs\": \\[.*?\\n  \\],", "\"packs\": [],"));
        assertThat(verify().out()).contains("The receipt says otherwise than the report it names: it was changed.");
        for (String[] change : new String[][] {
            {"\"language\": \"en\",", "\"language\": \"en\", \"language\": \"es\","},
            {"\"language\": \"en\",", "\"language\": \"en\", \"note\": \"trust me\","},
            {"\"asOf\": \"2010-11-15\"", "\"asOf\": \"nonsense\""},
            {"\"option\": \"FILE\"", "\"option\": null"}
        }) {
            assertThat(sound).contains(change[0]);
            write(sound.replace(change[0], change[1]));
            assertThat(verify().exitCode()).as(change[1]).isEqualTo(3);
            assertThat(verify().err()).as(change[1]).contains("is no receipt");
        }
    }

    private void write(String text) throws IOException {
        Files.writeString(receipt, text, StandardCharsets.UTF_8);
    }

    @Test
    void aPackIsSaidToBeSignedByWhomOneTrustsOrByNobody() throws IOException {
        Path pack = folder.resolve("pack");
        copy(Path.of("src/test/resources/org/hrbudget/cli/reforms/severity/pack"), pack);
        Path keys = folder.resolve("ana.pem");
        CommandRun.of("keys", "--out", keys.toString());
        String[] plain = {
            "validate",
            budget.toString(),
            "--rules",
            "mx-cmx",
            "--fiscal-year",
            "2012",
            "--as-of",
            "2012-01-01",
            "--pack",
            pack.toString()
        };
        List<String> trusting = new ArrayList<>(List.of(plain));
        trusting.addAll(List.of("--trust", keys + ".pub"));

        assertThat(CommandRun.of(plain).err()).contains("pack is not signed");
        CommandRun signed = CommandRun.of("rules", "sign", pack.toString(), "--key", keys.toString());
        assertThat(signed.out()).contains("mx-cmx 2012.1 is signed in").contains("pack.sig");
        assertThat(CommandRun.of(plain).err()).contains("signed by somebody you did not say you trust");
        assertThat(CommandRun.of(trusting.toArray(String[]::new)).err())
                .contains("is signed by ana.pem.pub, whom you trust");
        Path drl = pack.resolve("spending-types.drl");
        Files.writeString(drl, Files.readString(drl, StandardCharsets.UTF_8) + "// later\n", StandardCharsets.UTF_8);
        assertThat(CommandRun.of(trusting.toArray(String[]::new)).err()).contains("is NOT what was signed in");
        Files.writeString(folder.resolve("pack.sig"), "{}", StandardCharsets.UTF_8);
        assertThat(CommandRun.of(plain).err()).contains("is NOT what was signed in");
    }

    @Test
    void whatCannotSignOrIsNoReceiptIsRefusedBeforeAnythingElse() throws IOException {
        Path none = file("none.pem", "no key");
        assertThat(validate("--sign", none.toString()).err()).contains("none.pem has no \"PUBLIC KEY\"");
        assertThat(receipt).doesNotExist();
        assertThat(CommandRun.of(
                                "validate",
                                budget.toString(),
                                "--rules",
                                "mx-cmx",
                                "--fiscal-year",
                                "2011",
                                "--as-of",
                                "2010-11-15",
                                "--sign",
                                none.toString())
                        .err())
                .contains("Add --receipt");
        assertThat(CommandRun.of("verify", none.toString()).err()).contains("none.pem is no receipt");
        assertThat(CommandRun.of("verify", folder.resolve("gone.json").toString())
                        .err())
                .contains("gone.json does not exist");
    }

    @Test
    void aBudgetOnStandardInputIsFoundByItsBytes() throws IOException {
        byte[] bytes = Files.readAllBytes(budget);
        CommandRun.fed(
                bytes,
                "validate",
                "-",
                "--rules",
                "mx-cmx",
                "--fiscal-year",
                "2011",
                "--as-of",
                "2010-11-15",
                "--receipt",
                receipt.toString());
        assertThat(verify().exitCode()).isEqualTo(3);
        assertThat(verify("--in", folder.toString()).out()).contains("The same, to the last byte");
    }

    @Test
    void tenWaiversOfWhichTwoHaveEndedAreListedInTheReceiptAndDoNotCount() throws IOException {
        StringBuilder lines = new StringBuilder(HEADINGS);
        StringBuilder waivers = new StringBuilder("rule,unit,reason,who,until\n");
        for (int i = 10; i < 20; i++) {
            lines.append("A").append(i).append(",").append(i).append("CD01,E001,1131,-1.00,-1.00\n");
            waivers.append("approved-negative,").append(i).append("CD01,A correction,Ana Ruiz,");
            waivers.append(i < 12 ? "2010-11-14\n" : "2010-11-15\n");
        }
        file("budget.csv", lines.toString());
        Path given = file("waivers.csv", waivers.toString());
        Path json = folder.resolve("report.json");
        CommandRun run = validate("--waivers", given.toString(), "--format", "json=" + json, "--format", "text");

        ReportDocument document = JsonReport.read(new ByteArrayInputStream(Files.readAllBytes(json)));
        Receipt written = Receipt.read(new ByteArrayInputStream(Files.readAllBytes(receipt)));
        assertThat(written.waivers()).isEqualTo(document.waivers()).hasSize(10);
        assertThat(written.waivers())
                .filteredOn(waiver -> waiver.state() == ReportDocument.Waived.State.EXPIRED)
                .hasSize(2);
        assertThat(document.findings())
                .filteredOn(finding -> finding.waiver() != null)
                .hasSize(8);
        assertThat(document.problems())
                .extracting(ReportDocument.Fault::subject)
                .contains("waivers.csv:2", "waivers.csv:3");
        assertThat(written.warnings())
                .filteredOn(warning -> warning.ruleId().equals("approved-negative"))
                .hasSize(10);
        assertThat(run.err()).isEmpty();
        assertThat(verify().out()).contains("same     waivers.csv (--waivers)").contains("The same, to the last byte");
    }

    private CommandRun validate(String... more) {
        List<String> args = new ArrayList<>(List.of(
                "validate",
                budget.toString(),
                "--fiscal-year",
                "2011",
                "--as-of",
                "2010-11-15",
                "--receipt",
                receipt.toString()));
        args.addAll(List.of(more));
        if (!args.contains("--rules")) {
            args.addAll(List.of("--rules", "mx-cmx"));
        }
        return CommandRun.of(args.toArray(String[]::new));
    }

    private CommandRun verify(String... more) {
        List<String> args = new ArrayList<>(List.of("verify", receipt.toString(), "--as-of", "2010-11-15"));
        args.addAll(List.of(more));
        return CommandRun.of(args.toArray(String[]::new));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    private static String ownLayout() throws IOException {
        try (InputStream layout = Layout.class.getResourceAsStream("layouts/hrbudget.json")) {
            return new String(layout.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path each : files.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
        }
    }
}
