package io.github.surefiremp.coordinator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who gets the next worker of a Maven session, and who gives one up.
 *
 * <p>The build waits for the module that, with the workers it has and all that comes after it, ends last. So that is who
 * gets one. But first of all everybody gets one who has none: whoever has none may hold up others in ways that nobody
 * told, and it would wait for ever behind one that always has more to do.
 *
 * <p>A pure decision: no threads, sockets or clock.
 */
final class Budget {
    /** A worker that ends is started again cold somewhere else, and what is known of work is rough. */
    static final double LEAST_GAIN_MILLIS = 3_000;

    private Budget() {}

    /**
     * What a module has and wants.
     *
     * @param who it is
     * @param held how many workers it has
     * @param wanted how many more it would use
     * @param workMillis what it has left, as one worker alone would need for it
     * @param afterMillis how long the build goes on after it
     */
    record Claim<C>(C who, int held, int wanted, long workMillis, long afterMillis) {
        /** When the build would end if nothing but this module and what comes after it were left. */
        double end(int workers) {
            return afterMillis + (double) workMillis / Math.max(1, workers);
        }
    }

    /**
     * Who gets the next free number; null if nobody wants one. Between equals it is who came first.
     *
     * @param alone who is alone inside, so that nobody else runs anything; null for nobody
     */
    static <C> @Nullable C next(List<Claim<C>> claims, @Nullable C alone) {
        Claim<C> best = null;
        for (Claim<C> claim : claims) {
            if (claim.wanted() > 0 && (best == null || isBefore(claim, best, alone))) {
                best = claim;
            }
        }
        return best == null ? null : best.who();
    }

    private static <C> boolean isBefore(Claim<C> one, Claim<C> other, @Nullable C alone) {
        if (one.who() == alone || other.who() == alone) {
            return one.who() == alone;
        }
        if ((one.held() == 0) != (other.held() == 0)) {
            return one.held() == 0;
        }
        double ends = one.end(one.held());
        double otherEnds = other.end(other.held());
        return ends > otherEnds || (ends == otherEnds && one.held() < other.held());
    }

    /**
     * Who gives one up where no number is free; null if nobody should. Nobody gives up its last one: whoever is inside,
     * or comes in next, can run with that and make way.
     */
    static <C> @Nullable C spares(List<Claim<C>> claims, @Nullable C alone) {
        C next = next(claims, alone);
        if (next == null) {
            return null;
        }
        Claim<C> needy =
                claims.stream().filter(claim -> claim.who() == next).findFirst().orElseThrow();
        Claim<C> least = null;
        for (Claim<C> claim : claims) {
            if (claim.who() != next && claim.who() != alone && claim.held() > 1 && gives(claim, least)) {
                least = claim;
            }
        }
        if (least == null) {
            return null;
        }
        // The others of who is alone have workers that must idle until it is done.
        boolean must = next == alone || needy.held() == 0;
        double now = needy.end(needy.held());
        double then = Math.max(needy.end(needy.held() + 1), least.end(least.held() - 1));
        return must || now - then >= LEAST_GAIN_MILLIS ? least.who() : null;
    }

    /** Whether it hurts least if this one has one less. */
    private static <C> boolean gives(Claim<C> claim, @Nullable Claim<C> other) {
        if (other == null) {
            return true;
        }
        double ends = claim.end(claim.held() - 1);
        double otherEnds = other.end(other.held() - 1);
        return ends < otherEnds || (ends == otherEnds && claim.held() > other.held());
    }
}
