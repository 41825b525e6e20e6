package io.github.surefiremp.discover;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A merged configuration of Spring's, read through its public getters.
 *
 * @param testClass the class for which it was made and those around it; it does not count
 */
record SpringConfiguration(Object configuration, List<Class<?>> testClass) {
    private static final String TOP = "org.springframework.test.context.MergedContextConfiguration";
    private static final String SPRING = "org.springframework.";
    /** In Spring Boot, the field of a customizer by which it is compared, if it has others as well. */
    private static final List<String> KEYS = List.of("key", "keys");
    /** Customizers that replace beans, by mocks for example: each holds a set with one entry a bean. */
    private static final List<String> REPLACING = List.of("BeanOverrideContextCustomizer", "MockitoContextCustomizer");
    /** Its key is a set with the names of what a test class imports. */
    private static final String IMPORTING = "ImportsContextCustomizer";
    /** Properties that Spring Boot adds by itself. */
    private static final List<String> OWN_PROPERTIES = List.of(SPRING + "boot.", "spring.main.web-application-type");

    private static final int DIGITS = 16;
    private static final int NAMES = 3;

    /**
     * Short, the same in all JVMs and from run to run.
     *
     * @param owner the one class that can have it, or nothing
     */
    String key(String owner) {
        return "spring:" + digest(owner + '\n' + text());
    }

    /** What Spring compares, as a text. */
    private String text() {
        List<String> lines = new ArrayList<>();
        lines.add(configuration.getClass().getName());
        lines.add(StableText.of(read("getLocations"), List.of()));
        lines.add(StableText.of(read("getClasses"), List.of()));
        lines.add(StableText.of(read("getContextInitializerClasses"), List.of()));
        lines.add(StableText.of(read("getActiveProfiles"), List.of()));
        lines.add(StableText.of(propertySources(), List.of()));
        lines.add(StableText.of(read("getPropertySourceProperties"), List.of()));
        lines.add(new TreeSet<>(customizers().stream().map(this::text).toList()).toString());
        Object loader = read("getContextLoader");
        lines.add(loader == null ? "" : StableText.nameOf(loader.getClass()));
        lines.add(StableText.ofFieldsBelow(top(), configuration));
        Object parent = parent();
        lines.add(parent == null ? "" : new SpringConfiguration(parent, testClass).text());
        return String.join("\n", lines);
    }

    /** The descriptors; before Spring 6.1 only where the files are. */
    private @Nullable Object propertySources() {
        try {
            return call("getPropertySourceDescriptors");
        } catch (ReflectiveOperationException e) {
            return read("getPropertySourceLocations");
        }
    }

    private String text(Object customizer) {
        Object key = keyOf(customizer);
        return key != null
                ? StableText.nameOf(customizer.getClass()) + StableText.of(key, testClass)
                : StableText.ofFields(customizer, testClass);
    }

    private static @Nullable Object keyOf(Object customizer) {
        if (!customizer.getClass().getName().startsWith(SPRING)) {
            return null;
        }
        return KEYS.stream()
                .map(name -> value(customizer, name))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Object value(Object of, String name) {
        try {
            Field field = of.getClass().getDeclaredField(name);
            return field.trySetAccessible() ? field.get(of) : null;
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }

    /** For people: what it is made of, and what tells it from others that are made of the same. */
    String name() {
        Class<?>[] classes = (Class<?>[]) Objects.requireNonNull(read("getClasses"));
        String[] locations = (String[]) Objects.requireNonNull(read("getLocations"));
        List<String> sources = Stream.concat(
                        Arrays.stream(classes).map(Annotations::simpleName),
                        Arrays.stream(locations).map(place -> place.substring(place.lastIndexOf('/') + 1)))
                .toList();
        List<String> details = new ArrayList<>();
        String[] profiles = (String[]) Objects.requireNonNull(read("getActiveProfiles"));
        if (profiles.length > 0) {
            details.add("profile " + String.join(" ", profiles));
        }
        String kind = configuration.getClass().getSimpleName();
        if (kind.startsWith("Web")) {
            details.add("web");
        } else if (kind.startsWith("Reactive")) {
            details.add("reactive web");
        }
        String properties = Arrays.stream((String[]) Objects.requireNonNull(read("getPropertySourceProperties")))
                // Without the values, one of which may be a password.
                .map(property -> property.split("[=:\\s]", 2)[0])
                .filter(property ->
                        !property.isBlank() && OWN_PROPERTIES.stream().noneMatch(property::startsWith))
                .collect(joining(" "));
        if (!properties.isEmpty()) {
            details.add("with " + properties);
        }
        String imported = customizers().stream()
                .flatMap(SpringConfiguration::imported)
                .sorted()
                .distinct()
                .collect(joining(" "));
        if (!imported.isEmpty()) {
            details.add("imports " + imported);
        }
        int replaced =
                customizers().stream().mapToInt(SpringConfiguration::replaced).sum();
        if (replaced > 0) {
            details.add(replaced + (replaced == 1 ? " bean" : " beans") + " replaced");
        }
        String of = sources.isEmpty()
                ? Annotations.simpleName(testClass.get(0))
                : sources.stream().limit(NAMES).collect(joining(", ")) + (sources.size() > NAMES ? ", …" : "");
        return "Spring context of " + of + (details.isEmpty() ? "" : " (" + String.join(", ", details) + ")");
    }

    private static Stream<String> imported(Object customizer) {
        Object key = customizer.getClass().getSimpleName().equals(IMPORTING) ? keyOf(customizer) : null;
        Object names = key == null ? null : value(key, "key");
        return names instanceof Collection<?> all
                ? all.stream()
                        .filter(name ->
                                name instanceof String && !name.toString().startsWith(SPRING))
                        .map(name -> name.toString().replaceAll(".*[.$]", ""))
                : Stream.empty();
    }

    private static int replaced(Object customizer) {
        if (!REPLACING.contains(customizer.getClass().getSimpleName())) {
            return 0;
        }
        return Arrays.stream(customizer.getClass().getDeclaredFields())
                .map(field -> value(customizer, field.getName()))
                .mapToInt(value -> value instanceof Collection<?> beans ? beans.size() : 0)
                .sum();
    }

    Collection<?> customizers() {
        return read("getContextCustomizers") instanceof Collection<?> customizers ? customizers : List.of();
    }

    @Nullable
    Object parent() {
        return read("getParent");
    }

    private Class<?> top() {
        Class<?> type = configuration.getClass();
        while (!type.getName().equals(TOP) && type.getSuperclass() != null) {
            type = type.getSuperclass();
        }
        return type;
    }

    private @Nullable Object read(String getter) {
        try {
            return call(getter);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this version of Spring has no " + getter, e);
        }
    }

    private @Nullable Object call(String getter) throws NoSuchMethodException {
        try {
            return top().getMethod(getter).invoke(configuration);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
