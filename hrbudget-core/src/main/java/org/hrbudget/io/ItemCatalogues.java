package org.hrbudget.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hrbudget.io.internal.JsonCursor;
import org.hrbudget.io.internal.Texts;

/**
 * Reads a catalogue of object items (partidas): the codes that exist in a year.
 *
 * <p>As CSV in UTF-8 with a column {@code code}, {@code codigo}, {@code partida}, {@code partida_especifica},
 * {@code partida_generica}, {@code clave} or {@code numero}; other columns are passed over. As JSON: a list of codes.
 */
public final class ItemCatalogues {

    private static final List<String> CODE = List.of(
            "code",
            "codigo",
            "código",
            "partida",
            "partida_especifica",
            "partida_generica",
            "clave",
            "numero",
            "número");

    private ItemCatalogues() {}

    /**
     * {@return the codes in a file, in its order}
     *
     * @param file the file
     * @throws BudgetReadException if it cannot be read or one of its rows is wrong
     */
    public static Set<String> read(Path file) {
        return read(Input.of(file));
    }

    /**
     * {@return the codes in an input, in its order}
     *
     * @param input the input
     * @throws BudgetReadException if it cannot be read or one of its rows is wrong
     */
    public static Set<String> read(Input input) {
        Set<String> codes = JsonFile.isJson(input) ? JsonFile.read(input, ItemCatalogues::list) : table(input);
        if (codes.isEmpty()) {
            throw new BudgetReadException(Texts.of("table.no-rows", "file", input.name()), null);
        }
        return Collections.unmodifiableSet(codes);
    }

    private static Set<String> list(JsonCursor json) {
        return new LinkedHashSet<>(json.texts());
    }

    private static Set<String> table(Input input) {
        Set<String> codes = new LinkedHashSet<>();
        try (ReferenceTable table =
                ReferenceTable.open(input, ReadLimits.DEFAULT, Map.of("code", CODE), List.of("code"))) {
            table.each(row -> codes.add(table.needed(row, "code")));
        } catch (IOException e) {
            throw new BudgetReadException(
                    Texts.of("file.unreadable", "file", input.name(), "reason", String.valueOf(e.getMessage())), e);
        }
        return codes;
    }
}
