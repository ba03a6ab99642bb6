package org.hrbudget.desk;

import java.util.List;
import java.util.Locale;

/** Something that whoever runs the desk does at its machine, and then it ends. */
public interface Command {

    /** {@return its name and its argument, as in {@code backup FILE}} */
    String usage();

    /**
     * Carries it out.
     *
     * @param argument its argument
     * @param locale the language of what it says
     * @return what was done
     * @throws org.hrbudget.desk.judging.Refused if nothing was
     */
    String run(String argument, Locale locale);

    /** {@return whether words ask for it} */
    default boolean isMeant(List<String> given) {
        return given.size() == 2 && given.get(0).equals(usage().substring(0, usage().indexOf(' ')));
    }
}
