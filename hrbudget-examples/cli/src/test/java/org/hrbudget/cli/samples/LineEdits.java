package org.hrbudget.cli.samples;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.ResultStructure;
import org.hrbudget.model.SpendingLine;

/** Lines with one thing changed, and questions about them. */
final class LineEdits {

    static final BigDecimal CENTAVO = BigDecimal.valueOf(1, 2);

    private LineEdits() {}

    static BudgetUnit unit(SpendingLine line) {
        BudgetUnit unit = line.unit();
        if (unit == null) {
            throw new IllegalStateException(
                    "The line has no unit: " + line + ".\nMaybe its unit was taken away before.");
        }
        return unit;
    }

    static boolean hasRoom(SpendingLine line) {
        return line.links().size() < SampleFiles.MOST_LINKS;
    }

    static boolean namesByCode(SpendingLine line) {
        return !line.links().isEmpty() && line.links().get(0).actionCode() != null;
    }

    static boolean statesOne(SpendingLine line, boolean amount) {
        return line.links().size() == 1
                && (amount ? line.links().get(0).amount() : line.links().get(0).share()) != null;
    }

    static SpendingLine withKind(SpendingLine line, String kind) {
        BudgetUnit unit = unit(line);
        return line.toBuilder()
                .unit(new BudgetUnit(unit.code(), unit.name(), kind))
                .build();
    }

    static SpendingLine withResults(SpendingLine line, ResultStructure results) {
        return line.toBuilder().resultStructure(results).build();
    }

    static BigDecimal amount(SpendingLine line, AmountKind kind) {
        BigDecimal amount = line.amount(kind);
        if (amount == null) {
            throw new IllegalStateException(
                    "The line has no " + kind + " amount: " + line + ".\nMaybe all lines should.");
        }
        return amount;
    }

    static SpendingLine with(SpendingLine line, AmountKind kind, BigDecimal amount) {
        return line.toBuilder().amounts(line.amounts().with(kind, amount)).build();
    }

    /** Sets an amount to one centavo more than another. */
    static SpendingLine raise(SpendingLine line, AmountKind kind, AmountKind above) {
        return with(line, kind, amount(line, above).add(CENTAVO));
    }

    static List<ActionLink> withLink(SpendingLine line, ActionLink link) {
        List<ActionLink> links = new ArrayList<>(line.links());
        links.add(link);
        return links;
    }

    static SpendingLine withFirst(SpendingLine line, Integer sequence, String namedRight) {
        ActionLink link = line.links().get(0);
        List<ActionLink> links = new ArrayList<>(line.links());
        links.set(0, new ActionLink(link.actionCode(), sequence, namedRight, link.amount(), link.share()));
        return line.toBuilder().links(links).build();
    }

    static SpendingLine withPart(SpendingLine line, BigDecimal amount, BigDecimal share) {
        ActionLink link = line.links().get(0);
        return line.toBuilder()
                .links(List.of(new ActionLink(link.actionCode(), link.sequence(), link.namedRight(), amount, share)))
                .build();
    }

    static ActionLink withoutAmount(ActionLink link) {
        return new ActionLink(link.actionCode(), link.sequence(), link.namedRight(), null, link.share());
    }
}
