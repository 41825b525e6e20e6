package soak;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tests of each class. */
abstract class Tests {
    private static final long SEED = Long.getLong("soak.seed", 0);

    @Test
    void t1() throws Exception {
        meet("t1");
    }

    @Test
    void t2() throws Exception {
        meet("t2");
    }

    @Test
    void t3() throws Exception {
        meet("t3");
    }

    @Test
    void t4() throws Exception {
        meet("t4");
    }

    @Test
    void t5() throws Exception {
        meet("t5");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void p(int value) throws Exception {
        meet("p(int)[" + value + "]");
    }

    private void meet(String test) throws Exception {
        String me = getClass().getName() + "#" + test;
        System.out.println("begin " + me);
        Fate fate = Fate.of(SEED, getClass().getName(), test);
        if (test.startsWith("p") && fate.isFatal()) {
            return;
        }
        switch (fate) {
            case PASSES -> {}
            case SLOW -> Thread.sleep(Fate.millis(SEED, getClass().getName(), test));
            case FAILS -> Assertions.fail("planned failure of " + me);
            case THROWS -> throw new IllegalStateException("planned exception of " + me);
            case ABORTS -> Assumptions.abort("planned abortion of " + me);
            case FLOODS -> {
                int lines = Fate.lines(SEED, getClass().getName(), test);
                for (int i = 0; i < lines; i++) {
                    System.out.println("flood " + me + " " + i);
                }
            }
            case LONG_LINE -> System.out.println("long " + me + " " + "x".repeat(Fate.LONG_LINE_LENGTH));
            case GARBAGE -> writeGarbage();
            case EXITS -> System.exit(Fate.EXIT_CODE);
            case HALTS -> Runtime.getRuntime().halt(Fate.HALT_CODE);
            case KILLED -> signal("KILL");
            case SEGFAULT -> signal("SEGV");
            case OUT_OF_MEMORY -> fillMemory();
            case HANGS -> Thread.sleep(Long.MAX_VALUE);
        }
    }

    private static void writeGarbage() throws IOException {
        byte[] bytes = new byte[100_000];
        new Random(SEED).nextBytes(bytes);
        new FileOutputStream(FileDescriptor.out).write(bytes);
    }

    private static void signal(String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(ProcessHandle.current().pid())).start().waitFor();
        Thread.sleep(Long.MAX_VALUE);
    }

    private static void fillMemory() {
        List<byte[]> kept = new ArrayList<>();
        while (true) {
            kept.add(new byte[1_000_000]);
        }
    }
}
