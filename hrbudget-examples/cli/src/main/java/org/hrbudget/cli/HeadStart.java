package org.hrbudget.cli;

import java.util.List;
import org.hrbudget.rules.PackLibrary;
import org.hrbudget.validation.RulePack;

/**
 * Has the rules of packs compiled while files are opened and read: a pack compiles a room when it first meets something there that a
 * rule may match, and the first verdict would wait for it. What comes of it is the same without.
 */
final class HeadStart {

    private HeadStart() {}

    static void of(List<RulePack> packs) {
        start(() -> packs.forEach(RulePack::prepare));
    }

    /** Has the engine itself come up, by the shortest pack there is, while a pack is read that nobody has yet. */
    static void ofEngine() {
        start(() -> PackLibrary.bundled().load("mx-fed", "2008.1").prepare());
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "compile rules");
        thread.setDaemon(true);
        // What fails here fails again, and is told, where the rules are needed.
        thread.setUncaughtExceptionHandler((failed, fault) -> {});
        thread.start();
    }
}
