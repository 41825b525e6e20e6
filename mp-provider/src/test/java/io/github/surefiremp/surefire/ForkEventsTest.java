package io.github.surefiremp.surefire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.surefire.api.event.AbstractConsoleEvent;
import org.apache.maven.surefire.api.event.AbstractStandardStreamEvent;
import org.apache.maven.surefire.api.event.AbstractTestControlEvent;
import org.apache.maven.surefire.api.event.ConsoleErrorEvent;
import org.apache.maven.surefire.api.event.Event;
import org.apache.maven.surefire.api.event.SystemPropertyEvent;
import org.apache.maven.surefire.api.report.RunMode;
import org.apache.maven.surefire.api.report.SimpleReportEntry;
import org.apache.maven.surefire.api.report.TestOutputReportEntry;
import org.junit.jupiter.api.Test;

class ForkEventsTest {
    private final List<Event> told = new ArrayList<>();
    private final ForkEvents events = new ForkEvents(told::add);
    private final SimpleReportEntry entry =
            new SimpleReportEntry(RunMode.NORMAL_RUN, 7L, "a.A", null, "m", null, null, 3);

    @Test
    void testsAndSetsAreToldAsTheyAre() {
        events.testSetStarting(entry);
        events.testStarting(entry);
        events.testSucceeded(entry);
        events.testFailed(entry);
        events.testError(entry);
        events.testSkipped(entry);
        events.testAssumptionFailure(entry);
        events.testSetCompleted(entry);

        assertThat(told)
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly(
                        "TestsetStartingEvent",
                        "TestStartingEvent",
                        "TestSucceededEvent",
                        "TestFailedEvent",
                        "TestErrorEvent",
                        "TestSkippedEvent",
                        "TestAssumptionFailureEvent",
                        "TestsetCompletedEvent");
        assertThat(told)
                .allSatisfy(event -> assertThat(((AbstractTestControlEvent<?>) event).getReportEntry())
                        .isSameAs(entry));
    }

    @Test
    void theSystemPropertiesOfASetComeBeforeItsEnd() {
        events.testSetCompleted(Entries.completed(entry, 3, Map.of("key", "value")));

        assertThat(told).hasSize(2);
        SystemPropertyEvent property = (SystemPropertyEvent) told.get(0);
        assertThat(property.getKey()).isEqualTo("key");
        assertThat(property.getValue()).isEqualTo("value");
        assertThat(property.getTestRunId()).isEqualTo(7L);
    }

    @Test
    void outputKeepsItsStreamItsEndOfLineAndItsTest() {
        for (boolean stdout : new boolean[] {true, false}) {
            for (boolean newLine : new boolean[] {true, false}) {
                events.writeTestOutput(
                        new TestOutputReportEntry("text", stdout, newLine, RunMode.RERUN_TEST_AFTER_FAILURE, 9L));
            }
        }

        assertThat(told)
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly(
                        "StandardStreamOutWithNewLineEvent",
                        "StandardStreamOutEvent",
                        "StandardStreamErrWithNewLineEvent",
                        "StandardStreamErrEvent");
        assertThat(told).allSatisfy(event -> {
            AbstractStandardStreamEvent output = (AbstractStandardStreamEvent) event;
            assertThat(output.getMessage()).isEqualTo("text");
            assertThat(output.getRunMode()).isEqualTo(RunMode.RERUN_TEST_AFTER_FAILURE);
            assertThat(output.getTestRunId()).isEqualTo(9L);
        });
    }

    @Test
    void logLinesKeepTheirLevelAndAnErrorItsReason() {
        events.debug("d");
        events.info("i");
        events.warning("w");
        events.error("message", new IllegalStateException("reason"));

        assertThat(told.subList(0, 3))
                .extracting(
                        event -> event.getClass().getSimpleName() + " " + ((AbstractConsoleEvent) event).getMessage())
                .containsExactly("ConsoleDebugEvent d", "ConsoleInfoEvent i", "ConsoleWarningEvent w");
        assertThat(((ConsoleErrorEvent) told.get(3))
                        .getStackTraceWriter()
                        .getThrowable()
                        .getMessage())
                .isEqualTo("message");
    }
}
