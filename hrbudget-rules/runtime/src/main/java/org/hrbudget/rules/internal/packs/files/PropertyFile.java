package org.hrbudget.rules.internal.packs.files;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hrbudget.model.Bilingual;
import org.hrbudget.rules.internal.language.Aliases;
import org.hrbudget.rules.internal.language.Fault;
import org.hrbudget.rules.internal.language.FaultText;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.language.SourceText;
import org.hrbudget.rules.internal.packs.PackHeader;
import org.hrbudget.rules.internal.packs.PackWords;
import org.jspecify.annotations.Nullable;

/**
 * A file of {@code key=value} lines in UTF-8. Stricter than {@code java.util.Properties}, which keeps the last of two equal keys
 * in silence: here each key is once and each value on one line.
 */
public final class PropertyFile {

    /** What a line without its equals sign was probably meant to say, so that the key does not look missing too. */
    private static final Pattern WITHOUT_SIGN = Pattern.compile("\\s*([A-Za-z][A-Za-z._-]*)\\s*[:\\s]\\s*(.*)");

    /** A value and where it stands; its key as all readers know it, and as it is written. */
    public record Entry(SourceText source, String key, String written, String value, int start, int keyStart) {

        public Fault fault(FaultText what) {
            return source.fault(start, value, what);
        }

        public Fault keyFault(FaultText what) {
            return source.fault(keyStart, written, what);
        }

        /** {@return where it is in its file: the line, or the cell it was made of} */
        Bilingual place() {
            String cell = source.cell(keyStart, "");
            String line = Integer.toString(source.line(keyStart));
            return cell.isEmpty() ? PackWords.text("property-line", "line", line) : new Bilingual(cell, cell);
        }
    }

    private final SourceText source;
    private final Aliases names;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private PropertyFile(SourceText source) {
        this.source = source;
        this.names = Aliases.of(source.file().endsWith(PackHeader.FILE) ? PackHeader.FILE : "messages");
    }

    public static PropertyFile parse(SourceText source, Faults faults) {
        PropertyFile file = new PropertyFile(source);
        int start = 0;
        boolean continued = false;
        for (String line : source.text().split("\n", -1)) {
            int lineStart = start;
            if (!continued) {
                faults.during(() -> file.line(line, lineStart));
            }
            // A text that goes on after a backslash is one fault, not two.
            continued = line.stripTrailing().endsWith("\\");
            start += line.length() + 1;
        }
        return file;
    }

    private void line(String line, int start) {
        if (line.isBlank() || line.stripLeading().startsWith("#")) {
            return;
        }
        int equals = line.indexOf('=');
        if (equals < 0) {
            Matcher meant = WITHOUT_SIGN.matcher(line);
            if (meant.matches()) {
                entries.putIfAbsent(
                        meant(meant.group(1)),
                        new Entry(
                                source,
                                meant(meant.group(1)),
                                meant.group(1),
                                meant.group(2).strip(),
                                start + meant.start(2),
                                start + meant.start(1)));
            }
            int at = line.length() - line.stripLeading().length();
            throw source.fault(start + at, line.strip(), PackWords.of("line-without-value"));
        }
        String written = line.substring(0, equals).strip();
        String key = meant(written);
        String value = line.substring(equals + 1).strip();
        int valueStart = start + equals + 1 + line.substring(equals + 1).indexOf(value);
        Entry entry = new Entry(source, key, written, value, valueStart, start + line.indexOf(written));
        if (key.isEmpty()) {
            throw source.fault(start, line.strip(), PackWords.of("line-without-key"));
        }
        Entry first = entries.putIfAbsent(key, entry);
        if (first != null) {
            throw entry.keyFault(PackWords.of("property-twice", "key", written, "place", first.place()));
        }
        int backslash = value.indexOf('\\');
        if (backslash >= 0) {
            throw source.fault(valueStart + backslash, "\\", PackWords.of("backslash"));
        }
    }

    /** {@return the key that a text is, or is the Spanish name of; of a text of a rule, its last part may be Spanish} */
    private String meant(String written) {
        int part = written.lastIndexOf('.') + 1;
        return written.substring(0, part) + names.meant(written.substring(part));
    }

    /** {@return a key as this file would write it: in Spanish where one of its keys is} */
    public String shown(String key) {
        return entries.values().stream().allMatch(entry -> entry.key().equals(entry.written())) ? key : names.name(key);
    }

    public SourceText source() {
        return source;
    }

    public Collection<Entry> entries() {
        return entries.values();
    }

    @Nullable
    public Entry entry(String key) {
        return entries.get(key);
    }
}
