package io.github.surefiremp.plugin.bisect;

import io.github.surefiremp.plugin.verify.ChildMaven;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;

/** A command for a shell that runs classes in one JVM as mp:bisect did, with the options of its own command line. */
final class PasteCommand {
    private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

    private PasteCommand() {}

    /**
     * The command.
     *
     * @param properties the {@code -D} of all runs
     * @param order the classes
     * @param place the execution; empty if there is no other one
     */
    static String of(
            MavenSession session, List<String> goals, Properties properties, List<String> order, String place) {
        List<String> words = new ArrayList<>(List.of("mvn"));
        words.addAll(options(session.getRequest()));
        words.addAll(goals);
        for (String name : new TreeSet<>(properties.stringPropertyNames())) {
            String value = properties.getProperty(name);
            words.add("-D" + name + (value.equals("true") ? "" : "=" + value));
        }
        if (!place.isEmpty()) {
            words.add("-D" + BisectSwitch.IN + "=" + place);
        }
        words.add("-D" + BisectSwitch.ORDER + "=" + String.join(",", order));
        return String.join(" ", words.stream().map(PasteCommand::quoted).toList());
    }

    private static List<String> options(MavenExecutionRequest request) {
        List<String> options = new ArrayList<>();
        if (request.isOffline()) {
            options.add("-o");
        }
        File pom = request.getPom();
        if (pom != null && !pom.equals(new File(new File("").getAbsoluteFile(), "pom.xml"))) {
            options.addAll(List.of("-f", pom.getPath()));
        }
        File settings = request.getUserSettingsFile();
        File usual = new File(System.getProperty("user.home", ""), ".m2/settings.xml");
        if (settings != null && settings.exists() && !settings.equals(usual)) {
            options.addAll(List.of("-s", settings.getPath()));
        }
        List<String> profiles = ChildMaven.profiles(request);
        if (!profiles.isEmpty()) {
            options.addAll(List.of("-P", String.join(",", profiles)));
        }
        List<String> projects = ChildMaven.projects(request);
        if (!projects.isEmpty()) {
            options.addAll(List.of("-pl", String.join(",", projects)));
        }
        String make = request.getMakeBehavior();
        boolean both = MavenExecutionRequest.REACTOR_MAKE_BOTH.equals(make);
        if (both || MavenExecutionRequest.REACTOR_MAKE_UPSTREAM.equals(make)) {
            options.add("-am");
        }
        if (both || MavenExecutionRequest.REACTOR_MAKE_DOWNSTREAM.equals(make)) {
            options.add("-amd");
        }
        return options;
    }

    /** As one word of a shell. */
    static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
