package io.github.surefiremp.plugin;

import org.apache.maven.artifact.versioning.DefaultArtifactVersion;
import org.jspecify.annotations.Nullable;

/** Which versions of Surefire and Failsafe mp works with. */
final class SurefireVersion {
    static final String OLDEST = "3.2.5";
    static final String RECOMMENDED = "3.5.6";

    private SurefireVersion() {}

    static boolean isSupported(@Nullable String version) {
        return version != null
                && new DefaultArtifactVersion(version).compareTo(new DefaultArtifactVersion(OLDEST)) >= 0;
    }

    /**
     * Whether its reporters keep nested test sets apart by the name of the provider, which is mp's. From 3.5.4 on all
     * tests of a class are in one set.
     */
    static boolean mixesNestedSets(@Nullable String version) {
        return "3.5.3".equals(version);
    }

    /** Tells what to add to the POM. */
    static String advice(String artifactId, String version) {
        return artifactId + " " + version + " is too old for mp, which needs " + OLDEST + " or newer."
                + " Add these lines to the <plugins> of the <build> (or <pluginManagement>), or use -Dmp.skip:\n"
                + "<plugin>\n"
                + "  <groupId>org.apache.maven.plugins</groupId>\n"
                + "  <artifactId>" + artifactId + "</artifactId>\n"
                + "  <version>" + RECOMMENDED + "</version>\n"
                + "</plugin>";
    }
}
