package io.github.surefiremp.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Real JVMs; the deadline is far below the time that their hooks may take. */
@Timeout(120)
class ParentWatchTest {
    private static final int AN_HOUR = 3600;

    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void end() {
        processes.forEach(Process::destroyForcibly);
    }

    @Test
    void shutdownHooksRunAtOnce() throws Exception {
        Process controller = start(Controller.class);
        Process worker = start(Worker.class, controller.pid(), AN_HOUR, "ends");

        controller.destroyForcibly();

        assertThat(worker.inputReader().readLine()).isEqualTo("hook");
        assertThat(worker.waitFor()).isEqualTo(1);
    }

    @Test
    void aHookThatHangsIsNotWaitedForWithoutLimit() throws Exception {
        Process controller = start(Controller.class);
        Process worker = start(Worker.class, controller.pid(), 1, "hangs");

        controller.destroyForcibly();

        assertThat(worker.inputReader().readLine()).isEqualTo("hook");
        assertThat(worker.waitFor()).isEqualTo(1);
    }

    @Test
    void withoutTimeForThemTheyDoNotRun() throws Exception {
        Process controller = start(Controller.class);
        Process worker = start(Worker.class, controller.pid(), 0, "ends");

        controller.destroyForcibly();

        assertThat(worker.inputReader().readLine()).isNull();
        assertThat(worker.waitFor()).isEqualTo(1);
    }

    @Test
    void aControllerThatIsGoneAlreadyIsNoOther() throws Exception {
        Process controller = start(Controller.class);
        controller.destroyForcibly().waitFor();

        Process worker = start(Worker.class, controller.pid(), 0, "ends");

        assertThat(worker.waitFor()).isEqualTo(1);
    }

    @Test
    void itLooksItselfBecauseTheJdkLooksEverMoreSeldom() {
        AtomicInteger looks = new AtomicInteger();
        ProcessHandle slow = (ProcessHandle) Proxy.newProxyInstance(
                ProcessHandle.class.getClassLoader(),
                new Class<?>[] {ProcessHandle.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "isAlive" -> looks.incrementAndGet() < 3;
                    case "pid" -> Long.MAX_VALUE;
                    case "onExit" -> new CompletableFuture<ProcessHandle>();
                    default -> throw new UnsupportedOperationException(method.getName());
                });

        ParentWatch.awaitEnd(slow, 1);

        assertThat(looks).hasValue(3);
    }

    private Process start(Class<?> main, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx64m",
                "-classpath",
                System.getProperty("java.class.path"),
                main.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        processes.add(process);
        return process;
    }

    static final class Controller {
        private Controller() {}

        public static void main(String[] unused) throws InterruptedException {
            new CountDownLatch(1).await();
        }
    }

    static final class Worker {
        private Worker() {}

        public static void main(String[] arguments) throws InterruptedException {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                System.out.println("hook");
                if (arguments[2].equals("hangs")) {
                    new Semaphore(0).acquireUninterruptibly();
                }
            }));
            ParentWatch.endWith(Long.parseLong(arguments[0]), Integer.parseInt(arguments[1]));
            new CountDownLatch(1).await();
        }
    }
}
