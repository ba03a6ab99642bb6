package org.hrbudget.io.internal;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.hrbudget.model.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * Notes characters that no office writes and that appear where a text is read in another charset than it was written in: controls
 * from U+0080 to U+009F, {@code \u00c3} before a sign, signs of money between two letters, and U+FFFD, which stands for letters that
 * are lost.
 */
final class Misreading {

    /** What vowels with accents of the old code pages of DOS become, and what no word has inside. */
    private static final String SIGNS_OF_DOS =
            "\u00a1\u00a2\u00a3\u00a4\u00a5\u201a\u0192\u201e\u2020\u2021\u00a6\u00a7\u00ac";

    private static final char LOST = '\ufffd';
    private static final int SHOWN_BEFORE = 12;
    private static final int SHOWN_AFTER = 12;

    private long controls;
    private long controlsInWords;
    private long pairs;
    private long signs;
    private long lost;
    private char before;
    private char beforeThat;
    private @Nullable String sample;

    /** Looks at a character that is not of ASCII, or follows one that is not. */
    void see(char[] text, int at, int end) {
        char c = text[at];
        char last = at > 0 ? text[at - 1] : before;
        char lastButOne = at > 1 ? text[at - 2] : at == 1 ? before : beforeThat;
        if (c >= '\u0080' && c <= '\u009f') {
            controls++;
            controlsInWords += Character.isLetter(last) ? 1 : 0;
        } else if (c == LOST) {
            lost++;
        } else if ((last == '\u00c3' || last == '\u00c2') && ((c >= '\u00a0' && c <= '\u00bf') || isOfWindows(c))) {
            pairs++;
        } else if (SIGNS_OF_DOS.indexOf(last) >= 0 && Character.isLetter(lastButOne) && Character.isLetter(c)) {
            signs++;
        } else {
            return;
        }
        if (sample == null) {
            sample = around(text, at, end);
        }
    }

    /** {@return the character and some of its line on both sides} */
    private static String around(char[] text, int at, int end) {
        int from = at;
        while (from > 0 && at - from < SHOWN_BEFORE && !isLineEnd(text[from - 1])) {
            from--;
        }
        int to = at;
        while (to < end && to - at < SHOWN_AFTER && !isLineEnd(text[to])) {
            to++;
        }
        return new String(text, from, to - from);
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    /** Keeps the last characters of a piece of text, which the next one follows. */
    void piece(char[] text, int end) {
        if (end > 0) {
            beforeThat = end > 1 ? text[end - 2] : before;
            before = text[end - 1];
        }
    }

    /** {@return whether it is what windows-1252 has where Latin-1 has controls} */
    private static boolean isOfWindows(char c) {
        return c > '\u00ff'
                && "\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178"
                                .indexOf(c)
                        >= 0;
    }

    /** {@return what is to be said of them, if there were any} */
    Optional<Bilingual> doubt(String file, Charset charset) {
        String shown = sample;
        if (shown == null) {
            return Optional.empty();
        }
        long count = controls + pairs + signs + lost;
        String key = lost == count ? "doubt.lost" : isWrittenTwice(charset) ? "doubt.twice" : "doubt.charset";
        return Optional.of(Texts.of(
                key,
                "file",
                file,
                "count",
                Long.toString(count),
                "sample",
                shown,
                "charset",
                charset.name(),
                "better",
                better()));
    }

    private boolean isWrittenTwice(Charset charset) {
        return pairs >= controls + signs && charset.equals(StandardCharsets.UTF_8);
    }

    private String better() {
        if (pairs >= controls + signs) {
            return "UTF-8";
        }
        // Windows has quotes and dashes there, the code page of DOS has letters.
        return signs > 0 || controlsInWords * 2 >= controls ? "IBM850" : "windows-1252";
    }
}
