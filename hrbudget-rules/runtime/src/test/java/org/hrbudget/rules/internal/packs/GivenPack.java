package org.hrbudget.rules.internal.packs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A pack as a user gives it, sound until a test changes it: one rule, {@code no-unit}, as version 1 of {@code xx}. */
public final class GivenPack {

    private final Map<String, byte[]> files = new TreeMap<>();

    /** {@return a sound pack} */
    public static GivenPack sound() {
        return new GivenPack()
                .with("pack.properties", header("1", "fiscal-years=2010-"))
                .with("lines.drl", PackText.rule("no-unit", "WARNING", "SpendingLine( unitCode == null )"))
                .with("legal-bases.csv", "key,instrument,article,published,source,evidence\nlaw,Law,,,S1,sourced\n")
                .with("messages.properties", texts("no-unit", "No unit", "The line names no unit.", "Name the unit."))
                .with(
                        "messages_es.properties",
                        texts("no-unit", "Sin unidad", "El renglón no nombra unidad.", "Nombre la unidad."))
                .with("examples/no-unit.csv", "expect,case,unit_code\nfinding,no unit,\nsilence,a unit,11CD01\n");
    }

    /** {@return the text of a header with these lines} */
    public static String header(String version, String... lines) {
        return "jurisdiction=xx\nversion=" + version + "\ntitle=A title\ntitle_es=Un título\ninstrument=Una ley\n"
                + String.join("\n", lines) + "\n";
    }

    private static String texts(String id, String title, String message, String remedy) {
        return id + ".title=" + title + "\n" + id + ".message=" + message + "\n" + id + ".remedy=" + remedy + "\n";
    }

    /** {@return this pack with a file more, or another one of its name} */
    public GivenPack with(String name, String text) {
        return with(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** {@return this pack with a file more, or another one of its name} */
    public GivenPack with(String name, byte[] content) {
        files.put(name, content);
        return this;
    }

    /** {@return this pack without a file} */
    public GivenPack without(String name) {
        files.remove(name);
        return this;
    }

    /** {@return the folder, written there} */
    public Path folder(Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path place = folder.resolve(file.getKey());
            Files.createDirectories(place.getParent());
            Files.write(place, file.getValue());
        }
        return folder;
    }

    /** {@return the bytes of the zip file} */
    public byte[] zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue());
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
