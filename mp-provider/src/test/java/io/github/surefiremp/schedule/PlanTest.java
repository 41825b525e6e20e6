package io.github.surefiremp.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.schedule.Plan.Work;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final int[] NONE = {};
    private static final int[] FIRST = {0};
    private static final int[] SECOND = {1};

    /** Two workers, two set-ups; families 0 (without any), 1 and 2. */
    private static Work work(double[] rest, boolean[][] has, double[] prices, double[] millis, int... families) {
        return new Work(rest, has, prices, new int[][] {NONE, FIRST, SECOND}, millis, families, 0);
    }

    private static boolean[][] nothing() {
        return new boolean[2][2];
    }

    private static int[] plan(Work work) {
        int[] before = new int[work.units()];
        Arrays.fill(before, -1);
        return Plan.of(work, before);
    }

    @Test
    void familiesStayTogetherWhereThatEndsEarlier() {
        int[] plan =
                plan(work(new double[2], nothing(), new double[] {50, 50}, new double[] {10, 10, 9, 9}, 1, 2, 1, 2));

        assertThat(plan[0]).isEqualTo(plan[2]).isNotEqualTo(plan[1]);
        assertThat(plan[1]).isEqualTo(plan[3]);
    }

    @Test
    void aFamilyIsSharedWhereThatEndsEarlier() {
        int[] plan = plan(work(new double[2], nothing(), new double[] {5, 5}, new double[] {30, 30}, 1, 1));

        assertThat(plan[0]).isNotEqualTo(plan[1]);
    }

    @Test
    void unitsGoWhereTheirSetUpIs() {
        boolean[][] has = {{false, true}, {true, false}};

        int[] plan = plan(work(new double[2], has, new double[] {50, 50}, new double[] {10, 10}, 1, 2));

        assertThat(plan).containsExactly(1, 0);
    }

    @Test
    void nothingIsSetUpTwiceWhereSomethingElseEndsLater() {
        int[] plan =
                plan(work(new double[] {500, 0}, nothing(), new double[] {5, 5}, new double[] {30, 30, 30}, 1, 1, 1));

        assertThat(plan).containsExactly(1, 1, 1);
    }

    @Test
    void whatCostsNobodyAnythingIsSpreadEvenly() {
        int[] plan = plan(work(new double[2], nothing(), new double[] {5, 5}, new double[] {100, 1, 1, 1}, 0, 0, 0, 0));

        assertThat(plan[1]).isEqualTo(plan[2]).isEqualTo(plan[3]).isNotEqualTo(plan[0]);
    }

    @Test
    void aGoodPlanThatWasMadeBeforeIsKept() {
        Work work = work(new double[2], nothing(), new double[] {5, 5}, new double[] {10, 10}, 1, 2);

        assertThat(Plan.of(work, new int[] {1, 0})).containsExactly(1, 0);
        assertThat(Plan.of(work, new int[] {0, 1})).containsExactly(0, 1);
    }

    @Test
    void aWorkerThatIsBusyGetsLess() {
        int[] plan = plan(work(new double[] {25, 0}, nothing(), new double[] {5, 5}, new double[] {10, 10}, 0, 0));

        assertThat(plan).containsExactly(1, 1);
    }
}
