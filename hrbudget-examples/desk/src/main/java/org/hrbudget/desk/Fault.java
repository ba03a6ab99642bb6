package org.hrbudget.desk;

import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something that failed on our side: the log and the page know it by the same number. */
public final class Fault {

    private static final Logger LOG = LoggerFactory.getLogger(Fault.class);

    private static final int LENGTH = 8;

    private Fault() {}

    /**
     * Writes down where something failed: which fault at which lines of which classes, and not its message, which may repeat what stands in a
     * budget or how a file is called. Beside it who asked for what.
     *
     * @param fault the fault
     * @param user whose account asked; empty for nobody
     * @param action for what, as a pattern of addresses without what stands for its places
     * @return the number by which it is found in the log
     */
    public static String log(Throwable fault, String user, String action) {
        String number = UUID.randomUUID().toString().substring(0, LENGTH).toUpperCase(Locale.ROOT);
        StringBuilder places = new StringBuilder();
        int depth = 0;
        for (Throwable each = fault; each != null && depth < LENGTH; each = each.getCause(), depth++) {
            places.append(depth == 0 ? "" : "\ncaused by ")
                    .append(each.getClass().getName())
                    .append(Arrays.stream(each.getStackTrace())
                            .map(place -> "\n  at " + place)
                            .collect(Collectors.joining()));
        }
        LOG.atError().addKeyValue("user", user).addKeyValue("action", action).log("Fault {}: {}", number, places);
        return number;
    }
}
