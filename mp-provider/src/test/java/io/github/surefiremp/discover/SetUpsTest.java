package io.github.surefiremp.discover;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.annotations.Affinity;
import io.github.surefiremp.model.SetUp;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of {@code @Affinity}; contexts have a test of their own. */
class SetUpsTest {
    @TempDir
    Path folder;

    @Affinity("index")
    static class Marked {}

    @Affinity("model")
    interface WithModel {}

    static class Heir extends Marked implements WithModel {}

    @Affinity("broker")
    @Retention(RetentionPolicy.RUNTIME)
    @interface UsesBroker {}

    @UsesBroker
    @Affinity("own")
    static class Composed {}

    @Affinity("outer")
    static class Outer {
        @Nested
        @Affinity("inner")
        class Inner {}

        @Affinity("never runs")
        class NotATest {}

        static class Apart {}
    }

    @Affinity(" ")
    static class Blank {}

    static class Plain {}

    @Test
    void aKeyIsASetUpThatIsKept() {
        assertThat(new SetUps().of(Marked.class))
                .containsExactly(new SetUp("affinity:index", "@Affinity(\"index\")", true));
        assertThat(new SetUps().of(Plain.class)).isEmpty();
    }

    @Test
    void inheritedAndComposedKeysCount() {
        assertThat(keys(Heir.class)).containsExactlyInAnyOrder("affinity:index", "affinity:model");
        assertThat(keys(Composed.class)).containsExactlyInAnyOrder("affinity:broker", "affinity:own");
    }

    @Test
    void keysOfNestedTestsAndOfClassesAroundCount() {
        assertThat(keys(Outer.class)).containsExactlyInAnyOrder("affinity:outer", "affinity:inner");
        assertThat(keys(Outer.Apart.class)).containsExactly("affinity:outer");
    }

    @Test
    void aBlankKeyIsToldByWhoSeesIt() {
        assertThat(new SetUps().of(Blank.class)).singleElement().matches(SetUp::isNameless);
        assertThat(new SetUps().of(Marked.class)).noneMatch(SetUp::isNameless);
    }

    @Test
    void annotationsOfAnotherLoaderAreRead() throws Exception {
        String affinity = """
                package io.github.surefiremp.annotations;
                @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
                public @interface Affinity { String value(); }
                """;
        String test = "@io.github.surefiremp.annotations.Affinity(\"a\") class OneTest {}";
        try (CompiledClasses classes = new CompiledClasses(
                folder,
                ClassLoader.getPlatformClassLoader(),
                Map.of("io/github/surefiremp/annotations/Affinity.java", affinity, "OneTest.java", test))) {
            assertThat(keys(classes.load("OneTest"))).containsExactly("affinity:a");
        }
    }

    @Test
    void withoutTheAnnotationAndSpringThereIsNone() throws Exception {
        try (CompiledClasses classes = new CompiledClasses(
                folder, ClassLoader.getPlatformClassLoader(), Map.of("OneTest.java", "class OneTest {}"))) {
            assertThat(keys(classes.load("OneTest"))).isEmpty();
        }
    }

    private static List<String> keys(Class<?> type) {
        return new SetUps().of(type).stream().map(SetUp::key).toList();
    }
}
