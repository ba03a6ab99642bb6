package org.hrbudget.rules.internal.packs;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hrbudget.rules.internal.language.FaultWords;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.language.SourceText;

/** The files of packs from two places. */
public final class JoinedFiles implements PackFiles {

    private static final FaultWords WORDS = FaultWords.beside(JoinedFiles.class);

    private final PackFiles first;
    private final PackFiles second;
    private final Set<String> ofSecond;

    private JoinedFiles(PackFiles first, PackFiles second) {
        this.first = first;
        this.second = second;
        this.ofSecond = Set.copyOf(second.paths());
    }

    /**
     * {@return the files of both}
     *
     * @param first the files there are
     * @param second the files of one more pack
     * @throws org.hrbudget.rules.RulePackException if that pack is there already
     */
    public static JoinedFiles of(PackFiles first, GivenFiles second) {
        String header = second.jurisdiction() + "/" + second.version() + "/pack.properties";
        if (first.paths().contains(header)) {
            Faults faults = new Faults();
            faults.add(new SourceText(header, "")
                    .fault(WORDS.of(
                            "pack-twice", "pack", second.jurisdiction() + " " + second.version(), "place", second)));
            faults.end(second.jurisdiction() + " " + second.version());
        }
        return new JoinedFiles(first, second);
    }

    @Override
    public List<String> paths() {
        Set<String> paths = new TreeSet<>(first.paths());
        paths.addAll(ofSecond);
        return List.copyOf(paths);
    }

    @Override
    public byte[] read(String path) {
        return ofSecond.contains(path) ? second.read(path) : first.read(path);
    }
}
