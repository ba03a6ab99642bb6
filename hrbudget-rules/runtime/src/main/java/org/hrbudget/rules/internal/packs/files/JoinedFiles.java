package org.hrbudget.rules.internal.packs.files;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.language.SourceText;
import org.hrbudget.rules.internal.packs.PackWords;
import org.jspecify.annotations.Nullable;

/** The files of packs there are and of one more. Immutable. */
public final class JoinedFiles implements PackFiles {

    private final PackFiles first;
    private final GivenFiles second;
    private final List<String> paths;

    private JoinedFiles(PackFiles first, GivenFiles second) {
        this.first = first;
        this.second = second;
        Set<String> all = new TreeSet<>(first.paths());
        all.addAll(second.paths());
        this.paths = List.copyOf(all);
    }

    /**
     * {@return the files of all packs}
     *
     * @param there the files there are
     * @param given the files of more packs
     * @param faults where it is kept that a pack is there already, which is then left out
     */
    public static PackFiles of(PackFiles there, List<GivenFiles> given, Faults faults) {
        PackFiles all = there;
        Map<String, GivenFiles> places = new HashMap<>();
        for (GivenFiles pack : given) {
            if (all.paths().contains(pack.header())) {
                String id = pack.jurisdiction() + " " + pack.version();
                GivenFiles other = places.get(pack.header());
                faults.add(new SourceText(pack.header(), "")
                        .fault(
                                other == null
                                        ? PackWords.of("pack-twice", "pack", id, "place", pack)
                                        : PackWords.of("pack-given-twice", "pack", id, "place", pack, "other", other)));
            } else {
                places.put(pack.header(), pack);
                all = new JoinedFiles(all, pack);
            }
        }
        return all;
    }

    @Override
    public List<String> paths() {
        return paths;
    }

    @Override
    public byte[] read(String path) {
        return second.given(path) ? second.read(path) : first.read(path);
    }

    @Override
    public boolean given(String path) {
        return second.given(path) || first.given(path);
    }

    @Override
    public SourceText.@Nullable Origin origin(String path) {
        return second.given(path) ? second.origin(path) : first.origin(path);
    }
}
