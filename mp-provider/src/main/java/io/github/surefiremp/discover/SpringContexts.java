package io.github.surefiremp.discover;

import io.github.surefiremp.model.SetUp;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The contexts of the Spring Framework that test classes need.
 *
 * <p>Spring itself is asked, for what it caches contexts by: the merged configuration of a class. No context is loaded,
 * but code of the project may run, such as a customizer's factory; what it prints is lost, it will print it again with
 * the tests. For one thread.
 */
final class SpringContexts {
    /** By the loader of the tests; empty where Spring is not on the class path. */
    private final Map<@Nullable ClassLoader, Optional<SpringApi>> apis = new HashMap<>();
    /** By configuration: those that Spring takes for equal have one key, whatever the texts of them say. */
    private final Map<Object, String> keys = new HashMap<>();

    private List<String> troubles = new ArrayList<>();

    boolean mayBeUsedIn(Class<?> type) {
        return apis.computeIfAbsent(type.getClassLoader(), SpringApi::in).isPresent();
    }

    List<String> troubles() {
        List<String> told = troubles;
        troubles = new ArrayList<>();
        return told;
    }

    /** The contexts of the class alone, without its nested classes: its own, then the parents of that. */
    List<SetUp> of(Class<?> type) {
        SpringApi api =
                apis.computeIfAbsent(type.getClassLoader(), SpringApi::in).orElse(null);
        if (api == null) {
            return List.of();
        }
        try {
            return SpringTests.areDriven(type) ? Muted.during(() -> contexts(type, api)) : List.of();
        } catch (RuntimeException | LinkageError e) {
            // Spring will say so better, with the tests.
            troubles.add("mp: the Spring context of " + type.getName() + " is not known: " + e);
            return List.of();
        }
    }

    private List<SetUp> contexts(Class<?> type, SpringApi api) {
        try {
            boolean kept = !SpringTests.dirty(type);
            List<SetUp> found = new ArrayList<>();
            Object next = api.configuration(type);
            String owner = isForOneClass(next, type, api) ? type.getName() : "";
            while (next != null) {
                SpringConfiguration configuration = new SpringConfiguration(next, Annotations.around(type));
                String key = keys.computeIfAbsent(next, it -> configuration.key(owner));
                found.add(new SetUp(key, configuration.name(), kept));
                next = configuration.parent();
            }
            return found;
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(String.valueOf(e.getCause()), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether no other class can have an equal one, because of a part that is made anew for each and not comparable. */
    private static boolean isForOneClass(Object configuration, Class<?> type, SpringApi api)
            throws ReflectiveOperationException {
        Collection<?> customizers = new SpringConfiguration(configuration, List.of()).customizers();
        return customizers.stream().anyMatch(StableText::isOnlyItself)
                && !configuration.equals(api.configuration(type));
    }
}
