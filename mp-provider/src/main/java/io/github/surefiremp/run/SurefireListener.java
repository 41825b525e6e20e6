package io.github.surefiremp.run;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.maven.surefire.api.report.RunMode;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Surefire's listener, and what it keeps in mind: which tests failed, whether it takes what it hears for repetitions,
 * and the test plan in which it looks for the children of a class that is skipped.
 *
 * <p>Surefire repeats failed tests when a worker has nothing else to do. By then a group's isolation has ended and a
 * lock is with somebody else, so mp repeats them at the end of their unit and makes the listener forget them.
 */
final class SurefireListener {
    private static final String LISTENER = "org.apache.maven.surefire.junitplatform.RunListenerAdapter";
    /** Exist in newer versions; tell a failed set-up from a failed tear-down. */
    private static final List<String> KEPT_FOR_A_ROUND =
            List.of("classesWithSuccessfulTests", "classContainersWithStartedTests");

    private static final String REPEATED = "setRerunTestIds";

    private final TestExecutionListener listener;
    /** The invocation that the thread reports, null for what has a name of its own. */
    private final ThreadLocal<@Nullable String> invocation = new ThreadLocal<>();

    SurefireListener(TestExecutionListener listener) {
        this.listener = listener;
    }

    static SurefireListener of(Collection<? extends TestExecutionListener> listeners) {
        return listeners.stream()
                .filter(one -> one.getClass().getName().equals(LISTENER))
                .map(SurefireListener::new)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Surefire's provider came without its " + LISTENER));
    }

    /** The unique ids of what failed since it was asked last; they are forgotten, with what else a round keeps. */
    List<String> takeFailures() {
        Map<TestIdentifier, ?> failures = failures();
        List<String> ids =
                failures.keySet().stream().map(TestIdentifier::getUniqueId).toList();
        failures.clear();
        KEPT_FOR_A_ROUND.forEach(this::clear);
        return ids;
    }

    private void clear(String field) {
        try {
            Field names = listener.getClass().getDeclaredField(field);
            names.setAccessible(true);
            if (names.get(listener) instanceof Collection<?> kept) {
                kept.clear();
            }
        } catch (NoSuchFieldException e) {
            // An older version.
        } catch (IllegalAccessException e) {
            throw unknown(e);
        }
    }

    /** What follows repeats these; newer versions leave out what runs again only because it is around them. */
    void beginRepetition(List<String> failed) {
        call("setRunMode", RunMode.class, RunMode.RERUN_TEST_AFTER_FAILURE);
        if (Arrays.stream(listener.getClass().getDeclaredMethods())
                .anyMatch(method -> method.getName().equals(REPEATED))) {
            call(REPEATED, Set.class, failed.stream().map(UniqueId::parse).collect(Collectors.toSet()));
        }
    }

    void endRepetition() {
        call("setRunMode", RunMode.class, RunMode.NORMAL_RUN);
    }

    /**
     * The plan that it looks into. The one of the worker's only request grows with each unit, and of a class that runs
     * in several parts it has them all; so while a class is skipped it looks into the plan of the unit.
     */
    void lookInto(TestPlan plan) {
        listener.testPlanExecutionStarted(plan);
    }

    /**
     * For tests that run at the same time: threads that a test starts write for the test, and each invocation of a
     * method has a number of its own, although older versions give all of them one name. Surefire keeps in a variable
     * of each thread for whom it writes, and numbers in a map; a version that does so in another way goes on as it does.
     */
    void tellApart() {
        try {
            Object indexer = field(listener, "classMethodIndexer");
            replace(indexer, "testLocalMapping", new InheritableThreadLocal<Long>());
            replace(indexer, "testIdMapping", new Numbers());
        } catch (ReflectiveOperationException | RuntimeException e) {
            // What such threads write is then shown with their class.
        }
    }

    /** What the calling thread reports next, null for what has a name of its own. */
    void reports(@Nullable String uniqueIdOfInvocation) {
        invocation.set(uniqueIdOfInvocation);
    }

    private final class Numbers extends ConcurrentHashMap<Object, Long> {
        private static final long serialVersionUID = 1;

        @Override
        public Long computeIfAbsent(Object key, Function<? super Object, ? extends Long> number) {
            String id = invocation.get();
            return super.computeIfAbsent(id == null || isClass(key) ? key : List.of(key, id), any -> number.apply(key));
        }
    }

    private static boolean isClass(Object key) {
        try {
            Field method = key.getClass().getDeclaredField("method");
            method.setAccessible(true);
            return method.get(key) == null;
        } catch (ReflectiveOperationException | RuntimeException e) {
            return true;
        }
    }

    private static void replace(Object of, String name, Object value) throws ReflectiveOperationException {
        Field field = of.getClass().getDeclaredField(name);
        field.setAccessible(true);
        field.set(of, value);
    }

    private static Object field(Object of, String name) throws ReflectiveOperationException {
        Field field = of.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field.get(of);
    }

    @SuppressWarnings("unchecked") // As it is declared in all versions that mp supports.
    private Map<TestIdentifier, ?> failures() {
        return (Map<TestIdentifier, ?>) call("getFailures", null, null);
    }

    private Object call(String name, @Nullable Class<?> type, @Nullable Object argument) {
        try {
            Method method = type == null
                    ? listener.getClass().getDeclaredMethod(name)
                    : listener.getClass().getDeclaredMethod(name, type);
            method.setAccessible(true);
            return type == null ? method.invoke(listener) : method.invoke(listener, argument);
        } catch (ReflectiveOperationException e) {
            throw unknown(e);
        }
    }

    private static IllegalStateException unknown(ReflectiveOperationException e) {
        return new IllegalStateException(
                "mp does not know the listener of this Surefire version (" + e
                        + "); use a version that mp was tested with: 3.2.5, 3.5.6 or 3.6.1",
                e);
    }
}
