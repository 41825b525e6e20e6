package io.github.surefiremp.coordination;

import io.github.surefiremp.coordination.broker.Answer;
import io.github.surefiremp.coordination.broker.Op;
import io.github.surefiremp.coordination.client.Link;

/**
 * Something that has a first and a last user. Each user starts and later finishes; the first one sets up, the last one
 * cleans up.
 *
 * <pre>{@code
 * @BeforeAll
 * static void start() {
 *     try (Trail.Step step = Mp.trail("server").start()) {
 *         if (step.first()) {
 *             launchServer();
 *         }
 *     }
 * }
 *
 * @AfterAll
 * static void finish() {
 *     try (Trail.Step step = Mp.trail("server").finish()) {
 *         if (step.last()) {
 *             stopServer();
 *         }
 *     }
 * }
 * }</pre>
 *
 * <p>Steps of one trail never overlap: while one worker is in the block of its step, all others wait. So a second user
 * comes in when the first one's set-up is done. Between two users nobody may be left; the trail then begins a new round,
 * and the next one is first again. A {@link SharedFixture} stays until the end of the run instead.
 *
 * <p>A step whose block throws is as if it had not been tried: its user is not counted, and the next one who waits is
 * first or last in its place. A worker that dies has finished. Each finish belongs to a start in the same JVM, though
 * not in the same thread.
 *
 * <p>Java does not tell {@code close()} that a block threw, so mp looks at the code around the call of {@code close()}
 * that is running. That tells it for a try statement, as written above, by any compiler and under JaCoCo. A step that is
 * closed elsewhere than where it was begun, such as one that is kept in a field, has ended well, and so has one in a
 * class that has no class file to read or that another agent changed, if all of its statement stands on one line. {@link
 * #start(Block)} and {@link #finish(Block)} always know.
 */
public final class Trail {
    private final Coordination coordination;
    private final String name;

    Trail(Coordination coordination, String name) {
        this.coordination = coordination;
        this.name = name;
    }

    /** What to do in a step. */
    @FunctionalInterface
    public interface Block<X extends Exception> {
        void run() throws X;
    }

    /**
     * Begins to use it; waits while another step of the trail is under way.
     *
     * @return the step, to be closed at the end of a try-with-resources statement
     * @throws CoordinationException if this thread is in a step of this trail already, or is interrupted
     */
    public Step start() {
        return step(Op.TRAIL_START);
    }

    /**
     * Ends the use; waits while another step of the trail is under way.
     *
     * @return the step, to be closed at the end of a try-with-resources statement
     * @throws CoordinationException if there is no start for it in this JVM, if this thread is in a step of this trail
     *     already, or is interrupted
     */
    public Step finish() {
        return step(Op.TRAIL_FINISH);
    }

    /**
     * Begins to use it.
     *
     * @param ifFirst runs if nobody else uses it
     */
    public <X extends Exception> void start(Block<X> ifFirst) throws X {
        run(start(), ifFirst);
    }

    /**
     * Ends the use.
     *
     * @param ifLast runs if nobody else uses it
     */
    public <X extends Exception> void finish(Block<X> ifLast) throws X {
        run(finish(), ifLast);
    }

    private static <X extends Exception> void run(Step step, Block<X> block) throws X {
        try {
            if (step.edge) {
                block.run();
            }
        } catch (Throwable e) {
            try {
                step.end(false);
            } catch (CoordinationException second) {
                // What the block threw is what matters.
                e.addSuppressed(second);
            }
            throw e;
        }
        step.end(true);
    }

    private Step step(Op op) {
        Answer answer = coordination.ask(new Link.Question(op, name, Places.here()));
        return new Step(this, op == Op.TRAIL_START, answer.kind() == Answer.Kind.FIRST_OR_LAST, answer.number());
    }

    /** A step that is under way; all other steps of the trail wait until it is closed. */
    public static final class Step implements AutoCloseable {
        private final Trail trail;
        private final boolean start;
        private final boolean edge;
        private final long token;
        private final BodyEnd block = BodyEnd.begin();

        private Step(Trail trail, boolean start, boolean edge, long token) {
            this.trail = trail;
            this.start = start;
            this.edge = edge;
            this.token = token;
        }

        /** Whether it is a start and nobody else uses the trail; true once in each round. */
        public boolean first() {
            return start && edge;
        }

        /** Whether it is a finish and nobody else uses the trail; true once in each round. */
        public boolean last() {
            return !start && edge;
        }

        /** Ends the step; once more does nothing. */
        @Override
        public void close() {
            end(block.atClose() != BodyEnd.Outcome.EXCEPTION);
        }

        private void end(boolean good) {
            trail.coordination.ask(
                    new Link.Question(good ? Op.STEP_DONE : Op.STEP_FAILED, trail.name, "").number(token));
        }
    }
}
