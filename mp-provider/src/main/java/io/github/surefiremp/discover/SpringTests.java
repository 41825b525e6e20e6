package io.github.surefiremp.discover;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

/** What can be told of a test class of the Spring Framework by its annotations, without Spring. */
final class SpringTests {
    private static final String PACKAGE = "org.springframework.test.";
    private static final String DIRTIES_CONTEXT = PACKAGE + "annotation.DirtiesContext";
    private static final String JUPITER_EXTENSION = PACKAGE + "context.junit.jupiter.SpringExtension";
    private static final String JUNIT4_RUNNER = PACKAGE + "context.junit4.SpringJUnit4ClassRunner";
    private static final String JUNIT4_RULE = PACKAGE + "context.junit4.rules.SpringClassRule";
    private static final String TESTNG_BASE = PACKAGE + "context.testng.AbstractTestNGSpringContextTests";

    private static final String RUN_WITH = "org.junit.runner.RunWith";
    /** The second is the first one's container. */
    private static final List<String> EXTENSIONS =
            List.of("org.junit.jupiter.api.extension.ExtendWith", "org.junit.jupiter.api.extension.Extensions");

    private SpringTests() {}

    /** Whether Spring prepares the instances of the class, or of a class around it. */
    static boolean areDriven(Class<?> type) {
        for (Class<?> around : ClassTraits.withOuterClasses(type)) {
            for (Class<?> source : Annotations.lineage(around)) {
                if (source.getName().equals(TESTNG_BASE)
                        || hasExtension(source)
                        || has(source, RUN_WITH, JUNIT4_RUNNER)
                        || hasRule(source)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a test of the class, or the class itself, has its context closed. */
    static boolean dirty(Class<?> type) {
        for (Class<?> around : ClassTraits.withOuterClasses(type)) {
            if (Annotations.nearest(around, DIRTIES_CONTEXT).isPresent()) {
                return true;
            }
        }
        for (Class<?> source : Annotations.lineage(type)) {
            for (Method method : source.getDeclaredMethods()) {
                if (!Annotations.find(method, DIRTIES_CONTEXT).isEmpty()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean hasExtension(Class<?> source) {
        return EXTENSIONS.stream().anyMatch(name -> has(source, name, JUPITER_EXTENSION));
    }

    /** Whether the annotation names that class or one that extends it. */
    private static boolean has(Class<?> source, String annotation, String named) {
        return Annotations.find(source, annotation).stream()
                .anyMatch(found -> Annotations.value(found.annotation(), "value")
                        .filter(value -> names(value, named))
                        .isPresent());
    }

    private static boolean names(Object value, String named) {
        if (value instanceof Class<?> type) {
            for (Class<?> next = type; next != null; next = next.getSuperclass()) {
                if (next.getName().equals(named)) {
                    return true;
                }
            }
        }
        if (value instanceof Annotation inside) {
            return Annotations.value(inside, "value")
                    .filter(it -> names(it, named))
                    .isPresent();
        }
        if (value instanceof Object[] several) {
            return Arrays.stream(several).anyMatch(one -> names(one, named));
        }
        return false;
    }

    private static boolean hasRule(Class<?> source) {
        for (Field field : source.getDeclaredFields()) {
            if (field.getType().getName().equals(JUNIT4_RULE)) {
                return true;
            }
        }
        return false;
    }
}
