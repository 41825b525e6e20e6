package io.github.surefiremp.coordination;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/** Values as bytes and back. A value is a copy even inside one JVM, so that tests behave the same without mp. */
final class Values {
    private Values() {}

    /**
     * @param what the value, for a message
     */
    static byte[] write(String what, Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        } catch (NotSerializableException e) {
            throw new CoordinationException(
                    what + ", a " + value.getClass().getName() + ", cannot go to other JVMs: " + e.getMessage()
                            + " does not implement java.io.Serializable",
                    e);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // The value's own code may throw anything.
            throw new CoordinationException(
                    what + ", a " + value.getClass().getName() + ", cannot be serialized: " + e, e);
        }
        return bytes.toByteArray();
    }

    /**
     * @param what the value, for a message
     * @param by who shared it, for a message
     */
    static <T> T read(String what, byte[] bytes, Class<T> type, String by) {
        return read(what, bytes, type, by, type);
    }

    /**
     * @param neighbour a class whose loader knows the value's class
     */
    static <T> T read(String what, byte[] bytes, Class<T> type, String by, Class<?> neighbour) {
        Object value;
        try {
            value = read(bytes, neighbour.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new CoordinationException(
                    what + " cannot be read here: there is no class " + e.getMessage() + ". It was shared by " + by, e);
        } catch (IOException | RuntimeException | LinkageError | StackOverflowError e) {
            throw new CoordinationException(what + " cannot be read here: " + e + ". It was shared by " + by, e);
        }
        if (!isA(type, value)) {
            throw new CoordinationException(what + " is a " + value.getClass().getName() + " and not a "
                    + type.getName() + ". It was shared by " + by);
        }
        @SuppressWarnings("unchecked") // It was just looked at; a primitive type's wrapper is what its Class means.
        T typed = (T) value;
        return typed;
    }

    static Object read(byte[] bytes, @Nullable ClassLoader first) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new Reader(new ByteArrayInputStream(bytes), first)) {
            return in.readObject();
        }
    }

    /** Whether something of that type, primitive ones included, can be that value. */
    static boolean isA(Class<?> type, Object value) {
        return MethodType.methodType(type).wrap().returnType().isInstance(value);
    }

    /** Finds classes where the tests find them. */
    private static final class Reader extends ObjectInputStream {
        private final @Nullable ClassLoader first;

        Reader(InputStream in, @Nullable ClassLoader first) throws IOException {
            super(in);
            this.first = first;
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass type) throws IOException, ClassNotFoundException {
            for (ClassLoader loader :
                    new ClassLoader[] {first, Thread.currentThread().getContextClassLoader()}) {
                if (loader != null) {
                    try {
                        return Class.forName(type.getName(), false, loader);
                    } catch (ClassNotFoundException e) {
                        // The next one may know it.
                    }
                }
            }
            return super.resolveClass(type);
        }
    }
}
