package io.github.surefiremp.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client and what it was told. */
final class Listening implements CoordinatorClient.Listener {
    static final int DEADLINE_SECONDS = 20;

    final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    final CoordinatorClient client;

    Listening(Coordinator coordinator) throws IOException {
        client = new CoordinatorClient(coordinator.port(), coordinator.secret(), this);
    }

    void want(int more) throws IOException {
        client.want(more);
    }

    void left(long millis) throws IOException {
        client.left(millis);
    }

    void after(long millis) throws IOException {
        client.after(millis);
    }

    void giveBack(int number) throws IOException {
        client.giveBack(number);
    }

    String next() throws InterruptedException {
        return Objects.requireNonNull(
                told.poll(DEADLINE_SECONDS, TimeUnit.SECONDS), "nothing was told before the deadline");
    }

    /** Nothing is on its way any more: what is asked and withdrawn is answered behind all that was said before. */
    void pong() throws IOException, InterruptedException {
        client.enter(false);
        client.leave();
        assertThat(next()).isEqualTo("entered");
    }

    /** The next number; what it is asked to spare meanwhile is passed over. */
    int number() throws InterruptedException {
        while (true) {
            String line = next();
            if (!line.equals("spare")) {
                return Integer.parseInt(line);
            }
        }
    }

    List<Integer> numbers(int count) throws InterruptedException {
        List<Integer> numbers = new ArrayList<>();
        while (numbers.size() < count) {
            numbers.add(Integer.valueOf(next()));
        }
        return numbers;
    }

    @Override
    public void granted(int number) {
        told.add(Integer.toString(number));
    }

    @Override
    public void spareAsked() {
        told.add("spare");
    }

    @Override
    public void entered() {
        told.add("entered");
    }

    @Override
    public void yieldAsked() {
        told.add("yield");
    }

    @Override
    public void lost(IOException reason) {
        told.add("lost: " + reason.getMessage());
    }
}
