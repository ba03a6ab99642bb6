package org.hrbudget.io;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hrbudget.io.internal.CsvRows;
import org.hrbudget.io.internal.Excerpt;
import org.hrbudget.io.internal.Rows;
import org.hrbudget.io.internal.Stated;
import org.hrbudget.io.internal.Texts;
import org.hrbudget.io.internal.WorkbookRows;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.internal.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * How a table is written: as its layout says or, where it says so, as it is found to be.
 *
 * @param charset the charset of text without a byte order mark
 * @param separator the sign between cells
 * @param decimal the decimal sign of amounts
 * @param detects whether what is not given is looked for: charset, separator, decimal sign and the row of the headings; what is
 *     written here holds where nothing else is found
 * @param given what is not looked for, whatever the file looks like, for the caller says it
 * @param isHeading tells the headings that are looked for
 * @param isAmount tells those of them that are headings of amounts
 * @param sheet the sheet of a workbook to be read; {@code null} for the first that has the headings
 * @param entry the file that is meant where the input is a zip of several; or {@code null}
 * @param stated what the publisher states about the file
 * @param headingRow the row of the headings, from 1; 0 for the first that is not blank or, where that is looked for, has them
 */
record TableForm(
        Charset charset,
        char separator,
        char decimal,
        boolean detects,
        Given given,
        Predicate<String> isHeading,
        Predicate<String> isAmount,
        @Nullable String sheet,
        @Nullable String entry,
        Stated stated,
        int headingRow) {

    /** What the caller says of the form; what is {@code null} or 0 the layout says. */
    record Given(
            @Nullable Charset charset,
            @Nullable Character separator,
            @Nullable Character decimal,
            int headingRow,
            @Nullable String sheet,
            @Nullable String entry) {

        /** {@return what is said here or, where nothing is, there} */
        Given or(Given other) {
            return new Given(
                    charset == null ? other.charset : charset,
                    separator == null ? other.separator : separator,
                    decimal == null ? other.decimal : decimal,
                    headingRow == 0 ? other.headingRow : headingRow,
                    sheet == null ? other.sheet : sheet,
                    entry == null ? other.entry : entry);
        }

        static final Given NOTHING = new Given(null, null, null, 0, null, null);

        /**
         * {@return what of it the file has no use for, in words}
         *
         * @param rows what kind of file it is
         * @param ofSeveral whether it is one of the files of a zip
         */
        List<Bilingual> unused(Rows rows, boolean ofSeveral) {
            List<Bilingual> unused = new ArrayList<>();
            if (entry != null && !ofSeveral) {
                unused.add(Texts.of("assumed.unused-entry", "entry", Excerpt.of(entry)));
            }
            if (charset != null && rows instanceof WorkbookRows) {
                unused.add(Texts.of("assumed.unused-charset", "charset", charset.name()));
            }
            if (headingRow > 0 && !rows.isTable()) {
                unused.add(Texts.of("assumed.unused-heading-row", "row", Integer.toString(headingRow)));
            }
            if (separator != null && !(rows instanceof CsvRows)) {
                unused.add(Texts.of("assumed.unused-separator"));
            }
            if (sheet != null && !(rows instanceof WorkbookRows)) {
                unused.add(Texts.of("assumed.unused-sheet", "sheet", Excerpt.of(sheet)));
            }
            return unused;
        }
    }

    /** {@return the form that a layout says, but for what is given} */
    static TableForm of(Layout layout, Given given) {
        Layout.Signs signs = layout.content().signs();
        Charset charset = given.charset();
        Character separator = given.separator();
        Character decimal = given.decimal();
        return new TableForm(
                charset == null ? signs.charset() : charset,
                separator == null ? signs.separator() : separator,
                decimal == null ? signs.amounts().decimal() : decimal,
                layout.content().detects(),
                given,
                anyOf(layout, layout.headings()),
                anyOf(layout, layout.amountHeadings()),
                given.sheet(),
                given.entry() == null ? layout.content().entry() : given.entry(),
                layout.content().stated(),
                given.headingRow() > 0 ? given.headingRow() : layout.content().headingRow());
    }

    private static Predicate<String> anyOf(Layout layout, List<String> headings) {
        Set<String> known = headings.stream().map(layout::folded).collect(Collectors.toUnmodifiableSet());
        List<Pattern> ofYears = YearColumns.patterns(layout, headings);
        return heading -> {
            String folded = layout.folded(heading);
            return known.contains(folded)
                    || ofYears.stream().anyMatch(each -> each.matcher(folded).matches());
        };
    }

    /** {@return the form of a table beside the budget, whose columns have these headings} */
    static TableForm of(Collection<List<String>> synonyms) {
        Set<String> known = synonyms.stream().flatMap(List::stream).collect(Collectors.toUnmodifiableSet());
        return looking(',', heading -> known.contains(Spelling.folded(heading)), heading -> false, null, null);
    }

    /** {@return the form of text that is UTF-8 with a decimal point unless it is found to be otherwise} */
    static TableForm looking(
            char separator,
            Predicate<String> isHeading,
            Predicate<String> isAmount,
            @Nullable String sheet,
            @Nullable String entry) {
        return new TableForm(
                StandardCharsets.UTF_8,
                separator,
                '.',
                true,
                Given.NOTHING,
                isHeading,
                isAmount,
                sheet,
                entry,
                Stated.NOTHING,
                0);
    }

    /** {@return this form for text in another charset} */
    TableForm in(Charset other) {
        return new TableForm(
                other, separator, decimal, detects, given, isHeading, isAmount, sheet, entry, stated, headingRow);
    }

    /** {@return whether the charset is looked for where no byte order mark says it} */
    boolean looksForCharset() {
        return detects && given.charset() == null;
    }

    /** {@return how many of these cells are headings that are looked for} */
    long headings(List<String> cells) {
        return cells.stream().filter(isHeading).count();
    }
}
