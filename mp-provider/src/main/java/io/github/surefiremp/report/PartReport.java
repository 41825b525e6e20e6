package io.github.surefiremp.report;

import io.github.surefiremp.model.ClassPart;
import io.github.surefiremp.model.ClassPart.Selected;
import io.github.surefiremp.model.ReportEvent;
import io.github.surefiremp.model.ReportEvent.Kind;
import io.github.surefiremp.report.Keep.Kept;
import io.github.surefiremp.report.SetReport.Item;
import io.github.surefiremp.report.SetReport.Result;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes what a worker tells of a part of a class to where it belongs in the class.
 *
 * <p>An event belongs to the piece that was announced before it. What is told outside of pieces belongs to the test set
 * that is open: output stays with the piece next to it in the part, results are told once for all parts.
 */
final class PartReport {
    /** How Surefire names results of a class; newer versions give them a name. */
    private static final Set<String> CLASS_NAMES = Set.of("", "initializationError", "executionError");

    private final SplitClass whole;
    private final ClassPart part;
    private final Keep keep;
    private final List<OpenSet> open = new ArrayList<>();
    /** Sets inside of the piece that runs: it is a nested class. */
    private final Deque<ReportEvent> openInPiece = new ArrayDeque<>();

    private final Map<TestName, Item> openTests = new HashMap<>();
    /** What of the part has not begun. */
    private final List<Selected> waiting;

    /** The round of repetitions that runs, which is like a run of its own. */
    private @Nullable PartReport round;

    private int rounds;
    /** A piece that was announced before its class began. */
    private @Nullable String announced;

    private record TestName(String className, String method) {
        static TestName of(ReportEvent event) {
            return new TestName(event.className(), event.method());
        }
    }

    /** A test set that has begun in this part and not ended. */
    private static final class OpenSet {
        final ReportEvent start;
        /** What was told outside of its items and waits for the next one, or for the end. */
        final List<Kept> loose = new ArrayList<>();

        final Map<Result, Integer> counts = new HashMap<>();

        List<String> path = List.of();

        /** Null until it is known which one it is. */
        @Nullable
        SetReport set;

        @Nullable
        Item last;

        boolean inPiece;
        /** Selector of the last one that was announced. */
        String piece = "";

        /** Nothing but output was told of the piece. */
        boolean pieceIsNew;

        OpenSet(ReportEvent start) {
            this.start = start;
        }
    }

    PartReport(SplitClass whole, ClassPart part, Keep keep) {
        this.whole = whole;
        this.part = part;
        this.keep = keep;
        this.waiting = new ArrayList<>(part.pieces());
    }

    SplitClass whole() {
        return whole;
    }

    int firstPosition() {
        return part.pieces().isEmpty() ? 0 : part.pieces().get(0).position();
    }

    /** What follows repeats tests that failed until now. */
    void rerunsStart(long nanos) {
        if (round != null) {
            round.end(nanos);
        }
        round = new PartReport(whole.round(rounds++), part, keep);
    }

    void add(ReportEvent event) {
        if (round != null) {
            round.add(event);
            return;
        }
        switch (event.kind()) {
            case PIECE_STARTED -> startPiece(event.method());
            case SET_STARTED -> startSet(event);
            case SET_COMPLETED -> endSet(event);
            default -> {
                if (!open.isEmpty()) {
                    addInside(innermost(), event);
                }
            }
        }
    }

    /** The worker has told all of the part that it will ever tell; closes what is open. */
    void end(long nanos) {
        if (round != null) {
            round.end(nanos);
        }
        while (!openInPiece.isEmpty()) {
            Item piece = Objects.requireNonNull(innermost().last);
            piece.after.add(keep.keep(MergedClass.end(openInPiece.removeLast(), nanos)));
        }
        while (!open.isEmpty()) {
            close(innermost(), nanos);
        }
    }

    /** The worker was lost: its open tests have an error or, if there is none, the class has. */
    void lose(Loss loss) {
        if (round != null) {
            round.lose(loss);
            return;
        }
        if (openTests.isEmpty()) {
            whole.blame(loss.reason());
        }
        openTests.values().forEach(piece -> piece.loss = loss);
        openTests.clear();
        end(loss.nanos());
    }

    private OpenSet innermost() {
        return open.get(open.size() - 1);
    }

    private void startPiece(String selector) {
        openInPiece.clear();
        if (open.isEmpty()) {
            announced = selector;
            return;
        }
        int position = whole.position(selector, firstPosition());
        waiting.removeIf(piece -> piece.selector().equals(selector));
        SetReport set = identify(whole.nesting(selector), position);
        startPiece(innermost(), set.addPiece(position));
        innermost().piece = selector;
    }

    private void startPiece(OpenSet at, Item piece) {
        goOn(at, piece);
        at.inPiece = true;
        at.pieceIsNew = true;
    }

    private void startSet(ReportEvent event) {
        if (open.isEmpty()) {
            OpenSet top = new OpenSet(event);
            top.set = whole.set;
            whole.set.started(event);
            open.add(top);
            if (announced != null) {
                startPiece(announced);
                announced = null;
            }
            return;
        }
        OpenSet at = innermost();
        if (!openInPiece.isEmpty() || (at.inPiece && at.pieceIsNew)) {
            at.pieceIsNew = false;
            openInPiece.add(event);
            Objects.requireNonNull(at.last).follow(keep.keep(event));
        } else {
            open.add(new OpenSet(event));
        }
    }

    private void endSet(ReportEvent event) {
        if (!openInPiece.isEmpty()) {
            openInPiece.removeLast();
            Objects.requireNonNull(innermost().last).follow(keep.keep(event));
        } else if (!open.isEmpty()) {
            OpenSet at = innermost();
            close(at, event.nanos());
            Objects.requireNonNull(at.set).end = event;
        }
    }

    private void addInside(OpenSet at, ReportEvent event) {
        Kept kept = keep.keep(event);
        if (event.kind() == Kind.TEST_STARTED) {
            if (!at.inPiece) {
                // Not announced, so all that is known of its place is the part.
                startPiece(at, identify(guess(), firstPosition()).addPiece(lastPosition(at)));
            }
            openTests.put(TestName.of(event), Objects.requireNonNull(at.last));
        }
        if (event.kind().endsTest()) {
            Item piece = openTests.remove(TestName.of(event));
            if (piece != null) {
                piece.follow(kept);
                return;
            }
            if (!isOfPiece(at, event) && !isOfNextPiece(at, event)) {
                at.loose.add(kept);
                return;
            }
        }
        if (event.kind() != Kind.OUTPUT) {
            at.pieceIsNew = false;
        }
        if (at.last == null) {
            at.loose.add(kept);
        } else {
            at.last.follow(kept);
        }
    }

    /** Whether the result of a test that told no start is one of the piece, and not of a class around it. */
    private boolean isOfPiece(OpenSet at, ReportEvent event) {
        if (!at.inPiece || !openInPiece.isEmpty() || at.pieceIsNew) {
            return at.inPiece;
        }
        if (event.kind() != Kind.SKIPPED && CLASS_NAMES.contains(event.method())) {
            return false;
        }
        return SplitClass.method(at.piece).isEmpty() || SplitClass.names(event.method(), at.piece);
    }

    /** With Surefire 3.6, where nested classes open no set, those of a disabled one are skipped without a mark. */
    private boolean isOfNextPiece(OpenSet at, ReportEvent event) {
        Optional<Selected> next = at.last == null ? Optional.empty() : waitingFor(event);
        next.ifPresent(piece -> startPiece(piece.selector()));
        return next.isPresent();
    }

    private Optional<Selected> waitingFor(ReportEvent event) {
        return waiting.stream()
                .filter(piece -> event.kind() == Kind.SKIPPED)
                .filter(piece -> SplitClass.names(event.method(), piece.selector()))
                .findFirst();
    }

    private int lastPosition(OpenSet at) {
        return at.last == null ? firstPosition() : at.last.position();
    }

    /** What was told since the last item belongs to that, what was told before the first one to the first. */
    private void goOn(OpenSet at, Item next) {
        Item receiver = at.last;
        for (Kept kept : at.loose) {
            if (!isNews(at, kept, -1)) {
                continue;
            }
            if (receiver == null) {
                next.events.add(kept);
            } else {
                receiver.follow(kept);
            }
        }
        at.loose.clear();
        at.last = next;
        at.inPiece = false;
    }

    private void close(OpenSet at, long nanos) {
        SetReport set = identify(guess(), firstPosition());
        if (at.last == null) {
            List<String> path = at.path;
            closeWithoutItems(at, set);
            waiting.removeIf(piece -> SplitClass.startsWith(whole.nesting(piece.selector()), path));
        } else {
            at.loose.stream().filter(kept -> isNews(at, kept, -1)).forEach(set.tail::add);
        }
        set.nanos += nanos - at.start.nanos();
        open.remove(open.size() - 1);
        if (!open.isEmpty()) {
            innermost().inPiece = false;
        }
    }

    /** The class did not come to its tests: it is disabled, or its set-up failed. */
    private void closeWithoutItems(OpenSet at, SetReport set) {
        // Of a disabled class each child is reported as skipped, in order: those of the part, or all.
        long skipped = at.loose.stream()
                .filter(kept -> kept.event().kind() == Kind.SKIPPED)
                .count();
        Iterator<Integer> children = Stream.of(whole.childPositions(part.pieces(), at.path), whole.children(at.path))
                .filter(positions -> positions.size() == skipped)
                .findFirst()
                .orElse(List.of())
                .iterator();
        for (Kept kept : at.loose) {
            int child = kept.event().kind() == Kind.SKIPPED && children.hasNext() ? children.next() : -1;
            Optional<Selected> piece = waitingFor(kept.event());
            piece.ifPresent(waiting::remove);
            int position = piece.map(Selected::position).orElse(child);
            if (!isNews(at, kept, position)) {
                continue;
            }
            if (position < 0) {
                set.head.add(kept);
            } else {
                set.addPiece(position).follow(kept);
            }
        }
    }

    private static boolean isNews(OpenSet at, Kept kept, int position) {
        if (!kept.event().kind().endsTest()) {
            return true;
        }
        Result result = Result.of(kept, position);
        return Objects.requireNonNull(at.set).isNews(result, at.counts.merge(result, 1, Integer::sum));
    }

    /**
     * Finds out which sets the open ones are.
     *
     * @param path the nested classes around the piece that was announced
     * @return the innermost
     */
    private SetReport identify(List<String> path, int position) {
        OpenSet outer = open.get(0);
        for (int depth = 1; depth < open.size(); depth++) {
            OpenSet inner = open.get(depth);
            if (inner.set == null) {
                List<String> own = new ArrayList<>(outer.path);
                own.add(depth <= path.size() ? path.get(depth - 1) : inner.start.className());
                inner.path = own;
                Item item = Objects.requireNonNull(outer.set)
                        .nested(own.get(depth - 1), whole.firstPosition(own, position));
                goOn(outer, item);
                inner.set = item.set;
                Objects.requireNonNull(inner.set).started(inner.start);
            }
            outer = inner;
        }
        return Objects.requireNonNull(outer.set);
    }

    /** The nested classes that are open if the worker keeps to the order of the pieces. */
    private List<String> guess() {
        List<String> known = List.of();
        for (OpenSet set : open) {
            known = set.set == null ? known : set.path;
        }
        for (Selected piece : waiting) {
            List<String> path = whole.nesting(piece.selector());
            if (path.size() >= open.size() - 1 && SplitClass.startsWith(path, known)) {
                return path;
            }
        }
        return known;
    }
}
