package org.hrbudget.rules.internal.packs.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hrbudget.rules.internal.language.Fault;
import org.hrbudget.rules.internal.language.FaultText;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.language.SourceText;
import org.hrbudget.rules.internal.packs.PackHeader;
import org.hrbudget.rules.internal.packs.PackNames;
import org.hrbudget.rules.internal.packs.PackWords;

/** The files of one given pack as they come in, each within the limits and under a name that a pack's file has. */
public final class GivenContent {

    private static final Set<String> LEFT_BY_SYSTEMS = Set.of(".DS_Store", "Thumbs.db", "desktop.ini", "__MACOSX");

    private final Faults faults;
    private final Map<String, byte[]> files = new TreeMap<>();
    private final Map<String, String> foldedNames = new HashMap<>();
    private final Set<String> refusedFolders = new TreeSet<>();
    private int seen;
    private long bytes;

    GivenContent(Faults faults) {
        this.faults = faults;
    }

    /** {@return the files read, by path} */
    Map<String, byte[]> files() {
        return files;
    }

    /** {@return the paths of all files that were offered under a name that can be told, in lower case and as they are} */
    Map<String, String> offered() {
        return foldedNames;
    }

    /** {@return the folders that no pack has} */
    Set<String> folders() {
        return refusedFolders;
    }

    Faults faults() {
        return faults;
    }

    /** {@return whether a path is of a file that a system or an editor leaves behind, which is passed over unread} */
    static boolean isLeftBehind(String path) {
        for (String part : path.split("/", -1)) {
            if (LEFT_BY_SYSTEMS.contains(part)
                    || part.startsWith("~$")
                    || part.startsWith(".~lock.")
                    || part.startsWith("._")) {
                return true;
            }
        }
        return false;
    }

    static Fault fault(String path, FaultText what) {
        return new SourceText(path, "").fault(what);
    }

    /**
     * {@return whether a file may be read; where not, the reason is kept}
     *
     * @param path its path within the pack
     * @throws Fault if there are more files than any pack has
     */
    boolean admits(String path) {
        if (++seen > PackLimits.FILES) {
            throw fault(PackHeader.FILE, PackWords.of("too-many-files", "limit", Integer.toString(PackLimits.FILES)));
        }
        if (!isUnsafe(path) && isLeftBehind(path)) {
            return false;
        }
        Optional<FaultText> refusal = pathRefusal(path).or(() -> nameRefusal(path));
        int slash = path.indexOf('/');
        if (refusal.isEmpty() && slash > 0 && !PackNames.isFolder(path.substring(0, slash))) {
            refuseFolder(path.substring(0, slash));
            return false;
        }
        refusal = refusal.or(() -> PackNames.refusal(path));
        refusal.ifPresent(what -> faults.add(fault(shown(path), what)));
        // What it is called is told; what it says is told as well, and nothing is missing for want of it.
        return refusal.isEmpty() || PackNames.behindTxt(path).isPresent();
    }

    /**
     * {@return whether a folder is one that a pack has; where not, the reason is kept}
     *
     * @param path its path within the pack, with or without a slash at its end
     */
    boolean admitsFolder(String path) {
        String folder = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        if (!isUnsafe(folder) && isLeftBehind(folder)) {
            return false;
        }
        Optional<FaultText> refusal = pathRefusal(folder);
        refusal.ifPresent(what -> faults.add(fault(shown(folder), what)));
        if (refusal.isEmpty() && !PackNames.isFolder(folder)) {
            refuseFolder(folder);
            return false;
        }
        return refusal.isEmpty();
    }

    private void refuseFolder(String folder) {
        if (refusedFolders.add(folder)) {
            faults.add(fault(shown(folder), PackWords.of("folder-unknown", "folder", shown(folder))));
        }
    }

    /** {@return whether a path could lead out of the pack, were it followed} */
    static boolean isUnsafe(String path) {
        return structure(path).isPresent();
    }

    private static Optional<FaultText> structure(String path) {
        if (path.indexOf('\\') >= 0) {
            return Optional.of(PackWords.of("path-backslash"));
        }
        if (path.startsWith("/") || (path.length() > 1 && path.charAt(1) == ':')) {
            return Optional.of(PackWords.of("path-absolute"));
        }
        for (String part : path.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                return Optional.of(PackWords.of("path-climbs"));
            }
        }
        return Optional.empty();
    }

    private static Optional<FaultText> pathRefusal(String path) {
        if (path.length() > PackLimits.PATH_LENGTH) {
            return Optional.of(PackWords.of(
                    "path-too-long",
                    "length",
                    Integer.toString(path.length()),
                    "limit",
                    Integer.toString(PackLimits.PATH_LENGTH)));
        }
        Optional<FaultText> structure = structure(path);
        if (structure.isPresent()) {
            return structure;
        }
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c <= ' ' || c > '~') {
                return Optional.of(
                        PackWords.of("path-character", "character", String.format(Locale.ROOT, "U+%04X", (int) c)));
            }
        }
        return path.chars().filter(c -> c == '/').count() >= PackLimits.PATH_DEPTH
                ? Optional.of(PackWords.of("path-too-deep", "limit", Integer.toString(PackLimits.PATH_DEPTH)))
                : Optional.empty();
    }

    private Optional<FaultText> nameRefusal(String path) {
        String other = foldedNames.putIfAbsent(path.toLowerCase(Locale.ROOT), path);
        if (other == null) {
            return Optional.empty();
        }
        return Optional.of(
                other.equals(path)
                        ? PackWords.of("name-twice", "name", path)
                        : PackWords.of("name-twice-but-for-case", "name", path, "other", other));
    }

    /**
     * Reads a file.
     *
     * @param path its path within the pack
     * @param in its bytes, which are left open
     * @param most how many bytes all files may have together, beyond the limit of every pack
     * @param beyond what is said where they have more
     * @throws Fault if it, or all files together, are larger than in any pack
     */
    void take(String path, InputStream in, long most, FaultText beyond) throws IOException {
        byte[] content = within(path, in, most, beyond);
        if (content.length > 3 && content[0] == 'P' && content[1] == 'K' && content[2] == 3 && content[3] == 4) {
            faults.add(fault(path, PackWords.of("zip-nested", "name", path, "ending", "PK")));
            return;
        }
        PackNames.behindTxt(path)
                .ifPresentOrElse(meant -> files.putIfAbsent(meant, content), () -> files.put(path, content));
    }

    /** Reads over a file that is not wanted, within the same limits: to come past it, it has to be inflated all the same. */
    void pass(String path, InputStream in, long most, FaultText beyond) throws IOException {
        within(path, in, most, beyond);
    }

    private byte[] within(String path, InputStream in, long most, FaultText beyond) throws IOException {
        byte[] content = in.readNBytes(PackLimits.FILE_BYTES + 1);
        bytes += content.length;
        if (bytes > most) {
            throw fault(path, beyond);
        }
        if (content.length > PackLimits.FILE_BYTES) {
            throw fault(path, PackWords.of("file-too-large", "limit", Integer.toString(PackLimits.FILE_BYTES)));
        }
        if (bytes > PackLimits.ALL_BYTES) {
            throw fault(path, PackWords.of("pack-too-large", "limit", Integer.toString(PackLimits.ALL_BYTES)));
        }
        return content;
    }

    /** {@return a path as it can be shown: without what would not be seen, or would be seen otherwise, and not too long} */
    public static String shown(String path) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < Math.min(path.length(), PackLimits.PATH_LENGTH); i++) {
            char c = path.charAt(i);
            boolean plain = (c >= ' ' && c <= '~') || Character.isLetter(c);
            shown.append(plain ? c : '\uFFFD');
        }
        return path.length() > PackLimits.PATH_LENGTH ? shown + "…" : shown.toString();
    }
}
