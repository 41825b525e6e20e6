package io.github.surefiremp.discover;

import io.github.surefiremp.discover.ParallelScope.Mark;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.engine.support.hierarchical.ExclusiveResource;
import org.junit.platform.engine.support.hierarchical.ExclusiveResource.LockMode;
import org.junit.platform.engine.support.hierarchical.Node;

/**
 * What of Jupiter's tree runs at the same time, as the annotations say. Runs inside a worker, next to the tests' classes.
 *
 * <p>Class templates, such as a parameterized class, are left as they are, with all below them.
 */
public final class ParallelTests {
    private static final String JUPITER = "junit-jupiter";
    private static final Set<String> CLASSES = Set.of("class", "nested-class");
    private static final Set<String> METHODS = Set.of("method", "test-template", "test-factory");
    private static final Set<String> SEVERAL = Set.of("test-template", "test-factory");

    private final Function<String, Optional<String>> configuration;

    /** @param configuration the configuration parameters of the JUnit Platform */
    public ParallelTests(Function<String, Optional<String>> configuration) {
        this.configuration = configuration;
    }

    /** Whether anything of a class runs at the same time as something else of it. */
    public boolean isConcurrent(TestDescriptor of) {
        return runsInvocationsTogether(of)
                || batches(of).stream().anyMatch(batch -> batch.size() > 1)
                || of.getChildren().stream().anyMatch(this::isConcurrent);
    }

    /** What names the unit of a class that runs at the same time as others of its package; empty if it does not. */
    public Optional<String> unitOf(TestDescriptor topLevel) {
        Class<?> type = classOf(topLevel);
        if (type == null || !isOneOf(CLASSES, topLevel) || !ParallelMarks.mayBeUsedIn(type)) {
            return Optional.empty();
        }
        return ParallelMarks.nearestPackage(type)
                .filter(marked -> marked.mark().scope() != null
                        && marked.mark().scope().children()
                        && ParallelScope.decide(ParallelMarks.ofClass(type), false)
                                .children())
                .map(marked -> "package " + marked.name());
    }

    /** What is directly below a class, in its order: what is in one list runs at the same time. */
    public List<List<TestDescriptor>> batches(TestDescriptor container) {
        List<TestDescriptor> children = List.copyOf(container.getChildren());
        if (!isOneOf(CLASSES, container) || children.size() < 2 || isConfined(container)) {
            return children.stream().map(List::of).toList();
        }
        List<ParallelScope> scopes =
                children.stream().map(child -> scopeIn(container, child)).toList();
        return ParallelScope.batches(scopes).stream()
                .map(batch -> batch.stream().map(children::get).toList())
                .toList();
    }

    /** Whether the invocations of a method run at the same time. */
    public boolean runsInvocationsTogether(TestDescriptor method) {
        TestDescriptor container = method.getParent().orElse(null);
        return isOneOf(SEVERAL, method)
                && container != null
                && isOneOf(CLASSES, container)
                && !isConfined(method)
                && scopeIn(container, method).parameters();
    }

    private ParallelScope scopeIn(TestDescriptor container, TestDescriptor child) {
        Class<?> type = classOf(container);
        if (type == null || !ParallelMarks.mayBeUsedIn(type)) {
            return ParallelScope.NONE;
        }
        if (isOneOf(METHODS, child)) {
            return source(child, MethodSource.class)
                    .flatMap(ParallelTests::javaMethod)
                    .map(method -> decide(ParallelMarks.ofMethod(method, type), type))
                    .orElse(ParallelScope.NONE);
        }
        Class<?> nested = classOf(child);
        if (nested == null || !isOneOf(CLASSES, child)) {
            return ParallelScope.NONE;
        }
        // Its own mark is about what is in it; beside it are those of the class around.
        boolean beside = decide(ParallelMarks.ofClass(type), type).children();
        ParallelScope own = ParallelScope.decide(ParallelMarks.ofClass(nested), false);
        return beside ? own : ParallelScope.NONE;
    }

    private ParallelScope decide(List<Mark> chain, Class<?> type) {
        return ParallelScope.decide(chain, ClassTraits.keepsOrder(type, configuration));
    }

    /** JUnit lets nothing below a node run at the same time that holds a lock for writing, or will for its children. */
    private static boolean isConfined(TestDescriptor node) {
        for (TestDescriptor at = node; at != null; at = at.getParent().orElse(null)) {
            Set<ExclusiveResource> own = locksOf(at);
            Set<ExclusiveResource> below = new HashSet<>();
            at.getChildren().forEach(child -> addLocks(child, below));
            if (own.stream().anyMatch(ParallelTests::isWrite)
                    || (!own.isEmpty() && below.stream().anyMatch(ParallelTests::isWrite))
                    || below.stream()
                            .anyMatch(lock -> isWrite(lock) && lock.getKey().equals(ExclusiveResource.GLOBAL_KEY))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWrite(ExclusiveResource lock) {
        return lock.getLockMode() == LockMode.READ_WRITE;
    }

    private static void addLocks(TestDescriptor node, Set<ExclusiveResource> locks) {
        locks.addAll(locksOf(node));
        node.getChildren().forEach(child -> addLocks(child, locks));
    }

    private static Set<ExclusiveResource> locksOf(TestDescriptor descriptor) {
        return descriptor instanceof Node<?> node ? node.getExclusiveResources() : Set.of();
    }

    private static boolean isOneOf(Set<String> types, TestDescriptor descriptor) {
        return JUPITER.equals(descriptor.getUniqueId().getEngineId().orElse(""))
                && types.contains(descriptor.getUniqueId().getLastSegment().getType());
    }

    private static @Nullable Class<?> classOf(TestDescriptor descriptor) {
        return source(descriptor, ClassSource.class)
                .map(ClassSource::getJavaClass)
                .orElse(null);
    }

    private static Optional<Method> javaMethod(MethodSource source) {
        try {
            return Optional.of(source.getJavaMethod());
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static <T extends TestSource> Optional<T> source(TestDescriptor descriptor, Class<T> type) {
        return descriptor.getSource().filter(type::isInstance).map(type::cast);
    }
}
