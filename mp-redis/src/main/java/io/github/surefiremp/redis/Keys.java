package io.github.surefiremp.redis;

import io.github.surefiremp.model.TabCells;
import io.github.surefiremp.queue.QueueKey;
import java.util.List;

/**
 * The names of a queue's keys. All of a build have its name in braces, so that a cluster keeps them on one server.
 */
final class Keys {
    /** Hash: mp's version, settings, who filled it, and what changes: losses, stopped. */
    final String plan;
    /** Hash: class to what must be the same of it. */
    final String tests;
    /** List: the units as text, by their numbers. */
    final String units;
    /** Stream: an entry for each share, in the order in which they should begin. */
    final String stream;
    /** Hash: number of a unit to its result. */
    final String results;
    /** List: numbers of units in the order in which they got a result. */
    final String done;
    /** Hash: machine to what it says of itself. */
    final String machines;
    /** Sorted set: machine to when it was heard of last; those that left are not in it. */
    final String seen;
    /** Set: the queues of the build. */
    final String build;

    final String name;

    Keys(QueueKey key) {
        build = ofBuild(key.build());
        name = TabCells.escape(key.module()) + "\t" + TabCells.escape(key.execution());
        String prefix = prefix(key.build()) + key.module() + "/" + key.execution() + ":";
        plan = prefix + "plan";
        tests = prefix + "tests";
        units = prefix + "units";
        stream = prefix + "stream";
        results = prefix + "results";
        done = prefix + "done";
        machines = prefix + "machines";
        seen = prefix + "seen";
    }

    /** All of them, so that they expire together. */
    List<String> all() {
        return List.of(plan, tests, units, stream, results, done, machines, seen, build);
    }

    static String ofBuild(String build) {
        return prefix(build) + "queues";
    }

    /** The key of a queue, from its name in the set of the build. */
    static QueueKey parse(String build, String name) {
        String[] cells = name.split("\t", -1);
        return new QueueKey(build, TabCells.unescape(cells[0]), TabCells.unescape(cells[1]));
    }

    private static String prefix(String build) {
        return "mp:{" + build + "}:";
    }
}
