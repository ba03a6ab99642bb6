package org.hrbudget.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The groups of one dimension, by code. For one thread. */
final class Groups {

    private final Map<String, Group> byCode = new HashMap<>();
    private final List<Group> own = new ArrayList<>();
    private final List<Group> all;
    private final Group none;
    private final Group overlap;

    /**
     * @param all the groups of all dimensions so far, which the numbers of these follow
     */
    Groups(List<Group> all) {
        this.all = all;
        this.none = added(ComparisonDocument.GroupKind.NONE, "");
        this.overlap = added(ComparisonDocument.GroupKind.OVERLAP, "");
    }

    private Group added(ComparisonDocument.GroupKind kind, String code) {
        Group group = new Group(all.size(), kind, code);
        all.add(group);
        own.add(group);
        return group;
    }

    Group of(String code) {
        return byCode.computeIfAbsent(code, absent -> added(ComparisonDocument.GroupKind.GROUP, absent));
    }

    /** {@return the money that is under no code} */
    Group none() {
        return none;
    }

    /** {@return what is to be taken off, because it was counted under several codes} */
    Group overlap() {
        return overlap;
    }

    /** {@return those that have a line, by code, and then the money under none and what is to be taken off} */
    List<Group> sorted() {
        return own.stream()
                .filter(group -> group.lines(Side.BEFORE) + group.lines(Side.AFTER) > 0)
                .sorted(Comparator.comparing(Group::kind).thenComparing(Group::code))
                .toList();
    }
}
