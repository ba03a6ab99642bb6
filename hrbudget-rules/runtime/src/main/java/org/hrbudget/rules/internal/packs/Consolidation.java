package org.hrbudget.rules.internal.packs;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.rules.internal.language.Aliases;
import org.hrbudget.rules.internal.language.FaultText;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.language.SourceText;
import org.hrbudget.rules.internal.packs.files.PackFiles;
import org.hrbudget.rules.internal.packs.files.PlainText;
import org.hrbudget.rules.internal.packs.files.Sha256;
import org.hrbudget.rules.internal.packs.tables.Timeline;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.Rule;
import org.jspecify.annotations.Nullable;

/**
 * The files of a version, those of the versions it amends among them: for each name the files that make it up, from the oldest
 * to the newest.
 */
public final class Consolidation implements Timeline.Governed {

    private final List<PackHeader> chain;
    private final Map<PackHeader, SortedMap<String, SourceText>> files = new LinkedHashMap<>();
    private final Map<String, byte[]> bytes = new TreeMap<>();
    private final Set<String> unreadable = new TreeSet<>();

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
        String prefix = prefix(pack);
        for (String path : all.paths()) {
            if (!path.startsWith(prefix)) {
                continue;
            }
            String name = path.substring(prefix.length());
            byte[] content = all.read(path);
            bytes.put(path, content);
            Optional<FaultText> refusal = PackNames.refusal(name);
            if (refusal.isPresent()) {
                faults.add(new SourceText(path, "").fault(refusal.get()));
                continue;
            }
            // The header has been read, and what is wrong with it said.
            SourceText text = name.equals(PackHeader.FILE) ? pack.source() : PlainText.of(path, content, faults);
            if (text == null) {
                unreadable.add(Aliases.file(name));
                continue;
            }
            SourceText read = text.of(all.origin(path));
            SourceText other = texts.putIfAbsent(Aliases.file(name), read);
            if (other != null) {
                String otherName = other.file().substring(prefix.length());
                faults.add(text.fault(PackWords.of("name-twice-in-both", "name", name, "other", otherName)));
            }
        }
        files.put(pack, texts);
    }

    /** {@return the files of the version that a file is of, and of those it amends; of all where the file is of none of them} */
    public Consolidation upTo(SourceText file) {
        for (PackHeader pack : chain) {
            if (file.file().startsWith(prefix(pack))) {
                Consolidation older = new Consolidation(chain.subList(0, chain.indexOf(pack) + 1));
                older.chain.forEach(each -> older.files.put(each, files.getOrDefault(each, new TreeMap<>())));
                return older;
            }
        }
        return this;
    }

    /** {@return the packs, from the oldest to the newest} */
    public List<PackHeader> chain() {
        return chain;
    }

    /** {@return the first day that the last of them governs, as far as is known of it and of those it amends} */
    @Override
    public @Nullable LocalDate from(Rule.DatedRow.Basis basis) {
        return switch (basis) {
            case FISCAL_YEAR -> LocalDate.of(last().manifest().firstFiscalYear().value(), Month.JANUARY, 1);
            case DAY_OF_LAW ->
                chain.stream()
                        .map(PackHeader::ownBinding)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null);
            case DAY_OF_SUBMISSION -> null;
        };
    }

    /** {@return the last day that the last of them governs, where it has one} */
    @Override
    public @Nullable LocalDate to(Rule.DatedRow.Basis basis) {
        return switch (basis) {
            case FISCAL_YEAR -> {
                PackManifest own = last().manifest();
                FiscalYear end = own.lastExtrapolatedYear() != null ? own.lastExtrapolatedYear() : own.lastFiscalYear();
                yield end == null ? null : LocalDate.of(end.value(), Month.DECEMBER, 31);
            }
            case DAY_OF_LAW -> last().manifest().inForceTo();
            case DAY_OF_SUBMISSION -> null;
        };
    }

    @Override
    public boolean owns(SourceText file) {
        return file.file().startsWith(prefix(last()));
    }

    /** {@return the version itself} */
    public PackHeader last() {
        return chain.get(chain.size() - 1);
    }

    /** {@return the names of files that cannot be read, which has been said} */
    public Set<String> unreadable() {
        return unreadable;
    }

    /** {@return the files of this name, from the oldest to the newest} */
    public List<SourceText> all(String name) {
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
    public Optional<SourceText> newest(String name) {
        List<SourceText> found = all(name);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(found.size() - 1));
    }

    /** {@return the version's own file of this name; an empty one where it has none yet} */
    public SourceText ownOrEmpty(String name) {
        SourceText text = files.getOrDefault(last(), new TreeMap<>()).get(name);
        return text != null ? text : new SourceText(prefix(last()) + name, "");
    }

    static String prefix(PackHeader pack) {
        return pack.manifest().jurisdiction() + "/" + pack.manifest().version() + "/";
    }

    /** {@return the names in a folder, such as {@code examples/}, sorted} */
    public NavigableSet<String> names(String folder) {
        NavigableSet<String> names = new TreeSet<>();
        files.values()
                .forEach(texts -> texts.keySet().stream()
                        .filter(name -> name.startsWith(folder))
                        .forEach(names::add));
        return names;
    }

    /** {@return the rule files as they are once a pack of the chain has replaced what it replaces, sorted by name} */
    public List<SourceText> ruleFiles(PackHeader upTo) {
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

    /** {@return all rule files of all versions, those that were replaced among them} */
    List<SourceText> everyRuleFile() {
        return files.values().stream()
                .flatMap(texts -> texts.values().stream())
                .filter(text -> text.file().endsWith(".drl"))
                .toList();
    }

    /** {@return the SHA-256 of each file by path, in lower-case hexadecimal} */
    Map<String, String> checksums() {
        Map<String, String> checksums = new TreeMap<>();
        bytes.forEach((path, content) -> checksums.put(path, Sha256.of(content)));
        return checksums;
    }
}
