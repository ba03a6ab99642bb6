package org.hrbudget.rules.authoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hrbudget.io.DocumentType;
import org.hrbudget.io.Layout;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.internal.Spelling;
import org.hrbudget.rules.authoring.internal.diff.DiffWords;
import org.hrbudget.rules.authoring.internal.page.VocabularyPage;
import org.hrbudget.rules.authoring.internal.words.PlainWords;
import org.hrbudget.rules.authoring.internal.words.Shown;
import org.hrbudget.rules.internal.language.Aliases;
import org.hrbudget.rules.internal.packs.OpenPack;
import org.hrbudget.rules.internal.packs.examples.Examples;
import org.hrbudget.text.Wording;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.internal.facts.FactType;
import org.hrbudget.validation.internal.facts.FactWords;
import org.hrbudget.validation.internal.facts.Property;
import org.hrbudget.validation.internal.facts.RecordFact;
import org.hrbudget.validation.internal.facts.Vocabulary;
import org.hrbudget.validation.spi.Catalogues;

/**
 * All that the rules and tables of a pack may name, with its meaning in both languages: each kind of fact with its properties, then
 * what a pack has in {@code catalogues}, in {@code parameters}, as columns in {@code examples} and in their {@code programme}. Immutable.
 *
 * @param sections the kinds of facts in the order of the rooms, then the other four under those names
 */
public record RuleVocabulary(List<Section> sections) {

    /** The first stands for all twelve. */
    private static final String OTHER_MONTHS = "month_(?!01)[0-9]{2}";

    private static final List<String> OWN_COLUMNS = List.of("code", "name_es");

    /** The sections that people call by what is in them: limits, lists. */
    private static final Set<String> OF_WHAT = Set.of("catalogues", "parameters");

    private static final String LINE = "SpendingLine";
    private static final Wording WORDING = Wording.beside(RuleVocabulary.class, "vocabulary");

    /** Copies the list. */
    public RuleVocabulary {
        sections = List.copyOf(sections);
    }

    /**
     * A kind of fact, or a folder or table of packs.
     *
     * @param name what rules call it, or what it is called in a pack
     * @param spanish what it may be called there in Spanish, the usual name first; empty where it has no such name
     * @param fact whether it is a kind of fact
     * @param meaning what it is
     * @param words its words
     */
    public record Section(String name, List<String> spanish, boolean fact, Bilingual meaning, List<Word> words) {

        /** Copies the lists. */
        public Section {
            spanish = List.copyOf(spanish);
            words = List.copyOf(words);
        }

        /** {@return whether a text is one of its names, whatever its case, accents, and blanks between its words} */
        public boolean isCalled(String text) {
            return isOneOf(text, name, spanish);
        }
    }

    /**
     * A word.
     *
     * @param name the word itself
     * @param spanish what it may be called there in Spanish, the usual name first; empty where it has no such name
     * @param said what it is called where a rule is told in plain words; of a limit, its value
     * @param type what it holds, in what unit, and whether it may be blank; of other words, what they belong to
     * @param meaning what it is
     * @param absent when it is absent, where there is more to say than that data is missing
     */
    public record Word(
            String name,
            List<String> spanish,
            Bilingual said,
            Bilingual type,
            Bilingual meaning,
            Optional<Bilingual> absent) {

        /** Copies the list. */
        public Word {
            spanish = List.copyOf(spanish);
        }

        /** {@return whether a text is one of its names, whatever its case, accents, and blanks between its words} */
        public boolean isCalled(String text) {
            return isOneOf(text, name, spanish);
        }
    }

    private static boolean isOneOf(String text, String name, List<String> spanish) {
        String spelt = spelt(text);
        return Stream.concat(Stream.of(name), spanish.stream())
                .anyMatch(each -> spelt(each).equals(spelt));
    }

    private static String spelt(String text) {
        return Spelling.loose(text).replace("_", "");
    }

    private static List<String> spanish(String of, String word) {
        return Aliases.of(of).names().getOrDefault(word, List.of());
    }

    /**
     * {@return the vocabulary, with the lists and limits of some packs}
     *
     * @param packs the packs
     * @throws IllegalArgumentException if one was not made of files by this library
     */
    public static RuleVocabulary of(List<RulePack> packs) {
        List<OpenPack> open = packs.stream().map(OpenPack::of).toList();
        List<Section> sections = new ArrayList<>();
        Vocabulary.types()
                .values()
                .forEach(fact -> sections.add(new Section(
                        fact.word(),
                        spanish("fact", fact.word()),
                        true,
                        FactWords.of(fact),
                        fact.properties().values().stream()
                                .map(property -> word(fact, property))
                                .toList())));
        sections.add(section("catalogues", Stream.concat(lists(open), own(open))));
        sections.add(section("parameters", limits(open)));
        sections.add(section("examples", columns()));
        sections.add(new Section(
                "programme",
                spanish("example-file", "programme"),
                false,
                WORDING.of("programme"),
                Examples.programmeColumns().values().stream()
                        .map(RuleVocabulary::ofProgramme)
                        .toList()));
        return new RuleVocabulary(sections);
    }

    /** {@return all of it as Markdown in both languages; the same anywhere} */
    public String page() {
        return VocabularyPage.of(this);
    }

    private static Section section(String name, Stream<Word> words) {
        Stream<String> files = Stream.concat(spanish("folder", name).stream(), spanish("file", name + ".csv").stream())
                .map(file -> file.replace(".csv", ""));
        List<String> spanish = Stream.concat(
                        OF_WHAT.contains(name)
                                ? Stream.of(WORDING.of("heading." + name).es().toLowerCase(Locale.ROOT))
                                : Stream.empty(),
                        files)
                .toList();
        return new Section(name, spanish, false, WORDING.of(name), words.toList());
    }

    private static Word word(FactType fact, Property property) {
        Bilingual type = WORDING.of("type." + property.type());
        Bilingual absence = WORDING.of("absence." + property.absence());
        return new Word(
                property.name(),
                spanish(fact.word(), property.name()),
                said(fact, property),
                joined("; ", Stream.of(Optional.of(type), Optional.of(absence), column(fact, property))),
                FactWords.of(fact, property),
                FactWords.absent(fact, property));
    }

    private static Bilingual said(FactType fact, Property property) {
        String ending = switch (property.type()) {
            case BOOLEAN -> ".true";
            case LIST -> ".size";
            default -> "";
        };
        return PlainWords.noun(fact.word(), property.name() + ending);
    }

    /** Facts of a line and of a row are read from cells; those of sums are not. */
    private static Optional<Bilingual> column(FactType fact, Property property) {
        String field = property.field();
        boolean cell = fact.word().equals(LINE) || RecordFact.class.isAssignableFrom(fact.factClass());
        return !cell
                        || field == null
                        || property.type() == Property.Type.BOOLEAN
                        || !Examples.columns().contains(field)
                ? Optional.empty()
                : Optional.of(WORDING.of("column-in-examples", "column", field));
    }

    private static Stream<Word> lists(List<OpenPack> packs) {
        return Stream.of(Catalogues.CodeList.values()).map(list -> {
            String asked = Vocabulary.types().values().stream()
                    .flatMap(fact -> fact.properties().values().stream()
                            .filter(property -> property.catalogue() == list)
                            .map(property -> fact.word() + "." + property.name()))
                    .collect(Collectors.joining(", "));
            List<Optional<Bilingual>> counts = new ArrayList<>();
            packs.forEach(pack -> pack.catalogues()
                    .list(list)
                    .map(codes -> WORDING.of(
                            "list.count", "pack", pack.manifest().id(), "count", Integer.toString(codes.size())))
                    .ifPresent(count -> counts.add(Optional.of(count))));
            List<String> columns = list == Catalogues.CodeList.SPENDING_TYPES
                    ? List.of("object_prefix", "spending_type", "name_es")
                    : OWN_COLUMNS;
            String name = Catalogues.name(list);
            return new Word(
                    name,
                    spanish("list", name),
                    PlainWords.phrase("list." + list),
                    ofLists(columns),
                    joined(
                            "; ",
                            Stream.concat(
                                    Stream.of(Optional.of(WORDING.of("list.asked", "properties", asked))),
                                    counts.isEmpty()
                                            ? Stream.of(Optional.of(WORDING.of("list.none")))
                                            : counts.stream())),
                    Optional.empty());
        });
    }

    private static Bilingual ofLists(List<String> columns) {
        String spanish = String.join(", ", Aliases.of("catalogues").names(columns));
        return new Bilingual(
                WORDING.of("list.columns", "columns", String.join(", ", columns))
                        .en(),
                WORDING.of("list.columns", "columns", spanish).es());
    }

    /** The lists that packs bring for rules of their own. */
    private static Stream<Word> own(List<OpenPack> packs) {
        return packs.stream()
                .flatMap(pack -> new TreeMap<>(pack.catalogues().own())
                        .entrySet().stream()
                                .map(list -> new Word(
                                        list.getKey(),
                                        List.of(),
                                        Shown.same(list.getKey()),
                                        ofLists(OWN_COLUMNS),
                                        WORDING.of(
                                                "list.count",
                                                "pack",
                                                pack.manifest().id(),
                                                "count",
                                                Integer.toString(list.getValue().size())),
                                        Optional.empty())));
    }

    private static Stream<Word> limits(List<OpenPack> packs) {
        return packs.stream()
                .flatMap(pack -> pack.parameters().values().stream()
                        .sorted(Comparator.comparing(limit -> limit.code()))
                        .map(limit -> new Word(
                                limit.code(),
                                List.of(),
                                DiffWords.value(limit),
                                Shown.same(pack.manifest().id()),
                                Shown.same(Optional.ofNullable(pack.legalBases().get(limit.legalBasis()))
                                        .map(Shown::basis)
                                        .orElse(limit.legalBasis())),
                                Optional.empty())));
    }

    private static Stream<Word> columns() {
        Stream<Word> ofTheCase = Examples.columnsOfTheCase().stream()
                .map(column -> column(column, List.of(column), WORDING.of("group.case"), LINE));
        Stream<Word> ofTheLine = Layout.named("hrbudget").fields().entrySet().stream()
                .map(field -> column(
                        field.getKey(),
                        field.getValue().get(0),
                        WORDING.of(field.getKey().startsWith("action") ? "group.link" : "group.line"),
                        LINE));
        Stream<Word> ofDocuments = DocumentType.all().stream()
                .flatMap(type -> type.columns().stream()
                        .filter(column -> !column.matches(OTHER_MONTHS))
                        .map(column -> column(
                                column,
                                List.of(column),
                                WORDING.of("group.document", "document", type.name()),
                                Examples.subject(type))));
        return Stream.of(ofTheCase, ofTheLine, ofDocuments).flatMap(words -> words);
    }

    private static Word ofProgramme(List<String> headings) {
        String column = headings.get(0);
        List<String> spanish = headings.subList(1, headings.size());
        return new Word(
                column,
                spanish,
                new Bilingual(column, spanish.get(0)),
                WORDING.of(
                        List.of("code", "sequence", "title").contains(column)
                                ? "programme.needed"
                                : "programme.beside"),
                WORDING.of("programme." + column),
                Optional.empty());
    }

    /** The second heading of a column is the first in Spanish. */
    private static Word column(String column, List<String> headings, Bilingual group, String subject) {
        String english = headings.get(0);
        String spanish = headings.get(Math.min(1, headings.size() - 1));
        List<String> names = english.equals(spanish) ? spanish("examples", column) : List.of(spanish);
        return new Word(
                english,
                names,
                new Bilingual(english, names.isEmpty() ? spanish : names.get(0)),
                group,
                meaning(subject, column),
                Optional.empty());
    }

    /** {@return what a column holds: what the property is that is read from it, or else a text of its own} */
    private static Bilingual meaning(String subject, String column) {
        FactType fact = Vocabulary.type(subject);
        return fact.properties().values().stream()
                .filter(property -> column.equals(property.field()) && property.type() != Property.Type.BOOLEAN)
                .findFirst()
                .map(property -> FactWords.of(fact, property))
                .orElseGet(() -> WORDING.of("column." + column));
    }

    private static Bilingual joined(String between, Stream<Optional<Bilingual>> parts) {
        List<Bilingual> given = parts.flatMap(Optional::stream).toList();
        return new Bilingual(
                given.stream().map(Bilingual::en).collect(Collectors.joining(between)),
                given.stream().map(Bilingual::es).collect(Collectors.joining(between)));
    }
}
