package org.hrbudget.io;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hrbudget.io.internal.AmountFormat;
import org.hrbudget.io.internal.CellProblem;
import org.hrbudget.io.internal.Excerpt;
import org.hrbudget.io.internal.Flaw;
import org.hrbudget.io.internal.Row;
import org.hrbudget.io.internal.Texts;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Amounts;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.Position;
import org.hrbudget.model.ResultStructure;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.model.internal.PassThrough;
import org.hrbudget.model.internal.Spelling;
import org.jspecify.annotations.Nullable;

/** Turns the rows of one file into spending lines. */
final class LineMaker {

    /** How rows of totals begin, folded. */
    private static final Pattern TOTAL =
            Pattern.compile("((gran|grand|sub|sub-|suma|sumas)[ -]?)?total(es)?([^\\p{L}\\p{N}].*)?"
                    + "|sumas?( (de|del|por) .*|[ :.=]*)|(sve)?ukupno([^\\p{L}\\p{N}].*)?|sum");

    /** Longer texts are of something else, whatever word they begin with. */
    private static final int LONGEST_TOTAL = 100;

    /** A figure in a column that nobody reads. */
    private static final Pattern FIGURE = Pattern.compile("[^\\p{L}]*[0-9][^\\p{L}]*");

    /** How several actions are named in one cell. */
    private static final Pattern BETWEEN_ACTIONS = Pattern.compile("\\s*[,;/|\\n]\\s*|\\s+[ye]\\s+|\\s{2,}");

    private static final Pattern ACTION = Pattern.compile("[0-9]{1,2}(\\.[0-9]{1,3}){1,3}");

    private static final int SHORTEST_ACTION = 3;

    /** The year first, as in ISO 8601, or last, as in Spanish. */
    private static final Pattern DATE = Pattern.compile(
            "([0-9]{4})[-/.][0-9]{1,2}(?:[-/.][0-9]{1,2}(?:[T ].*)?)?|[0-9]{1,2}[-/.](?:[0-9]{1,2}[-/.])?([0-9]{4})(?:[T ].*)?");

    private record AmountColumn(AmountKind kind, int at, String heading) {}

    private final String file;
    private final Columns columns;
    private final boolean table;
    private final AmountFormat format;
    private final Set<String> noValue;
    private final boolean skipBlank;
    private final AmountColumn[] amounts;
    private final int[] others;
    private final List<String> otherHeadings;
    private final List<ActionLink.Origin> linkOrigins;
    private final int longestNoValue;
    private final boolean noValueWithDigit;
    private final boolean detects;
    private final List<Field> labelled;

    LineMaker(String file, Layout layout, Columns columns, boolean table, @Nullable Character decimal) {
        this.file = file;
        this.columns = columns;
        this.table = table;
        AmountFormat written = layout.content().signs().amounts();
        this.format = decimal == null ? written : written.withDecimal(decimal);
        this.noValue = layout.content().signs().noValue();
        this.labelled = layout.content().columns().stream()
                .filter(column -> !column.label().isEmpty())
                .map(Layout.Column::field)
                .toList();
        this.detects = layout.content().detects();
        this.skipBlank = layout.content().skips().stream().anyMatch(skip -> skip.headings() == null);
        this.amounts = amountColumns(columns);
        this.others = columns.others();
        this.otherHeadings = Arrays.stream(others).mapToObj(columns::heading).toList();
        this.linkOrigins = columns.links().stream()
                .map(group -> linkOrigin(group, columns))
                .toList();
        this.longestNoValue = noValue.stream().mapToInt(String::length).max().orElse(0);
        this.noValueWithDigit = noValue.stream().anyMatch(word -> !word.isEmpty() && Character.isDigit(word.charAt(0)));
    }

    private static AmountColumn[] amountColumns(Columns columns) {
        List<AmountColumn> result = new ArrayList<>();
        for (Field field : Field.values()) {
            Columns.Found found = columns.found(field);
            AmountKind kind = field.amount();
            if (found != null && kind != null) {
                result.add(new AmountColumn(kind, found.at()[0], columns.heading(found.at()[0])));
            }
        }
        return result.toArray(AmountColumn[]::new);
    }

    private static ActionLink.Origin linkOrigin(Map<ActionLink.Part, Integer> group, Columns columns) {
        Map<ActionLink.Part, String> headings = new EnumMap<>(ActionLink.Part.class);
        group.forEach((part, at) -> headings.put(part, columns.heading(at)));
        return new ActionLink.Origin(null, headings);
    }

    /** {@return whether the layout passes over the row} */
    boolean skips(Row row) {
        if (row.flaw() != null || row.problem() != null) {
            return false;
        }
        if (skipBlank && row.isBlank()) {
            return true;
        }
        for (Map.Entry<Layout.Skip, Integer> skip : columns.skips().entrySet()) {
            if (skip.getKey().passesOver(Spelling.folded(row.cell(skip.getValue())))) {
                return true;
            }
        }
        return false;
    }

    /** {@return whether the first cell of a row that is not blank has the word of a total} */
    static boolean callsItselfTotal(Row row) {
        int at = 0;
        while (at < row.count() && row.cell(at).isBlank()) {
            at++;
        }
        return TOTAL.matcher(Spelling.folded(row.cell(at))).matches();
    }

    /** {@return the total that a row says it is; empty where it is none, or its layout looks for nothing} */
    Optional<Totals.Stated> total(Row row, AmountKind basis) {
        int at = 0;
        while (at < row.count() && row.cell(at).isBlank()) {
            at++;
        }
        // Most rows begin with a year or a code: no word is looked for in them.
        if (!detects
                || at == row.count()
                || !columns.isText(at)
                || Character.isDigit(row.cell(at).charAt(0))
                || !TOTAL.matcher(Spelling.folded(row.cell(at))).matches()) {
            return Optional.empty();
        }
        for (int i = at + 1; i < row.count(); i++) {
            boolean figure = !columns.reads(i) && FIGURE.matcher(row.cell(i)).matches();
            if (columns.isText(i) && !row.cell(i).isBlank() && !figure) {
                return Optional.empty();
            }
        }
        return Optional.of(new Totals.Stated(row.number(), Spelling.trimmed(row.cell(at)), stated(row, basis), false));
    }

    /** {@return the text of a line that calls it a total, or {@code null}; its layout may look for nothing} */
    @Nullable
    String calledTotal(Row row) {
        for (int i = 0; detects && i < row.count(); i++) {
            if (columns.isText(i) && mayBeTotal(row.cell(i))) {
                String text = Spelling.trimmed(row.cell(i));
                if (TOTAL.matcher(Spelling.folded(text)).matches()) {
                    return text;
                }
            }
        }
        return null;
    }

    /** Told without folding, since nearly no cell is one. */
    private static boolean mayBeTotal(String text) {
        return text.length() <= LONGEST_TOTAL
                && (text.contains("otal")
                        || text.contains("OTAL")
                        || text.contains("uma")
                        || text.contains("UMA")
                        || text.contains("kupno")
                        || text.contains("UKUPNO"));
    }

    /** {@return the amount in a row that is no line; {@code null} where it has none that can be read} */
    @Nullable
    BigDecimal stated(Row row, AmountKind basis) {
        for (AmountColumn column : amounts) {
            if (column.kind() == basis) {
                try {
                    return format.parse(column.heading(), row.cell(column.at()));
                } catch (CellProblem e) {
                    // What cannot be compared is no amount of the budget either.
                    return null;
                }
            }
        }
        return null;
    }

    /**
     * {@return the line of a row}
     *
     * @throws CellProblem if the row cannot be one
     */
    SpendingLine line(Row row) throws CellProblem {
        checkWhole(row);
        Map<String, String> passThrough = new LinkedHashMap<>(0);
        SpendingLine.Builder line = SpendingLine.builder()
                .position(new Position(file, row.number()))
                .id(text(row, Field.ID, passThrough))
                .fiscalYear(fiscalYear(row))
                .unit(unit(row, passThrough))
                .functionalCode(text(row, Field.FUNCTIONAL_CODE, passThrough))
                .programmeCode(text(row, Field.PROGRAMME_CODE, passThrough))
                .objectCode(text(row, Field.OBJECT_CODE, passThrough))
                .fundingSource(text(row, Field.FUNDING_SOURCE, passThrough))
                .spendingType(text(row, Field.SPENDING_TYPE, passThrough))
                .identifierDigit(text(row, Field.IDENTIFIER_DIGIT, passThrough))
                .noActionReason(noActionReason(row, passThrough))
                .rightsInformation(rightsInformation(row))
                .resultStructure(resultStructure(row, passThrough))
                .amounts(amounts(row))
                .links(links(row));
        keepLabels(row, passThrough);
        return line.passThrough(others(row, passThrough)).build();
    }

    private void checkWhole(Row row) throws CellProblem {
        if (row.problem() != null) {
            throw new CellProblem(null, null, row.problem());
        }
        Flaw flaw = row.flaw();
        if (flaw != null) {
            throw flawed(row, flaw);
        }
        for (Map.Entry<Integer, Bilingual> problem : row.cellProblems().entrySet()) {
            int column = problem.getKey();
            if (columns.reads(column) && !isYearOfDay(column, row)) {
                throw new CellProblem(columns.heading(column), row.cell(column), problem.getValue());
            }
        }
        if (table && (row.count() > columns.count() || row.count() < columns.named())) {
            throw new CellProblem(
                    null,
                    null,
                    Texts.of(
                            row.count() > columns.count() ? "row.long" : "row.short",
                            "expected",
                            Integer.toString(columns.count()),
                            "found",
                            Integer.toString(row.count())));
        }
    }

    /** {@return whether a cell that was typed as a day is in the column where that is meant} */
    private boolean isYearOfDay(int column, Row row) {
        Columns.Found found = columns.found(Field.FISCAL_YEAR);
        return found != null
                && found.dated()
                && found.at()[0] == column
                && DATE.matcher(row.cell(column)).matches();
    }

    private CellProblem flawed(Row row, Flaw flaw) {
        String heading = null;
        String value = null;
        for (int i = columns.count() - 1; i >= 0; i--) {
            if (row.cell(i).indexOf('\ufffd') >= 0) {
                heading = columns.heading(i);
                value = Spelling.trimmed(row.cell(i));
            }
        }
        return new CellProblem(
                heading,
                value,
                Texts.of(flaw.nul() ? "row.nul" : "row.charset", "byte", Long.toString(flaw.byteOffset())));
    }

    private Map<String, String> others(Row row, Map<String, String> parts) {
        @Nullable String[] texts = new String[others.length];
        for (int i = 0; i < others.length; i++) {
            String text = Spelling.trimmed(row.cell(others[i]));
            texts[i] = text.isEmpty() ? null : text;
        }
        PassThrough all = PassThrough.of(otherHeadings, texts);
        if (parts.isEmpty()) {
            return all;
        }
        Map<String, String> joined = new LinkedHashMap<>(all);
        joined.putAll(parts);
        return joined;
    }

    private @Nullable String text(Row row, Field field, Map<String, String> passThrough) {
        Columns.Found found = columns.found(field);
        if (found == null) {
            return null;
        }
        int[] at = found.at();
        if (at.length == 1) {
            return padded(codeOf(found, value(row, at[0])), found.pad()[0]);
        }
        if (found.nested()) {
            return deepest(row, found);
        }
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < at.length; i++) {
            String part = padded(value(row, at[i]), found.pad()[i]);
            if (part == null) {
                keepParts(row, at, passThrough);
                return null;
            }
            joined.append(i == 0 ? "" : found.join()).append(part);
        }
        return joined.toString();
    }

    /** {@return the code of the deepest level that the row has, behind those above it that it does not begin with} */
    private @Nullable String deepest(Row row, Columns.Found found) {
        String code = null;
        for (int i = 0; i < found.at().length; i++) {
            String level = padded(value(row, found.at()[i]), found.pad()[i]);
            if (level != null) {
                code = code == null || level.startsWith(code) ? level : code + found.join() + level;
            }
        }
        return code;
    }

    /** {@return the code in a cell, without the name that may be behind it} */
    private static @Nullable String codeOf(Columns.Found found, @Nullable String text) {
        int sign = text == null || found.label().isEmpty() ? -1 : text.indexOf(found.label());
        return text == null || sign <= 0 ? text : Spelling.trimmed(text.substring(0, sign));
    }

    /** {@return the name behind a code in its cell, if there is one} */
    private @Nullable String labelOf(Row row, Field field) {
        Columns.Found found = columns.found(field);
        String text = found == null || found.label().isEmpty() ? null : value(row, found.at()[0]);
        int sign = text == null || found == null ? -1 : text.indexOf(found.label());
        return text == null || found == null || sign <= 0
                ? null
                : Spelling.orNull(
                        Spelling.trimmed(text.substring(sign + found.label().length())));
    }

    /** A key of which a part is blank would look like another key: it is left out, and its parts stay as they are. */
    private void keepParts(Row row, int[] at, Map<String, String> passThrough) {
        for (int index : at) {
            String part = Spelling.trimmed(row.cell(index));
            if (!part.isEmpty()) {
                passThrough.put(columns.heading(index), part);
            }
        }
    }

    private @Nullable String value(Row row, int column) {
        String text = Spelling.trimmed(row.cell(column));
        boolean none = text.isEmpty() || (mayBeNoValue(text) && noValue.contains(Spelling.folded(text)));
        return none ? null : text;
    }

    /** Folding leaves digits alone and shortens nothing, so that most codes need not be folded to be no word for "no value". */
    private boolean mayBeNoValue(String text) {
        char first = text.charAt(0);
        return text.length() <= longestNoValue && (noValueWithDigit || first < '0' || first > '9');
    }

    private static @Nullable String padded(@Nullable String text, int width) {
        return text == null || text.length() >= width ? text : "0".repeat(width - text.length()) + text;
    }

    private @Nullable FiscalYear fiscalYear(Row row) throws CellProblem {
        Columns.Found found = columns.found(Field.FISCAL_YEAR);
        String text = found == null ? null : value(row, found.at()[0]);
        return found == null || text == null
                ? null
                : year(columns.heading(found.at()[0]), found.dated() ? yearOf(text) : text);
    }

    /** {@return the year of a date; the text itself where it is none that has one} */
    private static String yearOf(String text) {
        Matcher date = DATE.matcher(text);
        return !date.matches() ? text : date.group(1) != null ? date.group(1) : date.group(2);
    }

    /** {@return the year a text says, if it is one from 1900 to 2999} */
    static FiscalYear year(String column, String text) throws CellProblem {
        try {
            return FiscalYear.parse(text);
        } catch (IllegalArgumentException e) {
            throw new CellProblem(column, text, Texts.of("year.bad", "value", Excerpt.of(text)));
        }
    }

    private @Nullable BudgetUnit unit(Row row, Map<String, String> passThrough) {
        String code = text(row, Field.UNIT_CODE, passThrough);
        String written = text(row, Field.UNIT_NAME, passThrough);
        String name = written == null ? labelOf(row, Field.UNIT_CODE) : written;
        String kind = text(row, Field.UNIT_KIND, passThrough);
        if (code != null) {
            return new BudgetUnit(code, name, kind);
        }
        keep(Field.UNIT_NAME, name, passThrough);
        keep(Field.UNIT_KIND, kind, passThrough);
        return null;
    }

    /** The name of a code has a place in the model only where the code is a unit's. */
    private void keepLabels(Row row, Map<String, String> passThrough) {
        for (Field field : labelled) {
            String label = field == Field.UNIT_CODE ? null : labelOf(row, field);
            Columns.Found found = columns.found(field);
            if (label != null && found != null) {
                passThrough.put(columns.heading(found.at()[0]), label);
            }
        }
    }

    /** Name and kind of a unit without a code have no place in the model, and are not lost. */
    private void keep(Field field, @Nullable String value, Map<String, String> passThrough) {
        Columns.Found found = columns.found(field);
        if (found != null && value != null) {
            passThrough.put(columns.heading(found.at()[0]), value);
        }
    }

    private ResultStructure resultStructure(Row row, Map<String, String> passThrough) {
        String result = text(row, Field.RESULT, passThrough);
        String subresult = text(row, Field.SUBRESULT, passThrough);
        String activity = text(row, Field.ACTIVITY, passThrough);
        return result == null && subresult == null && activity == null
                ? ResultStructure.NONE
                : new ResultStructure(result, subresult, activity);
    }

    private SpendingLine.@Nullable RightsInformation rightsInformation(Row row) throws CellProblem {
        Columns.Found found = columns.found(Field.RIGHTS_INFORMATION);
        String text = found == null ? null : value(row, found.at()[0]);
        if (found == null || text == null) {
            return null;
        }
        return switch (Spelling.folded(text)) {
            case "not-requested", "no-solicitada" -> SpendingLine.RightsInformation.NOT_REQUESTED;
            case "requested", "solicitada" -> SpendingLine.RightsInformation.REQUESTED;
            case "given", "entregada" -> SpendingLine.RightsInformation.GIVEN;
            default ->
                throw new CellProblem(
                        columns.heading(found.at()[0]),
                        text,
                        Texts.of("rights-information.bad", "value", Excerpt.of(text)));
        };
    }

    private Amounts amounts(Row row) throws CellProblem {
        Amounts.Builder values = Amounts.builder();
        for (AmountColumn column : amounts) {
            BigDecimal value = format.parse(column.heading(), row.cell(column.at()));
            if (value != null) {
                values.put(column.kind(), value);
            }
        }
        return values.build();
    }

    /** What stands for no value elsewhere, such as {@code N/A}, is a statement where an action is named. */
    private static @Nullable String notApplicable(Row row, Map<ActionLink.Part, Integer> group) {
        for (ActionLink.Part part : List.of(ActionLink.Part.CODE, ActionLink.Part.SEQUENCE)) {
            Integer column = group.get(part);
            if (column != null && Spelling.saysNotApplicable(row.cell(column))) {
                return row.cell(column);
            }
        }
        return null;
    }

    /** As above, where the reason is asked for why no action applies. */
    private @Nullable String noActionReason(Row row, Map<String, String> passThrough) {
        String text = text(row, Field.NO_ACTION_REASON, passThrough);
        Columns.Found found = columns.found(Field.NO_ACTION_REASON);
        if (text != null || found == null || found.at().length > 1) {
            return text;
        }
        String cell = row.cell(found.at()[0]);
        return Spelling.saysNotApplicable(cell) ? cell : null;
    }

    /** {@return the codes of actions that one cell holds, where it holds more than one and the layout looks for that} */
    private List<String> severalActions(Row row, Map<ActionLink.Part, Integer> group) {
        Integer at = group.get(ActionLink.Part.CODE);
        String text = at == null || !detects ? "" : Spelling.trimmed(row.cell(at));
        if (text.length() < 2 * SHORTEST_ACTION || isDottedNumber(text)) {
            return List.of();
        }
        List<String> codes = List.of(BETWEEN_ACTIONS.split(text));
        return codes.size() > 1
                        && codes.stream().allMatch(code -> ACTION.matcher(code).matches())
                ? codes
                : List.of();
    }

    /** Told without a pattern, since nearly every cell names one action. */
    private static boolean isDottedNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '.' && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    private List<ActionLink> links(Row row) throws CellProblem {
        if (columns.links().isEmpty() && row.links().isEmpty()) {
            return List.of();
        }
        List<ActionLink> result = new ArrayList<>();
        for (int i = 0; i < linkOrigins.size(); i++) {
            Map<ActionLink.Part, Integer> group = columns.links().get(i);
            LinkText link = new LinkText(format);
            for (Map.Entry<ActionLink.Part, Integer> part : group.entrySet()) {
                link.put(part.getKey(), columns.heading(part.getValue()), value(row, part.getValue()));
            }
            List<String> several = severalActions(row, group);
            if (!several.isEmpty()) {
                result.addAll(link.each(several, linkOrigins.get(i)));
            } else if (!link.isBlank()) {
                result.add(link.link(linkOrigins.get(i)));
            } else {
                String none = notApplicable(row, group);
                if (none != null) {
                    result.add(ActionLink.to(none));
                }
            }
        }
        for (int i = 0; i < row.links().size(); i++) {
            LinkText nested = LinkText.nested(i, row.links().get(i), format);
            result.add(nested.link(nested.origin(null)));
        }
        return result;
    }
}
