package io.github.surefiremp.plugin.live;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;

/**
 * Where Maven's logger prints to. Maven 3 has it keep the stream that {@code System.out} was when Maven began, so that
 * nothing could be kept below what it prints. There is no setting that a plugin could change; its own switch can be
 * reached by reflection, and where that is not as it is in Maven 3, nothing is changed.
 */
final class LoggerOutput {
    private static final String CONFIGURATION = "CONFIG_PARAMS";
    private static final String CHOICE = "outputChoice";
    /** The choice that asks for {@code System.out} each time. */
    private static final String SYSTEM_OUT = "SYS_OUT";

    /** The logger of Maven 4 has it, and does not print by itself. */
    private static final String SINK = "setLogSink";

    private LoggerOutput() {}

    /**
     * Makes it follow {@code System.out}.
     *
     * @return undoes it; empty if this logger cannot
     */
    static Optional<Runnable> followSystemOut(Logger logger) {
        if (Arrays.stream(logger.getClass().getMethods())
                .anyMatch(method -> method.getName().equals(SINK))) {
            return Optional.empty();
        }
        try {
            Object configuration = configuration(logger.getClass());
            Field choice = configuration.getClass().getDeclaredField(CHOICE);
            choice.setAccessible(true);
            Object before = choice.get(configuration);
            choice.set(configuration, systemOut(before.getClass()));
            return Optional.of(() -> {
                try {
                    choice.set(configuration, before);
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            });
        } catch (ReflectiveOperationException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Object configuration(Class<?> logger) throws ReflectiveOperationException {
        for (Class<?> type = logger; type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(CONFIGURATION)) {
                    field.setAccessible(true);
                    return field.get(null);
                }
            }
        }
        throw new NoSuchFieldException(CONFIGURATION);
    }

    private static Object systemOut(Class<?> choice) throws ReflectiveOperationException {
        for (Constructor<?> constructor : choice.getDeclaredConstructors()) {
            Class<?>[] types = constructor.getParameterTypes();
            if (types.length == 1 && types[0].isEnum()) {
                Object type = Arrays.stream(types[0].getEnumConstants())
                        .filter(one -> one.toString().equals(SYSTEM_OUT))
                        .findFirst()
                        .orElseThrow(() -> new NoSuchFieldException(SYSTEM_OUT));
                constructor.setAccessible(true);
                return constructor.newInstance(type);
            }
        }
        throw new NoSuchMethodException(choice.getName());
    }
}
