package org.hrbudget.cli.publish;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.report.ReportDocument;
import org.hrbudget.validation.Finding;
import org.jspecify.annotations.Nullable;

/**
 * A site of static pages out of one report or of several years' of one government: an index, a page for each right, population group and unit,
 * what was found, what was not judged, the tables to download with a dictionary, method and limits. It needs no network, no server and
 * no scripts. The same reports give the same bytes.
 */
public final class Site {

    private final List<Edition> editions;
    private final Locale locale;
    private final Path folder;
    private final String title;
    private final SiteFindings findings = new SiteFindings();

    private Site(List<Edition> editions, Locale locale, Path folder) {
        this.editions = editions;
        this.locale = locale;
        this.folder = folder;
        ReportDocument.Budget first = editions.get(0).document().budget();
        ReportDocument.Budget last = latest().document().budget();
        String from = Objects.toString(first.fiscalYear(), say("no-year"));
        String to = Objects.toString(last.fiscalYear(), say("no-year"));
        this.title =
                say("title", "jurisdiction", last.jurisdiction(), "years", from.equals(to) ? from : from + "–" + to);
    }

    /** Two reports that cannot be published together. */
    public static final class Clash extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String key;

        Clash(String key, Path first, Path second) {
            super(first + ", " + second);
            this.key = key;
        }

        /** {@return what they clash in: {@code year}, {@code jurisdiction} or {@code currency}} */
        public String key() {
            return key;
        }
    }

    /**
     * Writes a site.
     *
     * @param reports the reports by file, at least one
     * @param locale the language of the pages; what the reports say stays in theirs
     * @param folder where to, an empty folder
     * @throws IOException if a report cannot be read again, or a page not written
     * @throws Clash if two reports are of one year and stage, or of two governments or currencies
     */
    public static void write(Map<Path, ReportDocument> reports, Locale locale, Path folder) throws IOException {
        List<Edition> editions = reports.entrySet().stream()
                .map(report -> new Edition(report.getKey(), report.getValue()))
                .sorted(Comparator.<Edition>comparingInt(edition -> Objects.requireNonNullElse(
                                edition.document().budget().fiscalYear(), 0))
                        .thenComparing(edition -> edition.document().budget().phase()))
                .toList();
        requireOneBudget(editions);
        new Site(editions, locale, folder).write();
    }

    private static void requireOneBudget(List<Edition> editions) {
        for (int i = 1; i < editions.size(); i++) {
            Edition one = editions.get(i - 1);
            Edition two = editions.get(i);
            ReportDocument.Budget before = one.document().budget();
            ReportDocument.Budget after = two.document().budget();
            String key = !before.jurisdiction().equals(after.jurisdiction())
                    ? "jurisdiction"
                    : !before.currency().equals(after.currency())
                            ? "currency"
                            : one.slug().equals(two.slug()) ? "year" : null;
            if (key != null) {
                throw new Clash(key, one.file(), two.file());
            }
        }
    }

    private void write() throws IOException {
        try (InputStream style = Site.class.getResourceAsStream("style.css")) {
            put("style.css", Objects.requireNonNull(style, "style.css").readAllBytes());
        }
        put("index.html", index());
        Set<String> rights = chapters().keySet();
        for (String code : rights) {
            ReportDocument.RightSum right = Objects.requireNonNull(chapters().get(code));
            put(right.group() ? Slug.group(code) : Slug.right(code), right(right));
        }
        for (ReportDocument.UnitSum unit : units().values()) {
            put(Slug.unit(unit.code()), unit(unit));
        }
        put("findings.html", findings.found(page("", "findings", say("menu.findings")), editions));
        put("open.html", findings.open(page("", "open", say("menu.open")), editions));
        SiteData data = new SiteData(editions, locale);
        for (Map.Entry<String, byte[]> table : data.tables().entrySet()) {
            put(table.getKey(), table.getValue());
        }
        for (Edition edition : editions) {
            Path copy = folder.resolve(SiteData.report(edition));
            Files.createDirectories(copy.getParent());
            Files.copy(edition.file(), copy);
        }
        put("data.html", data.page(page("", "data", say("menu.data"))));
        put("method.html", new SiteMethod(editions).page(page("", "method", say("menu.method"))));
    }

    private void put(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private Edition latest() {
        return editions.get(editions.size() - 1);
    }

    private String say(String key, String... namesAndValues) {
        return SitePage.WORDING.of(key, namesAndValues).in(locale);
    }

    private SitePage page(String root, String name, String heading) {
        return new SitePage(locale, root, name, heading, title);
    }

    /** {@return rights and groups of all reports by code, as the latest that has them says} */
    private Map<String, ReportDocument.RightSum> chapters() {
        Map<String, ReportDocument.RightSum> chapters = new LinkedHashMap<>();
        latest().document().rights().forEach(right -> chapters.put(right.code(), right));
        for (int i = editions.size() - 2; i >= 0; i--) {
            editions.get(i).document().rights().forEach(right -> chapters.putIfAbsent(right.code(), right));
        }
        return chapters;
    }

    private Map<String, ReportDocument.UnitSum> units() {
        Map<String, ReportDocument.UnitSum> units = new TreeMap<>();
        editions.forEach(edition -> edition.document().units().forEach(unit -> units.put(unit.code(), unit)));
        return units;
    }

    private byte[] index() {
        SitePage page = page("", "index", title);
        page.paragraph(say("intro"));
        if (editions.stream().anyMatch(edition -> edition.document().scope() != BudgetHeader.Scope.WHOLE)) {
            page.element("p class=\"note\"", say("one-unit")).markup("\n");
        }
        page.heading("years", say("years"));
        page.table(
                say("years.caption", "currency", latest().document().budget().currency()),
                say("year"),
                say("verdict"),
                "n " + say("findings.count"),
                "n " + say("open.count"),
                "n " + say("units.count"),
                "n " + say("lines"),
                "n " + say("money"),
                "n " + say("money.tied"));
        for (Edition edition : editions) {
            year(page, edition);
        }
        page.endTable();
        if (!editions.stream().allMatch(Edition::tellsActions)) {
            page.element("p class=\"note\"", say("no-links.note")).markup("\n");
        }
        page.element("p class=\"mute\"", say("years.prices")).markup("\n");
        chapterTable(page, false);
        chapterTable(page, true);
        unitTable(page);
        return page.bytes();
    }

    private void year(SitePage page, Edition edition) {
        ReportDocument document = edition.document();
        page.markup("<tr><th scope=\"row\">")
                .link("findings.html#y" + edition.slug(), page.year(edition))
                .markup("</th><td><span class=\"tag " + document.verdict() + "\">")
                .text(say("verdict." + document.verdict()))
                .markup("</span></td>")
                .number(document.ledger().stream()
                        .mapToLong(ReportDocument.RuleAccount::violated)
                        .sum())
                .markup("<td class=\"n\">")
                .link("open.html#y" + edition.slug(), Long.toString(SiteFindings.notJudged(document)))
                .markup("</td>")
                .number(document.units().size())
                .number(document.budget().lines())
                .money(edition.total())
                .number(edition.figure("I02", Map.of())
                        .map(figure -> percent(figure.value()))
                        .orElse("—"))
                .markup("</tr>\n");
    }

    private static String percent(@Nullable String fraction) {
        return fraction == null ? "—" : Finding.Detail.percent(new BigDecimal(fraction));
    }

    private void chapterTable(SitePage page, boolean group) {
        String kind = group ? "groups" : "rights";
        page.heading(kind, say(kind));
        List<ReportDocument.RightSum> all = chapters().values().stream()
                .filter(right -> right.group() == group)
                .toList();
        if (all.isEmpty()) {
            page.paragraph(say(kind + ".none"));
            return;
        }
        BigDecimal most = most(all.stream());
        page.table(
                say(kind) + ": " + say("rights.caption", "year", page.year(latest())),
                say(group ? "group" : "right"),
                "n " + say("actions"),
                "n " + say("actions.linked"),
                "n " + say("actions.funded"),
                "n " + say("actions.unfunded"),
                "n " + say("money"),
                "n " + say("money.unjudged"),
                "",
                "n " + say("share"));
        for (ReportDocument.RightSum each : all) {
            String href = group ? Slug.group(each.code()) : Slug.right(each.code());
            page.markup("<tr><th scope=\"row\"" + page.in(latest().document().language()) + ">")
                    .link(href, each.code() + " " + each.name())
                    .markup("</th>");
            latest().right(each.code())
                    .ifPresentOrElse(right -> sums(page, latest(), right, most), () -> absent(page, 8));
            page.markup("</tr>\n");
        }
        page.endTable();
        page.element("p class=\"mute\"", say("rights.add")).markup("\n");
    }

    private static BigDecimal most(Stream<ReportDocument.RightSum> rights) {
        return rights.flatMap(right -> Stream.ofNullable(right.amount()))
                .map(BigDecimal::new)
                .max(Comparator.naturalOrder())
                .orElse(BigDecimal.ZERO);
    }

    private static void sums(SitePage page, Edition edition, ReportDocument.RightSum right, BigDecimal most) {
        page.number(right.actions());
        if (right.linkedActions() == null) {
            page.element("td colspan=\"7\"", page.say("no-links"));
            return;
        }
        page.count(right.linkedActions())
                .count(right.fundedActions())
                .count(unfunded(right))
                .known(right.amount())
                .known(right.unjudged())
                .bar(right.amount(), most)
                .number(Edition.share(right.amount(), edition.total()));
    }

    /** {@return the actions that no line with money names, or {@code null} where that is unknown} */
    static @Nullable Integer unfunded(ReportDocument.RightSum right) {
        Integer funded = right.fundedActions();
        return funded == null ? null : right.actions() - funded;
    }

    private void absent(SitePage page, int columns) {
        page.element("td colspan=\"" + columns + "\"", say("not-in-year"));
    }

    private void unitTable(SitePage page) {
        page.heading("units", say("units"));
        page.table(
                say("units.caption", "year", page.year(latest())),
                say("unit"),
                say("verdict"),
                "n " + say("lines"),
                "n " + say("lines.linked"),
                "n " + say("money"),
                "n " + say("money.attributed"),
                "n " + say("share.attributed"));
        for (ReportDocument.UnitSum each : units().values()) {
            page.markup("<tr><th scope=\"row\">")
                    .link(Slug.unit(each.code()), named(each))
                    .markup("</th>");
            latest().unit(each.code()).ifPresentOrElse(unit -> sums(page, unit), () -> absent(page, 6));
            page.markup("</tr>\n");
        }
        page.endTable();
    }

    private static void sums(SitePage page, ReportDocument.UnitSum unit) {
        page.element("td", page.say("verdict." + unit.verdict()))
                .number(unit.lines())
                .count(unit.linkedLines())
                .money(unit.amount())
                .known(unit.attributedAmount())
                .number(Edition.share(unit.attributedAmount(), unit.amount()));
    }

    private static String named(ReportDocument.UnitSum unit) {
        return unit.name() == null ? unit.code() : unit.code() + " " + unit.name();
    }

    private byte[] right(ReportDocument.RightSum right) {
        SitePage page = page("../", "index", right.code() + " " + right.name());
        page.paragraph(say(right.group() ? "group.intro" : "right.intro"));
        BigDecimal most = most(editions.stream().flatMap(edition -> edition.right(right.code()).stream()));
        page.heading("years", say("by-year"));
        page.table(
                say("right.caption", "currency", latest().document().budget().currency()),
                say("year"),
                "n " + say("actions"),
                "n " + say("actions.linked"),
                "n " + say("actions.funded"),
                "n " + say("actions.unfunded"),
                "n " + say("money"),
                "n " + say("money.unjudged"),
                "",
                "n " + say("share"));
        for (Edition edition : editions) {
            page.markup("<tr>").element("th scope=\"row\"", page.year(edition));
            edition.right(right.code()).ifPresentOrElse(sum -> sums(page, edition, sum, most), () -> absent(page, 8));
            page.markup("</tr>\n");
        }
        page.endTable();
        page.element("p class=\"note\"", say("right.unfunded")).markup("\n");
        findings.of(
                page,
                editions,
                edition -> edition.findingsOfRight(right.code()),
                edition -> edition.right(right.code()).isPresent(),
                say("right.findings"));
        return page.bytes();
    }

    private byte[] unit(ReportDocument.UnitSum unit) {
        SitePage page = page("../", "index", named(unit));
        page.heading("years", say("by-year"));
        page.table(
                say("unit.caption", "currency", latest().document().budget().currency()),
                say("year"),
                say("verdict"),
                "n " + say("lines"),
                "n " + say("lines.linked"),
                "n " + say("money"),
                "n " + say("money.attributed"),
                "n " + say("share.attributed"),
                "n " + say("actions.new"));
        for (Edition edition : editions) {
            page.markup("<tr>").element("th scope=\"row\"", page.year(edition));
            edition.unit(unit.code())
                    .ifPresentOrElse(
                            sum -> {
                                sums(page, sum);
                                page.number(edition.figure("I05", Map.of("unit", unit.code()))
                                        .map(ReportDocument.Figure::value)
                                        .orElse("—"));
                            },
                            () -> absent(page, 7));
            page.markup("</tr>\n");
        }
        page.endTable();
        page.element("p class=\"mute\"", say("unit.new")).markup("\n");
        findings.of(
                page,
                editions,
                edition -> edition.findingsOfUnit(unit.code()),
                edition -> edition.unit(unit.code()).isPresent(),
                say("unit.findings"));
        return page.bytes();
    }
}
