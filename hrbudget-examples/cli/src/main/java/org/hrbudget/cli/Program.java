package org.hrbudget.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.hrbudget.comparison.BudgetComparison;
import org.hrbudget.io.BudgetReadException;
import org.hrbudget.io.Layout;
import org.hrbudget.report.JsonReport;
import org.hrbudget.report.ReportDocument;
import org.hrbudget.report.TextPage;
import org.hrbudget.rules.RulePackException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Carries out a command: the one place that turns faults into words and exit codes. */
final class Program {

    private static final String LANG = "--lang";

    /** What systems say where the reader of a pipe is gone. */
    private static final Pattern CLOSED_PIPE =
            Pattern.compile("Broken pipe|[Pp]ipe (?:is being closed|has been ended)");

    private final Screen screen;

    Program(Screen screen) {
        this.screen = screen;
    }

    ExitCode run(String... args) {
        ProgramWords words = new ProgramWords(language(args));
        boolean debug = Boolean.getBoolean("hrbudget.debug");
        for (String arg : args) {
            debug |= arg.equals("--debug");
        }
        ExitCode code;
        try {
            code = carryOut(words, args);
        } catch (Refusal e) {
            code = refuse(e.exitCode(), String.valueOf(e.getMessage()));
        } catch (BudgetReadException e) {
            code = refuse(ExitCode.NOT_EVALUATED, e.message(words.locale()));
        } catch (BudgetComparison.NotComparableException e) {
            code = refuse(ExitCode.NOT_EVALUATED, e.text().in(words.locale()));
        } catch (RulePackException e) {
            code = refuse(ExitCode.NOT_EVALUATED, e.message(words.locale()));
        } catch (IOException | UncheckedIOException e) {
            code = unwritten(words, e);
        } catch (RuntimeException | Error e) {
            code = refuse(
                    ExitCode.INTERNAL,
                    isOutOfMemory(e) ? words.get("fault.memory") : words.get("fault.internal", "fault", e.toString()));
            if (debug) {
                e.printStackTrace(screen.err());
            }
        }
        try {
            screen.flush();
        } catch (IOException e) {
            return unwritten(words, e);
        }
        return code;
    }

    /** Says that memory is too short, while a command is still carried out that has none left to say so. */
    ExitCode starved(String... args) {
        try {
            return refuse(ExitCode.INTERNAL, new ProgramWords(language(args)).get("fault.memory"));
        } catch (OutOfMemoryError e) {
            return ExitCode.INTERNAL;
        }
    }

    /** Who reads the answer through a pipe may have read enough, as {@code head} does: then nothing is at fault. */
    private ExitCode unwritten(ProgramWords words, Exception lost) {
        String reason = String.valueOf(lost.getMessage());
        return CLOSED_PIPE.matcher(reason).find()
                ? ExitCode.NOT_EVALUATED
                : refuse(ExitCode.NOT_EVALUATED, words.get("fault.output", "reason", reason));
    }

    private ExitCode refuse(ExitCode code, String message) {
        screen.say("hrbudget: " + message);
        return code;
    }

    /** A class that could not be prepared, or a thread, wraps the reason. */
    private static boolean isOutOfMemory(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                return true;
            }
        }
        return false;
    }

    private ExitCode carryOut(ProgramWords words, String... args) throws IOException {
        CommandLine commands = Commands.in(words);
        ParseResult root;
        try {
            root = commands.parseArgs(args);
        } catch (ParameterException e) {
            throw new UsageFault(words).of(e);
        }
        ParseResult leaf = root;
        while (leaf.hasSubcommand()) {
            leaf = leaf.subcommand();
        }
        CommandLine command = leaf.commandSpec().commandLine();
        if (leaf.isUsageHelpRequested()) {
            screen.text().append(command.getUsageMessage(CommandLine.Help.Ansi.OFF));
            return ExitCode.BELOW_THRESHOLD;
        }
        if (root.isVersionHelpRequested()) {
            ReportDocument.Tool tool = ReportDocument.Tool.current();
            screen.text().append(tool.name() + " " + tool.version() + "\n");
            return ExitCode.BELOW_THRESHOLD;
        }
        Arguments arguments = new Arguments(leaf, words);
        arguments.choice(LANG, Language.class);
        DistinctFiles.require(arguments, words);
        return switch (leaf.commandSpec().qualifiedName()) {
            case "hrbudget demo" -> new DemoCommand(arguments, words, screen).run();
            case "hrbudget validate" -> new ValidateCommand(arguments, words, screen).run();
            case "hrbudget verify" -> new VerifyCommand(arguments, words, screen).run();
            case "hrbudget keys" -> new KeysCommand(arguments, words, page()).run();
            case "hrbudget compare" -> new CompareCommand(arguments, words, screen).run();
            case "hrbudget actions find" -> new ActionsFindCommand(arguments, words, screen).run();
            case "hrbudget course new" -> new CourseCommand(arguments, words, page()).make();
            case "hrbudget course check" -> new CourseCommand(arguments, words, page()).check();
            case "hrbudget explain" -> new ExplainCommand(arguments, words, screen).run();
            case "hrbudget collect" -> new CollectCommand(arguments, words, screen).run();
            case "hrbudget publish" -> new PublishCommand(arguments, words, screen).run();
            case "hrbudget amend" -> new AmendCommand(arguments, words, screen).run();
            case "hrbudget template" -> new TemplateCommand(arguments, words, screen).run();
            case "hrbudget rules list" -> new RulesCommand(arguments, words, page()).list();
            case "hrbudget rules show" -> new RulesCommand(arguments, words, page()).show();
            case "hrbudget rules words" -> new WordsCommand(arguments, words, page()).run();
            case "hrbudget rules check" -> new CheckCommand(arguments, words, screen).run();
            case "hrbudget rules sign" -> new PackSignature(arguments, words).sign(page());
            case "hrbudget rules new" -> new NewCommand(arguments, words, page()).run();
            case "hrbudget rules unpack" -> new NewCommand(arguments, words, page()).unpack();
            case "hrbudget rules diff" -> new DiffCommand(arguments, words, page()).run();
            case "hrbudget rules impact" -> new ImpactCommand(arguments, words, screen).run();
            case "hrbudget rules mutate" -> new MutateCommand(arguments, words, page()).run();
            case "hrbudget rules coverage" -> new CoverageCommand(arguments, words, page()).run();
            case "hrbudget rules docs" -> new DocsCommand(arguments, words, screen).run();
            case "hrbudget layouts list" -> new LayoutsCommand(arguments, words, page()).list();
            case "hrbudget layouts show" -> new LayoutsCommand(arguments, words, page()).show();
            case "hrbudget layouts check" -> new LayoutCheckCommand(arguments, words, page()).run();
            case "hrbudget layouts new" -> new LayoutNewCommand(arguments, words, screen).run();
            case "hrbudget layouts docs" -> print(Layout.page(words.locale()));
            case "hrbudget schema layout" -> print(Layout.schema());
            case "hrbudget schema report" -> print(JsonReport.schema());
            default -> {
                screen.say(command.getUsageMessage(CommandLine.Help.Ansi.OFF).stripTrailing());
                yield ExitCode.WRONG_USAGE;
            }
        };
    }

    private ExitCode print(String text) throws IOException {
        screen.text().append(text);
        return ExitCode.BELOW_THRESHOLD;
    }

    private TextPage page() {
        return new TextPage(screen.text());
    }

    /** The languages there are. */
    private enum Language {
        EN,
        ES
    }

    /** Found before the arguments are parsed, so that what is wrong with them is said in it too. */
    private static Locale language(String... args) {
        for (int i = 0; i < args.length; i++) {
            boolean spanish = args[i].equals(LANG + "=es")
                    || (args[i].equals(LANG) && i + 1 < args.length && args[i + 1].equals("es"));
            if (spanish) {
                return ProgramWords.SPANISH;
            }
        }
        return Locale.ENGLISH;
    }
}
