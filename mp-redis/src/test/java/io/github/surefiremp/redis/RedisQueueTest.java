package io.github.surefiremp.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefiremp.model.ClassPart;
import io.github.surefiremp.model.Strategy;
import io.github.surefiremp.model.Unit;
import io.github.surefiremp.queue.GivenUp;
import io.github.surefiremp.queue.Lease;
import io.github.surefiremp.queue.QueueAddress;
import io.github.surefiremp.queue.QueueKey;
import io.github.surefiremp.queue.QueuePlan;
import io.github.surefiremp.queue.QueueServer;
import io.github.surefiremp.queue.QueueState;
import io.github.surefiremp.queue.QueueState.Machine;
import io.github.surefiremp.queue.QueueState.Status;
import io.github.surefiremp.queue.UnitResult;
import io.github.surefiremp.queue.UnitResult.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;

/** What a queue promises, against a real server; the machines are connections of this test. */
@Timeout(60)
class RedisQueueTest {
    private static final long LEASE_MILLIS = 200;
    private static final long FOR_EVER = 3_600_000;

    @TempDir
    private static Path folder;

    private static RedisProcess redis;

    private final List<QueueServer> open = new ArrayList<>();
    private QueueKey key;

    @BeforeAll
    static void startServer() throws Exception {
        redis = RedisProcess.start(folder);
    }

    @AfterAll
    static void stopServer() throws Exception {
        if (redis != null) {
            redis.close();
        }
    }

    @BeforeEach
    void nameQueue(TestInfo test) {
        key = new QueueKey(test.getDisplayName(), "g:a", "surefire:default-test");
    }

    @AfterEach
    void disconnect() {
        open.forEach(QueueServer::close);
    }

    private QueueServer machine(String name, long leaseMillis) throws IOException {
        QueueServer machine = new RedisServers().connect(redis.address(), key, name, leaseMillis);
        open.add(machine);
        return machine;
    }

    /** A machine that has joined a queue of units u0, u1 and so on. */
    private QueueServer member(String name, int units, long leaseMillis) throws IOException {
        QueueServer machine = machine(name, leaseMillis);
        boolean unused = machine.fill(plan(name, units));
        machine.join("about " + name);
        return machine;
    }

    private static QueuePlan plan(String leader, int count) {
        List<Unit> units = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            units.add(new Unit("u" + i, List.of("C" + i)));
        }
        return new QueuePlan(leader, Map.of("mp's version", "1"), Map.of("C0", "1 test"), units);
    }

    private static String result(String machine, long fence) {
        return new UnitResult(machine, fence, Outcome.RAN, 5, List.of(new UnitResult.Test("C", "m", "passed", 5, "")))
                .format();
    }

    private static List<Integer> units(List<Lease> leases) {
        return leases.stream().flatMap(lease -> lease.units().stream()).toList();
    }

    /** Waits until the leases of a machine that says nothing have ended. */
    private static QueueServer.Claimed claimWhenEnded(QueueServer machine, int most)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (System.nanoTime() < end) {
            QueueServer.Claimed claimed = machine.claim(most);
            if (!claimed.leases().isEmpty() || !claimed.givenUp().isEmpty()) {
                return claimed;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("no lease has ended");
    }

    @Test
    void theFirstMachineFillsTheQueueAndTheOthersFindItsPlan() throws Exception {
        QueueServer first = machine("first", FOR_EVER);
        QueueServer second = machine("second", FOR_EVER);
        assertThat(first.plan()).isEmpty();
        assertThat(first.fill(plan("first", 3))).isTrue();
        assertThat(second.fill(plan("second", 4))).isFalse();
        assertThat(second.plan()).contains(plan("first", 3));
        assertThat(new RedisServers().queues(redis.address(), key.build())).containsExactly(key);
    }

    @Test
    void unitsGoOutOnceAndInOrder() throws Exception {
        QueueServer one = member("one", 5, FOR_EVER);
        QueueServer other = member("other", 5, FOR_EVER);
        assertThat(units(one.take(2))).containsExactly(0, 1);
        assertThat(units(other.take(2))).containsExactly(2, 3);
        assertThat(units(one.take(9))).containsExactly(4);
        assertThat(units(other.take(9))).isEmpty();
        assertThat(other.claim(9).leases()).isEmpty();
    }

    @Test
    void anIsolatedGroupGoesOutAsAWhole() throws Exception {
        QueueServer one = machine("one", FOR_EVER);
        List<Unit> units =
                List.of(isolated("a", "g"), isolated("b", "g"), isolated("c", "h"), new Unit("d", List.of("D")));
        assertThat(one.fill(new QueuePlan("one", Map.of(), Map.of(), units))).isTrue();
        one.join("");
        List<Lease> leases = one.take(9);
        assertThat(leases.stream().map(Lease::units)).containsExactly(List.of(0, 1), List.of(2), List.of(3));
        assertThat(one.plan().orElseThrow().units()).isEqualTo(units);
    }

    private static Unit isolated(String name, String group) {
        return new Unit(name, List.of(ClassPart.whole(name)), group, Strategy.ISOLATED_FREE, Set.of(), false);
    }

    @Test
    void aResultIsKeptAndToldToAll() throws Exception {
        QueueServer one = member("one", 2, FOR_EVER);
        QueueServer other = member("other", 2, FOR_EVER);
        Lease lease = one.take(1).get(0);
        assertThat(one.finish(lease, 0, result("one", 1))).isTrue();
        // It was sent again because the answer did not arrive.
        assertThat(one.finish(lease, 0, result("one", 1))).isTrue();
        assertThat(other.news(0)).isEqualTo(new QueueServer.News(List.of(0), 1, ""));
        assertThat(other.news(1)).isEqualTo(new QueueServer.News(List.of(), 1, ""));
        QueueState state = other.state().orElseThrow();
        assertThat(state.results()).containsExactly(Map.entry(0, UnitResult.parse(result("one", 1))));
        assertThat(state.isComplete()).isFalse();
    }

    @Test
    void unitsOfASilentMachineGoToAnotherOneAndItsLateResultDoesNotCount() throws Exception {
        QueueServer lost = member("lost", 2, LEASE_MILLIS);
        QueueServer other = member("other", 2, LEASE_MILLIS);
        Lease old = lost.take(1).get(0);
        QueueServer.Claimed claimed = claimWhenEnded(other, 5);
        Lease now = claimed.leases().get(0);
        assertThat(now.units()).containsExactly(0);
        assertThat(now.fence()).isEqualTo(2);
        assertThat(lost.finish(old, 0, result("lost", 1))).isFalse();
        assertThat(lost.renew(List.of(old))).containsExactly(old.entry());
        assertThat(other.finish(now, 0, result("other", 2))).isTrue();
        assertThat(lost.finish(old, 0, result("lost", 1))).isFalse();
        assertThat(other.state().orElseThrow().results().get(0).machine()).isEqualTo("other");
    }

    @Test
    void aLateResultCountsWhileNobodyElseHasTheUnit() throws Exception {
        QueueServer slow = member("slow", 1, 1);
        Lease lease = slow.take(1).get(0);
        assertThat(slow.finish(lease, 0, result("slow", 1))).isTrue();
        assertThat(slow.claim(5).leases()).isEmpty();
    }

    @Test
    void aLeaseThatIsRenewedIsNotTaken() throws Exception {
        QueueServer alive = member("alive", 1, LEASE_MILLIS);
        QueueServer other = member("other", 1, LEASE_MILLIS);
        List<Lease> leases = alive.take(1);
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(4 * LEASE_MILLIS);
        while (System.nanoTime() < end) {
            assertThat(alive.renew(leases)).isEmpty();
            assertThat(other.claim(1).leases()).isEmpty();
        }
    }

    @Test
    void whatIsGivenBackCanBeTakenAtOnceAndIsNoLoss() throws Exception {
        QueueServer leaving = member("leaving", 2, FOR_EVER);
        QueueServer other = member("other", 2, FOR_EVER);
        List<Lease> leases = leaving.take(2);
        leaving.release(leases);
        leaving.leave();
        List<Lease> taken = other.claim(5).leases();
        assertThat(units(taken)).containsExactly(0, 1);
        assertThat(taken.get(0).fence()).isEqualTo(1);
    }

    @Test
    void ofAGroupOnlyWhatHasNoResultIsRunAgain() throws Exception {
        QueueServer lost = machine("lost", LEASE_MILLIS);
        QueueServer other = machine("other", LEASE_MILLIS);
        List<Unit> units = List.of(isolated("a", "g"), isolated("b", "g"));
        assertThat(lost.fill(new QueuePlan("lost", Map.of(), Map.of(), units))).isTrue();
        Lease lease = lost.take(1).get(0);
        assertThat(lost.finish(lease, 0, result("lost", 1))).isTrue();
        assertThat(units(claimWhenEnded(other, 1).leases())).containsExactly(1);
    }

    @Test
    void aUnitWithWhichThreeMachinesWereLostIsGivenUp() throws Exception {
        QueueServer first = member("m1", 1, LEASE_MILLIS);
        assertThat(first.take(1)).hasSize(1);
        for (String name : List.of("m2", "m3")) {
            assertThat(claimWhenEnded(member(name, 1, LEASE_MILLIS), 1).leases())
                    .hasSize(1);
        }
        QueueServer last = member("m4", 1, LEASE_MILLIS);
        QueueServer.Claimed claimed = claimWhenEnded(last, 1);
        assertThat(claimed.leases()).isEmpty();
        assertThat(claimed.givenUp()).containsExactly(new GivenUp(0, "m3", 3));
        QueueState state = last.state().orElseThrow();
        assertThat(state.isComplete()).isTrue();
        assertThat(state.results().get(0).outcome()).isEqualTo(Outcome.GIVEN_UP);
        assertThat(last.news(0).done()).containsExactly(0);
    }

    @Test
    void whenItIsStoppedNothingMoreIsHandedOut() throws Exception {
        QueueServer one = member("one", 3, FOR_EVER);
        QueueServer other = member("other", 3, FOR_EVER);
        assertThat(units(one.take(1))).containsExactly(0);
        other.stop("enough failures");
        other.stop("another reason");
        assertThat(one.take(1)).isEmpty();
        assertThat(one.news(0).stopped()).isEqualTo("enough failures");
    }

    @Test
    void machinesAreHereLeftOrLost() throws Exception {
        QueueServer here = member("here", 1, FOR_EVER);
        QueueServer left = member("left", 1, FOR_EVER);
        left.leave();
        assertThat(here.state().orElseThrow().machines())
                .containsExactly(
                        new Machine("here", "about here", Status.HERE), new Machine("left", "about left", Status.LEFT));
        QueueServer strict = machine("observer", -1);
        assertThat(strict.state().orElseThrow().machines().get(0).status()).isEqualTo(Status.LOST);
    }

    @Test
    void allKeysExpire() throws Exception {
        QueueServer one = member("one", 1, FOR_EVER);
        Lease lease = one.take(1).get(0);
        assertThat(one.finish(lease, 0, result("one", 1))).isTrue();
        QueueAddress address = redis.address();
        try (Jedis jedis = new Jedis(new HostAndPort(address.host(), address.port()))) {
            Set<String> keys = jedis.keys("mp:{" + key.build() + "}:*");
            assertThat(keys).hasSize(9);
            assertThat(keys).allSatisfy(name -> assertThat(jedis.ttl(name)).isBetween(80_000L, 86_400L));
        }
    }

    @Test
    void aRestartedServerKnowsWhatItHadAccepted() throws Exception {
        QueueServer one = member("one", 2, FOR_EVER);
        Lease lease = one.take(1).get(0);
        assertThat(one.finish(lease, 0, result("one", 1))).isTrue();
        redis.restart();
        assertThatThrownBy(() -> one.take(1)).isInstanceOf(IOException.class);
        QueueServer again = machine("one", FOR_EVER);
        assertThat(again.news(0).done()).containsExactly(0);
        assertThat(units(again.take(5))).containsExactly(1);
    }

    @Test
    void whatTheServerHasLostIsPutBackUnlessAnotherMachineHasRunIt() throws Exception {
        QueueServer one = member("one", 3, FOR_EVER);
        QueueServer other = member("other", 3, FOR_EVER);
        assertThat(units(one.take(2))).containsExactly(0, 1);
        Lease third = other.take(1).get(0);
        assertThat(other.finish(third, 2, result("other", 1))).isTrue();
        assertThat(one.restore(Map.of(0, result("one", 1), 2, result("one", 1))))
                .containsExactly(2);
        assertThat(other.news(1).done()).containsExactly(0);
    }

    @Test
    void aQueueThatIsGoneIsAnErrorAndNoEmptyQueue() throws Exception {
        QueueServer one = member("one", 2, FOR_EVER);
        QueueAddress address = redis.address();
        try (Jedis jedis = new Jedis(new HostAndPort(address.host(), address.port()))) {
            jedis.keys("mp:{" + key.build() + "}:*").forEach(jedis::del);
        }
        assertThatThrownBy(() -> one.take(1)).isInstanceOf(IOException.class).hasMessageContaining("gone");
        assertThatThrownBy(() -> one.news(0)).isInstanceOf(IOException.class).hasMessageContaining("gone");
        assertThatThrownBy(() -> one.join("")).isInstanceOf(IOException.class).hasMessageContaining("gone");
    }

    @Test
    void aServerThatDoesNotAnswerOrLetUsInIsAnErrorWithoutThePassword() throws Exception {
        QueueAddress nobody = QueueAddress.parse("redis://127.0.0.1:1", "", "");
        assertThatThrownBy(() -> new RedisServers().connect(nobody, key, "m", FOR_EVER))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("127.0.0.1:1");
        QueueAddress wrong = QueueAddress.parse(redis.address() + "", "somebody", "a-secret-word");
        assertThatThrownBy(() -> new RedisServers().connect(wrong, key, "m", FOR_EVER))
                .isInstanceOf(IOException.class)
                .hasMessageNotContaining("a-secret-word");
    }
}
