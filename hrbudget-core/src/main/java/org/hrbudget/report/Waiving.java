package org.hrbudget.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hrbudget.model.Waiver;
import org.hrbudget.text.Nearest;
import org.hrbudget.validation.ValidationReport;
import org.jspecify.annotations.Nullable;

/** Finds out what waivers let stand of a document. */
final class Waiving {

    private final ReportDocument document;
    private final List<Waiver> waivers;
    private final LocalDate day;
    private final ReportWords words;
    private final long[] covered;
    private final @Nullable BigDecimal[] stakes;

    Waiving(ReportDocument document, List<Waiver> waivers, LocalDate day) {
        this.document = document;
        this.waivers = waivers;
        this.day = day;
        this.words = new ReportWords(Locale.forLanguageTag(document.language()));
        this.covered = new long[waivers.size()];
        this.stakes = new BigDecimal[waivers.size()];
    }

    ReportDocument document() {
        List<ReportDocument.Defect> findings =
                document.findings().stream().map(this::waived).toList();
        List<ReportDocument.Fault> problems = new ArrayList<>(document.problems());
        List<ReportDocument.Waived> all = new ArrayList<>();
        for (int i = 0; i < waivers.size(); i++) {
            all.add(account(i));
            problem(waivers.get(i)).ifPresent(problems::add);
        }
        return document.with(findings, problems, all);
    }

    private ReportDocument.Defect waived(ReportDocument.Defect finding) {
        for (int i = 0; i < waivers.size(); i++) {
            Waiver waiver = waivers.get(i);
            if (!hasEnded(waiver) && waiver.isAbout(finding.fingerprint(), finding.ruleId(), finding.unit())) {
                covered[i]++;
                if (finding.stake() != null) {
                    BigDecimal stake = stakes[i];
                    stakes[i] = new BigDecimal(finding.stake()).add(stake == null ? BigDecimal.ZERO : stake);
                }
                return finding.waivedBy(i);
            }
        }
        return finding.waivedBy(null);
    }

    private boolean hasEnded(Waiver waiver) {
        return waiver.until().isBefore(day);
    }

    private ReportDocument.Waived account(int place) {
        Waiver waiver = waivers.get(place);
        BigDecimal stake = stakes[place];
        return new ReportDocument.Waived(
                waiver.position().file(),
                waiver.position().row(),
                waiver.fingerprint(),
                waiver.ruleId(),
                waiver.unitCode(),
                waiver.reason(),
                waiver.who(),
                waiver.until().toString(),
                hasEnded(waiver)
                        ? ReportDocument.Waived.State.EXPIRED
                        : covered[place] > 0 ? ReportDocument.Waived.State.USED : ReportDocument.Waived.State.UNUSED,
                covered[place],
                stake == null ? null : stake.toPlainString());
    }

    private Optional<ReportDocument.Fault> problem(Waiver waiver) {
        String rule = waiver.ruleId();
        List<String> rules = document.ledger().stream()
                .map(ReportDocument.RuleAccount::ruleId)
                .distinct()
                .toList();
        String said;
        if (hasEnded(waiver)) {
            said = words.get("waiver.expired", "until", waiver.until().toString(), "day", day.toString());
        } else if (rule != null && !rules.contains(rule)) {
            List<String> near = Nearest.to(rule, rules);
            said = near.isEmpty()
                    ? words.get("waiver.unknown-rule", "rule", rule)
                    : words.get("waiver.unknown-rule-near", "rule", rule, "near", near.get(0));
        } else {
            return Optional.empty();
        }
        return Optional.of(new ReportDocument.Fault(
                ValidationReport.Problem.ProblemKind.INPUT, waiver.position().toString(), said));
    }
}
