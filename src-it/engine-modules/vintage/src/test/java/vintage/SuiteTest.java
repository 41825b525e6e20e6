package vintage;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Suite;
import org.junit.runners.Suite.SuiteClasses;

/** Its members are no test classes to Surefire, by their names. */
@RunWith(Suite.class)
@SuiteClasses({SuiteTest.One.class, SuiteMember.class})
public class SuiteTest {
    public static class One {
        @Test
        public void one() {}
    }
}
