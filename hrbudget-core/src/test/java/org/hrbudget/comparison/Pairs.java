package org.hrbudget.comparison;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hrbudget.io.BudgetSource;
import org.hrbudget.io.YearlySeries;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Amounts;
import org.hrbudget.model.Budget;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.HrpAction;
import org.hrbudget.model.HumanRight;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.model.SpendingLine;

/** Pairs of budgets small enough to be compared by hand. */
final class Pairs {

    static final Locale SPANISH = Locale.forLanguageTag("es");

    /** Prices rise by 4 per cent. */
    static final YearlySeries PRICES = index("INPC", "104");

    private Pairs() {}

    static YearlySeries index(String name, String of2011) {
        return YearlySeries.of(
                name,
                "made up",
                Map.of(FiscalYear.of(2010), new BigDecimal("100"), FiscalYear.of(2011), new BigDecimal(of2011)));
    }

    /** A line of U2 moves to U1, U3 goes, U4 comes. */
    static BudgetSource units2010() {
        return budget(
                2010,
                line("U1", "1.1.1", "1131", "100.00"),
                line("U2", "1.1.2", "2111", "50.00"),
                line("U3", "1.1.3", "3111", "40.00"),
                line("U2", "1.1.5", "1131", "10.00"));
    }

    static BudgetSource units2011() {
        return budget(
                2011,
                line("U1", "1.1.1", "1131", "110.00"),
                line("U1", "1.1.2", "2111", "60.00"),
                line("U4", "1.1.4", "1131", "25.00"),
                line("U2", "1.1.5", "1131", "10.00"));
    }

    /** One line leaves an action for one of another right, one gives to two actions at once. */
    static BudgetSource rights2010() {
        return budget(
                2010,
                linked(line("U1", "1.1.1", "1131", "100.00"), ActionLink.to("01.01.01")),
                linked(
                        line("U1", "1.1.2", "1131", "100.00"),
                        ActionLink.to("01.01.02").withShare(new BigDecimal("0.4"))),
                line("U1", "1.1.3", "1131", "50.00"));
    }

    static BudgetSource rights2011() {
        return budget(
                2011,
                linked(line("U1", "1.1.1", "1131", "100.00"), ActionLink.to("02.01.01")),
                linked(
                        line("U1", "1.1.2", "1131", "100.00"),
                        ActionLink.to("01.01.02").withShare(new BigDecimal("0.4"))),
                linked(line("U1", "1.1.3", "1131", "50.00"), ActionLink.to("01.01.02"), ActionLink.to("02.01.01")));
    }

    static HumanRightsProgramme programme() {
        return HumanRightsProgramme.of(
                "programme",
                List.of(
                        new HumanRight("01", false, "Igualdad", "Equality"),
                        new HumanRight("02", false, "Salud", "Health")),
                List.of(action("01.01.01", 1), action("01.01.02", 2), action("02.01.01", 3)));
    }

    private static HrpAction action(String code, int sequence) {
        return new HrpAction(
                code, sequence, code.substring(0, 2), code.substring(0, 5), "Action " + code, null, List.of(), false);
    }

    static BudgetSource budget(int year, SpendingLine... lines) {
        return budget(new BudgetHeader("mx-cmx", FiscalYear.of(year), "MXN", null, BudgetPhase.APPROVED), lines);
    }

    static BudgetSource budget(BudgetHeader header, SpendingLine... lines) {
        return BudgetSource.of(Budget.of(header, List.of(lines)));
    }

    static SpendingLine line(String unit, String function, String object, String approved) {
        return SpendingLine.builder()
                .unit(new BudgetUnit(unit, null, null))
                .functionalCode(function)
                .objectCode(object)
                .amounts(Amounts.none().with(AmountKind.APPROVED, new BigDecimal(approved)))
                .build();
    }

    static SpendingLine exercised(SpendingLine line, String amount) {
        return line.toBuilder()
                .amounts(line.amounts().with(AmountKind.EXERCISED, new BigDecimal(amount)))
                .build();
    }

    static SpendingLine linked(SpendingLine line, ActionLink... links) {
        return line.toBuilder().links(List.of(links)).build();
    }

    static ComparisonDocument.Table table(ComparisonDocument document, BudgetComparison.Dimension by) {
        return document.tables().stream()
                .filter(table -> table.by() == by)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no table by " + by + ": " + document.notes()));
    }

    static ComparisonDocument.Group group(ComparisonDocument.Table table, String code) {
        return table.groups().stream()
                .filter(group -> group.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no group " + code + " in " + table.groups()));
    }

    static ComparisonDocument.Group group(ComparisonDocument.Table table, ComparisonDocument.GroupKind kind) {
        return table.groups().stream()
                .filter(group -> group.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no group " + kind + " in " + table.groups()));
    }
}
