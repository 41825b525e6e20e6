package io.github.surefiremp.plugin.verify;

import io.github.surefiremp.plugin.goal.MpGoal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.shared.invoker.MavenInvocationException;

/**
 * Runs the project's tests with stock Surefire and with mp, and compares test cases, outcomes, counts and exit codes of
 * all modules, of Surefire and of Failsafe. Fails if there is any difference, and tells for each whether stock Surefire
 * has it too when it is run again, with several forks, or in another order.
 *
 * <p>The tests run in other Mavens with the options of this one. Works without mp in the POM, too.
 */
@Mojo(name = "verify", aggregator = true, threadSafe = true)
public final class VerifyMojo extends MpGoal {
    /** What is run, separated by blanks or commas. With {@code clean verify} no run finds the files of another one. */
    @Parameter(property = ChildProperties.GOALS, defaultValue = "verify")
    private String goals;

    /** Whether stock Surefire is run again where there are differences, to tell whose they are. */
    @Parameter(property = ChildProperties.EXPLAIN, defaultValue = "true")
    private boolean explain;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        Optional<String> complaint = ChildProperties.complaint(session.getUserProperties());
        if (complaint.isPresent()) {
            throw new MojoExecutionException("mp:verify: " + complaint.get());
        }
        List<String> goalList = Arrays.stream(goals.split("[\\s,]+"))
                .filter(goal -> !goal.isEmpty())
                .toList();
        MavenProject top = session.getTopLevelProject();
        Path folder = Path.of(top.getBuild().getDirectory()).resolve("mp").resolve("verify");
        try {
            Verdict verdict = new Verification(session, goalList, explain, folder, getLog()).run();
            verdict.warnings().forEach(warning -> getLog().warn("mp:verify: " + warning));
            if (verdict.isGood()) {
                getLog().info("mp:verify: " + verdict.summary());
                return;
            }
            verdict.lines().forEach(getLog()::error);
            throw new MojoFailureException("mp:verify: " + verdict.summary() + ". All of it: " + folder);
        } catch (MavenInvocationException | IOException e) {
            throw new MojoExecutionException("mp:verify could not compare: " + e.getMessage(), e);
        }
    }
}
