package org.hrbudget.desk.units;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hrbudget.desk.judging.Judge;
import org.hrbudget.desk.units.HandIns.HandIn;
import org.hrbudget.io.Input;
import org.springframework.stereotype.Component;

/** Receipts with all they speak of, so that whoever has one can draw the answer again. */
@Component
public class Bundles {

    private final HandIns handIns;
    private final Uploads uploads;
    private final Judge judge;

    Bundles(HandIns handIns, Uploads uploads, Judge judge) {
        this.handIns = handIns;
        this.uploads = uploads;
        this.judge = judge;
    }

    /** {@return the name of a receipt, without its ending} */
    static String name(HandIn handIn) {
        return "acuse-" + handIn.unit() + "-" + handIn.version();
    }

    /**
     * Writes a version into an archive; a large file goes through, and is never in memory as a whole.
     *
     * @param folder where to in the archive; empty, or ended by a slash
     */
    public void write(HandIn handIn, String folder, ZipOutputStream zip) throws IOException {
        Judge.UnitFile file = uploads.get(handIn.upload()).file();
        Map<String, Input> entries = new LinkedHashMap<>();
        byte[] receipt = handIns.receipt(handIn);
        entries.put(name(handIn) + ".json", Input.of("receipt", () -> new ByteArrayInputStream(receipt)));
        entries.put(Judge.FOLDER + file.name(), file.input());
        Input programme = judge.programme();
        if (programme != null) {
            entries.put(programme.name(), programme);
        }
        judge.packs(receipt).forEach(pack -> entries.put(pack.name(), pack));
        for (Map.Entry<String, Input> entry : entries.entrySet()) {
            zip.putNextEntry(new ZipEntry(folder + entry.getKey()));
            try (InputStream in = entry.getValue().open()) {
                in.transferTo(zip);
            }
            zip.closeEntry();
        }
    }
}
