package org.hrbudget.rules.internal.packs;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.packs.files.BundledFiles;
import org.hrbudget.rules.internal.packs.files.GivenFiles;
import org.hrbudget.rules.internal.packs.files.JoinedFiles;
import org.hrbudget.validation.RulePack;

/** Packs that tests write: well formed, but without the examples and the polished texts that a pack given by a user needs. */
public final class Drafts {

    private Drafts() {}

    /** {@return the pack in a folder, beside those that come along} */
    public static RulePack load(Path folder) {
        Faults faults = new Faults();
        GivenFiles given = GivenFiles.of(folder, faults);
        faults.end(folder.toString());
        GivenFiles files = Objects.requireNonNull(given);
        return new Library(JoinedFiles.of(new BundledFiles(), List.of(files), faults))
                .load(files.jurisdiction(), files.version());
    }
}
