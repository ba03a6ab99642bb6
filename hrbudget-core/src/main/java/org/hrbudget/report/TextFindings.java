package org.hrbudget.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.hrbudget.validation.Severity;
import org.jspecify.annotations.Nullable;

/** The parts of a text report that say what is wrong and what to do, and what could not be judged. */
final class TextFindings {

    private static final String BETWEEN = " · ";
    private static final int MOST_URGENT = 3;
    private static final int MOST_DUTIES = 4;
    private static final int MOST_GONE = 3;
    private static final int MOST_COMING = 8;
    private static final int MOST_WAIVERS = 3;

    /** Of one unit so many findings are in a short report; more of them where there are few units. */
    private static final int MOST_OF_A_UNIT = 3;

    private static final int MOST_OF_FEW_UNITS = 12;

    private final DocumentWords about;
    private final ReportDocument document;
    private final ReportWords words;
    private final TextLines lines;
    private final boolean everything;
    private final Map<DocumentWords.RuleOfPack, List<ReportDocument.Defect>> byRule;
    private final Map<DocumentWords.RuleOfPack, ReportDocument.RuleAccount> rules;

    private final Set<String> added;

    /** What to do that was said already, with the rule it is said of. */
    private final Set<List<String>> said = new HashSet<>();

    TextFindings(DocumentWords about, TextLines lines, boolean everything) {
        this.about = about;
        this.document = about.document();
        this.words = about.words();
        this.lines = lines;
        this.everything = everything;
        ReportDocument.Changes changes = document.changes();
        this.added = changes == null ? Set.of() : Set.copyOf(changes.addedFingerprints());
        this.byRule = about.findingsByRule();
        this.rules = document.ledger().stream()
                .collect(Collectors.toMap(DocumentWords.RuleOfPack::of, rule -> rule, (first, second) -> first));
    }

    TextPart verdict() {
        List<String> head = new ArrayList<>(lines.paragraph(0, 2, about.title()));
        head.addAll(lines.paragraph(0, 2, about.verdict() + " " + about.judged()));
        head.addAll(lines.paragraph(2, 2, words.get("verdict." + document.verdict() + ".meaning")));
        head.addAll(lines.paragraph(2, 2, about.counts()));
        List<String> kept = new ArrayList<>();
        if (!document.problems().isEmpty()) {
            kept.add(words.count("problems.count", document.problems().size()));
        }
        if (!about.rejected().isEmpty()) {
            kept.add(about.rejected());
        }
        if (!kept.isEmpty()) {
            head.addAll(lines.paragraph(2, 2, words.get("problems.below", "what", String.join(BETWEEN, kept))));
        }
        ReportDocument.Changes changes = document.changes();
        if (changes != null) {
            head.addAll(lines.paragraph(2, 2, about.changes()));
            if (changes.partial()) {
                head.addAll(lines.paragraph(2, 2, about.say("changes.partial")));
            }
        }
        return TextPart.of(head);
    }

    /** {@return the rules that found something, as tasks: the gravest and costliest first} */
    List<TextPart> tasks() {
        List<TextPart.Item> tasks = new ArrayList<>();
        for (ReportDocument.RuleAccount rule : about.urgentRules()) {
            String text = (tasks.size() + 1) + ". " + words.get("severity." + rule.severity()) + ": " + rule.title()
                    + " — " + about.found(rule) + ".";
            List<ReportDocument.Defect> held = byRule.get(DocumentWords.RuleOfPack.of(rule));
            if (tasks.size() < MOST_URGENT && held != null) {
                said.add(toDo(held.get(0)));
                text += " " + held.get(0).remedy();
            }
            tasks.add(new TextPart.Item(lines.paragraph(2, 5, text), 1));
        }
        return tasks.isEmpty()
                ? List.of()
                : List.of(new TextPart(
                        lines.heading(about.say("urgent")),
                        tasks,
                        MOST_URGENT,
                        MOST_URGENT,
                        tasks.size(),
                        lines.more("urgent.more")));
    }

    private static List<String> toDo(ReportDocument.Defect finding) {
        return List.of(finding.pack(), finding.ruleId(), finding.remedy());
    }

    /** {@return the name of a finding's rule, and how well it is attested that it is law} */
    private String known(ReportDocument.Defect finding) {
        ReportDocument.RuleAccount rule = rules.get(DocumentWords.RuleOfPack.of(finding));
        String grade = rule == null ? "" : "; " + words.get("evidence." + rule.evidence() + ".short");
        return " (" + finding.ruleId() + grade + ")";
    }

    /** {@return the duties that could not be judged, those of one reason together} */
    List<TextPart> openDuties() {
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        for (ReportDocument.OpenDuty duty : document.openDuties()) {
            byReason.computeIfAbsent(DocumentWords.reason(duty.reason()), reason -> new ArrayList<>())
                    .add(everything ? duty.title() + " (" + duty.ruleId() + ")" : duty.title());
        }
        List<TextPart.Item> items = new ArrayList<>();
        byReason.forEach((reason, duties) -> items.add(lines.item(
                words.get("open-duty", "reason", reason, "duties", String.join("; ", duties)), duties.size())));
        return items.isEmpty()
                ? List.of()
                : List.of(lines.part(
                        about.say("open"),
                        items,
                        MOST_DUTIES,
                        document.openDuties().size()));
    }

    /** {@return the findings by unit: first the unit whose gravest finding is graver, or touches more money} */
    TextPart byUnit() {
        Map<String, List<ReportDocument.Defect>> units = about.gravestFindings().stream()
                .collect(Collectors.groupingBy(
                        finding -> Objects.toString(finding.unit(), ""), LinkedHashMap::new, Collectors.toList()));
        Map<String, ReportDocument.UnitSum> sums = new LinkedHashMap<>();
        document.units().forEach(unit -> sums.put(unit.code(), unit));
        int most = Math.max(MOST_OF_A_UNIT, MOST_OF_FEW_UNITS / Math.max(1, units.size()));
        List<TextPart.Item> items = new ArrayList<>();
        units.forEach((code, findings) -> {
            List<String> head = new ArrayList<>(everything && !items.isEmpty() ? List.of("") : List.of());
            head.addAll(lines.paragraph(2, 4, unit(findings, sums.get(code))));
            if (everything) {
                said.clear();
            }
            Set<DocumentWords.RuleOfPack> told = new HashSet<>();
            for (ReportDocument.Defect finding : findings) {
                // Of many defects of one kind the first tells enough, where there is little room.
                if (!everything && (told.size() == most || !told.add(DocumentWords.RuleOfPack.of(finding)))) {
                    continue;
                }
                head.addAll(finding(finding));
                items.add(new TextPart.Item(List.copyOf(head), 1));
                head.clear();
            }
        });
        List<String> head = lines.heading(about.say("findings"));
        if (document.truncated()) {
            head.addAll(lines.paragraph(2, 2, words.get("findings.units-kept")));
        }
        long all = about.beside(0);
        if (all == 0) {
            head.addAll(lines.paragraph(2, 2, words.get("findings.none")));
        }
        return new TextPart(head, items, TextPart.ANY, MOST_OF_A_UNIT, all, lines.more("findings.left"));
    }

    /** The numbers of a unit are exact; those of what is of no unit are of the findings that are held. */
    private String unit(List<ReportDocument.Defect> findings, ReportDocument.@Nullable UnitSum sum) {
        ReportDocument.Defect first = findings.get(0);
        String code = first.unit();
        Map<Severity, Long> counts = new EnumMap<>(Severity.class);
        if (sum == null) {
            findings.forEach(finding -> counts.merge(finding.severity(), 1L, Long::sum));
        } else {
            counts.putAll(sum.violated());
            counts.values().removeIf(count -> count == 0);
        }
        return (code == null ? about.say("findings.whole") : about.unit(first, code))
                + (sum == null ? "" : ", " + about.money(sum.amount()))
                + ": "
                + counts.entrySet().stream()
                        .map(count -> words.count("count." + count.getKey(), count.getValue()))
                        .collect(Collectors.joining(BETWEEN));
    }

    private List<String> finding(ReportDocument.Defect finding) {
        ReportDocument.Location at = finding.location();
        String severity = words.get("severity." + finding.severity())
                + (added.contains(finding.fingerprint()) ? " (" + about.say("changes.new") + ")" : "");
        List<String> seen = seen(at);
        List<String> text = new ArrayList<>(lines.paragraph(
                4,
                6,
                "- " + severity + (at == null ? "" : ", " + about.place(finding)) + ": " + finding.message()
                        + (seen.isEmpty() ? "" : " (" + String.join("; ", seen) + ")")));
        if (everything) {
            text.addAll(lines.paragraph(6, 8, String.join(BETWEEN, line(finding))));
        }
        String waiver = about.waiver(finding);
        if (!waiver.isEmpty()) {
            text.addAll(lines.paragraph(6, 8, waiver));
        } else if (said.add(toDo(finding))) {
            String remedy = words.get("findings.remedy", "remedy", finding.remedy());
            text.addAll(lines.paragraph(6, 8, everything ? remedy + known(finding) : remedy));
        }
        return text;
    }

    private List<String> seen(ReportDocument.@Nullable Location at) {
        List<String> seen = new ArrayList<>();
        if (at != null && at.value() != null) {
            seen.add(words.get("line.value", "value", at.value()));
        }
        if (at != null && at.meant() != null) {
            seen.add(words.get("line.meant", "meant", at.meant()));
        }
        return seen;
    }

    /** {@return what tells a line from others, the money, and what tells the finding from others} */
    private List<String> line(ReportDocument.Defect finding) {
        ReportDocument.Line line = finding.line();
        List<String> parts = new ArrayList<>();
        if (line != null) {
            ReportDocument.Location at = finding.location();
            if (at == null || !at.file().equals(line.file()) || at.row() != line.row()) {
                parts.add(about.place(line.file(), line.row(), null));
            }
            if (line.id() != null) {
                parts.add(words.get("line.id", "id", line.id()));
            }
            line.codes().forEach((field, code) -> parts.add(words.field(field).toLowerCase(Locale.ROOT) + " " + code));
            line.others()
                    .forEach((heading, text) -> parts.add(words.get("line.other", "heading", heading, "value", text)));
        }
        String money = line == null ? finding.stake() : line.amount();
        if (money != null && (line != null || new BigDecimal(money).signum() != 0)) {
            parts.add(about.money(money));
        }
        parts.add(words.get("line.fingerprint", "fingerprint", finding.fingerprint()));
        return parts;
    }

    /** {@return what somebody lets stand for a time} */
    List<TextPart> waivers() {
        List<TextPart.Item> items = about.waivers().stream().map(lines::item).toList();
        return items.isEmpty()
                ? List.of()
                : List.of(lines.part(about.say("waivers"), items, MOST_WAIVERS, items.size()));
    }

    /** {@return what an earlier report found and this one does not} */
    List<TextPart> gone() {
        ReportDocument.Changes changes = document.changes();
        if (changes == null || changes.goneFindings().isEmpty()) {
            return List.of();
        }
        List<TextPart.Item> items = changes.goneFindings().stream()
                .map(gone -> lines.item(about.unitAndPlace(gone) + ": " + gone.title()))
                .toList();
        return List.of(lines.part(about.say("changes.gone"), items, MOST_GONE, changes.gone()));
    }

    /** {@return what coming packs would find, in no verdict and no count above} */
    List<TextPart> coming() {
        List<ReportDocument.Coming> preview = document.preview();
        if (preview == null) {
            return List.of();
        }
        List<String> head = lines.heading(words.get("preview"));
        head.addAll(lines.paragraph(2, 2, words.get("preview.meaning")));
        List<TextPart.Item> items = new ArrayList<>();
        if (preview.isEmpty()) {
            items.add(lines.item(words.get("preview.none-coming"), 0));
        }
        for (ReportDocument.Coming coming : preview) {
            items.add(lines.item(about.coming(coming), 0));
            for (ReportDocument.ComingDefect gained : coming.findings()) {
                items.add(new TextPart.Item(lines.paragraph(4, 6, "- " + about.coming(coming, gained)), 1));
            }
        }
        long all = preview.stream().mapToLong(ReportDocument.Coming::count).sum();
        return List.of(new TextPart(head, items, MOST_COMING, 1, all, lines.more("findings.more")));
    }
}
