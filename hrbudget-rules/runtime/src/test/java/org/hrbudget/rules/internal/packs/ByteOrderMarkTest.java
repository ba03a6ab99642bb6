package org.hrbudget.rules.internal.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.hrbudget.rules.RulePackException;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.packs.files.BundledFiles;
import org.hrbudget.rules.internal.packs.files.PackFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Three bytes that no editor shows are told of every kind of file, and never read as a part of its first word. */
class ByteOrderMarkTest {

    private static final String PACK = "mx-cmx/2010.1/";

    /** The bundled packs with a mark before one of their files. */
    private record Marked(PackFiles files, String marked) implements PackFiles {

        @Override
        public List<String> paths() {
            return files.paths();
        }

        @Override
        public byte[] read(String path) {
            String text = new String(files.read(path), StandardCharsets.UTF_8);
            return (path.equals(marked) ? "\uFEFF" + text : text).getBytes(StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pack.properties",
                "policy-frameworks.drl",
                "parameters.csv",
                "legal-bases.csv",
                "duties.csv",
                "coverage.csv",
                "messages.properties",
                "messages_es.properties",
                "catalogues/unit-kinds.csv",
                "examples/programme.csv",
                "examples/action-unknown.csv"
            })
    void aByteOrderMarkIsToldWithItsFile(String file) {
        PackFiles bundled = new BundledFiles();
        assertThat(bundled.paths()).contains(PACK + file);

        assertThat(faults(new Library(new Marked(bundled, PACK + file))))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message(Locale.ENGLISH))
                        .contains(PACK + file + ":1:1: The file begins with a byte-order mark"));
    }

    private static List<RulePackException.Fault> faults(Library library) {
        Faults faults = new Faults();
        try {
            library.check("mx-cmx", "2010.1", faults);
            return faults.all();
        } catch (RulePackException refusal) {
            return refusal.faults();
        }
    }
}
