package org.hrbudget.io;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hrbudget.io.internal.AmountFormat;
import org.hrbudget.io.internal.CellProblem;
import org.hrbudget.io.internal.Excerpt;
import org.hrbudget.io.internal.JsonCursor;
import org.hrbudget.io.internal.Texts;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.Baseline.FundedAction;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * Reads last year's funded actions.
 *
 * <p>As CSV in UTF-8: {@code fiscal_year, action, amount, drop_reason}, the year the same in every row, the last column optional.
 * As JSON: {@code {"fiscalYear": 2010, "actions": [{"action": "01.01.06", "amount": "100.00", "dropReason": null}]}}. A file
 * with one wrong row is refused as a whole: half a baseline would let dropped actions pass unseen.
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
        Map<String, FundedAction> actions = new LinkedHashMap<>();
        FiscalYear[] year = new FiscalYear[1];
        try (ReferenceTable table = ReferenceTable.open(
                input,
                ReadLimits.DEFAULT,
                Map.of(
                        "fiscal_year", List.of("fiscal_year", "year", "ejercicio", "ciclo"),
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
                        table.needed(row, "action"),
                        amount(table.heading("amount"), table.needed(row, "amount")),
                        table.text(row, "drop_reason"));
                if (actions.putIfAbsent(action.actionCode(), action) != null) {
                    throw new CellProblem(table.heading("action"), action.actionCode(), twice(action));
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
        return Baseline.of(stated, actions.values());
    }

    private static Bilingual twice(FundedAction action) {
        return Texts.of("baseline.action-twice", "code", Excerpt.of(action.actionCode()));
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
        Map<String, FundedAction> actions = new LinkedHashMap<>();
        json.object(name -> {
            switch (name) {
                case "fiscalYear" -> year[0] = JsonFile.year(json);
                case "actions" ->
                    json.list(() -> {
                        FundedAction action = action(json);
                        if (actions.putIfAbsent(action.actionCode(), action) != null) {
                            throw json.problem(twice(action));
                        }
                    });
                default -> throw json.unknown(name, List.of("fiscalYear", "actions"));
            }
        });
        if (year[0] == null) {
            throw json.problem("json.lacks", "name", "fiscalYear");
        }
        return Baseline.of(year[0], actions.values());
    }

    private static FundedAction action(JsonCursor json) {
        @Nullable String[] code = new String[1];
        @Nullable String[] reason = new String[1];
        @Nullable BigDecimal[] amount = new BigDecimal[1];
        json.object(name -> {
            switch (name) {
                case "action" -> code[0] = json.text();
                case "amount" -> amount[0] = JsonFile.amount(json, AMOUNTS);
                case "dropReason" -> reason[0] = json.textOrNull();
                default -> throw json.unknown(name, List.of("action", "amount", "dropReason"));
            }
        });
        String action = code[0];
        BigDecimal value = amount[0];
        if (action == null || value == null) {
            throw json.problem("json.lacks", "name", action == null ? "action" : "amount");
        }
        return new FundedAction(Spelling.trimmed(action), value, reason[0]);
    }
}
