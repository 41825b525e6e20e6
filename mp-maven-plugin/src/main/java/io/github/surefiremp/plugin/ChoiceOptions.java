package io.github.surefiremp.plugin;

import io.github.surefiremp.model.Handoff;
import io.github.surefiremp.model.Measurement;
import io.github.surefiremp.remember.History;
import io.github.surefiremp.remember.HistoryFormatException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** What the user says of the order of the tests, and of what runs at all. */
final class ChoiceOptions {
    /** What mp.order may be, the default first. */
    private static final List<String> ORDERS = List.of("lpt", "failed-first");

    private static final String LAST_FAILED = "last-failed";
    private static final String FAILSAFE = "failsafe:";
    /** With one of these on the command line, Failsafe runs later in the build. */
    private static final List<String> BEYOND_SUREFIRE =
            List.of("pre-integration-test", "integration-test", "post-integration-test", "verify", "install", "deploy");

    private ChoiceOptions() {}

    /** Complains of a value that is none. */
    static void check(Settings settings) throws SettingException {
        settings.word(Setting.ORDER, ORDERS);
        boolean unused = onlyFailed(settings);
    }

    /** Whether nothing should run but what failed last. */
    static boolean onlyFailed(Settings settings) throws SettingException {
        Optional<Settings.Value> only = settings.get(Setting.ONLY);
        String text = only.map(Settings.Value::text).orElse("").trim();
        if (!text.isEmpty() && !text.equals(LAST_FAILED)) {
            throw new SettingException(only.map(Settings.Value::origin).orElse("") + "=" + text + " must be "
                    + LAST_FAILED + ", or not be set for all tests to run");
        }
        return !text.isEmpty();
    }

    /**
     * For an execution of a module.
     *
     * @param histories the text of a history as it was when the session began, empty where there was none
     */
    static Handoff.Choice of(
            MavenSession session,
            MavenProject project,
            String execution,
            Settings settings,
            Function<Path, String> histories)
            throws SettingException {
        boolean onlyFailed = onlyFailed(settings);
        Optional<BisectMode> bisect = BisectMode.of(session, project);
        return new Handoff.Choice(
                !settings.word(Setting.ORDER, ORDERS).equals(ORDERS.get(0)),
                onlyFailed,
                onlyFailed && failedElsewhere(session, name(project), execution, histories),
                bisect.map(BisectMode::order).orElse(List.of()),
                bisect.filter(BisectMode::isTogether).isPresent());
    }

    private static boolean failedElsewhere(
            MavenSession session, String module, String execution, Function<Path, String> histories)
            throws SettingException {
        boolean withFailsafe = execution.startsWith(FAILSAFE)
                || session.getGoals().stream()
                        .anyMatch(goal -> BEYOND_SUREFIRE.contains(goal) || goal.contains("failsafe"));
        for (MavenProject other : session.getProjects()) {
            if (!MpProject.isDeclaredIn(other, session)) {
                continue;
            }
            Settings settings = MpProject.settings(session, other);
            if (!onlyFailed(settings)) {
                continue;
            }
            String text = histories.apply(MpProject.history(settings, other));
            if (failed(text, name(other), name(other).equals(module) ? execution : "", withFailsafe)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a test of the module failed in another execution than that. */
    private static boolean failed(String history, String module, String besides, boolean withFailsafe) {
        try {
            return !history.isEmpty()
                    && History.parse(history).rows().stream()
                            .anyMatch(row -> row.key().module().equals(module)
                                    && !row.key().execution().equals(besides)
                                    && (withFailsafe || !row.key().execution().startsWith(FAILSAFE))
                                    && Measurement.isFailure(row.lastOutcome()));
        } catch (HistoryFormatException e) {
            // The module's own run sets it aside and says so.
            return false;
        }
    }

    private static String name(MavenProject project) {
        return project.getGroupId() + ":" + project.getArtifactId();
    }
}
