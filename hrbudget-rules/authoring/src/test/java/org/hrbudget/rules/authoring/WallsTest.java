package org.hrbudget.rules.authoring;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.hrbudget.rules.ArchitectureTest;

/** The walls of the module: those of the one beside it. */
@AnalyzeClasses(packages = "org.hrbudget.rules.authoring", importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {

    @ArchTest
    static final ArchRule nobodyKnowsDrools = ArchitectureTest.onlyTheEngineKnowsDrools;

    @ArchTest
    static final ArchRule nothingStaticChanges = ArchitectureTest.nothingStaticChanges;

    @ArchTest
    static final ArchRule nobodyAsksTheClock = ArchitectureTest.nobodyAsksTheClock;
}
