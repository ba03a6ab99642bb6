package org.hrbudget.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.hrbudget.model.FiscalYear;
import org.junit.jupiter.api.Test;

/** What a template tells beside its headings; the command line's tests fill one in and read it back. */
class BudgetTemplateTest {

    @Test
    void notesStandAtTheHeadOfTheGuideAsText() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new BudgetTemplate(FiscalYear.of(2011), null, null, List.of(), null)
                .write(Locale.ENGLISH, List.of("=1+1", "Write 01.01.02"), out);
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            List<Row> guide = book.getSheet(1).orElseThrow().read();
            assertThat(guide.get(1).getCell(0).getType()).isEqualTo(CellType.STRING);
            assertThat(guide.get(1).getCellText(0)).isEqualTo("=1+1");
            assertThat(guide.get(2).getCellText(0)).isEqualTo("Write 01.01.02");
        }
    }
}
