package io.github.surefiremp.plugin;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Java that runs the tests: a toolchain's, the one of Surefire's {@code jvm} parameter, or Maven's own. */
final class TestJava {
    private static final int OLDEST = 17;
    /** The feature version of 17.0.2, of 25, and of 1.8.0_402. */
    private static final Pattern FEATURE = Pattern.compile("\"?(?:1\\.)?([0-9]+)");

    private TestJava() {}

    /**
     * What to tell if it is too old for mp.
     *
     * @param home the folder of the JDK; its {@code release} file says the version
     * @return empty if it is new enough, or says nothing of its version
     */
    static Optional<String> complaint(Path home) throws IOException {
        Path release = home.resolve("release");
        if (!Files.isRegularFile(release)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(release)) {
            properties.load(reader);
        }
        String version = properties.getProperty("JAVA_VERSION", "");
        Matcher feature = FEATURE.matcher(version);
        if (!feature.lookingAt() || Integer.parseInt(feature.group(1)) >= OLDEST) {
            return Optional.empty();
        }
        return Optional.of("mp needs Java " + OLDEST + " or newer for the tests, but " + home + " is Java "
                + version.replace("\"", "") + "; choose another toolchain or <jvm>, or use -Dmp.skip");
    }
}
