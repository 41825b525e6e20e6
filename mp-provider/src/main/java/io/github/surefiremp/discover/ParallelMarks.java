package io.github.surefiremp.discover;

import io.github.surefiremp.discover.ParallelScope.Mark;
import io.github.surefiremp.discover.ParallelScope.Place;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds {@code @Parallelizable} and {@code @NotParallelizable} on methods, classes and packages. */
final class ParallelMarks {
    private static final String PARALLELIZABLE = "io.github.surefiremp.annotations.Parallelizable";
    private static final String NOT_PARALLELIZABLE = "io.github.surefiremp.annotations.NotParallelizable";
    private static final ClassValue<Boolean> SEEN = Annotations.seen(PARALLELIZABLE);

    /** A package, and what it is marked as. */
    record OfPackage(String name, Mark mark) {}

    private ParallelMarks() {}

    /** Where the annotation is not on the class path nothing is marked, and there is no need to look. */
    static boolean mayBeUsedIn(Class<?> type) {
        return SEEN.get(type);
    }

    /** All marks that hold for a class, from itself outwards. */
    static List<Mark> ofClass(Class<?> type) {
        List<Mark> chain = new ArrayList<>();
        for (Class<?> around = type; around != null; around = around.getEnclosingClass()) {
            chain.add(onClass(around, around == type ? Place.CLASS : Place.AROUND));
        }
        nearestPackage(type).ifPresent(marked -> chain.add(marked.mark()));
        return chain;
    }

    /** All marks that hold for a method of a class, which it may have inherited. */
    static List<Mark> ofMethod(Method method, Class<?> type) {
        List<Mark> chain = new ArrayList<>();
        chain.add(on(method, Place.METHOD));
        chain.addAll(ofClass(type));
        return chain;
    }

    /** The nearest package with a mark: that of the class, or one around it by its name. */
    static Optional<OfPackage> nearestPackage(Class<?> type) {
        for (String name = type.getPackageName(); !name.isEmpty(); name = parent(name)) {
            Class<?> info = info(name, type.getClassLoader());
            if (info != null) {
                Mark mark = on(info, Place.PACKAGE);
                if (mark.isThere()) {
                    return Optional.of(new OfPackage(name, mark));
                }
            }
        }
        return Optional.empty();
    }

    private static String parent(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    private static @Nullable Class<?> info(String name, ClassLoader loader) {
        try {
            return Class.forName(name + ".package-info", false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            return null;
        }
    }

    /** What is nearest in the lineage counts. */
    private static Mark onClass(Class<?> type, Place place) {
        for (Class<?> source : Annotations.lineage(type)) {
            Mark mark = on(source, place);
            if (mark.isThere()) {
                return mark;
            }
        }
        return new Mark(place, false, null);
    }

    private static Mark on(AnnotatedElement element, Place place) {
        boolean not = !Annotations.find(element, NOT_PARALLELIZABLE).isEmpty();
        ParallelScope scope = Annotations.find(element, PARALLELIZABLE).stream()
                .flatMap(found -> Annotations.constants(found.annotation(), "value").stream())
                .map(ParallelMarks::scope)
                .findFirst()
                .orElse(null);
        return new Mark(place, not, scope);
    }

    /** A scope of later annotations, which this version does not know, lets nothing run at the same time. */
    private static ParallelScope scope(String name) {
        return Arrays.stream(ParallelScope.values())
                .filter(scope -> scope.name().equals(name))
                .findFirst()
                .orElse(ParallelScope.NONE);
    }
}
