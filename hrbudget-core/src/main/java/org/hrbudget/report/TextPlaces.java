package org.hrbudget.report;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hrbudget.model.Position;
import org.hrbudget.model.internal.Spelling;
import org.hrbudget.validation.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Where findings point in a text report: a sentence with its place, and below it what is there.
 *
 * @param words the words
 * @param currency the budget's currency
 */
record TextPlaces(ReportWords words, String currency) {

    private static final String BETWEEN = " · ";

    /** Writes a finding, set in so far, with something said after its message. */
    void write(TextPage page, int indent, Finding finding, String after) throws IOException {
        Locale locale = words.locale();
        page.paragraph(indent, indent + 2, "- " + place(finding) + ": " + finding.message(locale) + after);
        String shown = shown(finding);
        if (!shown.isEmpty()) {
            page.paragraph(indent + 2, indent + 4, shown);
        }
    }

    private String place(Finding finding) {
        Position position = finding.position();
        if (position != null) {
            return place(position, finding.column());
        }
        String unit = finding.unitCode();
        return unit == null
                ? words.get("place.budget")
                : words.get("place.unit", "unit", named(unit, finding.unitName()));
    }

    String place(Position position, @Nullable String column) {
        String row = words.get("place.row", "file", position.file(), "row", Long.toString(position.row()));
        return column == null ? row : row + words.get("place.column", "column", column);
    }

    private static String named(String code, @Nullable String name) {
        return name == null ? code : code + " " + name;
    }

    /** {@return what is written where a finding points: the value at fault first, then what tells the line from others} */
    private String shown(Finding finding) {
        List<String> parts = new ArrayList<>();
        String value = finding.value();
        if (value != null) {
            parts.add(words.get("line.value", "value", value));
        }
        String meant = finding.meant();
        if (meant != null) {
            parts.add(words.get("line.meant", "meant", meant));
        }
        Finding.Line line = finding.line();
        if (line != null) {
            String unit = finding.unitCode();
            if (unit != null) {
                parts.add(words.get("line.unit", "unit", named(unit, finding.unitName())));
            }
            addLine(parts, line, finding.position());
        }
        BigDecimal money = line == null ? finding.stake() : line.amount();
        if (money != null && (line != null || money.signum() != 0)) {
            parts.add(money(money));
        }
        return String.join(BETWEEN, parts);
    }

    private void addLine(List<String> parts, Finding.Line line, @Nullable Position pointedAt) {
        if (!line.position().equals(pointedAt)) {
            parts.add(place(line.position(), null));
        }
        String id = line.id();
        if (id != null) {
            parts.add(words.get("line.id", "id", id));
        }
        if (!line.codes().isEmpty()) {
            parts.add(words.get("line.key", "key", String.join(" ", line.codes().values())));
        }
        line.others().forEach((heading, text) -> parts.add(words.get("line.other", "heading", heading, "value", text)));
    }

    String money(BigDecimal amount) {
        return Finding.Detail.grouped(amount) + " " + Spelling.harmless(currency);
    }
}
