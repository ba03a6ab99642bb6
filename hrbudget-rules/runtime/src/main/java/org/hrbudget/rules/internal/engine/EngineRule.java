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
 * @param lacking the property that is absent there
 */
record EngineRule(CheckedRule rule, int suspect, int openPart, String lacking) {

    private static final int NONE = -1;

    /**
     * {@return the rules that one of ours is written as: itself; one for each of its suspects but the first, which matches where that
     * suspect is at fault and those before it are not; one for each promised property of another fact than the one it is about}
     */
    static List<EngineRule> of(CheckedRule rule) {
        List<EngineRule> all = new ArrayList<>(List.of(new EngineRule(rule, 0, NONE, "")));
        for (int suspect = 1; suspect < rule.suspects().size(); suspect++) {
            all.add(new EngineRule(rule, suspect, NONE, ""));
        }
        for (int part = 0; part < rule.parts().size(); part++) {
            if (part != rule.about()) {
                for (String property : rule.parts().get(part).promised()) {
                    all.add(new EngineRule(rule, 0, part, property));
                }
            }
        }
        return all;
    }

    /** {@return its name in the engine} */
    String name() {
        if (isOpen()) {
            return rule.id() + " ?" + openPart + " " + lacking;
        }
        return suspect == 0 ? rule.id() : rule.id() + " " + suspect;
    }

    /** {@return whether it says that the rule cannot be judged} */
    boolean isOpen() {
        return openPart != NONE;
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
