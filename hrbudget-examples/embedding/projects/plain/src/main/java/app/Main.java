package app;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.hrbudget.io.*;
import org.hrbudget.model.*;
import org.hrbudget.report.JsonReport;
import org.hrbudget.rules.RulePacks;
import org.hrbudget.validation.*;

/** What README.md shows, line by line. */
public class Main {
    public static void main(String[] args) throws Exception {
        HumanRightsProgramme programme = Programmes.read(Path.of("programme.csv"));
        RulePack manual = RulePacks.select("mx-cmx", FiscalYear.of(2011), LocalDate.of(2010, 11, 15)).orElseThrow();
        BudgetValidator validator = BudgetValidator.using(programme, manual);        // thread-safe, reusable
        ValidationReport report = validator.validate(Budgets.read(Path.of("budget.csv"), Layout.named("hrbudget")));
        System.out.println(report.verdict());
        report.findings().forEach(finding -> System.out.println(finding.message(Locale.forLanguageTag("es"))));
        JsonReport.write(report, System.out);
    }
}
