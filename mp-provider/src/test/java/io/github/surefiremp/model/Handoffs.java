package io.github.surefiremp.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Hand-offs for tests that care for some of their values. */
public final class Handoffs {
    private Handoffs() {}

    /**
     * One of two workers and no settings.
     *
     * @param folder where all of its paths are
     * @param values that differ, by the names that {@link Handoff#properties} gives them
     */
    public static Handoff with(Path folder, Map<String, String> values) {
        Handoff plain = new Handoff(
                "run",
                2,
                1,
                "secret",
                2,
                "secret of the session",
                "g:a",
                "surefire:default-test",
                "org.apache.maven.surefire.junitplatform.JUnitPlatformProvider",
                List.of(),
                Map.of(),
                List.of(),
                "/jdk/bin/java",
                "",
                "",
                folder.toString(),
                Map.of(),
                Map.of(),
                folder.resolve("history.tsv"),
                folder.resolve("run.jsonl"),
                0,
                1,
                false,
                "AUTO",
                false,
                true,
                "",
                false,
                0,
                false,
                0,
                1,
                8,
                new Handoff.Standby(0, folder, folder, folder, 0),
                Handoff.Queue.NONE,
                new Handoff.Report(false),
                Handoff.Choice.ALL,
                Handoff.Plan.NONE,
                Handoff.Shard.NONE,
                Handoff.Console.LINES);
        Properties properties = plain.properties();
        values.forEach(properties::setProperty);
        return Handoff.of(properties);
    }
}
