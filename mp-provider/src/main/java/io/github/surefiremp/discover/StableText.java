package io.github.surefiremp.discover;

import static java.util.stream.Collectors.joining;

import java.lang.annotation.Annotation;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A text of an object that is the same in all JVMs, and differs where equal objects would: made of what it holds, since
 * a hash code or {@code toString} may tell where in the memory something is.
 *
 * <p>An object whose class has no {@code equals} of its own holds nothing that could be compared; it is told by the name
 * of its class. So is what cannot be read, and what is too deep or too much.
 */
final class StableText {
    private static final int MAX_DEPTH = 12;
    private static final int MAX_VALUES = 5_000;

    private static final String MERGED_ANNOTATION = "org.springframework.core.annotation.MergedAnnotation";
    private static final String RESOLVABLE_TYPE = "org.springframework.core.ResolvableType";

    /** Libraries put these before a counter, or before what depends on the classes that were loaded earlier. */
    private static final Pattern GENERATED = Pattern.compile("\\$\\$.*|\\$MockitoMock\\$.*|/0x.*");
    /** What {@code Object.toString} adds. */
    private static final Pattern IDENTITY = Pattern.compile("@[0-9a-f]{1,8}\\b");
    /** Fields in which objects remember their hash codes. */
    private static final Set<String> HASHES = Set.of("hash", "hashCode");

    private final Set<Class<?>> subject;
    private final Set<Object> path = Collections.newSetFromMap(new IdentityHashMap<>());
    private int values;

    private StableText(Set<Class<?>> subject) {
        this.subject = subject;
    }

    /**
     * @param subject classes that are the same whichever they are: those for which the object was made
     */
    static String of(@Nullable Object value, Collection<Class<?>> subject) {
        return new StableText(new HashSet<>(subject)).text(value);
    }

    /** Of an object with all of its fields, whether or not it can be compared. */
    static String ofFields(Object value, Collection<Class<?>> subject) {
        StableText texts = new StableText(new HashSet<>(subject));
        texts.path.add(value);
        return texts.fields(value, Object.class);
    }

    /** Of those fields of an object that a class declares which extends the given one. */
    static String ofFieldsBelow(Class<?> top, Object value) {
        StableText texts = new StableText(Set.of());
        texts.path.add(value);
        return texts.fields(value, top);
    }

    /** Whether the object is equal to none but itself. */
    static boolean isOnlyItself(Object value) {
        try {
            return value.getClass().getMethod("equals", Object.class).getDeclaringClass() == Object.class;
        } catch (NoSuchMethodException | LinkageError e) {
            return false;
        }
    }

    /** The name without what a library makes up while it runs. */
    static String nameOf(Class<?> type) {
        if (Proxy.isProxyClass(type)) {
            return Arrays.stream(type.getInterfaces())
                    .map(Class::getName)
                    .sorted()
                    .collect(joining(",", "proxy of ", ""));
        }
        return GENERATED.matcher(type.getName()).replaceFirst("");
    }

    private String text(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        String simple = simple(value);
        if (simple != null) {
            return simple;
        }
        Class<?> type = value.getClass();
        if (path.size() >= MAX_DEPTH || ++values > MAX_VALUES || !path.add(value)) {
            return nameOf(type);
        }
        try {
            return composed(value, type);
        } catch (RuntimeException | LinkageError e) {
            return nameOf(type);
        } finally {
            path.remove(value);
        }
    }

    private @Nullable String simple(Object value) {
        if (value instanceof CharSequence text) {
            boolean isSubject = subject.stream().anyMatch(type -> type.getName().contentEquals(text));
            return isSubject ? "subject" : quoted(text.toString());
        }
        if (value instanceof Enum<?> constant) {
            return constant.getDeclaringClass().getName() + "." + constant.name();
        }
        if (value instanceof Boolean
                || value instanceof Character
                || (value instanceof Number && !isOnlyItself(value))) {
            return value.getClass().getSimpleName() + " "
                    + IDENTITY.matcher(value.toString()).replaceAll("@");
        }
        if (value instanceof Class<?> type) {
            return subject.contains(type) ? "subject" : "class " + nameOf(type);
        }
        if (value instanceof Field field) {
            // Whoever compares fields of several classes compares what they are for.
            return "field " + field.getName() + " " + field.getGenericType().getTypeName();
        }
        if (value instanceof Member member) {
            return member.toString();
        }
        if (value instanceof Type type) {
            return type.getTypeName();
        }
        return value.getClass().getName().equals(RESOLVABLE_TYPE) ? value.toString() : null;
    }

    private String composed(Object value, Class<?> type) {
        if (value instanceof Annotation annotation) {
            return annotation(annotation);
        }
        if (type.isArray()) {
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < Array.getLength(value); i++) {
                texts.add(text(Array.get(value, i)));
            }
            return texts.toString();
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> text(entry.getKey()) + "=" + text(entry.getValue()))
                    .sorted()
                    .collect(joining(", ", "{", "}"));
        }
        if (value instanceof Collection<?> collection) {
            Stream<String> texts = collection.stream().map(this::text);
            return (collection instanceof List<?> ? texts : texts.sorted()).collect(joining(", ", "[", "]"));
        }
        if (value instanceof Optional<?> optional) {
            return "optional " + text(optional.orElse(null));
        }
        Object annotation = synthesized(value, type);
        if (annotation != null) {
            return text(annotation);
        }
        if (Proxy.isProxyClass(type) || isOnlyItself(value)) {
            return nameOf(type);
        }
        if (type.getClassLoader() == null || type.getName().startsWith("java.")) {
            return nameOf(type) + " " + IDENTITY.matcher(value.toString()).replaceAll("@");
        }
        return fields(value, Object.class);
    }

    private String annotation(Annotation annotation) {
        Class<? extends Annotation> type = annotation.annotationType();
        List<String> texts = new ArrayList<>();
        for (Method attribute : type.getDeclaredMethods()) {
            if (attribute.getParameterCount() == 0 && !Modifier.isStatic(attribute.getModifiers())) {
                texts.add(attribute.getName() + "=" + text(read(attribute, annotation)));
            }
        }
        Collections.sort(texts);
        return "@" + type.getName() + texts;
    }

    /** Attributes of an annotation that is not public are not either. */
    private static @Nullable Object read(Method attribute, Object from) {
        try {
            return attribute.trySetAccessible() ? attribute.invoke(from) : null;
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }

    /** Spring's own view of an annotation, as one; null if it is something else. */
    private static @Nullable Object synthesized(Object value, Class<?> type) {
        for (Class<?> next = type; next != null; next = next.getSuperclass()) {
            for (Class<?> implemented : next.getInterfaces()) {
                if (implemented.getName().equals(MERGED_ANNOTATION)) {
                    try {
                        return implemented.getMethod("synthesize").invoke(value);
                    } catch (ReflectiveOperationException e) {
                        return null; // For one that is missing, which is a value too.
                    }
                }
            }
        }
        return null;
    }

    private String fields(Object value, Class<?> top) {
        List<String> texts = new ArrayList<>();
        for (Class<?> type = value.getClass(); type != null && type != top; type = type.getSuperclass()) {
            Field[] fields = type.getDeclaredFields();
            Arrays.sort(fields, Comparator.comparing(Field::getName));
            for (Field field : fields) {
                int modifiers = field.getModifiers();
                if (!Modifier.isStatic(modifiers)
                        && !Modifier.isTransient(modifiers)
                        && !field.isSynthetic()
                        && !(HASHES.contains(field.getName()) && field.getType().isPrimitive())
                        && field.trySetAccessible()) {
                    texts.add(field.getName() + "=" + text(get(field, value)));
                }
            }
        }
        return nameOf(value.getClass()) + texts;
    }

    private static @Nullable Object get(Field field, Object of) {
        try {
            return field.get(of);
        } catch (IllegalAccessException e) {
            return null;
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
