package org.hrbudget.desk.law;

import java.util.List;
import org.hrbudget.rules.RulePackException.Fault;
import org.hrbudget.rules.authoring.PackCheck;
import org.hrbudget.rules.authoring.PackDiff;
import org.hrbudget.validation.RulePack;
import org.jspecify.annotations.Nullable;

/**
 * What the desk says of a reform beside the rules that were in use then.
 *
 * @param law the digests of the reforms that were in use
 * @param check its notes and effects, and whether it has faults
 * @param faults its faults, in files as their author knows them
 * @param pack its rules, or {@code null} where it has faults
 * @param before the rules that it amends, or {@code null}
 * @param diff what changes, or {@code null}
 */
record Examined(
        List<String> law,
        PackCheck check,
        List<Fault> faults,
        @Nullable RulePack pack,
        @Nullable RulePack before,
        @Nullable PackDiff diff) {}
