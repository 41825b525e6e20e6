package io.github.surefiremp.run;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;

/** Requests to engines, with all that the given one has: newer platforms add stores and a token to cancel. */
final class ExecutionRequests {
    private ExecutionRequests() {}

    static ExecutionRequest derive(ExecutionRequest from, TestDescriptor root, EngineExecutionListener listener) {
        Method richest = Arrays.stream(ExecutionRequest.class.getMethods())
                .filter(method -> method.getName().equals("create"))
                .max(Comparator.comparingInt(Method::getParameterCount))
                .orElseThrow(() -> new IllegalStateException("this JUnit Platform has no ExecutionRequest.create"));
        try {
            Class<?>[] types = richest.getParameterTypes();
            Object[] values = new Object[types.length];
            for (int i = 0; i < types.length; i++) {
                values[i] = types[i] == TestDescriptor.class
                        ? root
                        : types[i] == EngineExecutionListener.class
                                ? listener
                                : getter(types[i]).invoke(from);
            }
            return (ExecutionRequest) richest.invoke(null, values);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("mp cannot make a request for this version of the JUnit Platform: " + e, e);
        }
    }

    private static Method getter(Class<?> type) {
        return Arrays.stream(ExecutionRequest.class.getMethods())
                .filter(method -> method.getParameterCount() == 0 && method.getReturnType() == type)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("ExecutionRequest has no " + type.getName()));
    }
}
