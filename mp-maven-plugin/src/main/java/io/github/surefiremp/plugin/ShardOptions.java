package io.github.surefiremp.plugin;

import io.github.surefiremp.model.Handoff;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;

/** What the user says of machines that share the tests. */
final class ShardOptions {
    private static final int MOST = 1000;

    private ShardOptions() {}

    /**
     * Looks at what the user wrote, before anything is built.
     *
     * @return how many machines there are; 0 where this one runs all
     */
    static int check(Settings settings) throws SettingException {
        Optional<Settings.Value> shard = settings.get(Setting.SHARD);
        int total = settings.number(Setting.TOTAL_SHARDS, 1, 0);
        if (total > MOST) {
            throw new SettingException(
                    settings.get(Setting.TOTAL_SHARDS).orElseThrow().origin() + "=" + total
                            + " must be a whole number from 1 to " + MOST);
        }
        boolean falls = QueueOptions.fallsBackToShards(settings);
        if (shard.isEmpty() && falls) {
            throw new SettingException("mp.queueFallback=shard needs mp.shard and mp.totalShards, this machine's share"
                    + " where the queue's server cannot be reached; for example -Dmp.shard=0 -Dmp.totalShards=4");
        }
        if (shard.isEmpty()) {
            // mp:plan asks for a number of shards without being one.
            return 0;
        }
        String origin = shard.get().origin() + "=" + shard.get().text();
        if (total == 0) {
            throw new SettingException(
                    origin + " needs mp.totalShards, the number of machines; for example -Dmp.totalShards=4");
        }
        if (hasQueue(settings) && !falls) {
            throw new SettingException(origin + " and mp.queue are two ways to share the tests; leave one of them away,"
                    + " or add -Dmp.queueFallback=shard, so that the shards are for when the server cannot be reached");
        }
        int number = settings.number(Setting.SHARD, 0, 0);
        if (number >= total) {
            throw new SettingException(origin + " must be a whole number from 0 to " + (total - 1)
                    + ", because mp.totalShards=" + total + " and the first machine has the number 0");
        }
        return total;
    }

    /** For how many machines a plan is made that is for none of them alone; 0 for none. */
    static int planned(Settings settings) throws SettingException {
        check(settings);
        return settings.get(Setting.SHARD).isPresent() ? 0 : settings.number(Setting.TOTAL_SHARDS, 1, 0);
    }

    /** Whether the user wants this machine to run a share of the tests, at least where a queue cannot be reached. */
    static boolean areOn(Settings settings) throws SettingException {
        return check(settings) > 0;
    }

    private static boolean hasQueue(Settings settings) {
        return settings.get(Setting.QUEUE)
                .filter(value -> !value.text().isBlank())
                .isPresent();
    }

    /**
     * Without mp each machine would run all tests, and nobody would notice.
     *
     * @param why mp stays out
     */
    static void refuseWithoutMp(Settings settings, String why) throws SettingException {
        if (check(settings) > 0) {
            Settings.Value shard = settings.get(Setting.SHARD).orElseThrow();
            throw new SettingException(shard.origin() + "=" + shard.text() + " cannot hold here, because mp stays out ("
                    + why + ") and Surefire alone would run all tests on each machine; leave one of the two away");
        }
    }

    /** What the controller is told; an empty share is no error to Surefire from here on. */
    static Handoff.Shard of(Settings settings, SurefireMojo mojo, MavenProject project)
            throws SettingException, MojoExecutionException {
        int total = check(settings);
        if (total == 0 && settings.get(Setting.TOTAL_SHARDS).isPresent()) {
            Settings.Value value = settings.get(Setting.TOTAL_SHARDS).orElseThrow();
            throw new SettingException(value.origin() + "=" + value.text()
                    + " needs mp.shard, this machine's number from 0 on; for example -Dmp.shard=0");
        }
        if (!areOn(settings)) {
            return Handoff.Shard.NONE;
        }
        Path build = Path.of(project.getBuild().getDirectory()).toAbsolutePath().normalize();
        Path reports = Path.of(mojo.reportsDirectory()).toAbsolutePath().normalize();
        return new Handoff.Shard(
                settings.number(Setting.SHARD, 0, 0),
                total,
                build.relativize(reports).toString().replace('\\', '/'),
                mojo.takeFailIfNoTests(),
                Names.version());
    }
}
