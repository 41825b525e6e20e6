package io.github.surefiremp.partition;

import static io.github.surefiremp.partition.Suite.fresh;
import static io.github.surefiremp.partition.Suite.freshOptions;
import static io.github.surefiremp.partition.Suite.locked;
import static io.github.surefiremp.partition.Suite.mark;
import static io.github.surefiremp.partition.Suite.method;
import static io.github.surefiremp.partition.Suite.nested;
import static io.github.surefiremp.partition.Suite.never;
import static io.github.surefiremp.partition.Suite.ofMethods;
import static io.github.surefiremp.partition.Suite.options;
import static io.github.surefiremp.partition.Suite.testClass;
import static io.github.surefiremp.partition.Suite.told;
import static io.github.surefiremp.partition.Suite.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefiremp.model.LockNeed;
import io.github.surefiremp.model.Strategy;
import io.github.surefiremp.model.TestClass;
import io.github.surefiremp.model.TestClass.Cut;
import io.github.surefiremp.model.Unit;
import io.github.surefiremp.partition.Suite.Known;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PartitionTest {
    @Test
    void noClassesAreNoUnits() {
        assertThat(units(Granularity.AUTO, 2)).isEmpty();
    }

    @Test
    void thereIsAtLeastOneWorker() {
        assertThatThrownBy(() -> options(Granularity.AUTO, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("np is 0, not at least 1");
    }

    @Test
    void ungroupedClassesAreOneUnitEachInTheGivenOrder() {
        List<Unit> units =
                units(Granularity.AUTO, 1, never("B"), ofMethods("A", Cut.IF_ASKED, 3), ofMethods("C", Cut.SAFE, 30));

        assertThat(told(units)).containsExactly("B = B", "A = A", "C = C");
        assertThat(units).allSatisfy(unit -> {
            assertThat(unit.group()).isEmpty();
            assertThat(unit.strategy()).isEqualTo(Strategy.FREE);
            assertThat(unit.freshJvm()).isFalse();
        });
    }

    // --- serial groups

    @ParameterizedTest
    @EnumSource(names = {"SERIAL", "ISOLATED_SERIAL"})
    void aSerialGroupIsOneUnitAtThePlaceOfItsFirstMember(Strategy strategy) {
        List<Unit> units = units(
                Granularity.METHOD,
                2,
                never("A"),
                ofMethods("C", Cut.SAFE, 3, mark("db", strategy, "class C")),
                never("B"),
                never("D", mark("db", "class D")));

        assertThat(told(units)).containsExactly("A = A", "group \"db\" = C, D", "B = B");
        assertThat(units.get(1).strategy()).isEqualTo(strategy);
        assertThat(units.get(1).group()).isEqualTo("db");
    }

    @Test
    void aSerialGroupTakesOfAClassWhatIsInIt() {
        TestClass mixed = testClass(
                "A",
                Cut.IF_ASKED,
                List.of(),
                List.of(
                        method("A", "a"),
                        method("A", "b", mark("db", Strategy.SERIAL, "method A.b()")),
                        method("A", "c"),
                        method("A", "d", mark("db", "method A.d()"))));
        TestClass allOfIt = testClass(
                "B",
                Cut.IF_ASKED,
                List.of(),
                List.of(method("B", "a", mark("db", "method B.a()")), method("B", "b", mark("db", "method B.b()"))));

        assertThat(told(units(Granularity.AUTO, 2, mixed, allOfIt)))
                .containsExactly("A#1/2 = A[0a 2c]", "group \"db\" = A[1b 3d], B");
    }

    @Test
    void aPartInASerialGroupCountsAmongThePartsOfItsClass() {
        TestClass mixed = testClass(
                "A",
                Cut.IF_ASKED,
                List.of(),
                List.of(
                        method("A", "a"),
                        method("A", "b", mark("db", Strategy.SERIAL, "method A.b()")),
                        method("A", "c")));

        assertThat(told(units(Granularity.METHOD, 2, mixed)))
                .containsExactly("A#1/3 = A[0a]", "group \"db\" = A[1b]", "A#3/3 = A[2c]");
    }

    // --- parts

    @Test
    void partsOfDifferentGroupsAreOrderedByTheirFirstPieces() {
        TestClass mixed = testClass(
                "A",
                Cut.IF_ASKED,
                List.of(),
                List.of(
                        method("A", "a", mark("x", "method A.a()")),
                        method("A", "b"),
                        method("A", "c", mark("x", "method A.c()")),
                        method("A", "d")));

        assertThat(told(units(Granularity.METHOD, 2, mixed)))
                .containsExactly("A#1/4 = A[0a]", "A#2/4 = A[1b]", "A#3/4 = A[2c]", "A#4/4 = A[3d]");
        assertThat(told(units(Granularity.AUTO, 2, mixed)))
                .containsExactly("A#1/3 = A[0a]", "A#2/3 = A[1b 3d]", "A#3/3 = A[2c]");
    }

    @Test
    void aNestedClassThatMustStayWholeIsOnePiece() {
        TestClass testClass = testClass(
                "A",
                Cut.SAFE,
                List.of(),
                List.of(method("A", "a"), nested("A$In", List.of(), List.of()), method("A", "b")));

        assertThat(told(units(Granularity.METHOD, 2, testClass)))
                .containsExactly("A#1/3 = A[0a]", "A#2/3 = A[1[A$In]", "A#3/3 = A[2b]");
    }

    // --- locks

    @Test
    void aUnitNeedsTheLocksOfWhatItRuns() {
        LockNeed read = new LockNeed("file", false);
        LockNeed write = new LockNeed("db", true);
        LockNeed ofClass = new LockNeed("port", true);
        TestClass locked = new TestClass(
                "A",
                3,
                List.of(),
                Set.of(read, write, ofClass),
                Cut.SAFE,
                "",
                List.of(),
                List.of(locked("A", "a", read), locked("A", "b", write, read), locked("A", "c")));

        assertThat(units(Granularity.CLASS, 2, locked))
                .extracting(Unit::locks)
                .containsExactly(Set.of(read, write, ofClass));
        assertThat(units(Granularity.METHOD, 2, locked))
                .extracting(Unit::locks)
                .containsExactly(Set.of(read), Set.of(write, read), Set.of());
        assertThat(units(new Partition.Options(Granularity.METHOD, false, false, 2), Known.nothing(), locked))
                .extracting(Unit::locks)
                .containsOnly(Set.of());
    }

    @Test
    void aSerialGroupNeedsTheLocksOfAllItsMembers() {
        LockNeed read = new LockNeed("file", false);
        LockNeed write = new LockNeed("db", true);
        TestClass one = testClass(
                "A",
                Cut.SAFE,
                List.of(mark("g", Strategy.SERIAL, "class A")),
                List.of(locked("A", "a", read), locked("A", "b")));
        TestClass two = testClass(
                "B", Cut.SAFE, List.of(mark("g", "class B")), List.of(locked("B", "a", write), locked("B", "b", read)));

        assertThat(units(Granularity.AUTO, 2, one, two)).extracting(Unit::locks).containsExactly(Set.of(read, write));
    }

    // --- a fresh JVM

    @ParameterizedTest
    @EnumSource(names = {"AUTO", "CLASS"})
    void withTheOptionEachUngroupedClassHasAFreshJvm(Granularity granularity) {
        List<Unit> units = units(
                freshOptions(granularity, 4),
                Known.nothing().with("A", 60_000).with("B", 1),
                ofMethods("A", Cut.SAFE, 20),
                never("B"));

        assertThat(told(units)).containsExactly("A = A", "B = B");
        assertThat(units).allMatch(Unit::freshJvm);
    }

    @Test
    void withTheOptionAndGranularityMethodEachPieceHasAFreshJvm() {
        TestClass testClass = ofMethods("A", Cut.IF_ASKED, 40);

        List<Unit> units = units(
                freshOptions(Granularity.METHOD, 1),
                Known.nothing().withEachPiece(testClass, 1),
                testClass,
                never("B"));

        assertThat(units).hasSize(41).allMatch(Unit::freshJvm);
    }

    @Test
    void withTheOptionASerialGroupHasAFreshJvm() {
        assertThat(units(
                        freshOptions(Granularity.METHOD, 1),
                        Known.nothing(),
                        ofMethods("A", Cut.SAFE, 2, mark("g", Strategy.SERIAL, "class A"))))
                .hasSize(1)
                .allMatch(Unit::freshJvm);
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTO", "METHOD"})
    void eachPieceOfAFreeGroupHasAFreshJvmIfTheGroupAsksForIt(Granularity granularity) {
        TestClass testClass = ofMethods("A", Cut.IF_ASKED, 40, fresh("g", Strategy.ISOLATED_FREE, "class A"));

        List<Unit> units =
                units(options(granularity, 1), Known.nothing().withEachPiece(testClass, 1), testClass, never("B"));

        assertThat(units).hasSize(41);
        assertThat(units.subList(0, 40)).allMatch(Unit::freshJvm);
        assertThat(units.get(40).freshJvm()).isFalse();
    }

    @Test
    void granularityClassKeepsAClassWholeEvenIfItsGroupAsksForFreshJvms() {
        List<Unit> units =
                units(Granularity.CLASS, 4, ofMethods("A", Cut.SAFE, 4, fresh("g", Strategy.FREE, "class A")));

        assertThat(told(units)).containsExactly("A = A");
        assertThat(units).allMatch(Unit::freshJvm);
    }

    @Test
    void aClassThatMustStayWholeStaysWholeInItsFreshJvm() {
        assertThat(told(units(
                        freshOptions(Granularity.METHOD, 4), Known.nothing(), never("A", fresh("g", null, "class A")))))
                .containsExactly("A = A");
    }
}
