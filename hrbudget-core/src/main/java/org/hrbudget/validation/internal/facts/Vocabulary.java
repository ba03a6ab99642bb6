package org.hrbudget.validation.internal.facts;

import static org.hrbudget.model.DataItem.AMOUNT;
import static org.hrbudget.model.DataItem.DEFLATOR;
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
import static org.hrbudget.model.DataItem.UNIT_ACTION_LIST;
import static org.hrbudget.model.DataItem.UNIT_CODE;
import static org.hrbudget.model.DataItem.UNIT_KIND;
import static org.hrbudget.validation.internal.facts.Property.Absence.ALLOWED;
import static org.hrbudget.validation.internal.facts.Property.Absence.MISSING;
import static org.hrbudget.validation.internal.facts.Property.Absence.NEVER;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hrbudget.model.DataItem;
import org.hrbudget.summary.RepeatedKey;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.spi.Catalogues;

/** The words of rule files: each kind of fact, its properties, and the data each property rests on. */
public final class Vocabulary {

    private static final Map<String, FactType> TYPES = new LinkedHashMap<>();

    static {
        add(line());
        add(link());
        SummaryWords.ofUnits().forEach(Vocabulary::add);
        DocumentWords.types().forEach(Vocabulary::add);
        SummaryWords.ofTheBudget().forEach(Vocabulary::add);
        add(repeatedKey());
        add(deflator());
        add(parameter());
    }

    private Vocabulary() {}

    /** {@return every kind of fact by its word, in the order of the rooms} */
    public static Map<String, FactType> types() {
        return Collections.unmodifiableMap(TYPES);
    }

    /**
     * {@return the kind of fact of this word}
     *
     * @param word the word
     * @throws IllegalArgumentException if no kind of fact has that word
     */
    public static FactType type(String word) {
        FactType type = TYPES.get(word);
        if (type == null) {
            throw new IllegalArgumentException(
                    "No fact is called \"" + word + "\".\nMaybe one of these was meant: " + TYPES.keySet() + ".");
        }
        return type;
    }

    private static void add(FactType type) {
        TYPES.put(type.word(), type);
    }

    private static FactType line() {
        return new FactTypeBuilder<>("SpendingLine", LineFact.class, Rule.Scope.LINE)
                .word("fiscalYear", Property.Type.NUMBER, MISSING, LineFact::fiscalYear, FISCAL_YEAR)
                .word("budgetFiscalYear", Property.Type.NUMBER, ALLOWED, LineFact::budgetFiscalYear)
                .word("unitCode", Property.Type.TEXT, MISSING, LineFact::unitCode, UNIT_CODE)
                .word("unitKind", Property.Type.TEXT, MISSING, LineFact::unitKind, UNIT_KIND)
                .among(Catalogues.CodeList.UNIT_KINDS, "unitKindKey")
                .word("unitKindName", Property.Type.TEXT, ALLOWED, LineFact::unitKindName)
                .amongMeanings(Catalogues.CodeList.UNIT_KINDS, "unitKindNameKey")
                .code("unitKindKnown", Catalogues.CodeList.UNIT_KINDS, LineFact::unitKindKnown, UNIT_KIND)
                .word("functionalCode", Property.Type.TEXT, MISSING, LineFact::functionalCode, FUNCTIONAL_CODE)
                .among(Catalogues.CodeList.FUNCTIONAL_CODES, "functionalCode")
                .code(
                        "functionalCodeKnown",
                        Catalogues.CodeList.FUNCTIONAL_CODES,
                        LineFact::functionalCodeKnown,
                        FUNCTIONAL_CODE)
                .word("programmeCode", Property.Type.TEXT, MISSING, LineFact::programmeCode, PROGRAMME_CODE)
                .word("modality", Property.Type.TEXT, MISSING, LineFact::modality, PROGRAMME_CODE)
                .among(Catalogues.CodeList.MODALITIES, "modalityKey")
                .code("modalityKnown", Catalogues.CodeList.MODALITIES, LineFact::modalityKnown, PROGRAMME_CODE)
                .word("objectCode", Property.Type.TEXT, MISSING, LineFact::objectCode, OBJECT_CODE)
                .word("objectChapter", Property.Type.TEXT, MISSING, LineFact::objectChapter, OBJECT_CODE)
                .word("concept", Property.Type.TEXT, MISSING, LineFact::concept, OBJECT_CODE)
                .among(Catalogues.CodeList.OBJECT_CONCEPTS, "concept")
                .code("conceptKnown", Catalogues.CodeList.OBJECT_CONCEPTS, LineFact::conceptKnown, OBJECT_CODE)
                .word("objectConcept", Property.Type.TEXT, MISSING, LineFact::objectConcept, OBJECT_CODE)
                .among(Catalogues.CodeList.OBJECT_CONCEPTS, "objectConcept")
                .word(
                        "objectAtConceptLevel",
                        Property.Type.BOOLEAN,
                        MISSING,
                        LineFact::objectAtConceptLevel,
                        OBJECT_CODE,
                        OBJECT_ITEM)
                .word(
                        "objectAtGenericItemLevel",
                        Property.Type.BOOLEAN,
                        MISSING,
                        LineFact::objectAtGenericItemLevel,
                        OBJECT_CODE,
                        OBJECT_ITEM)
                .code(
                        "objectConceptKnown",
                        Catalogues.CodeList.OBJECT_CONCEPTS,
                        LineFact::objectConceptKnown,
                        OBJECT_CODE)
                .word(
                        "objectItemKnown",
                        Property.Type.BOOLEAN,
                        MISSING,
                        LineFact::objectItemKnown,
                        OBJECT_CODE,
                        OBJECT_ITEM,
                        ITEM_CATALOGUE)
                .word("fundingSource", Property.Type.TEXT, MISSING, LineFact::fundingSource, DataItem.FUNDING_SOURCE)
                .among(Catalogues.CodeList.FUNDING_SOURCES, "fundingSourceKey")
                .code(
                        "fundingSourceKnown",
                        Catalogues.CodeList.FUNDING_SOURCES,
                        LineFact::fundingSourceKnown,
                        DataItem.FUNDING_SOURCE)
                .word("spendingType", Property.Type.TEXT, MISSING, LineFact::spendingType, SPENDING_TYPE)
                .amongMeanings(Catalogues.CodeList.SPENDING_TYPES, "spendingTypeKey")
                .word("fittingSpendingType", Property.Type.TEXT, ALLOWED, LineFact::fittingSpendingType, OBJECT_CODE)
                .amongMeanings(Catalogues.CodeList.SPENDING_TYPES, "fittingSpendingTypeKey")
                .code(
                        "spendingTypeFits",
                        Catalogues.CodeList.SPENDING_TYPES,
                        LineFact::spendingTypeFits,
                        SPENDING_TYPE,
                        OBJECT_CODE)
                .word("result", Property.Type.TEXT, MISSING, LineFact::result, RESULT_STRUCTURE)
                .at("result")
                .word("subresult", Property.Type.TEXT, MISSING, LineFact::subresult, RESULT_STRUCTURE)
                .at("subresult")
                .word("activity", Property.Type.TEXT, MISSING, LineFact::activity, RESULT_STRUCTURE)
                .at("activity")
                .word(
                        "identifierDigit",
                        Property.Type.TEXT,
                        MISSING,
                        LineFact::identifierDigit,
                        DataItem.IDENTIFIER_DIGIT)
                .word("amount", Property.Type.AMOUNT, MISSING, LineFact::amount, AMOUNT)
                .word("proposed", Property.Type.AMOUNT, MISSING, LineFact::proposed, DataItem.PROPOSED)
                .word("approved", Property.Type.AMOUNT, MISSING, LineFact::approved, DataItem.APPROVED)
                .word("adjustments", Property.Type.AMOUNT, MISSING, LineFact::adjustments, DataItem.ADJUSTMENTS)
                .word("modified", Property.Type.AMOUNT, MISSING, LineFact::modified, DataItem.MODIFIED)
                .word("calendarised", Property.Type.AMOUNT, MISSING, LineFact::calendarised, DataItem.CALENDARISED)
                .word("received", Property.Type.AMOUNT, MISSING, LineFact::received, DataItem.RECEIVED)
                .word("committed", Property.Type.AMOUNT, MISSING, LineFact::committed, DataItem.COMMITTED)
                .word("accrued", Property.Type.AMOUNT, MISSING, LineFact::accrued, DataItem.ACCRUED)
                .word("exercised", Property.Type.AMOUNT, MISSING, LineFact::exercised, DataItem.EXERCISED)
                .word("paid", Property.Type.AMOUNT, MISSING, LineFact::paid, DataItem.PAID)
                .word("links", Property.Type.LIST, NEVER, LineFact::links, LINKS)
                .word("namesActionsOrReason", Property.Type.BOOLEAN, MISSING, LineFact::namesActionsOrReason, LINKS)
                .word("saysNoneApplies", Property.Type.BOOLEAN, NEVER, LineFact::saysNoneApplies, LINKS)
                .word("noActionReason", Property.Type.TEXT, ALLOWED, LineFact::noActionReason)
                .at("no_action_reason")
                .among(Catalogues.CodeList.EMPTY_REASONS, "noActionReasonKey")
                .codeOfSome(
                        "reasonSaysNothing",
                        Catalogues.CodeList.EMPTY_REASONS,
                        LineFact::reasonSaysNothing,
                        DataItem.NO_ACTION_REASON)
                .word("linkedAmount", Property.Type.AMOUNT, NEVER, LineFact::linkedAmount, LINKS)
                .word("linkedShare", Property.Type.RATIO, NEVER, LineFact::linkedShare, LINKS)
                .word("linksWithoutAmount", Property.Type.NUMBER, NEVER, LineFact::linksWithoutAmount, LINKS)
                .word("linksWithoutShare", Property.Type.NUMBER, NEVER, LineFact::linksWithoutShare, LINKS)
                .word("actions", Property.Type.NUMBER, NEVER, LineFact::actions, LINKS, PROGRAMME)
                .word("rights", Property.Type.NUMBER, NEVER, LineFact::rights, LINKS, PROGRAMME)
                .word("linkedParts", Property.Type.AMOUNT, MISSING, LineFact::linkedParts, LINKS, AMOUNT)
                .word(
                        "rightsInformationRequested",
                        Property.Type.BOOLEAN,
                        MISSING,
                        LineFact::rightsInformationRequested,
                        RIGHTS_INFORMATION)
                .word(
                        "rightsInformationGiven",
                        Property.Type.BOOLEAN,
                        MISSING,
                        LineFact::rightsInformationGiven,
                        RIGHTS_INFORMATION)
                .type();
    }

    private static FactType link() {
        return new FactTypeBuilder<>("ActionLink", LinkFact.class, Rule.Scope.LINE)
                .word("unitCode", Property.Type.TEXT, MISSING, LinkFact::unitCode, UNIT_CODE)
                .word("fiscalYear", Property.Type.NUMBER, ALLOWED, LinkFact::fiscalYear)
                .word("objectCode", Property.Type.TEXT, MISSING, LinkFact::objectCode, OBJECT_CODE)
                .word("objectChapter", Property.Type.TEXT, MISSING, LinkFact::objectChapter, OBJECT_CODE)
                .word("programmeCode", Property.Type.TEXT, MISSING, LinkFact::programmeCode, PROGRAMME_CODE)
                .word("label", Property.Type.TEXT, NEVER, LinkFact::label, LINKS)
                .word("actionCode", Property.Type.TEXT, ALLOWED, LinkFact::actionCode, LINKS)
                .word("sequence", Property.Type.NUMBER, ALLOWED, LinkFact::sequence, LINKS)
                .at("sequence")
                .word("known", Property.Type.BOOLEAN, MISSING, LinkFact::known, LINKS, PROGRAMME)
                .word("programmeSequence", Property.Type.NUMBER, ALLOWED, LinkFact::programmeSequence, LINKS, PROGRAMME)
                .at("sequence")
                .word("sequenceAgrees", Property.Type.BOOLEAN, ALLOWED, LinkFact::sequenceAgrees, LINKS, PROGRAMME)
                .at("sequence")
                .word("namedRight", Property.Type.TEXT, ALLOWED, LinkFact::namedRight, LINKS)
                .at("right")
                .amongRights("namedRightKey")
                .word("actionRight", Property.Type.TEXT, ALLOWED, LinkFact::actionRight, LINKS, PROGRAMME)
                .at("right")
                .amongRights("actionRightKey")
                .word("actionRightName", Property.Type.TEXT, ALLOWED, LinkFact::actionRightName, LINKS, PROGRAMME)
                .at("right")
                .amongRights("actionRightNameKey")
                .word("namedRightAgrees", Property.Type.BOOLEAN, ALLOWED, LinkFact::namedRightAgrees, LINKS, PROGRAMME)
                .at("right")
                .word("namedRightKnown", Property.Type.BOOLEAN, ALLOWED, LinkFact::namedRightKnown, LINKS, PROGRAMME)
                .at("right")
                .word("listed", Property.Type.BOOLEAN, MISSING, LinkFact::listed, LINKS, UNIT_ACTION_LIST, UNIT_CODE)
                .word(
                        "unitIsExecutor",
                        Property.Type.BOOLEAN,
                        ALLOWED,
                        LinkFact::unitIsExecutor,
                        LINKS,
                        PROGRAMME,
                        UNIT_CODE)
                .at("action")
                .word("amount", Property.Type.AMOUNT, ALLOWED, LinkFact::amount, LINKS)
                .at("amount")
                .word("share", Property.Type.RATIO, ALLOWED, LinkFact::share, LINKS)
                .at("share")
                .word("attributedAmount", Property.Type.AMOUNT, MISSING, LinkFact::attributedAmount, LINKS, AMOUNT)
                .at("amount")
                .type();
    }

    private static FactType repeatedKey() {
        return new FactTypeBuilder<>("RepeatedKey", RepeatedKey.class, Rule.Scope.BUDGET)
                .word("unitCode", Property.Type.TEXT, ALLOWED, RepeatedKey::unitCode)
                .word("row", Property.Type.NUMBER, NEVER, RepeatedKey::row)
                .word("firstRow", Property.Type.NUMBER, NEVER, RepeatedKey::firstRow)
                .word("firstFile", Property.Type.TEXT, NEVER, RepeatedKey::firstFile)
                .type();
    }

    /** In both rooms of sums: there it is joined with the years that these have. */
    private static FactType deflator() {
        return new FactTypeBuilder<>("Deflator", DeflatorFact.class, Rule.Scope.BUDGET)
                .alsoIn(Rule.Scope.UNIT)
                .word("year", Property.Type.NUMBER, NEVER, DeflatorFact::year, DEFLATOR)
                .word("index", Property.Type.RATIO, NEVER, DeflatorFact::index, DEFLATOR)
                .word("source", Property.Type.TEXT, ALLOWED, DeflatorFact::source, DEFLATOR)
                .key("year")
                .type();
    }

    private static FactType parameter() {
        return new FactTypeBuilder<>("Parameter", Rule.Parameter.class, null)
                .word("code", Property.Type.TEXT, NEVER, Rule.Parameter::code)
                .word("value", Property.Type.RATIO, NEVER, Rule.Parameter::value)
                .type();
    }
}
