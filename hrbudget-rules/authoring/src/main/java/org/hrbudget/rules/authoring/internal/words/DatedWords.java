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

    /** {@return what a code stands for, with its time where that is dated: {@code Agreement, until fiscal year 2014}} */
    public static Bilingual meaning(Timeline<String> code) {
        List<Bilingual> parts = code.dated("", "", meaning -> meaning).stream()
                .map(row -> {
                    Bilingual time = time(row);
                    return new Bilingual(row.value() + ", " + time.en(), row.value() + ", " + time.es());
                })
                .toList();
        return parts.isEmpty() ? Shown.same(code.latest()) : joined(parts, " / ");
    }

    private static Bilingual joined(List<Bilingual> parts) {
        return joined(parts, "; ");
    }

    private static Bilingual joined(List<Bilingual> parts, String between) {
        return new Bilingual(
                String.join(between, parts.stream().map(Bilingual::en).toList()),
                String.join(between, parts.stream().map(Bilingual::es).toList()));
    }

    private static Bilingual timed(DatedRow row, Bilingual value) {
        return PlainWords.phrase("dated.value", "value", value, "time", time(row));
    }

    /** {@return the time at which a row holds: {@code from fiscal year 2012 on}} */
    public static Bilingual time(DatedRow row) {
        boolean years = row.basis() == DatedRow.Basis.FISCAL_YEAR;
        return PlainWords.phrase(
                (years ? "dated.year." : "dated.day.") + ends(row),
                "from",
                Objects.toString(row.from(), ""),
                "to",
                Objects.toString(row.to(), ""),
                "basis",
                years ? "" : PlainWords.phrase("dated." + row.basis()));
    }

    private static String ends(DatedRow row) {
        if (row.from() == null) {
            return "until";
        }
        return row.to() == null ? "from" : row.from().equals(row.to()) ? "at" : "between";
    }
}
