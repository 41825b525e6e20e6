package io.github.surefiremp.schedule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** see UnitQueue */
final class Affinity {
    private static final double NOTHING = 1e-6;

    private final SetUpPrices prices;
    private final Map<Integer, Hand> hands = new TreeMap<>();
    private double now;
    private @Nullable Outlook outlook;
    private final Map<Integer, Choice> choices = new HashMap<>();

    static double EARLY = Double.parseDouble(System.getProperty("early", "1"));
    static double CAP = Double.parseDouble(System.getProperty("cap", "0.5"));
    static int MODE = Integer.getInteger("mode", 0);

    Affinity(SetUpPrices prices) {
        this.prices = prices;
    }

    /** What a worker should get; none if it had better wait. */
    record Choice(@Nullable Entry entry, boolean waits) {
        static final Choice NOTHING = new Choice(null, false);
    }

    SetUpPrices prices() {
        return prices;
    }

    /** The worker asks for units. */
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

    private Outlook look(Phase phase) {
        Outlook known = outlook;
        if (known == null) {
            known = new Outlook(phase, hands.values(), now);
            outlook = known;
        }
        return known;
    }

    /** A unit that could be begun, and how much would be late if it were not. */
    private record Candidate(Entry entry, double millis, double size) {}

    private static @Nullable Candidate larger(@Nullable Candidate one, @Nullable Candidate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        if (one.size() != other.size()) {
            return one.size() > other.size() ? one : other;
        }
        return one.entry().place < other.entry().place ? one : other;
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
        Outlook seen = look(phase);
        Candidate held = null;
        double heldLoad = -1;
        boolean exclusive = false;
        Candidate keyless = null;
        Candidate spoiling = null;
        Candidate fresh = null;
        Candidate shared = null;
        boolean left = false;
        Map<Family, Integer> tried = new HashMap<>();
        for (Lane lane : lanes) {
            Entry first = lane.first();
            if (lane.needs.runsAlone()) {
                return new Choice(first, false);
            }
            Family family = lane.needs.family();
            boolean spoils = lane.needs.spoils().stream().anyMatch(key -> hand.holds(key) && seen.needs(key));
            if (family.isNone()) {
                Candidate one = new Candidate(first, first.millis, Math.max(first.millis, seen.chain(lane)));
                if (spoils) {
                    spoiling = spoiling == null ? one : spoiling;
                } else {
                    keyless = keyless == null ? one : keyless;
                }
                continue;
            }
            Outlook.Rest rest = seen.rest(family);
            double price = hand.missing(family);
            if (price == 0) {
                Candidate one = new Candidate(first, first.millis, Math.max(first.millis, seen.chain(lane)));
                if (spoils) {
                    spoiling = spoiling == null ? one : spoiling;
                    continue;
                }
                double load = rest.millis / rest.holders;
                boolean own = rest.holders == 1;
                if (held == null || (own && !exclusive) || (own == exclusive && load > heldLoad + NOTHING)) {
                    held = one;
                    heldLoad = load;
                    exclusive = own;
                }
                continue;
            }
            if (rest.holders == 0 || price <= rest.price) {
                double whole = Math.max(
                        rest.longest, Math.min(rest.millis, Math.max(price, CAP * seen.average)));
                fresh = larger(
                        fresh,
                        new Candidate(first, first.millis + price, Math.max(price + whole, seen.chain(lane))));
                continue;
            }
            // Others have it.
            double target = Math.max(seen.least, seen.average + price / hands.size());
            Entry best = fitting(lane, hand, rest, price, seen);
            if (best != null && rest.end > target + NOTHING) {
                shared = larger(
                        shared,
                        new Candidate(
                                best, best.millis + price, Math.max(best.millis + price, seen.chain(lane))));
            } else {
                left = true;
            }
        }
        Candidate other = larger(larger(keyless, fresh), shared);
        if (other == null) {
            other = spoiling;
        }
        if (held != null) {
            return new Choice(
                    other != null && comesFirst(other, held, exclusive, hand, seen) ? other.entry() : held.entry(),
                    false);
        }
        return other == null ? new Choice(null, left) : new Choice(other.entry(), false);
    }

    private boolean comesFirst(Candidate other, Candidate held, boolean exclusive, Hand hand, Outlook seen) {
        if (!hand.hasRoom(other.entry().lane.needs.family(), prices.perWorker())) {
            return false;
        }
        if (MODE == 1) {
            return false;
        }
        if (!exclusive) {
            return other.size() >= EARLY * 0.5 * seen.average || held.millis() + other.size() >= seen.average;
        }
        if (MODE == 2) {
            return false;
        }
        double p = 0;
        for (double price : held.entry().lane.needs.family().prices().values()) {
            p += price;
        }
        return held.millis() + other.size() >= seen.average
                && seen.isLeastLoaded(hand)
                && seen.load(hand) + other.size() > seen.average + p;
    }

    private @Nullable Entry fitting(Lane lane, Hand hand, Outlook.Rest rest, double price, Outlook seen) {
        int h = Math.max(1, rest.holders);
        double end = rest.holders == 0 ? Double.MAX_VALUE : rest.end;
        double even = (h * end + price) / (h + 1);
        Entry shortest = null;
        for (Entry entry : lane.all()) {
            if (price + entry.millis <= even + NOTHING) {
                return entry;
            }
            if (shortest == null || entry.millis < shortest.millis) {
                shortest = entry;
            }
        }
        return shortest != null && price + shortest.millis < end - NOTHING ? shortest : null;
    }

    Collection<Hand> hands() {
        return new ArrayList<>(hands.values());
    }
}
