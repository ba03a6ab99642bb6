package org.hrbudget.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Map;
import java.util.Objects;
import org.hrbudget.report.Receipt;
import org.hrbudget.report.TextPage;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Signatures of packs, each in a file beside its pack: a folder {@code pack} is signed in {@code pack.sig}. */
final class PackSignature {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What such a file has: the SHA-256 of the pack as receipts have it, and the signature over that text. */
    private record Signed(String sha256, Receipt.Seal signature) {

        Signed {
            Objects.requireNonNull(sha256, "sha256");
            Objects.requireNonNull(signature, "signature");
        }
    }

    private final Arguments arguments;
    private final ProgramWords words;

    PackSignature(Arguments arguments, ProgramWords words) {
        this.arguments = arguments;
        this.words = words;
    }

    /** Signs a pack that can be used: nobody should answer for another. */
    ExitCode sign(TextPage page) throws IOException {
        String place = arguments.positionals().get(0);
        Path pack = arguments.path(place, "DIR|ZIP|BOOK");
        KeyPair keys = KeyFiles.pair(arguments.path("--key").orElseThrow(), words);
        String named = new PackArguments(arguments)
                .pack(pack.toString(), "DIR|ZIP|BOOK")
                .manifest()
                .id();
        String sha256 = ReceiptFile.sha256(pack);
        Signed signed = new Signed(sha256, Receipt.Seal.over(bytes(sha256), keys));
        WholeOutput.write(
                beside(pack),
                words,
                out -> out.write((JSON.writeValueAsString(signed) + "\n").getBytes(StandardCharsets.UTF_8)));
        page.paragraph(
                0, words.get("sign.done", "pack", named, "file", beside(pack).toString()));
        return ExitCode.BELOW_THRESHOLD;
    }

    /** Says of each pack of the user's own whether it is signed, and by whom. */
    void say(Screen screen) throws IOException {
        Map<PublicKey, String> trusted = KeyFiles.trusted(arguments, words);
        for (String text : arguments.all(PackArguments.OPTION)) {
            Path pack = arguments.path(text, PackArguments.OPTION);
            screen.say(said(pack, trusted));
        }
    }

    private String said(Path pack, Map<PublicKey, String> trusted) throws IOException {
        Path file = beside(pack);
        if (!Files.isRegularFile(file)) {
            return words.get("sign.unsigned", "pack", pack.toString());
        }
        PublicKey signer = null;
        try (InputStream in = Files.newInputStream(file)) {
            Signed signed = JSON.readValue(in, Signed.class);
            signer = signed.sha256().equals(ReceiptFile.sha256(pack))
                    ? signed.signature().signer(bytes(signed.sha256()))
                    : null;
        } catch (JacksonException e) {
            // No signature at all: what lies there was not written by us, or was cut off.
        }
        if (signer == null) {
            return words.get("sign.other", "pack", pack.toString(), "file", file.toString());
        }
        return trusted.containsKey(signer)
                ? words.get("sign.trusted", "pack", pack.toString(), "file", String.valueOf(trusted.get(signer)))
                : words.get("sign.stranger", "pack", pack.toString());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static Path beside(Path pack) {
        Path whole = pack.toAbsolutePath().normalize();
        return whole.resolveSibling(whole.getFileName() + ".sig");
    }
}
