package org.hrbudget.rules.internal.packs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.language.SourceText;
import org.hrbudget.text.Nearest;

/**
 * The files of a version, those of the versions it amends among them: for each name the files that make it up, from the oldest
 * to the newest.
 */
final class Consolidation {

    private static final List<String> PLAIN = List.of(
            "pack.properties",
            "parameters.csv",
            "legal-bases.csv",
            "messages.properties",
            "messages_es.properties",
            CoverageTable.FILE);
    private static final Pattern FORM =
            Pattern.compile("[a-z0-9-]+\\.drl|catalogues/[a-z-]+\\.csv|examples/[a-z-]+\\.csv");

    private final List<PackHeader> chain;
    private final Map<PackHeader, SortedMap<String, SourceText>> files = new LinkedHashMap<>();
    private final Map<String, byte[]> bytes = new TreeMap<>();

    private Consolidation(List<PackHeader> chain) {
        this.chain = chain;
    }

    static Consolidation of(PackFiles files, List<PackHeader> chain, Faults faults) {
        Consolidation consolidation = new Consolidation(chain);
        chain.forEach(pack -> consolidation.read(files, pack, faults));
        return consolidation;
    }

    private void read(PackFiles all, PackHeader pack, Faults faults) {
        SortedMap<String, SourceText> texts = new TreeMap<>();
        String prefix = pack.manifest().jurisdiction() + "/" + pack.manifest().version() + "/";
        for (String path : all.paths()) {
            if (!path.startsWith(prefix)) {
                continue;
            }
            String name = path.substring(prefix.length());
            byte[] content = all.read(path);
            bytes.put(path, content);
            if (!PLAIN.contains(name) && !FORM.matcher(name).matches()) {
                faults.add(
                        new SourceText(path, "")
                                .fault(
                                        "A pack has no file of this name.",
                                        Nearest.to(name, PLAIN).stream()
                                                .findFirst()
                                                .map(near -> "Maybe \"" + near + "\" was meant.")
                                                .orElse(
                                                        "Rule files end in .drl, in lower case; tables lie in catalogues or examples.")));
                continue;
            }
            SourceText text = faults.from(() -> SourceText.of(path, content));
            if (text != null) {
                texts.put(name, text);
            }
        }
        files.put(pack, texts);
    }

    /** {@return the packs, from the oldest to the newest} */
    List<PackHeader> chain() {
        return chain;
    }

    /** {@return the files of this name, from the oldest to the newest} */
    List<SourceText> all(String name) {
        List<SourceText> found = new ArrayList<>();
        files.values().forEach(texts -> {
            SourceText text = texts.get(name);
            if (text != null) {
                found.add(text);
            }
        });
        return found;
    }

    /** {@return the newest file of this name, if there is one} */
    Optional<SourceText> newest(String name) {
        List<SourceText> found = all(name);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(found.size() - 1));
    }

    /** {@return the names in a folder, such as {@code examples/}, sorted} */
    NavigableSet<String> names(String folder) {
        NavigableSet<String> names = new TreeSet<>();
        files.values()
                .forEach(texts -> texts.keySet().stream()
                        .filter(name -> name.startsWith(folder))
                        .forEach(names::add));
        return names;
    }

    /** {@return the rule files as they stand once a pack of the chain has replaced what it replaces, sorted by name} */
    List<SourceText> ruleFiles(PackHeader upTo) {
        SortedMap<String, SourceText> rules = new TreeMap<>();
        for (PackHeader pack : chain) {
            files.getOrDefault(pack, new TreeMap<>()).forEach((name, text) -> {
                if (name.endsWith(".drl")) {
                    rules.put(name, text);
                }
            });
            if (pack.equals(upTo)) {
                break;
            }
        }
        return List.copyOf(rules.values());
    }

    /** {@return the SHA-256 of each file by path, in lower-case hexadecimal} */
    Map<String, String> checksums() {
        Map<String, String> checksums = new TreeMap<>();
        bytes.forEach((path, content) -> checksums.put(path, Sha256.of(content)));
        return checksums;
    }
}
