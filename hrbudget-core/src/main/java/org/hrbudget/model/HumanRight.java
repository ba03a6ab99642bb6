package org.hrbudget.model;

import java.io.Serializable;
import java.util.Objects;

/**
 * A chapter of the human-rights programme: a right, or a population group whose rights it gathers.
 *
 * @param code the two digits that open the codes of its actions
 * @param group whether the chapter is a population group
 * @param nameEs the name in Spanish, as published
 * @param nameEn the name in English
 */
public record HumanRight(String code, boolean group, String nameEs, String nameEn) implements Serializable {

    /** Refuses {@code null}. */
    public HumanRight {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(nameEs, "nameEs");
        Objects.requireNonNull(nameEn, "nameEn");
    }
}
