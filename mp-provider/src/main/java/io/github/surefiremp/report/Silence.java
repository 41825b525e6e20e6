package io.github.surefiremp.report;

import io.github.surefiremp.model.ReportEvent;
import io.github.surefiremp.model.ReportEvent.Kind;
import io.github.surefiremp.model.RunObserver;
import io.github.surefiremp.model.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Notices a run in which classes ran to their end and none of them reported anything: something in the workers is
 * broken, and that must not look like a pass. For one thread.
 *
 * <p>Only for providers whose discovery is exact. JUnit 4's takes classes into the plan whose tests its category filter
 * then leaves out, and there a silent run is a right one.
 */
public final class Silence implements RunObserver {
    private final List<String> ended = new ArrayList<>();
    private boolean heard;

    @Override
    public void reported(int worker, ReportEvent event) {
        heard |= event.kind() == Kind.SET_STARTED || event.kind().endsTest();
    }

    @Override
    public void unitEnded(int worker, Unit unit) {
        ended.add(unit.name());
    }

    @Override
    public void unitLost(int worker, Unit unit, String reason) {
        heard = true;
    }

    /** What to tell if nothing was reported; empty if something was, or nothing ran. */
    public Optional<String> problem() {
        return heard || ended.isEmpty()
                ? Optional.empty()
                : Optional.of("NOT RUN: the workers ended normally, but no test was reported for "
                        + String.join(", ", ended));
    }
}
