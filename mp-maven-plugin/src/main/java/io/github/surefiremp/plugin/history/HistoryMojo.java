package io.github.surefiremp.plugin.history;

import io.github.surefiremp.plugin.goal.MpGoal;
import io.github.surefiremp.remember.History;
import io.github.surefiremp.remember.HistoryFile;
import io.github.surefiremp.remember.HistoryFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Shows what earlier runs taught about each test, of all modules: how long it takes, how that changes, how its last runs
 * ended, which tests are flaky, new or gone. Only reads.
 */
@Mojo(name = "history", aggregator = true, threadSafe = true)
public final class HistoryMojo extends MpGoal {
    /** {@code duration}, {@code last}, {@code trend}, {@code flips}, {@code runs}, {@code seen} or {@code name}. */
    @Parameter(property = "mp.sort", defaultValue = "duration")
    private String sort;

    /** {@code tests}, {@code classes}, {@code failed}, {@code flaky}, {@code new} or {@code gone}. */
    @Parameter(property = "mp.show", defaultValue = "tests")
    private String show;

    /** Only tests with this in their name, such as {@code OrderTest#pays}. */
    @Parameter(property = "mp.filter", defaultValue = "")
    private String filter;

    /** How many are shown; 0 for all. The JSON form has all of them unless it is set. */
    @Parameter(property = "mp.limit")
    private Integer limit;

    /** {@code text} or {@code json}. */
    @Parameter(property = "mp.format", defaultValue = "text")
    private String format;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    private static final int LINES = 40;

    @Override
    public void execute() throws MojoExecutionException {
        check("mp.sort", sort, HistoryView.SORTS);
        check("mp.show", show, HistoryView.SHOWS);
        check("mp.format", format, List.of("text", "json"));
        boolean json = format.equals("json");
        int most = limit == null ? json ? 0 : LINES : limit;
        HistoryView view = new HistoryView(sort, show, filter == null ? "" : filter, most);
        Set<Path> files = new LinkedHashSet<>();
        for (MavenProject project : session.getProjects()) {
            Path file = HistoryPlace.of(session, project);
            if (Files.isRegularFile(file)) {
                files.add(file);
            }
        }
        List<Entry> entries = new ArrayList<>();
        for (Path file : files) {
            entries.addAll(read(file));
        }
        if (json) {
            System.out.println(view.json(entries));
        } else if (entries.isEmpty()) {
            getLog().info("mp: no history yet; it begins with the first run of the tests with mp");
        } else {
            view.lines(entries).forEach(getLog()::info);
        }
    }

    private static List<Entry> read(Path file) throws MojoExecutionException {
        try {
            Path gone = HistoryFile.goneBeside(file);
            return Entry.of(
                    History.parse(Files.readString(file)),
                    Files.isRegularFile(gone) ? History.parse(Files.readString(gone)) : new History());
        } catch (IOException | HistoryFormatException e) {
            throw new MojoExecutionException("mp:history cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static void check(String name, String value, List<String> known) throws MojoExecutionException {
        if (!known.contains(value)) {
            throw new MojoExecutionException(
                    "mp:history: -D" + name + "=" + value + " must be one of " + String.join(", ", known));
        }
    }
}
