package org.hrbudget.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.DataItem;
import org.hrbudget.report.TextPage;
import org.hrbudget.rules.authoring.LawPage;
import org.hrbudget.text.Nearest;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.RulePack;

/** Tells about rules. */
final class RulesCommand {

    private static final Pattern RULE = Pattern.compile("[a-z-]+");
    private static final Pattern VERSION = Pattern.compile("[0-9]+(\\.[0-9]+)*");

    private final Arguments arguments;
    private final ProgramWords words;
    private final TextPage page;
    private final PackChoices choices;

    RulesCommand(Arguments arguments, ProgramWords words, TextPage page) {
        this.arguments = arguments;
        this.words = words;
        this.page = page;
        this.choices = new PackChoices(arguments, words);
    }

    ExitCode list() throws IOException {
        boolean first = true;
        for (RulePack each : packs()) {
            PackManifest pack = each.manifest();
            if (!first) {
                page.blank();
            }
            first = false;
            page.paragraph(0, pack.id() + " — " + pack.title().in(words.locale()));
            page.paragraph(2, words.get("rules.years", "years", PackChoices.years(pack)));
            List<List<String>> rows = each.rules().stream()
                    .map(rule -> List.of(
                            words.get("severity." + rule.severity()),
                            rule.id(),
                            rule.title().in(words.locale())))
                    .toList();
            page.table(2, "llw", rows);
        }
        return ExitCode.BELOW_THRESHOLD;
    }

    /** A rule as it is written, and said with the limits of its version. */
    private record Told(Rule rule, Bilingual defect, Optional<Bilingual> datedSeverity) {}

    /** Shows each wording of a rule once, with the versions that have it. */
    ExitCode show() throws IOException {
        List<String> given = arguments.positionals();
        // Which of two is the rule can be told, and people begin with either.
        boolean ruleFirst = given.size() == 1 || isRule(given.get(0));
        String id = given.get(ruleFirst ? 0 : 1);
        Map<Told, List<PackManifest>> wordings = new LinkedHashMap<>();
        Set<String> known = new TreeSet<>();
        for (RulePack pack : given.size() == 1 ? packs() : packs(given.get(ruleFirst ? 1 : 0))) {
            for (Rule rule : pack.rules()) {
                known.add(rule.id());
                if (rule.id().equals(id)) {
                    wordings.computeIfAbsent(
                                    new Told(rule, LawPage.defect(pack, id), LawPage.datedSeverity(pack, id)),
                                    wording -> new ArrayList<>())
                            .add(pack.manifest());
                }
            }
        }
        if (wordings.isEmpty()) {
            String list = choices.packs().advised("rules list");
            String advice = Nearest.to(id, known).stream()
                    .findFirst()
                    .map(nearest -> words.get("rules.nearest", "nearest", nearest, "command", list))
                    .orElseGet(() -> words.get("rules.none-near", "command", list));
            throw Refusal.wrongUsage(words.get("rules.unknown", "rule", id) + "\n" + advice);
        }
        boolean first = true;
        for (Map.Entry<Told, List<PackManifest>> wording : wordings.entrySet()) {
            if (!first) {
                page.blank();
            }
            first = false;
            show(wording.getKey(), wording.getValue());
        }
        return ExitCode.BELOW_THRESHOLD;
    }

    private boolean isRule(String name) {
        return RULE.matcher(name).matches() && !Files.exists(arguments.path(name, "RULE-ID"));
    }

    private void show(Told told, List<PackManifest> packs) throws IOException {
        Rule rule = told.rule();
        Locale locale = words.locale();
        page.paragraph(0, rule.id() + " — " + rule.title().in(locale));
        List<List<String>> rows = new ArrayList<>();
        row(rows, "packs", packs.stream().map(PackManifest::id).collect(Collectors.joining(", ")));
        row(rows, "severity", words.severity(rule));
        told.datedSeverity().ifPresent(dated -> row(rows, "severity-dated", dated.in(locale)));
        Rule.LegalBasis basis = rule.legalBasis();
        row(rows, "basis", basis.instrument());
        if (basis.article() != null) {
            row(rows, "article", basis.article());
        }
        row(rows, "published", Objects.toString(basis.published(), words.get("rules.not-given")));
        row(rows, "source", basis.source());
        row(rows, "evidence", words.get("evidence." + basis.evidence()));
        row(rows, "defect", told.defect().in(locale));
        row(rows, "message", rule.message().in(locale));
        row(rows, "remedy", rule.remedy().in(locale));
        row(
                rows,
                "needs",
                rule.needs().isEmpty()
                        ? "—"
                        : rule.needs().stream().sorted().map(DataItem::word).collect(Collectors.joining(", ")));
        page.table(2, "lw", rows);
        if (arguments.given("--drl")) {
            page.paragraph(2, words.get("rules.condition", "file", rule.file()));
            page.paragraph(4, rule.condition());
        }
    }

    private void row(List<List<String>> rows, String key, String text) {
        rows.add(List.of(words.get("rules." + key), text));
    }

    private List<RulePack> packs() {
        return loaded(manifests());
    }

    /** {@return the packs that an argument names: those of a version, or that of a jurisdiction and version, a folder or a zip file} */
    private List<RulePack> packs(String name) {
        if (!VERSION.matcher(name).matches()) {
            return List.of(choices.packs().pack(name, "PACK"));
        }
        List<PackManifest> ofVersion =
                manifests().stream().filter(pack -> pack.version().equals(name)).toList();
        if (ofVersion.isEmpty()) {
            throw arguments.unknown(
                    "PACK",
                    name,
                    manifests().stream().map(PackManifest::version).distinct().toList());
        }
        return loaded(ofVersion);
    }

    private List<PackManifest> manifests() {
        List<String> named = choices.jurisdictions();
        return choices.library().manifests().stream()
                .filter(pack -> named.isEmpty() || named.contains(pack.jurisdiction()))
                .toList();
    }

    private List<RulePack> loaded(List<PackManifest> packs) {
        return packs.stream()
                .map(pack -> choices.library().load(pack.jurisdiction(), pack.version()))
                .toList();
    }
}
