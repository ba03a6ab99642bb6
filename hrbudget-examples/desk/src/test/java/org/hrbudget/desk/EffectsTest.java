package org.hrbudget.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.hrbudget.desk.access.Account;
import org.hrbudget.desk.units.Uploads;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the newest file of a unit changes, line by line, of what the unit handed in. */
@OnDesk
class EffectsTest {

    private static final String HEADINGS = "ejercicio,unidad_responsable,partida,proyecto,línea de acción,nota\n";

    @Autowired
    Office office;

    @Autowired
    Uploads uploads;

    Account officer;

    @BeforeEach
    void aFileThatIsHandedIn() throws Exception {
        officer = office.officerOfNewUnit();
        upload("1131,100.00,01.01.01,", "1211,300.00,,queda", "2111,50.00,,", "3111,50.00,,");
        office.handIn(officer, uploads.newest(officer.unit()).orElseThrow().id())
                .andExpect(status().is3xxRedirection());
    }

    private void upload(String... lines) throws Exception {
        StringBuilder file = new StringBuilder(HEADINGS);
        for (String line : lines) {
            file.append("2011,").append(officer.unit()).append(',').append(line).append('\n');
        }
        office.upload(officer, "gastos.csv", file.toString().getBytes(UTF_8)).andExpect(status().is3xxRedirection());
    }

    private String page(String address) throws Exception {
        return office.see(officer, "/units/" + officer.unit() + address)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(UTF_8);
    }

    @Test
    void eachLineThatIsNotTheSameIsToldFromWhatToWhat() throws Exception {
        upload("1211,300.00,,queda", "1131,150.50,01.01.02,", "3112,50.00,,x", "4111,7.00,,");

        assertThat(page("/effects"))
                .contains("Agregados: 2. Quitados: 2. Cambiados: 1. Iguales: 1.")
                .contains("<del>100.00</del> → <ins>150.50</ins>", "<del>01.01.01</del> → <ins>01.01.02</ins>")
                .contains("– – – – – 4111 – – –", "– – – – – 2111 – – –")
                .doesNotContain("– – – – – 1211 – – –");
        assertThat(page("/effects/lines.csv"))
                .contains("\"fila de antes\",\"fila de ahora\"")
                .contains("Cambiado,\"– – – – – 1131 – – –\",2,3,Monto,100.00,150.50")
                .contains("Quitado,\"– – – – – 2111 – – –\",4,,Monto,50.00,\r\n")
                .contains("Agregado,\"– – – – – 4111 – – –\",,5,Monto,,7.00");
    }

    @Test
    void aKeyThatWasMendedInItsRowIsOneLineThatChanged() throws Exception {
        upload("1131,100.00,01.01.01,", "1212,300.00,,queda", "2111,50.00,,", "3111,50.00,,");

        assertThat(page("/effects"))
                .contains("Agregados: 0. Quitados: 0. Cambiados: 1. Iguales: 3.")
                .contains("<del>– – – – – 1211 – – –</del> → <ins>– – – – – 1212 – – –</ins>");
    }

    @Test
    void linesOfOneKeyArePairedByWhatTheySayBeforeTheirOrder() throws Exception {
        upload("1211,1.00,,queda", "1211,300.00,,queda", "1131,100.00,01.01.01,", "2111,50.00,,", "3111,50.00,,");

        assertThat(page("/effects")).contains("Agregados: 1. Quitados: 0. Cambiados: 0. Iguales: 4.");
    }

    @Test
    void thePartThatGoesToActionsIsToldBeforeAndNow() throws Exception {
        upload("1131,100.00,01.01.01,", "1211,300.00,01.01.02,queda", "2111,50.00,,", "3111,50.00,,");

        assertThat(page("/effects"))
                .contains("La unidad da a líneas de acción el 80 % de sus recursos; antes, el 20 %.")
                .contains("<td class=\"n\">100.00</td><td class=\"n\">400.00</td>");
    }

    @Test
    void moreLinesThanArePutOnAPageAreInTheTable() throws Exception {
        String[] lines = new String[205];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = "5111," + i + ".00,,fila-" + i + "-";
        }
        upload(lines);

        assertThat(page("/effects"))
                .contains("Se muestran los primeros 200 de 209 renglones", "fila-199-")
                .doesNotContain("fila-200-");
        assertThat(page("/effects/lines.csv")).contains("fila-204-");
    }
}
