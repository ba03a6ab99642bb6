package org.hrbudget.rules.internal.engine;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.hrbudget.validation.internal.facts.FactType;
import org.hrbudget.validation.internal.facts.Property;

/** Conditions of all the shapes the language has. Many have no meaning, and the checker has to refuse those. */
final class RandomConditions {

    private static final List<String> ORDERS = List.of("==", "!=", "<", "<=", ">", ">=");
    private static final List<String> FORMS =
            List.of("[0-9]{4}", "[0-9]{2}[.][0-9]{2}[.][0-9]{2}", "[A-Z0-9]{4} ?[0-9]{2}", "[^A]131");

    private final Random random;
    private final FactType type;

    RandomConditions(long seed, FactType type) {
        this.random = new Random(seed);
        this.type = type;
    }

    /** {@return the text of a rule's condition} */
    String next() {
        String guards = type.properties().values().stream()
                .filter(property -> property.absence() != Property.Absence.NEVER)
                .filter(property -> property.type() != Property.Type.TEXT || random.nextBoolean())
                .map(property -> property.name() + " != null")
                .filter(guard -> random.nextInt(12) == 0)
                .collect(Collectors.joining(", "));
        String tests = logic(2) + (random.nextBoolean() ? ", " + logic(1) : "");
        return "Parameter( code == \"half\", $half : value ) Parameter( code == \"few\", $few : value )"
                + " Catalogue( code == \"words\", $words : codes )"
                + " Parameter( code == \"much\", $much : value ) Parameter( code == \"enough\", $enough : value ) "
                + type.word() + "( "
                + (guards.isEmpty() ? "" : guards + ", ") + tests + " )";
    }

    /** {@return something that may be asked of one fact} */
    String tests() {
        return logic(1);
    }

    private String logic(int depth) {
        return switch (depth == 0 ? 0 : random.nextInt(6)) {
            case 1 -> "(" + logic(depth - 1) + " && " + logic(depth - 1) + ")";
            case 2 -> logic(depth - 1) + " || " + logic(depth - 1);
            case 3 -> "!(" + logic(depth - 1) + ")";
            default -> guarded();
        };
    }

    private String guarded() {
        Property property = property(null);
        String test = test(property);
        boolean canBeAbsent = property.absence() != Property.Absence.NEVER;
        return switch (random.nextInt(canBeAbsent ? 5 : 1)) {
            case 1, 2 -> "(" + property.name() + " != null && " + test + ")";
            case 3 -> "(" + property.name() + " == null || " + test + ")";
            default -> test;
        };
    }

    private String test(Property property) {
        String name = property.name();
        return switch (property.type()) {
            case BOOLEAN ->
                pick(List.of(name, "!" + name, name + " == true", name + " != false", name + " == " + other(property)));
            case TEXT ->
                pick(List.of(
                        name + " == " + text(),
                        name + " != " + text(),
                        name + " == null",
                        name + " == " + other(property),
                        name + " matches \"" + pick(FORMS) + "\"",
                        name + " not matches \"" + pick(FORMS) + "\"",
                        name + " in (" + text() + ", " + text() + ")",
                        name + " not in (" + text() + ")",
                        name + " memberOf $words",
                        name + " not memberOf $words"));
            case LIST -> pick(List.of(name + ".empty", "!" + name + ".empty", name + ".size " + order() + " 0"));
            case NUMBER, AMOUNT, RATIO, QUANTITY ->
                pick(List.of(
                        name + " " + order() + " 0",
                        name + " " + order() + " " + limit(property.type()),
                        name + " " + order() + " " + other(property),
                        name + " + " + other(property) + " " + order() + " " + other(property),
                        name + " " + order() + " " + other(property) + " - " + limit(property.type()),
                        name + " " + order() + " " + other(property) + " * $half",
                        name + " * $few - " + other(property) + " " + order() + " 0"));
        };
    }

    private static String limit(Property.Type type) {
        return switch (type) {
            case AMOUNT -> "$much";
            case RATIO -> "$half";
            case QUANTITY -> "$enough";
            default -> "$few";
        };
    }

    private String other(Property property) {
        return property(property.type()).name();
    }

    private Property property(Property.Type wanted) {
        List<Property> all = type.properties().values().stream()
                .filter(property -> wanted == null || property.type() == wanted)
                .toList();
        return all.get(random.nextInt(all.size()));
    }

    private String text() {
        return "\"" + pick(RandomFacts.CODES) + "\"";
    }

    private String order() {
        return pick(ORDERS);
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
