package org.hrbudget.rules.internal.packs;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.DataItem;
import org.hrbudget.rules.RulePacks;
import org.hrbudget.validation.LegalBasis;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.facts.Parameter;

/** Writes {@code RULES.md}: the consolidated law of each version, each wording of a rule once, where the law first has it. */
final class RulesPage {

    private static final Pattern PARAMETER = Pattern.compile("Parameter\\(\\s*code == \"([a-z0-9-]+)\"");

    private static final String OPENING = """
            # Rules · Reglas

            Generated from the packs in `src/main/resources/org/hrbudget/rules/packs`: change those, then run
            `mvn -pl hrbudget-rules -am test -Dtest=RulesPageTest -Dhrbudget.write=true`.

            Each version shows its consolidated law: all rules in force under it, in the order of the law, with what it changes marked
            *new* or *changed*. A rule is told in full in the version that brought its wording. Severity: ERROR, a duty is not met
            (*deberá*); WARNING, a recommendation is not met (*procurará*), or a duty whose source has not been checked; REVIEW, a
            person must judge; INFO, a remark on the quality of the data. Evidence: SEED, attested in a founding document of the
            project; SOURCED, read in the source named; DERIVED, inferred; KNOWN, general knowledge. What is only inferred or known
            is at most a WARNING until a lawyer has checked it against the gazette.

            Cada versión muestra su norma consolidada: todas las reglas vigentes, en el orden de la norma; lo que cambia se marca
            *new* (nueva) o *changed* (modificada). Cada regla se expone completa en la versión que introdujo su texto. Gravedad:
            ERROR, no se cumple un deber; WARNING, no se sigue una recomendación, o un deber cuya fuente no se ha cotejado; REVIEW,
            debe valorarlo una persona; INFO, una observación sobre la calidad de los datos. Respaldo: SEED, acreditado en un documento
            fundador del proyecto; SOURCED, leído en la fuente citada; DERIVED, inferido; KNOWN, conocimiento general. Lo solo inferido
            o conocido es a lo más WARNING hasta que un abogado lo coteje con la gaceta.
            """;

    private final StringBuilder page = new StringBuilder(OPENING);

    private RulesPage() {}

    static String text() {
        RulesPage rules = new RulesPage();
        for (String jurisdiction : RulePacks.jurisdictions()) {
            rules.jurisdiction(jurisdiction);
        }
        return rules.page.toString();
    }

    private void jurisdiction(String jurisdiction) {
        line("");
        line("# " + jurisdiction);
        Map<String, Wording> wordings = new HashMap<>();
        for (PackManifest version : RulePacks.versions(jurisdiction)) {
            Map<String, Wording> before = new HashMap<>(wordings);
            List<Rule> law = RulePacks.load(jurisdiction, version.version()).rules();
            Map<String, Parameter> parameters = parameters(version);
            for (Rule rule : law) {
                Wording now = new Wording(rule, limits(rule, parameters), version.version());
                Wording then = wordings.get(rule.id());
                if (then == null || !then.sameAs(now)) {
                    wordings.put(rule.id(), now);
                }
            }
            version(version, law, before, wordings);
        }
    }

    /** A rule as a version words it, with the limits it compares with. */
    private record Wording(Rule rule, Map<String, String> limits, String since) {

        boolean sameAs(Wording other) {
            return rule.equals(other.rule) && limits.equals(other.limits);
        }
    }

    private void version(PackManifest version, List<Rule> law, Map<String, Wording> before, Map<String, Wording> now) {
        line("");
        line("## " + version.id());
        line("");
        both(version.title());
        line("");
        line("- Instrument · Instrumento: " + version.instrument());
        line("- Published · Publicado: " + orUnknown(version.published()));
        line("- In force · Vigencia: " + orUnknown(version.inForceFrom())
                + (version.inForceTo() == null ? "" : " – " + version.inForceTo()));
        line("- Fiscal years · Ejercicios fiscales: " + version.firstFiscalYear() + "–"
                + Objects.toString(version.lastFiscalYear(), ""));
        line("- Amends · Reforma: " + Objects.toString(version.amends(), "—"));
        List<String> ended = before.keySet().stream()
                .filter(id -> law.stream().noneMatch(rule -> rule.id().equals(id)))
                .sorted()
                .toList();
        if (!ended.isEmpty()) {
            line("- Ended · Derogadas: " + code(ended));
        }
        line("");
        line("| Severity | Rule | English | Español | Evidence | |");
        line("|---|---|---|---|---|---|");
        for (Rule rule : law) {
            Wording wording = now.get(rule.id());
            line("| " + rule.severity() + " | [" + rule.id() + "](#" + anchor(version.jurisdiction(), wording) + ") | "
                    + cell(rule.title().en()) + " | " + cell(rule.title().es()) + " | "
                    + rule.legalBasis().evidence() + " | " + change(before.get(rule.id()), wording) + " |");
        }
        for (Rule rule : law) {
            Wording wording = now.get(rule.id());
            if (wording.since().equals(version.version())) {
                wording(version.jurisdiction(), wording);
            }
        }
    }

    private static String change(Wording before, Wording now) {
        return before == null ? "*new*" : before.equals(now) ? "" : "*changed*";
    }

    private void wording(String jurisdiction, Wording wording) {
        Rule rule = wording.rule();
        LegalBasis basis = rule.legalBasis();
        line("");
        line("<a id=\"" + anchor(jurisdiction, wording) + "\"></a>");
        line("### " + rule.id());
        line("");
        line("**" + rule.severity() + "** · " + text(rule.title().en()) + " · "
                + text(rule.title().es()));
        line("");
        line("- Rests on · Fundamento: " + basis.instrument()
                + (basis.article() == null ? "" : ", " + basis.article())
                + (basis.published() == null ? "" : ", " + basis.published()) + " (`" + basis.key() + "`)");
        line("- Evidence · Respaldo: " + basis.evidence() + ", " + basis.source());
        line("- Message: " + text(rule.message().en()));
        line("- Mensaje: " + text(rule.message().es()));
        line("- What to do: " + text(rule.remedy().en()));
        line("- Qué hacer: " + text(rule.remedy().es()));
        line("- Looks at · Examina: `" + rule.subject() + "`, "
                + rule.scope().name().toLowerCase(Locale.ROOT));
        line("- Needs · Necesita: "
                + code(rule.needs().stream().sorted().map(DataItem::word).toList()));
        wording.limits().forEach((code, limit) -> line("- Limit · Límite: `" + code + "` = " + limit));
        line("");
        line("```");
        line(rule.condition());
        line("```");
    }

    private static Map<String, String> limits(Rule rule, Map<String, Parameter> parameters) {
        Map<String, String> limits = new TreeMap<>();
        for (MatchResult match : PARAMETER.matcher(rule.condition()).results().toList()) {
            Parameter parameter = Objects.requireNonNull(parameters.get(match.group(1)), match.group(1));
            limits.put(
                    parameter.code(),
                    parameter.value().toPlainString() + " " + parameter.measure() + " (`" + parameter.legalBasis()
                            + "`)");
        }
        return limits;
    }

    private static Map<String, Parameter> parameters(PackManifest version) {
        return OpenPack.of(RulePacks.load(version.jurisdiction(), version.version()))
                .parameters();
    }

    private static String anchor(String jurisdiction, Wording wording) {
        return jurisdiction + "-" + wording.since() + "-" + wording.rule().id();
    }

    private void both(Bilingual text) {
        line(text(text.en()) + " · " + text(text.es()));
    }

    private static String orUnknown(Object date) {
        return date == null ? "no source gives it · ninguna fuente lo da" : date.toString();
    }

    private static String code(List<String> words) {
        return words.isEmpty()
                ? "—"
                : words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
    }

    private static String cell(String text) {
        return text(text).replace("|", "\\|");
    }

    /** Placeholders stand as they are; only what Markdown would take for a tag is kept from it. */
    private static String text(String text) {
        return text.replace("<", "&lt;").replace("\n", " ");
    }

    private void line(String text) {
        page.append(text.stripTrailing()).append('\n');
    }
}
