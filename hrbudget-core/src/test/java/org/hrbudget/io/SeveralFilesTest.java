package org.hrbudget.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hrbudget.io.spi.LineReader;
import org.hrbudget.model.SpendingLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several files that are one budget. */
class SeveralFilesTest {

    private static final String LINE = "unit_code,approved\nU1,1\n";

    @TempDir
    Path folder;

    private Path file(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> places(Outcome outcome) {
        return outcome.lines().stream()
                .map(SpendingLine::position)
                .map(Object::toString)
                .toList();
    }

    @Test
    void filesOfOneNameAreToldApartByTheirFolders() {
        Outcome outcome =
                Outcome.of(Budgets.reading(file("north/b.csv", LINE), file("south/b.csv", LINE), file("c.csv", LINE)));

        assertThat(places(outcome)).containsExactly("north/b.csv:2", "south/b.csv:2", "c.csv:2");
        assertThat(outcome.account().inputs())
                .extracting(Input.Account::name)
                .containsExactly("north/b.csv", "south/b.csv", "c.csv");
    }

    @Test
    void asMuchOfTheFolderIsNamedAsTellsThemApart() {
        Outcome outcome = Outcome.of(Budgets.reading(file("2010/x/b.csv", LINE), file("2011/x/b.csv", LINE)));

        assertThat(places(outcome)).containsExactly("2010/x/b.csv:2", "2011/x/b.csv:2");
    }

    @Test
    void aFileOfLinksIsToldFromTheBudgetToo() {
        Outcome outcome = Outcome.of(
                Budgets.reading(file("lines/b.csv", LINE)).links(file("links/b.csv", "line,action\n9,01.01.01\n")));

        assertThat(outcome.onlyRejected().position()).hasToString("links/b.csv:2");
    }

    @Test
    void aFileGivenTwiceIsRefused() {
        Path once = file("b.csv", LINE);
        Path again = once.getParent().resolve("./b.csv");

        assertThatThrownBy(() -> Outcome.of(Budgets.reading(once, again)))
                .isInstanceOf(BudgetReadException.class)
                .hasMessageContaining("b.csv is given twice");
    }

    @Test
    void filesElsewhereAreToldApartByTheirFoldersToo() {
        Outcome outcome = Outcome.of(Budgets.reading(
                elsewhere("store/north/b.csv"), elsewhere("store/south/b.csv"), elsewhere("store/c.csv")));

        assertThat(places(outcome)).containsExactly("north/b.csv:2", "south/b.csv:2", "c.csv:2");
    }

    private static Input elsewhere(String location) {
        return Input.at(location, () -> new ByteArrayInputStream(LINE.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void faultsOfPartsStandInTheOrderOfTheFiles() {
        String open = "unit_code,approved\nU1,\"1";
        Outcome whole = Outcome.of(Budgets.reading(file("z.csv", open), file("a.csv", open)));
        Outcome first = Outcome.of(Budgets.reading(file("z.csv", open)));
        Outcome second = Outcome.of(Budgets.reading(file("a.csv", open)));

        assertThat(first.account().plus(second.account(), 10)).isEqualTo(whole.account());
    }

    @Test
    void aFileOfWhichNothingCanBeReadDoesNotStopTheOthers() {
        Path missing = folder.resolve("none.csv");
        Outcome outcome = Outcome.of(
                Budgets.reading(file("a.csv", LINE), missing, file("other.csv", "a,b\n1,2\n"), file("b.csv", LINE)));

        assertThat(places(outcome)).containsExactly("a.csv:2", "b.csv:2");
        assertThat(outcome.account().inputs())
                .extracting(input -> input.name() + " " + input.rowsRead())
                .containsExactly("a.csv 1", "none.csv 0", "other.csv 0", "b.csv 1");
        assertThat(outcome.account().faults())
                .extracting(fault -> fault.message().en())
                .satisfiesExactly(
                        text -> assertThat(text).startsWith("none.csv does not exist"),
                        text -> assertThat(text).startsWith("other.csv"));
        assertThatThrownBy(() -> Outcome.of(Budgets.reading(missing, file("other.csv", "a,b\n1,2\n"))))
                .isInstanceOf(BudgetReadException.class)
                .hasMessageStartingWith("none.csv")
                .hasMessageContaining("\nother.csv lacks columns");
    }

    @Test
    void inputsOfOneNameThatAreNoFilesAreRefused() {
        assertThatThrownBy(
                        () -> Outcome.of(Budgets.reading(Outcome.input("b.csv", LINE), Outcome.input("b.csv", LINE))))
                .isInstanceOf(BudgetReadException.class)
                .hasMessageContaining("Two inputs are called b.csv");
    }

    @Test
    void aRowDoesNotNameALineOfSeveralFiles() {
        Budgets.Reading reading = Budgets.reading(Outcome.input("a.csv", LINE), Outcome.input("b.csv", LINE))
                .links(Outcome.input("links.csv", "line,action\n2,01.01.01\n"));

        assertThatThrownBy(() -> Outcome.of(reading))
                .isInstanceOf(BudgetReadException.class)
                .hasMessageContaining("a.csv has no column of identifiers");
    }

    @Test
    void theBaselineOfAnyFileCountsAndTwoAreRefused() {
        String with =
                "{\"baseline\": {\"fiscalYear\": 2010, \"actions\": []}, \"lines\": [{\"unit_code\": \"U1\", \"approved\": 1}]}";
        Budgets.Reading one = Budgets.reading(
                Outcome.input("a.json", "{\"lines\": [{\"unit_code\": \"U1\", \"approved\": 1}]}"),
                Outcome.input("b.json", with));
        Budgets.Reading two = Budgets.reading(Outcome.input("a.json", with), Outcome.input("b.json", with));

        try (LineReader reader = one.source().open()) {
            assertThat(reader.baseline()).isPresent();
        }
        assertThatThrownBy(() -> Outcome.of(two)).hasMessageContaining("b.json brings a baseline");
    }

    @Test
    void eachOfFilesReadTogetherIsReadAsItIsWritten() {
        Charset dos = Charset.forName("IBM850");
        String text = "unit_code,approved,unit_name\nU1,1,Ni\u00f1ez\n";
        Outcome outcome = Outcome.of(Budgets.together(List.of(
                        Budgets.reading(Outcome.input("dos.csv", text.getBytes(dos)))
                                .charset(dos),
                        Budgets.reading(Outcome.input("today.csv", text)),
                        Budgets.reading(Outcome.input("titles.csv", LINE + "unit_code,approved\nU2,2\n"))
                                .headingRow(3)))
                .charset(StandardCharsets.UTF_8));

        assertThat(outcome.lines())
                .extracting(line -> line.unit().code() + " " + line.unit().name())
                .containsExactly("U1 Ni\u00f1ez", "U1 Ni\u00f1ez", "U2 null");
    }

    @Test
    void filesOfOneReadingAmongOthersAreAllReadAsItSays() {
        Outcome outcome = Outcome.of(Budgets.together(List.of(
                Budgets.reading(Outcome.input("a.csv", LINE)),
                Budgets.reading(
                                Outcome.input("b.csv", "unit_code|approved\nU2|2\n"),
                                Outcome.input("c.csv", "unit_code|approved\nU3|3\n"))
                        .separator('|'))));

        assertThat(places(outcome)).containsExactly("a.csv:2", "b.csv:2", "c.csv:2");
    }

    @Test
    void whatIsSetOnAReadingLaterDoesNotReachThoseTogether() {
        Budgets.Reading one = Budgets.reading(Outcome.input("a.csv", LINE));
        Budgets.Reading together = Budgets.together(List.of(one));
        one.headingRow(2);

        assertThat(places(Outcome.of(together))).containsExactly("a.csv:2");
    }

    @Test
    void nothingIsNotReadTogether() {
        assertThatThrownBy(() -> Budgets.together(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Maybe");
    }
}
