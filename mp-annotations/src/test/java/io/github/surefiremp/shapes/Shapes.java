package io.github.surefiremp.shapes;

import static io.github.surefiremp.coordination.Ends.Is.EXCEPTION;
import static io.github.surefiremp.coordination.Ends.Is.NORMAL;
import static io.github.surefiremp.coordination.Ends.Is.UNKNOWN;

import io.github.surefiremp.coordination.Ends;
import io.github.surefiremp.coordination.Probe;
import io.github.surefiremp.coordination.Probe.Failed;
import io.github.surefiremp.coordination.Probe.Launch;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** Ways to write a statement that closes a resource. BodyEndTest compiles this file in several ways. */
@SuppressWarnings({"try", "unused", "RedundantControlFlow", "StatementSwitchToExpressionSwitch"})
public final class Shapes {

    private Shapes() {}

    private static void nothing() {}

    @Ends
    public static void oneStatement(Launch launch) throws Exception {
        try (Probe step = Probe.start()) {
            if (step.first()) {
                launch.run();
            }
        }
    }

    // spotless:off
    @Ends(sameLine = true)
    public static void oneLine(Launch launch) throws Exception {
        try (Probe step = Probe.start()) {
            if (step.first()) launch.run();
        }
    }
    // spotless:on

    @Ends(quietly = EXCEPTION)
    public static void nothingAfterTheLaunch(Launch launch) throws Exception {
        try (Probe step = Probe.start()) {
            launch.run();
            throw new Failed();
        } catch (Failed e) {
            throw e;
        }
    }

    @Ends
    public static void throwsAfterwards(Launch launch) throws Exception {
        Failed later = new Failed();
        try (Probe step = Probe.start()) {
            launch.run();
        }
        throw later;
    }

    @Ends
    public static int returns(Launch launch) throws Exception {
        try (Probe step = Probe.start()) {
            launch.run();
            if (step.first()) {
                return 1;
            }
        }
        return 2;
    }

    @Ends(sameLine = true)
    public static void finallyClause(Launch launch) throws Exception {
        Probe step = Probe.start();
        try {
            launch.run();
        } finally {
            step.close();
        }
    }

    @Ends(sameLine = true)
    public static void finallyWithMore(Launch launch) throws Exception {
        Probe step = Probe.start();
        try {
            launch.run();
        } finally {
            step.close();
            for (int i = 0; i < 3; i++) {
                step.first();
            }
        }
    }

    @Ends
    public static void nested(Launch launch) throws Exception {
        try (Probe outer = Probe.start()) {
            try (Probe inner = Probe.start()) {
                launch.run();
            }
        }
    }

    @Ends
    public static void severalResources(Launch launch) throws Exception {
        try (Probe one = Probe.start();
                Probe two = Probe.start();
                Probe three = Probe.start()) {
            launch.run();
        }
    }

    @Ends
    public static void aLaterResourceFails(Launch launch) throws Exception {
        try (Probe one = Probe.start();
                AutoCloseable two = opened(launch)) {
            one.first();
        }
    }

    private static AutoCloseable opened(Launch launch) throws Exception {
        launch.run();
        return () -> {};
    }

    @Ends
    public static void aLaterResourceFailsToClose(Launch launch) throws Exception {
        try (Probe one = Probe.start();
                AutoCloseable two = launch::run) {
            one.first();
        }
    }

    @Ends
    public static void inLoops(Launch launch) throws Exception {
        for (int i = 0; i < 3; i++) {
            int n = 0;
            while (true) {
                try (Probe step = Probe.start()) {
                    if (n++ == 1) {
                        continue;
                    }
                    if (n > 2) {
                        break;
                    }
                    launch.run();
                } catch (Failed e) {
                    throw e;
                }
            }
        }
    }

    @Ends(failing = NORMAL)
    public static void retriedAfterAnExceptionInside(Launch launch) throws Exception {
        for (int i = 0; i < 3; i++) {
            try (Probe step = Probe.start()) {
                try {
                    launch.run();
                    break;
                } catch (Failed e) {
                    continue;
                }
            }
        }
    }

    @Ends
    public static void inACatchClause(Launch launch) throws Exception {
        try {
            throw new IllegalStateException();
        } catch (IllegalStateException e) {
            try (Probe step = Probe.start()) {
                launch.run();
            }
            throw e;
        }
    }

    @Ends(sameLine = true)
    public static void inAFinallyClause(Launch launch) throws Exception {
        int[] none = {};
        try {
            none[0] = 1;
        } finally {
            try (Probe step = Probe.start()) {
                launch.run();
            }
        }
    }

    @Ends(failing = NORMAL)
    public static void caughtInside(Launch launch) throws Exception {
        try (Probe step = Probe.start()) {
            try {
                launch.run();
            } catch (Failed e) {
                step.first();
            }
        }
    }

    @Ends(failing = NORMAL)
    public static int caughtInsideWithReturn(Launch launch) throws Exception {
        try (Probe step = Probe.start()) {
            try {
                launch.run();
            } catch (Failed e) {
                return 1;
            }
        }
        return 2;
    }

    @Ends(failing = NORMAL)
    public static void caughtInsideThenThrownAfterwards(Launch launch) throws Exception {
        do {
            try (Probe step = Probe.start()) {
                try {
                    launch.run();
                    return;
                } catch (Failed e) {
                    break;
                }
            }
        } while (true);
        throw new IllegalStateException();
    }

    @Ends
    public static void caughtOutside(Launch launch) throws Exception {
        try (Probe step = Probe.start()) {
            launch.run();
        } catch (Failed e) {
            nothing();
        } finally {
            nothing();
        }
    }

    @Ends
    public static void otherExceptionInside(Launch launch) throws Exception {
        try (Probe step = Probe.start()) {
            try {
                launch.run();
            } catch (IllegalStateException e) {
                return;
            } finally {
                step.first();
            }
        }
    }

    @Ends
    public static void inALambda(Launch launch) throws Exception {
        Callable<String> all = () -> {
            try (Probe step = Probe.start()) {
                launch.run();
                return "a";
            }
        };
        all.call();
    }

    @Ends
    public static void withSwitches(Launch launch) throws Exception {
        for (int i = -2; i < 6; i++) {
            try (Probe step = Probe.start()) {
                String text = switch (i) {
                    case -1 -> "b";
                    case 0, 1 -> "c";
                    case 2 -> "b" + i;
                    default -> "";
                };
                switch (i * 1000) {
                    case 1000:
                        continue;
                    case -2000:
                        text += i;
                        break;
                    case 0x40000000:
                        return;
                    default:
                        launch.run();
                }
                switch (text) {
                    case "b" -> nothing();
                    case "c" -> {
                        continue;
                    }
                    default -> launch.run();
                }
            }
        }
    }

    @Ends
    public static void withWideInstructions(Launch launch) throws Exception {
        long a0 = 0, a1 = 0, a2 = 0, a3 = 0, a4 = 0, a5 = 0, a6 = 0, a7 = 0, a8 = 0, a9 = 0, b0 = 0, b1 = 0, b2 = 0;
        long c0 = 0, c1 = 0, c2 = 0, c3 = 0, c4 = 0, c5 = 0, c6 = 0, c7 = 0, c8 = 0, c9 = 0, d0 = 0, d1 = 0, d2 = 0;
        long e0 = 0, e1 = 0, e2 = 0, e3 = 0, e4 = 0, e5 = 0, e6 = 0, e7 = 0, e8 = 0, e9 = 0, f0 = 0, f1 = 0, f2 = 0;
        long g0 = 0, g1 = 0, g2 = 0, g3 = 0, g4 = 0, g5 = 0, g6 = 0, g7 = 0, g8 = 0, g9 = 0, h0 = 0, h1 = 0, h2 = 0;
        long i0 = 0, i1 = 0, i2 = 0, i3 = 0, i4 = 0, i5 = 0, i6 = 0, i7 = 0, i8 = 0, i9 = 0, j0 = 0, j1 = 0, j2 = 0;
        long k0 = 0, k1 = 0, k2 = 0, k3 = 0, k4 = 0, k5 = 0, k6 = 0, k7 = 0, k8 = 0, k9 = 0, l0 = 0, l1 = 0, l2 = 0;
        long m0 = 0, m1 = 0, m2 = 0, m3 = 0, m4 = 0, m5 = 0, m6 = 0, m7 = 0, m8 = 0, m9 = 0, n0 = 0, n1 = 0, n2 = 0;
        long o0 = 0, o1 = 0, o2 = 0, o3 = 0, o4 = 0, o5 = 0, o6 = 0, o7 = 0, o8 = 0, o9 = 0, p0 = 0, p1 = 0, p2 = 0;
        long q0 = 0, q1 = 0, q2 = 0, q3 = 0, q4 = 0, q5 = 0, q6 = 0, q7 = 0, q8 = 0, q9 = 0, r0 = 0, r1 = 0, r2 = 0;
        long s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0, s8 = 0, s9 = 0, t0 = 0, t1 = 0, t2 = 0;
        int count = 0;
        for (int i = 0; i < 2; i++) {
            count += 1000;
            try (Probe step = Probe.start()) {
                launch.run();
                count += i;
            }
        }
    }

    @Ends
    public static void made(Launch launch) throws Exception {
        try (Probe step = open()) {
            launch.run();
        }
    }

    private static Probe open() {
        return Probe.start();
    }

    @Ends
    public static void madeInACatchClause(Launch launch) throws Exception {
        try {
            throw new IllegalStateException();
        } catch (IllegalStateException e) {
            try (Probe step = open()) {
                launch.run();
            }
            throw e;
        }
    }

    @Ends
    public static void madeByALambda(Launch launch) throws Exception {
        Supplier<Probe> maker = () -> open();
        try (Probe step = maker.get()) {
            launch.run();
        }
    }

    @Ends
    public static void madeByAMethodReference(Launch launch) throws Exception {
        Supplier<Probe> maker = Probe::start;
        try (Probe step = maker.get()) {
            launch.run();
        }
    }

    @Ends
    public static void madeBefore(Launch launch) throws Exception {
        Probe step = Probe.start();
        step.first();
        try (step) {
            launch.run();
        }
    }

    @Ends
    public static void withinAHelper(Launch launch) throws Exception {
        with(Probe.start(), launch);
    }

    private static void with(Probe step, Launch launch) throws Exception {
        try (step) {
            launch.run();
        }
    }

    /** As Groovy's withCloseable. */
    @Ends(sameLine = true)
    public static void withinAHelperThatKeepsTheException(Launch launch) throws Exception {
        Probe step = Probe.start();
        Throwable kept = null;
        try {
            launch.run();
        } catch (Throwable e) {
            kept = e;
            throw e;
        } finally {
            if (kept != null) {
                try {
                    step.close();
                } catch (RuntimeException e) {
                    kept.addSuppressed(e);
                }
            } else {
                step.close();
            }
        }
    }

    /** As Kotlin's use. */
    @Ends(sameLine = true)
    public static void closedByAHelper(Launch launch) throws Exception {
        Probe step = Probe.start();
        Throwable kept = null;
        try {
            launch.run();
        } catch (Throwable e) {
            kept = e;
            throw e;
        } finally {
            closeFinally(step, kept);
        }
    }

    private static void closeFinally(Probe step, Throwable cause) {
        if (cause == null) {
            step.close();
        } else {
            try {
                step.close();
            } catch (RuntimeException e) {
                cause.addSuppressed(e);
            }
        }
    }

    @Ends
    public static void recursive(Launch launch) throws Exception {
        recursive(launch, 3);
    }

    private static void recursive(Launch launch, int depth) throws Exception {
        if (depth == 0) {
            launch.run();
            return;
        }
        try (Probe step = Probe.start()) {
            recursive(launch, depth - 1);
        }
    }

    /** As dynamic Groovy does. */
    @Ends
    public static void madeAndClosedThroughOneHelper(Launch launch) throws Exception {
        Probe[] step = new Probe[1];
        call(() -> step[0] = Probe.start());
        try {
            launch.run();
        } catch (Failed e) {
            call(() -> step[0].close());
            throw e;
        }
        call(() -> step[0].close());
    }

    private static void call(Runnable part) {
        part.run();
    }

    @Ends
    public static void deep(Launch launch) throws Exception {
        try (Probe step = open(5)) {
            launch.run();
        }
    }

    private static Probe open(int depth) {
        return depth == 0 ? Probe.start() : open(depth - 1);
    }

    /** The method that holds it is too far away; but its caller throws the exception on. */
    @Ends(quietly = UNKNOWN)
    public static void tooDeep(Launch launch) throws Exception {
        try (Probe step = open(9)) {
            launch.run();
        }
    }

    @Ends(quietly = NORMAL, failing = NORMAL)
    public static void closedInACatchClause(Launch launch) throws Exception {
        Probe step = Probe.start();
        try {
            launch.run();
            step.close();
        } catch (Failed e) {
            step.close();
            return;
        }
    }

    @Ends
    public static void closedInACatchClauseThatThrowsOn(Launch launch) throws Exception {
        Probe step = Probe.start();
        try {
            launch.run();
        } catch (Failed e) {
            step.close();
            throw e;
        }
        step.close();
    }

    @Ends(quietly = UNKNOWN, failing = UNKNOWN)
    public static void closedElsewhere(Launch launch) throws Exception {
        Probe[] step = new Probe[1];
        Thread maker = new Thread(() -> step[0] = Probe.start());
        maker.start();
        maker.join();
        try {
            launch.run();
        } catch (Failed e) {
            nothing();
        }
        Thread closer = new Thread(() -> step[0].close());
        closer.start();
        closer.join();
    }
}
