package org.hrbudget.rules.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hrbudget.rules.PackLibrary;
import org.junit.jupiter.api.Test;

class RulesPageTest {

    private static final Path PAGE = Path.of("../law/RULES.md");

    private static final String ORIGIN = """
            <!-- Generated from the packs in this folder: change those, then run
                 mvn -pl hrbudget-rules/authoring -am test -Dtest=RulesPageTest -Dhrbudget.write=true -->
            """;

    private static String page() {
        return ORIGIN + LawPage.ofAll(PackLibrary.bundled());
    }

    @Test
    void thePageIsThatOfThePacks() throws IOException {
        String page = page();
        if (Boolean.getBoolean("hrbudget.write")) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE))
                .as("RULES.md differs from the packs. To write it anew: mvn -pl hrbudget-rules/authoring -am test"
                        + " -Dtest=RulesPageTest -Dhrbudget.write=true")
                .isEqualTo(page);
    }

    @Test
    void everyRuleOfEveryVersionIsOnThePage() {
        assertThat(page())
                .contains("## mx-cmx 2009.1", "## mx-cmx 2011.2", "## mx-fed 2008.1")
                .contains("](#mx-cmx-2010.1-line-names-no-action)", "](#mx-cmx-2011.1-line-names-no-action)")
                .contains("`reference-unit-linking-rate` = 75 %");
    }

    @Test
    void aWordingIsToldOnceInTheVersionThatBroughtIt() {
        assertThat(page().split("<a id=\"mx-cmx-[0-9.]+-fiscal-years-disagree\">", -1))
                .hasSize(2);
        assertThat(page().split("<a id=\"mx-cmx-[0-9.]+-funded-action-dropped\">", -1))
                .hasSize(3);
    }
}
