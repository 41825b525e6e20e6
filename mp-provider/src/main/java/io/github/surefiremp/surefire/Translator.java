package io.github.surefiremp.surefire;

import io.github.surefiremp.model.LogLine;
import io.github.surefiremp.model.Markers;
import io.github.surefiremp.model.Output;
import io.github.surefiremp.model.ReportEvent;
import io.github.surefiremp.model.ReportEvent.Kind;
import io.github.surefiremp.model.WorkerEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.maven.surefire.api.event.AbstractConsoleEvent;
import org.apache.maven.surefire.api.event.AbstractStandardStreamEvent;
import org.apache.maven.surefire.api.event.AbstractTestControlEvent;
import org.apache.maven.surefire.api.event.ConsoleDebugEvent;
import org.apache.maven.surefire.api.event.ConsoleErrorEvent;
import org.apache.maven.surefire.api.event.ConsoleInfoEvent;
import org.apache.maven.surefire.api.event.ConsoleWarningEvent;
import org.apache.maven.surefire.api.event.ControlByeEvent;
import org.apache.maven.surefire.api.event.ControlNextTestEvent;
import org.apache.maven.surefire.api.event.ControlStopOnNextTestEvent;
import org.apache.maven.surefire.api.event.Event;
import org.apache.maven.surefire.api.event.JvmExitErrorEvent;
import org.apache.maven.surefire.api.event.SystemPropertyEvent;
import org.apache.maven.surefire.api.event.TestAssumptionFailureEvent;
import org.apache.maven.surefire.api.event.TestErrorEvent;
import org.apache.maven.surefire.api.event.TestFailedEvent;
import org.apache.maven.surefire.api.event.TestSkippedEvent;
import org.apache.maven.surefire.api.event.TestStartingEvent;
import org.apache.maven.surefire.api.event.TestSucceededEvent;
import org.apache.maven.surefire.api.event.TestsetCompletedEvent;
import org.apache.maven.surefire.api.event.TestsetStartingEvent;
import org.apache.maven.surefire.api.report.ReportEntry;
import org.apache.maven.surefire.api.report.RunMode;
import org.apache.maven.surefire.api.report.StackTraceWriter;
import org.jspecify.annotations.Nullable;

/** From Surefire's events to mp's. */
final class Translator {
    /** Surefire's ids are a number of the class and one of the method, of 32 bits each; no run has so many classes. */
    private static final int RUN_ID_BITS = 48;

    private static final int CLASS_BITS = 32;

    private final Function<String, Optional<WorkerEvent>> discovery;
    private final Predicate<String> isDiscovery;
    private final String token;
    private final long runIds;
    /** The tests and classes that have begun and not ended, by Surefire's ids. */
    private final Map<Long, Writer> open = new HashMap<>();

    private record Writer(String className, String method) {
        static final Writer UNKNOWN = new Writer("", "");
    }

    /**
     * @param worker counts the workers of a run, from 0. Each numbers its tests from the start, and tests of several
     *     workers can be in one report, so their ids must not meet
     * @param token starts the log lines that are meant for the controller
     * @param isDiscovery whether a log line belongs to discovery
     * @param discovery takes such a line and answers when discovery has ended
     */
    Translator(
            int worker,
            String token,
            Predicate<String> isDiscovery,
            Function<String, Optional<WorkerEvent>> discovery) {
        this.token = token;
        this.runIds = (long) worker << RUN_ID_BITS;
        this.isDiscovery = isDiscovery;
        this.discovery = discovery;
    }

    Optional<WorkerEvent> translate(Event event) {
        if (event instanceof ControlNextTestEvent) {
            return Optional.of(new WorkerEvent.Asks());
        }
        if (event instanceof ControlByeEvent) {
            return Optional.of(new WorkerEvent.Bye());
        }
        if (event instanceof ControlStopOnNextTestEvent) {
            return Optional.of(new WorkerEvent.CountsFailure());
        }
        if (event instanceof JvmExitErrorEvent) {
            return Optional.of(new WorkerEvent.Fails("the worker's JVM was interrupted and exits"));
        }
        if (event instanceof ConsoleErrorEvent error) {
            return Optional.of(new WorkerEvent.Fails(textOf(error.getStackTraceWriter())));
        }
        if (event instanceof ConsoleInfoEvent info && isDiscovery.test(info.getMessage())) {
            return discovery.apply(info.getMessage());
        }
        if (event instanceof ConsoleInfoEvent info && info.getMessage() != null) {
            Optional<ReportEvent> marker =
                    Markers.parse(token, info.getMessage(), System.currentTimeMillis(), System.nanoTime());
            if (marker.isPresent()) {
                return marker.map(WorkerEvent.Reports::new);
            }
            Optional<WorkerEvent.Spoiled> spoiled = Markers.parseSpoiled(token, info.getMessage());
            if (spoiled.isPresent()) {
                return spoiled.map(WorkerEvent.class::cast);
            }
        }
        return Optional.of(new WorkerEvent.Reports(report(event)));
    }

    private ReportEvent report(Event event) {
        long now = System.currentTimeMillis();
        long nanos = System.nanoTime();
        if (event instanceof AbstractTestControlEvent<?> control) {
            ReportEntry entry = distinct(control.getReportEntry());
            note(kind(event), entry);
            return new ReportEvent(
                    kind(event),
                    orEmpty(entry.getSourceName()),
                    orEmpty(entry.getName()),
                    now,
                    nanos,
                    entry.getRunMode() == RunMode.RERUN_TEST_AFTER_FAILURE,
                    entry.getTestRunId() == null ? 0 : entry.getTestRunId(),
                    entry);
        }
        if (event instanceof AbstractStandardStreamEvent output) {
            Output written = Outputs.of(output, this::distinct);
            Writer writer = writer(written.testRunId());
            long id = writer.method().isEmpty() ? 0 : Objects.requireNonNull(written.testRunId());
            return new ReportEvent(Kind.OUTPUT, writer.className(), writer.method(), now, nanos, false, id, written);
        }
        if (event instanceof SystemPropertyEvent) {
            return new ReportEvent(Kind.PROPERTY, "", "", now, nanos, false, event);
        }
        if (event instanceof AbstractConsoleEvent line) {
            return new ReportEvent(
                    Kind.LOG, "", "", now, nanos, false, new LogLine(level(line), orEmpty(line.getMessage())));
        }
        throw new IllegalStateException("Surefire sent an event that mp does not know: " + event.getEventType());
    }

    private static LogLine.Level level(AbstractConsoleEvent event) {
        if (event instanceof ConsoleWarningEvent) {
            return LogLine.Level.WARNING;
        }
        return event instanceof ConsoleDebugEvent ? LogLine.Level.DEBUG : LogLine.Level.INFO;
    }

    private void note(Kind kind, ReportEntry entry) {
        Long id = entry.getTestRunId();
        if (id == null) {
            return;
        }
        if (kind == Kind.SET_STARTED || kind == Kind.TEST_STARTED) {
            open.put(id, new Writer(orEmpty(entry.getSourceName()), orEmpty(entry.getName())));
        } else {
            open.remove(id);
        }
    }

    /** A thread may still have the id of a test that has ended; then its class is meant, if that has not ended. */
    private Writer writer(@Nullable Long id) {
        if (id == null) {
            return Writer.UNKNOWN;
        }
        Writer test = open.get(id);
        return test != null ? test : open.getOrDefault(id & -1L << CLASS_BITS, Writer.UNKNOWN);
    }

    private ReportEntry distinct(ReportEntry entry) {
        return runIds == 0 || entry.getTestRunId() == null
                ? entry
                : Entries.withRunId(entry, entry.getTestRunId() | runIds);
    }

    private @Nullable Long distinct(@Nullable Long runId) {
        return runId == null ? null : Long.valueOf(runId | runIds);
    }

    private static Kind kind(Event event) {
        if (event instanceof TestsetStartingEvent) {
            return Kind.SET_STARTED;
        }
        if (event instanceof TestsetCompletedEvent) {
            return Kind.SET_COMPLETED;
        }
        if (event instanceof TestStartingEvent) {
            return Kind.TEST_STARTED;
        }
        if (event instanceof TestSucceededEvent) {
            return Kind.PASSED;
        }
        if (event instanceof TestFailedEvent) {
            return Kind.FAILED;
        }
        if (event instanceof TestErrorEvent) {
            return Kind.ERROR;
        }
        if (event instanceof TestSkippedEvent) {
            return Kind.SKIPPED;
        }
        if (event instanceof TestAssumptionFailureEvent) {
            return Kind.ABORTED;
        }
        throw new IllegalStateException("Surefire sent an event that mp does not know: " + event.getEventType());
    }

    private static String textOf(@Nullable StackTraceWriter error) {
        if (error == null) {
            return "an error without a message";
        }
        String trace = error.writeTraceToString();
        if (trace != null && !trace.isBlank()) {
            return trace;
        }
        String message =
                error.getThrowable() == null ? null : error.getThrowable().getMessage();
        return message == null ? "an error without a message" : message;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
