package org.hrbudget.rules.authoring.internal.page;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hrbudget.rules.authoring.internal.diff.DiffWords;
import org.hrbudget.rules.authoring.internal.words.PlainWords;
import org.hrbudget.rules.authoring.internal.words.Shown;
import org.hrbudget.rules.internal.packs.OpenPack;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.spi.Catalogues;

/** Writes the tables of a pack: limits, legal bases and how long its code lists are. */
public final class LawTables {

    private final Markdown page;
    private final OpenPack pack;

    public LawTables(Markdown page, OpenPack pack) {
        this.page = page;
        this.pack = pack;
    }

    public void write() {
        limits();
        bases();
        lists();
    }

    private void limits() {
        if (pack.parameters().isEmpty()) {
            return;
        }
        page.heading(2, LawWords.both("limits"));
        page.table(
                Markdown.cells(LawWords.both("limit"), LawWords.both("value"), LawWords.both("rests-on")),
                new TreeMap<>(pack.parameters())
                        .values().stream()
                                .map(limit -> Markdown.cells(
                                        Markdown.code(limit.code()),
                                        LawWords.both(DiffWords.value(limit)),
                                        Markdown.code(limit.legalBasis())))
                                .toList());
    }

    private void bases() {
        page.heading(2, LawWords.both("bases"));
        page.table(
                Markdown.cells(
                        LawWords.both("key"),
                        LawWords.both("instrument"),
                        LawWords.both("article"),
                        LawWords.both("published"),
                        LawWords.both("source"),
                        LawWords.both("evidence")),
                new TreeMap<>(pack.legalBases())
                        .values().stream().map(LawTables::basis).toList());
    }

    private static List<String> basis(Rule.LegalBasis basis) {
        return Markdown.cells(
                Markdown.code(basis.key()),
                Markdown.text(basis.instrument()),
                Markdown.text(Shown.orDash(basis.article())),
                Shown.orDash(basis.published()),
                Markdown.text(basis.source()),
                basis.evidence().name());
    }

    private void lists() {
        if (pack.catalogues().kinds().isEmpty()) {
            return;
        }
        page.heading(2, LawWords.both("lists"));
        for (Catalogues.CodeList kind : Catalogues.CodeList.values()) {
            Map<String, String> list = pack.catalogues().list(kind).orElse(Map.of());
            if (!list.isEmpty()) {
                page.line("- " + LawWords.both(PlainWords.phrase("list." + kind)) + ": " + list.size());
            }
        }
    }
}
