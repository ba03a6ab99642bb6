package org.hrbudget.model;

import java.io.Serial;
import java.io.Serializable;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A human-rights programme: its rights, its population groups and its actions. Immutable and serialisable; actions are found by
 * code and by sequence in constant time.
 */
public final class HumanRightsProgramme implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    /** What is written in its place: the maps are made anew where it is read. */
    private record Written(String name, List<HumanRight> chapters, List<HrpAction> actions) implements Serializable {

        private Object readResolve() {
            return of(name, chapters, actions);
        }
    }

    private final transient String name;
    private final transient Map<String, HumanRight> chapters;
    private final transient Map<String, HrpAction> byCode;
    private final transient Map<Integer, HrpAction> bySequence;
    private final transient RightNames names;

    private HumanRightsProgramme(String name, Collection<HumanRight> chapters, Collection<HrpAction> actions) {
        this.name = name;
        Map<String, HumanRight> rights = new LinkedHashMap<>();
        for (HumanRight right : chapters) {
            unique(rights.put(right.code(), right), "right or group", right.code());
        }
        Map<String, HrpAction> codes = new LinkedHashMap<>();
        Map<Integer, HrpAction> sequences = new HashMap<>();
        for (HrpAction action : actions) {
            unique(codes.put(action.code(), action), "action", action.code());
            unique(sequences.put(action.sequence(), action), "action number", Integer.toString(action.sequence()));
            if (!rights.containsKey(action.rightCode())) {
                throw new IllegalArgumentException("Action " + action.code() + " belongs to right " + action.rightCode()
                        + ", which the programme does not list.\nMaybe add the right, or correct the action's code.");
            }
        }
        this.chapters = Collections.unmodifiableMap(rights);
        this.names = new RightNames(rights.values());
        this.byCode = Collections.unmodifiableMap(codes);
        this.bySequence = Collections.unmodifiableMap(sequences);
    }

    /**
     * {@return a programme of these chapters and actions}
     *
     * @param name the programme's name
     * @param chapters its rights and population groups, in its order
     * @param actions its actions, in its order
     * @throws IllegalArgumentException if a code or a number appears twice, or an action belongs to no listed chapter
     */
    public static HumanRightsProgramme of(String name, Collection<HumanRight> chapters, Collection<HrpAction> actions) {
        return new HumanRightsProgramme(name, chapters, actions);
    }

    private Object writeReplace() {
        return new Written(name, List.copyOf(chapters.values()), List.copyOf(byCode.values()));
    }

    /** {@return the programme's name} */
    public String name() {
        return name;
    }

    /** {@return the rights, without the population groups, in the programme's order} */
    public List<HumanRight> rights() {
        return chapters.values().stream().filter(chapter -> !chapter.group()).toList();
    }

    /** {@return the population groups, in the programme's order} */
    public List<HumanRight> groups() {
        return chapters.values().stream().filter(HumanRight::group).toList();
    }

    /** {@return rights and groups together, in the programme's order} */
    public Collection<HumanRight> chapters() {
        return chapters.values();
    }

    /** {@return the actions, in the programme's order} */
    public Collection<HrpAction> actions() {
        return byCode.values();
    }

    /**
     * {@return the chapter of this code, if there is one}
     *
     * @param code two digits
     */
    public Optional<HumanRight> chapter(String code) {
        return Optional.ofNullable(chapters.get(code));
    }

    /**
     * {@return the action of this code, if there is one}
     *
     * @param code such as {@code 01.01.06}
     */
    public Optional<HrpAction> action(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /**
     * {@return the action of this number, if there is one}
     *
     * @param sequence from 1
     */
    public Optional<HrpAction> action(int sequence) {
        return Optional.ofNullable(bySequence.get(sequence));
    }

    /**
     * {@return the action a link names: by its code where it gives one, else by its number}
     *
     * @param link the link
     */
    public Optional<HrpAction> action(ActionLink link) {
        String code = link.actionCode();
        Integer sequence = link.sequence();
        return code != null ? action(code) : sequence != null ? action(sequence.intValue()) : Optional.empty();
    }

    /**
     * {@return the action that a link which names none must have been meant to name: by its code with lost zeros and wrong signs
     * put right, else by the number beside the code, else by the only code that one slip of the hand makes the one written; empty
     * where nothing tells}
     *
     * @param link the link
     */
    public Optional<HrpAction> nearest(ActionLink link) {
        String written = link.actionCode();
        Integer sequence = link.sequence();
        if (written == null) {
            return Optional.empty();
        }
        String code = ActionCode.spelledOut(written);
        Optional<HrpAction> meant = code == null ? Optional.empty() : action(code);
        if (meant.isEmpty() && sequence != null) {
            meant = action(sequence.intValue());
        }
        if (meant.isEmpty() && code != null) {
            List<String> known = ActionCode.slips(code).stream()
                    .filter(byCode::containsKey)
                    .distinct()
                    .toList();
            meant = known.size() == 1 ? action(known.get(0)) : Optional.empty();
        }
        return meant;
    }

    /**
     * {@return whether the text names this chapter: by its code, with or without the zero before it, or by its Spanish or English
     * name, whatever its case, accents and punctuation, with or without "derecho a la" before it}
     *
     * @param chapterCode the code of the chapter
     * @param text the text as written in a form
     */
    public boolean names(String chapterCode, String text) {
        return names.of(text).contains(chapterCode);
    }

    /**
     * {@return whether the text names any chapter, as {@link #names} understands it}
     *
     * @param text the text as written in a form
     */
    public boolean namesAny(String text) {
        return !names.of(text).isEmpty();
    }

    private static void unique(@Nullable Object previous, String what, String code) {
        if (previous != null) {
            throw new IllegalArgumentException("The programme has the " + what + " " + code
                    + " twice.\nMaybe two editions were put into one file.");
        }
    }
}
