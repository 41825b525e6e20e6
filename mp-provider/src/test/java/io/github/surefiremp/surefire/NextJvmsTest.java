package io.github.surefiremp.surefire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.model.ClassPart;
import io.github.surefiremp.model.Strategy;
import io.github.surefiremp.model.Unit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class NextJvmsTest {
    private static final long MEMORY = 100;

    private final List<Fake> started = new CopyOnWriteArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final List<Unit> units = IntStream.range(0, 5)
            .mapToObj(i -> new Unit("u" + i, List.of(ClassPart.whole("U" + i)), "", Strategy.FREE, Set.of(), true))
            .toList();

    @Test
    void oneThatWaitsIsToldWhatToBecome() throws IOException {
        NextJvms jvms = running(1_000, null, this::start);

        Process process = jvms.take(7, List.of("folder", "dump")).orElseThrow();

        assertThat(started).containsExactly((Fake) process);
        DataInputStream said =
                new DataInputStream(new ByteArrayInputStream(started.get(0).told.toByteArray()));
        assertThat(said.readInt()).isEqualTo(3);
        assertThat(List.of(said.readUTF(), said.readUTF(), said.readUTF())).containsExactly("shown", "folder", "dump");
        assertThat(started.get(0).closed).isTrue();
        assertThat(told).containsExactly("mp: JVM 1, which was started ahead, is worker 7");
        assertThat(jvms.take(8, List.of())).isEmpty();
    }

    @Test
    void thoseThatNobodyUsedEndWithTheRun() {
        NextJvms jvms = running(1_000, null, this::start);
        Optional<Process> used = jvms.take(2, List.of());
        jvms.workerStarted(2, 1);
        jvms.unitStarted(2, units.get(1));

        jvms.close();

        assertThat(used).isPresent();
        assertThat(started).extracting(Fake::isAlive).containsExactly(true, false, false);
    }

    @Test
    void oneMoreThanThereAreUnitsEndsAtOnce() {
        NextJvms jvms = running(1_000, null, this::start);

        units.subList(1, 5).forEach(jvms::unitSkipped);

        assertThat(jvms.take(2, List.of())).isEmpty();
        assertThat(started).extracting(Fake::isAlive).containsExactly(false);
    }

    @Test
    void allThatWaitMayNeedAQuarterOfTheFreeMemory() {
        NextJvms jvms = running(4 * MEMORY, null, this::start);
        jvms.workerStarted(2, 1);

        jvms.unitStarted(2, units.get(1));

        assertThat(jvms.take(3, List.of())).isPresent();
        assertThat(jvms.take(4, List.of())).isEmpty();
        assertThat(told.get(0)).startsWith("mp: the free memory allows for no more JVMs that starts ahead");
    }

    @Test
    void whereTheyAreImpossibleNoneStarts() {
        NextJvms jvms = running(1_000, "a debugger", this::start);

        assertThat(jvms.take(2, List.of())).isEmpty();
        assertThat(started).isEmpty();
        assertThat(told).containsExactly("mp: no JVM starts ahead: a debugger");
    }

    @Test
    void whoCannotBeStartedIsNotTriedAgain() {
        NextJvms jvms = running(1_000, null, () -> {
            throw new IOException("no more processes");
        });

        assertThat(jvms.take(2, List.of())).isEmpty();

        jvms.workerStarted(2, 1);
        jvms.unitStarted(2, units.get(1));
        assertThat(jvms.take(3, List.of())).isEmpty();
        assertThat(told).containsExactly("mp: no JVM starts ahead any more: java.io.IOException: no more processes");
    }

    @Test
    void oneThatHasEndedByItselfIsNotUsedAndTheLast() {
        NextJvms jvms = running(1_000, null, () -> {
            Fake fake = new Fake(1);
            fake.code = 3;
            return fake;
        });

        assertThat(jvms.take(2, List.of())).isEmpty();

        assertThat(told).containsExactly("mp: no JVM starts ahead any more: JVM 1 ended by itself with exit code 3");
    }

    @Test
    void oneThatDoesNotListenIsKilled() {
        Fake deaf = new Fake(1);
        deaf.deaf = true;
        NextJvms jvms = running(1_000, null, () -> deaf);

        assertThat(jvms.take(2, List.of())).isEmpty();

        assertThat(deaf.isAlive()).isFalse();
        assertThat(told).singleElement().asString().startsWith("mp: no JVM starts ahead any more: JVM 1 does not");
    }

    /** Worker 1 runs the first of five units. */
    private NextJvms running(long freeMemory, @Nullable String obstacle, Callable<Process> starter) {
        NextJvms jvms = new NextJvms(starter, "shown", MEMORY, () -> freeMemory, obstacle, told::add);
        jvms.workerStarted(1, 1);
        jvms.planned(units);
        jvms.unitStarted(1, units.get(0));
        return jvms;
    }

    private synchronized Process start() {
        Fake fake = new Fake(started.size() + 1);
        started.add(fake);
        return fake;
    }

    /** A process that lives until it is killed. */
    private static final class Fake extends Process {
        final ByteArrayOutputStream told = new ByteArrayOutputStream();
        private final long pid;
        volatile int code = -1;
        boolean closed;
        boolean deaf;

        Fake(long pid) {
            this.pid = pid;
        }

        @Override
        public OutputStream getOutputStream() {
            return new OutputStream() {
                @Override
                public void write(int b) throws IOException {
                    if (deaf) {
                        throw new IOException("broken pipe");
                    }
                    told.write(b);
                }

                @Override
                public void close() {
                    closed = true;
                }
            };
        }

        @Override
        public InputStream getInputStream() {
            return InputStream.nullInputStream();
        }

        @Override
        public InputStream getErrorStream() {
            return InputStream.nullInputStream();
        }

        @Override
        public int waitFor() {
            return code;
        }

        @Override
        public int exitValue() {
            if (code < 0) {
                throw new IllegalThreadStateException();
            }
            return code;
        }

        @Override
        public void destroy() {
            code = 137;
        }

        @Override
        public long pid() {
            return pid;
        }
    }
}
