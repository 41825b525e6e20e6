package io.github.surefiremp.plugin.history;

import io.github.surefiremp.plugin.verify.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Which entries are shown, and in which order.
 *
 * @param sort one of {@link #SORTS}
 * @param show one of {@link #SHOWS}
 * @param filter a part of the name; empty for all
 * @param limit how many; 0 for all
 */
record HistoryView(String sort, String show, String filter, int limit) {
    private static final Comparator<Entry> BY_NAME = Comparator.comparing(
                    (Entry entry) -> entry.row().key().module())
            .thenComparing(entry -> entry.row().key().execution())
            .thenComparing(Entry::name);

    /** What may be sorted by; the default first. All but the name put the largest first. */
    static final List<String> SORTS = List.of("duration", "last", "trend", "flips", "runs", "seen", "name");

    /** What may be shown; the default first. */
    static final List<String> SHOWS = List.of("tests", "classes", "failed", "flaky", "new", "gone");

    private static final Map<String, Predicate<Entry>> PREDICATES = Map.of(
            "tests", entry -> !entry.isClass() && !entry.isGone(),
            "classes", entry -> entry.isClass() && !entry.isGone(),
            "failed", entry -> !entry.isClass() && !entry.isGone() && entry.hasFailed(),
            "flaky", Entry::isFlaky,
            "new", entry -> !entry.isClass() && entry.isNew(),
            "gone", entry -> !entry.isClass() && entry.isGone());

    private Comparator<Entry> order() {
        Comparator<Entry> first = switch (sort) {
            case "duration" ->
                Comparator.comparingLong((Entry entry) -> -entry.row().typicalMillis());
            case "last" ->
                Comparator.comparingLong((Entry entry) -> -entry.row().lastMillis());
            case "trend" -> Comparator.comparingLong((Entry entry) -> -entry.trendMillis());
            case "flips" -> Comparator.comparingInt((Entry entry) -> -entry.flips());
            case "runs" -> Comparator.comparingInt((Entry entry) -> -entry.row().runs());
            case "seen" ->
                Comparator.comparingLong((Entry entry) -> -entry.row().lastSeen());
            default -> BY_NAME;
        };
        return first.thenComparing(BY_NAME);
    }

    List<Entry> of(List<Entry> all) {
        List<Entry> found = all.stream()
                .filter(PREDICATES.getOrDefault(show, entry -> true))
                .filter(entry -> entry.name().contains(filter))
                .sorted(order())
                .toList();
        return limit <= 0 ? found : found.subList(0, Math.min(limit, found.size()));
    }

    /** For people: a head and a line for each entry. */
    List<String> lines(List<Entry> all) {
        List<Entry> shown = of(all);
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT, "%9s %9s %8s %5s %-20s  %s", "typical", "last", "trend", "runs", "outcomes", "test"));
        for (Entry entry : shown) {
            String words = String.join(", ", entry.words());
            lines.add(String.format(
                    Locale.ROOT,
                    "%9s %9s %8s %5d %-20s  %s%s",
                    millis(entry.row().typicalMillis()),
                    millis(entry.row().lastMillis()),
                    trend(entry),
                    entry.row().runs(),
                    entry.row().outcomes(),
                    entry.name(),
                    words.isEmpty() ? "" : " (" + words + ")"));
        }
        int more = new HistoryView(sort, show, filter, 0).of(all).size() - shown.size();
        if (more > 0) {
            lines.add("and " + more + " more; -Dmp.limit=0 shows all");
        }
        return lines;
    }

    /** For programs: an array with an object for each entry. */
    String json(List<Entry> all) {
        Json json = new Json().open('[');
        for (Entry entry : of(all)) {
            json.open('{')
                    .put("module", entry.row().key().module())
                    .put("execution", entry.row().key().execution())
                    .put("class", entry.row().key().className())
                    .put("method", entry.row().key().method())
                    .put("runs", entry.row().runs())
                    .put("typicalMillis", entry.row().typicalMillis())
                    .put("lastMillis", entry.row().lastMillis())
                    .put("lastOutcome", entry.row().lastOutcome())
                    .put("lastSeen", entry.row().lastSeen())
                    .put("outcomes", entry.row().outcomes())
                    .put("flips", entry.flips())
                    .put("flaky", entry.isFlaky())
                    .put("new", entry.isNew())
                    .put("gone", entry.isGone())
                    .close('}');
        }
        return json.close(']').text().trim();
    }

    private static String trend(Entry entry) {
        long percent = entry.row().typicalMillis() == 0
                ? 0
                : Math.round(100.0 * entry.trendMillis() / entry.row().typicalMillis());
        return percent == 0 ? "" : String.format(Locale.ROOT, "%+d %%", percent);
    }

    private static String millis(long millis) {
        return millis < 1_000 ? millis + " ms" : String.format(Locale.ROOT, "%.1f s", millis / 1_000.0);
    }
}
