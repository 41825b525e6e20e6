package io.github.surefiremp.run;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The context class loader while a JVM warms up: the same classes, but nothing that a project or one of its libraries
 * registers or configures. Services are none but Jupiter as an engine, and there is no junit-platform.properties.
 */
final class QuietLoader extends ClassLoader {
    private static final String SERVICES = "META-INF/services/";
    private static final String ENGINES = SERVICES + "org.junit.platform.engine.TestEngine";
    private static final String CONFIGURATION = "junit-platform.properties";
    private static final String JUPITER = "org/junit/jupiter/engine/JupiterTestEngine.class";

    QuietLoader(ClassLoader parent) {
        super("mp-warm-up", parent);
    }

    @Override
    public @Nullable URL getResource(String name) {
        if (!isHidden(name)) {
            return super.getResource(name);
        }
        return name.equals(ENGINES) ? jupiterEngine() : null;
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        if (!isHidden(name)) {
            return super.getResources(name);
        }
        URL engine = name.equals(ENGINES) ? jupiterEngine() : null;
        return engine == null ? Collections.emptyEnumeration() : Collections.enumeration(Collections.singleton(engine));
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        return isHidden(name) ? null : super.getResourceAsStream(name);
    }

    private static boolean isHidden(String name) {
        return name.startsWith(SERVICES) || name.equals(CONFIGURATION);
    }

    /** What Jupiter's own jar registers. */
    private @Nullable URL jupiterEngine() {
        try {
            URL type = getParent().getResource(JUPITER);
            if (type == null) {
                return null;
            }
            String jar = type.toString().substring(0, type.toString().length() - JUPITER.length());
            for (URL registered : Collections.list(getParent().getResources(ENGINES))) {
                if (Objects.equals(registered.toString(), jar + ENGINES)) {
                    return registered;
                }
            }
        } catch (IOException e) {
            // Nothing is warmed then.
        }
        return null;
    }
}
