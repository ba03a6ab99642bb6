package org.hrbudget.rules.internal.packs;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hrbudget.rules.internal.language.Fault;
import org.hrbudget.rules.internal.language.FaultText;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.language.SourceText;
import org.jspecify.annotations.Nullable;

/**
 * A file of {@code key=value} lines in UTF-8. Stricter than {@code java.util.Properties}, which keeps the last of two equal keys
 * in silence: here each key stands once and each value on one line.
 */
final class PropertyFile {

    /** A value and where it stands. */
    record Entry(SourceText source, String key, String value, int start) {

        Fault fault(FaultText what) {
            return source.fault(start, value, what);
        }

        Fault fault(String problem, String advice) {
            return source.fault(start, value, problem, advice);
        }
    }

    private final SourceText source;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private PropertyFile(SourceText source) {
        this.source = source;
    }

    static PropertyFile parse(SourceText source, Faults faults) {
        PropertyFile file = new PropertyFile(source);
        int start = 0;
        for (String line : source.text().split("\n", -1)) {
            int lineStart = start;
            faults.during(() -> file.line(line, lineStart));
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
            throw source.fault(
                    start,
                    line.strip(),
                    "This line is not key=value.",
                    "Write key=value on one line; comments begin with #.");
        }
        String key = line.substring(0, equals).strip();
        String value = line.substring(equals + 1).strip();
        int valueStart = start + equals + 1 + line.substring(equals + 1).indexOf(value);
        Entry entry = new Entry(source, key, value, valueStart);
        if (entries.putIfAbsent(key, entry) != null) {
            throw source.fault(start, key, "\"" + key + "\" stands twice.", "Keep one of the two.");
        }
        if (value.indexOf('\\') >= 0) {
            throw entry.fault("The text holds a backslash.", "Write it on one line, in UTF-8 and without backslashes.");
        }
    }

    SourceText source() {
        return source;
    }

    Collection<Entry> entries() {
        return entries.values();
    }

    @Nullable
    Entry entry(String key) {
        return entries.get(key);
    }
}
