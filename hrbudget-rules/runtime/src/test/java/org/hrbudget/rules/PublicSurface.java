package org.hrbudget.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an artifact promises: every type that is public outside {@code internal}, with all of it that others can name. */
public final class PublicSurface {

    private PublicSurface() {}

    /**
     * Compares the surface with the one that is written down, or writes it down where asked to.
     *
     * @param page where it is written down
     * @param module the module of the build
     * @param classes a class of the artifact: all in its jar or folder count
     */
    public static void check(Path page, String module, Class<?> classes) throws IOException {
        String now = of(classes);
        assertThat(now).contains(classes.getName());
        assertThat(now.lines().filter(line -> line.contains(".internal.")))
                .as(
                        "Others can name these, and not the types they are made of. Move those out of internal, or hide these.")
                .isEmpty();
        if (Boolean.getBoolean("hrbudget.write")) {
            Files.writeString(page, now);
        }
        assertThat(now)
                .as(
                        "What others can name differs from %s. Where that is meant: mvn -pl %s -am test"
                                + " -Dtest=PublicSurfaceTest -Dhrbudget.write=true, and say it in CHANGELOG.md.",
                        page, module)
                .isEqualTo(Files.readString(page));
    }

    private static String of(Class<?> one) throws IOException {
        URI place = URI.create(
                one.getProtectionDomain().getCodeSource().getLocation().toString());
        if (Files.isDirectory(Path.of(place))) {
            return of(one.getClassLoader(), Path.of(place));
        }
        try (FileSystem jar = FileSystems.newFileSystem(Path.of(place))) {
            return of(one.getClassLoader(), jar.getPath("/"));
        }
    }

    private static String of(ClassLoader loader, Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.startsWith("org/hrbudget/") && file.endsWith(".class"))
                    .map(file ->
                            file.substring(0, file.length() - ".class".length()).replace('/', '.'))
                    .filter(name -> !name.contains(".internal.") && !name.endsWith(".package-info"))
                    .map(name -> named(name, loader))
                    .filter(PublicSurface::isReachable)
                    .sorted(Comparator.comparing(Class::getName))
                    .map(PublicSurface::described)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static Class<?> named(String name, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isReachable(Class<?> type) {
        Class<?> around = type.getDeclaringClass();
        return isOpen(type.getModifiers()) && (around == null || isReachable(around));
    }

    private static boolean isOpen(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static String described(Class<?> type) {
        List<String> members = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            add(members, field, field.toGenericString());
        }
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            add(members, constructor, constructor.toGenericString());
        }
        for (Method method : type.getDeclaredMethods()) {
            if (!method.isBridge()) {
                add(members, method, method.toGenericString());
            }
        }
        String above = Stream.concat(
                        Stream.ofNullable(type.getGenericSuperclass()).filter(kind -> kind != Object.class),
                        Arrays.stream(type.getGenericInterfaces()))
                .map(kind -> kind.getTypeName())
                .sorted()
                .collect(Collectors.joining(", "));
        // Whether a type is sealed is said by newer JDKs alone.
        return type.toGenericString().replace("non-sealed ", "").replace("sealed ", "")
                + (above.isEmpty() ? "" : " : " + above)
                + "\n"
                + members.stream()
                        .sorted()
                        .map(member -> "    " + member + "\n")
                        .collect(Collectors.joining());
    }

    private static void add(List<String> members, Member member, String text) {
        boolean generated =
                member.isSynthetic() || (member instanceof Executable executable && executable.isSynthetic());
        if (isOpen(member.getModifiers()) && !generated) {
            members.add(text);
        }
    }
}
