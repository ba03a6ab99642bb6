package org.hrbudget.io.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.hrbudget.io.BudgetReadException;
import org.jspecify.annotations.Nullable;

/**
 * Copies a workbook with other texts in some cells of one sheet. The part of the sheet is written anew; where a formula goes, so does the
 * list of the order in which formulas are calculated, which programs make again; where there are formulas, the workbook asks to be
 * calculated when it is opened. Every other part is copied byte for byte.
 */
public final class WorkbookCells {

    private static final String BOOK = "xl/workbook.xml";
    private static final String TYPES = "[Content_Types].xml";
    private static final String ORDER = "/calcChain";

    /** What comes behind {@code calcPr} in a workbook. */
    private static final Set<String> BEHIND = Set.of(
            "oleSize",
            "customWorkbookViews",
            "pivotCaches",
            "smartTagPr",
            "smartTagTypes",
            "webPublishing",
            "fileRecoveryPr",
            "webPublishObjects",
            "extLst");

    /** A workbook says the same whenever and wherever it is written. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 12, 0);

    private final String file;
    private final String sheet;
    private final SortedMap<Long, ? extends SortedMap<Integer, NewText>> changes;
    private final Map<Long, SortedSet<Integer>> there = new HashMap<>();
    private final SortedSet<Long> rowsThere = new TreeSet<>();
    private boolean formulas;
    private boolean lost;

    /**
     * Makes one.
     *
     * @param file the name in messages
     * @param sheet the name of the sheet
     * @param changes by row, from 1, and column, from 0
     */
    public WorkbookCells(String file, String sheet, SortedMap<Long, ? extends SortedMap<Integer, NewText>> changes) {
        this.file = file;
        this.sheet = sheet;
        this.changes = changes;
    }

    /** {@return the letters of a column, from 0} */
    public static String letters(int column) {
        return SheetFacts.name(column);
    }

    /** {@return the column, from 0, of letters} */
    public static int column(String letters) {
        return SheetFacts.column(letters);
    }

    /**
     * Copies the workbook.
     *
     * @param book a workbook that keeps the limits of reading
     * @throws BudgetReadException if a cell's formula is one that others share, or the workbook is not written as most are
     */
    public void copy(Path book, OutputStream to) throws IOException {
        try (ZipFile zip = new ZipFile(book.toFile(), StandardCharsets.ISO_8859_1)) {
            Map<String, String> targets = new HashMap<>();
            String[] order = new String[1];
            each(zip, WorkbookCheck.RELATIONSHIPS, "Relationship", part -> {
                String target = String.valueOf(part.attribute("Target"));
                String path = target.startsWith("/") ? target.substring(1) : "xl/" + target;
                targets.put(String.valueOf(part.attribute("Id")), path);
                order[0] = String.valueOf(part.attribute("Type")).endsWith(ORDER) ? path : order[0];
            });
            String[] of = new String[1];
            each(zip, BOOK, "sheet", part -> {
                if (sheet.equals(part.attribute("name"))) {
                    of[0] = targets.get(String.valueOf(part.attribute("id")));
                }
            });
            if (of[0] == null || zip.getEntry(of[0]) == null) {
                throw new ZipException("no part of the sheet");
            }
            look(zip, of[0]);
            formulas |= order[0] != null;
            write(zip, of[0], lost ? order[0] : null, to);
        } catch (XMLStreamException | ZipException e) {
            throw new BudgetReadException(Texts.of("workbook.damaged", "file", file), e);
        }
    }

    private interface Taker {
        void take(XmlCopy part) throws IOException, XMLStreamException;
    }

    private void each(ZipFile zip, String name, String element, Taker taker) throws IOException, XMLStreamException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new ZipException(name);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            XmlCopy part = new XmlCopy(in, OutputStream.nullOutputStream());
            for (int event = part.next(); event != XMLStreamConstants.END_DOCUMENT; event = part.next()) {
                if (event == XMLStreamConstants.START_ELEMENT && part.isAt(element)) {
                    taker.take(part);
                }
            }
        }
    }

    /** Where in a sheet one is: rows and cells may leave out what they are called. */
    private static final class Place {
        private long row;
        private int column = -1;

        void beginRow(XmlCopy part) {
            String number = part.attribute("r");
            row = number != null && number.matches("[0-9]{1,9}") ? Long.parseLong(number) : row + 1;
            column = -1;
        }

        void beginCell(XmlCopy part) {
            String name = part.attribute("r");
            column = name == null ? column + 1 : SheetFacts.column(name);
        }
    }

    /** Finds out which of the cells are there, and what is lost with their formulas. */
    private void look(ZipFile zip, String name) throws IOException, XMLStreamException {
        try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
            XmlCopy part = new XmlCopy(in, OutputStream.nullOutputStream());
            Place place = new Place();
            for (int event = part.next(); event != XMLStreamConstants.END_DOCUMENT; event = part.next()) {
                if (event != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                if (part.isAt("row")) {
                    place.beginRow(part);
                    rowsThere.add(place.row);
                } else if (part.isAt("c")) {
                    place.beginCell(part);
                    if (wanted(place.row).containsKey(place.column)) {
                        there.computeIfAbsent(place.row, row -> new TreeSet<>()).add(place.column);
                    }
                } else if (part.isAt("f")) {
                    formulas = true;
                    if (wanted(place.row).containsKey(place.column)) {
                        lost = true;
                        refuseSeveral(part, place);
                    }
                }
            }
        }
    }

    private void refuseSeveral(XmlCopy part, Place place) {
        String range = part.attribute("ref");
        String kind = part.attribute("t");
        if (range != null && kind != null && !kind.equals("normal")) {
            String cell = letters(place.column) + place.row;
            throw new BudgetReadException(
                    Texts.of("change.formula-shared", "file", file, "cell", cell, "range", range), null);
        }
    }

    private SortedMap<Integer, NewText> wanted(long row) {
        SortedMap<Integer, NewText> wanted = changes.get(row);
        return wanted == null ? Collections.emptySortedMap() : wanted;
    }

    private void write(ZipFile zip, String part, @Nullable String order, OutputStream to)
            throws IOException, XMLStreamException {
        ZipOutputStream out = new ZipOutputStream(to);
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
            ZipEntry entry = all.nextElement();
            String name = entry.getName();
            if (name.equals(order)) {
                continue;
            }
            ZipEntry copy = new ZipEntry(name);
            copy.setTimeLocal(NO_TIME);
            out.putNextEntry(copy);
            try (InputStream in = zip.getInputStream(entry)) {
                if (name.equals(part)) {
                    writeSheet(new XmlCopy(in, out));
                } else if (name.equals(BOOK) && formulas) {
                    writeBook(new XmlCopy(in, out));
                } else if (order != null && (name.equals(TYPES) || name.equals(WorkbookCheck.RELATIONSHIPS))) {
                    writeWithoutOrder(new XmlCopy(in, out), order);
                } else {
                    in.transferTo(out);
                }
            }
            out.closeEntry();
        }
        out.finish();
        out.flush();
    }

    private static void writeWithoutOrder(XmlCopy part, String order) throws IOException, XMLStreamException {
        int event;
        do {
            event = part.next();
            boolean is = event == XMLStreamConstants.START_ELEMENT
                    && (String.valueOf(part.attribute("Type")).endsWith(ORDER)
                            || ("/" + order).equals(part.attribute("PartName")));
            if (is) {
                part.skip();
            } else {
                part.copy();
            }
        } while (event != XMLStreamConstants.END_DOCUMENT);
    }

    /** What depends on a changed cell is otherwise shown as it was. */
    private static void writeBook(XmlCopy part) throws IOException, XMLStreamException {
        boolean said = false;
        int depth = 0;
        int event;
        do {
            event = part.next();
            depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
            boolean begins = event == XMLStreamConstants.START_ELEMENT && depth == 1;
            boolean ends = event == XMLStreamConstants.END_ELEMENT && depth == 0;
            boolean is = begins && part.isAt("calcPr");
            if (!said && (is || ends || (begins && BEHIND.stream().anyMatch(part::isAt)))) {
                said = true;
                String kept = is ? part.attributes(Set.of("fullCalcOnLoad")) : "";
                part.write("<" + part.named("calcPr") + kept + " fullCalcOnLoad=\"1\"/>");
            }
            if (is) {
                part.skip();
            } else {
                part.copy();
                depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
            }
        } while (event != XMLStreamConstants.END_DOCUMENT);
    }

    private void writeSheet(XmlCopy part) throws IOException, XMLStreamException {
        SortedMap<Long, SortedMap<Integer, NewText>> rows = new TreeMap<>(changes);
        rows.keySet().removeAll(rowsThere);
        boolean grows = changes.entrySet().stream()
                .anyMatch(row -> !there.getOrDefault(row.getKey(), Collections.emptySortedSet())
                        .containsAll(row.getValue().keySet()));
        SortedMap<Integer, NewText> missing = new TreeMap<>();
        Place place = new Place();
        int event;
        do {
            event = part.next();
            boolean begins = event == XMLStreamConstants.START_ELEMENT;
            boolean ends = event == XMLStreamConstants.END_ELEMENT;
            if (begins && part.isAt("row")) {
                place.beginRow(part);
                addRows(part, rows.headMap(place.row));
                missing = new TreeMap<>(wanted(place.row));
                missing.keySet().removeAll(there.getOrDefault(place.row, Collections.emptySortedSet()));
                if (missing.isEmpty()) {
                    part.copy();
                } else {
                    part.copy("spans");
                }
            } else if (begins && part.isAt("c")) {
                place.beginCell(part);
                addCells(part, place.row, missing.headMap(place.column));
                NewText text = wanted(place.row).get(place.column);
                if (text == null) {
                    part.copy();
                } else {
                    writeCell(part, place.row, place.column, text, part.attribute("s"));
                    part.skip();
                }
            } else if (begins && grows && part.isAt("dimension")) {
                // It would be too small, and may be left out.
                part.skip();
            } else {
                if (ends && part.isAt("row")) {
                    addCells(part, place.row, missing);
                } else if (ends && part.isAt("sheetData")) {
                    addRows(part, rows);
                }
                part.copy();
            }
        } while (event != XMLStreamConstants.END_DOCUMENT);
    }

    private static void addRows(XmlCopy part, SortedMap<Long, SortedMap<Integer, NewText>> rows) throws IOException {
        for (Map.Entry<Long, SortedMap<Integer, NewText>> row : rows.entrySet()) {
            part.write("<" + part.named("row") + " r=\"" + row.getKey() + "\">");
            addCells(part, row.getKey(), new TreeMap<>(row.getValue()));
            part.write("</" + part.named("row") + ">");
        }
        rows.clear();
    }

    private static void addCells(XmlCopy part, long row, SortedMap<Integer, NewText> cells) throws IOException {
        for (Map.Entry<Integer, NewText> cell : cells.entrySet()) {
            writeCell(part, row, cell.getKey(), cell.getValue(), null);
        }
        cells.clear();
    }

    private static void writeCell(XmlCopy part, long row, int column, NewText text, @Nullable String style)
            throws IOException {
        String c = part.named("c");
        String begin = "<" + c + " r=\"" + letters(column) + row + '"'
                + (style == null ? "" : " s=\"" + XmlCopy.attributeText(style) + '"');
        if (text.text().isEmpty()) {
            part.write(begin + "/>");
        } else if (text.number() != null) {
            String v = part.named("v");
            part.write(begin + "><" + v + ">" + text.number().toPlainString() + "</" + v + "></" + c + ">");
        } else {
            String is = part.named("is");
            String t = part.named("t");
            part.write(begin + " t=\"inlineStr\"><" + is + "><" + t + " xml:space=\"preserve\">"
                    + XmlCopy.escaped(text.text()) + "</" + t + "></" + is + "></" + c + ">");
        }
    }
}
