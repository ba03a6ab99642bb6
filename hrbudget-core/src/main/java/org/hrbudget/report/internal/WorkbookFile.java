package org.hrbudget.report.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.hrbudget.model.internal.Spelling;

/** A workbook that is being written, one sheet after the other: nothing in it is a formula, and nothing tells when it was written. */
public final class WorkbookFile implements Closeable {

    /** The longest name of a sheet that spreadsheets take. */
    private static final int LONGEST_NAME = 31;

    /** Hardly larger than at 9, in a third of the time. */
    private static final int COMPRESSION = 4;

    private static final String PROGRAM = "hrbudget";

    private static final String CORE = "docProps/core.xml";
    private static final Pattern CREATED = Pattern.compile("<dcterms:created[^>]*>[^<]*</dcterms:created>");

    private static final String DRAWINGS = "xl/drawings/vmlDrawing";
    private static final Pattern NOTE = Pattern.compile(
            "<x:Anchor>[^<]*</x:Anchor>(<x:AutoFill>[^<]*</x:AutoFill>)<x:Row>([0-9]+)</x:Row><x:Column>([0-9]+)</x:Column>");

    /** How many columns and rows of the usual size a comment covers. */
    private static final int NOTE_COLUMNS = 5;

    private static final int NOTE_ROWS = 9;

    private final UndatedZip zip;
    private final Workbook workbook;
    private final Set<String> names = new HashSet<>();
    private int sheets;

    private WorkbookFile(OutputStream out) {
        Map<String, UnaryOperator<String>> replaced = Map.of(
                CORE,
                text -> CREATED.matcher(text).replaceFirst(""),
                DRAWINGS,
                // fastexcel leaves room for two rows, too few for a sentence.
                text -> NOTE.matcher(text).replaceAll(WorkbookFile::anchored));
        this.zip = new UndatedZip(out, COMPRESSION, replaced);
        this.workbook = new Workbook(zip, PROGRAM, null);
        workbook.setCompressionLevel(0);
    }

    /**
     * {@return a workbook about to be written}
     *
     * @param out where to; left open
     * @throws IllegalStateException if the library that writes workbooks is not there
     */
    public static WorkbookFile on(OutputStream out) {
        try {
            return new WorkbookFile(out);
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException(
                    "Writing a workbook needs org.dhatim:fastexcel, which is not there.\nMaybe add that dependency.",
                    e);
        }
    }

    private static String anchored(MatchResult note) {
        int row = Integer.parseInt(note.group(2));
        int column = Integer.parseInt(note.group(3)) + 1;
        String anchor = column + ",15," + row + ",2," + (column + NOTE_COLUMNS) + ",15," + (row + NOTE_ROWS) + ",4";
        return Matcher.quoteReplacement("<x:Anchor>" + anchor + "</x:Anchor>" + note.group(1) + "<x:Row>"
                + note.group(2) + "</x:Row><x:Column>" + note.group(3) + "</x:Column>");
    }

    /**
     * Begins a sheet; the one before must be finished.
     *
     * @param name what it is called, as far as spreadsheets allow it, with a number behind it where another has that name
     */
    public WorkbookSheet sheet(String name) {
        String plain = Spelling.harmless(name).replaceAll("[\\[\\]:*?/\\\\']", "-");
        String first = plain.isBlank() ? "-" : cut(plain, LONGEST_NAME);
        String own = first;
        for (int i = 2; !names.add(Spelling.folded(own)); i++) {
            String number = " (" + i + ")";
            own = cut(first, LONGEST_NAME - number.length()) + number;
        }
        sheets++;
        return new WorkbookSheet(workbook.newWorksheet(own));
    }

    /** {@return the beginning of a text that is no longer than this, no letter of two characters cut in half} */
    public static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    /** Has spreadsheets open with the sheet that comes next. */
    public void openWithNext() {
        workbook.setActiveTab(sheets);
    }

    /** Writes what is still to be written; what it is written to stays open. */
    public void finish() throws IOException {
        workbook.finish();
        zip.close();
    }

    /** Lets go of what it holds; without {@link #finish} it is no workbook. */
    @Override
    public void close() throws IOException {
        zip.close();
    }
}
