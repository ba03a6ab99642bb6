package org.hrbudget.rules.authoring;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.DataItem;
import org.hrbudget.rules.RulePackException;
import org.hrbudget.rules.authoring.internal.diff.DiffWords;
import org.hrbudget.rules.authoring.internal.diff.PackComparison;
import org.hrbudget.rules.authoring.internal.words.Shown;
import org.hrbudget.rules.internal.packs.OpenPack;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What one pack means otherwise than another: rules, limits, legal bases, code lists and what the pack says of itself. It is
 * computed from conditions and tables, not from the text of files: another layout, comments, another name of a variable, a rule in
 * another file, or the same constraints in another order are no difference. (The order of constraints decides one thing alone: at
 * which column a finding points.) Immutable.
 *
 * @param before what the first pack says of itself
 * @param after what the second pack says of itself
 * @param header what it says of itself otherwise; the versions differ without being listed
 * @param rules what happens to rules, in the order of the law, those that ended where they stood; a rule that stays as it is, is not
 *     listed
 * @param limits limits added, ended and changed, in alphabetical order
 * @param legalBases legal bases added, ended and changed, in alphabetical order
 * @param codeLists code lists that differ, in the order of their names
 */
public record PackDiff(
        PackManifest before,
        PackManifest after,
        List<Change.Header> header,
        List<RuleDiff> rules,
        List<Change.Limit> limits,
        List<Change.Basis> legalBases,
        List<Change.CodeList> codeLists) {

    /** Copies the lists. */
    public PackDiff {
        header = List.copyOf(header);
        rules = List.copyOf(rules);
        limits = List.copyOf(limits);
        legalBases = List.copyOf(legalBases);
        codeLists = List.copyOf(codeLists);
    }

    /**
     * {@return what the second pack means otherwise than the first}
     *
     * @param before a pack of files
     * @param after a pack of files of the same jurisdiction
     * @throws RulePackException if they are of different jurisdictions, with a message in both languages
     * @throws IllegalArgumentException if one was not made of files by this library
     */
    public static PackDiff between(RulePack before, RulePack after) {
        return new PackComparison(OpenPack.of(before), OpenPack.of(after)).diff();
    }

    /** {@return whether both mean the same} */
    public boolean isEmpty() {
        return header.isEmpty() && rules.isEmpty() && limits.isEmpty() && legalBases.isEmpty() && codeLists.isEmpty();
    }

    /** {@return one paragraph: how many rules come, end and change, and what else does} */
    public Bilingual summary() {
        return DiffWords.summary(this);
    }

    /**
     * {@return what happens to a rule, if anything does}
     *
     * @param id the rule's id
     */
    public Optional<RuleDiff> rule(String id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /**
     * What a reform does to one rule. Immutable.
     *
     * @param id the rule's id
     * @param kind what happens to it
     * @param before the rule as it was, or {@code null} where it is new
     * @param after the rule as it is, or {@code null} where it ended
     * @param condition its condition in plain words: as it is, or as it was where it ended
     * @param changes what changes within it, the weightiest first; empty where it ended, and of a new one no more than the
     *     dates of its severity, if it has some
     */
    public record RuleDiff(
            String id,
            ChangeKind kind,
            @Nullable Rule before,
            @Nullable Rule after,
            Bilingual condition,
            List<Change> changes) {

        /** What happens to a rule. */
        public enum ChangeKind {
            /** It is new. */
            ADDED,
            /** It ends. */
            ENDED,
            /** It stays and changes. */
            CHANGED,
            /** It stays as it is, at another place among the rules. */
            MOVED
        }

        /** Copies the list. */
        public RuleDiff {
            changes = List.copyOf(changes);
        }

        /** {@return the rule as it is, or as it was where it ended} */
        public Rule rule() {
            Rule rule = after != null ? after : before;
            if (rule == null) {
                throw new IllegalStateException("A rule that neither was nor is: " + id);
            }
            return rule;
        }

        /** {@return what it rests on: instrument, article and day of publication, what is not known left out} */
        public String basis() {
            return Shown.basis(rule().legalBasis());
        }

        /**
         * {@return the change of this type, if there is one}
         *
         * @param type such as {@code Change.Weight.class}
         * @param <C> the type
         */
        public <C extends Change> Optional<C> change(Class<C> type) {
            return changes.stream().filter(type::isInstance).map(type::cast).findFirst();
        }
    }

    /**
     * One thing that differs between two packs: what it was, what it is, and a sentence that says so. What is {@code null} before was
     * not there, what is {@code null} after is there no more. Immutable.
     */
    public sealed interface Change {

        /** {@return the change in words; a line end separates what was from what is} */
        Bilingual sentence();

        /**
         * What a pack says of itself.
         *
         * @param field what of it
         * @param before what it said; a dash where no source gave it
         * @param after what it says; a dash where no source gives it
         * @param sentence the change in words
         */
        record Header(Field field, Bilingual before, Bilingual after, Bilingual sentence) implements Change {

            /** What a pack says of itself. */
            public enum Field {
                /** Its title. */
                TITLE,
                /** The manual or law it encodes. */
                INSTRUMENT,
                /** The day that was published. */
                PUBLISHED,
                /** Its first day in force. */
                IN_FORCE_FROM,
                /** Its last day in force. */
                IN_FORCE_TO,
                /** The fiscal years it governs. */
                FISCAL_YEARS
            }
        }

        /**
         * How much the findings of a rule weigh.
         *
         * @param before what they weighed
         * @param after what they weigh
         * @param sentence the change in words
         */
        record Weight(Severity before, Severity after, Bilingual sentence) implements Change {

            /** {@return whether they weigh more than before} */
            public boolean hardened() {
                return after.compareTo(before) < 0;
            }
        }

        /**
         * When a rule finds a defect.
         *
         * @param before what it found
         * @param after what it finds
         * @param parts what it demands otherwise, in the order of the rule; empty where it is about something else altogether
         * @param sentence the change in words
         */
        record Condition(Statement before, Statement after, List<Demand> parts, Bilingual sentence) implements Change {

            /** Copies the list. */
            public Condition {
                parts = List.copyOf(parts);
            }

            /**
             * A condition.
             *
             * @param subject the kind of fact it is about, such as {@code SpendingLine}
             * @param words it in plain words
             * @param written it as its file states it
             */
            public record Statement(String subject, Bilingual words, String written) {}

            /**
             * One of the things a rule demands before it finds a defect.
             *
             * @param before what it demanded, or {@code null} where it is demanded in addition
             * @param after what it demands, or {@code null} where it is demanded no more
             * @param sentence the change in words
             */
            public record Demand(
                    @Nullable Bilingual before, @Nullable Bilingual after, Bilingual sentence) {}
        }

        /**
         * A limit of the pack.
         *
         * @param code its code
         * @param before what it was, or {@code null}
         * @param after what it is, or {@code null}
         * @param rules the ids of the rules that compare with it, before or after, in alphabetical order
         * @param sentence the change in words, with units
         */
        record Limit(
                String code,
                Rule.@Nullable Parameter before,
                Rule.@Nullable Parameter after,
                SortedSet<String> rules,
                Bilingual sentence)
                implements Change {

            /** Copies the set. */
            public Limit {
                rules = Collections.unmodifiableSortedSet(new TreeSet<>(rules));
            }
        }

        /**
         * What a rule rests on: another legal basis, or the same said otherwise.
         *
         * @param before what it rested on
         * @param after what it rests on
         * @param sentence the change in words
         */
        record RestsOn(Rule.LegalBasis before, Rule.LegalBasis after, Bilingual sentence) implements Change {}

        /**
         * A legal basis of the pack.
         *
         * @param key its key
         * @param before what it was, or {@code null}
         * @param after what it is, or {@code null}
         * @param rules the ids of the rules that rest on it, before or after, in alphabetical order
         * @param sentence the change in words
         */
        record Basis(
                String key,
                Rule.@Nullable LegalBasis before,
                Rule.@Nullable LegalBasis after,
                SortedSet<String> rules,
                Bilingual sentence)
                implements Change {

            /** Copies the set. */
            public Basis {
                rules = Collections.unmodifiableSortedSet(new TreeSet<>(rules));
            }
        }

        /**
         * A text of a rule.
         *
         * @param part which of its texts
         * @param before what it said
         * @param after what it says
         * @param sentence the change in words, in the reader's language where that text changed
         */
        record Text(Part part, Bilingual before, Bilingual after, Bilingual sentence) implements Change {

            /** The texts of a rule. */
            public enum Part {
                /** The defect in a few words. */
                TITLE,
                /** What is wrong. */
                MESSAGE,
                /** What to do. */
                REMEDY
            }
        }

        /**
         * The data that a rule cannot do without.
         *
         * @param before what it needed
         * @param after what it needs
         * @param sentence the change in words
         */
        record Needs(Set<DataItem> before, Set<DataItem> after, Bilingual sentence) implements Change {

            /** Copies the sets. */
            public Needs {
                before = Set.copyOf(before);
                after = Set.copyOf(after);
            }
        }

        /**
         * What the findings of a rule cite: properties and limits, whatever names the rule gives them.
         *
         * @param before what they cited, in alphabetical order
         * @param after what they cite
         * @param sentence the change in words
         */
        record Cites(SortedSet<String> before, SortedSet<String> after, Bilingual sentence) implements Change {

            /** Copies the sets. */
            public Cites {
                before = Collections.unmodifiableSortedSet(new TreeSet<>(before));
                after = Collections.unmodifiableSortedSet(new TreeSet<>(after));
            }
        }

        /**
         * The place of a rule among the others, which is that of its findings in a report.
         *
         * @param before the rule it stood after, or {@code null} where it stood first
         * @param after the rule it is after, or {@code null} where it is first
         * @param sentence the change in words
         */
        record Place(@Nullable String before, @Nullable String after, Bilingual sentence) implements Change {}

        /**
         * A code list.
         *
         * @param list its name, such as {@code unit-kinds}
         * @param before its codes and what each stood for, with its time where that is dated; empty where there was no such list
         * @param after its codes and what each stands for, with its time where that is dated; empty where there is no such list
         * @param sentence the change in words, with counts and the first few codes
         */
        record CodeList(
                String list, SortedMap<String, String> before, SortedMap<String, String> after, Bilingual sentence)
                implements Change {

            /** Copies the maps. */
            public CodeList {
                before = Collections.unmodifiableSortedMap(new TreeMap<>(before));
                after = Collections.unmodifiableSortedMap(new TreeMap<>(after));
            }

            /** {@return the codes that are new, in order} */
            public SortedSet<String> added() {
                return codes(after, before);
            }

            /** {@return the codes that are gone, in order} */
            public SortedSet<String> ended() {
                return codes(before, after);
            }

            /** {@return the codes that stand for something else, in order} */
            public SortedSet<String> renamed() {
                SortedSet<String> codes = new TreeSet<>(before.keySet());
                codes.retainAll(after.keySet());
                codes.removeIf(code -> String.valueOf(before.get(code)).equals(after.get(code)));
                return Collections.unmodifiableSortedSet(codes);
            }

            private static SortedSet<String> codes(Map<String, String> of, Map<String, String> without) {
                SortedSet<String> codes = new TreeSet<>(of.keySet());
                codes.removeAll(without.keySet());
                return Collections.unmodifiableSortedSet(codes);
            }
        }
    }
}
