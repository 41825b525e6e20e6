package io.github.surefiremp.provider;

import io.github.surefiremp.model.GroupMark;
import io.github.surefiremp.model.Handoff;
import io.github.surefiremp.model.LockNeed;
import io.github.surefiremp.model.TestClass;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What must be the same on all machines that share a queue, in words that a message can show. */
final class QueueTerms {
    private QueueTerms() {}

    /** Of mp and of the settings that decide how a test runs. Neither np nor the history is among them. */
    static Map<String, String> of(Handoff handoff) {
        return new TreeMap<>(Map.of(
                "mp's version", handoff.queue().version(),
                "the provider", handoff.providerClass(),
                "mp.freshJvm", Boolean.toString(handoff.freshJvm()),
                "mp.locks", Boolean.toString(handoff.locks()),
                "mp.granularity", handoff.granularity()));
    }

    /** Of a test class: what is known of each class, whether its pieces are known or not. */
    static String of(TestClass type) {
        StringBuilder text = new StringBuilder(type.tests() == 1 ? "1 test" : type.tests() + " tests");
        for (GroupMark mark : type.groups()) {
            text.append(", group ").append(mark.group());
            text.append(mark.strategy() == null ? "" : " " + mark.strategy());
        }
        if (!type.locks().isEmpty()) {
            text.append(", locks ")
                    .append(new TreeSet<>(type.locks())
                            .stream().map(QueueTerms::lock).collect(Collectors.joining(" and ")));
        }
        return text.toString();
    }

    private static String lock(LockNeed lock) {
        return lock.key() + (lock.write() ? "" : " (shared)");
    }
}
