package io.github.surefiremp.coordination.broker;

import io.github.surefiremp.coordination.broker.Waits.Holder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Shared fixtures: who sets one up, who keeps it, and when it is torn down.
 *
 * <p>The first user sets a fixture up and keeps it, or, where fixtures are hosted, a JVM for fixtures does. All others
 * wait for the handle. Guarded by the broker.
 */
final class Fixtures {
    /** A fixture's life. */
    private enum Phase {
        /** Nobody has it, or nobody has it any more. */
        ABSENT,
        /** Somebody sets it up, or sees to a JVM that does. */
        SETTING_UP,
        /** It has a handle, and somebody who keeps it. */
        READY,
        /** Who keeps it was asked to tear it down. */
        TEARING_DOWN,
        /** It could not be set up, which is not tried again. */
        FAILED;

        boolean mayBecome(Phase next) {
            return switch (this) {
                case ABSENT -> next == SETTING_UP;
                case SETTING_UP -> next == READY || next == FAILED || next == ABSENT;
                case READY -> next == TEARING_DOWN || next == ABSENT;
                case TEARING_DOWN -> next == ABSENT;
                case FAILED -> false;
            };
        }
    }

    private static final class Fixture {
        private final String name;
        private final Deque<Call> queue = new ArrayDeque<>();
        private Phase phase = Phase.ABSENT;
        private @Nullable Holder settingUp;
        private @Nullable Client keeper;
        private byte[] value = Request.NOTHING;
        private String text = "";
        private boolean unplannedUse;
        private boolean usersGone;

        Fixture(String name) {
            this.name = name;
        }

        /** The one place where the phase changes. */
        void become(Phase next) {
            if (!phase.mayBecome(next)) {
                throw new IllegalStateException("fixture " + name + " cannot go from " + phase + " to " + next);
            }
            phase = next;
        }

        boolean isAlive() {
            return phase == Phase.SETTING_UP || phase == Phase.READY || phase == Phase.TEARING_DOWN;
        }
    }

    private final Limits limits;
    private final Waits waits;
    /** In the order in which they became ready, those that are not at the head. */
    private final Map<String, Fixture> fixtures = new LinkedHashMap<>();

    private final List<Client> hosts = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private boolean hosted;
    private boolean ending;
    private boolean abandoning;

    Fixtures(Limits limits, Waits waits) {
        this.limits = limits;
        this.waits = waits;
    }

    void joined(Client client) {
        if (client.hostsFor(client)) {
            hosts.add(client);
        }
    }

    void host() {
        hosted = true;
    }

    void use(Call call) {
        Fixture fixture = fixtures.computeIfAbsent(call.name(), Fixture::new);
        fixture.unplannedUse |= call.request().number() == 0;
        Holder settingUp = fixture.settingUp;
        switch (fixture.phase) {
            case READY -> call.answer(Answer.value(fixture.value, fixture.text));
            case FAILED -> fail(call, fixture);
            case ABSENT -> setUp(fixture, call);
            case SETTING_UP -> {
                if (settingUp == null || !settingUp.party().equals(call.party())) {
                    await(fixture, call);
                } else if (fixture.keeper == null && hosted) {
                    // It has seen to a host and asks again.
                    giveToHost(fixture, call);
                } else {
                    call.refuse("the shared fixture " + fixture.name + " uses itself while it is set up by "
                            + settingUp.who());
                }
            }
            case TEARING_DOWN -> await(fixture, call);
        }
    }

    private void setUp(Fixture fixture, Call call) {
        if (ending) {
            call.refuse("the shared fixture " + fixture.name + " cannot be set up: the run is at its end");
            return;
        }
        fixture.become(Phase.SETTING_UP);
        fixture.usersGone = false;
        fixture.settingUp = Holder.of(call, waits.now());
        if (!hosted) {
            fixture.keeper = call.client();
            call.answer(Answer.of(Answer.Kind.SET_UP));
        } else if (hostFor(call.client()).isPresent()) {
            giveToHost(fixture, call);
        } else {
            call.answer(Answer.of(Answer.Kind.NEED_HOST));
        }
    }

    private void giveToHost(Fixture fixture, Call call) {
        Optional<Client> host = hostFor(call.client());
        if (host.isEmpty()) {
            setUpFailed(fixture, "the JVM that should keep it has ended; its output is in target/mp", Request.NOTHING);
            fail(call, fixture);
            return;
        }
        fixture.keeper = host.get();
        fixture.settingUp = new Holder(new Party(host.get(), 0), host.get().name(), waits.now());
        await(fixture, call);
        host.get().send(Answer.of(Answer.Kind.PLEASE_SET_UP, fixture.name));
    }

    private Optional<Client> hostFor(Client user) {
        return hosts.stream().filter(host -> host.hostsFor(user)).findFirst();
    }

    /** Whoever waits for the fixture now waits for that thread. */
    void setUpBegun(Call call) {
        Fixture fixture = beingSetUpBy(call);
        if (fixture != null) {
            fixture.settingUp = Holder.of(call, waits.now());
            call.done();
        }
    }

    void setUpDone(Call call) {
        Fixture fixture = beingSetUpBy(call);
        if (fixture == null) {
            return;
        }
        byte[] handle = call.request().value();
        if (handle.length > limits.value()) {
            call.refuse("the handle of the shared fixture " + fixture.name + " has " + handle.length
                    + " bytes when serialized, and at most " + limits.value()
                    + " are allowed; let it name a file or an address instead");
            return;
        }
        fixture.become(Phase.READY);
        fixture.settingUp = null;
        fixture.value = handle;
        fixture.text = call.who();
        fixtures.remove(fixture.name);
        fixtures.put(fixture.name, fixture);
        call.done();
        drain(fixture);
        if (ending) {
            tearDownNext();
        } else if (fixture.usersGone) {
            tearDownIfPlanned(fixture);
        }
    }

    void setUpFailed(Call call) {
        Fixture fixture = beingSetUpBy(call);
        if (fixture != null) {
            call.done();
            setUpFailed(fixture, call.request().text(), call.request().value());
        }
    }

    private void setUpFailed(Fixture fixture, String text, byte[] exception) {
        fixture.become(Phase.FAILED);
        fixture.settingUp = null;
        fixture.keeper = null;
        fixture.text = text;
        fixture.value = exception.length > limits.value() ? Request.NOTHING : exception;
        drain(fixture);
        if (ending) {
            tearDownNext();
        }
    }

    private @Nullable Fixture beingSetUpBy(Call call) {
        Fixture fixture = fixtures.get(call.name());
        Holder settingUp = fixture == null ? null : fixture.settingUp;
        if (fixture == null
                || fixture.phase != Phase.SETTING_UP
                || settingUp == null
                || settingUp.party().client() != call.client()) {
            call.refuse("the shared fixture " + call.name() + " is not being set up here");
            return null;
        }
        return fixture;
    }

    void tornDown(Call call) {
        Fixture fixture = fixtures.get(call.name());
        call.done();
        if (fixture == null || fixture.phase != Phase.TEARING_DOWN || fixture.keeper != call.client()) {
            return;
        }
        if (!call.request().text().isEmpty()) {
            problems.add("the shared fixture " + fixture.name + " could not be torn down by "
                    + call.client().name() + ": " + call.request().text());
        }
        forget(fixture);
        drain(fixture);
        if (ending) {
            tearDownNext();
        }
    }

    /** The plan's last user of the fixture has ended. */
    void usersGone(String name) {
        Fixture fixture = fixtures.get(name);
        if (fixture != null) {
            fixture.usersGone = true;
            tearDownIfPlanned(fixture);
        }
    }

    private void tearDownIfPlanned(Fixture fixture) {
        // Nobody knows when the next one comes whom the plan does not know.
        if (fixture.phase == Phase.READY && !fixture.unplannedUse) {
            tearDown(fixture);
        }
    }

    /**
     * Tears all down, one after another, what became ready last first.
     *
     * @return whether it was asked for the first time
     */
    boolean endAll() {
        if (ending) {
            return false;
        }
        ending = true;
        tearDownNext();
        return true;
    }

    /**
     * Set-ups that do not end keep nothing from its end any more; a fixture that comes up later is torn down then.
     *
     * @return whether it was asked for the first time
     */
    boolean abandonSetUps() {
        if (abandoning) {
            return false;
        }
        ending = true;
        abandoning = true;
        tearDownNext();
        return true;
    }

    private void tearDownNext() {
        Fixture last = null;
        for (Fixture fixture : fixtures.values()) {
            if (fixture.phase == Phase.TEARING_DOWN || (fixture.phase == Phase.SETTING_UP && !abandoning)) {
                // The next one when this one is done; what it uses must stay until then.
                return;
            }
            if (fixture.phase == Phase.READY) {
                last = fixture;
            }
        }
        if (last != null) {
            tearDown(last);
        }
    }

    private static void tearDown(Fixture fixture) {
        Client keeper = fixture.keeper;
        fixture.become(Phase.TEARING_DOWN);
        if (keeper != null) {
            keeper.send(Answer.of(Answer.Kind.PLEASE_TEAR_DOWN, fixture.name));
        }
    }

    /** Whether the worker keeps a fixture, or sets one up. */
    boolean isKeptBy(int worker) {
        return fixtures.values().stream()
                .anyMatch(fixture -> fixture.isAlive() && fixture.keeper != null && fixture.keeper.worker() == worker);
    }

    boolean anyIsAlive() {
        return fixtures.values().stream().anyMatch(Fixture::isAlive);
    }

    /** What could not be torn down. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    void gone(Client client) {
        hosts.remove(client);
        for (Fixture fixture : List.copyOf(fixtures.values())) {
            Holder settingUp = fixture.settingUp;
            boolean setsUp = settingUp != null && settingUp.party().client() == client;
            if (fixture.isAlive() && (fixture.keeper == client || setsUp)) {
                forget(fixture);
                drain(fixture);
            }
        }
        if (ending) {
            tearDownNext();
        }
    }

    private static void forget(Fixture fixture) {
        fixture.become(Phase.ABSENT);
        fixture.settingUp = null;
        fixture.keeper = null;
        fixture.value = Request.NOTHING;
        fixture.text = "";
    }

    private void await(Fixture fixture, Call call) {
        fixture.queue.add(call);
        waits.begin(
                call,
                "shared fixture " + fixture.name,
                () -> Optional.ofNullable(fixture.settingUp),
                () -> describe(fixture),
                () -> fixture.queue.remove(call));
    }

    /** Those who waited ask again; if nobody has it, the first of them sets it up. */
    private void drain(Fixture fixture) {
        List<Call> waiting = List.copyOf(fixture.queue);
        fixture.queue.clear();
        waiting.forEach(this::use);
    }

    private String describe(Fixture fixture) {
        Holder settingUp = fixture.settingUp;
        return settingUp == null
                ? "it is " + fixture.phase.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                : "it has been set up for " + waits.since(settingUp.since()) + " by " + settingUp.who();
    }

    private static void fail(Call call, Fixture fixture) {
        call.answer(new Answer(0, Answer.Kind.FAILED, 0, fixture.text, fixture.value));
    }
}
