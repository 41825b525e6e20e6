package io.github.surefiremp.plugin;

import io.github.surefiremp.plugin.bisect.BisectSwitch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.execution.MojoExecutionEvent;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;

/**
 * How an execution differs where {@code mp.bisect.order} says which classes run: they do in one worker, with few of the
 * settings, and what is left of the run is in a folder of its own. mp:bisect sets that property, and the command that it
 * prints.
 */
final class BisectMode {
    private static final String FAILSAFE_VERIFY = "maven-failsafe-plugin:verify";
    private static final String SUMMARY = "failsafe-summary.xml";

    private final BisectSwitch wanted;
    private final Path folder;

    private BisectMode(BisectSwitch wanted, Path folder) {
        this.wanted = wanted;
        this.folder = folder;
    }

    /** For a module; empty where tests run as ever. */
    static Optional<BisectMode> of(MavenSession session, MavenProject project) throws SettingException {
        return wanted(session).map(known -> new BisectMode(known, BisectSwitch.folder(MpProject.folder(project))));
    }

    private static Optional<BisectSwitch> wanted(MavenSession session) throws SettingException {
        try {
            return BisectSwitch.of(session.getUserProperties());
        } catch (IllegalArgumentException e) {
            throw new SettingException(String.valueOf(e.getMessage()));
        }
    }

    /** The settings of a module, of which few count; empty where tests run as ever. */
    static Optional<Settings> settings(MavenSession session, Map<String, String> configuration, Properties pom)
            throws SettingException {
        if (wanted(session).isEmpty()) {
            return Optional.empty();
        }
        Properties command = new Properties();
        Properties user = session.getUserProperties();
        for (Setting setting : List.of(Setting.TEST_TIMEOUT, Setting.HISTORY)) {
            String name = setting.property();
            Stream.of(pom.getProperty(name), configuration.get(setting.element()), user.getProperty(name))
                    .filter(Objects::nonNull)
                    .forEach(value -> command.setProperty(name, value));
        }
        command.setProperty(Setting.NP.property(), "1");
        command.setProperty(Setting.FRESH_JVM.property(), "false");
        command.setProperty(Setting.REPORT.property(), "false");
        return Optional.of(new Settings(command, Map.of(), new Properties()));
    }

    /** Where the run leaves what mp writes. */
    Path folder() {
        return folder;
    }

    List<String> order() {
        return wanted.order();
    }

    boolean isTogether() {
        return wanted.together();
    }

    /** Has an execution that was not asked for run nothing; false if it was. */
    boolean skips(MojoExecutionEvent event, String module, String execution) throws MojoExecutionException {
        if (!wanted.isElsewhere(module, execution)) {
            return false;
        }
        SurefireMojo.skip(event.getMojo());
        return true;
    }

    /** Changes what runs, and where its reports go. */
    void apply(SurefireMojo mojo) throws MojoExecutionException {
        Path summary = folder.resolve(SUMMARY);
        try {
            Files.deleteIfExists(summary);
        } catch (IOException e) {
            throw new MojoExecutionException("mp cannot begin " + summary + " anew: " + e, e);
        }
        mojo.useSequence(
                wanted.hasOthers() ? "" : String.join(",", wanted.order()), folder.resolve("reports"), summary);
    }

    /** Whether it is Failsafe's other goal. */
    static boolean isVerify(MojoExecution execution) {
        return FAILSAFE_VERIFY.equals(execution.getArtifactId() + ":" + execution.getGoal());
    }

    /** Has Failsafe's other goal look at what this run left. */
    static void applyToVerify(MojoExecutionEvent event) throws SettingException, MojoExecutionException {
        Optional<BisectMode> mode = of(event.getSession(), event.getProject());
        if (mode.isPresent()) {
            SurefireMojo.readSummary(event.getMojo(), mode.get().folder.resolve(SUMMARY));
        }
    }
}
