package org.hrbudget.rules.internal.packs.files;

import java.util.List;
import org.hrbudget.rules.internal.language.SourceText;
import org.jspecify.annotations.Nullable;

/** Files of rule packs, wherever they lie. A path is jurisdiction, version and the file's path within its pack. */
public interface PackFiles {

    /** {@return the paths of all files, such as {@code mx-cmx/2011.1/pack.properties}, sorted} */
    List<String> paths();

    /**
     * {@return the bytes of a file}
     *
     * @param path one of {@link #paths()}
     * @throws org.hrbudget.rules.RulePackException if it cannot be read
     */
    byte[] read(String path);

    /**
     * {@return whether a file is of a pack that a user gave, and can mend}
     *
     * @param path its path
     */
    default boolean given(String path) {
        return false;
    }

    /**
     * {@return the sheet that a file was made of; {@code null} where it is a file}
     *
     * @param path its path
     */
    default SourceText.@Nullable Origin origin(String path) {
        return null;
    }
}
