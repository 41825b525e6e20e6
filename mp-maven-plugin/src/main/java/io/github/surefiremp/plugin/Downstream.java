package io.github.surefiremp.plugin;

import io.github.surefiremp.model.TestKey;
import io.github.surefiremp.remember.History;
import io.github.surefiremp.remember.HistoryFormatException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/**
 * How long the build goes on after the tests of a module, as far as tests are known: the longest chain of modules that
 * wait for each other. Work that is no test is not known, so it is left out for all of them alike.
 */
final class Downstream {
    private static final String FAILSAFE = "failsafe:";

    private final Map<Path, Map<String, Times>> known = new HashMap<>();

    /** How long the classes of a module took in all, by the plugin that ran them. */
    private record Times(long surefire, long failsafe) {
        static final Times NONE = new Times(0, 0);

        Times plus(String execution, long millis) {
            return execution.startsWith(FAILSAFE)
                    ? new Times(surefire, failsafe + millis)
                    : new Times(surefire + millis, failsafe);
        }
    }

    /**
     * After an execution of a module, in milliseconds, as one worker would need for it.
     *
     * @param histories the text of a history, empty where there is none
     */
    long millisAfter(MavenSession session, MavenProject project, String execution, Function<Path, String> histories) {
        if (session.getProjects().size() < 2 || session.getProjectDependencyGraph() == null) {
            return 0;
        }
        long later = execution.startsWith(FAILSAFE)
                ? 0
                : times(session, project, histories).failsafe();
        return later
                + longest(
                        project, one -> session.getProjectDependencyGraph().getDownstreamProjects(one, false), one -> {
                            Times times = times(session, one, histories);
                            return times.surefire() + times.failsafe();
                        });
    }

    /**
     * The longest chain of what comes after a module.
     *
     * @param waiting the modules that wait for a module
     * @param millis how long a module takes
     */
    static <M> long longest(M module, Function<M, List<M>> waiting, ToLongFunction<M> millis) {
        return longest(module, waiting, millis, new IdentityHashMap<>());
    }

    private static <M> long longest(
            M module, Function<M, List<M>> waiting, ToLongFunction<M> millis, Map<M, Long> found) {
        Long before = found.get(module);
        if (before != null) {
            return before;
        }
        long longest = 0;
        for (M next : waiting.apply(module)) {
            longest = Math.max(longest, millis.applyAsLong(next) + longest(next, waiting, millis, found));
        }
        found.put(module, longest);
        return longest;
    }

    private Times times(MavenSession session, MavenProject project, Function<Path, String> histories) {
        try {
            if (!MpProject.isDeclaredIn(project, session)) {
                return Times.NONE;
            }
            Path history = MpProject.history(MpProject.settings(session, project), project);
            return known.computeIfAbsent(history, path -> byModule(histories.apply(path)))
                    .getOrDefault(project.getGroupId() + ":" + project.getArtifactId(), Times.NONE);
        } catch (SettingException e) {
            // Told when the module's turn comes.
            return Times.NONE;
        }
    }

    private static Map<String, Times> byModule(String text) {
        Map<String, Times> result = new HashMap<>();
        try {
            for (History.Row row : History.parse(text).rows()) {
                TestKey key = row.key();
                if (key.method().equals(TestKey.WHOLE_CLASS)) {
                    Times before = result.getOrDefault(key.module(), Times.NONE);
                    result.put(key.module(), before.plus(key.execution(), row.typicalMillis()));
                }
            }
        } catch (HistoryFormatException e) {
            // The module's own run sets it aside and says so.
        }
        return result;
    }
}
