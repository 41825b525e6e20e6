package io.github.surefiremp.surefire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.surefire.api.report.ReportEntry;
import org.apache.maven.surefire.api.report.TestOutputReportEntry;
import org.apache.maven.surefire.api.report.TestReportListener;
import org.apache.maven.surefire.api.report.TestSetReportEntry;

/** A listener of Surefire's that notes what it is told. */
final class RecordingListener implements TestReportListener<TestOutputReportEntry> {
    final List<String> told = new ArrayList<>();
    private final List<ReportEntry> entries = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();

    ReportEntry entry(String key) {
        assertThat(keys).contains(key);
        return entries.get(keys.lastIndexOf(key));
    }

    private void note(String what, ReportEntry entry, String name) {
        told.add(what + " " + name);
        keys.add(what + " " + name);
        entries.add(entry);
    }

    @Override
    public void testSetStarting(TestSetReportEntry report) {
        note("setStarting", report, report.getSourceName());
    }

    @Override
    public void testSetCompleted(TestSetReportEntry report) {
        note("setCompleted", report, report.getSourceName());
    }

    @Override
    public void testStarting(ReportEntry report) {
        note("starting", report, report.getName());
    }

    @Override
    public void testSucceeded(ReportEntry report) {
        note("succeeded", report, report.getName());
    }

    @Override
    public void testAssumptionFailure(ReportEntry report) {
        note("assumption", report, report.getName());
    }

    @Override
    public void testError(ReportEntry report) {
        note("error", report, report.getName());
    }

    @Override
    public void testFailed(ReportEntry report) {
        note("failed", report, report.getName());
    }

    @Override
    public void testSkipped(ReportEntry report) {
        note("skipped", report, report.getName());
    }

    @Override
    public void testExecutionSkippedByUser() {
        told.add("skippedByUser");
    }

    @Override
    public void writeTestOutput(TestOutputReportEntry reportEntry) {
        told.add("output " + reportEntry.getLog());
    }

    @Override
    public boolean isDebugEnabled() {
        return true;
    }

    @Override
    public void debug(String message) {
        told.add("debug " + message);
    }

    @Override
    public boolean isInfoEnabled() {
        return true;
    }

    @Override
    public void info(String message) {
        told.add("info " + message);
    }

    @Override
    public boolean isWarnEnabled() {
        return true;
    }

    @Override
    public void warning(String message) {
        told.add("warning " + message);
    }

    @Override
    public boolean isErrorEnabled() {
        return true;
    }

    @Override
    public void error(String message) {
        told.add("error " + message);
    }

    @Override
    public void error(String message, Throwable t) {
        error(message);
    }

    @Override
    public void error(Throwable t) {
        error(t.toString());
    }
}
