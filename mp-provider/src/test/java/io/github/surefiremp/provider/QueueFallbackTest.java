package io.github.surefiremp.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.model.Handoff;
import io.github.surefiremp.model.Handoffs;
import io.github.surefiremp.queue.QueueAddress;
import io.github.surefiremp.queue.QueueKey;
import io.github.surefiremp.queue.QueueServer;
import io.github.surefiremp.queue.QueueServers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueueFallbackTest {
    private static final Handoff.Queue QUEUE =
            new Handoff.Queue("redis://host:1/0", "", "", "build 7", true, "1.0", 15_000, 60_000, List.of());
    private static final Handoff.Shard SHARD = new Handoff.Shard(1, 3, "surefire-reports", false, "1.0");

    private final List<String> warnings = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void aServerThatAnswersHasTheUnits() {
        Handoff decided = QueueFallback.decide(handoff(QUEUE, SHARD), answering(true), warnings::add);
        assertThat(decided.queue()).isEqualTo(QUEUE);
        assertThat(decided.shard().isOn()).isFalse();
        assertThat(warnings).isEmpty();
    }

    @Test
    void withoutAServerThisMachineRunsItsShardAndSaysSo() {
        Handoff decided = QueueFallback.decide(handoff(QUEUE, SHARD), answering(false), warnings::add);
        assertThat(decided.queue().isOn()).isFalse();
        assertThat(decided.shard()).isEqualTo(SHARD);
        assertThat(warnings)
                .singleElement()
                .asString()
                .contains("mp.queue=redis://host:1/0", "connection refused", "shard 1 of 3", "mp.queueFallback=shard");
    }

    @Test
    void whatCannotBeLoadedCannotBeReached() {
        Handoff decided = QueueFallback.decide(handoff(QUEUE, SHARD), warnings::add);
        assertThat(decided.queue().isOn()).isFalse();
        assertThat(warnings).singleElement().asString().contains("mp-redis cannot be loaded");
    }

    @Test
    void oneOfTheTwoAloneStays() {
        Handoff queue = handoff(QUEUE, Handoff.Shard.NONE);
        assertThat(QueueFallback.decide(queue, warnings::add)).isSameAs(queue);
        Handoff shard = handoff(Handoff.Queue.NONE, SHARD);
        assertThat(QueueFallback.decide(shard, warnings::add)).isSameAs(shard);
        assertThat(warnings).isEmpty();
    }

    private Handoff handoff(Handoff.Queue queue, Handoff.Shard shard) {
        return Handoffs.with(folder, Map.of()).with(queue, shard);
    }

    private static QueueServers answering(boolean answers) {
        return new QueueServers() {
            @Override
            public QueueServer connect(QueueAddress address, QueueKey key, String machine, long leaseMillis) {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<QueueKey> queues(QueueAddress address, String build) throws IOException {
                if (!answers) {
                    throw new IOException("connection refused");
                }
                assertThat(build).isEqualTo("build 7");
                return List.of();
            }
        };
    }
}
