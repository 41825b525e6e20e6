package testng;

import org.testng.annotations.Test;

/** Not a test class to Surefire, by its name. */
public class ServerSide {
    @Test(groups = "server")
    public void starts() {}
}
