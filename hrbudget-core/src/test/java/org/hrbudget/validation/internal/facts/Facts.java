package org.hrbudget.validation.internal.facts;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.HrpAction;
import org.hrbudget.model.HumanRight;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.validation.spi.Catalogues;

/** Made-up lines, lists and a programme of two rights to make facts of. */
final class Facts {

    static final FiscalYear YEAR = FiscalYear.of(2011);

    static final HumanRightsProgramme PROGRAMME = HumanRightsProgramme.of(
            "Sample",
            List.of(
                    new HumanRight("01", false, "Derecho a la igualdad", "Right to equality"),
                    new HumanRight("02", true, "Derechos de la infancia", "Rights of children")),
            List.of(
                    new HrpAction("01.01.01", 1, "01", "01.01", "First", null, List.of(), false),
                    new HrpAction("02.01.02", 7, "02", "02.01", "Second", null, List.of(), false)));

    private Facts() {}

    /** {@return a list of codes that stand for themselves} */
    static Map<String, String> codes(String... codes) {
        return Stream.of(codes).collect(Collectors.toMap(code -> code, code -> "name of " + code));
    }

    static Catalogues list(Catalogues.CodeList kind, String... codes) {
        return Catalogues.of(Map.of(kind, codes(codes)));
    }

    static Catalogues none() {
        return Catalogues.of(Map.of());
    }

    static FactContext context(Catalogues catalogues) {
        return new FactContext(YEAR, BudgetPhase.PAID, catalogues, PROGRAMME, null);
    }

    static FactContext at(BudgetPhase phase) {
        return new FactContext(YEAR, phase, none(), PROGRAMME, null);
    }

    static FactContext withoutProgramme() {
        return new FactContext(YEAR, BudgetPhase.PAID, none(), null, null);
    }

    static FactContext withLists(Map<String, Set<String>> lists) {
        return new FactContext(YEAR, BudgetPhase.PAID, none(), PROGRAMME, null, lists, true);
    }

    static LineFact line(FactContext context, UnaryOperator<SpendingLine.Builder> edit) {
        return LineFact.of(edit.apply(SpendingLine.builder()).build(), context);
    }

    static LineFact line(UnaryOperator<SpendingLine.Builder> edit) {
        return line(context(none()), edit);
    }

    /** {@return the first link of a line of unit 11CD01} */
    static LinkFact link(FactContext context, ActionLink... links) {
        return line(
                        context,
                        line -> line.unit(new BudgetUnit("11CD01", null, null)).links(List.of(links)))
                .links()
                .get(0);
    }

    static LinkFact link(ActionLink link) {
        return link(context(none()), link);
    }
}
