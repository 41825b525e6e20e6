package io.github.surefiremp.report;

import io.github.surefiremp.model.Output;
import io.github.surefiremp.model.ReportEvent;
import io.github.surefiremp.model.ReportEvent.Kind;
import io.github.surefiremp.model.Unit;
import io.github.surefiremp.report.Keep.Kept;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Sorts what a worker tells of tests that run at the same time, and gives each class in one go when it has ended:
 * Surefire's reporters expect one class at a time, and in it one test.
 *
 * <p>Output belongs to the class of the test that wrote it; where Surefire does not say which one that is, to the class
 * in the writer's stack, else to the class that was told of last.
 */
final class ConcurrentReport {
    private final Keep keep;
    /** In the order of the unit. */
    private final Map<String, Told> classes = new LinkedHashMap<>();

    private Told last;

    /** What was told of a class and not given on, by the test sets of the class and of those nested in it. */
    private static final class Told {
        final Map<String, List<Kept>> sets = new LinkedHashMap<>();
        String lastSet = "";
        int openSets;
        boolean ended;
    }

    ConcurrentReport(Unit unit, Keep keep) {
        this.keep = keep;
        unit.classes().forEach(name -> classes.put(name, new Told()));
        last = classes.values().iterator().next();
    }

    /** Takes an event of a class; if it was the last one of the class, gives all of them. */
    void add(ReportEvent event, Consumer<ReportEvent> ended) {
        Told told = find(event);
        last = told;
        if (told.sets.containsKey(event.className()) || event.kind() == Kind.SET_STARTED) {
            told.lastSet = event.className();
        }
        keep.add(told.sets.computeIfAbsent(told.lastSet, set -> new ArrayList<>()), event);
        if (event.kind() == Kind.SET_STARTED) {
            told.openSets++;
        } else if (event.kind() == Kind.SET_COMPLETED && told.openSets > 0) {
            told.openSets--;
            if (told.openSets == 0) {
                told.ended = true;
                give(told, ended);
            }
        }
    }

    /** The classes that have not ended; in repetitions, those that are open. */
    List<String> open(boolean inReruns) {
        return classes.entrySet().stream()
                .filter(entry -> entry.getValue().openSets > 0 || (!inReruns && !entry.getValue().ended))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The classes that have begun and not ended. */
    List<String> begun() {
        return open(true);
    }

    /** Gives what was told of a class since it was given last. */
    void give(String className, Consumer<ReportEvent> to) {
        give(Objects.requireNonNull(classes.get(className), className), to);
    }

    /** Gives what is left of all classes. */
    void giveRest(Consumer<ReportEvent> to) {
        classes.values().forEach(told -> give(told, to));
    }

    /**
     * Each test with its output, because Surefire takes output for that of the test that ends next. Output of which the
     * test is not known is that of the next test if none was open, as where tests run one after another; else that of
     * the last one, so that it is not lost.
     */
    private static List<Kept> byTest(List<Kept> events) {
        List<Kept> ordered = new ArrayList<>();
        Map<String, List<Kept>> tests = new LinkedHashMap<>();
        Set<String> open = new HashSet<>();
        List<Kept> before = new ArrayList<>();
        List<Kept> whileOpen = new ArrayList<>();
        List<Kept> after = new ArrayList<>();
        for (Kept kept : events) {
            ReportEvent event = kept.event();
            if (!event.method().isEmpty()) {
                List<Kept> test = tests.computeIfAbsent(event.test(), name -> new ArrayList<>());
                if (event.kind() == Kind.TEST_STARTED) {
                    open.add(event.test());
                    test.addAll(before);
                    before.clear();
                } else if (event.kind().endsTest()) {
                    open.remove(event.test());
                }
                test.add(kept);
            } else if (tests.isEmpty()) {
                ordered.add(kept);
            } else {
                (event.kind() != Kind.OUTPUT ? after : open.isEmpty() ? before : whileOpen).add(kept);
            }
        }
        List<List<Kept>> all = List.copyOf(tests.values());
        if (!all.isEmpty()) {
            List<Kept> last = all.get(all.size() - 1);
            int end = last.size();
            if (last.get(end - 1).event().kind().endsTest()) {
                end--;
            }
            last.addAll(end, whileOpen);
        }
        all.forEach(ordered::addAll);
        ordered.addAll(before);
        ordered.addAll(after);
        return ordered;
    }

    private void give(Told told, Consumer<ReportEvent> to) {
        take(told).forEach(kept -> keep.giveBack(kept, to));
    }

    /**
     * Takes out what was told of a class and not given on: as one thread would have told it. A class or a nested one that
     * is open has no end.
     */
    List<Kept> take(String className) {
        return take(Objects.requireNonNull(classes.get(className), className));
    }

    private static List<Kept> take(Told told) {
        Map<String, List<Kept>> sets = new LinkedHashMap<>(told.sets);
        told.sets.clear();
        List<Kept> ordered = new ArrayList<>();
        while (!sets.isEmpty()) {
            addSet(sets.keySet().iterator().next(), sets, ordered);
        }
        return ordered;
    }

    /** First what is in the class itself, then its nested classes, then its end. */
    private static void addSet(String set, Map<String, List<Kept>> sets, List<Kept> ordered) {
        List<Kept> events = sets.getOrDefault(set, List.of());
        sets.remove(set);
        int end = events.size();
        while (end > 0 && events.get(end - 1).event().kind() == Kind.SET_COMPLETED) {
            end--;
        }
        ordered.addAll(byTest(events.subList(0, end)));
        for (String nested : List.copyOf(sets.keySet())) {
            if (nested.startsWith(set + "$") && sets.containsKey(nested)) {
                addSet(nested, sets, ordered);
            }
        }
        ordered.addAll(events.subList(end, events.size()));
    }

    private Told find(ReportEvent event) {
        Told told = classes.get(topLevel(event.className()));
        if (told != null) {
            return told;
        }
        if (event.payload() instanceof Output output && output.stack() != null) {
            for (String frame : output.stack().split(";")) {
                int end = frame.indexOf('#');
                told = end < 0 ? null : classes.get(topLevel(frame.substring(0, end)));
                if (told != null) {
                    return told;
                }
            }
        }
        return last;
    }

    private String topLevel(String className) {
        String outer = className;
        for (int end = outer.lastIndexOf('$'); end > 0 && !classes.containsKey(outer); end = outer.lastIndexOf('$')) {
            outer = outer.substring(0, end);
        }
        return outer;
    }
}
