package org.hrbudget.summary;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.HrpAction;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.model.internal.Spelling;
import org.hrbudget.summary.internal.Attribution;
import org.jspecify.annotations.Nullable;

/** What one line gives to the actions of the programme. For one thread. */
final class LineShares {

    /** A line has a few links, and going through those is faster than a map; one with more of them gets a map. */
    private static final int FEW = 16;

    private static final String[] NO_CODES = {};
    private static final BigDecimal[] NO_AMOUNTS = {};

    private final BigDecimal amount;
    private final int links;
    private final boolean reason;
    private final boolean reasonOfOneWord;
    private String[] codes = NO_CODES;
    private BigDecimal[] amounts = NO_AMOUNTS;
    private String[] rights = NO_CODES;
    private int actions;

    private LineShares(BigDecimal amount, int links, boolean reason, boolean reasonOfOneWord) {
        this.amount = amount;
        this.links = links;
        this.reason = reason;
        this.reasonOfOneWord = reasonOfOneWord;
    }

    static LineShares of(SpendingLine line, @Nullable BigDecimal money, @Nullable HumanRightsProgramme programme) {
        BigDecimal amount = money == null ? StageSums.ZERO : money;
        List<ActionLink> links = line.links();
        String reason = links.isEmpty() ? line.noActionReason() : null;
        LineShares shares =
                new LineShares(amount, links.size(), reason != null, reason != null && Spelling.isOneWord(reason));
        if (programme != null && !links.isEmpty()) {
            shares.codes = new String[links.size()];
            shares.amounts = new BigDecimal[links.size()];
            shares.rights = new String[links.size()];
            shares.claim(links, programme);
            for (int i = 0; i < shares.actions; i++) {
                shares.amounts[i] = Attribution.within(shares.amounts[i], amount);
            }
        }
        return shares;
    }

    /** {@return the line's money, zero where it gives none} */
    BigDecimal amount() {
        return amount;
    }

    /** {@return its links, valid or not} */
    int links() {
        return links;
    }

    /** {@return whether it names no action, and says why} */
    boolean hasReason() {
        return reason;
    }

    /** {@return whether it names no action, and its reason for that is a single word} */
    boolean hasReasonOfOneWord() {
        return reasonOfOneWord;
    }

    boolean isLinked() {
        return actions > 0;
    }

    /** Hands over the code of each action of the programme that the line links, and its money, see {@link Attribution#within}. */
    void forEach(BiConsumer<String, BigDecimal> consumer) {
        for (int i = 0; i < actions; i++) {
            consumer.accept(codes[i], amounts[i]);
        }
    }

    /** Hands over the code of each right or group that the line links an action of, once. */
    void forEachRight(Consumer<String> consumer) {
        if (actions > FEW) {
            new TreeSet<>(Arrays.asList(rights).subList(0, actions)).forEach(consumer);
            return;
        }
        for (int i = 0; i < actions; i++) {
            if (place(rights, rights[i]) == i) {
                consumer.accept(rights[i]);
            }
        }
    }

    BigDecimal attributedAmount() {
        return Attribution.within(givenAmount(), amount);
    }

    /** {@return whether its actions together are given another amount than can be attributed to them: the line counts anew} */
    boolean overlaps() {
        return actions > 1 && givenAmount().compareTo(attributedAmount()) != 0;
    }

    private BigDecimal givenAmount() {
        BigDecimal sum = StageSums.ZERO;
        for (int i = 0; i < actions; i++) {
            sum = sum.add(amounts[i]);
        }
        return sum;
    }

    private void claim(List<ActionLink> all, HumanRightsProgramme programme) {
        Map<String, Integer> places = all.size() > FEW ? new HashMap<>() : null;
        for (ActionLink link : all) {
            HrpAction action = programme.action(link).orElse(null);
            if (action != null) {
                String code = action.code();
                BigDecimal claimed = Attribution.of(link, amount);
                int place = places == null ? place(codes, code) : places.computeIfAbsent(code, first -> actions);
                if (place == actions) {
                    codes[place] = code;
                    rights[place] = action.rightCode();
                    amounts[place] = claimed;
                    actions++;
                } else {
                    amounts[place] = amounts[place].add(claimed);
                }
            }
        }
    }

    private int place(String[] all, String code) {
        int place = 0;
        while (place < actions && !all[place].equals(code)) {
            place++;
        }
        return place;
    }
}
