package org.hrbudget.desk;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.io.Resource;

/**
 * What an installation says of itself. Year, day and due are those of the first year; the ministry then says them on its page.
 *
 * @param jurisdiction whose budget is prepared, such as {@code mx-cmx}
 * @param fiscalYear for which year
 * @param asOf the day whose law is asked
 * @param zone the zone whose clocks the city goes by
 * @param programme the human-rights programme, or {@code null} where there is none
 * @param signingKey the pair of keys that receipts are signed with, as {@code hrbudget keys} makes it; or {@code null}
 * @param due until when units hand in, by the clocks of {@code zone}; or {@code null}
 */
@ConfigurationProperties("desk")
public record DeskSettings(
        String jurisdiction,
        int fiscalYear,
        LocalDate asOf,
        ZoneId zone,
        @Nullable Resource programme,
        @Nullable Resource signingKey,
        @Nullable LocalDateTime due) {}
