package org.hrbudget.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.hrbudget.validation.ValidationReport;
import org.hrbudget.validation.Verdict;

/**
 * A report as plain text, in lines of at most 100 columns, for those who keep the budget: the verdict, what to correct first,
 * what could not be judged, what each right is paid, the findings of each unit, and then what all that rests on.
 *
 * <p>It has at most {@value #MOST_LINES} lines unless more is asked for; what it leaves out it says, with the number. All numbers are
 * those of the document, and so is the language. Lines end in LF. Written to a file or a terminal, the text is meant to be encoded in
 * UTF-8.
 *
 * <pre>{@code
 * ReportDocument document = ReportDocument.of(report, Locale.forLanguageTag("es"), Map.of());
 * TextReport.write(document, System.out, TextReport.Options.brief());
 * }</pre>
 */
public final class TextReport {

    /** The lines that a report has at most where not everything is asked for. */
    public static final int MOST_LINES = 60;

    private TextReport() {}

    /**
     * Writes a short report.
     *
     * @param report the report
     * @param locale the reader's locale: Spanish or else English
     * @param out where to
     * @throws IOException if {@code out} cannot take it
     */
    public static void write(ValidationReport report, Locale locale, Appendable out) throws IOException {
        write(ReportDocument.of(report, locale, Map.of()), out, Options.brief());
    }

    /**
     * Writes a document, in its language.
     *
     * @param document the document
     * @param out where to
     * @param options how much, and how
     * @throws IOException if {@code out} cannot take it
     */
    public static void write(ReportDocument document, Appendable out, Options options) throws IOException {
        DocumentWords words = DocumentWords.of(document);
        TextLines lines = new TextLines(words, options);
        List<TextPart> parts = parts(words, lines, options.everything());
        List<String> last = options.everything()
                ? List.of()
                : lines.paragraph(0, 0, words.words().get("brief"));
        int[] shown = options.everything()
                ? parts.stream().mapToInt(part -> part.items().size()).toArray()
                : TextPart.fitting(parts, MOST_LINES - last.size() - 1);
        for (int i = 0; i < shown.length; i++) {
            write(parts.get(i).lines(shown[i]), out);
        }
        if (!last.isEmpty()) {
            out.append('\n');
            write(last, out);
        }
    }

    /** What decides the verdict comes first: where no error does, what could not be judged. */
    private static List<TextPart> parts(DocumentWords words, TextLines lines, boolean everything) {
        TextFindings findings = new TextFindings(words, lines, everything);
        TextSums sums = new TextSums(words, lines);
        TextBasis basis = new TextBasis(words, lines);
        List<TextPart> parts = new ArrayList<>();
        parts.add(findings.verdict());
        boolean open = words.document().verdict() == Verdict.UNDETERMINED;
        Stream.of(open ? findings.openDuties() : findings.tasks(), open ? findings.tasks() : findings.openDuties())
                .flatMap(List::stream)
                .forEach(parts::add);
        parts.addAll(sums.rights());
        parts.add(findings.byUnit());
        parts.addAll(findings.waivers());
        parts.addAll(findings.gone());
        parts.addAll(findings.coming());
        parts.add(basis.law());
        parts.addAll(basis.inputs());
        parts.addAll(basis.problems());
        parts.addAll(basis.rejectedRows());
        if (everything) {
            parts.addAll(basis.undetermined());
            parts.addAll(basis.notApplicable());
            parts.add(sums.totals());
            parts.addAll(sums.units());
        }
        parts.addAll(sums.indicators());
        return parts;
    }

    private static void write(List<String> lines, Appendable out) throws IOException {
        for (String line : lines) {
            out.append(line).append('\n');
        }
    }

    /**
     * How much a text report tells, and how.
     *
     * @param everything whether it tells all that the document has, in as many lines as that takes
     * @param plain whether tables are lists and nothing is set in or set apart by blanks or dashes, for those who hear it read
     */
    public record Options(boolean everything, boolean plain) {

        /** {@return options for a report of at most {@value TextReport#MOST_LINES} lines} */
        public static Options brief() {
            return new Options(false, false);
        }

        /** {@return options for all that the document has} */
        public static Options full() {
            return new Options(true, false);
        }

        /** {@return the same, without tables} */
        public Options inLists() {
            return new Options(everything, true);
        }
    }
}
