package org.hrbudget.rules.authoring.internal.page;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hrbudget.model.Bilingual;
import org.hrbudget.rules.authoring.internal.diff.DiffWords;
import org.hrbudget.rules.authoring.internal.words.DatedWords;
import org.hrbudget.rules.authoring.internal.words.PlainWords;
import org.hrbudget.rules.authoring.internal.words.Shown;
import org.hrbudget.rules.internal.packs.OpenPack;
import org.hrbudget.rules.internal.packs.tables.Timeline;
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
                                        LawWords.both(value(limit)),
                                        Markdown.code(limit.legalBasis())))
                                .toList());
    }

    private Bilingual value(Rule.Parameter limit) {
        List<Timeline.Row<Rule.Parameter>> rows = pack.rows(limit.code());
        return rows.isEmpty() ? DiffWords.value(limit) : DatedWords.limit(rows, DiffWords::value);
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
        if (pack.lists().values().stream().allMatch(Map::isEmpty)) {
            return;
        }
        page.heading(2, LawWords.both("lists"));
        Stream<String> shared = Arrays.stream(Catalogues.CodeList.values()).map(Catalogues::name);
        Stream.concat(shared, pack.catalogues().own().keySet().stream().sorted())
                .forEach(name -> {
                    Map<String, String> list = pack.lists().getOrDefault(name, new TreeMap<>());
                    if (!list.isEmpty()) {
                        page.line("- " + LawWords.both(PlainWords.list(name)) + ": " + list.size());
                        dated(name);
                    }
                });
    }

    private void dated(String list) {
        pack.datedRows().stream()
                .filter(row -> row.file().equals("catalogues/" + list + ".csv"))
                .forEach(row -> page.line("  - " + Markdown.code(row.key()) + " " + Markdown.text(row.value()) + ": "
                        + LawWords.both(DatedWords.time(row))));
    }
}
