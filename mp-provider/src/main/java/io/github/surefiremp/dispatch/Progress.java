package io.github.surefiremp.dispatch;

import io.github.surefiremp.model.ClassPart;
import io.github.surefiremp.model.PieceNames;
import io.github.surefiremp.model.ReportEvent;
import io.github.surefiremp.model.ReportEvent.Kind;
import io.github.surefiremp.model.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How far a worker has come with its unit, as far as it told. Owned by the dispatcher's thread. */
final class Progress {
    private static final List<String> SEVERAL_RUNS = List.of("[test-template:", "[test-factory:");

    /** Runs classes and does not mind what filters took out of them. */
    private static final String WHOLE_CLASSES_ONLY = "[engine:testng]";

    private final Unit unit;
    /** Unique ids of what began, by its top-level class; those of an unknown class have an empty name. */
    private final Map<String, Set<String>> begun = new HashMap<>();
    /** How many test sets of a class are open; 0 of one that has ended. */
    private final Map<String, Integer> openSets = new HashMap<>();

    /** By {@link ReportEvent#test}. */
    private final Map<String, Running> openTests = new LinkedHashMap<>();

    private String lastBegun = "";
    /** Takes longer than it may; null if none does. */
    private @Nullable TestName overdue;
    /** When something began or ended. */
    private long lastChange;

    private boolean repeats;

    /** A test as Surefire names it. */
    record TestName(String className, String method) {
        static TestName of(ReportEvent event) {
            return new TestName(event.className(), event.method());
        }

        /** In the form in which Surefire's parameter test selects it. */
        @Override
        public String toString() {
            return method.isEmpty() ? className : className + "#" + method;
        }
    }

    /**
     * A test that has begun and not ended.
     *
     * @param sinceNanos when it began
     * @param piece the unique id of what it belongs to, empty if unknown
     */
    record Running(TestName test, long sinceNanos, String piece) {
        /** Whether it may be one of several invocations, as of a parameterized method. */
        boolean isOneOfSeveral() {
            String last = piece.substring(piece.lastIndexOf('/') + 1);
            return SEVERAL_RUNS.stream().anyMatch(last::startsWith);
        }
    }

    /** @param now on whatever clock is used for all that is told */
    Progress(Unit unit, long now) {
        this.unit = unit;
        this.lastChange = now;
    }

    /** @param now on the clock of the constructor */
    void told(ReportEvent event, long now) {
        if (event.kind() != Kind.OUTPUT && event.kind() != Kind.LOG && event.kind() != Kind.PROPERTY) {
            lastChange = now;
        }
        switch (event.kind()) {
            case RERUNS_STARTED -> {
                repeats = true;
                openSets.replaceAll((name, open) -> 0);
            }
            case PIECE_STARTED -> {
                if (!repeats) {
                    begun.computeIfAbsent(event.className(), name -> new HashSet<>())
                            .add(event.method());
                    lastBegun = event.method();
                }
            }
            case SET_STARTED -> openSets.merge(topLevel(event.className()), 1, Integer::sum);
            case SET_COMPLETED ->
                openSets.computeIfPresent(topLevel(event.className()), (name, open) -> Math.max(0, open - 1));
            case TEST_STARTED -> {
                TestName test = TestName.of(event);
                openTests.put(event.test(), new Running(test, now, unit.isConcurrent() ? pieceOf(test) : lastBegun));
            }
            default -> {
                if (event.kind().endsTest()) {
                    openTests.remove(event.test());
                }
            }
        }
    }

    /** The worker is ended because of this test. */
    void isOverdue(TestName test) {
        overdue = test;
    }

    /**
     * The open tests that may have run beside the one that ended the worker, and run again to find out: all but one that
     * was too slow.
     */
    List<Running> runAgain() {
        List<Running> open = openTests().stream()
                .filter(running -> !running.piece().isEmpty())
                .toList();
        if (!unit.isConcurrent() || repeats || openTests.size() < 2) {
            return List.of();
        }
        TestName slow = overdue;
        if (slow == null) {
            return open;
        }
        // Invocations of one method cannot run without each other.
        long together = open.stream()
                .filter(running -> nameOf(running.test()).equals(nameOf(slow)))
                .count();
        return together > 1
                ? open
                : open.stream().filter(running -> !running.test().equals(slow)).toList();
    }

    /** The open tests that do not run again. */
    List<Running> blamed() {
        List<Running> again = runAgain();
        return openTests().stream().filter(running -> !again.contains(running)).toList();
    }

    private String nameOf(TestName test) {
        return PieceNames.ofTest(topLevel(test.className()), test.method());
    }

    private String pieceOf(TestName test) {
        return begun.values().stream()
                .flatMap(Set::stream)
                .filter(id -> PieceNames.ofPiece(id).equals(nameOf(test)))
                .findFirst()
                .orElse("");
    }

    /** Whether all tests of the unit have run, and some that failed are repeated. */
    boolean repeats() {
        return repeats;
    }

    /** Tests that have begun and not ended, the oldest first. */
    List<Running> openTests() {
        return List.copyOf(openTests.values());
    }

    /** The open tests; if there are none, what is around them, with an empty name of a method. */
    List<Running> running() {
        if (!openTests.isEmpty()) {
            return openTests();
        }
        ClassPart part = openPart();
        String name = part == null ? unit.name() : part.className();
        return List.of(new Running(new TestName(name, ""), lastChange, ""));
    }

    /** The class whose test set is open, null if none is; the first one where there are several. */
    @Nullable
    ClassPart openPart() {
        return unit.parts().stream()
                .filter(part -> openSets.getOrDefault(part.className(), 0) > 0)
                .findFirst()
                .orElse(null);
    }

    /**
     * What of the unit has not begun.
     *
     * @param givenUp gets those of which nothing more can run, though it should
     * @param canResume whether workers can run what is left of a class
     */
    List<ClassPart> rest(boolean canResume, List<ClassPart> givenUp) {
        List<ClassPart> rest = new ArrayList<>();
        if (repeats) {
            return rest;
        }
        Set<String> again =
                runAgain().stream().map(running -> nameOf(running.test())).collect(Collectors.toSet());
        for (ClassPart part : unit.parts()) {
            Integer open = openSets.get(part.className());
            if (open == null) {
                rest.add(part);
            } else if (part.isWhole() && open > 0) {
                Set<String> of = begunOf(part.className());
                boolean hasBegun = !of.isEmpty();
                boolean isTestNg = of.stream().anyMatch(id -> id.startsWith(WHOLE_CLASSES_ONLY));
                of.removeIf(id -> again.contains(PieceNames.ofPiece(id)));
                // What ended its JVM before any test, in a set-up perhaps, would do so again.
                boolean resumes = canResume && hasBegun && !isTestNg;
                (resumes ? rest : givenUp).add(resumes ? part.without(of) : part);
            } else if (!part.isWhole()) {
                addPieces(part, open > 0, rest, givenUp);
            }
        }
        return rest;
    }

    private void addPieces(ClassPart part, boolean isOpen, List<ClassPart> rest, List<ClassPart> givenUp) {
        Set<String> of = begunOf(part.className());
        List<ClassPart.Selected> left = part.pieces().stream()
                .filter(piece -> !of.contains(piece.selector()))
                .toList();
        if (left.isEmpty() || !isOpen) {
            return;
        }
        boolean resumes = left.size() < part.pieces().size();
        (resumes ? rest : givenUp).add(new ClassPart(part.className(), left));
    }

    private Set<String> begunOf(String className) {
        Set<String> all = new HashSet<>(begun.getOrDefault(className, Set.of()));
        all.addAll(begun.getOrDefault("", Set.of()));
        return all;
    }

    private String topLevel(String className) {
        for (String name : unit.classes()) {
            if (className.equals(name) || className.startsWith(name + "$")) {
                return name;
            }
        }
        return className;
    }
}
