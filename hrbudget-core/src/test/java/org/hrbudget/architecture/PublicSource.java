package org.hrbudget.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Reads source files with the compiler's own parser and lists what a user can see but nobody explains. */
final class PublicSource extends TreePathScanner<Void, Boolean> {

    private final DocTrees docs;
    private final CompilationUnitTree unit;
    private final List<String> missing;

    private PublicSource(DocTrees docs, CompilationUnitTree unit, List<String> missing) {
        this.docs = docs;
        this.unit = unit;
        this.missing = missing;
    }

    /** {@return each public or protected thing without javadoc as {@code File.java:line name}, in the order of the files} */
    static List<String> undocumented(Path folder) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> missing = new ArrayList<>();
        try (StandardJavaFileManager manager =
                        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
                Stream<Path> walk = Files.walk(folder)) {
            List<Path> files = walk.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("internal"))
                    .sorted()
                    .toList();
            JavacTask task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
            for (CompilationUnitTree unit : task.parse()) {
                new PublicSource(DocTrees.instance(task), unit, missing).scan(unit, false);
            }
        }
        return missing;
    }

    /** {@code inInterface} says whether what is here is public without saying so. */
    @Override
    public Void visitClass(ClassTree type, Boolean inInterface) {
        if (!visible(type.getModifiers(), inInterface)) {
            return null;
        }
        require(type.getSimpleName().toString());
        boolean isInterface = type.getKind() == Tree.Kind.INTERFACE || type.getKind() == Tree.Kind.ANNOTATION_TYPE;
        for (Tree member : type.getMembers()) {
            scan(member, isInterface);
        }
        return null;
    }

    @Override
    public Void visitMethod(MethodTree method, Boolean inInterface) {
        boolean overrides = method.getModifiers().getAnnotations().stream()
                .anyMatch(
                        annotation -> annotation.getAnnotationType().toString().equals("Override"));
        boolean recordConstructor = method.getReturnType() == null
                && getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.RECORD;
        if (visible(method.getModifiers(), inInterface) && !overrides && !recordConstructor) {
            require(method.getName().toString());
        }
        return null;
    }

    @Override
    public Void visitVariable(VariableTree field, Boolean inInterface) {
        boolean member = getCurrentPath().getParentPath().getLeaf() instanceof ClassTree;
        boolean component = getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.RECORD
                && !field.getModifiers().getFlags().contains(Modifier.STATIC);
        if (member && !component && visible(field.getModifiers(), inInterface)) {
            require(field.getName().toString());
        }
        return null;
    }

    private static boolean visible(ModifiersTree modifiers, boolean inInterface) {
        return inInterface
                || modifiers.getFlags().contains(Modifier.PUBLIC)
                || modifiers.getFlags().contains(Modifier.PROTECTED);
    }

    private void require(String name) {
        TreePath path = getCurrentPath();
        if (docs.getDocComment(path) == null) {
            long at = docs.getSourcePositions().getStartPosition(unit, path.getLeaf());
            String file = Path.of(unit.getSourceFile().getName()).getFileName().toString();
            missing.add(file + ":" + unit.getLineMap().getLineNumber(at) + " " + name);
        }
    }
}
