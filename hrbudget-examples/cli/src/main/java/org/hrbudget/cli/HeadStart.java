package org.hrbudget.cli;

import java.util.List;
import org.hrbudget.validation.RulePack;

/**
 * Has the rules of packs compiled while files are opened and read: a pack compiles a room when it first meets something there that a
 * rule may match, and the first verdict would wait for it. What comes of it is the same without.
 */
final class HeadStart {

    private HeadStart() {}

    static void of(List<RulePack> packs) {
        Thread thread = new Thread(() -> packs.forEach(RulePack::prepare), "compile rules");
        thread.setDaemon(true);
        // What fails here fails again, and is told, where the rules are needed.
        thread.setUncaughtExceptionHandler((failed, fault) -> {});
        thread.start();
    }
}
