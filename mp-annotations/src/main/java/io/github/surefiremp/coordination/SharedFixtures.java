package io.github.surefiremp.coordination;

import io.github.surefiremp.coordination.broker.Answer;
import io.github.surefiremp.coordination.broker.Limits;
import io.github.surefiremp.coordination.broker.Op;
import io.github.surefiremp.coordination.broker.Request;
import io.github.surefiremp.coordination.client.Connections;
import io.github.surefiremp.coordination.client.Connections.Scope;
import io.github.surefiremp.coordination.client.Link;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shared fixtures of one scope, as seen from this JVM: it uses them, and keeps those that it set up.
 *
 * <p>Story: a fixture is set up by the thread that the broker chose, and torn down by a daemon thread when the broker
 * asks for it; or, when the JVM ends first, by a shutdown hook, one for both scopes, because a fixture of the execution
 * may use one of the session. What is kept is guarded by {@code KEPT}. Each fixture is torn down under its own monitor,
 * once; so the hook waits for a tear-down that is under way.
 */
final class SharedFixtures implements Link.Keeper {
    /** What this thread is setting up or tearing down, so that a cycle does not end in a wait for itself. */
    private static final ThreadLocal<List<String>> BUSY_WITH = ThreadLocal.withInitial(ArrayList::new);

    /** In the order in which they became ready. */
    private static final List<Kept> KEPT = new ArrayList<>();

    private static boolean hooked;

    private final Scope scope;
    private final Coordination coordination;

    private static final class Kept {
        private final SharedFixtures by;
        private final String name;
        private final SharedFixture<Object> fixture;
        private final Object handle;
        private boolean over;

        Kept(SharedFixtures by, String name, SharedFixture<Object> fixture, Object handle) {
            this.by = by;
            this.name = name;
            this.fixture = fixture;
            this.handle = handle;
        }

        /** Answers with what went wrong. */
        synchronized @Nullable Throwable tearDown() {
            if (over) {
                return null;
            }
            over = true;
            BUSY_WITH.get().add(name);
            try {
                fixture.tearDown(handle);
                return null;
            } catch (Throwable e) {
                return e;
            } finally {
                BUSY_WITH.get().remove(name);
            }
        }
    }

    SharedFixtures(Scope scope, Coordination coordination) {
        this.scope = scope;
        this.coordination = coordination;
    }

    /**
     * The handle.
     *
     * @param planned whether the plan of the run knows this user
     * @param place where in the tests, for messages
     */
    Object use(Class<? extends SharedFixture<?>> type, boolean planned, String place) {
        String name = type.getName();
        if (BUSY_WITH.get().contains(name)) {
            throw new CoordinationException(title(name) + " uses itself while it is set up or torn down: "
                    + String.join(" uses ", BUSY_WITH.get()) + " uses " + name);
        }
        Link.Question question = new Link.Question(Op.USE, name, place).number(planned ? 1 : 0);
        Answer answer = coordination.ask(question);
        if (answer.kind() == Answer.Kind.NEED_HOST) {
            needHost(name, place);
            answer = coordination.ask(question);
        }
        return switch (answer.kind()) {
            case VALUE ->
                Values.read("the handle of " + title(name), answer.value(), Object.class, answer.text(), type);
            case SET_UP -> setUp(type, place);
            case FAILED -> throw failed(name, answer, type);
            default -> throw new CoordinationException(title(name) + " cannot be used: " + answer);
        };
    }

    /** Only the controller can start a JVM with the tests' class path. */
    private void needHost(String name, String place) {
        try {
            Mp.execution().ask(new Link.Question(Op.HOST, scope.name(), place));
        } catch (RuntimeException e) {
            tellFailure(name, place, e);
            throw e;
        }
    }

    private Object setUp(Class<?> type, String place) {
        String name = type.getName();
        SharedFixture<Object> fixture = null;
        Object handle = null;
        BUSY_WITH.get().add(name);
        try {
            fixture = make(type);
            handle = fixture.setUp();
            byte[] bytes = bytes(name, handle);
            keep(new Kept(this, name, fixture, handle));
            coordination.ask(new Link.Question(Op.SET_UP_DONE, name, place).value(bytes));
            return handle;
        } catch (Throwable e) {
            if (fixture != null && handle != null) {
                Throwable second = forget(new Kept(this, name, fixture, handle)).tearDown();
                if (second != null) {
                    e.addSuppressed(second);
                }
            }
            tellFailure(name, place, e);
            throw new CoordinationException(title(name) + " could not be set up: " + Failures.words(e), e);
        } finally {
            BUSY_WITH.get().remove(name);
        }
    }

    @SuppressWarnings("unchecked") // Only its own handle is ever given to it.
    private static SharedFixture<Object> make(Class<?> type) throws Throwable {
        Constructor<?> constructor;
        try {
            constructor = type.getDeclaredConstructor();
        } catch (NoSuchMethodException e) {
            throw new CoordinationException(
                    title(type.getName()) + " needs a constructor without parameters; is it a static class?", e);
        }
        constructor.setAccessible(true);
        try {
            return (SharedFixture<Object>) constructor.newInstance();
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private static byte[] bytes(String name, @Nullable Object handle) {
        String what = "the handle of " + title(name);
        if (handle == null) {
            throw new CoordinationException(what + " is null; setUp() answers with what its users need to know");
        }
        byte[] bytes = Values.write(what, handle);
        Limits.DEFAULT.check(what, bytes).ifPresent(error -> {
            throw new CoordinationException(error);
        });
        return bytes;
    }

    private void tellFailure(String name, String place, Throwable failure) {
        byte[] bytes;
        try {
            bytes = Values.write("the failure", failure);
        } catch (CoordinationException e) {
            bytes = Request.NOTHING;
        }
        if (Limits.DEFAULT.check("the failure", bytes).isPresent()) {
            bytes = Request.NOTHING;
        }
        Link.Question question = new Link.Question(Op.SET_UP_FAILED, name, place)
                .text("by " + who() + ", " + place + ":\n" + Failures.stackTrace(failure))
                .value(bytes);
        try {
            coordination.ask(question);
        } catch (CoordinationException e) {
            // Whoever asked for the fixture learns why it was not set up, and that nobody else could be told.
            failure.addSuppressed(e);
        }
    }

    private static CoordinationException failed(String name, Answer answer, Class<?> type) {
        String message = title(name) + " could not be set up";
        try {
            if (answer.value().length > 0
                    && Values.read(answer.value(), type.getClassLoader()) instanceof Throwable cause) {
                return new CoordinationException(message + ": " + Failures.words(cause), cause);
            }
        } catch (IOException | ClassNotFoundException | RuntimeException | LinkageError | StackOverflowError e) {
            // Its text says the same.
        }
        return new CoordinationException(message + " " + answer.text());
    }

    private static void keep(Kept fixture) {
        synchronized (KEPT) {
            KEPT.add(fixture);
            if (!hooked) {
                hooked = true;
                Runtime.getRuntime().addShutdownHook(new Thread(SharedFixtures::tearDownAll, "mp-tear-down"));
            }
        }
    }

    private @Nullable Kept kept(String name) {
        synchronized (KEPT) {
            return KEPT.stream()
                    .filter(one -> one.by == this && one.name.equals(name))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** Answers with what was kept, if it was kept already. */
    private Kept forget(Kept fixture) {
        synchronized (KEPT) {
            Kept before = kept(fixture.name);
            KEPT.remove(before);
            return before == null ? fixture : before;
        }
    }

    @Override
    public void setUp(String name) {
        try {
            coordination.ask(new Link.Question(Op.SET_UP_BEGUN, name, ""));
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            Object unused = setUp(Class.forName(name, true, loader), "");
        } catch (CoordinationException e) {
            // The broker has been told, and tells those who wait.
        } catch (ClassNotFoundException | LinkageError e) {
            tellFailure(name, "", e);
        }
    }

    @Override
    public void tearDown(String name) {
        Kept fixture = kept(name);
        Throwable failure = fixture == null ? null : fixture.tearDown();
        synchronized (KEPT) {
            KEPT.remove(fixture);
        }
        String problem = failure == null ? "" : Failures.stackTrace(failure);
        try {
            coordination.ask(new Link.Question(Op.TORN_DOWN, name, "").text(problem));
        } catch (CoordinationException e) {
            tell(name, problem);
        }
    }

    /** The JVM ends. */
    static void tearDownAll() {
        List<Kept> left;
        synchronized (KEPT) {
            left = List.copyOf(KEPT);
        }
        for (int i = left.size() - 1; i >= 0; i--) {
            Throwable failure = left.get(i).tearDown();
            tell(left.get(i).name, failure == null ? "" : Failures.stackTrace(failure));
        }
    }

    @SuppressWarnings("SystemOut") // Nobody else is left to tell it to.
    private static void tell(String name, String problem) {
        if (!problem.isEmpty()) {
            System.err.println("[mp] " + title(name) + " could not be torn down: " + problem);
        }
    }

    private static String who() {
        Connections.Target target = Connections.target();
        return target == null ? "this JVM" : target.name();
    }

    private static String title(String name) {
        return "the shared fixture " + name;
    }
}
