package org.hrbudget.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hrbudget.report.Receipt;

/** Keys in files, as other programs have them too: PEM, the private key of PKCS #8, the public one of X.509. */
final class KeyFiles {

    private static final String ALGORITHM = "Ed25519";
    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";
    private static final int LONGEST = 10_000;
    private static final int LINE = 64;

    private KeyFiles() {}

    /** {@return the pair in a file that has both keys, one below the other} */
    static KeyPair pair(Path file, ProgramWords words) throws IOException {
        String text = text(file, words, PUBLIC, PRIVATE);
        try {
            return Receipt.Seal.keys(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.notEvaluated(words.get("key.other", "file", file.toString()));
        }
    }

    /** {@return the public key in a file} */
    static PublicKey publicKey(Path file, ProgramWords words) throws IOException {
        String text = text(file, words, PUBLIC);
        try {
            return Receipt.Seal.publicKey(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.notEvaluated(words.get("key.other", "file", file.toString()));
        }
    }

    /** {@return the keys that the user trusts, and the name of the file of each} */
    static Map<PublicKey, String> trusted(Arguments arguments, ProgramWords words) throws IOException {
        Map<PublicKey, String> trusted = new LinkedHashMap<>();
        for (String text : arguments.all("--trust")) {
            Path file = arguments.path(text, "--trust");
            trusted.put(publicKey(file, words), String.valueOf(file.getFileName()));
        }
        return trusted;
    }

    /** {@return a new pair as a file has it} */
    static String[] made() {
        try {
            KeyPair keys = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            String open = block(PUBLIC, keys.getPublic().getEncoded());
            return new String[] {block(PRIVATE, keys.getPrivate().getEncoded()) + open, open};
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java from 15 on has Ed25519.", e);
        }
    }

    private static String block(String kind, byte[] key) {
        String text = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(key);
        return "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n";
    }

    private static String text(Path file, ProgramWords words, String... kinds) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
            throw Refusal.notEvaluated(words.get("key.missing", "file", file.toString()));
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        for (String kind : kinds) {
            if (!text.contains("-----BEGIN " + kind + "-----")) {
                throw Refusal.notEvaluated(words.get("key.lacks", "file", file.toString(), "kind", kind));
            }
        }
        return text;
    }
}
