package org.hrbudget.cli;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.rules.PackLibrary;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.RulePack;

/** The packs a budget is checked against. */
final class PackChoices {

    private static final String OPTION = "--rules";

    private final Arguments arguments;
    private final ProgramWords words;
    private final PackArguments packs;
    private final PackLibrary library;

    PackChoices(Arguments arguments, ProgramWords words) {
        this.arguments = arguments;
        this.words = words;
        this.packs = new PackArguments(arguments);
        this.library = packs.library();
    }

    /** {@return all packs there are to choose from, those the user gives among them} */
    PackLibrary library() {
        return library;
    }

    /** {@return the packs that arguments name} */
    PackArguments packs() {
        return packs;
    }

    /** {@return the jurisdictions named, each known and named once; empty where the option is not given} */
    List<String> jurisdictions() {
        return named().map(name -> known(name, library.jurisdictions())).toList();
    }

    private Stream<String> named() {
        return arguments.text(OPTION).stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .map(String::strip)
                .distinct();
    }

    private String known(String name, List<String> known) {
        if (!known.contains(name)) {
            throw arguments.unknown(OPTION, name, known);
        }
        return name;
    }

    List<RulePack> select(FiscalYear year, LocalDate asOf) {
        List<RulePack> chosen = named().map(name -> select(name, year, asOf)).toList();
        requireOwnLawFirst(chosen.stream().map(RulePack::manifest).toList());
        return chosen;
    }

    /** A budget that does not say whose it is, is of the first jurisdiction named: never that of a treaty beside the law of a place. */
    private void requireOwnLawFirst(List<PackManifest> chosen) {
        chosen.stream()
                .filter(pack -> chosen.get(0).binds().contains(pack.jurisdiction()))
                .findFirst()
                .ifPresent(own -> {
                    throw Refusal.wrongUsage(words.get(
                            "rules.own-first",
                            "own",
                            own.jurisdiction(),
                            "other",
                            chosen.get(0).jurisdiction()));
                });
    }

    private RulePack select(String name, FiscalYear year, LocalDate asOf) {
        String[] parts = name.split("/", 2);
        if (parts.length > 1 && library.jurisdictions().contains(parts[0])) {
            List<String> versions = library.versions(parts[0]).stream()
                    .map(pack -> parts[0] + "/" + pack.version())
                    .toList();
            return library.named(known(name, versions), year, asOf);
        }
        PackLibrary.Choice choice = library.select(known(name, library.jurisdictions()), year, asOf);
        return choice.pack().orElseThrow(() -> Refusal.notEvaluated(none(choice)));
    }

    private String none(PackLibrary.Choice choice) {
        PackManifest.Selection selection = choice.selection();
        String versions = library.versions(selection.jurisdiction()).stream()
                .map(this::described)
                .collect(Collectors.joining("\n"));
        return words.get(
                        "pack.none",
                        "jurisdiction",
                        selection.jurisdiction(),
                        "year",
                        selection.fiscalYear().toString(),
                        "day",
                        selection.asOf().toString(),
                        "reason",
                        words.get("pack.reason." + selection.reason()))
                + "\n" + versions;
    }

    private String described(PackManifest pack) {
        return words.get("pack.version", "version", pack.version(), "years", years(pack), "dates", dates(pack));
    }

    /** {@return the fiscal years a pack governs, such as {@code 2011–} where it governs until amended} */
    static String years(PackManifest pack) {
        return pack.fiscalYears().replace('-', '–');
    }

    private String dates(PackManifest pack) {
        StringBuilder dates = new StringBuilder();
        if (pack.published() != null) {
            dates.append(words.get("pack.published", "day", pack.published().toString()));
        }
        if (pack.inForceFrom() != null) {
            dates.append(
                    words.get("pack.in-force-from", "day", pack.inForceFrom().toString()));
        }
        if (pack.inForceTo() != null) {
            dates.append(words.get("pack.in-force-to", "day", pack.inForceTo().toString()));
        }
        return dates.toString();
    }
}
