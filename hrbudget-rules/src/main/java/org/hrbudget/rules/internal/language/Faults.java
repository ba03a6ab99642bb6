package org.hrbudget.rules.internal.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.hrbudget.model.Bilingual;
import org.hrbudget.rules.PackFault;
import org.hrbudget.rules.RulePackException;
import org.jspecify.annotations.Nullable;

/** Collects faults, so that an author sees all of them at once. Not safe for use by several threads. */
public final class Faults {

    private static final Comparator<PackFault> IN_ORDER = Comparator.comparing(PackFault::file)
            .thenComparingInt(PackFault::line)
            .thenComparingInt(PackFault::column);

    private final List<PackFault> faults = new ArrayList<>();

    /**
     * Adds a fault.
     *
     * @param fault the fault
     */
    public void add(Fault fault) {
        faults.add(fault.fault());
    }

    /**
     * Runs a check and keeps its fault, if it finds one.
     *
     * @param check the check
     */
    public void during(Runnable check) {
        try {
            check.run();
        } catch (Fault fault) {
            add(fault);
        }
    }

    /**
     * {@return what a step yields, or {@code null} where it finds a fault, which is kept}
     *
     * @param step the step
     * @param <T> what it yields
     */
    public <T> @Nullable T from(Supplier<T> step) {
        try {
            return step.get();
        } catch (Fault fault) {
            add(fault);
            return null;
        }
    }

    /**
     * {@return the one found first}
     *
     * @throws IllegalStateException if there is none
     */
    public Fault first() {
        return new Fault(
                faults.stream().findFirst().orElseThrow(() -> new IllegalStateException("No fault was found.")));
    }

    /** {@return how many there are} */
    public int size() {
        return faults.size();
    }

    /** {@return whether there are none} */
    public boolean isEmpty() {
        return faults.isEmpty();
    }

    /**
     * Ends the loading of a pack if there are faults.
     *
     * @param what the pack
     * @throws RulePackException with all the faults, if there are any
     */
    public void end(String what) {
        if (!faults.isEmpty()) {
            List<PackFault> sorted = faults.stream().sorted(IN_ORDER).toList();
            throw new RulePackException(
                    new Bilingual(
                            "The rule pack " + what + " cannot be used.",
                            "El paquete de reglas " + what + " no puede usarse."),
                    sorted);
        }
    }
}
