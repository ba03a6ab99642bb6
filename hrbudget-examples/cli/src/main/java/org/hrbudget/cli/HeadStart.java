package org.hrbudget.cli;

import java.util.List;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.RuleScope;

/**
 * Has the rules of packs compiled while files are opened and read: a pack compiles a room when it first evaluates something there,
 * and the first verdict would wait for it. What comes of it is the same without.
 */
final class HeadStart {

    /** No rule is about it. */
    private static final List<Object> NOTHING_OF_INTEREST = List.of("a text");

    private HeadStart() {}

    static void of(List<RulePack> packs) {
        Thread thread = new Thread(() -> packs.forEach(HeadStart::compile), "compile rules");
        thread.setDaemon(true);
        // What fails here fails again, and is told, where the rules are needed.
        thread.setUncaughtExceptionHandler((failed, fault) -> {});
        thread.start();
    }

    private static void compile(RulePack pack) {
        for (RuleScope scope : RuleScope.values()) {
            pack.evaluate(scope, NOTHING_OF_INTEREST);
        }
    }
}
