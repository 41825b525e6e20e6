package io.github.surefiremp.surefire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.maven.surefire.api.report.CategorizedReportEntry;
import org.apache.maven.surefire.api.report.ReportEntry;
import org.apache.maven.surefire.api.report.RunMode;
import org.apache.maven.surefire.api.report.SimpleReportEntry;
import org.apache.maven.surefire.api.report.TestSetReportEntry;
import org.junit.jupiter.api.Test;

class EntriesTest {
    private static final TextTrace TRACE = new TextTrace("A.m", "trace", "trace");
    private static final SimpleReportEntry ENTRY = new SimpleReportEntry(
            RunMode.RERUN_TEST_AFTER_FAILURE,
            5L,
            "a.A",
            "class a",
            "m",
            "method m",
            TRACE,
            null,
            "message",
            Map.of("old", "value"));

    @Test
    void aDurationIsFilledInAndAllElseStays() {
        ReportEntry timed = Entries.timed(ENTRY, 12);

        assertThat(timed.getElapsed()).isEqualTo(12);
        assertThat(timed.getElapsed(99)).isEqualTo(12);
        assertSameBesideTheDuration(timed);
        assertThat(timed.getStackTraceWriter()).isSameAs(TRACE);
    }

    @Test
    void aDurationOfNothingIsOneToo() {
        assertThat(Entries.timed(ENTRY, 0).getElapsed()).isZero();
        assertThat(Entries.timed(ENTRY, 0).getElapsed(99)).isZero();
    }

    @Test
    void aSetGetsItsSystemProperties() {
        TestSetReportEntry completed = Entries.completed(ENTRY, 12, Map.of("key", "new"));

        assertThat(completed.getElapsed()).isEqualTo(12);
        assertThat(completed.getSystemProperties()).isEqualTo(Map.of("key", "new"));
        assertSameBesideTheDuration(completed);
    }

    @Test
    void aSetWithoutSystemPropertiesHasNone() {
        assertThat(Entries.completed(ENTRY, 12, Map.of()).getSystemProperties()).isEmpty();
    }

    @Test
    void aFailureHasItsReason() {
        TextTrace reason = new TextTrace("A.m", "gone", "gone");

        ReportEntry failed = Entries.failed(ENTRY, 7, reason);

        assertThat(failed.getStackTraceWriter()).isSameAs(reason);
        assertSameBesideTheDuration(failed);
    }

    @Test
    void aGroupStays() {
        CategorizedReportEntry grouped = new CategorizedReportEntry(RunMode.NORMAL_RUN, 1L, "a.A", "m", "group");

        ReportEntry timed = Entries.timed(grouped, 3);

        assertThat(timed.getGroup()).isEqualTo("group");
        assertThat(timed.getNameWithGroup()).isEqualTo(grouped.getNameWithGroup());
        assertThat(timed.getReportNameWithGroup()).isEqualTo(grouped.getReportNameWithGroup());
    }

    @Test
    void whatIsReplacedCanBeReplacedAgain() {
        assertThat(Entries.timed(Entries.timed(ENTRY, 1), 2).getElapsed()).isEqualTo(2);
        assertThat(Entries.timed(ENTRY, 1).toString()).isEqualTo(ENTRY.toString());
    }

    private static void assertSameBesideTheDuration(ReportEntry entry) {
        assertThat(entry.getRunMode()).isEqualTo(RunMode.RERUN_TEST_AFTER_FAILURE);
        assertThat(entry.getTestRunId()).isEqualTo(5L);
        assertThat(entry.getSourceName()).isEqualTo("a.A");
        assertThat(entry.getSourceText()).isEqualTo("class a");
        assertThat(entry.getName()).isEqualTo("m");
        assertThat(entry.getNameText()).isEqualTo("method m");
        assertThat(entry.getMessage()).isEqualTo("message");
    }
}
