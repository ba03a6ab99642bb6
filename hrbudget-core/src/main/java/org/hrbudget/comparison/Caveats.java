package org.hrbudget.comparison;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.hrbudget.comparison.BudgetComparison.Dimension;
import org.hrbudget.model.FiscalYear;

/** What a reader has to know before believing the numbers: what could not be read, compared or told. */
final class Caveats {

    private static final int MOST_NAMED = 10;
    private static final int MOST_TURNED = 3;

    private final Grouping grouping;
    private final Sides sides;
    private final Prices prices;
    private final ComparisonWords words;
    private final ComparisonDocument.Side before;
    private final ComparisonDocument.Side after;
    private final String labelBefore;
    private final String labelAfter;

    Caveats(
            Grouping grouping,
            Sides sides,
            Prices prices,
            ComparisonDocument.Side before,
            ComparisonDocument.Side after,
            Locale locale) {
        this.grouping = grouping;
        this.sides = sides;
        this.prices = prices;
        this.words = new ComparisonWords(locale);
        this.before = before;
        this.after = after;
        this.labelBefore = words.label(before, after, true);
        this.labelAfter = words.label(after, before, false);
    }

    List<String> warnings(Collection<ComparisonDocument.Table> tables) {
        List<String> warnings = new ArrayList<>();
        before.faults().forEach(fault -> warnings.add(words.say("warning.fault", "side", labelBefore, "fault", fault)));
        after.faults().forEach(fault -> warnings.add(words.say("warning.fault", "side", labelAfter, "fault", fault)));
        count(warnings, "warning.rejected", labelBefore, rejected(before));
        count(warnings, "warning.rejected", labelAfter, rejected(after));
        for (ComparisonDocument.Table table : tables) {
            turned(warnings, table);
        }
        return warnings.stream().distinct().toList();
    }

    /** The total by itself, then the groups of a table together, those of the largest changes by name. */
    private void turned(List<String> warnings, ComparisonDocument.Table table) {
        List<ComparisonDocument.Group> turned = table.groups().stream()
                .filter(group -> !group.turnedBy().isEmpty())
                .sorted(ComparisonText.LARGEST_FIRST)
                .toList();
        if (!table.total().turnedBy().isEmpty()) {
            warnings.add(words.say(
                    "warning.turned",
                    "index",
                    prices.indices().get(0).name(),
                    "others",
                    String.join(", ", table.total().turnedBy())));
        }
        if (!turned.isEmpty()) {
            String named = turned.stream()
                    .limit(MOST_TURNED)
                    .map(group -> words.name(table, group))
                    .collect(Collectors.joining("; "));
            warnings.add(words.say(
                    "warning.turned-groups",
                    "by",
                    words.say("by." + table.by()),
                    "count",
                    ComparisonWords.whole(turned.size()),
                    "index",
                    prices.indices().get(0).name(),
                    "others",
                    turned.stream()
                            .flatMap(group -> group.turnedBy().stream())
                            .distinct()
                            .sorted()
                            .collect(Collectors.joining(", ")),
                    "groups",
                    turned.size() > MOST_TURNED ? named + "; \u2026" : named));
        }
    }

    private static long rejected(ComparisonDocument.Side side) {
        return side.inputs().stream()
                .mapToLong(ComparisonDocument.Input::rowsRejected)
                .sum();
    }

    private void count(List<String> said, String key, String side, long count) {
        if (count > 0) {
            said.add(words.say(key, "side", side, "count", ComparisonWords.whole(count)));
        }
    }

    List<String> notes(
            Set<Dimension> asked, boolean programme, boolean unlinked, Collection<ComparisonDocument.Table> tables) {
        List<String> notes = new ArrayList<>();
        kinds(notes);
        if (!Objects.equals(before.jurisdiction(), after.jurisdiction())) {
            notes.add(words.say("note.jurisdictions", "before", before.jurisdiction(), "after", after.jurisdiction()));
        }
        years(notes, sides.before(), labelBefore);
        years(notes, sides.after(), labelAfter);
        count(notes, "note.no-amount", labelBefore, before.linesWithoutAmount());
        count(notes, "note.no-amount", labelAfter, after.linesWithoutAmount());
        if (asked.contains(Dimension.RIGHT) && !programme) {
            notes.add(words.say("note.no-programme"));
        }
        if (unlinked) {
            notes.add(words.say("note.unlinked"));
        } else if (asked.contains(Dimension.ACTION) && !programme) {
            notes.add(words.say("note.actions-as-written"));
        }
        count(notes, "note.links", labelBefore, grouping.linksToNoAction(Side.BEFORE));
        count(notes, "note.links", labelAfter, grouping.linksToNoAction(Side.AFTER));
        units(notes);
        tables.forEach(table -> oneSided(notes, table));
        widths(notes);
        if (grouping.trail().notFollowed() > 0) {
            notes.add(words.say(
                    "note.not-followed",
                    "count",
                    ComparisonWords.whole(grouping.trail().notFollowed())));
        }
        if (prices.known()) {
            notes.add(words.say("note.rounding"));
        }
        return notes;
    }

    private void kinds(List<String> notes) {
        if (sides.before().kind() != sides.after().kind()) {
            notes.add(words.say(
                    "note.kinds",
                    "before",
                    words.kind(sides.before().kind()),
                    "after",
                    words.kind(sides.after().kind())));
        }
    }

    private void years(List<String> notes, Side side, String label) {
        FiscalYear year = side.year();
        SortedSet<FiscalYear> years = side.years();
        if (year != null) {
            String others = years.stream()
                    .filter(other -> !other.equals(year))
                    .map(FiscalYear::toString)
                    .collect(Collectors.joining(", "));
            if (!others.isEmpty()) {
                notes.add(words.say("note.other-years", "side", label, "year", year.toString(), "others", others));
            }
            return;
        }
        notes.add(
                years.isEmpty()
                        ? words.say("note.year-unknown", "side", label)
                        : words.say(
                                "note.years",
                                "side",
                                label,
                                "first",
                                years.first().toString(),
                                "last",
                                years.last().toString()));
    }

    private void units(List<String> notes) {
        Successions successions = grouping.successions();
        if (!successions.followed().isEmpty()) {
            notes.add(words.say("note.followed", "units", some(successions.followed())));
        }
        for (var split : successions.split().entrySet()) {
            notes.add(words.say("note.split", "from", split.getKey(), "to", some(split.getValue())));
        }
        if (!successions.unused().isEmpty()) {
            notes.add(words.say("note.unused", "units", some(successions.unused())));
        }
    }

    private static String some(Set<String> codes) {
        String named = codes.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return codes.size() > MOST_NAMED ? named + ", \u2026 (" + codes.size() + ")" : named;
    }

    private void oneSided(List<String> notes, ComparisonDocument.Table table) {
        long added = Conclusion.count(table, ComparisonDocument.Presence.AFTER_ONLY);
        long dropped = Conclusion.count(table, ComparisonDocument.Presence.BEFORE_ONLY);
        if (added + dropped > 0) {
            notes.add(words.say(
                    "note.one-sided",
                    "by",
                    words.say("by." + table.by()),
                    "before",
                    labelBefore,
                    "after",
                    labelAfter,
                    "dropped",
                    ComparisonWords.whole(dropped),
                    "gone",
                    money(table, ComparisonDocument.Presence.BEFORE_ONLY),
                    "added",
                    ComparisonWords.whole(added),
                    "come",
                    money(table, ComparisonDocument.Presence.AFTER_ONLY)));
        }
        if (table.groups().stream().anyMatch(group -> group.kind() == ComparisonDocument.GroupKind.OVERLAP)) {
            notes.add(words.say("note.overlap." + table.by()));
        }
    }

    private static String money(ComparisonDocument.Table table, ComparisonDocument.Presence presence) {
        return ComparisonWords.shown(table.groups().stream()
                .filter(group -> group.kind() == ComparisonDocument.GroupKind.GROUP && group.presence() == presence)
                .map(group -> new BigDecimal(group.nominal().before())
                        .add(new BigDecimal(group.nominal().after())))
                .reduce(Side.ZERO, BigDecimal::add)
                .toPlainString());
    }

    private void widths(List<String> notes) {
        SortedSet<Integer> ofBefore = sides.before().codeWidths();
        SortedSet<Integer> ofAfter = sides.after().codeWidths();
        if (!ofBefore.isEmpty() && !ofAfter.isEmpty() && !ofBefore.equals(ofAfter)) {
            notes.add(words.say(
                    "note.widths",
                    "before",
                    labelBefore,
                    "after",
                    labelAfter,
                    "first",
                    ofBefore.stream().map(String::valueOf).collect(Collectors.joining(", ")),
                    "second",
                    ofAfter.stream().map(String::valueOf).collect(Collectors.joining(", "))));
        }
    }
}
