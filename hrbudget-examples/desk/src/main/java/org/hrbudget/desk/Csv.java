package org.hrbudget.desk;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hrbudget.report.TextPage;

/** Tables to download as CSV, UTF-8 with its mark, in which no spreadsheet finds a formula. */
public final class Csv {

    /** The type of such a file. */
    public static final String TYPE = "text/csv;charset=UTF-8";

    /** With it a spreadsheet takes the file for UTF-8. */
    private static final String MARK = "\uFEFF";

    private static final Pattern PLAIN = Pattern.compile("[0-9A-Za-z_]*|-?[0-9]+[.][0-9]+");

    /** Where a cell begins, for any sign that cells may be parted at, the sign of a formula in any width. */
    private static final Pattern FORMULA =
            Pattern.compile("((?:^|[;|:\\t ])[\\s\"']*)([=+@\u2212\uFF1D\uFF0B\uFF0D\uFF20-])");

    private Csv() {}

    /** {@return a table} */
    public static byte[] of(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n")))
                .collect(Collectors.joining("", MARK, ""))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(String text) {
        if (PLAIN.matcher(text).matches()) {
            return text;
        }
        String safe = TextPage.harmless(text).replace('\n', ' ');
        return '"' + FORMULA.matcher(safe).replaceAll("$1'$2").replace("\"", "\"\"") + '"';
    }
}
