package org.hrbudget.desk;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.hrbudget.desk.access.Account;
import org.hrbudget.desk.access.Account.Role;
import org.hrbudget.desk.access.Accounts;
import org.hrbudget.desk.units.Units;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** People of the tests, and what they do over and over. */
class Office {

    /** The file that an office saved from Excel: Windows, title rows, commas in amounts, one code of the wrong form, a total. */
    static final String WINDOWS = "excel-csv-windows.csv";

    /** How it is encoded. */
    static final Charset SAVED_IN = Charset.forName("windows-1252");

    /** The password that people of the tests chose. */
    static final String PASSWORD = "una frase de las pruebas";

    private static final AtomicInteger COUNT = new AtomicInteger();

    final Accounts accounts;
    final Units units;
    private final MockMvc mvc;

    Office(Accounts accounts, Units units, MockMvc mvc) {
        this.accounts = accounts;
        this.units = units;
        this.mvc = mvc;
    }

    /** {@return an officer of a unit of a name that nobody has yet; its code is the one in the files, with a number} */
    Account officerOfNewUnit() {
        String code = "08CO" + (10 + COUNT.incrementAndGet());
        units.add("test", code, "Secretaría de ejemplo");
        return account(Role.OFFICER, code);
    }

    Account account(Role role, String unit) {
        String name = "persona-" + COUNT.incrementAndGet();
        accounts.add("test", name, role, unit);
        accounts.change(name, PASSWORD);
        return accounts.loadUserByUsername(name);
    }

    /** {@return a file of the tests, of another unit than 08CO01} */
    static byte[] file(String name, String unit) throws IOException {
        try (InputStream in = Office.class.getResourceAsStream(name)) {
            String text = new String(Objects.requireNonNull(in, name).readAllBytes(), SAVED_IN);
            return text.replaceAll("\\R", "\r\n")
                    .replace("08 CO 01", spaced(unit))
                    .getBytes(SAVED_IN);
        }
    }

    /** {@return the code of a unit as the files of the tests write it} */
    static String spaced(String unit) {
        return unit.substring(0, 2) + " " + unit.substring(2, 4) + " " + unit.substring(4);
    }

    ResultActions see(Account who, String address, Object... values) throws Exception {
        return send(who, get(address, values));
    }

    ResultActions upload(Account who, String name, byte[] bytes) throws Exception {
        return send(
                who,
                multipart("/units/{unit}/uploads", who.unit())
                        .file(new MockMultipartFile("file", name, "application/octet-stream", bytes)));
    }

    /** Changes a cell of the file of a number. */
    ResultActions change(Account who, long upload, long row, String column, String from, String to) throws Exception {
        return send(
                who,
                post("/units/{unit}/changes", who.unit())
                        .param("upload", Long.toString(upload))
                        .param("row", Long.toString(row))
                        .param("column", column)
                        .param("from", from)
                        .param("to", to));
    }

    /** Hands in the file of a number. */
    ResultActions handIn(Account who, long upload) throws Exception {
        return send(
                who,
                post("/units/{unit}/hand-in", who.unit())
                        .param("upload", Long.toString(upload))
                        .param("signer", "María López")
                        .param("post", "Directora de presupuesto"));
    }

    /** What the command line said, and its exit code. */
    record Said(int code, String text) {}

    /** {@return what the command line says to an instruction, in Spanish} */
    static Said hrbudget(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.hrbudget.cli.Main"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--lang", "es"));
        Process program = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(program.waitFor(), said);
    }

    ResultActions send(Account who, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(request.with(user(who)).with(csrf()));
    }
}
