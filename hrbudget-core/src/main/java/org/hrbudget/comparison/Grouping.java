package org.hrbudget.comparison;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.hrbudget.comparison.BudgetComparison.Dimension;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.HrpAction;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.summary.internal.Attribution;
import org.hrbudget.summary.internal.KeyFingerprint;
import org.jspecify.annotations.Nullable;

/** Puts the money of lines under the groups of each dimension, and notes under which groups each line was. For one thread. */
final class Grouping {

    private static final Pattern OBJECT = Pattern.compile("[1-9][0-9]{3,}");
    private static final String OF_CHAPTER = "000";

    /** Of all dimensions, by their numbers. */
    private final List<Group> all = new ArrayList<>();

    private final Map<Dimension, Groups> groups = new EnumMap<>(Dimension.class);
    private final @Nullable HumanRightsProgramme programme;
    private final Successions successions;
    private final LineTrail trail;
    private final KeyFingerprint fingerprint = new KeyFingerprint();
    private final long[] linksToNoAction = new long[2];

    Grouping(
            Set<Dimension> dimensions,
            @Nullable HumanRightsProgramme programme,
            Successions successions,
            int mostFollowed) {
        dimensions.forEach(dimension -> groups.put(dimension, new Groups(all)));
        this.programme = programme;
        this.successions = successions;
        this.trail = new LineTrail(mostFollowed);
    }

    Map<Dimension, Groups> groups() {
        return groups;
    }

    Successions successions() {
        return successions;
    }

    LineTrail trail() {
        return trail;
    }

    /** {@return the links of a side that name no action of the programme} */
    long linksToNoAction(int side) {
        return linksToNoAction[side];
    }

    void take(SpendingLine line, BigDecimal amount, int side) {
        BudgetUnit unit = line.unit();
        String unitCode = unit == null ? null : successions.of(unit.code());
        Groups units = groups.get(Dimension.UNIT);
        if (units != null) {
            Group group = unitCode == null ? units.none() : units.of(unitCode);
            if (unit != null && unit.code().equals(unitCode)) {
                group.name(unit.name(), side);
            }
            group.add(amount, side);
            takeKey(line, null, line.objectCode(), Dimension.UNIT);
            note(group, amount, side);
        }
        Groups chapters = groups.get(Dimension.CHAPTER);
        if (chapters != null) {
            String object = line.objectCode();
            Group group = object == null || !OBJECT.matcher(object).matches()
                    ? chapters.none()
                    : chapters.of(object.charAt(0) + OF_CHAPTER);
            group.add(amount, side);
            takeKey(line, unitCode, null, Dimension.CHAPTER);
            note(group, amount, side);
        }
        if (groups.containsKey(Dimension.ACTION) || groups.containsKey(Dimension.RIGHT)) {
            Map<String, BigDecimal> actions = actions(line, amount, side);
            attribute(line, unitCode, actions, amount, Dimension.ACTION, side);
            attribute(line, unitCode, rights(actions), amount, Dimension.RIGHT, side);
        }
    }

    /** {@return what the line gives to each action, held between nothing and the whole line} */
    private Map<String, BigDecimal> actions(SpendingLine line, BigDecimal amount, int side) {
        if (line.links().isEmpty()) {
            return Map.of();
        }
        Map<String, BigDecimal> claimed = new LinkedHashMap<>();
        for (ActionLink link : line.links()) {
            String code = programme == null
                    ? link.label()
                    : programme.action(link).map(HrpAction::code).orElse(null);
            if (code == null) {
                linksToNoAction[side]++;
            } else {
                claimed.merge(code, Attribution.of(link, amount), BigDecimal::add);
            }
        }
        claimed.replaceAll((code, claim) -> Attribution.within(claim, amount));
        return claimed;
    }

    private Map<String, BigDecimal> rights(Map<String, BigDecimal> actions) {
        Map<String, BigDecimal> rights = new TreeMap<>();
        HumanRightsProgramme known = programme;
        if (known != null) {
            actions.forEach((code, amount) ->
                    known.action(code).ifPresent(action -> rights.merge(action.rightCode(), amount, BigDecimal::add)));
        }
        return rights;
    }

    private void attribute(
            SpendingLine line,
            @Nullable String unitCode,
            Map<String, BigDecimal> shares,
            BigDecimal amount,
            Dimension dimension,
            int side) {
        Groups own = groups.get(dimension);
        if (own == null) {
            return;
        }
        takeKey(line, unitCode, line.objectCode(), dimension);
        BigDecimal given = Side.ZERO;
        for (Map.Entry<String, BigDecimal> share : shares.entrySet()) {
            Group group = own.of(share.getKey());
            group.add(share.getValue(), side);
            note(group, share.getValue(), side);
            given = given.add(share.getValue());
        }
        BigDecimal attributed = Attribution.within(given, amount);
        BigDecimal rest = amount.subtract(attributed);
        if (shares.isEmpty() || rest.signum() != 0) {
            own.none().add(rest, side);
            note(own.none(), rest, side);
        }
        if (given.compareTo(attributed) != 0) {
            own.overlap().add(attributed.subtract(given), side);
        }
    }

    /**
     * Takes what a line is known by in both years: without its year, its identifier and the columns the library has no word for, which
     * publishers write anew each year, and without what the groups are made by.
     */
    private void takeKey(
            SpendingLine line, @Nullable String unitCode, @Nullable String objectCode, Dimension dimension) {
        fingerprint.take(SpendingLine.builder()
                .unit(unitCode == null ? null : new BudgetUnit(unitCode, null, null))
                .functionalCode(line.functionalCode())
                .programmeCode(line.programmeCode())
                .objectCode(objectCode)
                .fundingSource(line.fundingSource())
                .spendingType(line.spendingType())
                .resultStructure(line.resultStructure())
                .identifierDigit(line.identifierDigit())
                .id(dimension.name())
                .build());
    }

    private void note(Group group, BigDecimal amount, int side) {
        trail.take(fingerprint.high(), fingerprint.low(), group.number(), amount, side);
    }

    /** Hands what lines carried from one group to another to these two, in the prices of the later year. */
    void settle(Prices prices) {
        trail.moves((from, to, before, after) -> {
            BigDecimal left = prices.later(before, Side.BEFORE);
            BigDecimal joined = prices.later(after, Side.AFTER);
            if (left.signum() == joined.signum()) {
                BigDecimal moved = left.signum() < 0 ? left.max(joined) : left.min(joined);
                all.get(from).move(moved.negate());
                all.get(to).move(moved);
            }
        });
    }
}
