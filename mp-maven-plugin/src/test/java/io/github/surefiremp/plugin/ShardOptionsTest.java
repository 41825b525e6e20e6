package io.github.surefiremp.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShardOptionsTest {
    @Test
    void withoutAShardThisMachineRunsAll() throws SettingException {
        assertThat(ShardOptions.check(settings(null, null))).isZero();
        ShardOptions.refuseWithoutMp(settings(null, null), "mp.skip");
    }

    @Test
    void allNumbersBelowTheTotalAreShards() throws SettingException {
        assertThat(ShardOptions.check(settings("0", "1"))).isEqualTo(1);
        assertThat(ShardOptions.check(settings("2", "3"))).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "0, , -Dmp.shard=0, mp.totalShards",
        "3, 3, -Dmp.shard=3, from 0 to 2",
        "-1, 3, -Dmp.shard=-1, whole number",
        "x, 3, -Dmp.shard=x, whole number",
        "0, 0, -Dmp.totalShards=0, whole number",
        "0, -2, -Dmp.totalShards=-2, whole number",
        "0, 1001, -Dmp.totalShards=1001, 1000",
        "0, many, -Dmp.totalShards=many, whole number"
    })
    void whatCannotBeIsAnErrorThatNamesIt(String shard, String total, String setting, String allowed) {
        assertThatThrownBy(() -> ShardOptions.check(settings(shard, total)))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining(setting)
                .hasMessageContaining(allowed);
    }

    @Test
    void aQueueAndShardsNeedToSayWhichOfThemIsTheFallback() throws SettingException {
        Properties both = new Properties();
        both.setProperty("mp.queue", "redis://host:1/0");
        both.setProperty("mp.build", "7");
        both.setProperty("mp.shard", "0");
        both.setProperty("mp.totalShards", "2");
        assertThatThrownBy(() -> ShardOptions.check(new Settings(both, Map.of(), new Properties())))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("-Dmp.shard=0")
                .hasMessageContaining("mp.queueFallback=shard");

        both.setProperty("mp.queueFallback", "shard");
        assertThat(ShardOptions.check(new Settings(both, Map.of(), new Properties())))
                .isEqualTo(2);

        both.remove("mp.shard");
        assertThatThrownBy(() -> ShardOptions.check(new Settings(both, Map.of(), new Properties())))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("mp.queueFallback=shard needs mp.shard");
    }

    @Test
    void whereMpStaysOutEachMachineWouldRunAll() {
        assertThatThrownBy(() -> ShardOptions.refuseWithoutMp(settings("0", "3"), "-Dmp.np=0"))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("-Dmp.shard=0")
                .hasMessageContaining("-Dmp.np=0");
    }

    private static Settings settings(@Nullable String shard, @Nullable String total) throws SettingException {
        Properties user = new Properties();
        if (shard != null) {
            user.setProperty("mp.shard", shard);
        }
        if (total != null) {
            user.setProperty("mp.totalShards", total);
        }
        return new Settings(user, Map.of(), new Properties());
    }
}
