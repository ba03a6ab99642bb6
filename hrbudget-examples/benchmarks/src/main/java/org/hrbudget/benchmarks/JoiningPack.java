package org.hrbudget.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A rule pack with two rules that join the sums of a unit with those of its programmes: one looks for a sum, the other for the want of
 * one. Written as text, as any pack is.
 */
final class JoiningPack {

    /** What the rules are called. */
    static final String SHARE = "one-programme-takes-the-unit";

    static final String NONE = "no-programme-leads-the-unit";

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
                rule "one-programme-takes-the-unit"
                    @severity("WARNING")
                    @legalBasis("none")
                when
                    Parameter( code == "most-of-unit", $most : value )
                    UnitSummary( $code : unitCode, $all : amount )
                    UnitProgrammeSummary( unitCode == $code, $amount : amount != null, amount > $all * $most, $programme : programmeCode )
                then
                end

                rule "no-programme-leads-the-unit"
                    @severity("WARNING")
                    @legalBasis("none")
                when
                    Parameter( code == "most-of-unit", $most : value )
                    UnitSummary( $code : unitCode, $all : amount > 0 )
                    not UnitProgrammeSummary( unitCode == $code, amount != null, amount > $all * $most )
                then
                end
                """);
        Files.writeString(folder.resolve("parameters.csv"), """
                code,value,unit,legal-basis
                most-of-unit,0.10,ratio,none
                """);
        Files.writeString(folder.resolve("legal-bases.csv"), """
                key,instrument,article,published,source,evidence
                none,None,,,made to measure,derived
                """);
        Files.writeString(folder.resolve("messages.properties"), """
                one-programme-takes-the-unit.title=Too much for one programme
                one-programme-takes-the-unit.message=Programme {programme} has {amount} of {all} of unit {code}.
                one-programme-takes-the-unit.remedy=Check the programme.
                no-programme-leads-the-unit.title=No leading programme
                no-programme-leads-the-unit.message=No programme has most of the {all} of unit {code}.
                no-programme-leads-the-unit.remedy=Check the programmes.
                """);
        Files.writeString(folder.resolve("messages_es.properties"), """
                one-programme-takes-the-unit.title=Demasiado para un programa
                one-programme-takes-the-unit.message=El programa {programme} tiene {amount} de {all} de la unidad {code}.
                one-programme-takes-the-unit.remedy=Revise el programa.
                no-programme-leads-the-unit.title=Sin programa principal
                no-programme-leads-the-unit.message=Ningún programa tiene la mayor parte de los {all} de la unidad {code}.
                no-programme-leads-the-unit.remedy=Revise los programas.
                """);
        Files.writeString(examples.resolve(SHARE + ".csv"), """
                expect,case,unit_code,programme_code,approved
                silence,below the limit,U1,P1,9.00
                silence,below the limit,U1,,91.00
                silence,at the limit,U2,P1,10.00
                silence,at the limit,U2,,90.00
                finding,above the limit,U3,P1,11.00
                finding,above the limit,U3,,89.00
                """);
        Files.writeString(examples.resolve(NONE + ".csv"), """
                expect,case,unit_code,programme_code,approved
                finding,below the limit,U1,P1,9.00
                finding,below the limit,U1,,91.00
                finding,at the limit,U2,P1,10.00
                finding,at the limit,U2,,90.00
                silence,above the limit,U3,P1,11.00
                silence,above the limit,U3,,89.00
                silence,no money,U4,,0.00
                """);
        return folder;
    }
}
