package org.hrbudget.rules.internal.language;

import org.hrbudget.rules.RulePackException;

/** Carries a fault from where it is found to where faults are collected. Has no stack trace: it tells of a file, not of code. */
public final class Fault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient RulePackException.Fault fault;

    /**
     * Carries this fault.
     *
     * @param fault the fault
     */
    public Fault(RulePackException.Fault fault) {
        super(fault.toString(), null, false, false);
        this.fault = fault;
    }

    /** {@return the fault} */
    public RulePackException.Fault fault() {
        return fault;
    }
}
