package org.hrbudget.desk.ministry;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.hrbudget.desk.units.Uploads;
import org.hrbudget.desk.years.Years.Year;
import org.hrbudget.report.ReportDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What several units have wrong in the same way, over the newest files of all of them. */
@Component
class Mistakes {

    /** The rule of a row that cannot be read. */
    static final String UNREADABLE = "";

    /** The rule of a column that nothing reads. */
    static final String UNREAD = "-";

    private static final int FEWEST_UNITS = 2;

    private final Uploads uploads;
    private final JdbcClient database;

    /** What is wrong in the newest files; a file never changes, and one that is newest no more is forgotten. */
    private volatile Map<Long, Map<Mistake, Long>> known = Map.of();

    Mistakes(Uploads uploads, JdbcClient database) {
        this.uploads = uploads;
        this.database = database;
    }

    /**
     * A kind of defect.
     *
     * @param rule the rule that found it, or {@link #UNREADABLE} or {@link #UNREAD}
     * @param titleEs what it is, in Spanish; empty where no rule found it
     * @param titleEn in English
     * @param heading the heading of the column, or empty
     * @param written what is written there, or empty
     * @param meant what must have been meant, or empty
     */
    record Mistake(String rule, String titleEs, String titleEn, String heading, String written, String meant) {

        /** {@return whether it is the one of a rule, a column and a text} */
        boolean is(String ofRule, String ofHeading, String text) {
            return rule.equals(ofRule) && heading.equals(ofHeading) && written.equals(text);
        }

        /** {@return what it is in a reader's language: Spanish or else English} */
        public String title(Locale locale) {
            return locale.getLanguage().equals("es") ? titleEs : titleEn;
        }
    }

    /**
     * A kind of defect that several units have.
     *
     * @param mistake the kind
     * @param units the codes of the units, each with how often it has it
     * @param count how often they have it together
     */
    record Shared(Mistake mistake, Map<String, Long> units, long count) {}

    /** {@return what at least two units have wrong in the same way, that of the most units first, columns that nothing reads last} */
    List<Shared> shared(Year year) {
        return units(year).entrySet().stream()
                .filter(each -> each.getValue().size() >= FEWEST_UNITS)
                .map(each -> new Shared(
                        each.getKey(),
                        each.getValue(),
                        each.getValue().values().stream()
                                .mapToLong(Long::longValue)
                                .sum()))
                .sorted(Comparator.comparing(
                                (Shared each) -> each.mistake().rule().equals(UNREAD))
                        .thenComparing(each -> -each.units().size())
                        .thenComparing(each -> -each.count()))
                .toList();
    }

    /** {@return the codes of the units of which the newest file has a mistake} */
    List<String> having(Year year, String rule, String heading, String written) {
        return units(year).entrySet().stream()
                .filter(each -> each.getKey().is(rule, heading, written))
                .flatMap(each -> each.getValue().keySet().stream())
                .distinct()
                .toList();
    }

    private Map<Mistake, Map<String, Long>> units(Year year) {
        Map<Mistake, Map<String, Long>> units = new LinkedHashMap<>();
        Map<Long, Map<Mistake, Long>> now = new HashMap<>();
        for (Uploads.Upload upload : newest(year)) {
            Map<Mistake, Long> mistakes = known.get(upload.id());
            if (mistakes == null) {
                mistakes = of(upload);
            }
            now.put(upload.id(), mistakes);
            mistakes.forEach((mistake, count) ->
                    units.computeIfAbsent(mistake, key -> new TreeMap<>()).put(upload.unit(), count));
        }
        known = Map.copyOf(now);
        return units;
    }

    private List<Uploads.Upload> newest(Year year) {
        return database
                .sql("select max(id) from upload where fiscal_year = :year group by unit")
                .param("year", year.value())
                .query(Long.class)
                .list()
                .stream()
                .map(uploads::get)
                .toList();
    }

    private Map<Mistake, Long> of(Uploads.Upload upload) {
        ReportDocument es = uploads.report(upload, Locale.forLanguageTag("es"));
        ReportDocument en = uploads.report(upload, Locale.ENGLISH);
        Map<String, String> titles = new HashMap<>();
        en.ledger().forEach(rule -> titles.put(rule.ruleId(), rule.title()));
        Map<Mistake, Long> mistakes = new LinkedHashMap<>();
        for (ReportDocument.Defect finding : es.findings()) {
            ReportDocument.Location at = finding.location();
            Mistake mistake = new Mistake(
                    finding.ruleId(),
                    finding.title(),
                    titles.getOrDefault(finding.ruleId(), finding.title()),
                    at == null ? "" : said(at.column()),
                    at == null ? "" : said(at.value()),
                    at == null ? "" : said(at.meant()));
            mistakes.merge(mistake, 1L, Long::sum);
        }
        es.rejectedRows()
                .forEach(row -> mistakes.merge(
                        new Mistake(UNREADABLE, "", "", said(row.column()), said(row.value()), ""), 1L, Long::sum));
        ReportDocument.Columns columns = es.input().get(0).columns();
        if (columns != null) {
            columns.unread().forEach(heading -> mistakes.put(new Mistake(UNREAD, "", "", heading, "", ""), 1L));
        }
        return mistakes;
    }

    private static String said(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
