package io.github.surefiremp.coordination;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A class file, read as far as {@link MethodCode} needs it. */
final class ClassFile {

    private final ByteBuffer file;
    private final int[] constants;

    /** Null without the class file (a class made at run time) or without code in that method. */
    static @Nullable MethodCode method(Class<?> type, String name, String descriptor) throws IOException {
        String fileName = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
        try (InputStream in = type.getResourceAsStream(fileName)) {
            return in == null ? null : new ClassFile(in.readAllBytes()).method(name, descriptor);
        }
    }

    private ClassFile(byte[] bytes) {
        file = ByteBuffer.wrap(bytes);
        skip(8); // magic and version
        constants = new int[number()];
        for (int i = 1; i < constants.length; i++) {
            constants[i] = file.position();
            int tag = file.get();
            switch (tag) {
                case 1 -> skip(number());
                case 3, 4, 9, 10, 11, 12, 17, 18 -> skip(4);
                case 5, 6 -> { // a long or a double counts twice
                    skip(8);
                    i++;
                }
                case 7, 8, 16, 19, 20 -> skip(2);
                case 15 -> skip(3);
                default -> throw new IllegalArgumentException("Constant of kind " + tag);
            }
        }
    }

    /** @param constant of a method, an interface's method or a dynamic call */
    String methodName(int constant) {
        int nameAndType = file.getChar(constants[constant] + 3);
        return text(file.getChar(constants[nameAndType] + 1));
    }

    private @Nullable MethodCode method(String name, String descriptor) {
        skip(6); // access, class, superclass
        skip(2 * number());
        for (int fields = number(); fields > 0; fields--) {
            skip(6);
            skipAttributes();
        }
        List<Integer> earlier = new ArrayList<>();
        for (int methods = number(); methods > 0; methods--) {
            boolean isStatic = (number() & Modifier.STATIC) != 0;
            String method = text(number()) + text(number());
            if (method.equals(name + descriptor)) {
                return code(isStatic, () -> codes(earlier));
            }
            earlier.add(file.position());
            skipAttributes();
        }
        return null;
    }

    private List<MethodCode> codes(List<Integer> methods) {
        List<MethodCode> codes = new ArrayList<>();
        for (int method : methods) {
            file.position(method);
            MethodCode code = code(true, List::of);
            if (code != null) {
                codes.add(code);
            }
        }
        return codes;
    }

    private @Nullable MethodCode code(boolean isStatic, Supplier<List<MethodCode>> earlier) {
        if (!toAttribute("Code", number())) {
            return null;
        }
        skip(4);
        int length = file.getInt();
        ByteBuffer code = file.slice(file.position(), length);
        skip(length);
        List<Integer> blocks = new ArrayList<>();
        for (int handlers = number(); handlers > 0; handlers--) {
            blocks.add(number());
            skip(2);
            blocks.add(number());
            skip(2);
        }
        Map<Integer, Integer> lines = new HashMap<>();
        for (int attributes = number(); attributes > 0; attributes--) {
            readLines(lines);
        }
        return new MethodCode(code, lines, isStatic, blocks, earlier, this);
    }

    private void readLines(Map<Integer, Integer> lines) {
        String attribute = text(number());
        int end = file.getInt() + file.position();
        if (attribute.equals("LineNumberTable")) {
            for (int entries = number(); entries > 0; entries--) {
                lines.put(number(), number());
            }
        }
        file.position(end);
    }

    private boolean toAttribute(String name, int attributes) {
        for (; attributes > 0; attributes--) {
            boolean found = text(number()).equals(name);
            int length = file.getInt();
            if (found) {
                return true;
            }
            skip(length);
        }
        return false;
    }

    private void skipAttributes() {
        toAttribute("", number());
    }

    private String text(int constant) {
        int at = constants[constant] + 1;
        try {
            return new DataInputStream(new ByteArrayInputStream(file.array(), at, file.limit() - at)).readUTF();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int number() {
        return file.getChar();
    }

    private void skip(int bytes) {
        file.position(file.position() + bytes);
    }
}
