package org.hrbudget.rules;

import java.io.IOException;
import java.nio.file.Path;
import org.hrbudget.model.Budget;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("thorough")
class PublicSurfaceTest {

    @Test
    void ofTheRuntime() throws IOException {
        PublicSurface.check(Path.of("public-api.txt"), "hrbudget-rules/runtime", RulePacks.class);
    }

    @Test
    void ofTheCore() throws IOException {
        PublicSurface.check(Path.of("../../hrbudget-core/public-api.txt"), "hrbudget-rules/runtime", Budget.class);
    }
}
