package org.hrbudget.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hrbudget.validation.ValidationReport;
import org.hrbudget.validation.Verdict;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reports as text, in each of the ways there are, and documents that have much of everything. */
final class ReportTexts {

    static final List<TextReport.Options> WAYS = List.of(
            TextReport.Options.brief(),
            TextReport.Options.full(),
            TextReport.Options.brief().inLists(),
            TextReport.Options.full().inLists());

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ReportTexts() {}

    static String text(ReportDocument document, TextReport.Options options) {
        StringBuilder text = new StringBuilder();
        try {
            TextReport.write(document, text, options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** {@return a report in both languages, short and in full, with tables and without} */
    static List<String> inEveryWay(ValidationReport report) {
        List<String> texts = new ArrayList<>();
        for (Locale locale : List.of(Locale.ENGLISH, Samples.SPANISH)) {
            WAYS.forEach(way -> texts.add(text(ReportDocument.of(report, locale, Map.of()), way)));
        }
        return texts;
    }

    static ReportDocument openDuty(Verdict verdict) throws IOException {
        ObjectNode tree = tree(Samples.SPANISH);
        tree.put("verdict", verdict.name());
        duty(tree, 1);
        return read(tree);
    }

    /**
     * {@return a document of so many rules with findings, each of which has two in each unit and three more that are not kept, of as
     * many duties, problems, files, and rows that could not be read}
     *
     * @param word a word that every text of it consists of
     */
    static ReportDocument large(Locale locale, int rules, int units, String word) throws IOException {
        ObjectNode tree = tree(locale);
        ObjectNode rule = (ObjectNode) tree.withArray("ledger").get(0);
        ObjectNode finding = (ObjectNode) tree.withArray("findings").get(0);
        ObjectNode unit = (ObjectNode) tree.withArray("units").get(0);
        ArrayNode ledger = tree.putArray("ledger");
        ArrayNode findings = tree.putArray("findings");
        List<String> severities = List.of("ERROR", "WARNING", "REVIEW", "INFO");
        for (int i = 0; i < rules; i++) {
            String id = "rule-" + "abcdefghij".charAt(i / 10) + "abcdefghij".charAt(i % 10);
            ledger.add(rule.deepCopy()
                    .put("ruleId", id)
                    .put("title", word)
                    .put("severity", severities.get(i % 4))
                    .put("violated", 2 * units + 3)
                    .put("stake", (1000 + i) + ".25"));
            for (int j = 0; j < 2 * units; j++) {
                findings.add(finding.deepCopy()
                        .put("ruleId", id)
                        .put("severity", severities.get(i % 4))
                        .put("message", word)
                        .put("remedy", word + i)
                        .put("unit", "U" + j / 2)
                        .put("unitName", word));
            }
            duty(tree, i);
            tree.withArray("problems")
                    .add(((ObjectNode) tree.withArray("problems").get(0))
                            .deepCopy()
                            .put("message", word));
            tree.withArray("input")
                    .add(((ObjectNode) tree.withArray("input").get(0))
                            .deepCopy()
                            .put("name", i + word));
            tree.withArray("rejectedRows")
                    .add(((ObjectNode) tree.withArray("rejectedRows").get(0))
                            .deepCopy()
                            .put("reason", word));
            tree.withArray("rights")
                    .add(((ObjectNode) tree.withArray("rights").get(0))
                            .deepCopy()
                            .put("name", word)
                            .put("amount", i + ".00"));
        }
        tree.putArray("units");
        for (int i = 0; i < units; i++) {
            tree.withArray("units").add(unit.deepCopy().put("code", "U" + i).put("amount", (7000 + i) + ".50"));
        }
        return read(tree);
    }

    private static ObjectNode tree(Locale locale) {
        return JSON.valueToTree(ReportDocument.of(Samples.report(), locale, Map.of()));
    }

    private static void duty(ObjectNode tree, int number) {
        tree.withArray("openDuties")
                .addObject()
                .put("pack", "mx-cmx 2011.1")
                .put("ruleId", "approved-negative")
                .put("title", "Aprobado negativo")
                .put("undetermined", 3)
                .put("reason", "Faltan datos: " + number + ".");
    }

    private static ReportDocument read(ObjectNode tree) throws IOException {
        return JsonReport.read(new ByteArrayInputStream(JSON.writeValueAsBytes(tree)));
    }
}
