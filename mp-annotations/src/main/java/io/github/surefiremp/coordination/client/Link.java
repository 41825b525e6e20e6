package io.github.surefiremp.coordination.client;

import io.github.surefiremp.coordination.broker.Answer;
import io.github.surefiremp.coordination.broker.Op;
import io.github.surefiremp.coordination.broker.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The way from this JVM to a broker.
 *
 * <p>Story: any thread may call; it waits for its answer, which another thread brings. What waits is kept by the
 * request's id. When the link is lost, all that wait are told. What the broker asks on its own is given to the {@link
 * Keeper} on a daemon thread of its own, so that a slow tear-down delays no answer.
 */
public abstract class Link {
    private static final long NOTICE_SECONDS = 30;

    private final AtomicLong lastId = new AtomicLong();
    private final Map<Long, CompletableFuture<Answer>> waiting = new ConcurrentHashMap<>();
    /** What the broker asked before there was a keeper; guarded by itself, as the keeper is. */
    private final List<Answer> early = new ArrayList<>();

    private @Nullable Keeper keeper;
    private volatile @Nullable LinkException lost;

    /** Keeps fixtures alive in this JVM. */
    public interface Keeper {
        /** Tears down what was set up here. */
        void tearDown(String fixture);

        /** Sets a fixture up for somebody else. */
        void setUp(String fixture);
    }

    /**
     * What is asked.
     *
     * @param place where in the tests, for people
     */
    public record Question(Op op, String name, String place, long number, String text, byte[] value, byte[] other) {
        /** A question without values. */
        public Question(Op op, String name, String place) {
            this(op, name, place, 0, "", Request.NOTHING, Request.NOTHING);
        }

        /** The same with a number. */
        public Question number(long with) {
            return new Question(op, name, place, with, text, value, other);
        }

        /** The same with a text. */
        public Question text(String with) {
            return new Question(op, name, place, number, with, value, other);
        }

        /** The same with a value. */
        public Question value(byte[] with) {
            return new Question(op, name, place, number, text, with, other);
        }

        /** The same with a second value. */
        public Question other(byte[] with) {
            return new Question(op, name, place, number, text, value, with);
        }
    }

    /** Says who keeps fixtures here; gives it what the broker has asked already. */
    public void keeper(Keeper with) {
        List<Answer> missed;
        synchronized (early) {
            keeper = with;
            missed = List.copyOf(early);
            early.clear();
        }
        missed.forEach(this::receive);
    }

    private @Nullable Keeper keeperFor(Answer answer) {
        synchronized (early) {
            if (keeper == null) {
                early.add(answer);
            }
            return keeper;
        }
    }

    /**
     * Asks, and waits for the answer as long as it takes. After half a minute it writes to the standard error stream
     * what it waits for.
     *
     * @throws LinkException if the broker cannot be reached
     */
    public Answer ask(Question question) {
        return ask(question, 0);
    }

    /**
     * Asks, and waits for the answer. If it takes longer than allowed, or if the thread is interrupted, the question is
     * cancelled; the answer may then still be a good one that was already under way. The interrupt stays set.
     *
     * @param nanos how long at most, 0 for as long as it takes
     * @throws LinkException if the broker cannot be reached
     */
    public Answer ask(Question question, long nanos) {
        long id = lastId.incrementAndGet();
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        try {
            failIfLost();
            send(request(id, question));
            return nanos > 0 ? await(answer, id, nanos) : await(answer, id, question);
        } finally {
            waiting.remove(id);
        }
    }

    /**
     * Tells the broker something, and waits for no answer. What is asked later is handled later.
     *
     * @throws LinkException if the broker cannot be reached
     */
    public void tell(Question message) {
        failIfLost();
        send(request(lastId.incrementAndGet(), message));
    }

    private void failIfLost() {
        LinkException gone = lost;
        if (gone != null) {
            throw new LinkException(String.valueOf(gone.getMessage()), gone);
        }
    }

    private Answer await(CompletableFuture<Answer> answer, long id, long nanos) {
        try {
            return answer.get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return cancel(answer, id);
        } catch (InterruptedException e) {
            Answer last = cancel(answer, id);
            Thread.currentThread().interrupt();
            return last;
        } catch (ExecutionException e) {
            throw lost(e);
        }
    }

    private Answer await(CompletableFuture<Answer> answer, long id, Question question) {
        try {
            try {
                return answer.get(NOTICE_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                notice(id, question);
                return answer.get();
            }
        } catch (InterruptedException e) {
            Answer last = cancel(answer, id);
            Thread.currentThread().interrupt();
            return last;
        } catch (ExecutionException e) {
            throw lost(e);
        }
    }

    @SuppressWarnings("SystemOut") // The test that waits is the one to say so, whatever it logs with.
    private void notice(long id, Question question) {
        Answer description =
                ask(new Question(Op.DESCRIBE, "", "").number(id), TimeUnit.SECONDS.toNanos(NOTICE_SECONDS));
        if (!description.text().isEmpty()) {
            System.err.println("[mp] " + question.place() + " has waited " + NOTICE_SECONDS + " s for \""
                    + question.name() + "\":\n" + description.text());
        }
    }

    private Answer cancel(CompletableFuture<Answer> answer, long id) {
        send(request(lastId.incrementAndGet(), new Question(Op.CANCEL, "", "").number(id)));
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw lost(e);
        }
    }

    private static LinkException lost(Exception e) {
        Throwable reason = e.getCause() == null ? e : e.getCause();
        return new LinkException(String.valueOf(reason.getMessage()), reason);
    }

    @SuppressWarnings("deprecation") // Thread.threadId() is newer than Java 17.
    private static Request request(long id, Question question) {
        return new Request(
                id,
                question.op(),
                question.name(),
                Thread.currentThread().getId(),
                question.place(),
                question.number(),
                question.text(),
                question.value(),
                question.other());
    }

    /** Brings the request to the broker. */
    abstract void send(Request request);

    /** The broker answers, or asks. */
    void receive(Answer answer) {
        switch (answer.kind()) {
            case PLEASE_TEAR_DOWN -> {
                Keeper here = keeperFor(answer);
                if (here != null) {
                    daemon("mp-tear-down", () -> here.tearDown(answer.text()));
                }
            }
            case PLEASE_SET_UP -> {
                Keeper here = keeperFor(answer);
                if (here != null) {
                    daemon("mp-set-up", () -> here.setUp(answer.text()));
                }
            }
            default -> {
                CompletableFuture<Answer> future = waiting.get(answer.id());
                if (future != null) {
                    future.complete(answer);
                }
            }
        }
    }

    /** The broker is gone. */
    void isLost(LinkException reason) {
        lost = reason;
        waiting.values().forEach(future -> future.completeExceptionally(reason));
    }

    static void daemon(String name, Runnable body) {
        Thread thread = new Thread(body, name);
        thread.setDaemon(true);
        thread.start();
    }
}
