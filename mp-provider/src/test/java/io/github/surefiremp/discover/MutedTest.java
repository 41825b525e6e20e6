package io.github.surefiremp.discover;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MutedTest {
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void capture() {
        System.setOut(new PrintStream(printed, true, UTF_8));
        System.setErr(new PrintStream(printed, true, UTF_8));
    }

    @AfterEach
    void restore() {
        System.setOut(out);
        System.setErr(err);
    }

    @Test
    void whatIsPrintedMeanwhileIsLost() {
        String result = Muted.during(() -> {
            System.out.println("out");
            System.err.print("err");
            return "done";
        });
        System.out.print("after");

        assertThat(result).isEqualTo("done");
        assertThat(printed.toString(UTF_8)).isEqualTo("after");
    }

    @Test
    void afterAFailureThereIsNoSilence() {
        assertThatThrownBy(() -> Muted.during(() -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        System.out.print("after");

        assertThat(printed.toString(UTF_8)).isEqualTo("after");
    }

    @Test
    void aStreamThatSomebodyKeptLeadsToWhereTheOutputIsThen() {
        PrintStream kept = Objects.requireNonNull(Muted.during(() -> System.out));
        kept.print("a");
        ByteArrayOutputStream later = new ByteArrayOutputStream();
        System.setOut(new PrintStream(later, true, UTF_8));
        kept.println("b");
        System.setOut(kept);
        System.out.print("c");

        assertThat(later.toString(UTF_8)).isEqualTo("b" + System.lineSeparator());
        assertThat(printed.toString(UTF_8)).isEqualTo("ac");
    }

    @Test
    void aStreamThatSomebodyPutInStays() {
        PrintStream own = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);
        Muted.during(() -> {
            System.setOut(own);
            return "";
        });

        assertThat(System.out).isSameAs(own);
    }
}
