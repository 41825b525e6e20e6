package io.github.surefiremp.surefire;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.apache.maven.surefire.api.report.ReportEntry;
import org.apache.maven.surefire.api.report.StackTraceWriter;
import org.apache.maven.surefire.api.report.TestSetReportEntry;
import org.jspecify.annotations.Nullable;

/**
 * Report entries with some of their values replaced.
 *
 * <p>Proxies and not copies, because entries have had more values with newer Surefire versions, which a copy made with
 * the constructors of 3.2.5 would lose.
 */
final class Entries {
    private Entries() {}

    /** The same test with a duration in milliseconds. */
    static ReportEntry timed(ReportEntry entry, int elapsed) {
        return replaced(entry, Map.of("getElapsed", elapsed));
    }

    /** The same test set with a duration in milliseconds and the system properties of its JVM. */
    static TestSetReportEntry completed(ReportEntry entry, int elapsed, Map<String, String> properties) {
        return replaced(entry, Map.of("getElapsed", elapsed, "getSystemProperties", properties));
    }

    /** The same test, ended by an error after a number of milliseconds. */
    static ReportEntry failed(ReportEntry entry, int elapsed, StackTraceWriter error) {
        return replaced(entry, Map.of("getElapsed", elapsed, "getStackTraceWriter", error));
    }

    /** The same test with another of the ids by which Surefire tells tests apart. */
    static ReportEntry withRunId(ReportEntry entry, long id) {
        return replaced(entry, Map.of("getTestRunId", id));
    }

    private static TestSetReportEntry replaced(ReportEntry entry, Map<String, Object> values) {
        return (TestSetReportEntry) Proxy.newProxyInstance(
                Entries.class.getClassLoader(),
                new Class<?>[] {TestSetReportEntry.class},
                (proxy, method, arguments) -> {
                    Object value = values.get(method.getName());
                    return value != null ? value : invoke(entry, method, arguments);
                });
    }

    private static @Nullable Object invoke(ReportEntry entry, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            if (!method.getDeclaringClass().isInstance(entry)) {
                return Map.of();
            }
            return method.invoke(entry, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
