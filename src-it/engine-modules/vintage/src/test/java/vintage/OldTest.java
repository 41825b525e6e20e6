package vintage;

import static org.junit.Assert.assertEquals;
import static org.junit.Assume.assumeTrue;

import org.junit.ClassRule;
import org.junit.FixMethodOrder;
import org.junit.Ignore;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.ExternalResource;
import org.junit.rules.TestName;
import org.junit.runners.MethodSorters;

@FixMethodOrder(MethodSorters.NAME_ASCENDING)
public class OldTest {
    private static int set;

    @ClassRule
    public static final ExternalResource RESOURCE = new ExternalResource() {
        @Override
        protected void before() {
            set++;
        }
    };

    @Rule
    public final TestName name = new TestName();

    @Test
    public void aPasses() {
        assertEquals("aPasses", name.getMethodName());
    }

    @Test
    public void bFails() {
        assertEquals("one", "two");
    }

    @Test
    @Ignore("not today")
    public void cIgnored() {}

    @Test
    public void dAssumes() {
        assumeTrue("no moon", false);
    }

    @Test
    public void eOnceSetUp() {
        assertEquals(1, set);
    }
}
