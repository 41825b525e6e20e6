package io.github.surefiremp.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Properties;
import org.junit.jupiter.api.Test;

class StaffingPropertyTest {
    @Test
    void withoutItTheRunDecides() throws SettingException {
        assertThat(StaffingProperty.isAll(with(null), with(null))).isFalse();
        assertThat(StaffingProperty.isAll(with("auto"), with("all"))).isFalse();
    }

    @Test
    void allWorkersMayBeAskedForInEitherPlace() throws SettingException {
        assertThat(StaffingProperty.isAll(with("all"), with(null))).isTrue();
        assertThat(StaffingProperty.isAll(with(null), with("all"))).isTrue();
    }

    @Test
    void anythingElseIsAnError() {
        assertThatThrownBy(() -> StaffingProperty.isAll(with("some"), with(null)))
                .isInstanceOf(SettingException.class)
                .hasMessage("mp.staffing=some must be auto or all");
        assertThatThrownBy(() -> StaffingProperty.check(with(null), with("")))
                .isInstanceOf(SettingException.class)
                .hasMessage("mp.staffing= must be auto or all");
    }

    private static Properties with(String value) {
        Properties properties = new Properties();
        if (value != null) {
            properties.setProperty("mp.staffing", value);
        }
        return properties;
    }
}
