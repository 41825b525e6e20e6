package io.github.surefiremp.plugin.verify;

import io.github.surefiremp.model.Handoff;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

/**
 * The jars with which mp is an extension of Maven itself: its own two. All else that the extension needs, such as
 * Xpp3Dom, must be Maven's; another copy of it would be another class.
 */
public final class ExtensionJars {
    private ExtensionJars() {}

    /** Both of them. */
    public static List<Path> all() {
        return List.of(jarOf(ExtensionJars.class), provider());
    }

    /** mp-provider's, as this JVM has it. */
    public static Path provider() {
        return jarOf(Handoff.class);
    }

    private static Path jarOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("mp cannot find the jar of " + type.getName(), e);
        }
    }
}
