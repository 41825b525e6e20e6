package io.github.surefiremp.plugin;

import io.github.surefiremp.plugin.verify.Switches;
import org.apache.maven.execution.MavenSession;

/** Whether the report page and the trace are written. */
final class ReportSettings {
    private ReportSettings() {}

    /** Not where mp:verify has added mp to a module: then the libraries of the page are not there. */
    static boolean isWanted(MavenSession session, Settings settings) throws SettingException {
        return settings.flag(Setting.REPORT, true)
                && !Switches.of(session.getUserProperties()).everywhere();
    }
}
