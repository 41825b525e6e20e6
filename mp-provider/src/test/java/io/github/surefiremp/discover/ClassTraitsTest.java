package io.github.surefiremp.discover;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.model.TestClass.Cut;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassTraitsTest {
    private static final String HERE = ClassTraitsTest.class.getName();
    private static final String ONE_INSTANCE = "one instance serves all its methods (@TestInstance(PER_CLASS))";
    private static final String ORDERED = "its methods are ordered (@TestMethodOrder)";
    private static final String TEMPLATE = "it is a class template";
    private static final String LIFECYCLE_PARAMETER = "junit.jupiter.testinstance.lifecycle.default";
    private static final String ORDER_PARAMETER = "junit.jupiter.testmethod.order.default";
    private static final String DETECTION_PARAMETER = "junit.jupiter.extensions.autodetection.enabled";

    @TempDir
    Path folder;

    @Test
    void aClassWhoseMethodsShareNothingIsSafe() {
        assertThat(of(Plain.class)).isEqualTo(new ClassTraits(Cut.SAFE, ""));
        assertThat(of(Plain.Inside.class)).isEqualTo(new ClassTraits(Cut.SAFE, ""));
    }

    @Test
    void aClassWithOneInstanceStaysWhole() {
        assertThat(of(PerClass.class)).isEqualTo(never(ONE_INSTANCE));
        assertThat(of(PerClassHeir.class)).isEqualTo(never(ONE_INSTANCE));
        assertThat(of(PerClassByInterface.class)).isEqualTo(never(ONE_INSTANCE));
        assertThat(of(PerClassComposed.class)).isEqualTo(never(ONE_INSTANCE));
        assertThat(of(PerClass.Inside.class)).isEqualTo(never(ONE_INSTANCE));
    }

    @Test
    void theNearestLifecycleCounts() {
        assertThat(of(PerMethodAgain.class).cut()).isEqualTo(Cut.SAFE);
    }

    @Test
    void theDefaultLifecycleHoldsWhereAClassHasNone() {
        String reason = "one instance serves all its methods (" + LIFECYCLE_PARAMETER + ")";

        assertThat(of(Plain.class, LIFECYCLE_PARAMETER, "Per_Class")).isEqualTo(never(reason));
        assertThat(of(Plain.class, LIFECYCLE_PARAMETER, "per_method").cut()).isEqualTo(Cut.SAFE);
        assertThat(of(PerMethodAgain.class, LIFECYCLE_PARAMETER, "per_class").cut())
                .isEqualTo(Cut.SAFE);
    }

    @Test
    void aClassWhoseMethodsAreOrderedStaysWhole() {
        assertThat(of(Ordered.class)).isEqualTo(never(ORDERED));
        assertThat(of(OrderedHeir.class)).isEqualTo(never(ORDERED));
        assertThat(of(OrderedByInterface.class)).isEqualTo(never(ORDERED));
        assertThat(of(Ordered.Inside.class)).isEqualTo(never(ORDERED));
    }

    @Test
    void classesStayWholeWhereAnOrderIsTheDefault() {
        assertThat(of(Plain.class, ORDER_PARAMETER, "org.junit.jupiter.api.MethodOrderer$MethodName"))
                .isEqualTo(never("its methods are ordered (" + ORDER_PARAMETER + ")"));
        assertThat(of(Plain.class, ORDER_PARAMETER, " ").cut()).isEqualTo(Cut.SAFE);
    }

    @Test
    void aClassTemplateStaysWhole() {
        assertThat(of(Parameterized.class)).isEqualTo(never(TEMPLATE));
        assertThat(of(Parameterized.Inside.class)).isEqualTo(never(TEMPLATE));
        assertThat(of(Template.class)).isEqualTo(never(TEMPLATE));
    }

    @Test
    void whatSpeaksAgainstCuttingAtAllIsToldBeforeWhatNeedsTheUsersWord() {
        assertThat(of(OrderedWithField.class)).isEqualTo(never(ORDERED));
    }

    @Test
    void aClassWithBeforeAllOrAfterAllIsCutOnlyIfAsked() {
        assertThat(of(WithBeforeAll.class))
                .isEqualTo(ifAsked("it has @BeforeAll (" + HERE + "$WithBeforeAll.start())"));
        assertThat(of(BeforeAllHeir.class))
                .isEqualTo(ifAsked("it has @BeforeAll (" + HERE + "$WithBeforeAll.start())"));
        assertThat(of(WithAfterAll.class)).isEqualTo(ifAsked("it has @AfterAll (" + HERE + "$Stopping.stop())"));
        assertThat(of(WithBeforeAllComposed.class))
                .isEqualTo(ifAsked("it has @BeforeAll (" + HERE + "$WithBeforeAllComposed.start())"));
        assertThat(of(WithBeforeAll.Inside.class).cut()).isEqualTo(Cut.IF_ASKED);
    }

    @Test
    void aClassWithStaticFieldsIsCutOnlyIfAsked() {
        assertThat(of(WithStatic.class)).isEqualTo(ifAsked("it has a static field (" + HERE + "$WithStatic.counter)"));
        assertThat(of(StaticHeir.class)).isEqualTo(ifAsked("it has a static field (" + HERE + "$WithStatic.counter)"));
        assertThat(of(WithStatic.Inside.class).cut()).isEqualTo(Cut.IF_ASKED);
        assertThat(of(WithComputed.class)).isEqualTo(ifAsked("it has a static field (" + HERE + "$WithComputed.PORT)"));
        assertThat(of(ComputedByInterface.class))
                .isEqualTo(ifAsked("it has a static field (" + HERE + "$Computed.VALUE)"));
    }

    @Test
    void constantsLoggersAndWhatTheCompilerAddsDoNotCountAsStaticFields() {
        assertThat(WithHarmlessFields.class.getDeclaredFields())
                .as("the fixture has a field of the compiler")
                .anyMatch(Field::isSynthetic);
        assertThat(of(WithHarmlessFields.class)).isEqualTo(new ClassTraits(Cut.SAFE, ""));
    }

    @Test
    void aLoggerThatCanBeReplacedCounts() {
        assertThat(of(WithChangingLogger.class).cut()).isEqualTo(Cut.IF_ASKED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.slf4j.Logger",
                "org.apache.logging.log4j.Logger",
                "org.apache.log4j.Logger",
                "org.apache.commons.logging.Log",
                "org.jboss.logging.Logger",
                "ch.qos.logback.classic.Logger",
                "io.quarkus.logging.Log",
                "com.google.common.flogger.FluentLogger"
            })
    void loggersAreKnownByTheirTypesName(String logger) throws Exception {
        int dot = logger.lastIndexOf('.');
        String type = "package " + logger.substring(0, dot) + "; public class " + logger.substring(dot + 1) + " {}";
        String test = "class OneTest { private static final " + logger + " LOG = new " + logger + "(); }";
        try (CompiledClasses classes = new CompiledClasses(
                folder,
                ClassLoader.getPlatformClassLoader(),
                Map.of(logger.replace('.', '/') + ".java", type, "OneTest.java", test))) {
            assertThat(of(classes.load("OneTest")).cut()).isEqualTo(Cut.SAFE);
        }
    }

    @Test
    void aClassWithAnExtensionIsCutOnlyIfAsked() {
        assertThat(of(Extended.class))
                .isEqualTo(ifAsked("it has a class-level extension (@ExtendWith on " + HERE + "$Extended)"));
        assertThat(of(ExtendedHeir.class).cut()).isEqualTo(Cut.IF_ASKED);
        assertThat(of(Extended.Inside.class).cut()).isEqualTo(Cut.IF_ASKED);
        assertThat(of(ExtendedTwice.class).cut()).isEqualTo(Cut.IF_ASKED);
        assertThat(of(ExtendedComposed.class))
                .isEqualTo(ifAsked(
                        "it has a class-level extension (@ExtendWith by @WithSpy on " + HERE + "$ExtendedComposed)"));
        assertThat(of(ExtendedByInterface.class))
                .isEqualTo(ifAsked("it has a class-level extension (@ExtendWith on " + HERE + "$Spied)"));
        assertThat(of(Registered.class))
                .isEqualTo(
                        ifAsked("it has a class-level extension (@RegisterExtension on " + HERE + "$Registered.SPY)"));
    }

    @Test
    void anExtensionOfEachInstanceOrOfOneMethodIsSafe() {
        assertThat(of(ExtendedInside.class).cut()).isEqualTo(Cut.SAFE);
    }

    @Test
    void classesAreCutOnlyIfAskedWhereExtensionsAreDetected() {
        assertThat(of(Plain.class, DETECTION_PARAMETER, "True"))
                .isEqualTo(ifAsked("extensions are detected automatically"));
        assertThat(of(Plain.class, DETECTION_PARAMETER, "false").cut()).isEqualTo(Cut.SAFE);
    }

    @Test
    void aClassThatRunsInOneThreadIsCutOnlyIfAsked() {
        ClassTraits oneThread = ifAsked("its methods run in one thread (@Execution(SAME_THREAD))");

        assertThat(of(OneThread.class)).isEqualTo(oneThread);
        assertThat(of(OneThreadHeir.class)).isEqualTo(oneThread);
        assertThat(of(OneThread.Inside.class)).isEqualTo(oneThread);
        assertThat(of(ManyThreads.class).cut()).isEqualTo(Cut.SAFE);
    }

    @Test
    void aClassWithOrderedNestedClassesIsCutOnlyIfAsked() {
        ClassTraits ordered = ifAsked("its nested classes are ordered (@TestClassOrder)");

        assertThat(of(OrderedInside.class)).isEqualTo(ordered);
        assertThat(of(OrderedInside.Inside.class)).isEqualTo(ordered);
    }

    @Test
    void aStaticNestedClassHasNothingOfTheClassAroundIt() {
        assertThat(of(PerClass.Apart.class).cut()).isEqualTo(Cut.SAFE);
    }

    @Test
    void aClassIsNotInitialisedByLookingAtIt() {
        assertThat(of(Exploding.class)).isEqualTo(ifAsked("it has a static field (" + HERE + "$Exploding.FUSE)"));
    }

    @Test
    void aClassThatCannotBeLookedAtIsCutOnlyIfAsked() throws Exception {
        String test = "class OneTest { Gone field; }";
        try (CompiledClasses classes = new CompiledClasses(
                        folder, getClass().getClassLoader(), Map.of("OneTest.java", test, "Gone.java", "class Gone {}"))
                .without("Gone")) {
            ClassTraits traits = of(classes.load("OneTest"));

            assertThat(traits.cut()).isEqualTo(Cut.IF_ASKED);
            assertThat(traits.reason()).startsWith("it cannot be looked at: ").contains("Gone");
        }
    }

    @Test
    void aNestedClassWhoseOuterClassIsMissingIsCutOnlyIfAsked() throws Exception {
        try (CompiledClasses classes = new CompiledClasses(
                        folder, getClass().getClassLoader(), Map.of("Outer.java", "class Outer { class Inner {} }"))
                .without("Outer")) {
            ClassTraits traits = of(classes.load("Outer$Inner"));

            assertThat(traits.cut()).isEqualTo(Cut.IF_ASKED);
            assertThat(traits.reason()).startsWith("it cannot be looked at: ");
        }
    }

    private static ClassTraits of(Class<?> type) {
        return ClassTraits.of(type, name -> Optional.empty());
    }

    private static ClassTraits of(Class<?> type, String parameter, String value) {
        return ClassTraits.of(type, name -> name.equals(parameter) ? Optional.of(value) : Optional.empty());
    }

    private static ClassTraits never(String reason) {
        return new ClassTraits(Cut.NEVER, reason);
    }

    private static ClassTraits ifAsked(String reason) {
        return new ClassTraits(Cut.IF_ASKED, reason);
    }

    static class Plain {
        int perInstance;

        @Test
        void test() {}

        static void helps() {}

        @Nested
        class Inside {}
    }

    @TestInstance(Lifecycle.PER_CLASS)
    static class PerClass {
        @Nested
        class Inside {}

        static class Apart {}
    }

    static class PerClassHeir extends PerClass {}

    @TestInstance(Lifecycle.PER_CLASS)
    interface OneInstance {}

    static class PerClassByInterface implements OneInstance {}

    @TestInstance(Lifecycle.PER_CLASS)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Shared {}

    @Shared
    static class PerClassComposed {}

    @TestInstance(Lifecycle.PER_METHOD)
    static class PerMethodAgain extends PerClass {}

    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class Ordered {
        @Nested
        class Inside {}
    }

    static class OrderedHeir extends Ordered {}

    @TestMethodOrder(MethodOrderer.MethodName.class)
    interface InOrder {}

    static class OrderedByInterface implements InOrder {}

    static class OrderedWithField extends Ordered {
        static int counter;
    }

    @ParameterizedClass
    @ValueSource(ints = {1, 2})
    static class Parameterized {
        Parameterized(int number) {}

        @Nested
        class Inside {}
    }

    @ClassTemplate
    static class Template {}

    static class WithBeforeAll {
        @BeforeAll
        static void start() {}

        @Nested
        class Inside {}
    }

    static class BeforeAllHeir extends WithBeforeAll {}

    interface Stopping {
        @AfterAll
        static void stop() {}
    }

    static class WithAfterAll implements Stopping {}

    @BeforeAll
    @Retention(RetentionPolicy.RUNTIME)
    @interface Once {}

    static class WithBeforeAllComposed {
        @Once
        static void start() {}
    }

    static class WithStatic {
        static int counter;

        @Nested
        class Inside {}
    }

    static class StaticHeir extends WithStatic {}

    static class WithComputed {
        static final String NAME = "name";
        static final int PORT = Integer.parseInt("8080");
    }

    interface Computed {
        Object VALUE = new Object();
    }

    static class ComputedByInterface implements Computed {}

    interface Constant {
        long LIMIT = 1L << 40;
    }

    static class WithHarmlessFields implements Constant {
        static final String NAME = "name";
        static final double HALF = 0.5;
        static final Logger LOGGER = Logger.getLogger("a");
        static final System.Logger SYSTEM_LOGGER = System.getLogger("b");

        void test() {
            assert getClass() != null : LIMIT;
        }
    }

    static class WithChangingLogger {
        static Logger logger = Logger.getLogger("a");
    }

    static class Spy implements BeforeEachCallback {
        @Override
        public void beforeEach(ExtensionContext context) {}
    }

    static class OtherSpy extends Spy {}

    @ExtendWith(Spy.class)
    static class Extended {
        @Nested
        class Inside {}
    }

    static class ExtendedHeir extends Extended {}

    @ExtendWith(Spy.class)
    @ExtendWith(OtherSpy.class)
    static class ExtendedTwice {}

    @ExtendWith(Spy.class)
    @Retention(RetentionPolicy.RUNTIME)
    @interface WithSpy {}

    @WithSpy
    static class ExtendedComposed {}

    @ExtendWith(Spy.class)
    interface Spied {}

    static class ExtendedByInterface implements Spied {}

    static class Registered {
        @RegisterExtension
        static final Spy SPY = new Spy();
    }

    static class ExtendedInside {
        @RegisterExtension
        final Spy spy = new Spy();

        @ExtendWith(Spy.class)
        @Test
        void test() {}
    }

    @Execution(ExecutionMode.SAME_THREAD)
    static class OneThread {
        @Nested
        class Inside {}
    }

    static class OneThreadHeir extends OneThread {}

    @TestClassOrder(ClassOrderer.ClassName.class)
    static class OrderedInside {
        @Nested
        class Inside {}
    }

    @Execution(ExecutionMode.CONCURRENT)
    static class ManyThreads extends OneThread {}

    static class Exploding {
        static final int FUSE = Integer.parseInt("no number");
    }
}
