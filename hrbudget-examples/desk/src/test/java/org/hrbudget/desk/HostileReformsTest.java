package org.hrbudget.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.hrbudget.desk.access.Account;
import org.hrbudget.desk.access.Account.Role;
import org.hrbudget.desk.keeping.KeptFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;

/**
 * What a file of rules may not say, and what becomes of it: it is refused by file and line, nothing of it runs, and nobody can send it for
 * approval. The library refuses some hundred and forty such files before its engine is touched; here it is asked whether the desk does.
 */
@OnDesk
class HostileReformsTest {

    private static final String CALL = "org.hrbudget.desk.HostileReformsTest.reach()";

    private static final AtomicInteger REACHED = new AtomicInteger();

    @Autowired
    Office office;

    @Autowired
    KeptFiles files;

    @Autowired
    JdbcClient database;

    Account who;

    /** What hostile rules call. */
    public static boolean reach() {
        REACHED.incrementAndGet();
        return true;
    }

    @BeforeEach
    void somebody() {
        who = office.account(Role.LAWYER, null);
    }

    @AfterEach
    void nothingRanAndNothingIsLeft() throws IOException {
        assertThat(REACHED).hasValue(0);
        try (Stream<Path> left = Files.list(files.incoming())) {
            assertThat(left).isEmpty();
        }
    }

    /** {@return rule files, each with a mark at the line that is refused} */
    private static Map<String, String> rules() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("import", "»import java.lang.Runtime;\n" + rule("links.empty", ""));
        all.put("static import", "»import static java.lang.System.exit;\n" + rule("links.empty", ""));
        all.put("function", "»function boolean f() { return " + CALL + "; }\n" + rule("f()", ""));
        all.put("global", "»global java.util.List list;\n" + rule("links.empty", ""));
        all.put("query", "»query q() SpendingLine( " + CALL + " ) end\n" + rule("links.empty", ""));
        all.put("declared type", "»declare Loop x : int end\n" + rule("links.empty", ""));
        all.put("dialect", "»dialect \"mvel\"\n" + rule("links.empty", ""));
        all.put("template", "»template header\nname\n" + rule("links.empty", ""));
        all.put("salience", rule("links.empty", "").replace("when", "»salience ( " + CALL + " ? 1 : 0 )\nwhen"));
        all.put(
                "metadata",
                rule("links.empty", "").replace("\"ERROR\"", CALL).replace("    @severity", "»    @severity"));
        all.put("end of the machine", rule("links.empty", "»System.exit(1);"));
        all.put("program", rule("links.empty", "»Runtime.getRuntime().exec(\"id\");"));
        all.put("endless loop", rule("links.empty", "»while (true) {}"));
        all.put("endless facts", rule("links.empty", "»insert( new SpendingLine() );"));
        all.put("change of a fact", rule("links.empty", "»modify( $line ) { setApproved( null ) }"));
        all.put("eval", rule("links.empty )\n»    eval( " + CALL, ""));
        all.put(
                "class by its name",
                rule("links.empty,\n»\"\".getClass().forName(\"java.lang.ProcessBuilder\") != null", ""));
        all.put("constructor", rule("links.empty,\n»new java.lang.ProcessBuilder(\"id\").start() != null", ""));
        all.put("method", rule("links.empty,\n»unitCode.length() > 3", ""));
        all.put("class", rule("links.empty,\n»class.name != null", ""));
        all.put(
                "inline code",
                rule(
                        "links.empty )\n»    accumulate( SpendingLine(), init( " + CALL + "; ) action( ) result( 1 )",
                        ""));
        all.put("source", rule("links.empty )\n»    String() from " + CALL + "; SpendingLine( links.empty", ""));
        all.put("deep pattern", rule("links.empty,\n»unitCode matches \"(a+)+$\"", ""));
        all.put("endless pattern", rule("links.empty,\n»unitCode matches \".*.*.*=\"", ""));
        return all;
    }

    private static String rule(String condition, String consequence) {
        return "rule \"spending-type-unfit\"\n    @severity(\"ERROR\")\n    @legalBasis(\"exercise:spending-types\")\nwhen\n"
                + "    SpendingLine( " + condition + " )\nthen\n" + consequence + "\nend\n";
    }

    @Test
    void whatIsNoRuleIsRefusedWithItsLine() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, String> each : rules().entrySet()) {
            String text = each.getValue();
            long line = text.substring(0, text.indexOf('»')).lines().count() + 1;
            Map<String, String> reform = ReformFiles.of("2011.95");
            reform.put("spending-types.drl", text.replace("»", ""));
            String page = draft(ReformFiles.zip(reform));
            String place = "spending-types.drl:" + line + ":";
            if (!page.contains(place)) {
                wrong.add(each.getKey() + " is not refused at " + place + ": "
                        + page.replaceAll("(?s).*<section class=\"summary\">|</section>.*", ""));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whatIsNoReformIsNotKept() throws Exception {
        long before = count();
        byte[] whole = ReformFiles.zip(ReformFiles.of("2011.95"));
        Map<String, byte[]> files = Map.of(
                "no zip",
                "rule \"a\" when then end".getBytes(UTF_8),
                "half a zip",
                Arrays.copyOf(whole, whole.length / 2));
        for (Map.Entry<String, byte[]> each : files.entrySet()) {
            MockHttpServletResponse answer = uploaded(each.getValue());
            assertThat(answer.getStatus()).as(each.getKey()).isEqualTo(422);
            assertThat(answer.getContentAsString())
                    .as(each.getKey())
                    .contains("mi reforma.zip")
                    .doesNotContain(this.files.incoming().toString());
        }
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void archivesThatClimbOrSwellAreRefusedByTheNameOfTheirEntry() throws Exception {
        Map<String, String> climbing = ReformFiles.of("2011.95");
        climbing.put("../../fuera.csv", "x\n");
        assertThat(draft(ReformFiles.zip(climbing))).contains("fuera.csv: El nombre lleva fuera del paquete");
        assertThat(files.incoming().resolve("../../fuera.csv").normalize()).doesNotExist();
        Map<String, String> bomb = ReformFiles.of("2011.95");
        bomb.put("limits.csv", "0".repeat(200 << 20));
        assertThat(draft(ReformFiles.zip(bomb))).contains("limits.csv: El archivo pasa de los 2097152 bytes");
        Map<String, String> code = ReformFiles.of("2011.95");
        code.put("Reach.class", "x");
        assertThat(draft(ReformFiles.zip(code))).contains("Reach.class: ");
    }

    /** {@return the page of a draft that was taken and cannot be sent} */
    private String draft(byte[] zip) throws Exception {
        String page = Objects.requireNonNull(uploaded(zip).getRedirectedUrl());
        assertThat(page).startsWith("/law/reforms/");
        assertThat(office.send(who, post(page + "/sent"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(422);
        return office.see(who, page).andReturn().getResponse().getContentAsString();
    }

    private MockHttpServletResponse uploaded(byte[] bytes) throws Exception {
        return office.send(
                        who,
                        multipart("/law/uploads").file(new MockMultipartFile("file", "mi reforma.zip", null, bytes)))
                .andReturn()
                .getResponse();
    }

    private long count() {
        return database.sql("select count(*) from reform").query(Long.class).single();
    }
}
