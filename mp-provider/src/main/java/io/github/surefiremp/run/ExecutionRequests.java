package io.github.surefiremp.run;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;

/** Requests to engines, with all that the given one has: newer platforms add stores and a token to cancel. */
final class ExecutionRequests {
    private ExecutionRequests() {}

    /** @param others take the place of those of their types */
    static ExecutionRequest derive(
            ExecutionRequest from, TestDescriptor root, EngineExecutionListener listener, Object... others) {
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
                        : types[i] == EngineExecutionListener.class ? listener : other(types[i], from, others);
            }
            return (ExecutionRequest) richest.invoke(null, values);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("mp cannot make a request for this version of the JUnit Platform: " + e, e);
        }
    }

    private static Object other(Class<?> type, ExecutionRequest from, Object... others)
            throws IllegalAccessException, InvocationTargetException {
        Optional<Object> other = Arrays.stream(others).filter(type::isInstance).findFirst();
        return other.isPresent() ? other.get() : getter(type).invoke(from);
    }

    private static Method getter(Class<?> type) {
        return Arrays.stream(ExecutionRequest.class.getMethods())
                .filter(method -> method.getParameterCount() == 0 && method.getReturnType() == type)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("ExecutionRequest has no " + type.getName()));
    }
}
