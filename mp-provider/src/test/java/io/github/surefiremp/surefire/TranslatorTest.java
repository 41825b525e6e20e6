package io.github.surefiremp.surefire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefiremp.model.LogLine;
import io.github.surefiremp.model.Output;
import io.github.surefiremp.model.ReportEvent;
import io.github.surefiremp.model.ReportEvent.Kind;
import io.github.surefiremp.model.TestClass;
import io.github.surefiremp.model.WorkerEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.surefire.api.booter.ForkedProcessEventType;
import org.apache.maven.surefire.api.event.ConsoleDebugEvent;
import org.apache.maven.surefire.api.event.ConsoleErrorEvent;
import org.apache.maven.surefire.api.event.ConsoleInfoEvent;
import org.apache.maven.surefire.api.event.ConsoleWarningEvent;
import org.apache.maven.surefire.api.event.ControlByeEvent;
import org.apache.maven.surefire.api.event.ControlNextTestEvent;
import org.apache.maven.surefire.api.event.ControlStopOnNextTestEvent;
import org.apache.maven.surefire.api.event.Event;
import org.apache.maven.surefire.api.event.JvmExitErrorEvent;
import org.apache.maven.surefire.api.event.StandardStreamErrEvent;
import org.apache.maven.surefire.api.event.StandardStreamOutWithNewLineEvent;
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
import org.apache.maven.surefire.api.report.SafeThrowable;
import org.apache.maven.surefire.api.report.SimpleReportEntry;
import org.apache.maven.surefire.api.report.StackTraceWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TranslatorTest {
    private static final SimpleReportEntry TEST =
            new SimpleReportEntry(RunMode.NORMAL_RUN, 5L, "a.A", "class a", "m", "method m");
    private static final SimpleReportEntry RERUN =
            new SimpleReportEntry(RunMode.RERUN_TEST_AFTER_FAILURE, 5L, "a.A", null, null, null);

    private static final TestClass FOUND = TestClass.whole("a.A", "why");

    private final List<String> discovery = new ArrayList<>();
    private final Translator translator =
            new Translator(0, "token", line -> line.startsWith("token class") || line.equals("token end"), line -> {
                discovery.add(line);
                return line.endsWith("end")
                        ? Optional.of(new WorkerEvent.Discovered(List.of(FOUND)))
                        : Optional.empty();
            });

    static Stream<Arguments> testEvents() {
        return Stream.of(
                Arguments.of(new TestsetStartingEvent(TEST), Kind.SET_STARTED),
                Arguments.of(new TestsetCompletedEvent(TEST), Kind.SET_COMPLETED),
                Arguments.of(new TestStartingEvent(TEST), Kind.TEST_STARTED),
                Arguments.of(new TestSucceededEvent(TEST), Kind.PASSED),
                Arguments.of(new TestFailedEvent(TEST), Kind.FAILED),
                Arguments.of(new TestErrorEvent(TEST), Kind.ERROR),
                Arguments.of(new TestSkippedEvent(TEST), Kind.SKIPPED),
                Arguments.of(new TestAssumptionFailureEvent(TEST), Kind.ABORTED));
    }

    @ParameterizedTest
    @MethodSource("testEvents")
    void whatATestDoesIsReportedWithItsEntry(Event event, Kind kind) {
        ReportEvent report = report(event);

        assertThat(report.kind()).isEqualTo(kind);
        assertThat(report.className()).isEqualTo("a.A");
        assertThat(report.method()).isEqualTo("m");
        assertThat(report.rerun()).isFalse();
        assertThat(report.payload()).isSameAs(TEST);
        assertThat(report.epochMillis()).isPositive();
    }

    @Test
    void repetitionsAreMarkedAndMissingNamesAreEmpty() {
        ReportEvent report = report(new TestFailedEvent(RERUN));

        assertThat(report.rerun()).isTrue();
        assertThat(report.method()).isEmpty();
    }

    @Test
    void timeDoesNotGoBackwards() {
        assertThat(report(new TestStartingEvent(TEST)).nanos())
                .isLessThanOrEqualTo(report(new TestSucceededEvent(TEST)).nanos());
    }

    @Test
    void outputIsTranslatedToo() {
        ReportEvent out = report(new StandardStreamOutWithNewLineEvent(RunMode.NORMAL_RUN, 3L, "text"));
        ReportEvent err = report(new StandardStreamErrEvent(null, null, "oops"));

        assertThat(out.kind()).isEqualTo(Kind.OUTPUT);
        assertThat(out.payload()).isEqualTo(new Output("text", true, true, "NORMAL_RUN", 3L, null));
        assertThat(err.payload()).isEqualTo(new Output("oops", false, false, null, null, null));
    }

    @Test
    void outputHasTheNamesOfTheTestThatWroteIt() {
        long classId = 7L << 32;
        SimpleReportEntry set = new SimpleReportEntry(RunMode.NORMAL_RUN, classId, "b.B$In", null, null, null);
        SimpleReportEntry test = new SimpleReportEntry(RunMode.NORMAL_RUN, classId | 4, "b.B$In", null, "m", null);
        report(new TestsetStartingEvent(set));
        report(new TestStartingEvent(test));
        assertThat(writerOfOutput(classId | 4)).isEqualTo("b.B$In#m");
        assertThat(writerOfOutput(classId)).isEqualTo("b.B$In#");
        assertThat(writerOfOutput(8L << 32)).isEqualTo("#");
        assertThat(writerOfOutput(null)).isEqualTo("#");

        report(new TestSucceededEvent(test));
        assertThat(writerOfOutput(classId | 4)).isEqualTo("b.B$In#");
        report(new TestsetCompletedEvent(set));
        assertThat(writerOfOutput(classId | 4)).isEqualTo("#");
    }

    private String writerOfOutput(Long id) {
        ReportEvent output = report(new StandardStreamOutWithNewLineEvent(RunMode.NORMAL_RUN, id, "text"));
        return output.className() + "#" + output.method();
    }

    @Test
    void systemPropertiesAndLogLinesAreHandedOnAsTheyAre() {
        Event property = new SystemPropertyEvent(RunMode.NORMAL_RUN, 1L, "key", "value");
        Event info = new ConsoleInfoEvent("info");
        Event warning = new ConsoleWarningEvent("warning");
        Event debug = new ConsoleDebugEvent("debug");

        assertThat(report(property).kind()).isEqualTo(Kind.PROPERTY);
        assertThat(report(property).payload()).isSameAs(property);
        assertThat(report(info).kind()).isEqualTo(Kind.LOG);
        assertThat(report(info).payload()).isEqualTo(new LogLine(LogLine.Level.INFO, "info"));
        assertThat(report(warning).payload()).isEqualTo(new LogLine(LogLine.Level.WARNING, "warning"));
        assertThat(report(debug).payload()).isEqualTo(new LogLine(LogLine.Level.DEBUG, "debug"));
    }

    @Test
    void controlEventsBecomeWhatTheDispatcherKnows() {
        assertThat(translator.translate(new ControlNextTestEvent())).contains(new WorkerEvent.Asks());
        assertThat(translator.translate(new ControlByeEvent())).contains(new WorkerEvent.Bye());
        assertThat(translator.translate(new ControlStopOnNextTestEvent())).contains(new WorkerEvent.CountsFailure());
        assertThat(translator.translate(new JvmExitErrorEvent(null)))
                .hasValueSatisfying(event -> assertThat(event).isInstanceOf(WorkerEvent.Fails.class));
    }

    @Test
    void anErrorOfTheProviderHasItsTraceElseItsMessage() {
        assertThat(failure(new ConsoleErrorEvent(new Trace("java.lang.Error: x\n\tat y", "x"))))
                .isEqualTo("java.lang.Error: x\n\tat y");
        assertThat(failure(new ConsoleErrorEvent(new Trace(" ", "only a message"))))
                .isEqualTo("only a message");
        assertThat(failure(new ConsoleErrorEvent(new Trace(null, null)))).isEqualTo("an error without a message");
        assertThat(failure(new ConsoleErrorEvent(null))).isEqualTo("an error without a message");
    }

    @Test
    void linesOfDiscoveryAreNotReported() {
        assertThat(translator.translate(new ConsoleInfoEvent("token class a.A")))
                .isEmpty();
        assertThat(translator.translate(new ConsoleInfoEvent("token end")))
                .contains(new WorkerEvent.Discovered(List.of(FOUND)));
        assertThat(discovery).containsExactly("token class a.A", "token end");
    }

    @Test
    void onlyInfoLinesCanBeDiscovery() {
        assertThat(report(new ConsoleWarningEvent("token end")).kind()).isEqualTo(Kind.LOG);
        assertThat(discovery).isEmpty();
    }

    @Test
    void anUnknownEventIsNamed() {
        Event unknown = new Event(ForkedProcessEventType.BOOTERCODE_TEST_ERROR) {
            @Override
            public boolean isControlCategory() {
                return false;
            }

            @Override
            public boolean isConsoleCategory() {
                return false;
            }

            @Override
            public boolean isConsoleErrorCategory() {
                return false;
            }

            @Override
            public boolean isStandardStreamCategory() {
                return false;
            }

            @Override
            public boolean isSysPropCategory() {
                return false;
            }

            @Override
            public boolean isTestCategory() {
                return false;
            }

            @Override
            public boolean isJvmExitError() {
                return false;
            }
        };

        assertThatThrownBy(() -> translator.translate(unknown)).hasMessageContaining("BOOTERCODE_TEST_ERROR");
    }

    private ReportEvent report(Event event) {
        return ((WorkerEvent.Reports) translator.translate(event).orElseThrow()).event();
    }

    private String failure(Event event) {
        return ((WorkerEvent.Fails) translator.translate(event).orElseThrow()).text();
    }

    private record Trace(String trace, String message) implements StackTraceWriter {
        @Override
        public String writeTraceToString() {
            return trace;
        }

        @Override
        public String writeTrimmedTraceToString() {
            return trace;
        }

        @Override
        public String smartTrimmedStackTrace() {
            return trace;
        }

        @Override
        public SafeThrowable getThrowable() {
            return message == null ? null : new SafeThrowable(message);
        }
    }

    @Test
    void testsOfSeveralWorkersHaveDifferentIds() {
        Translator second = new Translator(1, "token", line -> false, line -> Optional.empty());

        assertThat(runId(second, new TestStartingEvent(TEST))).isEqualTo(5L | 1L << 48);
        assertThat(runId(translator, new TestStartingEvent(TEST))).isEqualTo(5L);
    }

    private static Long runId(Translator translator, TestStartingEvent event) {
        return translator
                .translate(event)
                .map(WorkerEvent.Reports.class::cast)
                .map(reports -> (ReportEntry) reports.event().payload())
                .orElseThrow()
                .getTestRunId();
    }
}
