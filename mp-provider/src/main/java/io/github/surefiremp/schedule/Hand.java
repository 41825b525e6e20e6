package io.github.surefiremp.schedule;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Set;

/** A worker, as far as its set-ups are concerned. */
final class Hand {
    /** Prices by key, the one that was not used for the longest time first. */
    private final LinkedHashMap<String, Double> held = new LinkedHashMap<>(16, 0.75f, true);

    private int running;
    /** When it should have ended what it has, on the queue's own clock. */
    private double busyUntil;

    boolean holds(String key) {
        return held.containsKey(key);
    }

    boolean holds(Family family) {
        return held.keySet().containsAll(family.keys());
    }

    Set<String> keys() {
        return held.keySet();
    }

    /** What it would have to pay for. */
    double missing(Family family) {
        double sum = 0;
        for (int i = 0; i < family.size(); i++) {
            sum += held.containsKey(family.key(i)) ? 0 : family.price(i);
        }
        return sum;
    }

    boolean isBusy() {
        return running > 0;
    }

    double rest(double now) {
        return isBusy() ? Math.max(0, busyUntil - now) : 0;
    }

    /**
     * It begins a unit, or will when it has ended what it has.
     *
     * @return when it should have ended it
     */
    double begin(Entry entry, int perWorker, double now) {
        double paid = missing(entry.lane.needs.family());
        // Touches those that it has.
        entry.leaves.forEach((key, price) -> {
            if (held.get(key) == null) {
                held.put(key, price);
            }
        });
        for (Iterator<String> eldest = held.keySet().iterator(); held.size() > perWorker; ) {
            eldest.next();
            eldest.remove();
        }
        held.keySet().removeAll(entry.lane.needs.spoils());
        busyUntil = (isBusy() ? Math.max(now, busyUntil) : now) + entry.millis + paid;
        running++;
        return busyUntil;
    }

    void end() {
        running--;
    }
}
