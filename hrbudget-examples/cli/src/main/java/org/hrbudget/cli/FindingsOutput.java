package org.hrbudget.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.hrbudget.report.FindingsFile;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.RunOptions;
import org.jspecify.annotations.Nullable;

/** The file of all findings, and what became of it: whoever reads it must not take an older one for it. */
final class FindingsOutput implements RunOptions.FindingSink {

    private final Path path;
    private final ProgramWords words;
    private final FindingsFile file;
    private boolean whole;
    private @Nullable IOException fault;

    private FindingsOutput(Path path, ProgramWords words, FindingsFile file) {
        this.path = path;
        this.words = words;
        this.file = file;
    }

    static FindingsOutput open(Path path, FindingsFile.Form form, ProgramWords words) {
        try {
            return new FindingsOutput(path, words, FindingsFile.open(path, form, words.locale()));
        } catch (IOException e) {
            throw WholeOutput.lost(path, words, e);
        }
    }

    @Override
    public void accept(Finding finding) throws IOException {
        try {
            file.accept(finding);
        } catch (IOException e) {
            fault = e;
            throw e;
        }
    }

    @Override
    public void complete() throws IOException {
        try {
            file.complete();
            whole = true;
        } catch (IOException e) {
            fault = e;
            throw e;
        }
    }

    @Override
    public void abandon() {
        file.abandon();
    }

    /** {@return what is to be said where the file was not written; empty where it was} */
    Optional<Refusal> lost() {
        if (whole) {
            return Optional.empty();
        }
        if (fault != null) {
            return Optional.of(WholeOutput.lost(path, words, fault));
        }
        return Optional.of(Refusal.notEvaluated(
                words.get("findings-out.not-whole", "path", path.toString()) + WholeOutput.older(path, words)));
    }
}
