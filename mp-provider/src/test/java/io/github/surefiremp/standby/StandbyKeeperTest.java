package io.github.surefiremp.standby;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StandbyKeeperTest {
    private static final long MEGA = 1024 * 1024;
    private static final long MUCH = 100_000 * MEGA;

    private final List<StandbyKeeper.Known> waiting = new ArrayList<>();
    private int count;

    @Test
    void allThatWereLeftStart() {
        List<StandbyKeeper.Known> left = List.of(known("a", 0, "x", 4), known("a", 0, "x", 4));

        StandbyKeeper keeper = keep(MUCH, left);

        assertThat(keeper.starts()).isEqualTo(left);
        assertThat(keeper.ends()).isEmpty();
    }

    @Test
    void runsTakeTurnsUpToTheBoundOfTheBuild() {
        List<StandbyKeeper.Known> first = List.of(known("a", 0, "x", 3), known("a", 0, "x", 3), known("a", 0, "x", 3));
        List<StandbyKeeper.Known> second = List.of(known("b", 0, "x", 3), known("b", 0, "x", 3));

        StandbyKeeper keeper = keep(MUCH, first, second);

        assertThat(keeper.starts()).containsExactly(first.get(0), second.get(0), first.get(1));
    }

    @Test
    void oneThatStillFitsStaysInsteadOfANewOne() {
        waiting.add(known("a", 0, "x", 4));
        List<StandbyKeeper.Known> left = List.of(known("a", 0, "x", 4), known("a", 0, "x", 4));

        StandbyKeeper keeper = keep(MUCH, left);

        assertThat(keeper.starts()).containsExactly(left.get(1));
        assertThat(keeper.ends()).isEmpty();
    }

    @Test
    void oneThatDoesNotFitAnyMoreIsReplaced() {
        waiting.add(known("a", 0, "old", 4));
        List<StandbyKeeper.Known> left = List.of(known("a", 0, "x", 4));

        StandbyKeeper keeper = keep(MUCH, left);

        assertThat(keeper.ends()).isEqualTo(waiting);
        assertThat(keeper.starts()).isEqualTo(left);
    }

    @Test
    void oneForAnotherNumberIsAnotherOne() {
        waiting.add(known("a", 1, "one", 4));
        List<StandbyKeeper.Known> left = List.of(known("a", 1, "one", 4), known("a", 2, "two", 4));

        StandbyKeeper keeper = keep(MUCH, left);

        assertThat(keeper.starts()).containsExactly(left.get(1));
        assertThat(keeper.ends()).isEmpty();
    }

    @Test
    void thoseOfOtherModulesStayWhereThereIsRoom() {
        waiting.add(known("b", 0, "x", 2));
        List<StandbyKeeper.Known> left = List.of(known("a", 0, "x", 2));

        StandbyKeeper keeper = keep(MUCH, left);

        assertThat(keeper.ends()).isEmpty();
        assertThat(keeper.starts()).isEqualTo(left);
    }

    @Test
    void theOldestOfOtherModulesMakesRoom() {
        waiting.add(known("b", 0, "x", 2));
        waiting.add(known("c", 0, "x", 2));
        List<StandbyKeeper.Known> left = List.of(known("a", 0, "x", 2));

        StandbyKeeper keeper = keep(MUCH, left);

        assertThat(keeper.ends()).containsExactly(waiting.get(0));
        assertThat(keeper.starts()).isEqualTo(left);
    }

    @Test
    void nothingMakesRoomForOneThatTheMemoryDoesNotAllow() {
        waiting.add(known("b", 0, "x", 2));
        waiting.add(known("c", 0, "x", 2));
        List<StandbyKeeper.Known> left = List.of(known("a", 0, "x", 2));

        StandbyKeeper keeper = keep(4 * 2 * 100 * MEGA - 4, left);

        assertThat(keeper.starts()).isEmpty();
        assertThat(keeper.ends()).isEmpty();
    }

    @Test
    void otherBuildsCountForTheMemoryAlone() {
        waiting.add(new StandbyKeeper.Known(standby(), recipe(Path.of("/another"), "a", 0, "x", 1)));
        List<StandbyKeeper.Known> left = List.of(known("a", 0, "x", 1));

        assertThat(keep(4 * 2 * 100 * MEGA, left).starts()).isEqualTo(left);
        assertThat(keep(4 * 2 * 100 * MEGA - 4, left).starts()).isEmpty();
    }

    @Test
    void aQuarterOfTheFreeMemoryIsTheBound() {
        List<StandbyKeeper.Known> left = List.of(known("a", 0, "x", 4), known("a", 0, "x", 4), known("a", 0, "x", 4));

        assertThat(keep(4 * 250 * MEGA, left).starts()).hasSize(2);
        assertThat(keep(4 * 99 * MEGA, left).starts()).isEmpty();
    }

    private StandbyKeeper keep(long freeMemory, List<?>... left) {
        StandbyKeeper keeper = new StandbyKeeper(waiting, freeMemory);
        List<List<StandbyKeeper.Known>> all = new ArrayList<>();
        for (List<?> ofRun : left) {
            all.add(ofRun.stream().map(StandbyKeeper.Known.class::cast).toList());
        }
        keeper.choose(all);
        return keeper;
    }

    private StandbyKeeper.Known known(String module, int number, String match, int most) {
        return new StandbyKeeper.Known(standby(), recipe(Path.of("/root"), module, number, match, most));
    }

    private Standby standby() {
        count++;
        return new Standby(Path.of("/standby/" + count));
    }

    private static Recipe recipe(Path root, String module, int number, String match, int most) {
        return new Recipe(
                root.resolve(module),
                root,
                "g:" + module,
                "surefire:default-test",
                number,
                "secret",
                1_000,
                100 * MEGA,
                most,
                Map.of("argument", match),
                List.of(),
                Map.of(),
                root,
                Map.of(),
                true);
    }
}
