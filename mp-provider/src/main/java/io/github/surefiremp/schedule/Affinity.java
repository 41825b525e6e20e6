package io.github.surefiremp.schedule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which unit a worker should have, where units need costly set-ups. The rules are those of docs/affinity.md, and why they
 * are so is in docs/design/affinity.md.
 *
 * <p>There is no clock. Time is what units should take: when one has ended it is as late as that one should have ended,
 * unless it was later before. So a machine on which everything takes twice as long is no different, and a unit that
 * takes longer than it should counts as about to end.
 */
final class Affinity {
    private final SetUpPrices prices;
    private final Map<Integer, Hand> hands = new TreeMap<>();
    private final Map<Map<String, Double>, Family> families = new HashMap<>();
    private final Planner planner;
    private double now;
    // Asked for often, and changes only with a unit or a worker; null and empty when it has to be found anew.
    private @Nullable Outlook outlook;
    private final Map<Integer, Choice> choices = new HashMap<>();

    Affinity(SetUpPrices prices) {
        this.prices = prices;
        this.planner = new Planner(prices.partOfMachine());
    }

    /**
     * What a worker should get.
     *
     * @param entry null for nothing
     * @param waits others will be done with what waits before this worker could
     */
    record Choice(@Nullable Entry entry, boolean waits) {}

    /** The one with these set-ups. */
    Family family(Map<String, Double> kept) {
        return kept.isEmpty() ? Family.NONE : families.computeIfAbsent(Map.copyOf(kept), Family::new);
    }

    SetUpPrices prices() {
        return prices;
    }

    /** The worker asks for units, or soon will. */
    Hand joins(int worker) {
        Hand hand = hands.get(worker);
        if (hand == null) {
            hand = new Hand();
            hands.put(worker, hand);
            changed();
        }
        return hand;
    }

    /** The worker is no longer there, and its set-ups neither. */
    void gone(int worker) {
        hands.remove(worker);
        changed();
    }

    /** The worker begins the unit, or will when it has ended what it has. */
    void begins(Entry entry, int worker) {
        Hand hand = joins(worker);
        entry.hand = hand;
        entry.end = hand.begin(entry, prices.perWorker(), now);
        changed();
    }

    /** The unit does not run any more, whatever it is now. */
    void ended(Entry entry) {
        Hand hand = entry.hand;
        if (hand != null) {
            hand.end();
            entry.hand = null;
            if (entry.state == Entry.State.DONE) {
                now = Math.max(now, entry.end);
            }
        }
        changed();
    }

    /** What was found out before is to be found out anew. */
    void changed() {
        outlook = null;
        planner.changed();
        choices.clear();
    }

    /** How many set-ups a worker has. */
    int held(int worker) {
        Hand hand = hands.get(worker);
        return hand == null ? 0 : hand.keys().size();
    }

    /** Whether the worker has all that the unit needs, and will have it afterwards. */
    boolean costsNothing(Entry entry, int worker) {
        Needs needs = entry.lane.needs;
        return joins(worker).holds(needs.family()) && needs.spoils().isEmpty();
    }

    /**
     * Decides; the answer is the same until something changes.
     *
     * @param lanes in which the first unit may run now, in their order
     */
    Choice choose(Phase phase, int worker, boolean unused, Supplier<List<Lane>> lanes) {
        Hand hand = joins(worker);
        int key = 2 * worker + (unused ? 1 : 0);
        Choice known = choices.get(key);
        if (known == null) {
            known = choose(phase, hand, lanes.get());
            choices.put(key, known);
        }
        return known;
    }

    private Choice choose(Phase phase, Hand hand, List<Lane> lanes) {
        boolean nothingIsBlocked = lanes.size() == phase.lanes().size();
        if (nothingIsBlocked && Planner.isFor(phase, hands.values())) {
            Entry next = planner.next(phase, hand, hands.values(), now);
            return new Choice(next, next == null);
        }
        Outlook seen = outlook;
        if (seen == null) {
            seen = new Outlook(phase, hands.values(), now, prices.partOfMachine());
            outlook = seen;
        }
        Search search = new Search(hand, seen, hands.size());
        for (Lane lane : lanes) {
            if (lane.alone) {
                // Nothing runs now; later all others would have to wait for it.
                return new Choice(lane.first(), false);
            }
            search.look(lane);
        }
        return search.choice();
    }
}
