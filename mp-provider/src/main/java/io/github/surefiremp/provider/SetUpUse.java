package io.github.surefiremp.provider;

import io.github.surefiremp.forecast.Seconds;
import io.github.surefiremp.model.KeptSetUps;
import io.github.surefiremp.model.RunObserver;
import io.github.surefiremp.model.SetUp;
import io.github.surefiremp.model.Unit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** Which set-ups each worker had to do, and which it had already. For the run's thread. */
final class SetUpUse implements RunObserver {
    private final Function<String, ? extends Collection<SetUp>> setUpsOf;
    private final int perWorker;
    private final Supplier<ToDoubleFunction<SetUp>> prices;
    private final Map<Integer, KeptSetUps> kept = new HashMap<>();
    /** What the unit that a worker has had to set up. */
    private final Map<Integer, List<SetUp>> now = new HashMap<>();

    private final Map<String, Use> uses = new LinkedHashMap<>();
    private ToDoubleFunction<SetUp> price = setUp -> 0;
    private boolean needed;

    /** How often one of them was done, and how often it was there. */
    private static final class Use {
        final SetUp setUp;
        int done;
        int there;

        Use(SetUp setUp) {
            this.setUp = setUp;
        }
    }

    /**
     * @param setUpsOf what a class needs
     * @param perWorker how many one worker keeps
     * @param prices what they should cost, in milliseconds; is asked for when the units are known
     */
    SetUpUse(
            Function<String, ? extends Collection<SetUp>> setUpsOf,
            int perWorker,
            Supplier<ToDoubleFunction<SetUp>> prices) {
        this.prices = prices;
        this.setUpsOf = setUpsOf;
        this.perWorker = perWorker;
    }

    @Override
    public void unitStarted(int worker, Unit unit) {
        KeptSetUps there = kept.computeIfAbsent(worker, number -> new KeptSetUps(perWorker));
        List<SetUp> done = new ArrayList<>();
        for (String name : unit.classes()) {
            Collection<SetUp> own = setUpsOf.apply(name);
            List<SetUp> missing = there.use(own);
            done.addAll(missing);
            for (SetUp one : own) {
                Use use = uses.computeIfAbsent(one.key(), key -> new Use(one));
                if (missing.contains(one)) {
                    use.done++;
                } else {
                    use.there++;
                }
            }
        }
        now.put(worker, done);
    }

    @Override
    public void workerEnded(int worker, int exitCode) {
        kept.remove(worker);
        now.remove(worker);
    }

    /** How long what the worker's unit has to set up should take, in milliseconds. */
    double setUpMillis(int worker) {
        return now.getOrDefault(worker, List.of()).stream().mapToDouble(price).sum();
    }

    /** How long the set-ups of units should take that no worker has, each of them once; in milliseconds. */
    double unpaidMillis(Collection<Unit> waiting) {
        if (!areThere()) {
            return 0;
        }
        Map<String, SetUp> unpaid = new HashMap<>();
        for (Unit unit : waiting) {
            for (String name : unit.classes()) {
                setUpsOf.apply(name).forEach(one -> unpaid.put(one.key(), one));
            }
        }
        kept.values().forEach(some -> unpaid.keySet().removeIf(some::has));
        return unpaid.values().stream().mapToDouble(price).sum();
    }

    /** Whether any unit of the run needs one. */
    boolean areThere() {
        return needed;
    }

    @Override
    public void planned(List<Unit> units) {
        needed = units.stream()
                .flatMap(unit -> unit.classes().stream())
                .anyMatch(name -> !setUpsOf.apply(name).isEmpty());
        if (needed) {
            price = prices.get();
        }
    }

    /** What the worker's unit has to set up, or the last one had to if it has none. */
    List<String> setsUp(int worker) {
        return now.getOrDefault(worker, List.of()).stream().map(SetUp::name).toList();
    }

    /** What to tell at the end of a run; nothing where there were no set-ups. */
    List<String> lines() {
        int done = uses.values().stream().mapToInt(use -> use.done).sum();
        int there = uses.values().stream().mapToInt(use -> use.there).sum();
        if (done == 0) {
            return List.of();
        }
        double cost = uses.values().stream()
                .mapToDouble(use -> use.done * price.applyAsDouble(use.setUp))
                .sum();
        double saved = uses.values().stream()
                .mapToDouble(use -> use.there * price.applyAsDouble(use.setUp))
                .sum();
        return List.of("mp: " + times(done, "set-up") + " of " + times(uses.size(), "kind") + ", about "
                + Seconds.text(cost) + "; " + times(there, "time") + " the worker had it already, which saved about "
                + Seconds.text(saved));
    }

    private static String times(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
