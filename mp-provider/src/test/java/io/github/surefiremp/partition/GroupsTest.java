package io.github.surefiremp.partition;

import static io.github.surefiremp.partition.Suite.WHY;
import static io.github.surefiremp.partition.Suite.fresh;
import static io.github.surefiremp.partition.Suite.mark;
import static io.github.surefiremp.partition.Suite.method;
import static io.github.surefiremp.partition.Suite.nested;
import static io.github.surefiremp.partition.Suite.never;
import static io.github.surefiremp.partition.Suite.neverWith;
import static io.github.surefiremp.partition.Suite.ofMethods;
import static io.github.surefiremp.partition.Suite.options;
import static io.github.surefiremp.partition.Suite.packageMark;
import static io.github.surefiremp.partition.Suite.testClass;
import static io.github.surefiremp.partition.Suite.told;
import static io.github.surefiremp.partition.Suite.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.surefiremp.model.GroupMark;
import io.github.surefiremp.model.SetUp;
import io.github.surefiremp.model.Strategy;
import io.github.surefiremp.model.TestClass;
import io.github.surefiremp.model.TestClass.Cut;
import io.github.surefiremp.model.Threads;
import io.github.surefiremp.model.Unit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GroupsTest {
    private static String error(TestClass... classes) {
        GroupException error = catchThrowableOfType(
                GroupException.class,
                () -> Partition.intoUnits(List.of(classes), options(Granularity.AUTO, 2), Suite.Known.nothing()));
        assertThat(error).as("an error").isNotNull();
        return error.getMessage();
    }

    // --- strategies

    @Test
    void aGroupWithoutAnyStrategyIsFree() {
        Unit unit =
                units(Granularity.AUTO, 2, never("A", mark("db", "class A"))).get(0);

        assertThat(unit.group()).isEqualTo("db");
        assertThat(unit.strategy()).isEqualTo(Strategy.FREE);
        assertThat(unit.freshJvm()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void theStrategyHoldsForAllMarksOfTheGroupWhereverItIsWritten(Strategy strategy) {
        TestClass without = never("A", mark("db", "class A"));
        TestClass with = never("B", mark("db", strategy, "class B"));

        assertThat(units(Granularity.AUTO, 2, without, with))
                .extracting(Unit::strategy)
                .containsOnly(strategy);
        assertThat(units(Granularity.AUTO, 2, with, without))
                .extracting(Unit::strategy)
                .containsOnly(strategy);
    }

    @Test
    void theSameStrategyMayBeWrittenTwice() {
        assertThat(told(units(
                        Granularity.AUTO,
                        2,
                        never("A", mark("db", Strategy.SERIAL, "class A")),
                        never("B", mark("db", Strategy.SERIAL, "class B")))))
                .containsExactly("group \"db\" = A, B");
    }

    @Test
    void aStrategyMayBeWrittenOnAMethodOnAPackageOrInsideOfAWholeClass() {
        TestClass user = never("A", mark("db", "class A"));
        TestClass onMethod = testClass(
                "B", Cut.SAFE, List.of(), List.of(method("B", "a", mark("db", Strategy.SERIAL, "method B.a()"))));
        TestClass onPackage = never("C", packageMark("db", Strategy.SERIAL, "package p"), mark("db", "class C"));
        TestClass inside =
                neverWith("D", List.of(mark("db", "class D")), List.of(mark("db", Strategy.SERIAL, "method D.a()")));

        for (TestClass other : List.of(onMethod, onPackage, inside)) {
            assertThat(told(units(Granularity.AUTO, 2, user, other)))
                    .containsExactly("group \"db\" = A, " + other.name());
        }
    }

    @Test
    void twoStrategiesOfAGroupAreAnErrorThatNamesBothPlaces() {
        TestClass serial = never("A", mark("db", Strategy.SERIAL, "class A"));
        TestClass silent = never("B", mark("db", "class B"));
        TestClass free = never("C", mark("db", Strategy.FREE, "class C"));

        assertThat(error(serial, silent, free))
                .isEqualTo("group \"db\" has two strategies: SERIAL (by class A) and FREE (by class C);"
                        + " keep one of them");
        assertThat(error(free, silent, serial))
                .isEqualTo("group \"db\" has two strategies: FREE (by class C) and SERIAL (by class A);"
                        + " keep one of them");
    }

    @Test
    void eachFurtherStrategyIsToldOnce() {
        assertThat(error(
                        never("A", mark("db", Strategy.SERIAL, "class A")),
                        never("B", mark("db", Strategy.FREE, "class B")),
                        never("C", mark("db", Strategy.FREE, "class C")),
                        never("D", mark("db", Strategy.ISOLATED_FREE, "class D")),
                        never("E", mark("db", Strategy.SERIAL, "class E"))))
                .isEqualTo("""
                        group "db" has two strategies: SERIAL (by class A) and FREE (by class B); keep one of them
                        group "db" has two strategies: SERIAL (by class A) and ISOLATED_FREE (by class D); keep one of them""");
    }

    @Test
    void twoStrategiesOnOneChainAreAnError() {
        assertThat(error(never("A", mark("db", Strategy.SERIAL, "class A"), mark("db", Strategy.FREE, "class Base"))))
                .isEqualTo("group \"db\" has two strategies: SERIAL (by class A) and FREE (by class Base);"
                        + " keep one of them");
    }

    @Test
    void aFreshJvmAskedForAnywhereHoldsForTheWholeGroup() {
        TestClass asking = never("A", fresh("db", null, "class A"));
        TestClass silent = never("B", mark("db", "class B"));
        TestClass other = never("C", mark("web", "class C"));

        assertThat(units(Granularity.AUTO, 2, asking, silent, other))
                .extracting(Unit::freshJvm)
                .containsExactly(true, true, false);
        assertThat(units(Granularity.AUTO, 2, other, silent, asking))
                .extracting(Unit::freshJvm)
                .containsExactly(false, true, true);
    }

    // --- chains

    @Test
    void aPackagesDefaultHoldsWhereThereIsNoOtherMark() {
        GroupMark onPackage = packageMark("web", null, "package com.shop");
        TestClass plain = never("A", onPackage);
        TestClass marked = never("B", mark("db", "class B"), onPackage);

        assertThat(units(Granularity.AUTO, 2, plain, marked))
                .extracting(Unit::group)
                .containsExactly("web", "db");
    }

    @Test
    void aMarkOnAMethodReplacesThePackagesDefaultForThatMethod() {
        TestClass testClass = testClass(
                "A",
                Cut.IF_ASKED,
                List.of(packageMark("web", null, "package com.shop")),
                List.of(method("A", "a"), method("A", "b", mark("db", "method A.b()")), method("A", "c")));

        List<Unit> units = units(Granularity.CLASS, 2, testClass);

        assertThat(told(units)).containsExactly("A#1/2 = A[0a 2c]", "A#2/2 = A[1b]");
        assertThat(units).extracting(Unit::group).containsExactly("web", "db");
    }

    @Test
    void theNearestPackagesDefaultHolds() {
        assertThat(units(
                        Granularity.AUTO,
                        2,
                        never("A", packageMark("near", null, "package a"), packageMark("far", null, "package b"))))
                .extracting(Unit::group)
                .containsExactly("near");
    }

    @Test
    void theSameGroupMayBeNamedTwiceOnAChain() {
        TestClass testClass = testClass(
                "A",
                Cut.SAFE,
                List.of(mark("db", "class A"), mark("db", "class Base")),
                List.of(method("A", "a", mark("db", Strategy.SERIAL, "method A.a()")), method("A", "b")));

        assertThat(told(units(Granularity.AUTO, 2, testClass))).containsExactly("group \"db\" = A");
    }

    @Test
    void twoGroupsOnAClassAreAnErrorThatNamesBothPlaces() {
        assertThat(error(never(
                        "com.shop.OrderTest",
                        mark("a", "class com.shop.OrderTest"),
                        mark("b", "class com.shop.BaseTest"))))
                .isEqualTo("class com.shop.OrderTest is in two groups: \"a\" (by class com.shop.OrderTest)"
                        + " and \"b\" (by class com.shop.BaseTest); keep one of them");
    }

    @Test
    void twoGroupsOnAMethodsChainAreAnErrorThatNamesBothPlaces() {
        assertThat(error(testClass(
                        "com.shop.OrderTest",
                        Cut.SAFE,
                        List.of(mark("a", "class com.shop.OrderTest")),
                        List.of(
                                method("com.shop.OrderTest", "ships"),
                                method("com.shop.OrderTest", "pays", mark("b", "method com.shop.OrderTest.pays()"))))))
                .isEqualTo("method com.shop.OrderTest.pays is in two groups: \"a\" (by class com.shop.OrderTest)"
                        + " and \"b\" (by method com.shop.OrderTest.pays()); keep one of them");
    }

    @Test
    void twoGroupsOnANestedClassesChainAreAnErrorThatNamesBothPlaces() {
        assertThat(error(testClass(
                        "A",
                        Cut.SAFE,
                        List.of(mark("a", "class A")),
                        List.of(nested("A$In", List.of(mark("b", "class A$In")), List.of())))))
                .isEqualTo("class A$In is in two groups: \"a\" (by class A) and \"b\" (by class A$In);"
                        + " keep one of them");
    }

    @Test
    void aPairOfPlacesIsToldOnceHoweverManyPiecesItConcerns() {
        GroupMark onNested = mark("b", "class A$In");
        assertThat(error(testClass(
                        "A",
                        Cut.SAFE,
                        List.of(mark("a", "class A"), mark("c", "class Base")),
                        List.of(
                                method("A$In", "a", onNested),
                                method("A$In", "b", onNested),
                                method("A$In", "c", onNested)))))
                .isEqualTo("""
                        class A is in two groups: "a" (by class A) and "c" (by class Base); keep one of them
                        method A$In.a is in two groups: "a" (by class A) and "b" (by class A$In); keep one of them""");
    }

    @Test
    void piecesOfAClassMayBeInDifferentGroups() {
        TestClass testClass = testClass(
                "A",
                Cut.IF_ASKED,
                List.of(),
                List.of(
                        method("A", "a", mark("x", "method A.a()")),
                        method("A", "b"),
                        method("A", "c", mark("y", Strategy.SERIAL, "method A.c()")),
                        method("A", "d"),
                        method("A", "e", mark("y", "method A.e()"))));

        List<Unit> units = units(Granularity.CLASS, 2, testClass);

        assertThat(told(units)).containsExactly("A#1/3 = A[0a]", "A#2/3 = A[1b 3d]", "group \"y\" = A[2c 4e]");
        assertThat(units).extracting(Unit::group).containsExactly("x", "", "y");
    }

    // --- blank names

    @Test
    void aBlankNameIsAnErrorThatNamesThePlaceOnce() {
        GroupMark blank = mark(" ", "class A$In");
        assertThat(error(
                        testClass(
                                "A",
                                Cut.SAFE,
                                List.of(),
                                List.of(method("A$In", "a", blank), method("A$In", "b", blank))),
                        never("B", packageMark("", null, "package com.shop")),
                        neverWith("C", List.of(mark("db", "class C")), List.of(mark("", "method C.a()")))))
                .isEqualTo("""
                        class A$In has a group with a blank name
                        package com.shop has a group with a blank name
                        method C.a() has a group with a blank name""");
    }

    @Test
    void aBlankKeyOfAnAffinityIsAnErrorThatNamesTheClass() {
        assertThat(error(needing("A", SetUp.affinity("db")), needing("B", SetUp.affinity("x"), SetUp.affinity(" "))))
                .isEqualTo("class B has an @Affinity with a blank key");
    }

    private static TestClass needing(String name, SetUp... setUps) {
        return new TestClass(
                name,
                1,
                List.of(),
                Set.of(),
                Cut.NEVER,
                WHY,
                List.of(),
                List.of(),
                Threads.ONE,
                Set.of(),
                List.of(setUps));
    }

    // --- marks inside of what must stay whole

    @Test
    void aGroupInsideOfAClassThatMustStayWholeIsAnError() {
        assertThat(error(neverWith(
                        "com.shop.OrderTest", List.of(), List.of(mark("db", "method com.shop.OrderTest.pays()")))))
                .isEqualTo("method com.shop.OrderTest.pays() has the group \"db\","
                        + " but class com.shop.OrderTest must stay whole: " + WHY + "; put the group on the class");
    }

    @Test
    void aGroupInsideThatReplacesThePackagesDefaultIsAnErrorToo() {
        assertThat(error(neverWith(
                        "A", List.of(packageMark("web", null, "package p")), List.of(mark("db", "method A.a()")))))
                .isEqualTo("method A.a() has the group \"db\", but class A must stay whole: " + WHY
                        + "; put the group on the class");
    }

    @Test
    void aGroupInsideOfAClassInAnotherGroupIsAnErrorThatNamesBothPlaces() {
        assertThat(error(neverWith("A", List.of(mark("web", "class Base")), List.of(mark("db", "method A.a()")))))
                .isEqualTo("method A.a() has the group \"db\", but class A must stay whole: " + WHY
                        + "; the class has the group \"web\" (by class Base), keep one of them");
    }

    @Test
    void aGroupInsideOfANestedClassThatMustStayWholeIsAnError() {
        assertThat(error(testClass(
                        "A",
                        Cut.SAFE,
                        List.of(),
                        List.of(
                                method("A", "a", mark("db", "method A.a()")),
                                nested(
                                        "A$In",
                                        List.of(),
                                        List.of(mark("db", "method A$In.x()"), mark("db", "method A$In.y()")))))))
                .isEqualTo("method A$In.x() has the group \"db\", but class A$In must stay whole: " + WHY
                        + "; put the group on the class\n"
                        + "method A$In.y() has the group \"db\", but class A$In must stay whole: " + WHY
                        + "; put the group on the class");
    }

    @Test
    void aGroupInsideIsFineIfTheWholeIsInItAnyway() {
        TestClass plain = neverWith("A", List.of(mark("db", "class A")), List.of(mark("db", "method A.a()")));
        TestClass byPackage =
                neverWith("B", List.of(packageMark("db", null, "package p")), List.of(mark("db", "method B.a()")));
        TestClass byOuter = testClass(
                "C",
                Cut.SAFE,
                List.of(mark("db", "class C")),
                List.of(nested("C$In", List.of(), List.of(mark("db", "method C$In.a()")))));
        TestClass byNested = testClass(
                "D",
                Cut.SAFE,
                List.of(),
                List.of(nested("D$In", List.of(mark("db", "class D$In")), List.of(mark("db", "method D$In.a()")))));

        assertThat(units(Granularity.AUTO, 2, plain, byPackage, byOuter, byNested))
                .extracting(Unit::group)
                .containsOnly("db");
    }

    // --- all of them

    @Test
    void allErrorsAreToldInTheOrderInWhichTheyAppear() {
        assertThat(error(
                        never("A", mark("db", Strategy.SERIAL, "class A"), mark("web", "class Base")),
                        neverWith("B", List.of(mark("", "class B")), List.of(mark("db", "method B.a()"))),
                        ofMethods("C", Cut.SAFE, 2, mark("db", Strategy.FREE, "class C"))))
                .isEqualTo("""
                        class A is in two groups: "db" (by class A) and "web" (by class Base); keep one of them
                        class B has a group with a blank name
                        method B.a() has the group "db", but class B must stay whole: %s; put the group on the class
                        group "db" has two strategies: SERIAL (by class A) and FREE (by class C); keep one of them""".formatted(WHY));
    }
}
