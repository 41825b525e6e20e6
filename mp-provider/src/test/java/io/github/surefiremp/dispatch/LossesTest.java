package io.github.surefiremp.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.model.ClassPart;
import io.github.surefiremp.model.ClassPart.Selected;
import io.github.surefiremp.model.ReportEvent;
import io.github.surefiremp.model.ReportEvent.Kind;
import io.github.surefiremp.model.Strategy;
import io.github.surefiremp.model.Unit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LossesTest {
    private static final Unit GROUP = new Unit("group", List.of("a.A", "b.B", "c.C"));

    private final Losses losses = new Losses(true);

    @Test
    void theRestOfAClassAndTheClassesBehindItGoOnInTheirOrder() {
        Progress progress = progress(GROUP);
        tell(progress, Kind.SET_STARTED, "a.A", "");
        tell(progress, Kind.SET_COMPLETED, "a.A", "");
        tell(progress, Kind.SET_STARTED, "b.B", "");
        runs(progress, "b.B", "one", "[one]");
        tell(progress, Kind.PIECE_STARTED, "b.B", "[two]");
        tell(progress, Kind.TEST_STARTED, "b.B", "two");

        Losses.Lost lost = losses.lose(GROUP, progress, "worker 1 ended", "", true, true);

        assertThat(rest(lost).parts())
                .containsExactly(ClassPart.whole("b.B").without(Set.of("[one]", "[two]")), ClassPart.whole("c.C"));
        assertThat(lost.problem())
                .isEqualTo("b.B#two did not run to its end: worker 1 ended\n"
                        + "What had not begun of group runs in another worker.");
        assertThat(lost.reason()).isEqualTo("worker 1 ended");
    }

    @Test
    void theRestHasTheGroupAndTheStrategyOfTheUnitAndANameOfItsOwn() {
        Unit serial = new Unit("g", List.of(ClassPart.whole("a.A")), "db", Strategy.ISOLATED_SERIAL, Set.of(), true);

        Unit rest = rest(losses.lose(serial, progress(serial), "gone", "", true, true));

        assertThat(rest).isEqualTo(new Unit("g (rest)", serial.parts(), "db", serial.strategy(), Set.of(), true));
    }

    @Test
    void whatBeganBeforeDoesNotRunAThirdTime() {
        Unit unit = new Unit("a.A", List.of("a.A"));
        Unit first = rest(losses.lose(unit, at(unit, "one"), "gone", "", true, true));
        Unit second = rest(losses.lose(first, at(first, "two"), "gone", "", true, true));

        assertThat(second.name()).isEqualTo("a.A (rest 2)");
        assertThat(second.parts()).containsExactly(ClassPart.whole("a.A").without(Set.of("[one]", "[two]")));
    }

    @Test
    void aClassThatIsLostBeforeItsFirstTestIsGivenUp() {
        Progress progress = progress(GROUP);
        tell(progress, Kind.SET_STARTED, "a.A", "");

        Losses.Lost lost = losses.lose(GROUP, progress, "gone", "", true, true);

        assertThat(rest(lost).classes()).containsExactly("b.B", "c.C");
        assertThat(lost.problem())
                .contains("NOT RUN: what had not begun of a.A", "it was in a set-up or tear-down, or in between");
    }

    @Test
    void whatToldNothingHasOneMoreChance() {
        Unit rest = rest(losses.lose(GROUP, progress(GROUP), "gone", "", true, true));
        assertThat(rest.parts()).isEqualTo(GROUP.parts());

        Losses.Lost again = losses.lose(rest, progress(rest), "gone", "", true, true);
        assertThat(rest(again).classes()).containsExactly("b.B", "c.C");
        assertThat(again.problem()).contains("NOT RUN: what had not begun of a.A");
    }

    @Test
    void whatAProviderFailedWithHasNoOtherChance() {
        assertThat(rest(losses.lose(GROUP, progress(GROUP), "failed", "", false, true))
                        .classes())
                .containsExactly("b.B", "c.C");
    }

    @Test
    void workersThatRunWholeClassesOnlyGiveTheInterruptedOneUp() {
        Losses.Lost lost = new Losses(false).lose(GROUP, at(GROUP, "one"), "gone", "", true, true);

        assertThat(rest(lost).classes()).containsExactly("b.B", "c.C");
        assertThat(lost.problem()).contains("a.A#one did not run", "NOT RUN: what had not begun of a.A");
    }

    @Test
    void aClassOfTestNgIsGivenUp() {
        Unit unit = new Unit("a.A", List.of("a.A"));
        Progress ofTestNg = progress(unit);
        tell(ofTestNg, Kind.SET_STARTED, "a.A", "");
        tell(ofTestNg, Kind.PIECE_STARTED, "a.A", "[engine:testng]/[class:a.A]/[method:m()]");
        assertThat(losses.lose(unit, ofTestNg, "gone", "", true, true).rest()).isNull();
    }

    @Test
    void ofTestsThatRanAtTheSameTimeAllRunAgainUntilOneIsLeft() {
        Unit together = new Unit("t", GROUP.parts(), "", Strategy.FREE, Set.of(), false, 2);
        Progress progress = new Progress(together, 0);
        tell(progress, Kind.SET_STARTED, "a.A", "");
        begin(progress, "a.A", "method", "done");
        tell(progress, Kind.PASSED, "a.A", "done");
        begin(progress, "a.A", "method", "one");
        begin(progress, "a.A", "method", "two");

        Losses.Lost lost = losses.lose(together, progress, "gone", "", true, true);
        Unit rest = rest(lost);
        assertThat(rest.isConcurrent()).isFalse();
        assertThat(rest.classes()).containsExactly("a.A", "b.B", "c.C");
        assertThat(rest.parts().get(0).begun()).containsExactly(id("a.A", "method", "done()"));
        assertThat(lost.problem()).contains("run again, one after another: a.A#one, a.A#two");
    }

    @Test
    void whoWasTooSlowDoesNotRunAgainButWhatRanBesideItDoes() {
        Unit together = new Unit("a.A", List.of(ClassPart.whole("a.A")), "", Strategy.FREE, Set.of(), false, 2);
        Progress progress = new Progress(together, 0);
        tell(progress, Kind.SET_STARTED, "a.A", "");
        begin(progress, "a.A", "method", "slow");
        begin(progress, "a.A", "method", "beside");
        progress.isOverdue(new Progress.TestName("a.A", "slow"));

        Losses.Lost lost = losses.lose(together, progress, "too slow", "", true, true);
        assertThat(rest(lost).parts().get(0).begun()).containsExactly(id("a.A", "method", "slow()"));
        assertThat(lost.problem()).startsWith("a.A#slow did not run to its end: too slow");
    }

    @Test
    void invocationsOfOneMethodRunAgainTogether() {
        Unit together = new Unit("a.A", List.of(ClassPart.whole("a.A")), "", Strategy.FREE, Set.of(), false, 2);
        Progress progress = new Progress(together, 0);
        tell(progress, Kind.SET_STARTED, "a.A", "");
        tell(progress, Kind.PIECE_STARTED, "a.A", id("a.A", "test-template", "many(int)"));
        tell(progress, Kind.TEST_STARTED, "a.A", "many(int)[1]");
        tell(progress, Kind.TEST_STARTED, "a.A", "many(int)[2]");
        progress.isOverdue(new Progress.TestName("a.A", "many(int)[1]"));

        assertThat(progress.blamed()).isEmpty();
        assertThat(rest(losses.lose(together, progress, "too slow", "", true, true))
                        .parts())
                .containsExactly(ClassPart.whole("a.A"));
    }

    private static void begin(Progress progress, String className, String type, String method) {
        tell(progress, Kind.PIECE_STARTED, className, id(className, type, method + "()"));
        tell(progress, Kind.TEST_STARTED, className, method);
    }

    private static String id(String className, String type, String method) {
        return "[engine:junit-jupiter]/[class:" + className + "]/[" + type + ":" + method + "]";
    }

    @Test
    void ofASplitClassThePiecesThatHadNotBegunGoOn() {
        Unit part = new Unit(
                "a.A#1/2",
                List.of(new ClassPart("a.A", List.of(piece(0), piece(2), piece(4)))),
                "",
                Strategy.FREE,
                Set.of(),
                false);
        Progress progress = progress(part);
        tell(progress, Kind.SET_STARTED, "a.A", "");
        tell(progress, Kind.PIECE_STARTED, "a.A", "[p0]");

        assertThat(rest(losses.lose(part, progress, "gone", "", true, true)).parts())
                .containsExactly(new ClassPart("a.A", List.of(piece(2), piece(4))));
    }

    @Test
    void furtherInvocationsAreSaidNotToHaveRun() {
        Unit unit = new Unit("a.A", List.of("a.A"));
        Progress progress = progress(unit);
        tell(progress, Kind.SET_STARTED, "a.A", "");
        tell(progress, Kind.PIECE_STARTED, "a.A", "[engine:x]/[class:a.A]/[test-template:m(int)]");
        tell(progress, Kind.TEST_STARTED, "a.A", "m(int)[2]");

        assertThat(losses.lose(unit, progress, "gone", "", true, true).reason())
                .isEqualTo("gone\nNOT RUN: the invocations of this method that would have followed.");
    }

    @Test
    void whatIsLostWhileItRepeatsHasNoRest() {
        Progress progress = at(GROUP, "one");
        tell(progress, Kind.RERUNS_STARTED, "", "");

        Losses.Lost lost = losses.lose(GROUP, progress, "gone", "", true, true);

        assertThat(lost.rest()).isNull();
        assertThat(lost.reason()).contains("no more of them are repeated");
    }

    @Test
    void exitCodesOfSignalsAreNamed() {
        assertThat(ExitCodes.explain(137)).startsWith("exit code 137 (SIGKILL");
        assertThat(ExitCodes.explain(134)).startsWith("exit code 134 (SIGABRT");
        assertThat(ExitCodes.explain(3)).contains("ExitOnOutOfMemoryError");
        assertThat(ExitCodes.explain(7)).isEqualTo("exit code 7");
        assertThat(ExitCodes.explain(-1)).isEqualTo("exit code -1");
        assertThat(ExitCodes.errorReport("#\n# An error report file is saved as:\n# /a b/hs_err_pid7.log\n[0.9s]"))
                .isEqualTo("\nThe JVM's own error report: /a b/hs_err_pid7.log");
        assertThat(ExitCodes.errorReport("no such file.log")).isEmpty();
    }

    private static Progress at(Unit unit, String method) {
        Progress progress = progress(unit);
        tell(progress, Kind.SET_STARTED, "a.A", "");
        tell(progress, Kind.PIECE_STARTED, "a.A", "[" + method + "]");
        tell(progress, Kind.TEST_STARTED, "a.A", method);
        return progress;
    }

    private static void runs(Progress progress, String className, String method, String selector) {
        tell(progress, Kind.PIECE_STARTED, className, selector);
        tell(progress, Kind.TEST_STARTED, className, method);
        tell(progress, Kind.PASSED, className, method);
    }

    private static void tell(Progress progress, Kind kind, String className, String method) {
        progress.told(new ReportEvent(kind, className, method, 0, 0, false, null), 0);
    }

    private static Progress progress(Unit unit) {
        return new Progress(unit, 0);
    }

    private static Unit rest(Losses.Lost lost) {
        return Objects.requireNonNull(lost.rest());
    }

    private static Selected piece(int position) {
        return new Selected(position, "[p" + position + "]");
    }

    @Test
    void whatIsLeftIsNamedWhereItsQueueTakesNoRest() {
        Losses.Lost lost = losses.lose(GROUP, progress(GROUP), "gone", "", true, false);

        assertThat(lost.rest()).isNull();
        assertThat(lost.problem()).contains("NOT RUN");
    }
}
