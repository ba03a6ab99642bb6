package org.hrbudget.desk.law;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.hrbudget.desk.judging.Rules;
import org.hrbudget.desk.law.Reforms.Reform;
import org.hrbudget.desk.law.Turns.Turn;
import org.hrbudget.io.Input;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Files of reforms, which are checked before they are kept, and again whenever a reform was approved. */
@Component
public class Drafts {

    private final Reforms reforms;
    private final Examiner examiner;
    private final Turns turns;
    private final Rules rules;

    Drafts(Reforms reforms, Examiner examiner, Turns turns, Rules rules) {
        this.reforms = reforms;
        this.examiner = examiner;
        this.turns = turns;
        this.rules = rules;
    }

    /**
     * Checks a file and keeps it as a draft, while its sender waits.
     *
     * @param by whose account it comes from
     * @param file the file, under the name that its author knows
     * @return the number of the draft
     * @throws org.hrbudget.rules.RulePackException if it cannot be read at all; it is then not kept
     */
    public long add(String by, Input file) {
        return add(by, file, null, () -> false);
    }

    /**
     * Checks a file and keeps it as a draft.
     *
     * @param replaces the draft that it corrects, or {@code null}
     * @param late whether nobody waits for it any more
     * @return the number of the draft
     * @throws CancellationException if nobody waits for it any more; it is then not kept
     */
    long add(String by, Input file, @Nullable Long replaces, BooleanSupplier late) {
        Examined examined = examiner.of(file);
        if (late.getAsBoolean()) {
            throw new CancellationException();
        }
        try {
            turns.known(question(file.sha256(), examined.law()), examined);
            return reforms.add(by, file, examined, replaces);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return what the desk says of a reform beside the rules that are in use, or how far that is} */
    Turn examined(Reform reform) throws InterruptedException {
        String approved = reform.approvedAs();
        List<String> law = rules.digests();
        return approved == null
                ? turns.ask(question(reform.sha256(), law), late -> examiner.of(reforms.file(reform)))
                : turns.ask("in use " + approved + law, late -> examiner.inUse(approved));
    }

    private static String question(String sha256, List<String> law) {
        return "check " + sha256 + law;
    }
}
