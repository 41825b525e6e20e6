package io.github.surefiremp.provider;

import io.github.surefiremp.remember.History;
import io.github.surefiremp.remember.HistoryFile;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The history, read by a thread of its own before anybody can be warned of anything.
 *
 * <p>The thread is the only one that reads, and it ends with that; who takes the history waits for it.
 */
final class EarlyHistory {
    private final CompletableFuture<History> history = new CompletableFuture<>();
    private final List<String> warnings = new CopyOnWriteArrayList<>();

    private EarlyHistory() {}

    static EarlyHistory read(Path file) {
        EarlyHistory early = new EarlyHistory();
        Thread thread = new Thread(() -> early.readNow(file), "mp-history");
        thread.setDaemon(true);
        thread.start();
        return early;
    }

    private void readNow(Path file) {
        try {
            history.complete(new HistoryFile(file, warnings::add).read());
        } catch (Throwable e) {
            history.completeExceptionally(e);
        }
    }

    /**
     * The history, empty if it cannot be read.
     *
     * @param warn takes what there was to say
     */
    History get(Consumer<String> warn) {
        History read = history.join();
        warnings.forEach(warn);
        return read;
    }
}
