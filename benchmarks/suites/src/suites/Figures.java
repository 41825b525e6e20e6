package suites;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/**
 * What one run was measured to be. Times are in seconds, memory in megabytes.
 *
 * @param cpu of Maven and all processes that it started, while Maven ran
 * @param cpuByRole the same by who used it; what a process used after it was last looked at is missing here
 * @param background used after Maven's end, until what it left was idle
 * @param rss the highest sum of what was resident in memory at one time
 * @param mavenHeap committed, in Maven's JVM; a JVM commits much that it never touches
 * @param mavenHeapUsed the most that was in use there, with what could have been collected
 * @param start from the begin of mp's run to its first test; 0 without mp
 * @param others what all other processes of the machine used meanwhile
 */
record Figures(
        double wall,
        double cpu,
        Map<Role, Double> cpuByRole,
        double background,
        double rss,
        Map<Role, Double> rssByRole,
        double mavenHeap,
        double mavenHeapUsed,
        double others,
        double start,
        Reports reports) {
    private static final double KILO = 1024;

    static Figures of(
            double wall, long cpuTicks, long otherTicks, Sampler sampler, double start, Reports reports) {
        Map<Role, Double> cpu = new EnumMap<>(Role.class);
        Map<Role, Double> rss = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            cpu.put(role, Stat.seconds(sampler.ticks(role)));
            rss.put(role, sampler.peakRssKilobytes(role) / KILO);
        }
        Heap maven = sampler.peakHeap(Role.MAVEN);
        return new Figures(
                wall,
                Stat.seconds(cpuTicks),
                cpu,
                0,
                sampler.peakRssKilobytes() / KILO,
                rss,
                megabytes(maven.committed()),
                megabytes(maven.used()),
                Stat.seconds(otherTicks),
                start,
                reports);
    }

    private static double megabytes(long bytes) {
        return bytes / KILO / KILO;
    }

    Figures withBackground(double seconds) {
        return new Figures(
                wall,
                cpu,
                cpuByRole,
                seconds,
                rss,
                rssByRole,
                mavenHeap,
                mavenHeapUsed,
                others,
                start,
                reports);
    }

    static final List<String> COLUMNS = List.of(
            "wall_s",
            "cpu_s",
            "cpu_maven_s",
            "cpu_forks_s",
            "cpu_standby_s",
            "cpu_background_s",
            "cpu_others_s",
            "rss_mb",
            "rss_maven_mb",
            "rss_forks_mb",
            "rss_standby_mb",
            "heap_maven_mb",
            "heap_maven_used_mb",
            "mp_start_s",
            "tests",
            "failed",
            "skipped",
            "work_s",
            "longest_test_s",
            "longest_class_s");

    String csv() {
        StringJoiner cells = new StringJoiner(",");
        add(cells, "%.3f", wall);
        add(cells, "%.2f", cpu);
        cpuByRole.values().forEach(value -> add(cells, "%.2f", value));
        add(cells, "%.2f", background);
        add(cells, "%.2f", others);
        add(cells, "%.1f", rss);
        rssByRole.values().forEach(value -> add(cells, "%.1f", value));
        add(cells, "%.1f", mavenHeap);
        add(cells, "%.1f", mavenHeapUsed);
        add(cells, "%.3f", start);
        cells.add(String.valueOf(reports.tests()));
        cells.add(String.valueOf(reports.failed()));
        cells.add(String.valueOf(reports.skipped()));
        add(cells, "%.3f", reports.work());
        add(cells, "%.3f", reports.longestTest());
        add(cells, "%.3f", reports.longestClass());
        return cells.toString();
    }

    private static void add(StringJoiner cells, String format, double value) {
        cells.add(String.format(Locale.ROOT, format, value));
    }
}
