package org.hrbudget.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hrbudget.report.TextPage;
import org.hrbudget.rules.authoring.PackMutation;
import org.hrbudget.rules.authoring.PackMutation.Mutant.Fate;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.RulePack;

/** Changes a pack of rules bit by bit and tells which changes no example notices. */
final class MutateCommand {

    /** What the examples of a pack should notice: the rest is for a person to look at. */
    private static final BigDecimal ENOUGH = new BigDecimal("0.95");

    private final Arguments arguments;
    private final ProgramWords words;
    private final TextPage page;

    MutateCommand(Arguments arguments, ProgramWords words, TextPage page) {
        this.arguments = arguments;
        this.words = words;
        this.page = page;
    }

    ExitCode run() throws IOException {
        String name = arguments.positionals().get(0);
        PackArguments packs = new PackArguments(arguments);
        RulePack pack = packs.pack(name, "PACK");
        PackMutation mutation = mutation(pack);
        page.paragraph(0, pack.manifest().id() + " — " + pack.manifest().title().in(words.locale()));
        page.blank();
        summary(mutation);
        failing(mutation, packs.advised("rules check", name));
        list(mutation, Fate.UNNOTICED, "mutate.unnoticed");
        if (!arguments.all("--all").isEmpty()) {
            list(mutation, Fate.REFUSED, "mutate.refused");
            list(mutation, Fate.EQUIVALENT, "mutate.equivalent");
        }
        boolean enough =
                mutation.score().map(score -> score.compareTo(ENOUGH) >= 0).orElse(true);
        return enough && mutation.failing().isEmpty() ? ExitCode.BELOW_THRESHOLD : ExitCode.THRESHOLD_REACHED;
    }

    private PackMutation mutation(RulePack pack) {
        Optional<String> chosen = arguments.text("--rule");
        if (chosen.isEmpty()) {
            return PackMutation.of(pack);
        }
        List<String> ids = pack.rules().stream().map(Rule::id).toList();
        if (!ids.contains(chosen.get())) {
            throw Refusal.noSuchRule(words, pack.manifest().id(), chosen.get(), ids);
        }
        return PackMutation.of(pack, chosen.get());
    }

    private void summary(PackMutation mutation) throws IOException {
        int noticed = mutation.mutants(Fate.NOTICED).size();
        Optional<BigDecimal> score = mutation.score();
        page.paragraph(
                0,
                score.isEmpty()
                        ? words.get("mutate.none")
                        : words.get(
                                "mutate.score",
                                "all",
                                String.valueOf(noticed + count(mutation, Fate.UNNOTICED)),
                                "noticed",
                                String.valueOf(noticed),
                                "percent",
                                percent(score.get())));
        page.paragraph(
                0,
                words.get(
                        "mutate.aside",
                        "refused",
                        String.valueOf(count(mutation, Fate.REFUSED)),
                        "equivalent",
                        String.valueOf(count(mutation, Fate.EQUIVALENT))));
    }

    private void failing(PackMutation mutation, String check) throws IOException {
        if (!mutation.failing().isEmpty()) {
            Advice.show(page, 0, words.get("mutate.failing"), check);
            for (PackMutation.FailingExample failing : mutation.failing()) {
                page.paragraph(
                        2, words.get("mutate.failing.one", "rule", failing.rule(), "example", failing.example()));
            }
        }
    }

    private static int count(PackMutation mutation, Fate outcome) {
        return mutation.mutants(outcome).size();
    }

    private static String percent(BigDecimal share) {
        BigDecimal percent = share.movePointRight(2).stripTrailingZeros();
        return percent.setScale(Math.max(percent.scale(), 0)).toPlainString();
    }

    private void list(PackMutation mutation, Fate outcome, String heading) throws IOException {
        Map<String, List<PackMutation.Mutant>> rules = mutation.mutants(outcome).stream()
                .collect(Collectors.groupingBy(
                        mutant -> words.get("mutate.rule", "rule", mutant.rule(), "file", file(mutant)),
                        LinkedHashMap::new,
                        Collectors.toList()));
        if (rules.isEmpty()) {
            return;
        }
        page.heading(words.get(heading));
        for (Map.Entry<String, List<PackMutation.Mutant>> rule : rules.entrySet()) {
            page.paragraph(0, rule.getKey());
            for (PackMutation.Mutant mutant : rule.getValue()) {
                String place = mutant.line() == 0
                        ? mutant.file().substring(file(mutant).length() + 1)
                        : words.get(
                                "mutate.place",
                                "line",
                                String.valueOf(mutant.line()),
                                "column",
                                String.valueOf(mutant.column()));
                page.paragraph(2, 4, place + ": " + mutant.change().in(words.locale()));
                page.paragraph(4, mutant.remark().in(words.locale()));
            }
        }
    }

    /** {@return the file, or the sheet without the cell} */
    private static String file(PackMutation.Mutant mutant) {
        return mutant.line() == 0 ? mutant.file().substring(0, mutant.file().lastIndexOf('!')) : mutant.file();
    }
}
