package org.hrbudget.rules.internal.language;

import java.util.HashMap;
import java.util.Map;
import org.hrbudget.model.Bilingual;
import org.hrbudget.text.Wording;

/**
 * The words for faults that one package finds, from {@code faults.properties} and {@code faults_es.properties} beside its classes:
 * {@code KIND.problem} says what is wrong, {@code KIND.advice} what to do. Immutable.
 */
public final class FaultWords {

    private final Wording wording;

    private FaultWords(Wording wording) {
        this.wording = wording;
    }

    /**
     * {@return the words beside a class}
     *
     * @param owner the class
     */
    public static FaultWords beside(Class<?> owner) {
        return new FaultWords(Wording.beside(owner, "faults"));
    }

    /**
     * {@return what is said of a fault; advice that is not among the words is empty and must be given}
     *
     * @param kind the sort of fault
     * @param namesAndValues a placeholder's name and its value, in turn; a value is a text or a {@link Bilingual}
     */
    public FaultText of(String kind, Object... namesAndValues) {
        Map<String, Bilingual> values = values(namesAndValues);
        boolean advises = wording.find(kind + ".advice").isPresent();
        return new FaultText(
                kind,
                wording.of(kind + ".problem", values),
                advises ? wording.of(kind + ".advice", values) : new Bilingual("", ""));
    }

    /**
     * {@return a text of this package}
     *
     * @param key its key
     * @param namesAndValues a placeholder's name and its value, in turn; a value is a text or a {@link Bilingual}
     */
    public Bilingual text(String key, Object... namesAndValues) {
        return wording.of(key, values(namesAndValues));
    }

    private static Map<String, Bilingual> values(Object... namesAndValues) {
        Map<String, Bilingual> values = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            values.put(
                    (String) namesAndValues[i],
                    value instanceof Bilingual text ? text : new Bilingual(value.toString(), value.toString()));
        }
        return values;
    }
}
