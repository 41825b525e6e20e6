package io.github.surefiremp.report;

import io.github.surefiremp.model.ReportEvent;
import io.github.surefiremp.model.ReportEvent.Kind;
import io.github.surefiremp.report.Keep.Kept;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A test set of a class that was split, with what all parts of the class told of it. */
final class SetReport {
    /** What was told of the set before anything in it, or in place of that. */
    final List<Kept> head = new ArrayList<>();
    /** What was told of the set after all in it. */
    final List<Kept> tail = new ArrayList<>();

    private final List<Item> items = new ArrayList<>();
    private final Map<String, Item> nested = new HashMap<>();
    private final Map<Result, Integer> told = new HashMap<>();

    @Nullable
    ReportEvent start;

    @Nullable
    ReportEvent end;

    /** How long the set took in all parts together. */
    long nanos;

    /** A piece of the class, or a nested set. */
    static final class Item {
        /** The events of the piece, or what comes before the nested set. */
        final List<Kept> events = new ArrayList<>();
        /** What comes after the nested set, or after the loss. */
        final List<Kept> after = new ArrayList<>();

        final @Nullable SetReport set;
        private int position;

        /** Why tests of the piece did not end, if so. */
        @Nullable
        Loss loss;

        Item(int position, @Nullable SetReport set) {
            this.position = position;
            this.set = set;
        }

        int position() {
            return position;
        }

        /** Adds what came after it in the part. */
        void follow(Kept kept) {
            following().add(kept);
        }

        /** What comes after it in the part, so far. */
        List<Kept> following() {
            return set == null ? events : after;
        }
    }

    /**
     * A result of the class itself, which each part reports.
     *
     * @param position of the test or nested class that was skipped with the class, -1 for the class as a whole
     */
    record Result(Kind kind, String className, String method, int position) {
        static Result of(Kept kept, int position) {
            ReportEvent event = kept.event();
            return new Result(event.kind(), event.className(), event.method(), position);
        }
    }

    Item addPiece(int position) {
        Item item = new Item(position, null);
        items.add(item);
        return item;
    }

    /** The nested set of that key; each part finds the same. */
    Item nested(String key, int position) {
        Item item = nested.get(key);
        if (item == null) {
            item = new Item(position, new SetReport());
            nested.put(key, item);
            items.add(item);
        }
        item.position = Math.min(item.position, position);
        return item;
    }

    /** In the order in which they run in a whole class. */
    List<Item> items() {
        List<Item> sorted = new ArrayList<>(items);
        sorted.sort(Comparator.comparingInt(item -> item.position));
        return sorted;
    }

    void started(ReportEvent event) {
        if (start == null) {
            start = event;
        }
    }

    /**
     * Whether no part told as many results of that name before.
     *
     * @param count which one of that name it is in its part, from 1
     */
    boolean isNews(Result result, int count) {
        boolean news = count > told.getOrDefault(result, 0);
        if (news) {
            told.put(result, count);
        }
        return news;
    }
}
