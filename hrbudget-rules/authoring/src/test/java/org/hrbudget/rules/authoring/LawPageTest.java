package org.hrbudget.rules.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.TimeZone;
import org.hrbudget.rules.PackLibrary;
import org.hrbudget.rules.authoring.internal.page.Markdown;
import org.hrbudget.validation.RulePack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LawPageTest {

    private static final PackLibrary LAW = PackLibrary.bundled();

    private static String page(String version) {
        return LawPage.of(LAW, LAW.load("mx-cmx", version));
    }

    private static String section(String page, String rule) {
        String from = page.substring(page.indexOf("<a id=\"" + rule + "\">"));
        int next = from.indexOf("<a id=", 1);
        return next < 0 ? from : from.substring(0, next);
    }

    @Test
    void aRuleIsToldInFull() {
        assertThat(section(page("2011.2"), "unit-linking-rate-below-reference"))
                .contains("**INFO** · Fewer units linked than in 2011 · Menos unidades vinculadas que en 2011")
                .contains(
                        "| The defect · El defecto | A budget where the share of units linked to an action (I01) is below the"
                                + " limit reference-unit-linking-rate (75 %). | Un presupuesto en el que")
                .contains(
                        "- Limit · Límite: `reference-unit-linking-rate` = 75 %; Manual de Programación-Presupuestación 2011")
                .contains("- Evidence · Respaldo: SEED, ")
                .contains("(`programme`)")
                .contains("BudgetSummary( unitLinkingRate != null, unitLinkingRate < $reference,")
                .contains("An example where it finds the defect · Un ejemplo en el que encuentra el defecto:")
                .contains("An example where it stays silent · Un ejemplo en el que guarda silencio:")
                .contains("- 2011.1: the rule comes · la regla aparece");
    }

    @Test
    void theHistoryOfARuleTellsEachVersionThatChangedIt() {
        assertThat(section(page("2011.2"), "line-names-no-action"))
                .contains("- 2010.1: the rule comes · la regla aparece")
                .contains(
                        "- 2011.1:\n  - Weighs more: ERROR (before: WARNING) · Pesa más: ERROR (antes: ADVERTENCIA)\n")
                .doesNotContain("- 2011.2");
    }

    @Test
    void onlyTheLastVersionIsMarked() {
        assertThat(page("2011.1"))
                .contains(
                        "| Line names no action | Renglón sin línea de acción de derechos humanos | SEED | *changed* |");
        assertThat(page("2011.2"))
                .contains("| Line names no action | Renglón sin línea de acción de derechos humanos | SEED |  |")
                .contains("| DERIVED | *new* |");
    }

    @Test
    void aRuleThatEndedIsNamedWithTheVersionThatEndedIt() {
        assertThat(page("2016.1"))
                .contains("## Rules that ended · Reglas que terminaron")
                .contains(
                        "- `result-structure-incomplete`: ended with 2016.1 · terminó con 2016.1\n  - WARNING · Results")
                .doesNotContain("### result-structure-incomplete");
        assertThat(page("2015.1")).contains("### result-structure-incomplete").doesNotContain("## Rules that ended");
    }

    @Test
    void theThreeDatesAndTheTablesAreThere() {
        assertThat(page("2011.2"))
                .contains("- Published · Publicado: 2011-05-30\n")
                .contains("- In force · Vigencia: no source gives it · ninguna fuente lo da\n")
                .contains("- Fiscal years · Ejercicios fiscales: 2011 (→ 2012)\n")
                .contains("| `whole-line-share` | 100 % |")
                .contains("- functional codes · claves funcionales: 111\n");
    }

    @Test
    void textsOfAPackAreShownAsTheyStand() {
        String written = """
                no-unit.title=a|b <i> `c` *d* _e_ [f](g) $h$ &amp; ~~i~~
                no-unit.message=M.
                no-unit.remedy=R.
                """;
        RulePack pack = SmallPack.first()
                .with("messages.properties", written + SmallPack.texts("too-much", "T", ""))
                .with("messages_es.properties", written.replace("a|b", "b|a") + SmallPack.texts("too-much", "T", ""))
                .load();

        assertThat(LawPage.of(LAW, pack))
                .contains("| a\\|b &lt;i&gt; \\`c\\` \\*d\\* \\_e\\_ \\[f\\](g) \\$h\\$ &amp;amp; \\~\\~i\\~\\~ |");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"plain,`plain`", "a|b,`a\\|b`", "a`b,`` a`b ``"})
    void codeIsFencedByMoreTicksThanItHas(String code, String written) {
        assertThat(Markdown.code(code)).isEqualTo(written);
    }

    @Test
    void thePageIsTheSameInAnyLocaleAndZone() {
        String page = page("2010.1");
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(page("2010.1")).isEqualTo(page);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }
}
