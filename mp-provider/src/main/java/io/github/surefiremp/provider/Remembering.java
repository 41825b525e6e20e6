package io.github.surefiremp.provider;

import io.github.surefiremp.model.RunObserver;
import io.github.surefiremp.model.Unit;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Remembers what the run taught as soon as no unit is left, while the workers' JVMs end.
 *
 * <p>Story: told by the run's one thread. When the last unit has ended a daemon thread starts, which alone reads what
 * was recorded, since nobody records any more; {@link #complete} waits for it.
 */
final class Remembering implements RunObserver {
    private final FutureTask<Void> task;
    private int left;
    private boolean begun;

    /**
     * @param remember is called once
     */
    Remembering(Runnable remember) {
        task = new FutureTask<>(remember, null);
    }

    /** Remembers now what has not been remembered, and returns when that is done. */
    void complete() throws InterruptedException {
        task.run();
        try {
            task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("mp could not remember what the run taught", e.getCause());
        }
    }

    @Override
    public void planned(List<Unit> units) {
        left = units.size();
    }

    @Override
    public void restPlanned(int worker, Unit lost, Unit rest) {
        left++;
    }

    @Override
    public void unitEnded(int worker, Unit unit) {
        leave();
    }

    @Override
    public void unitLost(int worker, Unit unit, String reason) {
        leave();
    }

    @Override
    public void unitSkipped(Unit unit) {
        leave();
    }

    private void leave() {
        left--;
        if (left == 0 && !begun) {
            begun = true;
            Thread thread = new Thread(task, "mp-remember");
            thread.setDaemon(true);
            thread.start();
        }
    }
}
