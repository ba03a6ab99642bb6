package org.hrbudget.validation.internal.facts;

import java.util.Set;

/**
 * A code list of a pack, as its rules ask for it.
 *
 * @param code the name of the list
 * @param codes its codes; contains a code however it is written
 */
public record CodesFact(String code, Set<String> codes) {}
