package io.github.surefiremp.discover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.surefiremp.annotations.Affinity;
import io.github.surefiremp.annotations.MpGroup;
import io.github.surefiremp.annotations.Strategy;
import io.github.surefiremp.coordination.Shared;
import io.github.surefiremp.coordination.SharedFixture;
import io.github.surefiremp.model.GroupMark;
import io.github.surefiremp.model.LockNeed;
import io.github.surefiremp.model.Piece;
import io.github.surefiremp.model.SetUp;
import io.github.surefiremp.model.TestClass;
import io.github.surefiremp.model.TestClass.Cut;
import io.github.surefiremp.model.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

class PlatformTestsTest {
    static class Plain {
        @Test
        void one() {}

        @RepeatedTest(3)
        void two() {}

        @Nested
        class Inner {
            @Test
            @MpGroup(value = "db", strategy = Strategy.SERIAL)
            void three() {}
        }

        @Nested
        @TestMethodOrder(MethodOrderer.MethodName.class)
        class Ordered {
            @Test
            void four() {}

            @Test
            @MpGroup("web")
            void five() {}
        }
    }

    @Test
    void aClassIsCutIntoMethodsAndIntoNestedClassesThatMustStayWhole() {
        TestClass found = describe(Plain.class, Map.of());

        assertThat(found.tests()).isEqualTo(5);
        // A nested class that must stay whole says that somebody thought about order here.
        assertThat(found.cut()).isEqualTo(Cut.IF_ASKED);
        assertThat(found.pieces()).extracting(Piece::method).containsExactlyInAnyOrder("one", "two", "three", "");
        Piece three = piece(found, "three");
        assertThat(three.selector()).contains("/[nested-class:Inner]/[method:three()]");
        assertThat(three.className()).isEqualTo(Plain.class.getName() + "$Inner");
        assertThat(three.groups()).extracting(GroupMark::group).containsExactly("db");
        Piece ordered = piece(found, "");
        assertThat(ordered.whole()).contains("@TestMethodOrder");
        assertThat(ordered.tests()).isEqualTo(2);
        assertThat(ordered.groupsInside()).extracting(GroupMark::group).containsExactly("web");
    }

    @TestInstance(Lifecycle.PER_CLASS)
    @MpGroup("db")
    static class OneInstance {
        @Test
        @MpGroup("web")
        void one() {}
    }

    @Test
    void aClassThatMustStayWholeTellsWhyAndWhatIsMarkedInside() {
        TestClass found = describe(OneInstance.class, Map.of());

        assertThat(found.cut()).isEqualTo(Cut.NEVER);
        assertThat(found.whole()).contains("PER_CLASS");
        assertThat(found.pieces()).isEmpty();
        assertThat(found.groups()).extracting(GroupMark::group).containsExactly("db");
        assertThat(found.groupsInside()).extracting(GroupMark::group).containsExactly("web");
    }

    @ResourceLock(value = "files", mode = ResourceAccessMode.READ)
    static class Locking {
        @Test
        void reads() {}

        @Test
        @ResourceLock("db")
        void writes() {}
    }

    @Isolated
    static class Lonely {
        @Test
        void one() {}
    }

    @Test
    void locksAreThoseOfTheMethodAndOfItsClass() {
        TestClass found = describe(Locking.class, Map.of());

        assertThat(found.locks()).isEqualTo(Set.of(new LockNeed("files", false), new LockNeed("db", true)));
        assertThat(piece(found, "reads").locks()).isEqualTo(Set.of(new LockNeed("files", false)));
        assertThat(piece(found, "writes").locks())
                .isEqualTo(Set.of(new LockNeed("files", false), new LockNeed("db", true)));
        assertThat(describe(Lonely.class, Map.of()).locks()).allMatch(LockNeed::isForAll);
    }

    static class Simple {
        @Test
        void one() {}

        @Test
        void two() {}
    }

    @Test
    void aSimpleClassIsSafeToCutUnlessAParameterSaysOtherwise() {
        assertThat(describe(Simple.class, Map.of()).cut()).isEqualTo(Cut.SAFE);
        assertThat(describe(Simple.class, Map.of("junit.jupiter.testinstance.lifecycle.default", "per_class"))
                        .cut())
                .isEqualTo(Cut.NEVER);
    }

    @Test
    void aClassOfWhichOnlyTheWholeCountsHasItsTestsAndLocks() {
        PlatformTests tests = tests(Locking.class, Map.of(), 1);

        TestClass found = tests.describeWhole(Locking.class);

        assertThat(found.tests()).isEqualTo(tests.count(Locking.class)).isEqualTo(2);
        assertThat(found.locks()).isEqualTo(tests.describe(Locking.class).locks());
        assertThat(found.cut()).isEqualTo(Cut.NEVER);
        assertThat(found.pieces()).isEmpty();
    }

    @Test
    void annotationsAreLookedForWhereTheyAreOnTheClassPath() {
        assertThat(PlatformTests.mayBeAnnotated(Simple.class)).isTrue();
        assertThat(PlatformTests.mayBeAnnotated(String.class)).isFalse();
    }

    abstract static class Database implements SharedFixture<String> {}

    static class WithFixture {
        @Test
        void one(@Shared(Database.class) String url) {}
    }

    @ParameterizedClass
    @ValueSource(ints = 1)
    record Template(int number) {
        @Test
        void one(@Shared(Database.class) String url) {}
    }

    @Test
    void aClassHasTheFixturesThatItUses() {
        assertThat(describe(WithFixture.class, Map.of()).fixtures()).containsExactly(Database.class.getName());
        assertThat(describe(Template.class, Map.of()).fixtures()).containsExactly(Database.class.getName());
        assertThat(describe(Simple.class, Map.of()).fixtures()).isEmpty();
    }

    @Test
    void aClassOfAnotherEngineMayUseAnyFixture() {
        assertThat(new PlatformTests(key -> Optional.empty(), 1, 1)
                        .describe(WithFixture.class)
                        .fixtures())
                .containsExactlyInAnyOrder(Database.class.getName(), TestClass.ANY_FIXTURE);
    }

    @SpringJUnitConfig(SpringSamples.Cart.class)
    @Affinity("cart")
    static class WithSetUps {
        @Test
        void one() {}
    }

    @Test
    void aClassHasTheSetUpsThatItNeedsHoweverItIsDescribed() {
        PlatformTests tests = tests(WithSetUps.class, Map.of(), 1);
        List<SetUp> setUps = tests.describe(WithSetUps.class).setUps();

        assertThat(setUps).extracting(SetUp::name).containsExactly("@Affinity(\"cart\")", "Spring context of Cart");
        assertThat(tests.describeWhole(WithSetUps.class).setUps()).isEqualTo(setUps);
        assertThat(new PlainTests().describe(WithSetUps.class).setUps()).isEqualTo(setUps);
        assertThat(tests.troubles()).isEmpty();
        assertThat(describe(Simple.class, Map.of()).setUps()).isEmpty();
    }

    static class Apart {
        @Nested
        class Inner {
            @Nested
            class Deep {
                @Test
                void one() {}
            }
        }

        static class Other {
            @Test
            void two() {}
        }
    }

    @Test
    void aNestedClassRunsInsideOfTheClassesAroundItIfTheyRun() {
        PlatformTests tests = tests(Apart.class, Map.of(), 1);
        String outer = Apart.class.getName();
        String inner = Apart.Inner.class.getName();

        assertThat(tests.runsInside(Apart.Inner.class, Set.of(outer, inner))).isTrue();
        assertThat(tests.runsInside(Apart.Inner.Deep.class, Set.of(inner))).isTrue();
        assertThat(tests.runsInside(Apart.Inner.class, Set.of(inner))).isFalse();
        // Not @Nested, so the platform runs it on its own.
        assertThat(tests.runsInside(Apart.Other.class, Set.of(outer))).isFalse();
        assertThat(tests.runsInside(Apart.class, Set.of(outer))).isFalse();
    }

    @Test
    void nothingIsFoundWhereNoEngineHasATest() {
        assertThat(tests(Simple.class, Map.of(), 1).isEmpty()).isFalse();
        assertThat(tests(String.class, Map.of(), 1).isEmpty()).isTrue();
    }

    @Test
    void aClassThatNoEngineShowsMustStayWhole() {
        TestClass found = new PlatformTests(key -> Optional.empty(), 1, 1).describe(Simple.class);

        assertThat(found.cut()).isEqualTo(Cut.NEVER);
        assertThat(found.whole()).contains("engine");
        assertThat(found.tests()).isEqualTo(1);
    }

    @Execution(ExecutionMode.CONCURRENT)
    static class AtTheSameTime {
        @Test
        @Execution(ExecutionMode.SAME_THREAD)
        void one() {}

        @Test
        @Execution(ExecutionMode.SAME_THREAD)
        void two() {}
    }

    static class MethodsAtTheSameTime {
        @Test
        @Execution(ExecutionMode.CONCURRENT)
        void one() {}

        @Test
        void two() {}
    }

    @Test
    void aClassThatMayRunBesideOthersSaysOnHowManyThreads() {
        assertThat(inParallel(AtTheSameTime.class, 3).threads()).isEqualTo(new Threads(3, true));
        assertThat(inParallel(AtTheSameTime.class, 3).cut()).isEqualTo(Cut.SAFE);
        assertThat(inParallel(MethodsAtTheSameTime.class, 3).threads()).isEqualTo(new Threads(3, false));
        assertThat(inParallel(AtTheSameTime.class, 1).threads()).isEqualTo(Threads.ONE);
        PlatformTests tests = tests(AtTheSameTime.class, Map.of(), 2);
        assertThat(tests.describeWhole(AtTheSameTime.class).threads()).isEqualTo(new Threads(2, true));
    }

    @Test
    void aClassWhoseTestsRunAtTheSameTimeIsSplitOnlyIfAsked() {
        assertThat(inParallel(MethodsAtTheSameTime.class, 3).cut()).isEqualTo(Cut.IF_ASKED);
        assertThat(inParallel(MethodsAtTheSameTime.class, 1).cut()).isEqualTo(Cut.SAFE);
    }

    private static TestClass inParallel(Class<?> type, int threads) {
        return tests(type, Map.of("junit.jupiter.execution.parallel.enabled", "true"), threads)
                .describe(type);
    }

    private static Piece piece(TestClass of, String method) {
        return of.pieces().stream()
                .filter(piece -> piece.method().equals(method))
                .findFirst()
                .orElseThrow();
    }

    private static TestClass describe(Class<?> type, Map<String, String> parameters) {
        return tests(type, parameters, 1).describe(type);
    }

    private static PlatformTests tests(Class<?> type, Map<String, String> parameters, int threads) {
        List<TestDescriptor> roots = new ArrayList<>();
        roots.add(new JupiterTestEngine()
                .discover(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(type))
                                .configurationParameters(parameters)
                                .build(),
                        UniqueId.forEngine("junit-jupiter")));
        PlatformTests tests = new PlatformTests(key -> Optional.ofNullable(parameters.get(key)), threads, 1);
        roots.forEach(tests::add);
        return tests;
    }
}
