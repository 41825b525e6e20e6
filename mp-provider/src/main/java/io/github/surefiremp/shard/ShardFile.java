package io.github.surefiremp.shard;

import io.github.surefiremp.model.RunObserver;
import io.github.surefiremp.model.TabCells;
import io.github.surefiremp.model.Unit;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes the manifest of a shard, {@code shard.tsv}: the plan of all shards, which units of it ran here, and that the run
 * came to its end. Each execution of a module appends its own.
 *
 * <p>Without it nobody could prove that all units ran, so trouble with the file is a problem of the run. For one thread.
 */
public final class ShardFile implements RunObserver, AutoCloseable {
    static final String HEADER = "# mp-shard 1";

    private final Path file;
    /** The unit of the plan, by the name of what is left of it after its worker was lost. */
    private final Map<String, String> origins = new HashMap<>();

    private final Set<String> goOn = new HashSet<>();
    private @Nullable BufferedWriter writer;
    private @Nullable IOException trouble;

    public ShardFile(Path file) {
        this.file = file;
    }

    /**
     * Begins with the plan.
     *
     * @param run names the run
     * @param module groupId:artifactId
     * @param execution plugin and execution id
     * @param version of mp
     * @param reports where Surefire's reports of the run are, relative to the folder above that of this file
     */
    public void begin(ShardPlan plan, String run, String module, String execution, String version, String reports) {
        try {
            Path parent = file.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            boolean isNew = !Files.exists(file);
            writer = Files.newBufferedWriter(
                    file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            if (isNew) {
                writer.write(HEADER);
                writer.write('\n');
            }
        } catch (IOException e) {
            trouble = e;
            return;
        }
        write(
                "plan",
                run,
                module,
                execution,
                Integer.toString(plan.shard()),
                Integer.toString(plan.total()),
                plan.fingerprint(),
                plan.tests(),
                plan.history(),
                version,
                reports);
        for (Unit unit : plan.units()) {
            write(
                    "unit",
                    Integer.toString(plan.shardOf(unit)),
                    unit.name(),
                    unit.classes().stream().distinct().collect(Collectors.joining(",")));
        }
        flush();
    }

    /** A unit whose worker was lost has run when what was left of it has. */
    @Override
    public void restPlanned(int worker, Unit lost, Unit rest) {
        origins.put(rest.name(), origin(lost));
        goOn.add(lost.name());
    }

    @Override
    public void unitEnded(int worker, Unit unit) {
        write("ran", origin(unit));
        flush();
    }

    @Override
    public void unitLost(int worker, Unit unit, String reason) {
        if (!goOn.contains(unit.name())) {
            write("lost", origin(unit));
            flush();
        }
    }

    private String origin(Unit unit) {
        return origins.getOrDefault(unit.name(), unit.name());
    }

    @Override
    public void unitSkipped(Unit unit) {
        write("skipped", origin(unit));
        flush();
    }

    /**
     * The run came to its end.
     *
     * @param problems what went wrong beside failed tests
     */
    public void end(List<String> problems) {
        write("end", problems.isEmpty() ? "ran" : "failed");
        flush();
    }

    /** Why the file cannot be trusted; null if it can. */
    public @Nullable String problem() {
        return trouble == null
                ? null
                : "mp.shard: the manifest " + file + " cannot be written (" + trouble
                        + "), so mp:merge could not prove that all tests ran; see that its folder can be written";
    }

    @Override
    public void close() {
        BufferedWriter open = writer;
        writer = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                trouble = e;
            }
        }
    }

    private void write(String... cells) {
        BufferedWriter open = writer;
        if (open == null || trouble != null) {
            return;
        }
        try {
            open.write(Arrays.stream(cells).map(TabCells::escape).collect(Collectors.joining("\t")));
            open.write('\n');
        } catch (IOException e) {
            trouble = e;
        }
    }

    /** A machine that dies leaves what it did until then. */
    private void flush() {
        BufferedWriter open = writer;
        if (open != null && trouble == null) {
            try {
                open.flush();
            } catch (IOException e) {
                trouble = e;
            }
        }
    }
}
