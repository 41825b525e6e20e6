package io.github.surefiremp.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueueAddressTest {
    @Test
    void readsAllParts() {
        assertThat(QueueAddress.parse("rediss://me:p%40ss+1@host:7000/3", "", ""))
                .isEqualTo(new QueueAddress(true, "host", 7000, 3, "me", "p@ss+1"));
    }

    @Test
    void whatTheUrlLeavesOutComesFromElsewhere() {
        assertThat(QueueAddress.parse("redis://host", "me", "word"))
                .isEqualTo(new QueueAddress(false, "host", 6379, 0, "me", "word"));
        assertThat(QueueAddress.parse("redis://:own@host", "me", "word"))
                .isEqualTo(new QueueAddress(false, "host", 6379, 0, "me", "own"));
    }

    @Test
    void itsTextHasNoSecrets() {
        assertThat(QueueAddress.parse("redis://me:word@host/2", "", "")).hasToString("redis://host:6379/2");
        assertThat(QueueAddress.withoutSecrets("redis://me:word@host/2")).isEqualTo("redis://host/2");
        assertThat(QueueAddress.withoutSecrets("redis://me:a@word@host")).isEqualTo("redis://host");
        assertThat(QueueAddress.withoutSecrets("redis://host/2")).isEqualTo("redis://host/2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "host:6379",
                "http://me:word@host",
                "redis://",
                "redis://me:word@host/x",
                "redis://me:word@host/-1",
                "redis://me:wo rd@host",
                "redis://me:word@host?x=1",
                "redis://me:word@host:port"
            })
    void whatIsNoAddressIsAnErrorWithoutThePassword(String url) {
        assertThatThrownBy(() -> QueueAddress.parse(url, "", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("word")
                .hasMessageNotContaining("wo rd");
    }
}
