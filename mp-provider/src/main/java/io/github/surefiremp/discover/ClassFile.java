package io.github.surefiremp.discover;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads from a class file what reflection cannot tell: which static fields are compile-time constants, as
 * {@code static final int PORT = freePort()} is none, and which names and texts the code mentions.
 */
public final class ClassFile {
    private static final int MAGIC = 0xCAFEBABE;
    private static final int ACC_STATIC = 0x0008;

    private ClassFile() {}

    /** The names of the class's own static fields that are compile-time constants; none if it cannot be read. */
    static Set<String> constantsOf(Class<?> type) {
        try (InputStream stream = open(type)) {
            return stream == null ? Set.of() : constantsIn(stream);
        } catch (IOException | RuntimeException e) {
            return Set.of();
        }
    }

    /**
     * All that the class mentions: texts, and the names of classes, with slashes, and members; none if it cannot be read.
     */
    public static Set<String> textsOf(Class<?> type) {
        try (InputStream stream = open(type)) {
            if (stream == null) {
                return Set.of();
            }
            Set<String> texts = new HashSet<>(Arrays.asList(readTexts(begin(stream))));
            texts.remove(null);
            return texts;
        } catch (IOException | RuntimeException e) {
            return Set.of();
        }
    }

    private static @Nullable InputStream open(Class<?> type) {
        String name = type.getName();
        return type.getResourceAsStream(name.substring(name.lastIndexOf('.') + 1) + ".class");
    }

    /** The same for the bytes of a class file. */
    static Set<String> constantsIn(InputStream stream) throws IOException {
        DataInputStream in = begin(stream);
        @Nullable String[] texts = readTexts(in);
        in.skipNBytes(2 + 2 + 2); // access flags, this class, superclass
        in.skipNBytes(2L * in.readUnsignedShort()); // interfaces
        return readFields(in, texts);
    }

    private static DataInputStream begin(InputStream stream) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(stream));
        if (in.readInt() != MAGIC) {
            throw new IOException("not a class file");
        }
        in.skipNBytes(2 + 2); // version
        return in;
    }

    /** The texts of the constant pool, each at its index; all else is skipped. */
    private static @Nullable String[] readTexts(DataInputStream in) throws IOException {
        @Nullable String[] texts = new String[in.readUnsignedShort()];
        for (int i = 1; i < texts.length; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> texts[i] = in.readUTF();
                case 7, 8, 16, 19, 20 -> in.skipNBytes(2); // Class, String, MethodType, Module, Package
                case 15 -> in.skipNBytes(3); // MethodHandle
                case 3, 4 -> in.skipNBytes(4); // Integer, Float
                case 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4); // members, NameAndType, Dynamic, InvokeDynamic
                case 5, 6 -> { // Long and Double take two places
                    in.skipNBytes(8);
                    i++;
                }
                default -> throw new IOException("unknown tag " + tag + " in the constant pool");
            }
        }
        return texts;
    }

    private static Set<String> readFields(DataInputStream in, @Nullable String[] texts) throws IOException {
        Set<String> constants = new HashSet<>();
        for (int fields = in.readUnsignedShort(); fields > 0; fields--) {
            boolean isStatic = (in.readUnsignedShort() & ACC_STATIC) != 0;
            String name = texts[in.readUnsignedShort()];
            in.skipNBytes(2); // descriptor
            for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
                String attribute = texts[in.readUnsignedShort()];
                in.skipNBytes(Integer.toUnsignedLong(in.readInt()));
                if (isStatic && "ConstantValue".equals(attribute)) {
                    constants.add(name);
                }
            }
        }
        return constants;
    }
}
