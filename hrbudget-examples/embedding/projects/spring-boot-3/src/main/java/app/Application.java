package app;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.Input;
import org.hrbudget.io.Programmes;
import org.hrbudget.report.JsonReport;
import org.hrbudget.rules.RulePacks;
import org.hrbudget.validation.BudgetValidator;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Takes a budget as CSV or JSON and answers with the JSON report. */
@SpringBootApplication
@RestController
public class Application {

    private final BudgetValidator validator = BudgetValidator.using(
            Programmes.read(Input.of("programme.csv", () -> Application.class.getResourceAsStream("/programme.csv"))),
            RulePacks.load("mx-cmx", "2011.1"));

    public static void main(String[] args) {
        SpringApplication.run(Application.class, args);
    }

    @PostMapping(
            path = "/validate",
            consumes = {"text/csv", MediaType.APPLICATION_JSON_VALUE},
            produces = MediaType.APPLICATION_JSON_VALUE)
    public byte[] validate(@RequestBody byte[] body, @RequestHeader("Content-Type") MediaType type)
            throws IOException {
        String name = MediaType.APPLICATION_JSON.isCompatibleWith(type) ? "budget.json" : "budget.csv";
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        JsonReport.write(
                validator.validate(Budgets.reading(Input.of(name, () -> new ByteArrayInputStream(body)))
                        .source()),
                report);
        return report.toByteArray();
    }

    /** With {@code --self-check} the application asks itself, as its clients would, and ends. */
    @Bean
    ApplicationRunner selfCheck(Environment environment) {
        return (ApplicationArguments arguments) -> {
            if (arguments.containsOption("self-check")) {
                String url = "http://localhost:" + environment.getProperty("local.server.port") + "/validate";
                ask(url, "text/csv", "unit_code,fiscal_year,approved,action_1,no_action_reason\n"
                        + "11CD01,2011,5.00,,\n12CD02,2011,7.50,01.01.01,\n");
                ask(url, "application/json", """
                        {"jurisdiction": "mx-cmx", "fiscalYear": 2011, "currency": "MXN", "phase": "approved", "lines": [
                          {"unit_code": "11CD01", "approved": "5.00", "no_action_reason": ""},
                          {"unit_code": "12CD02", "approved": "7.50", "links": [{"action": "99.99.99"}]}
                        ]}
                        """);
                System.exit(0);
            }
        };
    }

    private static void ask(String url, String type, String budget) throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url))
                                .header("Content-Type", type)
                                .POST(HttpRequest.BodyPublishers.ofString(budget))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        System.out.println(type + ": " + answer.statusCode() + ", " + answer.body().length() + " characters");
        if (answer.statusCode() != 200 || !answer.body().contains("\"verdict\": \"NOT_COMPLIANT\"")) {
            System.out.println(answer.body());
            System.exit(1);
        }
    }
}
