package io.github.surefiremp.discover;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What mp calls of Spring's public test API, by reflection: mp does not depend on Spring. Known from Spring 5.3 on.
 *
 * @param resolve {@code BootstrapUtils.resolveTestContextBootstrapper(Class)}, which is public from Spring 6 on; else
 *     null
 * @param build {@code TestContextBootstrapper.buildMergedContextConfiguration()}
 */
record SpringApi(@Nullable ClassLoader loader, @Nullable Method resolve, Method build) {
    private static final String CONTEXT = "org.springframework.test.context.";

    /** The one that classes of a loader see. */
    static Optional<SpringApi> in(@Nullable ClassLoader loader) {
        try {
            Class<?> utils = Class.forName(CONTEXT + "BootstrapUtils", false, loader);
            Method build = load("TestContextBootstrapper", loader).getMethod("buildMergedContextConfiguration");
            return Optional.of(new SpringApi(loader, publicOne(utils), build));
        } catch (ReflectiveOperationException | LinkageError e) {
            return Optional.empty();
        }
    }

    private static @Nullable Method publicOne(Class<?> utils) {
        try {
            return utils.getMethod("resolveTestContextBootstrapper", Class.class);
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    private static Class<?> load(String name, @Nullable ClassLoader loader) throws ClassNotFoundException {
        return Class.forName(CONTEXT + name, true, loader);
    }

    /** The merged configuration of a test class; nothing is started. */
    Object configuration(Class<?> testClass) throws ReflectiveOperationException {
        Object bootstrapper = resolve == null ? bootstrapper(testClass) : resolve.invoke(null, testClass);
        return Objects.requireNonNull(build.invoke(bootstrapper));
    }

    /** As Spring 5.3 makes it, of parts that are public. */
    private Object bootstrapper(Class<?> testClass) throws ReflectiveOperationException {
        Class<?> delegate = load("cache.DefaultCacheAwareContextLoaderDelegate", loader);
        Object context = load("support.DefaultBootstrapContext", loader)
                .getConstructor(Class.class, load("CacheAwareContextLoaderDelegate", loader))
                .newInstance(testClass, delegate.getConstructor().newInstance());
        Class<?> type = bootstrapperOf(testClass);
        var constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        Object bootstrapper = constructor.newInstance();
        load("TestContextBootstrapper", loader)
                .getMethod("setBootstrapContext", load("BootstrapContext", loader))
                .invoke(bootstrapper, context);
        return bootstrapper;
    }

    private Class<?> bootstrapperOf(Class<?> testClass) throws ReflectiveOperationException {
        Annotation written = (Annotation) found("findMergedAnnotation", testClass, "BootstrapWith");
        if (written != null) {
            Object type = Annotations.value(written, "value").orElseThrow();
            return (Class<?>) type;
        }
        boolean web = Boolean.TRUE.equals(found("hasAnnotation", testClass, "web.WebAppConfiguration"));
        return load(web ? "web.WebTestContextBootstrapper" : "support.DefaultTestContextBootstrapper", loader);
    }

    private @Nullable Object found(String method, Class<?> testClass, String annotation)
            throws ReflectiveOperationException {
        return load("TestContextAnnotationUtils", loader)
                .getMethod(method, Class.class, Class.class)
                .invoke(null, testClass, load(annotation, loader));
    }
}
