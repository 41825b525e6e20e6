package io.github.surefiremp.coordination;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

/** A fixture that does what the test says. It writes down what it does. */
abstract class Scripted implements SharedFixture<Object> {
    private static final List<String> EVENTS = Collections.synchronizedList(new ArrayList<>());
    private static final Map<Class<?>, Callable<?>> SET_UP = new ConcurrentHashMap<>();
    private static final Map<Class<?>, TearDown> TEAR_DOWN = new ConcurrentHashMap<>();

    interface TearDown {
        void run() throws Exception;
    }

    static final class One extends Scripted {}

    static final class Two extends Scripted {}

    static final class Three extends Scripted {}

    static void reset() {
        EVENTS.clear();
        SET_UP.clear();
        TEAR_DOWN.clear();
    }

    static void setUp(Class<? extends Scripted> type, Callable<?> script) {
        SET_UP.put(type, script);
    }

    static void tearDown(Class<? extends Scripted> type, TearDown script) {
        TEAR_DOWN.put(type, script);
    }

    static List<String> events() {
        synchronized (EVENTS) {
            return List.copyOf(EVENTS);
        }
    }

    @Override
    public Object setUp() throws Exception {
        EVENTS.add("set up " + getClass().getSimpleName());
        Callable<?> script = SET_UP.get(getClass());
        return script == null ? getClass().getSimpleName() : script.call();
    }

    @Override
    public void tearDown(Object handle) throws Exception {
        EVENTS.add("tear down " + handle);
        TearDown script = TEAR_DOWN.get(getClass());
        if (script != null) {
            script.run();
        }
    }
}
