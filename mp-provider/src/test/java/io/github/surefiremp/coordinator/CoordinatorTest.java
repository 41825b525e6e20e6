package io.github.surefiremp.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over real sockets. What must not happen is asserted after something that was sent later has been answered. */
@Timeout(60)
class CoordinatorTest {
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    @Test
    void aClientGetsAsManyNumbersAsItWantsFromOneOn() throws Exception {
        Listening client = client(coordinator(4));

        client.want(3);

        assertThat(client.numbers(3)).containsExactly(1, 2, 3);
    }

    @Test
    void whatAClientWantsReplacesWhatItWanted() throws Exception {
        Coordinator coordinator = coordinator(2);
        Listening first = holding(coordinator, 2);
        first.want(5);
        first.want(1);

        first.giveBack(1);
        first.giveBack(2);

        assertThat(first.numbers(1)).containsExactly(1);
        // Nothing more was wanted, so the other number is free for somebody else.
        Listening second = client(coordinator);
        second.want(1);
        assertThat(second.numbers(1)).containsExactly(2);
    }

    @Test
    void aNumberGoesToTheOneThatTheBuildWaitsFor() throws Exception {
        Coordinator coordinator = coordinator(3);
        Listening leaf = client(coordinator);
        leaf.left(20_000);
        leaf.want(2);
        leaf.numbers(2);
        Listening core = client(coordinator);
        core.left(10_000);
        core.after(30_000);
        core.want(2);
        core.numbers(1);
        // It asks for one more than there are, and shortens the build by five seconds with it.
        assertThat(leaf.next()).isEqualTo("spare");

        leaf.want(1);
        leaf.giveBack(1);

        assertThat(core.numbers(1)).containsExactly(1);
    }

    @Test
    void thePoorestClientIsServedFirst() throws Exception {
        Coordinator coordinator = coordinator(3);
        Listening rich = holding(coordinator, 3);
        rich.want(3);
        Listening poor = client(coordinator);
        poor.want(1);
        assertThat(rich.next()).isEqualTo("spare");

        rich.giveBack(2);

        assertThat(poor.numbers(1)).containsExactly(2);
        rich.giveBack(1);
        assertThat(rich.numbers(1)).containsExactly(1);
    }

    @Test
    void whereSomebodyHasNothingTheRichestIsAskedForOne() throws Exception {
        Coordinator coordinator = coordinator(5);
        Listening rich = holding(coordinator, 3);
        Listening lessRich = holding(coordinator, 2);

        Listening poor = client(coordinator);
        poor.want(2);

        assertThat(rich.next()).isEqualTo("spare");
        rich.giveBack(3);
        assertThat(poor.numbers(1)).containsExactly(3);
        // It has one now and starves no longer: nobody is asked again, though it still waits.
        lessRich.giveBack(5);
        assertThat(poor.numbers(1)).containsExactly(5);
        assertThat(rich.told).isEmpty();
        assertThat(lessRich.told).isEmpty();
    }

    @Test
    void aClientIsAskedForOneNumberAtATime() throws Exception {
        Coordinator coordinator = coordinator(4);
        Listening rich = holding(coordinator, 4);
        Listening poor = client(coordinator);
        poor.want(1);
        assertThat(rich.next()).isEqualTo("spare");

        rich.want(1);
        poor.want(2);
        poor.want(1);
        rich.giveBack(4);

        assertThat(poor.numbers(1)).containsExactly(4);
        assertThat(rich.told).isEmpty();
    }

    @Test
    void aClientWithOneNumberIsNotAskedForIt() throws Exception {
        Coordinator coordinator = coordinator(1);
        Listening only = holding(coordinator, 1);
        Listening poor = client(coordinator);
        poor.want(1);

        only.giveBack(1);

        assertThat(poor.numbers(1)).containsExactly(1);
        assertThat(only.told).isEmpty();
    }

    /** Whoever has one number keeps it, whoever starves: its units would stand still. Only a second one is to spare. */
    @Test
    void onlyWhoHoldsMoreThanOneIsAskedHoweverManyStarve() throws Exception {
        Coordinator coordinator = coordinator(2);
        Listening rich = holding(coordinator, 2);
        Listening poor = client(coordinator);
        poor.want(1);
        assertThat(rich.next()).isEqualTo("spare");
        rich.giveBack(2);
        assertThat(poor.numbers(1)).containsExactly(2);

        // Now both have one, and neither is asked for it, though these two have nothing.
        Listening starving = client(coordinator);
        starving.want(1);
        starving.pong();
        Listening alsoStarving = client(coordinator);
        alsoStarving.want(1);
        alsoStarving.pong();

        rich.giveBack(1);
        assertThat(starving.numbers(1)).containsExactly(1);
        poor.giveBack(2);
        assertThat(alsoStarving.numbers(1)).containsExactly(2);
        rich.pong();
        poor.pong();
        assertThat(rich.told).isEmpty();
        assertThat(poor.told).isEmpty();
    }

    @Test
    void whoIsAloneGetsTheNumbersOfThoseWhoWaitOutside() throws Exception {
        Coordinator coordinator = coordinator(3);
        Listening waiting = holding(coordinator, 2);
        Listening alone = holding(coordinator, 1);
        alone.client.enter(true);
        assertThat(alone.next()).isEqualTo("entered");

        alone.want(1);
        assertThat(waiting.next()).isEqualTo("spare");
        waiting.want(1);
        waiting.giveBack(2);

        assertThat(alone.numbers(1)).containsExactly(2);
    }

    @Test
    void aClientThatVanishesGivesBackAllItHeld() throws Exception {
        Coordinator coordinator = coordinator(3);
        Listening gone = holding(coordinator, 3);
        Listening waiting = client(coordinator);
        waiting.want(3);

        gone.client.close();

        assertThat(waiting.numbers(3)).containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void aNumberThatTheClientDoesNotHoldIsNotTaken() throws Exception {
        Coordinator coordinator = coordinator(2);
        Listening first = holding(coordinator, 2);
        Listening thief = client(coordinator);

        thief.giveBack(1);
        thief.giveBack(99);
        thief.want(1);

        assertThat(first.next()).isEqualTo("spare");
        first.giveBack(2);
        assertThat(thief.numbers(1)).containsExactly(2);
    }

    @Test
    void aNumberComesBackOnce() throws Exception {
        Coordinator coordinator = coordinator(1);
        Listening first = holding(coordinator, 1);
        first.giveBack(1);
        first.giveBack(1);
        first.want(2);

        assertThat(first.numbers(1)).containsExactly(1);
        Listening second = client(coordinator);
        second.want(1);
        first.want(0);
        first.giveBack(1);
        assertThat(second.numbers(1)).containsExactly(1);
        assertThat(first.told).isEmpty();
    }

    @Test
    void moreNumbersServeThoseWhoWait() throws Exception {
        Coordinator coordinator = coordinator(1);
        Listening client = client(coordinator);
        client.want(3);
        assertThat(client.numbers(1)).containsExactly(1);

        coordinator.growTo(3);

        assertThat(client.numbers(2)).containsExactly(2, 3);
        assertThat(coordinator.size()).isEqualTo(3);
    }

    @Test
    void aSmallerSizeChangesNothing() throws Exception {
        Coordinator coordinator = coordinator(3);

        coordinator.growTo(1);

        assertThat(coordinator.size()).isEqualTo(3);
        Listening client = client(coordinator);
        client.want(3);
        assertThat(client.numbers(3)).containsExactly(1, 2, 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HELLO-3 wrong\n",
                "HELLO-3 \n",
                "\n",
                "WANT 3\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "\u0000\u0001\u0002\n"
            })
    void whoeverDoesNotKnowTheSecretIsSentAwayAndGetsNothing(String hello) throws Exception {
        Coordinator coordinator = coordinator(1);

        assertThat(answerTo(coordinator, hello + "WANT 1\n")).isNull();

        Listening friend = client(coordinator);
        friend.want(1);
        assertThat(friend.numbers(1)).containsExactly(1);
    }

    @Test
    void aFriendOfAnotherVersionIsSentAway() throws Exception {
        Coordinator coordinator = coordinator(1);

        assertThat(answerTo(coordinator, "HELLO-2 " + coordinator.secret() + "\nWANT 1\n"))
                .isNull();
    }

    @Test
    void aSecretThatDoesNotEndIsCutOff() throws Exception {
        assertThat(answerTo(coordinator(1), "x".repeat(10_000))).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WANT many\n",
                "BACK \n",
                "PLEASE\n",
                "\n",
                "ENTER\n",
                "ENTER both\n",
                "ENTER shared \n",
                "enter alone\n",
                "LEAVE 1\n",
                "ENTERED\n",
                "WANT 99999999999999999999\n",
                "LEFT many\n",
                "LEFT -1\n",
                "AFTER \n"
            })
    void aFriendWhoTalksNonsenseLosesTheConnectionAndItsNumbers(String nonsense) throws Exception {
        Coordinator coordinator = coordinator(1);

        assertThat(answerTo(coordinator, "HELLO-3 " + coordinator.secret() + "\nWANT 1\n" + nonsense))
                .isEqualTo("GRANT 1");

        Listening friend = client(coordinator);
        friend.want(1);
        assertThat(friend.numbers(1)).containsExactly(1);
    }

    @Test
    void aLineOfAFriendThatDoesNotEndIsCutOff() throws Exception {
        Coordinator coordinator = coordinator(1);

        assertThat(answerTo(coordinator, "HELLO-3 " + coordinator.secret() + "\nWANT " + "1".repeat(10_000)))
                .isNull();
    }

    @Test
    void strangersWhoSayNothingDoNotKeepOutAFriend() throws Exception {
        Coordinator coordinator = coordinator(1);
        for (int i = 0; i < 200; i++) {
            connect(coordinator);
        }

        Listening friend = client(coordinator);
        friend.want(1);

        assertThat(friend.numbers(1)).containsExactly(1);
    }

    @Test
    void whenTheCoordinatorEndsItsClientsAreTold() throws Exception {
        Coordinator coordinator = coordinator(1);
        Listening client = holding(coordinator, 1);

        coordinator.close();

        assertThat(client.next()).startsWith("lost");
    }

    @Test
    void aClientThatIsClosedIsNotToldOfALoss() throws Exception {
        Coordinator coordinator = coordinator(1);
        Listening client = holding(coordinator, 1);
        client.client.close();
        Listening other = holding(coordinator, 1);

        coordinator.close();

        assertThat(other.next()).startsWith("lost");
        assertThat(client.told).isEmpty();
    }

    @Test
    void aSizeOfNothingIsRefused() {
        assertThatThrownBy(() -> new Coordinator(0)).hasMessageContaining("0");
    }

    @Test
    void everyCoordinatorHasASecretOfItsOwn() throws IOException {
        Set<String> secrets = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            secrets.add(coordinator(1).secret());
        }

        assertThat(secrets).hasSize(20).allSatisfy(secret -> assertThat(secret).hasSizeGreaterThanOrEqualTo(32));
    }

    /** Eight controllers fight for five numbers; none is ever with two of them. */
    @Test
    void aNumberIsWithOneClientAtATimeWhateverTheCrowd() throws Exception {
        int clients = 8;
        int size = 5;
        int rounds = 150;
        Coordinator coordinator = coordinator(size);
        Set<Integer> held = ConcurrentHashMap.newKeySet();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger twice = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                Listening client = client(coordinator);
                all.add(pool.submit(() -> {
                    for (int round = 0; round < rounds; round++) {
                        client.want(1 + round % 3);
                        int number = client.number();
                        if (!held.add(number)) {
                            twice.incrementAndGet();
                        }
                        most.accumulateAndGet(held.size(), Math::max);
                        held.remove(number);
                        client.giveBack(number);
                    }
                    client.client.close();
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get(50, TimeUnit.SECONDS);
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(twice).hasValue(0);
        assertThat(most.get()).isBetween(1, size);
        Listening last = client(coordinator);
        last.want(size);
        assertThat(last.numbers(size)).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
    }

    private Coordinator coordinator(int size) throws IOException {
        Coordinator coordinator = new Coordinator(size);
        open.add(coordinator);
        return coordinator;
    }

    /** A client that wanted so many numbers and has them. */
    private Listening holding(Coordinator coordinator, int numbers) throws Exception {
        Listening client = client(coordinator);
        client.want(numbers);
        client.numbers(numbers);
        return client;
    }

    private Listening client(Coordinator coordinator) throws IOException {
        Listening listening = new Listening(coordinator);
        open.add(listening.client);
        return listening;
    }

    private Socket connect(Coordinator coordinator) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), coordinator.port());
        socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(Listening.DEADLINE_SECONDS));
        open.add(socket);
        return socket;
    }

    /** The first line that comes back, null if the connection is closed without one. */
    private String answerTo(Coordinator coordinator, String text) throws IOException {
        Socket socket = connect(coordinator);
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            String first = lines.readLine();
            for (String line = first; line != null; line = lines.readLine()) {
                assertThat(line).isEqualTo(first);
            }
            return first;
        } catch (SocketException e) {
            // Closed with unread data of ours: a reset in place of an end.
            return null;
        }
    }
}
