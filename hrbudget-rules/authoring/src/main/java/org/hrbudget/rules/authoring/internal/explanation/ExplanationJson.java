package org.hrbudget.rules.authoring.internal.explanation;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.hrbudget.model.Bilingual;
import org.hrbudget.report.ReportDocument;
import org.hrbudget.report.internal.JsonDocument;
import org.hrbudget.rules.authoring.RuleExplanation;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.Severity;
import org.jspecify.annotations.Nullable;

/** Writes an explanation as JSON: its records as they are, the rule and its findings as far as they explain something. */
public final class ExplanationJson {

    private static final Locale SPANISH = Locale.forLanguageTag("es");

    private ExplanationJson() {}

    /** Writes an explanation, and a line end after it; the stream is flushed and left open. */
    public static void write(RuleExplanation why, OutputStream out) throws IOException {
        JsonDocument.write(
                new Document(
                        RuleExplanation.SCHEMA_VERSION,
                        ReportDocument.Tool.current(),
                        Law.of(why),
                        why.position().file(),
                        why.position().row(),
                        why.cells(),
                        why.answer(),
                        why.reason(),
                        why.findings().stream().map(Defect::of).toList(),
                        why.subjects(),
                        why.repair()),
                out);
    }

    private record Document(
            String schemaVersion,
            ReportDocument.Tool tool,
            Law rule,
            String file,
            long row,
            List<RuleExplanation.LineCell> cells,
            RuleExplanation.Answer answer,
            @Nullable Bilingual reason,
            List<Defect> findings,
            List<RuleExplanation.Subject> subjects,
            RuleExplanation.@Nullable Repair repair) {}

    private record Law(
            String id,
            String pack,
            Severity severity,
            Bilingual title,
            Bilingual condition,
            String instrument,
            @Nullable String article,
            @Nullable String published,
            String source,
            Rule.LegalBasis.Evidence evidence) {

        static Law of(RuleExplanation why) {
            Rule rule = why.rule();
            Rule.LegalBasis basis = rule.legalBasis();
            return new Law(
                    rule.id(),
                    why.pack(),
                    rule.severity(),
                    rule.title(),
                    why.condition(),
                    basis.instrument(),
                    basis.article(),
                    basis.published() == null ? null : basis.published().toString(),
                    basis.source(),
                    basis.evidence());
        }
    }

    private record Defect(Bilingual message, Bilingual remedy) {

        static Defect of(Finding finding) {
            return new Defect(
                    new Bilingual(finding.message(Locale.ENGLISH), finding.message(SPANISH)),
                    new Bilingual(finding.remedy(Locale.ENGLISH), finding.remedy(SPANISH)));
        }
    }
}
