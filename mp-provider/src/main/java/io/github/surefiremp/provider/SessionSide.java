package io.github.surefiremp.provider;

import io.github.surefiremp.coordinator.CoordinatorClient;
import io.github.surefiremp.dispatch.Dispatcher;
import io.github.surefiremp.dispatch.Numbers;
import io.github.surefiremp.dispatch.SessionPermits;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** What the dispatcher and the coordinator of the Maven session have to do with each other. */
final class SessionSide {
    private SessionSide() {}

    static Numbers numbers(CoordinatorClient coordinator) {
        return new Numbers() {
            @Override
            public void want(int more) throws IOException {
                coordinator.want(more);
            }

            @Override
            public void giveBack(int number) throws IOException {
                coordinator.giveBack(number);
            }
        };
    }

    static SessionPermits permits(CoordinatorClient coordinator) {
        return new SessionPermits() {
            @Override
            public void enter(boolean alone) throws IOException {
                coordinator.enter(alone);
            }

            @Override
            public void leave() throws IOException {
                coordinator.leave();
            }
        };
    }

    /** Hands on what the coordinator says. */
    record Hears(CompletableFuture<Dispatcher> dispatcher) implements CoordinatorClient.Listener {
        @Override
        public void granted(int number) {
            dispatcher.join().granted(number);
        }

        @Override
        public void spareAsked() {
            dispatcher.join().spareAsked();
        }

        @Override
        public void entered() {
            dispatcher.join().entered();
        }

        @Override
        public void yieldAsked() {
            dispatcher.join().yieldAsked();
        }

        @Override
        public void lost(IOException reason) {
            dispatcher.join().abandon("Maven's side of mp is gone: " + reason.getMessage());
        }
    }

    /** How much work is left; that Maven is gone shows elsewhere. */
    static void tellLeft(CoordinatorClient coordinator, long millis) {
        try {
            coordinator.left(millis);
        } catch (IOException e) {
            // The dispatcher hears of it when it needs the coordinator for something, or from its listener.
        }
    }
}
