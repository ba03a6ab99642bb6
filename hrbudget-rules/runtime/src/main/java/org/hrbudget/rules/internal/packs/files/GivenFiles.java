package org.hrbudget.rules.internal.packs.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.hrbudget.rules.RulePackException;
import org.hrbudget.rules.internal.language.Advice;
import org.hrbudget.rules.internal.language.FaultText;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.language.SourceText;
import org.hrbudget.rules.internal.packs.PackHeader;
import org.hrbudget.rules.internal.packs.PackNames;
import org.hrbudget.rules.internal.packs.PackWords;
import org.hrbudget.rules.internal.packs.workbooks.SheetText;
import org.hrbudget.rules.internal.packs.workbooks.WorkbookFiles;
import org.hrbudget.text.Nearest;
import org.jspecify.annotations.Nullable;

/**
 * The files of one pack that a user gives: a folder, a zip file with the pack at its top or in a single folder there, or a workbook
 * with a sheet for each table. Each file is read once, into memory, within the limits of {@link PackLimits}; nothing is written, no
 * link is followed, and no file is opened that is not one of a pack by its name.
 *
 * <p>What systems and editors leave beside files is passed over unread: {@code .DS_Store}, {@code __MACOSX}, names that begin
 * with {@code ._}, {@code Thumbs.db}, {@code desktop.ini}, and the locks of open documents, {@code ~$...} and {@code .~lock....}.
 * Everything else that is no file of a pack is a fault. Immutable.
 */
public final class GivenFiles implements PackFiles {

    /** Stands for a jurisdiction or a version that is missing or cannot be the name of a folder. */
    public static final String UNNAMED = "unnamed";

    private static final Pattern JURISDICTION = Pattern.compile("[a-z][a-z0-9]{0,19}(-[a-z0-9]{1,20}){0,3}");
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");
    private static final int MOST_NEIGHBOURS = 1_000;

    /** A part that every workbook of this form has. */
    private static final String WORKBOOK = "[Content_Types].xml";

    /** A part that every document of the other form has. */
    private static final String OPEN_DOCUMENT = "mimetype";

    private final Path place;
    private final String jurisdiction;
    private final String version;
    private final Map<String, byte[]> files = new TreeMap<>();
    private final Map<String, SheetText> sheets;

    private GivenFiles(Path place, Map<String, byte[]> content, Map<String, SheetText> sheets) {
        this.place = place;
        this.sheets = Map.copyOf(sheets);
        // What is wrong with the header is said when it is read as one of its jurisdiction.
        Faults saidLater = new Faults();
        SourceText header =
                PlainText.of(PackHeader.FILE, Objects.requireNonNull(content.get(PackHeader.FILE)), saidLater);
        PropertyFile manifest = header == null ? null : PropertyFile.parse(header, saidLater);
        this.jurisdiction = name(manifest, "jurisdiction", JURISDICTION);
        this.version = name(manifest, "version", VERSION);
        content.forEach((name, bytes) -> files.put(jurisdiction + "/" + version + "/" + name, bytes));
    }

    /** {@return whether a text can be the name of a jurisdiction} */
    public static boolean isJurisdiction(String text) {
        return JURISDICTION.matcher(text).matches();
    }

    private static String name(@Nullable PropertyFile manifest, String key, Pattern form) {
        PropertyFile.Entry entry = manifest == null ? null : manifest.entry(key);
        return entry != null && form.matcher(entry.value()).matches() ? entry.value() : UNNAMED;
    }

    /**
     * {@return the files of the pack in a folder or a zip file; {@code null} where there is no pack to read}
     *
     * @param place the folder, the zip file or the workbook
     * @param faults where what is wrong is kept
     */
    public static @Nullable GivenFiles of(Path place, Faults faults) {
        GivenContent content = new GivenContent(faults);
        Map<String, SheetText> sheets = faults.from(() -> read(place, content));
        if (sheets == null) {
            return null;
        }
        if (!content.files().containsKey(PackHeader.FILE)) {
            faults.during(() -> {
                throw GivenContent.fault(PackHeader.FILE, noManifest(place, content));
            });
            return null;
        }
        return new GivenFiles(place, content.files(), sheets);
    }

    /** {@return the sheets of the files by their paths; none where the pack is no workbook, {@code null} where they are at fault} */
    private static @Nullable Map<String, SheetText> read(Path place, GivenContent content) {
        String name = GivenContent.shown(place.toString());
        try {
            if (Files.isDirectory(place)) {
                new FolderReading(place, content).read();
            } else if (Files.isRegularFile(place)) {
                byte[] zip;
                try (InputStream in = Files.newInputStream(place)) {
                    zip = in.readNBytes(PackLimits.ZIP_BYTES + 1);
                }
                if (zip.length < 4 || zip[0] != 'P' || zip[1] != 'K') {
                    throw GivenContent.fault(name, neither(place));
                }
                if (zip.length > PackLimits.ZIP_BYTES) {
                    throw GivenContent.fault(
                            name, PackWords.of("zip-too-large", "limit", Integer.toString(PackLimits.ZIP_BYTES)));
                }
                if (hasEntry(place, WORKBOOK)) {
                    return workbook(place, content);
                }
                if (hasEntry(place, OPEN_DOCUMENT)) {
                    throw GivenContent.fault(name, PackWords.of("file-spreadsheet", "name", name, "ending", ".ods"));
                }
                new ZipReading(Objects.toString(place.getFileName(), name), zip, content).read();
            } else if (Files.exists(place)) {
                throw GivenContent.fault(name, PackWords.of("no-plain-file"));
            } else {
                throw GivenContent.fault(name, missing(place));
            }
            return Map.of();
        } catch (IOException e) {
            throw GivenContent.fault(name, PackWords.of("place-unreadable", "place", name));
        }
    }

    private static @Nullable Map<String, SheetText> workbook(Path place, GivenContent content) throws IOException {
        Faults ofSheets = new Faults();
        Map<String, SheetText> sheets = WorkbookFiles.of(place, ofSheets);
        if (!ofSheets.isEmpty()) {
            // What the files would say without what is at fault is not what was meant.
            content.faults().addAll(ofSheets);
            return null;
        }
        for (Map.Entry<String, SheetText> file : sheets.entrySet()) {
            if (content.admits(file.getKey())) {
                InputStream in = new ByteArrayInputStream(file.getValue().bytes());
                content.take(file.getKey(), in, Long.MAX_VALUE, PackWords.of("pack-too-large", "limit", "0"));
            }
        }
        return sheets;
    }

    private static boolean hasEntry(Path place, String name) throws IOException {
        try (ZipFile zip = new ZipFile(place.toFile(), StandardCharsets.ISO_8859_1)) {
            return zip.getEntry(name) != null;
        } catch (ZipException e) {
            // What is damaged is told where it is read as a pack.
            return false;
        }
    }

    private static FaultText neither(Path place) {
        String name = Objects.toString(place.getFileName(), "");
        return PackNames.isKnown(name)
                ? PackWords.of("place-is-a-file", "name", name)
                : PackWords.of("place-neither", "name", GivenContent.shown(name));
    }

    private static FaultText missing(Path place) {
        FaultText missing = PackWords.of("place-missing", "place", GivenContent.shown(place.toString()));
        Path folder = place.toAbsolutePath().normalize().getParent();
        List<String> neighbours = new ArrayList<>();
        if (folder != null && Files.isDirectory(folder)) {
            try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
                for (Path file : stream) {
                    if (neighbours.size() < MOST_NEIGHBOURS) {
                        neighbours.add(Objects.toString(file.getFileName(), ""));
                    }
                }
            } catch (IOException e) {
                // Without neighbours there is nothing near to name.
                return missing;
            }
        }
        List<String> near = Nearest.to(Objects.toString(place.getFileName(), ""), neighbours);
        return near.isEmpty()
                ? missing
                : missing.advising(
                        Advice.on(GivenContent.shown(near.get(0)), List.of(GivenContent.shown(near.get(0)))));
    }

    private static FaultText noManifest(Path place, GivenContent content) {
        String shown = GivenContent.shown(place.toString());
        if (content.offered().isEmpty() && content.folders().isEmpty()) {
            return PackWords.of("place-empty", "place", shown);
        }
        FaultText none = PackWords.of("manifest-none", "place", shown);
        for (String folder : content.folders()) {
            if (Files.isRegularFile(place.resolve(folder).resolve(PackHeader.FILE))) {
                return none.advising(PackWords.text("manifest-in-folder", "folder", GivenContent.shown(folder)));
            }
        }
        List<String> near = Nearest.to(PackHeader.FILE, content.offered().values());
        if (near.isEmpty() && content.offered().containsKey(PackHeader.FILE + ".txt")) {
            near = List.of(PackHeader.FILE + ".txt");
        }
        return near.isEmpty() ? none : none.advising(PackWords.text("manifest-near", "near", near.get(0)));
    }

    /**
     * {@return a fault as its author sees it: that of a file that was a sheet is said of the sheet}
     *
     * @param fault a fault of any file
     */
    public RulePackException.Fault shown(RulePackException.Fault fault) {
        SheetText header = sheets.get(PackHeader.FILE);
        if (header == null || !fault.file().startsWith(own())) {
            return fault;
        }
        SheetText sheet = origin(fault.file());
        return (sheet == null ? header.beside(fault.file().substring(own().length())) : sheet).inSheet(fault);
    }

    private String own() {
        return jurisdiction + "/" + version + "/";
    }

    @Override
    public @Nullable SheetText origin(String path) {
        return path.startsWith(own()) ? sheets.get(path.substring(own().length())) : null;
    }

    /** {@return the jurisdiction it says it is of, or a word that stands for it} */
    public String jurisdiction() {
        return jurisdiction;
    }

    /** {@return the version it says it is, or a word that stands for it} */
    public String version() {
        return version;
    }

    /** {@return the path of its manifest} */
    public String header() {
        return jurisdiction + "/" + version + "/" + PackHeader.FILE;
    }

    @Override
    public List<String> paths() {
        return List.copyOf(files.keySet());
    }

    @Override
    public byte[] read(String path) {
        return Objects.requireNonNull(files.get(path)).clone();
    }

    @Override
    public boolean given(String path) {
        return files.containsKey(path);
    }

    /** {@return where it lies} */
    @Override
    public String toString() {
        return GivenContent.shown(place.toString());
    }
}
