package io.github.surefiremp.discover;

import io.github.surefiremp.model.SetUp;
import java.lang.annotation.AnnotationFormatError;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the costly set-ups that a class needs: what {@code @Affinity} names, and its contexts of the Spring Framework.
 * For one thread.
 */
final class SetUps {
    private static final String AFFINITY = "io.github.surefiremp.annotations.Affinity";
    private static final String NESTED = "org.junit.jupiter.api.Nested";
    private static final ClassValue<Boolean> SEEN = Annotations.seen(AFFINITY);

    private final SpringContexts contexts = new SpringContexts();

    /** Those of all that runs as a part of the class, each key once. Never fails: what cannot be found is not there. */
    List<SetUp> of(Class<?> type) {
        boolean mayHaveKeys = SEEN.get(type);
        boolean mayHaveContexts = contexts.mayBeUsedIn(type);
        if (!mayHaveKeys && !mayHaveContexts) {
            return List.of();
        }
        List<Class<?>> parts = new ArrayList<>();
        addParts(type, new LinkedHashSet<>(), parts);
        Map<String, SetUp> found = new LinkedHashMap<>();
        if (mayHaveKeys) {
            keysOf(parts).forEach(key -> add(found, SetUp.affinity(key)));
        }
        if (mayHaveContexts) {
            parts.forEach(part -> contexts.of(part).forEach(setUp -> add(found, setUp)));
        }
        return List.copyOf(found.values());
    }

    /** What went wrong since the last call, for whoever looks for the reason why a set-up was not found. */
    List<String> troubles() {
        return contexts.troubles();
    }

    /** Where one part keeps what another one throws away, it is gone. */
    private static void add(Map<String, SetUp> found, SetUp setUp) {
        found.merge(setUp.key(), setUp, (one, other) -> new SetUp(one.key(), one.name(), one.kept() && other.kept()));
    }

    private static Set<String> keysOf(List<Class<?>> parts) {
        Set<Class<?>> sources = new LinkedHashSet<>();
        for (Class<?> part : parts) {
            Annotations.around(part).forEach(around -> sources.addAll(Annotations.lineage(around)));
        }
        Set<String> keys = new LinkedHashSet<>();
        for (Class<?> source : sources) {
            for (Annotations.Found found : Annotations.find(source, AFFINITY)) {
                Annotations.value(found.annotation(), "value").ifPresent(key -> keys.add(key.toString()));
            }
        }
        return keys;
    }

    /** The class, then the nested test classes that run inside of it, at any depth. */
    private static void addParts(Class<?> type, Set<Class<?>> looked, List<Class<?>> parts) {
        if (!looked.add(type)) {
            return;
        }
        parts.add(type);
        try {
            for (Class<?> source : Annotations.lineage(type)) {
                for (Class<?> member : source.getDeclaredClasses()) {
                    // A static one stands for itself, and an abstract one counts where another one extends it.
                    if (!Modifier.isStatic(member.getModifiers())
                            && !Modifier.isAbstract(member.getModifiers())
                            && !Annotations.find(member, NESTED).isEmpty()) {
                        addParts(member, looked, parts);
                    }
                }
            }
        } catch (LinkageError | AnnotationFormatError | RuntimeException e) {
            // What can be seen of it counts.
        }
    }
}
