package io.github.surefiremp.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProviderViewTest {
    private static final String SERVICE = "META-INF/services/org.apache.maven.surefire.api.provider.SurefireProvider";

    @TempDir
    Path folder;

    private URL mp;
    private URL stock;
    private URLClassLoader realm;

    @BeforeEach
    void makeRealm() throws IOException {
        mp = service("mp", Names.PROVIDER_CLASS);
        stock = service("stock", "org.example.StockProvider");
        realm = new URLClassLoader(
                new URL[] {
                    folder.resolve("mp").toUri().toURL(),
                    folder.resolve("stock").toUri().toURL()
                },
                null);
    }

    @AfterEach
    void closeRealm() throws IOException {
        realm.close();
    }

    @Test
    void mpIsSeenAlone() throws IOException {
        assertThat(seen(ProviderView.withMpAlone(realm), SERVICE)).containsExactly(mp.toString());
    }

    @Test
    void allButMpIsSeen() throws IOException {
        assertThat(seen(ProviderView.withoutMp(realm), SERVICE)).containsExactly(stock.toString());
    }

    @Test
    void otherResourcesAreSeenAsTheyAre() throws IOException {
        assertThat(seen(ProviderView.withMpAlone(realm), "other")).hasSize(2);
        assertThat(seen(ProviderView.withoutMp(realm), "other")).hasSize(2);
        assertThat(ProviderView.withoutMp(realm).getResource("other")).isNotNull();
    }

    private URL service(String name, String provider) throws IOException {
        Path file = folder.resolve(name).resolve(SERVICE);
        Files.createDirectories(file.getParent());
        Files.writeString(file, provider + "\n");
        Files.writeString(folder.resolve(name).resolve("other"), name);
        return file.toUri().toURL();
    }

    private static List<String> seen(ClassLoader view, String name) throws IOException {
        return Collections.list(view.getResources(name)).stream()
                .map(URL::toString)
                .toList();
    }
}
