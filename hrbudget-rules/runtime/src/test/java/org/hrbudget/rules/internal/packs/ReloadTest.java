package org.hrbudget.rules.internal.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.Input;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.rules.PackLibrary;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.RulePack;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pack that changes can be loaded again and again: nothing of the ones before stays. */
@Tag("long")
class ReloadTest {

    private static final int WARM = 100;
    private static final int RELOADS = 500;
    private static final long MOST_GROWTH = 10L << 20;

    private static final byte[] BUDGET =
            "unit_code,fiscal_year,approved\n11CD01,2010,100000.00\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path room;

    /** What is in use after a collection: bytes of objects and of classes, and classes. */
    private record Memory(long heap, long metaspace, long classes) {}

    @Test
    void fiveHundredReloadsLeaveHeapAndClassesAsTheyWere() throws IOException {
        Memory warm = new Memory(0, 0, 0);
        for (int reload = 1; reload <= RELOADS; reload++) {
            assertThat(findings(reload)).isEqualTo(reload % 2);
            if (reload == WARM) {
                warm = memory();
            }
        }
        Memory end = memory();
        Files.writeString(
                Path.of("target", "reload-figures.txt"),
                "After " + WARM + " reloads " + warm + ", after " + RELOADS + " " + end + "\n");
        assertThat(end.heap() - warm.heap())
                .as("growth of the heap, from %s to %s", warm, end)
                .isLessThan(MOST_GROWTH);
        assertThat(end.metaspace() - warm.metaspace())
                .as("growth of the metaspace, from %s to %s", warm, end)
                .isLessThan(MOST_GROWTH);
    }

    /** {@return how many defects a pack finds whose limit changes with each load, and every other time its rule} */
    private int findings(int reload) throws IOException {
        String compares = reload % 2 == 0 ? "<" : ">";
        Path folder = room.resolve("pack");
        GivenPack.sound()
                .with(
                        "lines.drl",
                        PackText.rule(
                                "no-unit",
                                "WARNING",
                                "Parameter( code == \"limit\", $limit : value )\n    "
                                        + "SpendingLine( approved != null, approved " + compares + " $limit )"))
                .with("parameters.csv", "code,value,unit,legal-basis\nlimit," + reload + ".00,amount,law\n")
                .with("examples/no-unit.csv", examples(reload))
                .folder(folder);
        RulePack pack = PackLibrary.bundled().and(folder).given().get(0);
        return BudgetValidator.builder()
                .packs(pack)
                .build()
                .validate(Budgets.reading(Input.of("budget.csv", () -> new ByteArrayInputStream(BUDGET)))
                        .fiscalYear(FiscalYear.of(2010))
                        .source())
                .findings()
                .size();
    }

    private static String examples(int reload) {
        String below = reload % 2 == 0 ? "finding" : "silence";
        String above = reload % 2 == 0 ? "silence" : "finding";
        return "expect,case,approved\n" + below + ",below," + (reload - 1) + ".99\nsilence,at," + reload + ".00\n"
                + above + ",above," + reload + ".01\n";
    }

    private static Memory memory() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        long metaspace = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool ->
                        pool.getType() == MemoryType.NON_HEAP && pool.getName().contains("Metaspace"))
                .mapToLong(pool -> pool.getUsage().getUsed())
                .sum();
        return new Memory(
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                metaspace,
                ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
    }
}
