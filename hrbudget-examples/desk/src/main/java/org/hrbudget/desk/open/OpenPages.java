package org.hrbudget.desk.open;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hrbudget.desk.Csv;
import org.hrbudget.desk.Downloads;
import org.hrbudget.desk.open.Editions.Action;
import org.hrbudget.desk.open.Editions.Edition;
import org.hrbudget.report.ReportDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** What everybody may read, without an account. */
@Controller
class OpenPages {

    private static final int MOST_SHARES = 500;

    private final Editions editions;
    private final Comments comments;
    private final String licence;

    OpenPages(Editions editions, Comments comments, @Value("${desk.licence:}") String licence) {
        this.editions = editions;
        this.comments = comments;
        this.licence = licence;
    }

    @GetMapping("/open")
    String years(Model model, Locale locale) {
        List<Edition> published = editions.published();
        model.addAttribute("editions", published);
        model.addAttribute(
                "reports",
                published.stream().collect(Collectors.toMap(Edition::id, each -> editions.report(each.id(), locale))));
        return "open/years";
    }

    @GetMapping("/open/{year}")
    String year(@PathVariable int year, Model model, Locale locale) {
        Edition edition = edition(year, model);
        ReportDocument report = report(edition, model, locale);
        ReportDocument before = before(edition, report, locale).orElse(null);
        List<Figures> all = report.rights().stream()
                .map(sum -> figures(sum, report, before))
                .toList();
        model.addAttribute("before", before);
        model.addAttribute("total", Figures.total(report));
        model.addAttribute(
                "rights", all.stream().filter(each -> !each.sum().group()).toList());
        model.addAttribute(
                "groups", all.stream().filter(each -> each.sum().group()).toList());
        model.addAttribute("comments", comments.shown(year, null));
        return "open/year";
    }

    private static Figures figures(
            ReportDocument.RightSum sum, ReportDocument report, @Nullable ReportDocument before) {
        BigDecimal most = report.rights().stream()
                .flatMap(each -> Stream.ofNullable(each.amount()))
                .map(BigDecimal::new)
                .max(Comparator.naturalOrder())
                .orElse(BigDecimal.ZERO);
        return Figures.of(sum, most, report, right(before, sum.code()).orElse(null));
    }

    private static Optional<ReportDocument.RightSum> right(@Nullable ReportDocument report, String code) {
        return Stream.ofNullable(report)
                .flatMap(each -> each.rights().stream())
                .filter(each -> each.code().equals(code))
                .findFirst();
    }

    /** Like is compared with like: another stage or currency says nothing about a change. */
    private Optional<ReportDocument> before(Edition edition, ReportDocument report, Locale locale) {
        return editions.published(edition.fiscalYear() - 1)
                .map(last -> editions.report(last.id(), locale))
                .filter(last -> last.budget().basis() == report.budget().basis()
                        && last.budget().currency().equals(report.budget().currency()));
    }

    @GetMapping("/open/{year}/rights/{right}")
    String right(@PathVariable int year, @PathVariable String right, Model model, Locale locale) {
        Edition edition = edition(year, model);
        ReportDocument report = report(edition, model, locale);
        ReportDocument before = before(edition, report, locale).orElse(null);
        ReportDocument.RightSum sum = right(report, right).orElseThrow(OpenPages::notThere);
        List<Action> actions = editions.actions(edition.id()).stream()
                .filter(action -> action.right().equals(right))
                .toList();
        var shares = editions.shares(edition.id(), right, MOST_SHARES + 1);
        model.addAttribute("figures", figures(sum, report, before));
        model.addAttribute("before", before);
        model.addAttribute("funded", actions.stream().filter(Action::isFunded).toList());
        model.addAttribute(
                "unfunded",
                actions.stream().filter(action -> !action.isFunded()).toList());
        model.addAttribute("units", units(report, right));
        model.addAttribute("shares", shares.stream().limit(MOST_SHARES).toList());
        model.addAttribute("more", shares.size() > MOST_SHARES);
        model.addAttribute("comments", comments.shown(year, right));
        return "open/right";
    }

    /** What a unit gives to a right. */
    record OfUnit(ReportDocument.UnitSum unit, ReportDocument.UnitRight right) {}

    private static List<OfUnit> units(ReportDocument report, String right) {
        return report.units().stream()
                .flatMap(unit -> Stream.ofNullable(unit.rights())
                        .flatMap(List::stream)
                        .filter(each -> each.code().equals(right))
                        .map(each -> new OfUnit(unit, each)))
                .sorted(Comparator.comparing(
                                (OfUnit each) -> new BigDecimal(each.right().amount()))
                        .reversed())
                .toList();
    }

    @GetMapping("/open/{year}/actions")
    String actions(@PathVariable int year, Model model, Locale locale) {
        Edition edition = edition(year, model);
        ReportDocument report = report(edition, model, locale);
        List<Action> actions = editions.actions(edition.id());
        Map<String, String> names = report.rights().stream()
                .collect(Collectors.toMap(ReportDocument.RightSum::code, ReportDocument.RightSum::name));
        Map<String, List<Action>> unfunded = actions.stream()
                .filter(action -> !action.isFunded())
                .collect(Collectors.groupingBy(Action::right, LinkedHashMap::new, Collectors.toList()));
        model.addAttribute("names", names);
        model.addAttribute("known", report.rights().stream().anyMatch(right -> right.fundedActions() != null));
        model.addAttribute("all", actions.size());
        model.addAttribute(
                "count", unfunded.values().stream().mapToInt(List::size).sum());
        model.addAttribute("unfunded", unfunded);
        before(edition, report, locale)
                .flatMap(last -> editions.published(year - 1))
                .map(last -> editions.actions(last.id()))
                .filter(last -> !last.isEmpty())
                .ifPresent(last -> model.addAttribute("first", first(actions, last)));
        return "open/actions";
    }

    /** {@return the actions with money that had none} */
    private static List<Action> first(List<Action> actions, List<Action> last) {
        var before = last.stream().filter(Action::isFunded).map(Action::code).collect(Collectors.toSet());
        return actions.stream()
                .filter(action -> action.isFunded() && !before.contains(action.code()))
                .toList();
    }

    @GetMapping("/open/{year}/data")
    String data(@PathVariable int year, Model model, Locale locale) {
        Edition edition = edition(year, model);
        report(edition, model, locale);
        model.addAttribute("language", Editions.language(locale));
        model.addAttribute("files", editions.files(edition.id(), locale));
        model.addAttribute("tables", OpenData.COLUMNS);
        model.addAttribute("licence", licence);
        return "open/data";
    }

    @GetMapping("/open/{year}/data/{language}/{name}")
    ResponseEntity<byte[]> file(@PathVariable int year, @PathVariable String language, @PathVariable String name) {
        Edition edition = editions.published(year).orElseThrow(OpenPages::notThere);
        byte[] content = editions.content(edition.id(), language, name).orElseThrow(OpenPages::notThere);
        String type = name.endsWith(".csv")
                ? Csv.TYPE
                : MediaTypeFactory.getMediaType(name)
                        .map(Object::toString)
                        .orElse(MediaType.APPLICATION_OCTET_STREAM_VALUE);
        return Downloads.file(year + "-" + language + "-" + name, type, content);
    }

    @GetMapping("/open/{year}/report")
    ResponseEntity<byte[]> report(@PathVariable int year, Locale locale) {
        Edition edition = editions.published(year).orElseThrow(OpenPages::notThere);
        return Downloads.report(editions.report(edition.id(), locale));
    }

    private Edition edition(int year, Model model) {
        Edition edition = editions.published(year).orElseThrow(OpenPages::notThere);
        model.addAttribute("edition", edition);
        model.addAttribute("open", editions.isOpenForComments(year));
        return edition;
    }

    private ReportDocument report(Edition edition, Model model, Locale locale) {
        ReportDocument report = editions.report(edition.id(), locale);
        model.addAttribute("report", report);
        return report;
    }

    static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
