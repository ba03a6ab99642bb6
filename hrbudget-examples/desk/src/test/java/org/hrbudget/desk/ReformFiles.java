package org.hrbudget.desk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A reform of the tests, as legal staff upload it: a warning becomes an error. */
final class ReformFiles {

    private static final Path PACK = Path.of("../cli/src/test/resources/org/hrbudget/cli/reforms/severity/pack");

    private ReformFiles() {}

    /** {@return the files of the exercise of the command line, for a version of 2011} */
    static Map<String, String> of(String version) throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (String name : List.of("pack.properties", "legal-bases.csv", "spending-types.drl")) {
            files.put(name, Files.readString(PACK.resolve(name)));
        }
        files.computeIfPresent(
                "pack.properties",
                (name, text) -> text.replace("version=2012.1", "version=" + version)
                        .replace("amends=2011.2", "amends=2011.3")
                        .replace("in-force-from=2012-01-01", "in-force-from=2010-11-14")
                        .replace("fiscal-years=2012", "fiscal-years=2011"));
        files.computeIfPresent("legal-bases.csv", (name, text) -> text.replace("2011-12-20", "2010-11-12"));
        return files;
    }

    /** {@return the files of the exercise as they are: of 2012, whose law no other test asks for} */
    static Map<String, String> of2012() throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (String name : List.of("pack.properties", "legal-bases.csv", "spending-types.drl")) {
            files.put(name, Files.readString(PACK.resolve(name)));
        }
        return files;
    }

    /** {@return a budget with a line that the reform is about: furniture that is said to be current spending} */
    static byte[] affected(String unit) throws IOException {
        return new String(Office.file(Office.WINDOWS, unit), Office.SAVED_IN)
                .replace("1131,Sueldo base,", "5111,Muebles,")
                .getBytes(Office.SAVED_IN);
    }

    static byte[] zip(Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** {@return the same as a workbook, whose rule weighs what a cell says} */
    static byte[] workbook(String version, String severity) throws IOException {
        Map<String, String> sheets = Map.of(
                "portada",
                "clave|valor\njurisdicción|mx-cmx\nversión|" + version + "\nmodifica|2011.3\n"
                        + "título en inglés|Exercise\ntítulo en español|Ejercicio\ninstrumento|Ejercicio, no es norma\n"
                        + "en vigor desde|2010-11-14\nejercicios fiscales|2011",
                "gravedades",
                "regla|gravedad|desde\nspending-type-unfit|" + severity + "|2011");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "test", null)) {
            for (String name : List.of("portada", "gravedades")) {
                Worksheet sheet = book.newWorksheet(name);
                List<String> rows = sheets.getOrDefault(name, "").lines().toList();
                for (int row = 0; row < rows.size(); row++) {
                    String[] cells = rows.get(row).split("\\|", -1);
                    for (int column = 0; column < cells.length; column++) {
                        sheet.value(row, column, cells[column]);
                    }
                }
            }
        }
        return bytes.toByteArray();
    }
}
