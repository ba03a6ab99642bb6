package org.hrbudget.validation.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hrbudget.io.BudgetSource;
import org.hrbudget.io.Input;
import org.hrbudget.io.ReadLimits;
import org.hrbudget.io.ReadingAccount;
import org.hrbudget.io.spi.LineReader;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.summary.internal.RepetitionSearch;
import org.hrbudget.validation.ValidationReport;
import org.jspecify.annotations.Nullable;

/**
 * Budgets that are judged each by itself, and that are one budget together. Lines are judged once and count twice, but where the larger
 * budget judges lines otherwise than the smaller: then they are read and judged again by its terms. Safe for use by several threads.
 */
public final class Gathering implements AutoCloseable {

    /** Budgets whose lines are judged alike, and what those come to. */
    private record Alike(Part lines, List<BudgetSource> sources) {}

    private final Examination examination;
    private final BudgetSource all;
    private final RepetitionSearch repetitions;
    private final List<Alike> groups = new ArrayList<>();
    private final Map<String, ReadingAccount> accounts = new TreeMap<>();
    private final Set<LineReader.Outline> outlines = new HashSet<>();
    private final Map<String, Map<String, String>> columns = new HashMap<>();
    private final List<Bilingual> stopped = new ArrayList<>();

    /**
     * @param settings what the validator was built with
     * @param all all files as one budget; opened only where it is not clear from its parts what it promises
     */
    public Gathering(Settings settings, BudgetSource all) {
        this.examination = new Examination(settings, List.of());
        this.all = all;
        this.repetitions = new RepetitionSearch(null, examination.looksForRepeatedKeys());
    }

    /**
     * {@return what the packs say of a budget by itself, whose lines are now among those of all}
     *
     * @throws IllegalArgumentException if a file of the same name was added already
     */
    public ValidationReport add(BudgetSource source) {
        return examination.of(source, new Larger(repetitions, (outline, part, account, why) -> {
            synchronized (this) {
                take(source, outline, part);
                account(account, why);
            }
        }));
    }

    private void take(BudgetSource source, LineReader.Outline outline, Part part) {
        outlines.add(new LineReader.Outline(whole(outline.header()), outline.promises(), Map.of(), outline.baseline()));
        columns.putAll(outline.columns());
        Alike group = groups.stream()
                .filter(one -> one.lines().judgesLinesLike(part))
                .findFirst()
                .orElseGet(() -> {
                    Alike first = new Alike(examination.part(examination.terms(outline), List.of()), new ArrayList<>());
                    groups.add(first);
                    return first;
                });
        group.lines().takeLines(part);
        group.sources().add(source);
    }

    private void account(ReadingAccount account, @Nullable Bilingual why) {
        for (Input.Account input : account.inputs()) {
            if (accounts.putIfAbsent(input.name(), account) != null) {
                throw new IllegalArgumentException("The file " + input.name()
                        + " is in the whole already.\nMaybe give files of one name in different folders other names.");
            }
        }
        if (why != null) {
            stopped.add(why);
        }
    }

    private static BudgetHeader whole(BudgetHeader header) {
        return new BudgetHeader(
                header.jurisdiction(),
                header.fiscalYear(),
                header.currency(),
                header.submitted(),
                header.phase(),
                BudgetHeader.Scope.WHOLE);
    }

    /**
     * {@return what the packs say of all that was added, as one budget; to be asked once, when nothing is added any more}
     *
     * @throws org.hrbudget.io.BudgetReadException if the budgets contradict one another
     * @throws IllegalStateException if nothing was added
     */
    public synchronized ValidationReport whole() {
        ReadingAccount account = accounts.values().stream()
                .distinct()
                .reduce((one, next) -> one.plus(next, ReadLimits.DEFAULT.maxRejectedRows()))
                .orElseThrow(() -> new IllegalStateException(
                        "No budget was added.\nMaybe none could be read; then there is nothing to say of all."));
        Terms terms = examination.terms(outline());
        Part whole = examination.part(terms, List.of());
        for (Alike group : groups) {
            if (whole.judgesLinesLike(group.lines())) {
                whole.takeLines(group.lines());
            } else {
                group.sources().forEach(source -> whole.takeLines(examination.lines(source, terms)));
            }
        }
        return examination.conclude(terms, whole, account, stopped, repetitions::found);
    }

    /** Where all say the same, so do they together, unless each brings along actions that were funded last year. */
    private LineReader.Outline outline() {
        LineReader.Outline one = outlines.iterator().next();
        if (outlines.size() == 1 && one.baseline() == null) {
            return new LineReader.Outline(one.header(), one.promises(), columns, null);
        }
        try (LineReader reader = all.open()) {
            return reader.outline();
        }
    }

    /** Deletes the temporary file. */
    @Override
    public void close() {
        repetitions.close();
    }

    /**
     * A budget that another is part of.
     *
     * @param repetitions looks for keys that repeat in it
     * @param taker takes what lines of the part came to
     */
    record Larger(RepetitionSearch repetitions, Taker taker) {

        /** Takes what lines came to, before what they add up to is judged. */
        interface Taker {
            void take(LineReader.Outline outline, Part part, ReadingAccount account, @Nullable Bilingual stopped);
        }
    }
}
