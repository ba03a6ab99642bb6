package org.hrbudget.rules.internal.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.hrbudget.rules.RulePackException;

/** Whatever happens to a file of a pack, it loads or its faults are said. */
@Tag("thorough")
class DamagedPackProperties {

    private static final List<String> PIECES = List.of(
            "\"", "(", ")", ",", "$", "@", "!", "==", "&&", "||", "rule", "when", "then", "end", "null", "0", ".", "{",
            "}", "\\", "/*", "*/", "//", "\n", "\u0000", "=", "not", "in", "matches", "é", "\uFEFF", "+", "-", "<", "#",
            "from", "eval", ";");

    @Property(tries = 1000)
    void aDamagedPackLoadsOrSaysItsFaults(@ForAll long seed) {
        Random random = new Random(seed);
        PackText files = PackText.oneRule()
                .with(
                        "xx/1/lines.drl",
                        PackText.rule("no-unit", "WARNING", "SpendingLine( unitCode == null || !(links.empty) )")
                                + PackText.rule(
                                        "too-much",
                                        "WARNING",
                                        "Parameter( code == \"least\", $least : value )\n"
                                                + "    SpendingLine( $u : unitCode, linkedShare > $least, unitCode matches \"[0-9]{2}\" )"))
                .with("xx/1/parameters.csv", "code,value,unit,legal-basis\nleast,\"0.75\",ratio,law\n")
                .with("xx/1/messages.properties", PackText.texts("no-unit", "too-much") + "# {u}\n")
                .with("xx/1/messages_es.properties", PackText.texts("no-unit", "too-much"));
        String path = files.paths().get(random.nextInt(files.paths().size()));
        files.with(path, damaged(files.read(path), random));

        try {
            assertThat(new Library(files).load("xx", "1").rules()).isNotNull();
        } catch (RulePackException refusal) {
            assertThat(refusal.faults()).isNotEmpty();
            assertThat(refusal.faults()).allSatisfy(fault -> {
                assertThat(fault.file()).startsWith("xx/1/");
                assertThat(fault.advice().en()).isNotBlank();
            });
        }
    }

    private static byte[] damaged(byte[] content, Random random) {
        StringBuilder text = new StringBuilder(new String(content, StandardCharsets.UTF_8));
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            int at = random.nextInt(text.length() + 1);
            switch (random.nextInt(3)) {
                case 0 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(8)));
                default ->
                    text.insert(at, PIECES.get(random.nextInt(PIECES.size())).repeat(1 + random.nextInt(400)));
            }
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0 && random.nextInt(10) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }
}
