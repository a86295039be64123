package io.jenkins.plugins.gotoolchain.architecture;

import java.io.IOException;
import java.io.StringWriter;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compares declarations of classes, given as sources, with the real classes of the same names. Whatever is declared
 * must be there with the same erased types and the same modifiers; the real class may have more.
 */
final class Declarations {

    private static final int OF_A_CLASS = Modifier.PUBLIC | Modifier.PROTECTED | Modifier.STATIC | Modifier.FINAL
            | Modifier.ABSTRACT | Modifier.INTERFACE;
    private static final int OF_A_MEMBER =
            Modifier.PUBLIC | Modifier.PROTECTED | Modifier.STATIC | Modifier.FINAL | Modifier.ABSTRACT;

    private final ClassLoader real;
    private final List<String> differences = new ArrayList<>();

    private Declarations(ClassLoader real) {
        this.real = real;
    }

    /**
     * @param sources the folder with the declarations, laid out as packages
     * @param classes an empty folder for what is compiled from them
     * @return one line for each thing declared that the real class lacks or has differently
     */
    static List<String> differences(Path sources, Path classes, ClassLoader real) throws Exception {
        compile(sources, classes);
        Declarations comparison = new Declarations(real);
        try (URLClassLoader declared = new ChildFirst(classes, real);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".class")).sorted().toList()) {
                String name = classes.relativize(file).toString().replaceAll("[/\\\\]", ".").replaceAll("\\.class$", "");
                if (!name.endsWith("package-info")) {
                    comparison.compare(Class.forName(name, false, declared));
                }
            }
        }
        return comparison.differences;
    }

    /** @throws AssertionError with what the compiler says where they do not compile */
    static void compile(Path sources, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> walked = Files.walk(sources)) {
            List<Path> paths = walked.filter(each -> each.toString().endsWith(".java")).toList();
            List<String> options = List.of("-proc:none", "-nowarn", "-d", classes.toString(), "-classpath", classPath());
            StringWriter errors = new StringWriter();
            if (!paths.isEmpty()
                    && !compiler.getTask(errors, files, null, options, null, files.getJavaFileObjectsFromPaths(paths)).call()) {
                throw new AssertionError("the declarations in " + sources + " do not compile:\n" + errors);
            }
        }
    }

    /** Of the tests; {@code java.class.path} may be that of the program that runs them. */
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private void compare(Class<?> declared) throws Exception {
        Class<?> found;
        try {
            found = Class.forName(declared.getName(), false, real);
        } catch (ClassNotFoundException e) {
            differences.add(declared.getName() + ": there is no such class");
            return;
        }
        int mask = declared.isEnum() ? OF_A_CLASS & ~(Modifier.ABSTRACT | Modifier.FINAL) : OF_A_CLASS;
        modifiers(declared.getName(), declared.getModifiers() & mask, found.getModifiers() & mask);
        Set<String> ancestors = ancestors(found);
        for (String ancestor : ancestors(declared)) {
            if (!ancestors.contains(ancestor)) {
                differences.add(declared.getName() + ": is no " + ancestor);
            }
        }
        annotations(declared, found);
        for (Constructor<?> each : declared.getDeclaredConstructors()) {
            member(each, find(found.getDeclaredConstructors(), each));
        }
        for (Method each : declared.getDeclaredMethods()) {
            Method method = find(found.getDeclaredMethods(), each);
            member(each, method);
            if (method != null && (each.getDefaultValue() == null) != (method.getDefaultValue() == null)) {
                differences.add(signature(each) + ": has " + (method.getDefaultValue() == null ? "no" : "a") + " default value");
            }
        }
        for (Field each : declared.getDeclaredFields()) {
            if (!each.isSynthetic()) {
                field(each, found);
            }
        }
    }

    private void member(Executable declared, Executable found) {
        if (declared.isSynthetic() || Modifier.isPrivate(declared.getModifiers())) {
            return;
        }
        if (found == null) {
            differences.add(signature(declared) + ": there is none such");
        } else {
            modifiers(signature(declared), declared.getModifiers() & OF_A_MEMBER, found.getModifiers() & OF_A_MEMBER);
        }
    }

    private void field(Field declared, Class<?> owner) throws IllegalAccessException {
        String name = owner.getName() + "." + declared.getName();
        Field found = Arrays.stream(owner.getDeclaredFields())
                .filter(each -> each.getName().equals(declared.getName())
                        && each.getType().getName().equals(declared.getType().getName()))
                .findFirst()
                .orElse(null);
        if (found == null) {
            differences.add(name + " of type " + declared.getType().getName() + ": there is none such");
            return;
        }
        modifiers(name, declared.getModifiers() & OF_A_MEMBER, found.getModifiers() & OF_A_MEMBER);
        boolean constant = Modifier.isStatic(declared.getModifiers()) && Modifier.isFinal(declared.getModifiers())
                && (declared.getType().isPrimitive() || declared.getType() == String.class);
        // The compiler puts a constant's value into the classes that use it.
        if (constant && declared.trySetAccessible() && found.trySetAccessible()
                && !Objects.equals(declared.get(null), found.get(null))) {
            differences.add(name + ": is " + found.get(null) + ", not " + declared.get(null));
        }
    }

    private void annotations(Class<?> declared, Class<?> found) {
        Set<String> there = new LinkedHashSet<>();
        for (Annotation each : found.getDeclaredAnnotations()) {
            there.add(each.annotationType().getName());
        }
        for (Annotation each : declared.getDeclaredAnnotations()) {
            if (!there.contains(each.annotationType().getName())) {
                differences.add(declared.getName() + ": has no @" + each.annotationType().getName());
            }
        }
    }

    private void modifiers(String name, int declared, int found) {
        if (declared != found) {
            differences.add(name + ": is '" + Modifier.toString(found) + "', not '" + Modifier.toString(declared) + "'");
        }
    }

    private static Set<String> ancestors(Class<?> type) {
        Set<String> names = new LinkedHashSet<>();
        for (Class<?> each = type.getSuperclass(); each != null; each = each.getSuperclass()) {
            names.add(each.getName());
            names.addAll(ancestors(each));
        }
        for (Class<?> each : type.getInterfaces()) {
            names.add(each.getName());
            names.addAll(ancestors(each));
        }
        return names;
    }

    private static <T extends Executable> T find(T[] candidates, T wanted) {
        return Arrays.stream(candidates)
                .filter(each -> signature(each).equals(signature(wanted)))
                .findFirst()
                .orElse(null);
    }

    private static String signature(Executable member) {
        StringBuilder text = new StringBuilder(member.getDeclaringClass().getName()).append('.').append(
                member instanceof Method ? member.getName() : "<init>");
        String separator = "(";
        for (Class<?> each : member.getParameterTypes()) {
            text.append(separator).append(each.getName());
            separator = ", ";
        }
        text.append(separator.equals("(") ? "()" : ")");
        return member instanceof Method method ? text + " " + method.getReturnType().getName() : text.toString();
    }

    /** Finds the declared classes before the real ones of the same names. */
    private static final class ChildFirst extends URLClassLoader {

        private final Path classes;

        ChildFirst(Path classes, ClassLoader parent) throws IOException {
            super(new URL[] {classes.toUri().toURL()}, parent);
            this.classes = classes;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                if (loaded == null && Files.exists(classes.resolve(name.replace('.', '/') + ".class"))) {
                    loaded = findClass(name);
                }
                return loaded != null ? loaded : super.loadClass(name, resolve);
            }
        }
    }
}
