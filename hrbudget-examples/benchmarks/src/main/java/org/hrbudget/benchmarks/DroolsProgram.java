package org.hrbudget.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.hrbudget.benchmarks.beans.Found;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieSession;

/**
 * Drools as its manual shows it: rules with consequences in Java, one session, every line inserted, all rules fired. The rule base
 * is built once and kept.
 */
final class DroolsProgram implements Program.Ready {

    private final KieBase rules;
    private final int year;
    private final Set<String> concepts = CodeLists.concepts();
    private final Set<String> modalities = CodeLists.modalities();
    private final Set<String> items;

    private DroolsProgram(KieBase rules, int year, Set<String> items) {
        this.rules = rules;
        this.year = year;
        this.items = items;
    }

    static DroolsProgram of(GivenBudget like) {
        Set<String> items = Objects.requireNonNull(like.itemCodes(), "Rules over items need a list of them.");
        return new DroolsProgram(build(), like.kind().fiscalYear().value(), items);
    }

    private static KieBase build() {
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        files.write("src/main/resources/org/hrbudget/benchmarks/rules/federal.drl", drl());
        KieBuilder builder = services.newKieBuilder(files).buildAll();
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(builder.getResults().toString());
        }
        return services.newKieContainer(builder.getKieModule().getReleaseId()).getKieBase();
    }

    private static org.kie.api.io.Resource drl() {
        try (InputStream in = DroolsProgram.class.getResourceAsStream("federal.drl")) {
            byte[] text = Objects.requireNonNull(in, "federal.drl").readAllBytes();
            return KieServices.get().getResources().newByteArrayResource(text, "UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Outcome run(GivenBudget budget) throws IOException {
        List<Found> findings = new ArrayList<>();
        KieSession session = rules.newKieSession();
        try {
            session.setGlobal("findings", findings);
            session.setGlobal("concepts", concepts);
            session.setGlobal("items", items);
            session.setGlobal("modalities", modalities);
            session.setGlobal("year", year);
            long rows = Beans.read(budget.file(), session::insert);
            session.fireAllRules();
            return new Outcome(rows, Beans.counted(findings), "");
        } finally {
            session.dispose();
        }
    }
}
