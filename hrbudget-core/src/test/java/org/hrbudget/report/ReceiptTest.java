package org.hrbudget.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.hrbudget.io.Input;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.Position;
import org.hrbudget.model.Waiver;
import org.hrbudget.validation.Severity;
import org.hrbudget.validation.Verdict;
import org.junit.jupiter.api.Test;

class ReceiptTest {

    private static final List<Receipt.File> FILES = List.of(new Receipt.File("FILE", "budget.csv", "ab".repeat(32)));
    private static final List<Receipt.Option> OPTIONS = List.of(new Receipt.Option("--rules", "mx-cmx"));

    private final ReportDocument sample =
            ReportDocument.of(Samples.report(), Samples.SPANISH, Map.of("startedAt", "x"));
    private final Receipt receipt = Receipt.of(sample, FILES, OPTIONS);

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        assertThat(read(bytes(receipt))).isEqualTo(receipt);
        assertThat(receipt.signature()).isNull();
        assertThat(text(receipt)).doesNotContain("\"signature\"").endsWith("}\n");
    }

    @Test
    void theDigestIsOfTheAnswerAlone() throws IOException {
        ReportDocument later = ReportDocument.of(Samples.report(), Samples.SPANISH, Map.of("startedAt", "y"));
        assertThat(Receipt.digest(later)).isEqualTo(receipt.reportSha256());
        assertThat(Receipt.digest(later.since(sample))).isEqualTo(receipt.reportSha256());
        assertThat(Receipt.digest(ReportDocument.of(Samples.report(), Locale.ENGLISH, Map.of())))
                .isNotEqualTo(receipt.reportSha256());
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        JsonReport.write(ReportDocument.of(Samples.report(), Samples.SPANISH, Map.of()), json);
        assertThat(Input.of("report.json", () -> new ByteArrayInputStream(json.toByteArray()))
                        .sha256())
                .as("the digest of a report written without notes of its run is that of its bytes")
                .isEqualTo(receipt.reportSha256());
    }

    @Test
    void warningsStandInTheirVeryWordsAndWaiversAreListed() {
        ReportDocument.Defect finding = sample.findings().get(0);
        Waiver waiver = new Waiver(
                finding.fingerprint(),
                null,
                null,
                "Motivo",
                "Ana Ruiz",
                LocalDate.of(2011, 1, 1),
                new Position("d.csv", 2));
        ReportDocument waived = sample.waiving(List.of(waiver), LocalDate.of(2010, 11, 15));

        assertThat(receipt.waivers()).isEmpty();
        assertThat(Receipt.of(waived, FILES, OPTIONS).waivers()).isEqualTo(waived.waivers());
        assertThat(Receipt.digest(waived)).isNotEqualTo(receipt.reportSha256());
        assertThat(receipt.warnings())
                .extracting(Receipt.Warning::message)
                .containsExactlyElementsOf(sample.findings().stream()
                        .filter(each -> each.severity() == Severity.WARNING)
                        .map(ReportDocument.Defect::message)
                        .toList());
    }

    @Test
    void aSignatureHoldsUntilAnythingIsChanged() throws Exception {
        KeyPair keys = keys();
        byte[] signed = bytes(receipt.signed(keys));

        assertThat(read(signed).signer()).isEqualTo(keys.getPublic());
        assertThat(receipt.signer()).isNull();
        String text = new String(signed, StandardCharsets.UTF_8);
        for (String[] change : new String[][] {
            {"budget.csv\"", "budget2.csv\""},
            {"\"violated\": 12", "\"violated\": 11"},
            {"ababab", "ababac"},
            {"mx-cmx\"", "mx-fed\""}
        }) {
            assertThat(text).contains(change[0]);
            String forged = text.replaceFirst(change[0].replace("\"", "\\\""), change[1]);
            assertThat(read(forged.getBytes(StandardCharsets.UTF_8)).signer())
                    .as(change[0])
                    .isNull();
        }
        assertThat(text(receipt.signed(keys()))).isNotEqualTo(text);
    }

    @Test
    void keysOfTwoPairsAreRefused() throws GeneralSecurityException {
        KeyPair mixed = new KeyPair(keys().getPublic(), keys().getPrivate());
        assertThatThrownBy(() -> receipt.signed(mixed)).isInstanceOf(IllegalArgumentException.class);
        KeyPairGenerator other = KeyPairGenerator.getInstance("RSA");
        other.initialize(1024);
        KeyPair rsa = other.generateKeyPair();
        assertThatThrownBy(() -> receipt.signed(rsa)).hasMessageContaining("Ed25519");
    }

    @Test
    void theSameAnswerHasNoDifferences() {
        assertThat(receipt.differences(ReportDocument.of(Samples.report(), Samples.SPANISH, Map.of())))
                .isEmpty();
    }

    @Test
    void whatIsAnsweredOtherwiseIsSaid() throws IOException {
        ReportDocument other = changed("\"violated\": 12", "\"violated\": 11");
        assertThat(receipt.differences(other)).singleElement().satisfies(said -> {
            assertThat(said.en())
                    .contains("line-names-no-action (mx-cmx 2011.1): was 12 found")
                    .contains("is 11 found");
            assertThat(said.es()).contains("antes 12 hallados").contains("ahora 11 hallados");
        });
        ReportDocument compliant =
                ReportDocument.of(Samples.report(Verdict.COMPLIANT, "budget.csv"), Samples.SPANISH, Map.of());
        if (sample.verdict() != Verdict.COMPLIANT) {
            assertThat(receipt.differences(compliant).get(0).es())
                    .contains("El dictamen era")
                    .contains("CUMPLE");
        }
        assertThat(receipt.differences(changed("Señale la línea de acción.", "Señálela.")))
                .singleElement()
                .satisfies(said ->
                        assertThat(said.en()).startsWith("Verdict, totals and the counts of rules are the same"));
    }

    @Test
    void whatIsNoReceiptIsRefused() {
        for (String text : new String[] {"", "null", "{}", "[1]", "{\"schemaVersion\": \"9.0\"}"}) {
            assertThatThrownBy(() -> read(text.getBytes(StandardCharsets.UTF_8)))
                    .as(text)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Maybe");
        }
    }

    private ReportDocument changed(String before, String now) throws IOException {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        JsonReport.write(sample, json);
        String text = json.toString(StandardCharsets.UTF_8);
        assertThat(text).contains(before);
        return JsonReport.read(
                new ByteArrayInputStream(text.replace(before, now).getBytes(StandardCharsets.UTF_8)));
    }

    private static KeyPair keys() throws GeneralSecurityException {
        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    private static byte[] bytes(Receipt receipt) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        receipt.write(out);
        return out.toByteArray();
    }

    private static String text(Receipt receipt) throws IOException {
        return new String(bytes(receipt), StandardCharsets.UTF_8);
    }

    private static Receipt read(byte[] bytes) throws IOException {
        return Receipt.read(new ByteArrayInputStream(bytes));
    }

    @Test
    void theTermsOfAReceiptReadAndJudgeAsTheyDidBefore() throws IOException {
        Input budget = Input.of(
                "budget.csv",
                () -> new ByteArrayInputStream(
                        "unit_code;object_code;proposed\n01CD01;1131;1.234,50\n".getBytes(StandardCharsets.UTF_8)));
        Receipt.Terms terms = new Receipt.Terms(
                List.of(
                        new Receipt.Option("--rules", "mx-cmx"),
                        new Receipt.Option("--fiscal-year", "2011"),
                        new Receipt.Option("--as-of", "2010-11-15"),
                        new Receipt.Option("--phase", "proposed"),
                        new Receipt.Option("--scope", "unit"),
                        new Receipt.Option("--separator", ";"),
                        new Receipt.Option("--decimal", ","),
                        new Receipt.Option("--submitted", "2010-11-12")),
                List.of());
        Receipt.Terms again = read(bytes(Receipt.of(sample, FILES, terms))).terms();
        assertThat(again.options()).isEqualTo(terms.options());
        assertThat(again.unknown()).isEmpty();
        try (var reader =
                again.reading(List.of(budget), file -> budget).source().open()) {
            assertThat(reader.header().scope()).isEqualTo(BudgetHeader.Scope.UNIT);
            assertThat(reader.header().submitted()).isEqualTo(LocalDate.of(2010, 11, 12));
            assertThat(reader.header().phase()).isEqualTo(BudgetPhase.PROPOSED);
            assertThat(Objects.requireNonNull(reader.next()).amounts().get(AmountKind.PROPOSED))
                    .isEqualByComparingTo("1234.50");
        }
    }

    @Test
    void termsThatAreNoneAreRefusedAndUnknownOnesNamed() {
        Receipt.Terms terms = new Receipt.Terms(
                List.of(new Receipt.Option("--rules", "mx-cmx"), new Receipt.Option("--findings-out", "x.csv")),
                List.of(new Receipt.File("--spell", "x", "x")));
        assertThat(terms.unknown()).containsExactly("--findings-out", "--spell");
        assertThatThrownBy(terms::fiscalYear)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--fiscal-year");
        Receipt.Terms phase =
                terms.and(new Receipt.Option("--fiscal-year", "2011"), new Receipt.Option("--phase", "later"));
        List<Input> budget = List.of(Input.of("b.csv", () -> new ByteArrayInputStream(new byte[0])));
        assertThatThrownBy(() -> phase.reading(budget, file -> budget.get(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("later");
    }

    @Test
    void keysAreReadFromText() throws GeneralSecurityException {
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        String open = pem("PUBLIC KEY", keys.getPublic().getEncoded());
        KeyPair read = Receipt.Seal.keys(pem("PRIVATE KEY", keys.getPrivate().getEncoded()) + open);
        assertThat(receipt.signed(read).signer()).isEqualTo(Receipt.Seal.publicKey(open));
        assertThatThrownBy(() -> Receipt.Seal.keys(open))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PRIVATE KEY");
        assertThatThrownBy(() -> Receipt.Seal.publicKey(pem("PUBLIC KEY", new byte[] {1})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Ed25519");
    }

    private static String pem(String kind, byte[] key) {
        return "-----BEGIN " + kind + "-----\n" + Base64.getEncoder().encodeToString(key) + "\n-----END " + kind
                + "-----\n";
    }
}
