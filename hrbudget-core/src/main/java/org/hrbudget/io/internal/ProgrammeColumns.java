package org.hrbudget.io.internal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The columns of a human-rights programme, in their order, each with the headings it may have: its own first, then in Spanish. */
public final class ProgrammeColumns {

    /** The headings by column. */
    public static final Map<String, List<String>> HEADINGS = headings();

    private ProgrammeColumns() {}

    private static Map<String, List<String>> headings() {
        Map<String, List<String>> headings = new LinkedHashMap<>();
        for (List<String> each : List.of(
                List.of("code", "clave", "código"),
                List.of("sequence", "número", "consecutivo"),
                List.of("right", "derecho"),
                List.of("right_es", "nombre del derecho"),
                List.of("right_en", "nombre del derecho en inglés"),
                List.of("group", "grupo de población", "grupo"),
                List.of("strategy", "estrategia"),
                List.of("title", "título", "texto"),
                List.of("term", "plazo"),
                List.of("executors", "responsables", "ejecutores"),
                List.of("cross_cutting", "transversal"))) {
            headings.put(each.get(0), each);
        }
        return Collections.unmodifiableMap(headings);
    }
}
