package org.hrbudget.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.hrbudget.summary.Indicator;
import org.jspecify.annotations.Nullable;

/** The parts of a text report that say what the budget adds up to. */
final class TextSums {

    private static final int MOST_RIGHTS = 5;
    private static final int MOST_INDICATORS = 4;

    private final DocumentWords about;
    private final ReportDocument document;
    private final ReportWords words;
    private final TextLines lines;

    TextSums(DocumentWords about, TextLines lines) {
        this.about = about;
        this.document = about.document();
        this.words = about.words();
        this.lines = lines;
    }

    private boolean everything() {
        return lines.options().everything();
    }

    /** {@return what each right is paid: in the order of the programme or, in a short report, most money first} */
    List<TextPart> rights() {
        List<ReportDocument.RightSum> rights = new ArrayList<>(document.rights());
        if (rights.isEmpty()) {
            return List.of();
        }
        if (!everything()) {
            rights.sort(Comparator.comparing(TextSums::money, Comparator.reverseOrder()));
        }
        TextPart table = lines.table(
                about.say("rights"),
                everything() ? "wrrrrrr" : "wrrrrr",
                with(
                        everything() ? List.of(about.say("rights.unjudged")) : List.of(),
                        words.get("rights.name"),
                        words.get("rights.actions"),
                        words.get("rights.linked"),
                        words.get("rights.funded"),
                        document.budget().currency(),
                        about.say("rights.share")),
                rights.stream()
                        .map(right -> with(
                                everything() ? List.of(amount(right.unjudged())) : List.of(),
                                right.code() + " " + right.name(),
                                ReportWords.whole(right.actions()),
                                count(right.linkedActions()),
                                count(right.fundedActions()),
                                amount(right.amount()),
                                right.amount() == null ? about.say("unknown") : about.share(right.amount())))
                        .toList(),
                MOST_RIGHTS);
        long unfunded = rights.stream()
                .filter(right -> Integer.valueOf(0).equals(right.fundedActions()))
                .count();
        return List.of(new TextPart(
                table.head(),
                table.items(),
                table.most(),
                1,
                table.all(),
                left -> lines.paragraph(
                        2,
                        4,
                        words.get(
                                "rights.more",
                                "count",
                                ReportWords.whole(left),
                                "unfunded",
                                ReportWords.whole(unfunded),
                                "all",
                                ReportWords.whole(rights.size())))));
    }

    private static List<String> with(List<String> last, String... cells) {
        List<String> all = new ArrayList<>(List.of(cells));
        all.addAll(last);
        return all;
    }

    private static BigDecimal money(ReportDocument.RightSum right) {
        return right.amount() == null ? BigDecimal.ZERO : new BigDecimal(right.amount());
    }

    /** {@return an amount or, where it is not known, that; unknown is not zero} */
    private String amount(@Nullable String amount) {
        return amount == null ? about.say("unknown") : DocumentWords.grouped(amount);
    }

    private String count(@Nullable Number count) {
        return count == null ? about.say("unknown") : ReportWords.whole(count.longValue());
    }

    TextPart totals() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                words.get("totals.lines"), ReportWords.whole(document.budget().lines())));
        rows.add(List.of(
                words.get("totals.units"), ReportWords.whole(document.units().size())));
        document.budget()
                .totals()
                .forEach((kind, total) -> rows.add(List.of(words.get("amount." + kind), DocumentWords.grouped(total))));
        return lines.table(
                words.get("totals", "currency", document.budget().currency()),
                "wr",
                List.of("", ""),
                rows,
                TextPart.ANY);
    }

    List<TextPart> units() {
        if (document.units().isEmpty()) {
            return List.of();
        }
        return List.of(lines.table(
                about.say("units"),
                "wlrrrr",
                List.of(
                        about.say("units.name"),
                        about.say("units.verdict"),
                        about.say("units.lines"),
                        about.say("units.linked"),
                        about.say("units.amount"),
                        about.say("units.attributed")),
                document.units().stream()
                        .map(unit -> List.of(
                                HtmlReport.named(unit.code(), unit.name()),
                                about.say("verdict." + unit.verdict()),
                                ReportWords.whole(unit.lines()),
                                count(unit.linkedLines()),
                                DocumentWords.grouped(unit.amount()),
                                amount(unit.attributedAmount())))
                        .toList(),
                TextPart.ANY));
    }

    /** {@return the indicators of the whole budget, and where everything is told how each is worked out} */
    List<TextPart> indicators() {
        List<List<String>> rows = new ArrayList<>();
        List<String> undefined = new ArrayList<>();
        for (ReportDocument.Figure figure : document.indicators()) {
            String value = figure.value();
            if (!figure.dimensions().isEmpty()) {
                continue;
            }
            if (value == null) {
                undefined.add(figure.id());
            } else {
                rows.add(List.of(
                        figure.id(),
                        everything() ? told(figure) : title(figure),
                        DocumentWords.value(figure.unit(), value)));
            }
        }
        if (!everything()) {
            return rows.isEmpty() ? List.of() : List.of(shortly(rows));
        }
        TextPart table = lines.table(words.get("indicators"), "lwr", List.of("", "", ""), rows, TextPart.ANY);
        List<TextPart.Item> items = new ArrayList<>(table.items());
        if (!undefined.isEmpty()) {
            String ids = String.join(", ", undefined);
            items.add(new TextPart.Item(lines.paragraph(2, 2, words.get("indicators.undefined", "ids", ids)), 0));
        }
        List<String> head = new ArrayList<>(table.head());
        head.addAll(basis());
        return List.of(new TextPart(head, items, TextPart.ANY, 1, rows.size(), table.rest()));
    }

    /** {@return the first indicators in running text} */
    private TextPart shortly(List<List<String>> rows) {
        List<List<String>> first = rows.subList(0, Math.min(MOST_INDICATORS, rows.size()));
        String text = first.stream()
                .map(row -> row.get(1) + " (" + row.get(0) + ") " + row.get(2))
                .collect(Collectors.joining("; "));
        List<TextPart.Item> items = List.of(new TextPart.Item(lines.paragraph(2, 2, text + "."), first.size()));
        return lines.small(words.get("indicators"), items, 1, rows.size());
    }

    private String title(ReportDocument.Figure figure) {
        return Indicator.Definition.of(figure.id())
                .map(definition -> definition.title().in(words.locale()))
                .orElse("");
    }

    /** {@return what an indicator is called and how it is worked out, with the numbers where it is a ratio} */
    private String told(ReportDocument.Figure figure) {
        String formula = Indicator.Definition.of(figure.id())
                .map(definition -> title(figure) + ": " + definition.formula().in(words.locale()))
                .orElse("");
        String part = figure.numerator();
        String whole = figure.denominator();
        return part == null || whole == null
                ? formula
                : formula + words.get("indicators.ratio", "part", quantity(part), "whole", quantity(whole));
    }

    /** Sums of money have cents, counts have no decimals. */
    private static String quantity(String quantity) {
        BigDecimal number = new BigDecimal(quantity);
        return number.scale() <= 0 ? ReportWords.whole(number.longValueExact()) : DocumentWords.grouped(quantity);
    }

    /** {@return what the money of lines is, and how large the programme is that actions are counted of} */
    private List<String> basis() {
        List<String> basis = new ArrayList<>(lines.paragraph(
                2,
                2,
                words.get(
                        "indicators.basis",
                        "amount",
                        words.get("basis." + document.budget().basis()))));
        List<ReportDocument.RightSum> chapters = document.rights();
        if (!chapters.isEmpty()) {
            long groups =
                    chapters.stream().filter(ReportDocument.RightSum::group).count();
            long actions = chapters.stream()
                    .mapToLong(ReportDocument.RightSum::actions)
                    .sum();
            basis.addAll(lines.paragraph(
                    2,
                    2,
                    words.get(
                            "indicators.programme",
                            "actions",
                            ReportWords.whole(actions),
                            "rights",
                            ReportWords.whole(chapters.size() - groups),
                            "groups",
                            ReportWords.whole(groups))));
        }
        return basis;
    }
}
