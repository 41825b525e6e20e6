package patterns;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** A small container for objects: one for all, one for each thread, one for each context, or a new one each time. */
public final class Container {
    /** For whom an object is made. */
    public enum Scope {
        SINGLETON,
        THREAD,
        /** A context is inherited by the threads that are started in it. */
        CONTEXT,
        FACTORY
    }

    private record Recipe(Scope scope, Supplier<?> maker, ThreadLocal<Object> ofThread) {}

    private final Map<Class<?>, Recipe> recipes = new ConcurrentHashMap<>();
    private final Map<Class<?>, Object> singletons = new ConcurrentHashMap<>();
    private final InheritableThreadLocal<Map<Class<?>, Object>> context = new InheritableThreadLocal<>();

    /** Says how objects of a type are made. */
    public <T> void register(Class<T> type, Scope scope, Supplier<? extends T> maker) {
        recipes.put(type, new Recipe(scope, maker, ThreadLocal.withInitial(maker)));
    }

    /** Runs something in a context of its own. */
    public void inContext(Runnable body) {
        Map<Class<?>, Object> outer = context.get();
        context.set(new ConcurrentHashMap<>());
        try {
            body.run();
        } finally {
            context.set(outer);
        }
    }

    /**
     * The object for the caller.
     *
     * @throws IllegalStateException if nobody registered the type, or there is no context for it
     */
    public <T> T get(Class<T> type) {
        Recipe recipe = recipes.get(type);
        if (recipe == null) {
            throw new IllegalStateException("no recipe for " + type.getName());
        }
        return type.cast(switch (recipe.scope()) {
            case SINGLETON -> singletons.computeIfAbsent(type, key -> recipe.maker().get());
            case THREAD -> recipe.ofThread().get();
            case CONTEXT -> ofContext(type, recipe);
            case FACTORY -> recipe.maker().get();
        });
    }

    private Object ofContext(Class<?> type, Recipe recipe) {
        Map<Class<?>, Object> objects = context.get();
        if (objects == null) {
            throw new IllegalStateException("no context for " + type.getName());
        }
        return objects.computeIfAbsent(type, key -> recipe.maker().get());
    }
}
