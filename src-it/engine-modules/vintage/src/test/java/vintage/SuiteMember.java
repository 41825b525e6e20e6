package vintage;

import static org.junit.Assert.fail;

import org.junit.BeforeClass;
import org.junit.Test;

public class SuiteMember {
    @BeforeClass
    public static void setUp() {
        System.out.println("member is set up");
    }

    @Test
    public void passes() {}

    @Test
    public void fails() {
        fail("member");
    }
}
