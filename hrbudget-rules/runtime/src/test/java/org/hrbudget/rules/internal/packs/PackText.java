package org.hrbudget.rules.internal.packs;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.hrbudget.rules.internal.packs.files.PackFiles;

/** Packs written in tests. */
final class PackText implements PackFiles {

    private final Map<String, byte[]> files = new TreeMap<>();

    /** {@return a pack of one rule, {@code no-unit}, as version 1 of {@code xx}} */
    static PackText oneRule() {
        return new PackText()
                .version("1", "fiscal-years=2010-")
                .with("xx/1/lines.drl", rule("no-unit", "WARNING", "SpendingLine( unitCode == null )"))
                .with(
                        "xx/1/legal-bases.csv",
                        "key,instrument,article,published,source,evidence\nlaw,Law,,,S1,sourced\n")
                .with("xx/1/messages.properties", texts("no-unit"))
                .with("xx/1/messages_es.properties", texts("no-unit"));
    }

    static String rule(String id, String severity, String condition) {
        return "rule \"" + id + "\"\n    @severity(\"" + severity + "\")\n    @legalBasis(\"law\")\nwhen\n    "
                + condition + "\nthen\nend\n";
    }

    static String texts(String... ids) {
        StringBuilder text = new StringBuilder();
        for (String id : ids) {
            text.append(id + ".title=T\n" + id + ".message=M.\n" + id + ".remedy=R.\n");
        }
        return text.toString();
    }

    /** Adds a version with these lines in its header. */
    PackText version(String version, String... lines) {
        String header = "jurisdiction=xx\nversion=" + version + "\ntitle=T\ntitle_es=T\ninstrument=I\n";
        return with("xx/" + version + "/pack.properties", header + String.join("\n", lines) + "\n");
    }

    PackText with(String path, String text) {
        return with(path, text.getBytes(StandardCharsets.UTF_8));
    }

    PackText with(String path, byte[] content) {
        files.put(path, content);
        return this;
    }

    PackText without(String path) {
        files.remove(path);
        return this;
    }

    @Override
    public List<String> paths() {
        return List.copyOf(files.keySet());
    }

    @Override
    public byte[] read(String path) {
        return Objects.requireNonNull(files.get(path)).clone();
    }
}
