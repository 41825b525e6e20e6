package io.github.surefiremp.discover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.surefiremp.annotations.NotParallelizable;
import io.github.surefiremp.annotations.Parallelizable;
import io.github.surefiremp.annotations.Scope;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;

class ParallelTestsTest {
    private final ParallelTests tests = new ParallelTests(key -> Optional.empty());

    static class Two {
        @Test
        void a() {}

        @Test
        void b() {}
    }

    @Parallelizable(Scope.CHILDREN)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Composed {}

    @Composed
    static class ByAComposedAnnotation extends Two {}

    static class Inherited extends ByAComposedAnnotation {}

    @NotParallelizable
    static class NotInherited extends ByAComposedAnnotation {}

    @Parallelizable(Scope.CHILDREN)
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class Ordered extends Two {
        @Test
        @NotParallelizable
        void c() {}

        @Test
        @Parallelizable(Scope.PARAMETERS)
        void d() {}

        @Test
        void e() {}

        @Test
        void f() {}
    }

    @Parallelizable(Scope.PARAMETERS)
    static class Invocations {
        @RepeatedTest(2)
        void a() {}

        @Test
        void b() {}
    }

    @Parallelizable(Scope.ALL)
    static class WithNested extends Two {
        @Nested
        class In {
            @Test
            void x() {}

            @Test
            void y() {}
        }

        @Nested
        @TestInstance(TestInstance.Lifecycle.PER_CLASS)
        class OneInstance {
            @Test
            void x() {}

            @Test
            void y() {}
        }

        @Nested
        @ParameterizedClass
        @ValueSource(ints = {1, 2})
        class Template {
            Template(int i) {}

            @Test
            void x() {}
        }
    }

    @Parallelizable(Scope.CHILDREN)
    @ResourceLock("db")
    static class Writes extends Two {}

    @Parallelizable(Scope.CHILDREN)
    @ResourceLock(value = "db", mode = ResourceAccessMode.READ)
    static class Reads extends Two {}

    @Parallelizable(Scope.CHILDREN)
    @ResourceLock(value = "db", mode = ResourceAccessMode.READ)
    static class ReadsAndWrites extends Two {
        @Test
        @ResourceLock("other")
        void c() {}
    }

    @Parallelizable(Scope.CHILDREN)
    @Isolated
    static class Alone extends Two {}

    @Test
    void withoutAMarkNothingRunsAtTheSameTime() {
        assertThat(tests.isConcurrent(node(Two.class))).isFalse();
        assertThat(batches(Two.class)).containsExactly("a", "b");
    }

    @Test
    void marksAreInheritedAndComposedAndNotBeatsThem() {
        assertThat(batches(ByAComposedAnnotation.class)).containsExactly("a b");
        assertThat(batches(Inherited.class)).containsExactly("a b");
        assertThat(batches(NotInherited.class)).containsExactly("a", "b");
    }

    @Test
    void batchesKeepTheOrderOfTheMethods() {
        assertThat(batches(Ordered.class)).containsExactly("a b", "c", "d", "e f");
    }

    @Test
    void onlyInvocationsMayRunAtTheSameTime() {
        TestDescriptor node = node(Invocations.class);
        assertThat(tests.isConcurrent(node)).isTrue();
        assertThat(tests.batches(node)).allMatch(batch -> batch.size() == 1);
        assertThat(node.getChildren().stream().map(tests::runsInvocationsTogether))
                .containsExactlyInAnyOrder(true, false);
    }

    @Test
    void nestedClassesAreInTheBatchButNotTemplates() {
        List<String> batches = batches(WithNested.class);
        assertThat(batches).anyMatch(batch -> batch.startsWith("a b"));
        assertThat(batches).anyMatch(batch -> batch.contains("In") && batch.contains("OneInstance"));
        assertThat(batches).contains("Template");
        TestDescriptor oneInstance = child(node(WithNested.class), "OneInstance");
        assertThat(tests.isConcurrent(oneInstance)).isFalse();
        assertThat(tests.isConcurrent(child(node(WithNested.class), "In"))).isTrue();
        assertThat(tests.isConcurrent(child(node(WithNested.class), "Template")))
                .isFalse();
    }

    @Test
    void whatHoldsALockForWritingRunsInOrder() {
        assertThat(batches(Writes.class)).containsExactly("a", "b");
        assertThat(batches(Reads.class)).containsExactly("a b");
        assertThat(batches(ReadsAndWrites.class)).hasSize(3);
        assertThat(batches(Alone.class)).containsExactly("a", "b");
    }

    private List<String> batches(Class<?> type) {
        return tests.batches(node(type)).stream()
                .map(batch -> batch.stream()
                        .map(ParallelTestsTest::name)
                        .sorted()
                        .reduce((one, other) -> one + " " + other)
                        .orElse(""))
                .toList();
    }

    private static String name(TestDescriptor node) {
        return node.getUniqueId().getLastSegment().getValue().replace("()", "");
    }

    private static TestDescriptor child(TestDescriptor node, String name) {
        return node.getChildren().stream()
                .filter(child -> name(child).equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static TestDescriptor node(Class<?> type) {
        return new JupiterTestEngine()
                .discover(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(type))
                                .build(),
                        UniqueId.forEngine("junit-jupiter"))
                .getChildren()
                .iterator()
                .next();
    }
}
