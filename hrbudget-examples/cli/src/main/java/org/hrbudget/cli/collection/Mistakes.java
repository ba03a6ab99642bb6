package org.hrbudget.cli.collection;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hrbudget.validation.LedgerEntry;

/** The mistakes that units make, brought together by rule: what many make may be a fault of the template or its guide. */
public final class Mistakes {

    private Mistakes() {}

    /**
     * That a unit makes a mistake.
     *
     * @param unit the unit's code
     * @param entry what the rule did
     */
    public record Made(String unit, LedgerEntry entry) {}

    /** {@return the mistakes of a unit} */
    public static List<Made> of(Roster.Unit unit, List<LedgerEntry> ledger) {
        return ledger.stream()
                .filter(entry -> entry.violated() > 0)
                .map(entry -> new Made(unit.code(), entry))
                .toList();
    }

    /**
     * {@return the mistakes that at least two units make, those of the most units first}
     *
     * @param ofUnits the mistakes of each unit
     * @param locale the language of their titles
     */
    public static List<Board.SharedMistake> shared(List<List<Made>> ofUnits, Locale locale) {
        Map<List<String>, List<Made>> byRule = new LinkedHashMap<>();
        ofUnits.forEach(unit -> unit.forEach(made -> byRule.computeIfAbsent(
                        List.of(made.entry().pack(), made.entry().rule().id()), rule -> new ArrayList<>())
                .add(made)));
        return byRule.values().stream()
                .filter(made -> made.size() > 1)
                .map(made -> together(made, locale))
                .sorted(Comparator.comparing(
                                (Board.SharedMistake one) -> one.units().size())
                        .reversed()
                        .thenComparing(Board.SharedMistake::severity)
                        .thenComparing(Board.SharedMistake::ruleId)
                        .thenComparing(Board.SharedMistake::pack))
                .toList();
    }

    private static Board.SharedMistake together(List<Made> made, Locale locale) {
        LedgerEntry first = made.get(0).entry();
        BigDecimal stake = new BigDecimal("0.00");
        for (Made one : made) {
            BigDecimal more = one.entry().stake();
            stake = more == null ? stake : stake.add(more);
        }
        return new Board.SharedMistake(
                first.pack(),
                first.rule().id(),
                first.rule().severity(),
                first.rule().title().in(locale),
                made.stream().map(Made::unit).toList(),
                made.stream().mapToLong(one -> one.entry().violated()).sum(),
                stake.toPlainString());
    }
}
