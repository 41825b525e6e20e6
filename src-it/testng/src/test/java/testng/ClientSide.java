package testng;

import org.testng.annotations.Test;

/** Not a test class to Surefire, by its name. Cannot run without the other one. */
public class ClientSide {
    @Test(dependsOnGroups = "server")
    public void connects() {}
}
