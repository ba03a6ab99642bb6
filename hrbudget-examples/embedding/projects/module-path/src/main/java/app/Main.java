package app;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.Layout;
import org.hrbudget.io.Programmes;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.report.JsonReport;
import org.hrbudget.report.TextReport;
import org.hrbudget.rules.RulePacks;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.ValidationReport;

/** The library as modules, everything of it on the module path. */
public class Main {
    public static void main(String[] args) throws Exception {
        RulePack manual = RulePacks.select("mx-cmx", FiscalYear.of(2011), LocalDate.of(2010, 11, 15))
                .orElseThrow();
        BudgetValidator validator = BudgetValidator.using(Programmes.read(Path.of("programme.csv")), manual);
        ValidationReport report =
                validator.validate(Budgets.read(Path.of("budget.csv"), Layout.named("hrbudget")));
        System.out.println(RulePacks.class.getModule() + ", " + JsonReport.class.getModule());
        TextReport.write(report, Locale.forLanguageTag("es"), System.out);
        JsonReport.write(report, System.out);
    }
}
