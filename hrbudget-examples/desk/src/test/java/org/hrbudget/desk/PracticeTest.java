package org.hrbudget.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hrbudget.cli.course.Course;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** The practice room. */
@OnDesk
class PracticeTest {

    private static final Map<String, byte[]> COURSE = Course.files(Course.Audience.OFFICER, 1);

    private static final Pattern FILE = Pattern.compile("name=\"file\" value=\"([^\"]+)\"");

    private static final String RIGHT = "Correcto: ya no se halla nada";

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Value("${desk.files.folder:}")
    String folder;

    @Test
    void itsFilesAreThoseOfTheCommandLinesCourse() throws IOException {
        for (Map.Entry<String, byte[]> file : COURSE.entrySet()) {
            if (file.getKey().matches("[a-z0-9]+[.]csv")) {
                try (InputStream in = PracticeTest.class.getResourceAsStream("practice/" + file.getKey())) {
                    assertThat(Objects.requireNonNull(in, file.getKey()).readAllBytes())
                            .as("hrbudget course new --out DIR makes it; put it into the resources of the desk")
                            .isEqualTo(file.getValue());
                }
            }
        }
    }

    @Test
    void eachLessonIsBrokenAndItsSolutionRight() throws Exception {
        String list = see("/practice");
        for (int lesson = 1; lesson <= 10; lesson++) {
            assertThat(list).contains("/practice/" + lesson + "\"");
            assertThat(see("/practice/" + lesson))
                    .as("lesson " + lesson)
                    .contains("Por reparar")
                    .doesNotContain(RIGHT);
            String solution = String.format(Locale.ROOT, "solutions/%02d.csv", lesson);
            assertThat(upload(lesson, COURSE.get(solution)).getContentAsString())
                    .as(solution)
                    .contains(RIGHT);
        }
        assertThat(ask(get("/practice/11")).getStatus()).isEqualTo(404);
    }

    @Test
    void aCellIsRepairedInThePage() throws Exception {
        String page = see("/practice/1");
        int row = Integer.parseInt(page.replaceAll("(?s).*<tr id=\"r(\\d+)\" class=\"bad\".*", "$1"));
        String wrong = change(page, row, "no_action_reason", "no aplica").getContentAsString();
        assertThat(wrong).contains("Se cambió la fila " + row, "Por reparar").doesNotContain(RIGHT);
        assertThat(change(wrong, row, "no_action_reason", "Gasto de operación").getContentAsString())
                .contains(RIGHT);
        assertThat(see("/practice/1")).doesNotContain(RIGHT);
    }

    @Test
    void whatIsHostileIsRefusedOrShownHarmlessly() throws Exception {
        String page = see("/practice/1");
        assertThat(change(page, 2, "no_action_reason", "=1+1").getStatus()).isEqualTo(422);
        assertThat(change(page, 2, "<b>columna", "x").getContentAsString()).contains("«&lt;b&gt;columna»");
        assertThat(change(page, 2, "unit_name", "<script>alert(1)</script>").getContentAsString())
                .contains("&lt;script&gt;")
                .doesNotContain("<script>alert");
        assertThat(ask(post("/practice/1")
                                .param("file", "%%%")
                                .param("name", "a.csv")
                                .param("row", "2")
                                .param("column", "entry"))
                        .getStatus())
                .isEqualTo(400);
        assertThat(upload(1, new byte[(1 << 20) + 1]).getContentAsString()).contains("pasa de 1 MB");
        assertThat(upload(1, "nada".getBytes(StandardCharsets.UTF_8)).getStatus())
                .isEqualTo(422);
        assertThat(ask(multipart("/practice/1/uploads")
                                .file(new MockMultipartFile(
                                        "file", "a.xlsx", "", "PK\003\004 nada".getBytes(StandardCharsets.UTF_8))))
                        .getStatus())
                .isEqualTo(422);
        assertThat(upload(1, new byte[0]).getContentAsString()).contains("No se eligió ningún archivo");
    }

    @Test
    void aBudgetWithoutItsFaultyLineIsNotRight() throws Exception {
        String[] lines = new String(COURSE.get("01.csv"), StandardCharsets.UTF_8).split("\n");
        String page = see("/practice/1");
        int row = Integer.parseInt(page.replaceAll("(?s).*<tr id=\"r(\\d+)\" class=\"bad\".*", "$1"));
        lines[row - 1] = "";
        assertThat(upload(1, String.join("\n", lines).getBytes(StandardCharsets.UTF_8))
                        .getContentAsString())
                .contains("Faltan renglones")
                .doesNotContain(RIGHT);
    }

    @Test
    void nothingIsStored() throws Exception {
        Map<String, Long> before = counts();
        List<Path> files = kept();
        change(see("/practice/2"), 3, "unit_name", "SINTÉTICO");
        upload(2, COURSE.get("solutions/02.csv"));
        assertThat(before).hasSizeGreaterThan(5);
        assertThat(counts()).isEqualTo(before);
        assertThat(kept()).isEqualTo(files);
    }

    private List<Path> kept() throws IOException {
        Path kept = Path.of(folder);
        if (folder.isEmpty() || !Files.isDirectory(kept)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(kept)) {
            return all.toList();
        }
    }

    private Map<String, Long> counts() {
        List<String> tables = database.sql(
                        "select table_name from information_schema.tables where table_schema in ('PUBLIC', 'public')")
                .query(String.class)
                .list();
        Map<String, Long> counts = new LinkedHashMap<>();
        tables.forEach(table -> counts.put(
                table,
                database.sql("select count(*) from \"" + table + "\"")
                        .query(Long.class)
                        .single()));
        return counts;
    }

    private MockHttpServletResponse change(String page, int row, String column, String to) throws Exception {
        Matcher file = FILE.matcher(page);
        assertThat(file.find()).isTrue();
        return ask(post("/practice/1")
                .param("file", file.group(1))
                .param("name", "presupuesto.csv")
                .param("row", Integer.toString(row))
                .param("column", column)
                .param("to", to));
    }

    private MockHttpServletResponse upload(int lesson, byte[] bytes) throws Exception {
        return ask(multipart("/practice/{lesson}/uploads", lesson)
                .file(new MockMultipartFile("file", "mío.csv", "text/csv", bytes)));
    }

    private String see(String address) throws Exception {
        return ask(get(address)).getContentAsString();
    }

    private MockHttpServletResponse ask(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(request.with(csrf())).andReturn().getResponse();
    }
}
