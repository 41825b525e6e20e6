package io.github.surefiremp.queue;

import java.util.List;

/** What a {@link QueueLink} has to tell. */
sealed interface QueueNews {
    /** This machine may run these units. */
    record Got(List<Integer> units) implements QueueNews {}

    /** The result of a unit was stored, and counts or does not. */
    record Judged(int unit, boolean counts) implements QueueNews {}

    /** These units have a result, of any machine. */
    record Done(List<Integer> units) implements QueueNews {}

    /** A unit has the result that it will not be run. */
    record Gave(GivenUp up) implements QueueNews {}

    /** No more units are to begin. */
    record Stopped(String why) implements QueueNews {}

    /** The server had lost results that this machine had reported; these units ran on another machine, too. */
    record Twice(List<Integer> units) implements QueueNews {}

    /** The connection was lost, and will be made again; or has been. */
    record Trouble(String what) implements QueueNews {}

    /** The server cannot be reached, and no further attempt will be made. */
    record Lost(String why) implements QueueNews {}
}
