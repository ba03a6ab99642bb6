package org.hrbudget.io.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.hrbudget.io.BudgetReadException;

/**
 * Goes through the tags of a part of a workbook and refuses what would cost the library that reads it far more than the part's size:
 * cells without end, columns that no sheet has, numbers of thousands of digits, formulas that are written out again in each cell. What
 * it learns of the sheet on its way is kept.
 */
final class PartScan {

    /** Longer than any tag whose attributes matter. */
    private static final int LONGEST_TAG = 1_024;

    /** The time that the attributes of a tag take grows with their square. */
    private static final int MOST_OF_TAG = 1 << 16;

    /** Columns that rows reach over without having a cell there: each costs time and memory all the same. */
    private static final long MOST_GAPS = 1L << 27;

    /** No number that a spreadsheet stores has more characters. */
    private static final int LONGEST_NUMBER = 1_000;

    /** Each cell is compared with each array formula; this many comparisons take half a minute at most. */
    private static final long MOST_COMPARED = 10_000_000_000L;

    /** A formula that cells share is written out for each, in steps that grow with its square. */
    private static final long MOST_WRITTEN = 4_000_000_000_000L;

    private static final byte[] COMMENT = "!--".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LITERAL = "![CDATA[".getBytes(StandardCharsets.US_ASCII);

    private enum Place {
        TEXT,
        TAG,
        COMMENT,
        LITERAL
    }

    private final String file;
    private final String part;
    private final SheetFacts facts = new SheetFacts();
    private final Map<String, String> targets = new HashMap<>();
    private final byte[] tag = new byte[LONGEST_TAG];
    private Place place = Place.TEXT;
    private int length;
    private byte quote;
    private int ends;
    private long seen;

    private long text;
    private long number;
    private boolean inRows;
    private int inRow;
    private int column;
    private int reach;
    private long gaps;
    private long cells;
    private boolean plain;
    private boolean shared;
    private boolean formula;
    private String reference = "";
    private boolean inCell;
    private boolean valued;
    private boolean inValue;
    private boolean inFormula;
    private long arrays;
    private long sharers;
    private long longest;
    private long lastText = -1;
    private long texts;

    PartScan(String file, String part) {
        this.file = file;
        this.part = part;
    }

    /** {@return what was learnt of the sheet} */
    SheetFacts facts() {
        return facts;
    }

    /** {@return where relationships lead, by their identifiers} */
    Map<String, String> targets() {
        return targets;
    }

    /** {@return the highest number of a shared text that a cell points at, or -1} */
    long lastText() {
        return lastText;
    }

    /** {@return how many shared texts the part has} */
    long texts() {
        return texts;
    }

    void take(byte[] bytes, int count) throws IOException {
        if (seen == 0 && count > 1 && isWide(bytes[0] & 0xff, bytes[1] & 0xff)) {
            throw new BudgetReadException(Texts.of("workbook.charset", "file", file, "part", part), null);
        }
        seen += count;
        for (int i = 0; i < count; i++) {
            byte b = bytes[i];
            switch (place) {
                case TEXT -> text(b);
                case TAG -> tag(b);
                case COMMENT, LITERAL -> skip(b);
            }
        }
    }

    /** UTF-16, with a mark of order or without: its bytes are not those of the tags that are looked for. */
    private static boolean isWide(int first, int second) {
        return (first == 0xfe && second == 0xff)
                || (first == 0xff && second == 0xfe)
                || (first == '<' && second == 0)
                || (first == 0 && second == '<');
    }

    private void text(byte b) {
        if (b == '<') {
            place = Place.TAG;
            length = 0;
            quote = 0;
        } else {
            character(b);
        }
    }

    private void character(byte b) {
        text++;
        if (inValue && shared) {
            number = b >= '0' && b <= '9' && number < Integer.MAX_VALUE ? number * 10 + b - '0' : Integer.MAX_VALUE;
        } else if (inValue && plain && text > LONGEST_NUMBER) {
            throw large(LONGEST_NUMBER);
        }
    }

    /** Comments and literal text end where their third sign of the end is. */
    private void skip(byte b) {
        boolean literal = place == Place.LITERAL;
        if (literal) {
            character(b);
        }
        if (b == '>' && ends >= 2) {
            place = Place.TEXT;
        }
        ends = b == (literal ? ']' : '-') ? ends + 1 : 0;
    }

    private void tag(byte b) {
        if (quote == 0 && b == '>') {
            place = Place.TEXT;
            ended();
            return;
        }
        if (length < LONGEST_TAG) {
            tag[length] = b;
        }
        length++;
        if (length > MOST_OF_TAG) {
            throw large(MOST_OF_TAG);
        }
        if (begins(COMMENT) || begins(LITERAL)) {
            place = tag[1] == '-' ? Place.COMMENT : Place.LITERAL;
            ends = 0;
            return;
        }
        if (b == quote) {
            quote = 0;
        } else if (quote == 0 && length > 1 && (b == '"' || b == '\'')) {
            quote = b;
        }
    }

    private boolean begins(byte[] with) {
        if (length != with.length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (tag[i] != with[i]) {
                return false;
            }
        }
        return true;
    }

    private void ended() {
        int known = Math.min(length, LONGEST_TAG);
        boolean closing = known > 0 && tag[0] == '/';
        int from = closing ? 1 : 0;
        int to = from;
        for (; to < known && tag[to] > ' ' && tag[to] != '/'; to++) {
            if (tag[to] == ':') {
                from = to + 1;
            }
        }
        boolean empty = known > 0 && length <= LONGEST_TAG && tag[known - 1] == '/';
        String name = to - from > 12 || to == from ? "" : new String(tag, from, to - from, StandardCharsets.ISO_8859_1);
        if (closing) {
            close(name);
        } else {
            open(name, empty);
        }
        text = 0;
    }

    private void open(String name, boolean empty) {
        switch (name) {
            case "row" -> row();
            case "c" -> {
                // The list of cells to be computed has cells too, and no rows.
                if (inRows) {
                    cell(empty);
                }
            }
            case "v" -> {
                inValue = !empty;
                number = 0;
            }
            case "f" -> formula(empty);
            case "si" -> texts++;
            case "col" -> column();
            case "mergeCell" -> {
                if (!facts.merge(attribute("ref"))) {
                    throw large(SheetFacts.MOST_MERGED);
                }
            }
            case "Relationship" -> relationship();
            default -> {}
        }
    }

    private void close(String name) {
        switch (name) {
            case "v" -> {
                valued |= text > 0;
                if (inValue && shared && text > 0) {
                    lastText = Math.max(lastText, number);
                }
                inValue = false;
            }
            case "f" -> {
                longest = Math.max(longest, inFormula ? text : 0);
                inFormula = false;
            }
            case "c" -> {
                inCell = false;
                if (formula && plain && !valued && column < SheetFacts.MOST_COLUMNS) {
                    facts.unvaluedColumns().set(column);
                }
            }
            default -> {}
        }
        check();
    }

    private void check() {
        if (arrays > MOST_COMPARED / Math.max(1, cells)
                || sharers > MOST_WRITTEN / Math.max(1, longest) / Math.max(1, longest)) {
            throw new BudgetReadException(Texts.of("workbook.formulas", "file", file, "part", part), null);
        }
    }

    private void row() {
        gaps += Math.max(0, reach - inRow);
        if (gaps > MOST_GAPS) {
            throw large(MOST_GAPS);
        }
        inRows = true;
        inRow = 0;
        reach = 0;
    }

    private void cell(boolean empty) {
        inRow++;
        cells++;
        reference = attribute("r");
        column = reference.isEmpty() ? inRow - 1 : SheetFacts.column(reference);
        if (inRow > SheetFacts.MOST_COLUMNS || column >= SheetFacts.MOST_COLUMNS || length > LONGEST_TAG) {
            throw large(SheetFacts.MOST_COLUMNS);
        }
        reach = Math.max(reach, column + 1);
        inCell = !empty;
        String type = attribute("t");
        plain = type.isEmpty() || type.equals("n");
        shared = !plain && (type.equals("s") || type.indexOf('&') >= 0);
        formula = false;
        valued = false;
        inValue = false;
        if (type.equals("d") && !empty) {
            facts.isoDate(name());
        }
    }

    /** {@return the cell as the sheet names it, or else its column} */
    private String name() {
        return reference.isEmpty() ? SheetFacts.name(column) : reference;
    }

    private void formula(boolean empty) {
        formula = true;
        // Behind the rows are formulas of what can be chosen.
        if (inCell && facts.formula() == null) {
            facts.formula(name());
        }
        inFormula = !empty;
        switch (attribute("t")) {
            case "array" -> arrays++;
            case "shared" -> sharers++;
            default -> {}
        }
    }

    private void column() {
        String hidden = attribute("hidden");
        String first = attribute("min");
        String last = attribute("max");
        if ((hidden.equals("1") || hidden.equals("true"))
                && first.matches("[0-9]{1,7}")
                && last.matches("[0-9]{1,7}")) {
            facts.hide(Integer.parseInt(first) - 1, Integer.parseInt(last) - 1);
        }
    }

    private void relationship() {
        if (part.equals(WorkbookCheck.RELATIONSHIPS)) {
            targets.put(attribute("Id"), attribute("Target"));
            if (targets.size() > WorkbookCheck.MOST_PARTS) {
                throw large(WorkbookCheck.MOST_PARTS);
            }
        }
    }

    /** {@return what an attribute of the tag says, whatever the prefix of its name; empty where it has none} */
    private String attribute(String name) {
        int known = Math.min(length, LONGEST_TAG);
        for (int i = 1; i < known; i++) {
            if (tag[i] == '=') {
                int value = i + 1;
                while (value < known && tag[value] <= ' ') {
                    value++;
                }
                int end = value + 1;
                while (end < known && tag[end] != tag[value]) {
                    end++;
                }
                if (isNamed(name, i)) {
                    return value < known
                            ? new String(
                                    tag,
                                    value + 1,
                                    Math.max(0, Math.min(end, known) - value - 1),
                                    StandardCharsets.UTF_8)
                            : "";
                }
                i = end;
            }
        }
        return "";
    }

    private boolean isNamed(String name, int equals) {
        int last = equals - 1;
        while (last > 0 && tag[last] <= ' ') {
            last--;
        }
        int first = last - name.length() + 1;
        if (first < 1 || (tag[first - 1] > ' ' && tag[first - 1] != ':')) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (tag[first + i] != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private BudgetReadException large(long limit) {
        return WorkbookCheck.large(file, part, limit);
    }
}
