package org.hrbudget.validation;

/** What became of a rule in one validation. */
public enum RuleOutcome {
    /** It examined something and found no defect. */
    SATISFIED,
    /** It found at least one defect. */
    VIOLATED,
    /** It found something that a person must judge. */
    REVIEW,
    /** The budget does not promise the data it needs, or holds nothing it is about. */
    NOT_APPLICABLE,
    /** Promised data is missing, or the rule failed: whether the budget meets it is not known. */
    UNDETERMINED
}
