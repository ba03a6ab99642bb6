package org.hrbudget.io.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import org.hrbudget.io.BudgetReadException;

/** Looks at the entries of a zip file and finds the one with the data. */
final class ZipCheck {

    private final String file;
    private final List<String> usable = new ArrayList<>();
    private boolean workbook;
    private boolean openDocument;

    ZipCheck(String file) {
        this.file = file;
    }

    void see(ZipEntry entry) {
        String name = entry.getName();
        if (isUnsafe(name)) {
            throw new BudgetReadException(Texts.of("zip.unsafe", "file", file, "entry", shown(name)), null);
        }
        workbook |= name.equals("[Content_Types].xml");
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

    String only() {
        if (workbook || openDocument) {
            String key = workbook ? "file.workbook" : "file.opendocument";
            throw new BudgetReadException(Texts.of(key, "file", file), null);
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
