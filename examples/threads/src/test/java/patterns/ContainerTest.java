package patterns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.surefiremp.annotations.Parallelizable;
import io.github.surefiremp.annotations.Scope;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/**
 * Pattern 1: one container for all tests of the class, with an object for all of them, one for each thread, one for
 * each test and the threads that it starts, and a new one each time.
 */
@Parallelizable(Scope.ALL)
class ContainerTest {
    private static final Container CONTAINER = new Container();
    private static final AtomicInteger SINGLETONS = new AtomicInteger();
    private static final Set<Context> CONTEXTS = ConcurrentHashMap.newKeySet();
    private static final int TIMES = 8;

    static final class Singleton {}

    static final class OfThread {
        final Thread maker = Thread.currentThread();
    }

    static final class Context {}

    static final class Made {}

    @BeforeAll
    static void register() {
        CONTAINER.register(Singleton.class, Container.Scope.SINGLETON, () -> {
            SINGLETONS.incrementAndGet();
            return new Singleton();
        });
        CONTAINER.register(OfThread.class, Container.Scope.THREAD, OfThread::new);
        CONTAINER.register(Context.class, Container.Scope.CONTEXT, Context::new);
        CONTAINER.register(Made.class, Container.Scope.FACTORY, Made::new);
    }

    @AfterAll
    static void oneForAllAndOneForEachContext() {
        assertTrue(SINGLETONS.get() <= 1);
        assertTrue(CONTEXTS.isEmpty() || CONTEXTS.size() == TIMES);
    }

    @RepeatedTest(TIMES)
    void theSingletonIsTheSameForAll() {
        assertSame(CONTAINER.get(Singleton.class), CONTAINER.get(Singleton.class));
        assertEquals(1, SINGLETONS.get());
    }

    @RepeatedTest(TIMES)
    void eachThreadHasItsOwn() {
        assertSame(Thread.currentThread(), CONTAINER.get(OfThread.class).maker);
    }

    @RepeatedTest(TIMES)
    void aContextIsInheritedByTheThreadsOfATest() {
        CONTAINER.inContext(() -> {
            Context own = CONTAINER.get(Context.class);
            AtomicReference<Context> ofThread = new AtomicReference<>();
            Thread thread = new Thread(() -> ofThread.set(CONTAINER.get(Context.class)));
            thread.start();
            join(thread);
            assertSame(own, ofThread.get());
            assertTrue(CONTEXTS.add(own), "another test has the same");
        });
    }

    @Test
    void aFactoryMakesANewOneEachTime() {
        assertNotSame(CONTAINER.get(Made.class), CONTAINER.get(Made.class));
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
