package io.github.surefiremp.coordination.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefiremp.coordination.broker.Frames.Hello;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FramesTest {
    private static final byte[] VALUE = {1, -2, 0, 127, -128};

    private static InputStream in(byte[]... frames) {
        int length = Arrays.stream(frames).mapToInt(frame -> frame.length).sum();
        byte[] all = new byte[length];
        int at = 0;
        for (byte[] frame : frames) {
            System.arraycopy(frame, 0, all, at, frame.length);
            at += frame.length;
        }
        return new ByteArrayInputStream(all);
    }

    private static Request request(Op op) {
        return new Request(
                Long.MAX_VALUE,
                op,
                "ä \uD83D\uDE00\n",
                -1,
                "a.Test.m(Test.java:1)",
                Long.MIN_VALUE,
                "x",
                VALUE,
                new byte[0]);
    }

    @ParameterizedTest
    @EnumSource
    void aRequestArrivesAsItWasSent(Op op) throws IOException {
        assertThat(Frames.readRequest(in(Frames.request(request(op)))))
                .usingRecursiveComparison()
                .isEqualTo(request(op));
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerArrivesAsItWasSent(Answer.Kind kind) throws IOException {
        Answer answer = new Answer(7, kind, -3, "ö", VALUE);

        assertThat(Frames.readAnswer(in(Frames.answer(answer))))
                .usingRecursiveComparison()
                .isEqualTo(answer);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aHelloArrivesAsItWasSent(boolean host) throws IOException {
        Hello hello = new Hello(3, "secret", "worker 1 (pid 4711)", 1, "module ü", host);

        assertThat(Frames.readHello(in(Frames.hello(hello)))).isEqualTo(hello);
    }

    @Test
    void framesFollowEachOtherUntilTheEnd() throws IOException {
        InputStream in = in(
                Frames.request(request(Op.LOCK)), Frames.request(request(Op.UNLOCK)), Frames.request(request(Op.GET)));

        assertThat(Frames.readRequest(in).op()).isEqualTo(Op.LOCK);
        assertThat(Frames.readRequest(in).op()).isEqualTo(Op.UNLOCK);
        assertThat(Frames.readRequest(in).op()).isEqualTo(Op.GET);
        assertThat(Frames.readRequest(in)).isNull();
        assertThat(Frames.readAnswer(in())).isNull();
    }

    @Test
    void theWelcomeAndARefusalAreAnswers() throws IOException {
        assertThat(Frames.readAnswer(in(Frames.welcome())).kind()).isEqualTo(Answer.Kind.DONE);
        Answer refusal = Frames.readAnswer(in(Frames.refusal("no")));
        assertThat(refusal.kind()).isEqualTo(Answer.Kind.REFUSED);
        assertThat(refusal.text()).isEqualTo("no");
    }

    @Test
    void aFrameThatEndsEarlyIsAnError() throws IOException {
        byte[] frame = Frames.request(request(Op.LOCK));
        for (int length = Integer.BYTES; length < frame.length; length++) {
            byte[] part = Arrays.copyOf(frame, length);
            assertThatThrownBy(() -> Frames.readRequest(in(part))).isInstanceOf(EOFException.class);
        }
        byte[] hello = Frames.hello(new Hello(1, "s", "n", 1, "r", false));
        for (int length = 0; length < hello.length; length++) {
            byte[] part = Arrays.copyOf(hello, length);
            assertThatThrownBy(() -> Frames.readHello(in(part))).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aFieldThatIsLongerThanItsFrameIsAnError() {
        byte[] frame = Frames.request(request(Op.LOCK));
        // The length of the name, behind the frame's own length, the id and the operation.
        int lengthOfName = Integer.BYTES + Long.BYTES + 1;
        frame[lengthOfName] = 0x7f;
        assertThatThrownBy(() -> Frames.readRequest(in(frame)))
                .isExactlyInstanceOf(IOException.class)
                .hasMessageMatching("a field of [0-9]+ bytes in a frame that has [0-9]+ left");
        frame[lengthOfName] = -1;
        assertThatThrownBy(() -> Frames.readRequest(in(frame)))
                .isExactlyInstanceOf(IOException.class)
                .hasMessageMatching("a field of -[0-9]+ bytes in a frame that has [0-9]+ left");
    }

    @Test
    void anUnknownOperationIsAnError() {
        byte[] frame = Frames.request(request(Op.LOCK));
        frame[Integer.BYTES + Long.BYTES] = (byte) 200;

        assertThatThrownBy(() -> Frames.readRequest(in(frame))).hasMessage("unknown kind of message: 200");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, (8 << 20) + 1})
    void aRequestThatIsTooLongIsAnErrorBeforeItIsRead(int length) {
        byte[] start = {(byte) (length >>> 24), (byte) (length >>> 16), (byte) (length >>> 8), (byte) length};

        assertThatThrownBy(() -> Frames.readRequest(in(start)))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("a frame of " + length + " bytes");
        assertThatThrownBy(() -> Frames.readHello(in(start)))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("no hello");
    }

    /** Such as the keys of a board that has many. */
    @Test
    void anAnswerMayBeLongerThanAnyRequest() throws IOException {
        String keys = "k".repeat(12 << 20);

        Answer answer = Frames.readAnswer(in(Frames.answer(new Answer(1, Answer.Kind.VALUE, 0, keys, VALUE))));

        assertThat(answer.text()).hasSameSizeAs(keys);
        byte[] tooLong = {0x7f, 0, 0, 0};
        assertThatThrownBy(() -> Frames.readAnswer(in(tooLong))).hasMessage("a frame of 2130706432 bytes");
    }

    @Test
    void someOtherProtocolIsNoHello() {
        assertThatThrownBy(() -> Frames.readHello(in("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII))))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("no hello");
        byte[] hello = Frames.hello(new Hello(1, "s", "n", 1, "r", false));
        hello[Integer.BYTES]++;
        assertThatThrownBy(() -> Frames.readHello(in(hello))).hasMessage("no hello");
        assertThatThrownBy(() ->
                        Frames.readHello(in(Frames.hello(new Hello(1, "s".repeat(5_000), "n", 1, "r", false)))))
                .hasMessage("no hello");
    }

    /** Whatever comes, it is read, or it is an error for the one connection. */
    @Test
    void garbageIsAnErrorOfTheConnection() {
        long seed = new Random().nextLong();
        System.out.println("FramesTest: seed " + seed);
        Random random = new Random(seed);
        byte[] good = Frames.request(request(Op.PUT));
        for (int i = 0; i < 5_000; i++) {
            byte[] bad = good.clone();
            for (int j = 0; j <= random.nextInt(4); j++) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            }
            try {
                Request unused = Frames.readRequest(in(bad));
                Answer unusedToo = Frames.readAnswer(in(bad));
            } catch (IOException e) {
                // As it should be.
            }
        }
    }
}
