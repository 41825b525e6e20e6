package io.github.surefiremp.standby;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts a JVM that warms up and waits, from a recipe. It outlives whoever starts it and holds none of its streams. */
public final class StandbyStarter {
    private static final Path SHELL = Path.of("/bin/sh");
    private static final File NOTHING = new File("/dev/null");

    /**
     * The shell writes down the exit code, because whoever uses the JVM is not its parent. Where nobody does, it
     * removes the folder: as with anybody else, the JVM is its own once it has renamed the file of the process, and a
     * JVM without such a file can have no user any more. What it would print itself, such as that the JVM was killed,
     * goes nowhere. It survives Ctrl-C, and with a trap, unlike with a signal that is ignored, the JVM starts as any
     * other. It finds commands whatever the PATH of the tests is.
     */
    private static final String SCRIPT = """
            trap : HUP INT QUIT TERM
            exec 3>&2 2>/dev/null
            "$@" 2>&3 3>&-
            code=$?
            folder=${0%/*}
            if command -p mv "$folder/process" "$folder/claimed" || ! [ -e "$folder/claimed" ]; then
              command -p rm -f "$folder"/*
              command -p rmdir "$folder"
            else
              echo $code >"$0.tmp" && command -p mv "$0.tmp" "$0"
            fi
            """;

    private StandbyStarter() {}

    /** Whether this machine can have such JVMs. */
    public static boolean isPossible() {
        return Files.isExecutable(SHELL) && NOTHING.exists();
    }

    /** Starts one and returns at once. */
    public static void start(Standby standby) throws IOException {
        Recipe recipe = standby.recipe();
        List<String> command = new ArrayList<>(
                List.of(SHELL.toString(), "-c", SCRIPT, standby.exit().toString()));
        command.addAll(recipe.command());
        command.add(standby.folder().toString());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(recipe.directory().toFile())
                .redirectInput(NOTHING)
                .redirectOutput(standby.output().toFile())
                .redirectError(standby.errors().toFile());
        builder.environment().clear();
        builder.environment().putAll(recipe.environment());
        standby.started();
        builder.start();
    }
}
