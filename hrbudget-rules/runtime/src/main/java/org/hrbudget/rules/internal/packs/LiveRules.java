package org.hrbudget.rules.internal.packs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hrbudget.rules.internal.language.FaultText;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.language.RuleFileParser;
import org.hrbudget.rules.internal.language.RuleText;
import org.hrbudget.rules.internal.language.SourceText;

/**
 * The rules that hold in a version, reform by reform: a rule ends only where a reform says so, never because a file was replaced
 * by one that forgot it, and the id of a rule that ended is not used again.
 */
final class LiveRules {

    private final Consolidation pack;
    private final Faults faults;
    private final Map<String, List<RuleText>> parsed = new HashMap<>();
    /** The largest that comes along has some forty. Each file is within a limit of its own; together they are compiled at once. */
    private static final int MOST = 1_000;

    private final Set<String> everyId = new TreeSet<>();
    private final Set<String> repealed = new TreeSet<>();
    private Map<String, RuleText> live = new LinkedHashMap<>();

    private LiveRules(Consolidation pack, Faults faults) {
        this.pack = pack;
        this.faults = faults;
    }

    static LiveRules of(Consolidation pack, Faults faults) {
        LiveRules rules = new LiveRules(pack, faults);
        pack.chain().forEach(rules::reform);
        rules.refuseTooMany();
        return rules;
    }

    private void refuseTooMany() {
        if (live.size() > MOST) {
            RuleText first = rules().get(MOST);
            faults.add(first.source()
                    .fault(
                            first.id().start(),
                            first.id().text(),
                            PackWords.of("too-many-rules", "limit", Integer.toString(MOST))));
            // None of them is looked at: it would take as long as if they were taken.
            live = new LinkedHashMap<>();
        }
    }

    /** {@return the rules, in the order of files and of the rules in them} */
    List<RuleText> rules() {
        return List.copyOf(live.values());
    }

    /** {@return the ids of all rules there are or were} */
    Set<String> everyId() {
        return everyId;
    }

    private void reform(PackHeader version) {
        for (PackHeader.Repeal repeal : version.repeals()) {
            if (live.containsKey(repeal.id())) {
                repealed.add(repeal.id());
            } else {
                faults.add(repeal.fault(refusal(repeal.id())));
            }
        }
        Map<String, RuleText> now = new LinkedHashMap<>();
        for (SourceText file : pack.ruleFiles(version)) {
            for (RuleText rule : parsed(file)) {
                String id = rule.id().text();
                everyId.addAll(rule.ids());
                if (id.isEmpty()) {
                    // That it has no name is told where the file is read; what else is said of it needs one.
                    continue;
                }
                boolean own = ownFile(version, file);
                if (repealed.contains(id) && own) {
                    faults.add(file.fault(rule.id().start(), id, PackWords.of("repealed-id", "rule", id)));
                }
                if (!repealed.contains(id)) {
                    RuleText first = now.putIfAbsent(id, rule);
                    if (first != null) {
                        refuseTwice(own ? first : rule, own ? rule : first);
                    }
                }
            }
        }
        refuseForgotten(version, now.keySet());
        live = now;
    }

    private FaultText refusal(String id) {
        return repealed.contains(id)
                ? PackWords.of("repealed-before", "rule", id)
                : PackWords.near("repeal-unknown", id, live.keySet(), "rule", id);
    }

    private List<RuleText> parsed(SourceText file) {
        return parsed.computeIfAbsent(file.file(), name -> RuleFileParser.parse(file, faults));
    }

    private boolean ownFile(PackHeader version, SourceText file) {
        return file.file()
                .startsWith(version.manifest().jurisdiction() + "/"
                        + version.manifest().version() + "/");
    }

    private void refuseTwice(RuleText first, RuleText second) {
        faults.add(second.source()
                .fault(
                        second.id().start(),
                        second.id().text(),
                        PackWords.of(
                                "rule-twice",
                                "rule",
                                second.id().text(),
                                "file",
                                first.source().place(first.id().start()))));
    }

    private void refuseForgotten(PackHeader version, Set<String> now) {
        List<String> forgotten = new ArrayList<>(live.keySet());
        forgotten.removeAll(now);
        forgotten.removeAll(repealed);
        // A file with faults may have lost rules to them; those faults come first.
        if (!forgotten.isEmpty() && faults.isEmpty()) {
            faults.add(version.source().fault(PackWords.of("rules-forgotten", "rules", String.join(", ", forgotten))));
        }
    }
}
