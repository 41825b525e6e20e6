package io.github.surefiremp.coordination;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/** Gives Jupiter's tests the handles of shared fixtures; {@link Shared} brings it along. */
final class SharedExtension implements ParameterResolver, BeforeAllCallback, TestInstancePostProcessor {
    SharedExtension() {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.isAnnotated(Shared.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Object handle = use(parameter.findAnnotation(Shared.class).orElseThrow(), context);
        Class<?> type = parameter.getParameter().getType();
        if (!Values.isA(type, handle)) {
            throw new ParameterResolutionException(wrong("the parameter " + parameter.getParameter(), type, handle));
        }
        return handle;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IllegalAccessException {
        set(context.getRequiredTestClass(), null, context);
    }

    @Override
    public void postProcessTestInstance(Object instance, ExtensionContext context) throws IllegalAccessException {
        set(instance.getClass(), instance, context);
    }

    private static void set(Class<?> type, @org.jspecify.annotations.Nullable Object instance, ExtensionContext context)
            throws IllegalAccessException {
        for (Field field : AnnotationSupport.findAnnotatedFields(
                type,
                Shared.class,
                found -> Modifier.isStatic(found.getModifiers()) == (instance == null),
                HierarchyTraversalMode.TOP_DOWN)) {
            if (Modifier.isFinal(field.getModifiers())) {
                throw new ExtensionConfigurationException(
                        "the field " + field + " is final and cannot get a shared fixture's handle; make it not final");
            }
            Object handle =
                    use(AnnotationSupport.findAnnotation(field, Shared.class).orElseThrow(), context);
            if (!Values.isA(field.getType(), handle)) {
                throw new ExtensionConfigurationException(wrong("the field " + field, field.getType(), handle));
            }
            field.setAccessible(true);
            field.set(instance, handle);
        }
    }

    private static Object use(Shared shared, ExtensionContext context) {
        Coordination coordination = shared.scope() == Shared.Scope.SESSION ? Mp.session() : Mp.execution();
        String place = context.getRequiredTestClass().getName()
                + context.getTestMethod().map(method -> "." + method.getName()).orElse("")
                + ", thread " + Thread.currentThread().getName();
        return coordination.fixtures().use(shared.value(), true, place);
    }

    private static String wrong(String what, Class<?> type, Object handle) {
        return what + " is a " + type.getName() + ", but the shared fixture's handle is a "
                + handle.getClass().getName();
    }
}
