package org.hrbudget.io.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.hrbudget.io.BudgetReadException;
import org.jspecify.annotations.Nullable;

/** Looks at the entries of a zip file and finds the one with the data. */
final class ZipCheck {

    private final String file;
    private final List<String> usable = new ArrayList<>();
    private boolean office;
    private boolean workbook;
    private boolean sheets;
    private boolean macros;
    private boolean openDocument;

    ZipCheck(String file) {
        this.file = file;
    }

    void see(ZipEntry entry) {
        String name = entry.getName();
        if (isUnsafe(name)) {
            throw new BudgetReadException(Texts.of("zip.unsafe", "file", file, "entry", shown(name)), null);
        }
        office |= name.equals("[Content_Types].xml") || name.startsWith("xl/") || name.startsWith("_rels/");
        workbook |= name.equals("[Content_Types].xml");
        sheets |= name.equals("xl/workbook.xml");
        macros |= name.equals("xl/vbaProject.bin");
        openDocument |= name.equals("mimetype");
        if (isUsable(entry)) {
            usable.add(name);
        }
    }

    static boolean isUsable(ZipEntry entry) {
        String name = entry.getName();
        String last = name.substring(name.lastIndexOf('/') + 1);
        return !entry.isDirectory()
                && !name.startsWith("__MACOSX/")
                && !last.startsWith("._")
                && !last.equals(".DS_Store");
    }

    /** {@return whether an entry seen so far is one that documents of office programs have, and no one else packs} */
    boolean looksLikeOffice() {
        return office;
    }

    /** {@return whether the entries are the parts of a workbook; one whose macros would have to run is refused} */
    boolean isWorkbook() {
        if (workbook && !sheets) {
            throw new BudgetReadException(Texts.of("file.office", "file", file), null);
        }
        if (macros) {
            throw new BudgetReadException(Texts.of("file.macros", "file", file), null);
        }
        return workbook;
    }

    /**
     * {@return the entry with the data: the one that is named so, or else the only one}
     *
     * @param wanted a name, with or without its folders, in which {@code *} stands for any text; or {@code null}
     */
    String chosen(@Nullable String wanted) {
        if (openDocument || wanted == null) {
            return only();
        }
        List<String> pieces = List.of(wanted.split("\\*", -1));
        List<String> matching = usable.stream()
                .filter(entry ->
                        consistsOf(pieces, entry) || consistsOf(pieces, entry.substring(entry.lastIndexOf('/') + 1)))
                .toList();
        if (matching.size() != 1) {
            throw new BudgetReadException(
                    Texts.of(
                            matching.isEmpty() ? "zip.no-entry" : "zip.entries",
                            "file",
                            file,
                            "entry",
                            Excerpt.of(wanted),
                            "count",
                            Integer.toString(matching.size()),
                            "entries",
                            names(matching.isEmpty() ? usable : matching)),
                    null);
        }
        return matching.get(0);
    }

    /**
     * {@return whether a name has these pieces in their order, from its start to its end, with any text between them} Not by a regular
     * expression: of many stars one would try every way to share out a long name.
     */
    private static boolean consistsOf(List<String> pieces, String name) {
        String last = pieces.get(pieces.size() - 1);
        if (pieces.size() == 1) {
            return name.equals(last);
        }
        int at = pieces.get(0).length();
        int end = name.length() - last.length();
        if (at > end || !name.startsWith(pieces.get(0)) || !name.endsWith(last)) {
            return false;
        }
        for (String piece : pieces.subList(1, pieces.size() - 1)) {
            int found = name.indexOf(piece, at);
            if (found < 0 || found + piece.length() > end) {
                return false;
            }
            at = found + piece.length();
        }
        return true;
    }

    private String only() {
        if (openDocument) {
            throw new BudgetReadException(Texts.of("file.opendocument", "file", file), null);
        }
        if (usable.size() != 1) {
            String key = usable.isEmpty() ? "zip.empty" : "zip.several";
            throw new BudgetReadException(
                    Texts.of(key, "file", file, "count", Integer.toString(usable.size()), "entries", names(usable)),
                    null);
        }
        return usable.get(0);
    }

    private static String names(List<String> entries) {
        return entries.stream().limit(5).map(ZipCheck::shown).collect(Collectors.joining(", "));
    }

    private static boolean isUnsafe(String name) {
        String path = name.replace('\\', '/');
        return path.startsWith("/")
                || path.indexOf('\0') >= 0
                || path.matches("[A-Za-z]:.*")
                || List.of(path.split("/", -1)).contains("..");
    }

    private static String shown(String name) {
        return name.length() <= 80 ? name : name.substring(0, 80) + "…";
    }
}
