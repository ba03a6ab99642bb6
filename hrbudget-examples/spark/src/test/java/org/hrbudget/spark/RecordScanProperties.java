package org.hrbudget.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import org.hrbudget.io.BudgetReadException;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.Input;
import org.hrbudget.io.Layout;
import org.hrbudget.io.ReadLimits;
import org.hrbudget.io.ReadingAccount;
import org.hrbudget.io.spi.InputPart;
import org.hrbudget.io.spi.LineReader;
import org.hrbudget.model.SpendingLine;

/** Wherever a file is cut: its parts, read by themselves, give what the whole gives. */
@Tag("thorough")
class RecordScanProperties {

    private static final Layout OURS = strictly("UTF-8");
    private static final Layout ONE_BYTE = strictly("windows-1252");
    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final List<String> HEADS = List.of(
            "unit_code,approved,note\n",
            "unit_code,approved,note\r\n",
            "unit_code,approved,note\r",
            "\n \r\n,,\nunit_code,approved,note\n",
            "\"unit_code\",\"approved\",\"no\n\"\"te\"\"\"\n",
            "unit_code,approved,\"note\"x\n",
            "unit_code,approved,note");

    /** Everything that the reader of records looks at, and what the charset does not allow. */
    private static final List<String> PIECES = List.of(
            "\"",
            "\"",
            "\"",
            ",",
            ",",
            "\n",
            "\n",
            "\r",
            "\r\n",
            " ",
            "\t",
            "U1,1.00,x\n",
            "U2,7.50,\"a, \"\"b\"\"\nc\"\r\n",
            "\"U3\",1,x",
            "\u00e9",
            "\u20ac",
            "\ud83d\ude00",
            "\ufeff",
            "\u0000",
            "\u0001",
            "x");

    private static final List<byte[]> BYTES = List.of(
            bytes(0xff),
            bytes(0x80),
            bytes(0x85),
            bytes(0xa0),
            bytes(0xc0),
            bytes(0xc3),
            bytes(0xe0, 0x80),
            bytes(0xe0, 0xa0),
            bytes(0xe2, 0x82),
            bytes(0xed, 0xa0, 0x80),
            bytes(0xf0, 0x9f, 0x98),
            bytes(0xf0, 0x80),
            bytes(0xf1, 0x80),
            bytes(0xf4, 0x90),
            bytes(0xf4, 0x90, 0x80, 0x80),
            bytes(0xf4, 0x8f, 0xbf),
            bytes(0xf5),
            bytes(0x1f, 0x8b),
            bytes('P', 'K', 3, 4));

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static byte[] joined(List<byte[]> pieces) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        pieces.forEach(all::writeBytes);
        return all.toByteArray();
    }

    @Provide
    Arbitrary<byte[]> utf8() {
        return files(StandardCharsets.UTF_8);
    }

    @Provide
    Arbitrary<byte[]> windows() {
        return files(Charset.forName("windows-1252"));
    }

    private static Arbitrary<byte[]> files(Charset charset) {
        Arbitrary<byte[]> piece = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.of(PIECES).map(text -> text.getBytes(charset))),
                Tuple.of(1, Arbitraries.of(BYTES)),
                // What follows a closing quote, and then a quote that opens a cell or does not.
                Tuple.of(
                        2, Arbitraries.of(BYTES).map(some -> joined(List.of(bytes('"', 'a', '"'), some, bytes('"'))))));
        Arbitrary<byte[]> head = Arbitraries.of(HEADS).map(text -> text.getBytes(charset));
        Arbitrary<byte[]> mark = Arbitraries.frequency(Tuple.of(5, new byte[0]), Tuple.of(1, MARK));
        return Combinators.combine(mark, head, piece.list().ofMaxSize(60)).as((first, headings, pieces) -> {
            List<byte[]> all = new ArrayList<>(List.of(first, headings));
            all.addAll(pieces);
            return joined(all);
        });
    }

    @Provide
    Arbitrary<List<Integer>> cuts() {
        return Arbitraries.integers().between(0, 1_000_000).list().ofMaxSize(8);
    }

    @Property(tries = 1_000)
    void partsOfUtf8GiveWhatTheWholeGives(@ForAll("utf8") byte[] file, @ForAll("cuts") List<Integer> cuts) {
        agree(file, cuts, OURS, ReadLimits.DEFAULT);
    }

    @Property(tries = 1_000)
    void partsOfOneByteTextGiveWhatTheWholeGives(@ForAll("windows") byte[] file, @ForAll("cuts") List<Integer> cuts) {
        agree(file, cuts, ONE_BYTE, ReadLimits.DEFAULT);
    }

    @Property(tries = 800)
    void aPartThatIsGivenUpIsTheLastOne(@ForAll("utf8") byte[] file, @ForAll("cuts") List<Integer> cuts) {
        agree(file, cuts, OURS, ReadLimits.DEFAULT.withMaxCellLength(12));
    }

    @Example
    void everyCutOfOneFileIsRight() {
        byte[] file = "unit_code,approved,note\r\nU1,1,\"a\r\n\"\"b\"\"\"\r\n\r\n\"U2\"\u00e9\"x,2\",3\rU3,\"3\" ,\"\n"
                .getBytes(StandardCharsets.UTF_8);
        for (int cut = 0; cut < file.length; cut++) {
            agree(file, List.of(cut, cut + 1), OURS, ReadLimits.DEFAULT);
        }
    }

    /** One wrong character, however many bytes it has, and what comes after it starts a cell. */
    @Example
    @Tag("long")
    void whateverFollowsAClosingQuoteIsRightAtEveryCut() {
        List<byte[]> all = new ArrayList<>(BYTES);
        List.of("x", "\u00e9", "\u20ac", "\ud83d\ude00", " \u00e9", "\u0000", "\t")
                .forEach(text -> all.add(text.getBytes(StandardCharsets.UTF_8)));
        for (byte[] some : all) {
            byte[] file = joined(List.of(
                    "unit_code,approved,note\nU1,1,\"a\"".getBytes(StandardCharsets.UTF_8),
                    some,
                    "\"b\nc\",\nU2,2,x\n".getBytes(StandardCharsets.UTF_8)));
            for (int cut = 0; cut < file.length; cut++) {
                agree(file, List.of(cut), OURS, ReadLimits.DEFAULT);
                agree(file, List.of(cut), ONE_BYTE, ReadLimits.DEFAULT);
            }
        }
    }

    @Example
    void whatLooksPackedOrMarkedInTheMiddleIsText() {
        byte[] file = joined(List.of(
                "unit_code,approved,note\n".getBytes(StandardCharsets.UTF_8),
                bytes(
                        0x1f, 0x8b, ',', '1', ',', '\n', 'P', 'K', 3, 4, ',', '1', ',', '\n', 0xff, 0xfe, ',', '1', ',',
                        '\n'),
                MARK,
                "U1,1,x\n".getBytes(StandardCharsets.UTF_8)));
        for (int cut = 0; cut < file.length; cut++) {
            agree(file, List.of(cut), ONE_BYTE, ReadLimits.DEFAULT);
            agree(file, List.of(cut), OURS, ReadLimits.DEFAULT);
        }
    }

    @Example
    void theHeadStandsAtTheFirstRowBelowTheHeadings() {
        byte[] file =
                joined(List.of(MARK, "\n\"unit_code\",\"a\nb\",approved\r\nU1,,1\n".getBytes(StandardCharsets.UTF_8)));

        InputPart head =
                RecordScan.head(input("b.csv", file), OURS, ReadLimits.DEFAULT).orElseThrow();

        assertThat(head.rowsBefore()).isEqualTo(2);
        assertThat(head.bytesBefore()).isEqualTo(file.length - "U1,,1\n".length());
        assertThat(head.headings()).containsExactly("unit_code", "a\nb", "approved");
    }

    @Example
    void whatCannotBeReadInPartsHasNoHead() throws IOException {
        String text = "unit_code,approved\nU1,1\n";
        byte[] marked = joined(List.of(bytes(0xff, 0xfe), text.getBytes(StandardCharsets.UTF_16LE)));

        assertThat(head("b.csv", gzip(text.getBytes(StandardCharsets.UTF_8)))).isEmpty();
        assertThat(head("b.csv", marked)).isEmpty();
        assertThat(head("b.json", "[{\"unit_code\":\"U1\",\"approved\":1}]".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    private static Optional<InputPart> head(String name, byte[] bytes) {
        return RecordScan.head(input(name, bytes), OURS, ReadLimits.DEFAULT);
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }

    private static Input input(String name, byte[] bytes) {
        return Input.of(name, () -> new ByteArrayInputStream(bytes));
    }

    /** What reading gave. */
    private record Read(List<SpendingLine> lines, ReadingAccount account) {

        static Read of(Budgets.Reading reading) {
            List<SpendingLine> lines = new ArrayList<>();
            try (LineReader reader = reading.source().open()) {
                for (SpendingLine line = reader.next(); line != null; line = reader.next()) {
                    lines.add(line);
                }
                return new Read(lines, reader.account());
            }
        }
    }

    /** Ours in this charset, that looks for nothing: a part cannot know what is found in the whole. */
    private static Layout strictly(String charset) {
        try (InputStream in = Layout.class.getResourceAsStream("layouts/hrbudget.json")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Layout.read(input(
                    "strict.json",
                    text.replace("\"UTF-8\"", '"' + charset + '"')
                            .replace("\"detect\": true", "\"detect\": false")
                            .getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void agree(byte[] file, List<Integer> cuts, Layout layout, ReadLimits limits) {
        Optional<InputPart> head;
        Read whole;
        try {
            whole = Read.of(reading(file, layout, limits));
            head = RecordScan.head(input("b.csv", file), layout, limits);
        } catch (BudgetReadException refused) {
            return;
        }
        Read parts = inParts(file, head.orElseThrow(), cuts, layout, limits);

        assertThat(parts.lines()).isEqualTo(whole.lines());
        String hash = whole.account().inputs().get(0).sha256();
        ReadingAccount account =
                hash == null ? parts.account() : parts.account().withSha256("b.csv", hash);
        assertThat(withoutDoubts(account)).isEqualTo(withoutDoubts(whole.account()));
        if (!isOfHeadings(file, head.orElseThrow())) {
            assertThat(hasDoubts(account)).isEqualTo(hasDoubts(whole.account()));
        }
    }

    /** Headings are read by nobody for their text; a doubt of theirs alone is that of the whole. */
    private static boolean isOfHeadings(byte[] file, InputPart head) {
        return IntStream.range(0, (int) head.bytesBefore()).anyMatch(i -> file[i] < 0);
    }

    /** What it says of the charset counts the characters of a part, and each part has its own. */
    private static ReadingAccount withoutDoubts(ReadingAccount account) {
        List<ReadingAccount.Fault> others =
                account.faults().stream().filter(fault -> !isDoubt(fault)).toList();
        return new ReadingAccount(account.inputs(), account.rejected(), others);
    }

    private static boolean hasDoubts(ReadingAccount account) {
        return account.faults().stream().anyMatch(RecordScanProperties::isDoubt);
    }

    private static boolean isDoubt(ReadingAccount.Fault fault) {
        return fault.message().en().contains("UTF-8");
    }

    private static Budgets.Reading reading(byte[] bytes, Layout layout, ReadLimits limits) {
        return Budgets.reading(input("b.csv", bytes)).layout(layout).limits(limits);
    }

    /** What a cluster does: cut, scan each piece, put together, read each part; what follows a broken part is not read. */
    private static Read inParts(byte[] file, InputPart head, List<Integer> cuts, Layout layout, ReadLimits limits) {
        int start = (int) head.bytesBefore();
        TreeSet<Integer> borders = new TreeSet<>(List.of(start, file.length));
        cuts.forEach(cut -> borders.add(start + cut % Math.max(1, file.length - start)));
        List<RecordScan.Piece> pieces = new ArrayList<>();
        int from = start;
        for (int to : borders) {
            RecordScan scan = RecordScan.of(layout, head);
            scan.add(file, from, (to - from) / 2);
            scan.add(file, from + (to - from) / 2, to - from - (to - from) / 2);
            pieces.add(scan.piece());
            from = to;
        }
        List<InputPart> parts = RecordScan.parts(head, pieces);
        List<SpendingLine> lines = new ArrayList<>();
        ReadingAccount account;
        try (LineReader reader = reading(file, layout, limits).source().open()) {
            account = reader.account();
        }
        for (int i = 0; i < parts.size() && withoutDoubts(account).faults().isEmpty(); i++) {
            int end = i + 1 < parts.size() ? (int) parts.get(i + 1).bytesBefore() : file.length;
            byte[] bytes = Arrays.copyOfRange(file, (int) parts.get(i).bytesBefore(), end);
            Read part = Read.of(reading(bytes, layout, limits).part(parts.get(i)));
            lines.addAll(part.lines());
            account = account.plus(part.account(), limits.maxRejectedRows());
        }
        return new Read(lines, account);
    }
}
