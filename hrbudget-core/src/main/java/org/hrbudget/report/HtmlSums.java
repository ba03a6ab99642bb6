package org.hrbudget.report;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.hrbudget.report.internal.HtmlPage;
import org.hrbudget.text.Wording;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.Severity;
import org.hrbudget.validation.Verdict;
import org.jspecify.annotations.Nullable;

/** What a budget adds up to, on a page: each right with what of it stands on unfinished checks, and each unit with its verdict. */
final class HtmlSums {

    private static final Wording WORDING = Wording.beside(HtmlReport.class, "page");
    private static final int BAR = 200;
    private static final int BAR_HEIGHT = 14;

    /** How far apart the strokes are that tell what was not judged also where there is no colour. */
    private static final int STROKES = 6;

    private static final String UNTOLD = "\u2014";

    private final ReportDocument document;
    private final ReportWords words;
    private final HtmlPage page;
    private final HtmlFindings findings;

    HtmlSums(DocumentWords about, HtmlPage page, HtmlFindings findings) {
        this.document = about.document();
        this.words = about.words();
        this.page = page;
        this.findings = findings;
    }

    private String say(String key, String... namesAndValues) {
        return WORDING.of(key, namesAndValues).in(words.locale());
    }

    void rights() throws IOException {
        page.heading("rights", say("rights"));
        boolean known = document.budget().withoutRight() != null;
        if (!known) {
            page.element("p class=\"note\"", say("rights.unknown"));
        }
        if (document.rights().isEmpty()) {
            return;
        }
        if (known) {
            legend();
        }
        String total = document.budget().totals().get(document.budget().basis());
        BigDecimal most = document.rights().stream()
                .map(right -> money(right.amount()))
                .max(Comparator.naturalOrder())
                .orElse(BigDecimal.ZERO);
        page.table(
                "table class=\"sort\"",
                say(
                        "rights.caption",
                        "basis",
                        words.get("amount." + document.budget().basis())
                                .toLowerCase(Locale.forLanguageTag(document.language())),
                        "total",
                        total == null ? UNTOLD : DocumentWords.grouped(total),
                        "currency",
                        document.budget().currency()),
                say("rights.name"),
                "n " + document.budget().currency(),
                "bar ",
                "n " + say("rights.unjudged"),
                "n " + say("rights.share"),
                "n " + say("rights.actions"),
                "n " + say("rights.linked"),
                "n " + say("rights.funded"));
        for (ReportDocument.RightSum right : document.rights()) {
            right(right, most, total);
        }
        page.endTable();
        withoutRight(total);
    }

    private void right(ReportDocument.RightSum right, BigDecimal most, @Nullable String total) throws IOException {
        page.markup("<tr>")
                .element("th scope=\"row\"", right.code() + " " + right.name())
                .element("td class=\"n\"", shown(right.amount()))
                .markup("<td class=\"bar\">"
                        + (right.amount() == null ? "" : bar(money(right.amount()), money(right.unjudged()), most))
                        + "</td>")
                .element("td class=\"n\"", shown(right.unjudged()))
                .element("td class=\"n\"", right.amount() == null ? unknown() : share(right.amount(), total))
                .element("td class=\"n\"", ReportWords.whole(right.actions()))
                .element("td class=\"n\"", whole(right.linkedActions()))
                .element("td class=\"n\"", whole(right.fundedActions()))
                .markup("</tr>\n");
    }

    private String unknown() {
        return say("unknown");
    }

    private String shown(@Nullable String amount) {
        return amount == null ? unknown() : DocumentWords.grouped(amount);
    }

    private String whole(@Nullable Number count) {
        return count == null ? unknown() : ReportWords.whole(count.longValue());
    }

    private void legend() throws IOException {
        page.markup("<p class=\"legend\"><span class=\"bar\">" + picture(20, 20, 0) + "</span> ")
                .text(say("rights.judged"))
                .markup(" <span class=\"bar\">" + picture(20, 0, 20) + "</span> ")
                .text(say("rights.unjudged.meaning"))
                .markup("</p>\n");
    }

    /** The cells beside it say the numbers. What lines of negative money do to a part cannot be drawn, and is only in the numbers. */
    private static String bar(BigDecimal amount, BigDecimal unjudged, BigDecimal most) {
        if (most.signum() <= 0 || amount.signum() <= 0) {
            return picture(BAR, 0, 0);
        }
        BigDecimal open = unjudged.max(BigDecimal.ZERO).min(amount);
        int tenths = tenths(amount, most);
        int judged = tenths(amount.subtract(open), most);
        return picture(BAR, judged, tenths - judged, 10);
    }

    private static int tenths(BigDecimal amount, BigDecimal most) {
        return amount.multiply(BigDecimal.valueOf(BAR * 10L))
                .divide(most, 0, RoundingMode.HALF_UP)
                .intValueExact();
    }

    private static String picture(int width, int judged, int open) {
        return picture(width, judged, open, 1);
    }

    private static String picture(int width, int judged, int open, int scale) {
        StringBuilder svg = new StringBuilder("<svg width=\"" + width + "\" height=\"" + BAR_HEIGHT
                + "\" viewBox=\"0 0 " + width * scale + " " + BAR_HEIGHT * scale + "\" aria-hidden=\"true\">");
        if (judged > 0) {
            svg.append(rect("judged", 0, judged, scale));
        }
        if (open > 0) {
            svg.append(rect("open", judged, open, scale));
            int slant = STROKES * scale;
            StringBuilder strokes = new StringBuilder();
            for (int x = judged; x + slant <= judged + open; x += slant) {
                strokes.append("M" + x + " " + BAR_HEIGHT * scale + "l" + slant + "-" + BAR_HEIGHT * scale);
            }
            if (strokes.length() > 0) {
                svg.append("<path stroke-width=\"" + scale + "\" d=\"" + strokes + "\"/>");
            }
        }
        return svg.append("</svg>").toString();
    }

    private static String rect(String kind, int x, int width, int scale) {
        return "<rect class=\"" + kind + "\" x=\"" + x + "\" width=\"" + width + "\" height=\"" + BAR_HEIGHT * scale
                + "\"/>";
    }

    private static String share(String amount, @Nullable String total) {
        return total == null || money(total).signum() == 0
                ? UNTOLD
                : Finding.Detail.percent(money(amount).divide(money(total), 6, RoundingMode.HALF_UP));
    }

    /** The rest of the budget, which no bar above has. */
    private void withoutRight(@Nullable String total) throws IOException {
        ReportDocument.WithoutRight without = document.budget().withoutRight();
        if (without == null) {
            return;
        }
        page.element(
                        "p",
                        say(
                                "without-right",
                                "amount",
                                DocumentWords.grouped(without.amount()),
                                "currency",
                                document.budget().currency(),
                                "share",
                                share(without.amount(), total)))
                .markup("\n<ul>\n");
        if (without.reasonStated() == null) {
            String silent = money(without.amount())
                    .subtract(money(without.unknownActions()))
                    .toPlainString();
            part("without-right.no-column", silent);
        } else {
            part("without-right.reason-stated", without.reasonStated());
            part("without-right.no-reason", Objects.requireNonNull(without.noReason()));
        }
        part("without-right.unknown-actions", without.unknownActions());
        page.markup("</ul>\n");
    }

    private void part(String key, String amount) throws IOException {
        page.element(
                        "li",
                        say(
                                key,
                                "amount",
                                DocumentWords.grouped(amount),
                                "currency",
                                document.budget().currency()))
                .markup("\n");
    }

    void units() throws IOException {
        if (document.units().isEmpty()) {
            return;
        }
        page.heading("units", say("units"));
        page.element("p", say("units.verdicts"));
        page.filter(say("units.filter"), say("filter.shown", "shown", "{shown}", "all", "{all}"), "units-table");
        page.table(
                "table class=\"sort\" id=\"units-table\"",
                say("units.caption", "currency", document.budget().currency()),
                say("units.name"),
                say("units.verdict"),
                "n " + say("units.ERROR"),
                "n " + say("units.WARNING"),
                "n " + say("units.REVIEW"),
                "n " + say("units.INFO"),
                "n " + say("units.undetermined"),
                "n " + say("units.lines"),
                "n " + say("units.linked"),
                "n " + say("units.amount"),
                "n " + say("units.attributed"));
        List<ReportDocument.UnitSum> gravest =
                document.units().stream().sorted(gravestFirst()).toList();
        for (ReportDocument.UnitSum unit : gravest) {
            unit(unit);
        }
        page.endTable();
    }

    /** What comes to the same stays in the order of the codes. */
    private static Comparator<ReportDocument.UnitSum> gravestFirst() {
        Comparator<ReportDocument.UnitSum> order = Comparator.comparing(ReportDocument.UnitSum::verdict);
        for (Severity severity : Severity.values()) {
            order = order.thenComparing(unit -> count(unit, severity), Comparator.reverseOrder());
        }
        return order.thenComparing(ReportDocument.UnitSum::undetermined, Comparator.reverseOrder());
    }

    private static long count(ReportDocument.UnitSum unit, Severity severity) {
        return unit.violated().getOrDefault(severity, 0L);
    }

    private void unit(ReportDocument.UnitSum unit) throws IOException {
        String name = HtmlReport.named(unit.code(), unit.name());
        Optional<String> place = findings.placeOf(unit.code());
        page.markup("<tr><th scope=\"row\">");
        if (place.isPresent()) {
            page.element("a href=\"#" + place.get() + "\"", name);
        } else {
            page.text(name);
        }
        if (unit.kind() != null) {
            page.element("span class=\"src\"", unit.kind());
        }
        page.markup("</th><td data-order=\"" + order(unit.verdict()) + "\">")
                .element("span class=\"tag " + unit.verdict() + "\"", say("verdict." + unit.verdict()))
                .markup("</td>");
        for (Severity severity : Severity.values()) {
            page.element("td class=\"n\"", ReportWords.whole(count(unit, severity)));
        }
        page.element("td class=\"n\"", ReportWords.whole(unit.undetermined()))
                .element("td class=\"n\"", ReportWords.whole(unit.lines()))
                .element("td class=\"n\"", whole(unit.linkedLines()))
                .element("td class=\"n\"", DocumentWords.grouped(unit.amount()))
                .element("td class=\"n\"", shown(unit.attributedAmount()))
                .markup("</tr>\n");
    }

    /** By what readers sort the column: the words would come in the order of the alphabet. */
    private static int order(Verdict verdict) {
        return switch (verdict) {
            case NOT_COMPLIANT -> 0;
            case UNDETERMINED -> 1;
            case COMPLIANT -> 2;
        };
    }

    private static BigDecimal money(@Nullable String amount) {
        return amount == null ? BigDecimal.ZERO : new BigDecimal(amount);
    }
}
