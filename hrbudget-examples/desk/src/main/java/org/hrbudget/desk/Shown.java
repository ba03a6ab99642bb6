package org.hrbudget.desk;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.hrbudget.desk.units.HandIns;
import org.hrbudget.desk.years.Years;
import org.hrbudget.report.ReportDocument;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.Severity;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Times and amounts as pages show them, by the city's clocks. */
@Component
public class Shown {

    private static final DateTimeFormatter SPANISH_DAY =
            DateTimeFormatter.ofPattern("d 'de' MMMM 'de' uuuu", Locale.forLanguageTag("es-MX"));

    private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private static final DateTimeFormatter SPANISH = withTime(SPANISH_DAY);

    private static final DateTimeFormatter ENGLISH = withTime(ENGLISH_DAY);

    private final DeskSettings settings;
    private final Years years;
    private final MessageSource words;

    Shown(DeskSettings settings, Years years, MessageSource words) {
        this.settings = settings;
        this.years = years;
        this.words = words;
    }

    private static DateTimeFormatter withTime(DateTimeFormatter day) {
        return new DateTimeFormatterBuilder()
                .append(day)
                .appendPattern(", HH:mm")
                .toFormatter(day.getLocale());
    }

    /** {@return a moment, to the minute} */
    public String time(Instant at, Locale locale) {
        return formatter(locale).format(at.atZone(settings.zone()));
    }

    /** {@return a day} */
    public String day(LocalDate day, Locale locale) {
        return (locale.getLanguage().equals("es") ? SPANISH_DAY : ENGLISH_DAY).format(day);
    }

    /** {@return a day, given as reports write it} */
    public String day(String day, Locale locale) {
        return day(LocalDate.parse(day), locale);
    }

    /** {@return until when units hand in for the current year, or {@code null} where nobody says it} */
    public @Nullable String due(Locale locale) {
        return cityTime(years.current().due(), locale);
    }

    /** {@return a time by the city's clocks, or {@code null} where there is none} */
    public @Nullable String cityTime(@Nullable LocalDateTime time, Locale locale) {
        return time == null ? null : formatter(locale).format(time);
    }

    private static DateTimeFormatter formatter(Locale locale) {
        return locale.getLanguage().equals("es") ? SPANISH : ENGLISH;
    }

    /** {@return what is waived of the errors of a report, to be shown beside its verdict; {@code null} where nothing is} */
    public @Nullable String waived(ReportDocument report, Locale locale) {
        long waived = HandIns.waivedErrors(report);
        if (waived == 0) {
            return null;
        }
        Object[] values = {
            Long.toString(waived), Long.toString(HandIns.count(report, Severity.ERROR)), waivedUntil(report, locale)
        };
        return words.getMessage("waived.errors", values, locale);
    }

    /** {@return until when all is waived that is waived of a report} */
    private String waivedUntil(ReportDocument report, Locale locale) {
        return Objects.requireNonNullElse(report.waivers(), List.<ReportDocument.Waived>of()).stream()
                .filter(waiver -> waiver.state() == ReportDocument.Waived.State.USED)
                .map(waiver -> LocalDate.parse(waiver.until()))
                .min(Comparator.naturalOrder())
                .map(day -> day(day, locale))
                .orElse("");
    }

    /** {@return the current fiscal year} */
    public String year() {
        return Integer.toString(years.current().value());
    }

    /** {@return an exact decimal with commas between thousands; a dash where there is none} */
    public String amount(@Nullable String decimal) {
        return decimal == null ? "—" : Finding.Detail.grouped(new BigDecimal(decimal));
    }
}
