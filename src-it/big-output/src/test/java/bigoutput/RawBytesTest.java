package bigoutput;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RawBytesTest {
    @Test
    void writesEveryByte() throws IOException {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        write(FileDescriptor.out, all);
        write(FileDescriptor.err, all);
    }

    @Test
    void writesALongLineWithoutEnd() throws IOException {
        byte[] text = new byte[200_000];
        java.util.Arrays.fill(text, (byte) 0xC3);
        write(FileDescriptor.out, text);
    }

    @Test
    void writesGarbage() throws IOException {
        byte[] garbage = new byte[100_000];
        java.util.Random random = new java.util.Random(1);
        for (int i = 0; i < Integer.getInteger("garbage"); i++) {
            random.nextBytes(garbage);
            write(FileDescriptor.out, garbage);
        }
    }

    private static void write(FileDescriptor to, byte[] bytes) throws IOException {
        // Not closed: that would close the descriptor of the whole JVM.
        FileOutputStream stream = new FileOutputStream(to);
        stream.write(bytes);
        stream.flush();
    }
}
