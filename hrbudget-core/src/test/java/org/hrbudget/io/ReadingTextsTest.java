package org.hrbudget.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hrbudget.model.Bilingual;
import org.junit.jupiter.api.Test;

/**
 * What is said of rows and files that cannot be read, word by word and in both languages: no two values of a text are alike, so
 * that none can be in the place of another.
 */
class ReadingTextsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/org/hrbudget/io/reading-texts.txt");

    private interface Reads {
        void read() throws IOException;
    }

    private final Map<String, List<Bilingual>> said = new LinkedHashMap<>();

    @Test
    void whatIsSaidOfBrokenRowsAndFilesIsWhatWasRead() throws IOException {
        rows();
        links();
        headings();
        files();
        references();
        layouts();
        StringBuilder text = new StringBuilder();
        said.forEach((name, texts) -> {
            text.append("--- ").append(name).append('\n');
            texts.forEach(each ->
                    text.append(each.en()).append('\n').append(each.es()).append('\n'));
        });
        if (Boolean.getBoolean("hrbudget.write")) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, text);
        }

        assertThat(text.toString())
                .as(
                        "Read how %s would change, and if it says what is meant, run mvn -pl hrbudget-core test"
                                + " -Dtest=ReadingTextsTest -Dhrbudget.write=true",
                        GOLDEN)
                .isEqualTo(Files.readString(GOLDEN));
    }

    private void rows() {
        for (String amount :
                List.of("1.234", "1e5", "\"1,23,456\"", "12345678901234567890", "\"1.500,25\"", "1.2.3", "mucho")) {
            rejected("amount " + amount, "unit_code,approved\nU1," + amount + "\n");
        }
        rejected("long row", "unit_code,approved,x\nU1,1,2,3,4\n");
        rejected("short row", "unit_code,approved,x\nU1\n");
        rejected("year", "unit_code,approved,fiscal_year\nU1,1,20x1\n");
        rejected("rights information", "unit_code,approved,rights_information\nU1,1,quizá\n");
        rejected("share", "unit_code,approved,action_1,action_1_share\nU1,1,01.01.01,half\n");
        rejected(
                "amount and share",
                "unit_code,approved,action_1,action_1_amount,action_1_share\nU1,1,01.01.01,2,0.3\n");
        rejected("number of an action", "unit_code,approved,action_1_sequence\nU1,1,six\n");
        rejected("NUL", "unit_code,approved\nU1,1\n\0,2\n");
        rejected("text after a quote", "unit_code,approved\n\"U\"1,2\n");
    }

    private void links() {
        String budget = "id,unit_code,approved,no_action_reason\nA,U1,1,payroll\nB,U2,2,\n";
        for (String link : List.of("Z,01.01.01,,,", "B,01.01.01,U9,,", "A,,,other reason,", "B,01.01.01,,,half")) {
            rejected(
                    "link " + link,
                    Budgets.reading(Outcome.input("b.csv", budget))
                            .links(Outcome.input(
                                    "l.csv", "line,action,unit_code,no_action_reason,share\n" + link + "\n")));
        }
    }

    private void headings() {
        refused("heading twice", () -> Outcome.ofCsv("unit_code,approved,x,x\n"));
        refused("two headings of a field", () -> Outcome.ofCsv("unit_code,unidad_responsable,approved\n"));
        refused("heading that slipped", () -> Outcome.ofCsv("unit_code,approved,fiscal_yaer\n"));
        refused("no amount", () -> Outcome.ofCsv("unit_code,colour\n"));
        refused("amount misspelt", () -> Outcome.ofCsv("unit_code,aproved,colour\n"));
        refused(
                "another separator",
                () -> Outcome.of(Outcome.strictly(Outcome.input("b.csv", "unit_code;approved\n"))));
        refused(
                "charset of headings",
                () -> Outcome.of(Outcome.strictly(Outcome.input(
                        "b.csv", "unit_code,approved,a\u00f1o\n".getBytes(StandardCharsets.ISO_8859_1)))));
    }

    private void files() {
        refused("empty", () -> Outcome.ofCsv(""));
        refused("not there", () -> Outcome.of(Budgets.reading(Path.of("nowhere.csv"))));
        refused(
                "files that disagree",
                () -> Outcome.of(Budgets.reading(
                        Outcome.input(
                                "a.json",
                                "{\"fiscalYear\": 2011, \"lines\": [{\"unit_code\": \"U1\", \"approved\": 1}]}"),
                        Outcome.input(
                                "b.json",
                                "{\"fiscalYear\": 2012, \"lines\": [{\"unit_code\": \"U1\", \"approved\": 2}]}"))));
        faulted("quote never closed", "unit_code,approved\nU1,1\n\"U2,2\n");
        for (String json : List.of(
                "{\"fiscalYear\": \"x\", \"lines\": []}",
                "{\"phase\": \"late\", \"lines\": []}",
                "{\"scope\": \"half\", \"lines\": []}",
                "{\"fiscalYaer\": 2011, \"lines\": []}",
                "{\"submitted\": \"soon\", \"lines\": []}",
                "{\n  \"zzz\": 1}",
                "{}")) {
            refused("json " + json.replace("\n", " "), () -> Outcome.ofJson(json));
        }
    }

    private void references() {
        refused(
                "baseline of two years",
                () -> Baselines.read(
                        Outcome.input("base.csv", "fiscal_year,action,amount\n2010,01.01.01,1\n2011,01.01.02,2\n")));
        refused(
                "action twice in a baseline",
                () -> Baselines.read(
                        Outcome.input("base.csv", "fiscal_year,action,amount\n2010,01.01.01,1\n2010,01.01.01,2\n")));
        refused(
                "number twice in a programme",
                () -> Programmes.read(Outcome.input("p.csv", "code,sequence,title\n01.01.01,3,A\n01.01.02,3,B\n")));
        refused(
                "action twice in a programme",
                () -> Programmes.read(Outcome.input("p.csv", "code,sequence,title\n01.01.01,3,A\n01.01.01,4,B\n")));
        refused(
                "term of a programme",
                () -> Programmes.read(Outcome.input("p.csv", "code,sequence,title,term\n01.01.01,3,A,ever\n")));
        refused("column of a programme", () -> Programmes.read(Outcome.input("p.csv", "code,sequence,titel\n")));
        refused(
                "row twice in a document",
                () -> DocumentType.GOALS.read(Outcome.input(
                        "g.csv",
                        "fiscal_year,unit,name,quantity\n2014,U1,Courses,1\n2014,U2,Talks,2\n2014,U1,Courses,3\n")));
        refused(
                "quantity of a document",
                () -> DocumentType.GOALS.read(
                        Outcome.input("g.csv", "fiscal_year,unit,name,quantity\n2014,U1,Courses,many\n")));
    }

    private void layouts() {
        refused("layout misspelt", () -> Layout.named("mx-federal-pfe"));
        refused("layout unknown", () -> Layout.named("zzz"));
        refused(
                "layout that says nothing",
                () -> LayoutFile.parse("own.json", new StringReader("{\n \"name\": \"x\" }")));
        refused(
                "layout of an unknown word",
                () -> LayoutFile.parse("own.json", new StringReader("{\n \"name\": \"x\",\n \"phase\": \"late\" }")));
    }

    private void rejected(String name, String csv) {
        rejected(name, Outcome.strictly(Outcome.input("b.csv", csv)));
    }

    private void rejected(String name, Budgets.Reading reading) {
        List<ReadingAccount.RejectedRow> rejected =
                Outcome.of(reading).account().rejected();
        assertThat(rejected).as(name).isNotEmpty();
        rejected.forEach(row -> note(name, row.reason()));
    }

    private void faulted(String name, String csv) {
        note(name, Outcome.ofCsv(csv).onlyFault().message());
    }

    private void refused(String name, Reads reads) {
        try {
            reads.read();
        } catch (BudgetReadException e) {
            note(name, e.text());
            return;
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
        throw new AssertionError("nothing was refused: " + name);
    }

    private void note(String name, Bilingual text) {
        said.computeIfAbsent(name, key -> new ArrayList<>()).add(text);
    }
}
