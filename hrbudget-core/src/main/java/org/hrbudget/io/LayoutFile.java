package org.hrbudget.io;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hrbudget.io.Layout.Column;
import org.hrbudget.io.Layout.Part;
import org.hrbudget.io.Layout.Skip;
import org.hrbudget.io.internal.AmountFormat;
import org.hrbudget.io.internal.Excerpt;
import org.hrbudget.io.internal.JsonCursor;
import org.hrbudget.io.internal.Stated;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.internal.Spelling;
import org.jspecify.annotations.Nullable;

/** Reads the JSON of a layout; every complaint names line and column. */
final class LayoutFile {

    static final List<String> NAMES = List.of(
            "name",
            "title",
            "description",
            "jurisdiction",
            "currency",
            "phase",
            "charset",
            "separator",
            "decimal",
            "thousands",
            "currencySigns",
            "noValue",
            "zero",
            "unit",
            "decimals",
            "negatives",
            "headingRow",
            "objectLevel",
            "slips",
            "spelling",
            "detect",
            "oneOf",
            "columns",
            "moments",
            "links",
            "skip",
            "keep",
            "entry",
            "notes",
            "stated");
    private static final String FROM_COLUMNS = "from-columns";
    private static final int LONGEST = 100_000;

    /** A file as long as this is no layout, and the parser says so at the place where the text is left off. */
    private static final int LARGEST = 4_000_000;

    private static final int MOST_LINKS = 100;
    private static final int MOST_TITLES = 1_000;
    private static final int WIDEST_PAD = 100;

    private final JsonCursor json;
    private final Set<String> seen = new HashSet<>();
    private String name = "";
    private Bilingual title = new Bilingual("", "");
    private Bilingual description = new Bilingual("", "");
    private String jurisdiction = "";
    private String currency = "";
    private @Nullable BudgetPhase phase;
    private Charset charset = StandardCharsets.UTF_8;
    private char separator = ',';
    private char decimal = '.';
    private char thousands;
    private List<String> currencySigns = List.of();
    private List<String> noValue = List.of();
    private List<String> zero = List.of();
    private int unit = 1;
    private boolean rounds;
    private final Set<AmountFormat.Negative> negatives = EnumSet.noneOf(AmountFormat.Negative.class);
    private int headingRow;
    private boolean items;
    private boolean refuseSlips = true;
    private boolean freeSpelling;
    private boolean detects;
    private final Set<Field> oneOf = EnumSet.noneOf(Field.class);
    private final List<Column> columns = new ArrayList<>();
    private Layout.@Nullable Moments moments;
    private Layout.@Nullable LinkColumns links;
    private final List<Skip> skips = new ArrayList<>();
    private @Nullable String entry;
    private final List<Bilingual> notes = new ArrayList<>();
    private Stated stated = Stated.NOTHING;

    private LayoutFile(JsonCursor json) {
        this.json = json;
    }

    static Layout parse(String file, Reader reader) throws IOException {
        StringBuilder copy = new StringBuilder();
        char[] some = new char[1 << 13];
        for (int n = reader.read(some); n >= 0 && copy.length() < LARGEST; n = reader.read(some)) {
            copy.append(some, 0, n);
        }
        return parse(FiscalPackage.asLayout(new Layout.LayoutText(file, copy.toString())));
    }

    static Layout parse(Layout.LayoutText written) throws IOException {
        try (JsonCursor json = new JsonCursor(written.file(), new StringReader(written.text()), LONGEST)) {
            return new LayoutFile(json).layout(written);
        }
    }

    private Layout layout(Layout.LayoutText written) {
        json.object(this::member);
        for (String needed : List.of("name", "title", "jurisdiction", "currency", "phase", "objectLevel", "columns")) {
            if (!seen.contains(needed)) {
                throw json.problem("layout.lacks", "name", needed);
            }
        }
        if (decimal == thousands) {
            throw json.problem("layout.same-sign");
        }
        if (columns.stream().noneMatch(column -> column.field().amount() != null)) {
            throw json.problem("layout.no-amount");
        }
        json.end();
        Layout.Signs signs = new Layout.Signs(
                charset,
                separator,
                new AmountFormat(decimal, thousands, currencySigns, zero, noValue).in(unit, rounds, negatives),
                noValue.stream().map(Spelling::folded).collect(Collectors.toUnmodifiableSet()));
        return new Layout(
                name,
                title,
                description,
                new Layout.Content(
                        new Layout.Header(jurisdiction, currency, phase),
                        signs,
                        items,
                        refuseSlips,
                        freeSpelling,
                        detects,
                        headingRow,
                        oneOf,
                        List.copyOf(columns),
                        moments,
                        links,
                        List.copyOf(skips),
                        entry,
                        List.copyOf(notes),
                        stated),
                written);
    }

    private void member(String member) {
        seen.add(member);
        switch (member) {
            case "name" -> name = json.text();
            case "title" -> title = bilingual();
            case "description" -> description = bilingual();
            case "jurisdiction" -> jurisdiction = json.text();
            case "currency" -> currency = json.text();
            case "phase" -> phase = phase();
            case "charset" -> charset = charset();
            case "separator" -> separator = sign();
            case "decimal" -> decimal = sign();
            case "thousands" -> thousands = sign();
            case "currencySigns" -> currencySigns = List.copyOf(json.texts());
            case "noValue" -> noValue = List.copyOf(json.texts());
            case "zero" -> zero = List.copyOf(json.texts());
            case "unit" -> unit = Integer.parseInt(oneOf("1", "1000", "1000000"));
            case "decimals" -> rounds = oneOf("exact", "round").equals("round");
            case "negatives" -> json.list(() -> negatives.add(negative()));
            case "headingRow" -> headingRow = headingRow();
            case "objectLevel" -> items = oneOf("item", "concept").equals("item");
            case "slips" -> refuseSlips = oneOf("refuse", "keep").equals("refuse");
            case "spelling" -> freeSpelling = oneOf("free", "exact").equals("free");
            case "detect" -> detects = json.flag();
            case "oneOf" -> json.list(() -> oneOf.add(field()));
            case "columns" -> json.list(this::column);
            case "links" -> links = links();
            case "moments" -> moments = moments();
            case "skip" -> json.list(() -> skip(false));
            case "keep" -> json.list(() -> skip(true));
            case "entry" -> entry = json.text();
            case "notes" -> json.list(() -> notes.add(bilingual()));
            case "stated" -> stated = stated();
            default -> throw json.unknown(member, NAMES);
        }
    }

    private Bilingual bilingual() {
        String[] texts = {"", ""};
        json.object(language -> {
            switch (language) {
                case "en" -> texts[0] = json.text();
                case "es" -> texts[1] = json.text();
                default -> throw json.unknown(language, List.of("en", "es"));
            }
        });
        if (texts[0].isBlank() && texts[1].isBlank()) {
            throw json.problem("layout.no-text");
        }
        return new Bilingual(texts[0].isBlank() ? texts[1] : texts[0], texts[1].isBlank() ? texts[0] : texts[1]);
    }

    private @Nullable BudgetPhase phase() {
        List<String> words = new ArrayList<>(Arrays.stream(BudgetPhase.values())
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList());
        words.add(FROM_COLUMNS);
        String word = oneOf(words.toArray(String[]::new));
        return word.equals(FROM_COLUMNS) ? null : BudgetPhase.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private String oneOf(String... words) {
        String word = json.text();
        if (!Arrays.asList(words).contains(word)) {
            throw json.problem("layout.word", "value", Excerpt.of(word), "known", String.join(", ", words));
        }
        return word;
    }

    private Charset charset() {
        String word = json.text();
        try {
            Charset found = Charset.forName(word);
            if (found.canEncode()) {
                return found;
            }
        } catch (IllegalArgumentException e) {
            throw json.problem("layout.charset", "value", Excerpt.of(word));
        }
        throw json.problem("layout.charset", "value", Excerpt.of(word));
    }

    private char sign() {
        String text = json.text();
        if (text.length() != 1 || "\"\r\n".contains(text) || Character.isLetterOrDigit(text.charAt(0))) {
            throw json.problem("layout.sign", "value", Excerpt.of(text));
        }
        return text.charAt(0);
    }

    private AmountFormat.Negative negative() {
        String word = json.text();
        AmountFormat.Negative[] all = AmountFormat.Negative.values();
        return Arrays.stream(all)
                .filter(each -> each.example().equals(word))
                .findFirst()
                .orElseThrow(() -> json.problem(
                        "layout.word",
                        "value",
                        Excerpt.of(word),
                        "known",
                        Arrays.stream(all).map(AmountFormat.Negative::example).collect(Collectors.joining(", "))));
    }

    private int headingRow() {
        int row = json.number();
        if (row < 1 || row > MOST_TITLES) {
            throw json.problem("layout.heading-row", "limit", Integer.toString(MOST_TITLES));
        }
        return row;
    }

    private Field field() {
        String word = json.text();
        return Field.of(word).orElseThrow(() -> json.unknown(word, Field.words()));
    }

    private void column() {
        Field[] field = new Field[1];
        List<Part> parts = new ArrayList<>();
        String[] join = {""};
        boolean[] nested = {false};
        String[] label = {""};
        boolean[] dated = {false};
        boolean[] required = {false};
        json.object(member -> {
            switch (member) {
                case "field" -> field[0] = field();
                case "headings" -> parts.add(new Part(headings(), 0));
                case "parts" -> json.list(() -> parts.add(part()));
                case "join" -> join[0] = json.text();
                case "nested" -> nested[0] = json.flag();
                case "label" -> label[0] = json.text();
                case "date" -> dated[0] = json.flag();
                case "required" -> required[0] = json.flag();
                default ->
                    throw json.unknown(
                            member,
                            List.of("field", "headings", "parts", "join", "nested", "label", "date", "required"));
            }
        });
        if (field[0] == null
                || parts.isEmpty()
                || parts.stream().anyMatch(part -> part.headings().isEmpty())) {
            throw json.problem("layout.column");
        }
        if (columns.stream().anyMatch(column -> column.field() == field[0])) {
            throw json.problem("layout.field-twice", "name", field[0].word());
        }
        if (!label[0].isEmpty() && (parts.size() > 1 || field[0].amount() != null)) {
            throw json.problem("layout.label");
        }
        if (dated[0] && field[0] != Field.FISCAL_YEAR) {
            throw json.problem("layout.date");
        }
        columns.add(new Column(field[0], List.copyOf(parts), join[0], nested[0], label[0], dated[0], required[0]));
    }

    private Part part() {
        List<String> headings = new ArrayList<>();
        int[] pad = {0};
        json.object(member -> {
            switch (member) {
                case "headings" -> headings.addAll(headings());
                case "pad" -> pad[0] = pad();
                default -> throw json.unknown(member, List.of("headings", "pad"));
            }
        });
        return new Part(List.copyOf(headings), pad[0]);
    }

    /** Every code is filled up to it, so that a wide one would fill the memory. */
    private int pad() {
        int width = json.number();
        if (width > WIDEST_PAD) {
            throw json.problem("layout.pad", "limit", Integer.toString(WIDEST_PAD));
        }
        return width;
    }

    private List<String> headings() {
        Set<String> headings = new LinkedHashSet<>();
        for (String heading : json.texts()) {
            if (!headings.add(Spelling.folded(heading)) || heading.isBlank()) {
                throw json.problem("layout.heading-twice", "name", Excerpt.of(heading));
            }
        }
        return List.copyOf(headings);
    }

    private Layout.LinkColumns links() {
        int[] most = {1};
        Map<ActionLink.Part, List<String>> headings = new EnumMap<>(ActionLink.Part.class);
        json.object(member -> {
            switch (member) {
                case "most" -> most[0] = json.number();
                case "code" -> headings.put(ActionLink.Part.CODE, headings());
                case "sequence" -> headings.put(ActionLink.Part.SEQUENCE, headings());
                case "right" -> headings.put(ActionLink.Part.RIGHT, headings());
                case "amount" -> headings.put(ActionLink.Part.AMOUNT, headings());
                case "share" -> headings.put(ActionLink.Part.SHARE, headings());
                default -> throw json.unknown(member, List.of("most", "code", "sequence", "right", "amount", "share"));
            }
        });
        if (most[0] < 1 || most[0] > MOST_LINKS) {
            throw json.problem("layout.links", "limit", Integer.toString(MOST_LINKS));
        }
        return new Layout.LinkColumns(most[0], headings);
    }

    private Layout.Moments moments() {
        List<String> words = new ArrayList<>();
        List<String> amount = new ArrayList<>();
        List<String> line = new ArrayList<>();
        json.object(member -> {
            switch (member) {
                case "headings" -> words.addAll(headings());
                case "amount" -> amount.addAll(headings());
                case "line" -> line.addAll(headings());
                default -> throw json.unknown(member, List.of("headings", "amount", "line"));
            }
        });
        if (words.isEmpty() || amount.isEmpty() || line.isEmpty()) {
            throw json.problem("layout.moments");
        }
        return new Layout.Moments(List.copyOf(words), List.copyOf(amount), List.copyOf(line));
    }

    private Stated stated() {
        Map<String, String> found = new HashMap<>();
        List<String> names = List.of("bytes", "rows", "hash");
        json.object(member -> {
            if (!names.contains(member)) {
                throw json.unknown(member, names);
            }
            found.put(member, json.text());
        });
        return new Stated(
                found.getOrDefault("bytes", ""), found.getOrDefault("rows", ""), found.getOrDefault("hash", ""));
    }

    private void skip(boolean kept) {
        List<String> headings = new ArrayList<>();
        Set<String> words = new HashSet<>();
        boolean[] blank = {false};
        Bilingual[] because = new Bilingual[1];
        json.object(member -> {
            switch (member) {
                case "headings" -> headings.addAll(headings());
                case "words" -> json.texts().forEach(word -> words.add(Spelling.folded(word)));
                case "blank" -> blank[0] = json.flag();
                case "because" -> because[0] = bilingual();
                default -> throw json.unknown(member, List.of("headings", "words", "blank", "because"));
            }
        });
        if (because[0] == null || (words.isEmpty() && !blank[0]) || (headings.isEmpty() && !words.isEmpty())) {
            throw json.problem("layout.skip");
        }
        if (kept && headings.isEmpty()) {
            throw json.problem("layout.skip");
        }
        skips.add(new Skip(
                headings.isEmpty() ? null : List.copyOf(headings), Set.copyOf(words), blank[0], kept, because[0]));
    }
}
