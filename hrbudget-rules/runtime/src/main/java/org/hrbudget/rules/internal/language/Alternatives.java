package org.hrbudget.rules.internal.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hrbudget.rules.internal.language.Atom.Form;
import org.hrbudget.rules.internal.language.Atom.Listed;
import org.hrbudget.rules.internal.language.Atom.Presence;
import org.hrbudget.rules.internal.language.Atom.Same;
import org.hrbudget.rules.internal.language.Atom.Sum;
import org.hrbudget.rules.internal.language.Atom.Texts;
import org.hrbudget.rules.internal.language.Atom.Truth;

/**
 * What a condition says, as alternatives, of which one must hold: each a list of atoms that must all hold. Immutable.
 *
 * @param lists the alternatives
 * @param tooMany whether there are more than are followed up; then nothing is claimed of them
 */
record Alternatives(List<List<Atom>> lists, boolean tooMany) {

    private static final int MOST = 64;

    /** What always holds. */
    static final Alternatives ALWAYS = new Alternatives(List.of(List.of()), false);

    /** {@return that all of these atoms hold} */
    static Alternatives all(Atom... atoms) {
        return new Alternatives(List.of(List.of(atoms)), false);
    }

    /** {@return that these hold, and others too} */
    Alternatives and(Alternatives others) {
        if (tooMany || others.tooMany || lists.size() * others.lists.size() > MOST) {
            return new Alternatives(List.of(), true);
        }
        List<List<Atom>> both = new ArrayList<>();
        for (List<Atom> one : lists) {
            for (List<Atom> other : others.lists) {
                both.add(Stream.concat(one.stream(), other.stream()).distinct().toList());
            }
        }
        // Those that cannot hold are dropped at once, so that their number stays small.
        return new Alternatives(
                both.stream().filter(atoms -> !impossible(atoms)).toList(), false);
    }

    /** {@return that these hold, or others} */
    Alternatives or(Alternatives others) {
        boolean many = tooMany || others.tooMany || lists.size() + others.lists.size() > MOST;
        return new Alternatives(
                many
                        ? List.of()
                        : Stream.concat(lists.stream(), others.lists.stream()).toList(),
                many);
    }

    /** {@return whether none of them can hold, whatever the fact; {@code false} where that is too long to find out} */
    boolean impossible() {
        return !tooMany && lists.stream().allMatch(Alternatives::impossible);
    }

    private static boolean impossible(List<Atom> atoms) {
        return presenceContradicts(atoms)
                || truthContradicts(atoms)
                || textsContradict(atoms)
                || listsContradict(atoms)
                || sameContradicts(atoms)
                || Sums.impossible(only(Sum.class, atoms).toList());
    }

    private static <T extends Atom> Stream<T> only(Class<T> kind, List<Atom> atoms) {
        return atoms.stream().filter(kind::isInstance).map(kind::cast);
    }

    private static boolean presenceContradicts(List<Atom> atoms) {
        Set<String> given = new TreeSet<>();
        Set<String> absent = new TreeSet<>();
        for (Atom atom : atoms) {
            boolean isAbsence = atom instanceof Presence presence && !presence.given();
            (isAbsence ? absent : given).addAll(atom.properties());
        }
        return absent.stream().anyMatch(given::contains);
    }

    private static boolean truthContradicts(List<Atom> atoms) {
        Map<String, Boolean> values = new HashMap<>();
        return only(Truth.class, atoms).anyMatch(truth -> {
            Boolean before = values.putIfAbsent(truth.property(), truth.value());
            return before != null && before != truth.value();
        });
    }

    private static boolean sameContradicts(List<Atom> atoms) {
        Map<Set<String>, Boolean> values = new HashMap<>();
        return only(Same.class, atoms).anyMatch(same -> {
            Boolean before = values.putIfAbsent(same.properties(), same.same());
            return before != null && before != same.same();
        });
    }

    private static boolean textsContradict(List<Atom> atoms) {
        return formsContradict(atoms)
                || only(Texts.class, atoms)
                        .filter(Texts::among)
                        .anyMatch(texts ->
                                texts.values().stream().noneMatch(text -> allowed(texts.property(), text, atoms)));
    }

    private static boolean listsContradict(List<Atom> atoms) {
        return only(Listed.class, atoms)
                .filter(Listed::in)
                .anyMatch(listed -> atoms.contains(new Listed(listed.property(), listed.list(), false)));
    }

    private static boolean formsContradict(List<Atom> atoms) {
        return only(Form.class, atoms)
                .filter(Form::fits)
                .anyMatch(form -> atoms.contains(new Form(form.property(), form.form(), false)));
    }

    private static boolean allowed(String property, String text, List<Atom> atoms) {
        return only(Texts.class, atoms)
                        .filter(other -> other.property().equals(property))
                        .allMatch(other -> other.values().contains(text) == other.among())
                && only(Form.class, atoms)
                        .filter(form -> form.property().equals(property))
                        .allMatch(form -> text.matches(form.form().expression()) == form.fits());
    }
}
