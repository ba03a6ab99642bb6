package org.hrbudget.model;

/** What became of the finance ministry's request for rights information on a line. */
public enum RightsInformation {
    /** The ministry did not ask. */
    NOT_REQUESTED,
    /** The ministry asked and the unit has not answered. */
    REQUESTED,
    /** The ministry asked and the unit answered. */
    GIVEN
}
