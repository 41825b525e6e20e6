package io.github.surefiremp.provider;

import io.github.surefiremp.model.Handoff;
import io.github.surefiremp.model.RunObserver;
import io.github.surefiremp.model.Unit;
import io.github.surefiremp.shard.ShardFile;
import io.github.surefiremp.shard.ShardManifest;
import io.github.surefiremp.shard.ShardPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A run's part among shards: it leaves a manifest, from which mp:merge proves that nothing is missing. */
final class ShardSide implements RunObserver, AutoCloseable {
    private final Handoff handoff;
    private final Supplier<Optional<ShardPlan>> plan;
    private final Consumer<List<Unit>> elsewhere;
    private final ShardFile file;

    /**
     * @param folder for mp's files
     * @param plan what was dealt
     * @param elsewhere is told which units run on other machines
     */
    ShardSide(Handoff handoff, Path folder, Supplier<Optional<ShardPlan>> plan, Consumer<List<Unit>> elsewhere) {
        this.handoff = handoff;
        this.plan = plan;
        this.elsewhere = elsewhere;
        this.file = new ShardFile(folder.resolve(ShardManifest.FILE));
    }

    @Override
    public void planned(List<Unit> units) {
        plan.get().ifPresent(dealt -> {
            elsewhere.accept(dealt.elsewhere());
            file.begin(
                    dealt,
                    handoff.run(),
                    handoff.module(),
                    handoff.execution(),
                    handoff.shard().version(),
                    handoff.shard().reports());
        });
    }

    @Override
    public void restPlanned(int worker, Unit lost, Unit rest) {
        file.restPlanned(worker, lost, rest);
    }

    @Override
    public void unitEnded(int worker, Unit unit) {
        file.unitEnded(worker, unit);
    }

    @Override
    public void unitLost(int worker, Unit unit, String reason) {
        file.unitLost(worker, unit, reason);
    }

    @Override
    public void unitSkipped(Unit unit) {
        file.unitSkipped(unit);
    }

    /**
     * The run has ended.
     *
     * @param problems what went wrong beside failed tests
     * @return those, and what is wrong with the manifest
     */
    List<String> end(List<String> problems) {
        file.end(problems);
        String own = file.problem();
        if (own == null) {
            return problems;
        }
        List<String> all = new ArrayList<>(problems);
        all.add(own);
        return all;
    }

    @Override
    public void close() {
        file.close();
    }
}
