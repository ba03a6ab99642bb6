package org.hrbudget.benchmarks;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a process says of its runs.
 *
 * @param millis the time of each, from file to answer
 * @param outcome what the last came to
 * @param peakUsed the most bytes of heap that were in use before a collection or at the end, garbage among them
 * @param peakKept the most bytes that a collection left
 * @param reportHash the SHA-256 of the report without what is volatile in it, where asked for and where there is one
 */
record Trial(
        List<Double> millis,
        Outcome outcome,
        long peakUsed,
        long peakKept,
        @Nullable String reportHash) {

    private static final JsonMapper JSON = new JsonMapper();

    /** {@return the trial that a line tells of} */
    static Trial parse(String line) {
        return JSON.readValue(line.substring(TrialMain.MARK.length()), Trial.class);
    }

    /** {@return the median of its times} */
    double time() {
        return Spread.of(millis).median();
    }
}
