package org.hrbudget.rules.authoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.hrbudget.rules.internal.packs.Drafts;
import org.hrbudget.validation.RulePack;

/** A pack of a few rules of {@code xx}, written as files and loaded as any other. Each change makes another pack. */
final class SmallPack {

    private static final String BASES = "key,instrument,article,published,source,evidence\n";

    private final Map<String, String> files;

    private SmallPack(Map<String, String> files) {
        this.files = files;
    }

    /** {@return the pack {@code xx 1} with the rules {@code no-unit} and {@code too-much}} */
    static SmallPack first() {
        return new SmallPack(new TreeMap<>())
                .with("pack.properties", """
                        jurisdiction=xx
                        version=1
                        title=Manual
                        title_es=Manual
                        instrument=Manual
                        published=2010-01-01
                        fiscal-years=2010-
                        """)
                .with("legal-bases.csv", BASES + "law,Ley,artículo 1,2010-01-01,S1,sourced\nother,Otra ley,,,S2,seed\n")
                .with("parameters.csv", "code,value,unit,legal-basis\nmost-share,0.05,ratio,law\n")
                .with("lines.drl", rule("no-unit", "WARNING", "SpendingLine( unitCode == null )"))
                .with("shares.drl", shares("linkedShare > $most"))
                .with("messages.properties", texts("no-unit", "T", "") + texts("too-much", "T", " {share}"))
                .with("messages_es.properties", texts("no-unit", "T", "") + texts("too-much", "T", " {share}"));
    }

    static String shares(String condition) {
        return rule(
                "too-much",
                "WARNING",
                "Parameter( code == \"most-share\", $most : value )\n    SpendingLine( " + condition
                        + ", $share : linkedShare )");
    }

    static String rule(String id, String severity, String condition) {
        return "rule \"" + id + "\"\n    @severity(\"" + severity + "\")\n    @legalBasis(\"law\")\nwhen\n    "
                + condition + "\nthen\nend\n";
    }

    static String texts(String id, String title, String cited) {
        return id + ".title=" + title + "\n" + id + ".message=M" + cited + ".\n" + id + ".remedy=R.\n";
    }

    SmallPack with(String name, String text) {
        Map<String, String> changed = new TreeMap<>(files);
        changed.put(name, text);
        return new SmallPack(changed);
    }

    SmallPack without(String name) {
        Map<String, String> changed = new TreeMap<>(files);
        changed.remove(name);
        return new SmallPack(changed);
    }

    /** {@return this pack with a text of one of its files replaced, which must be there} */
    SmallPack replacing(String name, String text, String by) {
        String content = files.get(name);
        if (content == null || !content.contains(text)) {
            throw new IllegalArgumentException(name + " has no " + text);
        }
        return with(name, content.replace(text, by));
    }

    SmallPack appending(String name, String text) {
        return with(name, files.getOrDefault(name, "") + text);
    }

    /** {@return it, loaded} */
    RulePack load() {
        try {
            Path folder = Files.createTempDirectory("pack");
            write(folder);
            try {
                return Drafts.load(folder);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(Path folder) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue(), StandardCharsets.UTF_8);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
