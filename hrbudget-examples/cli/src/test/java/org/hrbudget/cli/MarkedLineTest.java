package org.hrbudget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The mark is under the text at fault, whatever is before it. */
class MarkedLineTest {

    private static final int WIDTH = 40;

    @Test
    void theMarkStandsUnderTheText() {
        assertThat(MarkedLine.of("least,5,ratio,law", 7, "5", WIDTH))
                .isEqualTo(new MarkedLine("least,5,ratio,law", 6, "^"));
    }

    @Test
    void blanksAndTabsBeforeTheLineAreLeftOut() {
        assertThat(MarkedLine.of("\t\tSpendingLine( aproved )", 17, "aproved", WIDTH))
                .isEqualTo(new MarkedLine("SpendingLine( aproved )", 14, "^^^^^^^"));
    }

    @Test
    void anAccentThatCombinesTakesNoColumn() {
        assertThat(MarkedLine.of("no\u0301,5", 5, "5", WIDTH).indent()).isEqualTo(3);
    }

    @Test
    void anIdeographTakesTwoColumns() {
        assertThat(MarkedLine.of("\u6cd5,5", 3, "5", WIDTH).indent()).isEqualTo(3);
    }

    @Test
    void aCellInQuotesIsMarkedWithThem() {
        assertThat(MarkedLine.of("least,\"0,75\",ratio", 7, "0,75", WIDTH).mark())
                .isEqualTo("^^^^^^");
    }

    @Test
    void whereSomethingIsMissingTheMarkIsOneSign() {
        assertThat(MarkedLine.of("least,,ratio", 7, "", WIDTH)).isEqualTo(new MarkedLine("least,,ratio", 6, "^"));
    }

    @Test
    void aLongLineIsCutAroundTheText() {
        MarkedLine line = MarkedLine.of("a".repeat(200) + "WRONG" + "b".repeat(200), 201, "WRONG", WIDTH);

        assertThat(line.text()).hasSizeLessThanOrEqualTo(WIDTH).startsWith("…").endsWith("…");
        assertThat(line.text().substring(line.indent())).startsWith("WRONG");
    }

    @Test
    void aCharacterThatCommandsATerminalIsShownAsADot() {
        assertThat(MarkedLine.of("a\u001bb,5", 5, "5", WIDTH)).isEqualTo(new MarkedLine("a·b,5", 4, "^"));
    }
}
