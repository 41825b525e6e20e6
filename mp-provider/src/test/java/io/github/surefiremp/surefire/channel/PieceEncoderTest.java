package io.github.surefiremp.surefire.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.surefire.api.report.RunMode;
import org.apache.maven.surefire.api.report.TestOutputReportEntry;
import org.apache.maven.surefire.api.util.internal.Channels;
import org.apache.maven.surefire.api.util.internal.WritableBufferedByteChannel;
import org.junit.jupiter.api.Test;

class PieceEncoderTest {
    private static final String BEGIN = ":maven-surefire-event:";

    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final WritableBufferedByteChannel channel = Channels.newBufferedChannel(sent);
    private final PieceEncoder encoder = new PieceEncoder(channel);

    private List<String> messages() {
        return Stream.of(sent.toString(StandardCharsets.UTF_8).split(BEGIN))
                .filter(message -> !message.isEmpty())
                .toList();
    }

    private void write(String text, boolean newLine) throws IOException {
        encoder.testOutput(new TestOutputReportEntry(text, true, newLine, RunMode.NORMAL_RUN, 1L));
        channel.write(ByteBuffer.allocate(0));
    }

    @Test
    void sendsAShortTextAsItIs() throws IOException {
        write("text", true);
        assertThat(messages()).singleElement().asString().contains("text").contains("std-out-stream-new-line");
    }

    @Test
    void sendsALongLineInPiecesOfWhichTheLastEndsTheLine() throws IOException {
        write("a".repeat(20_000) + "b".repeat(20_000), true);
        assertThat(messages()).hasSize(3).allMatch(message -> message.length() < 17_000);
        assertThat(messages().subList(0, 2)).noneMatch(message -> message.contains("std-out-stream-new-line"));
        assertThat(messages().get(2)).contains("std-out-stream-new-line");
        assertThat(String.join("", messages()).chars().filter(c -> c == 'b').count())
                .isGreaterThanOrEqualTo(20_000);
    }

    @Test
    void aTextWithoutLineEndHasNoneInTheEndEither() throws IOException {
        write("a".repeat(40_000), false);
        assertThat(messages()).hasSize(3).noneMatch(message -> message.contains("new-line"));
    }

    @Test
    void cutsNoCharacterInHalf() {
        String text = "a" + "\uD83D\uDE00".repeat(20_000);
        int from = 0;
        while (from < text.length()) {
            int to = PieceEncoder.end(text, from);
            assertThat(Character.isLowSurrogate(text.charAt(from))).isFalse();
            assertThat(to).isGreaterThan(from);
            from = to;
        }
    }
}
