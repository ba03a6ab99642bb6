package org.hrbudget.rules.internal.language;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.hrbudget.rules.internal.language.RuleText.Constraint;
import org.hrbudget.validation.Finding;

/** The names that a rule gives to values, as its parts are checked one after the other. */
final class RuleNames {

    private static final Pattern VARIABLE = Pattern.compile("[a-z][A-Za-z0-9]*");

    private final RuleText rule;
    private final Faults faults;
    private final Map<String, ValueType> kinds = new HashMap<>();
    private final Map<String, Finding.Detail.Type> details = new TreeMap<>();
    private final Map<String, String> mayBeAbsent = new HashMap<>();

    RuleNames(RuleText rule, Faults faults) {
        this.rule = rule;
        this.faults = faults;
    }

    /** {@return the kinds of the values named so far} */
    Map<String, ValueType> kinds() {
        return kinds;
    }

    /** {@return the kinds of what findings can cite} */
    Map<String, Finding.Detail.Type> details() {
        return Collections.unmodifiableMap(details);
    }

    /** {@return the names given to properties of other facts that nothing has shown to be given, and those properties} */
    Map<String, String> mayBeAbsent() {
        return mayBeAbsent;
    }

    /** Gives a name to a value of some kind, which findings can cite. */
    void name(Constraint constraint, String variable, ValueType kind) {
        refuseName(constraint, variable);
        kinds.put(variable, kind);
        details.put(variable, detail(kind));
    }

    /** Gives a name to a list of codes, which findings cannot cite. */
    void list(Constraint constraint, String variable, ValueType kind) {
        refuseName(constraint, variable);
        kinds.put(variable, kind);
    }

    private void refuseName(Constraint constraint, String variable) {
        if (!VARIABLE.matcher(variable).matches() || RuleChecker.OF_EVERY_FINDING.contains(variable)) {
            tell(constraint, RuleWords.of("variable-name", "variable", variable));
        } else if (kinds.containsKey(variable)) {
            tell(constraint, RuleWords.of("variable-twice", "variable", variable));
        }
    }

    /** Gives a name to what was not understood. */
    void unknown(String variable) {
        kinds.put(variable, ValueType.UNKNOWN);
    }

    /** Forgets a name of a fact that nothing after it can speak of. */
    void forget(String variable) {
        kinds.remove(variable);
        details.remove(variable);
    }

    private void tell(Constraint constraint, FaultText what) {
        faults.add(rule.source().fault(constraint.start(), "$" + constraint.variable(), what));
    }

    private static Finding.Detail.Type detail(ValueType kind) {
        return switch (kind) {
            case NUMBER -> Finding.Detail.Type.NUMBER;
            case AMOUNT -> Finding.Detail.Type.AMOUNT;
            case RATIO -> Finding.Detail.Type.RATIO;
            default -> Finding.Detail.Type.TEXT;
        };
    }
}
