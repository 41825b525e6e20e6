package io.github.surefiremp.plugin.verify;

import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.shared.invoker.DefaultInvocationRequest;
import org.apache.maven.shared.invoker.DefaultInvoker;
import org.apache.maven.shared.invoker.InvocationOutputHandler;
import org.apache.maven.shared.invoker.InvocationRequest;
import org.apache.maven.shared.invoker.InvocationResult;
import org.apache.maven.shared.invoker.MavenInvocationException;
import org.apache.maven.shared.invoker.PrintStreamLogger;
import org.jspecify.annotations.Nullable;

/** Starts another Maven like this one: the same installation, JDK, POM, settings, repository, profiles and options. */
public final class ChildMaven {
    private final MavenSession session;
    private final List<String> goals;

    /** One that will run these goals. */
    public ChildMaven(MavenSession session, List<String> goals) {
        this.session = session;
        this.goals = goals;
    }

    /**
     * Runs the goals.
     *
     * @param log where all output goes
     * @return the exit code
     */
    public int run(Properties properties, Path log) throws IOException, MavenInvocationException {
        String home = session.getSystemProperties().getProperty("maven.home", "");
        if (home.isEmpty()) {
            throw new MavenInvocationException("Maven does not tell where it is installed (maven.home)");
        }
        InvocationRequest request = request(session.getRequest(), new File(home), goals, properties);
        request.setJavaHome(new File(System.getProperty("java.home")));
        try (BufferedWriter writer = Files.newBufferedWriter(log, Charset.defaultCharset())) {
            InvocationOutputHandler handler = line -> write(writer, line);
            request.setOutputHandler(handler);
            request.setErrorHandler(handler);
            DefaultInvoker invoker = new DefaultInvoker();
            // The invoker would print the command line to the console; its own problems come as exceptions.
            invoker.setLogger(new PrintStreamLogger(System.err, 1));
            InvocationResult result = invoker.execute(request);
            if (result.getExecutionException() != null) {
                throw new MavenInvocationException(
                        "the other Maven did not start or end: "
                                + result.getExecutionException().getMessage(),
                        result.getExecutionException());
            }
            return result.getExitCode();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** All but the JDK and the output. */
    static InvocationRequest request(MavenExecutionRequest from, File home, List<String> goals, Properties properties) {
        InvocationRequest to = new DefaultInvocationRequest();
        to.setMavenHome(home);
        to.setGoals(goals);
        to.setProperties(properties);
        to.setBatchMode(true);
        to.setNoTransferProgress(true);
        // So that each module that can be built is seen.
        to.setReactorFailureBehavior(InvocationRequest.ReactorFailureBehavior.FailAtEnd);
        to.setBaseDirectory(new File(from.getBaseDirectory()));
        to.setPomFile(from.getPom());
        to.setUserSettingsFile(existing(from.getUserSettingsFile()));
        File global = from.getGlobalSettingsFile();
        // The option is deprecated in Maven 4; the installation's own file needs none.
        if (global != null && !global.getPath().startsWith(home.getPath())) {
            to.setGlobalSettingsFile(existing(global));
        }
        to.setToolchainsFile(existing(from.getUserToolchainsFile()));
        if (from.getGlobalToolchainsFile() != null
                && !from.getGlobalToolchainsFile().getPath().startsWith(home.getPath())) {
            to.setGlobalToolchainsFile(existing(from.getGlobalToolchainsFile()));
        }
        to.setLocalRepositoryDirectory(from.getLocalRepositoryPath());
        to.setOffline(from.isOffline());
        to.setUpdateSnapshots(from.isUpdateSnapshots());
        to.setRecursive(from.isRecursive());
        to.setProfiles(profiles(from));
        List<String> projects = projects(from);
        if (!projects.isEmpty()) {
            to.setProjects(projects);
        }
        String make = from.getMakeBehavior();
        boolean both = MavenExecutionRequest.REACTOR_MAKE_BOTH.equals(make);
        to.setAlsoMake(both || MavenExecutionRequest.REACTOR_MAKE_UPSTREAM.equals(make));
        to.setAlsoMakeDependents(both || MavenExecutionRequest.REACTOR_MAKE_DOWNSTREAM.equals(make));
        if (from.getResumeFrom() != null) {
            to.setResumeFrom(from.getResumeFrom());
        }
        if (from.getDegreeOfConcurrency() > 1) {
            to.setThreads(String.valueOf(from.getDegreeOfConcurrency()));
        }
        to.setShellEnvironmentInherited(true);
        // What it says is in this session's options already.
        to.addShellEnvironment("MAVEN_ARGS", "");
        return to;
    }

    /** As on the command line. */
    public static List<String> profiles(MavenExecutionRequest from) {
        List<String> profiles = new ArrayList<>(from.getActiveProfiles());
        from.getInactiveProfiles().forEach(profile -> profiles.add("!" + profile));
        return profiles;
    }

    /** As on the command line. */
    public static List<String> projects(MavenExecutionRequest from) {
        List<String> projects = new ArrayList<>(from.getSelectedProjects());
        from.getExcludedProjects().forEach(project -> projects.add("!" + project));
        return projects;
    }

    private static @Nullable File existing(@Nullable File file) {
        return file != null && file.exists() ? file : null;
    }

    private static void write(BufferedWriter writer, String line) {
        // Two threads call this, one for each stream.
        synchronized (writer) {
            try {
                writer.write(line);
                writer.newLine();
                writer.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
