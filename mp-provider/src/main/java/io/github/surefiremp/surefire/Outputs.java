package io.github.surefiremp.surefire;

import io.github.surefiremp.model.Output;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.UnaryOperator;
import org.apache.maven.surefire.api.event.AbstractStandardStreamEvent;
import org.apache.maven.surefire.api.event.Event;
import org.apache.maven.surefire.api.event.StandardStreamErrEvent;
import org.apache.maven.surefire.api.event.StandardStreamErrWithNewLineEvent;
import org.apache.maven.surefire.api.event.StandardStreamOutEvent;
import org.apache.maven.surefire.api.event.StandardStreamOutWithNewLineEvent;
import org.apache.maven.surefire.api.report.RunMode;
import org.apache.maven.surefire.api.report.TestOutputReportEntry;
import org.jspecify.annotations.Nullable;

/**
 * Output between Surefire's types and mp's.
 *
 * <p>From 3.6 on Surefire sends the writer's stack with each piece and attributes the output by it. mp is compiled
 * against 3.2.5, which knows nothing of it, so that field goes through method handles.
 */
final class Outputs {
    private static final @Nullable MethodHandle GET_STACK = find(() -> MethodHandles.publicLookup()
            .findVirtual(AbstractStandardStreamEvent.class, "getStack", MethodType.methodType(String.class)));

    private static final @Nullable MethodHandle ENTRY_STACK = find(() -> MethodHandles.publicLookup()
            .findVirtual(TestOutputReportEntry.class, "getStack", MethodType.methodType(String.class)));

    private static final MethodHandle OUT = constructor(StandardStreamOutEvent.class);
    private static final MethodHandle OUT_LINE = constructor(StandardStreamOutWithNewLineEvent.class);
    private static final MethodHandle ERR = constructor(StandardStreamErrEvent.class);
    private static final MethodHandle ERR_LINE = constructor(StandardStreamErrWithNewLineEvent.class);

    private static final @Nullable MethodHandle WITH_STACK = find(() -> MethodHandles.publicLookup()
            .findConstructor(
                    TestOutputReportEntry.class,
                    MethodType.methodType(
                            void.class,
                            String.class,
                            boolean.class,
                            boolean.class,
                            RunMode.class,
                            Long.class,
                            String.class)));

    private Outputs() {}

    static Output of(AbstractStandardStreamEvent event, UnaryOperator<@Nullable Long> runIds) {
        boolean newLine = event instanceof StandardStreamOutWithNewLineEvent
                || event instanceof StandardStreamErrWithNewLineEvent;
        boolean stdout = event instanceof StandardStreamOutEvent || event instanceof StandardStreamOutWithNewLineEvent;
        RunMode mode = event.getRunMode();
        String text = event.getMessage();
        return new Output(
                text == null ? "" : text,
                stdout,
                newLine,
                mode == null ? null : mode.name(),
                runIds.apply(event.getTestRunId()),
                stack(event));
    }

    /** The event with which a fork would tell of the output. */
    static Event event(TestOutputReportEntry entry) {
        MethodHandle constructor =
                entry.isStdOut() ? (entry.isNewLine() ? OUT_LINE : OUT) : (entry.isNewLine() ? ERR_LINE : ERR);
        RunMode mode = entry.getRunMode();
        Long runId = entry.getTestRunId();
        try {
            return ENTRY_STACK == null
                    ? (Event) constructor.invoke(mode, runId, entry.getLog())
                    : (Event) constructor.invoke(mode, runId, entry.getLog(), (String) ENTRY_STACK.invoke(entry));
        } catch (Throwable e) {
            throw new IllegalStateException("Surefire does not take a piece of output", e);
        }
    }

    private static MethodHandle constructor(Class<? extends Event> type) {
        MethodType before = MethodType.methodType(void.class, RunMode.class, Long.class, String.class);
        MethodType since = before.appendParameterTypes(String.class);
        try {
            return MethodHandles.publicLookup().findConstructor(type, ENTRY_STACK == null ? before : since);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Surefire's " + type.getSimpleName() + " is not what mp knows", e);
        }
    }

    static TestOutputReportEntry entry(Output output) {
        RunMode mode = output.runMode() == null ? null : RunMode.valueOf(output.runMode());
        if (WITH_STACK != null) {
            try {
                return (TestOutputReportEntry) WITH_STACK.invoke(
                        output.text(), output.stdout(), output.newLine(), mode, output.testRunId(), output.stack());
            } catch (Throwable e) {
                throw new IllegalStateException("Surefire does not take a piece of output", e);
            }
        }
        return new TestOutputReportEntry(output.text(), output.stdout(), output.newLine(), mode, output.testRunId());
    }

    private static @Nullable String stack(AbstractStandardStreamEvent event) {
        if (GET_STACK == null) {
            return null;
        }
        try {
            return (String) GET_STACK.invoke(event);
        } catch (Throwable e) {
            throw new IllegalStateException("Surefire does not give the stack of a piece of output", e);
        }
    }

    private interface Lookup {
        MethodHandle find() throws ReflectiveOperationException;
    }

    private static @Nullable MethodHandle find(Lookup lookup) {
        try {
            return lookup.find();
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }
}
