package io.github.surefiremp.report;

import io.github.surefiremp.model.Output;
import io.github.surefiremp.model.ReportEvent;
import io.github.surefiremp.model.ReportEvent.Kind;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Keeps events until they are handed on; output beyond a bound goes to a file until then. For one thread. */
final class Keep implements AutoCloseable {
    private static final int CHARS_IN_MEMORY = 8 * 1024 * 1024;
    /** What an event costs beside its text, roughly, in characters. */
    private static final int EVENT_COST = 64;

    private final Spill spill;
    private long charsHeld;

    /**
     * A kept event.
     *
     * @param event without its output where that is in the file
     * @param place of the output in the file, null if it is not there
     */
    record Kept(ReportEvent event, Spill.@Nullable Place place) {}

    Keep(Path folder) {
        this.spill = new Spill(folder);
    }

    Kept keep(ReportEvent event) {
        if (event.kind() == Kind.OUTPUT && event.payload() instanceof Output output) {
            if (charsHeld + size(output) > CHARS_IN_MEMORY) {
                return new Kept(withPayload(event, null), spill.write(output));
            }
            charsHeld += size(output) + EVENT_COST;
        }
        return new Kept(event, null);
    }

    /** Gives the event back, and its room is free for others; once for each. */
    ReportEvent giveBack(Kept kept) {
        ReportEvent event = kept.event();
        if (kept.place() != null) {
            return withPayload(event, spill.read(kept.place()));
        }
        if (event.kind() == Kind.OUTPUT && event.payload() instanceof Output output) {
            charsHeld -= size(output) + EVENT_COST;
        }
        return event;
    }

    @Override
    public void close() throws IOException {
        spill.close();
    }

    private static int size(Output output) {
        return output.text().length()
                + (output.stack() == null ? 0 : output.stack().length());
    }

    private static ReportEvent withPayload(ReportEvent event, @Nullable Object payload) {
        return new ReportEvent(
                event.kind(),
                event.className(),
                event.method(),
                event.epochMillis(),
                event.nanos(),
                event.rerun(),
                payload);
    }
}
