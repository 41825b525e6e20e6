package io.github.surefiremp.partition;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.model.ClassPart;
import io.github.surefiremp.model.ClassPart.Selected;
import io.github.surefiremp.model.GroupMark;
import io.github.surefiremp.model.LockNeed;
import io.github.surefiremp.model.Piece;
import io.github.surefiremp.model.Strategy;
import io.github.surefiremp.model.TestClass;
import io.github.surefiremp.model.TestClass.Cut;
import io.github.surefiremp.model.Threads;
import io.github.surefiremp.model.Unit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/** What holds for each partition, whatever the suite. */
class PartitionPropertiesTest {
    /** A suite and what is known of it. */
    record Given(List<TestClass> classes, Partition.Options options, Map<String, Long> known) implements Durations {
        @Override
        public OptionalLong ofClass(String className) {
            return of(className);
        }

        @Override
        public OptionalLong ofPiece(Piece piece) {
            return of(piece.selector());
        }

        private OptionalLong of(String key) {
            Long millis = known.get(key);
            return millis == null ? OptionalLong.empty() : OptionalLong.of(millis);
        }

        List<Unit> units() {
            return units(classes);
        }

        List<Unit> units(List<TestClass> ordered) {
            try {
                return Partition.intoUnits(ordered, options, this);
            } catch (GroupException e) {
                throw new AssertionError(e);
            }
        }

        TestClass named(String name) {
            return classes.stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Suites without contradictions: a group's name says its strategy, which only some of its marks write. */
    @Provide
    Arbitrary<Given> suites() {
        Arbitrary<Partition.Options> options = Combinators.combine(
                        Arbitraries.of(Granularity.class),
                        Arbitraries.frequencyOf(
                                Tuple.of(4, Arbitraries.just(false)), Tuple.of(1, Arbitraries.just(true))),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(1, 5))
                .as(Partition.Options::new);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 14),
                        Arbitraries.integers().between(0, 3),
                        options,
                        Arbitraries.longs().withoutEdgeCases())
                .as(PartitionPropertiesTest::given);
    }

    private static Given given(int size, int knowledge, Partition.Options options, long seed) {
        Random random = new Random(seed);
        List<TestClass> classes = new ArrayList<>();
        Map<String, Long> known = new HashMap<>();
        for (int i = 0; i < size; i++) {
            TestClass testClass = testClass("p.C" + i, random);
            classes.add(testClass);
            if (random.nextInt(3) < knowledge) {
                known.put(testClass.name(), (long) random.nextInt(20_000));
            }
            for (Piece piece : testClass.pieces()) {
                if (random.nextInt(3) < knowledge) {
                    known.put(piece.selector(), (long) random.nextInt(random.nextBoolean() ? 60 : 2_000));
                }
            }
        }
        // The names tell nothing of the order.
        Collections.shuffle(classes, random);
        return new Given(List.copyOf(classes), options, Map.copyOf(known));
    }

    private static TestClass testClass(String name, Random random) {
        Cut cut = List.of(Cut.values()).get(random.nextInt(3));
        List<GroupMark> groups =
                random.nextInt(3) == 0 ? List.of(mark("class " + name, random, random.nextInt(3) == 0)) : List.of();
        if (cut == Cut.NEVER) {
            return new TestClass(
                    name,
                    1 + random.nextInt(5),
                    groups,
                    locks(random),
                    cut,
                    "it is ordered",
                    List.of(),
                    List.of(),
                    threads(random));
        }
        boolean methodGroups = groups.stream().allMatch(GroupMark::packageDefault) && random.nextInt(3) == 0;
        List<Piece> pieces = IntStream.range(0, 1 + random.nextInt(random.nextInt(4) == 0 ? 120 : 12))
                .mapToObj(i -> new Piece(
                        "[" + name + "/" + i + "]",
                        name,
                        "m" + i,
                        1 + random.nextInt(3),
                        methodGroups && random.nextBoolean()
                                ? List.of(mark("method " + name + ".m" + i + "()", random, false))
                                : List.of(),
                        locks(random),
                        "",
                        List.of()))
                .toList();
        Set<LockNeed> locks = new HashSet<>();
        pieces.forEach(piece -> locks.addAll(piece.locks()));
        int tests = pieces.stream().mapToInt(Piece::tests).sum();
        return new TestClass(name, tests, groups, locks, cut, "", List.of(), pieces, threads(random));
    }

    private static Threads threads(Random random) {
        return random.nextInt(4) == 0 ? Threads.ONE : new Threads(2, random.nextInt(4) != 0);
    }

    private static GroupMark mark(String place, Random random, boolean packageDefault) {
        Strategy strategy = List.of(Strategy.values()).get(random.nextInt(4));
        // A fresh group is one of which any mark may say so; one group has no strategy at all.
        String name =
                (random.nextInt(4) == 0 ? "fresh " : "warm ") + (random.nextInt(5) == 0 ? "without" : strategy.name());
        boolean fresh = name.startsWith("fresh") && random.nextBoolean();
        Strategy written = name.endsWith("without") || random.nextBoolean() ? null : strategy;
        return new GroupMark(name, written, fresh, place, packageDefault);
    }

    private static Set<LockNeed> locks(Random random) {
        return random.nextInt(4) == 0 ? Set.of(new LockNeed("k" + random.nextInt(3), random.nextBoolean())) : Set.of();
    }

    @Property
    void eachPieceOfEachClassIsInOneUnit(@ForAll("suites") Given given) {
        List<String> expected = new ArrayList<>();
        for (TestClass testClass : given.classes()) {
            if (testClass.pieces().isEmpty()) {
                expected.add(testClass.name());
            }
            testClass.pieces().forEach(piece -> expected.add(piece.selector()));
        }

        List<String> found = new ArrayList<>();
        for (ClassPart part : parts(given.units())) {
            if (!part.isWhole()) {
                part.pieces().forEach(piece -> found.add(piece.selector()));
            } else if (given.named(part.className()).pieces().isEmpty()) {
                found.add(part.className());
            } else {
                given.named(part.className()).pieces().forEach(piece -> found.add(piece.selector()));
            }
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
        long cut = parts(given.units()).stream().filter(part -> !part.isWhole()).count();
        Statistics.label("parts of classes").collect(cut == 0 ? "none" : cut < 10 ? "some" : "many");
    }

    @Property
    void aPartIsWholeIfAndOnlyIfItIsAllOfTheClass(@ForAll("suites") Given given) {
        assertThat(parts(given.units()))
                .filteredOn(part -> !part.isWhole())
                .allSatisfy(part -> assertThat(part.pieces().size())
                        .isLessThan(given.named(part.className()).pieces().size()));
    }

    @Property
    void positionsAscendAndSelectTheirPieces(@ForAll("suites") Given given) {
        assertThat(parts(given.units())).allSatisfy(part -> {
            assertThat(part.pieces().stream().map(Selected::position))
                    .isSorted()
                    .doesNotHaveDuplicates();
            assertThat(part.pieces())
                    .allSatisfy(piece -> assertThat(piece.selector())
                            .isEqualTo(given.named(part.className())
                                    .pieces()
                                    .get(piece.position())
                                    .selector()));
        });
    }

    @Property
    void theSameSuiteGivesTheSameUnits(@ForAll("suites") Given given) {
        assertThat(given.units()).isEqualTo(given.units());
    }

    @Property
    void theOrderOfTheClassesChangesNothingButTheOrder(@ForAll("suites") Given given, @ForAll long seed) {
        List<TestClass> shuffled = new ArrayList<>(given.classes());
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(given.units(shuffled).stream().map(PartitionPropertiesTest::withoutOrder))
                .containsExactlyInAnyOrderElementsOf(given.units().stream()
                        .map(PartitionPropertiesTest::withoutOrder)
                        .toList());
    }

    private static List<Object> withoutOrder(Unit unit) {
        return List.of(
                unit.name(),
                Set.copyOf(unit.parts()),
                unit.group(),
                unit.strategy(),
                unit.locks(),
                unit.freshJvm(),
                unit.threads());
    }

    @Property
    void aSerialGroupIsOneUnitAndInOrder(@ForAll("suites") Given given) {
        List<Unit> serial = given.units().stream()
                .filter(unit -> unit.strategy().isSerial())
                .toList();

        assertThat(serial).extracting(Unit::group).doesNotHaveDuplicates();
        assertThat(serial).allSatisfy(unit -> {
            assertThat(unit.name()).isEqualTo("group \"" + unit.group() + "\"");
            assertThat(unit.classes())
                    .isEqualTo(given.classes().stream()
                            .map(TestClass::name)
                            .filter(unit.classes()::contains)
                            .toList());
        });
        assertThat(given.units())
                .filteredOn(unit -> !unit.strategy().isSerial() && !unit.isConcurrent())
                .allSatisfy(unit -> assertThat(unit.parts()).hasSize(1));
    }

    @Property
    void onlyWholeClassesThatMayRunAtTheSameTimeAreTogether(@ForAll("suites") Given given) {
        List<Unit> together = given.units().stream()
                .filter(unit -> unit.isConcurrent() && unit.parts().size() > 1)
                .toList();

        assertThat(together).allSatisfy(unit -> {
            assertThat(unit.parts()).allMatch(ClassPart::isWhole);
            assertThat(unit.group()).isEmpty();
            assertThat(unit.freshJvm()).isFalse();
            for (String name : unit.classes()) {
                TestClass testClass = given.named(name);
                assertThat(testClass.threads()).isEqualTo(new Threads(unit.threads(), true));
                assertThat(unit.locks()).isEqualTo(given.options().locks() ? testClass.locks() : Set.of());
            }
            assertThat(unit.classes())
                    .isEqualTo(given.classes().stream()
                            .map(TestClass::name)
                            .filter(unit.classes()::contains)
                            .toList());
        });
        Statistics.label("batches").collect(together.isEmpty() ? "none" : "some");
    }

    @Property
    void unitsKeepTheOrderOfTheClasses(@ForAll("suites") Given given) {
        List<String> names = given.classes().stream().map(TestClass::name).toList();

        assertThat(given.units().stream()
                        .map(unit -> names.indexOf(unit.classes().get(0))))
                .isSorted();
    }

    @Property
    void aGroupsMembersHaveItsStrategyAndItsFreshJvm(@ForAll("suites") Given given) {
        Map<String, Set<List<Object>>> byGroup = given.units().stream()
                .collect(Collectors.groupingBy(
                        Unit::group,
                        Collectors.mapping(
                                unit -> List.<Object>of(unit.strategy(), unit.freshJvm()), Collectors.toSet())));

        assertThat(byGroup.values()).allSatisfy(all -> assertThat(all).hasSize(1));
    }

    @Property
    void allOfAUnitIsInTheUnitsGroup(@ForAll("suites") Given given) {
        for (Unit unit : given.units()) {
            for (ClassPart part : unit.parts()) {
                TestClass testClass = given.named(part.className());
                List<List<GroupMark>> chains = part.isWhole()
                                && testClass.pieces().isEmpty()
                        ? List.of(testClass.groups())
                        : part.isWhole()
                                ? testClass.pieces().stream()
                                        .map(piece -> Groups.chainOf(testClass, piece))
                                        .toList()
                                : part.pieces().stream()
                                        .map(piece -> Groups.chainOf(
                                                testClass, testClass.pieces().get(piece.position())))
                                        .toList();
                assertThat(chains)
                        .allSatisfy(chain -> assertThat(groupOf(chain)).isEqualTo(unit.group()));
            }
        }
    }

    private static String groupOf(List<GroupMark> chain) {
        return chain.stream()
                .filter(mark -> !mark.packageDefault())
                .findFirst()
                .or(() -> chain.stream().findFirst())
                .map(GroupMark::group)
                .orElse("");
    }

    @Property
    void aClassThatMustStayWholeIsNeverCut(@ForAll("suites") Given given) {
        assertThat(parts(given.units()))
                .filteredOn(part -> given.named(part.className()).cut() == Cut.NEVER)
                .allMatch(ClassPart::isWhole);
    }

    @Property
    void withGranularityClassOnlyGroupsCutAClass(@ForAll("suites") Given given) {
        Partition.Options options = new Partition.Options(
                Granularity.CLASS,
                given.options().freshJvm(),
                true,
                given.options().np());

        List<Unit> units = new Given(given.classes(), options, given.known()).units();

        assertThat(units.stream().flatMap(unit -> unit.parts().stream().map(part -> part.className() + unit.group())))
                .doesNotHaveDuplicates();
    }

    @Property
    void namesAreUnique(@ForAll("suites") Given given) {
        assertThat(given.units()).extracting(Unit::name).doesNotHaveDuplicates();
    }

    @Property
    void locksAreThoseOfThePartsOrNone(@ForAll("suites") Given given) {
        assertThat(given.units()).allSatisfy(unit -> {
            Set<LockNeed> locks = new HashSet<>();
            for (ClassPart part : unit.parts()) {
                TestClass testClass = given.named(part.className());
                locks.addAll(part.isWhole() ? testClass.locks() : Set.of());
                part.pieces()
                        .forEach(piece -> locks.addAll(
                                testClass.pieces().get(piece.position()).locks()));
            }
            assertThat(unit.locks()).isEqualTo(given.options().locks() ? locks : Set.of());
        });
    }

    @Property
    void contradictionsAreFoundInWhicheverOrderTheClassesAre(
            @ForAll("suites") Given given, @ForAll Strategy one, @ForAll Strategy two, @ForAll long seed) {
        List<TestClass> classes = new ArrayList<>(given.classes());
        classes.add(withStrategy("p.One", one));
        classes.add(withStrategy("p.Two", two));
        Collections.shuffle(classes, new Random(seed));

        Function<List<TestClass>, Boolean> fails = ordered -> {
            try {
                Partition.intoUnits(ordered, given.options(), given);
                return false;
            } catch (GroupException e) {
                assertThat(e).hasMessageContainingAll("class p.One", "class p.Two", one.name(), two.name());
                return true;
            }
        };

        assertThat(fails.apply(classes)).isEqualTo(one != two);
    }

    private static TestClass withStrategy(String name, Strategy strategy) {
        return Suite.never(name, Suite.mark("both", strategy, "class " + name));
    }

    private static List<ClassPart> parts(List<Unit> units) {
        return units.stream().flatMap(unit -> unit.parts().stream()).toList();
    }
}
