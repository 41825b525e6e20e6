package io.github.surefiremp.coordination;

import io.github.surefiremp.coordination.broker.Answer;
import io.github.surefiremp.coordination.broker.Limits;
import io.github.surefiremp.coordination.client.Connections;
import io.github.surefiremp.coordination.client.Connections.Scope;
import io.github.surefiremp.coordination.client.Link;
import io.github.surefiremp.coordination.client.LinkException;

/** What one set of workers shares; {@link Mp} says which. Any thread may call. */
public final class Coordination {
    private final Source source;
    private final SharedFixtures fixtures;

    /** Where the link comes from; it is asked each time and answers with the same one. */
    interface Source {
        Link link(Connections.WhenNew whenNew);
    }

    Coordination(Scope scope) {
        this(scope, whenNew -> Connections.link(scope, whenNew));
    }

    Coordination(Scope scope, Source source) {
        this.source = source;
        this.fixtures = new SharedFixtures(scope, this);
    }

    /** The lock without a name. */
    public NamedLock lock() {
        return new NamedLock(this, "");
    }

    /**
     * A lock.
     *
     * @param name not blank, at most 1,000 characters
     */
    public NamedLock lock(String name) {
        return new NamedLock(this, named("lock", name));
    }

    /** The message board. */
    public MessageBoard messageBoard() {
        return new MessageBoard(this);
    }

    /**
     * A trail.
     *
     * @param name not blank, at most 1,000 characters
     */
    public Trail trail(String name) {
        return new Trail(this, named("trail", name));
    }

    /**
     * The handle of a shared fixture; see {@link Mp#shared}.
     *
     * @throws CoordinationException if it could not be set up
     */
    public <T> T shared(Class<? extends SharedFixture<T>> fixture) {
        // Its own type says what the handle is.
        @SuppressWarnings("unchecked")
        T handle = (T) fixtures.use(fixture, false, Places.here());
        return handle;
    }

    /** Connects, if that has not been done. */
    void open() {
        Link unused = source.link(link -> link.keeper(fixtures));
    }

    SharedFixtures fixtures() {
        return fixtures;
    }

    Answer ask(Link.Question question) {
        return ask(question, 0);
    }

    /**
     * Asks the broker.
     *
     * @param nanos how long at most, 0 for as long as it takes
     * @throws CoordinationException if it says that the question is an error, or the thread was interrupted
     */
    Answer ask(Link.Question question, long nanos) {
        // Here too, because a frame that is much too long would end the connection.
        Limits.checkName(question.name()).ifPresent(error -> {
            throw new CoordinationException(error);
        });
        Answer answer;
        try {
            answer = source.link(link -> link.keeper(fixtures)).ask(question, nanos);
        } catch (LinkException e) {
            throw new CoordinationException(String.valueOf(e.getMessage()), e);
        }
        if (answer.kind() == Answer.Kind.REFUSED) {
            throw new CoordinationException(answer.text());
        }
        if (answer.kind() == Answer.Kind.CANCELLED && Thread.currentThread().isInterrupted()) {
            throw new CoordinationException(
                    "interrupted while it waited for \"" + question.name() + "\": " + answer.text());
        }
        return answer;
    }

    /**
     * Tells the broker something that it cannot refuse; does not wait for it.
     *
     * @throws CoordinationException if it cannot be reached
     */
    void tell(Link.Question message) {
        try {
            source.link(link -> link.keeper(fixtures)).tell(message);
        } catch (LinkException e) {
            throw new CoordinationException(String.valueOf(e.getMessage()), e);
        }
    }

    static String named(String what, String name) {
        if (name.isBlank()) {
            throw new CoordinationException("a " + what + " needs a name that is not blank");
        }
        return name;
    }
}
