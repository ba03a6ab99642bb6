package org.hrbudget.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedSet;
import org.hrbudget.io.BudgetReadException;
import org.hrbudget.io.Input;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which units took the place of others: what is read, and what is refused in words. */
class SuccessionsTest {

    private static Input input(String text) {
        return Input.of("table.csv", () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void unitsThatBecameOneOrSeveralAreRead() {
        Map<String, SortedSet<String>> table = Successions.read(input("de,a\nU1,U9\nU2,U9\nU3,U4\nU3,U5\n"));

        assertThat(table.get("U1")).containsExactly("U9");
        assertThat(table.get("U3")).containsExactly("U4", "U5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A,B;A,B|row 3, column to: From A to B is there twice",
                "A,B;B,C;C,A|row 4, column to: From C to A leads in a circle",
                "A,A|row 2, column to: From A to A leads in a circle",
                "A,|row 2, column to: The cell is blank"
            })
    void successionsThatCannotBeFollowedAreRefused(String rows, String why) {
        assertThatExceptionOfType(BudgetReadException.class)
                .isThrownBy(() -> Successions.read(input("from,to\n" + rows.replace(';', '\n') + "\n")))
                .withMessageContaining(why);
    }
}
