package org.hrbudget.benchmarks;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a program came to, so that programs can be held against each other.
 *
 * @param rows the rows it read
 * @param findings the defects it found, by rule; rules without any are left out
 * @param verdict its verdict, or nothing where it gives none
 */
record Outcome(long rows, Map<String, Long> findings, String verdict) {

    Outcome {
        findings = new TreeMap<>(findings);
        findings.values().removeIf(count -> count == 0);
    }
}
