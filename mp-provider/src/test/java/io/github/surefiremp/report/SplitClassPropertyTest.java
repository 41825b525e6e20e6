package io.github.surefiremp.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.model.ClassPart;
import io.github.surefiremp.model.ClassPart.Selected;
import io.github.surefiremp.model.Output;
import io.github.surefiremp.model.ReportEvent;
import io.github.surefiremp.model.ReportEvent.Kind;
import io.github.surefiremp.model.Strategy;
import io.github.surefiremp.model.Unit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Random classes, cut into random parts that random workers run at the same time. */
class SplitClassPropertyTest {
    private static final String A = "a.A";

    private static final List<Naming> NAMINGS = List.of(Naming.values());
    private static final List<State> STATES = List.of(State.values());
    private static final List<Kind> ENDS = List.of(Kind.PASSED, Kind.FAILED, Kind.SKIPPED);
    /** Of the tests, the first run and the repetitions. */
    private static final int MOST_ROUNDS = 3;

    /** What a class has in it. */
    private sealed interface Node permits Method, Nested {
        String id();
    }

    /** @param ends in each round, that of the first run at the head */
    private record Method(String id, String className, String name, List<Kind> ends, List<String> outputs)
            implements Node {}

    /**
     * A class; the top-level one too.
     *
     * @param states in each round, that of the first run at the head
     */
    private record Nested(String id, String className, boolean isPiece, List<State> states, List<Node> children)
            implements Node {}

    /** How Surefire reports nested classes. */
    private enum Naming {
        /** Until 3.5.3. */
        OWN_NAMES,
        /** Until 3.5.6. */
        OUTER_NAME,
        /** From 3.6.0 on; with that, results of classes cannot be told apart. */
        NO_SETS
    }

    private enum State {
        RUNS,
        IS_DISABLED,
        SET_UP_FAILS,
        TEAR_DOWN_FAILS
    }

    @Property(tries = 1_000)
    void itsReportIsThatOfTheWholeClass(@ForAll long seed) throws IOException {
        Scene scene = new Scene(new Random(seed));

        scene.play(-1);

        List<String> expected = new ArrayList<>();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            expected.addAll(texts(scene.run(scene.selectedIn(round), round, false)));
        }
        assertThat(scene.sink.told).isEqualTo(expected);
        assertThat(scene.sink.workers).hasSize(1);
    }

    @Property(tries = 1_000)
    void whereverAWorkerIsLostEachTestThatBeganEndsAndEachSetIsClosed(@ForAll long seed) throws IOException {
        Scene scene = new Scene(new Random(seed));
        int lost = scene.random.nextInt(scene.parts.size());

        scene.play(lost);

        Deque<String> sets = new ArrayDeque<>();
        String openTest = "";
        int blames = 0;
        for (String line : scene.sink.told) {
            String[] words = line.split(" ", 2);
            switch (words[0]) {
                case "SET_STARTED" -> sets.push(words[1]);
                case "SET_COMPLETED" -> assertThat(sets.pop()).isEqualTo(words[1]);
                case "TEST_STARTED" -> {
                    assertThat(openTest).isEmpty();
                    openTest = words[1];
                }
                case "FAIL", "LOSS" -> {
                    openTest = "";
                    blames++;
                    if (words[0].equals("LOSS")) {
                        sets.clear();
                    }
                }
                case "OUTPUT" -> assertThat(sets).isNotEmpty();
                default -> {
                    assertThat(sets).isNotEmpty();
                    assertThat(openTest).isIn("", words[1]);
                    openTest = "";
                }
            }
        }
        assertThat(sets).isEmpty();
        assertThat(openTest).isEmpty();
        assertThat(blames).isEqualTo(1);
    }

    private static List<String> texts(List<ReportEvent> events) {
        return new ArrayList<>(events.stream().map(SplitClassPropertyTest::text).toList());
    }

    private static String text(ReportEvent event) {
        return event.payload() instanceof Output output
                ? event.kind() + " " + output.text()
                : event.kind() + " " + event.className() + " " + event.method();
    }

    /** A class, its parts and how they run. */
    private static final class Scene {
        final Random random;
        final Recording sink = new Recording();
        final Nested top;
        /** Ids, in order. */
        final List<String> pieces = new ArrayList<>();

        final List<List<Selected>> parts = new ArrayList<>();
        /** What each part runs in each round, as ids; it ends when nothing failed. */
        final Map<List<Selected>, List<Set<String>>> rounds = new HashMap<>();

        private final Naming naming;
        private int count;
        private long nanos;

        Scene(Random random) {
            this.random = random;
            this.naming = NAMINGS.get(random.nextInt(NAMINGS.size()));
            this.top = nested("[engine:junit-jupiter]/[class:a.A]", A, 0, false);
            cut();
        }

        private Nested nested(String id, String className, int depth, boolean inPiece) {
            boolean isPiece = depth > 0 && !inPiece && random.nextInt(3) == 0;
            if (isPiece) {
                pieces.add(id);
            }
            List<Node> children = new ArrayList<>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                children.add(method(id, className, inPiece || isPiece));
            }
            if (depth < 3) {
                for (int i = random.nextInt(3); i > 0; i--) {
                    String name = "N" + count++;
                    children.add(nested(
                            id + "/[nested-class:" + name + "]",
                            naming != Naming.OWN_NAMES ? A : className + "$" + name,
                            depth + 1,
                            inPiece || isPiece));
                }
            }
            List<State> states = new ArrayList<>();
            for (int round = 0; round < MOST_ROUNDS; round++) {
                states.add(
                        naming == Naming.NO_SETS || random.nextInt(3) > 0
                                ? State.RUNS
                                : STATES.get(random.nextInt(STATES.size())));
            }
            return new Nested(id, className, isPiece, states, children);
        }

        private Method method(String outer, String className, boolean inPiece) {
            // Names of which one is in another: m1, m10, m10 too.
            String name = "m" + count++ + (random.nextInt(4) == 0 ? " too" : "");
            String id = outer + "/[method:" + name + "()]";
            if (!inPiece) {
                pieces.add(id);
            }
            List<String> outputs = new ArrayList<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                outputs.add("text" + count++);
            }
            List<Kind> ends = new ArrayList<>();
            for (int round = 0; round < MOST_ROUNDS; round++) {
                ends.add(ENDS.get(random.nextInt(ENDS.size())));
            }
            return new Method(id, className, name, ends, outputs);
        }

        private void cut() {
            int most = 1 + random.nextInt(4);
            for (int i = 0; i < most; i++) {
                parts.add(new ArrayList<>());
            }
            for (int i = 0; i < pieces.size(); i++) {
                parts.get(random.nextInt(most)).add(new Selected(i, pieces.get(i)));
            }
            parts.removeIf(List::isEmpty);
            int mostRounds = 1 + random.nextInt(MOST_ROUNDS);
            for (List<Selected> part : parts) {
                List<Set<String>> ofPart = new ArrayList<>();
                Set<String> next = ids(part);
                while (ofPart.size() < mostRounds && !next.isEmpty()) {
                    ofPart.add(next);
                    next = repeated(part, next, ofPart.size() - 1);
                }
                rounds.put(part, ofPart);
            }
        }

        /** What the worker repeats of a part: tests that failed, and all that it has of a class that failed. */
        private Set<String> repeated(List<Selected> part, Set<String> ran, int round) {
            Set<String> failed = new HashSet<>();
            addFailed(top, ran, round, false, failed);
            Set<String> repeated = new HashSet<>();
            for (String id : failed) {
                List<String> below = part.stream()
                        .map(Selected::selector)
                        .filter(piece -> piece.startsWith(id + "/"))
                        .toList();
                repeated.addAll(below.isEmpty() ? List.of(id) : below);
            }
            return repeated;
        }

        private static void addFailed(Node node, Set<String> ran, int round, boolean covered, Set<String> failed) {
            if (!isSelected(node, ran, covered)) {
                return;
            }
            if (node instanceof Method method) {
                if (method.ends().get(round) == Kind.FAILED) {
                    failed.add(method.id());
                }
            } else if (node instanceof Nested nested) {
                State state = nested.states().get(round);
                if (state == State.SET_UP_FAILS || state == State.TEAR_DOWN_FAILS) {
                    failed.add(nested.id());
                }
                if (state == State.RUNS || state == State.TEAR_DOWN_FAILS) {
                    boolean all = covered || ran.contains(nested.id());
                    nested.children().forEach(child -> addFailed(child, ran, round, all, failed));
                }
            }
        }

        /** What all parts together run in a round. */
        Set<String> selectedIn(int round) {
            Set<String> ids = new HashSet<>();
            rounds.values().stream()
                    .filter(ofPart -> round < ofPart.size())
                    .forEach(ofPart -> ids.addAll(ofPart.get(round)));
            return ids;
        }

        private static Set<String> ids(List<Selected> part) {
            Set<String> ids = new HashSet<>();
            part.forEach(piece -> ids.add(piece.selector()));
            return ids;
        }

        /** What a worker tells when it runs these pieces of the class. */
        List<ReportEvent> run(Set<String> selected, int round, boolean marked) {
            List<ReportEvent> events = new ArrayList<>();
            run(top, new Run(selected, round, marked), false, false, events);
            return events;
        }

        private record Run(Set<String> selected, int round, boolean marked) {}

        /** @param covered a class around it is selected as a whole */
        private void run(Node node, Run run, boolean covered, boolean inPiece, List<ReportEvent> events) {
            if (!isSelected(node, run.selected(), covered)) {
                return;
            }
            if (node instanceof Method method) {
                mark(method.id(), run.marked() && !inPiece, events);
                Kind end = method.ends().get(run.round());
                if (end != Kind.SKIPPED) {
                    events.add(event(Kind.TEST_STARTED, method.className(), method.name(), null));
                }
                for (String text : method.outputs()) {
                    events.add(event(Kind.OUTPUT, "", "", new Output(text, true, true, null, null, null)));
                }
                events.add(event(end, method.className(), method.name(), null));
            } else if (node instanceof Nested nested) {
                mark(nested.id(), run.marked() && nested.isPiece(), events);
                boolean all = covered || run.selected().contains(nested.id());
                runSet(nested, run, all, inPiece || nested.isPiece(), events);
            }
        }

        private void runSet(Nested set, Run run, boolean covered, boolean inPiece, List<ReportEvent> events) {
            boolean opens = set.id().equals(top.id()) || naming != Naming.NO_SETS;
            if (opens) {
                events.add(event(Kind.SET_STARTED, set.className(), "", null));
            }
            switch (set.states().get(run.round())) {
                case IS_DISABLED -> {
                    List<Node> skipped = new ArrayList<>(set.children());
                    skipped.removeIf(child -> !isSelected(child, run.selected(), covered));
                    if (run.marked() && !inPiece) {
                        // Whatever order the worker tells them in.
                        Collections.shuffle(skipped, random);
                    }
                    for (Node child : skipped) {
                        events.add(
                                child instanceof Method method
                                        ? event(Kind.SKIPPED, method.className(), method.name(), null)
                                        : event(Kind.SKIPPED, ((Nested) child).className(), "", null));
                    }
                }
                case SET_UP_FAILS -> events.add(event(Kind.ERROR, set.className(), "", null));
                default -> {
                    set.children().forEach(child -> run(child, run, covered, inPiece, events));
                    if (set.states().get(run.round()) == State.TEAR_DOWN_FAILS) {
                        events.add(event(Kind.FAILED, set.className(), "", null));
                    }
                }
            }
            if (opens) {
                events.add(event(Kind.SET_COMPLETED, set.className(), "", null));
            }
        }

        private static boolean isSelected(Node node, Set<String> selected, boolean covered) {
            return covered
                    || selected.contains(node.id())
                    || (node instanceof Nested nested
                            && nested.children().stream().anyMatch(child -> isSelected(child, selected, false)));
        }

        private void mark(String id, boolean marked, List<ReportEvent> events) {
            if (marked) {
                events.add(event(Kind.PIECE_STARTED, A, id, null));
            }
        }

        private ReportEvent event(Kind kind, String className, String method, Object payload) {
            return new ReportEvent(kind, className, method, 0, nanos++, false, payload);
        }

        /**
         * Runs the parts.
         *
         * @param lost the part that a worker is lost with, -1 for none
         */
        void play(int lost) throws IOException {
            List<Unit> units = new ArrayList<>();
            for (List<Selected> part : parts) {
                ClassPart of = new ClassPart(A, part);
                units.add(new Unit("part " + units.size(), List.of(of), "", Strategy.FREE, Set.of(), false));
            }
            try (ReportStream stream = new ReportStream(sink, random.nextBoolean(), Path.of("target"))) {
                stream.planned(units);
                int workers = 1 + random.nextInt(3);
                int[] at = new int[workers];
                List<Deque<ReportEvent>> left = new ArrayList<>();
                for (int worker = 0; worker < workers; worker++) {
                    at[worker] = -1;
                    left.add(new ArrayDeque<>());
                }
                int begun = 0;
                int ended = 0;
                while (ended < units.size()) {
                    int worker = random.nextInt(workers);
                    Deque<ReportEvent> events = left.get(worker);
                    if (at[worker] >= 0 && !events.isEmpty()) {
                        stream.reported(worker, events.remove());
                    } else if (at[worker] >= 0) {
                        Unit unit = units.get(at[worker]);
                        if (at[worker] == lost) {
                            stream.unitLost(worker, unit, "gone");
                        } else {
                            stream.unitEnded(worker, unit);
                        }
                        ended++;
                        at[worker] = -1;
                    } else if (begun < units.size()) {
                        at[worker] = begun++;
                        stream.unitStarted(worker, units.get(at[worker]));
                        events.addAll(told(parts.get(at[worker])));
                        while (at[worker] == lost && random.nextInt(8) > 0 && !events.isEmpty()) {
                            events.removeLast();
                        }
                    }
                }
            }
        }

        private List<ReportEvent> told(List<Selected> part) {
            List<ReportEvent> events = new ArrayList<>();
            List<Set<String>> ofPart = rounds.get(part);
            for (int round = 0; round < ofPart.size(); round++) {
                if (round > 0) {
                    events.add(event(Kind.RERUNS_STARTED, "", "", null));
                }
                events.addAll(run(ofPart.get(round), round, true));
            }
            return events;
        }
    }

    private static final class Recording implements ReportSink {
        final List<String> told = new ArrayList<>();
        final Set<Integer> workers = new HashSet<>();

        @Override
        public void emit(int worker, ReportEvent event) {
            told.add(text(event));
            workers.add(worker);
        }

        @Override
        public void emitSetEnd(int worker, ReportEvent event, long elapsedMillis) {
            emit(worker, event);
        }

        @Override
        public void failOpenTests(int worker, Loss loss) {
            told.add("FAIL " + loss.className());
        }

        @Override
        public void emitLoss(int worker, Loss loss) {
            told.add("LOSS " + loss.className());
        }

        @Override
        public void endWorker(int worker, String reason) {}

        @Override
        public void finish() {}
    }
}
