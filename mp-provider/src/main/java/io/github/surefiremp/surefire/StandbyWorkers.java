package io.github.surefiremp.surefire;

import io.github.surefiremp.model.Handoff;
import io.github.surefiremp.run.StandbyMain;
import io.github.surefiremp.run.WorkerProvider;
import io.github.surefiremp.standby.Match;
import io.github.surefiremp.standby.Recipe;
import io.github.surefiremp.standby.Standby;
import io.github.surefiremp.standby.StandbyFolder;
import io.github.surefiremp.standby.StandbyProcess;
import io.github.surefiremp.standby.StandbyStarter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The warm JVMs of an execution: takes those that wait and fit, and leaves recipes for those that may wait for the next
 * build. Trouble with either costs nothing but time, so it is told in the debug log alone. For one thread.
 */
final class StandbyWorkers {
    private static final String ASSERTIONS = "enableAssertions";

    private final Handoff handoff;
    private final Handoff.Standby settings;
    private final WorkerCommand command;
    private final BooterFiles files;
    private final IntFunction<Properties> systemProperties;
    private final Consumer<String> debug;
    private final Set<Integer> numbers = new HashSet<>();
    private final List<Standby> taken = new ArrayList<>();
    private final @Nullable StandbyFolder folder;

    /**
     * @param systemProperties those of the worker with a number
     * @param debug takes what only a debug log shows
     */
    StandbyWorkers(
            Handoff handoff,
            WorkerCommand command,
            BooterFiles files,
            IntFunction<Properties> systemProperties,
            Consumer<String> debug) {
        this.handoff = handoff;
        this.settings = handoff.standby();
        this.command = command;
        this.files = files;
        this.systemProperties = systemProperties;
        this.debug = debug;
        folder = settings.most() > 0 ? open() : null;
    }

    private @Nullable StandbyFolder open() {
        Optional<String> obstacle = obstacle();
        if (obstacle.isPresent()) {
            debug.accept("mp: no standby JVMs: " + obstacle.get());
            return null;
        }
        try {
            return StandbyFolder.open(settings.folder());
        } catch (IOException e) {
            debug.accept("mp: no standby JVMs: " + e.getMessage());
            return null;
        }
    }

    /** Why there can be none for these tests. */
    private Optional<String> obstacle() {
        if (!StandbyStarter.isPossible()) {
            return Optional.of("they need /bin/sh and /dev/null");
        }
        if (!WorkerProvider.runsUnits(handoff.providerClass())) {
            return Optional.of("the tests do not run on the JUnit Platform but with " + handoff.providerClass());
        }
        if (!handoff.debugLine().isEmpty()) {
            return Optional.of("the worker waits for a debugger");
        }
        if (command.isModular()) {
            return Optional.of("the tests are modules, which a JVM reads when it starts");
        }
        return StandbyRules.claimedByArguments(handoff.argLine())
                .map(argument -> "the argument " + argument + " claims a file or a port for each JVM")
                .or(() -> StandbyRules.builtHere(command.classPath(), settings.root())
                        .map(jar -> "the build may replace " + jar + ", which is on the class path"));
    }

    /**
     * A JVM that waits and fits.
     *
     * @param arguments those of Surefire's booter
     */
    Optional<Process> take(int number, List<String> arguments) {
        numbers.add(number);
        if (folder == null) {
            return Optional.empty();
        }
        try {
            Map<String, String> match = match(number);
            for (Standby standby : folder.waiting()) {
                Optional<Process> process = take(standby, number, match, arguments);
                if (process.isPresent()) {
                    taken.add(standby);
                    return process;
                }
            }
        } catch (IOException e) {
            debug.accept("mp: standby JVMs cannot be looked for: " + e);
        }
        return Optional.empty();
    }

    private Optional<Process> take(Standby standby, int number, Map<String, String> match, List<String> arguments) {
        try {
            Recipe recipe = standby.recipe();
            if (!recipe.isFor(settings.project(), handoff.module(), handoff.execution())
                    || (recipe.number() != 0 && recipe.number() != number)
                    || !standby.isReady()) {
                return Optional.empty();
            }
            String name = "standby JVM " + standby.pid().map(Object::toString).orElse("?");
            Optional<String> difference = Match.difference(recipe.match(), match);
            if (difference.isPresent()) {
                debug.accept("mp: " + name + " is not used and ends: " + difference.get());
                standby.end();
                return Optional.empty();
            }
            Optional<Process> process = StandbyProcess.take(standby, arguments);
            process.ifPresent(one -> debug.accept("mp: " + name + " is worker " + number));
            return process;
        } catch (IOException e) {
            // It may have ended a moment ago.
            debug.accept("mp: a standby JVM cannot be used: " + e);
            return Optional.empty();
        }
    }

    private Map<String, String> match(int number) throws IOException {
        // The same as for a process, but for the files of the command.
        ProcessBuilder builder = command.surroundings(number);
        Map<String, String> others = new TreeMap<>();
        others.put("provider", handoff.providerClass());
        others.put("assertions", files.booter().getProperty(ASSERTIONS, ""));
        others.put("form of the class path", command.isFromJar() ? "jar" : "arguments");
        if (StandbyRules.needsBuildFolder(
                handoff.argLine(), builder.directory().toPath(), settings.project(), settings.root())) {
            others.put("build folder", buildFolder());
        }
        return Match.of(
                command.jvm(number),
                builder.environment(),
                builder.directory().toPath(),
                command.classPath(),
                early(number),
                others);
    }

    /**
     * Changes with each clean. Then the folders are gone into which an agent wants to write at the JVM's end, and a
     * working directory of the same name is another one.
     */
    private String buildFolder() throws IOException {
        Path mark = handoff.runFile().toAbsolutePath().resolveSibling("standby");
        if (!Files.exists(mark)) {
            Files.writeString(mark, UUID.randomUUID().toString());
        }
        return Files.readString(mark);
    }

    private Map<String, String> early(int number) {
        Map<String, String> early = new TreeMap<>();
        Properties all = systemProperties.apply(number);
        for (String name : all.stringPropertyNames()) {
            if (Match.isReadEarly(name)) {
                early.put(name, all.getProperty(name, ""));
            }
        }
        return early;
    }

    /** Leaves a recipe for each worker that there was, and removes what is left of those that had waited. */
    void close() {
        if (folder == null) {
            return;
        }
        try {
            for (Standby standby : taken) {
                standby.delete();
            }
            int most = Math.min(settings.most(), handoff.np());
            for (int number = 1; number <= Math.min(most, numbers.size()); number++) {
                leave(folder.leave(handoff.run(), number), number, most);
            }
        } catch (IOException e) {
            debug.accept("mp: no standby JVMs: " + e);
        }
    }

    private void leave(Standby standby, int number, int most) throws IOException {
        ProcessBuilder builder = command.detached(number, StandbyMain.class.getName(), standby.folder());
        standby.write(new Recipe(
                settings.project(),
                settings.root(),
                handoff.module(),
                handoff.execution(),
                hasNumbers() ? number : 0,
                UUID.randomUUID().toString(),
                settings.idleMillis(),
                StandbyRules.memory(command.jvm(number)),
                most,
                match(number),
                builder.command(),
                builder.environment(),
                builder.directory().toPath(),
                early(number),
                Boolean.parseBoolean(files.booter().getProperty(ASSERTIONS))));
    }

    /** Whether a worker's JVM depends on its number. */
    private boolean hasNumbers() {
        return Handoff.hasPlaceholder(handoff.argLine())
                || Handoff.hasPlaceholder(handoff.workingDirectory())
                || handoff.environment().values().stream().anyMatch(Handoff::hasPlaceholder)
                || handoff.systemProperties().entrySet().stream()
                        .anyMatch(property ->
                                Match.isReadEarly(property.getKey()) && Handoff.hasPlaceholder(property.getValue()));
    }
}
