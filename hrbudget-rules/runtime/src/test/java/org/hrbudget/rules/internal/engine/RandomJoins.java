package org.hrbudget.rules.internal.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.hrbudget.validation.internal.facts.FactType;
import org.hrbudget.validation.internal.facts.Property;
import org.hrbudget.validation.internal.facts.Vocabulary;

/** Conditions on two or three facts of one room, of all the shapes the language has. The checker refuses many. */
final class RandomJoins {

    private static final List<String> ORDERS = List.of("==", "!=", "<", "<=", ">", ">=");

    private final Random random;
    private final List<FactType> types;

    RandomJoins(long seed, List<String> words) {
        this.random = new Random(seed);
        this.types = words.stream().map(Vocabulary.types()::get).toList();
    }

    /** {@return the text of a rule's condition} */
    String next() {
        FactType first = pick(types);
        Property code = property(first, List.of(Property.Type.TEXT));
        Property number = property(first, List.of(Property.Type.AMOUNT, Property.Type.NUMBER, Property.Type.QUANTITY));
        StringBuilder condition = new StringBuilder("Parameter( code == \"half\", $half : value )"
                + " Parameter( code == \"few\", $few : value ) Parameter( code == \"much\", $much : value )"
                + " Parameter( code == \"enough\", $enough : value ) ");
        List<String> own = new ArrayList<>();
        for (Property property : List.of(code, number)) {
            if (property.absence() != Property.Absence.NEVER) {
                own.add(property.name() + " != null");
            }
        }
        if (random.nextBoolean()) {
            own.add(tests(first));
        }
        if (random.nextInt(4) == 0 && code.type() == Property.Type.TEXT) {
            own.add(code.name() + " == \"" + pick(RandomFacts.CODES) + "\"");
        }
        own.add("$k : " + code.name());
        own.add("$n : " + number.name());
        condition.append(first.word() + "( " + String.join(", ", own) + " ) ");
        int others = 1 + random.nextInt(2);
        if (others == 2 && random.nextInt(3) == 0) {
            condition.append("exists ( " + other() + " or " + other() + " )");
        } else {
            for (int i = 0; i < others; i++) {
                condition.append(pick(List.of("", "not ", "exists ")) + other() + " ");
            }
        }
        return condition.toString();
    }

    private String other() {
        FactType type = pick(types);
        List<String> constraints = new ArrayList<>();
        Property code = property(type, List.of(Property.Type.TEXT));
        switch (random.nextInt(6)) {
            // Where there is one of the first, nothing ties the others to it.
            case 0 -> constraints.add(code.name() + " != null");
            case 1 -> constraints.add(code.name() + " == \"" + pick(RandomFacts.CODES) + "\"");
            default -> constraints.add(code.name() + " == $k");
        }
        if (random.nextBoolean()) {
            Property number =
                    property(type, List.of(Property.Type.AMOUNT, Property.Type.NUMBER, Property.Type.QUANTITY));
            if (number.absence() != Property.Absence.NEVER) {
                constraints.add(number.name() + " != null");
            }
            String right = pick(List.of("$n", "$n * $half", "$n + " + number.name() + " * $few", "$n - $much", "0"));
            constraints.add(number.name() + " " + pick(ORDERS) + " " + right);
        }
        if (random.nextInt(3) == 0) {
            constraints.add(tests(type));
        }
        return type.word() + "( " + String.join(", ", constraints) + " )";
    }

    private String tests(FactType type) {
        return new RandomConditions(random.nextLong(), type).tests();
    }

    private Property property(FactType type, List<Property.Type> wanted) {
        List<Property> all = type.properties().values().stream()
                .filter(property -> wanted.contains(property.type()))
                .collect(Collectors.toList());
        return pick(all.isEmpty() ? List.copyOf(type.properties().values()) : all);
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
