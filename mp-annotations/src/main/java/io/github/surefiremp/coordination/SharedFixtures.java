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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The shared fixtures of one scope, as seen from this JVM: it uses them, and keeps those that it set up.
 *
 * <p>Story: a fixture is set up by the thread that the broker chose, and torn down by a daemon thread when the broker
 * asks for it; or, when the JVM ends first, by a shutdown hook. What is kept is guarded by {@code kept}. Each fixture is
 * torn down under its own monitor, once; so the hook waits for a tear-down that is under way.
 */
final class SharedFixtures implements Link.Keeper {
    /** What this thread is setting up, so that a cycle does not end in a wait for itself. */
    private static final ThreadLocal<List<String>> SETTING_UP = ThreadLocal.withInitial(ArrayList::new);

    private final Scope scope;
    private final Coordination coordination;
    private final Map<String, Kept> kept = new LinkedHashMap<>();
    private boolean hooked;

    private static final class Kept {
        private final SharedFixture<Object> fixture;
        private final Object handle;
        private boolean over;

        Kept(SharedFixture<Object> fixture, Object handle) {
            this.fixture = fixture;
            this.handle = handle;
        }

        /** Answers with what went wrong. */
        synchronized @Nullable Throwable tearDown() {
            if (over) {
                return null;
            }
            over = true;
            try {
                fixture.tearDown(handle);
                return null;
            } catch (Throwable e) {
                return e;
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
        if (SETTING_UP.get().contains(name)) {
            throw new CoordinationException(title(name) + " uses itself while it is set up: "
                    + String.join(" uses ", SETTING_UP.get()) + " uses " + name);
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
        SETTING_UP.get().add(name);
        try {
            fixture = make(type);
            handle = fixture.setUp();
            byte[] bytes = bytes(name, handle);
            keep(name, new Kept(fixture, handle));
            coordination.ask(new Link.Question(Op.SET_UP_DONE, name, place).value(bytes));
            return handle;
        } catch (Throwable e) {
            if (fixture != null && handle != null) {
                Throwable second = forget(name, new Kept(fixture, handle)).tearDown();
                if (second != null) {
                    e.addSuppressed(second);
                }
            }
            tellFailure(name, place, e);
            throw new CoordinationException(title(name) + " could not be set up: " + Failures.words(e), e);
        } finally {
            SETTING_UP.get().remove(name);
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

    private void keep(String name, Kept fixture) {
        synchronized (kept) {
            kept.put(name, fixture);
            if (!hooked) {
                hooked = true;
                Runtime.getRuntime().addShutdownHook(new Thread(this::tearDownAll, "mp-tear-down"));
            }
        }
    }

    /** Answers with what was kept, if it was kept already. */
    private Kept forget(String name, Kept fixture) {
        synchronized (kept) {
            Kept before = kept.remove(name);
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
        Kept fixture;
        synchronized (kept) {
            fixture = kept.get(name);
        }
        Throwable failure = fixture == null ? null : fixture.tearDown();
        synchronized (kept) {
            kept.remove(name, fixture);
        }
        String problem = failure == null ? "" : Failures.stackTrace(failure);
        try {
            coordination.ask(new Link.Question(Op.TORN_DOWN, name, "").text(problem));
        } catch (CoordinationException e) {
            tell(name, problem);
        }
    }

    /** The JVM ends. */
    private void tearDownAll() {
        List<Map.Entry<String, Kept>> left;
        synchronized (kept) {
            left = new ArrayList<>(kept.entrySet());
        }
        for (int i = left.size() - 1; i >= 0; i--) {
            Throwable failure = left.get(i).getValue().tearDown();
            tell(left.get(i).getKey(), failure == null ? "" : Failures.stackTrace(failure));
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
