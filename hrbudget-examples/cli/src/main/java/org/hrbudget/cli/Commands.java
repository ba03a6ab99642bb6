package org.hrbudget.cli;

import java.util.List;
import org.hrbudget.report.TextPage;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The commands and their options, put together without reflection, which would cost a cold start a tenth of a second. */
final class Commands {

    private final Words words;

    private Commands(Words words) {
        this.words = words;
    }

    static CommandLine in(Words words) {
        return new Commands(words).root();
    }

    private CommandLine root() {
        CommandSpec root = command("hrbudget", "root");
        root.addOption(flag("version", "-V", "--version").versionHelp(true).build());
        root.usageMessage().footer(words.get("help.footer").split("\n", -1));
        root.addSubcommand("demo", command("demo", "demo"));
        root.addSubcommand("validate", validate());
        root.addSubcommand("rules", rules());
        CommandSpec layouts = command("layouts", "layouts");
        layouts.addSubcommand("list", command("list", "layouts.list"));
        root.addSubcommand("layouts", layouts);
        CommandSpec schema = command("schema", "schema");
        schema.addSubcommand("report", command("report", "schema.report"));
        root.addSubcommand("schema", schema);
        return new CommandLine(root).setExpandAtFiles(false).setUsageHelpWidth(TextPage.WIDTH);
    }

    private CommandSpec validate() {
        CommandSpec validate = command("validate", "validate");
        validate.addPositional(PositionalParamSpec.builder()
                .paramLabel("FILE")
                .required(true)
                .arity("1..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description(words.get("help.option.file"))
                .build());
        validate.addOption(
                value("rules", "mx-fed|mx-cmx", "--rules").required(true).build());
        validate.addOption(
                value("fiscal-year", "Y", "--fiscal-year").required(true).build());
        validate.addOption(
                value("as-of", "YYYY-MM-DD", "--as-of").required(true).build());
        validate.addOption(value("layout", "NAME|FILE", "--layout").build());
        validate.addOption(value("links", "FILE", "--links").build());
        validate.addOption(value("programme", "FILE", "--programme").build());
        validate.addOption(value("baseline", "FILE", "--baseline").build());
        validate.addOption(value("item-catalogue", "FILE", "--item-catalogue").build());
        validate.addOption(value("phase", "PHASE", "--phase").build());
        validate.addOption(value("format", "text|json[=PATH]", "--format")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .build());
        validate.addOption(value("fail-on", "error|warning|never", "--fail-on").build());
        validate.addOption(
                value("max-findings-per-rule", "N", "--max-findings-per-rule").build());
        validate.addOption(value("threads", "N", "--threads").build());
        validate.usageMessage().footer(words.get("help.exit-codes").split("\n", -1));
        return validate;
    }

    private CommandSpec rules() {
        CommandSpec rules = command("rules", "rules");
        CommandSpec list = command("list", "rules.list");
        list.addOption(value("rules.filter", "mx-fed|mx-cmx", "--rules").build());
        rules.addSubcommand("list", list);
        CommandSpec show = command("show", "rules.show");
        show.addPositional(PositionalParamSpec.builder()
                .paramLabel("RULE-ID")
                .required(true)
                .index("0")
                .arity("1")
                .type(String.class)
                .description(words.get("help.option.rule-id"))
                .build());
        show.addOption(value("rules.filter", "mx-fed|mx-cmx", "--rules").build());
        rules.addSubcommand("show", show);
        return rules;
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
