package io.github.surefiremp.partition;

import static io.github.surefiremp.partition.Suite.mark;
import static io.github.surefiremp.partition.Suite.method;
import static io.github.surefiremp.partition.Suite.methods;
import static io.github.surefiremp.partition.Suite.nested;
import static io.github.surefiremp.partition.Suite.never;
import static io.github.surefiremp.partition.Suite.ofMethods;
import static io.github.surefiremp.partition.Suite.options;
import static io.github.surefiremp.partition.Suite.sizes;
import static io.github.surefiremp.partition.Suite.testClass;
import static io.github.surefiremp.partition.Suite.told;
import static io.github.surefiremp.partition.Suite.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.model.Piece;
import io.github.surefiremp.model.Strategy;
import io.github.surefiremp.model.TestClass;
import io.github.surefiremp.model.TestClass.Cut;
import io.github.surefiremp.model.Unit;
import io.github.surefiremp.partition.Suite.Known;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CutterTest {
    private static List<Unit> auto(int np, Known known, TestClass... classes) {
        return units(options(Granularity.AUTO, np), known, classes);
    }

    private static List<Unit> byMethod(int np, Known known, TestClass... classes) {
        return units(options(Granularity.METHOD, np), known, classes);
    }

    @Nested
    class Asked {
        @ParameterizedTest
        @CsvSource({
            "AUTO,   IF_ASKED, A",
            "CLASS,  SAFE,     A",
            "METHOD, IF_ASKED, A#1/2 A#2/2",
            "METHOD, SAFE,     A#1/2 A#2/2",
            "METHOD, NEVER,    A"
        })
        void anUngroupedClassIsCutByGranularityMethodUnlessItMustStayWhole(
                Granularity granularity, Cut cut, String names) {
            assertThat(units(granularity, 2, ofMethods("A", cut, 2)))
                    .extracting(Unit::name)
                    .containsExactly(names.split(" "));
        }

        @ParameterizedTest
        @EnumSource(names = {"FREE", "ISOLATED_FREE"})
        void aFreeGroupSaysThatMethodsAreIndependent(Strategy strategy) {
            TestClass free = ofMethods("A", Cut.IF_ASKED, 2, mark("g", strategy, "class A"));

            assertThat(told(units(Granularity.AUTO, 2, free))).containsExactly("A#1/2 = A[0a]", "A#2/2 = A[1b]");
            assertThat(told(units(Granularity.CLASS, 2, free))).containsExactly("A = A");
            assertThat(told(units(Granularity.AUTO, 2, never("B", mark("g", strategy, "class B")))))
                    .containsExactly("B = B");
        }

        @Test
        void aGroupIsFreeTooIfNobodyWroteItsStrategy() {
            assertThat(units(Granularity.AUTO, 2, ofMethods("A", Cut.IF_ASKED, 3, mark("g", "class A"))))
                    .hasSize(3);
        }

        @Test
        void aClassOfOnePieceKeepsItsName() {
            assertThat(told(units(Granularity.METHOD, 2, ofMethods("A", Cut.SAFE, 1))))
                    .containsExactly("A = A");
        }

        @Test
        void withoutDurationsThereIsOnePartForEachPieceUpToSixteenForEachWorker() {
            assertThat(units(Granularity.METHOD, 2, ofMethods("A", Cut.SAFE, 32)))
                    .hasSize(32);
            assertThat(sizes(units(Granularity.METHOD, 2, ofMethods("A", Cut.SAFE, 33))))
                    .hasSize(32)
                    .containsOnly(1, 2);
            assertThat(sizes(units(Granularity.METHOD, 2, ofMethods("A", Cut.SAFE, 200))))
                    .hasSize(32)
                    .containsOnly(6, 7);
        }

        @Test
        void aSingleWorkerGetsTheClassInOnePiece() {
            assertThat(sizes(units(Granularity.METHOD, 1, ofMethods("A", Cut.SAFE, 100))))
                    .hasSize(1);
        }

        @Test
        void durationsOfSomePiecesAloneDoNotBatch() {
            TestClass testClass = ofMethods("A", Cut.SAFE, 3);

            assertThat(byMethod(2, Known.nothing().with("A", 3).withPieces(testClass, 1L, 1L), testClass))
                    .hasSize(3);
        }

        @Test
        void tinyPiecesAreJoinedUpToFiftyMilliseconds() {
            TestClass testClass = ofMethods("A", Cut.SAFE, 6);

            assertThat(told(byMethod(2, Known.nothing().withPieces(testClass, 20L, 30L, 1L, 50L, 50L, 0L), testClass)))
                    .containsExactly("A#1/4 = A[0a 1b]", "A#2/4 = A[2c]", "A#3/4 = A[3d]", "A#4/4 = A[4e 5f]");
        }

        @Test
        void inALongRunThePartsAreLonger() {
            TestClass testClass = ofMethods("A", Cut.SAFE, 8);
            Known known = Known.nothing().withEachPiece(testClass, 100).with("B", 5_600);

            // 6400 ms over 2 * 16 parts
            assertThat(sizes(byMethod(2, known, testClass, never("B")).subList(0, 4)))
                    .containsExactly(2, 2, 2, 2);
        }

        @Test
        void asManyPartsAsWorkersRemainHoweverTinyThePieces() {
            TestClass testClass = ofMethods("A", Cut.SAFE, 10);
            TestClass small = ofMethods("B", Cut.SAFE, 2);
            Known known = Known.nothing().withEachPiece(testClass, 1).withEachPiece(small, 0);

            assertThat(sizes(byMethod(4, known, testClass))).containsExactly(3, 3, 2, 2);
            assertThat(told(byMethod(4, known, small))).containsExactly("B#1/2 = B[0a]", "B#2/2 = B[1b]");
            assertThat(told(byMethod(1, known, testClass))).containsExactly("A = A");
        }

        @Test
        void piecesOfOneGroupAreJoinedOverThoseOfAnother() {
            List<Piece> pieces = new ArrayList<>();
            for (String name : List.of("a", "b", "c", "d")) {
                String group = "ac".contains(name) ? "x" : "y";
                pieces.add(method("A", name, mark(group, "method A." + name + "()")));
            }
            TestClass testClass = testClass("A", Cut.IF_ASKED, List.of(), pieces);

            assertThat(told(auto(1, Known.nothing().withEachPiece(testClass, 1), testClass)))
                    .containsExactly("A#1/2 = A[0a 2c]", "A#2/2 = A[1b 3d]");
        }

        @Test
        void whatIsKnownOfOneGroupBatchesItThoughNothingElseIsKnown() {
            TestClass testClass = testClass(
                    "A",
                    Cut.IF_ASKED,
                    List.of(),
                    List.of(
                            method("A", "a", mark("x", "method A.a()")),
                            method("A", "b", mark("x", "method A.b()")),
                            method("A", "c", mark("x", "method A.c()")),
                            method("A", "d")));

            assertThat(told(auto(2, Known.nothing().withPieces(testClass, 30L, 10L, 60L), testClass)))
                    .containsExactly("A#1/3 = A[0a 1b]", "A#2/3 = A[2c]", "A#3/3 = A[3d]");
        }
    }

    @Nested
    class Unasked {
        @Test
        void aClassOnTheCriticalPathIsCutIntoBalancedParts() {
            TestClass slow = ofMethods("A", Cut.SAFE, 16);
            Known known = Known.nothing().with("A", 1_600).with("B", 400).withEachPiece(slow, 100);

            // The bound is 1000 ms, a quarter of it 250 ms: seven parts.
            assertThat(sizes(auto(2, known, slow, never("B")).subList(0, 7))).containsExactly(3, 3, 2, 2, 2, 2, 2);
            assertThat(auto(2, known, slow, never("B"))).hasSize(8);
        }

        @Test
        void partsAreBalancedByWhatIsKnownOfThePieces() {
            TestClass slow = ofMethods("A", Cut.SAFE, 6);
            Known known = Known.nothing().with("A", 1_000).withPieces(slow, 500L, 100L, 100L, 100L, 100L, 100L);

            assertThat(told(auto(2, known, slow)))
                    .containsExactly(
                            "A#1/6 = A[0a]",
                            "A#2/6 = A[1b]",
                            "A#3/6 = A[2c]",
                            "A#4/6 = A[3d]",
                            "A#5/6 = A[4e]",
                            "A#6/6 = A[5f]");
            assertThat(told(auto(2, known.with("B", 600), slow, never("B"))).subList(0, 5))
                    .containsExactly(
                            "A#1/5 = A[0a]", "A#2/5 = A[1b 2c]", "A#3/5 = A[3d]", "A#4/5 = A[4e]", "A#5/5 = A[5f]");
        }

        @Test
        void anUnknownPieceTakesItsShareOfTheClass() {
            TestClass slow = testClass(
                    "A",
                    Cut.SAFE,
                    List.of(),
                    List.of(
                            nested("A$In", List.of(), List.of()),
                            method("A", "a"),
                            method("A", "b"),
                            method("A", "c"),
                            method("A", "d")));
            Known known = Known.nothing().with("A", 1_200).with("B", 800);

            // A nested class of two tests, then four methods: 400, 200, 200, 200, 200 in ceil(1200 / 250) parts
            assertThat(told(auto(2, known, slow, never("B"))).get(0)).isEqualTo("A#1/5 = A[0[A$In]");
            Known shorter = Known.nothing().with("A", 1_200).with("B", 600).with("C", 0);
            assertThat(auto(2, shorter, slow, never("B"), never("C"))).hasSize(7);
        }

        @Test
        void aClassBelowTheBoundStaysWhole() {
            TestClass slow = ofMethods("A", Cut.SAFE, 10);

            assertThat(told(auto(2, Known.nothing().with("A", 5_000).with("B", 5_000), slow, never("B"))))
                    .containsExactly("A = A", "B = B");
        }

        @ParameterizedTest
        @CsvSource({"399, A", "400, A#1/2 A#2/2"})
        void aCutMustGainTwoHundredMilliseconds(long millis, String names) {
            assertThat(auto(2, Known.nothing().with("A", millis), ofMethods("A", Cut.SAFE, 2)))
                    .extracting(Unit::name)
                    .containsExactly(names.split(" "));
        }

        @Test
        void aClassThatIsNotSafeStaysWholeAsDoesOneOfASinglePiece() {
            Known known = Known.nothing().with("A", 60_000).with("B", 60_000).with("C", 60_000);

            assertThat(told(auto(8, known, ofMethods("A", Cut.IF_ASKED, 20), ofMethods("B", Cut.SAFE, 1), never("C"))))
                    .containsExactly("A = A", "B = B", "C = C");
        }

        @Test
        void withOneWorkerNothingIsCut() {
            assertThat(told(auto(1, Known.nothing().with("A", 60_000), ofMethods("A", Cut.SAFE, 20))))
                    .containsExactly("A = A");
        }

        @Test
        void granularityClassCutsNothing() {
            assertThat(told(units(
                            options(Granularity.CLASS, 4),
                            Known.nothing().with("A", 60_000),
                            ofMethods("A", Cut.SAFE, 20))))
                    .containsExactly("A = A");
        }

        @Test
        void thereAreAtMostFourPartsForEachWorker() {
            assertThat(auto(3, Known.nothing().with("A", 60_000), ofMethods("A", Cut.SAFE, 100)))
                    .hasSize(12);
        }

        @Test
        void anUnknownClassCountsAsLongAsTheMedianOfTheKnown() {
            TestClass unknown = ofMethods("A", Cut.SAFE, 8);
            Known fast = Known.nothing().with("B", 100).with("C", 100).with("D", 9_000);
            Known slow = Known.nothing().with("B", 9_000).with("C", 9_000).with("D", 100);
            TestClass[] classes = {unknown, never("B"), never("C"), never("D")};

            assertThat(auto(4, fast, classes)).hasSize(4);
            assertThat(auto(4, slow, classes)).extracting(Unit::name).contains("A#1/6", "A#6/6");
        }

        @Test
        void aClassOfWhichAllPiecesAreKnownCountsAsTheirSum() {
            TestClass slow = ofMethods("A", Cut.SAFE, 4);

            assertThat(auto(2, Known.nothing().with("B", 10).withEachPiece(slow, 1_000), slow, never("B")))
                    .hasSize(5);
            assertThat(auto(2, Known.nothing().with("B", 10).withPieces(slow, 1_000L), slow, never("B")))
                    .hasSize(2);
        }

        @Test
        void whereNothingIsKnownTheNumberOfTestsDecides() {
            assertThat(told(units(
                            Granularity.AUTO, 2, ofMethods("A", Cut.SAFE, 8), never("B"), ofMethods("C", Cut.SAFE, 7))))
                    .containsExactly("A = A", "B = B", "C = C");
            // 12 tests, bound 6, parts of 1.5 tests: five
            assertThat(sizes(units(Granularity.AUTO, 2, ofMethods("A", Cut.SAFE, 8), ofMethods("C", Cut.SAFE, 4))))
                    .containsExactly(2, 2, 1, 1, 1, 1, 0);
        }

        @Test
        void whereNothingIsKnownAClassOfLessThanEightPiecesStaysWhole() {
            assertThat(units(Granularity.AUTO, 2, ofMethods("A", Cut.SAFE, 7))).hasSize(1);
            assertThat(units(Granularity.AUTO, 2, ofMethods("A", Cut.SAFE, 8))).hasSize(8);
        }

        @Test
        void theUngroupedRestOfAClassIsCutIfItIsStillTooLong() {
            List<Piece> pieces = new ArrayList<>(methods("A", 4));
            pieces.set(0, method("A", "a", mark("db", Strategy.SERIAL, "method A.a()")));
            TestClass mixed = testClass("A", Cut.SAFE, List.of(), pieces);

            assertThat(told(auto(2, Known.nothing().with("A", 8_000), mixed)))
                    .containsExactly("group \"db\" = A[0a]", "A#2/4 = A[1b]", "A#3/4 = A[2c]", "A#4/4 = A[3d]");
            assertThat(told(auto(
                            2, Known.nothing().with("A", 8_000).withPieces(mixed, 7_400L, 200L, 200L, 200L), mixed)))
                    .containsExactly("group \"db\" = A[0a]", "A#2/2 = A[1b 2c 3d]");
        }

        @Test
        void absurdDurationsDoNoHarm() {
            TestClass slow = ofMethods("A", Cut.SAFE, 8);
            Known known =
                    Known.nothing().with("A", Long.MAX_VALUE).with("B", -5).withPieces(slow, Long.MAX_VALUE, -1L);

            assertThat(auto(2, known, slow, never("B"))).hasSize(9);
        }
    }
}
