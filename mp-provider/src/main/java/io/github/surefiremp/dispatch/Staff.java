package io.github.surefiremp.dispatch;

import io.github.surefiremp.model.Unit;
import io.github.surefiremp.model.WorkQueue;

/** Says how many workers a run should have. Used by the dispatcher's thread alone. */
public interface Staff {
    /** As many as there is work for. */
    Staff ALL = new Staff() {
        @Override
        public void ready(int worker) {}

        @Override
        public int wanted(WorkQueue queue, int workers, int starting) {
            return Integer.MAX_VALUE;
        }

        @Override
        public long patienceMillis() {
            return Long.MAX_VALUE;
        }
    };

    /** A worker asked for work for the first time. */
    void ready(int worker);

    /**
     * How many there should be, those that are there and on their way included. More than np, or than there are units,
     * means as many as possible; fewer than there are ends none.
     *
     * @param queue of which units still wait
     * @param workers those that have a unit or wait for one
     * @param starting those that have not asked for work yet
     */
    int wanted(WorkQueue queue, int workers, int starting);

    /**
     * Whether a unit is so short that a worker may be told of it before it has ended the one before, because another
     * worker could not end it much sooner.
     */
    default boolean isShort(Unit unit) {
        return false;
    }

    /** After how much time it should be asked again, even if nothing happens until then. */
    long patienceMillis();
}
