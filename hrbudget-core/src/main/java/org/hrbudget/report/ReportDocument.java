package org.hrbudget.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.Input;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.Waiver;
import org.hrbudget.report.internal.HtmlPage;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.LedgerEntry;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.Severity;
import org.hrbudget.validation.ValidationReport;
import org.hrbudget.validation.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A validation report as its JSON has it, component for key. Immutable.
 *
 * <p>Amounts and ratios are decimal strings without an exponent; a ratio is rounded half up to ten decimals, as many as a limit
 * may have. Words are in one language. The JSON Schema is {@link JsonReport#schema()}.
 *
 * @param schemaVersion the version of this shape: {@value #SCHEMA_VERSION}; a number after the dot adds keys or words, the one
 *     before it changes or removes some
 * @param tool what made the report
 * @param language the language of its words: {@code en} or {@code es}
 * @param budget what was checked, and what it comes to
 * @param selection each rule pack, and how it was chosen, in the order the validator was given them
 * @param input the row account of each input, in the order read
 * @param scope whether the budget is the whole or that of one unit
 * @param verdict the verdict over all packs
 * @param openDuties the duties that could not be judged, or not on everything, in the order of the ledger
 * @param ledger what each rule did, in the order of the packs and of their law
 * @param findings the defects found, in the order of the ledger, of one rule those that touch the most money first
 * @param truncated whether there are more defects than {@code findings} holds; the ledger has the exact numbers
 * @param rejectedRows the first rows that could not become lines; the inputs have the exact numbers
 * @param problems what could not be evaluated, and why
 * @param indicators what the budget adds up to
 * @param rights what it adds up to for each right and population group, in the order of the programme; empty without one
 * @param units what it adds up to for each unit, in the order of their codes; also those without lines that findings name
 * @param preview what coming packs would find, in no verdict and no count; {@code null}, and then no key at all, where nobody
 *     asked
 * @param changes what is new and what is gone since an earlier report; {@code null}, and then no key at all, where nobody asked
 * @param waivers what somebody lets stand for a time, and what became of each, in the order given; {@code null}, and then no key at
 *     all, where none were given
 * @param run how this run came about, such as its time; the only part that may differ between two runs on one input
 */
public record ReportDocument(
        String schemaVersion,
        Tool tool,
        String language,
        Budget budget,
        List<Selection> selection,
        List<Input> input,
        BudgetHeader.Scope scope,
        Verdict verdict,
        List<OpenDuty> openDuties,
        List<RuleAccount> ledger,
        List<Defect> findings,
        boolean truncated,
        List<Rejection> rejectedRows,
        List<Fault> problems,
        List<Figure> indicators,
        List<RightSum> rights,
        List<UnitSum> units,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Coming> preview,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Changes changes,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Waived> waivers,
        Map<String, String> run) {

    /** The version of the shape this library writes. */
    public static final String SCHEMA_VERSION = "2.0";

    /**
     * A form in which a document is written, in its language. All forms have the numbers of the document; what they
     * leave out they say. What is coming is in JSON, HTML and XLSX alone, and what changed since an earlier report in these and Markdown; rows
     * that could not be read are in all but the table of findings.
     * Each but XLSX writes UTF-8 with lines ended by LF, and all the same bytes for the same document.
     *
     * <pre>{@code
     * ReportDocument document = ReportDocument.of(report, Locale.forLanguageTag("es"), Map.of());
     * try (OutputStream page = Files.newOutputStream(Path.of("informe.html"))) {
     *     ReportDocument.Form.HTML.write(document, page);
     * }
     * }</pre>
     */
    public enum Form {
        /** All of it, see {@link JsonReport}. */
        JSON(JsonReport::write),
        /** One page that opens from a disk, without a network; its script sorts and filters, and nothing is missing without. */
        HTML(HtmlReport::write),
        /**
         * SARIF 2.1.0, as code scanning and viewers read it: a rule of its tool for each of the ledger, and a result for each finding,
         * 5,000 at most, the gravest first. A notification says how many are left out, and what could not be evaluated.
         */
        SARIF(SarifReport::write),
        /**
         * JUnit XML: a suite for each pack and a case for each rule. A rule whose findings are errors fails, one that is undetermined has an
         * error, one that does not apply is skipped, and what others found is in the output of a case that passes. Of each rule
         * the first 20 findings are there, and how many more. A problem is an error in a suite of the tool's name.
         */
        JUNIT(JunitReport::write),
        /**
         * Commands of a GitHub workflow, printed in one of its steps: ten errors, ten warnings and ten notices at most, as many as it
         * shows, the gravest findings first. The last notice has the verdict, the counts, and how many more there are.
         */
        GITHUB(GithubReport::write),
        /**
         * The findings as a table: the columns of a {@link FindingsFile}, and {@code fingerprint}. It has no place for the verdict, nor
         * for how many more there are where the document is {@link ReportDocument#truncated}.
         */
        CSV(CsvReport::write),
        /**
         * JSON, one object a line. The first has the type {@code report}, the verdict, how many defects there are of each severity
         * ({@code violated}, exact), and the budget, open duties, problems and {@code truncated} of the document; each other has the type
         * {@code finding} and the keys of {@link Defect}.
         */
        NDJSON(NdjsonReport::write),
        /** Markdown of at most 60 lines, for a comment or a summary: the verdict, the rules that found something, open duties and problems. */
        MARKDOWN(MarkdownReport::write),
        /**
         * A workbook ({@code .xlsx}) for those who repair: a sheet of the findings, a row each, under the verdict and what is open; what each
         * unit and each right comes to; what each rule did; what was read, with the rows that could not be, the problems, and what is coming.
         * Numbers are cells of numbers; one that a spreadsheet would round, of more than 15 digits, is a text, and a note says so. No
         * cell is a formula. With {@link #write(ReportDocument, Budgets.Reading, OutputStream) the budget at hand} the first sheets are
         * its files. Needs {@code org.dhatim:fastexcel}.
         */
        XLSX(WorkbookReport::write);

        @SuppressWarnings("ImmutableEnumChecker") // Each is a method, which holds nothing.
        private final Writing writing;

        Form(Writing writing) {
            this.writing = writing;
        }

        private interface Writing {
            void write(ReportDocument document, OutputStream out) throws IOException;
        }

        /**
         * {@return the policy of content under which a browser shows what {@link #HTML} writes and runs nothing that a budget may have brought: a
         * value of the header {@code Content-Security-Policy}, which names the digests of the page's own style and script}
         */
        public static String contentPolicy() {
            return HtmlPage.policy();
        }

        /**
         * Writes a document.
         *
         * @param document the document
         * @param out where to; flushed and left open
         * @throws IOException if the stream cannot take it
         * @throws IllegalStateException if a library is not there that the form needs
         */
        public void write(ReportDocument document, OutputStream out) throws IOException {
            writing.write(document, out);
        }

        /**
         * Writes a document, and the budget that it is about where the form has room for it: the first sheets of {@link #XLSX} are its files
         * that are tables, with their columns and their rows in their places, those among them that were passed over or could not be
         * read. Cells at fault have a colour by what is gravest in them, and a comment, 2,000 at most; formulas are the values that were
         * stored with them. Beyond the rows a sheet can have, 1,048,576, only those with findings are kept. What is left out is said above
         * the findings. The files are read once more, as a stream.
         *
         * <pre>{@code
         * Budgets.Reading reading = Budgets.reading(Path.of("presupuesto.csv"));
         * ReportDocument document = ReportDocument.of(validator.validate(reading.source()), spanish, Map.of());
         * try (OutputStream book = Files.newOutputStream(Path.of("revision.xlsx"))) {
         *     ReportDocument.Form.XLSX.write(document, reading, book);
         * }
         * }</pre>
         *
         * @param document the document
         * @param reading how the budget was read that it is about
         * @param out where to; flushed and left open
         * @throws IOException if the stream cannot take it
         * @throws IllegalStateException if a library is not there that the form needs
         */
        public void write(ReportDocument document, Budgets.Reading reading, OutputStream out) throws IOException {
            if (this == XLSX) {
                WorkbookReport.write(document, reading, out);
            } else {
                writing.write(document, out);
            }
        }
    }

    /**
     * What made the report.
     *
     * @param name the program's name
     * @param version its version
     */
    public record Tool(String name, String version) {

        /** {@return this library, of the version that runs} */
        public static Tool current() {
            return new Tool("hrbudget", ToolVersion.get());
        }
    }

    /**
     * What was checked, and what it comes to.
     *
     * @param jurisdiction whose budget it is
     * @param fiscalYear its fiscal year, or {@code null} where nobody says it
     * @param phase the last stage it reports
     * @param basis the amount that the money of a line is
     * @param currency the currency of all amounts, by its ISO 4217 code
     * @param lines its lines
     * @param totals what its lines come to, by the kind of amount, in the order of the stages; kinds that no line has are left out
     * @param withoutRight the money of lines that name no action of the programme, so that no right can be known for it; {@code null}
     *     where links, the programme or the money were not given, so that it is unknown
     */
    public record Budget(
            String jurisdiction,
            @Nullable Integer fiscalYear,
            BudgetPhase phase,
            AmountKind basis,
            String currency,
            long lines,
            Map<AmountKind, String> totals,
            @Nullable WithoutRight withoutRight) {

        /** Copies the map. */
        public Budget {
            EnumMap<AmountKind, String> copy = new EnumMap<>(AmountKind.class);
            copy.putAll(totals);
            totals = Collections.unmodifiableMap(copy);
        }
    }

    /**
     * The money of lines that name no action of the programme, each line whole and in one of the three parts.
     *
     * @param amount all of it
     * @param reasonStated of lines that name no action and say why; {@code null} where the source has no place for reasons
     * @param noReason of lines that name no action and do not say why; {@code null} where the source has no place for reasons
     * @param unknownActions of lines that name actions none of which the programme has
     */
    public record WithoutRight(
            String amount,
            @Nullable String reasonStated,
            @Nullable String noReason,
            String unknownActions) {}

    /**
     * What the budget adds up to for a right or a population group. What is {@code null} is unknown, not zero: links or the programme
     * were not given, or, of money, no line gives its amount.
     *
     * @param code its code in the programme
     * @param name its name
     * @param group whether it is a population group
     * @param actions the actions that the programme has for it
     * @param linkedActions those that a line names, or {@code null}
     * @param fundedActions those that a line with money names, or {@code null}
     * @param amount the money that lines attribute to them, or {@code null}
     * @param unjudged the part of {@code amount} that stands on unfinished checks, or {@code null}: what lines attribute of which at least
     *     one duty about lines or links could not be judged, because they lack promised data, or because that duty could not be judged
     *     at all, which leaves all lines. Each line counts once, however many duties are open, and by the same shares as in
     *     {@code amount}; lines of negative money count against it. Duties about units, documents and the whole budget do not count here:
     *     they leave the verdict open, but are not about the money of a line
     */
    public record RightSum(
            String code,
            String name,
            boolean group,
            int actions,
            @Nullable Integer linkedActions,
            @Nullable Integer fundedActions,
            @Nullable String amount,
            @Nullable String unjudged) {}

    /**
     * What the budget adds up to for a unit.
     *
     * @param code its code
     * @param name its name, or {@code null}
     * @param kind its kind, or {@code null}
     * @param verdict its verdict, by the measure of the budget's: not compliant with an error on its lines, links, documents or
     *     itself; else undetermined where a duty could not be judged of something of it, or at all; else compliant. The whole is compliant only if all
     *     units are; rows that could not be read may be of any unit and leave each open, problems of files leave the whole open alone
     * @param violated the defects found of it, by severity, exact, however many findings are kept
     * @param undetermined how often a duty could not be judged of a line or another fact of it that lacks promised data, exact
     * @param lines its lines
     * @param linkedLines those that name an action which the programme has, or {@code null} where links or the programme were not given
     * @param amount the money of its lines
     * @param attributedAmount the money that they attribute to actions, or {@code null} where links, the programme or the money were not
     *     given
     * @param rights what they give to each right or population group of which they name an action, in the order of the programme;
     *     {@code null} where {@code attributedAmount} is
     */
    public record UnitSum(
            String code,
            @Nullable String name,
            @Nullable String kind,
            Verdict verdict,
            Map<Severity, Long> violated,
            long undetermined,
            long lines,
            @Nullable Long linkedLines,
            String amount,
            @Nullable String attributedAmount,
            @Nullable List<UnitRight> rights) {

        /** Copies the map, in the order of the severities, and the list. */
        public UnitSum {
            EnumMap<Severity, Long> copy = new EnumMap<>(Severity.class);
            copy.putAll(violated);
            violated = Collections.unmodifiableMap(copy);
            rights = rights == null ? null : List.copyOf(rights);
        }
    }

    /**
     * What a unit gives to a right or a population group.
     *
     * @param code the code of the right or group
     * @param linkedActions the actions of it that the unit's lines name
     * @param amount the money that they attribute to it
     */
    public record UnitRight(String code, int linkedActions, String amount) {}

    /**
     * A rule pack and how it was chosen.
     *
     * @param jurisdiction whose law it is
     * @param version its version
     * @param title its title
     * @param fiscalYear the fiscal year asked for, or {@code null} where the pack was taken by its version
     * @param asOf the day whose law was asked for, as {@code 2011-12-31}, or {@code null} where it was taken by its version
     * @param reason why it was chosen, or {@code null} where it was taken by its version
     * @param rejected the other versions of the jurisdiction, in ascending order
     * @param sha256 the SHA-256 of each of its files, by path, in the order of the paths
     */
    public record Selection(
            String jurisdiction,
            String version,
            String title,
            @Nullable Integer fiscalYear,
            @Nullable String asOf,
            PackManifest.Selection.@Nullable Reason reason,
            List<RejectedVersion> rejected,
            Map<String, String> sha256) {

        /** Copies the list and the map. */
        public Selection {
            rejected = List.copyOf(rejected);
            sha256 = inOrder(sha256);
        }
    }

    /**
     * A version of a pack that was not chosen.
     *
     * @param version the version
     * @param reason why not
     */
    public record RejectedVersion(String version, PackManifest.Selection.Reason reason) {}

    /**
     * The rows of one input. {@code rowsRead} is the sum of the other three and, where several rows were brought together
     * as one line, of those beside its first.
     *
     * @param name the file's name, with as much of its folder as tells it from the others
     * @param sha256 the SHA-256 of its bytes, or {@code null} where there are none or they were not read to the end
     * @param layout the layout it was read with, or {@code null} where none applies
     * @param rowsRead the rows below the header
     * @param linesValidated the rows that became lines
     * @param rowsRejected the rows that could not
     * @param rowsSkipped the rows that the layout passes over
     * @param columns what became of its columns, or {@code null} where it has none
     * @param assumed what was found out about how it is written and not asked for, such as its charset or the row of its headings
     */
    public record Input(
            String name,
            @Nullable String sha256,
            @Nullable String layout,
            long rowsRead,
            long linesValidated,
            long rowsRejected,
            long rowsSkipped,
            @Nullable Columns columns,
            List<String> assumed) {

        /** Copies the list. */
        public Input {
            assumed = List.copyOf(assumed);
        }

        /**
         * {@return the account of an input as documents have it}
         *
         * @param account the account
         * @param language the language of what was assumed
         */
        public static Input of(org.hrbudget.io.Input.Account account, Locale language) {
            org.hrbudget.io.Input.Account.Columns columns = account.columns();
            return new Input(
                    account.name(),
                    account.sha256(),
                    account.layout(),
                    account.rowsRead(),
                    account.linesValidated(),
                    account.rowsRejected(),
                    account.rowsSkipped(),
                    columns == null ? null : new Columns(columns.used(), columns.unread(), columns.absent()),
                    account.assumed().stream().map(text -> text.in(language)).toList());
        }
    }

    /**
     * The columns of one input.
     *
     * @param used the columns that were read, in the order of the file
     * @param unread the columns that nothing reads
     * @param absent what the layout gives a meaning to and the input has no column for
     */
    public record Columns(List<String> used, List<String> unread, List<String> absent) {

        /** Copies the lists. */
        public Columns {
            used = List.copyOf(used);
            unread = List.copyOf(unread);
            absent = List.copyOf(absent);
        }
    }

    /**
     * A duty that leaves the verdict open.
     *
     * @param pack the rule's pack, such as {@code mx-cmx 2011.1}
     * @param ruleId the rule
     * @param title the defect it looks for, in a few words
     * @param undetermined the facts it could not judge; 0 where it could judge none at all
     * @param reason why, and what would let it be judged
     */
    public record OpenDuty(
            String pack,
            String ruleId,
            String title,
            long undetermined,
            @Nullable String reason) {}

    /**
     * What a rule did.
     *
     * @param pack the rule's pack, such as {@code mx-cmx 2011.1}
     * @param ruleId the rule
     * @param severity how much its findings weigh
     * @param duty whether leaving it unjudged leaves the verdict open
     * @param title the defect it looks for, in a few words
     * @param legalBasis the key of what it rests on
     * @param citation the law, manual or catalogue, and its article where the source shows it
     * @param source where that was read
     * @param evidence how well that is attested
     * @param examined the facts it could judge
     * @param violated the defects it found, exact
     * @param undetermined the facts it could not judge because they lack promised data
     * @param stake the money its defects touch, each line once, exact; {@code null} where nothing is known of it
     * @param outcome what became of it
     * @param reason why it did not apply or is undetermined, or {@code null}
     * @param rows the dated rows of its pack's tables that held; no key at all where nothing that the rule rests on is dated
     */
    public record RuleAccount(
            String pack,
            String ruleId,
            Severity severity,
            boolean duty,
            String title,
            String legalBasis,
            String citation,
            String source,
            Rule.LegalBasis.Evidence evidence,
            long examined,
            long violated,
            long undetermined,
            @Nullable String stake,
            LedgerEntry.Outcome outcome,
            @Nullable String reason,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Rule.DatedRow> rows) {

        /** Copies the list, which a document written before there were such rows lacks. */
        public RuleAccount {
            rows = Objects.requireNonNullElse(rows, List.<Rule.DatedRow>of());
            rows = List.copyOf(rows);
        }
    }

    /**
     * A finding.
     *
     * @param fingerprint 16 hexadecimal digits that the same defect has again next time: of the jurisdiction, the rule, the unit, the
     *     line's identifier or else its key, and the column; of a defect without a line at hand also its row and the texts among its
     *     details, such as the action. Two lines of one key share it
     * @param pack the pack whose rule found it
     * @param ruleId the rule
     * @param severity how much it weighs
     * @param title the defect in a few words
     * @param message what is wrong, with its values
     * @param remedy what to do
     * @param unit the unit at fault, or {@code null}
     * @param unitName the unit's name, or {@code null}
     * @param location where to look, or {@code null} where the defect is of a unit or of the whole budget
     * @param line the line it is about, or {@code null} where it is of none, or the line is not at hand
     * @param stake the money it touches, never negative; {@code null} where nothing is known of it
     * @param details the values the rule names, in alphabetical order of their names; empty text where the budget gives none
     * @param waiver which one, from 0, of {@link ReportDocument#waivers} lets it stand; {@code null}, and then no key at all, where
     *     none does
     */
    public record Defect(
            String fingerprint,
            String pack,
            String ruleId,
            Severity severity,
            String title,
            String message,
            String remedy,
            @Nullable String unit,
            @Nullable String unitName,
            @Nullable Location location,
            @Nullable Line line,
            @Nullable String stake,
            Map<String, String> details,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Integer waiver) {

        /** Copies the map. */
        public Defect {
            details = inOrder(details);
        }

        /** {@return the same finding, let stand by a waiver, or by none} */
        Defect waivedBy(@Nullable Integer place) {
            return with(line, place);
        }

        Defect withoutOwnColumns() {
            return line == null
                    ? this
                    : with(new Line(line.file(), line.row(), line.id(), line.codes(), Map.of(), line.amount()), waiver);
        }

        private Defect with(@Nullable Line otherLine, @Nullable Integer otherWaiver) {
            return new Defect(
                    fingerprint,
                    pack,
                    ruleId,
                    severity,
                    title,
                    message,
                    remedy,
                    unit,
                    unitName,
                    location,
                    otherLine,
                    stake,
                    details,
                    otherWaiver);
        }
    }

    /**
     * Where to look.
     *
     * @param file the file's name
     * @param row the row as a spreadsheet numbers it
     * @param column the column's heading, or {@code null} where no single column is at fault
     * @param value what is written there, shortened, or {@code null} where it is blank or no single column is at fault
     * @param meant what must have been meant, or {@code null} where nothing tells
     */
    public record Location(
            String file,
            long row,
            @Nullable String column,
            @Nullable String value,
            @Nullable String meant) {}

    /**
     * A line, as far as its reader needs it to recognise the line.
     *
     * @param file the file's name
     * @param row the row as a spreadsheet numbers it
     * @param id the publisher's identifier, or {@code null}
     * @param codes the parts of its budget key that are given, by the field's name in layouts, in the order of the key
     * @param others the first columns that the library has no word for, by heading, shortened
     * @param amount its money, or {@code null} where it has none
     */
    public record Line(
            String file,
            long row,
            @Nullable String id,
            Map<String, String> codes,
            Map<String, String> others,
            @Nullable String amount) {

        /** Copies the maps and keeps their order. */
        public Line {
            codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
            others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
        }
    }

    /**
     * A row that could not become a line.
     *
     * @param file the file's name
     * @param row the row as a spreadsheet numbers it
     * @param column the column's heading, or {@code null} where the whole row is at fault
     * @param value the offending text, shortened, or {@code null}
     * @param reason what is wrong and what to do
     */
    public record Rejection(
            String file,
            long row,
            @Nullable String column,
            @Nullable String value,
            String reason) {}

    /**
     * Something that could not be evaluated.
     *
     * @param kind what is at fault
     * @param subject the file, the rule or the pack
     * @param message what happened and what to do
     */
    public record Fault(ValidationReport.Problem.ProblemKind kind, String subject, String message) {}

    /**
     * The value of an indicator.
     *
     * @param id the indicator
     * @param value its value, or {@code null} where it is undefined
     * @param numerator what its denominator divides, where it is a ratio of two that are known; else {@code null}
     * @param denominator what divides its numerator, or {@code null}
     * @param unit {@code ratio}, {@code count} or the currency
     * @param dimensions what it is the value of, in alphabetical order; empty for the whole budget
     */
    public record Figure(
            String id,
            @Nullable String value,
            @Nullable String numerator,
            @Nullable String denominator,
            String unit,
            Map<String, String> dimensions) {

        /** Copies the map. */
        public Figure {
            dimensions = inOrder(dimensions);
        }
    }

    /**
     * What a coming pack would find that the pack of today does not, or weighs otherwise.
     *
     * @param pack the coming pack, such as {@code mx-cmx 2011.1}
     * @param title its title
     * @param replaces the pack of today
     * @param fromFiscalYear the fiscal year from which it counts, or {@code null} where it will govern the budget's own
     * @param fromDay the day from which it counts, as {@code 2011-05-30}, or {@code null} where none is known or it has passed
     * @param count how many findings it would add or weigh otherwise, exact
     * @param truncated whether there are more of them than {@code findings} holds
     * @param findings the findings, in the order of its law and of the lines
     */
    public record Coming(
            String pack,
            String title,
            String replaces,
            @Nullable Integer fromFiscalYear,
            @Nullable String fromDay,
            long count,
            boolean truncated,
            List<ComingDefect> findings) {

        /** Copies the list. */
        public Coming {
            findings = List.copyOf(findings);
        }
    }

    /**
     * A finding of a coming pack.
     *
     * @param severityNow what the same finding weighs today, or {@code null} where it is none today
     * @param finding the finding, with the severity it will have
     */
    public record ComingDefect(@Nullable Severity severityNow, Defect finding) {}

    /**
     * What became of the findings since an earlier report on the same budget or that of another year. A finding is the same where its
     * fingerprint is; of several with one fingerprint as many are kept as both reports have.
     *
     * @param verdict the verdict of the earlier report
     * @param fiscalYear its fiscal year, or {@code null}
     * @param added how many findings are new
     * @param kept how many were there already
     * @param gone how many are there no more
     * @param partial whether one of the reports has more defects than findings, so that the numbers are of those that both hold
     * @param addedFingerprints the fingerprints of the new findings, in the order of the findings
     * @param goneFindings the findings that are there no more, as the earlier report has them
     */
    public record Changes(
            Verdict verdict,
            @Nullable Integer fiscalYear,
            long added,
            long kept,
            long gone,
            boolean partial,
            List<String> addedFingerprints,
            List<Defect> goneFindings) {

        /** Copies the lists. */
        public Changes {
            addedFingerprints = List.copyOf(addedFingerprints);
            goneFindings = List.copyOf(goneFindings);
        }

        Changes withoutOwnColumns() {
            List<Defect> published = ReportDocument.withoutOwnColumns(goneFindings);
            return new Changes(verdict, fiscalYear, added, kept, gone, partial, addedFingerprints, published);
        }
    }

    /**
     * A waiver, and what became of it.
     *
     * @param file the file it is in
     * @param row its row
     * @param fingerprint the finding it is of, or {@code null}
     * @param ruleId the rule it is of, or {@code null}
     * @param unit the unit it is of, or {@code null}
     * @param reason why
     * @param who who answers for it
     * @param until the last day, inclusive, of budgets that it covers, as {@code 2011-03-31}
     * @param state what became of it
     * @param findings how many of the findings it lets stand
     * @param stake the money they touch, added up; {@code null} where it lets none stand, or nothing is known of it
     */
    public record Waived(
            String file,
            long row,
            @Nullable String fingerprint,
            @Nullable String ruleId,
            @Nullable String unit,
            String reason,
            String who,
            String until,
            State state,
            long findings,
            @Nullable String stake) {

        /** What becomes of a waiver. */
        public enum State {
            /** It lets findings stand. */
            USED,
            /** There is nothing it could let stand: what it is about was mended, or is not among the findings that are kept. */
            UNUSED,
            /** It ended before the budget was submitted. */
            EXPIRED
        }
    }

    /**
     * {@return this document with what is new and what is gone since another}
     *
     * @param before the earlier report, of the same jurisdiction
     * @throws IllegalArgumentException if it is of another jurisdiction
     */
    public ReportDocument since(ReportDocument before) {
        if (!before.budget().jurisdiction().equals(budget.jurisdiction())) {
            throw new IllegalArgumentException(
                    "The earlier report is of " + before.budget().jurisdiction() + ", this one of "
                            + budget.jurisdiction() + ".\nMaybe give a report on the same government's budget.");
        }
        return with(findings, problems, preview, changes(before), waivers, run);
    }

    /**
     * {@return this document with what waivers let stand: marked, counted apart, and still among the findings} Verdict and counts stay
     * what they are. A waiver that ended before the day covers nothing and is a problem, and so is one of a rule that no pack has.
     *
     * @param given the waivers, in their order; of several about one finding the first counts that has not ended
     * @param day the day on which the budget was submitted
     */
    public ReportDocument waiving(List<Waiver> given, LocalDate day) {
        return new Waiving(this, given, day).document();
    }

    /**
     * {@return this document without what lines have in columns that the library has no word for} They are shown so that whoever has the
     * budget finds a line again; as they may name persons, whoever publishes a report leaves them out.
     */
    public ReportDocument withoutOwnColumns() {
        Changes published = changes == null ? null : changes.withoutOwnColumns();
        return with(withoutOwnColumns(findings), problems, preview, published, waivers, run);
    }

    private static List<Defect> withoutOwnColumns(List<Defect> findings) {
        return findings.stream().map(Defect::withoutOwnColumns).toList();
    }

    /** {@return this document without what is no part of the answer} */
    ReportDocument answer() {
        return with(findings, problems, null, null, waivers, Map.of());
    }

    /** {@return this document with what waivers let stand} */
    ReportDocument with(List<Defect> marked, List<Fault> more, List<Waived> accounts) {
        return with(marked, more, preview, changes, accounts, run);
    }

    private ReportDocument with(
            List<Defect> otherFindings,
            List<Fault> otherProblems,
            @Nullable List<Coming> otherPreview,
            @Nullable Changes otherChanges,
            @Nullable List<Waived> otherWaivers,
            Map<String, String> otherRun) {
        return new ReportDocument(
                schemaVersion,
                tool,
                language,
                budget,
                selection,
                input,
                scope,
                verdict,
                openDuties,
                ledger,
                otherFindings,
                truncated,
                rejectedRows,
                otherProblems,
                indicators,
                rights,
                units,
                otherPreview,
                otherChanges,
                otherWaivers,
                otherRun);
    }

    private Changes changes(ReportDocument before) {
        Map<String, Integer> open = new HashMap<>();
        before.findings().forEach(finding -> open.merge(finding.fingerprint(), 1, Integer::sum));
        List<String> added = new ArrayList<>();
        for (Defect finding : findings) {
            if (open.merge(finding.fingerprint(), -1, Integer::sum) < 0) {
                open.put(finding.fingerprint(), 0);
                added.add(finding.fingerprint());
            }
        }
        List<Defect> gone = new ArrayList<>();
        // The last ones of a fingerprint: the first were found again.
        for (int i = before.findings().size() - 1; i >= 0; i--) {
            Defect finding = before.findings().get(i);
            if (open.getOrDefault(finding.fingerprint(), 0) > 0) {
                open.merge(finding.fingerprint(), -1, Integer::sum);
                gone.add(0, finding);
            }
        }
        return new Changes(
                before.verdict(),
                before.budget().fiscalYear(),
                added.size(),
                findings.size() - added.size(),
                gone.size(),
                truncated || before.truncated(),
                added,
                gone);
    }

    /** Copies the lists and the map. */
    public ReportDocument {
        Objects.requireNonNull(schemaVersion, "schemaVersion");
        Objects.requireNonNull(tool, "tool");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(budget, "budget");
        Objects.requireNonNull(verdict, "verdict");
        selection = List.copyOf(selection);
        input = List.copyOf(input);
        openDuties = List.copyOf(openDuties);
        ledger = List.copyOf(ledger);
        findings = List.copyOf(findings);
        rejectedRows = List.copyOf(rejectedRows);
        problems = List.copyOf(problems);
        indicators = List.copyOf(indicators);
        rights = List.copyOf(rights);
        units = List.copyOf(units);
        preview = preview == null ? null : List.copyOf(preview);
        waivers = waivers == null ? null : List.copyOf(waivers);
        run = inOrder(run);
    }

    /**
     * {@return the document of a report}
     *
     * @param report the report
     * @param locale the reader's locale: Spanish or else English
     * @param run what to say of this run, by name, such as its time; may be empty
     */
    public static ReportDocument of(ValidationReport report, Locale locale, Map<String, String> run) {
        return new DocumentParts(report, locale).document(run);
    }

    /**
     * {@return the document of a report and of what coming packs would find}
     *
     * @param forecast the report, and what is coming
     * @param locale the reader's locale: Spanish or else English
     * @param run what to say of this run, by name, such as its time; may be empty
     */
    public static ReportDocument of(BudgetValidator.Forecast forecast, Locale locale, Map<String, String> run) {
        return new DocumentParts(forecast.report(), locale).document(forecast.previews(), run);
    }

    private static Map<String, String> inOrder(Map<String, String> map) {
        return Collections.unmodifiableMap(new TreeMap<>(map));
    }
}
