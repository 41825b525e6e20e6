package io.github.surefiremp.provider;

import io.github.surefiremp.dispatch.Planner;
import io.github.surefiremp.model.Handoff;
import io.github.surefiremp.model.RunObserver;
import io.github.surefiremp.model.TestClass;
import io.github.surefiremp.model.Unit;
import io.github.surefiremp.model.WorkQueue;
import io.github.surefiremp.queue.LoadedServers;
import io.github.surefiremp.queue.MachineQueue;
import io.github.surefiremp.queue.QueueAddress;
import io.github.surefiremp.queue.QueueKey;
import io.github.surefiremp.queue.QueuePlan;
import io.github.surefiremp.queue.QueueRefusal;
import io.github.surefiremp.queue.ResultRecorder;
import io.github.surefiremp.queue.SharedQueue;
import io.github.surefiremp.report.HeldReports;
import io.github.surefiremp.schedule.UnitQueue;
import io.github.surefiremp.surefire.FailureText;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A run's part in a queue that several machines share: where its units come from, and what becomes of their reports.
 * For the run's thread, apart from what it is told through {@code changed}.
 */
final class QueueSide implements Planner, AutoCloseable {
    private final Handoff handoff;
    private final Planning planning;
    private final MachineQueue machine;
    private final LoadedServers loaded;
    private final HeldReports reports;
    private final ResultRecorder results;
    private final Consumer<String> info;
    private final Predicate<Unit> shortOnes;
    private final Runnable changed;
    private @Nullable SharedQueue queue;

    private QueueSide(
            Handoff handoff,
            Planning planning,
            MachineQueue machine,
            LoadedServers loaded,
            HeldReports reports,
            Consumer<String> info,
            Predicate<Unit> shortOnes,
            Runnable changed) {
        this.handoff = handoff;
        this.planning = planning;
        this.machine = machine;
        this.loaded = loaded;
        this.reports = reports;
        this.info = info;
        this.shortOnes = shortOnes;
        this.changed = changed;
        this.results = new ResultRecorder(
                machine.name(),
                System::nanoTime,
                FailureText::of,
                () -> queue().isAbandoned(),
                (unit, result) -> queue().finish(unit, result));
    }

    /**
     * Connects to the server.
     *
     * @param then gets the reports that count
     * @param shortOnes whether a unit is short
     * @param changed wakes up the dispatcher
     * @throws IOException if the server cannot be reached or used
     */
    static QueueSide open(
            Handoff handoff,
            Planning planning,
            RunObserver then,
            Path folder,
            Consumer<String> info,
            Predicate<Unit> shortOnes,
            Runnable changed)
            throws IOException {
        Handoff.Queue options = handoff.queue();
        QueueAddress address = QueueAddress.parse(options.url(), options.user(), options.password());
        LoadedServers loaded = LoadedServers.of(options.classPath());
        try {
            MachineQueue machine = MachineQueue.connect(
                    loaded.servers(),
                    address,
                    new QueueKey(options.build(), handoff.module(), handoff.execution()),
                    host() + "/" + handoff.run(),
                    new MachineQueue.Times(options.leaseMillis(), options.patienceMillis()));
            HeldReports reports = new HeldReports(then, folder);
            return new QueueSide(handoff, planning, machine, loaded, reports, info, shortOnes, changed);
        } catch (IOException e) {
            loaded.close();
            throw new IOException(
                    "the queue server of mp.queue=" + address + " cannot be used: " + e.getMessage()
                            + ". No test was run.",
                    e);
        }
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown-host";
        }
    }

    /** In the place of the reports. */
    HeldReports reports() {
        return reports;
    }

    /** Tells the server what became of units. */
    RunObserver results() {
        return results;
    }

    private SharedQueue queue() {
        SharedQueue joined = queue;
        if (joined == null) {
            throw new IllegalStateException("the queue has not been joined");
        }
        return joined;
    }

    /** It waits for the server, some seconds at most; until it has joined, no worker could have anything to do. */
    @Override
    public WorkQueue plan(List<TestClass> found) throws PlanException {
        List<Unit> units = planning.plan(found).waiting();
        Map<String, String> tests = new TreeMap<>();
        found.forEach(type -> tests.put(type.name(), QueueTerms.of(type)));
        QueuePlan own = new QueuePlan(machine.name(), QueueTerms.of(handoff), tests, units);
        try {
            SharedQueue joined = machine.join(
                    own,
                    "np " + handoff.np(),
                    new UnitQueue(List.of()),
                    all -> new UnitQueue(all).atOnce(handoff.np()),
                    shortOnes,
                    changed,
                    new SharedQueue.Listener() {
                        @Override
                        public void judged(Unit unit, boolean counts) {
                            if (!counts) {
                                info.accept("mp: " + unit.name() + " took so long to be heard of that another machine"
                                        + " has it; what it did here does not count");
                            }
                            reports.judged(unit, counts);
                        }

                        @Override
                        public void tell(String text) {
                            info.accept(text);
                        }
                    });
            queue = joined;
            info.accept("mp: build " + handoff.queue().build() + ": "
                    + joined.all().size() + " units in the queue, in the order of " + own(own, joined));
            return joined;
        } catch (QueueRefusal e) {
            throw new PlanException(e.getMessage() + "\nNo test was run.");
        } catch (IOException e) {
            throw new PlanException("the queue server cannot be used: " + e.getMessage() + "\nNo test was run.");
        }
    }

    private String own(QueuePlan own, SharedQueue joined) {
        return joined.all().equals(own.units()) ? "this machine, or the same" : "another machine";
    }

    /**
     * The run has ended: waits until the server has all results.
     *
     * @return what went wrong with the queue
     */
    List<String> end() throws InterruptedException {
        SharedQueue joined = queue;
        if (joined == null) {
            return List.of();
        }
        joined.end();
        List<Unit> elsewhere = joined.elsewhere();
        elsewhere.forEach(reports::unitElsewhere);
        info.accept(
                "mp: build " + handoff.queue().build() + ": " + (joined.all().size() - elsewhere.size()) + " of "
                        + joined.all().size() + " units ran here");
        return joined.problems();
    }

    @Override
    public void close() throws IOException {
        try (loaded) {
            machine.close();
            reports.close();
        }
    }
}
