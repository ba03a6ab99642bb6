package org.hrbudget.validation;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hrbudget.model.Position;
import org.jspecify.annotations.Nullable;

/**
 * The line a finding is about, as far as its reader needs it to recognise the line. Texts longer than {@value #LONGEST} characters
 * are cut there.
 *
 * @param position where it stands in the budget
 * @param id the publisher's identifier, where given
 * @param codes the parts of its budget key that are given, by the field's name in layouts, in the order of the key
 * @param others the first columns, 3 at most, that the library has no word for, such as its description, by
 *     heading, in the order of the file
 * @param amount its money: proposed in a draft, else approved; {@code null} where it has none
 */
public record FindingLine(
        Position position,
        @Nullable String id,
        Map<String, String> codes,
        Map<String, String> others,
        @Nullable BigDecimal amount)
        implements Serializable {

    /** Copies the maps and keeps their order. */
    public FindingLine {
        codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
        others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
    }
}
