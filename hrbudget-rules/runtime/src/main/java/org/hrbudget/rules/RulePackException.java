package org.hrbudget.rules;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hrbudget.model.Bilingual;

/** Says that a rule pack cannot be used, with every fault found in its files. */
public final class RulePackException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Bilingual summary;
    private final transient List<Fault> faults;

    /**
     * Says that a pack's files are at fault.
     *
     * @param summary what cannot be used
     * @param faults the faults, in the order of files and lines
     */
    public RulePackException(Bilingual summary, List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n", summary.en() + "\n", "")));
        this.summary = summary;
        this.faults = List.copyOf(faults);
    }

    /**
     * Says that a pack cannot be used for a reason that is not in its files.
     *
     * @param message what is wrong and what to do
     */
    public RulePackException(Bilingual message) {
        super(message.en());
        this.summary = message;
        this.faults = List.of();
    }

    /**
     * {@return the same with other faults}
     *
     * @param others the faults, in the order of files and lines
     */
    public RulePackException with(List<Fault> others) {
        return new RulePackException(summary, others);
    }

    /**
     * {@return what cannot be used and why}
     *
     * @param locale the reader's locale; only its language counts
     */
    public String message(Locale locale) {
        return faults().isEmpty()
                ? summary.in(locale)
                : faults().stream()
                        .map(fault -> fault.message(locale))
                        .collect(Collectors.joining("\n", summary.in(locale) + "\n", ""));
    }

    /** {@return the faults, in the order of files and lines; empty where the reason is not in a file, and after serialisation} */
    public List<Fault> faults() {
        return faults == null ? List.of() : faults;
    }

    /**
     * A fault in a file of a rule pack, in words for whoever wrote the file.
     *
     * @param kind what sort of fault it is, such as {@code unknown-property}: a stable word for programs
     * @param file the file, such as {@code mx-cmx/2011.1/links.drl}
     * @param line the line, from 1; 0 where the fault is of the file as a whole
     * @param column the column, from 1 and in characters; 0 where the fault is of the line or the file as a whole
     * @param cell the cell as a spreadsheet names it, such as {@code C7}; empty where the file is no table
     * @param excerpt the line as it is in the file; empty where the fault is of the file as a whole
     * @param text the text at fault; empty where something is missing
     * @param problem what is wrong
     * @param advice what to do
     */
    public record Fault(
            String kind,
            String file,
            int line,
            int column,
            String cell,
            String excerpt,
            String text,
            Bilingual problem,
            Bilingual advice) {

        /**
         * {@return the same fault, in a file that the reader knows by another name}
         *
         * @param name the name of the file
         */
        public Fault in(String name) {
            return new Fault(kind, name, line, column, cell, excerpt, text, problem, advice);
        }

        /**
         * {@return the same fault with other advice}
         *
         * @param better what to do
         */
        public Fault advising(Bilingual better) {
            return new Fault(kind, file, line, column, cell, excerpt, text, problem, better);
        }

        /** {@return the place, such as {@code links.drl:7:12}, or {@code limits.csv:3 (C3)} in a table} */
        public String place() {
            if (line == 0) {
                return file;
            }
            return cell.isEmpty()
                    ? file + ":" + line + (column == 0 ? "" : ":" + column)
                    : file + ":" + line + " (" + cell + ")";
        }

        /**
         * {@return the place, then what is wrong, then on a line of its own what to do}
         *
         * @param locale the reader's locale; only its language counts
         */
        public String message(Locale locale) {
            return place() + ": " + problem.in(locale) + "\n    " + advice.in(locale);
        }

        /** {@return the message in English} */
        @Override
        public String toString() {
            return message(Locale.ENGLISH);
        }
    }
}
