package io.github.surefiremp.discover;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;

/**
 * Reads from a class file which static fields are compile-time constants; reflection cannot tell them from
 * {@code static final int PORT = freePort()}.
 */
final class ClassFile {
    private static final int MAGIC = 0xCAFEBABE;
    private static final int ACC_STATIC = 0x0008;

    private ClassFile() {}

    /** The names of the class's own static fields that are compile-time constants; none if it cannot be read. */
    static Set<String> constantsOf(Class<?> type) {
        String name = type.getName();
        String file = name.substring(name.lastIndexOf('.') + 1) + ".class";
        try (InputStream stream = type.getResourceAsStream(file)) {
            return stream == null ? Set.of() : constantsIn(stream);
        } catch (IOException | RuntimeException e) {
            return Set.of();
        }
    }

    /** The same for the bytes of a class file. */
    static Set<String> constantsIn(InputStream stream) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(stream));
        if (in.readInt() != MAGIC) {
            throw new IOException("not a class file");
        }
        in.skipNBytes(2 + 2); // version
        String[] texts = readPool(in);
        in.skipNBytes(2 + 2 + 2); // access flags, this class, superclass
        in.skipNBytes(2L * in.readUnsignedShort()); // interfaces
        return readFields(in, texts);
    }

    /** The texts of the constant pool, each at its index; all else is skipped. */
    private static String[] readPool(DataInputStream in) throws IOException {
        String[] texts = new String[in.readUnsignedShort()];
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

    private static Set<String> readFields(DataInputStream in, String[] texts) throws IOException {
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
