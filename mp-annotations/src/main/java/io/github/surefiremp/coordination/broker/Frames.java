package io.github.surefiremp.coordination.broker;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Requests and answers as bytes: a frame is its length and that many bytes.
 *
 * <p>The first frame of a connection is a {@link Hello}, which is the same in every version of the protocol, so that
 * each side can tell which one the other speaks.
 */
public final class Frames {
    /** Goes up with each change that an older side would not understand. */
    public static final int VERSION = 1;

    private static final int MAGIC = 0x6d702d62;
    private static final int LONGEST_HELLO = 4_096;
    private static final int LONGEST_REQUEST = 8 << 20;
    /** Room for all keys of a full board, of which a character counts two bytes and may take three. */
    private static final int LONGEST_ANSWER = 128 << 20;

    private Frames() {}

    /**
     * Who a client is.
     *
     * @param version of the protocol that it speaks
     * @param secret that of the run
     * @param name for people
     * @param worker its number, 0 if it is no worker
     * @param realm those who run tests of the same module and execution have the same
     * @param host whether it sets up fixtures when it is asked to
     */
    public record Hello(int version, String secret, String name, int worker, String realm, boolean host) {}

    /** A first frame. */
    public static byte[] hello(Hello hello) {
        return frame(out -> {
            out.writeInt(MAGIC);
            out.writeInt(hello.version());
            string(out, hello.secret());
            string(out, hello.name());
            out.writeInt(hello.worker());
            string(out, hello.realm());
            out.writeBoolean(hello.host());
        });
    }

    /**
     * Reads a first frame.
     *
     * @throws IOException if it is something else
     */
    public static Hello readHello(InputStream from) throws IOException {
        DataInputStream in = new DataInputStream(from);
        int length = in.readInt();
        if (length < 0 || length > LONGEST_HELLO) {
            throw new IOException("no hello");
        }
        DataInputStream body = body(in, length);
        if (body.readInt() != MAGIC) {
            throw new IOException("no hello");
        }
        return new Hello(body.readInt(), string(body), string(body), body.readInt(), string(body), body.readBoolean());
    }

    /** A request's frame. */
    public static byte[] request(Request request) {
        return frame(out -> {
            out.writeLong(request.id());
            out.writeByte(request.op().ordinal());
            string(out, request.name());
            out.writeLong(request.thread());
            string(out, request.place());
            out.writeLong(request.number());
            string(out, request.text());
            bytes(out, request.value());
            bytes(out, request.other());
        });
    }

    /** The next request; null at the end of the stream. */
    public static @Nullable Request readRequest(InputStream from) throws IOException {
        DataInputStream in = next(from, LONGEST_REQUEST);
        if (in == null) {
            return null;
        }
        return new Request(
                in.readLong(),
                oneOf(Op.values(), in.readUnsignedByte()),
                string(in),
                in.readLong(),
                string(in),
                in.readLong(),
                string(in),
                bytes(in),
                bytes(in));
    }

    /** An answer's frame. */
    public static byte[] answer(Answer answer) {
        return frame(out -> {
            out.writeLong(answer.id());
            out.writeByte(answer.kind().ordinal());
            out.writeLong(answer.number());
            string(out, answer.text());
            bytes(out, answer.value());
        });
    }

    /** The next answer; null at the end of the stream. */
    public static @Nullable Answer readAnswer(InputStream from) throws IOException {
        DataInputStream in = next(from, LONGEST_ANSWER);
        if (in == null) {
            return null;
        }
        return new Answer(
                in.readLong(),
                oneOf(Answer.Kind.values(), in.readUnsignedByte()),
                in.readLong(),
                string(in),
                bytes(in));
    }

    /** A message as an answer to a hello that is not welcome. */
    public static byte[] refusal(String text) {
        return answer(Answer.of(Answer.Kind.REFUSED, text));
    }

    /** The answer to a hello that is welcome. */
    public static byte[] welcome() {
        return answer(Answer.of(Answer.Kind.DONE));
    }

    private static @Nullable DataInputStream next(InputStream from, int longest) throws IOException {
        DataInputStream in = new DataInputStream(from);
        int length;
        try {
            length = in.readInt();
        } catch (EOFException e) {
            return null;
        }
        if (length < 0 || length > longest) {
            throw new IOException("a frame of " + length + " bytes");
        }
        return body(in, length);
    }

    private static DataInputStream body(DataInputStream in, int length) throws IOException {
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("a frame ended early");
        }
        return new DataInputStream(new ByteArrayInputStream(body));
    }

    private static <T> T oneOf(T[] all, int index) throws IOException {
        if (index >= all.length) {
            throw new IOException("unknown kind of message: " + index);
        }
        return all[index];
    }

    private interface Writing {
        void write(DataOutputStream out) throws IOException;
    }

    private static byte[] frame(Writing writing) {
        try {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(body);
            out.writeInt(0);
            writing.write(out);
            byte[] frame = body.toByteArray();
            int length = frame.length - Integer.BYTES;
            for (int i = 0; i < Integer.BYTES; i++) {
                frame[i] = (byte) (length >>> (Byte.SIZE * (Integer.BYTES - 1 - i)));
            }
            return frame;
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written to", e);
        }
    }

    private static void string(DataOutputStream out, String text) throws IOException {
        bytes(out, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String string(DataInputStream in) throws IOException {
        return new String(bytes(in), StandardCharsets.UTF_8);
    }

    private static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("a field of " + length + " bytes in a frame that has " + in.available() + " left");
        }
        return in.readNBytes(length);
    }
}
