package io.github.surefiremp.plugin.verify;

import java.io.File;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;

/** What every Maven that a goal starts has in common. */
public final class Children {
    private static final String PLUGIN_KEY = "io.github.surefiremp:mp-maven-plugin";

    private Children() {}

    /** The user's own {@code -D}, and mp as an extension of Maven itself where no module declares it. */
    public static Properties properties(MavenSession session) {
        Properties child = new Properties();
        Properties user = session.getUserProperties();
        for (String name : user.stringPropertyNames()) {
            // Maven 4 has its own there too; the other Maven finds them itself.
            if (!name.startsWith("session.") && !name.startsWith("env.")) {
                child.setProperty(name, user.getProperty(name));
            }
        }
        boolean declared = session.getProjects().stream().anyMatch(project -> {
            Plugin plugin = project.getPlugin(PLUGIN_KEY);
            return plugin != null && plugin.isExtensions();
        });
        if (!declared) {
            String jars =
                    ExtensionJars.all().stream().map(Object::toString).collect(Collectors.joining(File.pathSeparator));
            String before = child.getProperty(ChildProperties.EXTENSION, "");
            child.setProperty(ChildProperties.EXTENSION, before.isEmpty() ? jars : before + File.pathSeparator + jars);
            child.setProperty(Switches.EVERYWHERE, "true");
        }
        return child;
    }

    /** The words of a parameter, which blanks or commas separate. */
    public static List<String> words(String text) {
        return List.of(text.trim().split("[\\s,]+"));
    }
}
