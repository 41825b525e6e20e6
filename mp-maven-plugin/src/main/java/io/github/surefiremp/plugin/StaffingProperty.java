package io.github.surefiremp.plugin;

import java.util.Properties;

/**
 * The property {@code mp.staffing}, which is no setting: {@code all} starts as many workers as there is work for, whether
 * that shortens the run or not. For mp's own integration tests and mp:verify, which are about what several workers do.
 */
final class StaffingProperty {
    static final String NAME = "mp.staffing";

    private StaffingProperty() {}

    /** Complains of a value that is none. */
    static void check(Properties command, Properties pom) throws SettingException {
        boolean unused = isAll(command, pom);
    }

    /**
     * Whether all workers are wanted.
     *
     * @param command properties of the command line
     * @param pom properties of the POM
     */
    static boolean isAll(Properties command, Properties pom) throws SettingException {
        String text = command.getProperty(NAME, pom.getProperty(NAME, "auto")).trim();
        return switch (text) {
            case "auto" -> false;
            case "all" -> true;
            default -> throw new SettingException(NAME + "=" + text + " must be auto or all");
        };
    }
}
