package io.github.surefiremp.remember;

import io.github.surefiremp.model.ReportEvent;
import io.github.surefiremp.model.ReportEvent.Kind;
import io.github.surefiremp.model.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long a worker is at each class of a unit. */
final class UnitTimes {
    private final List<String> classes;
    private final long since;
    private final long[] inSets;
    private final @Nullable Kind[] worst;
    private long testSince;
    /** When the normal run was over; what follows repeats tests. */
    private @Nullable Long over;

    /** The class that is open, if one is. */
    private int at;

    private int openSets;
    private long setSince;

    UnitTimes(Unit unit, long now) {
        this.classes = unit.classes();
        this.since = now;
        this.testSince = now;
        this.inSets = new long[classes.size()];
        this.worst = new Kind[classes.size()];
    }

    boolean isOver() {
        return over != null;
    }

    /** When the test began that ends next. */
    long testSince() {
        return testSince;
    }

    void add(ReportEvent event) {
        switch (event.kind()) {
            case SET_STARTED -> startSet(event);
            case SET_COMPLETED -> endSet(event);
            case TEST_STARTED -> testSince = event.nanos();
            case RERUNS_STARTED -> end(event.nanos());
            default -> {
                if (event.kind().endsTest()) {
                    // Some providers tell no start: then a test began when the one before it ended.
                    testSince = event.nanos();
                    int place = openSets > 0 ? at : find(event.className());
                    worst[place] = Recorder.worse(worst[place], event.kind());
                }
            }
        }
    }

    private void startSet(ReportEvent event) {
        if (openSets == 0) {
            at = find(event.className());
            setSince = event.nanos();
        }
        openSets++;
    }

    private void endSet(ReportEvent event) {
        if (openSets > 0) {
            openSets--;
            if (openSets == 0) {
                inSets[at] += event.nanos() - setSince;
            }
        }
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

    /** How long a class took; the first has what was spent outside of all. After the end. */
    long nanos(int place) {
        long nanos = inSets[place];
        if (place == 0) {
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
