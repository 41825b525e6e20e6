package rootstore;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

public class SessionWatch implements LauncherSessionListener {
    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Events.write("opens session");
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        Events.write("closes session");
    }
}
