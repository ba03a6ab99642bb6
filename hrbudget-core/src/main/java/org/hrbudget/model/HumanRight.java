package org.hrbudget.model;

import java.io.Serializable;

/**
 * A chapter of the human-rights programme: a right, or a population group whose rights it gathers.
 *
 * @param code the two digits that open the codes of its actions
 * @param group whether the chapter is a population group
 * @param nameEs the name in Spanish, as published
 * @param nameEn the name in English
 */
public record HumanRight(String code, boolean group, String nameEs, String nameEn) implements Serializable {}
