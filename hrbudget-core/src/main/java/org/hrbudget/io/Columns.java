package org.hrbudget.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hrbudget.io.internal.Excerpt;
import org.hrbudget.io.internal.JsonRows;
import org.hrbudget.io.internal.MomentRows;
import org.hrbudget.io.internal.Rows;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.DataItem;
import org.jspecify.annotations.Nullable;

/** The headings of one file, matched to a layout. */
final class Columns {

    /** A field's columns in the file. */
    static final class Found {

        private final int[] at;
        private final int[] pad;
        private final String join;
        private final String label;
        private final boolean dated;

        private final boolean nested;

        private Found(int[] at, int[] pad, String join, boolean nested, String label, boolean dated) {
            this.nested = nested;
            this.dated = dated;
            this.label = label;
            this.at = at;
            this.pad = pad;
            this.join = join;
        }

        int[] at() {
            return at;
        }

        int[] pad() {
            return pad;
        }

        String join() {
            return join;
        }

        /** {@return whether the columns are the levels of one code, of which the deepest counts} */
        boolean nested() {
            return nested;
        }

        /** {@return what is between a code and its name in one cell; empty where the cell is the code} */
        String label() {
            return label;
        }

        /** {@return whether it holds days, of which the year counts} */
        boolean dated() {
            return dated;
        }
    }

    /** The columns of the results structure. */
    private static final Set<Field> RESULTS = EnumSet.of(Field.RESULT, Field.SUBRESULT, Field.ACTIVITY);

    private final Layout layout;
    private final Headings headings;
    private final Map<Field, Found> fields = new EnumMap<>(Field.class);
    private final List<Map<ActionLink.Part, Integer>> links = new ArrayList<>();
    private final BitSet money = new BitSet();
    private final Map<Layout.Skip, Integer> skips = new LinkedHashMap<>();
    private final Set<Integer> apart = new HashSet<>();

    private Columns(String file, Layout layout, List<String> headings) {
        this.layout = layout;
        this.headings = new Headings(file, headings, layout::folded);
    }

    /**
     * {@return the headings matched to the layout}
     *
     * @param passed columns that are known and not read
     * @throws BudgetReadException if one appears twice, one field has two, or a needed one is missing
     */
    static Columns match(String file, Layout layout, List<String> headings, List<Integer> passed) {
        Columns columns = new Columns(file, layout, headings);
        passed.forEach(columns.headings::pass);
        columns.headings.refuseTwice();
        columns.matchMoments();
        List<Layout.Column> missing = columns.matchFields();
        columns.matchLinks();
        columns.refuseMissing(missing);
        columns.matchSkips();
        if (layout.content().refuseSlips()) {
            columns.headings.refuseSlips(layout.headings());
        }
        return columns;
    }

    /**
     * {@return the rows brought together by line, where the layout says that each holds one of its amounts}
     *
     * @throws BudgetReadException if a column for that is missing, or there are too many rows
     */
    static Rows gathered(String file, Layout layout, Rows rows, ReadLimits limits) {
        Layout.Moments moments = layout.content().moments();
        if (moments == null) {
            return rows;
        }
        Columns columns = new Columns(file, layout, rows.headings());
        columns.headings.refuseTwice();
        int moment = columns.needed("moments", moments.headings());
        Set<Integer> line = new LinkedHashSet<>();
        moments.line().forEach(heading -> line.add(columns.needed("moments", List.of(heading))));
        // A row that is passed over must not take others of its line with it.
        columns.matchSkips();
        columns.skips.values().stream().filter(at -> at != moment).forEach(line::add);
        MomentRows.Places places = new MomentRows.Places(
                moment, columns.needed("moments", moments.amount()), List.copyOf(line), columns.named());
        Set<String> words = new HashSet<>();
        for (Layout.Column column : layout.content().columns()) {
            if (column.field().amount() != null) {
                column.parts().forEach(part -> part.headings().forEach(word -> words.add(layout.folded(word))));
            }
        }
        return new MomentRows(file, rows, places, words, layout::folded, limits);
    }

    private void matchMoments() {
        Layout.Moments moments = layout.content().moments();
        if (moments != null) {
            headings.use(needed("moments", moments.headings()));
            headings.use(needed("moments", moments.amount()));
            moments.line().forEach(heading -> apart.add(needed("moments", List.of(heading))));
        }
    }

    private List<Layout.Column> matchFields() {
        List<Layout.Column> missing = new ArrayList<>();
        for (Layout.Column column : layout.content().columns()) {
            int[] at = new int[column.parts().size()];
            int[] pad = new int[at.length];
            boolean all = true;
            for (int i = 0; i < at.length; i++) {
                Layout.Part part = column.parts().get(i);
                at[i] = headings.find(column.field().word(), part.headings());
                pad[i] = part.pad();
                all &= at[i] >= 0;
            }
            if (all) {
                fields.put(
                        column.field(),
                        new Found(at, pad, column.join(), column.nested(), column.label(), column.dated()));
                for (int index : at) {
                    money.set(index, column.field().amount() != null);
                    headings.use(index);
                }
            } else if (column.required()) {
                missing.add(column);
            }
        }
        return missing;
    }

    private void matchLinks() {
        int number = 0;
        for (Map<ActionLink.Part, List<String>> wanted : layout.links()) {
            number++;
            Map<ActionLink.Part, Integer> group = new EnumMap<>(ActionLink.Part.class);
            for (Map.Entry<ActionLink.Part, List<String>> part : wanted.entrySet()) {
                int index = headings.find("link " + number, part.getValue());
                if (index >= 0) {
                    group.put(part.getKey(), index);
                    money.set(index, part.getKey() == ActionLink.Part.AMOUNT || part.getKey() == ActionLink.Part.SHARE);
                    headings.use(index);
                }
            }
            if (!group.isEmpty()) {
                links.add(group);
            }
        }
    }

    private void matchSkips() {
        for (Layout.Skip skip : layout.content().skips()) {
            if (skip.headings() != null) {
                skips.put(skip, needed(skip.kept() ? "keep" : "skip", skip.headings()));
            }
        }
    }

    private int needed(String use, List<String> wanted) {
        int index = headings.find(use, wanted);
        if (index < 0) {
            throw lacking(use + " (" + String.join(", ", wanted) + ")", headings.near(wanted));
        }
        return index;
    }

    private void refuseMissing(List<Layout.Column> missing) {
        if (!missing.isEmpty()) {
            List<String> en = new ArrayList<>();
            Set<String> near = new TreeSet<>();
            for (Layout.Column column : missing) {
                List<String> looked = new ArrayList<>();
                for (Layout.Part part : column.parts()) {
                    if (headings.find(column.field().word(), part.headings()) < 0) {
                        looked.addAll(part.headings());
                        near.addAll(headings.near(part.headings()));
                    }
                }
                en.add(column.field().word() + " (" + String.join(", ", looked) + ")");
            }
            throw lacking(String.join("; ", en), near);
        }
        Set<Field> oneOf = layout.content().oneOf();
        if (!oneOf.isEmpty() && oneOf.stream().noneMatch(fields::containsKey)) {
            List<String> words = oneOf.stream().map(Field::word).toList();
            throw lacking(String.join(" | ", words), headings.near(words));
        }
        refuseWithoutMoney();
    }

    /** Without any amount there is no budget, and rules on amounts would be silent for a heading that was renamed. */
    private void refuseWithoutMoney() {
        if (amounts().isEmpty()) {
            List<String> looked = layout.content().columns().stream()
                    .filter(column -> column.field().amount() != null)
                    .flatMap(column -> column.parts().stream())
                    .flatMap(part -> part.headings().stream())
                    .toList();
            throw lacking(String.join(" | ", looked), headings.near(looked));
        }
    }

    private BudgetReadException lacking(String wanted, Set<String> near) {
        if (headings.all().stream().allMatch(String::isEmpty)) {
            return headings.refusal("header.none");
        }
        String found = String.join(
                ", ",
                headings.all().stream()
                        .filter(heading -> !heading.isEmpty())
                        .limit(40)
                        .toList());
        return headings.refusal(
                near.isEmpty() ? "header.lacks" : "header.lacks-near",
                "layout",
                layout.name(),
                "wanted",
                wanted,
                "near",
                String.join(", ", near),
                "found",
                Excerpt.of(found));
    }

    /** {@return how many columns there are} */
    int count() {
        return headings.all().size();
    }

    /** {@return how many columns a row must have at least: columns without a heading at the end may be left out} */
    int named() {
        return headings.named();
    }

    /** {@return the heading of a column, or a made one: {@code column 27}} */
    String heading(int index) {
        return headings.name(index);
    }

    /** {@return the columns of a field, or {@code null} where the file has none} */
    @Nullable
    Found found(Field field) {
        return fields.get(field);
    }

    /** {@return the columns of each link that the file has room for} */
    List<Map<ActionLink.Part, Integer>> links() {
        return links;
    }

    /** {@return the columns that are looked at to pass over a row} */
    Map<Layout.Skip, Integer> skips() {
        return skips;
    }

    /** {@return whether a column holds words or codes: it exists, and no amount is read from it} */
    boolean isText(int index) {
        return index < count() && !money.get(index);
    }

    /** {@return whether something is read from a column} */
    boolean reads(int index) {
        return headings.used().get(index);
    }

    /** {@return the columns that no field is made of} */
    int[] others() {
        BitSet others = headings.used();
        others.flip(0, count());
        return others.stream().toArray();
    }

    /** {@return what each column is read as, by its heading, in the order of the file} */
    Map<String, String> readAs() {
        Map<Integer, String> words = new TreeMap<>();
        skips.values().forEach(at -> words.put(at, "skip"));
        links.forEach(link -> link.forEach((part, at) -> words.put(
                at,
                part == ActionLink.Part.CODE
                        ? "action"
                        : "action_" + part.name().toLowerCase(Locale.ROOT))));
        fields.forEach((field, found) -> Arrays.stream(found.at()).forEach(at -> words.put(at, field.word())));
        Map<String, String> byHeading = new LinkedHashMap<>();
        words.forEach((at, word) -> byHeading.put(heading(at), word));
        return byHeading;
    }

    /**
     * {@return what becomes of the columns}
     *
     * @param linked whether the lines have links of their own, beside those in columns
     */
    Input.Account.Columns account(boolean linked) {
        List<String> absent = new ArrayList<>();
        for (Layout.Column column : layout.content().columns()) {
            if (!fields.containsKey(column.field())) {
                absent.add(column.field().word());
            }
        }
        if (layout.content().links() != null && links.isEmpty() && !linked) {
            absent.add(JsonRows.LINKS);
        }
        Set<Integer> looked = new HashSet<>(skips.values());
        looked.addAll(apart);
        return headings.account(looked, linked ? List.of(JsonRows.LINKS) : List.of(), absent);
    }

    /** {@return what these columns promise, amounts of every phase among them} */
    Set<DataItem> items() {
        Set<DataItem> items = EnumSet.noneOf(DataItem.class);
        for (Field field : fields.keySet()) {
            DataItem item = field.item();
            if (item != null) {
                items.add(item);
            }
        }
        if (!fields.keySet().containsAll(RESULTS)) {
            // A form that prints the result alone does not ask for the parts it has no column for.
            items.remove(DataItem.RESULT_STRUCTURE);
        }
        if (layout.content().items() && items.contains(DataItem.OBJECT_CODE)) {
            items.add(DataItem.OBJECT_ITEM);
        }
        if (!links.isEmpty()) {
            items.add(DataItem.LINKS);
        }
        return items;
    }

    /** {@return the kinds of amount that have a column} */
    Set<AmountKind> amounts() {
        Set<AmountKind> kinds = EnumSet.noneOf(AmountKind.class);
        for (Field field : fields.keySet()) {
            AmountKind kind = field.amount();
            if (kind != null) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    /** Refuses a file without an amount of the phase that its layout says its budgets report. */
    void requirePhase(BudgetPhase phase) {
        if (amounts().stream().noneMatch(kind -> kind.phase() == phase)) {
            // A layout without any such column says that its publisher gives none.
            List<String> looked = layout.content().columns().stream()
                    .filter(column -> column.field().amount() != null
                            && column.field().amount().phase() == phase)
                    .flatMap(column -> column.parts().stream())
                    .flatMap(part -> part.headings().stream())
                    .toList();
            if (!looked.isEmpty()) {
                throw headings.refusal(
                        "header.phase",
                        "layout",
                        layout.name(),
                        "phase",
                        phase.name().toLowerCase(Locale.ROOT),
                        "wanted",
                        String.join(" | ", looked));
            }
        }
    }

    /**
     * {@return the heading of the first column of each field, or of the levels of a code that of the deepest, by the field's word;
     * that of the money by the word of {@link DataItem#AMOUNT}, and the first that can hold a link by that of {@link DataItem#LINKS}}
     *
     * @param basis which amount is the money of a line
     */
    Map<String, String> headings(AmountKind basis) {
        Map<String, String> result = new TreeMap<>();
        fields.forEach((field, found) -> {
            int[] at = found.at();
            String heading = heading(at[found.nested() ? at.length - 1 : 0]);
            result.put(field.word(), heading);
            if (field.amount() == basis) {
                result.put(DataItem.AMOUNT.word(), heading);
            }
        });
        if (!links.isEmpty()) {
            result.put(
                    DataItem.LINKS.word(),
                    heading(links.get(0).values().iterator().next()));
        }
        return result;
    }
}
