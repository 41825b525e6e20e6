package io.github.surefiremp.schedule;

import io.github.surefiremp.schedule.Affinity.Choice;
import org.jspecify.annotations.Nullable;

/** Looks at all units that may run now, and finds the one that a worker should have. */
final class Search {
    /** What is less is nothing, but for the errors of adding up. */
    private static final double NOTHING = 1e-6;
    /** Two such units, in parts of what each worker has to do on average, had better not meet in one worker. */
    private static final double LARGE = 0.5;

    private final Hand hand;
    private final Outlook seen;
    private final int workers;

    /** The worker has all its set-ups; the load is what is left for each of those that have them. */
    private @Nullable Candidate held;

    private double load;
    private boolean exclusive;
    /** It needs no set-up. */
    private @Nullable Candidate keyless;
    /** The worker has all that it needs, but something that others need is gone afterwards. */
    private @Nullable Candidate spoiling;
    /** Nobody has more of its set-ups. */
    private @Nullable Candidate fresh;
    /** Others have its set-ups, but will not be done with it in time. */
    private @Nullable Candidate late;
    /** Others have the set-ups of some and will be. */
    private boolean leaves;

    /**
     * A unit that could be begun.
     *
     * @param millis how long it takes
     * @param size how long takes what begins with it and is better not spread
     */
    private record Candidate(Entry entry, double millis, double size) {
        static @Nullable Candidate larger(@Nullable Candidate one, @Nullable Candidate other) {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            if (one.size() != other.size()) {
                return one.size() > other.size() ? one : other;
            }
            return one.entry().place < other.entry().place ? one : other;
        }
    }

    Search(Hand hand, Outlook seen, int workers) {
        this.hand = hand;
        this.seen = seen;
        this.workers = workers;
    }

    private Candidate candidate(Entry entry, double price, double size) {
        return new Candidate(entry, price + entry.millis, Math.max(size, seen.chain(entry.lane)));
    }

    /** Looks at units that may run now; in the order of the queue. */
    void look(Lane lane) {
        Entry first = lane.first();
        Family family = lane.needs.family();
        double price = hand.missing(family);
        if (price == 0 && spoils(lane)) {
            spoiling = spoiling == null ? candidate(first, 0, first.millis) : spoiling;
        } else if (family.isNone()) {
            keyless = keyless == null ? candidate(first, 0, first.millis) : keyless;
        } else if (price == 0) {
            lookHeld(first, seen.rest(family));
        } else {
            lookMissing(lane, seen.rest(family), price);
        }
    }

    private boolean spoils(Lane lane) {
        return !lane.needs.spoils().isEmpty()
                && lane.needs.spoils().stream().anyMatch(key -> hand.holds(key) && seen.needs(key));
    }

    private void lookHeld(Entry first, Outlook.Rest rest) {
        boolean own = rest.holders == 1;
        double each = rest.millis / rest.holders;
        if (held == null || (own && !exclusive) || (own == exclusive && each > load + NOTHING)) {
            held = candidate(first, 0, first.millis);
            load = each;
            exclusive = own;
        }
    }

    private void lookMissing(Lane lane, Outlook.Rest rest, double price) {
        if (rest.holders == 0 || price <= rest.price) {
            fresh = Candidate.larger(fresh, candidate(lane.first(), price, price + rest.millis));
            return;
        }
        Entry fitting = fitting(lane, rest, price);
        if (fitting != null && rest.end > Math.max(seen.least, seen.average + price / workers) + NOTHING) {
            late = Candidate.larger(late, candidate(fitting, price, price + fitting.millis));
        } else {
            leaves = true;
        }
    }

    /**
     * The first unit that the worker would have ended when all end together; if there is none, the shortest one, if the
     * worker would have ended that before the others are done; else null.
     */
    private static @Nullable Entry fitting(Lane lane, Outlook.Rest rest, double price) {
        double together = (rest.holders * rest.end + price) / (rest.holders + 1);
        Entry shortest = lane.first();
        for (Entry entry : lane.all()) {
            if (price + entry.millis <= together + NOTHING) {
                return entry;
            }
            shortest = entry.millis < shortest.millis ? entry : shortest;
        }
        return price + shortest.millis < rest.end - NOTHING ? shortest : null;
    }

    /** What the worker should have, after all was looked at. */
    Choice choice() {
        if (held != null) {
            return new Choice(keyless != null && goesBefore(keyless, held) ? keyless.entry() : held.entry(), false);
        }
        Candidate best = Candidate.larger(Candidate.larger(keyless, fresh), late);
        if (best == null) {
            best = spoiling;
        }
        return best == null ? new Choice(null, leaves) : new Choice(best.entry(), false);
    }

    /** Whether a unit that any worker can run must not wait until this one has done what it has set up. */
    private boolean goesBefore(Candidate other, Candidate own) {
        if (other.entry().unit.freshJvm()) {
            // For that the worker would have to go, with all that it has set up.
            return false;
        }
        return exclusive
                ? own.millis() + other.size() >= seen.average
                // The others have it as well and can go on with it.
                : other.size() >= LARGE * seen.average;
    }
}
