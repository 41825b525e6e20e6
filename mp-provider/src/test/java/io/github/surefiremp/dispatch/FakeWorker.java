package io.github.surefiremp.dispatch;

import io.github.surefiremp.model.ReportEvent;
import io.github.surefiremp.model.ReportEvent.Kind;
import io.github.surefiremp.model.TestClass;
import io.github.surefiremp.model.WorkerEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * A worker without a process: it records each command and answers it at once, as its script says, through the same
 * queue that a real worker uses. So a whole run takes one thread and no time.
 */
class FakeWorker implements Worker {
    /** What a worker does; the defaults are those of a healthy one. */
    interface Script {
        default void launched(FakeWorker worker, List<String> suite, boolean discovers) {
            if (discovers) {
                worker.discovers(suite);
            }
            worker.tells(new WorkerEvent.Asks());
        }

        default void ran(FakeWorker worker, String className) {
            worker.passes(className);
            worker.tells(new WorkerEvent.Asks());
        }

        default void finished(FakeWorker worker) {
            worker.tells(new WorkerEvent.Bye());
        }

        default void acknowledged(FakeWorker worker) {
            worker.ends(0, "");
        }

        default void skippedRest(FakeWorker worker) {}

        default void pinged(FakeWorker worker) {}

        default void endsHanging(FakeWorker worker) {
            worker.tells(new WorkerEvent.Ended(143, "", "the dump"));
            worker.gone = true;
        }

        /** Before it is gone. */
        default void killed(FakeWorker worker) {}
    }

    private final int number;
    private final Script script;
    private final BiConsumer<Worker, WorkerEvent> events;
    private final List<String> sent = new ArrayList<>();
    private boolean gone;
    private boolean saidBye;
    /** Whether its JVM was started for it. */
    boolean isNew = true;

    FakeWorker(int number, Script script, BiConsumer<Worker, WorkerEvent> events) {
        this.number = number;
        this.script = script;
        this.events = events;
    }

    @Override
    public boolean isNew() {
        return isNew;
    }

    /** The commands that it got, in their order. */
    List<String> sent() {
        return sent;
    }

    boolean isGone() {
        return gone;
    }

    void tells(WorkerEvent event) {
        if (!gone) {
            saidBye |= event instanceof WorkerEvent.Bye;
            events.accept(this, event);
        }
    }

    void discovers(List<String> suite) {
        tells(new WorkerEvent.Discovered(suite.stream()
                .map(name -> TestClass.whole(name, "it is a fake"))
                .toList()));
    }

    void passes(String className) {
        reports(Kind.SET_STARTED, className, "");
        reports(Kind.PASSED, className, "m");
        reports(Kind.SET_COMPLETED, className, "");
    }

    void reports(Kind kind, String className, String method) {
        tells(new WorkerEvent.Reports(new ReportEvent(kind, className, method, 0, 0, false, null)));
    }

    void ends(int exitCode, String lastOutput) {
        tells(new WorkerEvent.Ended(exitCode, lastOutput));
        gone = true;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public long pid() {
        return 1_000L + number;
    }

    @Override
    public void run(String className) {
        sent.add("run " + className);
        if (!saidBye) {
            script.ran(this, className);
        }
    }

    @Override
    public void finish() {
        sent.add("finish");
        script.finished(this);
    }

    @Override
    public void skipRest() {
        sent.add("skipRest");
        script.skippedRest(this);
    }

    @Override
    public void ping() {
        sent.add("ping");
        script.pinged(this);
    }

    @Override
    public void acknowledgeBye() {
        sent.add("acknowledgeBye");
        script.acknowledged(this);
    }

    @Override
    public void shutDown() {
        if (!gone) {
            sent.add("shutDown");
            ends(143, "");
        }
    }

    @Override
    public void endHanging() {
        if (!gone) {
            sent.add("endHanging");
            script.endsHanging(this);
        }
    }

    @Override
    public void kill() {
        if (!gone) {
            sent.add("kill");
            script.killed(this);
            ends(137, "");
        }
    }
}
