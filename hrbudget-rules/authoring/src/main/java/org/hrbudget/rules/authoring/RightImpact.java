package org.hrbudget.rules.authoring;

import org.hrbudget.model.HumanRight;
import org.hrbudget.validation.Effect;

/**
 * What a reform changes for one right or population group.
 *
 * @param right the right or group
 * @param effect the findings that change on lines that link an action of it, and on the right or an action of it themselves; a
 *     line counts whole for each right it links, so that the amounts of several rights may add up to more than the money there is
 */
public record RightImpact(HumanRight right, Effect effect) {}
