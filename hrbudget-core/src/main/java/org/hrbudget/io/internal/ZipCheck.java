package org.hrbudget.io.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import org.hrbudget.io.BudgetReadException;

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

    String only() {
        if (openDocument) {
            throw new BudgetReadException(Texts.of("file.opendocument", "file", file), null);
        }
        if (usable.size() != 1) {
            String key = usable.isEmpty() ? "zip.empty" : "zip.several";
            String names = String.join(
                    ", ", usable.stream().limit(5).map(ZipCheck::shown).toList());
            throw new BudgetReadException(
                    Texts.of(key, "file", file, "count", Integer.toString(usable.size()), "entries", names), null);
        }
        return usable.get(0);
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
