package io.github.surefiremp.provider;

import io.github.surefiremp.dispatch.KeptFixtures;
import io.github.surefiremp.fixtures.FixtureUsers;
import io.github.surefiremp.model.Handoff;
import io.github.surefiremp.sharing.BrokerServer;
import io.github.surefiremp.sharing.RunSharing;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What the workers of a run share, as the run's dispatcher and launcher see it. Any thread may call. */
final class RunFixtures implements KeptFixtures, FixtureUsers.Listener, AutoCloseable {
    private final Handoff handoff;
    private volatile Runnable changed = () -> {};
    private volatile BrokerServer.Hosts hosts = scope -> "the run has not begun";
    private final RunSharing sharing;

    RunFixtures(Handoff handoff) throws IOException {
        this.handoff = handoff;
        sharing = new RunSharing("mp-broker", () -> changed.run(), scope -> hosts.start(scope));
    }

    /** Who is told that fixtures may have changed hands. */
    void whenChanged(Runnable listener) {
        changed = listener;
    }

    /** Who starts JVMs that keep fixtures. */
    void hostsAre(BrokerServer.Hosts with) {
        hosts = with;
    }

    /** What workers have to know to take part. */
    Map<String, String> settings() {
        return Map.of(
                "workers", Integer.toString(handoff.np()),
                "realm", handoff.run(),
                "execution.port", Integer.toString(sharing.port()),
                "execution.secret", sharing.secret(),
                "session.port", Integer.toString(handoff.sessionPort()),
                "session.secret", handoff.sessionSecret());
    }

    @Override
    public void unused(String fixture) {
        sharing.usersGone(fixture);
    }

    @Override
    public void freshJvmsPlanned() {
        sharing.hostFixtures();
    }

    @Override
    public boolean isKeptBy(int worker) {
        return sharing.isKeptBy(worker);
    }

    @Override
    public void end() {
        sharing.endFixtures();
    }

    @Override
    public void abandonSetUps() {
        sharing.abandonSetUps();
    }

    @Override
    public boolean areAlive() {
        return sharing.hasFixtures();
    }

    @Override
    public List<String> problems() {
        return sharing.problems();
    }

    @Override
    public void close() {
        sharing.close();
    }
}
