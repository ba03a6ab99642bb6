package org.hrbudget.io;

import java.io.IOException;
import java.io.Serial;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hrbudget.io.internal.CellProblem;
import org.hrbudget.io.internal.Excerpt;
import org.hrbudget.io.internal.Row;
import org.hrbudget.io.internal.Texts;
import org.hrbudget.model.Amounts;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.internal.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * Numbers above zero by year that amounts are divided by: an index of prices (INPC, the deflator of a product), or a population. None
 * comes along. Immutable and serialisable.
 *
 * <p>As CSV in UTF-8: a column of periods ({@code period, year, month, date, año, mes, fecha, periodo, ejercicio}), written
 * {@code 2009}, {@code 2009-01} or {@code 2009-01-01}, which is the month; a column of numbers ({@code value, index, population, valor,
 * índice, inpc, ipc, deflator, deflactor, población, pib_nominal}); and optionally {@code source} ({@code fuente}), what is said of where
 * it is from. A year has one row, or twelve for its months: then its number is their mean. A year with fewer months is refused where
 * it is asked for. A file with one wrong row is refused as a whole.
 *
 * <pre>{@code
 * YearlySeries prices = YearlySeries.read(Path.of("inpc.csv"));
 * BigDecimal today = prices.at(new BigDecimal("100.00"), FiscalYear.of(2009), FiscalYear.of(2010));
 * }</pre>
 */
public final class YearlySeries implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    /** The decimals of a ratio, as many as those of reports. */
    private static final int DECIMALS = 10;

    private static final int MONTHS = 12;
    private static final int MOST_SOURCES = 3;

    private static final Map<String, List<String>> COLUMNS = Map.of(
            "period",
            List.of("period", "year", "month", "date", "año", "anio", "mes", "fecha", "periodo", "ejercicio", "ciclo"),
            "value",
            List.of(
                    "value",
                    "index",
                    "population",
                    "valor",
                    "índice",
                    "indice",
                    "inpc",
                    "ipc",
                    "cpi",
                    "deflator",
                    "deflactor",
                    "población",
                    "poblacion",
                    "gdp",
                    "pib",
                    "pib_nominal"),
            "source",
            List.of("source", "fuente"));

    private static final Pattern PERIOD = Pattern.compile("([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?");
    private static final Pattern ONE_GROUP = Pattern.compile("[0-9]{1,3},[0-9]{3}");
    private static final Set<String> PEOPLE = Set.of("population", "población", "poblacion");
    private static final Pattern NUMBER =
            Pattern.compile("(?:[0-9]{1,18}|[0-9]{1,3}(?:,[0-9]{3}){1,5})(?:\\.[0-9]{1,20})?");

    /** A year: the sum of what its rows have, and which months they are of; none where one row has the whole year. */
    private record Year(BigDecimal sum, BitSet months) implements Serializable {

        boolean isWhole() {
            return months.isEmpty() || months.cardinality() == MONTHS;
        }

        BigDecimal parts() {
            return months.isEmpty() ? BigDecimal.ONE : BigDecimal.valueOf(MONTHS);
        }
    }

    private final String name;
    private final @Nullable String source;
    private final @Nullable String sha256;
    private final TreeMap<Integer, Year> years;

    private YearlySeries(String name, @Nullable String source, @Nullable String sha256, Map<Integer, Year> years) {
        this.name = name;
        this.source = source;
        this.sha256 = sha256;
        this.years = new TreeMap<>(years);
    }

    /**
     * {@return the series in a file}
     *
     * @param file the file
     * @throws BudgetReadException if it cannot be read or one of its rows is wrong
     */
    public static YearlySeries read(Path file) {
        return read(Input.of(file));
    }

    /**
     * {@return the series in an input}
     *
     * @param input the input
     * @throws BudgetReadException if it cannot be read or one of its rows is wrong
     */
    public static YearlySeries read(Input input) {
        TreeMap<Integer, Year> years = new TreeMap<>();
        Set<String> sources = new LinkedHashSet<>();
        try (ReferenceTable table =
                ReferenceTable.open(input, ReadLimits.DEFAULT, COLUMNS, List.of("period", "value"))) {
            table.each(row -> {
                take(table, row, years);
                String said = table.text(row, "source");
                if (said != null && sources.size() < MOST_SOURCES) {
                    sources.add(said);
                }
            });
            if (years.isEmpty()) {
                throw new BudgetReadException(Texts.of("table.no-rows", "file", input.name()), null);
            }
            String source = sources.isEmpty() ? null : String.join("; ", sources);
            return new YearlySeries(input.name(), source, table.sha256(), years);
        } catch (IOException e) {
            throw new BudgetReadException(
                    Texts.of("file.unreadable", "file", input.name(), "reason", String.valueOf(e.getMessage())), e);
        }
    }

    private static void take(ReferenceTable table, Row row, Map<Integer, Year> years) throws CellProblem {
        String period = table.needed(row, "period");
        String text = table.needed(row, "value");
        Matcher parts = PERIOD.matcher(period);
        int month = !parts.matches() || parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
        if (!parts.matches() || month > MONTHS || (month == 0 && parts.group(2) != null)) {
            throw new CellProblem(
                    table.heading("period"), period, Texts.of("series.period", "value", Excerpt.of(period)));
        }
        // 104,123 may be a hundred thousand people; of an index it is a decimal comma, and would be a thousand times
        // what is meant.
        boolean decimalComma =
                ONE_GROUP.matcher(text).matches() && !PEOPLE.contains(Spelling.folded(table.heading("value")));
        BigDecimal number = !decimalComma && NUMBER.matcher(text).matches()
                ? new BigDecimal(text.replace(",", ""))
                : BigDecimal.ZERO;
        if (number.signum() == 0) {
            throw new CellProblem(table.heading("value"), text, Texts.of("series.value", "value", Excerpt.of(text)));
        }
        int year = Integer.parseInt(parts.group(1));
        Year before = years.get(year);
        if (before != null && (month == 0 || before.months.isEmpty() || before.months.get(month))) {
            throw new CellProblem(table.heading("period"), period, Texts.of("series.twice", "period", period));
        }
        BitSet months = before == null ? new BitSet() : before.months;
        if (month > 0) {
            months.set(month);
        }
        years.put(year, new Year(before == null ? number : before.sum.add(number), months));
    }

    /**
     * {@return a series of numbers at hand}
     *
     * @param name what reports call it
     * @param source what is said of where it is from, or {@code null}
     * @param values the number of each year, above zero
     * @throws IllegalArgumentException if a number is not above zero
     */
    public static YearlySeries of(String name, @Nullable String source, Map<FiscalYear, BigDecimal> values) {
        Objects.requireNonNull(name, "name");
        TreeMap<Integer, Year> years = new TreeMap<>();
        values.forEach((year, value) -> {
            if (value.signum() <= 0) {
                throw new IllegalArgumentException("The series " + name + " has " + value.toPlainString() + " for "
                        + year + ".\nMaybe leave the year out: nothing can be divided by it.");
            }
            years.put(year.value(), new Year(value, new BitSet()));
        });
        return new YearlySeries(name, source, null, years);
    }

    /** {@return its name in reports} */
    public String name() {
        return name;
    }

    /** {@return what is said of where it is from, if anything is} */
    public Optional<String> source() {
        return Optional.ofNullable(source);
    }

    /** {@return the SHA-256 of its file, in lower-case hexadecimal; empty where it has none} */
    public Optional<String> sha256() {
        return Optional.ofNullable(sha256);
    }

    /** {@return how many numbers it has: one for each year that has one, and for each month of the others} */
    public int size() {
        return years.values().stream()
                .mapToInt(year -> Math.max(1, year.months().cardinality()))
                .sum();
    }

    /** {@return the years it has a number for, or all of its months, in their order} */
    public List<FiscalYear> years() {
        return years.entrySet().stream()
                .filter(year -> year.getValue().isWhole())
                .map(year -> FiscalYear.of(year.getKey()))
                .toList();
    }

    /**
     * {@return the number of a year, the mean of its months where it has twelve; rounded half up to ten decimals}
     *
     * @param year the year
     * @throws BudgetReadException if it has none for that year, or not all its months
     */
    public BigDecimal value(FiscalYear year) {
        Year of = whole(year);
        return of.sum.divide(of.parts(), DECIMALS, RoundingMode.HALF_UP);
    }

    /**
     * {@return an amount of one year at the prices of another: multiplied by the ratio of their numbers, an exact fraction, and then
     * rounded half up to two decimals; the amount itself where the years are the same}
     *
     * @param amount the amount, at the prices of {@code from}
     * @param from the year of the amount
     * @param to the year whose prices it is wanted at
     * @throws BudgetReadException if it has no number for one of the two years, or not all its months
     */
    public BigDecimal at(BigDecimal amount, FiscalYear from, FiscalYear to) {
        Year base = whole(from);
        Year wanted = whole(to);
        if (from.equals(to)) {
            return amount;
        }
        return amount.multiply(wanted.sum)
                .multiply(base.parts())
                .divide(base.sum.multiply(wanted.parts()), Amounts.SCALE, RoundingMode.HALF_UP);
    }

    /**
     * {@return an amount for each of those whom the number of its year counts, rounded half up to ten decimals}
     *
     * @param amount the amount
     * @param year its year
     * @throws BudgetReadException if it has no number for that year, or not all its months
     */
    public BigDecimal perHead(BigDecimal amount, FiscalYear year) {
        Year of = whole(year);
        return amount.multiply(of.parts()).divide(of.sum, DECIMALS, RoundingMode.HALF_UP);
    }

    private Year whole(FiscalYear year) {
        Year found = years.get(year.value());
        if (found == null) {
            throw new BudgetReadException(
                    Texts.of(
                            "series.lacks-year",
                            "file",
                            name,
                            "year",
                            year.toString(),
                            "years",
                            years.isEmpty() ? "\u2014" : years.firstKey() + "\u2026" + years.lastKey()),
                    null);
        }
        if (!found.isWhole()) {
            String missing = IntStream.rangeClosed(1, MONTHS)
                    .filter(month -> !found.months.get(month))
                    .mapToObj(month -> year + (month < 10 ? "-0" : "-") + month)
                    .collect(Collectors.joining(", "));
            throw new BudgetReadException(
                    Texts.of("series.lacks-months", "file", name, "year", year.toString(), "months", missing), null);
        }
        return found;
    }
}
