package io.github.surefiremp.surefire;

import java.util.List;
import org.apache.maven.plugin.surefire.extensions.SurefireStatelessTestsetInfoReporter;
import org.apache.maven.plugin.surefire.log.api.ConsoleLogger;
import org.apache.maven.plugin.surefire.report.TestSetStats;
import org.apache.maven.plugin.surefire.report.WrappedReportEntry;
import org.apache.maven.surefire.api.report.TestSetReportEntry;
import org.apache.maven.surefire.extensions.StatelessTestsetInfoConsoleReportEventListener;

/**
 * Surefire's own reporter without its lines of classes on the console. Surefire's parameter {@code printSummary} would take
 * everything from the console, the result as well.
 */
public final class NoClassLines extends SurefireStatelessTestsetInfoReporter {
    /** Made by name, in the realm of Surefire's plugin. */
    public NoClassLines() {}

    @Override
    public StatelessTestsetInfoConsoleReportEventListener<WrappedReportEntry, TestSetStats> createListener(
            ConsoleLogger logger) {
        return new StatelessTestsetInfoConsoleReportEventListener<>(logger) {
            @Override
            public void testSetStarting(TestSetReportEntry report) {
                // Dots are printed instead.
            }

            @Override
            public void testSetCompleted(WrappedReportEntry report, TestSetStats stats, List<String> results) {
                // Failures are told at the end, in Surefire's result.
            }

            @Override
            public void reset() {
                // Nothing is kept.
            }
        };
    }
}
