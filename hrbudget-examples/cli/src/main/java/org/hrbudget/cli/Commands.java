package org.hrbudget.cli;

import java.util.List;
import org.hrbudget.report.TextPage;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The commands and their options, put together without reflection, which would cost a cold start a tenth of a second. */
final class Commands {

    private final ProgramWords words;

    private Commands(ProgramWords words) {
        this.words = words;
    }

    static CommandLine in(ProgramWords words) {
        return new Commands(words).root();
    }

    private CommandLine root() {
        CommandSpec root = command("hrbudget", "root");
        root.addOption(flag("version", "-V", "--version").versionHelp(true).build());
        root.usageMessage().footer(words.get("help.footer").split("\n", -1));
        root.addSubcommand("demo", command("demo", "demo"));
        root.addSubcommand("validate", validate());
        root.addSubcommand("template", template());
        root.addSubcommand("rules", rules());
        root.addSubcommand("layouts", layouts());
        CommandSpec schema = command("schema", "schema");
        schema.addSubcommand("report", command("report", "schema.report"));
        schema.addSubcommand("layout", command("layout", "schema.layout"));
        root.addSubcommand("schema", schema);
        return new CommandLine(root).setExpandAtFiles(false).setUsageHelpWidth(TextPage.WIDTH);
    }

    private CommandSpec layouts() {
        CommandSpec layouts = command("layouts", "layouts");
        layouts.addSubcommand("list", command("list", "layouts.list"));
        CommandSpec show = command("show", "layouts.show");
        show.addPositional(positional("NAME|FILE", "0", "layout-shown"));
        layouts.addSubcommand("show", show);
        CommandSpec draft = command("new", "layouts.new");
        draft.addPositional(positional("FILE", "0", "layout-for"));
        draft.addOption(
                value("layout-jurisdiction", "JURISDICTION", "--jurisdiction").build());
        draft.addOption(value("layout-currency", "CODE", "--currency").build());
        draft.addOption(value("sheet", "SHEET", "--sheet").build());
        draft.addOption(value("entry", "ENTRY", "--entry").build());
        draft.addOption(value("layouts.new.out", "FILE", "--out").build());
        draft.usageMessage().footer(words.get("help.layouts.new.exit-codes").split("\n", -1));
        layouts.addSubcommand("new", draft);
        CommandSpec check = command("check", "layouts.check");
        check.addPositional(positional("NAME|FILE", "0", "layout-shown"));
        check.addPositional(positional("FILE", "1", "layout-tried"));
        check.addOption(value("fiscal-year", "Y", "--fiscal-year").build());
        written(check);
        check.usageMessage().footer(words.get("help.layouts.check.exit-codes").split("\n", -1));
        layouts.addSubcommand("check", check);
        layouts.addSubcommand("docs", command("docs", "layouts.docs"));
        return layouts;
    }

    private CommandSpec validate() {
        CommandSpec validate = command("validate", "validate");
        validate.addPositional(files("0..*", "file"));
        validate.addOption(
                value("rules", "mx-fed|mx-cmx", "--rules").required(true).build());
        validate.addOption(
                value("fiscal-year", "Y", "--fiscal-year").required(true).build());
        validate.addOption(
                value("as-of", "YYYY-MM-DD", "--as-of").required(true).build());
        reading(validate);
        validate.addOption(packs());
        validate.addOption(flag("preview-next", "--preview-next").build());
        validate.addOption(format("format", "FORM"));
        validate.addOption(value("baseline-report", "FILE", "--baseline-report").build());
        validate.addOption(value("fail-on", "error|warning|never", "--fail-on").build());
        validate.addOption(
                value("max-findings-per-rule", "N", "--max-findings-per-rule").build());
        validate.addOption(value("findings-out", "FILE", "--findings-out").build());
        validate.addOption(value("threads", "N", "--threads").build());
        validate.addOption(value("time-limit", "SECONDS", "--time-limit").build());
        validate.addOption(value("work-folder", "DIR", "--work-folder").build());
        validate.usageMessage().footer(words.get("help.exit-codes").split("\n", -1));
        return validate;
    }

    private CommandSpec template() {
        CommandSpec template = command("template", "template");
        template.addOption(
                value("fiscal-year", "Y", "--fiscal-year").required(true).build());
        template.addOption(value("template.unit", "CODE", "--unit").build());
        template.addOption(value("template.programme", "FILE", "--programme").build());
        template.addOption(value("template.last", "FILE", "--last").build());
        template.addOption(value("template.layout", "NAME|FILE", "--layout").build());
        template.addOption(value("template.rules", "mx-fed|mx-cmx", "--rules").build());
        template.addOption(packs());
        template.addOption(value("template.out", "FILE", "--out").required(true).build());
        template.usageMessage().footer(words.get("help.template.exit-codes").split("\n", -1));
        return template;
    }

    private CommandSpec rules() {
        CommandSpec rules = command("rules", "rules");
        CommandSpec list = command("list", "rules.list");
        list.addOption(value("rules.filter", "mx-fed|mx-cmx", "--rules").build());
        list.addOption(packs());
        rules.addSubcommand("list", list);
        CommandSpec show = command("show", "rules.show");
        show.addPositional(positional("RULE-ID", "0", "rule-id"));
        show.addOption(value("rules.filter", "mx-fed|mx-cmx", "--rules").build());
        show.addOption(packs());
        rules.addSubcommand("show", show);
        CommandSpec check = command("check", "rules.check");
        check.addPositional(positional("DIR|ZIP", "0", "pack-place"));
        check.addOption(packs());
        rules.addSubcommand("check", check);
        rules.addSubcommand("new", newPack());
        CommandSpec diff = command("diff", "rules.diff");
        diff.addPositional(positional("A", "0", "pack-before"));
        diff.addPositional(positional("B", "1", "pack-after"));
        diff.addOption(packs());
        rules.addSubcommand("diff", diff);
        rules.addSubcommand("impact", impact());
        CommandSpec mutate = command("mutate", "rules.mutate");
        mutate.addPositional(positional("PACK", "0", "pack"));
        mutate.addOption(value("mutate.rule", "ID", "--rule").build());
        mutate.addOption(flag("mutate.all", "--all").build());
        mutate.usageMessage().footer(words.get("help.mutate.exit-codes").split("\n", -1));
        mutate.addOption(packs());
        rules.addSubcommand("mutate", mutate);
        CommandSpec coverage = command("coverage", "rules.coverage");
        coverage.addPositional(positional("PACK", "0", "pack"));
        coverage.addOption(packs());
        rules.addSubcommand("coverage", coverage);
        CommandSpec docs = command("docs", "rules.docs");
        docs.addPositional(positional("PACK", "0", "pack"));
        docs.addOption(value("docs.out", "FILE", "--out").build());
        docs.addOption(packs());
        rules.addSubcommand("docs", docs);
        return rules;
    }

    private CommandSpec newPack() {
        CommandSpec command = command("new", "rules.new");
        command.addPositional(positional("JURISDICTION", "0", "jurisdiction"));
        command.addPositional(positional("VERSION", "1", "version-new"));
        command.addOption(value("amends", "V", "--amends").required(true).build());
        command.addOption(value("fiscal-years", "Y[-[Y]]", "--fiscal-years")
                .required(true)
                .build());
        command.addOption(
                value("in-force-from", "YYYY-MM-DD", "--in-force-from").build());
        command.addOption(value("published", "YYYY-MM-DD", "--published").build());
        command.addOption(value("new.change", "RULE-ID", "--change")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .build());
        command.addOption(value("into", "DIR", "--into").build());
        command.addOption(packs());
        return command;
    }

    private CommandSpec impact() {
        CommandSpec command = command("impact", "rules.impact");
        command.addPositional(positional("A", "0", "pack-before"));
        command.addPositional(positional("B", "1", "pack-after"));
        command.addPositional(files("2..*", "budget-file"));
        command.addOption(
                value("fiscal-year", "Y", "--fiscal-year").required(true).build());
        reading(command);
        command.addOption(format("impact-format", "text|json"));
        command.addOption(flag("fail-on-change", "--fail-on-change").build());
        command.addOption(value("threads", "N", "--threads").build());
        command.addOption(packs());
        command.usageMessage().footer(words.get("help.impact.exit-codes").split("\n", -1));
        return command;
    }

    /** Packs of the user's own, beside those that come along. */
    private OptionSpec packs() {
        return value("pack-given", "DIR|ZIP", "--pack")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .build();
    }

    private OptionSpec format(String key, String forms) {
        return value(key, forms + "[=PATH]", "--format")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .build();
    }

    /** How the text of a file is written, where that is not found or is found wrong. */
    private void written(CommandSpec command) {
        command.addOption(value("sheet", "SHEET", "--sheet").build());
        command.addOption(value("entry", "ENTRY", "--entry").build());
        command.addOption(value("charset", "CHARSET", "--charset").build());
        command.addOption(value("separator", "SIGN", "--separator").build());
        command.addOption(value("decimal", "SIGN", "--decimal").build());
        command.addOption(value("heading-row", "ROW", "--heading-row").build());
    }

    /** How the files of a budget are read. */
    private void reading(CommandSpec command) {
        command.addOption(value("layout", "NAME|FILE", "--layout").build());
        written(command);
        command.addOption(value("links", "FILE", "--links").build());
        command.addOption(value("programme", "FILE", "--programme").build());
        command.addOption(value("baseline", "FILE", "--baseline").build());
        command.addOption(value("item-catalogue", "FILE", "--item-catalogue").build());
        UnitDocuments.OPTIONS.forEach(option ->
                command.addOption(value(option.substring(2), "FILE", option).build()));
        command.addOption(value("phase", "PHASE", "--phase").build());
        command.addOption(value("scope", "SCOPE", "--scope").build());
        command.addOption(
                value("budget-jurisdiction", "JURISDICTION", "--jurisdiction").build());
        command.addOption(value("currency", "CODE", "--currency").build());
    }

    private PositionalParamSpec files(String index, String key) {
        return PositionalParamSpec.builder()
                .paramLabel("FILE")
                .required(true)
                .index(index)
                .arity("1..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description(words.get("help.option." + key))
                .build();
    }

    private PositionalParamSpec positional(String label, String index, String key) {
        return PositionalParamSpec.builder()
                .paramLabel(label)
                .required(true)
                .index(index)
                .arity("1")
                .type(String.class)
                .description(words.get("help.option." + key))
                .build();
    }

    /** A command with the options that every command has. */
    private CommandSpec command(String name, String key) {
        CommandSpec spec = CommandSpec.create().name(name);
        spec.usageMessage()
                .description(words.get("help." + key).split("\n", -1))
                .synopsisHeading(words.get("help.usage") + " ")
                .synopsisSubcommandLabel(words.get("help.command"))
                .descriptionHeading("%n")
                .parameterListHeading("%n")
                .optionListHeading("%n")
                .commandListHeading("%n" + words.get("help.commands") + "%n")
                .footerHeading("%n")
                .sortOptions(false);
        spec.addOption(value("lang", "en|es", "--lang").build());
        spec.addOption(flag("debug", "--debug").build());
        spec.addOption(flag("help", "-h", "--help").usageHelp(true).build());
        return spec;
    }

    private OptionSpec.Builder value(String key, String label, String name) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .arity("1")
                .type(String.class)
                .description(words.get("help.option." + key));
    }

    private OptionSpec.Builder flag(String key, String... names) {
        return OptionSpec.builder(names).arity("0").type(boolean.class).description(words.get("help.option." + key));
    }
}
