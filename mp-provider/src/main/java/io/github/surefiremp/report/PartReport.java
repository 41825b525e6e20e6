package io.github.surefiremp.report;

import io.github.surefiremp.model.ClassPart;
import io.github.surefiremp.model.ClassPart.Selected;
import io.github.surefiremp.model.ReportEvent;
import io.github.surefiremp.model.ReportEvent.Kind;
import io.github.surefiremp.report.Keep.Kept;
import io.github.surefiremp.report.SetReport.Item;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes what a worker tells of a part of a class to where it belongs in the class.
 *
 * <p>An event belongs to the piece that was announced before it. What is told outside of pieces belongs to the test set
 * that is open: output stays with the piece next to it in the part, results are told once for all parts.
 */
final class PartReport implements ClassShare {
    /** How Surefire names results of a class; newer versions give them a name. */
    private static final Set<String> CLASS_NAMES = Set.of("", "initializationError", "executionError");

    private final SplitClass whole;
    private final ClassPart part;
    /** What of the part runs; all but in repetitions. */
    private final List<Selected> pieces;

    private final Keep keep;
    private final List<OpenSet> open = new ArrayList<>();
    /** Sets inside of the piece that runs: it is a nested class. */
    private final Deque<ReportEvent> openInPiece = new ArrayDeque<>();

    private final Map<TestName, Item> openTests = new HashMap<>();
    /** What of the part has not begun. */
    private final List<Selected> waiting;

    /** Selectors of what failed, so that it may be repeated. */
    private final Set<String> failed = new HashSet<>();

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

    PartReport(SplitClass whole, ClassPart part, Keep keep) {
        this(whole, part, part.pieces(), keep);
    }

    private PartReport(SplitClass whole, ClassPart part, List<Selected> pieces, Keep keep) {
        this.whole = whole;
        this.part = part;
        this.pieces = pieces;
        this.keep = keep;
        this.waiting = new ArrayList<>(pieces);
    }

    int firstPosition() {
        return pieces.isEmpty() ? 0 : pieces.get(0).position();
    }

    @Override
    public void rerunsStart(long nanos) {
        PartReport before = round == null ? this : round;
        if (round != null) {
            round.end(nanos);
        }
        round = new PartReport(whole.round(rounds++), part, before.whatFailed(), keep);
    }

    private List<Selected> whatFailed() {
        return part.pieces().stream()
                .filter(piece -> failed.contains(piece.selector()))
                .toList();
    }

    /** The class failed, or one that is nested in it: then all of it is repeated. */
    private void fail(List<String> path) {
        part.pieces().stream()
                .map(Selected::selector)
                .filter(selector -> SplitClass.startsWith(whole.nesting(selector), path))
                .forEach(failed::add);
    }

    private static boolean isFailure(ReportEvent event) {
        return event.kind() == Kind.FAILED || event.kind() == Kind.ERROR;
    }

    @Override
    public void ended() {
        whole.partEnded();
    }

    @Override
    public void add(ReportEvent event) {
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

    @Override
    public void end(long nanos) {
        if (round != null) {
            round.end(nanos);
        }
        while (!openInPiece.isEmpty()) {
            Item piece = Objects.requireNonNull(innermost().last);
            keep.add(piece.after, MergedClass.end(openInPiece.removeLast(), nanos));
        }
        while (!open.isEmpty()) {
            close(innermost(), nanos);
        }
    }

    @Override
    public void lose(Loss loss) {
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
            keep.add(Objects.requireNonNull(at.last).following(), event);
        } else {
            open.add(new OpenSet(event));
        }
    }

    private void endSet(ReportEvent event) {
        if (!openInPiece.isEmpty()) {
            openInPiece.removeLast();
            keep.add(Objects.requireNonNull(innermost().last).following(), event);
        } else if (!open.isEmpty()) {
            OpenSet at = innermost();
            close(at, event.nanos());
            Objects.requireNonNull(at.set).end = event;
        }
    }

    private void addInside(OpenSet at, ReportEvent event) {
        if (event.kind() == Kind.TEST_STARTED) {
            if (!at.inPiece) {
                // Not announced, so all that is known of its place is the part.
                startPiece(at, identify(guess(), firstPosition()).addPiece(lastPosition(at)));
            }
            openTests.put(TestName.of(event), Objects.requireNonNull(at.last));
        }
        if (event.kind().endsTest()) {
            Item piece = openTests.remove(TestName.of(event));
            if (piece == null && !isOfPiece(at, event) && !isOfNextPiece(at, event)) {
                keep.add(at.loose, event);
                return;
            }
            if (isFailure(event)) {
                failed.add(at.piece);
            }
            if (piece != null) {
                keep.add(piece.following(), event);
                return;
            }
        }
        if (event.kind() != Kind.OUTPUT) {
            at.pieceIsNew = false;
        }
        keep.add(at.last == null ? at.loose : at.last.following(), event);
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
        Optional<Selected> next = at.last == null || event.kind() != Kind.SKIPPED
                ? Optional.empty()
                : SplitClass.named(event.method(), waiting);
        next.ifPresent(piece -> startPiece(piece.selector()));
        return next.isPresent();
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
        SkippedChildren children = new SkippedChildren(whole, at.path, pieces);
        for (Kept kept : at.loose) {
            int position = kept.event().kind() == Kind.SKIPPED ? children.take(kept.event()) : -1;
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

    private boolean isNews(OpenSet at, Kept kept, int position) {
        if (isFailure(kept.event())) {
            fail(at.path);
        }
        return at.isNews(kept, position);
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
