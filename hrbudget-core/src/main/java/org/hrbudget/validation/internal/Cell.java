package org.hrbudget.validation.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.Position;
import org.hrbudget.summary.Fact;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.internal.facts.FactType;
import org.hrbudget.validation.internal.facts.IndicatorFact;
import org.hrbudget.validation.internal.facts.LineFact;
import org.hrbudget.validation.internal.facts.LinkFact;
import org.hrbudget.validation.internal.facts.Property;
import org.jspecify.annotations.Nullable;

/**
 * Where a finding points.
 *
 * @param position the row
 * @param column the heading of the column, where one is at fault
 * @param value what is written there, or {@code null} where it is blank or no column is at fault
 * @param meant what must have been meant, where that can be told
 */
record Cell(
        @Nullable Position position,
        @Nullable String column,
        @Nullable String value,
        @Nullable String meant) {

    /**
     * {@return the cell that holds a property of a fact}
     *
     * @param type the type of the fact
     * @param subject the fact
     * @param property the property at fault, if one is
     * @param columns by file, the heading of each field
     */
    static Cell of(FactType type, Fact subject, @Nullable Property property, Map<String, Map<String, String>> columns) {
        Position position = subject.position();
        String field = property == null ? null : property.field();
        if (position == null || property == null || field == null) {
            return new Cell(position, null, null, null);
        }
        if (subject instanceof LinkFact link) {
            return of(link.link(), link.part(field), position, link.meant(field).orElse(null));
        }
        String column = columns.getOrDefault(position.file(), Map.of()).get(field);
        if (subject instanceof LineFact line && field.equals(DataItem.LINKS.word())) {
            List<ActionLink> links = line.line().links();
            return links.isEmpty() ? new Cell(position, column, null, null) : ofLinks(links, property, position);
        }
        return new Cell(
                position,
                column,
                type.written(subject, field)
                        .map(value -> Finding.Detail.of(Finding.Detail.Type.TEXT, value)
                                .text())
                        .orElse(null),
                meant(subject, property).orElse(null));
    }

    private static Optional<String> meant(Object subject, Property property) {
        if (subject instanceof LineFact line) {
            return line.meant(property);
        }
        return subject instanceof IndicatorFact indicator && property.codeList().isPresent()
                ? indicator.dimensionMeant()
                : Optional.empty();
    }

    private static Cell of(ActionLink link, ActionLink.Part part, Position line, @Nullable String meant) {
        ActionLink.Origin origin = link.origin();
        Position own = origin == null ? null : origin.position();
        return new Cell(
                own == null ? line : own,
                origin == null ? null : origin.headings().get(part),
                link.written(part),
                meant);
    }

    /** Of the links of a line that together are at fault, the first that says something of the kind. */
    private static Cell ofLinks(List<ActionLink> links, Property property, Position line) {
        ActionLink.Part wanted = switch (property.type()) {
            case AMOUNT -> ActionLink.Part.AMOUNT;
            case RATIO -> ActionLink.Part.SHARE;
            default -> ActionLink.Part.CODE;
        };
        Optional<ActionLink> first =
                links.stream().filter(link -> link.written(wanted) != null).findFirst();
        ActionLink link = first.orElse(links.get(0));
        return of(link, first.isPresent() ? wanted : link.mainPart(), line, null);
    }
}
