package org.hrbudget.comparison;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The money of both sides under one code, while it is added up. */
final class Group {

    private final int number;
    private final ComparisonDocument.GroupKind kind;
    private final String code;
    private final BigDecimal[] money = {Side.ZERO, Side.ZERO};
    private final long[] lines = new long[2];
    private final @Nullable String[] names = new String[2];
    private BigDecimal moved = Side.ZERO;

    Group(int number, ComparisonDocument.GroupKind kind, String code) {
        this.number = number;
        this.kind = kind;
        this.code = code;
    }

    void add(BigDecimal amount, int side) {
        money[side] = money[side].add(amount);
        lines[side]++;
    }

    /** The first name of a side is kept. */
    void name(@Nullable String name, int side) {
        if (names[side] == null) {
            names[side] = name;
        }
    }

    void move(BigDecimal amount) {
        moved = moved.add(amount);
    }

    int number() {
        return number;
    }

    ComparisonDocument.GroupKind kind() {
        return kind;
    }

    String code() {
        return code;
    }

    BigDecimal money(int side) {
        return money[side];
    }

    long lines(int side) {
        return lines[side];
    }

    /** {@return its name, that of the side after before that of the other} */
    @Nullable
    String name() {
        return names[Side.AFTER] != null ? names[Side.AFTER] : names[Side.BEFORE];
    }

    /** {@return what came to it from other groups, in the prices of the later year} */
    BigDecimal moved() {
        return moved;
    }
}
