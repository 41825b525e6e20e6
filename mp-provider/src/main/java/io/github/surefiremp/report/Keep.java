package io.github.surefiremp.report;

import io.github.surefiremp.model.ReportEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps events until they are handed on; output and log lines beyond a bound go to a file until then, many of them in a
 * block, so that what stays in memory of a flood is small however short its lines are. For one thread.
 */
final class Keep implements AutoCloseable {
    private static final int CHARS_IN_MEMORY = 8 * 1024 * 1024;
    /** What an event costs beside its text, roughly, in characters. */
    private static final int EVENT_COST = 64;

    private static final int BLOCK = 64 * 1024;

    private final Spill spill;
    private long charsHeld;

    /** A kept event; or several with text, of the same test, that are on their way to the file or in it. */
    static final class Kept {
        private final ReportEvent event;
        /** What is not in the file yet; null if nothing of it will be. */
        private @Nullable ByteArrayOutputStream block;

        private Spill.@Nullable Place place;

        private Kept(ReportEvent event, @Nullable ByteArrayOutputStream block) {
            this.event = event;
            this.block = block;
        }

        /** The event, or the first of several, without its text where that is not in memory. */
        ReportEvent event() {
            return event;
        }

        private boolean takes(ReportEvent next) {
            return block != null
                    && next.kind() == event.kind()
                    && next.rerun() == event.rerun()
                    && next.className().equals(event.className())
                    && next.method().equals(event.method())
                    && next.testId() == event.testId();
        }
    }

    Keep(Path folder) {
        this.spill = new Spill(folder);
    }

    /** Adds the event to the others that are to be given back together. */
    void add(List<Kept> to, ReportEvent event) {
        Kept last = to.isEmpty() ? null : to.get(to.size() - 1);
        Kept kept = keep(last, event);
        if (kept != last) {
            to.add(kept);
        }
    }

    /**
     * Keeps the event.
     *
     * @param last what is given back right before it, null if nothing is
     * @return the last one if that has it now, too; else what is to follow it
     */
    Kept keep(@Nullable Kept last, ReportEvent event) {
        Object payload = event.payload();
        if (payload == null || !Text.isText(payload)) {
            return new Kept(event, null);
        }
        int size = Text.length(payload) + EVENT_COST;
        if (charsHeld + size <= CHARS_IN_MEMORY) {
            charsHeld += size;
            return new Kept(event, null);
        }
        Kept kept = last != null && last.takes(event)
                ? last
                : new Kept(withPayload(event, null), new ByteArrayOutputStream());
        ByteArrayOutputStream block = Objects.requireNonNull(kept.block);
        Text.write(payload, block);
        if (block.size() >= BLOCK) {
            kept.place = spill.write(block.toByteArray());
            kept.block = null;
        }
        return kept;
    }

    /** Gives back what is kept, and its room is free for others; once for each. */
    void giveBack(Kept kept, Consumer<ReportEvent> to) {
        ReportEvent event = kept.event();
        if (kept.place != null) {
            Text.read(spill.read(kept.place), payload -> to.accept(withPayload(event, payload)));
            return;
        }
        if (kept.block != null) {
            Text.read(kept.block.toByteArray(), payload -> to.accept(withPayload(event, payload)));
            return;
        }
        if (Text.isText(event.payload())) {
            charsHeld -= Text.length(event.payload()) + EVENT_COST;
        }
        to.accept(event);
    }

    @Override
    public void close() throws IOException {
        spill.close();
    }

    private static ReportEvent withPayload(ReportEvent event, @Nullable Object payload) {
        return new ReportEvent(
                event.kind(),
                event.className(),
                event.method(),
                event.epochMillis(),
                event.nanos(),
                event.rerun(),
                event.testId(),
                payload);
    }
}
