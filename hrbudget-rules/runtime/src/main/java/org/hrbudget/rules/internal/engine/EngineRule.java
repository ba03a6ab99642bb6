package org.hrbudget.rules.internal.engine;

import java.util.ArrayList;
import java.util.List;
import org.hrbudget.rules.internal.language.CheckedRule;
import org.hrbudget.rules.internal.language.RuleText.Demand;

/**
 * A rule of the engine that a rule of ours is written as.
 *
 * @param rule the rule of ours
 * @param suspect the suspect that is at fault where it matches
 * @param openPart the fact that lacks promised data where it matches, so that the rule cannot be judged; -1 where it finds a defect
 */
record EngineRule(CheckedRule rule, int suspect, int openPart) {

    private static final int NONE = -1;

    /**
     * {@return the rules that one of ours is written as: itself; one for each of its suspects but the first, which matches where that
     * suspect is at fault and those before it are not; one for each other fact than the one it is about that may lack promised data}
     */
    static List<EngineRule> of(CheckedRule rule) {
        List<EngineRule> all = new ArrayList<>(List.of(new EngineRule(rule, 0, NONE)));
        for (int suspect = 1; suspect < rule.suspects().size(); suspect++) {
            all.add(new EngineRule(rule, suspect, NONE));
        }
        for (int part = 0; part < rule.parts().size(); part++) {
            if (part != rule.about() && !rule.parts().get(part).promised().isEmpty()) {
                all.add(new EngineRule(rule, 0, part));
            }
        }
        return all;
    }

    /** {@return its name in the engine} */
    String name() {
        if (isOpen()) {
            return rule.id() + " ?" + openPart;
        }
        return suspect == 0 ? rule.id() : rule.id() + " " + suspect;
    }

    /** {@return whether it says that the rule cannot be judged} */
    boolean isOpen() {
        return openPart != NONE;
    }

    /** {@return whether a fact is taken to fit as far as is known: what it lacks may be anything, but for one that must not be there} */
    boolean isLenient(int part) {
        return isOpen()
                && part != rule.about()
                && (part == openPart || rule.parts().get(part).demand() != Demand.NOT);
    }

    /** {@return whether there would be no defect if the fact that lacks data were one that must not be there} */
    boolean forbids() {
        return isOpen() && rule.parts().get(openPart).demand() == Demand.NOT;
    }

    /** {@return whether it says that there is a defect} */
    boolean isMatch() {
        return suspect == 0 && !isOpen();
    }
}
