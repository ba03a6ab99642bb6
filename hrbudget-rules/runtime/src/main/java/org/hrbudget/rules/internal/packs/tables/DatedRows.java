package org.hrbudget.rules.internal.packs.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.Rule.DatedRow;
import org.hrbudget.validation.spi.Catalogues;
import org.jspecify.annotations.Nullable;

/**
 * The limits and code lists of a pack as their rows state them, with the time at which each holds.
 *
 * @param limits the limits by code
 * @param lists the codes of each list by the name of the list, and what each stands for
 */
public record DatedRows(
        Map<String, Timeline<Rule.Parameter>> limits, Map<String, Map<String, Timeline<String>>> lists) {

    /** {@return whether all rows hold always} */
    public boolean areNone() {
        return Stream.concat(limits.values().stream(), codes()).allMatch(line -> line.basis() == null);
    }

    private Stream<Timeline<String>> codes() {
        return lists.values().stream().flatMap(list -> list.values().stream());
    }

    /** {@return the rows that are dated, by what they are about, in the order of tables, keys and time} */
    public List<DatedRow> all(Function<Rule.Parameter, String> value) {
        List<DatedRow> rows = new ArrayList<>();
        limits.forEach((code, line) -> rows.addAll(line.dated(Tables.PARAMETERS, code, value)));
        lists.forEach((name, list) ->
                list.forEach((code, line) -> rows.addAll(line.dated(Tables.fileName(name), code, meaning -> meaning))));
        return rows;
    }

    /** {@return the lists by name, with what each code stands for, and its time where that is dated: {@code Deuda [2010..2011]}} */
    public Map<String, SortedMap<String, String>> meanings() {
        Map<String, SortedMap<String, String>> all = new TreeMap<>();
        lists.forEach((name, list) -> {
            SortedMap<String, String> codes = new TreeMap<>();
            list.forEach((code, line) -> codes.put(
                    code,
                    line.basis() == null
                            ? line.latest()
                            : line.dated("", code, meaning -> meaning).stream()
                                    .map(row -> row.value() + " [" + Objects.toString(row.from(), "") + ".."
                                            + Objects.toString(row.to(), "") + "]")
                                    .collect(Collectors.joining(", "))));
            all.put(name, codes);
        });
        return all;
    }

    /** {@return the limits that are the same at all times} */
    public Map<String, Rule.Parameter> alwaysLimits() {
        Map<String, Rule.Parameter> always = latestLimits();
        limits.forEach((code, line) -> {
            if (line.basis() != null) {
                always.remove(code);
            }
        });
        return always;
    }

    /** {@return the last row of each limit, measured as the first one is} */
    Map<String, Rule.Parameter> latestLimits() {
        Map<String, Rule.Parameter> latest = new TreeMap<>();
        limits.forEach((code, line) -> {
            Rule.Parameter last = line.latest();
            String measure = line.rows().get(0).value().measure();
            latest.put(code, new Rule.Parameter(code, last.value(), measure, last.legalBasis()));
        });
        return latest;
    }

    /** {@return the lists with every code that they ever have} */
    Catalogues all() {
        return catalogues(Timeline::latest);
    }

    /** {@return the lists with the codes that they have at a time; with every code, where that cannot be told} */
    public Catalogues at(Moment moment) {
        return catalogues(line -> {
            Timeline.Row<String> row = line.at(moment);
            return row != null ? row.value() : line.decided(moment) ? null : line.latest();
        });
    }

    private Catalogues catalogues(Function<Timeline<String>, @Nullable String> meaning) {
        Map<String, Map<String, String>> all = new TreeMap<>();
        lists.forEach((name, list) -> {
            Map<String, String> codes = new TreeMap<>();
            list.forEach((code, line) -> {
                String stands = meaning.apply(line);
                if (stands != null) {
                    codes.put(code, stands);
                }
            });
            all.put(name, codes);
        });
        Map<Catalogues.CodeList, Map<String, String>> shared = new EnumMap<>(Catalogues.CodeList.class);
        Arrays.stream(Catalogues.CodeList.values()).forEach(kind -> {
            Map<String, String> codes = all.remove(Catalogues.name(kind));
            if (codes != null) {
                shared.put(kind, codes);
            }
        });
        return Catalogues.of(shared, all);
    }
}
