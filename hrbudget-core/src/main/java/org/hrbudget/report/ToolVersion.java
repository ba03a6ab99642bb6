package org.hrbudget.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** The version of this library, which the build writes into {@code tool.properties}. */
final class ToolVersion {

    /** What is there where no build has filled the file in, as in some development environments. */
    private static final String UNBUILT = "unbuilt";

    private ToolVersion() {}

    static String get() {
        return Loaded.VERSION;
    }

    /** Loaded when first needed. */
    private static final class Loaded {

        static final String VERSION = load();

        private static String load() {
            Properties properties = new Properties();
            try (InputStream stream = ToolVersion.class.getResourceAsStream("tool.properties")) {
                if (stream != null) {
                    properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                return UNBUILT;
            }
            String version = properties.getProperty("version", UNBUILT);
            return version.startsWith("$") ? UNBUILT : version;
        }
    }
}
