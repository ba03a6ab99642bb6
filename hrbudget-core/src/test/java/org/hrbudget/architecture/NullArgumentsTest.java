package org.hrbudget.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hrbudget.io.Budgets;
import org.hrbudget.model.Amounts;
import org.hrbudget.model.Budget;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.RunOptions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a caller makes refuses a {@code null} it was not said to take at the call itself, and names the argument. */
class NullArgumentsTest {

    private static final String HOW_TO_FIX =
            "Begin with Objects.requireNonNull(it, \"its name\"), or mark the parameter @Nullable and say what null means.";

    private static final BudgetHeader HEADER =
            new BudgetHeader("mx-cmx", FiscalYear.of(2011), "MXN", null, BudgetPhase.APPROVED);

    private static final Map<Class<?>, Object> SAMPLES = Map.of(
            String.class,
            "x",
            int.class,
            1,
            long.class,
            1L,
            boolean.class,
            true,
            BigDecimal.class,
            BigDecimal.ONE,
            FiscalYear.class,
            FiscalYear.of(2011),
            LocalDate.class,
            LocalDate.EPOCH,
            Instant.class,
            Instant.EPOCH,
            InstantSource.class,
            InstantSource.system());

    @TestFactory
    Stream<DynamicTest> buildersRefuseNull() {
        return Stream.of(
                        Budget.builder(HEADER),
                        SpendingLine.builder(),
                        Amounts.builder(),
                        BudgetValidator.builder(),
                        RunOptions.builder(),
                        Budgets.reading(Path.of("budget.csv")))
                .flatMap(builder -> Arrays.stream(builder.getClass().getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()))
                        .flatMap(method -> refusals(method, arguments -> method.invoke(builder, arguments))));
    }

    @TestFactory
    Stream<DynamicTest> recordsOfTheModelRefuseNull() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.hrbudget.model").stream()
                        .map(JavaClass::reflect)
                        .filter(type -> type.isRecord() && Modifier.isPublic(type.getModifiers()))
                        .flatMap(type -> {
                            Constructor<?> constructor = canonical(type);
                            return refusals(constructor, constructor::newInstance);
                        });
    }

    @Test
    void aBudgetRefusesToHaveNoHeaderAndNoLines() {
        assertThatNullPointerException().isThrownBy(() -> Budget.builder(null)).withMessage("header");
        assertThatNullPointerException()
                .isThrownBy(() -> Budget.of(HEADER, null))
                .withMessage("lines");
        assertThatNullPointerException()
                .isThrownBy(() -> Budget.of(HEADER, Collections.singletonList(null)))
                .withMessage("line");
    }

    /** A call that takes its arguments from a list. */
    private interface Call {
        Object of(Object... arguments) throws ReflectiveOperationException;
    }

    private static Stream<DynamicTest> refusals(Executable executable, Call call) {
        Parameter[] parameters = executable.getParameters();
        return IntStream.range(0, parameters.length)
                .filter(i -> !parameters[i].getType().isPrimitive() && !isNullable(parameters[i]))
                .mapToObj(i -> DynamicTest.dynamicTest(
                        executable.getDeclaringClass().getName() + "." + executable.getName() + " "
                                + parameters[i].getName(),
                        () -> {
                            Object[] arguments = IntStream.range(0, parameters.length)
                                    .mapToObj(other -> other == i ? null : sample(parameters[other]))
                                    .toArray();
                            assertThat(thrownBy(call, arguments))
                                    .as(HOW_TO_FIX)
                                    .isInstanceOf(NullPointerException.class)
                                    .message()
                                    .as(HOW_TO_FIX)
                                    .isIn(parameters[i].getName(), executable.getName());
                        }));
    }

    private static @Nullable Throwable thrownBy(Call call, Object... arguments) throws ReflectiveOperationException {
        try {
            call.of(arguments);
            return null;
        } catch (InvocationTargetException e) {
            return e.getCause();
        }
    }

    private static boolean isNullable(Parameter parameter) {
        return parameter.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static @Nullable Object sample(Parameter parameter) {
        return isNullable(parameter) ? null : sample(parameter.getType());
    }

    private static Object sample(Class<?> type) {
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type == List.class || type == Collection.class) {
            return List.of();
        }
        if (type == Map.class) {
            return Map.of();
        }
        if (type.isRecord() && !SAMPLES.containsKey(type)) {
            try {
                return canonical(type)
                        .newInstance(Arrays.stream(canonical(type).getParameters())
                                .map(NullArgumentsTest::sample)
                                .toArray());
            } catch (ReflectiveOperationException e) {
                throw new LinkageError("Give a sample of " + type + ".", e);
            }
        }
        Object sample = SAMPLES.get(type);
        assertThat(sample).as("Give a sample of %s.", type).isNotNull();
        return sample;
    }

    private static Constructor<?> canonical(Class<?> type) {
        try {
            return type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new LinkageError(type + " has no canonical constructor.", e);
        }
    }
}
