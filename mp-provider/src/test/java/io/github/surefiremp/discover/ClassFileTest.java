package io.github.surefiremp.discover;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ClassFileTest {
    @Test
    void staticFieldsWithAValueFromTheCompilerAreConstants() {
        assertThat(ClassFile.constantsOf(Constants.class))
                .containsExactlyInAnyOrder("TEXT", "NUMBER", "LONG", "DOUBLE", "FLOAT", "YES", "LETTER", "SUM");
    }

    @Test
    void constantsOfInterfacesAreReadToo() {
        assertThat(ClassFile.constantsOf(Named.class)).containsExactly("NAME");
    }

    @Test
    void classesOfTheJdkAreReadToo() {
        assertThat(ClassFile.constantsOf(Integer.class)).contains("MAX_VALUE").doesNotContain("TYPE");
    }

    @Test
    void aClassWithoutAClassFileHasNoConstants() {
        Class<?> proxy = Proxy.newProxyInstance(
                        getClass().getClassLoader(), new Class<?>[] {Runnable.class}, (self, method, args) -> null)
                .getClass();

        assertThat(ClassFile.constantsOf(proxy)).isEmpty();
        assertThat(ClassFile.constantsOf(int.class)).isEmpty();
        assertThat(ClassFile.constantsOf(String[].class)).isEmpty();
    }

    @Test
    void aClassWhoseResourceIsNoClassFileHasNoConstants() throws Exception {
        ClassLoader lying = new ClassLoader(null) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                try (InputStream file = ClassFileTest.class.getResourceAsStream("ClassFileTest$Constants.class")) {
                    byte[] bytes = file.readAllBytes();
                    return defineClass(name, bytes, 0, bytes.length);
                } catch (IOException e) {
                    throw new ClassNotFoundException(name, e);
                }
            }

            @Override
            public InputStream getResourceAsStream(String name) {
                return new ByteArrayInputStream("no class file".getBytes(UTF_8));
            }
        };

        assertThat(ClassFile.constantsOf(lying.loadClass(Constants.class.getName())))
                .isEmpty();
    }

    @Test
    void everyEntryOfTheConstantPoolIsSkippedAtItsLength() throws IOException {
        assertThat(ClassFile.constantsIn(new ByteArrayInputStream(withEveryTag())))
                .containsExactly("PORT");
    }

    @Test
    void anUnknownEntryOfTheConstantPoolIsTold() throws IOException {
        byte[] bytes = withEveryTag();
        bytes[10] = 99;

        assertThatThrownBy(() -> ClassFile.constantsIn(new ByteArrayInputStream(bytes)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("99");
    }

    @Test
    void aClassFileThatEndsEarlyGivesNoConstants() throws IOException {
        byte[] bytes = withEveryTag();

        for (int length = 0; length < bytes.length; length++) {
            byte[] start = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> ClassFile.constantsIn(new ByteArrayInputStream(start)))
                    .isInstanceOf(EOFException.class);
        }
    }

    /** A class file up to its fields, with each kind of entry in its constant pool. */
    private static byte[] withEveryTag() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(0xCAFEBABE);
        out.writeInt(69); // Java 25
        out.writeShort(22);
        for (int tag : new int[] {7, 8, 16, 19, 20}) { // 1 to 5
            out.write(tag);
            out.writeShort(18);
        }
        for (int tag : new int[] {3, 4, 9, 10, 11, 12, 17, 18}) { // 6 to 13
            out.write(tag);
            out.writeInt(0x01010101);
        }
        out.write(15); // 14
        out.write(1);
        out.writeShort(1);
        for (int tag : new int[] {5, 6}) { // 15 and 17, each with the next
            out.write(tag);
            out.writeLong(0x0101010101010101L);
        }
        for (String text : new String[] {"PORT", "ConstantValue", "Deprecated"}) { // 19 to 21
            out.write(1);
            out.writeUTF(text);
        }
        out.writeShort(0x0020);
        out.writeShort(1);
        out.writeShort(1);
        out.writeShort(2);
        out.writeInt(0x00010001);
        out.writeShort(1);
        out.writeShort(0x0018);
        out.writeShort(19);
        out.writeShort(19);
        out.writeShort(2);
        out.writeShort(21);
        out.writeInt(0);
        out.writeShort(20);
        out.writeInt(2);
        out.writeShort(6);
        return bytes.toByteArray();
    }

    static class Constants {
        static final String TEXT = "text";
        static final int NUMBER = 40_000;
        static final long LONG = 1L << 40;
        static final double DOUBLE = 0.1;
        static final float FLOAT = 0.1f;
        static final boolean YES = true;
        static final char LETTER = 'x';
        static final int SUM = NUMBER + 2;
        static final int COMPUTED = Integer.parseInt("1");
        static final Integer BOXED = 1;
        static final Set<String> NAMES = Set.of("a");
        static final Supplier<String> LAMBDA = () -> "concatenated " + COMPUTED;
        static int changing = 1;
        final int ofTheInstance = 7;
    }

    interface Named {
        String NAME = "name";
        Object OTHER = new Object();
    }
}
