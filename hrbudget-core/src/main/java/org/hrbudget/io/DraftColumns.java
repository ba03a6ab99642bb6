package org.hrbudget.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.internal.Spelling;
import org.jspecify.annotations.Nullable;

/** What the columns of a file are taken for in the draft of a layout: by the headings that shipped layouts know, else by plain words. */
final class DraftColumns {

    /** What an amount looks like in one of the ways in which offices write it; a percentage does not. */
    private static final Pattern AMOUNT = Pattern.compile(
            "[(\u2212-]?\\s*[^\\d\\s.,%]{0,3}\\s*[\u2212-]?\\d[\\d.,'\u2019\\s\u00a0\u202f]*[^\\d\\s%]{0,3}\\)?-?");

    private static final Pattern NO_AMOUNT = Pattern.compile("[^\\d]{1,5}");
    private static final Pattern YEAR = Pattern.compile("(19|2\\d)\\d\\d");
    private static final Pattern LABELLED = Pattern.compile("[\\p{L}\\p{N}._]{1,12} - .+");
    private static final Pattern NO_LETTER = Pattern.compile("[^a-z0-9]+");

    /** What is between a code and its name in one cell. */
    private static final String LABEL = " - ";

    private static final int LONGEST_CODE = 16;
    private static final int LAST_LINK = 20;

    /** Longer texts in rows are names of something, though one of their words is that of a stage. */
    private static final int MOST_WORDS = 3;

    /** Where less than one cell in so many tells a stage, those that do are there by chance. */
    private static final int FEWEST_TOLD = 3;

    /** The words of the stages, each of them plain by itself. */
    private static final Map<String, Field> STAGES = Map.ofEntries(
            Map.entry("anteproyecto", Field.PROPOSED),
            Map.entry("propuesto", Field.PROPOSED),
            Map.entry("proposed", Field.PROPOSED),
            Map.entry("aprobado", Field.APPROVED),
            Map.entry("aprobada", Field.APPROVED),
            Map.entry("aprobados", Field.APPROVED),
            Map.entry("approved", Field.APPROVED),
            Map.entry("modificado", Field.MODIFIED),
            Map.entry("modificada", Field.MODIFIED),
            Map.entry("modificados", Field.MODIFIED),
            Map.entry("modified", Field.MODIFIED),
            Map.entry("calendarizado", Field.CALENDARISED),
            Map.entry("comprometido", Field.COMMITTED),
            Map.entry("comprometidos", Field.COMMITTED),
            Map.entry("committed", Field.COMMITTED),
            Map.entry("devengado", Field.ACCRUED),
            Map.entry("devengados", Field.ACCRUED),
            Map.entry("accrued", Field.ACCRUED),
            Map.entry("ejercido", Field.EXERCISED),
            Map.entry("ejercidos", Field.EXERCISED),
            Map.entry("exercised", Field.EXERCISED),
            Map.entry("pagado", Field.PAID),
            Map.entry("pagados", Field.PAID),
            Map.entry("paid", Field.PAID));

    /** With one of these a column of numbers is of something else than what the stage is of. */
    private static final Set<String> NO_MONEY = Set.of(
            "porcentaje",
            "avance",
            "variacion",
            "diferencia",
            "por",
            "fecha",
            "percent",
            "pct",
            "meta",
            "numero",
            "clave",
            "saldo");

    /** The words of money that tell no stage, the plainest first. */
    private static final List<String> MONEY = List.of(
            "importe", "monto", "total", "presupuesto", "recursos", "amount", "gasto", "suma", "valor", "value");

    /** A code: one of these words, and no others than these. */
    private record Words(Field field, Set<String> needed, Set<String> also) {

        boolean fit(Set<String> heading) {
            Set<String> rest = new HashSet<>(heading);
            rest.removeAll(needed);
            return rest.size() < heading.size() && also.containsAll(rest);
        }
    }

    private static final Set<String> CODE = Set.of("clave", "cve", "id", "codigo", "code", "de", "del", "la", "no");

    private static final List<Words> CODES = List.of(
            new Words(Field.FISCAL_YEAR, Set.of("ciclo", "ejercicio", "ano", "year"), Set.of("fiscal", "de", "del")),
            new Words(Field.UNIT_CODE, Set.of("ramo", "unidad", "ur"), also("responsable", "ejecutora", "gasto")),
            new Words(Field.PROGRAMME_CODE, Set.of("programa", "pp"), also("presupuestario")),
            new Words(
                    Field.OBJECT_CODE,
                    Set.of("partida"),
                    also("especifica", "generica", "presupuestal", "presupuestaria")));

    /** Columns that are taken for a field. */
    record Taken(Field field, List<Integer> at, List<Layout.Part> parts, String join, String label, boolean guessed) {}

    /**
     * Amounts in rows.
     *
     * @param words the column of the words that say which amount a row has
     * @param amount the column of the amounts
     * @param line those that tell one line from another
     * @param others words of the column that tell no stage
     */
    record Moments(int words, int amount, List<Integer> line, Set<String> others) {}

    private final Specimen specimen;
    private final List<String> loose;
    private @Nullable Moments moments;
    private final BitSet used = new BitSet();
    private final Map<Field, Taken> fields = new EnumMap<>(Field.class);
    private final Map<ActionLink.Part, Set<String>> links = new TreeMap<>();
    private int mostLinks;
    private String jurisdiction = "";

    DraftColumns(Specimen specimen) {
        this.specimen = specimen;
        this.loose = specimen.headings().stream().map(Spelling::loose).toList();
        List<Layout> layouts = Layout.names().stream()
                .map(Layout::named)
                .sorted(Comparator.comparingLong(this::fitting).reversed())
                .toList();
        layouts.forEach(this::takeKnown);
        layouts.stream().filter(layout -> layout.content().links() != null).forEach(this::takeLinks);
        guessAmounts();
        CODES.forEach(this::guessCode);
        if (!hasAmount()) {
            guessMoments();
        }
        this.jurisdiction = layouts.get(0).jurisdiction();
    }

    private static Set<String> also(String... words) {
        Set<String> all = new HashSet<>(CODE);
        all.addAll(Arrays.asList(words));
        return all;
    }

    private long fitting(Layout layout) {
        return layout.content().columns().stream()
                .filter(column -> places(column) != null)
                .count();
    }

    /** {@return where in the file the parts of a column are, or {@code null} where one is not} */
    private @Nullable List<Integer> places(Layout.Column column) {
        List<Integer> places = new ArrayList<>();
        for (Layout.Part part : column.parts()) {
            int at = place(part.headings());
            if (at < 0) {
                return null;
            }
            places.add(at);
        }
        return places;
    }

    /** {@return the only column with one of these headings, or -1} */
    private int place(List<String> headings) {
        Set<String> wanted = new HashSet<>();
        headings.forEach(heading -> wanted.add(Spelling.loose(heading)));
        int found = -1;
        for (int i = 0; i < loose.size(); i++) {
            if (wanted.contains(loose.get(i))) {
                if (found >= 0) {
                    return -1;
                }
                found = i;
            }
        }
        return found;
    }

    private void takeKnown(Layout layout) {
        for (Layout.Column column : layout.content().columns()) {
            List<Integer> places = places(column);
            if (places != null && places.stream().noneMatch(used::get) && holds(column.field(), places)) {
                List<Layout.Part> parts = new ArrayList<>();
                for (int i = 0; i < places.size(); i++) {
                    parts.add(part(places.get(i), column.parts().get(i).pad()));
                }
                take(new Taken(column.field(), places, parts, column.join(), label(column.field(), places), false));
            }
        }
    }

    private Layout.Part part(int at, int pad) {
        return new Layout.Part(List.of(specimen.headings().get(at)), pad);
    }

    private void take(Taken taken) {
        if (fields.putIfAbsent(taken.field(), taken) == null) {
            taken.at().forEach(used::set);
        }
    }

    /** {@return whether a column holds what its heading promises, as far as that can be told} */
    private boolean holds(Field field, List<Integer> places) {
        List<String> cells = specimen.column(places.get(0));
        if (field.amount() != null) {
            return cells.isEmpty() || isAmount(cells);
        }
        return switch (field) {
            case FISCAL_YEAR ->
                cells.stream().filter(cell -> YEAR.matcher(cell).matches()).count() * 2 >= cells.size();
            case ID -> new HashSet<>(cells).size() == cells.size();
            default -> true;
        };
    }

    private String label(Field field, List<Integer> places) {
        List<String> cells = specimen.column(places.get(0));
        boolean code = field.amount() == null && field != Field.UNIT_NAME && field != Field.NO_ACTION_REASON;
        boolean labelled = code
                && places.size() == 1
                && !cells.isEmpty()
                && cells.stream().allMatch(cell -> LABELLED.matcher(cell).matches());
        return labelled ? LABEL : "";
    }

    private void takeLinks(Layout layout) {
        Layout.LinkColumns templates = layout.content().links();
        for (int n = 1; templates != null && n <= LAST_LINK; n++) {
            for (Map.Entry<ActionLink.Part, List<String>> part :
                    templates.headings().entrySet()) {
                for (String template : part.getValue()) {
                    String number = Integer.toString(n);
                    int at = place(List.of(
                            template.replace("{n}", number),
                            template.replace(n == 1 ? "_{n}" : "{n}", n == 1 ? "" : number)));
                    if (at >= 0 && !used.get(at)) {
                        used.set(at);
                        links.computeIfAbsent(part.getKey(), key -> new LinkedHashSet<>())
                                .add(template);
                        mostLinks = n;
                    }
                }
            }
        }
    }

    private static boolean isAmount(List<String> cells) {
        return cells.stream().anyMatch(cell -> AMOUNT.matcher(cell).matches())
                && cells.stream()
                        .allMatch(cell -> AMOUNT.matcher(cell).matches()
                                || NO_AMOUNT.matcher(cell).matches());
    }

    private static Set<String> words(String loose) {
        Set<String> words = new LinkedHashSet<>(Arrays.asList(NO_LETTER.split(loose)));
        words.remove("");
        return words;
    }

    /** A heading that has the word of one stage, above amounts; of two such columns neither is plain. */
    private void guessAmounts() {
        Map<Field, List<Integer>> found = new EnumMap<>(Field.class);
        for (int i = 0; i < loose.size(); i++) {
            Field stage = stage(loose.get(i));
            if (!used.get(i) && stage != null && isAmount(specimen.column(i))) {
                found.computeIfAbsent(stage, key -> new ArrayList<>()).add(i);
            }
        }
        found.forEach((field, places) -> {
            if (places.size() == 1) {
                take(new Taken(field, places, List.of(part(places.get(0), 0)), "", "", true));
            }
        });
    }

    /** {@return the only stage that a text tells, where it is of money} */
    private static @Nullable Field stage(String loose) {
        Set<String> words = words(loose);
        List<Field> stages =
                words.stream().filter(STAGES::containsKey).map(STAGES::get).toList();
        boolean money = words.stream().noneMatch(NO_MONEY::contains) && loose.indexOf('%') < 0;
        return stages.size() == 1 && money ? stages.get(0) : null;
    }

    /** {@return the stage that a cell is the word of} A year is called so in headings, an amount in rows. */
    private static @Nullable Field moment(String loose) {
        return loose.equals("ejercicio") ? Field.EXERCISED : words(loose).size() > MOST_WORDS ? null : stage(loose);
    }

    /** A column whose cells are the words of several stages, and one of amounts beside it. */
    private void guessMoments() {
        List<Integer> amounts = money();
        for (int i = 0; i < loose.size() && !amounts.isEmpty(); i++) {
            // Of two words for one stage the first is it: they may be two amounts.
            Map<Field, String> stages = new EnumMap<>(Field.class);
            Set<String> others = new LinkedHashSet<>();
            List<String> cells = specimen.column(i);
            int told = 0;
            for (String cell : cells) {
                Field stage = moment(Spelling.loose(cell));
                String word = stage == null ? null : stages.putIfAbsent(stage, cell);
                if (stage == null || (word != null && !Spelling.loose(word).equals(Spelling.loose(cell)))) {
                    others.add(cell);
                } else {
                    told++;
                }
            }
            List<Integer> line = line(i, amounts.get(0));
            boolean recurs = told > stages.size() && stages.size() > 1 && told * FEWEST_TOLD >= cells.size();
            if (!used.get(i) && recurs && !line.isEmpty()) {
                int words = i;
                stages.forEach((field, text) -> take(
                        new Taken(field, List.of(words), List.of(new Layout.Part(List.of(text), 0)), "", "", true)));
                used.set(amounts.get(0));
                moments = new Moments(i, amounts.get(0), line, others);
                line.forEach(used::set);
                return;
            }
        }
    }

    /** {@return the columns that are neither the words of stages nor money; a column of whole numbers may be of codes} */
    private List<Integer> line(int words, int amount) {
        List<Integer> line = new ArrayList<>();
        for (int i = 0; i < loose.size(); i++) {
            int at = i;
            boolean code = fields.values().stream().anyMatch(taken -> taken.at().contains(at));
            if (i != words && i != amount && !loose.get(i).isEmpty() && (code || !isMoney(i))) {
                line.add(i);
            }
        }
        return line;
    }

    private boolean isMoney(int at) {
        List<String> cells = specimen.column(at);
        boolean decimals = cells.stream().anyMatch(cell -> cell.indexOf('.') >= 0 || cell.indexOf(',') >= 0);
        return isAmount(cells) && (decimals || words(loose.get(at)).stream().anyMatch(MONEY::contains));
    }

    /** {@return the amounts in rows, where the file has them so} */
    Optional<Moments> moments() {
        return Optional.ofNullable(moments);
    }

    private void guessCode(Words words) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < loose.size(); i++) {
            if (!used.get(i) && words.fit(words(loose.get(i))) && isCode(words.field(), specimen.column(i))) {
                places.add(i);
            }
        }
        if (places.size() == 1) {
            take(new Taken(
                    words.field(), places, List.of(part(places.get(0), 0)), "", label(words.field(), places), true));
        }
    }

    private boolean isCode(Field field, List<String> cells) {
        if (field == Field.FISCAL_YEAR) {
            return !cells.isEmpty()
                    && cells.stream().allMatch(cell -> YEAR.matcher(cell).matches());
        }
        return cells.stream()
                .allMatch(cell ->
                        cell.length() <= LONGEST_CODE || LABELLED.matcher(cell).matches());
    }

    /** {@return the fields that have columns, in the order of the fields} */
    List<Taken> taken() {
        return List.copyOf(fields.values());
    }

    boolean hasAmount() {
        return fields.keySet().stream().anyMatch(field -> field.amount() != null);
    }

    /** {@return the headings of links, as the layout that knows them writes them} */
    Map<ActionLink.Part, Set<String>> links() {
        return links;
    }

    int mostLinks() {
        return mostLinks;
    }

    /** {@return whose budgets the shipped layout reads that knows most of the headings} */
    String jurisdiction() {
        return jurisdiction;
    }

    /** {@return the columns with a heading that nothing reads} */
    List<Integer> unread() {
        List<Integer> unread = new ArrayList<>();
        for (int i = 0; i < loose.size(); i++) {
            if (!used.get(i) && !loose.get(i).isEmpty()) {
                unread.add(i);
            }
        }
        return unread;
    }

    /** {@return the columns of amounts; where none is known, those that look most like it} */
    List<Integer> money() {
        if (moments != null) {
            return List.of(moments.amount());
        }
        List<Integer> money = new ArrayList<>();
        taken().stream().filter(taken -> taken.field().amount() != null).forEach(taken -> money.addAll(taken.at()));
        if (money.isEmpty()) {
            MONEY.stream()
                    .flatMap(word ->
                            unread().stream().filter(at -> words(loose.get(at)).contains(word)))
                    .filter(at -> isAmount(specimen.column(at)))
                    .findFirst()
                    .ifPresent(money::add);
        }
        return money;
    }
}
