package io.github.surefiremp.schedule;

import io.github.surefiremp.model.LockNeed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is left of a phase, and when it would end if no set-up were started in another worker: all times in milliseconds
 * from now.
 */
final class Outlook {
    /** What is left of a family. */
    static final class Rest {
        /** Of the units that wait, without set-ups. */
        double millis;

        /** What whoever has most of its set-ups has to pay for the others. */
        double price;
        /** How many have so many of them; 0 if nobody has any. */
        int holders;
        /** When those would have done it. */
        double end;
    }

    private final Map<Family, Rest> families = new LinkedHashMap<>();
    private final Map<Hand, Double> loads = new HashMap<>();
    private final Map<String, Double> chains = new HashMap<>();
    private final Set<String> needed = new HashSet<>();
    /** When the workers would end on average. */
    final double average;
    /** No run can end before, as far as is known. */
    final double least;

    Outlook(Phase phase, Collection<Hand> hands, double now, double partOfMachine) {
        double work = 0;
        double longest = 0;
        for (Lane lane : phase.lanes()) {
            work += lane.millis();
            longest = Math.max(longest, lane.first().millis);
            Family family = lane.needs.family();
            if (!family.isNone()) {
                families.computeIfAbsent(family, any -> new Rest()).millis += lane.millis();
            }
            for (LockNeed lock : lane.needs.locks()) {
                if (lock.write()) {
                    longest = Math.max(longest, chains.merge(lock.key(), lane.millis(), Double::sum));
                }
            }
        }
        for (Hand hand : hands) {
            double rest = hand.rest(now);
            work += rest;
            longest = Math.max(longest, rest);
            loads.put(hand, rest);
        }
        work += unpaid(hands);
        shareOut(hands);
        average = work / Math.max(1, hands.size());
        least = Math.max(Math.max(average, longest), work * partOfMachine);
    }

    private double unpaid(Collection<Hand> hands) {
        Map<String, Double> unpaid = new HashMap<>();
        for (Family family : families.keySet()) {
            for (int i = 0; i < family.size(); i++) {
                unpaid.put(family.key(i), family.price(i));
            }
        }
        needed.addAll(unpaid.keySet());
        hands.forEach(hand -> unpaid.keySet().removeAll(hand.keys()));
        return unpaid.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** What some workers can do cheaper than others is theirs, evenly. */
    private void shareOut(Collection<Hand> hands) {
        Set<String> anywhere = new HashSet<>();
        hands.forEach(hand -> anywhere.addAll(hand.keys()));
        Map<Rest, List<Hand>> cheapest = new LinkedHashMap<>();
        families.forEach((family, rest) -> {
            if (Collections.disjoint(family.keys(), anywhere)) {
                return;
            }
            List<Hand> some = new ArrayList<>();
            rest.price = Double.POSITIVE_INFINITY;
            for (Hand hand : hands) {
                double price = hand.missing(family);
                if (price < rest.price) {
                    rest.price = price;
                    some.clear();
                }
                if (price == rest.price) {
                    some.add(hand);
                }
            }
            rest.holders = some.size();
            some.forEach(hand -> loads.merge(hand, (rest.price + rest.millis) / some.size(), Double::sum));
            cheapest.put(rest, some);
        });
        cheapest.forEach(
                (rest, some) -> rest.end = some.stream().mapToDouble(this::load).sum() / some.size());
    }

    Rest rest(Family family) {
        Rest rest = families.get(family);
        if (rest == null) {
            throw new IllegalStateException("nothing waits that needs " + family);
        }
        return rest;
    }

    /** What a worker has to do, by itself or as its share. */
    private double load(Hand hand) {
        return loads.getOrDefault(hand, 0.0);
    }

    /** Whether a unit that waits needs the set-up. */
    boolean needs(String key) {
        return needed.contains(key);
    }

    /** How long units take that write a lock which such a unit writes, one after another. */
    double chain(Lane lane) {
        double longest = 0;
        for (LockNeed lock : lane.needs.locks()) {
            if (lock.write()) {
                longest = Math.max(longest, chains.getOrDefault(lock.key(), 0.0));
            }
        }
        return longest;
    }
}
