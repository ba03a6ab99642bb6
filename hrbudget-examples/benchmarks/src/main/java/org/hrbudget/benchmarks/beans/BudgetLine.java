package org.hrbudget.benchmarks.beans;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** A line of a budget, filled by Jackson's data binding. Blanks at the ends of a code are no part of it. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public final class BudgetLine {

    private long row;
    private boolean keyRepeated;
    private @Nullable String key;
    private @Nullable Integer fiscalYear;
    private @Nullable String unitCode;
    private @Nullable String unitKind;
    private @Nullable String functionalCode;
    private @Nullable String programmeCode;
    private @Nullable String objectCode;
    private @Nullable String fundingSource;
    private @Nullable String spendingType;
    private @Nullable String result;
    private @Nullable String subresult;
    private @Nullable String activity;
    private @Nullable String identifierDigit;
    private @Nullable String rightsInformation;
    private @Nullable String entry;
    private @Nullable BigDecimal proposed;
    private @Nullable BigDecimal approved;
    private @Nullable BigDecimal modified;
    private @Nullable BigDecimal committed;
    private @Nullable BigDecimal accrued;
    private @Nullable BigDecimal exercised;
    private @Nullable BigDecimal paid;

    /** Makes a line of nothing. */
    public BudgetLine() {}

    /** {@return the row in the file} */
    public long getRow() {
        return row;
    }

    /**
     * Sets the row in the file.
     *
     * @param value the row
     */
    public void setRow(long value) {
        this.row = value;
    }

    /** {@return whether an earlier line has the same key, where somebody looked} */
    public boolean isKeyRepeated() {
        return keyRepeated;
    }

    /**
     * Sets whether an earlier line has the same key.
     *
     * @param value whether it has
     */
    public void setKeyRepeated(boolean value) {
        this.keyRepeated = value;
    }

    /** {@return all that is not an amount, as one text} */
    public String getKey() {
        String known = key;
        if (known == null) {
            known = String.join(
                    "|",
                    String.valueOf(fiscalYear),
                    String.valueOf(unitCode),
                    String.valueOf(unitKind),
                    String.valueOf(functionalCode),
                    String.valueOf(programmeCode),
                    String.valueOf(objectCode),
                    String.valueOf(fundingSource),
                    String.valueOf(spendingType),
                    String.valueOf(result),
                    String.valueOf(subresult),
                    String.valueOf(activity),
                    String.valueOf(identifierDigit),
                    String.valueOf(rightsInformation),
                    String.valueOf(entry));
            key = known;
        }
        return known;
    }

    /** {@return the concept of the object: chapter and concept, and zeros} */
    public @Nullable String getObjectConcept() {
        String code = objectCode;
        return code == null || code.length() < 4 ? code : code.substring(0, 2) + "00";
    }

    /** {@return whether the object code stops at its concept} */
    public boolean isObjectAtConceptLevel() {
        String code = objectCode;
        if (code == null) {
            return false;
        }
        for (int i = 2; i < code.length(); i++) {
            if (code.charAt(i) != '0') {
                return false;
            }
        }
        return true;
    }

    /** {@return the letter that opens the programme's code} */
    public @Nullable String getModality() {
        String code = programmeCode;
        return code == null ? null : code.substring(0, 1);
    }

    /** {@return the fiscal year} */
    public @Nullable Integer getFiscalYear() {
        return fiscalYear;
    }

    /**
     * Sets the fiscal year.
     *
     * @param value the year
     */
    public void setFiscalYear(@Nullable Integer value) {
        this.fiscalYear = value;
    }

    /** {@return the unit} */
    public @Nullable String getUnitCode() {
        return unitCode;
    }

    /**
     * Sets the unit.
     *
     * @param value it
     */
    public void setUnitCode(@Nullable String value) {
        this.unitCode = trimmed(value);
    }

    /** {@return the kind of the unit} */
    public @Nullable String getUnitKind() {
        return unitKind;
    }

    /**
     * Sets the kind of the unit.
     *
     * @param value it
     */
    public void setUnitKind(@Nullable String value) {
        this.unitKind = trimmed(value);
    }

    /** {@return purpose, function and sub-function} */
    public @Nullable String getFunctionalCode() {
        return functionalCode;
    }

    /**
     * Sets purpose, function and sub-function.
     *
     * @param value it
     */
    public void setFunctionalCode(@Nullable String value) {
        this.functionalCode = trimmed(value);
    }

    /** {@return the budget programme} */
    public @Nullable String getProgrammeCode() {
        return programmeCode;
    }

    /**
     * Sets the budget programme.
     *
     * @param value it
     */
    public void setProgrammeCode(@Nullable String value) {
        this.programmeCode = trimmed(value);
    }

    /** {@return the object of expenditure} */
    public @Nullable String getObjectCode() {
        return objectCode;
    }

    /**
     * Sets the object of expenditure.
     *
     * @param value it
     */
    public void setObjectCode(@Nullable String value) {
        this.objectCode = trimmed(value);
    }

    /** {@return the funding source} */
    public @Nullable String getFundingSource() {
        return fundingSource;
    }

    /**
     * Sets the funding source.
     *
     * @param value it
     */
    public void setFundingSource(@Nullable String value) {
        this.fundingSource = trimmed(value);
    }

    /** {@return the type of expenditure} */
    public @Nullable String getSpendingType() {
        return spendingType;
    }

    /**
     * Sets the type of expenditure.
     *
     * @param value it
     */
    public void setSpendingType(@Nullable String value) {
        this.spendingType = trimmed(value);
    }

    /** {@return the result} */
    public @Nullable String getResult() {
        return result;
    }

    /**
     * Sets the result.
     *
     * @param value it
     */
    public void setResult(@Nullable String value) {
        this.result = trimmed(value);
    }

    /** {@return the sub-result} */
    public @Nullable String getSubresult() {
        return subresult;
    }

    /**
     * Sets the sub-result.
     *
     * @param value it
     */
    public void setSubresult(@Nullable String value) {
        this.subresult = trimmed(value);
    }

    /** {@return the institutional activity} */
    public @Nullable String getActivity() {
        return activity;
    }

    /**
     * Sets the institutional activity.
     *
     * @param value it
     */
    public void setActivity(@Nullable String value) {
        this.activity = trimmed(value);
    }

    /** {@return the identifier digit} */
    public @Nullable String getIdentifierDigit() {
        return identifierDigit;
    }

    /**
     * Sets the identifier digit.
     *
     * @param value it
     */
    public void setIdentifierDigit(@Nullable String value) {
        this.identifierDigit = trimmed(value);
    }

    /** {@return what became of the request for rights information} */
    public @Nullable String getRightsInformation() {
        return rightsInformation;
    }

    /**
     * Sets what became of the request for rights information.
     *
     * @param value it
     */
    public void setRightsInformation(@Nullable String value) {
        this.rightsInformation = trimmed(value);
    }

    /** {@return the number of the entry} */
    public @Nullable String getEntry() {
        return entry;
    }

    /**
     * Sets the number of the entry.
     *
     * @param value it
     */
    public void setEntry(@Nullable String value) {
        this.entry = trimmed(value);
    }

    /** {@return the amount proposed} */
    public @Nullable BigDecimal getProposed() {
        return proposed;
    }

    /**
     * Sets the amount proposed.
     *
     * @param value it
     */
    public void setProposed(@Nullable BigDecimal value) {
        this.proposed = value;
    }

    /** {@return the amount approved} */
    public @Nullable BigDecimal getApproved() {
        return approved;
    }

    /**
     * Sets the amount approved.
     *
     * @param value it
     */
    public void setApproved(@Nullable BigDecimal value) {
        this.approved = value;
    }

    /** {@return the amount modified} */
    public @Nullable BigDecimal getModified() {
        return modified;
    }

    /**
     * Sets the amount modified.
     *
     * @param value it
     */
    public void setModified(@Nullable BigDecimal value) {
        this.modified = value;
    }

    /** {@return the amount committed} */
    public @Nullable BigDecimal getCommitted() {
        return committed;
    }

    /**
     * Sets the amount committed.
     *
     * @param value it
     */
    public void setCommitted(@Nullable BigDecimal value) {
        this.committed = value;
    }

    /** {@return the amount accrued} */
    public @Nullable BigDecimal getAccrued() {
        return accrued;
    }

    /**
     * Sets the amount accrued.
     *
     * @param value it
     */
    public void setAccrued(@Nullable BigDecimal value) {
        this.accrued = value;
    }

    /** {@return the amount exercised} */
    public @Nullable BigDecimal getExercised() {
        return exercised;
    }

    /**
     * Sets the amount exercised.
     *
     * @param value it
     */
    public void setExercised(@Nullable BigDecimal value) {
        this.exercised = value;
    }

    /** {@return the amount paid} */
    public @Nullable BigDecimal getPaid() {
        return paid;
    }

    /**
     * Sets the amount paid.
     *
     * @param value it
     */
    public void setPaid(@Nullable BigDecimal value) {
        this.paid = value;
    }

    private static @Nullable String trimmed(@Nullable String text) {
        String bare = text == null ? "" : text.trim();
        return bare.isEmpty() ? null : bare;
    }
}
