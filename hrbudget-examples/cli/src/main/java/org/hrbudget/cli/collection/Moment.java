package org.hrbudget.cli.collection;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When something was handed in, by the clocks of one zone: a day, and the minute where that is known.
 *
 * @param day the day
 * @param time the time of day, to the minute, or {@code null}
 */
public record Moment(LocalDate day, @Nullable LocalTime time) {

    private static final DateTimeFormatter WRITTEN = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffsetId()
            .toFormatter(Locale.ROOT)
            .withChronology(IsoChronology.INSTANCE)
            .withResolverStyle(ResolverStyle.STRICT);

    /** Cuts the time off at the minute. */
    public Moment {
        time = time == null ? null : time.truncatedTo(ChronoUnit.MINUTES);
    }

    static Moment of(Instant instant, ZoneId zone) {
        LocalDateTime there = LocalDateTime.ofInstant(instant, zone);
        return new Moment(there.toLocalDate(), there.toLocalTime());
    }

    /**
     * {@return the moment that a text such as {@code 2010-11-15}, {@code 2010-11-15 18:05} or {@code 2010-11-15T18:05:00-06:00} says;
     * empty where it says none}
     */
    static Optional<Moment> parse(String text, ZoneId zone) {
        try {
            TemporalAccessor found = WRITTEN.parseBest(
                    text.strip().replaceFirst("(?<=\\d) +(?=\\d)", "T"),
                    OffsetDateTime::from,
                    LocalDateTime::from,
                    LocalDate::from);
            if (found instanceof OffsetDateTime placed) {
                return Optional.of(of(placed.toInstant(), zone));
            }
            return Optional.of(
                    found instanceof LocalDateTime there
                            ? new Moment(there.toLocalDate(), there.toLocalTime())
                            : new Moment(LocalDate.from(found), null));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** {@return it as in {@code 2010-11-15 18:05}} */
    @Override
    public String toString() {
        return time == null ? day.toString() : day + " " + time;
    }
}
