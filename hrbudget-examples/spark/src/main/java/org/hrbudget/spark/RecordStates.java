package org.hrbudget.spark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The states in which the reader of separated text can be between two bytes, as far as they decide where a record begins, and the
 * moves between them. Whoever starts in the middle of a file does not know the state there: so all are followed at once. A <em>standing</em> is
 * where each of the sixteen has got to, four bits for each in a {@code long}; few standings can be reached, most moves lead from
 * one to itself, and a byte costs one look into a table.
 *
 * <p>It mirrors what the parser does with its settings here, broken records too: a quote opens only at the start of a cell, blanks
 * before it pass; what follows a closing quote is one wrong character, and the next is taken for the start of a cell. What is one
 * character there is the decoder's to say, so malformed UTF-8 has states of its own.
 */
final class RecordStates {

    /** How many states there are. */
    static final int COUNT = 16;

    /** The next byte begins a record. The state at the start of a file. */
    static final int RECORD = 0;

    /** After a CR that ended a record: an LF still belongs to it, any other byte begins the next. */
    private static final int CR = 1;

    /** At the start of a cell, blanks passed. */
    private static final int CELL = 2;

    private static final int UNQUOTED = 3;
    private static final int QUOTED = 4;

    /** After a quote in a quoted cell: it may be doubled. */
    private static final int QUOTE = 5;

    /** After a closing quote and blanks. */
    private static final int CLOSED = 6;

    // The character after a closing quote, which may take up to four bytes.
    private static final int TWO = 7;
    private static final int THREE_E0 = 8;
    private static final int THREE = 9;
    private static final int THREE_LAST = 10;
    private static final int FOUR_F0 = 11;
    private static final int FOUR = 12;
    private static final int FOUR_F4 = 13;
    private static final int FOUR_THIRD = 14;
    private static final int FOUR_LAST = 15;

    // Bytes that the same is done with; 0 for those of no meaning here.
    private static final int BLANK = 1;
    private static final int SEPARATOR = 2;
    private static final int QUOTE_SIGN = 3;
    private static final int CR_SIGN = 4;
    private static final int LF_SIGN = 5;
    private static final int NEXT_80 = 6;
    private static final int NEXT_90 = 7;
    private static final int NEXT_A0 = 8;
    private static final int LEAD_2 = 9;
    private static final int LEAD_E0 = 10;
    private static final int LEAD_3 = 11;
    private static final int LEAD_F0 = 12;
    private static final int LEAD_4 = 13;
    private static final int LEAD_F4 = 14;
    private static final int KINDS = 15;

    private static final RecordStates ALL = new RecordStates();

    private final int[] moves;
    private final int[] atRecord;
    private final int[] atRecordOrAfterCr;
    private final long[] standings;
    private final boolean[] steady;

    private RecordStates() {
        List<Long> found = new ArrayList<>();
        Map<Long, Integer> numbers = new HashMap<>();
        long start = 0;
        for (int state = 0; state < COUNT; state++) {
            start |= (long) state << (4 * state);
        }
        found.add(start);
        numbers.put(start, 0);
        List<int[]> all = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            int[] own = new int[KINDS];
            for (int kind = 0; kind < KINDS; kind++) {
                long to = moved(found.get(i), kind);
                own[kind] = numbers.computeIfAbsent(to, unseen -> {
                    found.add(unseen);
                    return found.size() - 1;
                });
            }
            all.add(own);
        }
        moves = all.stream().flatMapToInt(Arrays::stream).toArray();
        standings = found.stream().mapToLong(Long::longValue).toArray();
        atRecord = Arrays.stream(standings).mapToInt(s -> those(s, RECORD)).toArray();
        atRecordOrAfterCr = Arrays.stream(standings)
                .mapToInt(s -> those(s, RECORD) | those(s, CR))
                .toArray();
        steady = new boolean[standings.length];
        for (int standing = 0; standing < steady.length; standing++) {
            steady[standing] = moves[standing * KINDS] == standing && atRecordOrAfterCr[standing] == 0;
        }
    }

    private static long moved(long standing, int kind) {
        long to = 0;
        for (int from = 0; from < COUNT; from++) {
            to |= (long) moved(stateIn(standing, from), kind) << (4 * from);
        }
        return to;
    }

    private static int stateIn(long standing, int from) {
        return (int) (standing >>> (4 * from)) & 15;
    }

    private static int those(long standing, int state) {
        int mask = 0;
        for (int from = 0; from < COUNT; from++) {
            mask |= stateIn(standing, from) == state ? 1 << from : 0;
        }
        return mask;
    }

    private static int moved(int state, int kind) {
        boolean next = kind == NEXT_80 || kind == NEXT_90 || kind == NEXT_A0;
        return switch (state) {
            case CR -> kind == LF_SIGN ? RECORD : startingCell(kind);
            case UNQUOTED -> kind == SEPARATOR ? CELL : ending(kind, UNQUOTED);
            case QUOTED -> kind == QUOTE_SIGN ? QUOTE : QUOTED;
            case QUOTE -> kind == QUOTE_SIGN ? QUOTED : closed(kind);
            case CLOSED -> closed(kind);
            case TWO, THREE_LAST -> next ? CELL : startingCell(kind);
            case THREE_E0 -> kind == NEXT_A0 ? THREE_LAST : startingCell(kind);
            case THREE -> next ? THREE_LAST : startingCell(kind);
            case FOUR_F0 -> kind == NEXT_90 || kind == NEXT_A0 ? FOUR_THIRD : startingCell(kind);
            case FOUR -> next ? FOUR_THIRD : startingCell(kind);
            case FOUR_F4 -> kind == NEXT_80 ? FOUR_THIRD : startingCell(kind);
            case FOUR_THIRD -> next ? FOUR_LAST : startingCell(kind);
            // Two chars in Java: the first is what is wrong, the second starts a cell.
            case FOUR_LAST -> next ? UNQUOTED : startingCell(kind);
            default -> startingCell(kind);
        };
    }

    private static int startingCell(int kind) {
        return switch (kind) {
            case BLANK, SEPARATOR -> CELL;
            case QUOTE_SIGN -> QUOTED;
            default -> ending(kind, UNQUOTED);
        };
    }

    private static int closed(int kind) {
        return switch (kind) {
            case BLANK -> CLOSED;
            case LEAD_2 -> TWO;
            case LEAD_E0 -> THREE_E0;
            case LEAD_3 -> THREE;
            case LEAD_F0 -> FOUR_F0;
            case LEAD_4 -> FOUR;
            case LEAD_F4 -> FOUR_F4;
            default -> ending(kind, CELL);
        };
    }

    private static int ending(int kind, int otherwise) {
        return switch (kind) {
            case CR_SIGN -> CR;
            case LF_SIGN -> RECORD;
            default -> otherwise;
        };
    }

    /** {@return all states and moves} */
    static RecordStates all() {
        return ALL;
    }

    /**
     * {@return what is done with each of the 256 bytes, for {@link #move}}
     *
     * @param separator what is between cells, an ASCII character
     * @param utf8 whether the text is UTF-8; else each byte is one character
     */
    static byte[] kinds(char separator, boolean utf8) {
        byte[] kinds = new byte[256];
        Arrays.fill(kinds, 1, ' ' + 1, (byte) BLANK);
        kinds['"'] = QUOTE_SIGN;
        kinds['\r'] = CR_SIGN;
        kinds['\n'] = LF_SIGN;
        kinds[separator] = SEPARATOR;
        if (utf8) {
            Arrays.fill(kinds, 0x80, 0x90, (byte) NEXT_80);
            Arrays.fill(kinds, 0x90, 0xa0, (byte) NEXT_90);
            Arrays.fill(kinds, 0xa0, 0xc0, (byte) NEXT_A0);
            Arrays.fill(kinds, 0xc2, 0xe0, (byte) LEAD_2);
            kinds[0xe0] = LEAD_E0;
            Arrays.fill(kinds, 0xe1, 0xf0, (byte) LEAD_3);
            kinds[0xf0] = LEAD_F0;
            Arrays.fill(kinds, 0xf1, 0xf4, (byte) LEAD_4);
            kinds[0xf4] = LEAD_F4;
        }
        return kinds;
    }

    /**
     * {@return the number of the next standing}
     *
     * @param standing the number of a standing; 0 is the one in which nothing has been read
     * @param kind what is done with the byte
     */
    int move(int standing, byte kind) {
        return moves[standing * KINDS + kind];
    }

    /**
     * {@return whether bytes of kind 0, those of no meaning here, begin no record and lead back to this standing}
     *
     * @param standing the number of a standing
     */
    boolean isSteady(int standing) {
        return steady[standing];
    }

    /**
     * {@return from which states the next byte begins a record, a bit for each}
     *
     * @param standing the number of a standing
     * @param next the next byte
     */
    int begins(int standing, byte next) {
        return next == '\n' ? atRecord[standing] : atRecordOrAfterCr[standing];
    }

    /**
     * {@return the state in which one ends who started in another}
     *
     * @param standing the number of a standing
     * @param from the state at the start
     */
    int state(int standing, int from) {
        return stateIn(standings[standing], from);
    }
}
