package io.github.surefiremp.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.coordinator.Budget.Claim;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class BudgetTest {
    @Example
    void whoHasNoneIsFirst() {
        assertThat(next(claim("busy", 1, 5, 90_000, 90_000), claim("small", 0, 1, 10, 0)))
                .isEqualTo("small");
    }

    @Example
    void thenTheOneThatTheBuildWaitsFor() {
        assertThat(next(claim("leaf", 1, 5, 20_000, 0), claim("core", 1, 5, 10_000, 30_000)))
                .isEqualTo("core");
        // With four workers it is no longer the one.
        assertThat(next(claim("leaf", 1, 5, 20_000, 0), claim("core", 4, 5, 10_000, 15_000)))
                .isEqualTo("leaf");
    }

    @Example
    void betweenEqualsTheOneWithFewer() {
        assertThat(next(claim("rich", 3, 1, 0, 0), claim("poor", 1, 1, 0, 0))).isEqualTo("poor");
        assertThat(next(claim("first", 1, 1, 0, 0), claim("second", 1, 1, 0, 0)))
                .isEqualTo("first");
    }

    @Example
    void whoIsAloneIsBeforeAll() {
        List<Claim<String>> claims = List.of(claim("none", 0, 1, 9, 9), claim("alone", 3, 1, 1, 0));

        assertThat(Budget.next(claims, "alone")).isEqualTo("alone");
        assertThat(Budget.next(List.of(claim("none", 0, 1, 9, 9), claim("alone", 3, 0, 1, 0)), "alone"))
                .isEqualTo("none");
    }

    @Example
    void whoWantsNothingGetsNothing() {
        assertThat(next(claim("a", 0, 0, 9_000, 0))).isNull();
    }

    @Example
    void whereSomebodyHasNoneTheOneThatCanBestDoWithoutSpares() {
        assertThat(spares(
                        claim("core", 2, 0, 10_000, 30_000), claim("leaf", 2, 0, 10_000, 0), claim("none", 0, 1, 1, 0)))
                .isEqualTo("leaf");
        assertThat(spares(claim("two", 2, 0, 0, 0), claim("three", 3, 0, 0, 0), claim("none", 0, 1, 0, 0)))
                .isEqualTo("three");
    }

    @Example
    void nobodySparesItsLast() {
        assertThat(spares(claim("one", 1, 0, 0, 0), claim("none", 0, 1, 90_000, 0)))
                .isNull();
    }

    @Example
    void aWorkerMovesToWhereItShortensTheBuildByMuch() {
        assertThat(spares(claim("leaf", 3, 0, 6_000, 0), claim("core", 1, 2, 20_000, 30_000)))
                .isEqualTo("leaf");
        // Not for two seconds.
        assertThat(spares(claim("leaf", 3, 0, 6_000, 0), claim("core", 1, 2, 4_000, 30_000)))
                .isNull();
        // Not if the other would then be the last.
        assertThat(spares(claim("leaf", 2, 0, 90_000, 0), claim("core", 1, 2, 20_000, 30_000)))
                .isNull();
    }

    @Property
    void whoGetsOneWantedIt(@ForAll("claims") List<Claim<Integer>> claims) {
        Integer next = Budget.next(claims, null);

        if (next == null) {
            assertThat(claims).allMatch(claim -> claim.wanted() == 0);
        } else {
            assertThat(claims.get(next).wanted()).isPositive();
        }
    }

    @Property
    void whoHasNoneIsNeverBehindOneThatHas(@ForAll("claims") List<Claim<Integer>> claims) {
        Integer next = Budget.next(claims, null);

        boolean starves = claims.stream().anyMatch(claim -> claim.wanted() > 0 && claim.held() == 0);
        if (starves) {
            assertThat(claims.get(next).held()).isZero();
        }
    }

    @Property
    void whoHasNoneGetsOneWhereverAnyoneHasTwo(@ForAll("claims") List<Claim<Integer>> claims) {
        boolean starves = claims.stream().anyMatch(claim -> claim.wanted() > 0 && claim.held() == 0);
        boolean canSpare = claims.stream().anyMatch(claim -> claim.held() > 1);
        Integer spares = Budget.spares(claims, null);

        if (starves && canSpare) {
            assertThat(spares).isNotNull();
        }
        if (spares != null) {
            assertThat(claims.get(spares).held()).isGreaterThan(1);
        }
    }

    /** All numbers of a session, given and moved until nothing changes any more. */
    @Property
    void workersStopMovingAndNobodyIsLeftWithout(
            @ForAll("claims") List<Claim<Integer>> claims, @ForAll @IntRange(min = 1, max = 12) int size) {
        List<Claim<Integer>> now = new ArrayList<>();
        claims.forEach(one ->
                now.add(new Claim<>(one.who(), 0, one.wanted() + one.held(), one.workMillis(), one.afterMillis())));
        int free = size;
        for (int moves = 0; ; moves++) {
            assertThat(moves).as("moves").isLessThan(1_000);
            Integer next = Budget.next(now, null);
            if (next != null && free > 0) {
                free--;
                change(now, next, 1);
                continue;
            }
            Integer spares = free > 0 ? null : Budget.spares(now, null);
            if (spares == null) {
                break;
            }
            free++;
            change(now, spares, -1);
        }

        int held = now.stream().mapToInt(Claim::held).sum();
        assertThat(held + free).isEqualTo(size);
        boolean rich = now.stream().anyMatch(one -> one.held() > 1);
        boolean without = now.stream().anyMatch(one -> one.held() == 0 && one.wanted() > 0);
        assertThat(rich && without).isFalse();
    }

    private static void change(List<Claim<Integer>> claims, int who, int by) {
        Claim<Integer> old = claims.get(who);
        claims.set(who, new Claim<>(who, old.held() + by, old.wanted() - by, old.workMillis(), old.afterMillis()));
    }

    private static Claim<String> claim(String who, int held, int wanted, long work, long after) {
        return new Claim<>(who, held, wanted, work, after);
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static String next(Claim<String>... claims) {
        return Budget.next(List.of(claims), null);
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static String spares(Claim<String>... claims) {
        return Budget.spares(List.of(claims), null);
    }

    @Provide
    Arbitrary<List<Claim<Integer>>> claims() {
        Arbitrary<Claim<Integer>> one = Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.longs().between(0, 100_000),
                        Arbitraries.longs().between(0, 100_000))
                .as((held, wanted, work, after) -> new Claim<>(0, held, wanted, work, after));
        return one.list().ofMinSize(1).ofMaxSize(6).map(list -> {
            List<Claim<Integer>> numbered = new ArrayList<>();
            for (Claim<Integer> claim : list) {
                numbered.add(new Claim<>(
                        numbered.size(), claim.held(), claim.wanted(), claim.workMillis(), claim.afterMillis()));
            }
            return numbered;
        });
    }
}
