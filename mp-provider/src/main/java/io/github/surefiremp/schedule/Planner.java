package io.github.surefiremp.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Hands out the last units of a phase by a {@link Plan}, which is made anew whenever something has changed. The plan
 * before is one of those that are compared: as long as units take what they should, the end can only come nearer.
 */
final class Planner {
    /** Where it is more, planning takes long, and the rules do well. */
    static final int MOST_UNITS = 40;

    private static final int MOST_WORKERS = 32;

    private final Map<Entry, Hand> before = new HashMap<>();
    private final double partOfMachine;
    private @Nullable Deal deal;

    /** @param partOfMachine as in {@link SetUpPrices} */
    Planner(double partOfMachine) {
        this.partOfMachine = partOfMachine;
    }

    /** A plan, with who and what it is about. */
    private record Deal(List<Entry> entries, List<Hand> hands, Plan.Work work, int[] workerOf) {}

    /** Whether the phase is small enough, and has nothing of which a plan does not know. */
    static boolean isFor(Phase phase, Collection<Hand> hands) {
        int units = 0;
        for (Lane lane : phase.lanes()) {
            units += lane.size();
            if (units > MOST_UNITS
                    || lane.needs.freshJvm()
                    || !lane.needs.locks().isEmpty()) {
                return false;
            }
        }
        return hands.size() <= MOST_WORKERS;
    }

    /** The plan has to be made anew. */
    void changed() {
        deal = null;
    }

    /** What a worker should begin now; null if it had better wait. */
    @Nullable
    Entry next(Phase phase, Hand hand, Collection<Hand> hands, double now) {
        Deal known = deal;
        if (known == null) {
            known = deal(phase, hands, now);
            deal = known;
        }
        int worker = known.hands().indexOf(hand);
        if (Arrays.stream(known.workerOf()).noneMatch(one -> one == worker)) {
            exchange(known, worker);
        }
        Entry best = null;
        double size = 0;
        for (int unit = 0; unit < known.workerOf().length; unit++) {
            Entry entry = known.entries().get(unit);
            if (known.workerOf()[unit] == worker) {
                double own = urgency(known, unit, worker);
                if (best == null || own > size) {
                    best = entry;
                    size = own;
                }
            }
        }
        return best;
    }

    /** What only this worker has comes first, then by size; what spoils a set-up of the worker comes last. */
    private static double urgency(Deal deal, int unit, int worker) {
        Plan.Work work = deal.work();
        int family = work.families()[unit];
        int[] setUps = work.setUps()[family];
        Entry entry = deal.entries().get(unit);
        if (entry.lane.needs.spoils().stream().anyMatch(deal.hands().get(worker)::holds)) {
            return -1;
        }
        if (setUps.length == 0) {
            return work.millis()[unit];
        }
        double missing = 0;
        for (int key : setUps) {
            missing += work.has()[worker][key] ? 0 : work.prices()[key];
        }
        double sum = missing;
        for (int other = 0; other < deal.workerOf().length; other++) {
            sum += deal.workerOf()[other] == worker && work.families()[other] == family ? work.millis()[other] : 0;
        }
        return missing == 0 ? 1e12 + sum : sum;
    }

    /** A worker that has nothing takes what another one would do that has nothing yet, if that costs no more. */
    private void exchange(Deal deal, int worker) {
        for (int other = 0; other < deal.hands().size(); other++) {
            if (other == worker || deal.hands().get(other).isBusy()) {
                continue;
            }
            double there = 0;
            double here = 0;
            Set<Integer> keys = new LinkedHashSet<>();
            boolean any = false;
            for (int unit = 0; unit < deal.workerOf().length; unit++) {
                if (deal.workerOf()[unit] == other) {
                    any = true;
                    for (int key : deal.work().setUps()[deal.work().families()[unit]]) {
                        keys.add(key);
                    }
                }
            }
            for (int key : keys) {
                there += deal.work().has()[other][key] ? 0 : deal.work().prices()[key];
                here += deal.work().has()[worker][key] ? 0 : deal.work().prices()[key];
            }
            if (any && here <= there) {
                for (int unit = 0; unit < deal.workerOf().length; unit++) {
                    if (deal.workerOf()[unit] == other) {
                        deal.workerOf()[unit] = worker;
                        before.put(deal.entries().get(unit), deal.hands().get(worker));
                    }
                }
                return;
            }
        }
    }

    private Deal deal(Phase phase, Collection<Hand> some, double now) {
        List<Hand> hands = List.copyOf(some);
        List<Entry> entries = new ArrayList<>();
        phase.lanes().forEach(lane -> entries.addAll(lane.all()));
        entries.sort(Comparator.comparingInt(entry -> entry.place));
        Map<String, Integer> keys = new LinkedHashMap<>();
        Map<Family, Integer> families = new LinkedHashMap<>();
        List<Double> prices = new ArrayList<>();
        List<int[]> setUps = new ArrayList<>();
        double[] millis = new double[entries.size()];
        int[] familyOf = new int[entries.size()];
        int[] planned = new int[entries.size()];
        for (int unit = 0; unit < millis.length; unit++) {
            Entry entry = entries.get(unit);
            Family family = entry.lane.needs.family();
            millis[unit] = entry.millis;
            familyOf[unit] = families.computeIfAbsent(family, any -> {
                int[] own = new int[family.size()];
                for (int i = 0; i < own.length; i++) {
                    double price = family.price(i);
                    own[i] = keys.computeIfAbsent(family.key(i), key -> {
                        prices.add(price);
                        return prices.size() - 1;
                    });
                }
                setUps.add(own);
                return setUps.size() - 1;
            });
            Hand hand = before.get(entry);
            planned[unit] = hand == null ? -1 : hands.indexOf(hand);
        }
        boolean[][] has = new boolean[hands.size()][keys.size()];
        double[] rest = new double[hands.size()];
        for (int worker = 0; worker < rest.length; worker++) {
            Hand hand = hands.get(worker);
            rest[worker] = hand.rest(now);
            boolean[] own = has[worker];
            keys.forEach((key, index) -> own[index] = hand.holds(key));
        }
        Plan.Work work = new Plan.Work(
                rest,
                has,
                prices.stream().mapToDouble(Double::doubleValue).toArray(),
                setUps.toArray(new int[0][]),
                millis,
                familyOf,
                partOfMachine);
        int[] workerOf = Plan.of(work, planned);
        before.clear();
        for (int unit = 0; unit < millis.length; unit++) {
            before.put(entries.get(unit), hands.get(workerOf[unit]));
        }
        return new Deal(entries, hands, work, workerOf);
    }
}
