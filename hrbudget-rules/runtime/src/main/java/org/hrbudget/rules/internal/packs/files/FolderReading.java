package org.hrbudget.rules.internal.packs.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.hrbudget.rules.internal.packs.PackHeader;
import org.hrbudget.rules.internal.packs.PackWords;

/** Reads the files of a pack from a folder. Follows no link, and opens nothing that is not a plain file. */
final class FolderReading {

    private final Path folder;
    private final GivenContent content;

    FolderReading(Path folder, GivenContent content) {
        this.folder = folder;
        this.content = content;
    }

    /** Reads all files; throws a fault where they are more than any pack has. */
    void read() throws IOException {
        read(folder, "");
    }

    private void read(Path at, String within) throws IOException {
        for (Path file : sorted(at)) {
            String path = within + file.getFileName();
            BasicFileAttributes what = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (GivenContent.isLeftBehind(path)) {
                continue;
            }
            if (what.isSymbolicLink()) {
                content.faults().add(GivenContent.fault(GivenContent.shown(path), PackWords.of("link")));
            } else if (what.isDirectory()) {
                if (content.admitsFolder(path)) {
                    read(file, path + "/");
                }
            } else if (!what.isRegularFile()) {
                content.faults().add(GivenContent.fault(GivenContent.shown(path), PackWords.of("no-plain-file")));
            } else if (content.admits(path)) {
                try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                    content.take(path, in, Long.MAX_VALUE, PackWords.of("pack-too-large", "limit", "0"));
                }
            }
        }
    }

    /** {@return what is in a folder, by name; one more than the limit where it is more} */
    private static List<Path> sorted(Path at) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(at)) {
            for (Path file : stream) {
                if (files.size() > PackLimits.FILES) {
                    throw GivenContent.fault(
                            PackHeader.FILE,
                            PackWords.of("too-many-files", "limit", Integer.toString(PackLimits.FILES)));
                }
                files.add(file);
            }
        }
        files.sort(null);
        return files;
    }
}
