package org.hrbudget.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hrbudget.report.JsonReport;
import org.hrbudget.report.ReportDocument;
import org.hrbudget.rules.PackLibrary;
import org.hrbudget.rules.RulePacks;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.LedgerEntry;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.ValidationReport;
import org.jspecify.annotations.Nullable;

/** This library, used as its README shows. */
final class LibraryProgram implements Program.Ready {

    private static final RulePack FEDERAL = RulePacks.load("mx-fed", "2011.1");

    private final BudgetValidator validator;
    private @Nullable ValidationReport latest;

    private LibraryProgram(BudgetValidator validator) {
        this.validator = validator;
    }

    static LibraryProgram of(GivenBudget like, int threads) {
        return of(like, threads, FEDERAL);
    }

    /** {@return this library with two more rules, which join sums; their pack is written beside the budget} */
    static LibraryProgram joining(GivenBudget like, int threads) {
        Path folder = like.file().resolveSibling("joining-pack");
        try {
            RulePack joining =
                    PackLibrary.bundled().and(JoiningPack.write(folder)).given().get(0);
            return of(like, threads, FEDERAL, joining);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + folder + ".\nMaybe the disk is full.", e);
        }
    }

    private static LibraryProgram of(GivenBudget like, int threads, RulePack... packs) {
        List.of(packs).forEach(RulePack::prepare);
        BudgetValidator.Builder builder = BudgetValidator.builder()
                .packs(packs)
                .fiscalYear(like.kind().fiscalYear())
                .threads(threads);
        Set<String> items = like.itemCodes();
        if (items != null) {
            builder.itemCatalogue(items);
        }
        return new LibraryProgram(builder.build());
    }

    @Override
    public Outcome run(GivenBudget budget) {
        ValidationReport report = validator.validate(budget.source());
        latest = report;
        Map<String, Long> findings = report.ledger().stream()
                .collect(Collectors.toMap(entry -> entry.rule().id(), LedgerEntry::violated));
        long rows = report.inputs().get(0).rowsRead();
        return new Outcome(rows, findings, report.verdict().name());
    }

    @Override
    public @Nullable String reportHash() {
        ValidationReport report = latest;
        if (report == null) {
            return null;
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
                JsonReport.write(ReportDocument.of(report, Locale.ENGLISH, Map.of()), out);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
