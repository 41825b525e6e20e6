package io.github.surefiremp.surefire;

import java.util.function.Consumer;
import org.apache.maven.surefire.api.event.ConsoleDebugEvent;
import org.apache.maven.surefire.api.event.ConsoleErrorEvent;
import org.apache.maven.surefire.api.event.ConsoleInfoEvent;
import org.apache.maven.surefire.api.event.ConsoleWarningEvent;
import org.apache.maven.surefire.api.event.ControlStopOnNextTestEvent;
import org.apache.maven.surefire.api.event.Event;
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
import org.apache.maven.surefire.api.report.TestOutputReportEntry;
import org.apache.maven.surefire.api.report.TestReportListener;
import org.apache.maven.surefire.api.report.TestSetReportEntry;
import org.jspecify.annotations.Nullable;

/**
 * Tells Surefire in Maven's JVM what a fork would tell it over its channel, as the same events. As thread-safe as who
 * takes them.
 */
public final class ForkEvents implements TestReportListener<TestOutputReportEntry> {
    private final Consumer<Event> surefire;

    public ForkEvents(Consumer<Event> surefire) {
        this.surefire = surefire;
    }

    @Override
    public void testSetStarting(TestSetReportEntry report) {
        surefire.accept(new TestsetStartingEvent(report));
    }

    @Override
    public void testSetCompleted(TestSetReportEntry report) {
        report.getSystemProperties()
                .forEach((key, value) -> surefire.accept(
                        new SystemPropertyEvent(report.getRunMode(), report.getTestRunId(), key, value)));
        surefire.accept(new TestsetCompletedEvent(report));
    }

    @Override
    public void testStarting(ReportEntry report) {
        surefire.accept(new TestStartingEvent(report));
    }

    @Override
    public void testSucceeded(ReportEntry report) {
        surefire.accept(new TestSucceededEvent(report));
    }

    @Override
    public void testAssumptionFailure(ReportEntry report) {
        surefire.accept(new TestAssumptionFailureEvent(report));
    }

    @Override
    public void testError(ReportEntry report) {
        surefire.accept(new TestErrorEvent(report));
    }

    @Override
    public void testFailed(ReportEntry report) {
        surefire.accept(new TestFailedEvent(report));
    }

    @Override
    public void testSkipped(ReportEntry report) {
        surefire.accept(new TestSkippedEvent(report));
    }

    @Override
    public void testExecutionSkippedByUser() {
        surefire.accept(new ControlStopOnNextTestEvent());
    }

    @Override
    public void writeTestOutput(TestOutputReportEntry output) {
        surefire.accept(Outputs.event(output));
    }

    @Override
    public boolean isDebugEnabled() {
        return true;
    }

    @Override
    public void debug(String message) {
        surefire.accept(new ConsoleDebugEvent(message));
    }

    @Override
    public boolean isInfoEnabled() {
        return true;
    }

    @Override
    public void info(String message) {
        surefire.accept(new ConsoleInfoEvent(message));
    }

    @Override
    public boolean isWarnEnabled() {
        return true;
    }

    @Override
    public void warning(String message) {
        surefire.accept(new ConsoleWarningEvent(message));
    }

    @Override
    public boolean isErrorEnabled() {
        return true;
    }

    @Override
    public void error(String message) {
        error(message, new IllegalStateException(message));
    }

    /** Fails the build. */
    @Override
    public void error(@Nullable String message, Throwable t) {
        surefire.accept(new ConsoleErrorEvent(TextTrace.ofFailure(message == null ? t.toString() : message, t)));
    }

    @Override
    public void error(Throwable t) {
        error(t.getLocalizedMessage(), t);
    }
}
