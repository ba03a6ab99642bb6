package org.hrbudget.validation;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What holds for one validation and not for all of a validator: who takes the findings, who is told of the progress, and when to
 * stop. Immutable.
 *
 * <p>A validation that is stopped ends within the time of a chunk of lines, unless its source keeps it waiting for bytes. It
 * answers all the same: what lines were found to violate stays found, rules over units and over the whole budget are undetermined,
 * and a problem says why.
 */
public final class RunOptions {

    private static final RunOptions NONE = new RunOptions(new Builder());

    private final @Nullable FindingSink findings;
    private final @Nullable Consumer<? super Progress> progress;
    private final @Nullable Instant deadline;
    private final InstantSource clock;
    private final BooleanSupplier cancelled;
    private final @Nullable Path workFolder;

    private RunOptions(Builder builder) {
        this.findings = builder.findings;
        this.progress = builder.progress;
        this.deadline = builder.deadline;
        this.clock = builder.clock;
        this.cancelled = builder.cancelled;
        this.workFolder = builder.workFolder;
    }

    /** {@return options that ask for nothing} */
    public static RunOptions none() {
        return NONE;
    }

    /** {@return a builder of options that ask for nothing} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return who takes every finding, if anyone does} */
    public Optional<FindingSink> findings() {
        return Optional.ofNullable(findings);
    }

    /** {@return who is told of the progress, if anyone is} */
    public Optional<Consumer<? super Progress>> progress() {
        return Optional.ofNullable(progress);
    }

    /** {@return the instant after which no more lines are read, if there is one} */
    public Optional<Instant> deadline() {
        return Optional.ofNullable(deadline);
    }

    /** {@return the folder for temporary files, if it is not the platform's own} */
    public Optional<Path> workFolder() {
        return Optional.ofNullable(workFolder);
    }

    /** {@return the same but for the findings, which were taken at an earlier reading} */
    public RunOptions withoutFindings() {
        Builder builder = new Builder();
        builder.progress = progress;
        builder.deadline = deadline;
        builder.clock = clock;
        builder.cancelled = cancelled;
        builder.workFolder = workFolder;
        return builder.build();
    }

    /** {@return whether the validation is to stop because it was cancelled} */
    public boolean isCancelled() {
        return cancelled.getAsBoolean();
    }

    /** {@return whether the deadline has passed} */
    public boolean isLate() {
        return deadline != null && clock.instant().isAfter(deadline);
    }

    /** Builds {@link RunOptions}. Not safe for use by several threads. */
    public static final class Builder {

        private @Nullable FindingSink findings;
        private @Nullable Consumer<? super Progress> progress;
        private @Nullable Instant deadline;
        private InstantSource clock = () -> Instant.MIN;
        private BooleanSupplier cancelled = () -> false;
        private @Nullable Path workFolder;

        private Builder() {}

        /**
         * Sets who takes every finding.
         *
         * @param value the sink; it serves one validation
         * @return this builder
         */
        public Builder findings(FindingSink value) {
            Objects.requireNonNull(value, "findings");
            this.findings = value;
            return this;
        }

        /**
         * Sets who is told how far the validation has come, some hundred times a second at most and from whichever thread reads just
         * then; calls never overlap, and what takes long there holds up the reading.
         *
         * @param value the listener
         * @return this builder
         */
        public Builder progress(Consumer<? super Progress> value) {
            Objects.requireNonNull(value, "progress");
            this.progress = value;
            return this;
        }

        /**
         * Sets when to stop reading lines. The library reads no clock of its own, so it is given one.
         *
         * @param value the last instant at which lines are still read
         * @param source tells the time; asked once for each chunk of lines, from several threads
         * @return this builder
         */
        public Builder deadline(Instant value, InstantSource source) {
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(source, "source");
            this.deadline = value;
            this.clock = source;
            return this;
        }

        /**
         * Sets how to stop from outside. An interruption of the thread that validates stops it too, and leaves it interrupted.
         *
         * @param value whether to stop; asked once for each chunk of lines, from several threads
         * @return this builder
         */
        public Builder cancelled(BooleanSupplier value) {
            Objects.requireNonNull(value, "cancelled");
            this.cancelled = value;
            return this;
        }

        /**
         * Sets where temporary files may stand. Budgets of more than some hundred thousand lines need some thirty bytes a line
         * there to find repeated keys; the files are gone when the validation ends, however it ends.
         *
         * @param value an existing folder; without one, it is the platform's own for temporary files
         * @return this builder
         */
        public Builder workFolder(Path value) {
            Objects.requireNonNull(value, "workFolder");
            this.workFolder = value;
            return this;
        }

        /** {@return the options} */
        public RunOptions build() {
            return new RunOptions(this);
        }
    }

    /**
     * How far a validation has come.
     *
     * @param rows the rows taken from the source so far
     * @param bytesRead the stored bytes taken from its files so far; zero where it has none
     * @param bytesTotal the stored bytes of all its files, where known
     */
    public record Progress(long rows, long bytesRead, OptionalLong bytesTotal) {

        /**
         * {@return the rows there will be in all, if the rest of the bytes holds as many as those read: an estimate; empty where the
         * total is not known or nothing was read}
         */
        public OptionalLong estimatedRows() {
            if (bytesTotal.isEmpty() || bytesRead <= 0) {
                return OptionalLong.empty();
            }
            BigInteger share = BigInteger.valueOf(rows).multiply(BigInteger.valueOf(bytesTotal.getAsLong()));
            return OptionalLong.of(
                    Math.max(rows, share.divide(BigInteger.valueOf(bytesRead)).longValueExact()));
        }
    }

    /**
     * Takes every finding of a validation as it comes, beyond those the report keeps.
     *
     * <p>Calls never overlap, but may come from several threads. Findings about lines come in the order in which the lines are read,
     * then those about units, about the budget as a whole and about repeated keys: the same order whatever the number of threads.
     * At the end there is exactly one call, of {@link #complete()} or of {@link #abandon()}. A sink belongs to one validation.
     */
    public interface FindingSink {

        /**
         * Takes a finding.
         *
         * @param finding the finding
         * @throws IOException if it cannot be taken; then none follows, {@link #abandon()} is called, and the report tells it as a
         *     problem
         */
        void accept(Finding finding) throws IOException;

        /**
         * Says that every finding of the budget was handed over.
         *
         * @throws IOException if what was taken cannot be kept; the report tells it as a problem
         */
        void complete() throws IOException;

        /** Says that findings are missing, since the budget was not read to its end or one could not be taken. */
        void abandon();
    }
}
