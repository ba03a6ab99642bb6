package org.hrbudget.rules.authoring.internal.impact;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.hrbudget.io.Input;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.HumanRight;
import org.hrbudget.report.ReportDocument;
import org.hrbudget.report.internal.JsonDocument;
import org.hrbudget.rules.authoring.ImpactReport;
import org.hrbudget.validation.ComparedReports;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.Severity;
import org.hrbudget.validation.ValidationReport;
import org.hrbudget.validation.Verdict;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes an impact as JSON: its records as they are, but for what is said here. */
public final class ImpactJson {

    private static final JsonMapper MAPPER = JsonDocument.mapper()
            .rebuild()
            .addModule(new SimpleModule()
                    .addSerializer(as(BigDecimal.class, BigDecimal::toPlainString))
                    .addSerializer(as(Input.Account.class, account -> ReportDocument.Input.of(account, Locale.ENGLISH)))
                    .addSerializer(as(ImpactReport.OfRight.class, Right::of))
                    .addSerializer(as(ValidationReport.UnitStanding.class, Standing::of)))
            .addMixIn(ImpactReport.OfBudget.Impact.class, OutcomeKeys.class)
            .addMixIn(ImpactReport.OfUnit.class, UnitKeys.class)
            .addMixIn(ImpactReport.OfRule.class, RuleKeys.class)
            .build();

    private ImpactJson() {}

    /** Writes an impact, and a line end after it; the stream is flushed and left open. */
    public static void write(ImpactReport report, Map<String, String> run, OutputStream out) throws IOException {
        Document document = new Document(
                ImpactReport.SCHEMA_VERSION,
                ReportDocument.Tool.current(),
                Pack.of(report.before(), report),
                Pack.of(report.after(), report),
                report.fiscalYear().value(),
                report.changed(),
                report.notWhole().isEmpty(),
                report.rules(),
                report.sums(),
                report.budgets(),
                new TreeMap<>(run));
        JsonDocument.write(MAPPER, document, out);
    }

    private static <T> ValueSerializer<T> as(Class<T> type, Function<T, Object> written) {
        return new StdSerializer<>(type) {
            @Override
            public void serialize(T value, JsonGenerator json, SerializationContext context) {
                context.writeValue(json, written.apply(value));
            }
        };
    }

    private record Document(
            String schemaVersion,
            ReportDocument.Tool tool,
            Pack before,
            Pack after,
            int fiscalYear,
            boolean changed,
            boolean complete,
            List<ImpactReport.OfRule> rules,
            List<ImpactReport.Sum> sums,
            List<ImpactReport.OfBudget> budgets,
            Map<String, String> run) {}

    private record Pack(
            String jurisdiction, String version, Bilingual title, boolean governs, Map<String, String> sha256) {

        static Pack of(PackManifest pack, ImpactReport report) {
            return new Pack(
                    pack.jurisdiction(),
                    pack.version(),
                    pack.title(),
                    pack.governs(report.fiscalYear()),
                    new TreeMap<>(pack.sha256()));
        }
    }

    private record Right(String code, Bilingual name, ComparedReports.Effect effect) {

        static Right of(ImpactReport.OfRight impact) {
            HumanRight right = impact.right();
            return new Right(right.code(), new Bilingual(right.nameEn(), right.nameEs()), impact.effect());
        }
    }

    private record Standing(
            Verdict verdict, long errors, long warnings, long reviews, long remarks, long undetermined) {

        static Standing of(ValidationReport.UnitStanding standing) {
            return new Standing(
                    standing.verdict(),
                    standing.count(Severity.ERROR),
                    standing.count(Severity.WARNING),
                    standing.count(Severity.REVIEW),
                    standing.count(Severity.INFO),
                    standing.undetermined());
        }
    }

    @JsonPropertyOrder({"input", "currency", "basis", "amount", "verdictBefore", "verdictAfter", "changed"})
    private interface OutcomeKeys {
        @JsonProperty("input")
        List<Input.Account> inputs();

        @JsonProperty("verdictBefore")
        Verdict before();

        @JsonProperty("verdictAfter")
        Verdict after();

        @JsonProperty
        boolean changed();
    }

    @JsonPropertyOrder({"unit", "name"})
    private interface UnitKeys {
        @JsonProperty("unit")
        String unitCode();

        @JsonProperty("name")
        String unitName();
    }

    @JsonPropertyOrder({"ruleId", "title", "shift", "causes"})
    private interface RuleKeys {}
}
