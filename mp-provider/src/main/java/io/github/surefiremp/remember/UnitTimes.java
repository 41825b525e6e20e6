package io.github.surefiremp.remember;

import io.github.surefiremp.model.ReportEvent;
import io.github.surefiremp.model.ReportEvent.Kind;
import io.github.surefiremp.model.Unit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How long a worker is at each class of a unit. */
final class UnitTimes {
    private final List<String> classes;
    private final long since;
    /** Several classes are open at the same time. */
    private final boolean concurrent;

    private final long[] inSets;
    private final @Nullable Kind[] worst;
    private final int[] openSets;
    private final long[] setSince;
    /** When tests began that have not ended, by their names. */
    private final Map<TestName, Deque<Long>> running = new HashMap<>();

    private long testSince;
    /** When the normal run was over; what follows repeats tests. */
    private @Nullable Long over;

    /** The class that is open, if one is. */
    private int at;

    private final List<Found> found;
    private long testNanos;

    /**
     * What a class found in its JVM.
     *
     * @param setUps the keys of what it has to set up
     */
    record Found(Occasion occasion, Set<String> setUps) {}

    record TestName(String className, String method) {}

    UnitTimes(Unit unit, long now, List<Found> found) {
        this.found = found;
        this.classes = unit.classes();
        this.since = now;
        this.testSince = now;
        this.inSets = new long[classes.size()];
        this.worst = new Kind[classes.size()];
        this.openSets = new int[classes.size()];
        this.setSince = new long[classes.size()];
        this.concurrent = unit.isConcurrent() && classes.size() > 1;
    }

    Found found(int place) {
        return found.get(place);
    }

    /** A test ended that took so long. */
    void tested(long nanos) {
        testNanos += nanos;
    }

    /** How long the tests took that ended, one after another. */
    long testNanos() {
        return testNanos;
    }

    long since() {
        return since;
    }

    /** The class that is open, or that was open last. */
    String currentClass() {
        return classes.get(at);
    }

    /** The tests that have begun and not ended, and when the first of a name began. */
    Map<TestName, Long> runningSince() {
        Map<TestName, Long> open = new HashMap<>();
        running.forEach((test, starts) -> {
            if (!starts.isEmpty()) {
                open.put(test, starts.getFirst());
            }
        });
        return open;
    }

    boolean isOver() {
        return over != null;
    }

    /**
     * When the test began that ends with this event. Some providers tell no start: then it began when the one before it
     * ended.
     */
    long testSince(ReportEvent end) {
        Deque<Long> starts = running.get(new TestName(end.className(), end.method()));
        return starts == null || starts.isEmpty() ? testSince : starts.peekFirst();
    }

    void add(ReportEvent event) {
        switch (event.kind()) {
            case SET_STARTED -> startSet(event);
            case SET_COMPLETED -> endSet(event);
            case TEST_STARTED -> {
                testSince = event.nanos();
                running.computeIfAbsent(new TestName(event.className(), event.method()), name -> new ArrayDeque<>())
                        .add(event.nanos());
            }
            case RERUNS_STARTED -> end(event.nanos());
            default -> {
                if (event.kind().endsTest()) {
                    testSince = event.nanos();
                    TestName name = new TestName(event.className(), event.method());
                    Deque<Long> starts = running.get(name);
                    if (starts != null) {
                        starts.pollFirst();
                    }
                    int place = placeOf(event);
                    worst[place] = Recorder.worse(worst[place], event.kind());
                }
            }
        }
    }

    private void startSet(ReportEvent event) {
        at = placeOf(event);
        if (openSets[at] == 0) {
            setSince[at] = event.nanos();
        }
        openSets[at]++;
    }

    private void endSet(ReportEvent event) {
        int place = placeOf(event);
        if (openSets[place] > 0) {
            openSets[place]--;
            if (openSets[place] == 0) {
                inSets[place] += event.nanos() - setSince[place];
            }
        }
    }

    /** What is told inside of a class may have the name of another one, if no other can run. */
    private int placeOf(ReportEvent event) {
        return !concurrent && openSets[at] > 0 ? at : find(event.className());
    }

    /** What is not known belongs to the first. */
    private int find(String className) {
        for (int i = 0; i < classes.size(); i++) {
            if (className.equals(classes.get(i)) || className.startsWith(classes.get(i) + "$")) {
                return i;
            }
        }
        return 0;
    }

    /** The unit's normal run is over; the first call counts. */
    void end(long now) {
        if (over == null) {
            over = now;
        }
    }

    /** How long a class took; of several, one after another, the first has what was spent outside of all. After the end. */
    long nanos(int place) {
        long nanos = inSets[place];
        if (place == 0 && !concurrent) {
            nanos = (over == null ? since : over) - since;
            for (int i = 1; i < inSets.length; i++) {
                nanos -= inSets[i];
            }
        }
        return nanos;
    }

    /** The worst result of a class, null if it had none. */
    @Nullable
    Kind worst(int place) {
        return worst[place];
    }
}
