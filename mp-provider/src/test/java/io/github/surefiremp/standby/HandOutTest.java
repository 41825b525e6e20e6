package io.github.surefiremp.standby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HandOutTest {
    private final String secret = UUID.randomUUID().toString();
    private final AtomicBoolean goesOn = new AtomicBoolean(true);
    /** Whenever somebody looks at the clock, time has passed, and this client has sent a byte of the secret. */
    private volatile CompletableFuture<OutputStream> drips = nobody();

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger dripped = new AtomicInteger();
    private HandOut.Waiting waiting;
    private CompletableFuture<Optional<List<String>>> told;

    @BeforeEach
    void begin() throws IOException {
        waiting = new HandOut.Waiting(secret, this::drip);
        told = CompletableFuture.supplyAsync(() -> waiting.await(goesOn::get));
    }

    @AfterEach
    void end() throws IOException {
        waiting.close();
    }

    @Test
    void whoKnowsTheSecretTellsItsArguments() throws Exception {
        try (Socket socket = HandOut.take(waiting.port(), secret, List.of("/folder with blanks", "ü", ""))) {
            assertThat(result()).contains(List.of("/folder with blanks", "ü", ""));
            assertThat(waiting.isOwned()).isTrue();
            assertThat(socket.isClosed()).isFalse();
        }
    }

    @Test
    void aWrongSecretIsOfNoUse() throws Exception {
        assertThatThrownBy(() -> HandOut.take(waiting.port(), UUID.randomUUID().toString(), List.of("a")))
                .isInstanceOf(IOException.class);

        assertItStillWaits();
    }

    @Test
    void garbageIsOfNoUse() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), waiting.port())) {
            socket.getOutputStream().write(new byte[10_000]);
            assertThat(isClosed(socket)).isTrue();
        }

        assertItStillWaits();
    }

    @Test
    void theSecretBeforeGarbageIsOfNoUse() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), waiting.port())) {
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.write(secret.getBytes(StandardCharsets.US_ASCII));
            out.writeInt(Integer.MAX_VALUE);
            out.flush();
            assertThat(isClosed(socket)).isTrue();
        }

        assertItStillWaits();
    }

    @Test
    void whoSaysNothingKeepsNobodyOutForLong() throws Exception {
        try (Socket silent = new Socket(InetAddress.getLoopbackAddress(), waiting.port())) {
            assertThat(isClosed(silent)).isTrue();

            assertItStillWaits();
        }
    }

    @Test
    void whoDripsIsCutOffToo() throws Exception {
        drips = new CompletableFuture<>();
        try (Socket slow = new Socket(InetAddress.getLoopbackAddress(), waiting.port())) {
            drips.complete(slow.getOutputStream());
            assertThat(isClosed(slow)).isTrue();
            // A few bytes were read, so that each of them could have begun a new wait.
            assertThat(dripped).hasValueBetween(2, secret.length());
        }

        drips = nobody();
        assertItStillWaits();
    }

    @Test
    void itEndsWhenItShall() throws Exception {
        goesOn.set(false);

        assertThat(result()).isEmpty();
    }

    /** Then the clock stands still. */
    private static CompletableFuture<OutputStream> nobody() {
        return CompletableFuture.completedFuture(null);
    }

    private long drip() {
        OutputStream out = drips.join();
        if (out == null) {
            return nanos.get();
        }
        try {
            int next = dripped.getAndIncrement();
            // After the secret, the number of its arguments.
            out.write(next < secret.length() ? secret.charAt(next) : 0);
            return nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(100));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertItStillWaits() throws Exception {
        assertThat(told).isNotDone();
        HandOut.take(waiting.port(), secret, List.of("b")).close();
        assertThat(result()).contains(List.of("b"));
    }

    private Optional<List<String>> result() throws Exception {
        return told.get(30, TimeUnit.SECONDS);
    }

    /** The end, or a reset where something was not read. */
    private static boolean isClosed(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (IOException e) {
            return true;
        }
    }
}
