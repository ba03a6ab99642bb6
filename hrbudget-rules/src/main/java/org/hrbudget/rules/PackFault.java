package org.hrbudget.rules;

/**
 * A fault in a file of a rule pack, in words for whoever wrote the file.
 *
 * @param file the file, such as {@code mx-cmx/2011.1/links.drl}
 * @param line the line, from 1; 0 where the fault is of the file as a whole
 * @param column the column, from 1; 0 where the fault is of the line or the file as a whole
 * @param text the text at fault; empty where something is missing
 * @param problem what is wrong
 * @param advice what to do
 */
public record PackFault(String file, int line, int column, String text, String problem, String advice) {

    /** {@return the place, then what is wrong, then on a line of its own what to do} */
    @Override
    public String toString() {
        String place = line == 0 ? file : column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
        return place + ": " + problem + "\n    " + advice;
    }
}
