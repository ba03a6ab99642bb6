package org.hrbudget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ActionsFindCommandTest {

    private static final String PROGRAMME = """
            code,sequence,right,right_es,right_en,group,strategy,title,term,executors,cross_cutting
            05.01.01,1,05,Agua,Water,no,05.01,Garantizar el acceso al agua potable en las escuelas,short,06PD01|11CD01,no
            05.01.02,2,05,Agua,Water,no,05.01,Reparar las fugas de la red de aguas residuales,short,06PD01,no
            07.01.01,3,07,Salud,Health,no,07.01,Atender la salud sexual de las niñas y los niños,medium,26PDSP,no
            07.01.02,4,07,Salud,Health,no,07.01,Capacitar al personal médico contra la discriminación,medium,26PDSP,no
            07.01.03,5,07,Salud,Health,no,07.01,Supervisar las obligaciones del Estado,permanent,,yes
            17.01.01,6,17,Mujeres,Women,yes,17.01,Prevenir la violencia contra cada mujer,long,,no
            """;

    private static final Pattern CODE = Pattern.compile("^\\d+\\. (\\S+) ", Pattern.MULTILINE);

    @TempDir
    private Path folder;

    private Path programme;

    @BeforeEach
    void writeProgramme() throws IOException {
        programme = folder.resolve("programa.csv");
        Files.writeString(programme, PROGRAMME, StandardCharsets.UTF_8);
    }

    private CommandRun find(String... words) {
        List<String> all = new ArrayList<>(List.of("actions", "find"));
        all.addAll(List.of(words));
        all.addAll(List.of("--programme", programme.toString()));
        return CommandRun.of(all.toArray(String[]::new));
    }

    private static List<String> codes(CommandRun run) {
        List<String> codes = new ArrayList<>();
        Matcher found = CODE.matcher(run.out());
        while (found.find()) {
            codes.add(found.group(1));
        }
        return codes;
    }

    @ParameterizedTest
    @CsvSource({
        "agua, 05.01.01 05.01.02",
        "AGUAS, 05.01.02 05.01.01",
        "niñas, 07.01.01",
        "ninas, 07.01.01",
        "niño, 07.01.01",
        "discriminacion, 07.01.02",
        "discriminaciones, 07.01.02",
        "medica, 07.01.02",
        "mujeres, 17.01.01",
        "mujer, 17.01.01",
        "estado, 07.01.03",
        "26pdsp, 07.01.01 07.01.02",
        "07.01.02, 07.01.02",
        "water, 05.01.01 05.01.02"
    })
    void accentsAndFormsOfAWordDoNotCount(String words, String codes) {
        assertThat(codes(find(words))).containsExactly(codes.split(" "));
    }

    @Test
    void anActionThatMeetsMoreOfTheWordsComesFirst() {
        CommandRun run = find("agua", "red", "fugas");
        assertThat(codes(run)).containsExactly("05.01.02", "05.01.01");
    }

    @Test
    void theTitleCountsMoreThanTheRight() {
        assertThat(codes(find("salud"))).containsExactly("07.01.01", "07.01.02", "07.01.03");
    }

    @Test
    void itIsSaidWhyEachWasFound() {
        assertThat(find("niña", "salud").out())
                .contains(
                        "Why: \"niña\" is a form of \"niñas\" in the title; \"salud\" is \"salud\" in the title; \"salud\" is")
                .contains("Right: 07 Health", "Carried out by: 26PDSP");
        assertThat(find("niña", "--lang", "es").out())
                .contains("Por qué: «niña» es una forma de «niñas» en el título", "Derecho: 07 Salud");
    }

    @ParameterizedTest
    @CsvSource({
        "agau, agua",
        "discriminasion, discriminación",
        "viollencia, violencia",
        "escuela5, ''",
        "vioencia, violencia"
    })
    void oneLetterWrongIsFoundAndSaid(String word, String meant) {
        CommandRun run = find(word);
        if (meant.isEmpty()) {
            assertThat(run.exitCode()).isEqualTo(1);
        } else {
            assertThat(run.out())
                    .contains("\"" + word + "\", with one letter otherwise, is \"" + meant + "\" in the title");
            assertThat(run.exitCode()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"discri, discriminación", "escu, escuelas", "potab, potable"})
    void theBeginningOfAWordIsFoundAndSaid(String word, String met) {
        assertThat(find(word).out()).contains("\"" + word + "\" begins \"" + met + "\" in the title");
    }

    @Test
    void aWordThatIsThereIsNotTakenForASlipOfAnother() {
        assertThat(find("red").out()).doesNotContain("one letter");
        assertThat(codes(find("red"))).containsExactly("05.01.02");
    }

    @Test
    void stopWordsAloneTellNothing() {
        CommandRun run = find("para", "las", "de");
        assertThat(run.out()).contains("\"para\", \"las\", \"de\"").contains("tell no action from another");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(codes(find("el", "agua"))).hasSize(2);
    }

    @Test
    void nothingFoundOffersTheNearestWords() {
        CommandRun run = find("discrimnasión");
        assertThat(run.out()).contains("No action found for \"discrimnasión\"").contains("\"discriminación\"");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "07", "salud", "Derecho a la salud", "Health"})
    void aRightIsAskedForByCodeOrName(String right) {
        CommandRun run = find("agua", "obligaciones", "--right", right);
        assertThat(codes(run)).containsExactly("07.01.03");
        assertThat(run.out()).contains("\"agua\" is met by 2 other actions");
    }

    @Test
    void anUnknownRightNamesTheNearest() {
        CommandRun run = find("agua", "--right", "Salut", "--lang", "es");
        assertThat(run.err()).contains("--right", "«Salut»", "Salud");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(find("agua", "--right", "Vivienda digna").err()).contains("05 Water, 07 Health, 17 Women");
    }

    @Test
    void anExecutorHasItsActionsAndThoseThatBindEveryPublicBody() {
        CommandRun run = find("agua", "obligaciones", "violencia", "--executor", "11 cd 01");
        assertThat(codes(run)).containsExactlyInAnyOrder("05.01.01", "07.01.03");
        assertThat(run.out()).contains("One action names no executor and was left aside.", "Binds every public body.");
        assertThat(find("agua", "--executor", "11CD02").err()).contains("\"11CD02\"", "11CD01");
    }

    @Test
    void noMoreThanTheLimitIsShownAndTheRestIsCounted() {
        CommandRun run = find("agua", "--limit", "1");
        assertThat(codes(run)).hasSize(1);
        assertThat(run.out()).contains("Actions found for \"agua\": 2.", "One more is not shown");
    }

    @Test
    void asJsonItHasTheSame() {
        CommandRun run = find("niña", "de", "xyzxyz", "--format", "json");
        JsonNode json = JsonMapper.shared().readTree(run.out());
        assertThat(json.at("/programme/actions").asInt()).isEqualTo(6);
        assertThat(json.at("/ignored/0").asString()).isEqualTo("de");
        assertThat(json.at("/found").asInt()).isEqualTo(1);
        assertThat(json.at("/actions/0/code").asString()).isEqualTo("07.01.01");
        assertThat(json.at("/actions/0/rightName").asString()).isEqualTo("Health");
        assertThat(json.at("/actions/0/term").asString()).isEqualTo("MEDIUM");
        assertThat(json.at("/actions/0/why/0/met").asString()).isEqualTo("niñas");
        assertThat(json.at("/actions/0/why/0/likeness").asString()).isEqualTo("FORM");
        assertThat(json.at("/missing/0/word").asString()).isEqualTo("xyzxyz");
        assertThat(run.out()).doesNotContain("\r").contains("\n  \"words\"");
    }

    @Test
    void theSampleSaysThatItsTitlesArePlaceholders() throws IOException {
        CommandRun run = CommandRun.of("actions", "find", "salud", "--lang", "es");
        assertThat(run.out())
                .startsWith("LOS TÍTULOS SON PROVISIONALES: el programa incluido tiene la numeración de 2412 líneas");
        assertThat(codes(run)).hasSize(10);
        assertThat(find("agua").out()).doesNotContain("PLACEHOLDERS");
        Files.writeString(
                programme,
                PROGRAMME.replace("Reparar las fugas de la red de aguas residuales", "Línea 2 (título neutro)"),
                StandardCharsets.UTF_8);
        assertThat(find("agua").out()).startsWith("One title of this programme is a placeholder");
        assertThat(CommandRun.of("actions", "find", "agua", "--executor", "11CD01")
                        .err())
                .contains("names no executor of any action");
    }

    @Test
    void aProgrammeThatCannotBeReadIsSaid() throws IOException {
        Files.writeString(programme, "code,sequence,title\n05.01.01,x,Agua\n", StandardCharsets.UTF_8);
        CommandRun run = find("agua");
        assertThat(run.err()).contains("programa.csv").contains("\"x\"");
        assertThat(run.exitCode()).isEqualTo(3);
    }
}
