package org.hrbudget.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A rule pack with two rules that join the sums of each unit with those of the whole budget: one looks for a sum, the other for the want
 * of one. Written as text, as any pack is.
 */
final class JoiningPack {

    /** What the rules are called. */
    static final String ABOVE = "unit-above-its-part";

    static final String BELOW = "unit-below-its-part";

    private JoiningPack() {}

    /**
     * {@return the folder of the pack}
     *
     * @param folder where to write it
     */
    static Path write(Path folder) throws IOException {
        Path examples = Files.createDirectories(folder.resolve("examples"));
        Files.writeString(folder.resolve("pack.properties"), """
                jurisdiction=joining
                version=1
                title=Two rules that join sums
                title_es=Dos reglas que unen sumas
                instrument=None
                fiscal-years=2011
                """);
        Files.writeString(folder.resolve("sums.drl"), """
                rule "unit-above-its-part"
                    @severity("WARNING")
                    @legalBasis("none")
                when
                    Parameter( code == "most-of-all", $most : value )
                    BudgetSummary( $all : amount )
                    UnitSummary( $code : unitCode, $amount : amount > $all * $most )
                then
                end

                rule "unit-below-its-part"
                    @severity("WARNING")
                    @legalBasis("none")
                when
                    Parameter( code == "most-of-all", $most : value )
                    BudgetSummary( $all : amount )
                    UnitSummary( $code : unitCode )
                    not UnitSummary( unitCode == $code, amount > $all * $most )
                then
                end
                """);
        Files.writeString(folder.resolve("parameters.csv"), """
                code,value,unit,legal-basis
                most-of-all,0.005,ratio,none
                """);
        Files.writeString(folder.resolve("legal-bases.csv"), """
                key,instrument,article,published,source,evidence
                none,None,,,made to measure,derived
                """);
        Files.writeString(folder.resolve("messages.properties"), """
                unit-above-its-part.title=More than its part
                unit-above-its-part.message=Unit {code} has {amount} of {all}.
                unit-above-its-part.remedy=Check the unit.
                unit-below-its-part.title=No more than its part
                unit-below-its-part.message=Unit {code} has no more than its part of {all}.
                unit-below-its-part.remedy=Check the unit.
                """);
        Files.writeString(folder.resolve("messages_es.properties"), """
                unit-above-its-part.title=Más que su parte
                unit-above-its-part.message=La unidad {code} tiene {amount} de {all}.
                unit-above-its-part.remedy=Revise la unidad.
                unit-below-its-part.title=No más que su parte
                unit-below-its-part.message=La unidad {code} no tiene más que su parte de {all}.
                unit-below-its-part.remedy=Revise la unidad.
                """);
        String cases = """
                expect,case,unit_code,approved
                %1$s,below the limit,U1,4.99
                other,below the limit,U2,995.01
                %1$s,at the limit,U1,5.00
                other,at the limit,U2,995.00
                %2$s,above the limit,U1,5.01
                other,above the limit,U2,994.99
                """;
        Files.writeString(
                examples.resolve(ABOVE + ".csv"),
                cases.formatted("silence", "finding").replace("other", "finding"));
        Files.writeString(
                examples.resolve(BELOW + ".csv"),
                cases.formatted("finding", "silence").replace("other", "silence"));
        return folder;
    }
}
