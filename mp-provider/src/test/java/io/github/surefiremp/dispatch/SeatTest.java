package io.github.surefiremp.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefiremp.dispatch.Seat.State;
import io.github.surefiremp.model.Unit;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SeatTest {
    private static final Unit UNIT = new Unit("u", List.of("a.A", "a.B"));

    /** How a worker comes into each state. */
    private static final Map<State, List<State>> WAYS = new EnumMap<>(Map.of(
            State.STARTING, List.of(),
            State.IDLE, List.of(State.IDLE),
            State.DISCOVERING, List.of(State.IDLE, State.DISCOVERING),
            State.RUNNING, List.of(State.IDLE, State.RUNNING),
            State.FINISHING, List.of(State.IDLE, State.FINISHING),
            State.LEAVING, List.of(State.LEAVING),
            State.ENDED, List.of(State.ENDED)));

    private static final Map<State, Set<State>> ALLOWED = new EnumMap<>(Map.of(
            State.STARTING, EnumSet.of(State.IDLE, State.LEAVING, State.ENDED),
            State.DISCOVERING, EnumSet.of(State.IDLE, State.LEAVING, State.ENDED),
            State.IDLE, EnumSet.of(State.DISCOVERING, State.RUNNING, State.FINISHING, State.LEAVING, State.ENDED),
            State.RUNNING, EnumSet.of(State.IDLE, State.LEAVING, State.ENDED),
            State.FINISHING, EnumSet.of(State.LEAVING, State.ENDED),
            State.LEAVING, EnumSet.of(State.ENDED),
            State.ENDED, EnumSet.noneOf(State.class)));

    @ParameterizedTest
    @EnumSource(State.class)
    void aWorkerGoesOnlyWhereItMayGo(State from) {
        for (State to : State.values()) {
            Seat seat = seatIn(from);
            if (ALLOWED.get(from).contains(to)) {
                seat.become(to);
                assertThat(seat.state()).isEqualTo(to);
            } else {
                assertThatThrownBy(() -> seat.become(to))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("worker 7 cannot go from " + from + " to " + to);
                assertThat(seat.state()).isEqualTo(from);
            }
        }
    }

    @Test
    void theCommandsOfAUnitComeOneByOne() {
        Seat seat = seatIn(State.IDLE);
        seat.begin(UNIT, UNIT.classes(), 0);

        assertThat(seat.nextCommand()).isEqualTo("a.A");
        assertThat(seat.nextCommand()).isEqualTo("a.B");
        assertThat(seat.nextCommand()).isNull();
        assertThat(seat.hasUnit()).isTrue();
        assertThat(seat.leaveUnit()).isEqualTo(UNIT);
        assertThat(seat.hasUnit()).isFalse();
        assertThat(seat.nextCommand()).isNull();
    }

    @Test
    void theNextUnitBeginsWithItsFirstClass() {
        Seat seat = seatIn(State.IDLE);
        seat.begin(UNIT, UNIT.classes(), 0);
        seat.nextCommand();
        seat.leaveUnit();
        seat.become(State.IDLE);

        seat.begin(new Unit("v", List.of("b.B")), List.of("b.B"), 0);

        assertThat(seat.nextCommand()).isEqualTo("b.B");
    }

    @Test
    void aWorkerThatHasNotAskedGetsNoUnit() {
        assertThatThrownBy(() -> seatIn(State.STARTING).begin(UNIT, UNIT.classes(), 0))
                .hasMessageContaining("STARTING to RUNNING");
    }

    @Test
    void aUnitCannotBeTakenTwice() {
        Seat seat = seatIn(State.IDLE);
        seat.begin(UNIT, UNIT.classes(), 0);
        seat.leaveUnit();

        assertThatThrownBy(seat::leaveUnit).hasMessageContaining("no unit");
    }

    @Test
    void theFirstTroubleIsTheOneThatIsTold() {
        Seat seat = seatIn(State.IDLE);

        assertThat(seat.trouble()).isNull();
        seat.hasTrouble("cause");
        seat.hasTrouble("consequence");

        assertThat(seat.trouble()).isEqualTo("cause");
    }

    private static Seat seatIn(State state) {
        Seat seat = new Seat(new NumberedWorker(7), false);
        WAYS.get(state).forEach(seat::become);
        return seat;
    }

    private record NumberedWorker(int number) implements Worker {
        @Override
        public long pid() {
            return 1;
        }

        @Override
        public boolean isNew() {
            return true;
        }

        @Override
        public void run(String className) {}

        @Override
        public void finish() {}

        @Override
        public void skipRest() {}

        @Override
        public void ping() {}

        @Override
        public void acknowledgeBye() {}

        @Override
        public void shutDown() {}

        @Override
        public void endHanging() {}

        @Override
        public void kill() {}
    }
}
