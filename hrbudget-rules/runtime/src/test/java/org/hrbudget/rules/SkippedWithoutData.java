package org.hrbudget.rules;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Says in one line, when all tests of the module are done, how many were passed over for want of the files that are beside the
 * repository: nobody hears of a reason that each test gives by itself. JUnit finds it by its entry in {@code META-INF/services}.
 */
public final class SkippedWithoutData implements TestWatcher {

    /** How the reason of every such test ends. */
    static final String REASON = "is not beside the repository";

    /** Closed by JUnit when all tests are done. */
    record Count(AtomicInteger tests) implements AutoCloseable {

        @Override
        public void close() {
            if (tests.get() > 0) {
                System.out.println(line(tests.get()));
            }
        }
    }

    static String line(int tests) {
        return "[hrbudget] " + tests + (tests == 1 ? " test" : " tests")
                + " of real budgets skipped: ../shared is absent or lacks their files (-Dhrbudget.shared=FOLDER)";
    }

    @Override
    public void testAborted(ExtensionContext context, Throwable cause) {
        if (cause != null && String.valueOf(cause.getMessage()).contains(REASON)) {
            count(context).tests().incrementAndGet();
        }
    }

    static Count count(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(SkippedWithoutData.class))
                .getOrComputeIfAbsent(Count.class, key -> new Count(new AtomicInteger()), Count.class);
    }
}
