package org.hrbudget.rules.internal.packs;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hrbudget.model.Bilingual;
import org.hrbudget.rules.internal.language.Advice;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.language.RuleChecker;
import org.hrbudget.rules.internal.language.SourceText;

/** The texts of a pack's rules in both languages, merged by key from the versions it is made of. */
final class Messages {

    private static final List<String> PARTS = List.of("title", "message", "remedy");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)\\}");

    private final Map<String, PropertyFile.Entry> english;
    private final Map<String, PropertyFile.Entry> spanish;
    private final Faults faults;

    private Messages(Consolidation pack, Faults faults) {
        this.faults = faults;
        this.english = merged(pack, "messages.properties");
        this.spanish = merged(pack, "messages_es.properties");
    }

    static Messages of(Consolidation pack, Faults faults) {
        return new Messages(pack, faults);
    }

    private Map<String, PropertyFile.Entry> merged(Consolidation pack, String name) {
        Map<String, PropertyFile.Entry> merged = new TreeMap<>();
        for (SourceText source : pack.all(name)) {
            PropertyFile.parse(source, faults).entries().forEach(entry -> merged.put(entry.key(), entry));
        }
        return merged;
    }

    /** Reports texts of rules that were never there, which are misspelt ids. */
    void refuseUnknown(Set<String> ids) {
        for (Map<String, PropertyFile.Entry> language : List.of(english, spanish)) {
            for (PropertyFile.Entry entry : language.values()) {
                int dot = entry.key().lastIndexOf('.');
                String id = entry.key().substring(0, Math.max(dot, 0));
                if (!ids.contains(id)) {
                    faults.add(entry.fault(
                            "\"" + entry.key() + "\" is a text of no rule of this pack.",
                            Advice.on(id, ids).en()));
                } else if (!PARTS.contains(entry.key().substring(dot + 1))) {
                    faults.add(entry.fault(
                            "A rule has no \"" + entry.key().substring(dot + 1) + "\".",
                            Advice.on(entry.key().substring(dot + 1), PARTS).en()));
                }
            }
        }
    }

    /**
     * {@return a text of a rule in both languages; faults are kept and an empty text stands in}
     *
     * @param id the rule
     * @param part title, message or remedy
     * @param names the names the rule gives to values
     * @param rule the rule's file, where a text is missing altogether
     */
    Bilingual text(String id, String part, Set<String> names, SourceText rule) {
        String key = id + "." + part;
        PropertyFile.Entry en = english.get(key);
        PropertyFile.Entry es = spanish.get(key);
        if (en == null || es == null || en.value().isEmpty() || es.value().isEmpty()) {
            String file = en == null || en.value().isEmpty() ? "messages.properties" : "messages_es.properties";
            faults.add(rule.fault(
                    "The rule \"" + id + "\" has no " + part + " in " + file + ".", "Write there: " + key + "=..."));
            return new Bilingual("", "");
        }
        Set<String> allowed = new TreeSet<>(names);
        allowed.addAll(RuleChecker.OF_EVERY_FINDING);
        Set<String> inEnglish = placeholders(en, allowed);
        Set<String> inSpanish = placeholders(es, allowed);
        if (!inEnglish.equals(inSpanish)) {
            faults.add(es.fault(
                    "The placeholders " + inSpanish + " differ from those of the English text, " + inEnglish + ".",
                    "Use the same ones in both languages."));
        }
        return new Bilingual(en.value(), es.value());
    }

    private Set<String> placeholders(PropertyFile.Entry entry, Set<String> allowed) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(entry.value());
        while (matcher.find()) {
            String name = matcher.group(1);
            found.add(name);
            if (!allowed.contains(name)) {
                faults.add(entry.source()
                        .fault(
                                entry.start() + matcher.start(),
                                matcher.group(),
                                "The rule gives no value the name \"" + name + "\".",
                                Advice.on(name, allowed).en()));
            }
        }
        String rest = matcher.replaceAll("");
        if (rest.indexOf('{') >= 0 || rest.indexOf('}') >= 0) {
            faults.add(entry.fault("A brace is not part of a placeholder.", "Write {name}, or no braces."));
        }
        return found;
    }
}
