package org.hrbudget.rules.internal.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RulesPageTest {

    private static final Path PAGE = Path.of("RULES.md");

    @Test
    void thePageIsThatOfThePacks() throws IOException {
        String page = RulesPage.text();
        if (Boolean.getBoolean("hrbudget.write")) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE))
                .as("RULES.md differs from the packs. To write it anew: mvn -pl hrbudget-rules -am test"
                        + " -Dtest=RulesPageTest -Dhrbudget.write=true")
                .isEqualTo(page);
    }

    @Test
    void everyRuleOfEveryVersionIsOnThePage() {
        assertThat(RulesPage.text())
                .contains("## mx-cmx 2009.1", "## mx-cmx 2011.2", "## mx-fed 2008.1")
                .contains("](#mx-cmx-2010.1-line-names-no-action)", "](#mx-cmx-2011.1-line-names-no-action)")
                .contains("`reference-unit-linking-rate` = 0.75 ratio");
    }
}
