package io.github.surefiremp.run;

import org.apache.maven.surefire.api.util.internal.DaemonThreadFactory;

/** A worker whose controller is gone has nobody to report to and ends at once. */
final class ParentWatch {
    private ParentWatch() {}

    static void haltWithParent() {
        ProcessHandle.current()
                .parent()
                .ifPresent(parent -> DaemonThreadFactory.newDaemonThread(
                                () -> {
                                    parent.onExit().join();
                                    Runtime.getRuntime().halt(1);
                                },
                                "mp-parent-watch")
                        .start());
    }
}
