package io.github.surefiremp.discover;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.coordination.Shared;
import io.github.surefiremp.coordination.SharedFixture;
import io.github.surefiremp.model.TestClass;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedFixturesTest {
    @TempDir
    private Path folder;

    abstract static class A implements SharedFixture<String> {}

    abstract static class B implements SharedFixture<String> {}

    abstract static class C implements SharedFixture<String> {}

    abstract static class D implements SharedFixture<String> {}

    @Shared(D.class)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Url {}

    static class Everywhere {
        @Shared(A.class)
        private String field;

        @Shared(B.class)
        private static String all;

        Everywhere(@Shared(C.class) String parameter) {}

        void test(int number, @Url String parameter, String other) {}
    }

    @Test
    void fixturesAreFoundOnFieldsAndOnParametersOfConstructorsAndMethods() {
        assertThat(usedBy(Everywhere.class)).isEqualTo(names(A.class, B.class, C.class, D.class));
    }

    static class OfTheSession {
        void test(@Shared(A.class) String run, @Shared(value = B.class, scope = Shared.Scope.SESSION) String session) {}
    }

    @Test
    void fixturesOfTheSessionAreLeftOut() {
        assertThat(usedBy(OfTheSession.class)).isEqualTo(names(A.class));
    }

    static class None {
        void test(@Deprecated String parameter) {}
    }

    @Test
    void aClassWithoutTheAnnotationUsesNone() {
        assertThat(usedBy(None.class)).isEmpty();
    }

    static class Base {
        @Shared(A.class)
        private String field;
    }

    interface Contract {
        default void holds(@Shared(B.class) String parameter) {}
    }

    interface MoreContract extends Contract {}

    static class Heir extends Base implements MoreContract {}

    @Test
    void fixturesOfSuperclassesAndInterfacesAreInherited() {
        assertThat(usedBy(Heir.class)).isEqualTo(names(A.class, B.class));
    }

    static class Outer {
        @Shared(A.class)
        private String field;

        @Nested
        class Inner extends InnerBase {
            Inner(@Shared(B.class) String parameter) {}

            @Nested
            class Innermost {
                void test(@Shared(C.class) String parameter) {}
            }
        }

        abstract class InnerBase {
            void inherited(@Shared(D.class) String parameter) {}
        }
    }

    static class OuterHeir extends Outer {}

    @Test
    void fixturesOfNestedClassesBelongToTheClassAroundThem() {
        assertThat(usedBy(Outer.class)).isEqualTo(names(A.class, B.class, C.class, D.class));
        assertThat(usedBy(OuterHeir.class)).isEqualTo(names(A.class, B.class, C.class, D.class));
    }

    @Test
    void aNestedClassUsesWhatTheClassesAroundItUse() {
        assertThat(usedBy(Outer.Inner.Innermost.class)).isEqualTo(names(A.class, B.class, C.class, D.class));
    }

    static class Around {
        @Shared(A.class)
        private String field;

        static class Apart {
            @Shared(B.class)
            private String field;
        }
    }

    @Test
    void aStaticNestedClassStandsForItself() {
        assertThat(usedBy(Around.class)).isEqualTo(names(A.class));
        assertThat(usedBy(Around.Apart.class)).isEqualTo(names(B.class));
    }

    static class Recursive {
        @Nested
        class Again extends Recursive {
            @Shared(A.class)
            private String field;
        }
    }

    @Test
    void aNestedClassMayExtendTheOneAroundIt() {
        assertThat(usedBy(Recursive.class)).isEqualTo(names(A.class));
    }

    @Test
    void aClassOfAnotherEngineMayUseAnyFixture() {
        Set<String> expected = names(A.class);
        expected.add(TestClass.ANY_FIXTURE);

        assertThat(SharedFixtures.usedBy(Around.class, false)).isEqualTo(expected);
    }

    @Test
    void aClassThatCannotBeLookedAtMayUseAnyFixture() throws IOException {
        String source = "package x; class It { void test(Gone parameter) {} } class Gone {}";
        try (CompiledClasses classes =
                new CompiledClasses(folder, SharedFixturesTest.class.getClassLoader(), Map.of("x/It.java", source))) {
            assertThat(usedBy(classes.without("x.Gone").load("x.It"))).containsExactly(TestClass.ANY_FIXTURE);
        }
    }

    @Test
    void aClassWhoseFixtureIsMissingMayUseAnyFixture() throws IOException {
        String source = """
                package x;
                import io.github.surefiremp.coordination.*;
                class It { @Shared(Gone.class) String field; }
                abstract class Gone implements SharedFixture<String> {}
                """;
        try (CompiledClasses classes =
                new CompiledClasses(folder, SharedFixturesTest.class.getClassLoader(), Map.of("x/It.java", source))) {
            assertThat(usedBy(classes.without("x.Gone").load("x.It"))).containsExactly(TestClass.ANY_FIXTURE);
        }
    }

    @Test
    void nothingIsLookedForWhereTheAnnotationIsNotOnTheClassPath() throws IOException {
        String source = "package x; class It { void test(Gone parameter) {} } class Gone {}";
        try (CompiledClasses classes =
                new CompiledClasses(folder, ClassLoader.getPlatformClassLoader(), Map.of("x/It.java", source))) {
            Class<?> type = classes.without("x.Gone").load("x.It");

            assertThat(SharedFixtures.mayBeUsedIn(type)).isFalse();
            assertThat(SharedFixtures.usedBy(type, false)).isEmpty();
        }
    }

    private static Set<String> usedBy(Class<?> type) {
        return SharedFixtures.usedBy(type, true);
    }

    private static Set<String> names(Class<?>... fixtures) {
        Set<String> names = new TreeSet<>();
        Arrays.stream(fixtures).map(Class::getName).forEach(names::add);
        return names;
    }
}
