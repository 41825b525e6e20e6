package io.github.surefiremp.report;

import io.github.surefiremp.model.ClassPart;
import io.github.surefiremp.model.PieceNames;
import io.github.surefiremp.model.ReportEvent;
import io.github.surefiremp.model.ReportEvent.Kind;
import io.github.surefiremp.model.Unit;
import io.github.surefiremp.report.Keep.Kept;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a worker tells: divides it among the parts of classes in its unit, and keeps the rest. */
final class WorkerReport {
    private final Keep keep;
    private final List<Kept> rest = new ArrayList<>();
    /** Of classes that run in several workers, by their place in the unit. */
    private final NavigableMap<Integer, ClassShare> parts = new TreeMap<>();

    private @Nullable Unit unit;
    /** Sorts what is told of the unit, null where its tests run one after another. */
    private @Nullable ConcurrentReport concurrent;
    /** The place in the unit of the class that began last. */
    private int at = -1;

    /** The share that events go to, null where the class runs in this worker alone. */
    private @Nullable ClassShare reporting;

    /** Of the open class that runs in this worker alone: the starts of its open test sets, from the class inwards. */
    private final Deque<ReportEvent> openStarts = new ArrayDeque<>();
    /** Where in the rest that class began. */
    private int openSince;
    /** Classes of the unit that go on in another worker if this one is lost; null for one that was split. */
    private final Map<String, @Nullable ResumedClass> goingOn = new HashMap<>();
    /** What is left out of them. */
    private final Map<String, Set<String>> leftOut = new HashMap<>();
    /** Unique ids of what began of the unit; only where tests run at the same time. */
    private final Set<String> begun = new HashSet<>();

    private int openSets;
    private String openClass = "";
    private boolean inReruns;

    /**
     * What is left of a unit that has ended.
     *
     * @param parts will get nothing more
     * @param losses of classes that run in this worker alone
     * @param open why tests of a class have no result that goes on elsewhere and was handed on; null if there is none
     * @param concurrent has what was told of tests that ran at the same time and is not given on, null if none did
     */
    record Ended(
            List<ClassShare> parts,
            List<Loss> losses,
            @Nullable Loss open,
            @Nullable ConcurrentReport concurrent) {}

    WorkerReport(Keep keep) {
        this.keep = keep;
    }

    /**
     * The worker has got a unit.
     *
     * @param begin answers null for a class that runs in this worker alone
     */
    void begin(Unit next, Function<ClassPart, @Nullable ClassShare> begin) {
        unit = next;
        concurrent = next.isConcurrent() ? new ConcurrentReport(next, keep) : null;
        for (int i = 0; i < next.parts().size(); i++) {
            ClassShare part = begin.apply(next.parts().get(i));
            if (part != null) {
                parts.put(i, part);
            }
        }
    }

    /** Whether the unit has classes that run in several workers. */
    boolean hasParts() {
        return !parts.isEmpty();
    }

    /** Whether the event is none for the sink as it comes: a part of a class has it now, or it is a mark. */
    boolean takes(ReportEvent event) {
        switch (event.kind()) {
            case RERUNS_STARTED -> {
                inReruns = true;
                openSets = 0;
                parts.values().forEach(part -> part.rerunsStart(event.nanos()));
                return true;
            }
            case PIECE_STARTED -> {
                if (concurrent != null) {
                    begun.add(event.method());
                }
                // Of some engines it is not known which class a piece belongs to.
                if (!event.className().isEmpty()) {
                    find(event.className());
                }
                if (reporting != null) {
                    reporting.add(event);
                }
                return true;
            }
            // They belong to the worker.
            case LOG, PROPERTY -> {
                return false;
            }
            default -> {
                return takesTold(event);
            }
        }
    }

    /** Whether the event was one of classes that run at the same time; those of a class that has ended are given on. */
    boolean sorts(ReportEvent event, Consumer<ReportEvent> ended) {
        ConcurrentReport sorting = concurrent;
        if (sorting == null || event.kind() == Kind.LOG || event.kind() == Kind.PROPERTY) {
            return false;
        }
        sorting.add(event, ended);
        return true;
    }

    private boolean takesTold(ReportEvent event) {
        if (event.kind() == Kind.SET_STARTED) {
            if (openSets == 0 || !isIn(event.className(), openClass)) {
                openSets = 0;
                openClass = event.className();
                openStarts.clear();
                openSince = rest.size();
                find(event.className());
            }
            openSets++;
            openStarts.addLast(event);
        }
        ClassShare part = openSets == 0 ? null : reporting;
        if (part != null) {
            part.add(event);
        }
        if (event.kind() == Kind.SET_COMPLETED && openSets > 0) {
            openSets--;
            openStarts.pollLast();
        }
        return part != null;
    }

    private void find(String className) {
        reporting = null;
        List<ClassPart> all = unit == null ? List.of() : unit.parts();
        // From where it is; but repetitions begin at the first again.
        for (int i = 0; i < all.size(); i++) {
            int next = (Math.max(at, 0) + i) % all.size();
            if (isIn(className, all.get(next).className())) {
                at = next;
                reporting = parts.get(next);
                return;
            }
        }
    }

    private static boolean isIn(String className, String outer) {
        return className.equals(outer) || className.startsWith(outer + "$");
    }

    void hold(ReportEvent event) {
        keep.add(rest, event);
    }

    void giveRest(Consumer<ReportEvent> to) {
        rest.forEach(kept -> keep.giveBack(kept, to));
        rest.clear();
    }

    /** The unit ran to its end. */
    Ended unitEnded(long nanos) {
        return end(allParts(), List.of(), null, nanos);
    }

    /**
     * If the worker is lost, what is left of the class goes on in another one.
     *
     * @param part what is left of it
     * @param resumed takes what was told of it; null if it was split, or if all of it runs again
     */
    void goesOn(ClassPart part, @Nullable ResumedClass resumed) {
        goingOn.put(part.className(), resumed);
        leftOut.put(part.className(), part.begun());
    }

    /**
     * The worker was lost: the class that was open has an error, and so has each one that had not begun and does not go
     * on.
     *
     * @param worker its number where the sink knows all that was told, else null
     */
    Ended unitLost(String reason, long nanos, @Nullable Integer worker) {
        ConcurrentReport sorting = concurrent;
        if (unit != null && sorting != null) {
            goingOn.forEach((name, resumed) -> {
                if (!unit.classes().contains(name)) {
                    return;
                }
                List<Kept> told = sorting.take(name);
                if (resumed != null) {
                    Set<String> again = runAgain(leftOut.getOrDefault(name, Set.of()));
                    Loss blame =
                            again.isEmpty() || areLeftOpen(told, again, name) ? new Loss(name, reason, nanos) : null;
                    resumed.replay(
                            told.stream()
                                    .filter(kept -> !isOneOf(again, name, kept))
                                    .toList(),
                            blame,
                            nanos);
                }
            });
            List<String> lost = new ArrayList<>(sorting.open(inReruns));
            lost.removeAll(goingOn.keySet());
            // It was lost although all had ended: that must not look like a pass.
            List<String> blamed =
                    lost.isEmpty() && goingOn.isEmpty() ? List.of(unit.classes().get(0)) : lost;
            return end(List.of(), losses(blamed, reason, nanos), null, nanos);
        }
        List<ClassPart> all = unit == null ? List.of() : unit.parts();
        int first = isOpen() ? Math.max(at, 0) : Math.min(at + 1, all.size() - 1);
        int last = inReruns ? first : all.size() - 1;
        List<Loss> losses = new ArrayList<>();
        Loss open = null;
        for (int i = first; i <= last; i++) {
            String name = all.get(i).className();
            Loss loss = new Loss(name, reason, nanos);
            ResumedClass resumed = goingOn.get(name);
            if (i == first && isOpen()) {
                if (resumed == null || parts.containsKey(i)) {
                    lose(i, loss, losses);
                } else if (worker == null) {
                    replay(resumed).lose(loss);
                } else {
                    resumed.goOn(worker, openStarts, nanos);
                    open = loss;
                }
            } else if (!goingOn.containsKey(name)) {
                lose(i, loss, losses);
            }
        }
        return end(allParts(), losses, open, nanos);
    }

    /** The names of what had begun and is not left out. */
    private Set<String> runAgain(Set<String> out) {
        Set<String> again = begun.stream().map(PieceNames::ofPiece).collect(Collectors.toSet());
        out.forEach(id -> again.remove(PieceNames.ofPiece(id)));
        return again;
    }

    private static boolean isOneOf(Set<String> names, String topLevel, Kept kept) {
        return names.contains(PieceNames.ofTest(topLevel, kept.event().method()));
    }

    /** Whether there are open tests beside those of these names. */
    private static boolean areLeftOpen(List<Kept> told, Set<String> names, String topLevel) {
        Set<String> open = new HashSet<>();
        for (Kept kept : told) {
            ReportEvent event = kept.event();
            String test = event.test();
            if (event.kind() == Kind.TEST_STARTED && !isOneOf(names, topLevel, kept)) {
                open.add(test);
            } else if (event.kind().endsTest()) {
                open.remove(test);
            }
        }
        return !open.isEmpty();
    }

    private ClassShare replay(ResumedClass resumed) {
        List<Kept> told = rest.subList(openSince, rest.size());
        // What belongs to the worker is not the class's.
        List<Kept> own = told.stream().filter(kept -> isOfWorker(kept.event())).toList();
        ClassShare share = resumed.replay(
                told.stream().filter(kept -> !isOfWorker(kept.event())).toList());
        told.clear();
        rest.addAll(own);
        return share;
    }

    private static boolean isOfWorker(ReportEvent event) {
        return event.kind() == Kind.LOG || event.kind() == Kind.PROPERTY;
    }

    /** Nothing was told of the unit's end, and nothing more will be. */
    Ended cutOff(String reason, long nanos) {
        ConcurrentReport sorting = concurrent;
        if (sorting != null) {
            return end(List.of(), losses(sorting.begun(), reason, nanos), null, nanos);
        }
        List<Loss> losses = new ArrayList<>();
        if (unit != null && openSets > 0) {
            lose(Math.max(at, 0), new Loss(openClass, reason, nanos), losses);
        }
        return end(inReruns ? allParts() : partsUpTo(at), losses, null, nanos);
    }

    private static List<Loss> losses(List<String> classes, String reason, long nanos) {
        return classes.stream().map(name -> new Loss(name, reason, nanos)).toList();
    }

    private boolean isOpen() {
        return inReruns || openSets > 0;
    }

    private void lose(int place, Loss loss, List<Loss> losses) {
        ClassShare part = parts.get(place);
        if (part == null) {
            losses.add(loss);
        } else {
            part.lose(loss);
        }
    }

    private Ended end(List<ClassShare> ended, List<Loss> losses, @Nullable Loss open, long nanos) {
        allParts().forEach(part -> part.end(nanos));
        ConcurrentReport sorted = concurrent;
        concurrent = null;
        unit = null;
        parts.clear();
        at = -1;
        reporting = null;
        openSets = 0;
        openClass = "";
        openStarts.clear();
        goingOn.clear();
        leftOut.clear();
        begun.clear();
        inReruns = false;
        return new Ended(ended, losses, open, sorted);
    }

    private List<ClassShare> allParts() {
        return partsUpTo(Integer.MAX_VALUE);
    }

    private List<ClassShare> partsUpTo(int place) {
        return List.copyOf(parts.headMap(place, true).values());
    }
}
