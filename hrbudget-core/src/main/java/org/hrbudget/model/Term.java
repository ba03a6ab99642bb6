package org.hrbudget.model;

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
