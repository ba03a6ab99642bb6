package org.hrbudget.rules;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hrbudget.model.Bilingual;

/** Says that a rule pack cannot be used, with every fault found in its files. */
public final class RulePackException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Bilingual summary;
    private final transient List<PackFault> faults;

    /**
     * Says that a pack's files are at fault.
     *
     * @param summary what cannot be used
     * @param faults the faults, in the order of files and lines
     */
    public RulePackException(Bilingual summary, List<PackFault> faults) {
        super(faults.stream().map(PackFault::toString).collect(Collectors.joining("\n", summary.en() + "\n", "")));
        this.summary = summary;
        this.faults = List.copyOf(faults);
    }

    /**
     * Says that a pack cannot be used for a reason that is not in its files.
     *
     * @param message what is wrong and what to do
     */
    public RulePackException(Bilingual message) {
        super(message.en());
        this.summary = message;
        this.faults = List.of();
    }

    /**
     * {@return the same with other faults}
     *
     * @param others the faults, in the order of files and lines
     */
    public RulePackException with(List<PackFault> others) {
        return new RulePackException(summary, others);
    }

    /**
     * {@return what cannot be used and why}
     *
     * @param locale the reader's locale; only its language counts
     */
    public String message(Locale locale) {
        return faults().isEmpty()
                ? summary.in(locale)
                : faults().stream()
                        .map(fault -> fault.message(locale))
                        .collect(Collectors.joining("\n", summary.in(locale) + "\n", ""));
    }

    /** {@return the faults, in the order of files and lines; empty where the reason is not in a file, and after serialisation} */
    public List<PackFault> faults() {
        return faults == null ? List.of() : faults;
    }
}
