package io.github.surefiremp.discover;

import io.github.surefiremp.model.TestClass;
import java.lang.annotation.Annotation;
import java.lang.annotation.AnnotationFormatError;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the fixtures that {@code @Shared} gives to a class and that end with the run; those of the session are left out.
 *
 * <p>It may name more than the class uses, such as the fixture of a method that is overridden: then that fixture only
 * lives longer. What it cannot see are fixtures that code asks for by itself.
 */
final class SharedFixtures {
    private static final String SHARED = "io.github.surefiremp.coordination.Shared";

    /** The scope of a fixture that ends with the run. */
    private static final String EXECUTION = "EXECUTION";

    private static final ClassValue<Boolean> SEEN = Annotations.seen(SHARED);

    private final Set<String> names = new TreeSet<>();
    private final Set<Class<?>> told = new HashSet<>();
    private final Set<Class<?>> looked = new HashSet<>();

    private SharedFixtures() {}

    /** Where the annotation is not on the class path nothing is shared, and there is no need to look. */
    static boolean mayBeUsedIn(Class<?> type) {
        return SEEN.get(type);
    }

    /**
     * The fixtures of all that runs as a part of the class: its own, those that it inherits, those of its nested
     * classes and, if it is nested itself, of those around it. Classes are not initialised.
     *
     * @param onlyByAnnotation whether its tests belong to Jupiter alone, the one engine for which the annotation works
     * @return binary names; {@link TestClass#ANY_FIXTURE} among them if there may be others
     */
    static Set<String> usedBy(Class<?> type, boolean onlyByAnnotation) {
        if (!mayBeUsedIn(type)) {
            return Set.of();
        }
        SharedFixtures found = new SharedFixtures();
        try {
            ClassTraits.withOuterClasses(type).forEach(found::addType);
            found.addInside(type);
        } catch (LinkageError | AnnotationFormatError | RuntimeException e) {
            found.names.add(TestClass.ANY_FIXTURE);
        }
        if (!onlyByAnnotation) {
            found.names.add(TestClass.ANY_FIXTURE);
        }
        return found.names;
    }

    private void addInside(Class<?> type) {
        if (!looked.add(type)) {
            return;
        }
        for (Class<?> source : Annotations.lineage(type)) {
            for (Class<?> member : source.getDeclaredClasses()) {
                // A static one stands for itself, and an abstract one counts where another one extends it.
                if (!Modifier.isStatic(member.getModifiers()) && !Modifier.isAbstract(member.getModifiers())) {
                    addType(member);
                    addInside(member);
                }
            }
        }
    }

    private void addType(Class<?> type) {
        Annotations.lineage(type).stream().filter(told::add).forEach(this::addDeclared);
    }

    private void addDeclared(Class<?> type) {
        for (Field field : type.getDeclaredFields()) {
            add(field.getDeclaredAnnotations());
        }
        addParameters(type.getDeclaredConstructors());
        addParameters(type.getDeclaredMethods());
    }

    private void addParameters(Executable... executables) {
        for (Executable executable : executables) {
            if (executable.getParameterCount() > 0) {
                for (Annotation[] annotations : executable.getParameterAnnotations()) {
                    add(annotations);
                }
            }
        }
    }

    private void add(Annotation[] annotations) {
        for (Annotations.Found found : Annotations.find(annotations, SHARED)) {
            Annotation shared = found.annotation();
            if (Annotations.constants(shared, "scope").equals(List.of(EXECUTION))) {
                names.add(Annotations.value(shared, "value")
                        .filter(Class.class::isInstance)
                        .map(fixture -> ((Class<?>) fixture).getName())
                        .orElse(TestClass.ANY_FIXTURE));
            }
        }
    }
}
