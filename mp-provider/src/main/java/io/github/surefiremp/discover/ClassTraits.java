package io.github.surefiremp.discover;

import io.github.surefiremp.model.TestClass.Cut;
import java.lang.annotation.AnnotationFormatError;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whether a class of JUnit Jupiter may be split over workers.
 *
 * @param reason why never or only if asked; empty where it is safe
 */
record ClassTraits(Cut cut, String reason) {
    private static final String JUPITER = "org.junit.jupiter.api.";
    private static final String TEST_INSTANCE = JUPITER + "TestInstance";
    private static final String TEST_METHOD_ORDER = JUPITER + "TestMethodOrder";
    private static final String CLASS_ORDER = "org.junit.jupiter.api.TestClassOrder";
    private static final String EXECUTION = JUPITER + "parallel.Execution";
    private static final String REGISTER_EXTENSION = JUPITER + "extension.RegisterExtension";
    private static final List<String> TEMPLATES =
            List.of("org.junit.jupiter.params.ParameterizedClass", JUPITER + "ClassTemplate");
    private static final List<String> ONCE = List.of(JUPITER + "BeforeAll", JUPITER + "AfterAll");
    /** The second is the first one's container. */
    private static final List<String> EXTENSIONS =
            List.of(JUPITER + "extension.ExtendWith", JUPITER + "extension.Extensions");

    private static final String LIFECYCLE_PARAMETER = "junit.jupiter.testinstance.lifecycle.default";
    private static final String ORDER_PARAMETER = "junit.jupiter.testmethod.order.default";
    private static final String DETECTION_PARAMETER = "junit.jupiter.extensions.autodetection.enabled";

    private static final Set<String> LOGGERS = Set.of(
            "java.util.logging.Logger",
            "java.lang.System$Logger",
            "org.slf4j.Logger",
            "org.apache.logging.log4j.Logger",
            "org.apache.log4j.Logger",
            "org.apache.commons.logging.Log",
            "org.jboss.logging.Logger",
            "ch.qos.logback.classic.Logger",
            "io.quarkus.logging.Log",
            "com.google.common.flogger.FluentLogger");

    /**
     * Looks at a class without initialising it.
     *
     * @param type a top-level class, or a nested one, which has the traits of the classes around it too
     * @param parameters JUnit's configuration parameters
     */
    static ClassTraits of(Class<?> type, Function<String, Optional<String>> parameters) {
        try {
            List<Class<?>> classes = withOuterClasses(type);
            String never = whyNever(classes, parameters);
            if (never != null) {
                return new ClassTraits(Cut.NEVER, never);
            }
            String ifAsked = whyIfAsked(classes, parameters);
            return ifAsked != null ? new ClassTraits(Cut.IF_ASKED, ifAsked) : new ClassTraits(Cut.SAFE, "");
        } catch (LinkageError | AnnotationFormatError | RuntimeException e) {
            return new ClassTraits(Cut.IF_ASKED, "it cannot be looked at: " + e);
        }
    }

    /** The class and, as long as they are inner classes, those around it: a static one stands for itself in JUnit. */
    static List<Class<?>> withOuterClasses(Class<?> type) {
        List<Class<?>> classes = new ArrayList<>();
        Class<?> next = type;
        while (next != null) {
            classes.add(next);
            next = Modifier.isStatic(next.getModifiers()) ? null : next.getDeclaringClass();
        }
        return classes;
    }

    /** Whether its methods share one instance or have an order of their own; classes around it aside. */
    static boolean keepsOrder(Class<?> type, Function<String, Optional<String>> parameters) {
        Optional<Annotations.Found> lifecycle = Annotations.nearest(type, TEST_INSTANCE);
        return (lifecycle.isPresent() ? has(lifecycle.get(), "PER_CLASS") : isPerClassByDefault(parameters))
                || Annotations.nearest(type, TEST_METHOD_ORDER).isPresent();
    }

    private static boolean isPerClassByDefault(Function<String, Optional<String>> parameters) {
        return parameters
                .apply(LIFECYCLE_PARAMETER)
                .filter(value -> value.strip().equalsIgnoreCase("per_class"))
                .isPresent();
    }

    private static @Nullable String whyNever(List<Class<?>> classes, Function<String, Optional<String>> parameters) {
        boolean perClassByDefault = isPerClassByDefault(parameters);
        for (Class<?> type : classes) {
            Optional<Annotations.Found> lifecycle = Annotations.nearest(type, TEST_INSTANCE);
            if (lifecycle.isPresent() ? has(lifecycle.get(), "PER_CLASS") : perClassByDefault) {
                return "one instance serves all its methods ("
                        + (lifecycle.isPresent() ? "@TestInstance(PER_CLASS)" : LIFECYCLE_PARAMETER) + ")";
            }
        }
        for (Class<?> type : classes) {
            for (String template : TEMPLATES) {
                if (Annotations.nearest(type, template).isPresent()) {
                    return "it is a class template";
                }
            }
            if (Annotations.nearest(type, TEST_METHOD_ORDER).isPresent()) {
                return "its methods are ordered (@TestMethodOrder)";
            }
        }
        if (parameters.apply(ORDER_PARAMETER).filter(value -> !value.isBlank()).isPresent()) {
            return "its methods are ordered (" + ORDER_PARAMETER + ")";
        }
        return null;
    }

    private static @Nullable String whyIfAsked(List<Class<?>> classes, Function<String, Optional<String>> parameters) {
        Set<Class<?>> sources = new LinkedHashSet<>();
        for (Class<?> type : classes) {
            Optional<Annotations.Found> execution = Annotations.nearest(type, EXECUTION);
            if (execution.isPresent() && has(execution.get(), "SAME_THREAD")) {
                return "its methods run in one thread (@Execution(SAME_THREAD))";
            }
            if (Annotations.nearest(type, CLASS_ORDER).isPresent()) {
                return "its nested classes are ordered (@TestClassOrder)";
            }
            sources.addAll(Annotations.lineage(type));
        }
        for (Class<?> source : sources) {
            String found = inType(source);
            if (found != null) {
                return found;
            }
        }
        if (parameters
                .apply(DETECTION_PARAMETER)
                .filter(value -> value.strip().equalsIgnoreCase("true"))
                .isPresent()) {
            return "extensions are detected automatically";
        }
        return null;
    }

    private static boolean has(Annotations.Found found, String constant) {
        return Annotations.constants(found.annotation(), "value").contains(constant);
    }

    /** What a class or an interface itself has that its methods may share. */
    private static @Nullable String inType(Class<?> type) {
        for (String extension : EXTENSIONS) {
            for (Annotations.Found found : Annotations.find(type, extension)) {
                String by = found.by().isEmpty() ? "" : " by @" + found.by();
                return "it has a class-level extension (@ExtendWith" + by + " on " + type.getName() + ")";
            }
        }
        for (Method method : type.getDeclaredMethods()) {
            for (String once : ONCE) {
                if (!Annotations.find(method, once).isEmpty()) {
                    return "it has @" + once.substring(JUPITER.length()) + " (" + type.getName() + "."
                            + method.getName() + "())";
                }
            }
        }
        Set<String> constants = null;
        for (Field field : type.getDeclaredFields()) {
            int modifiers = field.getModifiers();
            if (!Modifier.isStatic(modifiers) || field.isSynthetic()) {
                continue;
            }
            if (!Annotations.find(field, REGISTER_EXTENSION).isEmpty()) {
                return "it has a class-level extension (@RegisterExtension on " + name(field) + ")";
            }
            if (Modifier.isFinal(modifiers)) {
                if (LOGGERS.contains(field.getType().getName())) {
                    continue;
                }
                if (constants == null) {
                    constants = ClassFile.constantsOf(type);
                }
                if (constants.contains(field.getName())) {
                    continue;
                }
            }
            return "it has a static field (" + name(field) + ")";
        }
        return null;
    }

    private static String name(Field field) {
        return field.getDeclaringClass().getName() + "." + field.getName();
    }
}
