package io.github.surefiremp.plugin;

import java.util.Arrays;
import java.util.Optional;

/** The names of all settings; each is a property {@code mp.name} and an element {@code name} of the configuration. */
enum Setting {
    NP("np"),
    NUM_PROCESSES("numProcesses"),
    SKIP("skip"),
    GRANULARITY("granularity"),
    FRESH_JVM("freshJvm"),
    LOCKS("locks"),
    ORDER("order"),
    ONLY("only"),
    SETUPS_PER_WORKER("setupsPerWorker"),
    THREADS("threads"),
    HISTORY("history"),
    SHARD("shard"),
    TOTAL_SHARDS("totalShards"),
    QUEUE("queue"),
    BUILD("build"),
    QUEUE_FALLBACK("queueFallback"),
    TEST_TIMEOUT("testTimeout"),
    MAX_WORKER_RESTARTS("maxWorkerRestarts"),
    STANDBY("standby"),
    OUTPUT("output"),
    INSTAFAIL("instafail"),
    REPORT("report");

    private final String element;

    Setting(String element) {
        this.element = element;
    }

    /** The element of the configuration. */
    String element() {
        return element;
    }

    /** The property. */
    String property() {
        return "mp." + element;
    }

    static Optional<Setting> ofElement(String element) {
        return Arrays.stream(values())
                .filter(one -> one.element.equals(element))
                .findFirst();
    }

    static Optional<Setting> ofProperty(String property) {
        return Arrays.stream(values())
                .filter(one -> one.property().equals(property))
                .findFirst();
    }

    static String allElements() {
        return String.join(", ", Arrays.stream(values()).map(Setting::element).toList());
    }
}
