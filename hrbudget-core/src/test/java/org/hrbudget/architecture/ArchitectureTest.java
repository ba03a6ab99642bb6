package org.hrbudget.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Set;

/** The walls between the rooms of the house, and what none of them may do. */
@AnalyzeClasses(packages = "org.hrbudget", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String JDK = "java..";
    private static final String JSPECIFY = "org.jspecify..";
    private static final String ERROR_PRONE = "com.google.errorprone.annotations..";
    private static final String JACKSON = "tools.jackson..";
    private static final String MODEL = "org.hrbudget.model..";
    private static final String TEXT = "org.hrbudget.text..";
    private static final String IO = "org.hrbudget.io..";
    private static final String SUMMARY = "org.hrbudget.summary..";
    private static final String VALIDATION = "org.hrbudget.validation..";
    private static final String REPORT = "org.hrbudget.report..";
    private static final String SEARCH = "org.hrbudget.search..";
    private static final String COMPARISON = "org.hrbudget.comparison..";

    @ArchTest
    static final ArchRule modelKnowsTheJdkAlone = room(MODEL, "a budget is what it is, wherever it came from");

    @ArchTest
    static final ArchRule textKnowsTheModel = room(TEXT, "words are the same wherever they are said", MODEL);

    @ArchTest
    static final ArchRule ioKnowsTheModel = room(
            IO,
            "reading does not know what becomes of the lines",
            MODEL,
            TEXT,
            JACKSON,
            "com.fasterxml.jackson..",
            "org.dhatim.fastexcel.reader..",
            "javax.xml.stream..",
            "org.slf4j..");

    @ArchTest
    static final ArchRule summaryKnowsTheModel = room(SUMMARY, "a sum does not know where its lines came from", MODEL);

    @ArchTest
    static final ArchRule validationKnowsNoEngineAndNoReport =
            room(VALIDATION, "a rule pack brings its own engine", MODEL, TEXT, IO, SUMMARY);

    @ArchTest
    static final ArchRule reportKnowsTheRestOfCore = room(
            REPORT,
            "a report is the last room of a validation",
            MODEL,
            TEXT,
            IO,
            SUMMARY,
            VALIDATION,
            JACKSON,
            "com.fasterxml.jackson.annotation..",
            "org.dhatim.fastexcel..");

    @ArchTest
    static final ArchRule comparisonKnowsTheRestOfCore = room(
            COMPARISON,
            "two budgets are compared beside the house, and no other room needs that",
            MODEL,
            TEXT,
            IO,
            SUMMARY,
            VALIDATION,
            REPORT);

    @ArchTest
    static final ArchRule searchKnowsTheModelAndTheWordsOfSpanish = room(
            SEARCH,
            "what is looked for is the same in a program, on a page and in a budget's lines",
            MODEL,
            TEXT,
            "org.apache.lucene..",
            "org.tartarus.snowball..");

    @ArchTest
    static final ArchRule coreKnowsNoDrools = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.drools..", "org.kie..", "org.mvel2..")
            .because("hrbudget-core runs without hrbudget-rules");

    @ArchTest
    static final ArchRule nobodyReadsAClock = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(Instant.class, "now")
            .because("the date is always a parameter");

    @ArchTest
    static final ArchRule nobodyPrints = noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("a library answers; the program that uses it prints");

    @ArchTest
    static final ArchRule nobodyAsksTheMachineForItsHabits = noClasses()
            .should()
            .callMethod(Locale.class, "getDefault")
            .orShould()
            .callMethod(Locale.class, "getDefault", Locale.Category.class)
            .orShould()
            .callMethod(Charset.class, "defaultCharset")
            .orShould()
            .callMethod(ZoneId.class, "systemDefault")
            .orShould()
            .callMethod(String.class, "toLowerCase")
            .orShould()
            .callMethod(String.class, "toUpperCase")
            .orShould()
            .callMethod(String.class, "getBytes")
            .orShould()
            .callConstructor(String.class, byte[].class)
            .orShould()
            .callMethod(String.class, "format", String.class, Object[].class)
            .orShould()
            .callMethod(String.class, "formatted", Object[].class)
            .because("the same input gives the same bytes on every machine: name the Locale, the Charset, the ZoneId");

    @ArchTest
    static final ArchRule noFieldIsFloating = fields().that()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .should()
            .notHaveRawType(DescribedPredicate.describe("double or float", ArchitectureTest::isFloating))
            .because("money and ratios are BigDecimal");

    @ArchTest
    static final ArchRule noMethodReturnsFloating = methods()
            .should()
            .notHaveRawReturnType(DescribedPredicate.describe("double or float", ArchitectureTest::isFloating))
            .because("money and ratios are BigDecimal");

    @ArchTest
    static final ArchRule staticFieldsAreFinal = fields().that()
            .areStatic()
            .and(are(DescribedPredicate.describe(
                    "written by us", (JavaField field) -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))))
            .should()
            .beFinal()
            .because("there is no static mutable state");

    @ArchTest
    static final ArchRule whatIsSentAroundIsSerialisable = fields().that(are(DescribedPredicate.describe(
                    "written where an object of their class is serialised", ArchitectureTest::isWritten)))
            .should()
            .haveRawType(DescribedPredicate.describe("serialisable", ArchitectureTest::isSerialisable))
            .because(
                    "a declared Map or List may be one that is not: declare a class, or send a record of the values instead");

    /** A room uses the JDK, JSpecify, itself, and what is listed. */
    private static ArchRule room(String room, String reason, String... others) {
        String[] allowed = new String[others.length + 4];
        System.arraycopy(others, 0, allowed, 4, others.length);
        allowed[0] = JDK;
        allowed[1] = JSPECIFY;
        allowed[2] = ERROR_PRONE;
        allowed[3] = room;
        return classes()
                .that()
                .resideInAPackage(room)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(primitivesAndArrays(allowed)))
                .because(reason);
    }

    private static DescribedPredicate<JavaClass> primitivesAndArrays(String... allowed) {
        return DescribedPredicate.describe(
                "primitives and arrays of allowed types",
                type -> type.getBaseComponentType().isPrimitive()
                        || (type.isArray() && resideInAnyPackage(allowed).test(type.getBaseComponentType())));
    }

    /** Records and enums are written in a way of their own. */
    private static boolean isWritten(JavaField field) {
        JavaClass owner = field.getOwner();
        return owner.isAssignableTo(Serializable.class)
                && !owner.isRecord()
                && !owner.isEnum()
                && !field.getModifiers().contains(JavaModifier.STATIC)
                && !field.getModifiers().contains(JavaModifier.TRANSIENT);
    }

    private static boolean isSerialisable(JavaClass type) {
        JavaClass element = type.getBaseComponentType();
        return element.isPrimitive() || element.isAssignableTo(Serializable.class);
    }

    private static boolean isFloating(JavaClass type) {
        return Set.of("double", "float", "java.lang.Double", "java.lang.Float")
                .contains(type.getBaseComponentType().getName());
    }
}
