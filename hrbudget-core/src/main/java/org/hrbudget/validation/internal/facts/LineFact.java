package org.hrbudget.validation.internal.facts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.Position;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.summary.Fact;
import org.hrbudget.summary.internal.Attribution;
import org.hrbudget.validation.spi.Catalogues;
import org.jspecify.annotations.Nullable;

/** A spending line as rules see it, under the name {@code SpendingLine}: its codes resolved, amounts of later phases absent. */
public final class LineFact implements Fact {

    /** Digits of a concept of the object of expenditure. */
    private static final int CONCEPT_LENGTH = 4;

    private final SpendingLine line;
    private final FactContext context;
    private final List<LinkFact> links;

    private LineFact(SpendingLine line, FactContext context) {
        this.line = line;
        this.context = context;
        List<LinkFact> resolved = new ArrayList<>(line.links().size());
        for (ActionLink link : line.links()) {
            resolved.add(new LinkFact(this, link, resolved.size()));
        }
        this.links = List.copyOf(resolved);
    }

    /**
     * {@return the line, resolved}
     *
     * @param line the line
     * @param context what its codes are resolved against
     */
    public static LineFact of(SpendingLine line, FactContext context) {
        return new LineFact(line, context);
    }

    /** {@return the line as read} */
    public SpendingLine line() {
        return line;
    }

    /** {@return what the line's codes are resolved against} */
    public FactContext context() {
        return context;
    }

    /** {@return the fiscal year the line states} */
    public @Nullable Integer fiscalYear() {
        return value(line.fiscalYear());
    }

    /** {@return the fiscal year of the budget} */
    public @Nullable Integer budgetFiscalYear() {
        return value(context.fiscalYear());
    }

    @Override
    public @Nullable String unitCode() {
        BudgetUnit unit = line.unit();
        return unit == null ? null : unit.code();
    }

    /** {@return the unit's kind as written} */
    public @Nullable String unitKind() {
        BudgetUnit unit = line.unit();
        return unit == null ? null : unit.kind();
    }

    /** {@return whether the catalogue has the unit's kind, whatever its case and accents} */
    public @Nullable Boolean unitKindKnown() {
        return context.catalogues().knows(Catalogues.CodeList.UNIT_KINDS, unitKind());
    }

    /** {@return the name that the catalogue gives the unit's kind, however it is written; {@code null} where it has none} */
    public @Nullable String unitKindName() {
        return context.catalogues().meaning(Catalogues.CodeList.UNIT_KINDS, unitKind());
    }

    /** {@return purpose, function and sub-function} */
    public @Nullable String functionalCode() {
        return line.functionalCode();
    }

    /** {@return whether the catalogue has that triple} */
    public @Nullable Boolean functionalCodeKnown() {
        return context.catalogues().knows(Catalogues.CodeList.FUNCTIONAL_CODES, line.functionalCode());
    }

    /** {@return the budget programme} */
    public @Nullable String programmeCode() {
        return line.programmeCode();
    }

    /** {@return the letter that opens the budget programme's code} */
    public @Nullable String modality() {
        String code = line.programmeCode();
        return code == null ? null : letter(code);
    }

    private static String letter(String code) {
        return code.substring(0, 1);
    }

    /** {@return whether the catalogue has that letter} */
    public @Nullable Boolean modalityKnown() {
        return context.catalogues().knows(Catalogues.CodeList.MODALITIES, modality());
    }

    /** {@return the object of expenditure} */
    public @Nullable String objectCode() {
        return line.objectCode();
    }

    /** {@return the chapter the object belongs to: its first digit and three zeros} */
    public @Nullable String objectChapter() {
        String code = line.objectCode();
        return code == null ? null : code.substring(0, 1) + "000";
    }

    /** {@return the concept the object belongs to: its first two digits and two zeros; the code itself where it is shorter} */
    public @Nullable String objectConcept() {
        String code = line.objectCode();
        return code == null ? null : concept(code);
    }

    private static String concept(String code) {
        return code.length() < CONCEPT_LENGTH ? code : code.substring(0, 2) + "00";
    }

    /** {@return whether the object code stops at its concept: nothing but zeros from the third digit on} */
    public @Nullable Boolean objectAtConceptLevel() {
        String code = line.objectCode();
        if (code == null) {
            return null;
        }
        for (int i = 2; i < code.length(); i++) {
            if (code.charAt(i) != '0') {
                return false;
            }
        }
        return true;
    }

    /** {@return whether the catalogue has the object's concept or, where the code stops at its chapter, a concept of that chapter} */
    public @Nullable Boolean objectConceptKnown() {
        String code = line.objectCode();
        if (code == null || !isChapter(code)) {
            return context.catalogues().knows(Catalogues.CodeList.OBJECT_CONCEPTS, objectConcept());
        }
        String chapter = code.substring(0, 1);
        return context.catalogues()
                .list(Catalogues.CodeList.OBJECT_CONCEPTS)
                .map(list -> list.keySet().stream().anyMatch(concept -> concept.startsWith(chapter)))
                .orElse(null);
    }

    /** {@return whether a code, as long as a concept or longer, has nothing but zeros after its first digit: {@code 1000}} */
    private static boolean isChapter(String code) {
        return code.length() >= CONCEPT_LENGTH && code.chars().skip(1).allMatch(digit -> digit == '0');
    }

    /** {@return whether the caller's catalogue has the object as an item} */
    public @Nullable Boolean objectItemKnown() {
        String code = line.objectCode();
        Set<String> items = context.items();
        return (items == null || code == null) ? null : items.contains(code);
    }

    /** {@return the funding source} */
    public @Nullable String fundingSource() {
        return line.fundingSource();
    }

    /** {@return whether the catalogue has the funding source} */
    public @Nullable Boolean fundingSourceKnown() {
        return context.catalogues().knows(Catalogues.CodeList.FUNDING_SOURCES, line.fundingSource());
    }

    /** {@return the type of expenditure} */
    public @Nullable String spendingType() {
        return line.spendingType();
    }

    /** {@return the type of expenditure that alone fits the object, or {@code null} where several do} */
    public @Nullable String fittingSpendingType() {
        String code = line.objectCode();
        return code == null ? null : context.catalogues().meaningOfBeginning(Catalogues.CodeList.SPENDING_TYPES, code);
    }

    /** {@return whether the type of expenditure fits the object} */
    public @Nullable Boolean spendingTypeFits() {
        if (line.spendingType() == null || line.objectCode() == null) {
            return null;
        }
        String fitting = fittingSpendingType();
        return fitting == null || fitting.equals(line.spendingType());
    }

    /** {@return the result} */
    public @Nullable String result() {
        return line.resultStructure().result();
    }

    /** {@return the sub-result} */
    public @Nullable String subresult() {
        return line.resultStructure().subresult();
    }

    /** {@return the institutional activity} */
    public @Nullable String activity() {
        return line.resultStructure().activity();
    }

    /** {@return the identifier digit} */
    public @Nullable String identifierDigit() {
        return line.identifierDigit();
    }

    /** {@return the money of the line: proposed in a draft, else approved} */
    public @Nullable BigDecimal amount() {
        return line.amount(context.phase().basis());
    }

    /** {@return the amount asked for} */
    public @Nullable BigDecimal proposed() {
        return reported(AmountKind.PROPOSED);
    }

    /** {@return the amount granted} */
    public @Nullable BigDecimal approved() {
        return reported(AmountKind.APPROVED);
    }

    /** {@return the net adjustments} */
    public @Nullable BigDecimal adjustments() {
        return reported(AmountKind.ADJUSTMENTS);
    }

    /** {@return the amount after adjustments} */
    public @Nullable BigDecimal modified() {
        return reported(AmountKind.MODIFIED);
    }

    /** {@return the amount scheduled up to the report} */
    public @Nullable BigDecimal calendarised() {
        return reported(AmountKind.CALENDARISED);
    }

    /** {@return the amount committed} */
    public @Nullable BigDecimal committed() {
        return reported(AmountKind.COMMITTED);
    }

    /** {@return the amount accrued} */
    public @Nullable BigDecimal accrued() {
        return reported(AmountKind.ACCRUED);
    }

    /** {@return the amount exercised} */
    public @Nullable BigDecimal exercised() {
        return reported(AmountKind.EXERCISED);
    }

    /** {@return the amount paid} */
    public @Nullable BigDecimal paid() {
        return reported(AmountKind.PAID);
    }

    /** {@return the links to actions, resolved} */
    public List<LinkFact> links() {
        return links;
    }

    /** {@return whether it says, where actions are named, that none applies} */
    public boolean saysNoneApplies() {
        return line.saysNoneApplies();
    }

    /** {@return why no action applies} */
    public @Nullable String noActionReason() {
        return line.noActionReason();
    }

    /**
     * {@return whether it names an action, or says that none applies or why; {@code null} where it does neither and the source has no
     * place for a reason}
     */
    public @Nullable Boolean namesActionsOrReason() {
        if (!links.isEmpty() || line.noActionReason() != null || line.saysNoneApplies()) {
            return true;
        }
        return context.reasonsPromised() ? false : null;
    }

    /** {@return whether the catalogue has that reason among those that say nothing, whatever its case} */
    public @Nullable Boolean reasonSaysNothing() {
        return context.catalogues().saysNothing(line.noActionReason());
    }

    /** {@return the sum of the amounts its links state, zero where none does} */
    public BigDecimal linkedAmount() {
        return Attribution.statedAmounts(line);
    }

    /** {@return the sum of the shares its links state, zero where none does} */
    public BigDecimal linkedShare() {
        return Attribution.statedShares(line);
    }

    /** {@return what its links claim by the amounts and shares they state together; {@code null} where the line has no amount} */
    public @Nullable BigDecimal linkedParts() {
        BigDecimal amount = amount();
        return amount == null ? null : Attribution.statedParts(line, amount);
    }

    /** {@return whether the ministry asked for rights information} */
    public @Nullable Boolean rightsInformationRequested() {
        SpendingLine.RightsInformation state = line.rightsInformation();
        return state == null ? null : state != SpendingLine.RightsInformation.NOT_REQUESTED;
    }

    /** {@return whether rights information was given} */
    public @Nullable Boolean rightsInformationGiven() {
        SpendingLine.RightsInformation state = line.rightsInformation();
        return state == null ? null : state == SpendingLine.RightsInformation.GIVEN;
    }

    /**
     * {@return what must have been meant where a property rests on a code list and its code is not in it, if that can be told}
     *
     * @param property the property
     */
    public Optional<String> meant(Property property) {
        Catalogues.CodeList list = property.catalogue();
        if (list == null) {
            return Optional.empty();
        }
        return switch (list) {
            case UNIT_KINDS -> context.catalogues().meant(list, unitKind());
            case FUNCTIONAL_CODES -> context.catalogues().meant(list, functionalCode());
            case FUNDING_SOURCES -> context.catalogues().meant(list, fundingSource());
            case SPENDING_TYPES -> Optional.ofNullable(fittingSpendingType());
            case MODALITIES ->
                Optional.ofNullable(programmeCode())
                        .map(code -> code.toUpperCase(Locale.ROOT))
                        .filter(code -> Boolean.TRUE.equals(context.catalogues().knows(list, letter(code))));
            case OBJECT_CONCEPTS ->
                Optional.ofNullable(objectCode())
                        .map(LineFact::inDigits)
                        .filter(code -> Boolean.TRUE.equals(context.catalogues().knows(list, concept(code))));
            case INDICATOR_DIMENSIONS, EMPTY_REASONS -> Optional.empty();
        };
    }

    /** A letter looks like a digit, and a spreadsheet puts separators into what it takes for a number. */
    private static String inDigits(String code) {
        return code.replace('O', '0')
                .replace('o', '0')
                .replace('l', '1')
                .replace('I', '1')
                .replaceAll("[^0-9]", "");
    }

    private @Nullable BigDecimal reported(AmountKind kind) {
        return context.phase().reports(kind) ? line.amount(kind) : null;
    }

    private static @Nullable Integer value(@Nullable FiscalYear year) {
        return year == null ? null : year.value();
    }

    @Override
    public Position position() {
        return line.position();
    }

    @Override
    public @Nullable String unitName() {
        BudgetUnit unit = line.unit();
        return unit == null ? null : unit.name();
    }

    /** {@return its money} */
    @Override
    public @Nullable BigDecimal stake() {
        return amount();
    }

    @Override
    public Object place() {
        return position();
    }
}
