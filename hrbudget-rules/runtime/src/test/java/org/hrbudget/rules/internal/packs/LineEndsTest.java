package org.hrbudget.rules.internal.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hrbudget.rules.RulePacks;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.packs.files.BundledFiles;
import org.hrbudget.rules.internal.packs.files.PackFiles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pack that was edited on Windows is the same law. */
@Tag("thorough")
class LineEndsTest {

    /** The bundled packs as an editor saves them that ends lines with two characters. */
    private record EditedOnWindows(PackFiles files) implements PackFiles {

        @Override
        public List<String> paths() {
            return files.paths();
        }

        @Override
        public byte[] read(String path) {
            String text = new String(files.read(path), StandardCharsets.UTF_8);
            return text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mx-cmx/2011.2", "mx-cmx/2016.1", "mx-fed/2012.1"})
    void linesMayEndInTwoCharacters(String pack) {
        String[] names = pack.split("/", -1);
        Library library = new Library(new EditedOnWindows(new BundledFiles()));
        Faults faults = new Faults();

        OpenPack edited = library.check(names[0], names[1], faults);

        assertThat(faults.all()).isEmpty();
        assertThat(edited.rules()).isEqualTo(RulePacks.load(names[0], names[1]).rules());
        assertThat(edited.parameters())
                .isEqualTo(OpenPack.of(RulePacks.load(names[0], names[1])).parameters());
    }
}
