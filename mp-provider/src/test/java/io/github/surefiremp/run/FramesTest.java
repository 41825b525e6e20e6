package io.github.surefiremp.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FramesTest {
    private static final StackTraceElement OF_TEST =
            new StackTraceElement("shop.OrderTest", "pays", "OrderTest.java", 7);
    private static final StackTraceElement OF_JDK = new StackTraceElement("java.util.ArrayList", "forEach", null, 1);
    private static final StackTraceElement OF_MP =
            new StackTraceElement("io.github.surefiremp.run.UnitRun", "loop", "UnitRun.java", 1);

    @Test
    void aTraceEndsWhereMpBegins() {
        Exception failure = failure(OF_TEST, OF_JDK, OF_MP, OF_JDK);

        Frames.cut(failure);

        assertThat(failure.getStackTrace()).containsExactly(OF_TEST, OF_JDK);
    }

    @Test
    void causesAndSuppressedAreCutToo() {
        Exception cause = failure(OF_TEST, OF_MP);
        Exception suppressed = failure(OF_TEST, OF_MP, OF_TEST);
        Exception failure = failure(OF_MP);
        failure.initCause(cause);
        cause.addSuppressed(suppressed);
        suppressed.addSuppressed(failure);

        Frames.cut(failure);

        assertThat(failure.getStackTrace()).isEmpty();
        assertThat(cause.getStackTrace()).containsExactly(OF_TEST);
        assertThat(suppressed.getStackTrace()).containsExactly(OF_TEST);
    }

    @Test
    void aTraceWithoutMpStaysAsItIs() {
        Exception failure = failure(OF_TEST, OF_JDK);

        Frames.cut(failure);

        assertThat(failure.getStackTrace()).containsExactly(OF_TEST, OF_JDK);
    }

    private static Exception failure(StackTraceElement... trace) {
        Exception failure = new Exception("no");
        failure.setStackTrace(trace);
        return failure;
    }
}
