package org.hrbudget.rules.internal.packs.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.hrbudget.rules.internal.language.FaultText;
import org.hrbudget.rules.internal.packs.PackHeader;
import org.hrbudget.rules.internal.packs.PackWords;

/** Reads the files of a pack from a zip file in memory. Nothing is written anywhere, so that no name can reach a place. */
final class ZipReading {

    private final String place;
    private final byte[] zip;
    private final GivenContent content;

    ZipReading(String place, byte[] zip, GivenContent content) {
        this.place = place;
        this.zip = zip;
        this.content = content;
    }

    /** Reads all files; throws a fault where the zip file itself cannot be trusted. */
    void read() throws IOException {
        ZipDirectory directory = ZipDirectory.of(place, zip);
        List<String> names = new ArrayList<>();
        for (ZipDirectory.Entry entry : directory.entries()) {
            String shown = GivenContent.shown(entry.name());
            if (entry.encrypted()) {
                throw GivenContent.fault(shown, PackWords.of("zip-encrypted"));
            }
            if (entry.link()) {
                throw GivenContent.fault(shown, PackWords.of("link"));
            }
            if (!entry.readable()) {
                throw GivenContent.fault(shown, PackWords.of("zip-method"));
            }
            names.add(entry.name());
        }
        String top = top(names);
        List<String> found = new ArrayList<>();
        long most = Math.max(PackLimits.ZIP_FREE_BYTES, (long) PackLimits.ZIP_RATIO * zip.length);
        FaultText bomb = PackWords.of("zip-ratio", "limit", Integer.toString(PackLimits.ZIP_RATIO));
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                found.add(entry.getName());
                read(in, entry.getName(), top, most, bomb);
            }
        } catch (ZipException | IllegalArgumentException | java.io.EOFException e) {
            throw ZipDirectory.damaged(place);
        }
        names.sort(null);
        found.sort(null);
        if (!names.equals(found)) {
            throw GivenContent.fault(place, PackWords.of("zip-two-lists"));
        }
    }

    private void read(ZipInputStream in, String name, String top, long most, FaultText bomb) throws IOException {
        String path = name.startsWith(top) ? name.substring(top.length()) : name;
        boolean folder = path.isEmpty() || path.endsWith("/");
        boolean wanted = folder ? path.isEmpty() || content.admitsFolder(path) : content.admits(path);
        if (wanted && !folder) {
            content.take(path, in, most, bomb);
        } else {
            content.pass(GivenContent.shown(path), in, most, bomb);
        }
    }

    /** {@return the one folder at the top that holds the pack, with a slash after it; empty where the pack is at the top} */
    private static String top(List<String> names) {
        List<String> own =
                names.stream().filter(name -> !GivenContent.isLeftBehind(name)).toList();
        if (own.isEmpty() || own.contains(PackHeader.FILE) || own.get(0).indexOf('/') <= 0) {
            return "";
        }
        String top = own.get(0).substring(0, own.get(0).indexOf('/') + 1);
        boolean holdsAll = own.stream().allMatch(name -> name.startsWith(top)) && own.contains(top + PackHeader.FILE);
        return holdsAll && !GivenContent.isUnsafe(top.substring(0, top.length() - 1)) ? top : "";
    }
}
