package org.hrbudget.io;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hrbudget.io.internal.DecodingReader;
import org.hrbudget.io.internal.Excerpt;
import org.hrbudget.io.internal.Intake;
import org.hrbudget.io.internal.JsonCursor;
import org.hrbudget.io.internal.JsonRows;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.FiscalYear;
import org.jspecify.annotations.Nullable;

/**
 * What stands around the lines of a JSON budget, and the names that occur in them. Read before the lines, in a pass of its own:
 * JSON has no order of names, and a name may occur for the first time in the last line.
 */
final class JsonHead {

    private static final int MOST_NAMES = 4_096;
    private static final List<String> KNOWN = List.of(
            "jurisdiction",
            "fiscalYear",
            "currency",
            "submitted",
            "phase",
            "scope",
            "description",
            "baseline",
            JsonRows.LINES);

    private final JsonCursor json;
    private final Set<String> names = new LinkedHashSet<>();
    private boolean lines;
    private boolean complete = true;
    private boolean linked;
    private @Nullable String jurisdiction;
    private @Nullable String currency;
    private @Nullable FiscalYear fiscalYear;
    private @Nullable BudgetPhase phase;
    private BudgetHeader.@Nullable Scope scope;
    private @Nullable LocalDate submitted;
    private @Nullable Baseline baseline;

    private JsonHead(JsonCursor json) {
        this.json = json;
    }

    static JsonHead read(Input input, TableForm form, ReadLimits limits) throws IOException {
        try (Intake intake = Intake.open(input, limits, form.entry());
                DecodingReader text = new DecodingReader(intake.bytes(), form.charset());
                JsonCursor json = new JsonCursor(input.name(), text, limits.maxCellLength())) {
            JsonHead head = new JsonHead(json);
            head.read();
            return head;
        }
    }

    private void read() {
        if (json.atList()) {
            lines();
        } else {
            json.objectWhile(this::member);
        }
        if (!lines) {
            throw json.problem("json.no-lines");
        }
        if (complete) {
            json.end();
        }
        linked = names.remove(JsonRows.LINKS);
    }

    private boolean member(String name) {
        switch (name) {
            case "jurisdiction" -> jurisdiction = json.textOrNull();
            case "fiscalYear" -> fiscalYear = JsonFile.year(json);
            case "currency" -> currency = json.textOrNull();
            case "submitted" -> submitted = date();
            case "phase" -> phase = oneOf(BudgetPhase.class, "json.phase");
            case "scope" -> scope = oneOf(BudgetHeader.Scope.class, "json.scope");
            case "description" -> json.skip();
            case "baseline" -> baseline = json.atNull() ? null : Baselines.read(json);
            case JsonRows.LINES -> lines();
            default -> throw json.unknown(name, KNOWN);
        }
        return complete;
    }

    private void lines() {
        lines = true;
        complete = json.collectNames(names, MOST_NAMES);
    }

    private @Nullable LocalDate date() {
        String text = json.textOrNull();
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw json.problem("json.date", "value", Excerpt.of(String.valueOf(text)));
        }
    }

    private <E extends Enum<E>> @Nullable E oneOf(Class<E> type, String refusal) {
        String text = json.textOrNull();
        if (text == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> json.problem(refusal, "value", Excerpt.of(text)));
    }

    List<String> names() {
        return List.copyOf(names);
    }

    /** {@return whether any line has a list of links} */
    boolean linked() {
        return linked;
    }

    @Nullable
    String jurisdiction() {
        return jurisdiction;
    }

    @Nullable
    String currency() {
        return currency;
    }

    @Nullable
    FiscalYear fiscalYear() {
        return fiscalYear;
    }

    @Nullable
    BudgetPhase phase() {
        return phase;
    }

    BudgetHeader.@Nullable Scope scope() {
        return scope;
    }

    @Nullable
    LocalDate submitted() {
        return submitted;
    }

    @Nullable
    Baseline baseline() {
        return baseline;
    }
}
