package org.hrbudget.validation.internal;

import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.Position;
import org.hrbudget.summary.RepeatedKey;
import org.hrbudget.summary.Summaries;
import org.hrbudget.summary.spi.Repetitions;
import org.hrbudget.validation.ValidationReport;
import org.jspecify.annotations.Nullable;

/**
 * Judges what all lines of a budget add up to. Where not all of them were judged, nothing can be said of their sums: a unit whose
 * links are on lines that were not read would look like one without links. Used once.
 */
final class Closing {

    /** Repeated keys are judged as they are found, so that no list of them is ever held. */
    private static final int KEYS_AT_ONCE = LineRoom.CHUNK;

    private final Terms terms;
    private final Part whole;
    private final boolean complete;
    private final Delivery delivery;
    private final Summaries summaries;
    private final List<ValidationReport.Problem> problems = new ArrayList<>();

    /**
     * @param whole all parts, merged
     * @param complete whether all lines were judged
     */
    Closing(Terms terms, Part whole, boolean complete, Delivery delivery) {
        this.terms = terms;
        this.whole = whole;
        this.complete = complete;
        this.delivery = delivery;
        this.summaries = whole.summaries(terms);
    }

    /** Notes why the validation was stopped. */
    void stopped(Bilingual why) {
        problems.add(new ValidationReport.Problem(
                ValidationReport.Problem.ProblemKind.RUN, terms.header().jurisdiction(), why));
    }

    /**
     * Judges units, the whole budget and repeated keys.
     *
     * @param found gives the repetitions among all lines; asked only where all were judged
     */
    void judge(Supplier<Repetitions> found) {
        if (!complete) {
            Bilingual why = Texts.WORDING.of("lines-not-all-read");
            whole.runs().forEach(run -> run.leaveSummariesUnjudged(why));
            return;
        }
        delivery.rest(whole.judge(summaries, terms.documents()));
        try {
            Repetitions repetitions = found.get();
            judgeKeys(repetitions);
            tellIdentifiers(repetitions);
        } catch (UncheckedIOException e) {
            Bilingual why = Texts.WORDING.of("repetitions-lost", "reason", reason(e));
            whole.runs().forEach(run -> run.leaveRepetitionsUnjudged(why));
            problems.add(new ValidationReport.Problem(
                    ValidationReport.Problem.ProblemKind.RUN, terms.header().jurisdiction(), why));
        }
    }

    /** The name of a temporary file is another each time, and says nothing. */
    private static String reason(UncheckedIOException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        String said = cause instanceof FileSystemException failed ? failed.getReason() : cause.getMessage();
        return said != null && !said.isBlank() ? said : cause.getClass().getSimpleName();
    }

    private void judgeKeys(Repetitions repetitions) {
        List<RepeatedKey> some = new ArrayList<>();
        repetitions.forEachKey(key -> {
            some.add(key);
            if (some.size() == KEYS_AT_ONCE) {
                delivery.rest(whole.judgeRepeated(List.copyOf(some)));
                some.clear();
            }
        });
        delivery.rest(whole.judgeRepeated(List.copyOf(some)));
    }

    private void tellIdentifiers(Repetitions repetitions) {
        FirstOf first = new FirstOf();
        repetitions.forEachIdentifier(first::take);
        RepeatedKey line = first.line;
        if (line != null) {
            Position position = line.position();
            problems.add(new ValidationReport.Problem(
                    ValidationReport.Problem.ProblemKind.INPUT,
                    position.toString(),
                    Texts.WORDING.of(
                            "identifiers-repeated",
                            "count",
                            Long.toString(first.count),
                            "file",
                            position.file(),
                            "row",
                            Long.toString(position.row()),
                            "firstFile",
                            line.firstFile(),
                            "firstRow",
                            Long.toString(line.firstRow()))));
        }
    }

    /** Ends the delivery of findings. */
    void deliver() {
        delivery.end(complete
                        && problems.stream()
                                .noneMatch(problem -> problem.kind() == ValidationReport.Problem.ProblemKind.RUN))
                .ifPresent(this::stopped);
    }

    /** {@return what the lines add up to} */
    Summaries summaries() {
        return summaries;
    }

    /** {@return what went wrong on the way} */
    List<ValidationReport.Problem> problems() {
        return problems;
    }

    /** How many there are, and the first of them by its line. */
    private static final class FirstOf {

        long count;

        @Nullable
        RepeatedKey line;

        void take(RepeatedKey next) {
            count++;
            if (line == null || next.position().compareTo(line.position()) < 0) {
                line = next;
            }
        }
    }
}
