package io.github.surefiremp.plugin.verify;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * The {@code -D} of a run: those of the user's command line, but for what makes this run differ from the others.
 *
 * @param user those of the command line
 * @param extension what makes mp an extension of Maven itself; empty where the project declares mp
 * @param notes where the extension writes what it did
 * @param forks how many forks stock Surefire has in the runs that change it
 */
record ChildProperties(Properties user, Optional<List<Path>> extension, Path notes, int forks) {
    static final String EXTENSION = "maven.ext.class.path";
    static final String GOALS = "mp.verify.goals";
    static final String EXPLAIN = "mp.verify.explain";
    private static final Set<String> KNOWN = Set.of(GOALS, EXPLAIN);
    private static final Set<String> SWITCH_MP_OFF = Set.of("mp.np", "mp.numProcesses", "mp.skip");

    Properties of(RunKind kind) {
        Properties child = new Properties();
        for (String name : user.stringPropertyNames()) {
            // Maven 4 has its own there too; the other Maven finds them itself.
            if (!name.startsWith("mp.verify.") && !name.startsWith("session.") && !name.startsWith("env.")) {
                child.setProperty(name, user.getProperty(name));
            }
        }
        if (kind != RunKind.MP) {
            SWITCH_MP_OFF.forEach(child::remove);
            child.setProperty("mp.np", "0");
        }
        if (kind == RunKind.MP || kind.isChanged()) {
            child.setProperty(Switches.NOTES, notes.toString());
            extension.ifPresent(jars -> addExtension(child, jars));
        }
        switch (kind) {
            case MP -> child.putIfAbsent(Switches.STAFFING, "all");
            case FORKS -> child.setProperty(Switches.FORK_COUNT, String.valueOf(forks));
            case FRESH -> {
                child.setProperty(Switches.FORK_COUNT, String.valueOf(forks));
                child.setProperty(Switches.FRESH_FORKS, "true");
            }
            case REVERSED -> child.setProperty(Switches.RUN_ORDER, RunKind.REVERSE);
            default -> {}
        }
        return child;
    }

    private static void addExtension(Properties child, List<Path> jars) {
        StringBuilder path = new StringBuilder(child.getProperty(EXTENSION, ""));
        for (Path jar : jars) {
            path.append(path.isEmpty() ? "" : File.pathSeparator).append(jar);
        }
        child.setProperty(EXTENSION, path.toString());
        child.setProperty(Switches.EVERYWHERE, "true");
    }

    /** Why mp:verify cannot work with these properties. */
    static Optional<String> complaint(Properties user) {
        for (String name : user.stringPropertyNames()) {
            if (name.startsWith("mp.verify.") && !KNOWN.contains(name)) {
                return Optional.of("-D" + name + " is not known; mp:verify knows -D" + GOALS + " and -D" + EXPLAIN);
            }
        }
        String skip = user.getProperty("mp.skip");
        if (skip != null && !skip.trim().equals("false")) {
            return Optional.of("-Dmp.skip=" + skip + " switches mp off, so there is nothing to compare; leave it out");
        }
        for (String name : List.of("mp.np", "mp.numProcesses")) {
            if (user.getProperty(name, "").trim().equals("0")) {
                return Optional.of("-D" + name + "=0 switches mp off, so there is nothing to compare; leave it out,"
                        + " or set the number of workers for the run with mp");
            }
        }
        return Optional.empty();
    }
}
