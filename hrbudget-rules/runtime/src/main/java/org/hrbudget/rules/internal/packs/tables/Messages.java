package org.hrbudget.rules.internal.packs.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hrbudget.model.Bilingual;
import org.hrbudget.rules.internal.language.Aliases;
import org.hrbudget.rules.internal.language.FaultText;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.language.RuleChecker;
import org.hrbudget.rules.internal.language.SourceText;
import org.hrbudget.rules.internal.packs.Consolidation;
import org.hrbudget.rules.internal.packs.PackWords;
import org.hrbudget.rules.internal.packs.files.PropertyFile;
import org.hrbudget.text.Nearest;

/** The texts of a pack's rules in both languages, merged by key from the versions it is made of. */
public final class Messages {

    static final List<String> PARTS = List.of("title", "message", "remedy");

    private static final String ENGLISH = "messages.properties";
    private static final String SPANISH = "messages_es.properties";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)\\}");

    private final Consolidation pack;
    private final Map<String, PropertyFile.Entry> english;
    private final Map<String, PropertyFile.Entry> spanish;
    private final Faults faults;

    private Messages(Consolidation pack, Faults faults) {
        this.pack = pack;
        this.faults = faults;
        this.english = merged(pack, ENGLISH);
        this.spanish = merged(pack, SPANISH);
    }

    public static Messages of(Consolidation pack, Faults faults) {
        return new Messages(pack, faults);
    }

    private Map<String, PropertyFile.Entry> merged(Consolidation pack, String name) {
        Map<String, PropertyFile.Entry> merged = new TreeMap<>();
        for (SourceText source : pack.all(name)) {
            PropertyFile.parse(source, faults).entries().forEach(entry -> merged.put(entry.key(), entry));
        }
        return merged;
    }

    /** Reports texts of rules that were never there, which are misspelt ids: once for each id and language. */
    public void refuseUnknown(Set<String> ids) {
        for (Map<String, PropertyFile.Entry> language : List.of(english, spanish)) {
            Set<String> said = new TreeSet<>();
            for (PropertyFile.Entry entry : language.values()) {
                int dot = entry.key().lastIndexOf('.');
                String id = entry.key().substring(0, Math.max(dot, 0));
                String part = entry.key().substring(dot + 1);
                if (dot < 0) {
                    faults.add(entry.keyFault(PackWords.of("text-key", "key", entry.key())));
                } else if (!ids.contains(id) && said.add(id)) {
                    faults.add(entry.keyFault(PackWords.near("text-of-no-rule", id, ids, "id", id)));
                } else if (ids.contains(id) && !PARTS.contains(part)) {
                    faults.add(entry.keyFault(
                            PackWords.near("text-part", part, PARTS, Aliases.of("messages"), "part", part)));
                }
            }
        }
    }

    /**
     * {@return the texts of a rule by part, in both languages; faults are kept, and an empty text takes the place of one at fault}
     *
     * @param id the rule
     * @param names the names the rule gives to values
     */
    public Map<String, Bilingual> texts(String id, Set<String> names) {
        refuseMissing(id, english, ENGLISH, "language.english");
        refuseMissing(id, spanish, SPANISH, "language.spanish");
        Set<String> allowed = new TreeSet<>(names);
        allowed.addAll(RuleChecker.OF_EVERY_FINDING);
        Map<String, Bilingual> texts = new LinkedHashMap<>();
        for (String part : PARTS) {
            PropertyFile.Entry en = english.get(id + "." + part);
            PropertyFile.Entry es = spanish.get(id + "." + part);
            if (en == null || es == null || en.value().isEmpty() || es.value().isEmpty()) {
                texts.put(part, new Bilingual("", ""));
            } else {
                compare(en, es, part, allowed);
                texts.put(part, new Bilingual(en.value(), es.value()));
            }
        }
        return texts;
    }

    /** Says once what one language lacks of a rule. */
    private void refuseMissing(String id, Map<String, PropertyFile.Entry> texts, String file, String language) {
        List<String> missing = new ArrayList<>();
        for (String part : PARTS) {
            PropertyFile.Entry entry = texts.get(id + "." + part);
            if (entry == null) {
                missing.add(part);
            } else if (entry.value().isEmpty()) {
                faults.add(entry.keyFault(PackWords.of("text-empty", "key", entry.key())));
            }
        }
        if (!missing.isEmpty()) {
            faults.add(pack.ownOrEmpty(file)
                    .fault(PackWords.of(
                            missing.size() == PARTS.size() ? "texts-missing" : "text-missing",
                            "id",
                            id,
                            "parts",
                            parts(missing),
                            "language",
                            PackWords.text(language),
                            "keys",
                            missing.stream()
                                    .map(part -> id + "." + part + "=...")
                                    .collect(Collectors.joining(", ")))));
        }
    }

    private static Bilingual parts(List<String> parts) {
        List<Bilingual> named =
                parts.stream().map(part -> PackWords.text("part." + part)).toList();
        return named.size() == 1
                ? named.get(0)
                : PackWords.text("part.two", "first", named.get(0), "second", named.get(named.size() - 1));
    }

    private void compare(PropertyFile.Entry en, PropertyFile.Entry es, String part, Set<String> allowed) {
        Set<String> inEnglish = placeholders(en, allowed);
        Set<String> inSpanish = placeholders(es, allowed);
        boolean known = allowed.containsAll(inEnglish) && allowed.containsAll(inSpanish);
        if (known && !inEnglish.equals(inSpanish)) {
            faults.add(es.fault(difference(inEnglish, inSpanish)));
        }
        TextStyle.check(en, es, part, faults);
    }

    private static FaultText difference(Set<String> inEnglish, Set<String> inSpanish) {
        Set<String> lacking = new TreeSet<>(inEnglish);
        lacking.removeAll(inSpanish);
        if (!lacking.isEmpty()) {
            return PackWords.of("placeholder-lacking", "names", braced(lacking));
        }
        Set<String> more = new TreeSet<>(inSpanish);
        more.removeAll(inEnglish);
        return PackWords.of("placeholder-more", "names", braced(more));
    }

    private static String braced(Set<String> names) {
        return names.stream().map(name -> "{" + name + "}").collect(Collectors.joining(", "));
    }

    private Set<String> placeholders(PropertyFile.Entry entry, Set<String> allowed) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(entry.value());
        while (matcher.find()) {
            String name = matcher.group(1);
            found.add(name);
            // That a name has the sign of the rule is said already.
            if (!allowed.contains(name) && !name.startsWith("$")) {
                faults.add(entry.source()
                        .fault(
                                entry.start() + matcher.start(),
                                matcher.group(),
                                Nearest.to(name, allowed).isEmpty()
                                        ? PackWords.of(
                                                "placeholder-unknown",
                                                "name",
                                                name,
                                                "known",
                                                String.join(", ", allowed))
                                        : PackWords.near("placeholder-unknown", name, allowed, "name", name)));
            }
        }
        String rest = matcher.replaceAll(match -> " ".repeat(match.group().length()));
        for (int at = 0; at < rest.length(); at++) {
            if (rest.charAt(at) == '{' || rest.charAt(at) == '}') {
                faults.add(entry.source()
                        .fault(entry.start() + at, String.valueOf(rest.charAt(at)), PackWords.of("brace")));
                break;
            }
        }
        return found;
    }
}
