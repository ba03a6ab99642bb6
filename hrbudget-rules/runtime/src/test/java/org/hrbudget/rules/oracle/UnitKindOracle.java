package org.hrbudget.rules.oracle;

import static org.hrbudget.rules.oracle.Standing.UNKNOWN;
import static org.hrbudget.rules.oracle.Standing.defectIf;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.DataItem;
import org.jspecify.annotations.Nullable;

/** Which kinds of units the law of Mexico City knows, however they are written. */
final class UnitKindOracle {

    /** Whom the budget law of 2010 binds, without accents. */
    private static final Set<String> UNIT_KINDS = Set.of(
            "dependencia",
            "dependencias",
            "delegacion",
            "delegaciones",
            "organo desconcentrado",
            "organos desconcentrados",
            "entidad",
            "entidades",
            "organo autonomo",
            "organos autonomos",
            "organo de gobierno",
            "organos de gobierno");

    private UnitKindOracle() {}

    static RuleOracle unitKindUnknown() {
        return RuleOracle.ofLine("unit-kind-unknown", List.of(DataItem.UNIT_KIND), (situation, line) -> {
            String kind = line.unit() == null ? null : line.unit().kind();
            return kind == null ? UNKNOWN : defectIf(!isUnitKind(line.unit()));
        });
    }

    /** {@return whether a unit states a kind, and it is one of these however it was written} */
    static boolean isUnitKind(@Nullable BudgetUnit unit) {
        return unit != null && unit.kind() != null && UNIT_KINDS.contains(kind(unit.kind()));
    }

    /** {@return a kind of unit however it was written} */
    static String kind(String written) {
        return withoutAccents(written).strip().replaceAll(" +", " ");
    }

    static String withoutAccents(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
    }
}
