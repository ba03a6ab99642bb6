package org.hrbudget.rules.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hrbudget.model.Baseline.FundedAction;
import org.hrbudget.model.HrpAction;
import org.hrbudget.model.HumanRight;
import org.hrbudget.model.HumanRightsProgramme;

/** The names that units, rights and actions of an example have in one planting of it. */
final class Renaming {

    /** Examples as they stand. */
    static final Renaming NONE = new Renaming(Map.of(), Map.of(), Map.of());

    private static final int SEQUENCES_PER_COPY = 10_000;
    private static final int MOST_RIGHTS = 99;

    private final Map<String, String> units;
    private final Map<String, String> codes;
    private final Map<String, String> sequences;

    private Renaming(Map<String, String> units, Map<String, String> codes, Map<String, String> sequences) {
        this.units = units;
        this.codes = codes;
        this.sequences = sequences;
    }

    static Renaming ofUnits(Map<String, String> units) {
        return new Renaming(Map.copyOf(units), Map.of(), Map.of());
    }

    /**
     * {@return the names of a copy of the programme; none where it has no codes left for one more}
     *
     * @param programme the programme
     * @param named the actions that examples name, known or not: a copy must not make an unknown one known
     * @param copy the number of the copy, from 1
     */
    static Optional<Renaming> ofCopy(HumanRightsProgramme programme, Set<String> named, int copy) {
        List<String> free = free(programme, named);
        int chapters = programme.chapters().size();
        if (copy * chapters > free.size()) {
            return Optional.empty();
        }
        Iterator<String> next =
                free.subList((copy - 1) * chapters, copy * chapters).iterator();
        Map<String, String> codes = new HashMap<>();
        Map<String, String> sequences = new HashMap<>();
        for (HumanRight right : programme.chapters()) {
            codes.put(right.code(), next.next());
        }
        for (HrpAction action : programme.actions()) {
            String right = codes.getOrDefault(action.rightCode(), action.rightCode());
            codes.put(
                    action.code(),
                    right + action.code().substring(Math.min(2, action.code().length())));
            sequences.put(Integer.toString(action.sequence()), Integer.toString(sequence(action, copy)));
        }
        return Optional.of(new Renaming(Map.of(), codes, sequences));
    }

    /** {@return the codes of rights, two digits each, that nothing begins with} */
    private static List<String> free(HumanRightsProgramme programme, Set<String> named) {
        List<String> free = new ArrayList<>();
        for (int number = 1; number <= MOST_RIGHTS; number++) {
            String code = number < 10 ? "0" + number : Integer.toString(number);
            if (programme.chapter(code).isEmpty() && named.stream().noneMatch(action -> action.startsWith(code))) {
                free.add(code);
            }
        }
        return free;
    }

    private static int sequence(HrpAction action, int copy) {
        return action.sequence() + copy * SEQUENCES_PER_COPY;
    }

    /** {@return the rights of the copy} */
    List<HumanRight> rights(HumanRightsProgramme programme) {
        List<HumanRight> rights = new ArrayList<>();
        for (HumanRight right : programme.chapters()) {
            String code = code(right.code());
            rights.add(new HumanRight(code, right.group(), right.nameEs() + " " + code, right.nameEn() + " " + code));
        }
        return rights;
    }

    /** {@return the actions of the copy} */
    List<HrpAction> actions(HumanRightsProgramme programme) {
        List<HrpAction> actions = new ArrayList<>();
        for (HrpAction action : programme.actions()) {
            String code = code(action.code());
            actions.add(new HrpAction(
                    code,
                    Integer.parseInt(sequences.getOrDefault(Integer.toString(action.sequence()), "0")),
                    code(action.rightCode()),
                    code.substring(0, Math.min(5, code.length())),
                    action.title(),
                    action.term(),
                    action.executors(),
                    action.crossCutting()));
        }
        return actions;
    }

    FundedAction funded(FundedAction action) {
        return new FundedAction(code(action.actionCode()), action.amount(), action.dropReason());
    }

    String unit(String unit) {
        return units.getOrDefault(unit, unit);
    }

    String code(String code) {
        return codes.getOrDefault(code, code);
    }

    String cell(String column, String cell) {
        if (column.matches("action_[0-9]+(_right)?")) {
            return codes.getOrDefault(cell.strip(), cell);
        }
        return column.matches("action_[0-9]+_sequence") ? sequences.getOrDefault(cell.strip(), cell) : cell;
    }

    PlantedBudget.Defect.Place place(PlantedBudget.Defect.Place place, long firstRow) {
        return switch (place.kind()) {
            case ROW -> PlantedBudget.Defect.Place.row(firstRow + Long.parseLong(place.name()));
            case UNIT -> new PlantedBudget.Defect.Place(place.kind(), unit(place.name()));
            case CODE -> new PlantedBudget.Defect.Place(place.kind(), code(place.name()));
            case BUDGET -> place;
        };
    }

    /** {@return a place of this planting by the names of its example; none where it is not of this planting} */
    Optional<PlantedBudget.Defect.Place> back(PlantedBudget.Defect.Place place, long firstRow, int lines) {
        switch (place.kind()) {
            case ROW -> {
                long offset = Long.parseLong(place.name()) - firstRow;
                return offset < 0 || offset >= lines
                        ? Optional.empty()
                        : Optional.of(PlantedBudget.Defect.Place.row(offset));
            }
            case UNIT -> {
                return key(units, place.name()).map(name -> new PlantedBudget.Defect.Place(place.kind(), name));
            }
            case CODE -> {
                return key(codes, place.name()).map(name -> new PlantedBudget.Defect.Place(place.kind(), name));
            }
            default -> {
                return Optional.empty();
            }
        }
    }

    private static Optional<String> key(Map<String, String> names, String value) {
        return names.entrySet().stream()
                .filter(entry -> entry.getValue().equals(value))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
