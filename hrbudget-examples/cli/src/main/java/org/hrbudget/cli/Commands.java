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
        root.addSubcommand("demo", demo());
        root.addSubcommand("validate", validate());
        root.addSubcommand("verify", verify());
        CommandSpec keys = command("keys", "keys");
        keys.addOption(value("keys.out", "FILE", "--out").required(true).build());
        root.addSubcommand("keys", keys);
        root.addSubcommand("compare", compare());
        root.addSubcommand("actions", actions());
        root.addSubcommand("course", course());
        root.addSubcommand("explain", explain());
        root.addSubcommand("collect", collect());
        root.addSubcommand("publish", publish());
        root.addSubcommand("template", template());
        root.addSubcommand("amend", amend());
        root.addSubcommand("rules", rules());
        root.addSubcommand("layouts", layouts());
        CommandSpec schema = command("schema", "schema");
        schema.addSubcommand("report", command("report", "schema.report"));
        schema.addSubcommand("layout", command("layout", "schema.layout"));
        root.addSubcommand("schema", schema);
        return new CommandLine(root).setExpandAtFiles(false).setUsageHelpWidth(TextPage.WIDTH);
    }

    private CommandSpec actions() {
        CommandSpec actions = command("actions", "actions");
        CommandSpec find = command("find", "actions.find");
        find.addPositional(positionals("WORD", "0..*", "actions.word"));
        find.addOption(value("actions.right", "RIGHT", "--right").build());
        find.addOption(value("actions.executor", "UNIT", "--executor").build());
        find.addOption(value("actions.programme", "FILE", "--programme").build());
        find.addOption(value("actions.limit", "N", "--limit").build());
        find.addOption(format("impact-format", "text|json"));
        find.usageMessage().footer(words.get("help.actions.find.exit-codes").split("\n", -1));
        actions.addSubcommand("find", find);
        return actions;
    }

    private CommandSpec course() {
        CommandSpec course = command("course", "course");
        CommandSpec make = command("new", "course.new");
        make.addOption(value("course.out", "DIR", "--out").required(true).build());
        make.addOption(value("course.wording", "officer|citizen", "--wording").build());
        make.addOption(value("course.seed", "N", "--seed").build());
        course.addSubcommand("new", make);
        CommandSpec check = command("check", "course.check");
        check.addPositional(positional("DIR", "0", "course.folder"));
        check.usageMessage().footer(words.get("help.course.check.exit-codes").split("\n", -1));
        course.addSubcommand("check", check);
        return course;
    }

    private CommandSpec publish() {
        CommandSpec publish = command("publish", "publish");
        publish.addPositional(files("0..*", "publish.report"));
        publish.addOption(value("publish.out", "DIR", "--out").required(true).build());
        return publish;
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

    private CommandSpec demo() {
        CommandSpec demo = command("demo", "demo");
        demo.addOption(flag("full", "--full").build());
        demo.addOption(value("demo.out", "DIR", "--out").build());
        return demo;
    }

    private CommandSpec validate() {
        CommandSpec validate = command("validate", "validate");
        validate.addPositional(files("0..*", "file"));
        law(validate);
        reading(validate);
        validate.addOption(packs());
        validate.addOption(several("trust", "FILE", "--trust"));
        validate.addOption(flag("preview-next", "--preview-next").build());
        validate.addOption(format("format", "FORM"));
        validate.addOption(flag("full", "--full").build());
        validate.addOption(flag("plain", "--plain").build());
        validate.addOption(value("baseline-report", "FILE", "--baseline-report").build());
        validate.addOption(value("waivers", "FILE", "--waivers").build());
        validate.addOption(value("receipt", "FILE", "--receipt").build());
        validate.addOption(value("sign", "FILE", "--sign").build());
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

    private CommandSpec verify() {
        CommandSpec verify = command("verify", "verify");
        verify.addPositional(positional("RECEIPT", "0", "receipt-read"));
        verify.addOption(value("verify.in", "DIR", "--in").build());
        verify.addOption(value("verify.trust", "FILE", "--trust")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .build());
        verify.addOption(value("verify.as-of", "YYYY-MM-DD", "--as-of").build());
        verify.usageMessage().footer(words.get("help.verify.exit-codes").split("\n", -1));
        return verify;
    }

    private CommandSpec compare() {
        CommandSpec compare = command("compare", "compare");
        compare.addPositional(positional("BEFORE", "0", "compare.before"));
        compare.addPositional(positional("AFTER", "1", "compare.after"));
        compare.addOption(several("compare.by", "right|unit|action|chapter", "--by"));
        compare.addOption(value("compare.amount", "KIND", "--amount").build());
        compare.addOption(
                value("compare.amount-after", "KIND", "--amount-after").build());
        compare.addOption(several("compare.deflator", "FILE", "--deflator"));
        compare.addOption(value("compare.base-year", "Y", "--base-year").build());
        compare.addOption(value("compare.population", "FILE", "--population").build());
        compare.addOption(value("compare.successions", "FILE", "--successions").build());
        compare.addOption(value("programme", "FILE", "--programme").build());
        compare.addOption(value("layout", "NAME|FILE", "--layout").build());
        compare.addOption(
                value("compare.layout-after", "NAME|FILE", "--layout-after").build());
        written(compare);
        compare.addOption(value("compare.links", "FILE", "--links").build());
        compare.addOption(value("compare.links-after", "FILE", "--links-after").build());
        compare.addOption(value("compare.before-year", "Y", "--before-year").build());
        compare.addOption(value("compare.after-year", "Y", "--after-year").build());
        compare.addOption(
                value("budget-jurisdiction", "JURISDICTION", "--jurisdiction").build());
        compare.addOption(value("currency", "CODE", "--currency").build());
        compare.addOption(format("compare.format", "text|json|html|csv"));
        compare.addOption(flag("compare.all", "--all").build());
        compare.usageMessage().footer(words.get("help.compare.exit-codes").split("\n", -1));
        return compare;
    }

    private CommandSpec explain() {
        CommandSpec explain = command("explain", "explain");
        explain.addPositional(positional("RULE-ID", "0", "explain-rule"));
        explain.addPositional(positional(RowAddress.LABEL, "1", "explain-row"));
        law(explain);
        reading(explain);
        explain.addOption(packs());
        explain.addOption(format("explain-format", "text|json"));
        explain.usageMessage().footer(words.get("help.explain.exit-codes").split("\n", -1));
        return explain;
    }

    /** Which law a budget is checked by. */
    private void law(CommandSpec command) {
        command.addOption(
                value("rules", "mx-fed|mx-cmx|icescr", "--rules").required(true).build());
        command.addOption(
                value("fiscal-year", "Y", "--fiscal-year").required(true).build());
        command.addOption(value("as-of", "YYYY-MM-DD", "--as-of").required(true).build());
    }

    private CommandSpec collect() {
        CommandSpec collect = command("collect", "collect");
        collect.addPositional(positional("FOLDER", "0", "collect.folder"));
        collect.addOption(
                value("collect.roster", "FILE", "--roster").required(true).build());
        collect.addOption(value("collect.due", "YYYY-MM-DD", "--due").build());
        collect.addOption(
                value("collect.repair-by", "YYYY-MM-DD", "--repair-by").build());
        collect.addOption(value("collect.received", "FILE", "--received").build());
        collect.addOption(value("collect.zone", "ZONE", "--zone").build());
        collect.addOption(
                value("rules", "mx-fed|mx-cmx|icescr", "--rules").required(true).build());
        collect.addOption(
                value("fiscal-year", "Y", "--fiscal-year").required(true).build());
        collect.addOption(value("as-of", "YYYY-MM-DD", "--as-of").required(true).build());
        collect.addOption(value("collect.out", "DIR", "--out").required(true).build());
        readingOfMany(collect);
        collect.addOption(packs());
        collect.addOption(
                value("max-findings-per-rule", "N", "--max-findings-per-rule").build());
        collect.addOption(value("threads", "N", "--threads").build());
        collect.usageMessage().footer(words.get("help.collect.exit-codes").split("\n", -1));
        return collect;
    }

    private CommandSpec amend() {
        CommandSpec amend = command("amend", "amend");
        amend.addPositional(positional("FILE", "0", "amend.file"));
        amend.addPositional(positional("FILE", "1", "amend.changes"));
        amend.addOption(value("layout", "NAME|FILE", "--layout").build());
        amend.addOption(value("fiscal-year", "Y", "--fiscal-year").build());
        written(amend);
        amend.addOption(value("amend.out", "FILE", "--out").required(true).build());
        amend.usageMessage().footer(words.get("help.amend.exit-codes").split("\n", -1));
        return amend;
    }

    private CommandSpec template() {
        CommandSpec template = command("template", "template");
        template.addOption(
                value("fiscal-year", "Y", "--fiscal-year").required(true).build());
        template.addOption(value("template.unit", "CODE", "--unit").build());
        template.addOption(value("template.programme", "FILE", "--programme").build());
        template.addOption(value("template.last", "FILE", "--last").build());
        template.addOption(value("template.layout", "NAME|FILE", "--layout").build());
        template.addOption(
                value("template.rules", "mx-fed|mx-cmx|icescr", "--rules").build());
        template.addOption(packs());
        template.addOption(value("template.out", "FILE", "--out").required(true).build());
        template.usageMessage().footer(words.get("help.template.exit-codes").split("\n", -1));
        return template;
    }

    private CommandSpec rules() {
        CommandSpec rules = command("rules", "rules");
        CommandSpec list = command("list", "rules.list");
        list.addOption(value("rules.filter", "mx-fed|mx-cmx|icescr", "--rules").build());
        list.addOption(packs());
        rules.addSubcommand("list", list);
        CommandSpec show = command("show", "rules.show");
        show.addPositional(positional("RULE-ID", "0", "rule-id"));
        show.addPositional(PositionalParamSpec.builder()
                .paramLabel(words.label("PACK"))
                .index("1")
                .arity("0..1")
                .type(String.class)
                .description(words.get("help.option.pack-of-rule"))
                .build());
        show.addOption(value("rules.filter", "mx-fed|mx-cmx|icescr", "--rules").build());
        show.addOption(flag("show.drl", "--drl").build());
        show.addOption(packs());
        rules.addSubcommand("show", show);
        CommandSpec vocabulary = command("words", "rules.words");
        vocabulary.addPositional(PositionalParamSpec.builder()
                .paramLabel(words.label("WORD"))
                .index("0")
                .arity("0..1")
                .type(String.class)
                .description(words.get("help.option.vocabulary-word"))
                .build());
        vocabulary.addOption(packs());
        rules.addSubcommand("words", vocabulary);
        CommandSpec check = command("check", "rules.check");
        check.addPositional(positional("DIR|ZIP|BOOK", "0", "pack-place"));
        check.addOption(flag("check.watch", "--watch").build());
        check.addOption(packs());
        rules.addSubcommand("check", check);
        CommandSpec sign = command("sign", "rules.sign");
        sign.addPositional(positional("DIR|ZIP|BOOK", "0", "pack-signed"));
        sign.addOption(value("sign.key", "FILE", "--key").required(true).build());
        sign.addOption(packs());
        rules.addSubcommand("sign", sign);
        rules.addSubcommand("new", newPack());
        rules.addSubcommand("unpack", unpack());
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
        // What a workbook says itself need not be said again: what is missing is told once it is known whether there is
        // one.
        for (String label : NewCommand.NAMES) {
            int index = NewCommand.NAMES.indexOf(label);
            command.addPositional(PositionalParamSpec.builder()
                    .paramLabel(words.label(label))
                    .descriptionKey(label)
                    .index(String.valueOf(index))
                    .arity("0..1")
                    .type(String.class)
                    .description(words.get("help.option." + (index == 0 ? "jurisdiction" : "version-new")))
                    .build());
        }
        command.addOption(value("amends", "V", "--amends").build());
        command.addOption(value("new.like", "JURISDICTION/V", "--like").build());
        command.addOption(value("fiscal-years", "Y[-[Y]]", "--fiscal-years").build());
        command.addOption(
                value("in-force-from", "YYYY-MM-DD", "--in-force-from").build());
        command.addOption(value("published", "YYYY-MM-DD", "--published").build());
        command.addOption(value("new.change", "RULE-ID", "--change")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .build());
        command.addOption(value("into", "DIR", "--into").build());
        command.addOption(value("new.workbook", "FILE", "--workbook").build());
        command.addOption(packs());
        return command;
    }

    private CommandSpec unpack() {
        CommandSpec command = command("unpack", "rules.unpack");
        command.addPositional(positional("DIR|ZIP|BOOK", "0", "pack-packed"));
        command.addOption(value("unpack.out", "DIR", "--out").required(true).build());
        return command;
    }

    private CommandSpec impact() {
        CommandSpec command = command("impact", "rules.impact");
        command.addPositional(positional("A", "0", "pack-before"));
        command.addPositional(positional("B", "1", "pack-after"));
        command.addPositional(files("2..*", "budget-file"));
        command.addOption(
                value("fiscal-year", "Y", "--fiscal-year").required(true).build());
        command.addOption(value("impact.as-of", "YYYY-MM-DD", "--as-of").build());
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
        return several("pack-given", "DIR|ZIP|BOOK", "--pack");
    }

    private OptionSpec format(String key, String forms) {
        return several(key, forms + "[=PATH]", "--format");
    }

    /** An option that may be repeated. */
    private OptionSpec several(String key, String label, String name) {
        return value(key, label, name)
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
        command.addOption(value("links", "FILE", "--links").build());
        command.addOption(value("scope", "SCOPE", "--scope").build());
        command.addOption(value("submitted", "YYYY-MM-DD", "--submitted").build());
        readingOfMany(command);
    }

    /** How the files of a budget are read where there are many budgets, each of a unit. */
    private void readingOfMany(CommandSpec command) {
        command.addOption(value("layout", "NAME|FILE", "--layout").build());
        written(command);
        command.addOption(value("programme", "FILE", "--programme").build());
        command.addOption(value("baseline", "FILE", "--baseline").build());
        command.addOption(value("baseline-budget", "FILE", "--baseline-budget").build());
        command.addOption(value("deflator", "FILE", "--deflator").build());
        command.addOption(value("item-catalogue", "FILE", "--item-catalogue").build());
        UnitDocuments.OPTIONS.forEach(option ->
                command.addOption(value(option.substring(2), "FILE", option).build()));
        command.addOption(value("phase", "PHASE", "--phase").build());
        command.addOption(
                value("budget-jurisdiction", "JURISDICTION", "--jurisdiction").build());
        command.addOption(value("currency", "CODE", "--currency").build());
    }

    private PositionalParamSpec files(String index, String key) {
        return positionals("FILE", index, key);
    }

    private PositionalParamSpec positionals(String label, String index, String key) {
        return PositionalParamSpec.builder()
                .paramLabel(words.label(label))
                .descriptionKey(label)
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
                .paramLabel(words.label(label))
                .descriptionKey(label)
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
                .paramLabel(words.label(label))
                .descriptionKey(label)
                .arity("1")
                .type(String.class)
                .description(words.get("help.option." + key));
    }

    private OptionSpec.Builder flag(String key, String... names) {
        return OptionSpec.builder(names).arity("0").type(boolean.class).description(words.get("help.option." + key));
    }
}
