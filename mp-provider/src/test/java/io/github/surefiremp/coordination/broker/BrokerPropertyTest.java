package io.github.surefiremp.coordination.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.assertj.core.api.InstanceOfAssertFactories;

/** Whatever the clients do, judged by the answers alone, as the clients see them. */
class BrokerPropertyTest {
    private static final int CLIENTS = 3;
    private static final int THREADS = 2;
    private static final List<String> NAMES = List.of("a", "b");

    enum Act {
        LOCK,
        UNLOCK,
        PUT,
        REMOVE,
        COMPUTE,
        COMPUTED,
        COMPUTE_FAILED,
        START,
        FINISH,
        STEP_DONE,
        STEP_FAILED,
        USE,
        SET_UP_DONE,
        SET_UP_FAILED,
        TORN_DOWN,
        USERS_GONE,
        CANCEL,
        LEAVE
    }

    record Step(int client, int thread, Act act, String name) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Act> acts = Arbitraries.frequencyOf(
                Tuple.of(20, Arbitraries.of(Act.class)),
                Tuple.of(10, Arbitraries.of(Act.LOCK, Act.COMPUTE, Act.START, Act.USE)),
                Tuple.of(5, Arbitraries.of(Act.UNLOCK, Act.COMPUTED, Act.STEP_DONE, Act.FINISH, Act.SET_UP_DONE)));
        return Combinators.combine(
                        Arbitraries.integers().between(0, CLIENTS - 1),
                        Arbitraries.integers().between(1, THREADS),
                        acts,
                        Arbitraries.of(NAMES))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    @Property(tries = 250)
    void eachIsAnsweredOnceAndNobodyWaitsForNobody(@ForAll("steps") List<Step> steps) {
        Observed observed = new Observed();
        for (Step step : steps) {
            observed.does(step);
            observed.nobodyWaitsForNobody();
        }

        int rounds = 0;
        while (observed.anybodyHolds()) {
            assertThat(rounds++).as("whoever holds something can go on").isLessThanOrEqualTo(60);
            observed.allWhoCanGiveBack();
            observed.nobodyWaitsForNobody();
        }
        assertThat(observed.pending).isEmpty();
    }

    @Property(tries = 100)
    void nothingIsLeftOfThoseWhoAreGone(@ForAll("steps") List<Step> steps) {
        Observed observed = new Observed();
        steps.forEach(observed::does);

        for (int client = 0; client < CLIENTS; client++) {
            observed.leave(client);
        }

        assertThat(observed.pending).isEmpty();
        for (String map : List.of("locks.locks", "trails.trails", "board.computations", "waits.waits")) {
            assertThat(observed.broker)
                    .extracting(map)
                    .asInstanceOf(InstanceOfAssertFactories.MAP)
                    .as(map)
                    .isEmpty();
        }
        assertThat(observed.broker.hasFixtures()).isFalse();
    }

    @Property(tries = 100)
    void theEndTearsAllDownOnceAndSetsNothingUp(@ForAll("steps") List<Step> steps) {
        Observed observed = new Observed();
        steps.forEach(observed::does);

        observed.ending = true;
        observed.broker.endFixtures();
        int rounds = 0;
        while (observed.anybodyHolds()) {
            assertThat(rounds++).isLessThanOrEqualTo(60);
            observed.allWhoCanGiveBack();
        }

        assertThat(observed.broker.hasFixtures()).isFalse();
        assertThat(observed.pending).isEmpty();
    }

    /** A party, by the incarnation of its client. */
    record Who(Client client, int thread) {}

    private record Pending(Who who, Request request) {}

    private static final class FixtureSeen {
        Who settingUp;
        Client keeper;
        Client tearingDown;
        boolean failed;
    }

    /** What the clients know. */
    private static final class Observed {
        final Broker broker = new Broker(Limits.DEFAULT, () -> 0, () -> {});
        final Client[] clients = new Client[CLIENTS];
        final Map<Long, Pending> pending = new HashMap<>();
        final Map<String, Who> locks = new HashMap<>();
        final Map<String, Who> computations = new HashMap<>();
        final Map<String, Who> trailSteps = new HashMap<>();
        final Map<String, Boolean> stepIsStart = new HashMap<>();
        final Map<String, Long> tokens = new HashMap<>();
        final Map<String, Map<Client, Integer>> users = new HashMap<>();
        final Map<String, FixtureSeen> fixtures = new HashMap<>();
        final Set<Long> cancelled = new HashSet<>();
        boolean ending;
        long lastId;

        Observed() {
            for (int i = 0; i < CLIENTS; i++) {
                join(i);
            }
            for (String name : NAMES) {
                users.put(name, new HashMap<>());
                fixtures.put(name, new FixtureSeen());
            }
        }

        private void join(int i) {
            Client[] self = new Client[1];
            self[0] = new Client("worker " + i, i, "module", false, answer -> answered(self[0], answer));
            clients[i] = self[0];
            broker.join(self[0]);
        }

        void leave(int i) {
            Client gone = clients[i];
            clients[i] = null;
            pending.values().removeIf(one -> one.who.client == gone);
            locks.values().removeIf(who -> who.client == gone);
            computations.values().removeIf(who -> who.client == gone);
            trailSteps.values().removeIf(who -> who.client == gone);
            users.values().forEach(map -> map.remove(gone));
            for (FixtureSeen fixture : fixtures.values()) {
                if (fixture.keeper == gone || (fixture.settingUp != null && fixture.settingUp.client == gone)) {
                    fixture.keeper = null;
                    fixture.settingUp = null;
                    fixture.tearingDown = null;
                }
            }
            broker.leave(gone);
        }

        private boolean waits(Who who) {
            return pending.values().stream().anyMatch(one -> one.who.equals(who));
        }

        void does(Step step) {
            if (step.act == Act.LEAVE) {
                leave(step.client);
                join(step.client);
                return;
            }
            String name = step.name;
            if (step.act == Act.CANCEL) {
                Who who = new Who(clients[step.client], step.thread);
                for (Pending one : List.copyOf(pending.values())) {
                    if (one.who.equals(who)) {
                        cancelled.add(one.request.id());
                        // From another thread, as a client does; its own one waits.
                        ask(new Who(who.client, 99), Op.CANCEL, "", one.request.id());
                        assertThat(pending).doesNotContainKey(one.request.id());
                    }
                }
                return;
            }
            if (step.act == Act.USERS_GONE) {
                broker.usersGone(name);
                return;
            }
            FixtureSeen fixture = fixtures.get(name);
            // Whoever has it gives it back, else most steps would do nothing.
            Who holder = switch (step.act) {
                case UNLOCK -> locks.get(name);
                case COMPUTED, COMPUTE_FAILED -> computations.get(name);
                case STEP_DONE, STEP_FAILED -> trailSteps.get(name);
                case SET_UP_DONE, SET_UP_FAILED -> fixture.settingUp;
                case TORN_DOWN -> fixture.tearingDown == null ? null : new Who(fixture.tearingDown, 99);
                default -> new Who(clients[step.client], step.thread);
            };
            if (holder == null || waits(holder)) {
                return;
            }
            does(step.act, name, holder);
        }

        private void does(Act act, String name, Who who) {
            FixtureSeen fixture = fixtures.get(name);
            switch (act) {
                case LOCK -> ask(who, Op.LOCK, name, 0);
                case UNLOCK -> {
                    if (locks.remove(name, who)) {
                        ask(who, Op.UNLOCK, name, tokens.get("lock " + name));
                    }
                }
                case PUT -> ask(who, Op.PUT, name, 0);
                case REMOVE -> ask(who, Op.REMOVE, name, 0);
                case COMPUTE -> ask(who, Op.COMPUTE, name, 0);
                case COMPUTED, COMPUTE_FAILED -> {
                    if (computations.remove(name, who)) {
                        ask(who, act == Act.COMPUTED ? Op.COMPUTED : Op.COMPUTE_FAILED, name, 0);
                    }
                }
                case START -> ask(who, Op.TRAIL_START, name, 0);
                case FINISH -> ask(who, Op.TRAIL_FINISH, name, 0);
                case STEP_DONE, STEP_FAILED -> {
                    if (trailSteps.remove(name, who)) {
                        boolean done = act == Act.STEP_DONE;
                        if (done) {
                            users.get(name).merge(who.client, stepIsStart.get(name) ? 1 : -1, Integer::sum);
                        }
                        ask(who, done ? Op.STEP_DONE : Op.STEP_FAILED, name, tokens.get("step " + name));
                    }
                }
                case USE -> ask(who, Op.USE, name, who.thread == 1 ? 1 : 0);
                case SET_UP_DONE, SET_UP_FAILED -> {
                    if (who.equals(fixture.settingUp)) {
                        boolean done = act == Act.SET_UP_DONE;
                        fixture.settingUp = null;
                        fixture.keeper = done ? who.client : null;
                        fixture.failed = !done;
                        ask(who, done ? Op.SET_UP_DONE : Op.SET_UP_FAILED, name, 0);
                    }
                }
                case TORN_DOWN -> {
                    if (fixture.tearingDown == who.client) {
                        fixture.tearingDown = null;
                        fixture.keeper = null;
                        ask(who, Op.TORN_DOWN, name, 0);
                    }
                }
                default -> throw new AssertionError(act);
            }
        }

        private void ask(Who who, Op op, String name, long number) {
            Request request =
                    new Request(++lastId, op, name, who.thread, "place", number, "", Request.NOTHING, Request.NOTHING);
            pending.put(request.id(), new Pending(who, request));
            broker.handle(who.client, request);
        }

        private void answered(Client client, Answer answer) {
            if (!Arrays.asList(clients).contains(client)) {
                throw new AssertionError("sent to somebody who is gone: " + answer);
            }
            if (answer.kind() == Answer.Kind.PLEASE_TEAR_DOWN) {
                FixtureSeen fixture = fixtures.get(answer.text());
                assertThat(fixture.keeper).isSameAs(client);
                assertThat(fixture.tearingDown).as("asked once").isNull();
                fixture.tearingDown = client;
                return;
            }
            Pending asked = pending.remove(answer.id());
            assertThat(asked).as("the one answer").isNotNull();
            assertThat(asked.who.client).isSameAs(client);
            Request request = asked.request;
            String name = request.name();
            if (answer.kind() == Answer.Kind.CANCELLED) {
                assertThat(cancelled).contains(request.id());
                return;
            }
            if (answer.kind() == Answer.Kind.REFUSED) {
                assertThat(answer.text()).isNotBlank();
                return;
            }
            switch (request.op()) {
                case LOCK -> {
                    assertThat(locks.put(name, asked.who)).as("one holder").isNull();
                    tokens.put("lock " + name, answer.number());
                }
                case PUT, REMOVE ->
                    assertThat(computations).as("nobody computes it").doesNotContainKey(name);
                case COMPUTE -> {
                    if (answer.kind() == Answer.Kind.COMPUTE) {
                        assertThat(computations.put(name, asked.who))
                                .as("one computes")
                                .isNull();
                    }
                }
                case TRAIL_START, TRAIL_FINISH -> {
                    boolean start = request.op() == Op.TRAIL_START;
                    assertThat(trailSteps.put(name, asked.who)).as("one step").isNull();
                    tokens.put("step " + name, answer.number());
                    stepIsStart.put(name, start);
                    int total = users.get(name).values().stream()
                            .mapToInt(Integer::intValue)
                            .sum();
                    assertThat(answer.kind() == Answer.Kind.FIRST_OR_LAST).isEqualTo(total == (start ? 0 : 1));
                    if (!start) {
                        assertThat(users.get(name).getOrDefault(client, 0)).isPositive();
                    }
                }
                case USE -> used(asked.who, fixtures.get(name), answer);
                default -> assertThat(answer.kind()).isIn(Answer.Kind.DONE, Answer.Kind.NOT_DONE);
            }
        }

        private void used(Who who, FixtureSeen fixture, Answer answer) {
            switch (answer.kind()) {
                case SET_UP -> {
                    assertThat(fixture.settingUp).isNull();
                    assertThat(fixture.keeper).isNull();
                    assertThat(fixture.failed || ending).isFalse();
                    fixture.settingUp = who;
                }
                case VALUE -> {
                    assertThat(fixture.keeper).isNotNull();
                    assertThat(fixture.tearingDown).isNull();
                }
                case FAILED -> assertThat(fixture.failed).isTrue();
                default -> throw new AssertionError(answer);
            }
        }

        boolean anybodyHolds() {
            return !locks.isEmpty()
                    || !computations.isEmpty()
                    || !trailSteps.isEmpty()
                    || fixtures.values().stream().anyMatch(one -> one.settingUp != null || one.tearingDown != null);
        }

        void allWhoCanGiveBack() {
            for (String name : NAMES) {
                for (Act act : List.of(Act.UNLOCK, Act.COMPUTED, Act.STEP_DONE, Act.SET_UP_DONE, Act.TORN_DOWN)) {
                    does(new Step(0, 0, act, name));
                }
            }
        }

        /** Whoever waits waits for somebody, and these waits are no circle. */
        void nobodyWaitsForNobody() {
            Map<Who, Who> blockers = new HashMap<>();
            for (Pending one : pending.values()) {
                FixtureSeen fixture = fixtures.get(one.request.name());
                Who blocker = switch (one.request.op()) {
                    case LOCK -> locks.get(one.request.name());
                    case PUT, REMOVE, COMPUTE -> computations.get(one.request.name());
                    case TRAIL_START, TRAIL_FINISH -> trailSteps.get(one.request.name());
                    case USE ->
                        fixture.settingUp != null || fixture.tearingDown == null
                                ? fixture.settingUp
                                : new Who(fixture.tearingDown, 0);
                    default -> throw new AssertionError("unanswered: " + one.request);
                };
                if (blocker == null) {
                    throw new AssertionError("nobody blocks " + one);
                }
                blockers.put(one.who, blocker);
            }
            for (Who first : blockers.keySet()) {
                Who at = first;
                for (int i = 0; at != null; i++) {
                    if (i > blockers.size()) {
                        throw new AssertionError("a circle: " + blockers);
                    }
                    at = blockers.get(at);
                }
            }
        }
    }
}
