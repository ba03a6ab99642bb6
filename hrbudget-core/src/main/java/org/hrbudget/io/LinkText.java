package org.hrbudget.io;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hrbudget.io.internal.AmountFormat;
import org.hrbudget.io.internal.CellProblem;
import org.hrbudget.io.internal.Excerpt;
import org.hrbudget.io.internal.JsonRows;
import org.hrbudget.io.internal.Texts;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.Position;
import org.hrbudget.model.internal.Spelling;
import org.jspecify.annotations.Nullable;

/** The texts of one link, wherever they were written, on their way to an {@link ActionLink}. */
final class LinkText {

    private record Cell(String column, String text) {}

    private final AmountFormat format;
    private final Map<ActionLink.Part, Cell> cells = new EnumMap<>(ActionLink.Part.class);

    LinkText(AmountFormat format) {
        this.format = format;
    }

    /** {@return the texts of the link at this place, from 0, among those nested in a JSON line} */
    static LinkText nested(int index, Map<String, String> members, AmountFormat format) throws CellProblem {
        LinkText link = new LinkText(format);
        for (Map.Entry<String, String> member : members.entrySet()) {
            String text = Spelling.trimmed(member.getValue());
            ActionLink.Part part = switch (Spelling.folded(member.getKey())) {
                case "action" -> ActionLink.Part.CODE;
                case "sequence" -> ActionLink.Part.SEQUENCE;
                case "right" -> ActionLink.Part.RIGHT;
                case "amount" -> ActionLink.Part.AMOUNT;
                case "share" -> ActionLink.Part.SHARE;
                default ->
                    throw new CellProblem(
                            JsonRows.LINKS,
                            member.getKey(),
                            Texts.of(
                                    "link.name",
                                    "name",
                                    Excerpt.of(member.getKey()),
                                    "known",
                                    String.join(", ", List.of("action", "sequence", "right", "amount", "share"))));
            };
            link.put(part, JsonRows.LINKS + "[" + index + "]." + member.getKey(), text.isEmpty() ? null : text);
        }
        return link;
    }

    void put(ActionLink.Part part, String column, @Nullable String text) {
        if (text != null) {
            cells.put(part, new Cell(column, text));
        }
    }

    boolean isBlank() {
        return cells.isEmpty();
    }

    /** {@return where its texts were written: in a row of a file of links, or on a line, which has no row for it} */
    ActionLink.Origin origin(@Nullable Position row) {
        EnumMap<ActionLink.Part, String> headings = new EnumMap<>(ActionLink.Part.class);
        cells.forEach((part, cell) -> headings.put(part, cell.column()));
        return new ActionLink.Origin(row, headings);
    }

    /**
     * {@return the link}
     *
     * @param origin where it was written
     * @throws CellProblem if it names no action, says its part twice, or one of its texts is not what its column holds
     */
    ActionLink link(ActionLink.Origin origin) throws CellProblem {
        Cell code = cells.get(ActionLink.Part.CODE);
        Cell right = cells.get(ActionLink.Part.RIGHT);
        Cell amount = cells.get(ActionLink.Part.AMOUNT);
        Cell share = cells.get(ActionLink.Part.SHARE);
        if (saysNoneApplies()) {
            return new ActionLink(cells.values().iterator().next().text(), null, null, null, null, origin);
        }
        if (code == null && !cells.containsKey(ActionLink.Part.SEQUENCE)) {
            Cell any = cells.isEmpty() ? null : cells.values().iterator().next();
            throw new CellProblem(
                    any == null ? null : any.column(), any == null ? null : any.text(), Texts.of("link.no-action"));
        }
        if (amount != null && share != null) {
            throw new CellProblem(
                    share.column(),
                    share.text(),
                    Texts.of("link.both", "amount", Excerpt.of(amount.text()), "share", Excerpt.of(share.text())));
        }
        return new ActionLink(
                code == null ? null : code.text(),
                sequence(),
                right == null ? null : right.text(),
                amount == null ? null : format.parse(amount.column(), amount.text()),
                share == null ? null : share(share),
                origin);
    }

    /**
     * {@return a link to each of several actions that one cell names}
     *
     * @throws CellProblem if it is said how much the action gets, which cannot be of each
     */
    List<ActionLink> each(List<String> codes, ActionLink.Origin origin) throws CellProblem {
        for (ActionLink.Part part : List.of(
                ActionLink.Part.AMOUNT, ActionLink.Part.SHARE, ActionLink.Part.SEQUENCE, ActionLink.Part.RIGHT)) {
            Cell cell = cells.get(part);
            if (cell != null) {
                throw new CellProblem(cell.column(), cell.text(), Texts.of("link.several-amount"));
            }
        }
        return codes.stream()
                .map(code -> new ActionLink(code, null, null, null, null, origin))
                .toList();
    }

    /** Forms print that none applies where the code or the number of an action stands, and some of them in every cell. */
    private boolean saysNoneApplies() {
        return (cells.containsKey(ActionLink.Part.CODE) || cells.containsKey(ActionLink.Part.SEQUENCE))
                && cells.values().stream().allMatch(cell -> Spelling.saysNotApplicable(cell.text()));
    }

    private @Nullable Integer sequence() throws CellProblem {
        Cell cell = cells.get(ActionLink.Part.SEQUENCE);
        if (cell == null) {
            return null;
        }
        if (!cell.text().matches("[0-9]{1,9}")) {
            throw new CellProblem(
                    cell.column(), cell.text(), Texts.of("link.sequence", "value", Excerpt.of(cell.text())));
        }
        return Integer.valueOf(cell.text());
    }

    private static BigDecimal share(Cell cell) throws CellProblem {
        String text = cell.text();
        boolean percent = text.endsWith("%");
        String number = percent ? Spelling.trimmed(text.substring(0, text.length() - 1)) : text;
        if (!number.matches("[0-9]{1,6}(\\.[0-9]{1,12})?")) {
            throw new CellProblem(cell.column(), text, Texts.of("link.share", "value", Excerpt.of(text)));
        }
        BigDecimal value = new BigDecimal(number);
        return percent ? value.movePointLeft(2) : value;
    }
}
