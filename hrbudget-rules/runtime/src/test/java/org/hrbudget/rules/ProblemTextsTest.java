package org.hrbudget.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.hrbudget.io.Baselines;
import org.hrbudget.io.BudgetDocument;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.DocumentType;
import org.hrbudget.io.Input;
import org.hrbudget.io.Programmes;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.PhysicalGoal;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.LedgerEntry;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.ValidationReport;
import org.junit.jupiter.api.Test;

/** What keeps a budget from being checked in full, word by word and in both languages; no two values of a text are alike. */
class ProblemTextsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/org/hrbudget/rules/golden/problems.txt");
    private static final String LINES = "id,fiscal_year,unit_code,approved\nA,2011,11CD01,1.00\nB,2011,12CD02,2.00\n";
    private static final String PROGRAMME = "code,sequence,title\n01.01.01,1,One\n";

    private final Map<String, Stream<Bilingual>> said = new LinkedHashMap<>();

    @Test
    void whatIsSaidOfProblemsIsWhatWasRead() throws IOException {
        problems("other jurisdiction", validator(), reading(LINES).jurisdiction("mx-jal"));
        problems("other currency", validator(), reading(LINES).currency("USD"));
        problems(
                "other year asked for",
                validator().fiscalYear(FiscalYear.of(2013)),
                reading(LINES).fiscalYear(FiscalYear.of(2011)));
        problems(
                "pack of another year",
                validator(),
                reading(LINES.replace("2011,", "2010,")).fiscalYear(FiscalYear.of(2010)));
        problems("no line of the year", validator(), reading(LINES.replace("2011,", "2009,")));
        problems("lines without amount", validator(), reading(LINES + "C,2011,13CD03,\nD,2011,13CD03,\n"));
        problems("no amounts", validator(), reading(LINES.replace("approved", "exercised")));
        problems("whole of one unit", validator(), reading(LINES.replace("12CD02", "11CD01")));
        problems("unit of several", validator(), reading(LINES).scope(BudgetHeader.Scope.UNIT));
        problems("unit spelt twice", validator(), reading(LINES + "C,2011,12 CD 02,3.00\n"));
        problems("units spelt twice", validator(), reading(LINES + "C,2011,12 CD 02,3.00\nD,2011,11cd01,3.00\n"));
        problems(
                "unit spelt otherwise in a document",
                validator().documents(goals()),
                reading(LINES.replace("11CD01", "11 CD 01")));
        problems(
                "identifiers repeated",
                validator(),
                reading(LINES + "C,2011,13CD03,3.00\nB,2011,14CD04,4.00\nB,2011,15CD05,5.00\n"));
        problems(
                "baseline of another year",
                validator().baseline(Baselines.read(input("base.csv", "year,action,amount\n2008,01.01.01,1\n"))),
                reading(LINES));
        problems(
                "baseline of unknown actions",
                validator()
                        .programme(Programmes.read(input("programme.csv", PROGRAMME)))
                        .baseline(Baselines.read(
                                input("base.csv", "year,action,amount\n2010,09.09.09,1\n2010,08.08.08,1\n"))),
                reading(LINES));
        problems(
                "units of the baseline absent",
                validator()
                        .programme(Programmes.read(input("programme.csv", PROGRAMME)))
                        .baseline(Baselines.read(input(
                                "base.csv",
                                "year,unit,action,amount\n2010,21CD01,01.01.01,1\n2010,22CD01,01.01.01,1\n"))),
                reading(LINES));
        problems("document of another year", validator().documents(goals()), reading(LINES));
        reasons("phase and columns", validator(), reading(LINES).phase(BudgetPhase.APPROVED));
        StringBuilder text = new StringBuilder();
        said.forEach((name, texts) -> {
            text.append("--- ").append(name).append('\n');
            texts.forEach(each ->
                    text.append(each.en()).append('\n').append(each.es()).append('\n'));
        });
        if (Boolean.getBoolean("hrbudget.write")) {
            Files.writeString(GOLDEN, text);
        }

        assertThat(text.toString())
                .as(
                        "Read how %s would change, and if it says what is meant, run mvn -pl hrbudget-rules/runtime -am test"
                                + " -Dtest=ProblemTextsTest -Dhrbudget.write=true",
                        GOLDEN)
                .isEqualTo(Files.readString(GOLDEN));
    }

    private static BudgetValidator.Builder validator() {
        RulePack pack = RulePacks.select("mx-cmx", FiscalYear.of(2011), LocalDate.of(2010, 11, 15))
                .orElseThrow();
        return BudgetValidator.builder().packs(pack);
    }

    private static BudgetDocument<PhysicalGoal> goals() {
        return DocumentType.GOALS.read(input(
                "goals.csv", "fiscal_year,unit,name,quantity\n2011,11CD01,A,1\n2012,11CD01,B,2\n2012,12CD02,C,3\n"));
    }

    private void problems(String name, BudgetValidator.Builder validator, Budgets.Reading reading) {
        List<ValidationReport.Problem> problems = validate(validator, reading).problems();
        assertThat(problems).as(name).isNotEmpty();
        said.put(name, problems.stream().map(ValidationReport.Problem::message));
    }

    private void reasons(String name, BudgetValidator.Builder validator, Budgets.Reading reading) {
        said.put(
                name,
                validate(validator, reading).ledger().stream()
                        .map(LedgerEntry::reason)
                        .filter(Objects::nonNull)
                        .distinct());
    }

    private static ValidationReport validate(BudgetValidator.Builder validator, Budgets.Reading reading) {
        return validator.build().validate(reading.source());
    }

    private static Budgets.Reading reading(String csv) {
        return Budgets.reading(input("b.csv", csv));
    }

    private static Input input(String name, String text) {
        return Input.of(name, () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
