package io.github.surefiremp.coordination.broker;

import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * What tests in several JVMs, or in several threads of one, share: locks, a message board, trails and fixtures.
 *
 * <p>Story: a state machine without a thread of its own. All of its state is guarded by {@code this}. A request is
 * handled on the thread that brings it, and never waits: its answer goes to the client's outbox now or when another
 * request makes it possible. Who holds something is a {@link Party}, a thread of a client. Invariants: each request is
 * answered once, but for those of a client that is gone; a lock has one holder, a key one computation, a trail one
 * step, a fixture one keeper; when a client is gone nothing of it is left but the values that it put on the board.
 */
public final class Broker {
    /** Is told that fixtures may have changed hands; is called with the broker locked, so it must not block. */
    public interface Listener {
        void changed();
    }

    private final Waits waits;
    private final Locks locks;
    private final Board board;
    private final Trails trails;
    private final Fixtures fixtures;
    private final Listener listener;

    /**
     * @param nanoClock a clock that never goes backwards, in nanoseconds; for messages alone
     */
    public Broker(Limits limits, LongSupplier nanoClock, Listener listener) {
        this.waits = new Waits(nanoClock);
        this.locks = new Locks(waits);
        this.board = new Board(limits, waits);
        this.trails = new Trails(waits);
        this.fixtures = new Fixtures(limits, waits);
        this.listener = listener;
    }

    /** Somebody may ask from now on. */
    public synchronized void join(Client client) {
        fixtures.joined(client);
    }

    /** Somebody is gone, and gives back all it had. */
    public synchronized void leave(Client client) {
        waits.gone(client);
        locks.gone(client);
        board.gone(client);
        trails.gone(client);
        fixtures.gone(client);
        listener.changed();
    }

    /** Takes a request; the answer goes to the client's outbox, now or later. */
    public synchronized void handle(Client client, Request request) {
        Call call = new Call(client, request, waits);
        Optional<String> badName = Limits.checkName(request.name());
        if (badName.isPresent()) {
            call.refuse(badName.get());
            return;
        }
        switch (request.op()) {
            case LOCK -> locks.lock(call);
            case UNLOCK -> locks.unlock(call);
            case GET, PUT, PUT_IF_ABSENT, REPLACE, REPLACE_IF, REMOVE, KEYS, COMPUTE, COMPUTED, COMPUTE_FAILED ->
                board.handle(call);
            case TRAIL_START, TRAIL_FINISH -> trails.step(call);
            case STEP_DONE -> trails.end(call, true);
            case STEP_FAILED -> trails.end(call, false);
            case USE -> fixtures.use(call);
            case SET_UP_BEGUN -> fixtures.setUpBegun(call);
            case SET_UP_DONE -> fixtures.setUpDone(call);
            case SET_UP_FAILED -> fixtures.setUpFailed(call);
            case TORN_DOWN -> fixtures.tornDown(call);
            case CANCEL -> {
                waits.find(client, request.number()).ifPresent(waits::cancel);
                call.done();
            }
            case DESCRIBE ->
                call.answer(Answer.of(
                        Answer.Kind.VALUE,
                        waits.find(client, request.number())
                                .map(waits::describe)
                                .orElse("")));
            case HOST -> call.refuse("JVMs for fixtures are not started here");
        }
        switch (request.op()) {
            case USE, SET_UP_DONE, SET_UP_FAILED, TORN_DOWN -> listener.changed();
            default -> {
                // No fixture changed hands.
            }
        }
    }

    /** From now on fixtures live in JVMs of their own, because workers end before their users do. */
    public synchronized void hostFixtures() {
        fixtures.host();
    }

    /** The last user that the plan knows of this fixture has ended. */
    public synchronized void usersGone(String fixture) {
        fixtures.usersGone(fixture);
        listener.changed();
    }

    /** Asks for all fixtures to be torn down; no further one is set up. Asked again, it changes nothing. */
    public synchronized void endFixtures() {
        // Who is told of a change may ask again, and would be told for ever.
        if (fixtures.endAll()) {
            listener.changed();
        }
    }

    /** The end of all fixtures waits no longer for those that are being set up; asked again, it changes nothing. */
    public synchronized void abandonSetUps() {
        if (fixtures.abandonSetUps()) {
            listener.changed();
        }
    }

    /** Whether the worker keeps a fixture, so that it has to stay. */
    public synchronized boolean isKeptBy(int worker) {
        return fixtures.isKeptBy(worker);
    }

    /** Whether there is any fixture that has to be torn down. */
    public synchronized boolean hasFixtures() {
        return fixtures.anyIsAlive();
    }

    /** What could not be torn down, in words. */
    public synchronized List<String> problems() {
        return fixtures.problems();
    }
}
