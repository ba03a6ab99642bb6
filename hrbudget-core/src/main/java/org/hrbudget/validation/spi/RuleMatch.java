package org.hrbudget.validation.spi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hrbudget.summary.Fact;
import org.jspecify.annotations.Nullable;

/**
 * A defect found by a rule.
 *
 * @param ruleId the rule
 * @param subject the fact that is at fault
 * @param focus the property of the subject that is at fault, at whose column the finding points; {@code null} where none is
 * @param bindings the values the rule names, by name without the dollar sign
 */
public record RuleMatch(
        String ruleId, Fact subject, @Nullable String focus, Map<String, @Nullable Object> bindings) {

    /** Copies the map, which may hold nulls. */
    public RuleMatch {
        bindings = bindings.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(bindings));
    }
}
