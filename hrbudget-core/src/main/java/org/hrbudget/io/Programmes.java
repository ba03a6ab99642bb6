package org.hrbudget.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hrbudget.io.internal.CellProblem;
import org.hrbudget.io.internal.Excerpt;
import org.hrbudget.io.internal.JsonCursor;
import org.hrbudget.io.internal.ProgrammeColumns;
import org.hrbudget.io.internal.Row;
import org.hrbudget.io.internal.Texts;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.HrpAction;
import org.hrbudget.model.HumanRight;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.model.internal.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * Reads a human-rights programme.
 *
 * <p>As CSV in UTF-8, one row for each action, in the programme's order:
 * {@code code, sequence, right, right_es, right_en, group, strategy, title, term, executors, cross_cutting}. The columns
 * {@code right_es, right_en, group} repeat what holds for the right; {@code executors} are separated by {@code |};
 * {@code term} is {@code short}, {@code medium}, {@code long} or {@code permanent}; {@code group} and {@code cross_cutting} are
 * {@code yes} or {@code no}. Headings may be Spanish as well, such as {@code clave, número, título}. Needed are code, sequence and
 * title: without the others, right and strategy are the beginning of the code. The programme's name is the file's.
 *
 * <p>As JSON: {@code {"name": ..., "rights": [{"code", "group", "nameEs", "nameEn"}], "actions": [{"code", "sequence", "right",
 * "strategy", "title", "term", "executors": [...], "crossCutting"}]}}.
 *
 * <p>A file with one wrong row is refused as a whole: an action that is missing would make a right link look wrong.
 */
public final class Programmes {

    private Programmes() {}

    /**
     * {@return the programme in a file}
     *
     * @param file the file
     * @throws BudgetReadException if it cannot be read or one of its rows is wrong
     */
    public static HumanRightsProgramme read(Path file) {
        return read(Input.of(file));
    }

    /**
     * {@return the programme in an input}
     *
     * @param input the input
     * @throws BudgetReadException if it cannot be read or one of its rows is wrong
     */
    public static HumanRightsProgramme read(Input input) {
        return JsonFile.isJson(input) ? JsonFile.read(input, Programmes::read) : new Table(input).read();
    }

    private static Optional<HrpAction.Term> term(String text) {
        return switch (Spelling.folded(text)) {
            case "short", "corto", "corto plazo" -> Optional.of(HrpAction.Term.SHORT);
            case "medium", "mediano", "mediano plazo" -> Optional.of(HrpAction.Term.MEDIUM);
            case "long", "largo", "largo plazo" -> Optional.of(HrpAction.Term.LONG);
            case "permanent", "permanente" -> Optional.of(HrpAction.Term.PERMANENT);
            default -> Optional.empty();
        };
    }

    private static String beginning(String code, int parts) {
        String[] all = code.split("\\.", -1);
        return String.join(".", Arrays.copyOf(all, Math.min(parts, all.length)));
    }

    /** The actions read so far; each code and each number once. */
    private static final class Actions {

        private final Map<String, HrpAction> byCode = new LinkedHashMap<>();
        private final Map<Integer, HrpAction> bySequence = new HashMap<>();

        /** {@return why the action cannot be one of them; empty where it now is} */
        Optional<Bilingual> add(HrpAction action) {
            if (byCode.putIfAbsent(action.code(), action) != null) {
                return Optional.of(Texts.of("programme.code-twice", "code", Excerpt.of(action.code())));
            }
            HrpAction first = bySequence.putIfAbsent(action.sequence(), action);
            return first == null
                    ? Optional.empty()
                    : Optional.of(Texts.of(
                            "programme.number-twice",
                            "number",
                            Integer.toString(action.sequence()),
                            "first",
                            Excerpt.of(first.code()),
                            "second",
                            Excerpt.of(action.code())));
        }

        boolean isEmpty() {
            return byCode.isEmpty();
        }

        Collection<HrpAction> all() {
            return byCode.values();
        }
    }

    private static final class Table {

        private final Input input;
        private final Map<String, HumanRight> rights = new LinkedHashMap<>();
        private final Actions actions = new Actions();

        Table(Input input) {
            this.input = input;
        }

        HumanRightsProgramme read() {
            try (ReferenceTable table = ReferenceTable.open(
                    input, ReadLimits.DEFAULT, ProgrammeColumns.HEADINGS, List.of("code", "sequence", "title"))) {
                table.each(row -> take(table, row));
            } catch (IOException e) {
                throw new BudgetReadException(
                        Texts.of("file.unreadable", "file", input.name(), "reason", String.valueOf(e.getMessage())), e);
            }
            if (actions.isEmpty()) {
                throw new BudgetReadException(Texts.of("table.no-rows", "file", input.name()), null);
            }
            return HumanRightsProgramme.of(input.name(), rights.values(), actions.all());
        }

        private void take(ReferenceTable table, Row row) throws CellProblem {
            String code = table.needed(row, "code");
            String right = or(table.text(row, "right"), beginning(code, 1));
            String nameEs = or(table.text(row, "right_es"), right);
            HumanRight chapter =
                    new HumanRight(right, flag(table, row, "group"), nameEs, or(table.text(row, "right_en"), nameEs));
            HumanRight before = rights.putIfAbsent(right, chapter);
            if (before != null && !before.equals(chapter)) {
                throw new CellProblem(
                        table.heading("right"), right, Texts.of("programme.right-differs", "right", right));
            }
            Optional<Bilingual> fault = actions.add(new HrpAction(
                    code,
                    sequence(table, row),
                    right,
                    or(table.text(row, "strategy"), beginning(code, 2)),
                    table.needed(row, "title"),
                    term(table, row),
                    executors(table.text(row, "executors")),
                    flag(table, row, "cross_cutting")));
            if (fault.isPresent()) {
                throw new CellProblem(null, null, fault.get());
            }
        }

        private static String or(@Nullable String text, String otherwise) {
            return text == null ? otherwise : text;
        }

        private static int sequence(ReferenceTable table, Row row) throws CellProblem {
            String text = table.needed(row, "sequence");
            if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) == 0) {
                throw new CellProblem(
                        table.heading("sequence"), text, Texts.of("link.sequence", "value", Excerpt.of(text)));
            }
            return Integer.parseInt(text);
        }

        private static HrpAction.@Nullable Term term(ReferenceTable table, Row row) throws CellProblem {
            String text = table.text(row, "term");
            if (text == null) {
                return null;
            }
            Optional<HrpAction.Term> term = Programmes.term(text);
            if (term.isEmpty()) {
                throw new CellProblem(
                        table.heading("term"), text, Texts.of("programme.term", "value", Excerpt.of(text)));
            }
            return term.get();
        }

        private static List<String> executors(@Nullable String text) {
            return text == null
                    ? List.of()
                    : Arrays.stream(text.split("\\|"))
                            .map(Spelling::trimmed)
                            .filter(code -> !code.isEmpty())
                            .toList();
        }

        private static boolean flag(ReferenceTable table, Row row, String column) throws CellProblem {
            String text = table.text(row, column);
            return switch (text == null ? "" : Spelling.folded(text)) {
                case "yes", "true", "1", "si", "sí" -> true;
                case "", "no", "false", "0" -> false;
                default ->
                    throw new CellProblem(
                            table.heading(column),
                            text,
                            Texts.of("table.flag", "value", Excerpt.of(String.valueOf(text))));
            };
        }
    }

    private static HumanRightsProgramme read(JsonCursor json) {
        String[] name = {""};
        Map<String, HumanRight> rights = new LinkedHashMap<>();
        Actions actions = new Actions();
        json.object(member -> {
            switch (member) {
                case "name" -> name[0] = json.text();
                case "description" -> json.skip();
                case "rights" -> json.list(() -> add(rights, right(json), json));
                case "actions" -> json.list(() -> add(actions, new ActionMembers(json).action(), json));
                default -> throw json.unknown(member, List.of("name", "description", "rights", "actions"));
            }
        });
        if (actions.isEmpty()) {
            throw json.problem("json.lacks", "name", "actions");
        }
        for (HrpAction action : actions.all()) {
            if (!rights.containsKey(action.rightCode())) {
                throw json.problem(Texts.of(
                        "programme.right-unknown", "code", action.code(), "right", Excerpt.of(action.rightCode())));
            }
        }
        return HumanRightsProgramme.of(name[0], rights.values(), actions.all());
    }

    private static void add(Map<String, HumanRight> rights, HumanRight right, JsonCursor json) {
        if (rights.putIfAbsent(right.code(), right) != null) {
            throw json.problem(Texts.of("programme.right-twice", "right", Excerpt.of(right.code())));
        }
    }

    private static void add(Actions actions, HrpAction action, JsonCursor json) {
        Optional<Bilingual> fault = actions.add(action);
        if (fault.isPresent()) {
            throw json.problem(fault.get());
        }
    }

    private static HumanRight right(JsonCursor json) {
        String[] texts = {"", "", ""};
        boolean[] group = {false};
        json.object(member -> {
            switch (member) {
                case "code" -> texts[0] = json.text();
                case "nameEs" -> texts[1] = json.text();
                case "nameEn" -> texts[2] = json.text();
                case "group" -> group[0] = json.flag();
                default -> throw json.unknown(member, List.of("code", "group", "nameEs", "nameEn"));
            }
        });
        if (texts[0].isEmpty()) {
            throw json.problem("json.lacks", "name", "code");
        }
        return new HumanRight(texts[0], group[0], texts[1], texts[2].isEmpty() ? texts[1] : texts[2]);
    }

    private static final class ActionMembers {

        private static final List<String> KNOWN =
                List.of("code", "sequence", "right", "strategy", "title", "term", "executors", "crossCutting");

        private final JsonCursor json;
        private String code = "";
        private int sequence;
        private String right = "";
        private String strategy = "";
        private String title = "";
        private HrpAction.@Nullable Term term;
        private List<String> executors = List.of();
        private boolean crossCutting;

        ActionMembers(JsonCursor json) {
            this.json = json;
        }

        HrpAction action() {
            json.object(this::member);
            if (code.isEmpty() || sequence < 1) {
                throw json.problem("json.lacks", "name", code.isEmpty() ? "code" : "sequence");
            }
            return new HrpAction(
                    code,
                    sequence,
                    right.isEmpty() ? beginning(code, 1) : right,
                    strategy.isEmpty() ? beginning(code, 2) : strategy,
                    title,
                    term,
                    executors,
                    crossCutting);
        }

        private void member(String member) {
            switch (member) {
                case "code" -> code = json.text();
                case "sequence" -> sequence = json.number();
                case "right" -> right = json.text();
                case "strategy" -> strategy = json.text();
                case "title" -> title = json.text();
                case "term" -> term = json.atNull() ? null : term();
                case "executors" -> executors = json.texts();
                case "crossCutting" -> crossCutting = json.flag();
                default -> throw json.unknown(member, KNOWN);
            }
        }

        private HrpAction.Term term() {
            String text = json.text();
            return Programmes.term(text).orElseThrow(() -> json.problem("json.term", "value", Excerpt.of(text)));
        }
    }
}
