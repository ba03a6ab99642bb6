package org.hrbudget.rules.internal.packs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A pack as a workbook, sound until a test changes it: one rule, {@code no-unit}, as version 1 of {@code xx}, in Spanish. */
public final class PackBook {

    private final Map<String, String> sheets = new LinkedHashMap<>();

    /** {@return a sound workbook} */
    public static PackBook sound() {
        return new PackBook()
                .with("portada", """
                        clave | valor | qué va aquí
                        jurisdicción | xx | De quién es la norma.
                        versión | 1
                        título en inglés | A title
                        título en español | Un título
                        instrumento | Una ley
                        ejercicios fiscales | 2010-
                        """)
                .with("reglas", """
                        regla | gravedad | fundamento | hecho | campo | comparación | valor
                        no-unit | advertencia | law | SpendingLine | unitCode | está vacío
                        """)
                .with("fundamentos", """
                        clave | instrumento | artículo | publicación | fuente | evidencia
                        law | Law | | | S1 | sourced
                        """)
                .with("textos", """
                        regla | parte | en inglés | en español
                        no-unit | título | No unit | Sin unidad
                        | mensaje | The line names no unit. | El renglón no nombra unidad.
                        | remedio | Name the unit. | Nombre la unidad.
                        """)
                .with("ejemplos", """
                        regla | espera | caso | unit_code
                        no-unit | hallazgo | no unit |
                        no-unit | silencio | a unit | 11CD01
                        """);
    }

    /**
     * {@return this workbook with a sheet more, or another one of its name}
     *
     * @param text the rows, a cell from the next by a bar
     */
    public PackBook with(String sheet, String text) {
        sheets.put(sheet, text);
        return this;
    }

    /** {@return this workbook without a sheet} */
    public PackBook without(String sheet) {
        sheets.remove(sheet);
        return this;
    }

    /** {@return this workbook with another text in its cells} */
    public PackBook replacing(String sheet, String before, String after) {
        String text = sheets.getOrDefault(sheet, "");
        if (!text.contains(before)) {
            throw new IllegalArgumentException("The sheet " + sheet + " has nowhere: " + before);
        }
        return with(sheet, text.replace(before, after));
    }

    /** {@return this workbook with everything a row lower: a blank row is above each heading, and none of them counts} */
    public PackBook lower() {
        sheets.replaceAll((sheet, text) -> "\n" + text);
        return this;
    }

    /** {@return its bytes} */
    public byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "test", null)) {
            for (Map.Entry<String, String> each : sheets.entrySet()) {
                Worksheet sheet = book.newWorksheet(each.getKey());
                List<String> rows = each.getValue().lines().toList();
                for (int row = 0; row < rows.size(); row++) {
                    String[] cells = rows.get(row).split("\\|", -1);
                    for (int column = 0; column < cells.length; column++) {
                        put(sheet, row, column, cells[column].strip().replace("¶", "\n"));
                    }
                }
            }
        }
        return bytes.toByteArray();
    }

    /** A text with an equals sign twice at its beginning is a formula. */
    private static void put(Worksheet sheet, int row, int column, String text) {
        if (text.startsWith("==")) {
            sheet.formula(row, column, text.substring(2));
        } else if (!text.isEmpty()) {
            sheet.value(row, column, text);
        }
    }

    /** {@return the file, written there} */
    public Path in(Path folder) throws IOException {
        return Files.write(folder.resolve("reforma.xlsx"), bytes());
    }
}
