package io.github.surefiremp.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.model.ReportEvent;
import io.github.surefiremp.model.ReportEvent.Kind;
import io.github.surefiremp.model.RunObserver;
import io.github.surefiremp.model.Unit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeldReportsTest {
    private static final Unit A = new Unit("a", List.of("A"));
    private static final Unit B = new Unit("b", List.of("B"));

    @TempDir
    private Path folder;

    private final List<String> told = new ArrayList<>();
    private HeldReports held;

    @BeforeEach
    void begin() {
        held = new HeldReports(
                new RunObserver() {
                    @Override
                    public void unitStarted(int worker, Unit unit) {
                        told.add(worker + " starts " + unit.name());
                    }

                    @Override
                    public void reported(int worker, ReportEvent event) {
                        told.add(worker + " " + event.kind() + " " + event.method());
                    }

                    @Override
                    public void unitEnded(int worker, Unit unit) {
                        told.add(worker + " ends " + unit.name());
                    }

                    @Override
                    public void unitLost(int worker, Unit unit, String reason) {
                        told.add(worker + " loses " + unit.name());
                    }

                    @Override
                    public void workerEnded(int worker, int exitCode) {
                        told.add(worker + " is gone");
                    }
                },
                folder);
    }

    @AfterEach
    void end() throws Exception {
        held.close();
    }

    private static ReportEvent event(Kind kind, String method) {
        return new ReportEvent(kind, "C", method, 0, 0, false, null);
    }

    @Test
    void nothingOfAUnitIsToldBeforeItCounts() {
        held.unitStarted(1, A);
        held.reported(1, event(Kind.PASSED, "m"));
        held.unitEnded(1, A);
        assertThat(told).isEmpty();
        held.judged(A, true);
        assertThat(told).containsExactly("1 starts a", "1 PASSED m", "1 ends a");
    }

    @Test
    void whatDoesNotCountIsNeverTold() {
        held.unitStarted(1, A);
        held.reported(1, event(Kind.FAILED, "m"));
        held.reported(1, event(Kind.LOG, "log"));
        held.unitEnded(1, A);
        held.judged(A, false);
        held.workerEnded(1, 0);
        assertThat(told).containsExactly("1 LOG log", "1 is gone");
    }

    @Test
    void aWorkersNewsStayInTheirOrderAndOthersNeedNotWait() {
        held.unitStarted(1, A);
        held.unitLost(1, A, "exit 3");
        held.workerEnded(1, 3);
        held.unitStarted(2, B);
        held.unitEnded(2, B);
        held.judged(B, true);
        assertThat(told).containsExactly("2 starts b", "2 ends b");
        held.judged(A, true);
        assertThat(told).endsWith("1 starts a", "1 loses a", "1 is gone");
    }

    @Test
    void theSameUnitMayRunTwice() {
        held.unitStarted(1, A);
        held.unitEnded(1, A);
        held.judged(A, false);
        held.unitStarted(2, A);
        held.unitEnded(2, A);
        held.judged(A, true);
        assertThat(told).containsExactly("2 starts a", "2 ends a");
    }

    @Test
    void whatWasNeverJudgedIsDropped() throws Exception {
        held.unitStarted(1, A);
        held.reported(1, event(Kind.PASSED, "m"));
        held.workerEnded(1, 137);
        held.close();
        assertThat(told).containsExactly("1 is gone");
    }
}
