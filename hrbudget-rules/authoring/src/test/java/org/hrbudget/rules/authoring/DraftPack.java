package org.hrbudget.rules.authoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hrbudget.rules.internal.packs.Drafts;
import org.hrbudget.validation.RulePack;

/** A pack {@code xx 1} of one rule, {@code the-rule}, written in a folder by a test. */
final class DraftPack {

    private final Path folder;

    DraftPack(Path folder) {
        this.folder = folder;
        with("pack.properties", "jurisdiction=xx\nversion=1\ntitle=T\ntitle_es=T\ninstrument=I\nfiscal-years=2010-\n");
        with("legal-bases.csv", "key,instrument,article,published,source,evidence\nlaw,Law,,,S1,sourced\n");
        String texts = "the-rule.title=T\nthe-rule.message=M.\nthe-rule.remedy=R.\n";
        with("messages.properties", texts);
        with("messages_es.properties", texts);
    }

    DraftPack with(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DraftPack rule(String condition) {
        return with(
                "lines.drl",
                "rule \"the-rule\"\n    @severity(\"WARNING\")\n    @legalBasis(\"law\")\nwhen\n    " + condition
                        + "\nthen\nend\n");
    }

    DraftPack parameters(String... rows) {
        return with("parameters.csv", "code,value,unit,legal-basis\n" + String.join("\n", rows) + "\n");
    }

    DraftPack examples(String... rows) {
        return with("examples/the-rule.csv", String.join("\n", rows) + "\n");
    }

    RulePack pack() {
        return Drafts.load(folder);
    }
}
