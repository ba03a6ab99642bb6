package org.hrbudget.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.language.RuleFileParser;
import org.hrbudget.rules.internal.language.SourceText;
import org.hrbudget.rules.internal.packs.files.BundledFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlainDrlTest {

    static Stream<String> ruleFiles() {
        return new BundledFiles().paths().stream().filter(path -> path.endsWith(".drl"));
    }

    @ParameterizedTest
    @MethodSource("ruleFiles")
    void aRuleFileIsPlainDrlToo(String path) throws Exception {
        byte[] content = new BundledFiles().read(path);
        DrlParser parser = new DrlParser();
        PackageDescr drl = parser.parse(false, new String(content, StandardCharsets.UTF_8));
        List<String> ours = RuleFileParser.parse(SourceText.of(path, content, new Faults()), new Faults()).stream()
                .map(rule -> rule.id().text())
                .toList();

        assertThat(parser.getErrors()).isEmpty();
        assertThat(drl.getRules()).extracting(RuleDescr::getName).isEqualTo(ours);
    }
}
