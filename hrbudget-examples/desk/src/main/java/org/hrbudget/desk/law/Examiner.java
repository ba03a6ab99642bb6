package org.hrbudget.desk.law;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hrbudget.desk.judging.Rules;
import org.hrbudget.io.Input;
import org.hrbudget.model.Bilingual;
import org.hrbudget.rules.PackLibrary;
import org.hrbudget.rules.RulePackException;
import org.hrbudget.rules.RulePackException.Fault;
import org.hrbudget.rules.authoring.PackCheck;
import org.hrbudget.rules.authoring.PackDiff;
import org.hrbudget.validation.RulePack;
import org.springframework.stereotype.Component;

/**
 * Checks files of reforms. The library refuses what is not of its grammar of rules before anything of a file is compiled, so that nothing
 * of it runs; how long that may take is up to {@link Turns}.
 */
@Component
class Examiner {

    /** The library shows no more of a path. */
    private static final int LONGEST_SHOWN = 100;

    private final Rules rules;

    Examiner(Rules rules) {
        this.rules = rules;
    }

    /**
     * {@return what the desk says of a file}
     *
     * @throws RulePackException if it cannot be read at all
     */
    Examined of(Input file) {
        List<String> law = rules.digests();
        PackLibrary library = rules.library();
        return rules.inFile(file, path -> {
            try {
                return of(law, library, path);
            } catch (RulePackException e) {
                throw e.with(named(e.faults(), path));
            }
        });
    }

    private static Examined of(List<String> law, PackLibrary library, Path path) {
        PackCheck check = PackCheck.of(library, path);
        if (!check.isSound()) {
            return new Examined(law, check, named(check.faults(), path), null, null, null);
        }
        List<RulePack> given = library.and(path).given();
        return of(law, check, given.get(given.size() - 1), library);
    }

    /** {@return what the desk says of rules that are in use} */
    Examined inUse(String coordinates) {
        List<String> law = rules.digests();
        RulePack pack = rules.load(coordinates);
        return of(law, PackCheck.of(pack), pack, rules.library());
    }

    private static Examined of(List<String> law, PackCheck check, RulePack pack, PackLibrary library) {
        String amends = pack.manifest().amends();
        RulePack before = amends == null ? null : library.load(pack.manifest().jurisdiction(), amends);
        return new Examined(
                law, check, check.faults(), pack, before, before == null ? null : PackDiff.between(before, pack));
    }

    private static List<Fault> named(List<Fault> faults, Path path) {
        return faults.stream().map(fault -> named(fault, path)).toList();
    }

    /** {@return a fault in a file as its author knows it: where it lies while it is checked is nobody's business} */
    private static Fault named(Fault fault, Path path) {
        String name = Objects.requireNonNull(path.getFileName()).toString();
        return new Fault(
                fault.kind(),
                within(fault.file(), path, name),
                fault.line(),
                fault.column(),
                fault.cell(),
                fault.excerpt(),
                fault.text(),
                new Bilingual(
                        within(fault.problem().en(), path, name),
                        within(fault.problem().es(), path, name)),
                new Bilingual(
                        within(fault.advice().en(), path, name),
                        within(fault.advice().es(), path, name)));
    }

    private static String within(String text, Path path, String name) {
        String place = path.toString();
        String shown = place.length() > LONGEST_SHOWN ? place.substring(0, LONGEST_SHOWN) + "…" : place;
        return text.replace(place + "/", "").replace(place, name).replace(shown, name);
    }

    /** {@return why a file cannot be read at all} */
    static String said(RulePackException unread, Locale locale) {
        return unread.faults().isEmpty()
                ? unread.message(locale)
                : unread.faults().stream().map(fault -> fault.message(locale)).collect(Collectors.joining("\n"));
    }
}
