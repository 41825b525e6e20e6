package io.github.surefiremp.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** Coordinates that the extension looks for. */
final class Names {
    static final String GROUP = "io.github.surefiremp";
    static final String PLUGIN = "mp-maven-plugin";
    static final String PROVIDER = "mp-provider";
    static final String PROVIDER_CLASS = "io.github.surefiremp.provider.MpProvider";
    static final String CONTROLLER_CLASS = "io.github.surefiremp.provider.ControllerNode";
    /** The provider property that holds Surefire's checksum of its parameters as they were before mp. */
    static final String CHECKSUM = "mp.checksum";

    static final String PLUGIN_KEY = GROUP + ":" + PLUGIN;
    static final String SUREFIRE_KEY = "org.apache.maven.plugins:maven-surefire-plugin";
    static final String FAILSAFE_KEY = "org.apache.maven.plugins:maven-failsafe-plugin";

    private Names() {}

    /** The version of this plugin, and of the provider that belongs to it. */
    static String version() {
        Properties properties = new Properties();
        String file = "/META-INF/maven/" + GROUP + "/" + PLUGIN + "/pom.properties";
        try (InputStream in = Names.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("mp-maven-plugin was packaged without " + file);
            }
            properties.load(in);
        } catch (IOException e) {
            throw new IllegalStateException("mp-maven-plugin cannot read its own version", e);
        }
        return properties.getProperty("version");
    }
}
