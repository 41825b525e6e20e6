package io.github.surefiremp.plugin.bisect;

import io.github.surefiremp.plugin.goal.MpGoal;
import java.io.IOException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Finds the test class that makes another one fail when it runs before it in the same JVM, with few runs, and prints a
 * command that shows it. Fails if there is none to be found: because the test fails alone, or could not be made to fail.
 *
 * <p>The tests run in other Mavens with the options of this one, and leave reports, history and {@code run.jsonl} of the
 * project as they are. Works without mp in the POM, too.
 */
@Mojo(name = "bisect", aggregator = true, threadSafe = true)
public final class BisectMojo extends MpGoal {
    /** The class that fails, or one of its methods: {@code ShopTest} or {@code ShopTest#pays}. */
    @Parameter(property = "test")
    private @Nullable String test;

    /**
     * What the other Mavens are told to do, separated by blanks or commas. The default is {@code test}, and {@code verify}
     * for an execution of Failsafe.
     */
    @Parameter(property = "mp.bisect.goals")
    private @Nullable String goals;

    /**
     * The execution that runs the class, such as {@code failsafe:default}. The default is the one in which it
     * failed in the last run, or ran, or where its name belongs.
     */
    @Parameter(property = "mp.bisect.execution")
    private @Nullable String execution;

    /** How many runs there may be while the classes are halved. */
    @Parameter(property = "mp.bisect.runs", defaultValue = "50")
    private int runs;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        try {
            Victim asked = Victim.parse(text(test));
            new Bisection(session, asked, text(goals), text(execution), runs, getLog()).run();
        } catch (BisectException e) {
            throw new MojoFailureException("mp:bisect: " + e.getMessage());
        } catch (IOException e) {
            throw new MojoExecutionException("mp:bisect could not keep its files: " + e.getMessage(), e);
        }
    }

    /** Maven sets nothing where the default is empty. */
    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
