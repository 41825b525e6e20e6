package io.github.surefiremp.dispatch;

import io.github.surefiremp.dispatch.Seat.State;
import io.github.surefiremp.model.WorkQueue;
import io.github.surefiremp.model.WorkerEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The live workers of a run, and how many more it asks for. Owned by the dispatcher's thread. */
final class Crew {
    private final int np;
    private final WorkerLauncher launcher;
    private final Numbers numbers;
    private final BiConsumer<Worker, WorkerEvent> events;
    private final Map<Worker, Seat> seats = new LinkedHashMap<>();
    private int wanted;
    private int toSpare;
    private boolean begun;

    Crew(int np, WorkerLauncher launcher, Numbers numbers, BiConsumer<Worker, WorkerEvent> events) {
        this.np = np;
        this.launcher = launcher;
        this.numbers = numbers;
        this.events = events;
    }

    /** All seats, as they are now. */
    List<Seat> seats() {
        return new ArrayList<>(seats.values());
    }

    @Nullable
    Seat seatOf(Worker worker) {
        return seats.get(worker);
    }

    /** The workers that asked and have nothing; those that ran something come first, the others can run anything. */
    List<Seat> idle() {
        List<Seat> idle = new ArrayList<>();
        for (Seat seat : seats.values()) {
            if (seat.state() == State.IDLE) {
                idle.add(seat.isUnused() ? idle.size() : 0, seat);
            }
        }
        return idle;
    }

    /** Those that ask for units, or will when they have started. */
    List<Seat> coming() {
        return seats.values().stream()
                .filter(seat -> !seat.isSpoiled() && (seat.state() == State.IDLE || seat.state() == State.STARTING))
                .toList();
    }

    boolean isEmpty() {
        return seats.isEmpty();
    }

    int size() {
        return seats.size();
    }

    /** Whether a worker that ran nothing is there or will be soon. */
    boolean hasUnused() {
        return wanted > 0
                || seats.values().stream()
                        .anyMatch(seat ->
                                seat.isUnused() && (seat.state() == State.IDLE || seat.state() == State.STARTING));
    }

    /** How many workers can still take a unit, now or when theirs has ended. */
    int able() {
        return (int) seats.values().stream()
                .filter(seat -> seat.state() != State.FINISHING && seat.state() != State.LEAVING)
                .count();
    }

    /** How many workers have not asked for anything yet. */
    int starting() {
        return (int) seats.values().stream()
                .filter(seat -> seat.state() == State.STARTING)
                .count();
    }

    /**
     * How many workers there should be, 0 for no more than there are.
     *
     * @param units null while it is not known what there is to run
     */
    int wanted(Limits limits, Staff staff, @Nullable WorkQueue units) {
        int starting = starting();
        int ready = able() - starting;
        if (starting >= limits.startsAtOnce()) {
            // However many there should be, no other one can be started now; finding that out takes time.
            return able();
        }
        int most = Math.min(limits.np(), ready + limits.startsAtOnce());
        if (units == null) {
            return Math.min(most, Math.max(1, limits.earlyWorkers()));
        }
        if (units.waitingCount() == 0) {
            return 0;
        }
        int useful = staff.wanted(units, ready, starting);
        return Math.min(Math.min(most, useful), units.waitingCount() + units.runningCount());
    }

    /** Somebody else has no worker: the next one that is idle goes, if there are several. */
    void spareOne() {
        toSpare++;
    }

    /** How many workers have to go when they are idle. */
    int toSpare() {
        return toSpare;
    }

    /** Whether a worker that is idle has to go; asked once for each that goes. */
    boolean mustSpare() {
        toSpare = Math.min(toSpare, able() - 1);
        if (toSpare <= 0) {
            toSpare = 0;
            return false;
        }
        toSpare--;
        return true;
    }

    /**
     * Asks for as many more workers as are missing.
     *
     * @param useful how many there should be, 0 for no more than there are
     */
    void askForWorkers(int useful) throws IOException {
        // A worker that leaves keeps its seat until its process is gone.
        int now = useful == 0 ? 0 : Math.max(0, Math.min(useful - able(), np - seats.size()));
        if (now != wanted) {
            wanted = now;
            numbers.want(now);
        }
    }

    /**
     * Starts a worker with a number that was granted, or gives the number back.
     *
     * @param needed whether there is work for it
     * @return null if none was started
     */
    @Nullable
    Worker start(int number, boolean needed) throws IOException {
        wanted = Math.max(0, wanted - 1);
        if (!needed || seats.size() >= np) {
            numbers.giveBack(number);
            return null;
        }
        try {
            boolean first = !begun;
            Worker worker = launcher.launch(number, first, events);
            begun = true;
            seats.put(worker, new Seat(worker, first));
            return worker;
        } catch (IOException e) {
            numbers.giveBack(number);
            throw e;
        }
    }

    /** The worker's process is gone. */
    void dismiss(Seat seat) throws IOException {
        seat.become(State.ENDED);
        seats.remove(seat.worker());
        numbers.giveBack(seat.worker().number());
    }
}
