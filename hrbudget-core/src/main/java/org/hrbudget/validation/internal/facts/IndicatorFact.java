package org.hrbudget.validation.internal.facts;

import java.util.Optional;
import org.hrbudget.model.PerformanceIndicator;
import org.hrbudget.validation.spi.Catalogues;
import org.jspecify.annotations.Nullable;

/**
 * An indicator of a unit as rules see it, under the name {@code UnitIndicator}.
 *
 * @param source the indicator as read
 * @param unitKnown whether the budget has a line of its unit
 * @param catalogues the code lists of the rule pack
 */
public record IndicatorFact(PerformanceIndicator source, boolean unitKnown, Catalogues catalogues)
        implements RecordFact {

    /** {@return the code of its unit} */
    @Override
    public String unitCode() {
        return source.unitCode();
    }

    /** {@return its name} */
    public @Nullable String name() {
        return source.name();
    }

    /** {@return what it tells} */
    public @Nullable String definition() {
        return source.definition();
    }

    /** {@return what it is counted in} */
    public @Nullable String unitOfMeasure() {
        return source.unitOfMeasure();
    }

    /** {@return how it is worked out} */
    public @Nullable String method() {
        return source.method();
    }

    /** {@return its dimension as written} */
    public @Nullable String dimension() {
        return source.dimension();
    }

    /** {@return what is compared of its dimension} */
    public @Nullable String dimensionKey() {
        String written = source.dimension();
        return written == null ? null : catalogues.key(Catalogues.CodeList.INDICATOR_DIMENSIONS, written);
    }

    /** {@return whether the catalogue has its dimension, whatever its case and accents} */
    public @Nullable Boolean dimensionKnown() {
        return catalogues.knows(Catalogues.CodeList.INDICATOR_DIMENSIONS, source.dimension());
    }

    /** {@return the dimension that must have been meant where the catalogue does not have it, if that can be told} */
    public Optional<String> dimensionMeant() {
        return catalogues.meant(Catalogues.CodeList.INDICATOR_DIMENSIONS, source.dimension());
    }

    /** {@return how often it is measured} */
    public @Nullable String frequency() {
        return source.frequency();
    }

    /** {@return the value to be reached, as written} */
    public @Nullable String target() {
        return source.target();
    }
}
