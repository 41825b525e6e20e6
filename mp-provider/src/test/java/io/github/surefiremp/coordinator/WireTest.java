package io.github.surefiremp.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class WireTest {
    @Test
    void linesComeOneByOne() throws IOException {
        BufferedReader from = reader("one\n\ntwo\n");

        assertThat(Wire.readLine(from)).isEqualTo("one");
        assertThat(Wire.readLine(from)).isEmpty();
        assertThat(Wire.readLine(from)).isEqualTo("two");
        assertThat(Wire.readLine(from)).isNull();
    }

    @Test
    void halfALineIsNone() throws IOException {
        assertThat(Wire.readLine(reader("GRANT 1"))).isNull();
    }

    @Test
    void aLineHasABound() throws IOException {
        assertThat(Wire.readLine(reader("x".repeat(256) + "\n"))).hasSize(256);
        assertThatThrownBy(() -> Wire.readLine(reader("x".repeat(257) + "\n")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("256");
    }

    private static BufferedReader reader(String text) {
        return new BufferedReader(new StringReader(text));
    }
}
