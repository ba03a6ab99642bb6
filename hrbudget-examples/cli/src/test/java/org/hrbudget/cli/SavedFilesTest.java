package org.hrbudget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedFilesTest {

    @TempDir
    private Path folder;

    @Test
    void whatIsChangedMadeAndDeletedIsTold() throws Exception {
        Path changed = Files.writeString(folder.resolve("a.csv"), "a");
        Path deleted = Files.writeString(folder.resolve("b.csv"), "b");
        Files.writeString(folder.resolve("c.csv"), "c");
        SavedFiles files = new SavedFiles(List.of(folder));

        Files.writeString(changed, "another");
        Files.delete(deleted);
        Path made = Files.writeString(
                Files.createDirectory(folder.resolve("examples")).resolve("d.csv"), "d");

        assertThat(files.next()).containsExactly(changed, deleted, made);
    }

    @Test
    void aFolderThatIsGoneForAMomentIsSeenAgain() throws Exception {
        Path pack = Files.createDirectory(folder.resolve("pack"));
        Files.writeString(pack.resolve("a.csv"), "a");
        SavedFiles files = new SavedFiles(List.of(pack));

        Path aside = Files.move(pack, folder.resolve("aside"));
        assertThat(files.next()).containsExactly(pack.resolve("a.csv"));
        Files.move(aside, pack);

        assertThat(files.next()).containsExactly(pack.resolve("a.csv"));
    }
}
