package io.github.surefiremp.run;

import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.Map;

/** Tells the tests' own copy of mp-annotations, if they have one, where the brokers of the run are. */
final class Sharing {
    private static final String CONNECTIONS = "io.github.surefiremp.coordination.client.Connections";

    private Sharing() {}

    /**
     * @param properties the provider's; those that begin with the prefix are for the brokers' client
     */
    static void connect(Map<String, String> properties, ClassLoader tests) {
        Map<String, String> settings = new HashMap<>();
        properties.forEach((key, value) -> {
            if (key.startsWith(WorkerProvider.COORDINATION)) {
                settings.put(key.substring(WorkerProvider.COORDINATION.length()), value);
            }
        });
        try {
            Class.forName(CONNECTIONS, true, tests)
                    .getMethod("connect", Map.class)
                    .invoke(null, settings);
        } catch (ClassNotFoundException e) {
            // The tests do not use it.
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("mp-annotations cannot be told where the workers' broker is", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "the tests' mp-annotations is of another version than mp-maven-plugin; give both the same version",
                    e);
        }
    }
}
