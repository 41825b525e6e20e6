package io.github.surefiremp.surefire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.model.Output;
import java.util.stream.Stream;
import org.apache.maven.surefire.api.event.AbstractStandardStreamEvent;
import org.apache.maven.surefire.api.event.StandardStreamErrEvent;
import org.apache.maven.surefire.api.event.StandardStreamErrWithNewLineEvent;
import org.apache.maven.surefire.api.event.StandardStreamOutEvent;
import org.apache.maven.surefire.api.event.StandardStreamOutWithNewLineEvent;
import org.apache.maven.surefire.api.report.RunMode;
import org.apache.maven.surefire.api.report.TestOutputReportEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OutputsTest {
    static Stream<Arguments> events() {
        RunMode normal = RunMode.NORMAL_RUN;
        RunMode rerun = RunMode.RERUN_TEST_AFTER_FAILURE;
        return Stream.of(
                Arguments.of(new StandardStreamOutEvent(normal, 7L, "text"), true, false),
                Arguments.of(new StandardStreamOutWithNewLineEvent(rerun, 7L, "ü\n€"), true, true),
                Arguments.of(new StandardStreamErrEvent(null, null, ""), false, false),
                Arguments.of(new StandardStreamErrWithNewLineEvent(normal, 0L, "text"), false, true));
    }

    @ParameterizedTest
    @MethodSource("events")
    void aPieceOfOutputComesThroughAsItWas(AbstractStandardStreamEvent event, boolean stdout, boolean newLine) {
        TestOutputReportEntry entry = Outputs.entry(Outputs.of(event, id -> id));

        assertThat(entry.getLog()).isEqualTo(event.getMessage());
        assertThat(entry.isStdOut()).isEqualTo(stdout);
        assertThat(entry.isNewLine()).isEqualTo(newLine);
        assertThat(entry.getRunMode()).isEqualTo(event.getRunMode());
        assertThat(entry.getTestRunId()).isEqualTo(event.getTestRunId());
    }

    @Test
    void outputWithoutTextIsEmpty() {
        Output output = Outputs.of(new StandardStreamOutEvent(RunMode.NORMAL_RUN, 1L, null), id -> id);

        assertThat(output.text()).isEmpty();
    }

    @Test
    void aVersionOfSurefireWithoutStacksHasNone() {
        assertThat(Outputs.of(new StandardStreamOutEvent(RunMode.NORMAL_RUN, 1L, "text"), id -> id)
                        .stack())
                .isNull();
    }
}
