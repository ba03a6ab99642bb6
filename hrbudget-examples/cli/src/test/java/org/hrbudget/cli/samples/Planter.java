package org.hrbudget.cli.samples;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.SpendingLine;

/** Changes lines, each at most once, and notes what must be found on them. */
final class Planter {

    private static final int HEADER_ROWS = 1;

    private final List<SpendingLine> lines;
    private final List<Integer> order;
    private final Set<Integer> used = new HashSet<>();
    private final List<PlantedDefect> planted = new ArrayList<>();

    /**
     * @param lines the lines, which are changed
     * @param untouched the index of a line to leave alone
     * @param random the order in which lines are taken
     */
    Planter(List<SpendingLine> lines, int untouched, Random random) {
        this.lines = lines;
        this.order = new ArrayList<>(IntStream.range(0, lines.size()).boxed().toList());
        Collections.shuffle(order, random);
        used.add(untouched);
    }

    /** {@return the lines as they are now} */
    List<SpendingLine> lines() {
        return lines;
    }

    /** {@return what has been noted} */
    List<PlantedDefect> planted() {
        return planted;
    }

    void note(PlantedDefect defect) {
        planted.add(defect);
    }

    /** Adds a line at the end, so that the rows of all others stay, and answers with its index. */
    int append(SpendingLine line) {
        lines.add(line);
        used.add(lines.size() - 1);
        return lines.size() - 1;
    }

    /** Changes a line, and lets no other defect be planted on it. */
    void take(int index, UnaryOperator<SpendingLine> edit) {
        used.add(index);
        change(index, edit);
    }

    /** Changes a line right up to a limit, of which nothing must come. */
    void silent(Predicate<SpendingLine> where, UnaryOperator<SpendingLine> edit) {
        change(choose(where), edit);
    }

    int plant(String rule, String reason, Predicate<SpendingLine> where, UnaryOperator<SpendingLine> edit) {
        int index = choose(where);
        change(index, edit);
        note(index, rule, reason);
        return index;
    }

    int choose(Predicate<SpendingLine> where) {
        for (int index : order) {
            if (!used.contains(index) && where.test(lines.get(index))) {
                used.add(index);
                return index;
            }
        }
        throw new IllegalStateException("No line is left that could carry the defect.\nMaybe another seed has one.");
    }

    private void change(int index, UnaryOperator<SpendingLine> edit) {
        lines.set(index, edit.apply(lines.get(index)));
    }

    void note(int index, String rule, String reason) {
        BudgetUnit unit = lines.get(index).unit();
        planted.add(new PlantedDefect(rule, row(index), unit == null ? "" : unit.code(), "", reason));
    }

    static String row(int index) {
        return Integer.toString(index + 1 + HEADER_ROWS);
    }
}
