package org.hrbudget.cli.collection;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Predicate;
import org.hrbudget.validation.Severity;
import org.hrbudget.validation.Verdict;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a collection stands, as its JSON has it, component for key; the page and the workbook say the same. Words are in one language,
 * amounts are decimal texts, links are relative to the board. Immutable.
 *
 * @param language the language of its words: {@code en} or {@code es}
 * @param jurisdiction whose budget it is
 * @param fiscalYear its fiscal year
 * @param due the last day on which a hand-in is on time, or {@code null} where none is given
 * @param zone the zone whose clocks days are by
 * @param units how each unit stands, in the order of the roster
 * @param whole the budget that the versions taken are together
 * @param shared the mistakes that at least two units make, those of the most units first
 * @param strays the files that nobody takes
 */
public record Board(
        String language,
        String jurisdiction,
        int fiscalYear,
        @Nullable String due,
        String zone,
        List<UnitState> units,
        Whole whole,
        List<SharedMistake> shared,
        List<StrayFile> strays) {

    /** Copies the lists. */
    public Board {
        units = List.copyOf(units);
        shared = List.copyOf(shared);
        strays = List.copyOf(strays);
    }

    /** Whether a unit handed in, and when. */
    public enum HandedIn {
        /** On the day it was due, or before. */
        ON_TIME,
        /** After the day it was due. */
        LATE,
        /** It handed in, and no day is given on which it was due. */
        HANDED_IN,
        /** There is no file of it. */
        MISSING
    }

    /** How far a unit's budget is. */
    public enum Progress {
        /** There is nothing of it. */
        NOT_STARTED,
        /** It cannot be read whole, holds lines of others, or has errors. */
        PROBLEM,
        /** It has no error, and not all that the law asks of it could be judged. */
        INCOMPLETE,
        /** It is judged and complies. */
        COMPLETE
    }

    /**
     * How a unit stands.
     *
     * @param code its code
     * @param name its name, or {@code null}
     * @param kind its kind, or {@code null}
     * @param handedIn whether it handed in, and when
     * @param progress how far it is
     * @param file the version that is taken, or {@code null}
     * @param received when that came, as {@code 2010-11-15 18:05}, or {@code null}
     * @param receivedListed whether the list of the counter says so, and not the file's own time
     * @param otherFiles its other files, the newest version first
     * @param verdict the verdict, or {@code null} where nothing could be read
     * @param errors its errors
     * @param warnings its warnings
     * @param reviews what a person must judge
     * @param rowsRejected the rows that could not become lines
     * @param lines its lines
     * @param amount the money of its lines, or {@code null} where nothing could be read
     * @param report the page with its report, or {@code null}
     * @param reportJson the same as JSON, or {@code null}
     * @param note the note to send to it
     * @param remarks what else is to be said of it
     */
    public record UnitState(
            String code,
            @Nullable String name,
            @Nullable String kind,
            HandedIn handedIn,
            Progress progress,
            @Nullable String file,
            @Nullable String received,
            boolean receivedListed,
            List<String> otherFiles,
            @Nullable Verdict verdict,
            long errors,
            long warnings,
            long reviews,
            long rowsRejected,
            long lines,
            @Nullable String amount,
            @Nullable String report,
            @Nullable String reportJson,
            String note,
            List<String> remarks) {

        /** Copies the lists. */
        public UnitState {
            otherFiles = List.copyOf(otherFiles);
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * The budget that the versions taken are together.
     *
     * @param units how many units it has
     * @param absent the codes of the units that it lacks
     * @param verdict the verdict, or {@code null} where no version could be read
     * @param errors its errors
     * @param warnings its warnings
     * @param reviews what a person must judge
     * @param lines its lines
     * @param amount their money, or {@code null} where no version could be read
     * @param currency the currency of all amounts, or {@code null} where no version could be read
     * @param amountOfUnits what the units' amounts come to
     * @param linesOfUnits what the units' lines come to
     * @param report the page with its report, or {@code null}
     * @param reportJson the same as JSON, or {@code null}
     * @param refused why it could not be read, or {@code null}
     */
    public record Whole(
            int units,
            List<String> absent,
            @Nullable Verdict verdict,
            long errors,
            long warnings,
            long reviews,
            long lines,
            @Nullable String amount,
            @Nullable String currency,
            String amountOfUnits,
            long linesOfUnits,
            @Nullable String report,
            @Nullable String reportJson,
            @Nullable String refused) {

        /** Copies the list. */
        public Whole {
            absent = List.copyOf(absent);
        }

        /** {@return whether it has the lines and the money of its units, no more and no less} */
        boolean addsUp() {
            return lines == linesOfUnits && amountOfUnits.equals(amount == null ? "0.00" : amount);
        }
    }

    /**
     * A mistake that several units make, in which the template or its guide may have a part.
     *
     * @param pack the rule's pack
     * @param ruleId the rule
     * @param severity how much it weighs
     * @param title the mistake in a few words
     * @param units the codes of the units that make it, in the order of the roster
     * @param findings how often they make it
     * @param stake the money it touches
     */
    public record SharedMistake(
            String pack,
            String ruleId,
            Severity severity,
            String title,
            List<String> units,
            long findings,
            String stake) {

        /** Copies the list. */
        public SharedMistake {
            units = List.copyOf(units);
        }
    }

    /**
     * A file that nobody takes, or what the list of the counter names in vain.
     *
     * @param file the file
     * @param why why, and what to do
     */
    public record StrayFile(String file, String why) {}

    /** {@return how many units are of a kind} */
    public long count(Predicate<UnitState> kind) {
        return units.stream().filter(kind).count();
    }

    /** {@return whether nothing is left to ask anybody for} */
    public boolean isDone() {
        return whole.verdict() == Verdict.COMPLIANT
                && strays.isEmpty()
                && count(unit -> unit.progress() != Progress.COMPLETE || unit.handedIn() == HandedIn.LATE) == 0;
    }

    /**
     * Writes it as JSON in UTF-8 with lines ended by LF.
     *
     * @param out where to; left open
     * @throws IOException if the stream cannot take it
     */
    public void writeJson(OutputStream out) throws IOException {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        JsonMapper mapper = JsonMapper.builder()
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        mapper.writer()
                .with(new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter))
                .writeValue(out, this);
        out.write('\n');
    }
}
