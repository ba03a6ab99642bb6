package org.hrbudget.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A rule pack with as many rules as one likes, written as text as any pack is. The rules look at amounts in turn, as those of federal
 * files do, and each leaves out another object code, so that no two of them are one.
 */
final class GrownPack {

    private static final List<String> STAGES =
            List.of("proposed", "approved", "modified", "committed", "accrued", "exercised", "paid");

    private static final String CONDITION =
            "SpendingLine( %1$s != null, %1$s < 0, objectCode != null, objectCode != \"%2$s\", $%1$s : %1$s )";

    private final Path folder;
    private final StringBuilder rules = new StringBuilder();
    private final StringBuilder english = new StringBuilder();
    private final StringBuilder spanish = new StringBuilder();

    private GrownPack(Path folder) {
        this.folder = folder;
    }

    /**
     * {@return the folder of a pack}
     *
     * @param folder where to write it
     * @param jurisdiction whose law it is
     * @param number how many rules it has
     */
    static Path write(Path folder, String jurisdiction, int number) throws IOException {
        Files.createDirectories(folder.resolve("examples"));
        GrownPack pack = new GrownPack(folder);
        for (int i = 0; i < number; i++) {
            pack.rule(i);
        }
        Files.writeString(folder.resolve("pack.properties"), """
                jurisdiction=%s
                version=1
                title=A grown pack
                title_es=Un paquete crecido
                instrument=None
                fiscal-years=2010-
                """.formatted(jurisdiction));
        Files.writeString(folder.resolve("amounts.drl"), pack.rules);
        Files.writeString(folder.resolve("legal-bases.csv"), """
                key,instrument,article,published,source,evidence
                none,None,,,made to measure,derived
                """);
        Files.writeString(folder.resolve("messages.properties"), pack.english);
        Files.writeString(folder.resolve("messages_es.properties"), pack.spanish);
        return folder;
    }

    private void rule(int number) throws IOException {
        String stage = STAGES.get(number % STAGES.size());
        String id = stage + "-below-zero-" + letters(number);
        String condition = Row.number(CONDITION, stage, Row.number("x%04d", number));
        rules.append("""
                rule "%s"
                    @severity("WARNING")
                    @legalBasis("none")
                when
                    %s
                then
                end

                """.formatted(id, condition));
        text(english, id, "Amount below zero", "The amount is {" + stage + "}.", "Check the sign.");
        text(spanish, id, "Monto menor que cero", "El monto es {" + stage + "}.", "Revise el signo.");
        Files.writeString(folder.resolve("examples").resolve(id + ".csv"), """
                expect,case,phase,object_code,%1$s
                finding,below zero,paid,1131,-0.01
                silence,at zero,paid,1131,0.00
                silence,above zero,paid,1131,0.01
                """.formatted(stage));
    }

    /** Names of rules have no numbers. */
    private static String letters(int number) {
        return "" + (char) ('a' + number / 26) + (char) ('a' + number % 26);
    }

    private static void text(StringBuilder to, String id, String title, String message, String remedy) {
        to.append(id).append(".title=").append(title).append('\n');
        to.append(id).append(".message=").append(message).append('\n');
        to.append(id).append(".remedy=").append(remedy).append('\n');
    }
}
