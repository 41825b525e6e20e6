package io.github.surefiremp.discover;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.annotations.MpGroup;
import io.github.surefiremp.model.GroupMark;
import io.github.surefiremp.model.Strategy;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupMarksTest {
    private static final String HERE = GroupMarksTest.class.getName();

    @TempDir
    Path folder;

    @Test
    void aClassWithoutTheAnnotationHasNoMark() {
        assertThat(GroupMarks.ofClass(Plain.class)).isEmpty();
        assertThat(GroupMarks.insideOf(Plain.class)).isEmpty();
    }

    @Test
    void aClassHasItsOwnMark() {
        assertThat(GroupMarks.ofClass(Ledger.class))
                .containsExactly(new GroupMark("ledger", Strategy.SERIAL, true, "class " + HERE + "$Ledger", false));
    }

    @Test
    void aStrategyThatIsLeftOutIsNull() {
        assertThat(GroupMarks.ofClass(Base.class))
                .containsExactly(new GroupMark("base", null, false, "class " + HERE + "$Base", false));
    }

    @Test
    void twoStrategiesAtOnePlaceAreTwoMarks() {
        assertThat(GroupMarks.ofClass(Undecided.class))
                .extracting(GroupMark::strategy)
                .containsExactly(Strategy.FREE, Strategy.ISOLATED_FREE);
    }

    @Test
    void aBlankNameStaysAsItIsWritten() {
        assertThat(GroupMarks.ofClass(Blank.class)).extracting(GroupMark::group).containsExactly(" ");
    }

    @Test
    void theMarksOfSuperclassesAndInterfacesHoldOnceEach() {
        assertThat(GroupMarks.ofClass(Heir.class))
                .extracting(GroupMark::place)
                .containsExactly("class " + HERE + "$Heir", "interface " + HERE + "$Marked", "class " + HERE + "$Base");
    }

    @Test
    void theMarksOfEnclosingClassesAndOfWhatTheyInheritHold() {
        assertThat(GroupMarks.ofClass(Outer.Inner.Innermost.class))
                .extracting(GroupMark::place)
                .containsExactly(
                        "class " + HERE + "$Outer$Inner",
                        "interface " + HERE + "$Marked",
                        "class " + HERE + "$Base",
                        "class " + HERE + "$Outer");
    }

    @Test
    void aComposedAnnotationIsNamedByThePlace() {
        assertThat(GroupMarks.ofClass(Composed.class))
                .containsExactly(new GroupMark(
                        "db", Strategy.ISOLATED_FREE, false, "class " + HERE + "$Composed (by @Database)", false));
    }

    @Test
    void aComposedAnnotationIsNamedByItsOutermost() {
        assertThat(GroupMarks.ofClass(TwiceComposed.class))
                .extracting(GroupMark::place)
                .containsExactly("class " + HERE + "$TwiceComposed (by @Server)");
    }

    @Test
    void annotationsThatAnnotateEachOtherEnd() {
        assertThat(GroupMarks.ofClass(Circular.class))
                .extracting(GroupMark::place)
                .containsExactly("class " + HERE + "$Circular (by @Hen)");
    }

    @Test
    void theAnnotationOnThePackageIsADefault() throws Exception {
        String test = """
                package com.shop;
                @io.github.surefiremp.annotations.MpGroup("own")
                class OrderTest {
                    class Inner {}
                }
                """;
        String shop = "@io.github.surefiremp.annotations.MpGroup(\"shop\") package com.shop;";
        try (CompiledClasses classes = new CompiledClasses(
                folder,
                getClass().getClassLoader(),
                Map.of("com/shop/OrderTest.java", test, "com/shop/package-info.java", shop))) {
            List<GroupMark> marks = List.of(
                    new GroupMark("own", null, false, "class com.shop.OrderTest", false),
                    new GroupMark("shop", null, false, "package com.shop", true));

            assertThat(GroupMarks.ofClass(classes.load("com.shop.OrderTest"))).isEqualTo(marks);
            assertThat(GroupMarks.ofClass(classes.load("com.shop.OrderTest$Inner")))
                    .isEqualTo(marks);
        }
    }

    @Test
    void annotationsOfAnotherLoaderAndVersionAreRead() throws Exception {
        String group = """
                package io.github.surefiremp.annotations;
                @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
                public @interface MpGroup {
                    String value();
                    Strategy strategy();
                    enum Strategy { SERIAL, OF_LATER_VERSIONS }
                }
                """;
        String known = "@io.github.surefiremp.annotations.MpGroup("
                + "value = \"a\", strategy = io.github.surefiremp.annotations.MpGroup.Strategy.SERIAL) class Known {}";
        String unknown = known.replace("SERIAL", "OF_LATER_VERSIONS").replace("Known", "Unknown");
        try (CompiledClasses classes = new CompiledClasses(
                folder,
                ClassLoader.getPlatformClassLoader(),
                Map.of(
                        "io/github/surefiremp/annotations/MpGroup.java",
                        group,
                        "Known.java",
                        known,
                        "Unknown.java",
                        unknown))) {
            assertThat(GroupMarks.ofClass(classes.load("Known")))
                    .containsExactly(new GroupMark("a", Strategy.SERIAL, false, "class Known", false));
            assertThat(GroupMarks.ofClass(classes.load("Unknown")))
                    .as("the strictest is never wrong")
                    .containsExactly(new GroupMark("a", Strategy.ISOLATED_SERIAL, false, "class Unknown", false));
        }
    }

    @Test
    void anAnnotationWhoseClassIsMissingCountsAsNone() throws Exception {
        String test = "@io.github.surefiremp.annotations.MpGroup(\"a\") @Gone class OneTest {}";
        String gone =
                "@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME) @interface Gone {}";
        try (CompiledClasses classes = new CompiledClasses(
                        folder, getClass().getClassLoader(), Map.of("OneTest.java", test, "Gone.java", gone))
                .without("Gone")) {
            assertThat(GroupMarks.ofClass(classes.load("OneTest")))
                    .extracting(GroupMark::group)
                    .containsExactly("a");
        }
    }

    @Test
    void aClassWhoseAnnotationsCannotBeReadHasNone() throws Exception {
        String test = "@io.github.surefiremp.annotations.MpGroup(\"a\") @Half(Gone.A) class OneTest {}";
        String half = """
                @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
                @interface Half { Gone value(); }
                """;
        try (CompiledClasses classes = new CompiledClasses(
                        folder,
                        getClass().getClassLoader(),
                        Map.of("OneTest.java", test, "Half.java", half, "Gone.java", "enum Gone { A }"))
                .without("Gone")) {
            assertThat(GroupMarks.ofClass(classes.load("OneTest"))).isEmpty();
        }
    }

    @Test
    void aMethodHasItsOwnMarkAndNotThatOfItsClassOrOfWhatItOverrides() throws Exception {
        assertThat(GroupMarks.ofMethod(Outer.class.getDeclaredMethod("pays", String.class, int[].class)))
                .containsExactly(new GroupMark(
                        "money", null, false, "method " + HERE + "$Outer.pays(String, int[]) (by @Money)", false));
        assertThat(GroupMarks.ofMethod(Outer.class.getDeclaredMethod("overridden")))
                .isEmpty();
    }

    @Test
    void insideOfAClassAreTheMarksOnMethodsAndOnNestedClasses() {
        assertThat(GroupMarks.insideOf(Outer.class))
                .extracting(GroupMark::place)
                .containsExactlyInAnyOrder(
                        "method " + HERE + "$Outer.pays(String, int[]) (by @Money)",
                        "method " + HERE + "$Base.inherited()",
                        "class " + HERE + "$Outer$Inner",
                        "interface " + HERE + "$Marked",
                        "method " + HERE + "$Outer$Inner.inner()",
                        "method " + HERE + "$Outer$Inner$Innermost.innermost()");
    }

    @Test
    void nestedClassesOfASuperclassAreInsideToo() {
        assertThat(GroupMarks.insideOf(OuterHeir.class))
                .extracting(GroupMark::place)
                .contains("class " + HERE + "$Outer$Inner", "method " + HERE + "$Outer$Inner$Innermost.innermost()");
    }

    @Test
    void aNestedClassThatExtendsTheOneAroundItEndsAndRepeatsNothing() {
        assertThat(GroupMarks.insideOf(Recursive.class))
                .extracting(GroupMark::place)
                .containsExactly("method " + HERE + "$Recursive.test()");
    }

    @Test
    void composedAnnotationsAndAbstractBasesThatAreDeclaredInAClassAreNotInsideOfIt() {
        assertThat(GroupMarks.insideOf(WithDeclarations.class)).isEmpty();
    }

    @Test
    void aMethodThatImplementsAGenericOneIsInsideOnce() {
        assertThat(GroupMarks.insideOf(Concrete.class))
                .extracting(GroupMark::place)
                .containsExactly("method " + HERE + "$Concrete.accepts(String)");
    }

    @Test
    void anOverriddenMethodOfAnInterfaceIsNotInside() {
        assertThat(GroupMarks.insideOf(Implementing.class)).isEmpty();
        assertThat(GroupMarks.insideOf(Inheriting.class))
                .extracting(GroupMark::place)
                .containsExactly("method " + HERE + "$Contract.holds()");
    }

    @Test
    void aClassWhoseMethodsCannotBeReadHasNothingInside() throws Exception {
        String test = "class OneTest { @io.github.surefiremp.annotations.MpGroup(\"a\") void test(Gone gone) {} }";
        try (CompiledClasses classes = new CompiledClasses(
                        folder, getClass().getClassLoader(), Map.of("OneTest.java", test, "Gone.java", "class Gone {}"))
                .without("Gone")) {
            assertThat(GroupMarks.insideOf(classes.load("OneTest"))).isEmpty();
        }
    }

    @Test
    void aClassAroundThatIsMissingEndsTheSearch() throws Exception {
        String outer = "class Outer { @io.github.surefiremp.annotations.MpGroup(\"a\") static class Inner {} }";
        try (CompiledClasses classes = new CompiledClasses(
                        folder, getClass().getClassLoader(), Map.of("Outer.java", outer))
                .without("Outer")) {
            assertThat(GroupMarks.ofClass(classes.load("Outer$Inner")))
                    .extracting(GroupMark::place)
                    .containsExactly("class Outer$Inner");
        }
    }

    static class Plain {
        void test() {}
    }

    @MpGroup(value = "ledger", strategy = io.github.surefiremp.annotations.Strategy.SERIAL, freshJvm = true)
    static class Ledger {}

    @MpGroup(
            value = "x",
            strategy = {
                io.github.surefiremp.annotations.Strategy.FREE,
                io.github.surefiremp.annotations.Strategy.ISOLATED_FREE
            })
    static class Undecided {}

    @MpGroup(" ")
    static class Blank {}

    @MpGroup("marked")
    interface Marked {}

    interface SubMarked extends Marked {}

    @MpGroup("base")
    static class Base {
        @MpGroup("method")
        void inherited() {}

        @MpGroup("method")
        void overridden() {}
    }

    @MpGroup("heir")
    static class Heir extends Base implements Marked, SubMarked {}

    @MpGroup(value = "db", strategy = io.github.surefiremp.annotations.Strategy.ISOLATED_FREE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Database {}

    @Database
    static class Composed {}

    @Database
    @Retention(RetentionPolicy.RUNTIME)
    @interface Server {}

    @Server
    static class TwiceComposed {}

    @Egg
    @MpGroup("chicken")
    @Retention(RetentionPolicy.RUNTIME)
    @interface Hen {}

    @Hen
    @Retention(RetentionPolicy.RUNTIME)
    @interface Egg {}

    @Hen
    static class Circular {}

    @MpGroup("money")
    @Retention(RetentionPolicy.RUNTIME)
    @interface Money {}

    @MpGroup("outer")
    static class Outer extends Base {
        @Money
        void pays(String to, int[] amounts) {}

        @Override
        void overridden() {}

        @MpGroup("inner")
        @Nested
        class Inner extends Base implements Marked {
            @MpGroup("inner-method")
            void inner() {}

            @Override
            void inherited() {}

            @Override
            void overridden() {}

            @Nested
            class Innermost {
                @MpGroup("innermost-method")
                void innermost() {}
            }
        }
    }

    static class OuterHeir extends Outer {}

    @MpGroup("recursive")
    static class Recursive {
        @MpGroup("method")
        void test() {}

        @Nested
        class Again extends Recursive {}
    }

    static class WithDeclarations {
        @MpGroup("db")
        @Retention(RetentionPolicy.RUNTIME)
        @interface Declared {}

        @MpGroup("base")
        abstract static class AbstractBase {}
    }

    static class Generic<T> {
        void accepts(T value) {}
    }

    static class Concrete extends Generic<String> {
        @MpGroup("a")
        @Override
        void accepts(String value) {}
    }

    interface Contract {
        @MpGroup("contract")
        default void holds() {}
    }

    static class Implementing implements Contract {
        @Override
        public void holds() {}
    }

    static class Inheriting implements Contract {}
}
