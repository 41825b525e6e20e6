package vintage;

import static org.junit.Assert.assertTrue;

import org.junit.experimental.theories.DataPoints;
import org.junit.experimental.theories.Theories;
import org.junit.experimental.theories.Theory;
import org.junit.runner.RunWith;

@RunWith(Theories.class)
public class TheoriesTest {
    @DataPoints
    public static final int[] POINTS = {1, 2};

    @Theory
    public void holds(int point) {
        assertTrue(point > 0);
    }

    @Theory
    public void fails(int point) {
        assertTrue(point < 2);
    }
}
