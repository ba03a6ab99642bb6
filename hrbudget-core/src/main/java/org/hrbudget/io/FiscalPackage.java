package org.hrbudget.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.hrbudget.io.internal.Excerpt;
import org.hrbudget.io.internal.Texts;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The descriptor of a Fiscal Data Package ({@code datapackage.json}), written again as a layout of its first resource. Of a classification
 * of several levels the code is that of the deepest level, behind those above it that it does not begin with.
 */
final class FiscalPackage {

    /** Whose budget it is where the descriptor has no {@code countryCode}. */
    static final String UNSTATED = "unstated";

    private static final Map<String, Field> CLASSIFICATIONS = Map.of(
            "administrative", Field.UNIT_CODE,
            "functional", Field.FUNCTIONAL_CODE,
            "economic", Field.OBJECT_CODE);

    private static final Map<String, Field> PHASES = Map.of(
            "proposed", Field.PROPOSED,
            "approved", Field.APPROVED,
            "adjusted", Field.MODIFIED,
            "executed", Field.EXERCISED);

    private final String file;
    private final JsonNode descriptor;
    private final JsonNode resource;
    private final Map<String, Object> layout = new LinkedHashMap<>();
    private final Map<Field, Map<String, Object>> columns = new LinkedHashMap<>();
    private final List<Map<String, String>> notes = new ArrayList<>();

    private FiscalPackage(String file, JsonNode descriptor) {
        this.file = file;
        this.descriptor = descriptor;
        this.resource = descriptor.path("resources").path(0);
    }

    /** {@return the text of a layout: the text itself or, where it is a descriptor of a package, what it says} */
    static Layout.LayoutText asLayout(Layout.LayoutText written) {
        if (!written.text().contains("\"resources\"")) {
            return written;
        }
        JsonNode descriptor;
        try {
            descriptor = new JsonMapper().readTree(written.text());
        } catch (JacksonException e) {
            // Whatever is wrong with it is said with its place where it is read as a layout.
            return written;
        }
        if (!descriptor.path("resources").isArray()) {
            return written;
        }
        return new Layout.LayoutText(written.file(), new FiscalPackage(written.file(), descriptor).text());
    }

    private String text() {
        String name = descriptor.path("name").asString("datapackage");
        layout.put("name", name);
        String title = descriptor.path("title").asString("");
        layout.put("title", Map.of("en", title.isBlank() ? name : title));
        layout.put(
                "jurisdiction",
                descriptor.path("countryCode").asString(UNSTATED).toLowerCase(Locale.ROOT));
        layout.put("objectLevel", "concept");
        layout.put("slips", "keep");
        howItIsWritten();
        JsonNode model = descriptor.path("model");
        model.path("dimensions").properties().forEach(each -> dimension(each.getKey(), each.getValue()));
        model.path("measures").properties().forEach(each -> measure(each.getKey(), each.getValue()));
        if (columns.keySet().stream().noneMatch(field -> field.amount() != null)) {
            throw refusal("package.no-measure", file);
        }
        layout.put("columns", columns.values());
        layout.put("notes", notes);
        return new JsonMapper().writeValueAsString(layout);
    }

    private void howItIsWritten() {
        String path = resource.path("path").asString("");
        if (!path.isEmpty()) {
            layout.put("entry", path);
        }
        layout.put("charset", resource.path("encoding").asString("UTF-8"));
        layout.put("separator", resource.path("dialect").path("delimiter").asString(","));
        Map<String, Object> stated = new LinkedHashMap<>();
        for (Map.Entry<String, String> each : Map.of("bytes", "bytes", "count_of_rows", "rows", "hash", "hash")
                .entrySet()) {
            String value = resource.path(each.getKey()).asString("");
            if (!value.isEmpty()) {
                stated.put(each.getValue(), value);
            }
        }
        layout.put("stated", stated);
    }

    private void dimension(String name, JsonNode dimension) {
        List<String> levels = new ArrayList<>();
        dimension.path("primaryKey").forEach(level -> levels.add(level.asString()));
        JsonNode attributes = dimension.path("attributes");
        Field field = fieldOf(name, dimension);
        if (field == null || levels.isEmpty() || columns.containsKey(field)) {
            return;
        }
        List<Map<String, Object>> parts = new ArrayList<>();
        for (String level : levels) {
            parts.add(Map.of("headings", List.of(source(attributes.path(level)))));
        }
        Map<String, Object> column = column(field);
        column.put("parts", parts);
        if (field == Field.FISCAL_YEAR) {
            column.put("date", true);
        } else {
            column.put("join", "/");
            column.put("nested", true);
        }
        if (field == Field.UNIT_CODE) {
            String leaf = levels.get(levels.size() - 1);
            attributes
                    .propertyStream()
                    .map(Map.Entry::getValue)
                    .filter(attribute -> attribute.path("labelfor").asString("").equals(leaf))
                    .findFirst()
                    .ifPresent(label -> column(Field.UNIT_NAME).put("headings", List.of(source(label))));
        }
    }

    private static @Nullable Field fieldOf(String name, JsonNode dimension) {
        return switch (dimension.path("dimensionType").asString("")) {
            case "classification" ->
                CLASSIFICATIONS.get(dimension.path("classificationType").asString(""));
            case "activity" -> Field.PROGRAMME_CODE;
            case "datetime" -> Field.FISCAL_YEAR;
            default -> name.startsWith("fin") || name.startsWith("fund") ? Field.FUNDING_SOURCE : null;
        };
    }

    private void measure(String name, JsonNode measure) {
        String phase = measure.path("phase").asString("");
        Field field = phase.isEmpty() ? Field.APPROVED : PHASES.get(phase);
        if (field == null || columns.containsKey(field)) {
            throw refusal("package.measure", file, "name", Excerpt.of(name), "phase", Excerpt.of(phase));
        }
        if (phase.isEmpty()) {
            note("assumed.package-phase", "name", Excerpt.of(name));
        }
        column(field).put("headings", List.of(source(measure)));
        layout.put("phase", "from-columns");
        // ISO 4217 has a code for "no currency": which one it is, nobody but the package could say.
        layout.put("currency", measure.path("currency").asString("XXX"));
        layout.put("unit", measure.path("factor").asString("1"));
        StreamSupport.stream(resource.path("schema").path("fields").spliterator(), false)
                .filter(each -> each.path("name").asString("").equals(source(measure)))
                .findFirst()
                .ifPresent(this::signs);
    }

    private void signs(JsonNode amount) {
        String decimal = amount.path("decimalChar").asString("");
        String thousands = amount.path("groupChar").asString("");
        if (!decimal.isEmpty()) {
            layout.put("decimal", decimal);
        }
        if (!thousands.isEmpty()) {
            layout.put("thousands", thousands);
        }
    }

    /** Of several tables only the first is read; what is in another has to be joined to it before. */
    private String source(JsonNode attribute) {
        String other = attribute.path("resource").asString("");
        String source = attribute.path("source").asString("");
        if (source.isEmpty()
                || !(other.isEmpty() || other.equals(resource.path("name").asString("")))) {
            throw refusal("package.source", file, "name", Excerpt.of(source), "resource", Excerpt.of(other));
        }
        return source;
    }

    private Map<String, Object> column(Field field) {
        Map<String, Object> column = new LinkedHashMap<>();
        column.put("field", field.word());
        columns.put(field, column);
        return column;
    }

    private void note(String key, String... values) {
        notes.add(Map.of(
                "en", Texts.of(key, values).en(), "es", Texts.of(key, values).es()));
    }

    private static BudgetReadException refusal(String key, String file, String... more) {
        String[] values = new String[more.length + 2];
        values[0] = "file";
        values[1] = file;
        System.arraycopy(more, 0, values, 2, more.length);
        return new BudgetReadException(Texts.of(key, values), null);
    }
}
