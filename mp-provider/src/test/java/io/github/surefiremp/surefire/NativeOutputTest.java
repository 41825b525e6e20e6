package io.github.surefiremp.surefire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NativeOutputTest {
    private final NativeOutput output = new NativeOutput();
    private final List<String> lines = new ArrayList<>();

    @Test
    void linesArePassedOnWithoutTheirEnds() {
        pump("one\ntwo\r\n\nlast without an end");

        assertThat(lines).containsExactly("one", "two", "", "last without an end");
    }

    @Test
    void aThreadDumpIsGatheredWithWhatFollowsItAndNotPassedOn() throws Exception {
        pump("before\n");
        output.beginDump();
        Thread jvm = new Thread(() -> pump("Full thread dump\n\"main\"\nJNI global refs: 1\nFound one deadlock\n"));
        jvm.start();

        assertThat(output.awaitDump(20_000).lines())
                .containsExactly("Full thread dump", "\"main\"", "JNI global refs: 1", "Found one deadlock");
        jvm.join();
        assertThat(lines).containsExactly("before");
        assertThat(output.lastLines()).isEqualTo("before");
    }

    @Test
    void aThreadDumpThatDoesNotComeIsEmpty() throws Exception {
        assertThat(output.awaitDump(1)).isEmpty();
        output.beginDump();

        assertThat(output.awaitDump(1)).isEmpty();
    }

    @Test
    void anEmptyStreamHasNoLines() {
        pump("");

        assertThat(lines).isEmpty();
        assertThat(output.lastLines()).isEmpty();
    }

    @Test
    void aLineWithoutAnEndComesInBoundedPieces() {
        String line = "0123456789abcdef".repeat(1 << 16);

        pump(line);

        assertThat(lines)
                .hasSizeGreaterThan(1)
                .allSatisfy(piece -> assertThat(piece).hasSizeLessThanOrEqualTo(16 * 1024));
        assertThat(String.join("", lines).equals(line)).isTrue();
    }

    @Test
    void aCharacterAtTheEdgeOfTwoPiecesStaysWhole() {
        assumeThat(Charset.defaultCharset()).isEqualTo(StandardCharsets.UTF_8);
        String line = "x" + "ü€".repeat(100_000);

        pump(line);

        assertThat(String.join("", lines).equals(line)).isTrue();
    }

    @Test
    void aLineThatFillsAPieceIsOneLine() {
        pump("x".repeat(16 * 1024) + "\nnext\n");

        assertThat(lines).hasSize(2);
        assertThat(lines.get(1)).isEqualTo("next");
    }

    @Test
    void bytesThatAreNoTextAreNoTrouble() {
        output.pump(
                new ByteArrayInputStream(new byte[] {'a', (byte) 0xC3, (byte) 0x28, (byte) 0xFF, 0, '\n', 'b'}),
                lines::add);

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).startsWith("a");
        assertThat(lines.get(1)).isEqualTo("b");
    }

    @Test
    void theLastFortyLinesAreKept() {
        pump(String.join(
                "\n", IntStream.range(0, 100).mapToObj(i -> "line " + i).toList()));

        assertThat(output.lastLines().lines())
                .containsExactlyElementsOf(
                        IntStream.range(60, 100).mapToObj(i -> "line " + i).toList());
        assertThat(lines).hasSize(100);
    }

    @Test
    void aKeptLineIsCutToABound() {
        pump("x".repeat(10_000) + "\n");

        assertThat(output.lastLines()).hasSizeLessThan(2_100).startsWith("xxx");
        assertThat(lines.get(0)).hasSize(10_000);
    }

    @Test
    void aStreamThatBreaksEndsWithWhatCameBefore() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Stream closed");
            }
        };

        output.pump(
                new SequenceInputStream(
                        new ByteArrayInputStream("one\ntw".getBytes(StandardCharsets.US_ASCII)), broken),
                lines::add);

        assertThat(lines).containsExactly("one", "tw");
    }

    private void pump(String text) {
        output.pump(new ByteArrayInputStream(text.getBytes(Charset.defaultCharset())), lines::add);
    }

    @Test
    void whatIsNoTextIsReplacedAndColoursStay() {
        assertThat(NativeOutput.shown("plain\ttext, ü, \u20AC")).isEqualTo("plain\ttext, ü, \u20AC");
        assertThat(NativeOutput.shown("\u001B[1;31mred\u001B[m")).isEqualTo("\u001B[1;31mred\u001B[m");
        assertThat(NativeOutput.shown("a\u0000b\u0007\u009B")).isEqualTo("a\uFFFDb\uFFFD\uFFFD");
        assertThat(NativeOutput.shown("\u001B[?5;2m")).isEqualTo("\uFFFD[?5;2m");
        assertThat(NativeOutput.shown("\u001B[2J\u001B[1")).isEqualTo("\uFFFD[2J\uFFFD[1");
        assertThat(NativeOutput.shown("\u001B")).isEqualTo("\uFFFD");
    }
}
