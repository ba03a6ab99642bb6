package org.hrbudget.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.hrbudget.desk.access.Account;
import org.hrbudget.desk.access.Account.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.ResultActions;

/** What several units have wrong in the same way, and its one answer. */
@OnDesk
@TestPropertySource(properties = "test.own-database=mistakes")
class SharedMistakesTest {

    private static final String RULE = "action-code-malformed";

    @Autowired
    Office office;

    Account ministry;
    Account one;
    Account other;

    @BeforeEach
    void twoUnits() {
        ministry = office.account(Role.MINISTRY, null);
        one = office.officerOfNewUnit();
        other = office.officerOfNewUnit();
    }

    @Test
    void whatTwoUnitsWroteWrongIsShownOnceWithWhatWasMeant() throws Exception {
        upload(one, "1.1.3");
        assertThat(mistakes()).doesNotContain("<mark>1.1.3</mark>");
        upload(other, "1.1.3");
        String page = mistakes();
        assertThat(page).containsOnlyOnce("<mark>1.1.3</mark>");
        String entry = entry(page, "1.1.3");
        assertThat(entry).contains("quizá 01.01.03", one.unit() + " (1)", other.unit() + " (1)", "2 unidades, 2 veces");
    }

    @Test
    void onlyNewestFilesCount() throws Exception {
        upload(one, "6.5.4");
        upload(other, "6.5.4");
        assertThat(mistakes()).contains("<mark>6.5.4</mark>");
        upload(one, "01.01.02");
        assertThat(mistakes()).doesNotContain("<mark>6.5.4</mark>");
    }

    @Test
    void theAnswerIsAWorkbookForThoseUnitsAlone() throws Exception {
        Account third = office.officerOfNewUnit();
        upload(one, "9.9.9");
        upload(other, "9.9.9");
        upload(third, "01.01.02");
        answer("9.9.9", "01.01.05", "=Elija la <b>clave</b> en la lista").andExpect(status().is3xxRedirection());
        String page = see(one, "/units/{unit}");
        assertThat(page)
                .contains("Donde escribió «9.9.9» va «01.01.05»", "=Elija la &lt;b&gt;clave&lt;/b&gt; en la lista");
        String link = page.substring(page.indexOf("/answers/"), page.indexOf('"', page.indexOf("/answers/")));
        assertThat(see(third, "/units/{unit}")).doesNotContain("/answers/");
        office.see(third, "/units/" + third.unit() + link).andExpect(status().isNotFound());
        byte[] book = office.see(one, "/units/" + one.unit() + link)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(book))) {
            String guide = read.getSheet(1).orElseThrow().read().stream()
                    .map(row -> first(row))
                    .collect(Collectors.joining("\n"));
            assertThat(guide).contains("Donde escribió «9.9.9» va «01.01.05».", "=Elija la <b>clave</b> en la lista");
            assertThat(read.getSheet(2).orElseThrow().read())
                    .anyMatch(row -> row.toString().contains("01.01.05"));
        }
    }

    private static String first(Row row) {
        return row.getCellCount() == 0 ? "" : row.getCellText(0);
    }

    @Test
    void theMinistrySeesWhoStillHasIt() throws Exception {
        upload(one, "5.5.5");
        upload(other, "5.5.5");
        answer("5.5.5", "05.05.05", "Con ceros");
        assertThat(mistakes()).contains("Sigue en 2 de 2 unidades");
        upload(one, "01.01.02");
        assertThat(mistakes()).contains("Sigue en 1 de 2 unidades");
        upload(other, "01.01.02");
        assertThat(mistakes()).contains("Ya nadie lo tiene");
    }

    @Test
    void nothingIsSentWithoutANoteOrWithoutTheMistake() throws Exception {
        upload(one, "4.4.4");
        upload(other, "4.4.4");
        answer("4.4.4", "", " ").andExpect(status().isUnprocessableContent());
        answer("4.4.5", "", "x").andExpect(status().isUnprocessableContent());
        assertThat(see(one, "/units/{unit}")).doesNotContain("/answers/");
    }

    @Test
    void aColumnThatNobodyReadsIsSharedToo() throws Exception {
        upload(one, "01.01.02");
        upload(other, "01.01.02");
        assertThat(mistakes()).contains("Columna que no se lee</b><span>: Descripción</span>");
    }

    private void upload(Account officer, String code) throws Exception {
        String file = new String(Office.file(Office.WINDOWS, officer.unit()), "windows-1252");
        office.upload(officer, Office.WINDOWS, file.replace("1.1.2", code).getBytes("windows-1252"))
                .andExpect(status().is3xxRedirection());
    }

    private ResultActions answer(String written, String meant, String note) throws Exception {
        return office.send(
                ministry,
                post("/board/mistakes")
                        .param("rule", RULE)
                        .param("heading", "Línea de acción PDHDF")
                        .param("written", written)
                        .param("meant", meant)
                        .param("note", note));
    }

    private String mistakes() throws Exception {
        return see(ministry, "/board/mistakes");
    }

    private static String entry(String page, String written) {
        int at = page.indexOf("<mark>" + written);
        return page.substring(page.lastIndexOf("<li", at), page.indexOf("</li>", at));
    }

    private String see(Account who, String address) throws Exception {
        return office.see(who, address, who.unit())
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
