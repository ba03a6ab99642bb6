package org.hrbudget.cli.collection;

import java.util.Comparator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which version of a unit's budget a file is, as its name says: the latest day in it, such as {@code 2010-11-15} or
 * {@code 20101115}, then the number in {@code v2}, {@code versión 2}, {@code rev. 2} or {@code (2)}, then the name, in which numbers
 * count by their value. A name without a day is before all that have one, and one without a number before all numbered.
 *
 * @param day the day as eight digits, or an empty text
 * @param number the number, or 0
 * @param name the name, with its numbers filled up with zeros
 */
record Version(String day, int number, String name) implements Comparable<Version> {

    private static final Pattern DAY =
            Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)[-_. ]?(0[1-9]|1[0-2])[-_. ]?(0[1-9]|[12]\\d|3[01])(?!\\d)");
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\p{L}])(?:v|ver|versi[oó]n|rev)[-_. ]*(\\d{1,4})(?!\\d)|\\((\\d{1,4})\\)");
    private static final Pattern DIGITS = Pattern.compile("\\d{1,18}");

    private static final Comparator<Version> ORDER =
            Comparator.comparing(Version::day).thenComparingInt(Version::number).thenComparing(Version::name);

    /**
     * {@return the version that a name says}
     *
     * @param path the file's path, folded
     * @param unit what tells the unit's code in it, which is no number of a version
     */
    static Version of(String path, Pattern unit) {
        String name = unit.matcher(path).replaceAll(" ");
        String day = DAY.matcher(name)
                .results()
                .map(found -> found.group(1) + found.group(2) + found.group(3))
                .max(Comparator.naturalOrder())
                .orElse("");
        int number = NUMBER.matcher(DAY.matcher(name).replaceAll(" "))
                .results()
                .mapToInt(Version::number)
                .max()
                .orElse(0);
        Matcher digits = DIGITS.matcher(path);
        return new Version(
                day,
                number,
                digits.replaceAll(run -> "0".repeat(18 - run.group().length()) + run.group()));
    }

    private static int number(MatchResult found) {
        return Integer.parseInt(found.group(1) != null ? found.group(1) : found.group(2));
    }

    /** {@return whether only the rest of the names tells which of the two is newer} */
    boolean isBesides(Version other) {
        return day.equals(other.day) && number == other.number;
    }

    @Override
    public int compareTo(Version other) {
        return ORDER.compare(this, other);
    }
}
