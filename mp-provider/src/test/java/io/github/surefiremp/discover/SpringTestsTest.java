package io.github.surefiremp.discover;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

class SpringTestsTest {
    @TempDir
    Path folder;

    static class OwnExtension extends SpringExtension {}

    @SpringJUnitConfig
    static class Composed {
        @Nested
        class Inner {}

        static class Apart {}
    }

    @ExtendWith(OwnExtension.class)
    static class Extended {}

    static class Heir extends Extended {}

    @ContextConfiguration
    static class Undriven {}

    @Test
    void classesWithTheExtensionAreDriven() {
        assertThat(SpringTests.areDriven(Composed.class)).isTrue();
        assertThat(SpringTests.areDriven(Composed.Inner.class)).isTrue();
        assertThat(SpringTests.areDriven(Extended.class)).isTrue();
        assertThat(SpringTests.areDriven(Heir.class)).isTrue();
    }

    @Test
    void othersAreNot() {
        assertThat(SpringTests.areDriven(Undriven.class)).isFalse();
        assertThat(SpringTests.areDriven(Composed.Apart.class)).isFalse();
        assertThat(SpringTests.areDriven(String.class)).isFalse();
    }

    /** With stand-ins for what JUnit 4, TestNG and Spring have of the same names. */
    @ParameterizedTest
    @ValueSource(strings = {"Runner", "Rule", "TestNg"})
    void classesOfOtherFrameworksAreDriven(String test) throws Exception {
        Map<String, String> sources = new HashMap<>();
        sources.put("org/junit/runner/RunWith.java", """
                package org.junit.runner;
                @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
                public @interface RunWith { Class<?> value(); }
                """);
        String junit4 = "org.springframework.test.context.junit4";
        sources.put(
                "a/SpringJUnit4ClassRunner.java", "package " + junit4 + "; public class SpringJUnit4ClassRunner {}");
        sources.put("a/SpringClassRule.java", "package " + junit4 + ".rules; public class SpringClassRule {}");
        sources.put(
                "a/AbstractTestNGSpringContextTests.java",
                "package org.springframework.test.context.testng; public class AbstractTestNGSpringContextTests {}");
        sources.put("MyRunner.java", "public class MyRunner extends " + junit4 + ".SpringJUnit4ClassRunner {}");
        sources.put("Runner.java", "@org.junit.runner.RunWith(MyRunner.class) class Runner {}");
        sources.put("Rule.java", "class Rule { static final " + junit4 + ".rules.SpringClassRule RULE = null; }");
        sources.put(
                "TestNg.java",
                "class TestNg extends org.springframework.test.context.testng.AbstractTestNGSpringContextTests {}");
        try (CompiledClasses classes = new CompiledClasses(folder, ClassLoader.getPlatformClassLoader(), sources)) {
            assertThat(SpringTests.areDriven(classes.load(test))).isTrue();
            assertThat(SpringTests.areDriven(classes.load("MyRunner"))).isFalse();
        }
    }

    @DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
    static class Dirty {
        @Nested
        class Inner {}
    }

    static class WithDirtyMethod {
        @Test
        @DirtiesContext
        void one() {}

        @Nested
        class Inner {}
    }

    static class HeirOfDirty extends WithDirtyMethod {}

    @Test
    void aClassIsDirtyByItselfByWhatIsAroundItAndByOneMethod() {
        assertThat(SpringTests.dirty(Dirty.class)).isTrue();
        assertThat(SpringTests.dirty(Dirty.Inner.class)).isTrue();
        assertThat(SpringTests.dirty(WithDirtyMethod.class)).isTrue();
        assertThat(SpringTests.dirty(HeirOfDirty.class)).isTrue();
        assertThat(SpringTests.dirty(Composed.class)).isFalse();
    }
}
