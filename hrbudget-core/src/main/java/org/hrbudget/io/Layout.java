package org.hrbudget.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.InvalidObjectException;
import java.io.ObjectStreamException;
import java.io.Serial;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hrbudget.io.internal.AmountFormat;
import org.hrbudget.io.internal.DecodingReader;
import org.hrbudget.io.internal.Intake;
import org.hrbudget.io.internal.Stated;
import org.hrbudget.io.internal.Texts;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.internal.Spelling;
import org.hrbudget.text.Nearest;
import org.jspecify.annotations.Nullable;

/**
 * How a publisher writes a budget: which column is what, charset, separator, signs, words for "no value", rows to pass over.
 * A layout is a JSON file, or the descriptor of a Fiscal Data Package; the page {@code layouts/README.md} beside the shipped ones describes its names. Immutable and
 * serialisable.
 */
public final class Layout implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Our own layout, which serves every office. */
    static final String OWN = "hrbudget";

    private static final List<String> NAMES =
            List.of(OWN, "cdmx-egresos", "mx-federal-cuenta-publica", "mx-federal-pef");

    /** Where the data of one field, or one part of it, is found: the first of these headings that the file has. */
    record Part(List<String> headings, int pad) {}

    /**
     * A field and its columns; several parts are joined, or are levels of one code where they are nested; what is after the label's sign in one is no code but its name, and of a dated
     * one the year counts.
     */
    record Column(
            Field field,
            List<Part> parts,
            String join,
            boolean nested,
            String label,
            boolean dated,
            boolean required) {}

    /** The columns of links: headings with {@code {n}} for the number of the link, from 1. */
    record LinkColumns(int most, Map<ActionLink.Part, List<String>> headings) {}

    /**
     * Rows to pass over: blank ones, or those of which a column has one of the words (or is blank); or, where these are the rows to
     * keep, all others.
     */
    record Skip(@Nullable List<String> headings, Set<String> words, boolean blank, boolean kept, Bilingual because) {

        /** {@return whether a row with this text in the column, folded, is passed over} */
        boolean passesOver(String text) {
            return (text.isEmpty() ? blank : words.contains(text)) != kept;
        }
    }

    /**
     * Amounts that are in one column, with a word in another that says which each is: the headings of both, and those of the columns
     * that tell lines apart.
     */
    record Moments(List<String> headings, List<String> amount, List<String> line) {}

    /** Whatever the file leaves open. */
    record Header(
            String jurisdiction, String currency, @Nullable BudgetPhase phase) {}

    /** How the text is written. */
    record Signs(Charset charset, char separator, AmountFormat amounts, Set<String> noValue) {}

    /** Everything but the names. */
    record Content(
            Header header,
            Signs signs,
            boolean items,
            boolean refuseSlips,
            boolean freeSpelling,
            boolean detects,
            int headingRow,
            Set<Field> oneOf,
            List<Column> columns,
            @Nullable Moments moments,
            @Nullable LinkColumns links,
            List<Skip> skips,
            @Nullable String entry,
            List<Bilingual> notes,
            Stated stated) {

        Content strict() {
            return with(false, columns);
        }

        Content with(boolean looks, List<Column> others) {
            return new Content(
                    header,
                    signs,
                    items,
                    refuseSlips,
                    freeSpelling,
                    looks,
                    headingRow,
                    oneOf,
                    others,
                    moments,
                    links,
                    skips,
                    entry,
                    notes,
                    stated);
        }
    }

    /** Stands in headings for a year, of which the file may have several. */
    static final String YEAR = "{year}";

    /** The text it was read from, which is written in its place. */
    record LayoutText(String file, String text) implements Serializable {

        private Object readResolve() throws ObjectStreamException {
            try {
                return LayoutFile.parse(this);
            } catch (IOException e) {
                InvalidObjectException broken = new InvalidObjectException(file + " is no layout: " + e.getMessage());
                broken.initCause(e);
                throw broken;
            }
        }
    }

    private final transient String name;
    private final transient Bilingual title;
    private final transient Bilingual description;
    private final transient Content content;
    private final transient LayoutText written;
    private final transient List<Map<ActionLink.Part, List<String>>> links;
    private final transient List<String> headings;

    /** Its own headings as they are compared: they are looked for in each file anew. */
    private final transient Map<String, String> known = new HashMap<>();

    Layout(String name, Bilingual title, Bilingual description, Content content, LayoutText written) {
        this.name = name;
        this.title = title;
        this.description = description;
        this.content = content;
        this.written = written;
        this.links = numbered(content.links());
        this.headings = allHeadings();
        for (String heading : headings) {
            known.put(heading, compared(heading));
        }
    }

    /**
     * {@return a shipped layout}
     *
     * @param name one of {@link #names()}
     * @throws BudgetReadException if there is no such layout
     */
    public static Layout named(String name) {
        if (!NAMES.contains(name)) {
            List<String> near = Nearest.to(name, NAMES);
            throw new BudgetReadException(
                    near.isEmpty()
                            ? Texts.of("layout.unknown", "name", name, "known", String.join(", ", NAMES))
                            : Texts.of("layout.unknown-near", "name", name, "near", near.get(0)),
                    null);
        }
        String resource = "layouts/" + name + ".json";
        try (InputStream in = Layout.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("Not in the jar: " + resource + ".\nMaybe the jar was repacked.");
            }
            return LayoutFile.parse(name + ".json", new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read " + resource + ".\nMaybe the jar is broken.", e);
        }
    }

    /** {@return the names of the shipped layouts, ours first} */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * {@return the layout of a file}
     *
     * @param file a JSON file in UTF-8
     * @throws BudgetReadException if it cannot be read, or is no layout; the message names line and column
     */
    public static Layout read(Path file) {
        return read(Input.of(file));
    }

    /**
     * {@return the layout in an input}
     *
     * @param input JSON in UTF-8
     * @throws BudgetReadException if it cannot be read, or is no layout; the message names line and column
     */
    public static Layout read(Input input) {
        try (Intake intake = Intake.open(input, ReadLimits.DEFAULT);
                DecodingReader text = new DecodingReader(intake.bytes(), StandardCharsets.UTF_8)) {
            Layout layout = LayoutFile.parse(input.name(), text);
            text.refuseFlaws(input.name());
            return layout;
        } catch (IOException e) {
            throw new BudgetReadException(
                    Texts.of("file.unreadable", "file", input.name(), "reason", String.valueOf(e.getMessage())), e);
        }
    }

    /** {@return this layout, looking for nothing that it does not say, as a part of a file must be read} */
    Layout strict() {
        return content.detects() ? new Layout(name, title, description, content.strict(), written) : this;
    }

    /** {@return this layout for the columns of one year, where it has headings with {@link #YEAR}} */
    Layout ofYear(String year) {
        List<Column> columns = content.columns().stream()
                .map(column -> new Column(
                        column.field(),
                        column.parts().stream()
                                .map(part -> new Part(
                                        part.headings().stream()
                                                .map(heading -> heading.replace(YEAR, year))
                                                .toList(),
                                        part.pad()))
                                .toList(),
                        column.join(),
                        column.nested(),
                        column.label(),
                        column.dated(),
                        column.required()))
                .toList();
        return new Layout(name, title, description, content.with(content.detects(), columns), written);
    }

    /** {@return the headings of amounts, those of links among them} */
    List<String> amountHeadings() {
        List<String> amounts = new ArrayList<>();
        for (Column column : content.columns()) {
            if (column.field().amount() != null) {
                column.parts().forEach(part -> amounts.addAll(part.headings()));
            }
        }
        links.forEach(link -> amounts.addAll(link.getOrDefault(ActionLink.Part.AMOUNT, List.of())));
        Moments moments = content.moments();
        if (moments != null) {
            amounts.addAll(moments.amount());
        }
        return amounts;
    }

    /** {@return its name, such as {@code mx-federal-pef}} */
    public String name() {
        return name;
    }

    /** {@return what it reads, in a few words} */
    public Bilingual title() {
        return title;
    }

    /** {@return what it reads, in a sentence or two} */
    public Bilingual description() {
        return description;
    }

    /** {@return whose budgets it reads, unless the caller or the file says otherwise} */
    public String jurisdiction() {
        return content.header().jurisdiction();
    }

    /** {@return the ISO 4217 code of the currency, unless the file says otherwise} */
    public String currency() {
        return content.header().currency();
    }

    /**
     * {@return the last phase its budgets report, unless the caller or the file says otherwise; empty where it is the phase of
     * the last amount column that the file has}
     */
    public Optional<BudgetPhase> phase() {
        return Optional.ofNullable(content.header().phase());
    }

    /** {@return the charset of files without a byte order mark} */
    public Charset charset() {
        return content.signs().charset();
    }

    /**
     * {@return all headings it gives a meaning to, in the order of its columns and those of links last}; a file may have others,
     * which are kept as they are
     */
    public List<String> headings() {
        return headings;
    }

    private List<String> allHeadings() {
        Set<String> all = new LinkedHashSet<>();
        for (Column column : content.columns()) {
            column.parts().forEach(part -> all.addAll(part.headings()));
        }
        links.forEach(link -> link.values().forEach(all::addAll));
        Moments moments = content.moments();
        if (moments != null) {
            all.addAll(moments.headings());
            all.addAll(moments.amount());
        }
        return List.copyOf(all);
    }

    private static List<Map<ActionLink.Part, List<String>>> numbered(@Nullable LinkColumns columns) {
        List<Map<ActionLink.Part, List<String>>> links = new ArrayList<>();
        for (int n = 1; columns != null && n <= columns.most(); n++) {
            Map<ActionLink.Part, List<String>> link = new EnumMap<>(ActionLink.Part.class);
            int number = n;
            columns.headings().forEach((part, templates) -> link.put(part, numbered(templates, number)));
            links.add(link);
        }
        return links;
    }

    /** {@return the headings of each link that a line may have, by what they are of} */
    List<Map<ActionLink.Part, List<String>>> links() {
        return links;
    }

    /** {@return the headings of a link by its number, from 1; the first may go without it} */
    private static List<String> numbered(List<String> templates, int n) {
        List<String> headings = new ArrayList<>();
        for (String template : templates) {
            headings.add(template.replace("{n}", Integer.toString(n)));
            if (n == 1) {
                headings.add(template.replace("_{n}", ""));
            }
        }
        return headings;
    }

    private Object writeReplace() {
        return written;
    }

    /** {@return a heading as this layout compares headings} */
    String folded(String heading) {
        String own = known.get(heading);
        return own == null ? compared(heading) : own;
    }

    private String compared(String heading) {
        String folded = Spelling.folded(heading);
        return content.freeSpelling() ? Spelling.loose(folded) : folded;
    }

    Content content() {
        return content;
    }

    /** {@return the name} */
    @Override
    public String toString() {
        return name;
    }

    /**
     * {@return the headings that each field is read from, by the field's name, in the order of the layout: for each of the columns that
     * are joined to make the field, mostly one, the headings it is known by. Those of links come last, with <code>{n}</code> for the
     * number of the link, from 1}
     *
     * <pre>{@code
     * Layout.named("hrbudget").fields().get("unit_code");      // [[unit_code, ur, ...]]
     * }</pre>
     */
    public Map<String, List<List<String>>> fields() {
        Map<String, List<List<String>>> headings = new LinkedHashMap<>();
        for (Column column : content().columns()) {
            headings.put(
                    column.field().word(),
                    column.parts().stream().map(Part::headings).toList());
        }
        LinkColumns links = content().links();
        if (links != null) {
            new TreeMap<>(links.headings())
                    .forEach((part, known) -> headings.put(
                            part == ActionLink.Part.CODE
                                    ? "action"
                                    : "action_" + part.name().toLowerCase(Locale.ROOT),
                            List.of(known)));
        }
        return Collections.unmodifiableMap(headings);
    }

    /** {@return the JSON Schema of layouts, draft 2020-12} */
    public static String schema() {
        return resource("layout.schema.json");
    }

    /**
     * {@return the page that tells how layouts are written, as Markdown, in English or Spanish}
     *
     * @param locale the reader's locale
     */
    public static String page(Locale locale) {
        return resource(locale.getLanguage().equals("es") ? "layouts/README.es.md" : "layouts/README.md");
    }

    private static String resource(String name) {
        try (InputStream in = Layout.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the sign between the cells of separated text} */
    public char separator() {
        return content().signs().separator();
    }
}
