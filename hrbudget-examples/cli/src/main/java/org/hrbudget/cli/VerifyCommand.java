package org.hrbudget.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.hrbudget.io.Input;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.Waiver;
import org.hrbudget.report.Receipt;
import org.hrbudget.report.ReportDocument;
import org.hrbudget.report.TextPage;
import org.hrbudget.rules.PackLibrary;
import org.hrbudget.rules.RulePackException;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.RulePack;
import org.jspecify.annotations.Nullable;

/** Holds a receipt beside the files, the law and the library of today, and draws the answer again. */
final class VerifyCommand {

    private static final int HASH_SHOWN = 16;

    private final Arguments arguments;
    private final ProgramWords words;
    private final Screen screen;
    private final TextPage page;
    private final Map<Receipt.File, Path> found = new LinkedHashMap<>();
    private boolean missing;
    private boolean changed;

    VerifyCommand(Arguments arguments, ProgramWords words, Screen screen) {
        this.arguments = arguments;
        this.words = words;
        this.screen = screen;
        this.page = new TextPage(screen.text());
    }

    ExitCode run() throws IOException {
        Path path = arguments.path(arguments.positionals().get(0), "RECEIPT");
        Map<PublicKey, String> trusted = KeyFiles.trusted(arguments, words);
        Optional<LocalDate> day =
                arguments.text("--as-of").isPresent() ? Optional.of(arguments.date("--as-of")) : Optional.empty();
        Receipt receipt = ReceiptFile.read(path, words);
        title(receipt);
        boolean untrusted = signature(receipt, trusted);
        files(receipt, path);
        law(receipt, day.orElseGet(() -> LocalDate.ofInstant(screen.clock().instant(), ZoneOffset.UTC)));
        answer(receipt);
        if (missing) {
            return ExitCode.NOT_EVALUATED;
        }
        return untrusted || changed ? ExitCode.THRESHOLD_REACHED : ExitCode.BELOW_THRESHOLD;
    }

    private void title(Receipt receipt) throws IOException {
        ReportDocument.Budget budget = receipt.budget();
        page.paragraph(
                0,
                words.get(
                        "verify.title",
                        "jurisdiction",
                        budget.jurisdiction(),
                        "year",
                        Objects.toString(budget.fiscalYear(), "—"),
                        "version",
                        receipt.tool().version(),
                        "day",
                        receipt.run().getOrDefault("startedAt", "—"),
                        "verdict",
                        words.get("verify.verdict." + receipt.verdict())));
    }

    /** {@return whether it was changed after it was signed or, where the user says whom to trust, is signed by nobody of them} */
    private boolean signature(Receipt receipt, Map<PublicKey, String> trusted) throws IOException {
        PublicKey signer = receipt.signer();
        boolean forged = receipt.signature() != null && signer == null;
        boolean untrusted = !trusted.isEmpty() && (signer == null || !trusted.containsKey(signer));
        String said;
        if (receipt.signature() == null) {
            said = words.get("verify.unsigned");
        } else if (signer == null) {
            said = words.get("verify.forged");
        } else if (trusted.containsKey(signer)) {
            said = words.get("verify.signed", "file", String.valueOf(trusted.get(signer)));
        } else {
            said = words.get("verify.stranger", "key", receipt.signature().publicKey());
        }
        page.paragraph(2, 4, said);
        return forged || untrusted;
    }

    private void files(Receipt receipt, Path path) throws IOException {
        page.heading(words.get("verify.files"));
        Path home = Objects.requireNonNull(path.toAbsolutePath().normalize().getParent(), "folder");
        List<Path> folders = new ArrayList<>(List.of(home));
        Optional<Path> other = arguments.path("--in");
        if (other.isPresent() && !Files.isDirectory(other.get())) {
            throw arguments.refused("--in", other.get().toString(), words.get("verify.in.none"));
        }
        other.ifPresent(folders::add);
        for (Receipt.File file : receipt.files()) {
            Path place = place(file, folders);
            if (place == null) {
                missing = true;
                said("verify.missing", file, "");
                continue;
            }
            found.put(file, place);
            String hash = ReceiptFile.sha256(place);
            boolean same = hash.equals(file.sha256());
            said(same ? "verify.same" : "verify.altered", file, hash);
            changed |= !same;
        }
    }

    private void said(String key, Receipt.File file, String hash) throws IOException {
        page.paragraph(
                2,
                4,
                words.get(
                        key,
                        "file",
                        file.path(),
                        "option",
                        file.option().equals(Receipt.Terms.BUDGET) ? words.get("verify.budget") : file.option(),
                        "was",
                        shown(file.sha256()),
                        "is",
                        shown(hash)));
    }

    private static String shown(String hash) {
        return hash.substring(0, Math.min(HASH_SHOWN, hash.length()));
    }

    /**
     * {@return where a file is: at its place from the receipt or from the folder given, or there by its name or, last, by its bytes} Of
     * several, one with the right bytes.
     */
    private @Nullable Path place(Receipt.File file, List<Path> folders) throws IOException {
        List<Path> there = new ArrayList<>();
        for (Path folder : folders) {
            try {
                Path place = folder.resolve(file.path());
                Path name = place.getFileName();
                Stream.of(place, name == null ? place : folder.resolve(name))
                        .filter(each -> Files.isRegularFile(each)
                                || (file.option().equals(PackArguments.OPTION) && Files.isDirectory(each)))
                        .forEach(there::add);
            } catch (InvalidPathException e) {
                // The name was one of another system; its bytes may still be here.
            }
        }
        if (arguments.given("--in")) {
            try (Stream<Path> all = Files.list(folders.get(folders.size() - 1))) {
                all.filter(Files::isRegularFile)
                        .sorted(Comparator.comparing(Path::toString))
                        .forEach(there::add);
            }
        }
        for (Path each : there) {
            if (ReceiptFile.sha256(each).equals(file.sha256())) {
                return each;
            }
        }
        return there.isEmpty() || isNamedOtherwise(there.get(0), file) ? null : there.get(0);
    }

    private static boolean isNamedOtherwise(Path place, Receipt.File file) {
        return !file.path().endsWith(String.valueOf(place.getFileName()));
    }

    private void law(Receipt receipt, LocalDate today) throws IOException {
        page.heading(words.get("verify.law"));
        PackLibrary library;
        try {
            library = library(receipt);
        } catch (RulePackException e) {
            missing = true;
            page.paragraph(2, 4, words.get("verify.law.broken", "reason", e.message(words.locale())));
            return;
        }
        List<String> rules = receipt.terms().rules();
        for (ReportDocument.Selection pack : receipt.packs()) {
            if (pack.fiscalYear() != null && pack.asOf() != null) {
                String name = pack.jurisdiction() + "/" + pack.version();
                Optional<PackManifest> then = chosen(
                        library,
                        rules.contains(name) ? name : pack.jurisdiction(),
                        FiscalYear.of(pack.fiscalYear()),
                        LocalDate.parse(pack.asOf()));
                pack(library, pack, then, FiscalYear.of(pack.fiscalYear()), LocalDate.parse(pack.asOf()), today);
            }
        }
    }

    private PackLibrary library(Receipt receipt) {
        return PackLibrary.bundled()
                .and(receipt.files().stream()
                        .filter(file -> file.option().equals(PackArguments.OPTION))
                        .map(found::get)
                        .filter(Objects::nonNull)
                        .toList());
    }

    private void pack(
            PackLibrary library,
            ReportDocument.Selection pack,
            Optional<PackManifest> then,
            FiscalYear year,
            LocalDate asOf,
            LocalDate today)
            throws IOException {
        String was = pack.jurisdiction() + " " + pack.version();
        // What somebody asked for by its version does not give way to the law of a later day.
        Optional<PackManifest> now = pack.reason() == PackManifest.Selection.Reason.NAMED
                ? then
                : chosen(library, pack.jurisdiction(), year, today.isBefore(asOf) ? asOf : today);
        List<String> altered = then.filter(manifest -> manifest.version().equals(pack.version()))
                .map(manifest -> different(pack.sha256(), manifest.sha256()))
                .orElse(List.of());
        String thenId = then.map(PackManifest::id).orElse("—");
        if (!thenId.equals(was)) {
            changed = true;
            page.paragraph(2, 4, words.get("verify.law.other", "pack", was, "day", asOf.toString(), "other", thenId));
        } else if (!altered.isEmpty()) {
            changed = true;
            page.paragraph(2, 4, words.get("verify.law.altered", "pack", was, "files", String.join(", ", altered)));
        } else {
            page.paragraph(2, 4, words.get("verify.law.same", "pack", was, "day", asOf.toString()));
        }
        String nowId = now.map(PackManifest::id).orElse("—");
        if (!nowId.equals(thenId)) {
            changed = true;
            LocalDate from = now.map(VerifyCommand::from).orElse(null);
            page.paragraph(
                    2,
                    4,
                    from == null
                            ? words.get("verify.law.since-unknown", "pack", nowId, "was", was)
                            : words.get("verify.law.since", "pack", nowId, "was", was, "day", from.toString()));
        }
    }

    private static Optional<PackManifest> chosen(PackLibrary library, String name, FiscalYear year, LocalDate day) {
        return name.contains("/")
                ? Optional.of(library.named(name, year, day).manifest())
                : library.select(name, year, day).pack().map(RulePack::manifest);
    }

    private static @Nullable LocalDate from(PackManifest pack) {
        return pack.inForceFrom() == null ? pack.published() : pack.inForceFrom();
    }

    private static List<String> different(Map<String, String> before, Map<String, String> now) {
        return Stream.concat(before.keySet().stream(), now.keySet().stream())
                .distinct()
                .sorted()
                .filter(file -> !Objects.equals(before.get(file), now.get(file)))
                .toList();
    }

    /** Draws the answer again from the files there are: what an altered file changes is the first that anybody wants to know. */
    private void answer(Receipt receipt) throws IOException {
        page.heading(words.get("verify.answer"));
        if (missing) {
            page.paragraph(2, words.get("verify.answer.none"));
            return;
        }
        List<Bilingual> differences = receipt.differences(again(receipt));
        if (differences.isEmpty()) {
            page.paragraph(2, words.get("verify.answer.same"));
            return;
        }
        changed = true;
        page.paragraph(2, words.get("verify.answer.other"));
        for (Bilingual difference : differences) {
            page.paragraph(4, 6, "- " + difference.in(words.locale()));
        }
    }

    /** {@return the answer of today, by the terms of the receipt and from its files where they are now} */
    private ReportDocument again(Receipt receipt) {
        Receipt.Terms terms = receipt.terms();
        if (!terms.unknown().isEmpty()) {
            throw unknown(String.join(", ", terms.unknown()));
        }
        List<Input> inputs = receipt.files().stream()
                .filter(file -> file.option().equals(Receipt.Terms.BUDGET))
                .map(this::named)
                .toList();
        try {
            List<RulePack> packs = terms.rules().stream()
                    .map(name -> library(receipt).named(name, terms.fiscalYear(), terms.asOf()))
                    .toList();
            ReportDocument now = ReportDocument.of(
                    terms.validator(packs, this::named)
                            .build()
                            .validate(terms.reading(inputs, this::named).source()),
                    Locale.forLanguageTag(receipt.language()),
                    Map.of());
            List<Waiver> waivers = terms.waivers(this::named);
            return waivers.isEmpty() ? now : now.waiving(waivers, terms.asOf());
        } catch (IllegalArgumentException | DateTimeException e) {
            throw unknown(String.valueOf(e.getMessage()));
        }
    }

    private Refusal unknown(String reason) {
        return Refusal.notEvaluated(words.get("verify.options", "reason", reason));
    }

    /** Standard input, which has no place, is known by the name it had. */
    private Input named(Receipt.File file) {
        Path place = Objects.requireNonNull(found.get(file), "place");
        return file.path().equals(GivenFiles.STANDARD_INPUT)
                ? Input.of(GivenFiles.NAME_OF_INPUT, () -> Files.newInputStream(place))
                : Input.of(place);
    }
}
