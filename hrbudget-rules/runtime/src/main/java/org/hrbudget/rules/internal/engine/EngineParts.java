package org.hrbudget.rules.internal.engine;

import java.util.Set;
import org.drools.drl.ast.descr.PackageDescr;
import org.hrbudget.rules.RulePackException;
import org.hrbudget.rules.internal.language.FaultWords;

/** Tells a rule that is at fault from an engine that is not all there, which would make of every rule a silence. */
final class EngineParts {

    private static final FaultWords WORDS = FaultWords.beside(EngineParts.class);

    private EngineParts() {}

    /**
     * Refuses to go on with an engine that cannot even put a rule to work that asks one thing of one fact.
     *
     * @throws RulePackException if parts of the engine are missing
     */
    static void require() {
        PackageDescr probe = RuleWriter.probe();
        try {
            if (!RuleBase.matchesOne(probe, Set.of(RuleWriter.PROBE))) {
                throw missing(new IllegalStateException("it finds nothing"));
            }
        } catch (RulePackException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            throw missing(e);
        }
    }

    /** {@return the refusal to go on} */
    static RulePackException missing(Throwable why) {
        RulePackException refusal = new RulePackException(WORDS.text("engine-incomplete", "what", why.toString()));
        refusal.initCause(why);
        return refusal;
    }
}
