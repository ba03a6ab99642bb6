package org.hrbudget.rules.authoring;

import java.io.IOException;
import java.nio.file.Path;
import org.hrbudget.rules.PublicSurface;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("thorough")
class PublicSurfaceTest {

    @Test
    void ofTheModule() throws IOException {
        PublicSurface.check(Path.of("public-api.txt"), "hrbudget-rules/authoring", NewPack.class);
    }
}
