package org.hrbudget.io;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.hrbudget.io.internal.AmountFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schema of layouts says what the reader of layouts takes, and no more. */
class LayoutSchemaTest {

    private static final JsonNode SCHEMA = new JsonMapper().readTree(Layout.schema());

    static Stream<String> names() {
        return Layout.names().stream();
    }

    private static List<?> faults(String layout) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Layout.schema(), InputFormat.JSON)
                .validate(layout, InputFormat.JSON);
    }

    private static List<String> words(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aShippedLayoutMeetsIt(String name) throws IOException {
        try (InputStream in = Layout.class.getResourceAsStream("layouts/" + name + ".json")) {
            assertThat(faults(new String(in.readAllBytes(), StandardCharsets.UTF_8)))
                    .isEmpty();
        }
    }

    @Test
    void theLayoutsOfTestsMeetIt() {
        assertThat(faults(LayoutTest.OWN)).isEmpty();
        assertThat(LayoutTest.members())
                .allSatisfy(more ->
                        assertThat(faults(LayoutTest.layout(more))).as(more).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "exercised", "latin1"})
    void theLayoutsOfPublishersMeetIt(String name) throws IOException {
        assertThat(faults(Files.readString(RealData.oneCase("reading/" + name + ".layout.json"))))
                .isEmpty();
    }

    @Test
    void itNamesEveryMemberThatIsReadAndNoOther() {
        assertThat(SCHEMA.get("properties").propertyNames())
                .as("org/hrbudget/io/layout.schema.json has what LayoutFile.NAMES has")
                .containsExactlyInAnyOrderElementsOf(LayoutFile.NAMES);
    }

    @Test
    void itNamesEveryFieldAndEachWayToWriteLessThanZero() {
        assertThat(words(SCHEMA.get("$defs").get("field").get("enum"))).isEqualTo(Field.words());
        assertThat(words(SCHEMA.at("/properties/columns/contains/properties/field/enum")))
                .isEqualTo(Arrays.stream(Field.values())
                        .filter(field -> field.amount() != null)
                        .map(Field::word)
                        .toList());
        assertThat(words(SCHEMA.at("/properties/negatives/items/enum")))
                .isEqualTo(Arrays.stream(AmountFormat.Negative.values())
                        .map(AmountFormat.Negative::example)
                        .toList());
    }

    @Test
    void whatItNeedsIsWhatIsNeeded() {
        Collection<String> needed = words(SCHEMA.get("required"));
        assertThat(needed).allSatisfy(name -> {
            String without = LayoutTest.OWN.replace("\"" + name + "\":", "\"x" + name + "\":");
            assertThat(faults(without)).as(name).isNotEmpty();
        });
        assertThat(needed).contains("name", "columns", "objectLevel");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"separator\": \";\"  | \"seperator\": \";\"",
                "\"exercised\"         | \"spent\"",
                "\"object_code\"       | \"objectcode\"",
                "\"Partida\", \"Clave\" | \"Clave\", \"Clave\"",
                "\"decimal\": \",\"    | \"decimal\": \"5\"",
                "\"decimal\": \",\"    | \"unit\": 100",
                "\"decimal\": \",\"    | \"headingRow\": 0",
                "\"pad\": 2            | \"pad\": 999",
                "\"required\": true    | \"required\": \"yes\"",
                "\"words\": [\"TOTAL\", \"Avance\"], | ''",
                "[\"Monto\"]           | []",
                "\"field\": \"approved\" | \"field\": \"activity\""
            })
    void aBrokenLayoutFails(String right, String wrong) {
        assertThat(LayoutTest.OWN).contains(right);

        assertThat(faults(LayoutTest.OWN.replace(right, wrong))).isNotEmpty();
    }
}
