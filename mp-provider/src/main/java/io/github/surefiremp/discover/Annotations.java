package io.github.surefiremp.discover;

import java.lang.annotation.Annotation;
import java.lang.annotation.AnnotationFormatError;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds annotations by the name of their type, since the tests may have them in any version and in any loader.
 *
 * <p>What cannot be read, because classes are missing, counts as not there.
 */
final class Annotations {
    /**
     * An annotation that was found.
     *
     * @param by simple name of the composed annotation that brings it; empty if it is directly there
     */
    record Found(Annotation annotation, String by) {}

    private Annotations() {}

    /** Whether classes see an annotation type; by class, because that forgets with the class's loader. */
    static ClassValue<Boolean> seen(String typeName) {
        return new ClassValue<>() {
            @Override
            protected Boolean computeValue(Class<?> type) {
                try {
                    Class.forName(typeName, false, type.getClassLoader());
                    return true;
                } catch (ClassNotFoundException | LinkageError e) {
                    return false;
                }
            }
        };
    }

    /** All annotations of that type on the element, directly or as meta-annotations at any depth. */
    static List<Found> find(AnnotatedElement element, String typeName) {
        return find(declared(element), typeName);
    }

    /** All annotations of that type among these, directly or as meta-annotations at any depth. */
    static List<Found> find(Annotation[] annotations, String typeName) {
        List<Found> found = new ArrayList<>();
        collect(annotations, typeName, "", new HashSet<>(), found);
        return found;
    }

    private static void collect(
            Annotation[] annotations, String typeName, String by, Set<Class<?>> seen, List<Found> found) {
        for (Annotation annotation : annotations) {
            Class<?> type = annotation.annotationType();
            if (type.getName().equals(typeName)) {
                found.add(new Found(annotation, by));
            } else if (!type.getPackageName().equals("java.lang.annotation") && seen.add(type)) {
                collect(declared(type), typeName, by.isEmpty() ? simpleName(type) : by, seen, found);
            }
        }
    }

    private static Annotation[] declared(AnnotatedElement element) {
        try {
            return element.getDeclaredAnnotations();
        } catch (LinkageError | AnnotationFormatError | RuntimeException e) {
            return new Annotation[0];
        }
    }

    /** The annotation that holds for a class: its own, else the nearest that it inherits. */
    static Optional<Found> nearest(Class<?> type, String typeName) {
        return lineage(type).stream()
                .flatMap(source -> find(source, typeName).stream())
                .findFirst();
    }

    /** The class, then its interfaces, then its superclasses without Object: where and in which order JUnit looks. */
    static List<Class<?>> lineage(Class<?> type) {
        Set<Class<?>> lineage = new LinkedHashSet<>();
        addLineage(type, lineage);
        return List.copyOf(lineage);
    }

    /** The class, then those around it, from the inside out, as far as they can be loaded. */
    static List<Class<?>> around(Class<?> type) {
        List<Class<?>> around = new ArrayList<>();
        try {
            for (Class<?> next = type; next != null; next = next.getEnclosingClass()) {
                around.add(next);
            }
        } catch (LinkageError e) {
            // The search ends there.
        }
        return around;
    }

    private static void addLineage(Class<?> type, Set<Class<?>> lineage) {
        if (type == Object.class || !lineage.add(type)) {
            return;
        }
        for (Class<?> implemented : type.getInterfaces()) {
            addLineage(implemented, lineage);
        }
        Class<?> superclass = type.getSuperclass();
        if (superclass != null) {
            addLineage(superclass, lineage);
        }
    }

    /** The value of an attribute; empty if the annotation has no such attribute, in this version of it. */
    static Optional<Object> value(Annotation annotation, String attribute) {
        try {
            return Optional.ofNullable(
                    annotation.annotationType().getMethod(attribute).invoke(annotation));
        } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** The names of the constants that an attribute has, whose type is an enum or an array of one. */
    static List<String> constants(Annotation annotation, String attribute) {
        List<String> names = new ArrayList<>();
        value(annotation, attribute).ifPresent(value -> {
            int length = value.getClass().isArray() ? Array.getLength(value) : 1;
            for (int i = 0; i < length; i++) {
                if ((value.getClass().isArray() ? Array.get(value, i) : value) instanceof Enum<?> constant) {
                    names.add(constant.name());
                }
            }
        });
        return names;
    }

    /** The simple name of a class, or its full one where the classes around it are missing. */
    static String simpleName(Class<?> type) {
        try {
            return type.getSimpleName();
        } catch (LinkageError e) {
            return type.getTypeName();
        }
    }
}
