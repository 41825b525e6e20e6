package io.github.surefiremp.schedule;

import io.github.surefiremp.model.Unit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Units that may run at the same time as far as their groups are concerned.
 *
 * <p>Those that wait with the same needs stand in one lane, so that a search passes the lanes and not the units: a
 * thousand units that write the same key are passed at once, and units without any needs are a single lane.
 */
final class Phase {
    final boolean isolated;
    /** None of them empty; by the place of the first unit. */
    private final NavigableMap<Integer, Lane> lanes = new TreeMap<>();

    private final Map<Needs, Lane> laneOf = new HashMap<>();
    private boolean withFamilies;

    Phase(boolean isolated) {
        this.isolated = isolated;
    }

    /** Whether the units that wait are of that group. */
    boolean isOf(String group) {
        return !lanes.isEmpty()
                && lanes.firstEntry().getValue().first().unit.group().equals(group);
    }

    boolean isEmpty() {
        return lanes.isEmpty();
    }

    /** Those in which units wait, by the place of the first. */
    Collection<Lane> lanes() {
        return lanes.values();
    }

    /** Whether there is or was a unit that needs what a worker keeps. */
    boolean hasFamilies() {
        return withFamilies;
    }

    /** Adds a unit, which waits at that place. */
    Entry add(Unit unit, int place, Needs.OfUnit needs) {
        Lane lane = laneOf.computeIfAbsent(needs.needs(), Lane::new);
        Entry entry = new Entry(unit, place, this, lane, needs);
        enter(entry);
        return entry;
    }

    /** A unit waits, perhaps again. */
    void enter(Entry entry) {
        Lane lane = entry.lane;
        if (!lane.isEmpty()) {
            lanes.remove(lane.first().place);
        }
        lane.add(entry);
        lanes.put(lane.first().place, lane);
        withFamilies |= !entry.lane.needs.family().isNone();
    }

    /** A unit no longer waits. */
    void leave(Entry entry) {
        Lane lane = entry.lane;
        lanes.remove(lane.first().place);
        lane.remove(entry);
        if (!lane.isEmpty()) {
            lanes.put(lane.first().place, lane);
        }
    }
}
