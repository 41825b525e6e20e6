package io.github.surefiremp.discover;

import io.github.surefiremp.model.GroupMark;
import io.github.surefiremp.model.LockNeed;
import io.github.surefiremp.model.Piece;
import io.github.surefiremp.model.TestClass;
import io.github.surefiremp.model.TestClass.Cut;
import io.github.surefiremp.model.Threads;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.engine.support.hierarchical.ExclusiveResource;
import org.junit.platform.engine.support.hierarchical.Node;

/**
 * From the test trees of the JUnit Platform to what the controller wants to know of each class. Runs inside a worker,
 * next to the tests' classes. For one thread.
 */
public final class PlatformTests {
    private static final String JUPITER = "junit-jupiter";
    private static final String CLASS = "class";
    private static final String NESTED_CLASS = "nested-class";

    private final Function<String, Optional<String>> configuration;
    private final int jupiterThreads;
    private final int markedThreads;
    private final SetUps setUps = new SetUps();
    private final Map<String, List<TestDescriptor>> found = new HashMap<>();
    private boolean empty = true;

    /**
     * @param configuration the configuration parameters of the JUnit Platform
     * @param jupiterThreads on how many threads Jupiter runs tests, 1 if one after another
     * @param markedThreads on how many threads what is marked parallelizable runs, 1 if one after another
     */
    public PlatformTests(Function<String, Optional<String>> configuration, int jupiterThreads, int markedThreads) {
        this.configuration = configuration;
        this.jupiterThreads = jupiterThreads;
        this.markedThreads = markedThreads;
    }

    /** Takes in what an engine discovered. */
    public void add(TestDescriptor engine) {
        for (TestDescriptor child : engine.getChildren()) {
            empty = false;
            source(child, ClassSource.class)
                    .ifPresent(source -> found.computeIfAbsent(source.getClassName(), key -> new ArrayList<>())
                            .add(child));
        }
    }

    /** Whether no engine has anything to run. */
    public boolean isEmpty() {
        return empty;
    }

    /** The one node that stands for the class; empty if several engines have one, or an engine hides it. */
    public Optional<TestDescriptor> only(String className) {
        List<TestDescriptor> descriptors = found.getOrDefault(className, List.of());
        return descriptors.size() == 1 ? Optional.of(descriptors.get(0)) : Optional.empty();
    }

    /**
     * Whether a nested class runs anyway, as a part of a class around it. Of stock Surefire's one request for all
     * classes, the platform makes one tree, in which such a class is once.
     *
     * @param names of all classes that run
     */
    public boolean runsInside(Class<?> type, Set<String> names) {
        if (found.containsKey(type.getName())) {
            return false;
        }
        for (Class<?> outer = type.getEnclosingClass(); outer != null; outer = outer.getEnclosingClass()) {
            if (found.getOrDefault(outer.getName(), List.of()).stream()
                    .anyMatch(descriptor -> isBelowOneOf(names, descriptor, type.getName()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBelowOneOf(Set<String> names, TestDescriptor descriptor, String className) {
        boolean oneOf = source(descriptor, ClassSource.class)
                .filter(source -> names.contains(source.getClassName()))
                .isPresent();
        return descriptor.getChildren().stream()
                .anyMatch(child -> oneOf ? contains(child, className) : isBelowOneOf(names, child, className));
    }

    private static boolean contains(TestDescriptor descriptor, String className) {
        return source(descriptor, ClassSource.class)
                        .filter(source -> source.getClassName().equals(className))
                        .isPresent()
                || descriptor.getChildren().stream().anyMatch(child -> contains(child, className));
    }

    /** How many tests a class has, at least 1. */
    public int count(Class<?> type) {
        return Math.max(
                1,
                found.getOrDefault(type.getName(), List.of()).stream()
                        .mapToInt(PlatformTests::testsIn)
                        .sum());
    }

    /** Whether mp's annotations can be on the class; then it has to be described in detail. */
    public static boolean mayBeAnnotated(Class<?> type) {
        return GroupMarks.mayBeUsedIn(type) || SharedFixtures.mayBeUsedIn(type);
    }

    /** What is known of a class that stock Surefire would run, but for what only counts if it were split. */
    public TestClass describeWhole(Class<?> type) {
        Set<LockNeed> locks = new TreeSet<>();
        found.getOrDefault(type.getName(), List.of()).forEach(descriptor -> locks.addAll(locksBelow(descriptor)));
        return new TestClass(
                type.getName(),
                count(type),
                List.of(),
                locks,
                Cut.NEVER,
                "the run would not gain from splitting it",
                List.of(),
                List.of(),
                threads(found.getOrDefault(type.getName(), List.of())),
                Set.of(),
                setUps.of(type));
    }

    /** What could not be found out of the classes described since the last call, for a debug log. */
    public List<String> troubles() {
        return setUps.troubles();
    }

    /** What is known of a class that stock Surefire would run. */
    public TestClass describe(Class<?> type) {
        List<TestDescriptor> descriptors = found.getOrDefault(type.getName(), List.of());
        Set<LockNeed> locks = new TreeSet<>();
        descriptors.forEach(descriptor -> locks.addAll(locksBelow(descriptor)));
        Traits traits = traits(type, descriptors);
        List<GroupMark> groups = GroupMarks.ofClass(type);
        List<Piece> pieces = new ArrayList<>();
        if (traits.cut() != Cut.NEVER) {
            Inside inside = new Inside(type, groups, pieces);
            Cut least = inside.cut(descriptors.get(0), traits.cut(), locksOf(descriptors.get(0)));
            boolean safe = least == Cut.SAFE
                    && !runsTestsAtTheSameTime(descriptors.get(0))
                    && (markedThreads == 1 || threads(descriptors).count() == 1);
            traits = new Traits(safe ? Cut.SAFE : Cut.IF_ASKED, "");
        }
        List<GroupMark> groupsInside = traits.cut() == Cut.NEVER ? GroupMarks.insideOf(type) : List.of();
        return new TestClass(
                type.getName(),
                count(type),
                groups,
                locks,
                traits.cut(),
                traits.whole(),
                groupsInside,
                pieces,
                threads(descriptors),
                fixtures(type, descriptors),
                setUps.of(type));
    }

    private static Set<String> fixtures(Class<?> type, List<TestDescriptor> descriptors) {
        boolean onlyJupiter = !descriptors.isEmpty()
                && descriptors.stream()
                        .allMatch(found ->
                                JUPITER.equals(found.getUniqueId().getEngineId().orElse("")));
        return SharedFixtures.usedBy(type, onlyJupiter);
    }

    private Threads threads(List<TestDescriptor> descriptors) {
        if (descriptors.size() != 1 || !isOf(descriptors.get(0), CLASS)) {
            return Threads.ONE;
        }
        if (markedThreads > 1) {
            return marked(descriptors.get(0));
        }
        if (jupiterThreads == 1) {
            return Threads.ONE;
        }
        return new Threads(jupiterThreads, isConcurrent(descriptors.get(0)));
    }

    private Threads marked(TestDescriptor descriptor) {
        ParallelTests tests = new ParallelTests(configuration);
        Optional<String> together = tests.unitOf(descriptor);
        if (together.isPresent()) {
            return new Threads(markedThreads, true, together.get());
        }
        return tests.isConcurrent(descriptor) ? new Threads(markedThreads, false) : Threads.ONE;
    }

    /** Parts of it would run their tests one after another, which may take longer than all at the same time. */
    private boolean runsTestsAtTheSameTime(TestDescriptor descriptor) {
        return jupiterThreads > 1
                && descriptor.getChildren().stream()
                        .anyMatch(child -> isConcurrent(child) || runsTestsAtTheSameTime(child));
    }

    private static boolean isConcurrent(TestDescriptor descriptor) {
        return descriptor instanceof Node<?> node && node.getExecutionMode() == Node.ExecutionMode.CONCURRENT;
    }

    private record Traits(Cut cut, String whole) {}

    private Traits traits(Class<?> type, List<TestDescriptor> descriptors) {
        if (descriptors.size() != 1 || !isOf(descriptors.get(0), CLASS)) {
            return new Traits(Cut.NEVER, PlainTests.WHOLE);
        }
        ClassTraits traits = ClassTraits.of(type, configuration);
        return new Traits(traits.cut(), traits.cut() == Cut.NEVER ? traits.reason() : "");
    }

    private static boolean isOf(TestDescriptor descriptor, String type) {
        UniqueId id = descriptor.getUniqueId();
        return JUPITER.equals(id.getEngineId().orElse(""))
                && id.getLastSegment().getType().equals(type);
    }

    /** Collects the pieces of one top-level class. */
    private final class Inside {
        private final Class<?> topLevel;
        private final Set<String> placesOfTheClass = new HashSet<>();
        private final List<Piece> pieces;

        Inside(Class<?> topLevel, List<GroupMark> groups, List<Piece> pieces) {
            this.topLevel = topLevel;
            this.pieces = pieces;
            groups.forEach(mark -> placesOfTheClass.add(mark.place()));
        }

        /**
         * Adds the pieces of a class.
         *
         * @param cut what holds for the class
         * @param locks what its classes need
         * @return what holds for it together with its nested classes
         */
        Cut cut(TestDescriptor of, Cut cut, Set<LockNeed> locks) {
            Cut least = cut;
            for (TestDescriptor child : of.getChildren()) {
                if (isOf(child, NESTED_CLASS)) {
                    least = least(least, nested(child, locks));
                } else {
                    add(child, classOf(of), locks, "", List.of());
                }
            }
            return least;
        }

        private Cut nested(TestDescriptor nested, Set<LockNeed> outer) {
            Class<?> type = classOf(nested);
            ClassTraits traits = ClassTraits.of(type, configuration);
            if (traits.cut() == Cut.NEVER) {
                add(nested, type, outer, traits.reason(), GroupMarks.insideOf(type));
                return Cut.IF_ASKED;
            }
            Set<LockNeed> locks = new TreeSet<>(outer);
            locks.addAll(locksOf(nested));
            return cut(nested, traits.cut(), locks);
        }

        private void add(
                TestDescriptor piece, Class<?> type, Set<LockNeed> outer, String whole, List<GroupMark> inside) {
            Set<LockNeed> locks = new TreeSet<>(outer);
            locks.addAll(locksBelow(piece));
            Optional<MethodSource> method = source(piece, MethodSource.class);
            List<GroupMark> groups = new ArrayList<>();
            method.flatMap(PlatformTests::javaMethod).ifPresent(found -> groups.addAll(GroupMarks.ofMethod(found)));
            if (type != topLevel) {
                GroupMarks.ofClass(type).stream()
                        .filter(mark -> !placesOfTheClass.contains(mark.place()))
                        .forEach(groups::add);
            }
            pieces.add(new Piece(
                    piece.getUniqueId().toString(),
                    type.getName(),
                    method.map(MethodSource::getMethodName).orElse(""),
                    testsIn(piece),
                    groups,
                    locks,
                    whole,
                    inside));
        }

        private Class<?> classOf(TestDescriptor descriptor) {
            return source(descriptor, ClassSource.class)
                    .<Class<?>>map(ClassSource::getJavaClass)
                    .orElse(topLevel);
        }
    }

    private static Cut least(Cut one, Cut other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static Optional<Method> javaMethod(MethodSource source) {
        try {
            return Optional.of(source.getJavaMethod());
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static int testsIn(TestDescriptor descriptor) {
        int tests = descriptor.getChildren().stream()
                .mapToInt(PlatformTests::testsIn)
                .sum();
        return Math.max(tests, descriptor.isTest() || descriptor.getChildren().isEmpty() ? 1 : 0);
    }

    private static Set<LockNeed> locksBelow(TestDescriptor descriptor) {
        Set<LockNeed> locks = new TreeSet<>(locksOf(descriptor));
        descriptor.getChildren().forEach(child -> locks.addAll(locksBelow(child)));
        return locks;
    }

    private static Set<LockNeed> locksOf(TestDescriptor descriptor) {
        Set<LockNeed> locks = new TreeSet<>();
        if (descriptor instanceof Node<?> node) {
            for (ExclusiveResource resource : node.getExclusiveResources()) {
                locks.add(new LockNeed(
                        resource.getKey(), resource.getLockMode() == ExclusiveResource.LockMode.READ_WRITE));
            }
        }
        return locks;
    }

    private static <T extends TestSource> Optional<T> source(TestDescriptor descriptor, Class<T> type) {
        return descriptor.getSource().filter(type::isInstance).map(type::cast);
    }
}
