package org.hrbudget.validation.facts;

import static org.hrbudget.model.DataItem.AMOUNT;
import static org.hrbudget.model.DataItem.BASELINE;
import static org.hrbudget.model.DataItem.FISCAL_YEAR;
import static org.hrbudget.model.DataItem.FUNCTIONAL_CODE;
import static org.hrbudget.model.DataItem.ITEM_CATALOGUE;
import static org.hrbudget.model.DataItem.LINKS;
import static org.hrbudget.model.DataItem.OBJECT_CODE;
import static org.hrbudget.model.DataItem.OBJECT_ITEM;
import static org.hrbudget.model.DataItem.PROGRAMME;
import static org.hrbudget.model.DataItem.PROGRAMME_CODE;
import static org.hrbudget.model.DataItem.RESULT_STRUCTURE;
import static org.hrbudget.model.DataItem.RIGHTS_INFORMATION;
import static org.hrbudget.model.DataItem.SPENDING_TYPE;
import static org.hrbudget.model.DataItem.UNIT_CODE;
import static org.hrbudget.model.DataItem.UNIT_KIND;
import static org.hrbudget.validation.facts.Property.Absence.ALLOWED;
import static org.hrbudget.validation.facts.Property.Absence.MISSING;
import static org.hrbudget.validation.facts.Property.Absence.NEVER;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.hrbudget.model.DataItem;
import org.hrbudget.summary.ActionSummary;
import org.hrbudget.summary.RepeatedKey;
import org.hrbudget.summary.RightSummary;
import org.hrbudget.summary.UnitSummary;
import org.hrbudget.validation.RuleScope;
import org.hrbudget.validation.facts.Property.Absence;
import org.hrbudget.validation.facts.Property.Type;
import org.jspecify.annotations.Nullable;

/** The words of rule files: each kind of fact, its properties, and the data each property rests on. */
public final class Vocabulary {

    private static final Map<String, FactType> TYPES = new LinkedHashMap<>();

    static {
        add(line());
        add(link());
        add(unit());
        add(budget());
        add(right());
        add(action());
        add(repeatedKey());
        add(parameter());
    }

    private Vocabulary() {}

    /** {@return every kind of fact by its word, in the order of the rooms} */
    public static Map<String, FactType> types() {
        return Collections.unmodifiableMap(TYPES);
    }

    private static void add(FactType type) {
        TYPES.put(type.word(), type);
    }

    private static FactType line() {
        return new Words<>("SpendingLine", LineFact.class, RuleScope.LINE)
                .word("fiscalYear", Type.NUMBER, MISSING, LineFact::fiscalYear, FISCAL_YEAR)
                .word("budgetFiscalYear", Type.NUMBER, ALLOWED, LineFact::budgetFiscalYear)
                .word("unitCode", Type.TEXT, MISSING, LineFact::unitCode, UNIT_CODE)
                .word("unitKind", Type.TEXT, MISSING, LineFact::unitKind, UNIT_KIND)
                .code("unitKindKnown", Catalogues.Kind.UNIT_KINDS, LineFact::unitKindKnown, UNIT_KIND)
                .word("functionalCode", Type.TEXT, MISSING, LineFact::functionalCode, FUNCTIONAL_CODE)
                .code("functionalCodeKnown", Catalogues.Kind.FUNCTIONAL_CODES, LineFact::functionalCodeKnown, FUNCTIONAL_CODE)
                .word("programmeCode", Type.TEXT, MISSING, LineFact::programmeCode, PROGRAMME_CODE)
                .word("modality", Type.TEXT, MISSING, LineFact::modality, PROGRAMME_CODE)
                .code("modalityKnown", Catalogues.Kind.MODALITIES, LineFact::modalityKnown, PROGRAMME_CODE)
                .word("objectCode", Type.TEXT, MISSING, LineFact::objectCode, OBJECT_CODE)
                .word("objectConcept", Type.TEXT, MISSING, LineFact::objectConcept, OBJECT_CODE)
                .word("objectAtConceptLevel", Type.BOOLEAN, MISSING, LineFact::objectAtConceptLevel, OBJECT_CODE, OBJECT_ITEM)
                .code("objectConceptKnown", Catalogues.Kind.OBJECT_CONCEPTS, LineFact::objectConceptKnown, OBJECT_CODE)
                .word("objectItemKnown", Type.BOOLEAN, MISSING, LineFact::objectItemKnown, OBJECT_CODE, OBJECT_ITEM, ITEM_CATALOGUE)
                .word("fundingSource", Type.TEXT, MISSING, LineFact::fundingSource, DataItem.FUNDING_SOURCE)
                .word("spendingType", Type.TEXT, MISSING, LineFact::spendingType, SPENDING_TYPE)
                .word("fittingSpendingType", Type.TEXT, ALLOWED, LineFact::fittingSpendingType, OBJECT_CODE)
                .code("spendingTypeFits", Catalogues.Kind.SPENDING_TYPES, LineFact::spendingTypeFits, SPENDING_TYPE, OBJECT_CODE)
                .word("result", Type.TEXT, MISSING, LineFact::result, RESULT_STRUCTURE)
                .word("subresult", Type.TEXT, MISSING, LineFact::subresult, RESULT_STRUCTURE)
                .word("activity", Type.TEXT, MISSING, LineFact::activity, RESULT_STRUCTURE)
                .word("identifierDigit", Type.TEXT, MISSING, LineFact::identifierDigit, DataItem.IDENTIFIER_DIGIT)
                .word("amount", Type.AMOUNT, MISSING, LineFact::amount, AMOUNT)
                .word("proposed", Type.AMOUNT, MISSING, LineFact::proposed, DataItem.PROPOSED)
                .word("approved", Type.AMOUNT, MISSING, LineFact::approved, DataItem.APPROVED)
                .word("adjustments", Type.AMOUNT, MISSING, LineFact::adjustments, DataItem.ADJUSTMENTS)
                .word("modified", Type.AMOUNT, MISSING, LineFact::modified, DataItem.MODIFIED)
                .word("calendarised", Type.AMOUNT, MISSING, LineFact::calendarised, DataItem.CALENDARISED)
                .word("committed", Type.AMOUNT, MISSING, LineFact::committed, DataItem.COMMITTED)
                .word("accrued", Type.AMOUNT, MISSING, LineFact::accrued, DataItem.ACCRUED)
                .word("exercised", Type.AMOUNT, MISSING, LineFact::exercised, DataItem.EXERCISED)
                .word("paid", Type.AMOUNT, MISSING, LineFact::paid, DataItem.PAID)
                .word("links", Type.LIST, NEVER, LineFact::links, LINKS)
                .word("noActionReason", Type.TEXT, ALLOWED, LineFact::noActionReason)
                .word("linkedAmount", Type.AMOUNT, NEVER, LineFact::linkedAmount, LINKS)
                .word("linkedShare", Type.RATIO, NEVER, LineFact::linkedShare, LINKS)
                .word("rightsInformationRequested", Type.BOOLEAN, MISSING, LineFact::rightsInformationRequested, RIGHTS_INFORMATION)
                .word("rightsInformationGiven", Type.BOOLEAN, MISSING, LineFact::rightsInformationGiven, RIGHTS_INFORMATION)
                .type();
    }

    private static FactType link() {
        return new Words<>("ActionLink", LinkFact.class, RuleScope.LINE)
                .word("unitCode", Type.TEXT, MISSING, LinkFact::unitCode, UNIT_CODE)
                .word("fiscalYear", Type.NUMBER, MISSING, LinkFact::fiscalYear, FISCAL_YEAR)
                .word("label", Type.TEXT, NEVER, LinkFact::label, LINKS)
                .word("actionCode", Type.TEXT, ALLOWED, LinkFact::actionCode, LINKS)
                .word("sequence", Type.NUMBER, ALLOWED, LinkFact::sequence, LINKS)
                .word("known", Type.BOOLEAN, MISSING, LinkFact::known, LINKS, PROGRAMME)
                .word("programmeSequence", Type.NUMBER, ALLOWED, LinkFact::programmeSequence, LINKS, PROGRAMME)
                .word("sequenceAgrees", Type.BOOLEAN, ALLOWED, LinkFact::sequenceAgrees, LINKS, PROGRAMME)
                .word("namedRight", Type.TEXT, ALLOWED, LinkFact::namedRight, LINKS)
                .word("actionRight", Type.TEXT, ALLOWED, LinkFact::actionRight, LINKS, PROGRAMME)
                .word("namedRightAgrees", Type.BOOLEAN, ALLOWED, LinkFact::namedRightAgrees, LINKS, PROGRAMME)
                .word("amount", Type.AMOUNT, ALLOWED, LinkFact::amount, LINKS)
                .word("share", Type.RATIO, ALLOWED, LinkFact::share, LINKS)
                .word("attributedAmount", Type.AMOUNT, MISSING, LinkFact::attributedAmount, LINKS, AMOUNT)
                .type();
    }

    private static FactType unit() {
        return new Words<>("UnitSummary", UnitSummary.class, RuleScope.UNIT)
                .word("unitCode", Type.TEXT, NEVER, UnitSummary::unitCode, UNIT_CODE)
                .word("unitName", Type.TEXT, ALLOWED, UnitSummary::unitName)
                .word("unitKind", Type.TEXT, ALLOWED, UnitSummary::unitKind)
                .word("lines", Type.NUMBER, NEVER, UnitSummary::lines)
                .word("linkedLines", Type.NUMBER, NEVER, UnitSummary::linkedLines, LINKS, PROGRAMME)
                .word("links", Type.NUMBER, NEVER, UnitSummary::links, LINKS)
                .word("amount", Type.AMOUNT, NEVER, UnitSummary::amount, AMOUNT)
                .word("linkedAmount", Type.AMOUNT, NEVER, UnitSummary::linkedAmount, AMOUNT, LINKS, PROGRAMME)
                .word("attributedAmount", Type.AMOUNT, NEVER, UnitSummary::attributedAmount, AMOUNT, LINKS, PROGRAMME)
                .word("actions", Type.NUMBER, NEVER, UnitSummary::actions, LINKS, PROGRAMME)
                .word("newActions", Type.NUMBER, MISSING, UnitSummary::newActions, LINKS, PROGRAMME, BASELINE)
                .type();
    }

    private static FactType budget() {
        return new Words<>("BudgetSummary", BudgetFact.class, RuleScope.BUDGET)
                .word("lines", Type.NUMBER, NEVER, BudgetFact::lines)
                .word("linkedLines", Type.NUMBER, NEVER, BudgetFact::linkedLines, LINKS, PROGRAMME)
                .word("units", Type.NUMBER, NEVER, BudgetFact::units, UNIT_CODE)
                .word("unitsLinked", Type.NUMBER, NEVER, BudgetFact::unitsLinked, UNIT_CODE, LINKS, PROGRAMME)
                .word("amount", Type.AMOUNT, NEVER, BudgetFact::amount, AMOUNT)
                .word("linkedAmount", Type.AMOUNT, NEVER, BudgetFact::linkedAmount, AMOUNT, LINKS, PROGRAMME)
                .word("unitLinkingRate", Type.RATIO, ALLOWED, BudgetFact::unitLinkingRate, UNIT_CODE, LINKS, PROGRAMME)
                .word("budgetCoverage", Type.RATIO, ALLOWED, BudgetFact::budgetCoverage, AMOUNT, LINKS, PROGRAMME)
                .word("weightedCoverage", Type.RATIO, ALLOWED, BudgetFact::weightedCoverage, AMOUNT, LINKS, PROGRAMME)
                .type();
    }

    private static FactType right() {
        return new Words<>("RightSummary", RightSummary.class, RuleScope.BUDGET)
                .word("code", Type.TEXT, NEVER, RightSummary::code, PROGRAMME)
                .word("name", Type.TEXT, NEVER, RightSummary::name, PROGRAMME)
                .word("group", Type.BOOLEAN, NEVER, RightSummary::group, PROGRAMME)
                .word("actions", Type.NUMBER, NEVER, RightSummary::actions, PROGRAMME)
                .word("linkedActions", Type.NUMBER, NEVER, RightSummary::linkedActions, LINKS, PROGRAMME)
                .word("fundedActions", Type.NUMBER, NEVER, RightSummary::fundedActions, AMOUNT, LINKS, PROGRAMME)
                .word("amount", Type.AMOUNT, NEVER, RightSummary::amount, AMOUNT, LINKS, PROGRAMME)
                .type();
    }

    private static FactType action() {
        return new Words<>("ActionSummary", ActionSummary.class, RuleScope.BUDGET)
                .word("code", Type.TEXT, NEVER, ActionSummary::code, PROGRAMME)
                .word("sequence", Type.NUMBER, NEVER, ActionSummary::sequence, PROGRAMME)
                .word("title", Type.TEXT, NEVER, ActionSummary::title, PROGRAMME)
                .word("lines", Type.NUMBER, NEVER, ActionSummary::lines, LINKS, PROGRAMME)
                .word("amount", Type.AMOUNT, NEVER, ActionSummary::amount, AMOUNT, LINKS, PROGRAMME)
                .word("funded", Type.BOOLEAN, NEVER, ActionSummary::funded, AMOUNT, LINKS, PROGRAMME)
                .word("fundedLastYear", Type.BOOLEAN, MISSING, ActionSummary::fundedLastYear, PROGRAMME, BASELINE)
                .word("amountLastYear", Type.AMOUNT, MISSING, ActionSummary::amountLastYear, PROGRAMME, BASELINE)
                .word("dropReason", Type.TEXT, ALLOWED, ActionSummary::dropReason)
                .word("newlyFunded", Type.BOOLEAN, MISSING, ActionSummary::newlyFunded, AMOUNT, LINKS, PROGRAMME, BASELINE)
                .type();
    }

    private static FactType repeatedKey() {
        return new Words<>("RepeatedKey", RepeatedKey.class, RuleScope.BUDGET)
                .word("unitCode", Type.TEXT, ALLOWED, RepeatedKey::unitCode)
                .word("row", Type.NUMBER, NEVER, RepeatedKey::row)
                .word("firstRow", Type.NUMBER, NEVER, RepeatedKey::firstRow)
                .word("firstFile", Type.TEXT, NEVER, RepeatedKey::firstFile)
                .type();
    }

    private static FactType parameter() {
        return new Words<>("Parameter", Parameter.class, null)
                .word("code", Type.TEXT, NEVER, Parameter::code)
                .word("value", Type.RATIO, NEVER, Parameter::value)
                .type();
    }

    /** Collects the properties of one kind of fact. */
    private static final class Words<T> {

        private final String word;
        private final Class<T> factClass;
        private final @Nullable RuleScope scope;
        private final Map<String, Property> properties = new LinkedHashMap<>();

        Words(String word, Class<T> factClass, @Nullable RuleScope scope) {
            this.word = word;
            this.factClass = factClass;
            this.scope = scope;
        }

        Words<T> word(
                String name, Type type, Absence absence, Function<T, @Nullable Object> accessor, DataItem... items) {
            return put(new Property(name, type, Set.of(items), absence, null, reading(accessor)));
        }

        Words<T> code(
                String name, Catalogues.Kind list, Function<T, @Nullable Object> accessor, DataItem... items) {
            return put(new Property(name, Type.BOOLEAN, Set.of(items), MISSING, list, reading(accessor)));
        }

        FactType type() {
            return new FactType(word, factClass, scope, properties);
        }

        private Function<Object, @Nullable Object> reading(Function<T, @Nullable Object> accessor) {
            return fact -> accessor.apply(factClass.cast(fact));
        }

        private Words<T> put(Property property) {
            properties.put(property.name(), property);
            return this;
        }
    }
}
