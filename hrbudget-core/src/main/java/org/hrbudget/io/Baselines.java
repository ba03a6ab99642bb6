package org.hrbudget.io;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hrbudget.io.internal.AmountFormat;
import org.hrbudget.io.internal.CellProblem;
import org.hrbudget.io.internal.Excerpt;
import org.hrbudget.io.internal.JsonCursor;
import org.hrbudget.io.internal.Texts;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.Baseline.FundedAction;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.FiscalYear;
import org.jspecify.annotations.Nullable;

/**
 * Reads last year's funded actions.
 *
 * <p>As CSV in UTF-8: {@code fiscal_year, unit, action, amount, drop_reason}, the year the same in every row, unit and reason
 * optional; with units, each has its own row of an action. As JSON: {@code {"fiscalYear": 2010, "actions": [{"unit": "11CD01",
 * "action": "01.01.06", "amount": "100.00", "dropReason": null}]}}. A file with one wrong row is refused as a whole: half a
 * baseline would let dropped actions pass unseen.
 */
public final class Baselines {

    private static final AmountFormat AMOUNTS = new AmountFormat('.', ',', List.of("$"), List.of(), List.of());

    private Baselines() {}

    /**
     * {@return the baseline in a file}
     *
     * @param file the file
     * @throws BudgetReadException if it cannot be read or one of its rows is wrong
     */
    public static Baseline read(Path file) {
        return read(Input.of(file));
    }

    /**
     * {@return the baseline in an input}
     *
     * @param input the input
     * @throws BudgetReadException if it cannot be read or one of its rows is wrong
     */
    public static Baseline read(Input input) {
        return JsonFile.isJson(input) ? JsonFile.read(input, Baselines::read) : table(input);
    }

    private static Baseline table(Input input) {
        Rows rows = new Rows();
        FiscalYear[] year = new FiscalYear[1];
        try (ReferenceTable table = ReferenceTable.open(
                input,
                ReadLimits.DEFAULT,
                Map.of(
                        "fiscal_year", List.of("fiscal_year", "year", "ejercicio", "ciclo"),
                        "unit", List.of("unit", "unit_code", "unidad", "unidad_responsable"),
                        "action", List.of("action", "action_code", "accion", "acción"),
                        "amount", List.of("amount", "monto", "importe"),
                        "drop_reason", List.of("drop_reason", "motivo")),
                List.of("fiscal_year", "action", "amount"))) {
            table.each(row -> {
                FiscalYear stated = LineMaker.year(table.heading("fiscal_year"), table.needed(row, "fiscal_year"));
                if (year[0] != null && !year[0].equals(stated)) {
                    throw new CellProblem(
                            table.heading("fiscal_year"),
                            stated.toString(),
                            Texts.of("baseline.years", "first", year[0].toString(), "second", stated.toString()));
                }
                year[0] = stated;
                FundedAction action = new FundedAction(
                        table.text(row, "unit"),
                        table.needed(row, "action"),
                        amount(table.heading("amount"), table.needed(row, "amount")),
                        table.text(row, "drop_reason"));
                Bilingual refusal = rows.add(action);
                if (refusal != null) {
                    throw new CellProblem(table.heading("action"), action.actionCode(), refusal);
                }
            });
        } catch (IOException e) {
            throw new BudgetReadException(
                    Texts.of("file.unreadable", "file", input.name(), "reason", String.valueOf(e.getMessage())), e);
        }
        FiscalYear stated = year[0];
        if (stated == null) {
            throw new BudgetReadException(Texts.of("table.no-rows", "file", input.name()), null);
        }
        return Baseline.of(stated, rows.taken);
    }

    /** The rows so far; each action once for each unit, and either all with a unit or none. */
    private static final class Rows {

        private final List<FundedAction> taken = new ArrayList<>();
        private final Set<List<@Nullable String>> seen = new HashSet<>();

        /** {@return why a row is refused, or {@code null}} */
        @Nullable
        Bilingual add(FundedAction action) {
            if (!seen.add(Arrays.asList(action.unitCode(), action.actionCode()))) {
                return Texts.of("baseline.action-twice", "code", Excerpt.of(action.actionCode()));
            }
            if (!taken.isEmpty() && (taken.get(0).unitCode() == null) != (action.unitCode() == null)) {
                return Texts.of("baseline.unit-of-some", "code", Excerpt.of(action.actionCode()));
            }
            taken.add(action);
            return null;
        }
    }

    private static BigDecimal amount(String column, String text) throws CellProblem {
        BigDecimal amount = AMOUNTS.parse(column, text);
        if (amount == null) {
            throw new CellProblem(column, text, Texts.of("amount.word", "value", text));
        }
        return amount;
    }

    static Baseline read(JsonCursor json) {
        FiscalYear[] year = new FiscalYear[1];
        Rows rows = new Rows();
        json.object(name -> {
            switch (name) {
                case "fiscalYear" -> year[0] = JsonFile.year(json);
                case "actions" ->
                    json.list(() -> {
                        FundedAction action = action(json);
                        Bilingual refusal = rows.add(action);
                        if (refusal != null) {
                            throw json.problem(refusal);
                        }
                    });
                default -> throw json.unknown(name, List.of("fiscalYear", "actions"));
            }
        });
        if (year[0] == null) {
            throw json.problem("json.lacks", "name", "fiscalYear");
        }
        return Baseline.of(year[0], rows.taken);
    }

    private static FundedAction action(JsonCursor json) {
        @Nullable String[] unit = new String[1];
        @Nullable String[] code = new String[1];
        @Nullable String[] reason = new String[1];
        @Nullable BigDecimal[] amount = new BigDecimal[1];
        json.object(name -> {
            switch (name) {
                case "unit" -> unit[0] = json.textOrNull();
                case "action" -> code[0] = json.text();
                case "amount" -> amount[0] = JsonFile.amount(json, AMOUNTS);
                case "dropReason" -> reason[0] = json.textOrNull();
                default -> throw json.unknown(name, List.of("unit", "action", "amount", "dropReason"));
            }
        });
        String action = code[0];
        BigDecimal value = amount[0];
        if (action == null || value == null) {
            throw json.problem("json.lacks", "name", action == null ? "action" : "amount");
        }
        return new FundedAction(unit[0], action, value, reason[0]);
    }
}
