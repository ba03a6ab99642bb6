package org.hrbudget.validation;

/** Is told how far a validation has come, some hundred times a second at most and from whichever thread reads just then. */
@FunctionalInterface
public interface ProgressListener {

    /**
     * Takes note; calls never overlap, and what takes long here holds up the reading.
     *
     * @param progress how far the validation has come
     */
    void progressed(RunOptions.Progress progress);
}
