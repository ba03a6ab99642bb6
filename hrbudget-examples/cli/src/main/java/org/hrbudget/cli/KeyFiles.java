package org.hrbudget.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
        String text = text(file, words);
        try {
            KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
            return new KeyPair(
                    keys.generatePublic(new X509EncodedKeySpec(block(text, PUBLIC, file, words))),
                    keys.generatePrivate(new PKCS8EncodedKeySpec(block(text, PRIVATE, file, words))));
        } catch (GeneralSecurityException e) {
            throw Refusal.notEvaluated(words.get("key.other", "file", file.toString()));
        }
    }

    /** {@return the public key in a file} */
    static PublicKey publicKey(Path file, ProgramWords words) throws IOException {
        try {
            return KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(block(text(file, words), PUBLIC, file, words)));
        } catch (GeneralSecurityException e) {
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

    private static String text(Path file, ProgramWords words) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
            throw Refusal.notEvaluated(words.get("key.missing", "file", file.toString()));
        }
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    }

    private static byte[] block(String text, String kind, Path file, ProgramWords words) {
        Matcher block = Pattern.compile("-----BEGIN " + kind + "-----([A-Za-z0-9+/=\\s]*)-----END " + kind + "-----")
                .matcher(text);
        return Optional.of(block)
                .filter(Matcher::find)
                .map(found -> Base64.getMimeDecoder().decode(found.group(1)))
                .orElseThrow(() -> Refusal.notEvaluated(words.get("key.lacks", "file", file.toString(), "kind", kind)));
    }
}
