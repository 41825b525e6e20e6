package io.github.surefiremp.plugin.report;

import io.github.surefiremp.plugin.report.Story.Span;
import io.github.surefiremp.plugin.report.Story.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * Sees to it that a worker is never at two things at once: what it did ends where the next thing begins. The controller
 * notes some moments a little later than others, and clocks are set.
 */
final class Overlaps {
    private Overlaps() {}

    private record Stretch(long start, long end, LongConsumer cut) {}

    static void remove(Story story) {
        Map<Long, List<Stretch>> byWorker = new HashMap<>();
        for (Unit unit : story.units) {
            at(byWorker, unit.run.index, unit.lane.index).add(new Stretch(unit.start, unit.end, end -> unit.end = end));
        }
        for (int i = 0; i < story.spans.size(); i++) {
            Span span = story.spans.get(i);
            int place = i;
            at(byWorker, span.run().index, span.lane().index)
                    .add(new Stretch(
                            span.start(),
                            span.end(),
                            end -> story.spans.set(
                                    place,
                                    new Span(span.kind(), span.run(), span.lane(), span.pid(), span.start(), end))));
        }
        for (List<Stretch> stretches : byWorker.values()) {
            stretches.sort(Comparator.comparingLong(Stretch::start));
            for (int i = 0; i + 1 < stretches.size(); i++) {
                long next = stretches.get(i + 1).start();
                if (stretches.get(i).end() > next) {
                    stretches.get(i).cut().accept(next);
                }
            }
        }
    }

    private static List<Stretch> at(Map<Long, List<Stretch>> byWorker, int run, int lane) {
        return byWorker.computeIfAbsent(((long) run << Integer.SIZE) | lane, key -> new ArrayList<>());
    }
}
