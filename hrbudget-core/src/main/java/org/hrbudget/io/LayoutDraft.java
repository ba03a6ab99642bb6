package org.hrbudget.io;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hrbudget.io.internal.Excerpt;
import org.hrbudget.io.internal.Texts;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.internal.Spelling;
import org.hrbudget.text.Nearest;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * A layout to begin with, made from what a file shows: how it is written, and its columns as far as shipped layouts know their headings
 * or plain words tell them. Nothing in it is certain, and {@link #toConfirm()} says what a person has to look at. Immutable.
 */
public final class LayoutDraft {

    private static final String STAGES = "proposed|approved|modified|committed|accrued|exercised|paid";
    private static final int SAMPLES = 2;
    private static final int ITEM_DIGITS = 4;

    /**
     * A column that nothing in the draft reads.
     *
     * @param heading its heading as the file writes it
     * @param samples its first values that differ, at most two, of each at most 80 characters
     */
    public record UnreadColumn(String heading, List<String> samples) {

        /** Copies the list. */
        public UnreadColumn {
            samples = List.copyOf(samples);
        }
    }

    private final Specimen specimen;
    private final DraftColumns columns;
    private final DraftSigns signs;
    private final @Nullable String jurisdiction;
    private final @Nullable String currency;

    private LayoutDraft(
            Specimen specimen,
            DraftColumns columns,
            DraftSigns signs,
            @Nullable String jurisdiction,
            @Nullable String currency) {
        this.specimen = specimen;
        this.columns = columns;
        this.signs = signs;
        this.jurisdiction = jurisdiction;
        this.currency = currency;
    }

    /**
     * {@return the draft of a layout for files like this one}
     *
     * @param input the file
     * @param sheet the sheet of a workbook, or {@code null} for the first that has headings
     * @param entry the file that is meant in a zip of several, or {@code null}; see {@link Budgets.Reading#entry}
     * @throws BudgetReadException if nothing can be read from it at all, or one heading is there twice
     */
    public static LayoutDraft of(Input input, @Nullable String sheet, @Nullable String entry) {
        Objects.requireNonNull(input, "input");
        Specimen specimen = Specimen.of(input, sheet, entry);
        new Headings(specimen.file(), specimen.headings(), Spelling::folded).refuseTwice();
        DraftColumns columns = new DraftColumns(specimen);
        List<String> texts = new ArrayList<>(specimen.headings());
        specimen.rows().forEach(texts::addAll);
        List<String> amounts = new ArrayList<>();
        for (int at : columns.money()) {
            amounts.addAll(specimen.column(at));
            amounts.addAll(specimen.words().getOrDefault(at, Set.of()));
        }
        return new LayoutDraft(specimen, columns, DraftSigns.of(amounts, texts), null, null);
    }

    /**
     * {@return the same draft for the budgets of a jurisdiction} No file tells it.
     *
     * @param value such as {@code mx-cmx}
     */
    public LayoutDraft jurisdiction(String value) {
        Objects.requireNonNull(value, "jurisdiction");
        return new LayoutDraft(specimen, columns, signs, value, currency);
    }

    /**
     * {@return the same draft for budgets in a currency} No file tells it.
     *
     * @param value its ISO 4217 code
     */
    public LayoutDraft currency(String value) {
        Objects.requireNonNull(value, "currency");
        return new LayoutDraft(specimen, columns, signs, jurisdiction, value);
    }

    /**
     * {@return whether it can be read as a layout as it is: a column is known to be an amount of some stage} Otherwise somebody has to
     * say the stage first.
     */
    public boolean isComplete() {
        return columns.hasAmount();
    }

    /** {@return the columns that nothing in it reads, in the order of the file} */
    public List<UnreadColumn> unread() {
        return columns.unread().stream()
                .map(at -> new UnreadColumn(
                        specimen.headings().get(at),
                        specimen.column(at).stream().distinct().limit(SAMPLES).toList()))
                .toList();
    }

    /** {@return what a person has to look at and confirm, the gravest first} */
    public List<Bilingual> toConfirm() {
        List<Bilingual> all = new ArrayList<>();
        if (!isComplete()) {
            all.add(
                    columns.money().isEmpty()
                            ? Texts.of("draft.no-amount", "stages", STAGES)
                            : Texts.of(
                                    "draft.no-stage",
                                    "stages",
                                    STAGES,
                                    "heading",
                                    heading(columns.money().get(0))));
        }
        columns.moments()
                .ifPresent(moments -> all.add(Texts.of(
                        "draft.moments",
                        "heading",
                        heading(moments.words()),
                        "amount",
                        heading(moments.amount()),
                        "line",
                        headings(moments.line()))));
        Set<String> others = columns.moments().map(DraftColumns.Moments::others).orElse(Set.of());
        if (!others.isEmpty()) {
            all.add(Texts.of(
                    "draft.moments-others",
                    "count",
                    Integer.toString(others.size()),
                    "words",
                    others.stream().limit(SAMPLES).map(Excerpt::of).collect(Collectors.joining(", "))));
        }
        if (signs.unit() != 1) {
            all.add(Texts.of("draft.unit", "unit", Integer.toString(signs.unit())));
        }
        if (signs.rounds()) {
            all.add(Texts.of("draft.rounds"));
        }
        if (jurisdiction == null || currency == null) {
            all.add(Texts.of("draft.header", "jurisdiction", jurisdiction(), "currency", currency()));
        }
        String known = named(false);
        if (!known.isEmpty()) {
            all.add(Texts.of("draft.known", "columns", known));
        }
        String guessed = named(true);
        if (!guessed.isEmpty()) {
            all.add(Texts.of("draft.guessed", "columns", guessed));
        }
        all.add(Texts.of("draft.signs", "decimal", String.valueOf(signs.decimal()), "thousands", thousands()));
        if (!signs.zero().isEmpty() || !signs.noValue().isEmpty()) {
            all.add(Texts.of("draft.words", "words", both()));
        }
        all.add(Texts.of("draft.object-level", "level", objectLevel()));
        if (!columns.unread().isEmpty()) {
            all.add(Texts.of("draft.unread", "columns", headings(columns.unread())));
        }
        return List.copyOf(all);
    }

    /** {@return the fields that were guessed, or those that were not, each with its headings} */
    private String named(boolean guessed) {
        return columns.taken().stream()
                .filter(taken -> taken.guessed() == guessed)
                .map(taken -> taken.parts().stream()
                                .map(part -> Excerpt.of(String.join(", ", part.headings())))
                                .collect(Collectors.joining(" + "))
                        + " = " + taken.field().word())
                .collect(Collectors.joining(", "));
    }

    private String heading(int at) {
        return Excerpt.of(specimen.headings().get(at));
    }

    private String headings(List<Integer> places) {
        return places.stream().map(this::heading).collect(Collectors.joining(", "));
    }

    private String thousands() {
        return signs.thousands() == '\u00a0' || signs.thousands() == '\u202f' ? " " : String.valueOf(signs.thousands());
    }

    private String both() {
        List<String> words = new ArrayList<>(signs.zero());
        words.addAll(signs.noValue());
        return String.join(", ", words);
    }

    private String jurisdiction() {
        return jurisdiction == null ? columns.jurisdiction() : jurisdiction;
    }

    private String currency() {
        return currency == null ? "MXN" : currency;
    }

    /** {@return whether object codes go down to items, by those in the file: concepts end in two zeros} */
    private String objectLevel() {
        List<String> codes = columns.taken().stream()
                .filter(taken -> taken.field() == Field.OBJECT_CODE)
                .flatMap(taken -> specimen.column(taken.at().get(0)).stream())
                .toList();
        boolean items = codes.stream().anyMatch(code -> code.length() >= ITEM_DIGITS && !code.endsWith("00"));
        return items || codes.isEmpty() ? "item" : "concept";
    }

    /** {@return the layout as JSON, which {@link Layout#read(Input)} takes where it {@link #isComplete()}} */
    public String json() {
        String draft = json(true);
        if (!isComplete()) {
            return draft;
        }
        try {
            // What it would refuse in the very file it is made from, it must keep.
            Layout layout = LayoutFile.parse(specimen.file(), new StringReader(draft));
            boolean slips = unread().stream()
                    .anyMatch(column -> Nearest.slip(layout.folded(column.heading()), layout.headings())
                            .isPresent());
            return slips ? json(false) : draft;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String json(boolean refuseSlips) {
        List<String> members = new ArrayList<>();
        members.add("\"name\": " + quoted(name()));
        members.add("\"title\": " + bilingual(Texts.of("draft.title", "file", specimen.file())));
        members.add("\"description\": " + bilingual(description()));
        members.add("\"jurisdiction\": " + quoted(jurisdiction()));
        members.add("\"currency\": " + quoted(currency()));
        members.add("\"phase\": \"from-columns\"");
        form(members);
        members.add("\"objectLevel\": " + quoted(objectLevel()));
        members.add("\"spelling\": " + quoted(hasTwins() ? "exact" : "free"));
        if (!refuseSlips) {
            members.add("\"slips\": \"keep\"");
        }
        if (specimen.hasTotals() || columns.mostLinks() > 0) {
            members.add("\"detect\": true");
        }
        columns.moments().ifPresent(moments -> members.add(moments(moments)));
        members.add("\"columns\": " + list(columnTexts()));
        if (columns.mostLinks() > 0) {
            members.add("\"links\": " + links());
        }
        members.add("\"skip\": "
                + list(List.of("{ \"blank\": true, \"because\": " + bilingual(Texts.of("draft.skip")) + " }")));
        return members.stream().collect(Collectors.joining(",\n  ", "{\n  ", "\n}\n"));
    }

    /** How it is written. */
    private void form(List<String> members) {
        Budgets.FoundTable found = specimen.found();
        if (found.charset() != null) {
            members.add("\"charset\": " + quoted(found.charset()));
        }
        if (found.separator() != null) {
            members.add("\"separator\": " + quoted(found.separator().toString()));
        }
        members.add("\"decimal\": " + quoted(String.valueOf(signs.decimal())));
        members.add("\"thousands\": " + quoted(String.valueOf(signs.thousands())));
        members.add("\"currencySigns\": " + quoted(signs.currency()));
        if (!signs.zero().isEmpty()) {
            members.add("\"zero\": " + quoted(signs.zero()));
        }
        if (!signs.noValue().isEmpty()) {
            members.add("\"noValue\": " + quoted(signs.noValue()));
        }
        if (signs.unit() != 1) {
            members.add("\"unit\": " + signs.unit());
        }
        if (signs.rounds()) {
            members.add("\"decimals\": \"round\"");
        }
        if (!signs.negatives().isEmpty()) {
            members.add("\"negatives\": "
                    + quoted(signs.negatives().stream()
                            .map(each -> each.example())
                            .toList()));
        }
        if (specimen.entry() != null) {
            members.add("\"entry\": " + quoted(specimen.entry()));
        }
        if (found.headingRow() > 1) {
            members.add("\"headingRow\": " + found.headingRow());
        }
    }

    private List<String> columnTexts() {
        List<String> texts = new ArrayList<>();
        for (DraftColumns.Taken taken : columns.taken()) {
            String field = "{ \"field\": " + quoted(taken.field().word()) + ", ";
            if (taken.parts().size() == 1 && taken.parts().get(0).pad() == 0) {
                field += "\"headings\": " + quoted(taken.parts().get(0).headings());
            } else {
                field += "\"parts\": "
                        + taken.parts().stream().map(LayoutDraft::part).collect(Collectors.joining(", ", "[", "]"));
                field += taken.join().isEmpty() ? "" : ", \"join\": " + quoted(taken.join());
            }
            field += taken.label().isEmpty() ? "" : ", \"label\": " + quoted(taken.label());
            boolean needed = taken.field() == Field.UNIT_CODE
                    || (taken.field().amount() != null && columns.moments().isEmpty());
            texts.add(field + (needed ? ", \"required\": true }" : " }"));
        }
        if (!isComplete()) {
            String heading = columns.money().isEmpty()
                    ? "?"
                    : specimen.headings().get(columns.money().get(0));
            texts.add("{ \"field\": \"" + STAGES + "\", \"headings\": " + quoted(List.of(heading))
                    + ", \"required\": true }");
        }
        return texts;
    }

    private String moments(DraftColumns.Moments moments) {
        Function<List<Integer>, String> written =
                places -> quoted(places.stream().map(specimen.headings()::get).toList());
        return "\"moments\": { \"headings\": " + written.apply(List.of(moments.words())) + ", \"amount\": "
                + written.apply(List.of(moments.amount())) + ", \"line\": " + written.apply(moments.line()) + " }";
    }

    private static String part(Layout.Part part) {
        return "{ \"headings\": " + quoted(part.headings()) + (part.pad() == 0 ? "" : ", \"pad\": " + part.pad())
                + " }";
    }

    private String links() {
        List<String> parts = new ArrayList<>(List.of("\"most\": " + columns.mostLinks()));
        columns.links()
                .forEach((part, templates) ->
                        parts.add("\"" + part.name().toLowerCase(Locale.ROOT) + "\": " + quoted(templates)));
        return parts.stream().collect(Collectors.joining(", ", "{ ", " }"));
    }

    /** {@return whether two headings are one when they are spelled freely} */
    private boolean hasTwins() {
        List<String> loose = specimen.headings().stream()
                .map(Spelling::loose)
                .filter(heading -> !heading.isEmpty())
                .toList();
        return loose.stream().distinct().count() < loose.size();
    }

    private String name() {
        String plain = Spelling.loose(specimen.file().replaceAll("(\\.[A-Za-z]{2,4})+$", ""))
                .replaceAll("[^a-z0-9]+", "-");
        return plain.isEmpty() || plain.equals("-") ? "draft" : plain;
    }

    private Bilingual description() {
        List<Bilingual> all = toConfirm();
        Function<Function<Bilingual, String>, String> joined =
                language -> all.stream().map(language).collect(Collectors.joining(" "));
        return new Bilingual(joined.apply(Bilingual::en), joined.apply(Bilingual::es));
    }

    private static String bilingual(Bilingual text) {
        return "{\n    \"en\": " + quoted(text.en()) + ",\n    \"es\": " + quoted(text.es()) + "\n  }";
    }

    private static String list(List<String> items) {
        return items.stream().collect(Collectors.joining(",\n    ", "[\n    ", "\n  ]"));
    }

    private static String quoted(Collection<String> texts) {
        return texts.stream().map(LayoutDraft::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    /** What would command a terminal or turn the direction of writing is written as its number, which JSON reads back. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : JsonStringEncoder.getInstance().quoteAsCharArray(text)) {
            switch (Character.getType(c)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR,
                        Character.SURROGATE -> quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                default -> quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
