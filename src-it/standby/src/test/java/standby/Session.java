package standby;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

public class Session implements LauncherSessionListener {
    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Touched.by("session");
    }
}
