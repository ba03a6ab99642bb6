package org.hrbudget.validation.internal.facts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
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

    private static final Object NONE = new Object();

    private static final int UNIT_KIND_KNOWN = 0;
    private static final int UNIT_KIND_NAME = 1;
    private static final int FUNCTIONAL_CODE_KNOWN = 2;
    private static final int MODALITY_KNOWN = 3;
    private static final int FUNDING_SOURCE_KNOWN = 4;
    private static final int OBJECT_ITEM_KNOWN = 5;
    private static final int OBJECT_CONCEPT_KNOWN = 6;
    private static final int FITTING_SPENDING_TYPE = 7;
    private static final int REASON_SAYS_NOTHING = 8;
    private static final int LINKED_AMOUNT = 9;
    private static final int LINKED_SHARE = 10;
    private static final int LINKED_PARTS = 11;
    private static final int CONCEPT_KNOWN = 12;
    private static final int ACTIONS = 13;
    private static final int RIGHTS = 14;
    private static final int ANSWERS = 15;

    private final @Nullable Object[] answers = new Object[ANSWERS];

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
        return once(UNIT_KIND_KNOWN, fact -> fact.knows(Catalogues.CodeList.UNIT_KINDS, fact.unitKind()));
    }

    /** {@return the name that the catalogue gives the unit's kind, however it is written; {@code null} where it has none} */
    public @Nullable String unitKindName() {
        return once(
                UNIT_KIND_NAME,
                fact -> fact.context.catalogues().meaning(Catalogues.CodeList.UNIT_KINDS, fact.unitKind()));
    }

    /** {@return what is compared of the unit's kind} */
    public @Nullable String unitKindKey() {
        return key(Catalogues.CodeList.UNIT_KINDS, unitKind());
    }

    /** {@return what is compared of the name of the unit's kind} */
    public @Nullable String unitKindNameKey() {
        return key(Catalogues.CodeList.UNIT_KINDS, unitKindName());
    }

    /** {@return purpose, function and sub-function} */
    public @Nullable String functionalCode() {
        return line.functionalCode();
    }

    /** {@return whether the catalogue has that triple} */
    public @Nullable Boolean functionalCodeKnown() {
        return once(
                FUNCTIONAL_CODE_KNOWN, fact -> fact.knows(Catalogues.CodeList.FUNCTIONAL_CODES, fact.functionalCode()));
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

    /** {@return what is compared of that letter} */
    public @Nullable String modalityKey() {
        return key(Catalogues.CodeList.MODALITIES, modality());
    }

    private static String letter(String code) {
        return code.substring(0, 1);
    }

    /** {@return whether the catalogue has that letter} */
    public @Nullable Boolean modalityKnown() {
        return once(MODALITY_KNOWN, fact -> fact.knows(Catalogues.CodeList.MODALITIES, fact.modality()));
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

    /**
     * {@return the concept the object belongs to: its first two digits and two zeros, also where the code is a generic item of three
     * digits; of a whole chapter, the chapter}
     */
    public @Nullable String concept() {
        String code = line.objectCode();
        return code == null ? null : concept(code);
    }

    private static String concept(String code) {
        return (code + "0").substring(0, 2) + "00";
    }

    /** {@return whether the catalogue has {@link #concept()} or, where the code stops at its chapter, a concept of that chapter} */
    public @Nullable Boolean conceptKnown() {
        return once(CONCEPT_KNOWN, fact -> fact.isConcept(fact.concept(), 1));
    }

    /**
     * {@return the concept as packs ask for it that were released before {@link #concept()}: a code of less than four digits is taken
     * for one itself}
     */
    public @Nullable String objectConcept() {
        String code = line.objectCode();
        return code == null ? null : releasedConcept(code);
    }

    private static String releasedConcept(String code) {
        return code.length() < CONCEPT_LENGTH ? code : concept(code);
    }

    /** {@return whether the object code stops at its concept or its chapter: nothing but zeros from the third digit on} */
    public @Nullable Boolean objectAtConceptLevel() {
        String code = line.objectCode();
        return code == null ? null : ObjectLevel.of(code).compareTo(ObjectLevel.CONCEPT) <= 0;
    }

    /** {@return whether the object code, all of digits, stops at its generic item} */
    public @Nullable Boolean objectAtGenericItemLevel() {
        String code = line.objectCode();
        return code == null ? null : isInDigits(code) && ObjectLevel.of(code) == ObjectLevel.GENERIC_ITEM;
    }

    /**
     * {@return whether the catalogue has {@link #objectConcept()} or, where a code as long as a concept stops at its chapter, a concept
     * of that chapter}
     */
    public @Nullable Boolean objectConceptKnown() {
        return once(OBJECT_CONCEPT_KNOWN, fact -> fact.isConcept(fact.objectConcept(), CONCEPT_LENGTH));
    }

    /** {@return whether the caller's catalogue has the object as an item} */
    public @Nullable Boolean objectItemKnown() {
        return once(OBJECT_ITEM_KNOWN, LineFact::isObjectItem);
    }

    /** {@return the funding source} */
    public @Nullable String fundingSource() {
        return line.fundingSource();
    }

    /** {@return whether the catalogue has the funding source} */
    public @Nullable Boolean fundingSourceKnown() {
        return once(
                FUNDING_SOURCE_KNOWN, fact -> fact.knows(Catalogues.CodeList.FUNDING_SOURCES, fact.fundingSource()));
    }

    /** {@return what is compared of the funding source} */
    public @Nullable String fundingSourceKey() {
        return key(Catalogues.CodeList.FUNDING_SOURCES, fundingSource());
    }

    /** {@return the type of expenditure} */
    public @Nullable String spendingType() {
        return line.spendingType();
    }

    /** {@return the type of expenditure that alone fits the object, or {@code null} where several do} */
    public @Nullable String fittingSpendingType() {
        return once(FITTING_SPENDING_TYPE, LineFact::spendingTypeOfObject);
    }

    /** {@return what is compared of the type of expenditure} */
    public @Nullable String spendingTypeKey() {
        return key(Catalogues.CodeList.SPENDING_TYPES, spendingType());
    }

    /** {@return what is compared of the type of expenditure that alone fits} */
    public @Nullable String fittingSpendingTypeKey() {
        return key(Catalogues.CodeList.SPENDING_TYPES, fittingSpendingType());
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

    /** {@return the amount handed over to whoever spends it} */
    public @Nullable BigDecimal received() {
        return reported(AmountKind.RECEIVED);
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

    /** {@return what is compared of that reason} */
    public @Nullable String noActionReasonKey() {
        return key(Catalogues.CodeList.EMPTY_REASONS, noActionReason());
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
        return once(REASON_SAYS_NOTHING, fact -> fact.context.catalogues().saysNothing(fact.noActionReason()));
    }

    /** {@return the sum of the amounts its links state, zero where none does} */
    public BigDecimal linkedAmount() {
        return Objects.requireNonNull(once(LINKED_AMOUNT, fact -> Attribution.statedAmounts(fact.line)));
    }

    /** {@return the sum of the shares its links state, zero where none does} */
    public BigDecimal linkedShare() {
        return Objects.requireNonNull(once(LINKED_SHARE, fact -> Attribution.statedShares(fact.line)));
    }

    /** {@return its links that state no amount} */
    public int linksWithoutAmount() {
        return count(link -> link.amount() == null);
    }

    /** {@return its links that state no share} */
    public int linksWithoutShare() {
        return count(link -> link.share() == null);
    }

    private int count(Predicate<LinkFact> which) {
        return (int) links.stream().filter(which).count();
    }

    /** {@return the different actions of the programme that it names; zero without a programme} */
    public int actions() {
        return Objects.requireNonNull(once(ACTIONS, fact -> fact.distinct(LinkFact::programmeSequence)));
    }

    /** {@return the different rights and groups of the programme that it names an action of; zero without a programme} */
    public int rights() {
        return Objects.requireNonNull(once(RIGHTS, fact -> fact.distinct(LinkFact::actionRight)));
    }

    private int distinct(Function<LinkFact, @Nullable Object> part) {
        return (int) links.stream()
                .flatMap(link -> Stream.ofNullable(part.apply(link)))
                .distinct()
                .count();
    }

    /** {@return what its links claim by the amounts and shares they state together; {@code null} where the line has no amount} */
    public @Nullable BigDecimal linkedParts() {
        return once(LINKED_PARTS, LineFact::partsOfLinks);
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
                        .filter(code -> Boolean.TRUE.equals(context.catalogues().knows(list, releasedConcept(code))));
            case INDICATOR_DIMENSIONS, EMPTY_REASONS -> Optional.empty();
        };
    }

    private static boolean isInDigits(String code) {
        for (int i = 0; i < code.length(); i++) {
            if (code.charAt(i) < '0' || code.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** A letter looks like a digit, and a spreadsheet puts separators into what it takes for a number. */
    private static String inDigits(String code) {
        return code.replace('O', '0')
                .replace('o', '0')
                .replace('l', '1')
                .replace('I', '1')
                .replaceAll("[^0-9]", "");
    }

    private @Nullable Boolean isObjectItem() {
        String code = line.objectCode();
        Set<String> items = context.items();
        return (items == null || code == null) ? null : items.contains(code);
    }

    private @Nullable Boolean isConcept(@Nullable String concept, int shortestChapter) {
        String code = line.objectCode();
        if (code == null || code.length() < shortestChapter || ObjectLevel.of(code) != ObjectLevel.CHAPTER) {
            return knows(Catalogues.CodeList.OBJECT_CONCEPTS, concept);
        }
        String chapter = code.substring(0, 1);
        return context.catalogues()
                .list(Catalogues.CodeList.OBJECT_CONCEPTS)
                .map(list -> list.keySet().stream().anyMatch(known -> known.startsWith(chapter)))
                .orElse(null);
    }

    private @Nullable String spendingTypeOfObject() {
        String code = line.objectCode();
        return code == null ? null : context.catalogues().meaningOfBeginning(Catalogues.CodeList.SPENDING_TYPES, code);
    }

    private @Nullable BigDecimal partsOfLinks() {
        BigDecimal amount = amount();
        return amount == null ? null : Attribution.statedParts(line, amount);
    }

    private @Nullable Boolean knows(Catalogues.CodeList list, @Nullable String code) {
        return context.catalogues().knows(list, code);
    }

    private @Nullable String key(Catalogues.CodeList list, @Nullable String text) {
        return text == null ? null : context.catalogues().key(list, text);
    }

    /** What is looked up or added up is found out once, however many rules ask, and the count of what they can judge before them. */
    @SuppressWarnings("unchecked")
    private <T> @Nullable T once(int answer, Function<LineFact, @Nullable T> found) {
        Object kept = answers[answer];
        if (kept == null) {
            kept = Objects.requireNonNullElse(found.apply(this), NONE);
            answers[answer] = kept;
        }
        return kept == NONE ? null : (T) kept;
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
