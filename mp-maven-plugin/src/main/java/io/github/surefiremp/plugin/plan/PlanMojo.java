package io.github.surefiremp.plugin.plan;

import io.github.surefiremp.forecast.PlannedRun;
import io.github.surefiremp.plugin.goal.MpGoal;
import io.github.surefiremp.plugin.verify.ChildMaven;
import io.github.surefiremp.plugin.verify.Children;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.shared.invoker.MavenInvocationException;

/**
 * Shows what a run of the tests would do, without running any: its units and their order, which worker would run what and
 * when, when the run would end, why there would be that many workers, and how it would be with others. Works without mp in
 * the POM, too.
 */
@Mojo(name = "plan", aggregator = true, threadSafe = true)
public final class PlanMojo extends MpGoal {
    /** What another Maven is told to do, separated by blanks or commas; tests in it are planned and not run. */
    @Parameter(property = "mp.plan.goals", defaultValue = "test")
    private String goals;

    /** {@code text} or {@code json}. */
    @Parameter(property = "mp.format", defaultValue = "text")
    private String format;

    /** How many units are shown of each execution; 0 for all. The JSON form has all of them. */
    @Parameter(property = "mp.limit", defaultValue = "40")
    private int limit;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Override
    public void execute() throws MojoExecutionException {
        if (!format.equals("text") && !format.equals("json")) {
            throw new MojoExecutionException("mp:plan: -Dmp.format=" + format + " must be text or json");
        }
        try {
            List<PlannedRun> runs = plan();
            if (runs.isEmpty()) {
                throw new MojoExecutionException("mp:plan: no execution of Surefire or Failsafe was planned. Perhaps mp"
                        + " stays out (mp.np=0, mp.skip, forkCount=0), tests are skipped or there are none; other"
                        + " goals than \"" + goals + "\" can be chosen with -Dmp.plan.goals");
            }
            List<String> lines = format.equals("json") ? List.of(PlanText.json(runs)) : PlanText.lines(runs, limit);
            if (format.equals("json")) {
                System.out.println(lines.get(0));
            } else {
                lines.forEach(getLog()::info);
            }
        } catch (MavenInvocationException | IOException | IllegalArgumentException e) {
            throw new MojoExecutionException("mp:plan could not plan: " + e.getMessage(), e);
        }
    }

    private List<PlannedRun> plan() throws IOException, MavenInvocationException, MojoExecutionException {
        Path work = Files.createTempDirectory("mp-plan");
        try {
            Path file = work.resolve("plan");
            Path log = work.resolve("maven.log");
            Properties properties = Children.properties(session);
            properties.setProperty(PlanSwitch.FILE, file.toString());
            int exitCode = new ChildMaven(session, Children.words(goals)).run(properties, log);
            if (exitCode != 0) {
                Files.readAllLines(log).stream()
                        .filter(line -> line.contains("ERROR"))
                        .forEach(getLog()::error);
                throw new MojoExecutionException("mp:plan: the build that plans failed, see above");
            }
            return Files.exists(file) ? PlannedRun.parse(Files.readString(file)) : List.of();
        } finally {
            for (String name : List.of("plan", "maven.log", "run.jsonl", "failsafe-summary.xml")) {
                Files.deleteIfExists(work.resolve(name));
            }
            Files.deleteIfExists(work);
        }
    }
}
