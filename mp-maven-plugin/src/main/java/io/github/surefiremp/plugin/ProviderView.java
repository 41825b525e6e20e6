package io.github.surefiremp.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * Surefire's plugin realm as Surefire's search for providers sees it through the thread's context class loader: with
 * mp's provider alone, or with all but mp's. So stock Surefire can be asked which provider it would use, and can run as
 * if mp were not there.
 */
final class ProviderView extends ClassLoader {
    private static final String SERVICE = "META-INF/services/org.apache.maven.surefire.api.provider.SurefireProvider";

    private final boolean onlyMp;

    private ProviderView(ClassLoader realm, boolean onlyMp) {
        super(realm);
        this.onlyMp = onlyMp;
    }

    static ClassLoader withMpAlone(ClassLoader realm) {
        return new ProviderView(realm, true);
    }

    static ClassLoader withoutMp(ClassLoader realm) {
        return new ProviderView(realm, false);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        Enumeration<URL> all = super.getResources(name);
        if (!name.equals(SERVICE)) {
            return all;
        }
        List<URL> shown = new ArrayList<>();
        for (URL url : Collections.list(all)) {
            if (isMp(url) == onlyMp) {
                shown.add(url);
            }
        }
        return Collections.enumeration(shown);
    }

    private static boolean isMp(URL service) throws IOException {
        try (InputStream in = service.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).contains(Names.PROVIDER_CLASS);
        }
    }
}
