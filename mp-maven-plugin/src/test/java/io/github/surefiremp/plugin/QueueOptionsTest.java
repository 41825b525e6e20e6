package io.github.surefiremp.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class QueueOptionsTest {
    private static Properties properties(String... pairs) {
        Properties properties = new Properties();
        for (int i = 0; i < pairs.length; i += 2) {
            properties.setProperty(pairs[i], pairs[i + 1]);
        }
        return properties;
    }

    private static Settings settings(String... pairs) throws SettingException {
        return new Settings(properties(pairs), Map.of(), new Properties());
    }

    @Test
    void aQueueNeedsABuild() throws Exception {
        Settings alone = settings("mp.queue", "redis://host");
        assertThatThrownBy(() -> QueueOptions.check(alone, null))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("mp.queue needs mp.build");
        Settings blank = settings("mp.queue", "redis://host", "mp.build", " ");
        assertThatThrownBy(() -> QueueOptions.check(blank, null)).hasMessageContaining("mp.queue needs mp.build");
        Settings both = settings("mp.queue", "redis://host", "mp.build", "7");
        assertThatCode(() -> QueueOptions.check(both, null)).doesNotThrowAnyException();
        Settings build = settings("mp.build", "7");
        assertThatCode(() -> QueueOptions.check(build, null)).doesNotThrowAnyException();
    }

    @Test
    void aBadUrlIsToldWithoutThePassword() throws Exception {
        Settings bad = settings("mp.queue", "http://me:word@host", "mp.build", "7");
        assertThatThrownBy(() -> QueueOptions.check(bad, null))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("-Dmp.queue=http://host")
                .hasMessageContaining("redis://")
                .hasMessageNotContaining("word");
    }

    @Test
    void theFallbackIsOneOfTwoWords() throws Exception {
        Settings bad = settings("mp.queueFallback", "maybe");
        assertThatThrownBy(() -> QueueOptions.check(bad, null)).hasMessageContaining("-Dmp.queueFallback=maybe");
    }

    @Test
    void secretsLeaveTheCommandLine() {
        Properties command = properties("mp.queue", "redis://me:word@host:1/2");
        assertThat(QueueOptions.hideSecrets(command)).contains("redis://me:word@host:1/2");
        assertThat(command).containsEntry("mp.queue", "redis://host:1/2");
        assertThat(QueueOptions.hideSecrets(command)).isEmpty();
        assertThat(QueueOptions.hideSecrets(new Properties())).isEmpty();
    }

    @Test
    void theWholeValueHoldsForTheCommandLineAlone() throws Exception {
        Settings hidden = settings("mp.queue", "redis://host:x/2", "mp.build", "7");
        assertThatCode(() -> QueueOptions.check(hidden, "redis://me:word@host:1/2"))
                .doesNotThrowAnyException();
        Settings pom = new Settings(properties("mp.build", "7"), Map.of("queue", "redis://other:x"), new Properties());
        assertThatThrownBy(() -> QueueOptions.check(pom, "redis://me:word@host:1/2"))
                .hasMessageContaining("<queue>");
    }
}
