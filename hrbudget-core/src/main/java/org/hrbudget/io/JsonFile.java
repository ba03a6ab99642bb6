package org.hrbudget.io;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.hrbudget.io.internal.AmountFormat;
import org.hrbudget.io.internal.CellProblem;
import org.hrbudget.io.internal.DecodingReader;
import org.hrbudget.io.internal.Excerpt;
import org.hrbudget.io.internal.Intake;
import org.hrbudget.io.internal.JsonCursor;
import org.hrbudget.model.FiscalYear;
import org.jspecify.annotations.Nullable;

/** Small JSON files beside the budget. */
final class JsonFile {

    private static final int LONGEST = 100_000;

    private JsonFile() {}

    /** {@return whether an input is JSON: by its name, else by its first character} */
    static boolean isJson(Input input) {
        try (Intake intake = Intake.open(input, ReadLimits.DEFAULT);
                DecodingReader text = new DecodingReader(intake.bytes(), StandardCharsets.UTF_8)) {
            return OpenInput.isJson(intake, text);
        } catch (IOException e) {
            throw new BudgetReadException(Intake.explain(input.name(), e), e);
        }
    }

    /** {@return what a JSON input holds} */
    static <T> T read(Input input, Function<JsonCursor, T> content) {
        try (Intake intake = Intake.open(input, ReadLimits.DEFAULT);
                DecodingReader text = new DecodingReader(intake.bytes(), StandardCharsets.UTF_8);
                JsonCursor json = new JsonCursor(input.name(), text, LONGEST)) {
            T value = content.apply(json);
            json.end();
            text.refuseFlaws(input.name());
            return value;
        } catch (IOException e) {
            throw new BudgetReadException(Intake.explain(input.name(), e), e);
        }
    }

    /** {@return the fiscal year at the cursor} */
    static @Nullable FiscalYear year(JsonCursor json) {
        String text = json.textOrNull();
        try {
            return text == null ? null : FiscalYear.parse(text);
        } catch (IllegalArgumentException e) {
            throw json.problem("json.year", "value", Excerpt.of(String.valueOf(text)));
        }
    }

    /** {@return the amount at the cursor} */
    static @Nullable BigDecimal amount(JsonCursor json, AmountFormat format) {
        String text = json.text();
        try {
            return format.parse("amount", text);
        } catch (CellProblem e) {
            throw json.problem(e.reason());
        }
    }
}
