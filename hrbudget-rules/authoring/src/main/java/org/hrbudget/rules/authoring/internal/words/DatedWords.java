package org.hrbudget.rules.authoring.internal.words;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.hrbudget.model.Bilingual;
import org.hrbudget.rules.internal.packs.tables.Timeline;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.Rule.DatedRow;

/** Says what holds when, where rows of a pack are dated. */
public final class DatedWords {

    private DatedWords() {}

    /** {@return the values of a limit, each with its time: {@code 5 % until 2011; 3 % from 2012 on}} */
    public static Bilingual limit(List<Timeline.Row<Rule.Parameter>> rows, Function<Rule.Parameter, Bilingual> value) {
        return joined(rows.stream()
                .map(row -> timed(row.period().row("", "", ""), value.apply(row.value())))
                .toList());
    }

    /** {@return severities, each with its time: {@code ERROR from 2012 on}} */
    public static Bilingual severities(List<DatedRow> rows) {
        return joined(rows.stream()
                .map(row -> timed(row, PlainWords.phrase("severity." + row.value())))
                .toList());
    }

    private static Bilingual joined(List<Bilingual> parts) {
        return new Bilingual(
                String.join("; ", parts.stream().map(Bilingual::en).toList()),
                String.join("; ", parts.stream().map(Bilingual::es).toList()));
    }

    private static Bilingual timed(DatedRow row, Bilingual value) {
        return PlainWords.phrase("dated.value", "value", value, "time", time(row));
    }

    /** {@return the time at which a row holds: {@code from 2012 on (fiscal year)}} */
    public static Bilingual time(DatedRow row) {
        boolean both = row.from() != null && row.to() != null;
        return PlainWords.phrase(
                both ? "dated.between" : row.from() != null ? "dated.from" : "dated.until",
                "from",
                Objects.toString(row.from(), ""),
                "to",
                Objects.toString(row.to(), ""),
                "basis",
                PlainWords.phrase("dated." + row.basis()));
    }
}
