package org.hrbudget.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.Baseline.FundedAction;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.HrpAction;
import org.hrbudget.model.HumanRight;
import org.hrbudget.model.HumanRightsProgramme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceFilesTest {

    private static final HrpAction FIRST = new HrpAction(
            "01.01.01", 1, "01", "01.01", "Do this", HrpAction.Term.SHORT, List.of("01CD01", "11CD01"), false);

    private static Input csv(String text) {
        return Outcome.input("r.csv", text);
    }

    private static Input json(String text) {
        return Outcome.input("r.json", text);
    }

    @Test
    void aProgrammeIsReadFromATable() {
        HumanRightsProgramme programme = Programmes.read(csv("""
                code,sequence,right,right_es,right_en,group,strategy,title,term,executors,cross_cutting
                01.01.01,1,01,Igualdad,Equality,no,01.01,Do this,short,01CD01|11CD01,no
                16.01.01,2,16,Infancia,Children,yes,16.01,Do that,permanente,,yes
                """));

        assertThat(programme.action("01.01.01")).contains(FIRST);
        assertThat(programme.rights()).containsExactly(new HumanRight("01", false, "Igualdad", "Equality"));
        assertThat(programme.groups()).containsExactly(new HumanRight("16", true, "Infancia", "Children"));
        assertThat(programme.action(2).orElseThrow().crossCutting()).isTrue();
        assertThat(programme.name()).isEqualTo("r.csv");
    }

    @Test
    void theHeadingsOfAProgrammeMayBeSpanish() {
        HumanRightsProgramme programme = Programmes.read(csv("""
                Clave,Numero,Derecho,Nombre del derecho,Nombre del derecho en inglés,Grupo de población,Estrategia,Título,Plazo,\
                Responsables,Transversal
                01.01.01,1,01,Igualdad,Equality,no,01.01,Do this,corto,01CD01|11CD01,no
                """));

        assertThat(programme.action("01.01.01")).contains(FIRST);
    }

    @Test
    void rightAndStrategyAreTheBeginningOfTheCodeWhereNotGiven() {
        HrpAction action = Programmes.read(csv("code,sequence,title\n07.12.03,1,Do\n"))
                .action(1)
                .orElseThrow();

        assertThat(action.rightCode()).isEqualTo("07");
        assertThat(action.strategy()).isEqualTo("07.12");
    }

    @Test
    void aProgrammeIsReadFromJson() {
        HumanRightsProgramme programme = Programmes.read(json("""
                {"name": "Programa", "rights": [{"code": "01", "nameEs": "Igualdad", "nameEn": "Equality"}],
                 "actions": [{"code": "01.01.01", "sequence": 1, "title": "Do this", "term": "short",
                              "executors": ["01CD01", "11CD01"], "crossCutting": false}]}
                """));

        assertThat(programme.name()).isEqualTo("Programa");
        assertThat(programme.action(1)).contains(FIRST);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "01.01.01,one,T,short,no   | r.csv, row 2, column sequence: \"one\"",
                "01.01.01,0,T,short,no     | r.csv, row 2, column sequence: \"0\"",
                "01.01.01,1,T,soon,no      | column term: \"soon\"",
                "01.01.01,1,,short,no      | column title: The cell is blank",
                "01.01.01,1,T,short,maybe  | column cross_cutting: \"maybe\"",
                "01.01.01,1,T,short        | row 2: The row has 4 cells",
            })
    void oneWrongRowRefusesTheProgramme(String row, String message) {
        assertThatThrownBy(() -> Programmes.read(csv("code,sequence,title,term,cross_cutting\n" + row)))
                .isInstanceOf(BudgetReadException.class)
                .hasMessageContaining(message);
    }

    @Test
    void anActionTwiceRefusesTheProgramme() {
        assertThatThrownBy(() -> Programmes.read(csv("code,sequence,title\n01.01.01,1,T\n01.01.01,2,T\n")))
                .isInstanceOf(BudgetReadException.class)
                .hasMessageContaining("row 3: The action 01.01.01 appears twice");
    }

    @Test
    void anActionNumberTwiceNamesBothActions() {
        assertThatThrownBy(() -> Programmes.read(csv("code,sequence,title\n01.01.01,7,T\n01.01.02,7,T\n")))
                .hasMessageContaining("row 3: The number 7 is that of 01.01.01 and of 01.01.02");
    }

    @Test
    void aProgrammeWithoutActionsIsRefused() {
        assertThatThrownBy(() -> Programmes.read(csv("code,sequence,title\n"))).hasMessageContaining("lists nothing");
        assertThatThrownBy(() -> Programmes.read(json("{\"name\":\"x\",\"rights\":[]}")))
                .hasMessageContaining("\"actions\" is missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{`code`:`01`}] | [{`code`:`01.01.01`,`sequence`:1},{`code`:`01.01.01`,`sequence`:2}] | La línea de acción 01.01.01 está dos veces",
                "[{`code`:`01`}] | [{`code`:`01.01.01`,`sequence`:1},{`code`:`01.01.02`,`sequence`:1}] | El número 1 es de",
                "[{`code`:`01`},{`code`:`01`}] | [] | El derecho 01 está dos veces",
                "[{`code`:`01`}] | [{`code`:`02.01.01`,`sequence`:1}] | es del derecho 02, que el archivo no enumera",
            })
    void aProgrammeInJsonThatContradictsItselfIsRefusedInTheReadersLanguage(
            String rights, String actions, String message) {
        String text = ("{`rights`:" + rights + ",`actions`:" + actions + "}").replace('`', '"');

        assertThatThrownBy(() -> Programmes.read(json(text)))
                .isInstanceOfSatisfying(
                        BudgetReadException.class,
                        e -> assertThat(e.message(Locale.forLanguageTag("es"))).contains("línea 1", message));
    }

    @Test
    void aBaselineWithAnActionTwiceIsRefusedInTheReadersLanguage() {
        String action = "{\"action\":\"01.01.01\",\"amount\":5}";

        assertThatThrownBy(
                        () -> Baselines.read(json("{\"fiscalYear\":2010,\"actions\":[" + action + "," + action + "]}")))
                .isInstanceOfSatisfying(
                        BudgetReadException.class,
                        e -> assertThat(e.message(Locale.forLanguageTag("es")))
                                .contains("línea 1", "La línea de acción 01.01.01 está dos veces"));
    }

    @Test
    void aRightWithTwoNamesRefusesTheProgramme() {
        assertThatThrownBy(() -> Programmes.read(csv("code,sequence,right_es,title\n01.01.01,1,A,T\n01.01.02,2,B,T\n")))
                .hasMessageContaining("row 3")
                .hasMessageContaining("described differently");
    }

    @Test
    void aBaselineIsReadFromATable() {
        Baseline baseline = Baselines.read(
                csv("fiscal_year,action,amount,drop_reason\n2010,01.01.01,\"1,000.50\",\n2010,02.01.01,0,Done\n"));

        assertThat(baseline.fiscalYear()).isEqualTo(FiscalYear.of(2010));
        assertThat(baseline.actions().values())
                .containsExactly(
                        new FundedAction("01.01.01", new BigDecimal("1000.50"), null),
                        new FundedAction("02.01.01", new BigDecimal("0.00"), "Done"));
    }

    @Test
    void aBaselineIsReadFromJson() {
        Baseline baseline = Baselines.read(json(
                "{\"fiscalYear\":2010,\"actions\":[{\"action\":\"01.01.01\",\"amount\":5,\"dropReason\":\"Done\"}]}"));

        assertThat(baseline.actions().values())
                .containsExactly(new FundedAction("01.01.01", new BigDecimal("5.00"), "Done"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2010,01.01.01,x           | column amount: \"x\" is not an amount",
                "2010,01.01.01,            | column amount: The cell is blank",
                "10,01.01.01,5             | column fiscal_year: \"10\"",
                "2009,01.01.01,5           | two years, 2010 and 2009",
                "2010,00.00.00,5           | 00.00.00 appears twice",
            })
    void oneWrongRowRefusesTheBaseline(String row, String message) {
        assertThatThrownBy(() -> Baselines.read(csv("fiscal_year,action,amount\n2010,00.00.00,1\n" + row)))
                .isInstanceOf(BudgetReadException.class)
                .hasMessageContaining(message);
    }

    @Test
    void jsonThatIsWrongSaysWhere() {
        assertThatThrownBy(() -> Baselines.read(
                        json("{\"fiscalYear\":2010,\n\"actions\":[{\"action\":\"1\",\"amount\":1.234}]}")))
                .hasMessageContaining("r.json, line 2, column")
                .hasMessageContaining("more than two decimals");
        assertThatThrownBy(() -> Programmes.read(json("{\"name\":\"x\",\"action\":[]}")))
                .hasMessageContaining("Did you mean \"actions\"?");
    }

    @Test
    void aCatalogueIsItsColumnOfCodes() {
        assertThat(ItemCatalogues.read(
                        csv("PARTIDA_ESPECIFICA,DESCRIPCION,,,\n11101,(Derogada),,,\n00111,Dietas,,,\n")))
                .containsExactly("11101", "00111");
        assertThat(ItemCatalogues.read(json("[\"1131\", 1132]"))).containsExactly("1131", "1132");
    }

    @Test
    void aCatalogueWithoutCodesIsRefused() {
        assertThatThrownBy(() -> ItemCatalogues.read(csv("id,nombre\n1,x\n")))
                .hasMessageContaining("lacks a column: code");
        assertThatThrownBy(() -> ItemCatalogues.read(csv("code\n"))).hasMessageContaining("lists nothing");
    }

    @ParameterizedTest
    @CsvSource({"catalogues/partida_especifica.csv", "catalogues/partida_generica.csv", "cdmx/cdmx_tecdmx_partidas.csv"
    })
    void realCataloguesAreRead(String name) {
        assertThat(ItemCatalogues.read(RealData.file(name)))
                .hasSizeGreaterThan(300)
                .allMatch(code -> code.matches("[0-9]{3,5}"));
    }
}
