package io.github.surefiremp.remember;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.model.Measurement;
import io.github.surefiremp.model.Piece;
import io.github.surefiremp.model.TestKey;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExpectationsTest {
    private final History history = new History();

    @Test
    void aClassIsExpectedToTakeWhatItTook() {
        learn("surefire:default-test", "a.A", TestKey.WHOLE_CLASS, 700);

        assertThat(expectations().ofClass("a.A")).hasValue(700);
        assertThat(expectations().ofClass("a.B")).isEmpty();
    }

    @Test
    void aClassIsExpectedInAWarmJvm() {
        learn("a.Warm", 500, Occasions.of(Occasion.COLD, 500));
        learn("a.Warm", 100, Occasions.of(Occasion.WARM, 100));
        learn("surefire:default-test", "a.Warm", "m", 70);

        assertThat(expectations().ofClass("a.Warm")).hasValue(100);
    }

    @Test
    void whatWasNeverWarmTakesItsTestsAndWhatOthersTakeBesideTheirs() {
        learn("a.Warm", 100, Occasions.of(Occasion.WARM, 100));
        learn("surefire:default-test", "a.Warm", "m", 70);
        learn("a.Cold", 900, Occasions.of(Occasion.COLD, 900));
        learn("surefire:default-test", "a.Cold", "m", 300);
        learn("surefire:default-test", "a.Cold$In", "m", 100);
        learn("a.Short", 20, Occasions.of(Occasion.SET_UP, 20));
        learn("surefire:default-test", "a.Short", "m", 10);
        learn("a.Untold", 50, Occasions.of(Occasion.COLD, 50));

        assertThat(expectations().ofClass("a.Cold")).hasValue(430);
        assertThat(expectations().ofClass("a.Short")).hasValue(20);
        assertThat(expectations().ofClass("a.Untold")).hasValue(50);
    }

    private void learn(String name, long millis, Occasions occasions) {
        Measurement seen = new Measurement(
                new TestKey("g:a", "surefire:default-test", name, TestKey.WHOLE_CLASS), millis, "passed");
        history.learn(seen, 1, StartCost.UNKNOWN, occasions, Compiling.UNKNOWN);
    }

    @Test
    void allInvocationsOfAMethodCount() {
        learn("surefire:default-test", "a.A", "pays", 10);
        learn("surefire:default-test", "a.A", "pays(int)[1]", 20);
        learn("surefire:default-test", "a.A", "pays{int}[2]", 30);
        learn("surefire:default-test", "a.A", "paysLater", 500);

        assertThat(expectations().ofPiece(piece("a.A", "pays"))).hasValue(60);
        assertThat(expectations().ofPiece(piece("a.A", "ships"))).isEmpty();
    }

    @Test
    void testsOfANestedClassAreFoundUnderEitherName() {
        learn("surefire:default-test", "a.A$In", "one", 5);
        learn("surefire:default-test", "a.B", "two", 7);

        assertThat(expectations().ofPiece(piece("a.A$In", "one"))).hasValue(5);
        assertThat(expectations().ofPiece(piece("a.B$In", "two"))).hasValue(7);
    }

    @Test
    void aNestedClassThatStaysWholeTakesAsLongAsItsTests() {
        learn("surefire:default-test", "a.A$In", "one", 5);
        learn("surefire:default-test", "a.A$In", "two", 6);

        assertThat(expectations().ofPiece(piece("a.A$In", ""))).hasValue(11);
    }

    @Test
    void otherExecutionsTeachNothing() {
        learn("failsafe:default", "a.A", "one", 5);
        learn("failsafe:default", "a.A", TestKey.WHOLE_CLASS, 5);

        assertThat(expectations().ofClass("a.A")).isEmpty();
        assertThat(expectations().ofPiece(piece("a.A", "one"))).isEmpty();
    }

    @Test
    void aWorkerIsExpectedToUseAsMuchCpuAsBeforeWhereThatIsKnown() {
        history.learn(new Measurement(key("a.A", TestKey.WHOLE_CLASS), 1_000, "passed", 900), 1);
        history.learn(new Measurement(key("a.B", TestKey.WHOLE_CLASS), 3_000, "passed", 100), 1);
        history.learn(new Measurement(key("a.C", TestKey.WHOLE_CLASS), 9_000, "passed"), 1);

        assertThat(expectations().cpuShare()).hasValue(0.25);
    }

    @Test
    void theCpuTimeOfClassesIsKnownIfItIsOfNearlyAll() {
        for (int i = 0; i < 9; i++) {
            history.learn(new Measurement(key("a.C" + i, TestKey.WHOLE_CLASS), 1_000, "passed", 100), 1);
        }
        List<String> known = IntStream.range(0, 9).mapToObj(i -> "a.C" + i).toList();
        Expectations expectations = expectations();

        assertThat(expectations.cpuMillis(known)).hasValue(900);
        assertThat(expectations.cpuMillis(known.subList(0, 2))).hasValue(200);
        assertThat(expectations.cpuMillis(plus(known, "a.New"))).hasValue(900);
        assertThat(expectations.cpuMillis(plus(known, "a.New", "a.Newer"))).isEmpty();
        assertThat(expectations.cpuMillis(List.of())).isEmpty();
    }

    private static List<String> plus(List<String> names, String... more) {
        return Stream.concat(names.stream(), Stream.of(more)).toList();
    }

    @Test
    void withoutCpuTimesNothingIsKnownOfThem() {
        learn("surefire:default-test", "a.A", TestKey.WHOLE_CLASS, 700);

        assertThat(expectations().cpuShare()).isEmpty();
        assertThat(expectations().start()).isEqualTo(StartCost.UNKNOWN);
    }

    @Test
    void aStartCostsWhatItDoesForMostClasses() {
        Measurement seen = new Measurement(key("a.A", TestKey.WHOLE_CLASS), 10, "passed");
        history.learn(seen, 1, new StartCost(300, 500), Occasions.UNKNOWN, Compiling.UNKNOWN);
        history.learn(
                new Measurement(key("a.B", TestKey.WHOLE_CLASS), 10, "passed"),
                1,
                new StartCost(310, 510),
                Occasions.UNKNOWN,
                Compiling.UNKNOWN);
        history.learn(
                new Measurement(key("a.C", TestKey.WHOLE_CLASS), 10, "passed"),
                1,
                new StartCost(9_000, 9_000),
                Occasions.UNKNOWN,
                Compiling.UNKNOWN);

        assertThat(expectations().start()).isEqualTo(new StartCost(310, 510));
    }

    private static TestKey key(String className, String method) {
        return new TestKey("g:a", "surefire:default-test", className, method);
    }

    private Expectations expectations() {
        return new Expectations(history, "g:a", "surefire:default-test");
    }

    private void learn(String execution, String className, String method, long millis) {
        history.learn(new Measurement(new TestKey("g:a", execution, className, method), millis, "passed"), 1);
    }

    private static Piece piece(String className, String method) {
        return new Piece("[id]", className, method, 1, List.of(), Set.of(), "", List.of());
    }
}
