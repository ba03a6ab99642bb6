package org.hrbudget.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hrbudget.model.internal.Spelling;
import org.hrbudget.text.Wording;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.LedgerEntry;
import org.hrbudget.validation.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What several forms of a document say, in its language and each in one line that commands nothing.
 *
 * @param document the document
 * @param words the words of its language
 */
record DocumentWords(ReportDocument document, ReportWords words) {

    private static final Wording PAGE = Wording.beside(DocumentWords.class, "page");
    private static final Set<String> SEVERITIES =
            Arrays.stream(Severity.values()).map(Severity::name).collect(Collectors.toUnmodifiableSet());
    private static final int SHARE_DECIMALS = 6;
    private static final Pattern BASELINE = Pattern.compile("baseline ([0-9]{4})");

    static DocumentWords of(ReportDocument document) {
        return new DocumentWords(document, new ReportWords(Locale.forLanguageTag(document.language())));
    }

    /** A rule as one pack has it; two packs may have rules of one name. */
    record RuleOfPack(String pack, String ruleId) {

        static RuleOfPack of(ReportDocument.RuleAccount rule) {
            return new RuleOfPack(rule.pack(), rule.ruleId());
        }

        static RuleOfPack of(ReportDocument.Defect defect) {
            return new RuleOfPack(defect.pack(), defect.ruleId());
        }
    }

    /** {@return a text of {@code page.properties} with its placeholders filled} */
    String say(String key, String... namesAndValues) {
        return PAGE.of(key, namesAndValues).in(words.locale());
    }

    /** {@return whose budget it is, of which year, and how far it reports} */
    String title() {
        ReportDocument.Budget budget = document.budget();
        return words.get(
                "title",
                "jurisdiction",
                budget.jurisdiction(),
                "year",
                Objects.toString(budget.fiscalYear(), "—"),
                "phase",
                words.get("phase." + budget.phase()));
    }

    /** {@return how many of the rules were judged, and what became of the others} */
    String judged() {
        return words.judged(document.ledger().stream()
                .map(ReportDocument.RuleAccount::outcome)
                .toList());
    }

    /** {@return how a pack was chosen} */
    String chosen(ReportDocument.Selection pack) {
        return pack.reason() == null
                ? words.get("law.by-version")
                : words.get(
                        "law.chosen",
                        "year",
                        Objects.toString(pack.fiscalYear(), "—"),
                        "day",
                        Objects.toString(pack.asOf(), "—"),
                        "reason",
                        words.get("reason." + pack.reason()));
    }

    /** {@return what part of the budget's money an amount is} */
    String share(String amount) {
        String total = document.budget().totals().get(document.budget().basis());
        return total == null || new BigDecimal(total).signum() == 0
                ? "—"
                : Finding.Detail.percent(
                        new BigDecimal(amount).divide(new BigDecimal(total), SHARE_DECIMALS, RoundingMode.HALF_UP));
    }

    /** {@return the value of an indicator that has one} */
    static String value(String unit, String value) {
        return switch (unit) {
            case "ratio" -> Finding.Detail.percent(new BigDecimal(value));
            case "count" -> ReportWords.whole(new BigDecimal(value).longValueExact());
            default -> grouped(value) + " " + unit;
        };
    }

    /** {@return an amount with its thousands separated} */
    static String grouped(String amount) {
        return Finding.Detail.grouped(new BigDecimal(amount));
    }

    /** {@return the verdict, as in {@code VERDICT: COMPLIANT.}} */
    String verdict() {
        return words.get("verdict", "verdict", words.get("verdict." + document.verdict()));
    }

    /** {@return how much was found of each severity, and how much of it somebody lets stand, in one line} */
    String counts() {
        return String.join(" · ", eachCount());
    }

    /** {@return the same, each by itself} */
    List<String> eachCount() {
        List<String> counts = new ArrayList<>();
        violated().forEach((severity, count) -> counts.add(words.count("count." + severity, count)));
        long waived = document.findings().stream()
                .filter(finding -> finding.waiver() != null)
                .count();
        if (waived > 0) {
            counts.add(words.count("count.waived", waived));
        }
        return counts;
    }

    /** {@return each waiver, and what became of it; empty where none were given} */
    List<String> waivers() {
        List<ReportDocument.Waived> waivers = document.waivers();
        return waivers == null ? List.of() : waivers.stream().map(this::waiver).toList();
    }

    private String waiver(ReportDocument.Waived waiver) {
        String about = waiver.fingerprint() != null
                ? words.get("waiver.finding", "fingerprint", waiver.fingerprint())
                : words.get(
                        "waiver.rule", "rule", String.valueOf(waiver.ruleId()), "unit", String.valueOf(waiver.unit()));
        String became = waiver.state() == ReportDocument.Waived.State.USED
                ? words.count("waiver.USED", waiver.findings())
                : words.get("waiver." + waiver.state());
        String stake = waiver.stake() == null ? "" : words.get("findings.stake", "amount", money(waiver.stake()));
        return Spelling.harmless(place(waiver.file(), waiver.row(), null) + ": " + about + " "
                + words.get("waiver", "reason", waiver.reason(), "who", waiver.who(), "until", waiver.until()) + " "
                + became + stake + ".");
    }

    /** {@return why a finding may stand, as in {@code waived until 2011-03-31: the reason (who)}; empty where it may not} */
    String waiver(ReportDocument.Defect finding) {
        List<ReportDocument.Waived> waivers = document.waivers();
        Integer place = finding.waiver();
        if (waivers == null || place == null || place < 0 || place >= waivers.size()) {
            return "";
        }
        ReportDocument.Waived waiver = waivers.get(place);
        return Spelling.harmless(
                words.get("waived", "reason", waiver.reason(), "who", waiver.who(), "until", waiver.until()));
    }

    /** {@return how many defects of a rule nobody lets stand, those that the document does not hold among them} */
    long standing(ReportDocument.RuleAccount rule) {
        RuleOfPack key = RuleOfPack.of(rule);
        return rule.violated()
                - document.findings().stream()
                        .filter(finding -> finding.waiver() != null
                                && RuleOfPack.of(finding).equals(key))
                        .count();
    }

    /** {@return the rules of which something is to be done: those among {@link #gravestRules()} whose findings are not all let stand} */
    List<ReportDocument.RuleAccount> urgentRules() {
        return gravestRules().stream().filter(rule -> standing(rule) > 0).toList();
    }

    /** {@return how many defects there are of each severity, also those that the document does not hold} */
    Map<Severity, Long> violated() {
        Map<Severity, Long> violated = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            violated.put(severity, 0L);
        }
        document.ledger().forEach(rule -> violated.merge(rule.severity(), rule.violated(), Long::sum));
        return violated;
    }

    /** {@return how many findings are new, kept and gone since an earlier report; empty where nobody asked} */
    String changes() {
        ReportDocument.Changes changes = document.changes();
        return changes == null
                ? ""
                : words.get(
                        "changes",
                        "added",
                        words.count("changes.added", changes.added()),
                        "kept",
                        words.count("changes.kept", changes.kept()),
                        "gone",
                        words.count("changes.gone", changes.gone()),
                        "verdict",
                        words.get("verdict." + changes.verdict()));
    }

    /** {@return what coming packs would find: each, and each finding that it adds; empty where nobody asked} */
    List<String> coming() {
        List<ReportDocument.Coming> preview = document.preview();
        if (preview == null) {
            return List.of();
        }
        List<String> said = new ArrayList<>(preview.isEmpty() ? List.of(words.get("preview.none-coming")) : List.of());
        for (ReportDocument.Coming coming : preview) {
            said.add(coming(coming));
            coming.findings().forEach(gained -> said.add(coming(coming, gained)));
            if (coming.truncated()) {
                said.add(words.count(
                        "findings.more", coming.count() - coming.findings().size()));
            }
        }
        return said;
    }

    /** {@return a coming pack, from when it counts, and how much it would find} */
    String coming(ReportDocument.Coming coming) {
        return Spelling.harmless(coming.pack() + ", " + coming.title() + ". ")
                + words.get("preview.counts", "from", from(coming)) + " "
                + (coming.count() == 0 ? words.get("preview.nothing") : words.count("preview.count", coming.count()));
    }

    /** {@return a finding that a coming pack would add or weigh otherwise, and what it weighs today} */
    String coming(ReportDocument.Coming coming, ReportDocument.ComingDefect gained) {
        ReportDocument.Defect finding = gained.finding();
        Severity today = gained.severityNow();
        return unitAndPlace(finding) + ": "
                + words.get(
                        "preview.will-be." + finding.severity(),
                        "from",
                        from(coming),
                        "title",
                        finding.title(),
                        "rule",
                        finding.ruleId())
                + (today == null ? "" : " " + words.get("preview.today", "severity", words.get("severity." + today)));
    }

    private String from(ReportDocument.Coming coming) {
        return words.from(coming.fromFiscalYear(), coming.fromDay());
    }

    /** {@return how many rows could not be read; empty where all could} */
    String rejected() {
        long all = document.input().stream()
                .mapToLong(ReportDocument.Input::rowsRejected)
                .sum();
        return all == 0 ? "" : words.count("rejected", all);
    }

    /** {@return a row that could not be read, and why} */
    String rejected(ReportDocument.Rejection row) {
        String value = row.value() == null ? "" : words.get("rejected.value", "value", row.value());
        return Spelling.harmless(place(row.file(), row.row(), row.column()) + value + ": " + row.reason());
    }

    /** {@return how many defects there are beside so many} */
    long beside(long shown) {
        return violated().values().stream().mapToLong(Long::longValue).sum() - shown;
    }

    /** {@return the rules that found something: the gravest first, of one severity those that touch the most money} */
    List<ReportDocument.RuleAccount> gravestRules() {
        return document.ledger().stream()
                .filter(rule -> rule.violated() > 0)
                .sorted(Comparator.comparing(ReportDocument.RuleAccount::severity)
                        .thenComparing(rule -> decimal(rule.stake()), Comparator.reverseOrder()))
                .toList();
    }

    /** {@return the findings: the gravest first, of one severity those that touch the most money; behind all, what is let stand} */
    List<ReportDocument.Defect> gravestFindings() {
        return document.findings().stream()
                .sorted(Comparator.comparing((ReportDocument.Defect defect) -> defect.waiver() != null)
                        .thenComparing(ReportDocument.Defect::severity)
                        .thenComparing(defect -> decimal(defect.stake()), Comparator.reverseOrder()))
                .toList();
    }

    /** Nothing known of the money weighs less than no money. */
    private static BigDecimal decimal(@Nullable String amount) {
        return amount == null ? BigDecimal.ONE.negate() : new BigDecimal(amount);
    }

    Map<RuleOfPack, List<ReportDocument.Defect>> findingsByRule() {
        return document.findings().stream().collect(Collectors.groupingBy(RuleOfPack::of));
    }

    /** {@return the dated rows by which a rule was judged, each as a sentence} */
    List<String> held(ReportDocument.RuleAccount rule) {
        return rule.rows().stream()
                .map(row -> {
                    boolean both = row.from() != null && row.to() != null;
                    return words.get(
                            "row." + (both ? "between" : row.from() != null ? "from" : "until"),
                            "key",
                            row.key(),
                            "value",
                            SEVERITIES.contains(row.value()) ? words.get("severity." + row.value()) : row.value(),
                            "from",
                            Objects.toString(row.from(), ""),
                            "to",
                            Objects.toString(row.to(), ""),
                            "basis",
                            words.get("row.basis." + row.basis()),
                            "file",
                            row.file());
                })
                .toList();
    }

    /** {@return the rules that could not judge all they are about, in the order of the ledger} */
    List<ReportDocument.RuleAccount> undetermined() {
        return document.ledger().stream()
                .filter(rule -> rule.outcome() == LedgerEntry.Outcome.UNDETERMINED || rule.undetermined() > 0)
                .toList();
    }

    /** {@return how much a rule found, and how much money that touches} */
    String found(ReportDocument.RuleAccount rule) {
        String count = words.count("findings.count", rule.violated());
        String stake = rule.stake();
        return stake == null || new BigDecimal(stake).signum() == 0
                ? count
                : count + words.get("findings.stake", "amount", money(stake));
    }

    String money(String amount) {
        return grouped(amount) + " " + Spelling.harmless(document.budget().currency());
    }

    /** {@return where a finding is, as in {@code budget.csv, row 17, column "lines"}} */
    String place(ReportDocument.Defect defect) {
        ReportDocument.Location location = defect.location();
        if (location != null) {
            return Spelling.harmless(place(location.file(), location.row(), location.column()));
        }
        return defect.unit() == null ? words.get("place.budget") : unit(defect, defect.unit());
    }

    /** {@return where a finding is, and the unit at fault where the place does not say it} */
    String unitAndPlace(ReportDocument.Defect defect) {
        List<String> parts = new ArrayList<>();
        if (defect.location() != null && defect.unit() != null) {
            parts.add(unit(defect, defect.unit()));
        }
        parts.add(place(defect));
        return String.join("; ", parts);
    }

    /** {@return the unit at fault, with its name} */
    String unit(ReportDocument.Defect defect, String code) {
        String named = defect.unitName() == null ? code : code + " " + defect.unitName();
        return Spelling.harmless(words.get("place.unit", "unit", named));
    }

    /** {@return a row, or a whole file where there is none, as in {@code budget.csv, row 17, column "lines"}} */
    String place(String file, long row, @Nullable String column) {
        String place = row == 0 ? file : words.get("place.row", "file", file, "row", Long.toString(row));
        return column == null ? place : place + words.get("place.column", "column", column);
    }

    /** {@return what is wrong and what to do, or why it may stand} */
    String messageAndRemedy(ReportDocument.Defect defect) {
        String waiver = waiver(defect);
        return Spelling.harmless(
                (defect.message() + " " + (waiver.isEmpty() ? defect.remedy() : "[" + waiver + "]")).strip());
    }

    /** {@return a rule and why it is undetermined or does not apply} */
    static String reasoned(ReportDocument.RuleAccount rule) {
        return Spelling.harmless(rule.title() + " (" + rule.ruleId() + "): " + reason(rule.reason()));
    }

    static String reason(@Nullable String reason) {
        return reason == null ? "—" : Spelling.harmless(reason);
    }

    String problem(ReportDocument.Fault problem) {
        return Spelling.harmless(subject(problem) + ": " + problem.message());
    }

    /** {@return what a problem is about, in words where it is no file, rule or pack} */
    String subject(ReportDocument.Fault problem) {
        Matcher baseline = BASELINE.matcher(problem.subject());
        return baseline.matches() ? words.get("subject.baseline", "year", baseline.group(1)) : problem.subject();
    }
}
