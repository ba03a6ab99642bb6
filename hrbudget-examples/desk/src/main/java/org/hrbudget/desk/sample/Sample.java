package org.hrbudget.desk.sample;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hrbudget.desk.access.Account.Role;
import org.hrbudget.desk.access.Accounts;
import org.hrbudget.desk.judging.Judge;
import org.hrbudget.desk.law.Drafts;
import org.hrbudget.desk.open.Editions;
import org.hrbudget.desk.units.HandIns;
import org.hrbudget.desk.units.Units;
import org.hrbudget.desk.units.Uploads;
import org.hrbudget.desk.years.Years;
import org.hrbudget.io.Input;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The profile {@code demo}: units and budgets of the synthetic sample, and an account of each role, whose passwords it prints. */
@Component
@Profile("demo")
@Order(1)
class Sample implements ApplicationRunner {

    private static final String BY = "demo";

    private static final String MINISTRY = "finanzas";

    private static final String LAWYER = "juridico";

    private static final Locale SPANISH = Locale.forLanguageTag("es");

    /** The unit that a visitor tries the desk as; the files that come along are handed in of others. */
    private static final String OWN = "08CO01";

    private final Accounts accounts;
    private final Units units;
    private final Uploads uploads;
    private final HandIns handIns;
    private final Editions editions;
    private final Years years;
    private final Drafts drafts;
    private final MessageSource words;
    private final String port;

    Sample(
            Accounts accounts,
            Units units,
            Uploads uploads,
            HandIns handIns,
            Editions editions,
            Years years,
            Drafts drafts,
            MessageSource words,
            @Value("${server.port:8080}") String port) {
        this.accounts = accounts;
        this.units = units;
        this.uploads = uploads;
        this.handIns = handIns;
        this.editions = editions;
        this.years = years;
        this.drafts = drafts;
        this.words = words;
        this.port = port;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (!units.all().isEmpty()) {
            // A database that somebody works with is given no accounts whose passwords stand on a screen.
            return;
        }
        units.add(BY, OWN, "Secretaría de ejemplo (sintético)");
        units.add(BY, "01C001", "Dependencia 1 (sintético)");
        units.add(BY, "01PD01", "Entidad 1 (sintético)");
        units.add(BY, "02CD01", "Delegación 1 (sintético)");
        units.add(BY, "08C001", "Secretaría de Desarrollo Social (sintético)");
        units.add(BY, "08PD01", "DIF-DF (sintético)");
        // It says of equipment that it is current spending, which is what the reform of the sample is about.
        units.add(BY, "13C001", "Contraloría General (sintético)");
        String said = account("oficial", Role.OFFICER, OWN)
                + account(MINISTRY, Role.MINISTRY, null)
                + account(LAWYER, Role.LAWYER, null)
                + account("juridico2", Role.LAWYER, null)
                + account("administracion", Role.ADMINISTRATOR, null);
        List<String> lines = lines();
        for (String unit : List.of("01C001", "08C001", "08PD01", "13C001")) {
            handIn(unit, lines);
        }
        uploads.add(officer("01PD01"), "01PD01", file("01PD01", lines));
        String note = words.getMessage("demo.note", null, SPANISH);
        editions.publish(
                MINISTRY,
                editions.certify(MINISTRY, years.current(), note, "Persona de ejemplo", "Secretaría de ejemplo"));
        byte[] reform = reform();
        drafts.add(LAWYER, Input.of("reforma-de-ejemplo.zip", () -> new ByteArrayInputStream(reform)));
        System.out.println(words.getMessage("demo.accounts", new Object[] {port, said}, Locale.getDefault()));
    }

    private String account(String name, Role role, @Nullable String unit) {
        String password = accounts.add(BY, name, role, unit);
        // A visitor of an hour would only be kept from what there is to see, and the account is gone with the database.
        accounts.change(name, password);
        return "\n  " + name + "  " + password;
    }

    private void handIn(String unit, List<String> lines) {
        String officer = officer(unit);
        uploads.add(officer, unit, file(unit, lines));
        long upload = uploads.newest(unit).orElseThrow().id();
        handIns.add(officer, unit, upload, "Persona de ejemplo", "Enlace de presupuesto", SPANISH);
    }

    private String officer(String unit) {
        String name = unit.toLowerCase(Locale.ROOT);
        accounts.add(BY, name, Role.OFFICER, unit);
        return name;
    }

    private static Judge.UnitFile file(String unit, List<String> lines) {
        String text = lines.stream()
                .filter(line -> line.equals(lines.get(0)) || line.startsWith("2011," + unit + ","))
                .collect(Collectors.joining("\n", "", "\n"));
        return new Judge.UnitFile(unit + ".csv", text.getBytes(StandardCharsets.UTF_8));
    }

    /** {@return a folder of rules that nobody enacted, as legal staff upload it} */
    private static byte[] reform() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : List.of("pack.properties", "legal-bases.csv", "spending-types.drl")) {
                zip.putNextEntry(new ZipEntry(name));
                try (InputStream file =
                        Objects.requireNonNull(Sample.class.getResourceAsStream("reform/" + name), name)) {
                    file.transferTo(zip);
                }
            }
        }
        return bytes.toByteArray();
    }

    /** {@return the rows of the sample, which is of a year that ended, as they would have been proposed: no cell of it has a comma} */
    private static List<String> lines() throws IOException {
        InputStream budget = Objects.requireNonNull(Sample.class.getResourceAsStream("budget.csv"), "budget.csv");
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(budget, StandardCharsets.UTF_8))) {
            List<List<String>> rows =
                    reader.lines().map(line -> List.of(line.split(",", -1))).toList();
            List<String> headings = rows.get(0);
            int approved = headings.indexOf("approved");
            int paid = headings.indexOf("paid");
            List<String> lines = new ArrayList<>();
            for (List<String> row : rows) {
                List<String> cells = new ArrayList<>(row.subList(0, approved));
                cells.add(row == headings ? "proposed" : row.get(approved));
                cells.addAll(row.subList(paid + 1, row.size()));
                lines.add(String.join(",", cells));
            }
            return lines;
        }
    }
}
