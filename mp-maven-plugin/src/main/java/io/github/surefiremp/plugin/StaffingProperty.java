package io.github.surefiremp.plugin;

import io.github.surefiremp.plugin.verify.Switches;
import java.util.Properties;

/**
 * The property {@code mp.staffing}, which is no setting: {@code all} starts as many workers as there is work for, whether
 * that shortens the run or not. For mp's own integration tests and mp:verify, which are about what several workers do.
 */
final class StaffingProperty {
    private static final String AUTO = "auto";
    private static final String ALL = "all";

    private StaffingProperty() {}

    /** Complains of a value that is none. */
    static void check(Properties command, Properties pom) throws SettingException {
        String value = value(command, pom);
        if (!value.equals(AUTO) && !value.equals(ALL)) {
            throw new SettingException(Switches.STAFFING + "=" + value + " must be auto or all");
        }
    }

    /**
     * Whether all workers are wanted.
     *
     * @param command properties of the command line
     * @param pom properties of the POM
     */
    static boolean isAll(Properties command, Properties pom) throws SettingException {
        check(command, pom);
        return value(command, pom).equals(ALL);
    }

    private static String value(Properties command, Properties pom) {
        return command.getProperty(Switches.STAFFING, pom.getProperty(Switches.STAFFING, AUTO))
                .trim();
    }
}
