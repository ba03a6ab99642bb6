package org.hrbudget.rules.internal.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hrbudget.rules.RulePackException;
import org.hrbudget.rules.internal.packs.files.BundledFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is remembered of a review never hides what a save changed: the answer is that of a library which remembers nothing. */
class EarlierReviewsTest {

    private static final String LIMITS = "code,value,unit,legal-basis\nlimit,%s,amount,law\n";
    private static final String LIST = "code,name_es\n%s,Un tipo\n";
    private static final String OF_LIMIT = "Parameter( code == \"limit\", $limit : value )\n    "
            + "SpendingLine( approved != null, approved %s $limit )";
    private static final String OF_LIST = "SpendingLine( unitKindKnown != null, unitKindKnown == %s )";

    private static final String PROGRAMME = """
            code,sequence,right,right_es,right_en,group,strategy,title,term,executors,cross_cutting
            %s,1,%s,Un derecho,A right,no,%s,Una línea de acción,medium,,no
            """;

    @TempDir
    private Path folder;

    static Stream<Arguments> saves() {
        return Stream.of(
                Arguments.of("parameters.csv", LIMITS.formatted("11.00")),
                Arguments.of("catalogues/unit-kinds.csv", LIST.formatted("alcaldía")),
                Arguments.of("kinds.drl", PackText.rule("kind", "WARNING", OF_LIST.formatted("true"))),
                Arguments.of("amounts.drl", PackText.rule("amount", "WARNING", OF_LIMIT.formatted("<="))),
                Arguments.of(
                        "examples/kind.csv",
                        "expect,case,unit_kind\nsilence,a,secretaría\nsilence,b,otra\nfinding,c,x\n"),
                Arguments.of("examples/amount.csv", "expect,case,approved\nfinding,a,9.00\nsilence,b,11.00\n"),
                Arguments.of("examples/programme.csv", PROGRAMME.formatted("02.01.01", "02", "02.01")),
                Arguments.of("pack.properties", GivenPack.header("1", "fiscal-years=2011-")));
    }

    @ParameterizedTest
    @MethodSource("saves")
    void afterASaveTheAnswerIsThatOfAFirstCheck(String file, String text) throws IOException {
        Library kept = new Library(new BundledFiles());
        GivenPack pack = pack();
        assertThat(faults(kept, pack)).isEmpty();

        pack.with(file, text);

        assertThat(faults(kept, pack)).isNotEmpty().isEqualTo(faults(new Library(new BundledFiles()), pack));
        assertThat(faults(kept, pack())).as("as it was before the save").isEmpty();
    }

    /** A fault that comes from memory is the very one, also where a table has become faulty that the rule does not rest on. */
    @ParameterizedTest
    @MethodSource("savesOfOthers")
    void whatASaveCannotHaveChangedIsNotRunAgain(String file, String text) throws IOException {
        Library kept = new Library(new BundledFiles());
        GivenPack pack =
                pack().with("examples/kind.csv", "expect,case,unit_kind\nfinding,a,secretaría\nsilence,b,otra\n");
        List<RulePackException.Fault> first = faults(kept, pack);
        assertThat(first).hasSize(2);

        List<RulePackException.Fault> second = faults(kept, pack.with(file, text));

        assertThat(first)
                .allSatisfy(fault -> assertThat(second)
                        .satisfiesOnlyOnce(later -> assertThat(later).isSameAs(fault)));
    }

    static Stream<Arguments> savesOfOthers() {
        return Stream.of(
                Arguments.of("parameters.csv", LIMITS.formatted("much")),
                Arguments.of("parameters.csv", LIMITS.formatted("11.00")),
                Arguments.of("amounts.drl", PackText.rule("amount", "WARNING", OF_LIMIT.formatted("<="))),
                Arguments.of("examples/amount.csv", "expect,case,approved\nfinding,a,9.00\nsilence,b,11.00\n"));
    }

    @Test
    void theCountsAreThoseOfAFirstCheck() throws IOException {
        Library kept = new Library(new BundledFiles());
        OpenPack.Reviewed first = reviewed(kept);

        assertThat(reviewed(kept)).isEqualTo(first);
        assertThat(first.cases()).isEqualTo(9);
        assertThat(first.limits()).isOne();
    }

    private OpenPack.Reviewed reviewed(Library library) throws IOException {
        return GivenPacks.load(library, List.of(pack().folder(folder)))
                .packs()
                .get(0)
                .reviewed();
    }

    private List<RulePackException.Fault> faults(Library library, GivenPack pack) throws IOException {
        try {
            GivenPacks.load(library, List.of(pack.folder(folder)));
            return List.of();
        } catch (RulePackException e) {
            return e.faults();
        }
    }

    private static GivenPack pack() {
        return GivenPack.sound()
                .without("lines.drl")
                .without("examples/no-unit.csv")
                .with("amounts.drl", PackText.rule("amount", "WARNING", OF_LIMIT.formatted("<")))
                .with("kinds.drl", PackText.rule("kind", "WARNING", OF_LIST.formatted("false")))
                .with("parameters.csv", LIMITS.formatted("10.00"))
                .with("catalogues/unit-kinds.csv", LIST.formatted("secretaría"))
                .with("examples/amount.csv", "expect,case,approved\nfinding,a,9.00\nsilence,b,10.00\nsilence,c,11.00\n")
                .with("examples/kind.csv", "expect,case,unit_kind\nsilence,a,secretaría\nfinding,b,otra\n")
                .with("actions.drl", PackText.rule("action", "WARNING", "ActionLink( known == false )"))
                .with("examples/action.csv", "expect,case,action_1\nsilence,a,01.01.01\nfinding,b,09.01.01\n")
                .with("examples/programme.csv", PROGRAMME.formatted("01.01.01", "01", "01.01"))
                .with(
                        "years.drl",
                        PackText.rule(
                                "year",
                                "WARNING",
                                "SpendingLine( fiscalYear != null, budgetFiscalYear != null, fiscalYear != budgetFiscalYear )"))
                .with("examples/year.csv", "expect,case,fiscal_year\nsilence,a,2010\nfinding,b,2009\n")
                .with("messages.properties", texts())
                .with("messages_es.properties", texts());
    }

    private static String texts() {
        return Stream.of("action", "amount", "kind", "year")
                .map(id -> id + ".title=Algo\n" + id + ".message=Algo falta.\n" + id + ".remedy=Corrija esto.\n")
                .collect(Collectors.joining());
    }
}
