package io.github.surefiremp.schedule;

import io.github.surefiremp.model.Unit;
import io.github.surefiremp.schedule.Workload.Forecast;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A run in a model, with a decision on its workers every now and then: what it does to a suite. */
final class StaffingPlay {
    static final int STEP = 10;
    static final int STEPS_PER_LOOK = 5;
    /** Until a worker asks for work. */
    static final int START = 350;

    static final int START_CPU = 600;
    /** Before the first test of a worker ends, beside the test. */
    static final int COLD = 250;

    static final int COLD_CPU = 400;

    /** A class whose tests are all alike. */
    record Tests(int count, double cpu, double waits) {
        double millis() {
            return count * (cpu + waits);
        }
    }

    private final int np;
    private final double cores;
    private final Map<Unit, Tests> suite = new HashMap<>();
    private final List<Unit> waiting = new ArrayList<>();
    private final List<Player> players = new ArrayList<>();
    private final Workload workload;
    private final boolean history;
    private long now;

    /** How many workers there were when, from the end of discovery on. */
    final Map<Integer, Long> grewAt = new HashMap<>();

    private final class Player {
        final int number;
        double toStart = START;
        double cold = COLD;
        Unit unit;
        int ended;
        double cpuLeft;
        double waitLeft;
        double cpu;

        Player(int number) {
            this.number = number;
        }

        double demand() {
            if (toStart > 0) {
                return (double) START_CPU / START;
            }
            if (unit == null) {
                return 0;
            }
            return cold > 0 ? (double) COLD_CPU / COLD : cpuLeft > 0 ? 1 : 0;
        }

        /** @param speed of whoever needs a core */
        void step(double speed) {
            // What it would have used if cores had been free.
            cpu += demand() * STEP;
            double time = STEP * speed;
            if (toStart > 0) {
                toStart -= time;
                return;
            }
            if (unit == null && waiting.isEmpty()) {
                return;
            }
            double left = STEP;
            while (left > 0.001) {
                if (unit == null) {
                    if (waiting.isEmpty()) {
                        return;
                    }
                    unit = waiting.remove(0);
                    ended = 0;
                    workload.began(number, unit, now, Math.round(cpu), false, 0);
                    nextTest();
                }
                if (cold > 0) {
                    double part = Math.min(left * speed, cold);
                    cold -= part;
                    left -= part / speed;
                } else if (cpuLeft > 0) {
                    double part = Math.min(left * speed, cpuLeft);
                    cpuLeft -= part;
                    left -= part / speed;
                } else {
                    double part = Math.min(left, waitLeft);
                    waitLeft -= part;
                    left -= part;
                    if (waitLeft <= 0) {
                        endTest();
                    }
                }
            }
        }

        private void nextTest() {
            Tests tests = suite.get(unit);
            cpuLeft = tests.cpu();
            waitLeft = tests.waits();
        }

        private void endTest() {
            ended++;
            workload.tested(number);
            if (ended == suite.get(unit).count()) {
                workload.ended(number, now, Math.round(cpu));
                unit = null;
            } else {
                nextTest();
            }
        }
    }

    /** @param history whether the durations are known before */
    StaffingPlay(int np, double cores, List<Tests> classes, boolean history) {
        this.np = np;
        this.cores = cores;
        this.history = history;
        for (int i = 0; i < classes.size(); i++) {
            Unit unit = new Unit("unit" + i, List.of("unit" + i));
            suite.put(unit, classes.get(i));
            waiting.add(unit);
        }
        double all = classes.stream().mapToDouble(Tests::millis).sum();
        double cpu =
                classes.stream().mapToDouble(one -> one.count() * one.cpu()).sum();
        Function<Unit, Forecast> forecast = unit -> new Forecast(
                history ? suite.get(unit).millis() : -1, suite.get(unit).count());
        workload = new Workload(forecast, history ? cpu / all : -1, 0);
    }

    /** Runs it; answers with how long it took. */
    long run() {
        int early = history ? decide(0, 0).workers() : 1;
        for (int i = 0; i < early; i++) {
            hire();
        }
        for (int step = 0; !isOver(); step++) {
            double demand = players.stream().mapToDouble(Player::demand).sum();
            double speed = Math.min(1, cores / Math.max(0.001, demand));
            players.forEach(player -> player.step(speed));
            now += STEP;
            if (step % STEPS_PER_LOOK == 0
                    && !waiting.isEmpty()
                    && players.stream().anyMatch(one -> one.toStart <= 0)) {
                int starting =
                        (int) players.stream().filter(one -> one.toStart > 0).count();
                int wanted = decide(players.size() - starting, starting).workers();
                while (players.size() < wanted) {
                    hire();
                }
            }
            if (step > 1_000_000) {
                throw new IllegalStateException("it never ends");
            }
        }
        return now;
    }

    int workers() {
        return players.size();
    }

    private void hire() {
        players.add(new Player(players.size() + 1));
        grewAt.put(players.size(), now);
    }

    private boolean isOver() {
        return waiting.isEmpty() && players.stream().allMatch(one -> one.unit == null);
    }

    private Staffing.Decision decide(int workers, int starting) {
        Workload.Left left = workload.left(
                waiting, now, number -> Math.round(players.get(number - 1).cpu), START + COLD, START_CPU + COLD_CPU);
        int running = (int) players.stream().filter(one -> one.unit != null).count();
        return Staffing.decide(new Staffing.Facts(
                np,
                cores,
                workers,
                starting,
                running + waiting.size(),
                left.workMillis(),
                left.longestMillis(),
                left.cpuShare(),
                START + COLD,
                START_CPU + COLD_CPU));
    }
}
