package org.hrbudget.io;

import java.io.Serializable;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.Position;
import org.jspecify.annotations.Nullable;

/**
 * A row that could not become a spending line.
 *
 * @param position its file and row
 * @param column the heading of the column at fault, or {@code null} where the whole row is
 * @param value the offending text, at most 80 characters of it, or {@code null} where there is none
 * @param reason what is wrong and what to do
 */
public record RejectedRow(
        Position position,
        @Nullable String column,
        @Nullable String value,
        Bilingual reason) implements Serializable {}
