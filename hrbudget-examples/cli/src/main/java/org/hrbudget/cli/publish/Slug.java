package org.hrbudget.cli.publish;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of files that codes give, whatever the codes hold: no two codes one name, on any file system. */
final class Slug {

    private static final Pattern PLAIN = Pattern.compile("[0-9A-Z]{1,32}");
    private static final Pattern UNSAFE = Pattern.compile("[^0-9A-Za-z]+");
    private static final int KEPT = 24;
    private static final int DIGEST = 12;

    private Slug() {}

    static String of(String code) {
        if (PLAIN.matcher(code).matches()) {
            return code.toLowerCase(Locale.ROOT);
        }
        String safe = UNSAFE.matcher(code).replaceAll("-").toLowerCase(Locale.ROOT);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
            return safe.substring(0, Math.min(KEPT, safe.length())) + "-"
                    + HexFormat.of().formatHex(digest).substring(0, DIGEST);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String right(String code) {
        return "rights/right-" + of(code) + ".html";
    }

    static String group(String code) {
        return "groups/group-" + of(code) + ".html";
    }

    static String unit(String code) {
        return "units/unit-" + of(code) + ".html";
    }
}
