package vintage;

import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Parameterized.class)
public class NumbersTest {
    @Parameter
    public int number;

    @Parameters(name = "number {0}")
    public static List<Integer> numbers() {
        return List.of(1, 2, 3);
    }

    @Test
    public void isSmall() {
        assertTrue(number < 3);
    }

    @Test
    public void isPositive() {
        System.out.println("number " + number);
    }
}
