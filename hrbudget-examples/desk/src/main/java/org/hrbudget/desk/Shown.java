package org.hrbudget.desk;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.hrbudget.validation.Finding;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Times and amounts as pages show them, by the city's clocks. */
@Component
public class Shown {

    private static final DateTimeFormatter SPANISH =
            DateTimeFormatter.ofPattern("d 'de' MMMM 'de' uuuu, HH:mm", Locale.forLanguageTag("es-MX"));

    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

    private final DeskSettings settings;

    Shown(DeskSettings settings) {
        this.settings = settings;
    }

    /** {@return a moment, to the minute} */
    public String time(Instant at, Locale locale) {
        return time(at.atZone(settings.zone()).toLocalDateTime(), locale);
    }

    /** {@return until when units hand in, or {@code null} where nobody says it} */
    public @Nullable String due(Locale locale) {
        LocalDateTime due = settings.due();
        return due == null ? null : time(due, locale);
    }

    private static String time(LocalDateTime time, Locale locale) {
        return (locale.getLanguage().equals("es") ? SPANISH : ENGLISH).format(time);
    }

    /** {@return whether a moment is after the last in which units hand in} */
    public boolean isLate(Instant at) {
        LocalDateTime due = settings.due();
        return due != null && at.isAfter(due.atZone(settings.zone()).toInstant());
    }

    /** {@return the fiscal year} */
    public String year() {
        return Integer.toString(settings.fiscalYear());
    }

    /** {@return an exact decimal with commas between thousands; a dash where there is none} */
    public String amount(@Nullable String decimal) {
        return decimal == null ? "—" : Finding.Detail.grouped(new BigDecimal(decimal));
    }
}
