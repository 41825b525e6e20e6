package io.github.surefiremp.surefire.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ForkTest {
    private static final String LONG = "x".repeat(100_000);

    @Test
    void whatIsToldIsReadAsItWas() throws IOException {
        String[] arguments = {"-jar", "/a b/ü.jar", "", "two\nlines"};
        Map<String, String> environment = Map.of("CLASSPATH", LONG, "EMPTY", "", "ü", "€");

        Fork read = Fork.read(new ByteArrayInputStream(told("", arguments, environment)));

        assertThat(read).isEqualTo(new Fork(List.of(arguments), environment, "/work here"));
    }

    @Test
    void whatOthersPrintBeforeIsPassedOver() throws IOException {
        for (String before : List.of("starting java", "a line\r\nand mp-fork-2\n", "mp-fork-1 ", LONG + "\n\n", "mp")) {
            Fork read = Fork.read(new ByteArrayInputStream(told(before, new String[] {"a"}, Map.of())));

            assertThat(read.arguments()).as(before).containsExactly("a");
        }
    }

    @Test
    void anEndBeforeAllWasToldIsToldAsOne() throws IOException {
        byte[] all = told("", new String[] {"argument"}, Map.of("a", "b"));
        for (int length = 0; length < all.length; length++) {
            byte[] some = Arrays.copyOf(all, length);

            assertThatThrownBy(() -> Fork.read(new ByteArrayInputStream(some)))
                    .as("after %s bytes", length)
                    .isInstanceOf(EOFException.class);
        }
    }

    @Test
    void theProcessTellsItAndEndsWhenItsInputDoes() throws IOException, InterruptedException {
        Path classes = Path.of("target/classes").toAbsolutePath();
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classes.toString(),
                ForkMain.class.getName(),
                "-jar",
                "a b.jar");
        builder.environment().put("MP_TEST", "a value");
        Process process = builder.start();
        try {
            Fork fork = Fork.read(process.getInputStream());

            assertThat(fork.arguments()).containsExactly("-jar", "a b.jar");
            assertThat(fork.environment()).containsEntry("MP_TEST", "a value");
            assertThat(fork.directory()).isEqualTo(System.getProperty("user.dir"));
            assertThat(process.isAlive()).isTrue();

            process.getOutputStream().close();

            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
            assertThat(process.getInputStream().read()).isEqualTo(-1);
        } finally {
            process.destroyForcibly();
        }
    }

    private static byte[] told(String before, String[] arguments, Map<String, String> environment) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(before.getBytes(StandardCharsets.UTF_8));
        ForkMain.tell(arguments, environment, "/work here", (OutputStream) out);
        return out.toByteArray();
    }
}
