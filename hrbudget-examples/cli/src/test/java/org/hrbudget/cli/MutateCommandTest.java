package org.hrbudget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutateCommandTest {

    @TempDir
    Path folder;

    @BeforeEach
    void writePack() throws IOException {
        Files.writeString(
                folder.resolve("pack.properties"),
                "jurisdiction=xx\nversion=1\ntitle=Draft\ntitle_es=Borrador\ninstrument=I\nfiscal-years=2010-\n");
        Files.writeString(
                folder.resolve("legal-bases.csv"),
                "key,instrument,article,published,source,evidence\nlaw,Law,,,S1,sourced\n");
        String texts = "linked-money.title=T\nlinked-money.message=M.\nlinked-money.remedy=R.\n";
        Files.writeString(folder.resolve("messages.properties"), texts);
        Files.writeString(folder.resolve("messages_es.properties"), texts);
        Files.writeString(folder.resolve("links.drl"), """
                rule "linked-money"
                    @severity("WARNING")
                    @legalBasis("law")
                when
                    SpendingLine( linkedAmount > 0 )
                then
                end
                """);
        examples("finding,above,01.01.01,0.01", "silence,at,,");
    }

    private void examples(String... rows) throws IOException {
        Path examples = folder.resolve("examples");
        Files.createDirectories(examples);
        Files.writeString(
                examples.resolve("linked-money.csv"),
                "expect,case,action_1,action_1_amount\n" + String.join("\n", rows) + "\n");
    }

    @Test
    void theUnnoticedChangesAreListedByRuleWithTheRowThatIsMissing() {
        CommandRun run = CommandRun.of("rules", "mutate", folder.toString());

        assertThat(run.out())
                .startsWith("xx 1 — Draft\n")
                .contains("Of 5 changes that could be noticed the examples notice 4: 80 %.")
                .contains("linked-money (xx/1/links.drl)\n  line 5, column 19: `linkedAmount > 0` became"
                        + " `linkedAmount != 0`.\n    Add a row")
                .doesNotContain("refuses it:");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void whatNoExampleCanNoticeIsListedOnRequest() {
        assertThat(CommandRun.of("rules", "mutate", folder.toString(), "--all").out())
                .contains("Changes that the check of the pack refuses", "`linkedAmount > 0` was left out.");
    }

    @Test
    void enoughNoticedChangesAreASuccess() {
        CommandRun run = CommandRun.of("rules", "mutate", "mx-fed/2011.1");

        assertThat(run.out()).contains(": 100 %.").doesNotContain("Changes that no example notices");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void aPackWhoseExamplesFailIsRefused() throws IOException {
        examples("silence,mistaken,01.01.01,0.01");
        CommandRun run = CommandRun.of("rules", "mutate", folder.toString());

        assertThat(run.err()).contains("the rule \"linked-money\"", "\"mistaken\"");
        assertThat(run.exitCode()).isEqualTo(3);
    }

    @Test
    void oneRuleCanBeTriedAlone() {
        assertThat(CommandRun.of(
                                "rules",
                                "mutate",
                                "mx-cmx/2011.1",
                                "--rule",
                                "right-without-funded-action",
                                "--lang",
                                "es")
                        .out())
                .contains("Cambios que ningún ejemplo nota", "Se quitó `actions != 0`.");
    }

    @Test
    void anUnknownRuleIsRefusedWithTheNearest() {
        CommandRun run = CommandRun.of("rules", "mutate", "mx-fed/2011.1", "--rule", "paid-negativ");

        assertThat(run.err()).contains("Maybe this was meant: paid-negative.");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void theHelpSaysWhatTheExitCodeMeans() {
        assertThat(CommandRun.of("rules", "mutate", "--help").out()).contains("95 %");
        assertThat(CommandRun.of("rules", "mutate", "--help", "--lang", "es").out())
                .contains("Códigos de salida");
    }
}
