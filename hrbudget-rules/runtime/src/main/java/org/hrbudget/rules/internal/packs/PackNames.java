package org.hrbudget.rules.internal.packs;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hrbudget.rules.internal.language.Advice;
import org.hrbudget.rules.internal.language.Aliases;
import org.hrbudget.rules.internal.language.FaultText;
import org.hrbudget.text.Nearest;

/** The names that files of a pack have, and what is said of all others. */
public final class PackNames {

    private static final List<String> PLAIN = List.of(
            PackHeader.FILE,
            "parameters.csv",
            "legal-bases.csv",
            "messages.properties",
            "messages_es.properties",
            CoverageTable.FILE,
            Duties.FILE,
            Severities.FILE,
            "checklist.md");
    private static final List<String> FOLDERS = List.of("catalogues", "examples");
    private static final Pattern FORM =
            Pattern.compile("[a-z0-9-]+\\.drl|catalogues/[a-z-]+\\.csv|examples/[a-z0-9-]+\\.csv");

    private static final String TXT = ".txt";

    private static final Map<String, List<String>> REFUSED = Map.of(
            "file-spreadsheet",
            List.of("xls", "xlsx", "xlsm", "xlsb", "ods", "numbers"),
            "file-code",
            List.of(
                    "java", "class", "groovy", "kt", "js", "py", "sh", "bat", "cmd", "ps1", "exe", "dll", "so", "mvel",
                    "dsl", "dslr", "rdrl", "bpmn", "gdst"),
            "file-markup",
            List.of("xml", "xsd", "dtd", "html", "htm", "json", "yaml", "yml", "svg"),
            "file-document",
            List.of("doc", "docx", "odt", "rtf", "pdf", "txt"),
            "zip-nested",
            List.of("zip", "jar", "war", "gz", "tgz", "bz2", "xz", "tar", "7z", "rar"));

    private PackNames() {}

    public static boolean isKnown(String name) {
        String file = Aliases.file(name);
        return PLAIN.contains(file) || FORM.matcher(file).matches();
    }

    /**
     * {@return the name that a file must have been meant to have whose editor put {@code .txt} behind it; empty where it is no such name,
     * and for the header, without which there is no pack}
     */
    public static Optional<String> behindTxt(String name) {
        String meant = name.endsWith(TXT) ? name.substring(0, name.length() - TXT.length()) : "";
        return isKnown(meant) && !meant.equals(PackHeader.FILE) ? Optional.of(meant) : Optional.empty();
    }

    /** {@return whether a pack has a folder of this name} */
    public static boolean isFolder(String name) {
        return FOLDERS.contains(Aliases.of("folder").meant(name));
    }

    /** {@return what is said of a file's name, unless it is one that a file of a pack has} */
    public static Optional<FaultText> refusal(String name) {
        if (isKnown(name)) {
            return Optional.empty();
        }
        Optional<String> meant = behindTxt(name);
        if (meant.isPresent()) {
            return Optional.of(PackWords.of("file-name-txt", "name", name, "meant", meant.get()));
        }
        String lower = name.toLowerCase(Locale.ROOT);
        String ending = lower.substring(lower.lastIndexOf('.') + 1);
        Optional<String> kind = REFUSED.entrySet().stream()
                .filter(entry -> entry.getValue().contains(ending))
                .map(Map.Entry::getKey)
                .findFirst();
        if (kind.isPresent()) {
            return Optional.of(PackWords.of(kind.get(), "name", name, "ending", "." + ending));
        }
        if (isKnown(lower)) {
            return Optional.of(PackWords.of("file-name-case", "name", name, "lower", lower));
        }
        List<String> near = Nearest.to(name, Aliases.of("file").andAll(PLAIN));
        FaultText unknown = PackWords.of("file-unknown", "name", name);
        return Optional.of(near.isEmpty() ? unknown : unknown.advising(Advice.on(name, near)));
    }
}
