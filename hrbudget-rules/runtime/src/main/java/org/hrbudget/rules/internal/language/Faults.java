package org.hrbudget.rules.internal.language;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.hrbudget.model.Bilingual;
import org.hrbudget.rules.RulePackException;
import org.jspecify.annotations.Nullable;

/**
 * Collects faults, so that an author sees all of them at once, and apart from them notes of what is written otherwise than it should
 * be and can be read one way only. Not safe for use by several threads.
 */
public final class Faults {

    private static final Comparator<RulePackException.Fault> IN_ORDER = Comparator.comparing(
                    RulePackException.Fault::file)
            .thenComparingInt(RulePackException.Fault::line)
            .thenComparingInt(RulePackException.Fault::column);

    private static final int MOST = 1_000;

    private final List<RulePackException.Fault> faults = new ArrayList<>();
    private final Set<RulePackException.Fault> notes = new LinkedHashSet<>();

    /**
     * Adds a fault.
     *
     * @param fault the fault
     */
    public void add(Fault fault) {
        keep(fault.fault());
    }

    /**
     * Notes what was read all the same. It is a fault where nothing but the right form will do, see {@link #refuseNotes}.
     *
     * @param note the fault it would be
     */
    public void note(Fault note) {
        if (notes.size() < MOST) {
            notes.add(note.fault());
        }
    }

    /** {@return the notes, in the order of files and lines} */
    public List<RulePackException.Fault> notes() {
        return notes.stream().sorted(IN_ORDER).toList();
    }

    /**
     * Makes faults of the notes of some files.
     *
     * @param strict whether a file must have the right form, by its name
     */
    public void refuseNotes(Predicate<String> strict) {
        notes.stream().filter(note -> strict.test(note.file())).forEach(this::keep);
        notes.removeIf(note -> strict.test(note.file()));
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

    /**
     * Adds faults found elsewhere.
     *
     * @param others the faults
     */
    public void addAll(Collection<RulePackException.Fault> others) {
        others.forEach(this::keep);
    }

    /**
     * Adds faults and notes found elsewhere.
     *
     * @param others the faults
     */
    public void addAll(Faults others) {
        notes.addAll(others.notes);
        addAll(others.faults);
    }

    /**
     * Drops the faults of some kinds, because they only follow from others.
     *
     * @param kinds the kinds
     */
    public void drop(Set<String> kinds) {
        faults.removeIf(fault -> kinds.contains(fault.kind()));
    }

    /** More faults than anybody reads would take more time to find than anybody waits. */
    private void keep(RulePackException.Fault fault) {
        faults.add(fault);
        if (faults.size() >= MOST) {
            throw new RulePackException(
                    new Bilingual(
                            "The rule pack has more than " + MOST + " faults; these are the first.",
                            "El paquete de reglas tiene más de " + MOST + " faltas; estas son las primeras."),
                    all());
        }
    }

    /** {@return the faults, in the order of files and lines} */
    public List<RulePackException.Fault> all() {
        return faults.stream().sorted(IN_ORDER).toList();
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
            throw new RulePackException(
                    new Bilingual(
                            "The rule pack " + what + " cannot be used.",
                            "El paquete de reglas " + what + " no puede usarse."),
                    all());
        }
    }
}
