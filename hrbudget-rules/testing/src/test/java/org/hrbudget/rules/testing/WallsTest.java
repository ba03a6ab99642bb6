package org.hrbudget.rules.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.hrbudget.rules.ArchitectureTest;

/** The walls of the module: those of the one beside it, and no test framework but where budgets for jqwik are made. */
@AnalyzeClasses(packages = "org.hrbudget.rules.testing", importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {

    @ArchTest
    static final ArchRule nobodyKnowsDrools = ArchitectureTest.onlyTheEngineKnowsDrools;

    @ArchTest
    static final ArchRule nothingStaticChanges = ArchitectureTest.nothingStaticChanges;

    @ArchTest
    static final ArchRule nobodyAsksTheClock = ArchitectureTest.nobodyAsksTheClock;

    @ArchTest
    static final ArchRule testingKnowsNoEngineAndNoTestFramework = noClasses()
            .that()
            .resideInAPackage("org.hrbudget.rules.testing")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.hrbudget.rules.internal.engine",
                    "org.junit..",
                    "org.assertj..",
                    "net.jqwik..",
                    "org.opentest4j..")
            .because("whoever tests rules brings a test framework of their own");
}
