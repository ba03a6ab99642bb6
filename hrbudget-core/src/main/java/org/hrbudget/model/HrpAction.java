package org.hrbudget.model;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An action of the human-rights programme (línea de acción).
 *
 * @param code {@code RR.SS.LL}: right, strategy within it, action within that, two digits each
 * @param sequence its number through the whole programme, from 1
 * @param rightCode the code of its right or population group
 * @param strategy the code of its strategy, {@code RR.SS}
 * @param title what is to be done
 * @param term its time class, where the programme gives one
 * @param executors the codes of the units that carry it out; empty where unknown
 * @param crossCutting whether it binds every public body
 */
public record HrpAction(
        String code,
        int sequence,
        String rightCode,
        String strategy,
        String title,
        @Nullable Term term,
        List<String> executors,
        boolean crossCutting)
        implements Serializable {

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if the sequence is below 1
     */
    public HrpAction {
        if (sequence < 1) {
            throw new IllegalArgumentException("Action " + code + " has the number " + sequence
                    + ".\nMaybe its column is shifted: the numbers of a programme begin at 1.");
        }
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(rightCode, "rightCode");
        Objects.requireNonNull(strategy, "strategy");
        Objects.requireNonNull(title, "title");
        executors = List.copyOf(Objects.requireNonNull(executors, "executors"));
    }

    /** The time class of an action. The programme's calendar meaning of each class is not published in our sources. */
    public enum Term {
        /** Short term (corto plazo). */
        SHORT,
        /** Medium term (mediano plazo). */
        MEDIUM,
        /** Long term (largo plazo). */
        LONG,
        /** To be carried out all the time (permanente). */
        PERMANENT
    }
}
