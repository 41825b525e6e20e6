package hangoutside;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Reads something at its beginning, and tears something down at its end. */
public class Listener implements LauncherSessionListener {
    @Override
    public void launcherSessionOpened(LauncherSession session) {
        System.out.println("opened with " + Settings.VALUE);
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        Settings.waitWhile("close");
    }
}
