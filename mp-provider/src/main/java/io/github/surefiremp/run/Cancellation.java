package io.github.surefiremp.run;

import java.lang.reflect.Method;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;

/**
 * The wish to skip what has not started, which the platform knows from version 6 on. It is handed on at certain moments
 * only, so that what belongs together runs as a whole or not at all.
 */
final class Cancellation {
    private static final String TYPE = "org.junit.platform.engine.CancellationToken";

    /** Null on platforms that cannot be told. */
    private final @Nullable Object original;

    private final @Nullable Object own;

    private Cancellation(@Nullable Object original, @Nullable Object own) {
        this.original = original;
        this.own = own;
    }

    static Cancellation of(ExecutionRequest request) {
        Method getter = Arrays.stream(ExecutionRequest.class.getMethods())
                .filter(method -> method.getParameterCount() == 0
                        && method.getReturnType().getName().equals(TYPE))
                .findFirst()
                .orElse(null);
        if (getter == null) {
            return new Cancellation(null, null);
        }
        try {
            return new Cancellation(
                    getter.invoke(request),
                    getter.getReturnType().getMethod("create").invoke(null));
        } catch (ReflectiveOperationException e) {
            throw unknown(e);
        }
    }

    /** A request like the given one, which is cancelled when this is handed on. */
    ExecutionRequest derive(ExecutionRequest from, TestDescriptor root, EngineExecutionListener listener) {
        return own == null
                ? ExecutionRequests.derive(from, root, listener)
                : ExecutionRequests.derive(from, root, listener, own);
    }

    /** Hands on what was wished so far. */
    void handOn() {
        if (original == null || own == null) {
            return;
        }
        try {
            Class<?> type = Class.forName(TYPE, true, ExecutionRequest.class.getClassLoader());
            if (Boolean.TRUE.equals(type.getMethod("isCancellationRequested").invoke(original))) {
                type.getMethod("cancel").invoke(own);
            }
        } catch (ReflectiveOperationException e) {
            throw unknown(e);
        }
    }

    private static IllegalStateException unknown(ReflectiveOperationException e) {
        return new IllegalStateException("mp does not know how this JUnit Platform cancels: " + e, e);
    }
}
