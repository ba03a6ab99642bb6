package org.hrbudget.rules;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The walls within the module, those that are in the modules beside it among them. */
@AnalyzeClasses(packages = "org.hrbudget.rules", importOptions = ImportOption.DoNotIncludeTests.class)
public class ArchitectureTest {

    private static final DescribedPredicate<JavaClass> OF_THE_ENGINE = DescribedPredicate.describe(
            "of Drools",
            type -> type.getName().startsWith("org.drools.")
                    || type.getName().startsWith("org.kie.")
                    || type.getName().startsWith("org.mvel"));

    @ArchTest
    public static final ArchRule onlyTheEngineKnowsDrools = noClasses()
            .that()
            .resideOutsideOfPackage("org.hrbudget.rules.internal.engine")
            .should()
            .dependOnClassesThat(are(OF_THE_ENGINE))
            .because("a system that embeds the library meets no rule engine");

    @ArchTest
    static final ArchRule theEngineIsThere = classes()
            .that()
            .haveSimpleName("RuleBase")
            .should()
            .dependOnClassesThat(are(OF_THE_ENGINE))
            .because("else the wall above stands around nothing");

    @ArchTest
    static final ArchRule theLanguageKnowsNeitherFilesNorEngine = noClasses()
            .that()
            .resideInAPackage("org.hrbudget.rules.internal.language")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.hrbudget.rules.internal.packs", "org.hrbudget.rules.internal.engine");

    @ArchTest
    public static final ArchRule nothingStaticChanges = fields().that()
            .areStatic()
            .should()
            .beFinal()
            .andShould()
            .notHaveModifier(JavaModifier.VOLATILE)
            .because("two validations must not share a state");

    @ArchTest
    public static final ArchRule nobodyAsksTheClock = noClasses()
            .should()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("the day whose law is asked for is always given");
}
