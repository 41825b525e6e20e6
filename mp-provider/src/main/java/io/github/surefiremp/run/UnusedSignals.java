package io.github.surefiremp.run;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/**
 * What signals do to a JVM that was not handed out yet: Ctrl-C in the terminal in which its build ran does nothing, and
 * a request to end ends it without shutdown hooks, because agents write files in them.
 *
 * <p>The JDK's way to signals is not part of its API and is called by name; without it the JVM behaves as any other.
 */
final class UnusedSignals {
    private static final int SIGNALLED = 128;

    private final Map<Object, Object> before = new HashMap<>();

    UnusedSignals() {
        replace("INT", false);
        replace("HUP", true);
        replace("TERM", true);
    }

    private void replace(String name, boolean ends) {
        try {
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Class<?> type = Class.forName("sun.misc.Signal");
            Object signal = type.getConstructor(String.class).newInstance(name);
            int number = (int) type.getMethod("getNumber").invoke(signal);
            Object quiet = Proxy.newProxyInstance(
                    UnusedSignals.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                        if (method.getName().equals("handle") && ends) {
                            Runtime.getRuntime().halt(SIGNALLED + number);
                        }
                        return method.getName().equals("hashCode") ? System.identityHashCode(proxy) : null;
                    });
            before.put(signal, handle(type, handler).invoke(null, signal, quiet));
        } catch (ReflectiveOperationException | RuntimeException e) {
            // The user has taken signals away from the JVM (-Xrs), or this JDK has another way.
        }
    }

    /** From now on signals do what they do to any JVM. */
    void restore() {
        before.forEach((signal, original) -> {
            try {
                Class<?> handler = Class.forName("sun.misc.SignalHandler");
                handle(signal.getClass(), handler).invoke(null, signal, original);
            } catch (ReflectiveOperationException | RuntimeException e) {
                // It could be replaced, so it can be put back.
            }
        });
    }

    private static Method handle(Class<?> type, Class<?> handler) throws NoSuchMethodException {
        return type.getMethod("handle", type, handler);
    }
}
