package org.hrbudget.summary.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.Position;
import org.hrbudget.model.ResultStructure;
import org.hrbudget.model.SpendingLine;
import org.junit.jupiter.api.Test;

class UnitPortionsTest {

    private static SpendingLine line(long row, String unit, String activity, String programme) {
        return SpendingLine.builder()
                .position(new Position("test", row))
                .unit(unit == null ? null : new BudgetUnit(unit, null, null))
                .resultStructure(new ResultStructure(null, null, activity))
                .programmeCode(programme)
                .build();
    }

    private static String pick(Random random, String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    @Property(tries = 100)
    void linesAddUpHoweverTheyAreSplit(@ForAll long seed) {
        Random random = new Random(seed);
        List<UnitPortions> parts = List.of(new UnitPortions(), new UnitPortions(), new UnitPortions());
        TreeMap<String, BigDecimal> recount = new TreeMap<>();
        for (int row = 1; row <= 60; row++) {
            String unit = pick(random, "11CD01", "12CD01", null);
            String activity = pick(random, "1", "2", null);
            String programme = pick(random, "E001", null);
            BigDecimal amount = random.nextBoolean() ? null : new BigDecimal(random.nextInt(1000)).movePointLeft(2);
            parts.get(random.nextInt(3)).add(line(row, unit, activity, programme), amount);
            for (String code : new ArrayList<>(List.of("ACTIVITY " + activity, "PROGRAMME " + programme))) {
                if (unit != null && !code.endsWith("null")) {
                    String key = unit + " " + code;
                    BigDecimal before = recount.getOrDefault(key, BigDecimal.ZERO);
                    // Of a line without money nobody knows what the lines come to.
                    recount.put(key, amount == null || before == null ? null : before.add(amount));
                }
            }
        }

        UnitPortions all = new UnitPortions();
        List<UnitPortions> shuffled = new ArrayList<>(parts);
        java.util.Collections.shuffle(shuffled, random);
        shuffled.forEach(all::merge);

        TreeMap<String, BigDecimal> found = new TreeMap<>();
        all.portions().forEach((key, own) -> found.put(key.unit() + " " + key.by() + " " + key.code(), own.amount()));
        assertThat(found.keySet()).isEqualTo(recount.keySet());
        found.forEach((key, amount) -> assertThat(amount)
                .as(key)
                .usingComparator(Comparator.nullsFirst(Comparator.naturalOrder()))
                .isEqualTo(recount.get(key)));
    }

    @Test
    void moreThanAreToldApartAreNone() {
        UnitPortions one = new UnitPortions();
        for (int row = 0; row < UnitPortions.MOST; row++) {
            one.add(line(row + 1, "11CD01", "a" + row, null), null);
        }
        assertThat(one.tooMany()).isFalse();
        UnitPortions other = new UnitPortions();
        other.add(line(1, "11CD01", "one more", null), null);

        UnitPortions both = new UnitPortions();
        both.merge(other);
        both.merge(one);
        one.merge(other);

        assertThat(List.of(one.tooMany(), both.tooMany())).containsOnly(true);
        assertThat(one.portions()).isEmpty();
        assertThat(both.portions()).isEmpty();
    }
}
