package org.hrbudget.validation;

/** What became of a rule in one validation. */
public enum RuleOutcome {
    /** It examined something and found no defect. */
    SATISFIED,
    /** It found at least one defect. */
    VIOLATED,
    /** It found something that a person must judge. */
    REVIEW,
    /** The law does not ask for it at this stage of the budget or of one unit alone, or the budget holds nothing it is about. */
    NOT_APPLICABLE,
    /** The data it needs is not given, or the rule failed: whether the budget meets it is not known. */
    UNDETERMINED
}
