package org.hrbudget.spark;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A validation on a cluster that could not be carried out: the message says what, which file, and what to do. */
public final class ClusterException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message what is wrong, which value, and what to do
     * @param cause what went wrong below, if anything
     */
    public ClusterException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
