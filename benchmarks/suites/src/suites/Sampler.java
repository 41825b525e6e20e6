package suites;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Watches Maven and all processes that come from it, also those that it left behind: they have a variable in their
 * environment that only Maven was given.
 */
final class Sampler {
    static final String VARIABLE = "MP_BENCHMARK";
    private static final long KERNEL_THREADS = 2;

    /** One process. */
    private static final class Seen {
        final long started;
        /** What it had used before this measurement. */
        final long before;

        long ticks;
        /** Its parent did not wait for it, so nobody adds up what it used. */
        boolean detached;
        /** It was there before this Maven, or still is when Maven has ended. */
        boolean outlived;
        boolean alive = true;

        Seen(Stat stat, boolean existed) {
            started = stat.started();
            before = existed ? stat.cpuTicks() : 0;
        }
    }

    private final byte[] mark;
    private final Map<Long, Seen> ours = new HashMap<>();
    private final Set<Long> others = new HashSet<>();
    private final Map<Role, Long> peakRss = new EnumMap<>(Role.class);
    private final Map<Role, Heap> peakHeap = new EnumMap<>(Role.class);
    private long peakRssOfAll;
    private long root = -1;
    private boolean begun;

    /** @param token the value of the variable */
    Sampler(String token) {
        mark = (VARIABLE + "=" + token).getBytes(StandardCharsets.UTF_8);
        sample();
        ours.values().forEach(seen -> {
            seen.detached = true;
            seen.outlived = true;
        });
        begun = true;
    }

    /** @param pid of Maven, just started */
    void watch(long pid) {
        root = pid;
    }

    /** Maven has ended. */
    synchronized void ended() {
        sample();
        ours.forEach((pid, seen) -> seen.outlived |= seen.alive && pid != root);
    }

    /** Looks at all processes once. */
    synchronized void sample() {
        String[] names = new File("/proc").list((folder, name) -> Character.isDigit(name.charAt(0)));
        Set<Long> now = new HashSet<>();
        Map<Role, Long> rss = new EnumMap<>(Role.class);
        for (String name : names == null ? new String[0] : names) {
            long pid = Long.parseLong(name);
            now.add(pid);
            if (!others.contains(pid)) {
                look(pid, rss);
            }
        }
        others.retainAll(now);
        ours.forEach((pid, seen) -> seen.alive &= now.contains(pid));
        long sum = 0;
        for (Map.Entry<Role, Long> used : rss.entrySet()) {
            sum += used.getValue();
            peakRss.merge(used.getKey(), used.getValue(), Math::max);
        }
        peakRssOfAll = Math.max(peakRssOfAll, sum);
    }

    /** Asks only how much CPU the known processes have used. */
    synchronized void sampleCpu() {
        ours.forEach((pid, seen) -> {
            if (seen.alive) {
                Stat.of(pid)
                        .filter(stat -> stat.started() == seen.started)
                        .ifPresent(stat -> seen.ticks = stat.cpuTicks());
            }
        });
    }

    private void look(long pid, Map<Role, Long> rss) {
        Stat stat = Stat.of(pid).orElse(null);
        if (stat == null) {
            Seen seen = ours.get(pid);
            if (seen != null) {
                seen.alive = false;
            }
            return;
        }
        Seen seen = ours.get(pid);
        if (seen == null || seen.started != stat.started()) {
            if (!isOurs(pid, stat)) {
                return;
            }
            seen = new Seen(stat, !begun);
            ours.put(pid, seen);
        }
        seen.ticks = stat.cpuTicks();
        seen.detached |= pid != root && root >= 0 && !ours.containsKey(stat.parent());
        Role role = role(pid, seen);
        rss.merge(role, residentKilobytes(pid), Long::sum);
        if (role == Role.MAVEN) {
            Heap.of(pid).ifPresent(heap -> peakHeap.merge(role, heap, Sampler::larger));
        }
    }

    private static Heap larger(Heap one, Heap other) {
        return new Heap(Math.max(one.used(), other.used()), Math.max(one.committed(), other.committed()));
    }

    private boolean isOurs(long pid, Stat stat) {
        if (pid == root || ours.containsKey(stat.parent())) {
            return true;
        }
        byte[] environment;
        try {
            environment = Files.readAllBytes(Path.of("/proc", String.valueOf(pid), "environ"));
        } catch (IOException e) {
            environment = new byte[] {' '};
        }
        if (contains(environment, mark)) {
            return true;
        }
        // While a process changes into another program, its environment is empty for a moment.
        if (environment.length > 0 || pid == KERNEL_THREADS || stat.parent() == KERNEL_THREADS) {
            others.add(pid);
        }
        return false;
    }

    private static boolean contains(byte[] environment, byte[] mark) {
        String text = '\0' + new String(environment, StandardCharsets.ISO_8859_1);
        return text.contains('\0' + new String(mark, StandardCharsets.ISO_8859_1) + '\0');
    }

    private Role role(long pid, Seen seen) {
        if (pid == root) {
            return Role.MAVEN;
        }
        return seen.outlived ? Role.STANDBY : Role.FORK;
    }

    private static long residentKilobytes(long pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status"))) {
                if (line.startsWith("VmRSS:")) {
                    return Long.parseLong(line.replaceAll("[^0-9]", ""));
                }
            }
        } catch (IOException e) {
            // It has ended in between.
        }
        return 0;
    }

    /** What the processes of this role used since the measurement began, as last seen. */
    synchronized long ticks(Role role) {
        return ours.entrySet().stream()
                .filter(process -> role(process.getKey(), process.getValue()) == role)
                .mapToLong(process -> process.getValue().ticks - process.getValue().before)
                .sum();
    }

    /** The same of those that are not among the children that this process waited for, nor among theirs. */
    synchronized long detachedTicks() {
        return ours.values().stream()
                .filter(seen -> seen.detached)
                .mapToLong(seen -> seen.ticks - seen.before)
                .sum();
    }

    synchronized long allTicks() {
        return ours.values().stream().mapToLong(seen -> seen.ticks - seen.before).sum();
    }

    synchronized long peakRssKilobytes() {
        return peakRssOfAll;
    }

    synchronized long peakRssKilobytes(Role role) {
        return peakRss.getOrDefault(role, 0L);
    }

    synchronized Heap peakHeap(Role role) {
        return peakHeap.getOrDefault(role, new Heap(0, 0));
    }

    /** Those that still run. */
    synchronized List<Long> alive() {
        return ours.entrySet().stream()
                .filter(process -> process.getValue().alive)
                .map(Map.Entry::getKey)
                .toList();
    }
}
