package org.hrbudget.model;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hrbudget.model.internal.PassThrough;
import org.hrbudget.model.internal.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * One line of a budget (clave, renglón): money of one unit for one purpose. Immutable; made with {@link #builder()}.
 *
 * <p>A code is the publisher's text with blanks at its ends trimmed, and {@code null} where the line leaves it out or blank; a
 * unit of a blank code is no unit. Columns the library has no word for are kept in {@link #passThrough()}.
 */
public final class SpendingLine {

    /** The position of a line that has not been read from anywhere. */
    public static final Position NOWHERE = new Position("", 0);

    private final Position position;
    private final @Nullable String id;
    private final @Nullable FiscalYear fiscalYear;
    private final @Nullable BudgetUnit unit;
    private final @Nullable String functionalCode;
    private final @Nullable String programmeCode;
    private final @Nullable String objectCode;
    private final @Nullable String fundingSource;
    private final @Nullable String spendingType;
    private final ResultStructure resultStructure;
    private final @Nullable String identifierDigit;
    private final Amounts amounts;
    private final List<ActionLink> links;
    private final boolean saysNoneApplies;
    private final @Nullable String noActionReason;
    private final @Nullable RightsInformation rightsInformation;
    private final Map<String, String> passThrough;

    private SpendingLine(Builder builder) {
        this.position = builder.position;
        this.id = Spelling.orNull(builder.id);
        this.fiscalYear = builder.fiscalYear;
        this.unit = builder.unit == null || builder.unit.code().isEmpty() ? null : builder.unit;
        this.functionalCode = Spelling.orNull(builder.functionalCode);
        this.programmeCode = Spelling.orNull(builder.programmeCode);
        this.objectCode = Spelling.orNull(builder.objectCode);
        this.fundingSource = Spelling.orNull(builder.fundingSource);
        this.spendingType = Spelling.orNull(builder.spendingType);
        this.resultStructure = builder.resultStructure;
        this.identifierDigit = Spelling.orNull(builder.identifierDigit);
        this.amounts = builder.amounts;
        this.links = builder.links;
        this.saysNoneApplies = builder.saysNoneApplies;
        this.noActionReason = Spelling.orNull(builder.noActionReason);
        this.rightsInformation = builder.rightsInformation;
        this.passThrough = builder.passThrough;
    }

    /** {@return a builder of a line of which nothing is known yet} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a builder that starts from this line} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** {@return where the line was read, or {@link #NOWHERE}} */
    public Position position() {
        return position;
    }

    /** {@return the publisher's identifier of the line, by which a file of links names it} */
    public @Nullable String id() {
        return id;
    }

    /** {@return the fiscal year the line states} */
    public @Nullable FiscalYear fiscalYear() {
        return fiscalYear;
    }

    /** {@return the unit that spends} */
    public @Nullable BudgetUnit unit() {
        return unit;
    }

    /** {@return purpose, function and sub-function, joined by dots: {@code 1.2.4}} */
    public @Nullable String functionalCode() {
        return functionalCode;
    }

    /** {@return modality letter and number of the budget programme: {@code E169}} */
    public @Nullable String programmeCode() {
        return programmeCode;
    }

    /** {@return the object of expenditure (partida or concepto): {@code 1131}} */
    public @Nullable String objectCode() {
        return objectCode;
    }

    /** {@return the funding source} */
    public @Nullable String fundingSource() {
        return fundingSource;
    }

    /** {@return the type of expenditure (tipo de gasto)} */
    public @Nullable String spendingType() {
        return spendingType;
    }

    /** {@return the results part of the key, with the parts that are given} */
    public ResultStructure resultStructure() {
        return resultStructure;
    }

    /** {@return the identifier digit of the key} */
    public @Nullable String identifierDigit() {
        return identifierDigit;
    }

    /** {@return the amounts} */
    public Amounts amounts() {
        return amounts;
    }

    /**
     * {@return the amount of this kind, scale 2, or {@code null} where the line has none}
     *
     * @param kind the kind of amount
     */
    public @Nullable BigDecimal amount(AmountKind kind) {
        return amounts.get(kind);
    }

    /** {@return the actions the line says it pays for, in the order written; empty where it names none} */
    public List<ActionLink> links() {
        return links;
    }

    /**
     * {@return whether the line says, where actions are named, that none applies: {@code No aplica} in place of a code. It is a
     * statement and no link, and says nothing of the reason}
     */
    public boolean saysNoneApplies() {
        return saysNoneApplies;
    }

    /** {@return why no action applies, where the line says so} */
    public @Nullable String noActionReason() {
        return noActionReason;
    }

    /** {@return what became of the ministry's request for rights information} */
    public @Nullable RightsInformation rightsInformation() {
        return rightsInformation;
    }

    /** {@return the columns the library has no word for, by their heading, in the order of the file} */
    public Map<String, String> passThrough() {
        return passThrough;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SpendingLine that
                && position.equals(that.position)
                && Objects.equals(id, that.id)
                && Objects.equals(fiscalYear, that.fiscalYear)
                && Objects.equals(unit, that.unit)
                && Objects.equals(functionalCode, that.functionalCode)
                && Objects.equals(programmeCode, that.programmeCode)
                && Objects.equals(objectCode, that.objectCode)
                && Objects.equals(fundingSource, that.fundingSource)
                && Objects.equals(spendingType, that.spendingType)
                && resultStructure.equals(that.resultStructure)
                && Objects.equals(identifierDigit, that.identifierDigit)
                && amounts.equals(that.amounts)
                && links.equals(that.links)
                && saysNoneApplies == that.saysNoneApplies
                && Objects.equals(noActionReason, that.noActionReason)
                && rightsInformation == that.rightsInformation
                && passThrough.equals(that.passThrough);
    }

    @Override
    public int hashCode() {
        return Objects.hash(position, id, unit, objectCode, amounts);
    }

    @Override
    public String toString() {
        return "SpendingLine[" + position + ", unit=" + (unit == null ? null : unit.code()) + ", object=" + objectCode
                + ", " + amounts + ", links=" + links.size() + "]";
    }

    /** Builds a {@link SpendingLine}. Not safe for use by several threads. */
    public static final class Builder {

        private Position position = NOWHERE;
        private @Nullable String id;
        private @Nullable FiscalYear fiscalYear;
        private @Nullable BudgetUnit unit;
        private @Nullable String functionalCode;
        private @Nullable String programmeCode;
        private @Nullable String objectCode;
        private @Nullable String fundingSource;
        private @Nullable String spendingType;
        private ResultStructure resultStructure = ResultStructure.NONE;
        private @Nullable String identifierDigit;
        private Amounts amounts = Amounts.none();
        private List<ActionLink> links = List.of();
        private boolean saysNoneApplies;
        private @Nullable String noActionReason;
        private @Nullable RightsInformation rightsInformation;
        private Map<String, String> passThrough = Map.of();

        private Builder() {}

        private Builder(SpendingLine line) {
            this.position = line.position;
            this.id = line.id;
            this.fiscalYear = line.fiscalYear;
            this.unit = line.unit;
            this.functionalCode = line.functionalCode;
            this.programmeCode = line.programmeCode;
            this.objectCode = line.objectCode;
            this.fundingSource = line.fundingSource;
            this.spendingType = line.spendingType;
            this.resultStructure = line.resultStructure;
            this.identifierDigit = line.identifierDigit;
            this.amounts = line.amounts;
            this.links = line.links;
            this.saysNoneApplies = line.saysNoneApplies;
            this.noActionReason = line.noActionReason;
            this.rightsInformation = line.rightsInformation;
            this.passThrough = line.passThrough;
        }

        /**
         * Sets where the line was read.
         *
         * @param value the position
         * @return this builder
         */
        public Builder position(Position value) {
            Objects.requireNonNull(value, "position");
            this.position = value;
            return this;
        }

        /**
         * Sets the publisher's identifier.
         *
         * @param value the identifier
         * @return this builder
         */
        public Builder id(@Nullable String value) {
            this.id = value;
            return this;
        }

        /**
         * Sets the fiscal year.
         *
         * @param value the year
         * @return this builder
         */
        public Builder fiscalYear(@Nullable FiscalYear value) {
            this.fiscalYear = value;
            return this;
        }

        /**
         * Sets the unit.
         *
         * @param value the unit
         * @return this builder
         */
        public Builder unit(@Nullable BudgetUnit value) {
            this.unit = value;
            return this;
        }

        /**
         * Sets the functional code.
         *
         * @param value purpose, function and sub-function joined by dots
         * @return this builder
         */
        public Builder functionalCode(@Nullable String value) {
            this.functionalCode = value;
            return this;
        }

        /**
         * Sets the budget programme.
         *
         * @param value modality letter and number
         * @return this builder
         */
        public Builder programmeCode(@Nullable String value) {
            this.programmeCode = value;
            return this;
        }

        /**
         * Sets the object of expenditure.
         *
         * @param value the code
         * @return this builder
         */
        public Builder objectCode(@Nullable String value) {
            this.objectCode = value;
            return this;
        }

        /**
         * Sets the funding source.
         *
         * @param value the code
         * @return this builder
         */
        public Builder fundingSource(@Nullable String value) {
            this.fundingSource = value;
            return this;
        }

        /**
         * Sets the type of expenditure.
         *
         * @param value the code
         * @return this builder
         */
        public Builder spendingType(@Nullable String value) {
            this.spendingType = value;
            return this;
        }

        /**
         * Sets the results part of the key.
         *
         * @param value the structure
         * @return this builder
         */
        public Builder resultStructure(ResultStructure value) {
            Objects.requireNonNull(value, "resultStructure");
            this.resultStructure = value;
            return this;
        }

        /**
         * Sets the identifier digit.
         *
         * @param value the digit
         * @return this builder
         */
        public Builder identifierDigit(@Nullable String value) {
            this.identifierDigit = value;
            return this;
        }

        /**
         * Sets all amounts.
         *
         * @param value the amounts
         * @return this builder
         */
        public Builder amounts(Amounts value) {
            Objects.requireNonNull(value, "amounts");
            this.amounts = value;
            return this;
        }

        /**
         * Sets one amount and keeps the others.
         *
         * @param kind the kind of amount
         * @param value the amount, or {@code null} where the kind does not apply
         * @return this builder
         * @throws IllegalArgumentException if the amount has more than two decimals that count
         */
        public Builder amount(AmountKind kind, @Nullable BigDecimal value) {
            Objects.requireNonNull(kind, "kind");
            this.amounts = amounts.with(kind, value);
            return this;
        }

        /**
         * Sets the links. One that says that no action applies is none: see {@link SpendingLine#saysNoneApplies()}.
         *
         * @param value the actions the line says it pays for
         * @return this builder
         */
        public Builder links(List<ActionLink> value) {
            Objects.requireNonNull(value, "links");
            this.saysNoneApplies = value.stream().anyMatch(ActionLink::saysNoneApplies);
            this.links = saysNoneApplies
                    ? value.stream().filter(link -> !link.saysNoneApplies()).toList()
                    : List.copyOf(value);
            return this;
        }

        /**
         * Sets whether the line says, where actions are named, that none applies. Setting the links sets this too.
         *
         * @param value whether it says so
         * @return this builder
         */
        public Builder saysNoneApplies(boolean value) {
            this.saysNoneApplies = value;
            return this;
        }

        /**
         * Sets the reason why no action applies.
         *
         * @param value the reason
         * @return this builder
         */
        public Builder noActionReason(@Nullable String value) {
            this.noActionReason = value;
            return this;
        }

        /**
         * Sets what became of the ministry's request for rights information.
         *
         * @param value the state of the request
         * @return this builder
         */
        public Builder rightsInformation(@Nullable RightsInformation value) {
            this.rightsInformation = value;
            return this;
        }

        /**
         * Sets the columns the library has no word for.
         *
         * @param value the columns by heading
         * @return this builder
         */
        public Builder passThrough(Map<String, String> value) {
            Objects.requireNonNull(value, "passThrough");
            // Lines of a file share their headings, and millions of maps would be most of what reading leaves behind.
            this.passThrough =
                    value instanceof PassThrough ? value : Collections.unmodifiableMap(new LinkedHashMap<>(value));
            return this;
        }

        /** {@return the line} */
        public SpendingLine build() {
            return new SpendingLine(this);
        }
    }

    /** What became of the finance ministry's request for rights information on a line. */
    public enum RightsInformation {
        /** The ministry did not ask. */
        NOT_REQUESTED,
        /** The ministry asked and the unit has not answered. */
        REQUESTED,
        /** The ministry asked and the unit answered. */
        GIVEN
    }
}
