package org.hrbudget.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.hrbudget.model.internal.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * A physical goal of the annual operating programme (meta física): how much of what a unit means to deliver. A text or number is
 * {@code null} where it is left out or blank.
 *
 * <p>Quantities are exact decimals in the goal's own unit of measure; zeros that say nothing are dropped, so that {@code 12.50}
 * equals {@code 12.5}.
 *
 * @param position where it is in what was read
 * @param fiscalYear the fiscal year it is of
 * @param unitCode the code of the unit that filed it
 * @param activity the institutional activity it belongs to
 * @param name what is delivered
 * @param unitOfMeasure what it is counted in, such as {@code persona}
 * @param quantity how much, for the whole year
 * @param months how much in each month, January first; twelve places, {@code null} where a month is left out
 */
public record PhysicalGoal(
        Position position,
        FiscalYear fiscalYear,
        String unitCode,
        @Nullable String activity,
        @Nullable String name,
        @Nullable String unitOfMeasure,
        @Nullable BigDecimal quantity,
        List<@Nullable BigDecimal> months)
        implements UnitRecord {

    /** The months of a year. */
    public static final int MONTHS = 12;

    /** The months of a goal that gives none. */
    public static final List<@Nullable BigDecimal> NO_MONTHS =
            Collections.unmodifiableList(Arrays.asList(new @Nullable BigDecimal[MONTHS]));

    /**
     * Takes blanks away and copies the list.
     *
     * @throws IllegalArgumentException if the unit is blank, or there are not twelve months
     */
    public PhysicalGoal {
        unitCode = UnitCode.of(unitCode, fiscalYear, position);
        activity = Spelling.orNull(activity);
        name = Spelling.orNull(name);
        unitOfMeasure = Spelling.orNull(unitOfMeasure);
        quantity = plain(quantity);
        if (Objects.requireNonNull(months, "months").size() != MONTHS) {
            throw new IllegalArgumentException("The goal of " + position + " has " + months.size()
                    + " months.\nMaybe give twelve, null for those without a value.");
        }
        List<@Nullable BigDecimal> copy = new ArrayList<>(MONTHS);
        months.forEach(month -> copy.add(plain(month)));
        months = Collections.unmodifiableList(copy);
    }

    /** {@return how many months are given} */
    public int monthsGiven() {
        return (int) months.stream().filter(Objects::nonNull).count();
    }

    /** {@return the sum of the twelve months, or {@code null} where one of them is not given} */
    public @Nullable BigDecimal monthsTotal() {
        BigDecimal total = BigDecimal.ZERO;
        for (BigDecimal month : months) {
            if (month == null) {
                return null;
            }
            total = total.add(month);
        }
        return plain(total);
    }

    /** One goal of a name for each activity of a unit. */
    @Override
    public List<@Nullable String> key() {
        return name == null ? List.of() : Arrays.asList(activity, name);
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        if (number == null) {
            return null;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
