package org.hrbudget.benchmarks;

import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The programs that are compared. Each reads a budget from a file and, but for one, judges it by the same 17 rules. */
enum Program {
    /** This library. */
    HRBUDGET {
        @Override
        Ready ready(GivenBudget like, int threads) {
            return LibraryProgram.of(like, threads);
        }
    },
    /** This library with two more rules, which join sums. */
    JOINING {
        @Override
        Ready ready(GivenBudget like, int threads) {
            return LibraryProgram.joining(like, threads);
        }
    },
    /** Reading to strings with Jackson, and no more. */
    JACKSON {
        @Override
        Ready ready(GivenBudget like, int threads) {
            return new StringsProgram(threads);
        }
    },
    /** The checks written by hand, over this library's reader. */
    HANDWRITTEN {
        @Override
        Ready ready(GivenBudget like, int threads) {
            return HandwrittenProgram.of(like, threads);
        }
    },
    /** Drools as its manual shows it. */
    DROOLS {
        @Override
        Ready ready(GivenBudget like, int threads) {
            return DroolsProgram.of(like);
        }
    },
    /** Evrete with chunks of lines. */
    EVRETE {
        @Override
        Ready ready(GivenBudget like, int threads) {
            return EvreteProgram.of(like);
        }
    };

    /** A program whose rules are built, so that only what a budget costs is left. */
    interface Ready extends AutoCloseable {

        /** {@return what became of the budget} */
        Outcome run(GivenBudget budget) throws IOException;

        /** {@return the SHA-256 of the report of the latest run without its volatile part; {@code null} where there is none} */
        default @Nullable String reportHash() {
            return null;
        }

        @Override
        default void close() {
            // Most programs hold nothing.
        }
    }

    /**
     * {@return the program, ready for budgets of a kind}
     *
     * @param like a budget of that kind
     * @param threads how many threads it may use
     */
    abstract Ready ready(GivenBudget like, int threads);

    /** {@return its name on command lines} */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
