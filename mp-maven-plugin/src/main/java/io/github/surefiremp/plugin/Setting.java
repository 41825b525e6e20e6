package io.github.surefiremp.plugin;

import java.util.Arrays;
import java.util.Optional;

/** The names of all settings; each is a property {@code mp.name} and an element {@code name} of the configuration. */
enum Setting {
    NP("np", true),
    NUM_PROCESSES("numProcesses", true),
    SKIP("skip", true),
    GRANULARITY("granularity", true),
    FRESH_JVM("freshJvm", true),
    LOCKS("locks", true),
    ORDER("order", false),
    ONLY("only", false),
    SETUPS_PER_WORKER("setupsPerWorker", false),
    THREADS("threads", false),
    HISTORY("history", true),
    SHARD("shard", false),
    TOTAL_SHARDS("totalShards", false),
    QUEUE("queue", false),
    BUILD("build", false),
    QUEUE_FALLBACK("queueFallback", false),
    TEST_TIMEOUT("testTimeout", false),
    MAX_WORKER_RESTARTS("maxWorkerRestarts", true),
    STANDBY("standby", true),
    CLASS_ARCHIVE("classArchive", true),
    OUTPUT("output", false),
    INSTAFAIL("instafail", false),
    REPORT("report", false);

    private final String element;
    private final boolean works;

    Setting(String element, boolean works) {
        this.element = element;
        this.works = works;
    }

    /** The element of the configuration. */
    String element() {
        return element;
    }

    /** The property. */
    String property() {
        return "mp." + element;
    }

    /** Whether this version does anything with it. */
    boolean works() {
        return works;
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
