package org.hrbudget.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hrbudget.report.JsonReport;
import org.hrbudget.report.ReportDocument;
import org.hrbudget.rules.RulePacks;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.LedgerEntry;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.ValidationReport;
import org.jspecify.annotations.Nullable;

/** This library, used as its README shows. */
final class LibraryProgram implements Program.Ready {

    private final BudgetValidator validator;
    private @Nullable ValidationReport latest;

    private LibraryProgram(BudgetValidator validator) {
        this.validator = validator;
    }

    static LibraryProgram of(GivenBudget like, int threads) {
        RulePack pack = RulePacks.load("mx-fed", "2011.1");
        pack.prepare();
        BudgetValidator.Builder builder = BudgetValidator.builder()
                .packs(pack)
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
