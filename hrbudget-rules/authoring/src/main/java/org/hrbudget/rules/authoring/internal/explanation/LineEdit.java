package org.hrbudget.rules.authoring.internal.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.SpendingLine;
import org.jspecify.annotations.Nullable;

/**
 * A change of one cell of a line.
 *
 * @param field the field as layouts name it, see {@link LineCells}
 * @param link the link it is of, from 0; -1 where it is of the line itself
 * @param part the part of the link; {@code null} where the link as a whole is taken away, or it is of the line itself
 * @param before what is written there; {@code null} where nothing is
 * @param after what is to be written there; {@code null} where nothing is
 * @param example whether another value would do as well
 */
record LineEdit(
        String field,
        int link,
        ActionLink.@Nullable Part part,
        @Nullable String before,
        @Nullable String after,
        boolean example) {

    /** What says in place of an action that none applies, as forms print it. */
    static final String NONE_APPLIES = "No aplica";

    private static final String NONE = "none_applies";

    /** {@return a change of a cell of the line itself, unless it holds the value or cannot} */
    static Optional<LineEdit> of(SpendingLine line, String field, @Nullable String value, boolean example) {
        String before = LineCells.written(line, field);
        return possible(line, new LineEdit(field, -1, null, before, value, example));
    }

    /** {@return a change of a part of a link, unless it holds the value or cannot} */
    static Optional<LineEdit> of(
            SpendingLine line, int link, ActionLink.Part part, @Nullable String value, boolean example) {
        ActionLink whole = line.links().get(link);
        return possible(
                line, new LineEdit(LineCells.field(link, part), link, part, whole.written(part), value, example));
    }

    /** {@return that a link is taken away} */
    static LineEdit without(SpendingLine line, int link) {
        ActionLink whole = line.links().get(link);
        ActionLink.Part main = whole.mainPart();
        return new LineEdit(LineCells.field(link, main), link, null, whole.written(main), null, false);
    }

    /** {@return that the line names one more action} */
    static LineEdit linked(SpendingLine line, String action) {
        int next = line.links().size();
        return new LineEdit(LineCells.field(next, ActionLink.Part.CODE), next, null, null, action, true);
    }

    /** {@return that the line says, or no longer says, that no action applies} */
    static LineEdit noneApplies(SpendingLine line, boolean says) {
        return new LineEdit(
                NONE, -1, null, line.saysNoneApplies() ? NONE_APPLIES : null, says ? NONE_APPLIES : null, false);
    }

    private static Optional<LineEdit> possible(SpendingLine line, LineEdit edit) {
        try {
            return edit.apply(line).equals(line) ? Optional.empty() : Optional.of(edit);
        } catch (IllegalArgumentException e) {
            // A value that the cell cannot hold is no change of it.
            return Optional.empty();
        }
    }

    /** {@return the line with these changes, which are of different cells} Links are taken away last, so that their numbers hold. */
    static SpendingLine apply(SpendingLine line, List<LineEdit> edits) {
        SpendingLine changed = line;
        List<LineEdit> ordered = new ArrayList<>(edits);
        ordered.sort(Comparator.comparing(LineEdit::takesLinkAway).thenComparing(edit -> -edit.link()));
        for (LineEdit edit : ordered) {
            changed = edit.apply(changed);
        }
        return changed;
    }

    /** {@return whether the line can be changed like that: two changes that each leave a link something to name may leave it nothing} */
    static boolean isPossible(SpendingLine line, List<LineEdit> edits) {
        try {
            apply(line, edits);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** {@return the field of the cell that it is written in} */
    String cell() {
        return field.equals(NONE) ? LineCells.field(0, ActionLink.Part.CODE) : field;
    }

    private boolean takesLinkAway() {
        return link >= 0 && part == null && after == null;
    }

    private SpendingLine apply(SpendingLine line) {
        if (field.equals(NONE)) {
            return line.toBuilder().saysNoneApplies(after != null).build();
        }
        if (link < 0) {
            return LineCells.with(line, field, after);
        }
        boolean none = line.saysNoneApplies();
        List<ActionLink> links = new ArrayList<>(line.links());
        if (part != null) {
            links.set(link, LineCells.with(links.get(link), part, after));
        } else if (after != null) {
            // Who names an action no longer says that none applies.
            links.add(ActionLink.to(after));
            none = false;
        } else {
            links.remove(link);
        }
        return line.toBuilder().links(links).saysNoneApplies(none).build();
    }
}
