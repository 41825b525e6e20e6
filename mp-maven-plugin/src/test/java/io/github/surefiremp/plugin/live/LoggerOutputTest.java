package io.github.surefiremp.plugin.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.helpers.NOPLogger;

class LoggerOutputTest {
    @Test
    void loggersOfOtherMakesAreLeftAlone() {
        Logger other = (Logger) Proxy.newProxyInstance(
                Logger.class.getClassLoader(), new Class<?>[] {Logger.class}, (proxy, method, arguments) -> null);

        assertThat(LoggerOutput.followSystemOut(other)).isEmpty();
        assertThat(LoggerOutput.followSystemOut(NOPLogger.NOP_LOGGER)).isEmpty();
    }
}
