package org.hrbudget.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.DocumentType;
import org.hrbudget.io.Input;
import org.hrbudget.io.Layout;
import org.hrbudget.io.Waivers;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.Waiver;
import org.hrbudget.report.internal.JsonDocument;
import org.hrbudget.text.Wording;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.LedgerEntry;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.Severity;
import org.hrbudget.validation.Verdict;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;

/**
 * What proves a report: the digests of all that was read, the law, the options, the answer in figures, and the digest of the report. With
 * the files at hand the answer can be drawn again and held beside it, by whoever has this library. Immutable.
 *
 * <pre>{@code
 * Receipt receipt = Receipt.of(document, List.of(new Receipt.File("FILE", "budget.csv", Input.of(budget).sha256())), List.of());
 * try (OutputStream out = Files.newOutputStream(Path.of("receipt.json"))) {
 *     receipt.signed(keys).write(out);
 * }
 * // A year later:
 * receipt.differences(documentOfToday);     // empty where the answer is the same
 * }</pre>
 *
 * @param schemaVersion the version of this shape: {@value #SCHEMA_VERSION}
 * @param tool what made the report
 * @param language the language of its words
 * @param budget what was checked, and what it comes to
 * @param verdict the verdict
 * @param reportSha256 the digest of the report, see {@link #digest}
 * @param files what was read
 * @param options the other options that the answer depends on, in the order given
 * @param packs the packs, each with the SHA-256 of its files, and how it was chosen
 * @param rules what each rule did, in the order of the packs and of their law
 * @param warnings the warnings that stand, in their very words, those let stand by a waiver too
 * @param waivers the waivers and what became of each; empty where none were given
 * @param run how the run came about, such as its time
 * @param signature who signed all of this, or {@code null}, and then no key at all, where nobody did
 */
public record Receipt(
        String schemaVersion,
        ReportDocument.Tool tool,
        String language,
        ReportDocument.Budget budget,
        Verdict verdict,
        String reportSha256,
        List<File> files,
        List<Option> options,
        List<ReportDocument.Selection> packs,
        List<RuleCount> rules,
        List<Warning> warnings,
        List<ReportDocument.Waived> waivers,
        Map<String, String> run,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Seal signature) {

    /** The version of the shape this library writes. */
    public static final String SCHEMA_VERSION = "1.0";

    private static final String ALGORITHM = "Ed25519";

    private static final Wording WORDING = Wording.beside(Receipt.class, "words");

    /**
     * Something that was read.
     *
     * @param option the option it was given by, such as {@code --programme}, or {@code FILE} for the budget's own
     * @param path where it was, relative to the place of the receipt where it can be, with slashes between folders
     * @param sha256 the SHA-256 of its bytes, in lower-case hexadecimal; of a folder, that of a list of its files which the caller makes
     */
    public record File(String option, String path, String sha256) {

        /** Refuses what is {@code null}. */
        public File {
            Objects.requireNonNull(option, "option");
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(sha256, "sha256");
        }
    }

    /**
     * An option.
     *
     * @param name its name
     * @param value its value
     */
    public record Option(String name, String value) {

        /** Refuses what is {@code null}. */
        public Option {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * What a rule did.
     *
     * @param pack the rule's pack
     * @param ruleId the rule
     * @param outcome what became of it
     * @param examined the facts it could judge
     * @param violated the defects it found
     * @param undetermined the facts it could not judge
     */
    public record RuleCount(
            String pack, String ruleId, LedgerEntry.Outcome outcome, long examined, long violated, long undetermined) {

        /** Refuses what is {@code null}. */
        public RuleCount {
            Objects.requireNonNull(pack, "pack");
            Objects.requireNonNull(ruleId, "ruleId");
            Objects.requireNonNull(outcome, "outcome");
        }
    }

    /**
     * A warning that stands.
     *
     * @param fingerprint its fingerprint
     * @param ruleId its rule
     * @param message what is wrong, word by word as it was shown
     */
    public record Warning(String fingerprint, String ruleId, String message) {

        /** Refuses what is {@code null}. */
        public Warning {
            Objects.requireNonNull(fingerprint, "fingerprint");
            Objects.requireNonNull(ruleId, "ruleId");
            Objects.requireNonNull(message, "message");
        }
    }

    /**
     * A signature over bytes: of a receipt, over everything else in it, as this library writes it.
     *
     * @param algorithm {@code Ed25519}
     * @param publicKey the signer's public key, X.509 in Base64
     * @param value the signature in Base64
     */
    public record Seal(String algorithm, String publicKey, String value) {

        /** Refuses what is {@code null}. */
        public Seal {
            Objects.requireNonNull(algorithm, "algorithm");
            Objects.requireNonNull(publicKey, "publicKey");
            Objects.requireNonNull(value, "value");
        }

        /**
         * {@return the signature over some bytes}
         *
         * @param bytes what is signed
         * @param keys an Ed25519 key pair
         * @throws IllegalArgumentException if the keys are of another kind or not of one pair
         */
        public static Seal over(byte[] bytes, KeyPair keys) {
            try {
                Signature signature = Signature.getInstance(ALGORITHM);
                signature.initSign(keys.getPrivate());
                signature.update(bytes);
                Seal seal = new Seal(
                        ALGORITHM,
                        Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()),
                        Base64.getEncoder().encodeToString(signature.sign()));
                if (seal.signer(bytes) == null) {
                    throw new IllegalArgumentException(
                            "The public key is not that of the private key.\nMaybe give both of one pair.");
                }
                return seal;
            } catch (GeneralSecurityException e) {
                throw new IllegalArgumentException(
                        "The key cannot sign: " + e.getMessage() + ".\nMaybe give an Ed25519 key.", e);
            }
        }

        /**
         * {@return the pair of keys in a text as other programs write it too, PEM: the private key of PKCS #8, the public one of X.509}
         *
         * @param pem one below the other
         * @throws IllegalArgumentException if one is not there or is not of Ed25519
         */
        public static KeyPair keys(String pem) {
            try {
                return new KeyPair(
                        publicKey(pem),
                        KeyFactory.getInstance(ALGORITHM)
                                .generatePrivate(new PKCS8EncodedKeySpec(block(pem, "PRIVATE KEY"))));
            } catch (GeneralSecurityException e) {
                throw other(e);
            }
        }

        /**
         * {@return the public key in a text, see {@link #keys}}
         *
         * @param pem the text; a private key in it is not looked at
         * @throws IllegalArgumentException if it is not there or is not of Ed25519
         */
        public static PublicKey publicKey(String pem) {
            try {
                return KeyFactory.getInstance(ALGORITHM)
                        .generatePublic(new X509EncodedKeySpec(block(pem, "PUBLIC KEY")));
            } catch (GeneralSecurityException e) {
                throw other(e);
            }
        }

        private static IllegalArgumentException other(GeneralSecurityException fault) {
            return new IllegalArgumentException(
                    "The key is none of Ed25519.\nMaybe make a pair with hrbudget keys.", fault);
        }

        private static byte[] block(String pem, String kind) {
            Matcher block = Pattern.compile(
                            "-----BEGIN " + kind + "-----([A-Za-z0-9+/=\\s]*)-----END " + kind + "-----")
                    .matcher(pem);
            if (!block.find()) {
                throw new IllegalArgumentException(
                        "There is no \"" + kind + "\".\nMaybe the file has only the other key of the pair.");
            }
            return Base64.getMimeDecoder().decode(block.group(1));
        }

        /**
         * {@return the key that signed, or {@code null} where it signed other bytes} Whether that key is to be trusted is for the caller to
         * know.
         *
         * @param bytes what must have been signed
         */
        public @Nullable PublicKey signer(byte[] bytes) {
            if (!ALGORITHM.equals(algorithm)) {
                return null;
            }
            try {
                PublicKey key = KeyFactory.getInstance(ALGORITHM)
                        .generatePublic(
                                new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey)));
                Signature check = Signature.getInstance(ALGORITHM);
                check.initVerify(key);
                check.update(bytes);
                return check.verify(Base64.getDecoder().decode(value)) ? key : null;
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                return null;
            }
        }
    }

    /**
     * What an answer depends on beside the bytes of the budget, under the names that the command line has for it. Whoever judges by terms and
     * names them in the receipt can have the answer drawn again by {@code hrbudget verify}; whoever has the receipt has its terms. Immutable.
     *
     * <pre>{@code
     * Receipt.Terms terms = new Receipt.Terms(
     *         List.of(
     *                 new Receipt.Option("--rules", "mx-cmx"),
     *                 new Receipt.Option("--fiscal-year", "2011"),
     *                 new Receipt.Option("--as-of", "2010-11-15"),
     *                 new Receipt.Option("--scope", "unit")),
     *         List.of(new Receipt.File("--programme", "programme.csv", programme.sha256())));
     * BudgetValidator validator = terms.validator(packs, file -> programme).build();
     * ValidationReport report = validator.validate(terms.reading(List.of(budget), file -> programme).source());
     * }</pre>
     *
     * @param options {@code --rules}, jurisdictions, whose law of the day is asked, or versions such as {@code mx-cmx/2011.2}, with commas between; {@code --fiscal-year}; {@code --as-of}; and where they are given
     *     {@code --layout} by its name, {@code --sheet}, {@code --entry}, {@code --charset}, {@code --separator}, {@code --decimal},
     *     {@code --heading-row}, {@code --phase}, {@code --scope}, {@code --submitted}, {@code --jurisdiction}, {@code --currency} and
     *     {@code --max-findings-per-rule}, each as the method of {@link Budgets.Reading} or {@link BudgetValidator.Builder} of that name
     *     takes it; words in lower case, days as {@code 2010-11-15}
     * @param files what is read beside the budget: {@code --programme}, {@code --baseline}, {@code --item-catalogue}, {@code --deflator},
     *     {@code --baseline-budget}, {@code --links}, {@code --layout}, {@code --waivers}, a {@link DocumentType} by its name, and
     *     {@code --pack}, which the caller reads
     */
    public record Terms(List<Option> options, List<File> files) {

        /** The option of the files of the budget itself. */
        public static final String BUDGET = "FILE";

        private static final Set<String> WRITTEN =
                Set.of("--sheet", "--entry", "--charset", "--separator", "--decimal", "--heading-row");

        private static final Set<String> OPTIONS = Set.of(
                "--rules",
                "--fiscal-year",
                "--as-of",
                "--layout",
                "--phase",
                "--scope",
                "--submitted",
                "--jurisdiction",
                "--currency",
                "--max-findings-per-rule");

        private static final Set<String> FILES = Set.of(
                BUDGET,
                "--programme",
                "--baseline",
                "--baseline-budget",
                "--item-catalogue",
                "--deflator",
                "--links",
                "--layout",
                "--waivers",
                "--pack");

        /** Copies the lists. */
        public Terms {
            options = List.copyOf(options);
            files = List.copyOf(files);
        }

        /** {@return the names among these terms that this version does not know; where there are some, it cannot draw the answer} */
        public List<String> unknown() {
            return Stream.concat(
                            options.stream()
                                    .map(Option::name)
                                    .filter(name -> !OPTIONS.contains(name) && !WRITTEN.contains(name)),
                            files.stream()
                                    .map(File::option)
                                    .filter(name -> !FILES.contains(name)
                                            && DocumentType.all().stream().noneMatch(type -> isOf(type, name))))
                    .distinct()
                    .toList();
        }

        /** {@return the same and more, on which an answer depends too} */
        public Terms and(Option... more) {
            return new Terms(Stream.concat(options.stream(), Stream.of(more)).toList(), files);
        }

        /** {@return the rules that are asked, in the order in which they are named: jurisdictions, or versions such as {@code mx-cmx/2011.2}} */
        public List<String> rules() {
            return Stream.of(required("--rules").split(",", -1))
                    .map(String::strip)
                    .distinct()
                    .toList();
        }

        /** {@return the fiscal year of the rules} */
        public FiscalYear fiscalYear() {
            return FiscalYear.of(Integer.parseInt(required("--fiscal-year")));
        }

        /** {@return the day whose rules are asked} */
        public LocalDate asOf() {
            return LocalDate.parse(required("--as-of"));
        }

        /**
         * {@return how a budget is read}
         *
         * @param budget its files
         * @param opened gives each file of these terms
         * @throws IllegalArgumentException if a value is none of its option
         * @throws DateTimeException if a value is no day
         */
        public Budgets.Reading reading(List<Input> budget, Function<? super File, Input> opened) {
            Budgets.Reading reading = read(budget, opened).assumedFiscalYear(fiscalYear());
            files("--links").forEach(file -> reading.links(opened.apply(file)));
            option("--phase").ifPresent(value -> reading.phase(constant(BudgetPhase.class, value)));
            option("--scope").ifPresent(value -> reading.scope(constant(BudgetHeader.Scope.class, value)));
            option("--submitted").ifPresent(value -> reading.submitted(LocalDate.parse(value)));
            option("--jurisdiction").ifPresent(reading::jurisdiction);
            option("--currency").ifPresent(reading::currency);
            return reading;
        }

        /** {@return how a budget is read, as far as last year's is read like it} */
        private Budgets.Reading read(List<Input> budget, Function<? super File, Input> opened) {
            Budgets.Reading reading = Budgets.reading(budget.toArray(Input[]::new))
                    .assumedJurisdiction(rules().get(0).split("/", 2)[0]);
            option("--layout").map(Layout::named).ifPresent(reading::layout);
            files("--layout").forEach(file -> reading.layout(Layout.read(opened.apply(file))));
            option("--sheet").ifPresent(reading::sheet);
            option("--entry").ifPresent(reading::entry);
            option("--charset").map(Charset::forName).ifPresent(reading::charset);
            option("--separator").map(Terms::sign).ifPresent(reading::separator);
            option("--decimal").map(Terms::sign).ifPresent(reading::decimal);
            option("--heading-row").map(Integer::valueOf).ifPresent(reading::headingRow);
            return reading;
        }

        /**
         * {@return what judges, still to be built}
         *
         * @param packs the rules
         * @param opened gives each file of these terms
         * @throws IllegalArgumentException if a value is none of its option
         */
        public BudgetValidator.Builder validator(List<RulePack> packs, Function<? super File, Input> opened) {
            BudgetValidator.Builder validator = BudgetValidator.builder().packs(packs.toArray(RulePack[]::new));
            option("--max-findings-per-rule").map(Integer::valueOf).ifPresent(validator::maxFindingsPerRule);
            files("--programme").forEach(file -> validator.programme(opened.apply(file)));
            files("--baseline").forEach(file -> validator.baseline(opened.apply(file)));
            files("--item-catalogue").forEach(file -> validator.itemCatalogue(opened.apply(file)));
            files("--deflator").forEach(file -> validator.deflator(opened.apply(file)));
            files("--baseline-budget")
                    .forEach(file -> validator.baseline(read(List.of(opened.apply(file)), opened)
                            .fiscalYear(fiscalYear().previous())
                            .source()));
            for (DocumentType<?> type : DocumentType.all()) {
                files.stream()
                        .filter(file -> isOf(type, file.option()))
                        .forEach(file -> validator.documents(type.read(opened.apply(file))));
            }
            return validator;
        }

        /**
         * {@return what may stand for a while, for {@link ReportDocument#waiving} on the day of {@link #asOf}}
         *
         * @param opened gives each file of these terms
         */
        public List<Waiver> waivers(Function<? super File, Input> opened) {
            return files("--waivers").stream()
                    .flatMap(file -> Waivers.read(opened.apply(file)).stream())
                    .toList();
        }

        private static boolean isOf(DocumentType<?> type, String option) {
            return option.equals("--" + type.name());
        }

        private List<File> files(String option) {
            return files.stream().filter(file -> file.option().equals(option)).toList();
        }

        private Optional<String> option(String name) {
            return options.stream()
                    .filter(option -> option.name().equals(name))
                    .map(Option::value)
                    .reduce((first, last) -> last);
        }

        private String required(String name) {
            return option(name)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "The terms lack " + name + ".\nMaybe they are those of another command than validate."));
        }

        private static char sign(String value) {
            String sign = value.equalsIgnoreCase("tab") || value.equals("\\t") ? "\t" : value;
            if (sign.length() != 1) {
                throw new IllegalArgumentException("\"" + value + "\" is no sign.\nMaybe give one letter or \"tab\".");
            }
            return sign.charAt(0);
        }

        private static <E extends Enum<E>> E constant(Class<E> type, String value) {
            return Stream.of(type.getEnumConstants())
                    .filter(constant -> constant.name().toLowerCase(Locale.ROOT).equals(value))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("\"" + value + "\" is none of "
                            + List.of(type.getEnumConstants()) + ".\nMaybe write it in lower case."));
        }
    }

    /** {@return what its answer depends on} */
    public Terms terms() {
        return new Terms(options, files);
    }

    /**
     * {@return the receipt of a report, not signed}
     *
     * @param document the report, with its waivers where there are some
     * @param budget the files of the budget, with the option {@link Terms#BUDGET}
     * @param terms the terms by which it was read and judged
     */
    public static Receipt of(ReportDocument document, List<File> budget, Terms terms) {
        return of(
                document, Stream.concat(budget.stream(), terms.files().stream()).toList(), terms.options());
    }

    /** Copies the lists and the map. */
    public Receipt {
        Objects.requireNonNull(schemaVersion, "schemaVersion");
        Objects.requireNonNull(tool, "tool");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(budget, "budget");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(reportSha256, "reportSha256");
        files = List.copyOf(files);
        options = List.copyOf(options);
        packs = List.copyOf(packs);
        rules = List.copyOf(rules);
        warnings = List.copyOf(warnings);
        waivers = List.copyOf(waivers);
        run = Collections.unmodifiableMap(new TreeMap<>(run));
    }

    /**
     * {@return the receipt of a report, not signed}
     *
     * @param document the report, with its waivers where there are some
     * @param files what was read for it
     * @param options the other options that the answer depends on
     */
    public static Receipt of(ReportDocument document, List<File> files, List<Option> options) {
        List<ReportDocument.Waived> waivers = document.waivers();
        return new Receipt(
                SCHEMA_VERSION,
                document.tool(),
                document.language(),
                document.budget(),
                document.verdict(),
                digest(document),
                files,
                options,
                document.selection(),
                document.ledger().stream()
                        .map(rule -> new RuleCount(
                                rule.pack(),
                                rule.ruleId(),
                                rule.outcome(),
                                rule.examined(),
                                rule.violated(),
                                rule.undetermined()))
                        .toList(),
                document.findings().stream()
                        .filter(finding -> finding.severity() == Severity.WARNING)
                        .map(finding -> new Warning(finding.fingerprint(), finding.ruleId(), finding.message()))
                        .toList(),
                waivers == null ? List.of() : waivers,
                document.run(),
                null);
    }

    /**
     * {@return the SHA-256 of a report, in lower-case hexadecimal: of its JSON without what is noted of the run, what is coming and what
     * changed since another, which are no part of the answer}
     *
     * @param document the report
     */
    public static String digest(ReportDocument document) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(document.answer())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /**
     * Writes the receipt as JSON, in the form that reports have, and a line end after it.
     *
     * @param out where to; flushed and left open
     * @throws IOException if the stream cannot take it
     */
    public void write(OutputStream out) throws IOException {
        JsonDocument.write(this, out);
    }

    /**
     * {@return the receipt that a stream holds} A key that it does not have, or has twice, is refused: a signature would not cover it.
     *
     * @param in the JSON in UTF-8; left open
     * @throws IOException if the stream cannot be read
     * @throws IllegalArgumentException if it holds no receipt of this shape
     */
    public static Receipt read(InputStream in) throws IOException {
        try {
            Receipt receipt = JsonDocument.strict().readValue(in, Receipt.class);
            if (receipt == null || !receipt.schemaVersion().equals(SCHEMA_VERSION)) {
                throw new IllegalArgumentException("Not a receipt of the shape " + SCHEMA_VERSION
                        + ".\nMaybe read it with the version of hrbudget that wrote it.");
            }
            return receipt;
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "Not a receipt of hrbudget: " + e.getOriginalMessage()
                            + ".\nMaybe the file was cut off, or is another program's.",
                    e);
        }
    }

    /**
     * {@return this receipt, signed}
     *
     * @param keys an Ed25519 key pair
     * @throws IllegalArgumentException if the keys are of another kind or not of one pair
     */
    public Receipt signed(KeyPair keys) {
        return with(Seal.over(bytes(with(null)), keys));
    }

    /**
     * {@return the key that signed it, or {@code null} where nobody did, or a digit was changed since} Whether that key is to be trusted is
     * for the caller to know.
     */
    public @Nullable PublicKey signer() {
        return signature == null ? null : signature.signer(bytes(with(null)));
    }

    /**
     * {@return what a report answers otherwise than the one of this receipt: the verdict, totals and rules first; where all figures are the
     * same and only words or places differ, that; empty where it is the same to the last byte}
     *
     * @param now the report, in the language of this receipt
     */
    public List<Bilingual> differences(ReportDocument now) {
        Receipt other = of(now, files, options);
        List<Bilingual> all = new ArrayList<>();
        if (other.verdict != verdict) {
            all.add(WORDING.of(
                    "receipt.verdict",
                    Map.of(
                            "before", WORDING.of("verdict." + verdict),
                            "now", WORDING.of("verdict." + other.verdict))));
        }
        differences("receipt.total", totals(), other.totals(), all);
        differences("receipt.rule", figures(), other.figures(), all);
        boolean same = other.reportSha256.equals(reportSha256);
        if (!all.isEmpty() || (same && other.hasAnswerOf(this))) {
            return all;
        }
        if (same) {
            all.add(WORDING.of("receipt.contradicts"));
        } else {
            all.add(
                    tool.version().equals(other.tool.version())
                            ? WORDING.of("receipt.details")
                            : WORDING.of("receipt.words", "before", tool.version(), "now", other.tool.version()));
        }
        return all;
    }

    /** {@return whether it says of the answer what another says} The digest of the report stands for all of it, if nobody changed the rest. */
    private boolean hasAnswerOf(Receipt other) {
        return budget.equals(other.budget)
                && rules.equals(other.rules)
                && packs.equals(other.packs)
                && warnings.equals(other.warnings)
                && waivers.equals(other.waivers);
    }

    private Map<Bilingual, Bilingual> totals() {
        Map<Bilingual, Bilingual> totals = new LinkedHashMap<>();
        budget.totals()
                .forEach((kind, total) ->
                        totals.put(WORDING.of("amount." + kind), same(Finding.Detail.grouped(new BigDecimal(total)))));
        return totals;
    }

    private Map<Bilingual, Bilingual> figures() {
        Map<Bilingual, Bilingual> figures = new LinkedHashMap<>();
        rules.forEach(rule -> figures.put(
                same(rule.ruleId() + " (" + rule.pack() + ")"),
                WORDING.of(
                        "receipt.figures." + rule.outcome(),
                        "violated",
                        ReportWords.whole(rule.violated()),
                        "examined",
                        ReportWords.whole(rule.examined()),
                        "undetermined",
                        ReportWords.whole(rule.undetermined()))));
        return figures;
    }

    private static void differences(
            String key, Map<Bilingual, Bilingual> before, Map<Bilingual, Bilingual> now, List<Bilingual> all) {
        Map<Bilingual, Bilingual> both = new LinkedHashMap<>(before);
        now.forEach(both::putIfAbsent);
        Bilingual none = WORDING.of("receipt.none");
        both.keySet().forEach(each -> {
            Bilingual was = before.getOrDefault(each, none);
            Bilingual is = now.getOrDefault(each, none);
            if (!was.equals(is)) {
                all.add(WORDING.of(key, Map.of("of", each, "before", was, "now", is)));
            }
        });
    }

    private static Bilingual same(String text) {
        return new Bilingual(text, text);
    }

    private Receipt with(@Nullable Seal seal) {
        return new Receipt(
                schemaVersion,
                tool,
                language,
                budget,
                verdict,
                reportSha256,
                files,
                options,
                packs,
                rules,
                warnings,
                waivers,
                run,
                seal);
    }

    private static byte[] bytes(Record document) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            JsonDocument.write(document, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
